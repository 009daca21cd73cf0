"""The labelled French press of the corpora (Europeana newspapers, CC0), as passages of text with their names."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

PASSAGE = 600  # tokens
_NO_SPACE_BEFORE = ",.;:!?)»"
_TITLES = re.compile(
    r"^(?:(?:M\.|MM\.|Mme|Mlle|Mgr|Dr|Me|le|la|général|capitaine|comte|baron|marquis|prince|duc|abbé|docteur|Monsieur"
    r"|Madame|roi|reine|colonel|commandant) +|l')+"
)


class Labelled(NamedTuple):
    """A text, and its names as (start, end, PER | ORG | LOC)."""

    text: str
    names: tuple[tuple[int, int, str], ...]


def press() -> list[Labelled]:
    """Return the passages in the order of the newspapers, so that neighbours are of the same page."""
    root = Path(os.environ.get("GREFFIER_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "corpora"))
    file = root / "ner-fr-press-ocr" / "enp_FR.bnf.bio"
    if not file.is_file():
        sys.exit(f"Nothing trained: there is no {file}. Set GREFFIER_CORPORA to the folder of the corpora.")
    rows = [row.rsplit(" ", 1) for row in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    tokens = [(row[0].strip(), row[1][2:]) for row in rows if len(row) == 2 and row[0].strip()]
    return [_passage(tokens[start : start + PASSAGE]) for start in range(0, len(tokens), PASSAGE)]


def _passage(tokens: list[tuple[str, str]]) -> Labelled:
    text, names, inside = "", [], ""
    for word, kind in tokens:
        joined = word in _NO_SPACE_BEFORE or text.endswith(("'", "’", "("))
        text += ("" if joined or not text else " ") + word
        if kind:
            start = names.pop()[0] if kind == inside else len(text) - len(word)
            names.append((start, len(text), kind))
        inside = kind
    return Labelled(text, tuple(_untitled(text, name) for name in names))


def _untitled(text: str, name: tuple[int, int, str]) -> tuple[int, int, str]:
    """Our spans of people have no title."""
    start, end, kind = name
    title = _TITLES.match(text[start:end]) if kind == "PER" else None
    return (start + title.end() if title and title.end() < end - start else start), end, kind
