"""The papers that one piece holds: files of orders are often put together, one behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.lookup import Lookup
from greffier.records import Page, Piece
from greffier.text import folded

_TOP = 8  # lines of a page, in which a paper has its title
_LETTERS = 8
_GOES_ON = re.compile(r"\b(?:suite|contd|cont'd|continued|(?:page|p\.) ?(?:[2-9]|1\d)\b|[2-9] ?/ ?[1-9]\b)")


def sheets(known: Lookup, piece: Piece) -> Iterator[list[Page]]:
    """Yield the pages of a piece, parted where a page has a title of its own and does not say that it goes on."""
    together: list[Page] = []
    for page in (known.pages[id] for id in piece.pages if id in known.pages):
        if together and _begins(page):
            yield together
            together = []
        together.append(page)
    if together:
        yield together


def top(page: Page) -> list[str]:
    """The lines with words at the top of a page."""
    return [line for line in page.text.splitlines() if line.strip()][:_TOP]


def _begins(page: Page) -> bool:
    lines = top(page)
    if _GOES_ON.search(folded("\n".join(lines[:3]))):
        return False
    return any(_in_capitals(cell) for line in lines for cell in re.split(r"\s{2,}", line))


def _in_capitals(cell: str) -> bool:
    return cell.isupper() and sum(map(str.isalpha, cell)) >= _LETTERS
