"""Units of measure and of money: how they are written, what they are kept as, and what they are multiplied by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from greffier.reading.tokens import DIGITS, WORD, Token
from greffier.reading.vocabulary import table

_LEXICON = table("units")
_MONEY_DIMENSION = "money"
_DIMENSIONS = (
    "mass", "length", "volume", "area", "duration", "speed", "ratio", "temperature", "information", "frequency",
    "power", "energy", "voltage",
)  # fmt: skip
# Single letters are units only in small letters, or they are initials, plates and names of things.
_DAYS_TOLD = 4  # digits of the most days, hours or seconds that a single capital counts
_LETTERS = frozenset({"g", "m", "l", "h", "s", "t", "j"})


@dataclass(frozen=True, slots=True)
class Unit:
    """`kept` is the unit a quantity is kept in, `factor` what the number is multiplied by."""

    kept: str
    dimension: str
    factor: Decimal
    fahrenheit: bool = False

    @property
    def currency(self) -> str | None:
        return self.kept if self.dimension == _MONEY_DIMENSION else None

    def convert(self, number: Decimal) -> Decimal:
        """The number in the unit kept, without the zeros that conversion leaves."""
        if self.fahrenheit:
            return plain(((number - 32) * 5 / 9).quantize(Decimal("0.01")))
        return plain(number * self.factor)


def plain(value: Decimal) -> Decimal:
    """The same number without an exponent or useless zeros: 12750.00 is 12750."""
    if not value.is_finite():
        return value
    shortest = value.normalize()
    return (
        shortest.quantize(Decimal(1))
        if shortest == shortest.to_integral_value() and abs(shortest) < 10**20
        else shortest
    )


def _entries() -> Iterator[tuple[str, Unit]]:
    for dimension in _DIMENSIONS:
        for kept, by_factor in _LEXICON[dimension].items():
            yield from _spellings(by_factor, kept, dimension)
    for code, by_factor in _LEXICON[_MONEY_DIMENSION].items():
        yield from _spellings(by_factor, code, _MONEY_DIMENSION)
    for spelling in _LEXICON["fahrenheit"]:
        yield spelling, Unit("°C", "temperature", Decimal(1), fahrenheit=True)


def _spellings(by_factor: dict[Any, list[str]], kept: str, dimension: str) -> Iterator[tuple[str, Unit]]:
    for factor, spellings in by_factor.items():
        for spelling in spellings:
            yield str(spelling), Unit(kept, dimension, Decimal(str(factor)))


def _by_first() -> dict[str, list[tuple[tuple[str, ...], Unit]]]:
    table: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for spelling, unit in _entries():
        words = tuple(_cut(spelling))
        table.setdefault(words[0], []).append((words, unit))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _cut(spelling: str) -> Iterator[str]:
    """Cut a spelling as the tokens of a page are cut: `m3` is two tokens."""
    for word in spelling.split():
        if len(word) > 1 and word[-1].isdigit() and word[:-1].isalpha():
            yield word[:-1]
            yield word[-1]
        else:
            yield word


UNITS = _by_first()
_AS_WRITTEN: dict[str, dict[str, Unit]] = {
    language: {
        letters: Unit(kept, dimension, Decimal(factor))
        for table in tables
        for letters, (dimension, kept, factor) in _LEXICON[table].items()
    }
    for language, tables in {"en": ("as_written",), "fr": ("as_written", "as_written_fr")}.items()
}
_FOLDED = frozenset(letters.lower() for letters in _AS_WRITTEN["fr"])
COINS = frozenset(letters.lower() for letters, kind in _AS_WRITTEN["fr"].items() if kind.currency and len(letters) > 1)
_FOREIGN = {"fr": frozenset(_LEXICON["only_en"]), "en": frozenset(_LEXICON["only_fr"])}
MULTIPLIERS: dict[str, Decimal] = {
    str(word): Decimal(factor) for factor, words in _LEXICON["multipliers"].items() for word in words
}
SHORT_MULTIPLIERS = frozenset({"k", "b", "m", "md", "mds", "mrd", "mrds", "bn", "mln", "mio", "tn", "t"})
MONEY_SIGNS = frozenset("€$£¥₽₹₺₪₩₦₿₾₸₱₲₡₭₫৳¢₵")
_MONTHS = frozenset(word for words in table("dates")["months"].values() for word in words)
_ENDS = frozenset(".,;:)]»/")


def unit(tokens: Sequence[Token], at: int, text: str, language: str) -> tuple[Unit, int] | None:
    """Return the unit written at this token, the longest spelling first, and the token after it."""
    word = tokens[at].text
    if text[tokens[at].start : tokens[at].end] == "S":
        return None  # no second is written so: `3S`, `06S` are marks of something
    if word in _FOREIGN[language] or (word in MONEY_SIGNS and _is_in_next_column(tokens, at, text)):
        return None
    spelled = _spelled(tokens, at, text)
    if word in _FOLDED and (spelled is None or spelled[1] == at + 1):
        return _as_written(tokens, at, text, language) or spelled
    return spelled


def _is_in_next_column(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a sign of money after a number stands in the next column: `07-4418    $ Cdn.`"""
    return (
        at > 0
        and tokens[at - 1].kind == DIGITS
        and text[tokens[at - 1].end : tokens[at].start].isspace()
        and (tokens[at].start - tokens[at - 1].end > 2)
        and not (tokens[at + 1].kind == DIGITS and tokens[at + 1].glued)
    )


