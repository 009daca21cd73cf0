"""What one cell of a table holds: a telephone number, a duration, an amount, a code of a device, a word for a kind."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

import phonenumbers

from greffier.reading.checksums import is_imei
from greffier.reading.vocabulary import level

_PHONE = re.compile(r"\(?\+?[\d(][\d .()/\-\u00a0\u202f]{1,24}\d|\d{3,6}")
_CLOCKED = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?")
_HOURS, _MINUTES = r"(?:heures?|hours?|hrs?|hr|h)\.?", r"(?:minutes?|mins?|mns?|m|['’′](?!['’]))\.?"
_SECONDS = r"(?:secondes?|seconds?|secs?|s|''|’’|[\"”″])\.?"
_AND = r"\s*(?:,|et\b|and\b)?\s*"
_UNITS = re.compile(
    rf"(?:pt)?(?:(?P<h>\d{{1,3}})\s*{_HOURS})?{_AND}(?:(?P<m>\d{{1,4}})\s*{_MINUTES})?{_AND}"
    rf"(?:(?P<s>\d{{1,6}})(?:[.,]\d+)?\s*{_SECONDS})?"
)
_UNIT_LEFT_OUT = re.compile(  # 1 h 05, 2 min 35: the next smaller unit is understood
    rf"(?:(?P<h>\d{{1,3}})\s*{_HOURS}\s*(?:(?P<m>\d{{1,2}})\s*{_MINUTES}\s*)?)?(?P<last>\d{{1,2}})|"
    rf"(?P<m2>\d{{1,4}})\s*{_MINUTES}\s*(?P<last2>\d{{1,2}})"
)
_PART = rf"(?:{_HOURS}|{_MINUTES}|{_SECONDS})(?![a-z])"
_LASTING = re.compile(  # as far as it goes: the engine never steps back to a part
    rf"(?>(?:pt(?=\d))?\d[\d:]*(?:[.,]\d+)?(?:\s*{_PART})?)"
    rf"(?>{_AND}\d+(?:[.,]\d+)?\s*{_PART}|(?<=[a-z'’′.])[ ]*\d{{1,2}}(?![\d ]*\d))*+"
)
_GOES_ON = re.compile(r"(?<=\d)[ ]*[a-z]|[ ]*[\d:/]|\s*(?:et|and)\s*\d|\s*,\s*\d{1,2}(?![ .]?\d|\s*[a-z/:])")
_NOTHING = re.compile(
    r"(?:inconnue?s?|unknown|n\.?/?[acd]\.?|neant|none|null|nil|nan|vide|aucune?|undefined|indisponible"
    r"|indeterminee?|sans objet|non (?:renseign|communiqu|disponib|identifi|localis|determin|connu|attribu)\w*"
    r"|not (?:available|known|provided|recorded|identified|found|applicable))\.?"
)
_AMOUNT = re.compile(
    r"(?P<open>\()?\s*+(?P<sign>[+\-−–])?\s*+(?:€|\$|£|eur|usd|gbp|chf)?\s*+(?P<sign2>[+\-−–])?"
    r"(?P<whole>\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+|\d+)(?:(?P<point>[.,])(?P<cents>\d{1,2}))?"
    r"\s*+(?:€|\$|£|eur|usd|gbp|chf)?\s*+(?P<sign3>[+\-−–]|db|cr|d|c)?\s*+(?P<close>\))?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"(?P<EUR>€|\beur(?:os?)?\b)|(?P<GBP>£|\bgbp\b|\bpounds?\b)|(?P<USD>\$|\busd\b|\bdollars?\b)|(?P<CHF>\bchf\b)"
)
_SMS = re.compile(r"\b(?:sms|texto|text(?: message)?|smsmo|smsmt)\b|\bsms")
_MMS = re.compile(r"\bmms\b")
_DATA = re.compile(r"\b(?:data|gprs|internet|donnees?|web|wap|lte data|pdp|ip|gdata)\b")
_VOICE = re.compile(
    r"\b(?:voix|voice|voc|vocal|appel(?: voix)?|call|moc|mtc|telephonie|speech|tel|phone|volte|vowifi|messagerie"
    r"|voicemail)\b"
)
_OUT = re.compile(
    r"\b(?:sortante?s?|emise?s?|emission|envoyee?s?|sent|outgoing|outbound|out|mo|moc|depart|originating|smsmo|dialed|dialled|originated)\b|^(?:->|>|=>)$"
)
_IN = re.compile(
    r"\b(?:entrante?s?|recue?s?|reception|incoming|inbound|in|mt|mtc|arrivee|terminating|smsmt|missed|manquee?s?|received)\b|^(?:<-|<|<=)$"
)


def phone(told: str) -> str | None:
    """The number of a cell that holds one and nothing else: in E.164 where its shape says how, else short as told."""
    told = told.strip().lstrip("'").removesuffix(".0")
    if not _PHONE.fullmatch(told):
        return None
    digits = re.sub(r"\D", "", told)
    if told.lstrip("( ").startswith("+"):
        return _e164("+" + digits)
    if digits.startswith("00") and len(digits) > 10:
        return _e164("+" + digits[2:])
    if len(digits) <= 6:
        return digits if re.fullmatch(r"\d{3,6}", told) else None
    return _national(digits)


def _national(digits: str) -> str | None:
    """Ten digits after a nought are French, eleven British; nine are French without their nought, ten American.

    Ten of another shape are of a country that the digits do not tell: they stay as told.
    """
    if re.fullmatch(r"0[1-9]\d{8}", digits):
        return "+33" + digits[1:]
    if re.fullmatch(r"0[1-9]\d{9}", digits):
        return _e164("+44" + digits[1:])
    if re.fullmatch(r"[1-79]\d{8}", digits):
        return "+33" + digits
    if re.fullmatch(r"[2-9]\d{2}[2-9]\d{6}", digits):
        return "+1" + digits
    if re.fullmatch(r"[2-9]\d{9}", digits):
        return digits
    return _e164("+" + digits) if 11 <= len(digits) <= 14 else None


def _e164(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def nothing(told: str) -> bool:
    """Whether a cell says that its value is not known: « inconnue », `unknown`, `N/A`, a dash."""
    return not any(map(str.isalnum, told)) or _NOTHING.fullmatch(level(told).strip(" ()[]")) is not None


def lasting(told: str) -> str | None:
    """The whole duration that a text begins with, a line further where it goes on there; never a part of one."""
    flat = level(told)
    match = _LASTING.match(flat)
    return told[: match.end()].strip() if match and not _GOES_ON.match(flat, match.end()) else None


def seconds(told: str, unit: str = "") -> tuple[int, int] | None:
    """How long a duration lasted, from low to high in seconds.

    `unit` is what the name of the column says: min, ms, or hm where its clocks are hours and minutes.
    """
    flat = level(told).strip()
    if clocked := _CLOCKED.fullmatch(flat):
        first, second, third = int(clocked[1]), int(clocked[2]), clocked[3]
        if unit == "hm" and not third:
            return _counted(first * 60 + second, "min")
        exact = first * 3600 + second * 60 + int(third) if third else first * 60 + second
        return exact, exact
    if re.fullmatch(r"\d{1,9}", flat):
        return _counted(int(flat), unit)
    if re.fullmatch(r"\d{1,9}[.,]\d+", flat):
        return _fraction(float(flat.replace(",", ".")), unit)
    return _in_units(flat)


def _in_units(flat: str) -> tuple[int, int] | None:
    """Hours, minutes and seconds as told with their units; the last unit may be left out after another."""
    if (units := _UNITS.fullmatch(flat)) and any(units.groups()):
        exact = sum(int(part or 0) * scale for part, scale in zip(units.groups(), (3600, 60, 1), strict=True))
        return exact, exact
    if short := _UNIT_LEFT_OUT.fullmatch(flat):
        hours, minutes = int(short["h"] or 0), int(short["m"] or short["m2"] or 0)
        last = int(short["last"] or short["last2"])
        exact = hours * 3600 + (minutes * 60 + last if minutes or short["m"] or short["m2"] else last * 60)
        return exact, exact
    return None


def _counted(number: int, unit: str) -> tuple[int, int]:
    if unit == "min":
        return max(0, number * 60 - 59), number * 60 + 59  # rounded up or down, which is not said
    exact = number // 1000 if unit == "ms" else number
    return exact, exact


def _fraction(number: float, unit: str) -> tuple[int, int]:
    if unit == "min":
        number *= 60
    elif number < 1 and unit != "s":
        number *= 86_400  # a part of a day, as spreadsheets keep durations
    exact = round(number / 1000 if unit == "ms" else number)
    return exact, exact


def amount(told: str) -> Decimal | None:
    """A sum of money with its sign: `1 250,00`, `-300.00`, `(300.00)`, `300,00 D`. None where the point is not sure."""
    match = _AMOUNT.fullmatch(told.strip())
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    whole, cents = re.sub(r"\D", "", match["whole"]), match["cents"]
    marks = set(re.findall(r"[.,]", match["whole"]))
    if (
        len(marks) > 1
        or (match["point"] and match["point"] in marks)
        or (marks and not cents and len(match["whole"]) < 8)
    ):
        return None  # « 1.250 » may be one and a quarter
    signs = [sign.lower() for sign in (match["sign"], match["sign2"], match["sign3"]) if sign]
    negative = bool(match["open"]) or any(sign in "-−–" or sign in ("d", "db") for sign in signs)
    value = Decimal(f"{whole}.{cents or '00'}")
    return -value if negative else value


def currency(told: str) -> str | None:
    """The currency that a text names, where it names one only."""
    named = {match.lastgroup for match in _CURRENCY.finditer(level(told))}
    return named.pop() if len(named) == 1 else None


def device(told: str) -> str | None:
    """The digits of an IMEI (15 with its check digit, 14 without, 16 with a version) or None."""
    digits = re.sub(r"[ \-/]", "", told.removesuffix(".0"))
    return digits if re.fullmatch(r"\d{14,16}", digits) else None


def proved_device(told: str) -> bool:
    """Whether a cell is an IMEI by its check digit."""
    return is_imei(re.sub(r"[ \-/]", "", told))


def subscriber(told: str) -> str | None:
    """The digits of an IMSI: 15, the first three a country."""
    digits = re.sub(r"[ \-]", "", told.removesuffix(".0"))
    return digits if re.fullmatch(r"[2-7]\d{13,14}", digits) else None


def kind(told: str) -> Literal["voice", "sms", "mms", "data"] | None:
    """What kind of communication a word names; None where it names none or several."""
    flat = re.sub(r"[-_/]", " ", level(told))
    named: list[Literal["voice", "sms", "mms", "data"]] = []
    if _SMS.search(flat):
        named.append("sms")
    if _MMS.search(flat):
        named.append("mms")
    if not named and _DATA.search(flat):
        named.append("data")
    if not named and _VOICE.search(flat):
        named.append("voice")
    return named[0] if len(named) == 1 else None


def way(told: str, *, letters: bool = False) -> Literal["in", "out"] | None:
    """Whether a word says that the line called or was called; `letters` allows S and E, O and I."""
    flat = re.sub(r"[-_/.]", " ", level(told)).strip()
    if letters and flat in ("s", "e", "o", "i"):
        return "out" if flat in "so" else "in"
    out, into = _OUT.search(flat) is not None, _IN.search(flat) is not None
    if out == into:
        return None
    return "out" if out else "in"
