"""Numbers of devices, vessels, firms and persons, normalised to what they are of: `imei:…`, `ip:…`, `siren:…`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum.fr import nir

from greffier.reading.candidate import Candidate
from greffier.reading.checksums import compact, is_imei, is_imo, is_siren

_LONG = re.compile(r"\d(?<![\w+].)(?:[ .\-/]?\d){7,19}(?=F?(?!\w))")
_CUES = {
    "imei": re.compile(
        r"\b(?:[il1]me[il1](?: ?[12](?!\d))?|boitier|terminal|handset|appareil)\b[^\d\n]{0,25}$"
        r"|imei ?[12] ?:? ?$|imei\s{1,20}$"
    ),
    "imsi": re.compile(r"\bimsi\b[^\d\n]{0,25}$"),
    "iccid": re.compile(r"\b(?:iccid|carte sim|sim card|sim)\b[^\d\n]{0,25}$"),
    "siren": re.compile(r"\b(?:siren|siret|rcs)\b[^\d\n]{0,25}$"),
}
_NAMED = re.compile(r"\bimei(?: ?(?:no\.?|n°|number|[12]))? ?:? ?$")  # whatever its check digit is
_IMEI = 15  # digits
_MISREAD = re.compile(r"\b[il1]me[il1]\b[^\d\n]{0,15}(?P<value>(?=[\doil ]{0,18}[oil])\d(?: ?[\doil]){13,15})(?!\w)")
_NIR = re.compile(
    r"[12378](?<![\w.,/-].)(?P<gap>[ .]?)\d\d(?P=gap)\d\d(?P=gap)(?:\d\d|2[AB])(?P=gap)\d{3}(?P=gap)\d{3}"
    r"[ ./|-]{0,3}\d\d(?!\w)"
)
_NIR_CUE = re.compile(r"\b(?:nir|insee|securite\s+sociale|numero\s+de\s+secu|n\s?°\s?de\s+secu)\b[^\d\n]{0,25}$")
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IP = re.compile(
    rf"\d(?<![\w.,/-].)(?:(?<=2)5[0-5]|(?<=2)[0-4]\d|(?<=1)\d\d|(?<=[1-9])\d)?(?:\.{_OCTET}){{3}}(?![\w/-]|[.,]\d)"
)
_IP_CUE = re.compile(
    r"\bip(?:v4)?\b|adresse|address|\blog(?:in|ged|s)?\b|serveur|server|connect|connexion|\bhost|\bvpn\b"
)
_MAC = re.compile(
    r"[0-9A-Fa-f](?<![\w:-].)[0-9A-Fa-f](?P<gap>[:-])(?:[0-9A-Fa-f]{2}(?P=gap)){4}[0-9A-Fa-f]{2}(?![\w:-])"
)
_VESSEL = re.compile(r"[IO](?<!\w.)M(?:(?<=IM)O|(?<=OM)I)\b(?:\s*(?:n°|no\.?|number|num[ée]ro))?\s*:?\s*(\d{7})(?!\w)")


def find_devices(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield IMEI, IMSI, ICCID, SIREN, NIR, IMO, IP and MAC numbers: by their cue and their checksum, or their shape."""
    for match in _NIR.finditer(text):
        cued = _NIR_CUE.search(level[max(0, match.start() - 40) : match.start()]) is not None
        if nir.is_valid(re.sub(r"[^0-9AB]", "", match.group())) and (cued or match["gap"]):
            yield Candidate(match.start(), match.end(), "reference", f"nir:{compact(match.group())}")
    yield from _announced(text, level)
    yield from _by_shape(text, level)
    yield from _spoilt(text, level)


def _announced(text: str, level: str) -> Iterator[Candidate]:
    for match in _LONG.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        before = level[max(0, match.start() - 40) : match.start()]
        for name, cue in _CUES.items():
            named = name == "imei" and len(digits) == _IMEI and _NAMED.search(before) is not None
            if cue.search(before) and (named or _holds(name, digits, before)):
                yield Candidate(match.start(), match.end(), "reference", f"{name}:{digits}")
                break


def _by_shape(text: str, level: str) -> Iterator[Candidate]:
    for match in _IP.finditer(text):
        if _IP_CUE.search(level, max(0, match.start() - 60), match.start()):
            yield Candidate(match.start(), match.end(), "reference", f"ip:{match.group()}")
    for match in _MAC.finditer(text):
        yield Candidate(match.start(), match.end(), "reference", f"mac:{compact(match.group()).lower()}")
    for match in _VESSEL.finditer(text):
        if is_imo(match[1]):
            yield Candidate(match.start(1), match.end(1), "reference", f"imo:{match[1]}")


def _spoilt(text: str, level: str) -> Iterator[Candidate]:
    """An IMEI with letters read for digits: as it stands."""
    for match in _MISREAD.finditer(level):
        told = re.sub(r"\s", "", text[match.start("value") : match.end("value")])
        yield Candidate(match.start("value"), match.end("value"), "reference", f"imei:{told}", 0.5)


def _holds(name: str, digits: str, before: str) -> bool:
    if name == "imei":
        return is_imei(digits) or (len(digits) == 14 and "imei" in before and len(set(digits)) > 2)
    if name == "siren":
        return len(digits) in (9, 14) and is_siren(digits)
    return len(digits) == 15 if name == "imsi" else len(digits) in (18, 19, 20) and digits.startswith("89")
