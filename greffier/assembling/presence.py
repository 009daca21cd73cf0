"""One person, two places, one time."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, meet, precise, shifted, start
from greffier.records import Entity, Event, Piece, Span, Time
from greffier.text import fold, key

_HEAD = 300  # characters of a first page that say what it is
_SHORT = 45  # minutes: a time told less precisely leaves room to travel
_SITTING = 30  # minutes that the shortest hearing lasts
_SURVEILLANCE = re.compile(r"surveillance|filature|planque|observation|dispositif|shadowing|stake-?out|\bwatch\b")
_SEES = re.compile(
    r"\b(?:nous-memes?|voyons|observons|apercevons|constatons|reconnaissons|we (?:see|saw|observed?|watch(?:ed)?))\b"
)
_JOINS = re.compile(  # folded, from the name on: somebody is with those who watch
    r"[^.;\n]{0,40}?\b(?:prend place|prend (?:la )?(?:position|releve|faction)|(?:nous|se) rejoint|nous releve|relaye|"
    r"se poste|est poste|demeure|reste|est (?:avec nous|en position|sur place|en place)|monte (?:a bord|avec nous)|"
    r"joins? (?:us|the (?:team|watch|unit))|takes? (?:up|over|his|her|the) (?:position|place|post|watch|the watch)?|"
    r"takes over|relieves|is (?:with us|in position|on post)|remains?|stays?|gets? in)\b"
)
_SEEN = re.compile(  # folded, right after a name: where somebody saw him
    r"\s*(?:,[^,.;\n]{1,60},)?\s*(?:est|a ete|etait|fut|se trouve|se trouvait|is|was|has been|had been)\s+"
    r"(?:bien |formellement |alors |clearly |again )?"
    r"(?:(?:vue?|apercue?|observee?|reperee?|remarquee?|reconnue?|presente?|localisee?|photographiee?|filmee?|"
    r"controlee?|seen|spotted|observed|noticed|sighted|present|photographed|filmed|located|recogni[sz]ed|standing|"
    r"sitting|checked)\b[^.;\n]{0,25}?)?\s*"
    r"\b(?:a|au|aux|en|dans|devant|pres de|pres du|sur|at|in|near|outside|inside|on)\s+(?:la |le |l'|the )?$"
)
_NEAR = 160  # characters from a name to where he was seen
_PRESENT = ("agent", "recipient", "witness", "participant")
_FAR = frozenset({"call", "message", "transmit", "authorise", "request", "pay", "appoint"})  # done from anywhere


@dataclass(frozen=True, slots=True)
class Stay:
    """Somebody was somewhere at a time; `place` is an entity id, folded words, or what one does there."""

    person: Entity
    place: str
    called: str
    time: Time
    piece: str
    span: Span


def two_places(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two events that put one person in two places, which no sentence names together, at one time."""
    known = material.known
    yield from _clashes((*_told_stays(known), *_seen(known)), _told_together(known))


def heard_and_watched(material: Material, rule: Rule) -> Iterator[Hit]:
    """An officer who signs a hearing while another record has him out watching."""
    known = material.known
    pieces = known.ordered_pieces()
    stays = [stay for piece in pieces for stay in (*_hearing(known, piece), *_watching(known, piece))]
    yield from _clashes(stays, frozenset())


def _clashes(stays: Iterable[Stay], near: frozenset[tuple[str, str]]) -> Iterator[Hit]:
    by_person: dict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        by_person[stay.person.id].append(stay)
    for person in sorted(by_person):
        yield from _clash(sorted(by_person[person], key=lambda one: (start(one.time), one.span.page)), near)


def _clash(stays: list[Stay], near: frozenset[tuple[str, str]]) -> Iterator[Hit]:
    for index, first in enumerate(stays):
        for second in stays[index + 1 :]:
            if start(second.time) > end(first.time):
                break
            if first.piece == second.piece or first.place == second.place or not meet(first.time, second.time):
                continue
            if (min(first.place, second.place), max(first.place, second.place)) not in near:
                yield _hit(first, second)
                return


def _hit(first: Stay, second: Stay) -> Hit:
    words: Words = {
        "person": first.person.name,
        "time": in_words(max(first, second, key=lambda stay: start(stay.time)).time),
        "here": first.called,
        "there": second.called,
    }
    exact = first.time.earliest == first.time.latest == second.time.earliest == second.time.latest
    return Hit(both(first.span, second.span), exact, words)


def _told_stays(known: Lookup) -> Iterator[Stay]:
    """Yield where events told to the minute put the people who take part in them."""
    for event in known.dossier.events:
        if event.type in _FAR or event.polarity != "positive" or event.modality != "fact" or not event.citations:
            continue
        place = _place(known, event)
        if place is not None and event.time is not None and precise(event.time, _SHORT):
            for person in known.filled(event, *_PRESENT):
                if person.kind == "person":
                    yield Stay(person, *place, event.time, event.piece, event.citations[0].span)


