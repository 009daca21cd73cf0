"""The rules for findings: packs of data, read and checked before anything is looked for.

A rule asks a question; it says how sure it can be, under which law, what innocent explanations to rule out, and shows
itself at work on three small examples. Packs are reviewed by lawyers, dated, and edited without touching code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

import msgspec
import yaml

from greffier.errors import WrongUsage
from greffier.records import Explanation, FindingKind

Template = Literal[
    "precedes", "requires_before", "within", "missing", "absent", "mismatch", "sequence", "balance", "overlap"
]


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same loader in C, ten times as fast where it is built
_MOST_NODES = 50_000  # of a pack, each alias counted as what it stands for: a small file may unfold to billions
_DEEPEST = 50  # levels of a pack: the loader in C goes down by calling itself, and dies with the process
_PLACE = re.compile(r"\{(\w+)\}")
_JURISDICTION = re.compile(r"any|[A-Z]{2}(?:-[A-Z0-9]{1,3})?")


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
def packs() -> Mapping[str, tuple[Rule, ...]]:
    """Return the rules that come with Greffier, by the name of their pack. Raises WrongUsage for one not well made."""
    folder = files("greffier.assembling") / "rules"
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    return {pack.name[:-5]: tuple(read(pack.read_text(encoding="utf-8"), pack.name)) for pack in found}


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return the rules that come with Greffier, in the order of their ids."""
    return tuple(sorted((rule for pack in packs().values() for rule in pack), key=lambda rule: rule.id))


def read(text: str, name: str, models: Iterable[Rule] = ()) -> list[Rule]:
    """Return the rules of one pack. WrongUsage names the file, the line and what is wrong there.

    An entry may be `like` one of `models`: what it does not say itself is as there.
    """
    by_id = {rule.id: rule for rule in models}
    value, node = _written(text, name)
    if not isinstance(value, list):
        raise _wrong(name, node, "a pack is a list of rules, each beginning with `- id:`")
    return [_rule(entry, at, name, by_id) for entry, at in zip(value, node.value if node else (), strict=True)]


def _written(text: str, name: str) -> tuple[Any, yaml.Node | None]:
    """Return what a YAML text says, and the nodes that know on which line it says it."""
    loader = _LOADER(text)
    try:
        if (line := _too_deep(text)) is not None:
            raise _refused(name, line, f"the pack is deeper than {_DEEPEST} levels")
        node = loader.get_single_node()
        if node is None:
            return [], None
        if _unfolded(node, {}) > _MOST_NODES:
            raise _wrong(name, node, f"the pack unfolds to more than {_MOST_NODES:,} values")
        return loader.construct_document(node), node
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _refused(name, line, f"this is not YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise _refused(name, 1, f"this is not YAML that can be read: {error}") from error
    finally:
        loader.dispose()


def _too_deep(text: str) -> int | None:
    """The line on which a YAML text goes too deep; None where it never does. Parsing alone calls nothing twice."""
    depth = 0
    for event in yaml.parse(text, _LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _unfolded(node: yaml.Node, known: dict[int, float]) -> float:
    """How many values a node unfolds to; one that holds itself has no end."""
    if id(node) not in known:
        known[id(node)] = float("inf")
        inner = node.value if isinstance(node, yaml.CollectionNode) else ()
        parts = (part for one in inner for part in (one if isinstance(one, tuple) else (one,)))
        known[id(node)] = 1 + sum(_unfolded(part, known) for part in parts)
    return known[id(node)]


def _rule(entry: Any, node: yaml.Node, name: str, models: Mapping[str, Rule]) -> Rule:
    if isinstance(entry, dict) and models and "like" in entry:
        entry = _completed(entry, node, name, models)
    try:
        rule = msgspec.convert(entry, Rule)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at `$")
        raise _wrong(name, _inner(node, where), what) from error
    for place, what in _mistakes(rule):
        raise _wrong(name, _inner(node, f".{place}"), f"rule {rule.id}: {what}")
    return rule


def _completed(entry: dict[str, Any], node: yaml.Node, name: str, models: Mapping[str, Rule]) -> dict[str, Any]:
    """An entry with what it leaves to the rule that it is like."""
    model = models.get(entry["like"]) if isinstance(entry["like"], str) else None
    if model is None:
        raise _wrong(name, _inner(node, ".like"), f"there is no rule {entry['like']} (see `greffier rules`)")
    said: dict[str, Any] = msgspec.to_builtins(model) | entry
    del said["like"]
    return said


def _mistakes(rule: Rule) -> Iterable[tuple[str, str]]:
    """Yield what is wrong with a rule beyond its shape, and in which field: the place where it is to be mended."""
    if not _JURISDICTION.fullmatch(rule.jurisdiction):
        yield "jurisdiction", "a jurisdiction is any, or a country such as KE, or a part of one such as US-TX"
    for language, title in (("en", rule.title.en), ("fr", rule.title.fr)):
        if not title.rstrip().endswith("?"):
            yield f"title.{language}", "its title is not a question"
        if "{" in _PLACE.sub("", title) or "}" in _PLACE.sub("", title):
            yield f"title.{language}", "in a title braces are for {places} only"
    if places(rule.title.en) != places(rule.title.fr):
        yield "title", "its titles name different {places}"
    if not rule.explanations:
        yield "explanations", "it has no innocent explanation to rule out"


def places(title: str) -> frozenset[str]:
    """Return the names of the places in a title that a finding fills."""
    return frozenset(_PLACE.findall(title))


def _inner(node: yaml.Node, path: str) -> yaml.Node:
    """The node that a path like `.tests.positive` or `[2].en` leads to, or the last one on the way that is there."""
    for step in re.findall(r"\.(\w+)|\[(\d+)\]", path):
        found = _child(node, *step)
        if found is None:
            return node
        node = found
    return node


def _child(node: yaml.Node, name: str, number: str) -> yaml.Node | None:
    if number and isinstance(node, yaml.SequenceNode):
        inner: Sequence[yaml.Node] = node.value
        return inner[int(number)] if int(number) < len(inner) else None
    if name and isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == name), None)
    return None


def _wrong(name: str, node: yaml.Node | None, what: str) -> WrongUsage:
    return _refused(name, node.start_mark.line + 1 if node else 1, what)


def _refused(name: str, line: int, what: str) -> WrongUsage:
    return WrongUsage(f"The rule pack {name}, line {line}: {' '.join(what.split())}.", "Mend the pack.")
