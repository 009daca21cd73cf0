"""One person at two places, or at two acts, at one time."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from greffier.assembling.attended import at_acts
from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.seen import in_sentences
from greffier.assembling.sightings import Sighting, Who, together
from greffier.assembling.times import in_words
from greffier.assembling.timesheets import in_rows
from greffier.records import Time
from greffier.text import key

_LEAST = timedelta(minutes=10)  # that two acts share before one wonders
_INSIDE = timedelta(minutes=5)  # how far inside an act a moment lies
_SAME = timedelta(minutes=10)  # by which two papers on one act may differ
_LONG = 3  # letters of a family name

Near = frozenset[frozenset[str]]


def two_places(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two papers by which somebody was at two places, or at acts that are not parts of one, at one time."""
    known = material.known
    by_word: dict[str, list[Sighting]] = defaultdict(list)
    for one in itertools.chain(at_acts(known), in_rows(known), in_sentences(known)):
        for word in one.who.words:
            if len(word) >= _LONG:
                by_word[word].append(one)
    near, bearers = _told_together(known), _bearers(known)
    found: dict[frozenset[str], tuple[Sighting, Sighting]] = {}
    for word in sorted(by_word):
        for one, other in _at_one_time(sorted(by_word[word], key=_order)):
            pair = frozenset((one.piece, other.piece))
            surer = pair not in found or (one.lasts and other.lasts and not all(told.lasts for told in found[pair]))
            if surer and same_person(one.who, other.who, word, bearers) and _apart(one, other, near):
                found[pair] = one, other
    for one, other in found.values():
        yield _hit(one, other)


def _order(one: Sighting) -> tuple[object, ...]:
    return one.begun, one.ended, one.piece, one.cited[0].span.start


def _at_one_time(told: list[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if other.begun > one.ended:
                break
            if one.piece != other.piece and _share(one, other):
                yield one, other


def _share(one: Sighting, other: Sighting) -> bool:
    """Whether two acts share minutes; a moment that somebody was at one lies well inside the other."""
    if one.lasts and other.lasts:
        return min(one.ended, other.ended) - max(one.begun, other.begun) >= _LEAST
    if not (one.lasts or other.lasts):
        return True
    span, moment = (one, other) if one.lasts else (other, one)
    return span.begun + _INSIDE <= moment.begun and moment.ended <= span.ended - _INSIDE


def _apart(one: Sighting, other: Sighting, near: Near) -> bool:
    """Whether two sightings are of two places, or of two acts that are neither one told twice nor parts of one."""
    if one.place and other.place:
        return not _one_place(one, other) and frozenset((one.place, other.place)) not in near
    if not (one.lasts or other.lasts) or together(one.act, other.act):
        return False
    if abs(one.begun - other.begun) <= _SAME and abs(one.ended - other.ended) <= _SAME:
        return False
    if one.own and other.own:
        return True
    return one.act != other.act and not _beside(one, other)


def _beside(one: Sighting, other: Sighting) -> bool:
    """Whether the line of one names the place of the other act, or something that both are about."""
    people = one.who.words | other.who.words
    return bool((one.line - people) & (other.around - people) or (other.line - people) & (one.around - people))


def _one_place(one: Sighting, other: Sighting) -> bool:
    """Whether two places may be one: the words of one stand in the other."""
    first, second = (set(re.findall(r"[^\W\d_]{3,}", key(told.called))) for told in (one, other))
    return one.place == other.place or not first or not second or first <= second or second <= first


def same_person(one: Who, other: Who, word: str, bearers: dict[str, set[str]]) -> bool:
    """Whether two names that share a family name are of one person: their other words agree, as initials at least;
    a family name alone is of the only one of the case who bears it (`bearers`: the initials beside each name)."""
    if one.entity and one.entity == other.entity:
        return True
    left, right = one.words - other.words, other.words - one.words
    if one.words == other.words and len(one.words) > 1:
        return True
    if one.words == {word} or other.words == {word}:
        return len(bearers.get(word, ())) <= 1
    return _agree(left, right) or _agree(right, left) if left and right else len(one.words & other.words) > 1


def _agree(some: frozenset[str], others: frozenset[str]) -> bool:
    return all(any(a[0] == b[0] and min(len(a), len(b)) == 1 for b in others) for a in some)


def _bearers(known: Lookup) -> dict[str, set[str]]:
    """The initials with which each family name of a case is told."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in known.dossier.entities:
        for form in entity.names if entity.kind == "person" else ():
            words = key(form.value).split()
            for word in words:
                found[word] |= {other[0] for other in words if other != word and other[0].isalpha()}
    return found


def _told_together(known: Lookup) -> Near:
    """Return the pairs of places that one sentence names together: one may lie in the other."""
    pairs: set[frozenset[str]] = set()
    for mentions in known.on_page.values():
        places = [m for m in mentions if m.kind == "place" and m.id in known.entity_of]
        for first, second in itertools.pairwise(places):
            if known.sentence(first.span) == known.sentence(second.span):
                pairs.add(frozenset((known.entity_of[first.id].id, known.entity_of[second.id].id)))
    return frozenset(pairs)


def _hit(one: Sighting, other: Sighting) -> Hit:
    day = max(one.begun, other.begun).date().isoformat()
    words: Words = {
        "person": max(one.who.called, other.who.called, key=len),
        "day": in_words(Time(day, day, day)),
        "first": _told(one),
        "second": _told(other),
    }
    exact = one.begun == one.ended == other.begun == other.ended
    return Hit((*one.cited, *other.cited), exact, words)


def _told(one: Sighting) -> str:
    hours = f"{one.begun:%H:%M}" + (f"–{one.ended:%H:%M}" if one.ended > one.begun else "")
    return f"{hours} ({one.called[:60]})" if one.called else hours
