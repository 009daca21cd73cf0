"""Firms by their trade whatever their other words are, `Silver Meadow Exchange`, by initials, `T & J Loughran`, and
bodies by what they are for, `Centers for Disease Control and Prevention`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.capitals import UPPER, WORD, ordinary
from greffier.reading.surroundings import ends_title, strong_given
from greffier.reading.vocabulary import level, table

_HELD = table("organisations")
_TRADES = frozenset(_HELD["trades"])
_RUN = re.compile(rf"{WORD}(?:[ ]{WORD}){{1,3}}(?![\w@'’-])")
_WITHIN = re.compile(r"(?:(?<![\w'’-])[a-z][a-z'’-]{0,20}[,;:]?|\d,|[A-Za-z]:)[ \n][\"“(]?$")  # a sentence, a label
_BEFORE = 26  # characters
_INITIALED = re.compile(
    rf"[{UPPER}](?<![\w.'’&-].)\.?(?:[ ]?[{UPPER}]\.?){{0,2}}[ ]&[ ](?:[{UPPER}]\.?[ ]){{1,2}}"
    rf"(?!Nos?\b){WORD}(?:[ ]{WORD})?(?![\w@'’])"
)
_WITH_COMPANY = re.compile(
    rf"[{UPPER}](?<![\w.'’&-].)\.?[ ](?:[{UPPER}]\.?[ ])?{WORD}[ ]&[ ](?:Co|Sons|Associates|Partners)\b(?![ ]{WORD})"
)
_FOR = re.compile(
    rf"(?:(?!The[ ]){WORD}[ ]){{0,2}}(?:Centers?|Centres?|Campaign)[ ]for[ ](?:the[ ])?"
    rf"{WORD}(?:[ ](?:and[ ]|of[ ]|&[ ]|the[ ])?{WORD}){{0,4}}"
)
_COURT = re.compile(  # over two lines, as captions of American courts print it
    r"U(?<!\w.)(?:NITED[ ]STATES|nited[ ]States|\.S\.)[ ](?:DISTRICT|District|BANKRUPTCY|Bankruptcy)[ ]"
    r"(?:COURT|Court),?\s{1,40}(?:(?:FOR[ ]THE|for[ ]the)\s{1,40})?(?:(?:[A-Z]{6,8}|[A-Z][a-z]{5,7})[ ])?"
    r"(?:DISTRICT[ ]OF|District[ ]of)[ ][A-Z][A-Za-z]+(?:[ ](?:[A-Z]{4,}|[A-Z][a-z]{3,}))?"
)
_SINGLE = re.compile(
    rf"(?<=[a-z,;(] )(?:{'|'.join(map(re.escape, _HELD['plain_bodies']))})(?![\w'’-]|[ ][{UPPER}]"
    r"|[ ](?:dut(?:y|ies)|seals?|declaration|form|post|broker|clearance|value|entry|control|zone|law|case|office)\b)"
)


def find_trading_names(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where such firms and bodies stand."""
    yield from (found.span() for found in _COURT.finditer(text))
    yield from (found.span() for found in _FOR.finditer(text) if " for " in text)
    for found in (*_INITIALED.finditer(text), *_WITH_COMPANY.finditer(text)) if "&" in text else ():
        yield found.span()
    yield from (found.span() for found in _SINGLE.finditer(text))
    yield from _by_trade(text)


def _by_trade(text: str) -> Iterator[tuple[int, int]]:
    """A run of capitalised words within a sentence that a trade ends: two before it, or one that is no plain word."""
    for found in _RUN.finditer(text):
        parts = level(found.group()).split()
        last = max((place for place, part in enumerate(parts) if part in _TRADES), default=0)
        if not last or ends_title(parts[0]) or (last == 1 and (ordinary(parts[0]) or strong_given(parts[0]))):
            continue
        if _WITHIN.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield found.start(), found.start() + len(" ".join(found.group().split()[: last + 1]))
