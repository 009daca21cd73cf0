"""What is true of a seeded case: who is who, what moved, what was planted, and on which pages it stands."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Literal

from tests.seeded.wording import Half, Language, Named, Person

Family = Literal["contradiction", "red line"]


@dataclass(frozen=True)
class Place:
    """Words on a page (1-based) of a file; without words, the whole page."""

    path: str
    page: int
    words: str = ""


@dataclass(frozen=True)
class Planted:
    """Something to find, or an innocent look-alike of it. Each side is one of several places that tell it."""

    type: str
    family: Family
    innocent: bool
    sides: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True)
class Written:
    """A paragraph with names, where it was written; offsets of the names are into its words."""

    place: Place
    names: tuple[Named, ...]
    tag: str = ""


@dataclass(frozen=True)
class Moved:
    """So much went from one person to another (None: out of the file's sight, to the police or from abroad)."""

    origin: str | None
    target: str | None
    quantity: Decimal
    unit: str


@dataclass(frozen=True)
class Account:
    """What a person received, gave, and what no page explains, of the good of the case."""

    holder: str
    unit: str
    came: Decimal
    went: Decimal

    @property
    def missing(self) -> Decimal:
        """What came and did not go."""
        return self.came - self.went


@dataclass(frozen=True)
class Truth:
    """All of it. `aliases` are pairs (id, other name); `shared` too, of a name that two people have; `apart` are people
    who must not be merged; `protected` are those told under a changed name.
    """

    seed: int
    half: Half
    language: Language
    good: str
    people: tuple[Person, ...]
    protected: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    shared: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    moved: tuple[Moved, ...]
    accounts: tuple[Account, ...]
    planted: tuple[Planted, ...]
    written: tuple[Written, ...] = ()
    pages: int = 0

    def exported(self) -> str:
        """The truth as JSON; the paragraphs it was told in are left out."""
        told = asdict(replace(self, written=()))
        told["accounts"] = [{**asdict(one), "missing": one.missing} for one in self.accounts]
        return json.dumps(told, ensure_ascii=False, indent=1, default=str)
