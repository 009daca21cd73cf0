"""Numbers of acts, procedures and accounts: a number is a reference only after the word that says of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn
from stdnum.fr import nir

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.checksums import compact, is_imei, is_siren

_NUMBER_SIGN = r"(?:\s*(?:no\.|number|numero|num\.|n\s?°|n°|nos?\.?(?=\s*\d)|#|ref\.?|reference))"
_ACT = (
    r"p\.?-?v\.?|proces-verba(?:l|ux)|procedure|dossier|affaire|rapport|note(?:\s+de\s+liaison)?"
    r"|minute|commission\s+rogatoire"
    r"|parquet|instruction|ordonnance|requisition|references?|our\s+ref\.?|your\s+ref\.?|ref\.?|n/ref\.?|v/ref\.?"
    r"|case(?:\s+file)?|file|report|incident|docket|warrant|crime(?:\s+reference)?|enquete|reference|factures?|invoices?|bordereaux?|contrat|contract|ecrou"
    r"|recu|receipt|quittance|serial|numero\s+de\s+serie|custody\s+record"
)
_CUED = re.compile(
    rf"\b(?P<before>(?:no\.|no(?=\s+d[eu'])|n\s?°|numero)\s*(?:de\s+|du\s+|d')?)?(?:{_ACT})(?![a-z])"
    r"(?P<kind>(?:\s+(?:d'instruction|d'enquete|judiciaire|generale|technique|du\s+parquet|numbers?))?)"
    rf"(?P<sign>{_NUMBER_SIGN})?(?P<colon>(?:\s*[:.])?)(?:[^\S\n]*\n)?[^\S\n]*(?P<value>)"
)
_VALUE = re.compile(r"[A-Z0-9l]+(?:(?: ?[/\-] ?|\.|_| (?=[A-Z]{0,4}[\dl]))[A-Z0-9l]+)*(?![a-zé])")
_HEADED = re.compile(r"(?:^|\s{2,})N[°o]\s?(?P<value>[\dl]{1,6}/[\dl]{2,4}(?:/[\dl]{1,4})?)(?!\S)", re.MULTILINE)
_BARE = re.compile(r"(?<![\w/.@-])[A-Z]{2,8}(?:[/\-][A-Z0-9]{1,8}){2,5}(?![\w/@])")
_DOCKET = re.compile(r"(?<![\w:])\d:\d\d-[a-z]{2}-\d{3,6}(?:-[A-Z]{2,4}){0,3}(?!\w)")  # federal, United States
_AMONG_DIGITS = re.compile(r"(?<=[\d/])O(?=\d)|(?<=\d)O(?![A-Z])")
_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d\d)$|(?:19|20)\d\d$|(?:19|20)\d\d-\d\d-\d\d$")
_LONG = re.compile(r"(?<![\w+])\d(?:[ .\-/]?\d){7,19}(?!\w)")
_CUES = {
    "imei": re.compile(r"\b(?:imei|boitier|terminal|handset|appareil)\b[^\d\n]{0,25}$"),
    "imsi": re.compile(r"\bimsi\b[^\d\n]{0,25}$"),
    "iccid": re.compile(r"\b(?:iccid|carte sim|sim card|sim)\b[^\d\n]{0,25}$"),
    "siren": re.compile(r"\b(?:siren|siret|rcs)\b[^\d\n]{0,25}$"),
}
_NIR = re.compile(
    r"(?<![\w.,/-])[12378](?P<gap>[ .]?)\d\d(?P=gap)\d\d(?P=gap)(?:\d\d|2[AB])(?P=gap)\d{3}(?P=gap)\d{3}"
    r"[ ./|-]{0,3}\d\d(?!\w)"
)
_NIR_CUE = re.compile(r"\b(?:nir|insee|securite\s+sociale|numero\s+de\s+secu|n\s?°\s?de\s+secu)\b[^\d\n]{0,25}$")
_ACCOUNT = re.compile(
    r"\b(?:comptes?(?:\s+(?:bancaires?|courants?|joint|cheques?))?|cpte|(?:bank\s+)?accounts?(?:\s+number)?|rib)"
    r"(?P<sign>(?:\s*(?:no\.|number|numero|n\s?°|n°|nos?\.?(?=\s*\d)|#|:|ending|se\s+terminant\s+par)){0,3})\s*:?\s*"
)
_ACCOUNT_VALUE = re.compile(r"(?=[A-Z0-9 ]{0,60}\d{4}|\d{3}l)[A-Z0-9l]{4,}+(?:[ \-][A-Z0-9]{2,}+){0,6}(?!\w)")
_CARD = re.compile(r"(?<![\w.,/-])[3-6]\d{3}(?P<gap>[ .\-]?)(?:\d{4}(?P=gap)){2}\d{4}(?![\w])")
_CARD_CUE = re.compile(r"\b(?:carte|card|cb|visa|mastercard)\b[^\d\n]{0,30}$")


def find_equipment(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield IMEI, IMSI, ICCID, SIREN and NIR numbers, normalised to `imei:…`: by their cue and their checksum."""
    for match in _NIR.finditer(text):
        cued = _NIR_CUE.search(level[max(0, match.start() - 40) : match.start()]) is not None
        if nir.is_valid(re.sub(r"[^0-9AB]", "", match.group())) and (cued or match["gap"]):
            yield Candidate(match.start(), match.end(), "reference", f"nir:{compact(match.group())}")
    for match in _LONG.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = level[max(0, match.start() - 40) : match.start()]
        for name, cue in _CUES.items():
            if cue.search(before) and _holds(name, digits, before):
                yield Candidate(match.start(), match.end(), "reference", f"{name}:{digits}")
                break


