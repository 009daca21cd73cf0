"""Lists of what was seized, item by item, in which one thing bears no seal and all others do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.lookup import Lookup
from greffier.records import Page
from greffier.text import folded

_ITEM = re.compile(
    r"^[ \t]{0,8}(?:[-•*–]|\d{1,2}[.)]|[A-Z]{1,4}[-/]?\d{1,3}\b|(?:objet|item|pi[èe]ce|object)[ ]\d{1,2}\b)[ \t]+\S",
    re.IGNORECASE | re.MULTILINE,
)
_SEALED = re.compile(
    r"\b(?:scelles?|seal(?:ed)?|bag|sachet|plomb|sous|under|sac|enveloppe|envelope)\b\W{0,3}"
    r"(?:n[°o]\.? ?|no\.? ?|number )?"
    r"[a-z]{0,4}[-/ ]?\d"
)
_SEIZED = re.compile(r"\b(?:saisi\w*|seiz\w*|scelles?|sealed|exhibits?|sequestr\w*|inventaire|inventory|property)\b")
_NOT_KEPT = re.compile(
    r"\b(?:laiss\w*|restitu\w*|rendu\w*|left|returned|released|void|annul\w*|cancelled|photograph\w*|non saisi\w*|"
    r"not seized|detrui\w*|destroyed|same (?:bag|seal)|meme (?:scelle|sachet)|joint\w* au|ditto|idem)\b"
)
_FEWEST = 3  # items with a seal


def unsealed(known: Lookup) -> Iterator[tuple[Page, int]]:
    """Yield where the only item of a list begins that bears no seal, on pages that are no copies."""
    for page in known.ordered_pages():
        if page.near_duplicate_of is None and _SEIZED.search(known.flat(page)):
            for items in _lists(page.text):
                open_ones = [
                    start for start, end in items if not _SEALED.search(told := folded(page.text[start:end]))
                    and not _NOT_KEPT.search(told)
                ]  # fmt: skip
                sealed = sum(_SEALED.search(folded(page.text[start:end])) is not None for start, end in items)
                if len(open_ones) == 1 and sealed >= _FEWEST and sealed + 1 == len(items):
                    yield page, open_ones[0]


def _lists(text: str) -> Iterator[list[tuple[int, int]]]:
    """The items of each list of a page, from where one begins to the next one, an empty line or the end."""
    for block in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        starts = [found.start() for found in _ITEM.finditer(text, block.start(), block.end())]
        if starts:
            yield list(zip(starts, [*starts[1:], block.end()], strict=True))
