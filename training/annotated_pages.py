"""The annotated pages that the readers' rules may see (`tests/quality/pages/seen`), as texts with their names."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from press import Labelled

from greffier.reading.legible import legible
from greffier.reading.mended import mended

sys.path.append(str(Path(__file__).resolve().parents[1]))  # the tests are not installed
from tests.quality.annotated import Annotated, annotated

REPEATED = 3  # times that each is shown: they are few beside the pages that are made, and nearer to what is read
BATCHES = (90, 172, 299, 10_000)  # the last page of each batch: pages of one batch are alike in cast and manner
_KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def batch(page: Annotated) -> int:
    """Which of the batches, as they were written, a page is of."""
    number = int(re.match(r"\d+", page.name)[0])  # type: ignore[index]
    return next(place for place, last in enumerate(BATCHES) if number <= last)


def labelled(page: Annotated) -> Labelled:
    """The page as the reader of names sees it, with its marks."""
    clear = mended(legible(page.text))
    marks = (mark for mark in page.marks if mark.kind in _KINDS)
    names = tuple((clear.here(mark.start), clear.here(mark.end), _KINDS[mark.kind]) for mark in marks)
    return Labelled(clear.text, names)


def seen_pages() -> list[Annotated]:
    """The pages in their order; those that are held out are never among them."""
    return list(annotated("seen"))
