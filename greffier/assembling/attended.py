"""Who was at an act, by its own record: from the hour in its head to the one at its foot, by labels before names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from greffier.assembling.entries import Entry, entries, told
from greffier.assembling.lookup import Lookup
from greffier.assembling.sightings import LONGEST, Sighting, bounds, kind_of, named, placed
from greffier.assembling.times import end, precise, start
from greffier.assembling.wording import any_of, phrases, saying
from greffier.records import Citation, Mention, Page, Piece
from greffier.text import fold, folded, key

_BEFORE_HOUR = r"\b{}\b[^\w]*(?:le |at |a |hours? |sur place )*[^\w]*$"
_BEGUN = re.compile(_BEFORE_HOUR.format(any_of(phrases("attending", "begun"))))
_ENDED = re.compile(_BEFORE_HOUR.format(any_of(phrases("attending", "ended"))))
_LOOSELY_BEGUN, _LOOSELY_ENDED = (saying("attending", f"loosely_{which}") for which in ("begun", "ended"))
_BY_WHOM = tuple(re.compile(rf"\b{any_of([phrase])}") for phrase in phrases("attending", "by_whom"))
_BY_ME = re.compile(r"[^.]{0,90}?[:\n]")  # `by me, in the presence of …:` leads to the name further on
_ROLE = re.compile(
    rf"(?:^|\n|[ ]{{2,}}|[|.;] ?|, )(?P<label>{any_of(phrases('attending', 'roles'))})\b[ \t]*[:,.]?[ \t]+",
    re.IGNORECASE,
)
_IN_PERSON = saying("attending", "in_person")
_RULED = re.compile(r"\n[ \t]*(?:(?:- ){4,}|[-_=.~]{8,})[^\n]*")
_NO_ACTS = ("press", "mail", "call_records", "intercept", "bank", "order")  # papers that only tell what others did
_SHORT_FORM = 16  # lines of a form whose only hour is that of its act
_HEAD = 14  # lines of a record in which it says from when to when it lasted
_LASTS = timedelta(hours=9)
_SITTING = timedelta(minutes=30)  # that the shortest hearing lasts
_VAGUE, _SHORT = 5, 45  # minutes
_MANY = 3  # places at which a form tells its hour
_SPANS = 2  # spans of hours that the record of one act tells
_NEAR = 120  # characters after "by me", in which the name stands

Lasted = tuple[datetime, datetime, list[Entry]]


def at_acts(known: Lookup) -> Iterator[Sighting]:
    """Yield whom the records of acts name as present, and who made them."""
    for page in known.typed_pages():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if piece is None or piece.kind != "press":
            hours = entries(known, page)
            for begin, stop in _blocks(page.text):
                yield from _present(known, page, begin, stop, hours)
    for piece in known.ordered_pieces():
        yield from _made(known, piece) or _heard(known, piece)


# --- whoever is named as present --------------------------------------------------------------------------------------


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The forms of a page, parted by ruled lines; the whole page too, where it has several."""
    edges = [0, *(found.end() for found in _RULED.finditer(text)), len(text)]
    parts = [(first, last) for first, last in pairwise(edges) if text[first:last].strip()]
    yield from parts
    if len(parts) > 1:
        yield 0, len(text)


def _present(known: Lookup, page: Page, begin: int, stop: int, hours: list[Entry]) -> Iterator[Sighting]:
    """The people whom a record names as present, over the span that it names in its head or at its foot."""
    here = [one for one in hours if begin <= one.span.start < stop and _of_an_hour(one) and not one.time.approximate]
    span = _span(page.text, begin, stop, here)
    act = kind_of(page.text[begin:stop][:500]) or kind_of(page.text[:300])
    if span is None or not act:
        return
    first, last, cited = span
    for person in _people(known, page, begin, stop):
        places = (*(one.cited() for one in cited), Citation(person.span))
        who = named(known, person.span.exact, known.entity_of.get(person.id))
        found = Sighting(who, act, first, last, last > first, known.piece_of.get(page.id, ""), places)
        yield placed(known, page, person.span, found)


def _of_an_hour(entry: Entry) -> bool:
    return "T" in entry.time.earliest


def _span(text: str, begin: int, stop: int, here: list[Entry]) -> Lasted | None:
    """From when to when an act lasted: a beginning and an end, a span told at once, the only hour of a short form."""
    head = [one for one in here if text.count("\n", begin, one.span.start) <= _HEAD]
    begun = next((one for one in head if _BEGUN.search(_before(text, one))), None)
    ended = next((one for one in reversed(here) if _ENDED.search(_before(text, one))), None)
    for one in head if begun is None or ended is None else ():
        first, last = bounds(one.time)
        if first < last <= first + _LASTS:
            return first, last, [one]
    begun = begun or (head[0] if ended is not None and head and head[0] is not ended else None)
    if begun is not None and ended is not None:
        first, last = bounds(begun.time)[0], bounds(ended.time)[0]
        if text.count("\n", begun.span.start, ended.span.start) == 0:  # on one line, of one day
            first = datetime.combine(last.date(), first.time())
        if first < last <= first + _LASTS:
            return first, last, [begun, ended]
    moments = {one.time.earliest for one in here}
    if len(moments) == 1 and text.count("\n", begin, stop) <= _SHORT_FORM and precise(here[0].time, _VAGUE):
        first = bounds(here[0].time)[0]
        return first, first, here[:_MANY]
    return None


