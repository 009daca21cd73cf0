"""Whose the handles of a page are: `Gus Marsh (Snapchat: marsh_77)`, « le compte @zed_64, tenu par Aldo Ferri »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD
from greffier.reading.naming import Naming, is_one
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import any_of, level, table

_HANDLE = re.compile(r"(?<![\w@.-])(?:@\w[\w.]{1,28}\w|[A-Za-z]\w{0,20}[\d_]\w{0,20})(?![\w@-])")
_ON_NETWORK = re.compile(
    rf"[ ]?\([ ]?[«“\"]?[ \u00a0]?(?P<name>@?{WORD}[\w.-]*(?:[ ]{WORD})?"
    rf"|@?[\w.-]{{3,30}})[ \u00a0]?[»”\"]?[ ](?:sur|on|dans|in)[ ](?:Signal|Telegram|WhatsApp"
    r"|Snapchat|Instagram|Threema|Wickr|EncroChat|Encrochat|Sky[ ]?ECC|Facebook|le[ ]terrain"
    r"|les[ ]écoutes)\b"
)
_IS_HANDLE = re.compile(
    r"[ ](?:(?:est|is)[ ](?P<name>@\w[\w.]{1,28}\w)|(?:=|→|->)[ ](?P<sign>@?[A-Za-z]\w{0,20}[\d_.]\w{0,19}\w)(?![\w@]))"
)  # « Sur Instagram, X est @etoile »
_REACH = 90  # characters between a name and its handle
_PRONOUN_REACH = 240  # and between a name and « il », `he`
_HE = r"(?:(?:il|elle|he|she)\s+(?:also\s+|aussi\s+)?)"


class _Ways(NamedTuple):
    """Patterns on the level view: what stands between a name and its handle, before one with a pronoun, between a
    handle and its name; `uses` before one that is used `there`, on a network."""

    has: re.Pattern[str]
    he_has: re.Pattern[str]
    uses: re.Pattern[str]
    there: re.Pattern[str]
    of: re.Pattern[str]


@lru_cache(maxsize=1)
def _ways() -> _Ways:
    held = table("aliases")
    named, networks = any_of(held["handle_words"]), any_of(held["networks"])
    under = rf"(?:(?:sous|under|with|par|avec)\s+)?(?:the|le|l'|un|an?)\s?{named}"
    said = rf"(?:{any_of(held['posts'])})\b[^.;:\n]{{0,40}}?\s(?:as|{under})"
    opening = r"(?:\s(?:of|de|d'))?\s?[:,]?\s?[«“\"']?\s?"
    field = rf"(?:,\s|\s?\(|'s\s)(?:{named}|{networks})(?:\s(?:on\s|sur\s)?{networks})?{opening}"
    return _Ways(
        has=re.compile(rf"(?:{field}|\s(?:qui\s|who\s)?{said}{opening})"),
        he_has=re.compile(rf"(?<![\w'-]){_HE}{said}{opening}$"),
        uses=re.compile(
            r"(?:\b(?:il|elle|he|she)|)\s(?:qui\s|who\s)?(?:utilis(?:e|ait|ant)|uses|used|using)\s[«“\"]?\s?$"
        ),
        there=re.compile(rf"\s?[»”\"]?\s(?:sur|on|dans|in)\s{networks}\b"),
        of=re.compile(
            rf"\s?[»”\"']?(?:\s?\((?:[a-z]{{1,5}}\.?\s)?|,?\s(?:(?:is|was|est|etait|which\s+is|qui\s+est"
            r"|(?:which|that|que)\s+(?:[a-z]+\s+){1,3}?(?:have|had|has|ont|a|avait|avaient))\s+)?"
            rf"(?:{any_of(held['operated'])})\s+(?:(?:m|mr|mme|mrs|ms)\.?\s)?)"
        ),
    )


def find_handles(text: str, seen: Sequence[Candidate]) -> Iterator[Naming]:
    """Yield each handle with the person whom the page gives it to; `seen` are all mentions in order."""
    flat, ways = level(text), _ways()
    people = [one for one in seen if one.kind == "person"]
    known = {one[:2] for one in seen if one.kind == "handle"}
    for person in people:  # « X (Y sur Signal) »
        if match := _ON_NETWORK.match(text, person.end) or _IS_HANDLE.match(text, person.end):
            yield Naming("alias", person[:2], match.span(match.lastgroup or "name"))
    for start, end in sorted(known.union(one.span() for one in _HANDLE.finditer(text))):
        before = [one for one in beginning(people, start - _PRONOUN_REACH, start) if one.end <= start]
        after = next(iter(beginning(people, end, end + _REACH)), None)
        near = before[-1] if before else None
        if near and _is_his(flat, near, is_one(before), start, end):
            yield Naming("alias", near[:2], (start, end), False)
        elif after and ((start, end) in known or "_" in text[start:end]) and ways.of.fullmatch(flat, end, after.start):
            yield Naming("alias", after[:2], (start, end), False)


def _is_his(flat: str, near: Candidate, alone: bool, start: int, end: int) -> bool:
    """Whether the words before a handle give it to the last one named, or to a pronoun that means him `alone`."""
    ways = _ways()
    if ways.has.fullmatch(flat, near.end, start):
        return True
    if alone and ways.he_has.search(flat, max(near.end, start - _REACH), start):
        return True
    used = ways.uses.search(flat, max(0, start - 24), start) if ways.there.match(flat, end) else None
    return used is not None and (alone or near.end >= used.start() - 1)
