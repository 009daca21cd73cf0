"""Where something told of time may begin: at which words, and at which numbers by what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.reading import day_parts, feasts, hours, nights, periods, relative, rests
from greffier.reading.day_lists import OPENERS as DAYS_OPEN
from greffier.reading.moments import ABOUT, LINKS, OPENERS
from greffier.reading.named_units import STEPS
from greffier.reading.numerals import WORDS
from greffier.reading.script import MONTHS, ORDINAL_ENDS, ORDINALS, SEASONS, SHORT_WEEKDAYS, WEEKDAYS
from greffier.reading.time_amounts import UNITS
from greffier.reading.tokens import DIGITS, SIGN, WORD, Token

_STARTERS = frozenset(
    {"an", "l", "midi", "minuit", "noon", "midday", "midnight", "half", "quarter", "the", "le", "du", "au"}.union(
        WEEKDAYS, MONTHS, ORDINALS, SEASONS, SHORT_WEEKDAYS, feasts.STARTERS, rests.STARTERS, relative.STARTERS,
        periods.STARTERS, nights.STARTERS,
        day_parts.STARTERS, LINKS, OPENERS, ABOUT, WORDS["fr"], WORDS["en"],
    )
) - {"et", "and"}  # fmt: skip

# Small words start a date only where one of these, or a digit, stands within the next four tokens.
_SMALL = frozenset(
    "l le la les the du de des au a an un une il in dans ces ce cet cette this that from by as about through sous one "
    "no not pas some d h q s t".split()
)
_TELLING = (_STARTERS | relative.WORDS | periods.WORDS | {"y"}) - _SMALL

_STAMP = 6  # digits of `101430Z`
_YEAR = 4  # digits, the most that anything told of time begins with
_AFTER_NUMBER = frozenset(MONTHS).union(
    UNITS, STEPS, ORDINAL_ENDS, hours.HOURS, hours.MINUTES, day_parts.STARTERS, periods.LETTERS,
    "ish am pm a p o past to until till au jusqu et and ou or jour jours day courant siecle century".split(),
    "du de d of l la in the at ce cet cette dans this tomorrow demain hier".split(),
)  # fmt: skip
_JOINERS = frozenset("/-.,:'&°")


def may_begin(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time may be told from this token on: all that the grammar reads begins so, and little else does."""
    kind, text = tokens[at][:2]
    if kind == WORD:
        return text in _STARTERS and (text not in _SMALL or _promises(tokens, at))
    if kind == SIGN:
        return text == "~" and tokens[at + 1].kind == DIGITS
    if kind == DIGITS and len(text) == _STAMP:
        return tokens[at + 1].text == "z" and tokens[at + 1].glued
    return kind == DIGITS and len(text) <= _YEAR and (_may_go_on(tokens, at) or tokens[at - 1].text == "at")


def _promises(tokens: Sequence[Token], at: int) -> bool:
    """Whether something that tells of time follows a small word closely."""
    return any(token.kind == DIGITS or token.text in _TELLING for token in tokens[at + 1 : at + 6])


def _may_go_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a number makes it a day, an hour or an amount; a year or `at 1510` may stand alone."""
    if len(tokens[at].text) == _YEAR:
        return True
    (kind, following), beyond = tokens[at + 1][:2], tokens[at + 2]
    if kind == WORD:
        return following in _AFTER_NUMBER
    if kind != SIGN or following not in _JOINERS:
        return False
    if following == "," and tokens[at - 1].text not in DAYS_OPEN:
        return beyond.text in MONTHS
    return following == "'" or beyond.kind == DIGITS or beyond.text in _STARTERS or beyond.text in ("et", "and")
