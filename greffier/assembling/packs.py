"""The rules that a case asks: those that come with Greffier and the case's own packs, under the laws that it chose.

A pack of a case is a YAML file in its folder `rules`. It chooses among the checks there are; it holds no code. The ids
of its rules begin with the name of its file, so no pack can stand in for another one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from pathlib import Path
from typing import Any

import msgspec

from greffier.assembling.checks import CHECKS
from greffier.assembling.jurisdictions import chosen
from greffier.assembling.rulebook import Rule, packs, places, read, rules
from greffier.assembling.trying import complaints
from greffier.errors import WrongUsage
from greffier.records import digest

FOLDER = "rules"
_LARGEST = 256 * 1024  # bytes of a pack
_NAME = re.compile(r"[\w-]{1,60}")


@dataclass(frozen=True, slots=True)
class Book:
    """What a case asks: `rules` of Greffier, its `own`, under which laws; `refused` says why packs are not used."""

    rules: tuple[Rule, ...]
    own: tuple[Rule, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def asked(self) -> tuple[Rule, ...]:
        """Every rule, in the order of their ids."""
        return tuple(sorted((*self.rules, *self.own), key=lambda rule: rule.id))

    @property
    def id(self) -> str:
        """Changes when the case asks something else; empty where it asks what every case does."""
        own = [msgspec.json.encode(rule).decode() for rule in self.own]
        return digest("book", *self.jurisdictions, *own) if own or self.jurisdictions else ""


def book(folder: Path | None = None, jurisdictions: str = "") -> Book:
    """Return the rules of a case whose packs lie in `folder`. Raises WrongUsage for a jurisdiction that is none."""
    found = [_pack(path) for path in sorted(folder.glob("*.yaml"))] if folder and not folder.is_symlink() else []
    own = tuple(rule for pack, _ in found for rule in pack)
    return Book(rules(), own, chosen(jurisdictions), tuple(why for _, why in found if why))


def pack(path: Path) -> tuple[Rule, ...]:
    """Return the rules of the user's pack in this file. WrongUsage says why it is refused."""
    found, why = _pack(path)
    if why:
        raise WrongUsage(why, "Mend the pack.")
    return found


def pack_of(rule: Rule) -> str:
    """Return the name of the pack that a rule stands in."""
    own = rule.id.partition("/")[0]
    return own if own != rule.id else next((name for name, held in packs().items() if rule in held), "")


def row(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON gives it, with its pack and without its examples."""
    told: dict[str, Any] = msgspec.to_builtins(rule)
    del told["tests"]
    return told | {"pack": pack_of(rule)}


def _pack(path: Path) -> tuple[tuple[Rule, ...], str]:
    """The rules of a pack, or none and why it is refused. A case may come from a stranger: no link is followed."""
    name = f"{FOLDER}/{path.name}"
    if not _NAME.fullmatch(path.stem):
        return (), f"The rule pack {name}: its name may hold letters, digits, - and _ only."
    if path.is_symlink() or not path.is_file():
        return (), f"The rule pack {name} is not a file of its own."
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
        if len(content) > _LARGEST:
            return (), f"The rule pack {name} is larger than {_LARGEST >> 10} kB."
        return _read(content.decode("utf-8"), path.stem)
    except UnicodeDecodeError:
        return (), f"The rule pack {name} is not UTF-8 text."
    except OSError as error:
        return (), f"The rule pack {name} cannot be read: {error.strerror}."


@lru_cache(maxsize=64)
def _read(text: str, stem: str) -> tuple[tuple[Rule, ...], str]:
    try:
        found = read(text, f"{FOLDER}/{stem}.yaml", rules())
    except WrongUsage as error:
        return (), str(error)
    for rule in found:
        if why := _unusable(rule, found):
            return (), f"The rule pack {FOLDER}/{stem}.yaml, rule {rule.id}: {why}."
    return tuple(msgspec.structs.replace(rule, id=f"{stem}/{rule.id}") for rule in found), ""


def _unusable(rule: Rule, found: list[Rule]) -> str:
    """Why a rule of a user cannot be asked; empty where it can."""
    if not _NAME.fullmatch(rule.id):
        return "an id may hold letters, digits, - and _ only"
    if sum(other.id == rule.id for other in found) > 1:
        return "another rule of the pack has this id"
    if rule.check not in CHECKS:
        return f"there is no check {rule.check}; the checks are {', '.join(sorted(CHECKS))}"
    if strange := places(rule.title.en) - _filled(rule.check):
        return f"the check {rule.check} fills no {{{min(strange)}}}; it fills {_named(_filled(rule.check))}"
    return _unfit(rule, _parameters(rule.check)) or "; ".join(complaints(rule))


def _unfit(rule: Rule, known: Mapping[str, float | str]) -> str:
    """What is wrong with the parameters of a rule, whose check takes those that are `known`."""
    for name, value in rule.parameters.items():
        if name not in known:
            return f"the check {rule.check} has no parameter {name}; it has {_named(known)}"
        if isinstance(value, str) != isinstance(known[name], str):
            return f"the parameter {name} is {'a word' if isinstance(known[name], str) else 'a number'}"
        if not isinstance(value, str) and not (isfinite(value) and 0 <= value <= 1_000_000):
            return f"the parameter {name} is a number from 0 to 1,000,000"
    return ""


def _filled(check: str) -> frozenset[str]:
    """The places that a check fills: those that a rule of Greffier relies on."""
    return frozenset().union(*(places(rule.title.en) for rule in rules() if rule.check == check))


def _parameters(check: str) -> dict[str, float | str]:
    """The parameters that a check takes, with a value of each."""
    return {name: value for rule in rules() if rule.check == check for name, value in rule.parameters.items()}


def _named(names: frozenset[str] | Mapping[str, float | str]) -> str:
    return ", ".join(sorted(names)) or "none"
