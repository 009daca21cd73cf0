"""The light markup of a source page: lines in, blocks out, and the plain text a reader would see."""

from __future__ import annotations

import re
from dataclasses import dataclass

PREFIXES = {"# ": "title", "## ": "head", "^ ": "centre", ">> ": "right", "~ ": "small", "- ": "turn", "> ": "indent"}
DIRECTIVE = re.compile(r"^=(sig|stamp|seal|box|space|hand|rule)=\s*(.*)$")
TAG = re.compile(r"</?[bi]>")
BREAK = "<br/>"


@dataclass(frozen=True)
class Block:
    """One paragraph, table or mark; a table keeps its rows, everything else its text."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def parse(page: str) -> list[Block]:
    """Blocks are separated by blank lines; a block's first characters say its kind."""
    return [_block(chunk) for chunk in re.split(r"\n\s*\n", page.strip("\n")) if chunk.strip()]


def _block(chunk: str) -> Block:
    directive = DIRECTIVE.match(chunk.split("\n", 1)[0])
    if directive:
        rest = chunk.split("\n", 1)[1] if "\n" in chunk else ""
        return Block(directive[1], "\n".join(part for part in (directive[2], rest) if part))
    if chunk.startswith("|"):
        return Block("table", rows=tuple(_cells(line) for line in chunk.split("\n")))
    for prefix, kind in PREFIXES.items():
        if chunk.startswith(prefix):
            glue = BREAK if kind == "title" else " "
            return Block(kind, glue.join(line.strip() for line in chunk[len(prefix) :].split("\n")))
    return Block("para", " ".join(line.strip() for line in chunk.split("\n")))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def plain(page: str) -> str:
    """The words of a page without markup, whitespace normalised; what a quotation is checked against."""
    parts: list[str] = []
    for block in parse(page):
        if block.kind == "table":
            parts.extend(" ".join(row) for row in block.rows if not row[0].startswith("w "))
        elif block.kind not in ("space", "rule"):
            parts.append(block.text)
    return normalise(TAG.sub("", " ".join(parts).replace(BREAK, " ")))


def normalise(text: str) -> str:
    """Runs of whitespace, line ends and no-break spaces included, become one space."""
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip()
