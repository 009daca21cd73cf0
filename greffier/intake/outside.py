"""Who is known elsewhere: entities of FollowTheMoney as JSON Lines, read one by one, and nothing kept of the file.

Schemata and properties are those of the `followthemoney` package (4.11): https://followthemoney.tech/explorer/.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from greffier.errors import OutsideFailed
from greffier.records import MentionKind, Outsider
from greffier.text import clean

_PARTY: tuple[MentionKind, ...] = ("person", "organisation")
_KINDS: dict[str, tuple[MentionKind, ...]] = {
    "Person": ("person",), "LegalEntity": _PARTY, "Organization": ("organisation",), "Company": ("organisation",),
    "PublicBody": ("organisation",), "Vessel": ("organisation",), "Vehicle": ("plate",), "Airplane": ("plate",),
    "BankAccount": ("iban", "account"), "UserAccount": ("handle",), "CryptoWallet": ("account",),
}  # fmt: skip
_NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
_NUMBERS: dict[str, MentionKind] = {
    "phone": "phone", "email": "email", "iban": "iban", "accountNumber": "account", "username": "handle",
    "idNumber": "reference", "passportNumber": "reference", "taxNumber": "reference", "imoNumber": "reference",
    "registrationNumber": "reference", "vatCode": "reference", "publicKey": "account",
}  # fmt: skip
_LONGEST = 1 << 20  # bytes of a line; a company with a thousand names has a tenth
_MOST_VALUES, _LONGEST_VALUE = 200, 300  # of a property, and characters of one
_MOST_TOLD = 5  # lines that cannot be read, told one by one


class _Line(msgspec.Struct):
    schema: str
    id: str = ""
    properties: dict[str, Any] = {}


class Outside:
    """Reads a file from elsewhere; `left_aside` says afterwards what no outsider was made of, and why."""

    def __init__(self) -> None:
        self._broken: list[str] = []
        self._unreadable = 0
        self._foreign: Counter[str] = Counter()
        self._nameless = 0

    def read(self, untrusted_path: Path) -> Iterator[Outsider]:
        """Yield what each line tells of, in order. OutsideFailed where the file cannot be read."""
        try:
            with untrusted_path.open("rb") as stream:
                for number, untrusted_line in enumerate(_lines(stream.readline), 1):
                    if untrusted_line.strip() and (made := self._outsider(number, untrusted_line)):
                        yield made
        except OSError as error:
            raise OutsideFailed(f"{untrusted_path} cannot be read: {error.strerror}.") from None

    @property
    def left_aside(self) -> tuple[str, ...]:
        told = list(self._broken)
        if more := self._unreadable - len(self._broken):
            told.append(f"{more} more lines cannot be read")
        told += [f"{count} of schema {schema}: not compared" for schema, count in sorted(self._foreign.items())]
        if self._nameless:
            told.append(f"{self._nameless} without a name or number")
        return tuple(told)

    def _outsider(self, number: int, untrusted_line: bytes) -> Outsider | None:
        try:
            told = msgspec.json.decode(untrusted_line, type=_Line)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            self._refuse(number, "too long" if len(untrusted_line) > _LONGEST else "no entity as JSON")
            return None
        schema = clean(told.schema)[:40]
        if schema not in _KINDS:
            self._foreign[schema if len(self._foreign) < 100 else "…"] += 1
            return None
        numbers = [
            (_kind(schema, name), value) for name in _NUMBERS for value in _values(told.properties.get(name))
        ]  # fmt: skip
        names = tuple(dict.fromkeys(value for name in _NAMES for value in _values(told.properties.get(name))))
        if not names and not numbers:
            self._nameless += 1
            return None
        births = tuple(_values(told.properties.get("birthDate"))) if schema in ("Person", "LegalEntity") else ()
        return Outsider(clean(told.id)[:100] or f"line {number}", schema, _KINDS[schema], names, births, tuple(numbers))

    def _refuse(self, number: int, why: str) -> None:
        self._unreadable += 1
        if self._unreadable <= _MOST_TOLD:
            self._broken.append(f"line {number}: {why}")


def _lines(readline: Callable[[int], bytes]) -> Iterator[bytes]:
    """Lines of a file; one that is too long is given cut, so that it cannot be read, and once only."""
    while line := readline(_LONGEST + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = readline(_LONGEST + 1)


def _values(untrusted: Any) -> list[str]:
    """The texts of a property, on one line each; anything else in it is nobody's name."""
    every = untrusted[:_MOST_VALUES] if isinstance(untrusted, list) else [untrusted]
    cleaned = (" ".join(clean(one[:_LONGEST_VALUE]).split()) for one in every if isinstance(one, str))
    return [one for one in cleaned if one]


def _kind(schema: str, name: str) -> MentionKind:
    return "plate" if name == "registrationNumber" and "plate" in _KINDS[schema] else _NUMBERS[name]
