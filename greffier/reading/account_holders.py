"""Whose account a statement is of: the name after its label, or beside the number of the account."""

from __future__ import annotations

import re

from greffier.reading.mention import span
from greffier.reading.payees import kind_of
from greffier.reading.tables import Line, lines
from greffier.reading.vocabulary import level
from greffier.records import Located, Page

_LABEL = re.compile(
    r"(?:^|\s{2}|[|;]\s?)(?P<label>titulaires?(?: du compte)?|intitule(?: du compte)?"
    r"|nom du (?:compte|client|titulaire)|au nom de|account (?:holders?|name)|in the name of|holders?"
    r"|customer(?: name)?|client|name|denomination"
    r"|raison sociale)(?:[ \t]*[:|][ \t]*|[ \t]{2,})(?P<name>[^|:;\n]{3,60})"
)
_WEAK = frozenset(("name", "client", "customer", "customer name", "denomination", "raison sociale"))  # of many things
_NUMBER = re.compile(r"\b(?:compte|account|a/c|acct)\b[^|\n]{0,30}\d{4}")
_BANK = re.compile(r"\b(?:bank|banque|caisse|credit|savings|building society)\b")
_ENDS = re.compile(r"\s{2,}|,|\s(?:ID|NIN|PIN|n°|No\.?|et|and)\s|\s-\s|\(|$")
_HEAD = 12  # lines in which a statement says whose it is


def holder_of(page: Page) -> Located | None:
    """Return where the head of a page names the holder of the account; None where it does not, or names several."""
    head = [line for line, _ in zip(lines([page]), range(_HEAD), strict=False)]
    told = [found for line in head if (found := _labelled(line))] or [
        found for line in head if (found := _beside(line))
    ]
    names = {level(page.text[start:end]) for start, end in told}
    return Located("holder", span(page, *told[0])) if len(names) == 1 else None


def _labelled(line: Line) -> tuple[int, int] | None:
    label = _LABEL.search(level(line.text))
    found = _name(line, *label.span("name")) if label else None
    weak = label is not None and label["label"] in _WEAK
    return found if not (weak and found and kind_of(line.page.text[slice(*found)]) is None) else None


def _beside(line: Line) -> tuple[int, int] | None:
    """The cell after or before the one with the number of the account, where it names somebody, and no bank."""
    for at in range(len(line.cells)):
        if _NUMBER.search(level(line.words(at))):
            for cell in (*line.cells[at + 1 : at + 2], *line.cells[max(0, at - 1) : at]):
                found = _name(line, cell.start - line.start, cell.end - line.start)
                words = line.page.text[slice(*found)] if found else ""
                if found and kind_of(words) is not None and not _BANK.search(level(words)):
                    return found
            return None
    return None


def _name(line: Line, start: int, end: int) -> tuple[int, int] | None:
    end = start + _ENDS.search(line.text[start:end]).start()  # type: ignore[union-attr]
    words = line.text[start:end].rstrip()
    if sum(map(str.isalpha, words)) < 3 or any(map(str.isdigit, words)) or not words[0].isupper():
        return None
    return line.start + start, line.start + start + len(words)
