"""The reader of quantities, French and English: masses, money, counts of things, times taken, lengths and so on.

Conventions: `about 40 kg` is low = high = 40 and approximate; `at least 40 kg` is 40 to Infinity, `at most 40 kg` is 0
to 40, both approximate; `between 36 and 44 kg` is what it says. Words and digits that disagree (`QUATRE (5)`) are kept
as low and high with a confidence of 0.4. A sum of money is kept in its currency, never changed into another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from greffier import text as texts
from greffier.reading.ages import ages
from greffier.reading.amount_ranges import BEFORE, LINKS, SIGNS, bounded, echo
from greffier.reading.bases import basis
from greffier.reading.goods import beside
from greffier.reading.mention import longest, mention
from greffier.reading.misread import put_right
from greffier.reading.multiples import Sheet
from greffier.reading.numerals import WORDS, habit
from greffier.reading.phrasebook import page_tokens, phrase
from greffier.reading.tabulated import tabulated
from greffier.reading.taken import Taken
from greffier.reading.tokens import DIGITS, SIGN, WORD
from greffier.reading.told_amounts import Amount
from greffier.reading.told_before import part_of
from greffier.reading.told_numbers import COLLECTIVES
from greffier.reading.understood import stretch, understood
from greffier.reading.units import COINS, MONEY_SIGNS, UNITS, unit
from greffier.reading.vocabulary import level, table
from greffier.records import Found, Mention, Page, Piece, Quantity

_TERM = re.compile(
    r"(?:within|(?:(?:over|in|for) )?the next|dans les|dans un delai de|sous) (?=[a-z\d])"
)  # how long, no day
_TAKEN = frozenset({"date", "phone", "plate", "iban", "container", "reference", "account", "seal", "law"})
_LETTERS = frozenset(table("slang")["letters"]) | {"shs"}  # `R25 000`
_CODES = COINS | {"sh"} | {first for first, entries in UNITS.items() if any(kind.currency for _, kind in entries)}
_STARTERS = (
    LINKS.keys() | WORDS["fr"] | WORDS["en"] | COLLECTIVES.keys() | {code for code in _CODES if len(code) > 1}
    | frozenset("un une a an demi half quarter moins minus eur usd gbp chf us cad".split())
) - {"et", "and"}  # fmt: skip
_ROW = re.compile(r"^[ \t]{0,8}(?P<number>\d{1,3})(?=[.)]?(?: {2,}|\t| ?\| ?)[^\W\d])", re.MULTILINE)
_PAGES = 3  # of a piece, which say in what country it was written
_SIGNS = MONEY_SIGNS | frozenset("½¼¾⅓⅔.-+") | SIGNS.keys()


class Quantities:
    """Finds quantities in a piece; what dates and identifiers took (years, telephones) is not read a second time."""

    name = "quantities"
    version = 15

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Mention]:
        """Yield the quantity mentions of the pages of a piece, in order."""
        taken: dict[str, list[Mention]] = {}
        for earlier in found:
            if isinstance(earlier, Mention) and earlier.kind in _TAKEN and not _TERM.match(level(earlier.span.exact)):
                taken.setdefault(earlier.span.page, []).append(earlier)
        around = "\n".join(page.text for page in pages[:_PAGES])
        kept = [made for page in pages for made in self._page(piece, page, around, taken.get(page.id, []))]
        return longest(kept)

    def _page(self, piece: Piece, page: Page, around: str, before: list[Mention]) -> Iterator[Mention]:
        language = page.language or piece.language or texts.language(page.text) or "fr"
        language = language if language in ("fr", "en") else "fr"
        flat = level(page.text)
        marks = put_right(page_tokens(page.text), flat)
        sheet = Sheet(marks, page.text, language, habit(page.text, language), {}, {}, around)
        taken = [(one.span.start, one.span.end) for one in before]
        free = Taken(taken)
        for age in [age for age in ages(page.text, language) if free.free(age.start, age.end)]:
            free.add(age.start, age.end)
            quantity = Quantity(age.low, age.high, "s", "duration", approximate=age.approximate, basis="age")
            yield mention(page, piece, age.start, age.end, "quantity", self.name, quantity=quantity, confidence=0.9)
        days = {one.span.start for one in before if one.time is not None and "T" not in one.time.earliest}
        listed = [placed for placed in tabulated(sheet, page) if sheet.tokens[placed[0]].start not in days]
        stretches = [*taken, *counted_rows(page.text), *(stretch(sheet, *placed) for placed in listed)]
        told = list(amounts(sheet, stretches))
        for at, one in (*listed, *told, *understood(sheet, told + listed, free)):
            start, end = stretch(sheet, at, one)
            quantity = _quantity(one, basis(flat, start, end, one.unit))
            confidence = 0.4 if one.doubtful else 1.0
            yield mention(page, piece, start, end, "quantity", self.name, quantity=quantity, confidence=confidence)


def _quantity(told: Amount, counted_by: str | None) -> Quantity:
    return Quantity(
        low=told.low,
        high=told.high,
        unit=told.unit.kept,
        dimension=told.unit.dimension,
        currency=told.unit.currency,
        good=told.good,
        container=told.container,
        approximate=told.approximate,
        basis=counted_by,
    )


def _is_rate(sheet: Sheet, at: int, told: Amount, ended: int) -> bool:
    """Whether an article counts off what came before it: the `a year` of `3 tonnes a year`, `eighteen a kilo`."""
    if told.unit.dimension not in ("duration", "mass", "volume") or sheet.word(at) not in ("a", "an") or at == 0:
        return False
    if any(sheet.tokens[back].kind == DIGITS or sheet.word(back) in WORDS[sheet.language] for back in (at - 1, at - 2)):
        return True  # `eighteen a kilo`, `800 shillings a kilo`
    return ended == at or (at > 0 and unit(sheet.tokens, at - 1, sheet.text, sheet.language) is not None)


def _may_begin(sheet: Sheet, at: int) -> bool:
    """Whether an amount may begin at this token: all that are read begin so, and little else does."""
    (kind, word), following = sheet.tokens[at][:2], sheet.tokens[at + 1]
    if kind == WORD:
        return (
            word in _STARTERS
            or (word in BEFORE and phrase(sheet.tokens, at, BEFORE) is not None)
            or (word in _LETTERS and (following.kind == DIGITS or following.text in "$."))
            or (word in _CODES and unit(sheet.tokens, at, sheet.text, sheet.language) is not None)
        )
    if kind == SIGN and word in "-.":
        return following.glued and not sheet.tokens[at].glued and (word == "-" or following.kind == DIGITS)
    return kind == DIGITS or (kind == SIGN and word in _SIGNS)


def counted_rows(text: str) -> list[tuple[int, int]]:
    """Where the numbers stand that count the rows of a table: `1   loose leaf`, `2   cutter`, `3   cash`."""
    rows = [(int(row["number"]), row.span("number")) for row in _ROW.finditer(text)]
    found = set()
    for (first, here), (second, there), (third, next_one) in zip(rows, rows[1:], rows[2:], strict=False):
        if (second, third) == (first + 1, first + 2):
            found |= {here, there, next_one}
    return sorted(found)


def amounts(sheet: Sheet, taken: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, Amount]]:
    """Yield the amounts of a page with the token where each begins, in the order of the text, without overlaps."""
    marks = sheet.tokens
    at, stop = 0, len(marks) - 4
    blocked = sorted(taken)
    last: Amount | None = None
    ended = -1
    while at < stop:
        start = marks[at].start
        while blocked and blocked[0][1] <= start:
            blocked.pop(0)
        if blocked and blocked[0][0] <= start:
            at += 1
            continue
        if _may_begin(sheet, at):
            told = part_of(sheet, at, last) or bounded(sheet, at)
            if told is not None and _is_rate(sheet, at, told, ended):  # "3 tonnes a year"
                at = told.end
                continue
            if told is not None and not (blocked and blocked[0][0] < marks[told.end - 1].end):
                if told.good is None and told.unit.dimension in ("mass", "volume"):
                    told = replace(told, good=beside(sheet.tokens, at, told.end))
                last = told if told.unit.dimension != "count" else last
                yield at, told
                at = ended = told.end
                second = echo(sheet, told)
                if second is not None:
                    yield at + 1, second
                    at = second.end
                continue
        at += 1
