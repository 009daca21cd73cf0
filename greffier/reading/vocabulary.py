"""The word lists beside this module, loaded once when first asked for, and patterns made of them.

Lists and patterns are written for the *level* view of a text: lower case, no accents, one kind of apostrophe, dash and
blank, and as long as the text, so that an offset in one is an offset in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader  # ten times as fast: a quarter of the time in which the readers are ready
except ImportError:
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

from greffier.reading.tokens import flatten

level = flatten  # the level view of a text, by the name that readers know it by


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of the list `name`.txt, levelled; lines that begin with # are comments."""
    return frozenset(level("\n".join(_lines(name))).split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """Return the lines of the list `name`.txt, levelled."""
    return tuple(level("\n".join(_lines(name))).split("\n"))


@cache
def table(name: str) -> Any:
    """Return what `name`.yaml holds."""
    return yaml.load(_read(f"{name}.yaml"), Loader)


def any_of(choices: Iterable[str]) -> str:
    """Return a pattern that matches any of these phrases on a level view, longest first.

    It is a tree of prefixes, since thousands of plain alternatives are slow; a blank matches a line break too.
    """
    tree: dict[str, Any] = {}
    for choice in choices:
        node = tree
        for char in level(choice):
            node = node.setdefault(char, {})
        node[""] = {}
    return _branch(tree)


def scanned(forms: Iterable[str]) -> list[str]:
    """Return these words, and those with an m once more as scans often give them: « affirrne », `adrnitted`."""
    every = list(forms)
    return [*every, *(form.replace("m", "rn") for form in every if "m" in form)]


@lru_cache(maxsize=64)
def at_lines(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str], ...]:
    """Return the matches of a pattern that begin where a line does, without overlaps, and try it nowhere else."""
    found: list[re.Match[str]] = []
    at = 0
    while True:
        match = pattern.match(text, at)
        if match:
            found.append(match)
        at = text.find("\n", max(at, match.end() - 1) if match else at) + 1
        if at == 0:
            return tuple(found)


def _branch(node: dict[str, Any]) -> str:
    ends = "" in node
    parts = [_atom(char) + _branch(below) for char, below in sorted(node.items()) if char]
    if not parts:
        return ""
    pattern = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{pattern}?" if ends else pattern


def _atom(char: str) -> str:
    return r"\s+" if char == " " else re.escape(char)


def _lines(name: str) -> list[str]:
    lines = (line.strip() for line in _read(f"{name}.txt").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _read(name: str) -> str:
    return (files("greffier.reading") / "lexicon" / name).read_text(encoding="utf-8")
