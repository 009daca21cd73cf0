"""Numbers that run on: down a register, in a numbered book, from paper to paper. Which of them are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.headed import Headed, headed
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Page
from greffier.text import fold, folded

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
_LACKS = re.compile(  # somebody says that a leaf is not there, or that the numbers leap
    r"\b(?:manqu\w*|arrach\w*|saut(?:e|ent|ait)|absent\w*|introuvable\w*|disparu\w*|missing|torn|ripped|skip\w*|jump\w*|"
    r"lacking|gone|no trace)\b"
)
_LEAF = re.compile(
    r"\b(?:feuillets?|feuilles?|souches?|talons?|bons?|bordereaux?|factures?|facturier|carnets?|recus?|tickets?|numeros?|"
    r"folios?|leaf|leaves|pages?|sheets?|stubs?|slips?|vouchers?|invoices?|receipts?|carbons?|numbers?|books?)\b"
)
_LEAPS = re.compile(  # « passe du 0312 au 0314 », `0311, 0312 and then 0314`
    r"(?<![\d/.,-])(?P<first>\d{3,8})(?![\d/.,-]\d)\W{1,3}(?:(?:and|et|puis|then|straight|directly|directement|aussitot|"
    r"to|au|a|n°|no|numero|number)\W{1,3}){1,4}(?P<last>\d{3,8})(?![\d/,-])"
)
_LEAPING = re.compile(r"\b(?:saut\w*|pass(?:e|ent|ait) d[ue]|jump\w*|skip\w*|goes|go|went|then|puis|directement)\b")
_SPAN = 3  # numbers missing between papers of one kind, or where somebody says that they leap
_DENIED = re.compile(
    r"\b(?:aucune?|sans|ni|pas|jamais|no|not|without|never|nor|neither)\W{1,3}(?:\w{1,14}\W{1,3}){0,4}$"
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
    alone: bool = False  # nothing but the two numbers tells of it


def series_hole(material: Material, rule: Rule) -> Iterator[Hit]:
    """Numbers missing from a series that else runs on, and that no page calls void; pages that name one are cited."""
    known = material.known
    asked: set[tuple[str, ...]] = set()
    for hole in _holes(known):
        named = list(_named(known, hole)) if hole.missing not in asked else []
        if hole.missing in asked or any(excused for _, excused in named):
            continue
        elsewhere = [citation for citation, _ in named]
        lacking = list(dict.fromkeys(_lacking(known, hole))) if hole.alone else []
        if not hole.alone or elsewhere or lacking:
            asked.add(hole.missing)
            yield _hit(hole, [*elsewhere[:_ELSEWHERE], *lacking[:_ELSEWHERE]])


def _holes(known: Lookup) -> Iterator[_Hole]:
    """The holes of registers and books, those between papers of one kind, and those that somebody tells of."""
    pages = known.typed_pages()
    for page in pages:
        yield from (*_in_columns(page), *_in_ranges(page))
    for papers in headed(known).values():
        yield from _between_papers(papers)
    for page in pages:
        yield from _told_of(known, page)


def _between_papers(papers: list[Headed]) -> Iterator[_Hole]:
    """One or two numbers that papers of one kind leave out, all others of which follow each other."""
    first = {int(one.digits): one for one in reversed(papers)}
    ordered = [first[number] for number in sorted(first)]
    missing = [_numbers(one.head, one.digits, int(two.digits)) for one, two in pairwise(ordered)]
    holes = [numbers for numbers in missing if numbers]
    if len(holes) == 1 and len(holes[0]) < _SPAN:
        for one, two, numbers in zip(ordered, ordered[1:], missing, strict=False):
            if numbers:
                cited = cite(one.page, one.start, one.end), cite(two.page, two.start, two.end, "contradicts")
                yield _Hole(numbers, cited, alone=True)


def _told_of(known: Lookup, page: Page) -> Iterator[_Hole]:
    """Where a sentence says that numbers leap; the papers or rows that bear the two are cited with it."""
    view = fold(page.text)
    for found in _LEAPS.finditer(view.text):
        numbers = _numbers("", found["first"], int(found["last"]))
        start, end = known.sentence(cite(page, *view.original(*found.span())).span)
        told = len(found["first"]) == len(found["last"]) and 0 < len(numbers) < _SPAN
        if told and _LEAPING.search(folded(page.text[start:end])):
            sides = [_elsewhere(known, page, found[name]) for name in ("first", "last")]
            yield _Hole(numbers, (cite(page, start, end), *(one for one in sides if one is not None)))


def _elsewhere(known: Lookup, apart: Page, number: str) -> Citation | None:
    """The first line of another page that bears this number."""
    wanted = re.compile(rf"(?<![\d/.,]){number}(?!\d|[,.]\d)")
    for page in known.ordered_pages():
        found = wanted.search(page.text) if page.id != apart.id else None
        if found is not None:
            return cite(page, *line_at(page.text, found.start()), "contradicts")
    return None


def _lacking(known: Lookup, hole: _Hole) -> Iterator[Citation]:
    """Sentences that say of a leaf, a stub or a number that it is not there, on pages that speak of such papers."""
    words = {word for one in hole.cited for word in _LEAF.findall(_whole_line(known, one))}
    for page in known.ordered_pages():
        for found in _LACKS.finditer(known.flat(page)) if words & set(_LEAF.findall(known.flat(page))) else ():
            at, _ = fold(page.text).original(*found.span())
            start, end = known.sentence(cite(page, at, at + 1).span)
            if _LEAF.search(folded(page.text[start:end])):
                yield cite(page, start, end, "context")


def _whole_line(known: Lookup, citation: Citation) -> str:
    page = known.pages[citation.span.page]
    return folded(page.text[: citation.span.end].rsplit("\n", 1)[-1])


def _hit(hole: _Hole, elsewhere: list[Citation]) -> Hit:
    first, last = hole.missing[0], hole.missing[-1]
    words: Words = {"missing": first if first == last else f"{first}–{last}"}
    return Hit((*hole.cited, *elsewhere), False, words, "the pages of the series, and every page that names them")


def _in_columns(page: Page) -> Iterator[_Hole]:
    for column in columns(page.text):
        numbers = [int(found["digits"]) for _, found in column]
        steps = [after - before for before, after in pairwise(numbers)]
        holes = [step for step in steps if step != 1]
        if not holes or len(holes) > _HOLES or min(holes) < 1 or len(steps) + 1 < _ROWS or _years(column):
            continue
        flat = folded(page.text)
        if _CHOICE.search(flat) and not _CONTINUOUS.search(flat):
            continue
        for (at, one), (then, two) in pairwise(column):
            missing = _numbers(one["head"], one["digits"], int(two["digits"]))
            if 0 < len(missing) <= _WIDEST:
                both = (cite(page, *line_at(page.text, at)), cite(page, *line_at(page.text, then), "contradicts"))
                said = [cite(page, *_line_of(page, found.start())) for found in _CONTINUOUS.finditer(flat)]
                yield _Hole(missing, (*both, *said[:1]))


def columns(text: str) -> Iterator[Column]:
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


def _numbers(head: str, digits: str, last: int) -> tuple[str, ...]:
    """The numbers between two, as they would be written."""
    width, first = len(digits), int(digits)
    return tuple(f"{head}{number:0{width}d}" for number in range(first + 1, min(last, first + _WIDEST + 2)))


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
            around = folded(page.text[max(0, found.start() - _NEAR) : found.end() + _NEAR])
            yield cite(page, *line_at(page.text, found.start()), "context"), _excuses(around)


def _excuses(around: str) -> bool:
    """Whether the words around a number say why it is not there: « aucune annulation » says that they do not."""
    return any(not _DENIED.search(around, 0, found.start()) for found in _EXCUSED.finditer(around))


def _line_of(page: Page, folded_at: int) -> tuple[int, int]:
    return line_at(page.text, fold(page.text).original(folded_at, folded_at + 1)[0])
