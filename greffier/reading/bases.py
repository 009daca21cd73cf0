"""What an amount is counted by: gross, net or tare; for each of several, per kilo or month; a purity, an age."""

from __future__ import annotations

import re

from greffier.reading.units import Unit

_BEFORE, _AFTER = 45, 25  # characters read on either side, on the level view
_WEIGHTS = {
    "gross": (r"(?:brute?s?|gross)", r"(?:brute?s?|gross)\b"),
    "net": (r"(?:net(?:te)?s?)", r"net(?:te)?s?\b"),
    "tare": (r"tare", r"(?:de\s+)?tare\b"),
}
_LINK = (
    r"(?:\s+(?:total|totale|weight|mass|wt\.?|poids|masse|de|d'|of|is|was|etait|est|soit|environ|about)|\s*[:=(])*\s*$"
)
_GIVEN = {
    basis: (re.compile(rf"\b{before}{_LINK}"), re.compile(rf"\s*[(,]?\s*(?:poids\s+|masse\s+)?{after}"))
    for basis, (before, after) in _WEIGHTS.items()
}
_EACH_AFTER = re.compile(
    r"\s*,?\s*(?:chacune?s?|each|apiece|(?:la\s+)?piece|l'unite|(?:par|per)\s+(?:unite|unit|item|piece))\b"
)
_EACH_BEFORE = re.compile(
    r"(?:\b\d{1,4}\s?[x×]\s?|\b(?:chacune?s?|each)\s+(?:de|d'|contenant|pesant|of|containing|weighing)?\s*)$"
)
_PER = re.compile(
    r"\s*(?:/\s?|(?:le|la|par|per|a|an|the|each|every|chaque)\s+|l')"
    r"(?P<unit>kg|kilo(?:gramme)?s?|gramm?e?|g|litre|tonne|ton|heure|hour|jour|day|semaine|week|mois|month"
    r"|an|annee|year|trajet|trip|voyage|livraison|delivery|passage)\b"
)
_NAMES = {
    "kilo": "kg", "kilos": "kg", "kilogramme": "kg", "kilogrammes": "kg", "gramme": "g", "gram": "g", "ton": "tonne",
    "heure": "hour", "jour": "day", "semaine": "week", "mois": "month", "an": "year", "annee": "year", "trajet": "trip",
    "voyage": "trip", "livraison": "delivery",
}  # fmt: skip
_PURE_BEFORE = re.compile(
    r"\b(?:purete|purity|titr\w{0,6}|teneur|concentration|thc|taux\s+de\s+principe\s+actif)\b[^.;\n]{0,30}$"
)
_PURE_AFTER = re.compile(r"\s*(?:pure?s?\b|de\s+purete|purity|(?:de\s+)?(?:thc|principe\s+actif))")
_AGED = re.compile(r"\b(?:agee?s?\s+(?:de|d')|aged|age\s*:)\s*(?:environ\s+|about\s+)?$")


def basis(flat: str, start: int, end: int, unit: Unit) -> str | None:
    """What the amount at `flat[start:end]`, on the level view, is counted by; None where the page does not say."""
    before, after = flat[max(0, start - _BEFORE) : start], flat[end : end + _AFTER]
    if unit.dimension == "mass":
        for name, (left, right) in _GIVEN.items():
            if right.match(after) or left.search(before):
                return name
    if unit.dimension == "money" and (per := _PER.match(after)) is not None:
        return f"per {_NAMES.get(per['unit'], per['unit'])}"
    if unit.dimension in ("mass", "money", "volume") and (_EACH_AFTER.match(after) or _EACH_BEFORE.search(before)):
        return "each"
    if unit.dimension == "ratio" and (_PURE_BEFORE.search(before) or _PURE_AFTER.match(after)):
        return "purity"
    aged = unit.dimension == "duration" and (_AGED.search(before) or flat[start:end].endswith(("old", "of age")))
    return "age" if aged else None
