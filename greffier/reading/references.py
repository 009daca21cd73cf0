"""Numbers of acts, procedures and accounts: a number is a reference only after the word that says of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.checksums import is_imei, is_siren

_NUMBER_SIGN = r"(?:\s*(?:no\.|number|numero|num\.|n\s?°|n°|nos?\.?(?=\s*\d)|#|ref\.?|reference))"
_ACT = (
    r"p\.?-?v\.?|proces-verba(?:l|ux)|procedure|dossier|affaire|rapport|note(?:\s+de\s+liaison)?"
    r"|minute|commission\s+rogatoire"
    r"|parquet|instruction|ordonnance|requisition|references?|our\s+ref\.?|your\s+ref\.?|ref\.?|n/ref\.?|v/ref\.?"
    r"|case(?:\s+file)?|file|report|incident|docket|warrant|crime(?:\s+reference)?|enquete|cote|reference"
)
_CUED = re.compile(
    rf"\b(?:{_ACT})(?P<kind>(?:\s+(?:d'instruction|d'enquete|judiciaire|generale|technique|du\s+parquet|numbers?))?)"
    rf"(?P<sign>{_NUMBER_SIGN})?(?P<colon>\s*[:.]?)\s*(?P<value>)"
)
_VALUE = re.compile(r"[A-Z0-9]+(?:(?: ?[/\-] ?|\.|_| (?=[A-Z]{0,4}\d))[A-Z0-9]+)*")
_BARE = re.compile(r"(?<![\w/.@-])[A-Z]{2,8}(?:[/\-][A-Z0-9]{1,8}){2,5}(?![\w/@])")
_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d\d)$|(?:19|20)\d\d$|(?:19|20)\d\d-\d\d-\d\d$")
_LONG = re.compile(r"(?<![\w+])\d(?:[ .\-/]?\d){7,18}(?!\w)")
_CUES = {
    "imei": re.compile(r"\bimei\b[^\d\n]{0,25}$"),
    "imsi": re.compile(r"\bimsi\b[^\d\n]{0,25}$"),
    "iccid": re.compile(r"\b(?:iccid|carte sim|sim card)\b[^\d\n]{0,25}$"),
    "siren": re.compile(r"\b(?:siren|siret|rcs)\b[^\d\n]{0,25}$"),
}
_ACCOUNT = re.compile(
    r"\b(?:comptes?(?:\s+(?:bancaires?|courants?|joint|cheques?))?|(?:bank\s+)?accounts?(?:\s+number)?|rib)"
    r"(?:\s*(?:no\.|number|numero|n\s?°|n°|nos?\.?(?=\s*\d)|#|:|ending|se\s+terminant\s+par))+\s*:?\s*"
)
_ACCOUNT_VALUE = re.compile(r"(?=[A-Z0-9 ]{0,60}\d{4})[A-Z0-9]{4,}+(?:[ \-][A-Z0-9]{2,}+){0,6}(?!\w)")
_WALLET = re.compile(r"(?<!\w)(?:bc1[a-z0-9]{25,59}|0x[0-9a-fA-F]{40}|[13][1-9A-HJ-NP-Za-km-z]{25,34})(?!\w)")


def find_equipment(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield IMEI, IMSI, ICCID and SIREN numbers, normalised to `imei:…`: by their cue, and their checksum if any."""
    for match in _LONG.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = level[max(0, match.start() - 40) : match.start()]
        for name, cue in _CUES.items():
            if cue.search(before) and _holds(name, digits):
                yield Candidate(match.start(), match.end(), "reference", f"{name}:{digits}")


def _holds(name: str, digits: str) -> bool:
    if name == "imei":
        return is_imei(digits)
    if name == "siren":
        return len(digits) in (9, 14) and is_siren(digits)
    return len(digits) == 15 if name == "imsi" else len(digits) in (19, 20)


def find_accounts(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield account numbers after a cue, and addresses of crypto-money wallets."""
    for match in _ACCOUNT.finditer(level):
        value = _ACCOUNT_VALUE.match(text, match.end())
        if value:
            yield Candidate(value.start(), value.end(), "account", re.sub(r"[ \-]", "", value.group()))
    for match in _WALLET.finditer(text):
        if re.search(r"\d", match.group()) and (
            match.group()[1] in "xc" or re.search(r"[a-z].{0,60}[A-Z]|[A-Z].{0,60}[a-z]", match.group())
        ):
            yield Candidate(match.start(), match.end(), "account", match.group())


def find_references(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers of acts and procedures, normalised without blanks around slashes."""
    for match in _CUED.finditer(level):
        value = _VALUE.match(text, match.end())
        if value and _is_reference(value.group(), bool(match["sign"]), bool(match["colon"].strip())):
            yield Candidate(value.start(), value.end(), "reference", re.sub(r"\s*([/\-])\s*", r"\1", value.group()))
    for match in _BARE.finditer(text):
        if sum(char.isdigit() for char in match.group()) >= 3 and "/" in match.group():
            yield Candidate(match.start(), match.end(), "reference", match.group())


def _is_reference(value: str, signed: bool, colon: bool) -> bool:
    """Digits are asked for; without a number sign, so is a separator or a length that a count does not have."""
    digits = sum(char.isdigit() for char in value)
    if digits == 0 or (not signed and _DATE.match(value)):
        return False
    if signed:
        return True
    return digits >= 4 and (bool(re.search(r"[/\-]", value)) or (colon and digits >= 5) or digits >= 8)
