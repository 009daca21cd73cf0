"""Annotated pages: their text without marks, what is marked, and what is written below. See `pages/README.md`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("pages")


@dataclass(frozen=True)
class Mark:
    """Words of the page, from `start` to `end` in code points; `value` as the guide writes it, else empty."""

    start: int
    end: int
    kind: str
    value: str


@dataclass(frozen=True)
class Annotated:
    """A page: `notes` are what stands under its text (aliases, acronyms, changed, quotes, events)."""

    name: str
    head: dict[str, str]
    text: str
    marks: tuple[Mark, ...]
    notes: dict[str, Any]


def annotated(half: str) -> Iterator[Annotated]:
    """The pages of `seen` or `held_out`, by name."""
    for path in sorted((FOLDER / half).glob("*.txt")):
        yield read(path.name, path.read_text(encoding="utf-8"))


def read(name: str, content: str) -> Annotated:
    """One file; ValueError where its marks are not balanced."""
    header, _, rest = content.partition("\n\n")
    body, _, notes = rest.partition("\n---\n")
    head = dict(line.split(": ", 1) for line in header.splitlines())
    text, marks = unmarked(body.rstrip("\n"))
    return Annotated(name, head, text, marks, yaml.safe_load(notes) or {})


def unmarked(body: str) -> tuple[str, tuple[Mark, ...]]:
    """The text without its marks, and the marks by where they begin, the longer first."""
    text, at, marks = "", 0, []
    opened: list[tuple[int, str]] = []
    while at < len(body):
        if body[at] == "⟦":
            bar = body.index("|", at)
            opened.append((len(text), body[at + 1 : bar]))
            at = bar
        elif body[at] == "⟧":
            if not opened:
                raise ValueError(f"a mark is closed that was not opened: {text[-40:]!r}")
            start, said = opened.pop()
            kind, _, value = said.partition(" ")
            marks.append(Mark(start, len(text), kind, value))
        else:
            text += body[at]
        at += 1
    if opened:
        raise ValueError(f"a mark is not closed: {text[opened[-1][0] :][:40]!r}")
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))
