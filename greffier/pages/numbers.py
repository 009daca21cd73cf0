"""Numbers are read again: a crop of each doubtful one, twice, and the three readings vote. A ledger lives on digits.

Each reading errs in its own way: the word in its line, the crop enlarged, the crop with another language's data. Where
two crops agree against the line they are right 19 times of 20; where all three differ hardly anything is known, and
that is said. Letting the engine choose among digits only made it worse: it then reads a digit into every speck.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image, ImageOps

from greffier.contracts import Rereads
from greffier.records import Doubt, Word

SURE = 97  # the confidence from which a number is right 999 times of 1,000: not read again
AGREED, ONE_MORE, TWO_AGAINST, ALONE = 97, 60, 90, 35  # the confidence after the vote: shares of right ones, measured
MOST = 400  # numbers read again on one page
ROOM = (3, 6)  # pixels around a word, at the sides and above and below: the next letter stays out
BORDER = 10  # pixels of paper around a crop
LOOSE = ".,;:()[]«»\"'’ "  # what stands beside a number and is no part of it


class Checked(NamedTuple):
    """A text with its numbers as the vote left them, and what else they may be."""

    text: str
    words: tuple[Word, ...]
    doubts: tuple[Doubt, ...]


def checked(engine: Rereads, page: Image.Image, text: str, words: Sequence[Word], languages: str) -> Checked:
    """Return the text and words of a page with its doubtful numbers voted on; boxes are those of the page."""
    if not _in_order(words, len(text)):
        return Checked(text, tuple(words), ())
    first, last = languages.split("+")[0], languages.split("+")[-1]
    parts: list[str] = []
    kept: list[Word] = []
    doubts: list[Doubt] = []
    length = done = tried = 0
    for word in words:
        told = text[word.start : word.end]
        voted, other = Vote(told, word.confidence), None
        if word.confidence < SURE and tried < MOST and _on_page(word) and any(char.isdigit() for char in told):
            crop, tried = _crop(page, word), tried + 1
            voted, other = _vote(told, _again(engine, _doubled(crop), first), _again(engine, crop, last))
        parts += (text[done : word.start], voted.text)
        start = length + word.start - done
        length, done = start + len(voted.text), word.end
        kept.append(word._replace(start=start, end=length, confidence=voted.confidence))
        if other is not None:
            doubts.append(Doubt(start, length, other))
    return Checked("".join(parts) + text[done:], tuple(kept), tuple(doubts))


def _in_order(words: Sequence[Word], length: int) -> bool:
    """Whether the words stand in the text, one after the other: an engine may say anything."""
    ends = [0, *(word.end for word in words)]
    return all(end <= word.start < word.end <= length for end, word in zip(ends, words, strict=False))


def _on_page(word: Word) -> bool:
    return 0 <= word.x0 < word.x1 <= 1 and 0 <= word.y0 < word.y1 <= 1


class Vote(NamedTuple):
    """What a word most likely says, and how likely it does, in percent."""

    text: str
    confidence: int


def _vote(told: str, enlarged: str, as_it_is: str) -> tuple[Vote, str | None]:
    """The winner of three readings, and the best of the others where they differ."""
    line, one, two = (reading.strip(LOOSE) for reading in (told, enlarged, as_it_is))
    if one == line:
        return Vote(told, AGREED), None
    if two == line:
        return Vote(told, ONE_MORE), one or None
    if one == two and _likely(one, line):
        return Vote(told.replace(line, one, 1), TWO_AGAINST), line
    return Vote(told, ALONE), one or two or None


def _likely(reading: str, line: str) -> bool:
    """Whether a reading can stand for a number read otherwise: one word, about as long, with about as many digits."""
    if not line or not reading or any(char.isspace() for char in reading):
        return False
    digits = sum(char.isdigit() for char in reading), sum(char.isdigit() for char in line)
    return abs(len(reading) - len(line)) <= 2 and digits[0] >= digits[1] - 1 and digits[0] > 0


def _again(engine: Rereads, crop: Image.Image, language: str) -> str:
    return engine.reread(crop.tobytes(), crop.width, crop.height, language)


def _crop(page: Image.Image, word: Word) -> Image.Image:
    left, top = round(word.x0 * page.width) - ROOM[0], round(word.y0 * page.height) - ROOM[1]
    right, bottom = round(word.x1 * page.width) + ROOM[0], round(word.y1 * page.height) + ROOM[1]
    crop = page.crop((max(0, left), max(0, top), min(page.width, right), min(page.height, bottom)))
    return ImageOps.expand(crop, BORDER, _lightest(crop))


def _lightest(crop: Image.Image) -> int:
    counts = crop.histogram()
    return max(range(256), key=lambda grey: (counts[grey] if grey > 127 else 0, grey))


def _doubled(crop: Image.Image) -> Image.Image:
    return crop.resize((2 * crop.width, 2 * crop.height), Image.Resampling.BICUBIC)
