"""Seals of one object whose numbers differ from paper to paper, without a word of an opening in between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.blank_cells import of_seals
from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.tabled import tables
from greffier.records import Page
from greffier.text import folded, key

_OBJECT = re.compile(r"(?<![\w/-])[A-Z]{1,4}[/-]\d{1,3}(?![\w/-])")
_NUMBERED = re.compile(
    r"\b(?:objet|item|pi[èe]ce|exhibit|object)[ ](?:n[°o][ ]?)?(\d{1,3})\b(?![/.,-]\d)",
    re.IGNORECASE,
)
_SEAL = re.compile(r"(?<![\w/.-])(?:[A-Z]{1,3}[ -]?)?\d{5,8}(?![\w/.,-]?\d)")
_SAYS = re.compile(r"\b(?:seal(?:ed|s)?|scell\w*|plombs?|bags?|sachets?|under|sous)\b[^\n]*$")
_COLUMN = re.compile(
    r"(?:seal|scell[ée]|plomb|sachet)\s*(?:no\b|n[°º]|number|num)|n[°º] (?:de |du )?(?:scell[ée]|plomb|sachet)",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(?:re-?seal\w*|re-?bag\w*|new (?:seal|bag)|opened|unsealed|older? (?:seal|bag)|broken|"
    r"taken (?:out )?(?:of|from) (?:its|the) "
    r"(?:bag|seal)|(?:bags?|seals?|envelopes?) (?:was |were |is )?(?:kept|retained|"
    r"filed|preserved)|replaced|rescell\w*|nouveau (?:scelle|plomb|sachet)|reconstitu\w*|"
    r"ouvert\w*|"
    r"bris\w*|rompu\w*|"
    r"ancien (?:scelle|plomb|sachet)|remplac\w*|reconditionn\w*)\b"
)
_RECEIVED = re.compile(r"\b(?:received|recu\w*|parvenu\w*|arrived|submitted|delivered|depose\w*|intacts?)\b")
_IN_PLACE = re.compile(
    r"\b(?:re-?sealed by|replac\w*|older? (?:seal|bag)|ancien (?:scelle|plomb|sachet)|remplac\w*|in place of|"
    r"au lieu du)\b"
)
_PLAIN = frozenset(
    "objet item piece exhibit object sachet scelle sealed plomb sous under intact number numero received".split()
)
_NEAR = 160


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A line that gives one object one seal."""

    mark: str
    number: str
    piece: str
    page: Page
    start: int
    end: int


def seal_changed(material: Material, rule: Rule) -> Iterator[Hit]:
    """One object under two numbers in two papers, neither of them told to have been opened or put on anew."""
    known = material.known
    by_mark: dict[str, list[_Sealed]] = defaultdict(list)
    for page in known.typed_pages():
        for one in _sealed(known, page):
            by_mark[one.mark].append(one)
    for mark, told in sorted(by_mark.items()):
        first = told[0]
        other = next(
            (one for one in told if one.number != first.number and one.piece != first.piece and _alike(first, one)),
            None,
        )
        if other is not None and not any(_was_opened(known, one) for one in (first, other)):
            words: Words = {"object": mark, "first": first.number.upper(), "second": other.number.upper()}
            cited = cite(first.page, first.start, first.end), cite(other.page, other.start, other.end, "contradicts")
            yield Hit(cited, False, words, "every page that names one of these seals")


def _sealed(known: Lookup, page: Page) -> Iterator[_Sealed]:
    """The objects of a page with their seals: by the column for seals of a table, else by a line or a part of one."""
    piece = known.piece_of.get(page.id, "")
    told: set[int] = set()
    for table in tables(page.text, lambda head: any(map(of_seals, head))):
        at = next(number for number, name in enumerate(table.head) if of_seals(name))
        for row in table.rows:
            marks = _OBJECT.findall(page.text, row.start, row.end)
            found = _SEAL.fullmatch(page.text[slice(*row.cells[at])].strip())
            if marks and found:
                told.add(line_at(page.text, row.start)[0])
                yield _Sealed(marks[0], _bare(found.group()), piece, page, *line_at(page.text, row.start))
    column = _COLUMN.search(page.text)
    for line in re.finditer(r"[^\n;]+", page.text):
        objects = set(_OBJECT.findall(line.group())) or {f"item {one}" for one in _NUMBERED.findall(line.group())}
        numbers = [found for found in _SEAL.finditer(line.group()) if found.group() not in objects]
        if len(objects) != 1 or len(numbers) != 1 or line_at(page.text, line.start())[0] in told:
            continue
        found = numbers[0]
        said = _SAYS.search(folded(line.group()[: found.start()])) is not None
        last = column is not None and column.end() < line.start() and not line.group()[found.end() :].strip()
        if said or last:
            yield _Sealed(objects.pop(), _bare(found.group()), piece, page, *line_at(page.text, line.start()))


def _alike(one: _Sealed, other: _Sealed) -> bool:
    """Whether two lines call an object of a plain number by one word: many lists have an item 1."""
    if not one.mark.startswith("item "):
        return True
    words, others = (
        set(re.findall(r"[a-z]{4,}", folded(told.page.text[told.start : told.end]))) - _PLAIN for told in (one, other)
    )
    return bool(words & others)


def _bare(number: str) -> str:
    return key(number).replace(" ", "").replace("-", "")


def _was_opened(known: Lookup, sealed: _Sealed) -> bool:
    """Whether any place that names this seal says that it was opened, or put on in place of another."""
    parted = re.sub(r"(?<=[a-z])(?=\d)", "[ -]?", sealed.number)
    named = re.compile(rf"(?<!\w){parted}(?!\d)", re.IGNORECASE)
    received = _RECEIVED.search(folded(sealed.page.text[sealed.start : sealed.end])) is not None
    for page in known.ordered_pages():
        for found in named.finditer(page.text):
            before = page.text[max(page.text.rfind("\n", 0, found.start()), found.start() - _NEAR, 0) : found.start()]
            after = page.text[found.end() : found.end() + _NEAR]
            following = _OBJECT.search(after)
            behind = after[: following.start()] if following else after
            if received and page.id == sealed.page.id and found.start() >= sealed.start:
                behind = " ".join(_IN_PLACE.findall(folded(behind)))  # whoever received it opened it afterwards
            around = f"{before} {behind}"
            if _OPENED.search(folded(around)):
                return True
    return False
