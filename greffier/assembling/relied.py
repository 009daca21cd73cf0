"""Acts that rest on an order: calls listened to, deliveries watched, places searched, devices put in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.authority import Order, marks, orders
from greffier.assembling.entries import Entry, told
from greffier.assembling.lookup import Lookup
from greffier.assembling.sessions import line_digits, line_of, sessions
from greffier.assembling.sheets import sheets
from greffier.assembling.times import precise
from greffier.records import Mention, Page, Piece, Span, Time
from greffier.text import folded, key

_DAY = 24 * 60
_DATED = re.compile(
    r"^[^:\n]{0,40}\b(?:date|debut|start(?:ed)?|appel|call|communication|conversation|sms|message)\b.{0,60}$"
)
_RELYING = re.compile(
    r"(?:en vertu|en execution|sur le fondement|vu|agissant sur|pursuant to|under|by virtue of|acting on)\b.{0,120}?"
    r"(?:ordonnance|autorisation|commission rogatoire|order|authori[sz]ation|warrant)",
    re.DOTALL,
)  # fmt: skip
_DELIVERY = re.compile(r"livraison surveillee|controlled delivery")
_WARRANT = re.compile(
    r"\b(?:warrant|mandat|ordonnance|autorisation|commission rogatoire|authori[sz]ation|court order)\b"
    r"(?P<more>[^\n]{0,80})"
)
_PROLONGED = re.compile(
    r"\b(?:prolong\w*|prorog\w*|renouvel\w*|recondui\w*|reconduc\w*|etend\w*|avenant|extend\w*|extension|renew\w*|"
    r"(?:nouvelle|seconde|autre) (?:ordonnance|autorisation)|"
    r"(?:new|second|further|fresh) (?:order|warrant|authori[sz]ation))\b"
)
_SEARCHED = re.compile(r"\b(?:search\w*|perquisition\w*|fouille\w*|executed)\b")
_DEVICE = re.compile(
    r"\b(?:balises?|traceurs?|dispositif (?:technique|de (?:geolocalisation|sonorisation|captation))|micros?|gps|"
    r"device|tracker|probe|beacon|bug|listening equipment)\b"
)
_PLACED = re.compile(
    r"\b(?:fixee?s?|posee?s?|installee?s?|placee?s?|activee?s?|mise? en place|going in|goes in|fitted|installed|"
    r"deployed|attached|placed|planted|put (?:in|on|under|into)|concealed|switched on|live)\b"
)
_NOT_PLACED = re.compile(
    r"\b(?:n'a pas|ne peut|sera|seront|retir\w*|depos\w*|recuper\w*|remov\w*|retriev\w*|recover\w*|taken out|not|"
    r"failed|aborted|to be|will be)\b"
)


@dataclass(frozen=True, slots=True)
class Done:
    """An act done under an order: when, and the words that say so."""

    time: Time
    span: Span


@dataclass(frozen=True, slots=True)
class Relied:
    """The acts of one record, and the orders that may allow them."""

    acts: tuple[Done, ...]
    orders: tuple[Order, ...]


def relied(known: Lookup) -> Iterator[Relied]:
    """Yield the acts of each record whose orders are known."""
    every = orders(known)
    kinds = {
        name: tuple(one for one in every if one.measure == name) for name in sorted({one.measure for one in every})
    }
    for piece in known.ordered_pieces() if every else ():
        if piece.kind in ("press", "call_records"):
            continue
        yield from _listening(known, piece, kinds.get("intercept", ()))
        yield from _delivering(known, piece, kinds.get("delivery", ()))
        for pages in sheets(known, piece):
            yield from _searching(known, piece, pages, kinds.get("search", ()))
            yield from _placing(known, pages, kinds.get("device", ()))


def _listening(known: Lookup, piece: Piece, allowing: tuple[Order, ...]) -> Iterator[Relied]:
    """The dated calls of a transcript, under the orders for its line."""
    line = _tapped(known, piece) if piece.kind == "intercept" and allowing else None
    orders = tuple(one for one in allowing if line in one.lines)
    if line is None or not orders:
        return
    calls = {(one.span.page, one.span.start): Done(one.time, one.span) for one in sessions(known, piece)}
    if not calls:
        by_line: dict[tuple[str, int], Done] = {}
        for mention in known.in_piece(piece):
            if mention.kind == "date" and mention.time is not None and _dates_a_call(known, mention, mention.time):
                at = mention.span.page, _line(known, mention)
                by_line[at] = Done(mention.time, mention.span)  # the last on a line: the hour, after the day
        calls = by_line
    if calls:
        yield Relied(tuple(calls.values()), orders)


def _tapped(known: Lookup, piece: Piece) -> str | None:
    """The line of a transcript; where no number was read as one, the digits in its head, as the orders have them."""
    line = line_of(known, piece)
    page = known.pages.get(piece.pages[0]) if piece.pages else None
    if line is not None or page is None:
        return line
    head = re.search(r"(?<!\d)\d(?:[ ./-]?\d){8,12}(?!\d)", page.text[:600])
    return line_digits(head.group()) if head else None


def _line(known: Lookup, mention: Mention) -> int:
    return known.pages[mention.span.page].text.rfind("\n", 0, mention.span.start) + 1


def _dates_a_call(known: Lookup, mention: Mention, time: Time) -> bool:
    """Whether the line before a date says that it dates a call, rather than that somebody speaks of a day."""
    if time.modality == "relative" or not precise(time, _DAY):
        return False
    page = known.pages[mention.span.page]
    return _DATED.search(folded(page.text[_line(known, mention) : mention.span.start])) is not None


def _delivering(known: Lookup, piece: Piece, allowing: tuple[Order, ...]) -> Iterator[Relied]:
    """The act of a record that says it relies on a controlled delivery, which only one order of the case allows."""
    act, first = known.act(piece.id), known.pages.get(piece.pages[0]) if piece.pages else None
    if len(allowing) != 1 or piece.kind not in ("report", "seizure", "hearing"):
        return
    if act is None or first is None or not precise(act, _DAY):
        return
    flat = folded(first.text)
    dated = _act_span(known, piece, act)
    if _RELYING.search(flat) is not None and _DELIVERY.search(flat) and dated is not None:
        yield Relied((Done(act, dated),), allowing)


def _act_span(known: Lookup, piece: Piece, act: Time) -> Span | None:
    for mention in known.in_piece(piece):
        if mention.kind == "date" and mention.time is not None and mention.time.earliest[:10] == act.earliest[:10]:
            return mention.span
    return None


def _searching(known: Lookup, piece: Piece, pages: list[Page], allowing: tuple[Order, ...]) -> Iterator[Relied]:
    """A search that names the number of its warrant, and no renewal of it."""
    folded = known.flat(pages[0])
    named = [found["more"] for found in _WARRANT.finditer(folded)]
    if _PROLONGED.search(folded):
        return
    for order in allowing:
        apart = not {page.id for page in order.pages} & {page.id for page in pages}
        if apart and any(marks(more) & order.marks for more in named):
            done = _search_day(known, piece, pages, order)
            if done is not None:
                yield Relied((done,), tuple(one for one in allowing if one.marks & order.marks))
                return


def _search_day(known: Lookup, piece: Piece, pages: list[Page], order: Order) -> Done | None:
    """When a search was made: the day beside that word, else the day of its record, if that is a paper of its own."""
    for page in pages:
        for mention in known.on_page.get(page.id, ()):
            if mention.kind == "date" and mention.time is not None and mention.time.modality == "stated":
                before = folded(page.text[_line(known, mention) : mention.span.start])
                if _SEARCHED.search(before) and not _WARRANT.search(before):
                    return Done(mention.time, mention.span)
    act = known.act(piece.id) if piece.id != order.piece.id else None
    dated = _act_span(known, piece, act) if act is not None and precise(act, _DAY) else None
    return Done(act, dated) if act is not None and dated is not None else None


def _placing(known: Lookup, pages: list[Page], allowing: tuple[Order, ...]) -> Iterator[Relied]:
    """A device put in place at a time, by a record that names a plate or a number that the orders name too."""
    if not allowing:
        return
    placed = tuple(Done(one.time, one.span) for one in told(known, tuple(page.id for page in pages)) if _places(one))
    own = _named(known, pages)
    orders = tuple(one for one in allowing if one.marks & own and not {p.id for p in one.pages} & {p.id for p in pages})
    if placed and orders:
        yield Relied(placed[:1], orders)


def _places(entry: Entry) -> bool:
    return any(
        _DEVICE.search(said) and _PLACED.search(said) and not _NOT_PLACED.search(said)
        for said in entry.said.split(". ")[:3]
    )


def _named(known: Lookup, pages: list[Page]) -> frozenset[str]:
    plates = {
        key(one.normalised or one.span.exact).replace(" ", "").replace("-", "")
        for page in pages
        for one in known.on_page.get(page.id, ())
        if one.kind in ("plate", "container")
    }
    return frozenset(plates | {mark for page in pages for mark in marks(page.text)})
