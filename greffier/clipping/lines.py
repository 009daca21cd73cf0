"""The lines of a captured page with their offsets, and a view of their text in which look-alikes are one character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from greffier.records import Page, Span

# One character for one, so that offsets hold.
_PLAIN = str.maketrans(
    dict.fromkeys("\n\u00a0\u202f\u2009\u2007\u2002\u2003\u200a\t\u1680\u205f\u3000\u2004\u2005\u2006\u2008", " ")
    | dict.fromkeys("’‘ʼ′`´", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
)
WRAPPED = (50, 110)  # characters of a line that was wrapped by hand
RAGGED = 25  # characters by which such lines differ
CONTEXT = 32  # characters before and after a span that find it again elsewhere


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a line that is labelled as one: `page` counts the pages of the piece, offsets are on its text.

    `gap` says that an empty line, or the beginning of the page, stands before it. `whole` says that it fills its line.
    """

    page: int
    start: int
    end: int
    text: str
    gap: bool = False
    whole: bool = True

    @property
    def plain(self) -> str:
        """The text with one kind of blank, apostrophe and dash; as long as the text itself."""
        return plain(self.text)

    def part(self, start: int, end: int) -> Chunk:
        """A part of this chunk, trimmed of blanks; offsets are on the chunk."""
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        end = max(start, end - (len(inner) - len(inner.rstrip())))
        whole = self.whole and (start, end) == (0, len(self.text))
        return Chunk(self.page, self.start + start, self.start + end, self.text[start:end], self.gap, whole)


def plain(text: str) -> str:
    """The text with one kind of blank, apostrophe and dash; as long as the text itself."""
    return text.translate(_PLAIN)


def lines(pages: Sequence[Page]) -> Iterator[Chunk]:
    """Yield the lines that are not blank, trimmed, in order; a paragraph that was wrapped by hand is one."""
    for number, page in enumerate(pages):
        block: list[Chunk] = []
        for line in _lines(page.text, number):
            if line.gap:
                yield from _unwrapped(page.text, block)
                block = []
            block.append(line)
        yield from _unwrapped(page.text, block)


def _lines(text: str, number: int) -> Iterator[Chunk]:
    start, gap = 0, True
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            begin = start + len(line) - len(line.lstrip())
            yield Chunk(number, begin, begin + len(stripped), stripped, gap)
        gap = not stripped
        start += len(line) + 1


def _unwrapped(text: str, block: list[Chunk]) -> Iterator[Chunk]:
    """Lines of one width, of which most end in the middle of a sentence, are one paragraph."""
    widths = [len(line.text) for line in block[:-1]]
    cut = sum(not line.text.endswith((".", "!", "?", ":", '"', "”", "»")) for line in block[:-1])
    if (
        len(block) < 2
        or min(widths) < WRAPPED[0]
        or max(widths) > WRAPPED[1]
        or max(widths) - min(widths) > RAGGED
        or 2 * cut <= len(widths)
    ):
        yield from block
        return
    first, last = block[0], block[-1]
    yield Chunk(first.page, first.start, last.end, text[first.start : last.end], first.gap)


def span(pages: Sequence[Page], chunk: Chunk) -> Span:
    """Where a chunk stands, as a citation needs it."""
    page = pages[chunk.page]
    before = page.text[max(0, chunk.start - CONTEXT) : chunk.start]
    return Span(page.id, chunk.start, chunk.end, chunk.text, before, page.text[chunk.end : chunk.end + CONTEXT])
