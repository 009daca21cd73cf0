"""Text from the pictures of pages (OCR), whichever engine reads them. Runs inside the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from greffier import plugins
from greffier.contracts import Engine, Limits, Rereads
from greffier.pages.blank import blank
from greffier.pages.ink import ink
from greffier.pages.light import evened
from greffier.pages.numbers import Checked, checked
from greffier.pages.render import POINTS, Drawn, draw
from greffier.pages.stamps import Stamp, parted
from greffier.pages.upright import Lie, Upright, lie, upright
from greffier.records import Leaf, Word

DPI = 200  # below it numbers are lost first; above it clean print gains nothing and costs half as much again
SURE = 80  # a word of this confidence, three letters or more, was hardly made up from a page held the wrong way
UNDERSTOOD = 0.4  # of the letters stand in such words: the page is held the right way
SAMPLE = 0.2  # of the height of a page: enough to tell which of two ways is up
LEGIBLE = 50  # the confidence of a word of a stamp that is kept: scribbles and frames are read as words too
LEAST_SAID = 3  # characters in such words: less is a scribble

Read = tuple[str, tuple[Word, ...]]

PARTS = tuple(plugins.ENGINES.values())  # what the process that waits for pages imports ahead


class Reading(NamedTuple):
    """What an engine made of a page, and how the page was held; boxes are those of the page as it was held."""

    held: Upright
    text: str
    words: tuple[Word, ...]

    def sure(self) -> int:
        """How many characters stand in words that are long enough and sure enough to be real."""
        lengths = (word.end - word.start for word in self.words if word.confidence >= SURE)
        return sum(length for length in lengths if length >= 3)

    def understood(self) -> bool:
        """Whether the page was held the right way."""
        letters = sum(word.end - word.start for word in self.words)
        return letters > 0 and self.sure() >= UNDERSTOOD * letters


def recognise(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Leaf]:
    """Yield a leaf of origin `ocr` for each of the pages `numbers` (sandbox task).

    `engine` is a name in `plugins.ENGINES`, `languages` are the engine's. Raises as `render` does.
    """
    engine: Engine = plugins.load(plugins.ENGINES, arguments["engine"])()
    for drawn in draw(untrusted_path, arguments["media_type"], arguments["numbers"], DPI):
        yield _leaf(engine, drawn, arguments["languages"])


def _leaf(engine: Engine, drawn: Drawn, languages: str) -> Leaf:
    page = parted(_fine(drawn))
    inked = ink(page.print, DPI)
    if not page.stamps and blank(inked):
        return Leaf(drawn.number, "", drawn.width, drawn.height, origin="ocr", blank=True)
    reading = _read(engine, evened(page.print), lie(inked), languages)
    text, words, doubts = _checked(engine, reading, languages)
    words = tuple(reading.held.back(word) for word in words)
    for stamp in page.stamps:
        text, words = _joined(text, words, *_stamp(engine, stamp, reading.held, page.print.size, languages))
    return Leaf(drawn.number, text, drawn.width, drawn.height, words, origin="ocr", doubts=doubts)


def _checked(engine: Engine, reading: Reading, languages: str) -> Checked:
    """The reading with its numbers voted on, where the engine can read a word again."""
    if isinstance(engine, Rereads):
        return checked(engine, reading.held.image, reading.text, reading.words, languages)
    return Checked(reading.text, reading.words, ())


def _fine(drawn: Drawn) -> Image.Image:
    """The page at the resolution that engines read at; a coarser scan is enlarged to it."""
    image = drawn.image
    if image.width >= 0.9 * drawn.width * DPI / POINTS or image.width * image.height > 4_000_000:
        return image
    size = (round(drawn.width * DPI / POINTS), round(drawn.height * DPI / POINTS))
    return image.resize(size, Image.Resampling.LANCZOS)


def _read(engine: Engine, page: Image.Image, lies: Lie, languages: str) -> Reading:
    """Read a page laid straight; where that gives little, try a part of it turned, and read it the way it is up."""
    best = _read_held(engine, upright(page, lies.turn, lies.lean), languages)
    if best.understood():
        return best
    others = (turn for turn in (0, 180, 90, 270) if turn != lies.turn)
    tried = max((_sampled(engine, upright(page, turn, lies.lean), languages) for turn in others), key=Reading.sure)
    if not tried.understood():
        return best
    again = _read_held(engine, tried.held, languages)
    return again if again.sure() > 2 * best.sure() else best


def _sampled(engine: Engine, way: Upright, languages: str) -> Reading:
    """What an engine makes of the darkest band of a page held this way; the boxes are those of the band."""
    band = _darkest_band(way.image)
    return Reading(way, *engine.recognise(band.tobytes(), band.width, band.height, languages))


def _darkest_band(image: Image.Image) -> Image.Image:
    rows = image.reduce(8).resize((1, max(1, image.height // 8)), Image.Resampling.BOX).tobytes()
    high = max(1, round(len(rows) * SAMPLE))
    top = min(range(len(rows) - high + 1), key=lambda at: sum(rows[at : at + high]))
    return image.crop((0, 8 * top, image.width, min(image.height, 8 * (top + high))))


def _read_held(engine: Engine, way: Upright, languages: str) -> Reading:
    return Reading(way, *engine.recognise(way.image.tobytes(), way.image.width, way.image.height, languages))


def _stamp(engine: Engine, stamp: Stamp, held: Upright, size: tuple[int, int], languages: str) -> Read:
    """What a stamp says, and where its words stand on a page of this size; nothing where it is a scribble."""
    leaning = lie(ink(stamp.image, DPI))
    way = upright(stamp.image, held.turn, leaning.lean)
    text, words = engine.recognise(way.image.tobytes(), way.image.width, way.image.height, languages)
    sure = [word for word in words if word.confidence >= LEGIBLE and any(map(str.isalnum, text[word.start : word.end]))]
    if sum(word.end - word.start for word in sure) < LEAST_SAID:
        return "", ()
    return _only(text, [_placed(way.back(word), stamp.box, size) for word in sure])


def _placed(word: Word, box: tuple[int, int, int, int], size: tuple[int, int]) -> Word:
    """A word of a part of the page, on the page: box and size in pixels."""
    (left, top, right, bottom), (width, height) = box, size
    wide, high = (right - left) / width, (bottom - top) / height
    return word._replace(
        x0=left / width + word.x0 * wide, y0=top / height + word.y0 * high,
        x1=left / width + word.x1 * wide, y1=top / height + word.y1 * high,
    )  # fmt: skip


def _only(text: str, words: list[Word]) -> Read:
    """The text of these words alone; those that a line feed parted stay on lines of their own."""
    parts: list[str] = []
    kept: list[Word] = []
    length = end = 0
    for word in words:
        gap = "" if not kept else "\n" if "\n" in text[end : word.start] else " "
        start, end = length + len(gap), word.end
        length = start + word.end - word.start
        parts += (gap, text[word.start : word.end])
        kept.append(word._replace(start=start, end=length))
    return "".join(parts), tuple(kept)


def _joined(text: str, words: tuple[Word, ...], more: str, others: tuple[Word, ...]) -> Read:
    """Two texts with a blank line between them."""
    if not more:
        return text, words
    before = f"{text}\n\n" if text else ""
    moved = tuple(word._replace(start=word.start + len(before), end=word.end + len(before)) for word in others)
    return before + more, words + moved
