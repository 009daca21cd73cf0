"""A page as the date grammar reads it, and the parts that dates are made of: months, weekdays, day numbers, years."""

from __future__ import annotations

import calendar
from collections.abc import Container, Sequence
from typing import NamedTuple

from greffier.reading.numerals import spelled
from greffier.reading.phrasebook import meanings
from greffier.reading.tokens import BREAK, DIGITS, WORD, Token
from greffier.reading.told import Day, Impossible, Node
from greffier.reading.vocabulary import table

_LEXICON = table("dates")
MONTHS: dict[str, int] = meanings(_LEXICON["months"])
WEEKDAYS: dict[str, int] = meanings(_LEXICON["weekdays"])
SEASONS: dict[str, int] = meanings(_LEXICON["seasons"])
SHORT_WEEKDAYS: dict[str, int] = meanings(_LEXICON["short_weekdays"])
DOUBTFUL = frozenset(_LEXICON["doubtful"])
_CLEAR_MONTHS = frozenset(_LEXICON["clear_months"])
_WHOLE_NAMES = frozenset(
    name for table in ("months", "weekdays") for words in _LEXICON[table].values() for name in words[:2]
)
ORDINALS: dict[str, int] = _LEXICON["ordinals"]

MONTH_CUES = frozenset(
    "en in of de du mois month courant fin debut mi late early mid since depuis until jusqu this ce last next dernier "
    "pour for during and et to au a between entre from by before after avant apres le on d".split()
)
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th", "er", "eme", "e", "ere"})
_TENS = {20: 10, 30: 10}
_OF_LOG = frozenset("from until till to by since".split())


Found = tuple[Node, int]  # what was told, and the token after it


class Script(NamedTuple):
    """What the grammar reads: the tokens of a page, its text as it stands, its language, how it orders numbers, and
    what its lines begin with (`heads`, see log_heads)."""

    tokens: Sequence[Token]
    text: str
    language: str
    day_first: bool | None = True
    heads: frozenset[str] = frozenset()

    def word(self, at: int) -> str:
        return self.tokens[at].text

    def before(self, at: int) -> str:
        return self.tokens[at - 1].text if at else ""

    def capital(self, at: int) -> bool:
        return self.text[self.tokens[at].start].isupper()

    def opens_line(self, at: int) -> bool:
        """Whether a token is the first of its line, but for a sign of a list."""
        if at < 0:
            return False
        listed = at and self.tokens[at - 1].text in ("-", "*", "•", "~", "|")
        # An empty last cell and a rule across the page stand before, and begin no line.
        first = at - 1 if listed and "\n" not in self.text[self.tokens[at - 1].end : self.tokens[at].start] else at
        if first == 0 or self.tokens[first - 1].kind == BREAK:
            return True
        return "\n" in self.text[self.tokens[first - 1].end : self.tokens[first].start]

    def skip(self, at: int, words: Container[str], most: int = 6) -> int:
        """The first token from here that is none of these words."""
        end = at + most
        while at < end and self.tokens[at].text in words:
            at += 1
        return at

    def doubtful(self, at: int) -> bool:
        """Whether a word is too often something else to be a month here: `may`, `march`, `dec` in small letters."""
        word = self.tokens[at].text
        return word in DOUBTFUL and not self.capital(at) and (self.language == "en" or len(word) < 4)


def month(script: Script, at: int) -> tuple[int, int] | None:
    """A month by its name, full stop of an abbreviation included."""
    token = script.tokens[at]
    if token.kind != WORD or (number := MONTHS.get(token.text)) is None:
        return None
    if token.text == "sept" and script.language == "fr" and not _abbreviates(script, at):
        return None
    return number, _past_stop(script, at)


def _past_stop(script: Script, at: int) -> int:
    """The token after an abbreviation and its full stop; after a whole name it is a slip where the date goes on."""
    stop = script.tokens[at + 1]
    if stop.text != "." or not stop.glued:
        return at + 1
    slip = script.tokens[at + 2].kind == DIGITS and script.word(at) in MONTHS and len(script.word(at)) <= 5
    slip = slip and not script.opens_line(at + 2)
    return at + 2 if script.word(at) not in _WHOLE_NAMES or slip else at + 1


def bare_month_stands(script: Script, at: int, after: int) -> bool:
    """Whether the name of a month needs no word before it: none that may be a name or another word here.

    French writes months small, so that a capital one is a name unless it opens a line or a sentence; English the other
    way round, and there it must not stand among other capitals.
    """
    token = script.tokens[at]
    if token.text not in _CLEAR_MONTHS or (token.glued and script.before(at) in ("-", "_", ".", "@", "/")):
        return False
    if script.tokens[after].kind == WORD and script.capital(after) and script.tokens[after].start - token.end == 1:
        return False
    if script.language == "fr" and not script.capital(at):
        return True
    before = script.tokens[at - 1] if at else None
    title = before is not None and before.text == "." and at > 1 and len(script.word(at - 2)) <= 4
    opens = before is None or (before.kind != WORD and not title) or "\n" in script.text[before.end : token.start]
    return script.capital(at) and (opens or (script.language == "en" and not script.capital(at - 1)))