def _seen(known: Lookup) -> Iterator[Stay]:
    """Yield where somebody is told, to the minute, to have been seen."""
    for page in known.ordered_pages():
        mentions = known.on_page.get(page.id, ())
        for at, one in enumerate(mentions):
            person = known.entity_of.get(one.id) if one.kind == "person" else None
            place = next((next_one for next_one in mentions[at + 1 : at + 6] if next_one.kind == "place"), None)
            there = known.entity_of.get(place.id) if place is not None else None
            if person is None or place is None or there is None or place.span.start - one.span.end > _NEAR:
                continue
            if _SEEN.fullmatch(fold(page.text[one.span.end : place.span.start]).text):
                clocks = [time for time in _clocks(known, one.span) if precise(time, _SHORT)]
                if len(clocks) == 1:
                    yield Stay(person, there.id, there.name, clocks[0], known.piece_of.get(page.id, ""), one.span)


def _hearing(known: Lookup, piece: Piece) -> Iterator[Stay]:
    """Yield the author of a hearing, at its first minutes: a hearing is held under a roof, by who signs it."""
    act = known.act(piece.id)
    if piece.kind != "hearing" or piece.author is None or act is None or not precise(act, _SHORT):
        return
    author = next((m for m in known.in_piece(piece) if m.kind == "person" and _named(known, m.id, piece.author)), None)
    if author is not None:
        until = shifted(end(act), _SITTING / 60)
        sitting = Time(act.edtf, act.earliest, until)
        yield Stay(known.entity_of[author.id], "hearing", _called(piece), sitting, piece.id, author.span)


def _watching(known: Lookup, piece: Piece) -> Iterator[Stay]:
    """Yield who is told, to the minute, to watch: he sees with his own eyes, or is with those who do."""
    first = known.pages.get(piece.pages[0]) if piece.pages else None
    called = f"{fold(piece.title or '').text} {known.flat(first)[:_HEAD] if first else ''}"
    if piece.kind in ("hearing", "press", "order") or not _SURVEILLANCE.search(called):
        return
    for mention in known.in_piece(piece):
        person = known.entity_of.get(mention.id) if mention.kind == "person" else None
        if person is None:
            continue
        after = known.pages[mention.span.page].text[mention.span.end : mention.span.end + _NEAR]
        if _SEES.search(fold(known.words(mention.span)).text) or _JOINS.match(fold(after).text):
            time = _while(known, mention.span)
            if time is not None:
                yield Stay(person, "watch", _called(piece), time, piece.id, mention.span)


def _while(known: Lookup, span: Span) -> Time | None:
    """The only minute that a sentence tells; from it to another where it says until when."""
    clocks = list(_clocks(known, span))
    if not clocks or len(clocks) > 2 or not precise(clocks[0], _SHORT):
        return None
    first, last = clocks[0], clocks[-1]
    if last is not first and (last.earliest or not last.latest):
        return None
    return Time(first.edtf, first.earliest, max(first.latest, last.latest))


def _clocks(known: Lookup, span: Span) -> Iterator[Time]:
    start, end = known.sentence(span)
    for one in known.on_page.get(span.page, ()):
        if one.kind == "date" and one.time is not None and start <= one.span.start < end:
            yield one.time


def _called(piece: Piece) -> str:
    return " ".join((piece.title or piece.reference or piece.kind).split())


def _named(known: Lookup, mention: str, author: str) -> bool:
    entity = known.entity_of.get(mention)
    return entity is not None and any(key(form.value) in key(author) for form in entity.names)


def _place(known: Lookup, event: Event) -> tuple[str, str] | None:
    """Return the place of an event as (id, name): a role, a mention, or words."""
    for entity in known.filled(event, "place"):
        return entity.id, entity.name
    place = event.place or next((one.mention for one in event.roles if one.role == "destination"), None)
    if not place:
        return None
    entity_there = known.entity_of.get(place)
    return (entity_there.id, entity_there.name) if entity_there else (key(place), place)


def _told_together(known: Lookup) -> frozenset[tuple[str, str]]:
    """Return the pairs of places that one sentence names together: one may lie in the other."""
    pairs: set[tuple[str, str]] = set()
    for mentions in known.on_page.values():
        places = [m for m in mentions if m.kind == "place" and m.id in known.entity_of]
        for first, second in itertools.pairwise(places):
            if known.sentence(first.span) == known.sentence(second.span):
                left, right = sorted((known.entity_of[first.id].id, known.entity_of[second.id].id))
                pairs.add((left, right))
    return frozenset(pairs)
