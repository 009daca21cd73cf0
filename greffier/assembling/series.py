"""Numbers that run on down a register, and the lists of a numbered book: which of them are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page
from greffier.text import fold

Column = list[tuple[int, re.Match[str]]]  # where each row begins, and its number

_CELL = re.compile(r"(?P<words>[^\n;|\t,]{1,14}?)(?:[ \t]{2,}|[ \t]?[;|\t]|,(?=\S))")
_NUMBER = re.compile(r"(?P<head>[^\W\d]{0,4}[-/ ]?)(?P<digits>\d{3,8})")
_FROM_TO = re.compile(
    r"(?<![\d/.,-])(?P<first>\d{3,8})\s{0,4}(?:-|–|to|à|au|through)\s{0,4}(?P<last>\d{3,8})(?![\d/,-])"
)
_CHOICE = re.compile(
    r"\b(?:non (?:continue|consecutive)s?|not consecutive|extracts?|extraits?|excerpts?|selected|selection|picked|"
    r"seules?|only (?:useful|relevant)|relevant (?:entries|items|calls)|utiles?|pertinente?s?)\b"
)
_CONTINUOUS = re.compile(
    r"\b(?:continue|continuous|without (?:a )?(?:gap|break)|sans (?:lacune|interruption|rupture))\b"
)
_EXCUSED = re.compile(
    r"\b(?:annul\w*|cancel\w*|void\w*|spoil\w*|unused|not used|non utilise\w*|autre affaire|another (?:case|matter)|"
    r"other case|(?:does|do) not concern|ne concerne\w* pas|erreur|by mistake|in error|rebut|blank|vierge\w*|"
    r"crossed out|barre\w*|replaced|remplace\w*)\b"
)
_ROWS = 6  # that a register must show before a hole in it means anything
_HOLES = 2  # in one register; with more it is no series
_WIDEST = 20  # numbers missing in one place
_NEAR = 140  # characters around a number that may excuse it
_ELSEWHERE = 3  # other pages that are cited


@dataclass(frozen=True, slots=True)
class _Hole:
    """Numbers that a page leaves out, as they would be written there, and the words on both sides."""

    missing: tuple[str, ...]
    cited: tuple[Citation, ...]


def series_hole(material: Material, rule: Rule) -> Iterator[Hit]:
    """Numbers missing from a series that else runs on, and that no page calls void; pages that name one are cited."""
    known = material.known
    for page in known.ordered_pages():
        if page.near_duplicate_of is None and page.origin != "ocr":
            for hole in (*_in_columns(page), *_in_ranges(page)):
                named = list(_named(known, hole))
                if not any(excused for _, excused in named):
                    yield _hit(hole, [citation for citation, _ in named])


def _hit(hole: _Hole, elsewhere: list[Citation]) -> Hit:
    first, last = hole.missing[0], hole.missing[-1]
    words: Words = {"missing": first if first == last else f"{first}–{last}"}
    return Hit(
        (*hole.cited, *elsewhere[:_ELSEWHERE]), False, words, "the page of the series, and every page that names them"
    )


def _in_columns(page: Page) -> Iterator[_Hole]:
    for column in _columns(page.text):
        numbers = [int(found["digits"]) for _, found in column]
        steps = [after - before for before, after in pairwise(numbers)]
        holes = [step for step in steps if step != 1]
        if not holes or len(holes) > _HOLES or min(holes) < 1 or len(steps) + 1 < _ROWS or _years(column):
            continue
        folded = fold(page.text).text
        if _CHOICE.search(folded) and not _CONTINUOUS.search(folded):
            continue
        for (at, one), (then, two) in pairwise(column):
            missing = _between(one, int(two["digits"]))
            if 0 < len(missing) <= _WIDEST:
                both = (cite(page, *line_at(page.text, at)), cite(page, *line_at(page.text, then), "contradicts"))
                said = [cite(page, *_line_of(page, found.start())) for found in _CONTINUOUS.finditer(folded)]
                yield _Hole(missing, (*both, *said[:1]))


def _columns(text: str) -> Iterator[Column]:
    """Yield the first columns of the tables of a page, where every row of one has a number of the same form in it."""
    column: Column = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        cell = _CELL.match(text, start)
        found = _NUMBER.fullmatch(cell["words"]) if cell else None
        if found is not None and (not column or _form(found) == _form(column[-1][1])):
            column.append((start, found))
        elif found is not None or line.group()[:2].strip():  # an indented line goes on with the row above
            yield column
            column = [(start, found)] if found is not None else []
    yield column


def _years(column: Column) -> bool:
    return all(not found["head"] and re.fullmatch(r"(?:19|20)\d\d", found["digits"]) for _, found in column)


def _form(number: re.Match[str]) -> tuple[str, int]:
    return number["head"], len(number["digits"])


def _between(one: re.Match[str], last: int) -> tuple[str, ...]:
    width, first = len(one["digits"]), int(one["digits"])
    return tuple(f"{one['head']}{number:0{width}d}" for number in range(first + 1, min(last, first + _WIDEST + 2)))


def _in_ranges(page: Page) -> Iterator[_Hole]:
    """A book told as a whole ("4401 to 4450"), and the parts of it that were found."""
    found = [one for one in _FROM_TO.finditer(page.text) if _rises(one)]
    for whole in found:
        low, high, width = int(whole["first"]), int(whole["last"]), len(whole["first"])
        parts = [
            one for one in found
            if one is not whole and low <= int(one["first"]) and int(one["last"]) <= high and len(one["first"]) == width
        ]  # fmt: skip
        if len(parts) < 2 or int(parts[0]["first"]) != low or int(parts[-1]["last"]) != high:
            continue
        for one, two in pairwise(parts):
            first, last = int(one["last"]) + 1, int(two["first"]) - 1
            if 0 <= last - first < _WIDEST:
                missing = tuple(f"{number:0{width}d}" for number in range(first, last + 1))
                both = (
                    cite(page, *line_at(page.text, one.start())),
                    cite(page, *line_at(page.text, two.start()), "contradicts"),
                )
                yield _Hole(missing, (*both, cite(page, *whole.span())))


def _rises(one: re.Match[str]) -> bool:
    return len(one["first"]) == len(one["last"]) and int(one["first"]) < int(one["last"])


def _named(known: Lookup, hole: _Hole) -> Iterator[tuple[Citation, bool]]:
    """Yield where the missing numbers are named elsewhere, and whether the words around excuse them."""
    wanted = re.compile(r"(?<![\d/.,])(?:" + "|".join(map(re.escape, hole.missing)) + r")(?![\d]|[,.]\d)")
    for page in known.ordered_pages():
        for found in wanted.finditer(page.text):
            around = fold(page.text[max(0, found.start() - _NEAR) : found.end() + _NEAR]).text
            yield cite(page, *line_at(page.text, found.start()), "context"), _EXCUSED.search(around) is not None


def _line_of(page: Page, folded_at: int) -> tuple[int, int]:
    return line_at(page.text, fold(page.text).original(folded_at, folded_at + 1)[0])