def _before(text: str, entry: Entry) -> str:
    return folded(text[max(0, entry.span.start - 60) : entry.span.start].rsplit("\n", 1)[-1])


def _people(known: Lookup, page: Page, begin: int, stop: int) -> Iterator[Mention]:
    """The people named behind a word for who acts or attends, on its line."""
    text = page.text
    people = [one for one in known.on_page.get(page.id, ()) if one.kind == "person" and begin <= one.span.start < stop]
    for role in _ROLE.finditer(text, begin, stop):
        end = text.find("\n", role.end())
        wrapped = text[role.end() : end].rstrip().endswith((",", ";", "("))
        until = text.find("\n", end + 1) if wrapped and end >= 0 else end
        yield from (one for one in people if role.end() <= one.span.start < (until if until >= 0 else stop))
    for one in people:
        if _IN_PERSON.search(folded(known.words(one.span))):
            yield one


# --- whoever made the record ------------------------------------------------------------------------------------------


def _made(known: Lookup, piece: Piece) -> list[Sighting]:
    """The act of a record, from the hour it names to the hour it names, by the officer who says that he did it."""
    hours = list(told(known, piece.pages)) if piece.kind not in _NO_ACTS else []
    pair = (_at_once(known, piece, hours) or _from_to(known, piece, hours)) if hours else None
    officer = _officer(known, piece) if pair else None
    if officer is None or pair is None:
        return []
    one, other = pair
    begun, ended = datetime.fromisoformat(start(one.time)), datetime.fromisoformat(end(other.time))
    if other.time.modality == "inferred":  # an hour alone at the foot of a record is of its day
        ended = datetime.combine(begun.date(), ended.time())
    if not timedelta() < ended - begun <= LONGEST:
        return []
    cited = (one.cited(), *((other.cited(),) if other is not one else ()), Citation(officer.span, "context"))
    page = known.pages[officer.span.page]
    act = kind_of(known.pages[piece.pages[0]].text[:600])
    who = named(known, officer.span.exact, known.entity_of.get(officer.id))
    made = Sighting(who, act, begun, ended, True, piece.id, cited, called=_called(piece), own=True)
    return [placed(known, page, officer.span, made)]


def _at_once(known: Lookup, piece: Piece, hours: list[Entry]) -> tuple[Entry, Entry] | None:
    """Hours told together ("from 07:30 to 10:00"), on the day of the act; a log of many hours is no act."""
    spans = [one for one in hours if "T" in one.time.latest and one.time.earliest != one.time.latest]
    act = known.act(piece.id)
    if len(spans) > _SPANS or act is None:
        return None
    that_day = (one for one in spans if one.time.earliest[:10] == act.earliest[:10])
    return next(((one, one) for one in that_day if kind_of(f"{one.label} {one.said}")), None)


def _from_to(known: Lookup, piece: Piece, hours: list[Entry]) -> tuple[Entry, Entry] | None:
    """The hour at which a record says that it was begun, and the one at which it says that it was closed."""
    first = known.pages.get(piece.pages[0]) if piece.pages else None
    if first is None or not kind_of(first.text[:600]):
        return None
    begun = next((one for one in hours if _LOOSELY_BEGUN.search(_told(one))), None)
    closed = (one for one in reversed(hours) if _LOOSELY_ENDED.search(_told(one)))
    ended = next((one for one in closed if not _LOOSELY_BEGUN.search(_told(one))), None)
    return (begun, ended) if begun is not None and ended is not None else None


def _told(entry: Entry) -> str:
    return f"{entry.label} {folded(entry.span.exact)} {entry.said}"


def _officer(known: Lookup, piece: Piece) -> Mention | None:
    """The person named right after "by me", "Nous", "officer in charge:"."""
    pages = [known.pages[id] for id in piece.pages if id in known.pages]
    for words in _BY_WHOM:
        for page in pages:
            if not words.search(known.flat(page)):
                continue
            view = fold(page.text)
            for found in words.finditer(view.text):
                led = _BY_ME.match(view.text, found.end()) if found.group().endswith("me") else None
                at = view.original(found.start(), led.end() if led else found.end())[1]
                for one in known.on_page.get(page.id, ()):
                    near = one.kind == "person" and at <= one.span.start <= at + _NEAR
                    if near and len(one.span.exact.split()) > 1:
                        return one
    return None


def _heard(known: Lookup, piece: Piece) -> Iterator[Sighting]:
    """The author of a hearing that tells its beginning alone: it is held under a roof, by who signs it."""
    act = known.act(piece.id)
    if piece.kind != "hearing" or piece.author is None or act is None or not precise(act, _SHORT):
        return
    author = next((m for m in known.in_piece(piece) if m.kind == "person" and _signs(known, m.id, piece.author)), None)
    if author is not None:
        who = named(known, author.span.exact, known.entity_of[author.id])
        begun, ended = bounds(act)
        hour = next((one for one in known.in_piece(piece) if one.kind == "date" and one.time == act), None)
        cited = (*((Citation(hour.span),) if hour else ()), Citation(author.span))
        yield Sighting(who, "hearing", begun, ended + _SITTING, True, piece.id, cited, called=_called(piece), own=True)


def _signs(known: Lookup, mention: str, author: str) -> bool:
    entity = known.entity_of.get(mention)
    return entity is not None and any(key(form.value) in key(author) for form in entity.names)


def _called(piece: Piece) -> str:
    return " ".join((piece.title or piece.reference or "").split())
