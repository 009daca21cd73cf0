"""Comments of HTML in a text: where they stand, and the text without them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_OPENS, _CLOSES = "<!--", "-->"


def comments(text: str) -> Iterator[tuple[int, int]]:
    """Yield where comments stand. One that is never closed is none, and the rest of the text is looked at but once."""
    start = text.find(_OPENS)
    while start >= 0 and (closed := text.find(_CLOSES, start + len(_OPENS))) >= 0:
        end = closed + len(_CLOSES)
        yield start, end
        start = text.find(_OPENS, end)


def without_comments(text: str, instead: Callable[[str], str] = lambda _: "") -> str:
    """Return the text with something else, or nothing, for each comment."""
    kept: list[str] = []
    at = 0
    for start, end in comments(text):
        kept += (text[at:start], instead(text[start:end]))
        at = end
    return "".join((*kept, text[at:]))