def _holds(name: str, digits: str, before: str) -> bool:
    if name == "imei":
        return is_imei(digits) or (len(digits) == 14 and "imei" in before and len(set(digits)) > 2)
    if name == "siren":
        return len(digits) in (9, 14) and is_siren(digits)
    return len(digits) == 15 if name == "imsi" else len(digits) in (18, 19, 20) and digits.startswith("89")


def find_accounts(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield account numbers after a cue, and those of payment cards after one, by their check digit."""
    for match in _ACCOUNT.finditer(level):
        value = _ACCOUNT_VALUE.match(text, match.end())
        if value and (match["sign"] or re.fullmatch(r"[\dl]{8,14}", value.group())):
            told = re.sub(r"[ \-]", "", value.group())
            sure = GUESSED if "l" in told else 1.0
            yield Candidate(value.start(), value.end(), "account", told.replace("l", "1"), sure)
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if luhn.is_valid(digits) and _CARD_CUE.search(level[max(0, match.start() - 50) : match.start()]):
            yield Candidate(match.start(), match.end(), "account", digits)


def find_references(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers of acts and procedures, normalised without blanks around slashes."""
    for match in _DOCKET.finditer(text):
        yield Candidate(match.start(), match.end(), "reference", match.group())
    for match in _CUED.finditer(level):
        value = _VALUE.match(text, match.end())
        if value and _is_reference(value.group(), bool(match["sign"] or match["before"]), bool(match["colon"].strip())):
            yield _reference(value.start(), value.group())
    for match in _HEADED.finditer(text):
        yield _reference(match.start("value"), match["value"])
    for match in _BARE.finditer(text):
        if sum(char.isdigit() for char in match.group()) >= 3 and "/" in match.group():
            yield Candidate(match.start(), match.end(), "reference", match.group())


def _reference(start: int, value: str) -> Candidate:
    """Without blanks around separators or between groups of digits; letters misread among digits put right, doubted."""
    joined = re.sub(r"\s*([/\-])\s*", r"\1", value)
    joined = joined.replace(" ", "") if re.fullmatch(r"[\d ]+", joined) else joined
    right = _AMONG_DIGITS.sub("0", joined.replace("l", "1"))
    return Candidate(start, start + len(value), "reference", right, 1.0 if right == joined else GUESSED)


def _is_reference(value: str, signed: bool, colon: bool) -> bool:
    """Digits are asked for; without a number sign, so is a separator or a length that a count does not have."""
    digits = sum(char.isdigit() or char == "l" for char in value)
    if not any(map(str.isdigit, value)) or (not signed and _DATE.match(value)):
        return False
    if signed:
        return True
    return digits >= 4 and (bool(re.search(r"[/\-]", value)) or (colon and digits >= 5) or digits >= 8)
