"""Plain text, in whatever encoding: pages at form feeds, else at empty lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.encoding import decode
from greffier.records import Leaf, Member
from greffier.text import clean

PAGE = 60_000  # characters: longer texts are divided
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


class Plain:
    """Opens text files."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the pages of the text. SourceBroken when there is no text in it."""
        text = decode(untrusted_path.read_bytes())
        if not text.strip():
            raise SourceBroken("The file holds no text.")
        yield from leaves(text)


def leaves(text: str) -> Iterator[Leaf]:
    """Divide a text into leaves: at form feeds where it has any, and where a page would be too long."""
    number = 0
    for sheet in text.strip("\x0c").split("\x0c"):
        for part in _parts(clean(sheet).strip("\n")):
            number += 1
            yield Leaf(number, part, 0, 0)


def without_empty_cells(text: str) -> str:
    """The text of tables without the empty cells at the ends of their rows, nor blanks at the ends of lines."""
    return "\n".join(line.rstrip(" |\t") for line in text.split("\n"))


def _parts(text: str) -> Iterator[str]:
    """Parts of at most `PAGE` characters, divided at an empty line, else at a line, else anywhere."""
    start = 0
    while len(text) - start > PAGE:
        end = _cut(text, start, start + PAGE)
        yield text[start:end].strip("\n")
        start = end
    yield text[start:].strip("\n")


def _cut(text: str, start: int, end: int) -> int:
    empty = [match.end() for match in _EMPTY_LINE.finditer(text, start + PAGE // 2, end)]
    if empty:
        return empty[-1]
    line = text.rfind("\n", start + PAGE // 2, end)
    if line > 0:
        return line + 1
    blank = text.rfind(" ", start + PAGE // 2, end)
    return blank + 1 if blank > 0 else end
