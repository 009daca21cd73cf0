"""All that a page tells of time, from left to right, the longest reading at each place. Tokens in, nodes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading import calendar_dates, day_parts, periods, relative
from greffier.reading.date_ranges import OPENERS, between, lone_day, loose, opened
from greffier.reading.moments import ABOUT, LINKS, simple
from greffier.reading.numerals import WORDS
from greffier.reading.phrasebook import phrase
from greffier.reading.script import MONTHS, ORDINALS, SEASONS, WEEKDAYS, Found, Script
from greffier.reading.tokens import DIGITS, WORD, Token
from greffier.reading.told import About, Node

_STARTERS = frozenset(
    {"an", "l", "midi", "minuit", "noon", "midnight", "half", "quarter", "the", "le", "du", "au"}.union(
        WEEKDAYS, MONTHS, ORDINALS, SEASONS, calendar_dates.HOLIDAYS, relative.STARTERS, periods.STARTERS,
        day_parts.STARTERS, LINKS, OPENERS, ABOUT, WORDS["fr"], WORDS["en"],
    )
) - {"et", "and"}  # fmt: skip

# Small words start a date only where one of these, or a digit, stands within the next three tokens.
_SMALL = frozenset(
    "l le la les the du de des au a an un une il in dans ces ce cet cette this from as sous one no d".split()
)
_TELLING = (_STARTERS | relative.WORDS | periods.WORDS | {"y"}) - _SMALL


class Telling(NamedTuple):
    """What was told of time, and where: character offsets on the page."""

    start: int
    end: int
    node: Node


def tellings(script: Script) -> Iterator[Telling]:
    """Yield what a page tells of time, in the order of the text, without overlaps."""
    tokens = script.tokens
    at, stop = 0, len(tokens) - 4
    while at < stop:
        kind, text = tokens[at][:2]
        if kind == DIGITS or (kind == WORD and text in _STARTERS and (text not in _SMALL or _promises(tokens, at))):
            found = expression(script, at)
            if found is not None:
                node, end = found
                yield Telling(tokens[at].start, tokens[end - 1].end, node)
                at = end
                continue
        at += 1


def _promises(tokens: Sequence[Token], at: int) -> bool:
    """Whether something that tells of time follows a small word closely."""
    return any(token.kind == DIGITS or token.text in _TELLING for token in tokens[at + 1 : at + 4])


def expression(script: Script, at: int) -> Found | None:
    """The longest thing told of time that starts at this token."""
    word = script.word(at)
    if script.tokens[at].kind == WORD:
        if word in LINKS and (found := between(script, at)):
            return found
        if word in OPENERS and (found := opened(script, at)):
            return found
        if word in ABOUT and (found := _about(script, at)):
            return found
    found = simple(script, at)
    if found is None and word in ("le", "the", "du", "au"):
        found = lone_day(script, at)
    return loose(script, at, found)


def _about(script: Script, at: int) -> Found | None:
    vague = phrase(script.tokens, at, ABOUT)
    if vague is None:
        return None
    found = simple(script, script.skip(vague[1], (".", "le", "les", "de", "du", "the"), 2), cued=True)
    return (About(found[0]), found[1]) if found else None