def _spelled(tokens: Sequence[Token], at: int, text: str) -> tuple[Unit, int] | None:
    for words, found in UNITS.get(tokens[at].text, ()):
        after = _follow(tokens, at, words)
        if after is not None and _stands(tokens, at, after, text):
            return found, after
    return None


def _as_written(tokens: Sequence[Token], at: int, text: str, language: str) -> tuple[Unit, int] | None:
    """A unit that only its capitals tell: the `Go` of « 64 Go », the `F` of « 3 000 F »."""
    token, following = tokens[at], tokens[at + 1]
    letters = text[token.start : token.end]
    found = _AS_WRITTEN[language].get(letters)
    coin = found is not None and found.currency is not None and len(letters) > 1 and found.factor == 1
    apart = following.start - token.end > 1  # `20 L       200 L`: another column
    if (
        found is None
        or (following.kind == DIGITS and not (coin or apart))
        or (following.glued and following.text not in _ENDS)
    ):
        return None
    if following.text == "." and tokens[at + 2].glued and tokens[at + 2].text == token.text:
        return None  # `500 L.L.`
    shouted = len(letters) > 1 and letters.isupper() and _all_capitals(text, token)
    return None if shouted else (found, at + 1)


def written(letters: str, language: str) -> Unit | None:
    """The money that these very letters mean: `Ar`, `DT`; None where they are no such unit."""
    found = _AS_WRITTEN[language].get(letters)
    return found if found is not None and found.currency is not None else None


def _follow(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int | None:
    for position, word in enumerate(words):
        token = tokens[at]
        if token.text == "'" and position and word != "'":
            at += 1
            token = tokens[at]
        if token.text != word or (token.kind == DIGITS and not token.glued):
            return None
        if position and token.start - tokens[at - 1].end > 1:
            return None  # `900 g      $18,000`: another column
        at += 1
    return at


def _stands(tokens: Sequence[Token], at: int, after: int, text: str) -> bool:
    """Whether a unit ends where a word ends: `5 l'homme`, `5 m-12`, `5 km^3` and `5 G` hold none."""
    first, following = tokens[at], tokens[after]
    if following.text == "/" and following.glued and tokens[after + 1].kind == DIGITS:
        return False  # « 24h/24 », « 7j/7 »
    if following.glued and following.kind == DIGITS:
        code = first.kind == WORD and len(first.text) == 3 and text[first.start : first.end].isupper()
        return (
            tokens[after - 1].text in MONEY_SIGNS
            or first.text in ("h", "m", "min", "kg", "rs", "ksh", "kshs", "shs", "tk")
            or code
        )
    if following.glued and (following.kind == WORD or following.text == "^"):
        return first.kind != WORD and first.text in MONEY_SIGNS
    if first.text == "second" and text[first.start] == "S" and not _all_capitals(text, first):
        return False  # "376 Second, the …"
    if first.text == "ms" and text[first.start : first.start + 2] == "Ms":
        return False  # `3.3 Ms. Okello`
    if first.text == "s" and first.glued and tokens[at - 1].text[2:]:
        return False  # "1960s", "101s"
    if first.text in _LETTERS and after == at + 1:
        litre = text[first.start] == "L" and following.kind != DIGITS and following.text != "."
        decimal = (
            at > 2 and tokens[at - 1].kind == DIGITS and tokens[at - 2].text in (",", ".") and tokens[at - 2].glued
        )
        tonne = text[first.start] == "T" and decimal and following.kind != DIGITS  # « 21,4 T »
        if not (text[first.start].islower() or litre or tonne or _all_capitals(text, first)):
            return False
        if first.text in ("j", "h", "s") and len(tokens[at - 1].text) > _DAYS_TOLD and not text[first.start].islower():
            return False  # « CC 1904417 J » is a number
        return not (following.glued and following.text in ("'", "-", "&")) and not _is_digit_misread(
            text, first, following
        )
    return True


def _is_digit_misread(text: str, first: Token, following: Token) -> bool:
    """`20 l 7`, `61 l(c)`, `1l /29/17`, `2l Jul`: a one that was read as an l; the next line tells nothing."""
    if "\n" in text[first.end : following.start]:
        return False
    return first.text == "l" and (following.kind == DIGITS or following.text in ("(", "/") or following.text in _MONTHS)


def _all_capitals(text: str, token: Token) -> bool:
    around = text[max(0, token.start - 40) : token.end + 40]
    letters = [char for char in around if char.isalpha()]
    return len(letters) > 6 and all(char.isupper() for char in letters)
