"""Who or what a cell names as a side of a movement: people, bodies, stores; nothing where it names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.capitals import UPPER, common, ordinary
from greffier.reading.mention import mention
from greffier.reading.on_page import PARTIES, OnPage
from greffier.reading.payees import kind_of
from greffier.reading.places import known_place
from greffier.reading.vocabulary import level, table
from greffier.records import Mention, MentionKind, Piece

_LEXICON = {name: "".join(told.split("\n")).replace(" |", "|") for name, told in table("holders").items()}
STORES, BODIES = _LEXICON["stores"], _LEXICON["bodies"]
_STORE = re.compile(
    rf"(?:the |le |la |l'|au |in(?:to)? )?(?:[a-z][\w.'-]{{0,20}} ){{0,3}}(?:{STORES})"
    r"(?: ?(?:n°|no\.?)? ?\d{1,3}[a-z]?| [a-z]{1,2})?"
)
_BODY = re.compile(
    rf"(?:the |le |la |l'|au )?(?:[a-z][\w.'-]{{0,20}} ){{0,3}}(?:{_LEXICON['bodies']})"
    r"(?: ?(?:n°|no\.?)? ?\d{1,3}[a-z]?| [a-z])?(?: ?\([^)]{1,20}\))?"
)
_NOBODY = re.compile(rf"(?:{_LEXICON['nobody']})\b.*|[^a-z]*")
_PARTED = re.compile(
    r"\s*/\s*|\s+(?:&|and|et)\s+"
    r"(?!(?:sons?|co|cie|fils|filles?|fr[eè]res?|bros?|brothers|sisters|daughters?|associ[eé]s?"
    r"|associates"
    r"|partners?|company|compagnie)\b)|\s*;\s*",
    re.IGNORECASE,
)
_NAME = re.compile(
    rf"(?:[{UPPER}]\.[ -]?)*[{UPPER}][\w'’.-]*(?:[ ](?:de|du|da|bin|al|el|van|[{UPPER}][\w'’.-]*)){{0,4}}"
)
_TITLED = re.compile(  # each word with its capital, two at least
    rf"[{UPPER}][\w'’.-]{{2,30}}(?:[ ](?:de|du|des|la|le|les|d['’]|of|the|for|&|and|et)(?=[ ]))*"
    rf"(?:[ ](?:[dl]['’])?[{UPPER}&][\w'’.-]{{0,30}}(?:[ ](?:de|du|des|la|le|les|of|the|for|and|et)(?=[ ]))*){{1,5}}"
)
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)\s*$|[ ,;:.]+$")
_WIDEST = 60  # characters of a cell that names a side
_EVIDENCE = 0.6  # confidence of a name that only its column makes one


class Holder(NamedTuple):
    """A side: the mention that names it, and whether it is one that was made here."""

    mention: Mention
    made: bool


def holders(here: OnPage, piece: Piece, start: int, end: int, reader: str, *, sure: bool = False) -> list[Holder]:
    """Return whom a cell names, in its order: the mentions in it, else what its words are.

    In a column that is `sure` to hold names capitals are enough: `Harwood Demolition`.
    """
    found: list[Holder] = []
    for left, right in _parts(here.page.text, start, end):
        one = _side(here, piece, left, right, reader, sure)
        if one is not None:
            found.append(one)
    return found


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a cell, each without its blanks and its aside: `OLIVARES/HUTCHINS`, `KESSLING (by hand)`."""
    at = start
    for cut in (*_PARTED.finditer(text, start, end), None):
        stop = cut.start() if cut else end
        left = at + len(text[at:stop]) - len(text[at:stop].lstrip())
        words = text[left:stop].rstrip()
        if words:
            yield left, left + len(words)
        at = cut.end() if cut else end


def _side(here: OnPage, piece: Piece, start: int, end: int, reader: str, sure: bool) -> Holder | None:
    named = list(here.within(start, end, *PARTIES, "place", "account", "iban"))
    parties = [one for one in named if one.kind in PARTIES]
    end = start + len(_ASIDE.sub("", here.page.text[start:end]))
    words = here.page.text[start:end]
    if sure and named and not parties and named[0].kind == "place" and _TITLED.fullmatch(words):
        named = [one for one in named if one.span.start == start and one.span.end == end]  # `Ayr Glaziers` is no town
    if named and not (named[0].span.start > start and _NAME.fullmatch(words) and kind_of(words) == "organisation"):
        return Holder((parties or named)[0], made=False)
    kind = _kind(words) if 1 < len(words) <= _WIDEST else None
    if kind is None and sure and _TITLED.fullmatch(words) and not _NOBODY.fullmatch(level(words)):
        kind = "organisation"
    if kind is None:
        return None
    made = mention(here.page, piece, start, end, kind, reader, normalised=" ".join(words.split()), confidence=_EVIDENCE)
    return Holder(made, made=True)


def _kind(words: str) -> MentionKind | None:
    """What the words of a cell are by themselves."""
    flat = level(words)
    if _NOBODY.fullmatch(flat):
        return None
    if _STORE.fullmatch(flat):
        return "place"
    if _BODY.fullmatch(flat):
        return "organisation"
    if not _NAME.fullmatch(words):
        return None
    told = kind_of(words) or ("place" if known_place(flat) else None)
    if told is not None:
        return told
    flats = [word.strip(".") for word in flat.split()]
    plain = any(len(word) > 2 and (common(word) or ordinary(word)) for word in flats)
    return None if plain or not any(len(word) > 2 for word in flats) else "person"
