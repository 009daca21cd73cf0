"""The rules for findings: packs of data, read and checked before anything is looked for.

A rule asks a question; it says how sure it can be, under which law, what innocent explanations to rule out, and shows
itself at work on three small examples. Packs are reviewed by lawyers, dated, and edited without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import msgspec
import yaml

from greffier.errors import WrongUsage
from greffier.records import Explanation, FindingKind

Template = Literal[
    "precedes", "requires_before", "within", "missing", "absent", "mismatch", "sequence", "balance", "overlap"
]


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same loader in C, ten times as fast where it is built


class LegalRef(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text a rule rests on, as it stood on a day, and who checked that; None until somebody has."""

    text: str
    as_of: date
    reviewed_by: str | None = None


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title as a question, with `{places}` that the finding fills."""

    en: str
    fr: str


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small case: documents with marked text. See `example.py` for the marks."""

    documents: tuple[Mapping[str, object], ...]


class Tests(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where the rule must speak, where it must not, and where it almost would."""

    positive: Example
    negative: Example
    near_miss: Example


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule. `check` names what is looked for; `parameters` are numbers and words a pack may set."""

    id: str
    version: int
    jurisdiction: str
    legal_ref: LegalRef
    kind: FindingKind
    severity: Literal["high", "medium", "low"]
    template: Template
    check: str
    title: Wording
    explanations: tuple[Explanation, ...]
    tests: Tests
    parameters: Mapping[str, float | str] = {}

    def number(self, name: str, default: float) -> float:
        """A numeric parameter."""
        value = self.parameters.get(name, default)
        return float(value)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the rules of every pack, in the order of their ids. Raises WrongUsage for a pack that is not well made."""
    folder = files("greffier.assembling") / "rules"
    packs = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    found = [rule for pack in packs for rule in read(pack.read_text(encoding="utf-8"), pack.name)]
    return tuple(sorted(found, key=lambda rule: rule.id))


def read(text: str, name: str) -> list[Rule]:
    """Return the rules of one pack."""
    try:
        found = msgspec.convert(yaml.load(text, _LOADER), list[Rule])  # noqa: S506  a safe loader, either of them
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise WrongUsage(f"The rule pack {name} cannot be read: {error}.", "Mend the pack.") from error
    for rule in found:
        _asks(rule, name)
    return found


def _asks(rule: Rule, name: str) -> None:
    """A title is a question in both languages, and has the same places to fill."""
    if not (rule.title.en.rstrip().endswith("?") and rule.title.fr.rstrip().endswith("?")):
        raise WrongUsage(f"Rule {rule.id} in {name}: its title is not a question.", "Word it as a question to put.")
    if not rule.explanations:
        raise WrongUsage(f"Rule {rule.id} in {name} has no innocent explanation.", "Add at least one to rule out.")
    if _places(rule.title.en) != _places(rule.title.fr):
        raise WrongUsage(f"Rule {rule.id} in {name}: its titles name different things.", "Use the same {places}.")


def _places(title: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", title))
