"""What an order allows, from when until when, for which line; and the acts that were done under it.

Read from the orders' own words: "à compter du…", "jusqu'au…", "pour une durée de…". An order whose limits are not
told has none here, and nothing is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from greffier.assembling.lookup import Lookup
from greffier.assembling.times import end, start
from greffier.records import Page, Piece, Span, Time
from greffier.text import key

_FROM = re.compile(r"(?:à compter d|à partir d|\bdès le|\bstarting\b|\bwith effect from)", re.IGNORECASE)
_UNTIL = re.compile(r"(?:jusqu['’](?:au|à)|\bexpir\w+ (?:le|on)|\buntil\b|\bup to\b)", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\d])(?:\+|00)?\d(?:[\s.\u00a0-]?\d){8,12}(?!\d)")
_TERM = re.compile(
    r"(?:durée|délai|period|term)[\s\u00a0](?:de|d['’]|of)\s*+(?P<words>[^\W\d_]+)?\s*+\(?(?P<number>\d{1,3})?\)?"
    r"\s*+(?P<unit>mois|month|months|jour|jours|day|days|heure|heures|hour|hours|semaine|semaines|week|weeks)\b",
    re.IGNORECASE,
)  # fmt: skip
_ALLOWS = re.compile(
    r"\b(?:autoris|prescriv|ordonn|commettons|authoris|authoriz|order(?:s|ed)?\b|hereby)", re.IGNORECASE
)
_SPELLED = {
    word: number
    for number, words in enumerate(
        "un/une/one deux/two trois/three quatre/four cinq/five six sept/seven huit/eight neuf/nine dix/ten onze/eleven "
        "douze/twelve".split(),
        1,
    )
    for word in words.split("/")
}
_MEASURES = {
    "intercept": re.compile(r"intercept\w*|écoutes?|wiretap\w*|tapp(?:ed|ing)", re.IGNORECASE),
    "delivery": re.compile(r"livraison surveillée|controlled delivery", re.IGNORECASE),
    "search": re.compile(r"perquisition\w*|search warrant", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """One end of an authorisation: the minute, and the words that say so."""

    moment: str
    span: Span


@dataclass(frozen=True, slots=True)
class Order:
    """An authorisation: what it allows, since and until when, for which lines (`line_digits`), by which piece."""

    piece: Piece
    measure: str
    since: Limit | None
    until: Limit | None
    lines: frozenset[str]


def orders(known: Lookup) -> list[Order]:
    """Return the orders of a case whose limits are told, in the order of their pieces."""
    found = []
    for piece in known.ordered_pieces():
        if piece.kind == "order" and (order := _order(known, piece)) is not None:
            found.append(order)
    return found


def _order(known: Lookup, piece: Piece) -> Order | None:
    pages = [page for id in piece.pages if (page := known.pages.get(id)) is not None]
    measure = _measure(piece, pages)
    operative = _operative(pages)
    if measure is None or not operative:
        return None
    limits = [limit for page, at in operative for limit in _limits(known, page, at)]
    since = next((limit for kind, limit in limits if kind == "since"), None)
    until = next((limit for kind, limit in limits if kind == "until"), None)
    if until is None and since is not None:
        until = next((limit for page, at in operative if (limit := _term(page, at, since.moment)) is not None), None)
    if since is None and until is None:
        return None
    return Order(piece, measure, since, until, _lines(operative))


def _operative(pages: list[Page]) -> list[tuple[Page, int]]:
    """Return the pages that order something, and from where on: after "PRESCRIVONS", not among the recitals."""
    for index, page in enumerate(pages):
        verb = _ALLOWS.search(page.text)
        if verb is not None:
            return [(page, verb.start()), *((later, 0) for later in pages[index + 1 :])]
    return []


def _lines(operative: list[tuple[Page, int]]) -> frozenset[str]:
    """Return the last nine digits of the lines that an order names, over line breaks too."""
    found = (number for page, at in operative for number in _PHONE.findall(page.text[at:]))
    return frozenset(line_digits(number) for number in found)


def line_digits(number: str) -> str:
    """The last nine digits of a telephone number: what its national and international forms share."""
    return re.sub(r"\D", "", number)[-9:]


def _measure(piece: Piece, pages: list[Page]) -> str | None:
    """Return what an order is about: said in its title, else in its text, if it is one thing only."""
    for text in (piece.title or "", " ".join(page.text for page in pages)):
        named = [name for name, words in _MEASURES.items() if words.search(" ".join(text.split()))]
        if len(named) == 1:
            return named[0]
    return None


def _limits(known: Lookup, page: Page, at: int) -> Iterator[tuple[str, Limit]]:
    """Yield the ends that dates of a page are told to be, from offset `at` on. A day alone lasts from 0 h to 24 h."""
    for mention in known.on_page.get(page.id, ()):
        time = mention.time
        if mention.kind != "date" or time is None or mention.span.start < at:
            continue
        lead = page.text[max(0, mention.span.start - 40) : mention.span.start] + mention.span.exact
        begins, ends = _begins(time, lead), _ends(time, lead)
        if begins:
            yield "since", Limit(start(time), mention.span)
        if ends:
            yield "until", Limit(_midnight(end(time)), mention.span)


def _begins(time: Time, lead: str) -> bool:
    """Whether a date is told as a beginning: an open end, an interval of days, "à compter du"."""
    if not time.earliest:
        return False
    return not time.latest or (_spans_days(time) and _UNTIL.search(lead) is not None) or _FROM.search(lead) is not None


def _ends(time: Time, lead: str) -> bool:
    if not time.latest or time.approximate:
        return False
    return not time.earliest or _UNTIL.search(lead) is not None


def _spans_days(time: Time) -> bool:
    return time.earliest[:10] != time.latest[:10] and not time.approximate


def _midnight(moment: str) -> str:
    """24 h of a day is its last minute, not the first of the next."""
    if not moment.endswith("T00:00"):
        return moment
    return (datetime.fromisoformat(moment) - timedelta(minutes=1)).isoformat(timespec="minutes")


def _term(page: Page, at: int, since: str) -> Limit | None:
    found = _TERM.search(page.text, at)
    if found is None:
        return None
    count = int(found["number"]) if found["number"] else _SPELLED.get(key(found["words"] or ""), 0)
    moment = _after(since, count, key(found["unit"])) if count else None
    if moment is None:
        return None
    text = page.text
    first, last = found.span()
    return Limit(
        moment, Span(page.id, first, last, text[first:last], text[max(0, first - 32) : first], text[last : last + 32])
    )


def _after(since: str, count: int, unit: str) -> str | None:
    begun = datetime.fromisoformat(since)
    if unit.startswith(("mois", "month")):
        month = begun.month - 1 + count
        try:
            ended = begun.replace(year=begun.year + month // 12, month=month % 12 + 1)
        except ValueError:
            return None
    else:
        days = {"jour": 1, "day": 1, "sema": 7, "week": 7}.get(unit[:4].rstrip("s"), 0)
        ended = begun + (timedelta(days=days * count) if days else timedelta(hours=count))
    if since.endswith("T00:00"):
        return f"{ended.date().isoformat()}T23:59"
    return ended.isoformat(timespec="minutes")
