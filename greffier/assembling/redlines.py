"""Acts outside what an order allowed: before it began, after it ended."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.authority import Limit, Order, line_digits, orders
from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import OPEN_END, OPEN_START, end, precise, start
from greffier.records import Citation, Mention, Piece, Span, Time
from greffier.text import fold

_DAY = 24 * 60
_HOURS = 6 * 60
_DATED = re.compile(
    r"^[^:\n]{0,40}\b(?:date|debut|start(?:ed)?|appel|call|communication|conversation|sms|message)\b.{0,60}$"
)
_RELYING = re.compile(
    r"(?:en vertu|en execution|sur le fondement|vu|agissant sur|pursuant to|under|by virtue of|acting on)\b.{0,120}?"
    r"(?:ordonnance|autorisation|commission rogatoire|order|authori[sz]ation|warrant)",
    re.DOTALL,
)  # fmt: skip
_DELIVERY = re.compile(r"livraison surveillee|controlled delivery")
_MEASURES = {
    "intercept": ("an interception", "une interception"),
    "delivery": ("an act under the controlled delivery", "un acte fondé sur la livraison surveillée"),
    "search": ("a search", "une perquisition"),
}


@dataclass(frozen=True, slots=True)
class Done:
    """An act done under an order: when, and the words that say so."""

    time: Time
    span: Span
    order: Order


def before_authorisation(material: Material, rule: Rule) -> Iterator[Hit]:
    """Acts whose time lies before the order that allows them began; one finding for each order and record."""
    for acts in _acts(material.known):
        since = acts[0].order.since
        if since is not None and since.moment != OPEN_START:
            early = [
                done for done in acts if end(done.time) < since.moment or _may(done, start(done.time) < since.moment)
            ]
            yield from _hits(early, since, any(end(done.time) < since.moment for done in early))


def after_expiry(material: Material, rule: Rule) -> Iterator[Hit]:
    """Acts whose time lies after the order that allows them ended; one finding for each order and record."""
    for acts in _acts(material.known):
        until = acts[0].order.until
        if until is not None and until.moment != OPEN_END:
            late = [
                done for done in acts if start(done.time) > until.moment or _may(done, end(done.time) > until.moment)
            ]
            yield from _hits(late, until, any(start(done.time) > until.moment for done in late))


def _may(done: Done, outside: bool) -> bool:
    """An act whose hour is told may lie outside; one of which only the day is told is not asked after."""
    return outside and precise(done.time, _HOURS)


def _hits(outside: list[Done], limit: Limit, certain: bool) -> Iterator[Hit]:
    """Yield one hit for all acts outside a limit; where some surely are, those that only may be are left out."""
    if not outside:
        return
    first = outside[0]
    words: Words = {
        "measure": _MEASURES[first.order.measure],
        "act": _on_line(first.span),
        "limit": _on_line(limit.span),
    }
    acts = tuple(Citation(done.span, "contradicts") for done in outside)
    yield Hit((Citation(limit.span), *acts), certain, words)


def _on_line(span: Span) -> str:
    return " ".join(span.exact.split())


def _acts(known: Lookup) -> Iterator[list[Done]]:
    """Yield the acts of each record whose order is known, and none that another order of the kind may cover."""
    every = orders(known)
    taps: dict[str, list[Order]] = defaultdict(list)
    for order in every:
        for line in order.lines if order.measure == "intercept" else ():
            taps[line].append(order)
    deliveries = [order for order in every if order.measure == "delivery"]
    for piece in known.ordered_pieces():
        done: list[Done] = []
        if piece.kind == "intercept":
            done = list(_intercepts(known, piece, taps))
        elif piece.kind in ("report", "seizure", "hearing") and len(deliveries) == 1:
            done = list(_relying(known, piece, deliveries[0]))
        if done:
            yield done


def _intercepts(known: Lookup, piece: Piece, taps: dict[str, list[Order]]) -> Iterator[Done]:
    """Yield the dated calls of a transcript whose line exactly one order allows to intercept."""
    line = _tapped(known, piece)
    allowing = taps.get(line, []) if line is not None else []
    if len(allowing) != 1:
        return
    calls: dict[tuple[str, int], Mention] = {}
    for mention in known.in_piece(piece):
        if mention.kind == "date" and mention.time is not None and _dates_a_call(known, mention, mention.time):
            calls[mention.span.page, _line(known, mention)] = mention  # the last on a line: the hour, after the day
    for mention in calls.values():
        if mention.time is not None:
            yield Done(mention.time, mention.span, allowing[0])


def _tapped(known: Lookup, piece: Piece) -> str | None:
    """Return the line a transcript is of (`line_digits`): the first it names, if it names it most often too."""
    phones = [line_digits(m.normalised or m.span.exact) for m in known.in_piece(piece) if m.kind == "phone"]
    if not phones:
        return None
    counted = Counter(phones)
    return phones[0] if counted[phones[0]] == max(counted.values()) else None


def _line(known: Lookup, mention: Mention) -> int:
    return known.pages[mention.span.page].text.rfind("\n", 0, mention.span.start) + 1


def _dates_a_call(known: Lookup, mention: Mention, time: Time) -> bool:
    """Whether the line before a date says that it dates a call, rather than that somebody speaks of a day."""
    if time.modality == "relative" or not precise(time, _DAY):
        return False
    page = known.pages[mention.span.page]
    return _DATED.search(fold(page.text[_line(known, mention) : mention.span.start]).text) is not None


def _relying(known: Lookup, piece: Piece, order: Order) -> Iterator[Done]:
    """Yield the act of a record that says it relies on a controlled delivery, which only this order allows."""
    act, first = known.act(piece.id), known.pages.get(piece.pages[0]) if piece.pages else None
    if act is None or first is None or not precise(act, _DAY):
        return
    folded = fold(first.text).text
    relied = _RELYING.search(folded)
    if relied is None or not _DELIVERY.search(folded):
        return
    dated = _act_span(known, piece, act)
    if dated is not None:
        yield Done(act, dated, order)


def _act_span(known: Lookup, piece: Piece, act: Time) -> Span | None:
    for mention in known.in_piece(piece):
        if mention.kind == "date" and mention.time is not None and mention.time.earliest[:10] == act.earliest[:10]:
            return mention.span
    return None
