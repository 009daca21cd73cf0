"""People whose name was changed, as the page says: beside it, by a sign and its footnote, « que nous appellerons ».

Whoever is named so is to be protected, so that every way of saying it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level

_NOTE = re.compile(
    r"(?:(?:les?|ce|the|his|her|their|son|leurs?|all)\s+)?(?:(?:pre)?noms?|names?|first\s+names?"
    r"|identit(?:e|es)|identity)(?:\s+(?:et\s+(?:pre)?noms?|and\s+surnames?))?\s*(?:a|ont|has"
    r"|have|soit|soient|was|were)?\s*(?:ete|been)?\s*(?:modifiee?s?|changee?s?|changed|altered|anonymisee?s?"
    r"|anonymised|d'emprunt|fictifs?)"
    r"|prenom\s+d'emprunt|nom\s+d'emprunt|not\s+(?:his|her|their)\s+real\s+name|pas\s+son\s+vrai\s+(?:pre)?nom"
    r"|pseudonyme?\b(?=\s*\))|a\s+pseudonym"
)
_HINTS = ("modifi", "chang", "altered", "emprunt", "fictif", "real", "vrai", "pseudonym", "anonymis")
_QUOTED_NAME = re.compile(rf"[«“\"'][ \u00a0]?(?P<name>{WORD}(?:[ ]{WORD}){{0,2}})[ \u00a0]?[»”\"'][^«“»”\n]{{0,24}}$")
_BESIDE = re.compile(
    r"[ \u00a0]?[»”\"']?[ ]?\*?\s*[(\[,]\s*(?:[^.;()\n]{0,40}?(?:dont|whose)\s+)?"
    r"(?:(?:le|ce|the|his|her|son|ce\s+n'est|c'est|ceci\s+n'est|this\s+is|it\s+is)\s+)?$"
)
_SIGN = re.compile(r"[ ]?(?:\*+|\(\*+\)|\[\*+\]|\(\d\)|[¹²³])")
_FOOTNOTE = re.compile(
    r"(?:^|\n)[ \t]*(?P<sign>\*+|\(\*+\)|\[\*+\]|\(\d\)|[¹²³]|\d)[ ]?[(:.]?[ ]*"
    r"(?:(?:le|les|the|ce|tous\s+les|all|some|certains|son|her|his|their)\s+)?$"
)
_CALLED_SO = re.compile(
    r"\b(?:(?:whom?|that)\s+(?:we|i)\s+(?:shall|will)\s+call|(?:we|i)\s+(?:shall|will)\s+call\s+(?:him|her|them)"
    r"|let(?:'s|\s+us)\s+call\s+(?:him|her)|que\s+nous\s+(?:appellerons|nommerons|prenommerons|avons\s+appelee?)"
    r"|(?:appelons|nommons|prenommons)-l[ea]|nous\s+l'(?:appellerons|avons\s+appelee?))\s+[«“\"']?\s?"
)
_REACH = 90  # characters between a name and the note beside it


def find_changed(text: str, seen: Sequence[Candidate]) -> Iterator[tuple[Candidate, tuple[int, int]]]:
    """Yield each person, and where the page says that this is not the real name."""
    flat = level(text)
    people = [one for one in seen if one.kind == "person"]
    signs = _signs(text, people)
    for note in _NOTE.finditer(flat) if any(hint in flat for hint in _HINTS) else ():
        near = beginning(people, note.start() - _REACH, note.start())
        beside = [one for one in near if one.end <= note.start() and _BESIDE.fullmatch(flat, one.end, note.start())]
        signed = signs.pop(_sign_of(flat, note.start()), [])  # the first footnote is that of all its signs
        for person in beside[-1:] or signed or _quoted_before(text, flat, note.start()):
            yield person, note.span()
    for called in _CALLED_SO.finditer(flat):
        named = re.compile(WORD).match(text, called.end())
        known = next(iter(beginning(people, called.end(), called.end())), None)
        if known or named:
            end = known.end if known else named.end()  # type: ignore[union-attr]
            yield Candidate(called.end(), end, "person"), called.span()


def _signs(text: str, people: Sequence[Candidate]) -> dict[str, list[Candidate]]:
    """The people of a page by the sign that they bear."""
    found: dict[str, list[Candidate]] = {}
    for one in people:
        if sign := _SIGN.match(text, one.end):
            found.setdefault(sign.group().strip(" ()[]"), []).append(one)
    return found


def _sign_of(flat: str, note: int) -> str:
    """The sign of the footnote that begins here, nothing where it is none."""
    foot = _FOOTNOTE.search(flat, max(0, note - 24), note)
    star = "*" if re.search(r"\*\s*\(?(?:\w{2,8}\s+){0,2}$", flat[max(0, note - 16) : note]) else None
    return foot["sign"].strip("()[]") if foot else star or ""


def _quoted_before(text: str, flat: str, note: int) -> list[Candidate]:
    """« « Denis », prénom changé »: a word between quotation marks that nobody took for a person yet."""
    quoted = _QUOTED_NAME.search(text, max(0, note - 60), note)
    if quoted is None or not _BESIDE.fullmatch(flat, quoted.end("name"), note):
        return []
    return [Candidate(*quoted.span("name"), "person")]
