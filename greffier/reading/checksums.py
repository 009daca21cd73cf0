"""Identifiers that carry their own proof: IBAN, container, ship, IMEI and SIREN numbers, and their repair after OCR.

A repair is offered only where one reading of the confusable characters, and one only, satisfies the check digits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product

from stdnum import iban, luhn
from stdnum.exceptions import ValidationError
from stdnum.fr import siren, siret
from stdnum.iso6346 import is_valid as container_is_valid
from stdnum.iso7064 import mod_97_10

_AS_DIGIT = {"O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "B": "8"}
_AS_LETTER = {"0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B"}
_LETTERED = frozenset("AD AZ BG BH BY GB GI IE JO KW LV MT NL PK PS QA RO SC VG XK".split())
# Lengths in countries whose accounts have check digits and that are in no registry yet.
_PARTIAL = {
    "AO": {25}, "BF": {27, 28}, "BJ": {28}, "CF": {27}, "CG": {27}, "CI": {28}, "CM": {27}, "CV": {25}, "DZ": {24, 26},
    "GA": {27}, "GQ": {27}, "GW": {25}, "IR": {26}, "KM": {27}, "MA": {28}, "MG": {27}, "ML": {28}, "MZ": {25},
    "NE": {28}, "SN": {28}, "TD": {27}, "TG": {28},
}  # fmt: skip
_MOST_DOUBTS = 6  # confusable characters tried together


def compact(text: str) -> str:
    """Return the letters and digits of an identifier, in capitals."""
    return re.sub(r"[^0-9A-Z]", "", text.upper())


def iban_value(text: str) -> tuple[str, bool] | None:
    """Return the IBAN that a text holds and whether it had to be repaired, None when its checksum fails."""
    return _proved(compact(text), _is_iban, _iban_readings)


def container_value(text: str) -> tuple[str, bool] | None:
    """Return the ISO 6346 container number that a text holds and whether it had to be repaired."""
    return _proved(compact(text), container_is_valid, _container_readings)


def is_imei(digits: str) -> bool:
    """Whether these are 15 digits that pass the Luhn check, and not a row of one digit."""
    return len(digits) == 15 and len(set(digits)) > 2 and bool(luhn.is_valid(digits))


def is_siren(digits: str) -> bool:
    """Whether these are the 9 digits of a SIREN or the 14 of a SIRET."""
    return bool(siren.is_valid(digits) if len(digits) == 9 else siret.is_valid(digits))


def is_imo(digits: str) -> bool:
    """Whether these are the seven digits of a ship, the last of which checks the others."""
    weighed = sum(int(digit) * weight for digit, weight in zip(digits, range(7, 1, -1), strict=False))
    return len(digits) == 7 and weighed % 10 == int(digits[6])


def _proved(
    raw: str, valid: Callable[[str], bool], readings: Callable[[str], Iterable[str]]
) -> tuple[str, bool] | None:
    if valid(raw):
        return raw, False
    repaired = {reading for reading in readings(raw) if valid(reading)}
    return (repaired.pop(), True) if len(repaired) == 1 else None


def _is_iban(raw: str) -> bool:
    if raw[:2] in _PARTIAL:
        return len(raw) in _PARTIAL[raw[:2]] and raw[2:4].isdigit() and bool(mod_97_10.is_valid(raw[4:] + raw[:4]))
    try:
        iban.validate(raw, check_country=False)
    except (ValidationError, ValueError):
        return False
    return True


def _iban_readings(raw: str) -> Iterable[str]:
    """Digits stand in the check digits and in most accounts; the bank's code has letters in some countries."""
    first = 8 if raw[:2] in _LETTERED else 4
    yield from _as_digits(raw, (2, 3, *range(first, len(raw))))


def _container_readings(raw: str) -> Iterable[str]:
    if len(raw) == 11:
        letters = "".join(_AS_LETTER.get(char, char) for char in raw[:4])
        yield from _as_digits(letters + raw[4:], range(4, 11))


def _as_digits(raw: str, places: Iterable[int]) -> Iterable[str]:
    doubts = [at for at in places if at < len(raw) and raw[at] in _AS_DIGIT]
    if len(doubts) > _MOST_DOUBTS:
        return
    for chosen in product((False, True), repeat=len(doubts)):
        chars = list(raw)
        for at, repair in zip(doubts, chosen, strict=True):
            chars[at] = _AS_DIGIT[chars[at]] if repair else chars[at]
        yield "".join(chars)
