"""Towns that are on the map, where the words before them lead to a place: « à Colmar », `from Ruse to Gdynia`.

A town's name alone proves nothing, since people are called after towns; and what is given « à Bello » is given to a
man. So a preposition of place must stand before it, and no verb of giving or speaking before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from greffier.reading.capitals import WORD, ordinary
from greffier.reading.vocabulary import level, phrases, words

_LEADS = re.compile(
    rf"(?<![\w'’-])(?:(?P<to>[àÀ]|jusqu['’]à|vers|depuis|near|towards?|outside|via|[iI]n|[aA]t|around|entre|between)"
    rf"|(?P<from>[Dd]e|d['’]|[Ff]rom))(?:(?<=['’])|[ \u00a0\n])(?={WORD})"
)
_NAME = re.compile(rf"{WORD}(?:[ \u00a0]{WORD}){{0,3}}")
_PARTS = re.compile(r"[ \u00a0]")
_AND_THEN = re.compile(  # the other end of a way: « de Colmar à Bâle », and a town beside one
    rf"[ \u00a0\n](?:à|to|vers|et|and|via|jusqu['’]à)[ \u00a0\n](?={WORD})"
)
_GIVES = re.compile(
    r"\b(?:rem[ie]|donn|vend|verse|pay|di[ts]|parl|tele?phon|demand|appel|present|confi|montr|propos|rend|ecri"
    r"|repond|explique|indique|declare|raconte|transmet|transmi|promi|promet|doi|emprunt|achet|arrach|vol|grace|quant"
    r"|face)\w*(?:[ ][\w'€.,-]+){0,6}[ ]a[ ]$"
)
_SENT = re.compile(r"\b(?:livr|envo|expedi)\w*(?:[ ][\w'€.,-]+){0,6}[ ]a[ ]$")  # goods go to people and to towns
_COMPOUND = re.compile(  # « Villeneuve-sur-Aspre »: a town by the shape of its name
    r"-(?<=\w.)(?:sur|sous|lès|lez|les|aux|en|la|le|du|de|des|d['’]|de-la|l['’])(?:-|(?<=['’]))(?=[A-ZÀ-ÖØ-Þ])"
)
_HEAD = re.compile(rf"(?<![\w'’-])(?:(?:Le|La|Les)[ ])?{WORD}\Z")
_TAIL = re.compile(rf"{WORD}(?![\w'’-])")
_SAINT = re.compile(
    rf"(?:\b(?:de|à|À|vers|par|sur|commune|rang|district de)[ ]|[(:,–][ ]?)"
    rf"(?P<town>Sainte?s?-{WORD})(?![\w'’-])(?![ ]{WORD})"
)
_INSIDE = re.compile(rf"[Ii](?<!\w.)n[ \u00a0]({WORD}(?:[ \u00a0]{WORD})?)(?![\w'’-]|[ \u00a0]{WORD})")  # in English
_GOES_ON = re.compile(  # after a place in English: the end of a phrase, or a small word
    r"[.,;:)!?]|[ \u00a0\n](?:and|on|at|to|for|with|when|where|who|which|is|was|were|had|has|in|from|by|before|after"
    r"|since|until|last|that|then|but|or|as|because|while|during|under|without|he|she|they|we|it|i|you)\b|\s*$"
)
_BEFORE = 90  # characters in which a verb of giving is looked for
_MOST = 4  # words of a name


def find_towns(text: str, english: bool) -> Iterator[tuple[int, int]]:
    """Yield where the towns stand that a preposition of place leads to; in English `in` leads to unknown ones too."""
    for match in _LEADS.finditer(text):
        if match["to"] in ("à", "À") and is_given(text, match.end()):
            continue
        end = _known_end(text, match.end())
        if end is None:
            continue
        other = _AND_THEN.match(text, end)
        other_end = _known_end(text, other.end()) if other else None
        if match["to"] or other_end is not None:
            yield match.end(), end
        if other is not None and other_end is not None:
            yield other.end(), other_end
    yield from _compounds(text)
    yield from _saints(text)
    yield from _inside(text) if english else ()


def _saints(text: str) -> Iterator[tuple[int, int]]:
    """« district de Saint-Romain », « (Saint-Romain »; beside another capitalised word it may be a family name."""
    for saint in _SAINT.finditer(text):
        yield saint.span("town")


def _compounds(text: str) -> Iterator[tuple[int, int]]:
    for joint in _COMPOUND.finditer(text) if "-" in text else ():
        head = _HEAD.search(text, max(0, joint.start() - 40), joint.start())
        tail = _TAIL.match(text, joint.end())
        if head and tail and not (words("given_names") & set(level(head.group()).split("-"))):
            yield head.start(), tail.end()


def known_town(flat: str) -> bool:
    """Whether this name (level form) is on the map."""
    return flat in _towns()


def is_given(text: str, start: int) -> bool:
    """Whether « à » before `start` leads to who is given or told something."""
    before = level(text[max(0, start - _BEFORE) : start])
    return _GIVES.search(before) is not None or (_SENT.search(before) is not None and _known_end(text, start) is None)


def _inside(text: str) -> Iterator[tuple[int, int]]:
    """What one is in, in English: a name that is no ordinary word and after which its phrase is over."""
    for match in _INSIDE.finditer(text):
        flats = level(match[1]).split()
        if _GOES_ON.match(text, match.end()) and not any(map(_is_no_town, flats)) and len(match[1]) > 2:
            yield match.span(1)


def _is_no_town(flat: str) -> bool:
    return ordinary(flat) or flat in words("no_towns")


def _known_end(text: str, start: int) -> int | None:
    """The end of the longest name of a town that begins here; none where a capitalised word goes on."""
    name = _NAME.match(text, start)
    if name is None:
        return None
    ends = [start + at.start() for at in _PARTS.finditer(name.group())] + [name.end()]
    for end in reversed(ends[:_MOST]):
        if level(text[start:end]) in _towns():
            return end if end == name.end() or text[start:end].isupper() != text[end + 1].isupper() else None
    return None


@cache
def _towns() -> frozenset[str]:
    return frozenset(phrases("towns"))
