"""Text from the pictures of pages (OCR), whichever engine reads them. Runs inside the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from greffier import plugins
from greffier.contracts import Engine, Limits
from greffier.pages.render import POINTS, Drawn, draw
from greffier.records import Leaf, Word

DPI = 200  # below it numbers are lost first; above it clean print gains nothing and costs half as much again
LEAST_INK = 0.0005  # dark pixels of a page that holds anything: one short line on a sheet of A4
SURE = 80  # a word of this confidence, three letters or more, was hardly made up from a page held the wrong way
TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}

PARTS = tuple(plugins.ENGINES.values())  # what the process that waits for pages imports ahead


class Reading(NamedTuple):
    """What an engine made of a page; the boxes of the words are those of the page as it was handed in."""

    text: str
    words: tuple[Word, ...]


def recognise(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Leaf]:
    """Yield a leaf of origin `ocr` for each of the pages `numbers` (sandbox task).

    `engine` is a name in `plugins.ENGINES`, `languages` are the engine's. Raises as `render` does.
    """
    engine: Engine = plugins.load(plugins.ENGINES, arguments["engine"])()
    for drawn in draw(untrusted_path, arguments["media_type"], arguments["numbers"], DPI):
        text, words = _read(engine, _grey(drawn), arguments["languages"])
        yield Leaf(drawn.number, text, drawn.width, drawn.height, words, origin="ocr")


def _grey(drawn: Drawn) -> Image.Image:
    """The page in grey at the resolution that engines read at; a coarser scan is enlarged to it."""
    image = drawn.image.convert("L")
    if image.width >= 0.9 * drawn.width * DPI / POINTS or image.width * image.height > 4_000_000:
        return image
    size = (round(drawn.width * DPI / POINTS), round(drawn.height * DPI / POINTS))
    return image.resize(size, Image.Resampling.LANCZOS)


def _read(engine: Engine, image: Image.Image, languages: str) -> Reading:
    """Read a page; where that gives little, read it turned and keep the turn that is understood best."""
    best = _read_upright(engine, image, languages)
    if _understood(best) or _blank(image):
        return best
    for turn in (90, 270, 180) if image.width > image.height else (180, 90, 270):
        turned = _read_upright(engine, image.transpose(TURNS[turn]), languages)
        if _sure(turned) > 2 * _sure(best):
            best = Reading(turned.text, tuple(_turned_back(word, turn) for word in turned.words))
        if _understood(best):
            break
    return best


def _read_upright(engine: Engine, image: Image.Image, languages: str) -> Reading:
    return Reading(*engine.recognise(image.tobytes(), image.width, image.height, languages))


def _understood(reading: Reading) -> bool:
    letters = sum(word.end - word.start for word in reading.words)
    return letters > 0 and _sure(reading) >= 0.4 * letters


def _sure(reading: Reading) -> int:
    """How many characters stand in words that are long enough and sure enough to be real."""
    lengths = (word.end - word.start for word in reading.words if word.confidence >= SURE)
    return sum(length for length in lengths if length >= 3)


def _blank(image: Image.Image) -> bool:
    dark = sum(image.histogram()[:128])
    return dark < LEAST_INK * image.width * image.height


def _turned_back(word: Word, turn: int) -> Word:
    """The word with its box on the page before it was turned counter-clockwise by so many degrees."""
    x0, y0, x1, y1 = word.x0, word.y0, word.x1, word.y1
    if turn == 90:
        return word._replace(x0=1 - y1, y0=x0, x1=1 - y0, y1=x1)
    if turn == 270:
        return word._replace(x0=y0, y0=1 - x1, x1=y1, y1=1 - x0)
    return word._replace(x0=1 - x1, y0=1 - y1, x1=1 - x0, y1=1 - y0)
