"""The reader of quantities, French and English: masses, money, counts of things, times taken, lengths and so on.

Conventions: `about 40 kg` is low = high = 40 and approximate; `at least 40 kg` is 40 to Infinity, `at most 40 kg` is 0
to 40, both approximate; `between 36 and 44 kg` is what it says. Words and digits that disagree (`QUATRE (5)`) are kept as
low and high with a confidence of 0.4. A sum of money is kept in its currency, never changed into another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from greffier import text as texts
from greffier.reading.amounts import COLLECTIVES, Amount, Sheet, amount, measured, number
from greffier.reading.mention import longest, mention
from greffier.reading.numerals import WORDS
from greffier.reading.phrasebook import lexicon, phrase, phrases
from greffier.reading.tokens import DIGITS, SIGN, WORD, tokens
from greffier.reading.units import MONEY_SIGNS, UNITS
from greffier.records import Found, Mention, Page, Piece, Quantity

_LEXICON = lexicon("units")
_ENDLESS = Decimal("Infinity")


def _about(*names: str) -> dict[str, str]:
    return {spelling: name for name in names for spelling in _LEXICON[name]}


_BEFORE = phrases(_about("about", "at_least", "at_most"))
_AFTER = phrases(_about("after_about", "after_at_least", "after_at_most"))
_SIGN_HEADS = {sign: name for name in ("about", "at_least", "at_most") for sign in _LEXICON[name] if len(sign) == 1}
_LINKS = {"de": ("a",), "entre": ("et",), "from": ("to",), "between": ("and",)}
_LOOSE = frozenset({"a", "to", "-", "ou", "or"})
_CODES = frozenset(first for first, entries in UNITS.items() if any(unit.currency for _, unit in entries))
_STARTERS = (
    frozenset(_BEFORE) | _LINKS.keys() | WORDS["fr"] | WORDS["en"] | COLLECTIVES.keys()
    | frozenset({"un", "une", "a", "an", "demi", "half", "eur", "usd", "gbp", "chf", "us", "cad"}) | _CODES
) - {"et", "and"}  # fmt: skip
_SIGNS = MONEY_SIGNS | frozenset("½¼¾.") | _SIGN_HEADS.keys()


class Quantities:
    """Finds quantities in a piece; what the dates reader found (times of day, years) is not read a second time."""

    name = "quantities"
    version = 1

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Mention]:
        """Yield the quantity mentions of the pages of a piece, in order."""
        taken: dict[str, list[tuple[int, int]]] = {}
        for earlier in found:
            if isinstance(earlier, Mention) and earlier.kind == "date":
                taken.setdefault(earlier.span.page, []).append((earlier.span.start, earlier.span.end))
        kept = [made for page in pages for made in self._page(piece, page, taken.get(page.id, []))]
        return longest(kept)

    def _page(self, piece: Piece, page: Page, taken: list[tuple[int, int]]) -> Iterator[Mention]:
        language = page.language or piece.language or texts.language(page.text) or "fr"
        sheet = Sheet(tokens(page.text), page.text, language if language in ("fr", "en") else "fr")
        for start, told in amounts(sheet, taken):
            end = sheet.tokens[told.end - 1].end
            confidence = 0.4 if told.doubtful else 1.0
            yield mention(
                page, piece, start, end, "quantity", self.name, quantity=_quantity(told), confidence=confidence
            )


def _quantity(told: Amount) -> Quantity:
    return Quantity(
        low=told.low,
        high=told.high,
        unit=told.unit.kept,
        dimension=told.unit.dimension,
        currency=told.unit.currency,
        good=told.good,
        container=told.container,
        approximate=told.approximate,
    )


def amounts(sheet: Sheet, taken: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, Amount]]:
    """Yield the amounts of a page with the offset where each begins, in the order of the text, without overlaps."""
    marks = sheet.tokens
    at, stop = 0, len(marks) - 4
    blocked = sorted(taken)
    while at < stop:
        kind, word, start = marks[at][:3]
        while blocked and blocked[0][1] <= start:
            blocked.pop(0)
        if blocked and blocked[0][0] <= start:
            at += 1
            continue
        if kind == DIGITS or (kind == WORD and word in _STARTERS) or (kind == SIGN and word in _SIGNS):
            told = _told(sheet, at)
            if told is not None and not (blocked and blocked[0][0] < marks[told.end - 1].end):
                yield start, told
                at = told.end
                continue
        at += 1


def _told(sheet: Sheet, at: int) -> Amount | None:
    """The amount at this token with what bounds it before and after; an identifier's digits are none."""
    if _inside_identifier(sheet, at):
        return None
    bound = phrase(sheet.tokens, at, _BEFORE)
    head = bound or ((_SIGN_HEADS[sheet.word(at)], at + 1) if sheet.word(at) in _SIGN_HEADS else None)
    if head is not None:
        start = head[1] + (sheet.word(head[1]) in ("de", "d"))
        inner = _ranged(sheet, start) or (_ranged(sheet, head[1]) if start > head[1] else None)
        return _bounded(inner, head[0]) if inner else None
    told = _ranged(sheet, at)
    if told is None:
        return None
    after = phrase(sheet.tokens, told.end, _AFTER)
    if after is not None and sheet.tokens[told.end].kind == WORD:
        return replace(_bounded(told, after[0].removeprefix("after_")), end=after[1])
    return told


def _inside_identifier(sheet: Sheet, at: int) -> bool:
    token = sheet.tokens[at]
    if not token.glued or at == 0 or token.kind != DIGITS:
        return False
    before = sheet.tokens[at - 1]
    if before.kind == WORD:
        return True
    return before.text in "/_.,:-#@°" and before.glued


def _bounded(told: Amount, bound: str) -> Amount:
    if bound == "about":
        return replace(told, approximate=True)
    if bound == "at_least":
        return replace(told, high=_ENDLESS, approximate=True)
    return replace(told, low=min(Decimal(0), told.low), approximate=True)


def _ranged(sheet: Sheet, at: int) -> Amount | None:
    """`de 300 à 360 kg`, `between 36 and 44 kg`, `20-25 kg`; else one amount."""
    links = _LINKS.get(sheet.word(at))
    if links is not None:
        return _range(sheet, at + 1, links)
    return _range(sheet, at, _LOOSE) or amount(sheet, at)


def _range(sheet: Sheet, at: int, links: Iterable[str]) -> Amount | None:
    """Two numbers that share a unit, or two amounts of the same unit, joined by one of these words."""
    left = amount(sheet, at)
    if left is not None:
        if (
            sheet.word(left.end) not in links
            or sheet.word(left.end) in ("or", "ou", "a")
            and _is_word_break(sheet, left.end)
        ):
            return None
        right = amount(sheet, left.end + 1)
        same = right is not None and right.unit.kept == left.unit.kept and right.high > left.low
        return replace(right, low=left.low) if right and same else None
    bare = number(sheet, at)
    if bare is None or bare.article or sheet.word(bare.end) not in links:
        return None
    right = amount(sheet, bare.end + 1 + (sheet.word(bare.end + 1) in ("de", "d")))
    if right is None:
        return None
    value = bare.worth(sheet.language, money=right.unit.currency is not None)
    low = right.unit.convert(value) if value is not None else None
    return replace(right, low=low) if low is not None and low < right.high else None


def _is_word_break(sheet: Sheet, at: int) -> bool:
    """`500 kg a été saisi`: the verb, not the preposition."""
    token = sheet.tokens[at]
    return (
        token.text == "a"
        and sheet.language == "fr"
        and sheet.text[token.start] == "a"
        and sheet.tokens[at + 1].kind == WORD
    )
