"""Which pages are compared with their picture though they look sound: a few of each way that text layers were made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from greffier.records import Page

_LEAST = 60  # letters on a page that is worth comparing
_LATIN = 0.9  # of the letters: other alphabets are not what the engine reads


def sample(pages: Iterable[Page], each: int) -> list[Page]:
    """Return the sample, in the order of page ids: `each` pages of one way, and as many more for twice the pages.

    Of a way that made 1 page, 3, 7, 100, 3,000: 1, 2, 3, 7 and 12 times `each`. Files take turns, so that those of a
    sample are of as many files as can be; which page of a file depends on its text only.
    """
    ways: dict[str, dict[str, list[Page]]] = defaultdict(lambda: defaultdict(list))
    for page in sorted(pages, key=lambda page: page.id):
        if page.made and _is_comparable(page.text):
            ways[page.made][page.source].append(page)
    chosen: list[Page] = []
    for files in ways.values():
        turns = [(turn, page.id, page) for file in files.values() for turn, page in enumerate(file)]
        chosen += [page for _, _, page in sorted(turns)[: each * len(turns).bit_length()]]
    return sorted(chosen, key=lambda page: page.id)


def _is_comparable(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(letter < "\u0250" or "\ufb00" <= letter <= "\ufb06" for letter in letters)
    return len(letters) >= _LEAST and latin >= _LATIN * len(letters)
