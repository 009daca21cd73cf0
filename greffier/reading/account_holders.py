"""Whose account a statement is of: the name after its label, or beside the number of the account."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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
_NUMBER = re.compile(r"\b(?:compte|account|a/c|acct|folio|wallet|portefeuille)\b[^|\n]{0,30}\d{4}")
_ACCOUNT = re.compile(r"\b(?:compte|account|a/c|acct|folio|wallet|portefeuille)\b")
_BEHIND = re.compile(r"\d[\d .-]{5,30}[ ](?P<name>[^\W\d_].{2,60})$")  # « Compte 00031 44872 RAKOTOBE HERY »
_OTHERS = re.compile(
    r"\b(?:agence|branch|current|cheque|savings|courant|statement|releve|extrait|page|currency|devise|period|periode|du|from)\b"
)
_BANK = re.compile(r"\b(?:bank|banque|caisse|credit|savings|building society)\b")
_ENDS = re.compile(r"\s{2,}|,|\s(?:ID|NIN|PIN|n°|No\.?|et|and)\s|\s-\s|\(|$")
_APART = re.compile(r"\s{2,}|\s[-–—]\s|[|;]")
_CALLED = re.compile(r"(?:m|mr|mrs|ms|miss|mme|mlle|dr|monsieur|madame|mademoiselle)\.?\s(?!le |la |l')[a-z]")
_HEAD = 12  # lines in which a statement says whose it is


def holder_of(page: Page) -> Located | None:
    """Return where the head of a page names the holder of the account; None where it does not, or names several."""
    head = [line for line, _ in zip(lines([page]), range(_HEAD), strict=False)]
    told = [found for line in head if (found := _labelled(line))] or [
        found for line in head if (found := _beside(line))
    ]
    told = told or [found for line in head for part in _parts(line.text) if (found := _person(line, *part))]
    names = {level(page.text[start:end]) for start, end in told}
    return Located("holder", span(page, *told[0])) if len(names) == 1 else None


def holder_beside(pages: Sequence[Page], number: str) -> Located | None:
    """The one name that stands beside the number of an account on any page of a piece."""
    for page in pages:
        told = [line for line in lines([page]) if number in re.sub(r"\D", "", line.text)]
        found = next((one for line in told if (one := _beside(line))), None)
        if found is not None:
            return Located("holder", span(page, *found))
    return None


def _labelled(line: Line) -> tuple[int, int] | None:
    label = _LABEL.search(level(line.text))
    found = _name(line, *label.span("name")) if label else None
    weak = label is not None and label["label"] in _WEAK
    return found if not (weak and found and kind_of(line.page.text[slice(*found)]) is None) else None


def _beside(line: Line) -> tuple[int, int] | None:
    """The words beside the number of the account, where they name somebody, and no bank."""
    parts = list(_parts(line.text))
    for at, (start, end) in enumerate(parts):
        numbered = line.text[start : parts[min(at + 1, len(parts) - 1)][1]]
        if _ACCOUNT.search(level(line.text[start:end])) and _NUMBER.search(level(numbered)):
            behind = _BEHIND.search(line.text, start, end)
            near = [behind.span("name")] if behind else []
            near += [*parts[at + 1 : at + 3], *parts[max(0, at - 1) : at]]
            return next((found for part in near if (found := _name(line, *part)) and _is_holder(line, found)), None)
    return None


def _is_holder(line: Line, told: tuple[int, int]) -> bool:
    """Whether words beside the number of an account are a name, and no bank's."""
    words = line.page.text[slice(*told)]
    flat = level(words)
    plain = words.isupper() and " " in words and _OTHERS.search(flat) is None
    called = kind_of(words) is not None or _CALLED.match(flat) is not None or plain
    return called and not _BANK.search(flat)


def _person(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """A stretch that a title of courtesy opens: « M. ETCHEVARRE JULIEN », « M. OU MME X »."""
    return _name(line, start, end) if _CALLED.match(level(line.text[start:end])) else None


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that wide blanks, bars and dashes part."""
    at = 0
    for found in (*_APART.finditer(text), None):
        end = found.start() if found else len(text)
        if text[at:end].strip():
            yield at + len(text[at:end]) - len(text[at:end].lstrip()), at + len(text[at:end].rstrip())
        at = found.end() if found else end


def _name(line: Line, start: int, end: int) -> tuple[int, int] | None:
    end = start + _ENDS.search(line.text[start:end]).start()  # type: ignore[union-attr]
    words = line.text[start:end].rstrip()
    if sum(map(str.isalpha, words)) < 3 or any(map(str.isdigit, words)) or not words[0].isupper():
        return None
    return line.start + start, line.start + start + len(words)
