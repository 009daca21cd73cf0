"""Seals and exhibits: « scellé n° QUATRE (4) », `scellé SQ/14`, `exhibit MK/3`; the value is the number or the mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from text_to_num import text2num

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.mention import span
from greffier.reading.vocabulary import level
from greffier.records import Mention, Page

_HEAD = re.compile(
    r"\b(?:(?P<one>scelle|exhibit|seal)|scelles|sc\.|exhibits|seals"
    r"|(?:sealed |evidence )bags?|bags?(?=\s+(?:no\.|number|n°)))(?!\w)"
    r"(?:\s+(?:judiciaires?|fermes?|ouverts?|provisoires?|definitifs?|decouverts?|couverts?|douaniers?|numerotes|bags?))*"
    r"(?P<number>\s*,?\s*(?:portant\s+le\s+|sous\s+le\s+|bearing\s+the\s+)?(?:numeros?|numbers?"
    r"|nos?\.|nos?(?=\s*\d)|n\s?°\s?s(?!\w)|n\s?°|#|references?|marked|ref\.?|cote))?\s*[:.]?\s*"
)
_FARTHEST = 80  # characters from the word to its number
_BARE = re.compile(r"(?<![\w/.-])(?P<letters>[A-Z]{1,4})/\d{1,4}(?![\w/-])")
_REGISTER = re.compile(r"\b(?:scell[ée]s?|exhibits?|seals?)\b", re.IGNORECASE)
_SPELLED = (
    "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    "|cinquante|soixante|cent|et|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_WRITTEN = re.compile(
    rf"((?:{_SPELLED})(?:[ -](?:{_SPELLED}))*)(?!\w)(?:\s*\(\s*(\d{{1,4}})\s*\))?(?P<more>\s(?:bis|ter|quater)(?!\w))?"
)
_MARK = re.compile(r"[A-Z]{1,6}[ ]?[/.\-]?[ ]?\d[\dO]{0,6}(?:[/.\-][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter))?(?!\w)")
_FIGURE = re.compile(
    r"\d{1,8}(?:[/.\-][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter|[A-Z](?!\w)))?(?![\w%])(?!\s*(?:kg|g\b|kilo"
    r"|gram|eur|€|h\b|pi[èe]ces|sacs))"
)
_AMONG_DIGITS = re.compile(r"(?<=\d)O(?=\d)|(?<=\d)O$")
_LETTER = re.compile(r"[A-Z](?=\s*[:,;.)(–-]|\s+(?:cont|compos|est|is|was)|\n)")
_COUNTED = re.compile(r"\s+[^\W\d]")
_THINGS = re.compile(r"\s+[^\W\d]{3,}[sx](?!\w)")  # "scellé 3 sachets"
_MORE = re.compile(r"\s*(?:,|;|et|and|&|à|to|-)\s*(?:n°s?\s*)?")


def find_exhibits(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the seals of a page: their numbers or marks, without the word before them."""
    for head in _HEAD.finditer(flat):
        numbered = head["number"] is not None
        found = _value(text, flat, head.end(), numbered, one=head["one"] is not None)
        if found is None:
            continue
        end, value = found
        yield _seal(text, head.end(), end, value)
        yield from _others(text, flat, end, value)


def with_word(seal: Mention, page: Page) -> Mention:
    """The same seal with the word before its number, which a sentence governs: « pesée du [scellé n° 4] »."""
    start = max(0, seal.span.start - _FARTHEST)
    for head in _HEAD.finditer(level(page.text[start : seal.span.start])):
        if start + head.end() == seal.span.start:
            return replace(seal, span=span(page, start + head.start(), seal.span.end))
    return seal


def prefixes(text: str, values: Iterable[str]) -> frozenset[str]:
    """The letters that the marks of a page's exhibits begin with: of those named so, and of a register's column."""
    named = {value.split("/")[0] for value in values if "/" in value}
    if _REGISTER.search(text):
        counted = Counter(match["letters"] for match in _BARE.finditer(text))
        named |= {letters for letters, times in counted.items() if times >= 3}
    return frozenset(letters for letters in named if letters.isalpha())


def find_marks(text: str, letters: Iterable[str]) -> Iterator[Candidate]:
    """Yield the marks with these letters that stand without their word: `SQ/03` in a table."""
    known = set(letters)
    for match in _BARE.finditer(text) if known else ():
        if match["letters"] in known:
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.9)


def _seal(text: str, start: int, end: int, value: str) -> Candidate:
    guessed = _AMONG_DIGITS.search(text, start, end) is not None
    return Candidate(start, end, "seal", value, GUESSED if guessed else 1.0)


def _others(text: str, flat: str, end: int, first: str) -> Iterator[Candidate]:
    """The rest of a list of numbers of the same shape: « scellés n° 3, 4 et 5 »."""
    while more := _MORE.match(text, end):
        found = _value(text, flat, more.end(), numbered=True)
        if found is None or found[1].isdigit() != first.isdigit() or text[more.end()].islower():
            return
        if (
            text[more.end() : found[0]].isdigit()
            and re.match(r"\s+[^\W\d]{3,}", text[found[0] :])
            and "," in more.group()
        ):
            return  # "scellé n° 3, 12 sachets": a count, not another seal
        yield _seal(text, more.end(), found[0], found[1])
        end = found[0]


def _value(text: str, flat: str, at: int, numbered: bool, one: bool = False) -> tuple[int, str] | None:
    if (mark := _MARK.match(text, at)) is not None:
        return mark.end(), _AMONG_DIGITS.sub("0", re.sub(r"\s+", "", mark.group()))
    if (figure := _FIGURE.match(text, at)) is not None:
        return _figure(text, figure, numbered, one)
    if one and (letter := _LETTER.match(text, at)) is not None:
        return letter.end(), letter.group()
    written = _WRITTEN.match(flat, at)
    if written is None or not (numbered or text[at : written.end(1)].isupper()) or written[1] in ("et", "une"):
        return None
    number = written[2].lstrip("0") or "0" if written[2] else _counted(written[1])
    return written.end(), number + (written["more"] or "").strip()


def _figure(text: str, figure: re.Match[str], numbered: bool, one: bool) -> tuple[int, str] | None:
    """A bare figure is the number of « le scellé 3 » when it is short, of « scellés 3 » when nothing is counted."""
    value = figure.group().strip()
    if not numbered and value.isdigit():
        counted = _COUNTED.match(text, figure.end()) is not None
        if len(value) > 4 or (counted and not one) or _THINGS.match(text, figure.end()):
            return None
    return figure.end(), value.lstrip("0") or "0" if value.isdigit() else value


def _counted(spelled: str) -> str:
    for language in ("fr", "en"):
        try:
            return str(text2num(spelled, language))
        except ValueError:
            continue
    return spelled