def _abbreviates(script: Script, at: int) -> bool:
    """Whether a French `sept` is September and not seven: after a day in digits, or with its full stop and a year."""
    dotted = script.word(at + 1) == "." and script.tokens[at + 1].glued and script.tokens[at + 2].kind == DIGITS
    return dotted or (at > 0 and script.tokens[at - 1].kind == DIGITS and script.tokens[at + 1].kind != WORD)


def weekday(script: Script, at: int) -> tuple[int, int] | None:
    """A day of the week by its name, Monday 0; full stop of an abbreviation included."""
    token = script.tokens[at]
    if token.kind != WORD or (number := WEEKDAYS.get(token.text)) is None:
        return None
    return number, _past_stop(script, at)


def day_number(script: Script, at: int) -> tuple[int, int] | None:
    """A day of the month in digits or words, cardinal or ordinal: 12, 1er, 12th, douze, twelfth, twenty-first."""
    token = script.tokens[at]
    if token.kind == DIGITS:
        if len(token.text) > 2 or not 1 <= int(token.text) <= 39:
            return None
        after = at + 1
        if script.tokens[after].glued and (script.word(after) in ORDINAL_ENDS or _is_first(script, at)):
            after += 1
        return int(token.text), after
    return _spelled_day(script, at)


def _is_first(script: Script, at: int) -> bool:
    """`1° juillet`, as scans and Italian hands write `1er`."""
    return script.word(at) == "1" and script.word(at + 1) in ("°", "º") and script.word(at + 2) in MONTHS


def _spelled_day(script: Script, at: int) -> tuple[int, int] | None:
    if (ordinal := ORDINALS.get(script.word(at))) is not None:
        return None if script.language == "fr" and script.word(at) == "second" else (ordinal, at + 1)
    number = spelled(script.tokens, at, script.language)
    if number is None:
        return None
    value, after = number
    if value in _TENS:
        tail = after + 1 if script.word(after) == "-" else after
        unit = ORDINALS.get(script.word(tail))
        if unit is not None and unit < 10 and script.word(tail) != "premier":
            return value + unit, tail + 1
    return (value, after) if 1 <= value <= 39 else None


def year(script: Script, at: int, *, short: bool = False) -> tuple[int, int] | None:
    """A year in four digits (two where `short` and what stands before makes it one) or in words."""
    token = script.tokens[at]
    if token.kind == DIGITS:
        if len(token.text) == 4 and 1500 <= int(token.text) <= 2199 and not _number_goes_on(script, at + 1):
            if "military" in script.heads and script.opens_line(at):
                return None  # the hour of the next line of a log
            if "military within" in script.heads and script.before(at) in _OF_LOG and int(token.text[2:]) < 60:
                return None  # "in darkness from 1900"
            return int(token.text), at + 1
        if short and len(token.text) == 2 and not _number_goes_on(script, at + 1):
            return full_year(int(token.text)), at + 1
        return None
    return _spelled_year(script, at)


def _number_goes_on(script: Script, at: int) -> bool:
    token = script.tokens[at]
    if not token.glued:
        return False
    return token.kind == WORD or (
        token.text in ".,/'" and script.tokens[at + 1].kind == DIGITS and script.tokens[at + 1].glued
    )


def full_year(two_digits: int) -> int:
    """POSIX: 69 to 99 are of the twentieth century."""
    return two_digits + (1900 if two_digits >= 69 else 2000)


def _spelled_year(script: Script, at: int) -> tuple[int, int] | None:
    number = spelled(script.tokens, at, script.language)
    if number is None:
        return None
    value, after = number
    if 1500 <= value <= 2199:
        return number
    if 15 <= value <= 21:  # nineteen ninety-nine, twenty twenty-two
        tail = spelled(script.tokens, after + (script.word(after) == "-"), "en")
        if tail is not None and 10 <= tail[0] <= 99:
            return value * 100 + tail[0], tail[1]
    return _split_year(script, at)


def _split_year(script: Script, at: int) -> tuple[int, int] | None:
    """`twenty twenty-two` read as one run of number words that makes no number: cut after the first word."""
    heads = {"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
    head = heads.get(script.word(at))
    if head is None:
        return None
    tail = spelled(script.tokens, at + 1, "en")
    return (head * 100 + tail[0], tail[1]) if tail and 10 <= tail[0] <= 99 else None


def checked(day: Day) -> Node:
    """The day, or Impossible where the calendar has no such day; without a year, 29 February is possible."""
    if day.month is None:
        return day if day.day <= 31 else Impossible()
    if not 1 <= day.month <= 12 or day.day > calendar.monthrange(day.year or 2024, day.month)[1]:
        return Impossible()
    return day
