"""The communications that a transcript tells one after the other, each with its number and its time."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from greffier.assembling.lookup import Lookup
from greffier.assembling.times import precise
from greffier.records import Intercept, Mention, Page, Piece, Span, Time
from greffier.text import folded

_HEAD = re.compile(
    r"^[^\S\n]*(?:communications?|conversations?|comms?|com|conv|calls?|appels?|items?|extracts?|extraits?|sessions?|sms"
    r"|tape|intercept(?:ion)?|s[ée]quences?|enregistrements?|recordings?|tracks?|produits?|products?|transcripts?)\b\.?"
    r"[ \t]*(?:n[°ºo]\.?|no\.?|nr\.?|#)?[ \t]*:?[ \t]*\d{1,5}\b",
    re.IGNORECASE | re.MULTILINE,
)
_CODED = re.compile(
    r"^[^\S\n]*[A-Z]{1,3}[-/ ]?\d{1,4}[^\S\n]*[:.–—-]?[^\S\n]+(?=\d)", re.MULTILINE
)  # `T3  04/11/21 21:30`
_TARGET = re.compile(r"\b(?:cible|target|ligne|line|interception|monitored|ecoutee?)\b")
_NEAR = 2  # lines of a head: its number, and the time on the same or the next one
_HOUR = 60


@dataclass(frozen=True, slots=True)
class Session:
    """One communication: when it began, the words that say so, and the text from its head to the next head.

    `sheet` is the sheet it was read from, where it is told on one.
    """

    piece: Piece
    time: Time
    span: Span
    text: str
    sheet: Intercept | None = None


def sessions(known: Lookup, piece: Piece) -> list[Session]:
    """Return the communications of a piece: those under numbered heads, else those that were read from sheets."""
    pages = [page for id in piece.pages if (page := known.pages.get(id)) is not None]
    headed = [one for page in pages for one in _headed(known, piece, page)]
    if headed:
        return headed
    read = [one for one in known.dossier.intercepts if one.piece == piece.id]
    return sorted(_of_sheets(known, piece, read), key=lambda one: (one.time.earliest, one.span.page))


def headed(text: str) -> bool:
    """Whether a page tells communications under heads: more than one of them, each with a number."""
    return len(_heads(text)) > 1


def _heads(text: str) -> list[re.Match[str]]:
    """The heads in words, else those that are a code and a date."""
    return list(_HEAD.finditer(text)) or list(_CODED.finditer(text))


def _headed(known: Lookup, piece: Piece, page: Page) -> Iterator[Session]:
    heads = _heads(page.text)
    for head, following in zip_longest(heads, heads[1:]):
        end = following.start() if following else len(page.text)
        near = head.end() + 1 if head.re is _CODED else _lines_on(page.text, head.start())
        dates = [one for one in known.on_page.get(page.id, ()) if head.start() <= one.span.start < min(near, end)]
        dated = next((one for one in dates if _to_the_minute(one)), None)
        if dated is not None and dated.time is not None:
            yield Session(piece, dated.time, dated.span, page.text[head.start() : end])


def _lines_on(text: str, start: int) -> int:
    for _ in range(_NEAR):
        start = text.find("\n", start) + 1 or len(text)
    return start


def _to_the_minute(mention: Mention) -> bool:
    time = mention.time
    return time is not None and "T" in time.earliest and precise(time, _HOUR)


def _of_sheets(known: Lookup, piece: Piece, read: list[Intercept]) -> Iterator[Session]:
    for one in read:
        if one.start is not None and "T" in one.start.earliest and one.citations:
            span = next((field.span for field in one.fields if field.name == "start"), one.citations[0].span)
            yield Session(piece, one.start, span, known.pages[span.page].text, one)


def line_digits(number: str) -> str:
    """The last eight digits of a telephone number: what its national and international forms share everywhere."""
    return re.sub(r"\D", "", number)[-8:]


def line_of(known: Lookup, piece: Piece) -> str | None:
    """Return the line a transcript is of (`line_digits`): the first it names, if it says so or names it most often."""
    found = [one for one in known.in_piece(piece) if one.kind == "phone"]
    phones = [line_digits(one.normalised or one.span.exact) for one in found]
    if not phones:
        return None
    counted = Counter(phones)
    targeted = _TARGET.search(folded(found[0].span.prefix)) is not None
    return phones[0] if targeted or counted[phones[0]] == max(counted.values()) else None
