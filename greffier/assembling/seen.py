"""Where sentences put somebody: an act told with its place, a glance, a watch that he keeps, an hour in person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.checking import cite
from greffier.assembling.entries import Entry, entries
from greffier.assembling.lookup import Lookup
from greffier.assembling.sightings import Sighting, bounds, kind_of, named, placed, window
from greffier.assembling.times import precise
from greffier.assembling.wording import any_of, phrases, saying, table
from greffier.records import Citation, Event, Mention, Page, Piece, Span, Time
from greffier.text import folded, key

_TERMS = table("attending")
_HEAD = 300  # characters of a first page that say what it is
_SHORT, _VAGUE = 45, 5  # minutes: a time told less precisely leaves room to travel; an hour in person
_WATCHES = saying("attending", "acts.watch")
_SEES = saying("attending", "sees")
_JOINS = re.compile(rf"[^.;\n]{{0,40}}?\b{any_of(phrases('attending', 'joins'))}\b")  # from the name on
_SEEN = re.compile(  # folded, from a name to a place: where somebody saw him
    r"\s*(?:,[^,.;\n]{1,60},)?\s*(?:est|a ete|etait|fut|se trouve|se trouvait|is|was|has been|had been)\s+"
    r"(?:bien |formellement |alors |clearly |again )?"
    rf"(?:{any_of(phrases('attending', 'seen'))}\b[^.;\n]{{0,25}}?)?\s*"
    r"\b(?:a|au|aux|en|dans|devant|pres de|pres du|sur|at|in|near|outside|inside|on)\s+(?:la |le |l'|the )?$"
)
_IN_PERSON = saying("attending", "in_person")
_RANKED = re.compile(rf"\b{_TERMS['ranked']}\.? (?P<name>[A-ZÀ-Þ]{{3,}})\b")
_NEAR = 160  # characters from a name to where he was seen
_AFTER = 80  # characters behind a sentence in which it is signed
_PRESENT = ("agent", "recipient", "witness", "participant")
_FAR = frozenset({"call", "message", "transmit", "authorise", "request", "pay", "appoint"})  # done from anywhere


def in_sentences(known: Lookup) -> Iterator[Sighting]:
    """Yield where sentences of a case put somebody at an hour."""
    for event in known.dossier.events:
        yield from _at_event(known, event)
    for page in known.ordered_pages():
        yield from _seen(known, page)
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if page.near_duplicate_of is None and page.origin != "ocr" and (piece is None or piece.kind != "press"):
            yield from _in_person(known, page)
    for piece in known.ordered_pieces():
        yield from _watching(known, piece)


def _at_event(known: Lookup, event: Event) -> Iterator[Sighting]:
    """Where an event told to the minute puts the people who take part in it."""
    if event.type in _FAR or event.polarity != "positive" or event.modality != "fact" or not event.citations:
        return
    place, time = _place(known, event), event.time
    if place is not None and time is not None and precise(time, _SHORT):
        for person in known.filled(event, *_PRESENT):
            if person.kind == "person":
                who, cited = named(known, person.name, person), (Citation(event.citations[0].span),)
                yield Sighting(who, "there", *window(time), False, event.piece, cited, *place)


def _place(known: Lookup, event: Event) -> tuple[str, str] | None:
    """Return the place of an event as (id, name): a role, a mention, or words."""
    for entity in known.filled(event, "place"):
        return entity.id, entity.name
    place = event.place or next((one.mention for one in event.roles if one.role == "destination"), None)
    if not place:
        return None
    entity_there = known.entity_of.get(place)
    return (entity_there.id, entity_there.name) if entity_there else (key(place), place)


def _seen(known: Lookup, page: Page) -> Iterator[Sighting]:
    """Where somebody is told, to the minute, to have been seen."""
    mentions = known.on_page.get(page.id, ())
    for at, one in enumerate(mentions):
        person = known.entity_of.get(one.id) if one.kind == "person" else None
        place = next((next_one for next_one in mentions[at + 1 : at + 6] if next_one.kind == "place"), None)
        there = known.entity_of.get(place.id) if place is not None else None
        if person is None or place is None or there is None or place.span.start - one.span.end > _NEAR:
            continue
        if _SEEN.fullmatch(folded(page.text[one.span.end : place.span.start])):
            clocks = [time for time in _clocks(known, one.span) if precise(time, _SHORT)]
            if len(clocks) == 1:
                who, piece = named(known, one.span.exact, person), known.piece_of.get(page.id, "")
                yield Sighting(
                    who, "there", *window(clocks[0]), False, piece, (Citation(one.span),), there.id, there.name
                )


def _watching(known: Lookup, piece: Piece) -> Iterator[Sighting]:
    """Who is told, to the minute, to watch: he sees with his own eyes, or is with those who do."""
    first = known.pages.get(piece.pages[0]) if piece.pages else None
    title = f"{folded(piece.title or '')} {known.flat(first)[:_HEAD] if first else ''}"
    if piece.kind in ("hearing", "press", "order") or not _WATCHES.search(title):
        return
    called = " ".join((piece.title or piece.reference or "").split())
    for mention in known.in_piece(piece):
        person = known.entity_of.get(mention.id) if mention.kind == "person" else None
        if person is None:
            continue
        after = known.pages[mention.span.page].text[mention.span.end : mention.span.end + _NEAR]
        if _SEES.search(folded(known.words(mention.span))) or _JOINS.match(folded(after)):
            told = _while(known, mention.span)
            if told is not None:
                who, cited = named(known, mention.span.exact, person), (Citation(mention.span),)
                yield Sighting(who, "watch", *window(told[0]), told[1], piece.id, cited, called=called)


def _while(known: Lookup, span: Span) -> tuple[Time, bool] | None:
    """The only minute that a sentence tells; from it to another where it says until when: then it lasts."""
    clocks = list(_clocks(known, span))
    if not clocks or len(clocks) > 2 or not precise(clocks[0], _SHORT):
        return None
    first, last = clocks[0], clocks[-1]
    if last is not first and (last.earliest or not last.latest):
        return None
    return Time(first.edtf, first.earliest, max(first.latest, last.latest)), last is not first


def _clocks(known: Lookup, span: Span) -> Iterator[Time]:
    begin, stop = known.sentence(span)
    for one in known.on_page.get(span.page, ()):
        if one.kind == "date" and one.time is not None and begin <= one.span.start < stop:
            yield one.time


def _in_person(known: Lookup, page: Page) -> Iterator[Sighting]:
    """Whom a sentence puts at an hour in person."""
    for one in entries(known, page):
        if "T" in one.time.earliest and precise(one.time, _VAGUE):
            first, last = known.sentence(one.span)
            near = min(first, one.start), max(last, one.end)
            if _IN_PERSON.search(folded(page.text[slice(*near)])):
                yield from _there(known, page, one, near)


def _there(known: Lookup, page: Page, hour: Entry, near: tuple[int, int]) -> Iterator[Sighting]:
    act = kind_of(page.text[slice(*near)]) or kind_of(page.text[:300]) or "there"
    moment = bounds(hour.time)[0]
    people: list[tuple[Span, Mention | None]] = [
        (one.span, one) for one in known.on_page.get(page.id, ()) if one.kind == "person"
    ]
    people += [(cite(page, *found.span("name")).span, None) for found in _RANKED.finditer(page.text, *near)]
    for span, mention in people:
        if near[0] <= span.start < near[1] + _AFTER:
            who = named(known, span.exact, known.entity_of.get(mention.id) if mention else None)
            cited = (hour.cited(), Citation(span))
            found = Sighting(who, act, moment, moment, False, known.piece_of.get(page.id, ""), cited)
            yield placed(known, page, span, found)
