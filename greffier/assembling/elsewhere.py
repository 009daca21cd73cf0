"""One person at two acts at one time, by papers of any office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from greffier.assembling.attended import Sighting, sightings, together
from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.text import key

_LEAST = timedelta(minutes=10)  # that two acts share before one wonders
_INSIDE = timedelta(minutes=5)  # how far inside an act a moment lies
_SAME = timedelta(minutes=10)  # by which two papers on one act may differ
_LONG = 4  # letters of a family name


def attending_elsewhere(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two papers by which somebody was at two acts of different kinds, one of them over a span, at one time."""
    known = material.known
    by_word: dict[str, list[Sighting]] = defaultdict(list)
    for one in sightings(known):
        for word in one.name:
            if len(word) >= _LONG:
                by_word[word].append(one)
    found: dict[frozenset[str], tuple[Sighting, Sighting]] = {}
    for word, told in sorted(by_word.items()):
        told.sort(key=lambda one: (one.begun, one.ended, one.piece))
        for one, other in _at_one_time(told):
            pair = frozenset((one.piece, other.piece, word))
            lasting = one.lasts and other.lasts
            if (pair not in found or lasting) and _clash(one, other) and _same_person(known, word, one, other):
                found[pair] = one, other
    for one, other in dict.fromkeys(found.values()):
        yield _hit(one, other)


def _at_one_time(told: list[Sighting]) -> Iterator[tuple[Sighting, Sighting]]:
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            if other.begun > one.ended:
                break
            if one.piece != other.piece:
                yield one, other


def _hit(one: Sighting, other: Sighting) -> Hit:
    words: Words = {"person": max(one.called, other.called, key=len), "first": _told(one), "second": _told(other)}
    return Hit((*one.cited, *other.cited), False, words)


def _told(one: Sighting) -> str:
    return f"{one.begun:%H:%M}–{one.ended:%H:%M}" if one.lasts else f"{one.begun:%H:%M}"


def _clash(one: Sighting, other: Sighting) -> bool:
    """Whether two sightings of different papers share time, and are not one act told twice."""
    if not (one.lasts or other.lasts) or one.act == other.act or together(one.act, other.act):
        return False
    if (one.line - other.name) & (other.place - other.name - one.name) or (other.line - one.name) & (
        one.place - one.name - other.name
    ):
        return False  # the line names the place of the other act, or something that both are about
    if abs(one.begun - other.begun) <= _SAME and abs(one.ended - other.ended) <= _SAME:
        return False
    if one.lasts and other.lasts:
        return min(one.ended, other.ended) - max(one.begun, other.begun) >= _LEAST
    span, moment = (one, other) if one.lasts else (other, one)
    return span.begun + _INSIDE <= moment.begun <= span.ended - _INSIDE


def _same_person(known: Lookup, word: str, one: Sighting, other: Sighting) -> bool:
    """Whether a family name is that of one person: initials agree; alone, nobody else of the case bears it."""
    left, right = one.name - {word}, other.name - {word}
    if left and right:
        return any(a[0] == b[0] for a in left for b in right)
    initials = {
        key(part)[0]
        for entity in known.dossier.entities
        if entity.kind == "person"
        for form in entity.names
        if word in key(form.value).split() and len(key(form.value).split()) > 1
        for part in form.value.split()
        if key(part) != word and key(part)[:1].isalpha()
    }
    return len(initials) <= 1
