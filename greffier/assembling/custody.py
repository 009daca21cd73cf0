"""Custody against the clock: an extension must be there before the first period has run out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, precise, shifted, start
from greffier.records import Entity, Piece, Span, Time
from greffier.text import fold

_CUSTODY = r"(?:garde a vue|g\.?a\.?v\.?|police custody|custody)"
_HINTS = re.compile(r"garde\s+[àa]\s+vue|g\.?a\.?v|custody", re.IGNORECASE)  # cheap, before folding
_BEGINS = re.compile(
    rf"{_CUSTODY}.{{0,160}}?(?:a compter d|a partir d|debut|begin|began|start|commenc)|"
    rf"(?:plac|notifi|taken into|mis en).{{0,60}}?{_CUSTODY}",
    re.DOTALL,
)  # fmt: skip
_EXTENDS = re.compile(
    rf"(?:prolong\w{{0,12}}|exten(?:d|sion)\w{{0,12}}).{{0,120}}?{_CUSTODY}|{_CUSTODY}.{{0,60}}?(?:prolong|exten)",
    re.DOTALL,
)
_NAMES_HELD = re.compile(
    r"(?:\bnommee? ?:?|a l'egard (?:de|du)|garde a vue (?:de|du)|custody of|detention of|personne gardee a vue,?|"
    r"detained person,?|detention of)(?: (?:m\.|mme|mr|mrs|ms))?[ >:-]*$"
)  # fmt: skip
_HOUR = 60
_LONGEST = 96  # hours: an extension later than this belongs to another custody


@dataclass(frozen=True, slots=True)
class Stage:
    """The beginning of a custody or its extension: whose, when, where it is said."""

    person: Entity
    time: Time
    span: Span


def late_extension(material: Material, rule: Rule) -> Iterator[Hit]:
    """An extension decided when the first period was over."""
    hours = rule.number("hours", 24)
    begun, extended = _stages(material.known)
    for person in sorted(begun.keys() & extended.keys()):
        first = min(begun[person], key=lambda stage: (start(stage.time), stage.span.page))
        for late in sorted(extended[person], key=lambda stage: start(stage.time)):
            limit, latest = shifted(end(first.time), hours), shifted(start(first.time), _LONGEST)
            if shifted(start(first.time), hours) < end(late.time) <= latest:
                words: Words = {
                    "person": first.person.name,
                    "begun": in_words(first.time),
                    "extended": in_words(late.time),
                    "hours": f"{hours:g}",
                }
                yield Hit(both(first.span, late.span), start(late.time) > limit, words)
                break


def _stages(known: Lookup) -> tuple[dict[str, list[Stage]], dict[str, list[Stage]]]:
    begun: dict[str, list[Stage]] = defaultdict(list)
    extended: dict[str, list[Stage]] = defaultdict(list)
    for kind, stage in [*_told(known), *_done(known)]:
        (begun if kind == "custody_start" else extended)[stage.person.id].append(stage)
    return begun, extended


def _told(known: Lookup) -> Iterator[tuple[str, Stage]]:
    """Yield the stages that events tell to the hour."""
    for event in known.dossier.events:
        if event.type in ("custody_start", "custody_extension") and event.polarity == "positive" and event.citations:
            held = [one for one in known.filled(event, "recipient", "victim", "object") if one.kind == "person"]
            if held and event.time is not None and event.modality == "fact" and precise(event.time, _HOUR):
                yield event.type, Stage(held[0], event.time, event.citations[0].span)


def _done(known: Lookup) -> Iterator[tuple[str, Stage]]:
    """Yield the stages that are the act of a piece itself: a notification, an order to extend."""
    for piece in known.ordered_pieces():
        act = known.act(piece.id)
        kind = _kind(known, piece)
        if kind is None or act is None or not precise(act, _HOUR):
            continue
        person, span = _held(known, piece), _dated(known, piece, act)
        if person is not None and span is not None:
            yield kind, Stage(person, act, span)


def _kind(known: Lookup, piece: Piece) -> str | None:
    """Return which stage a piece is, by its title or its first page; a hearing during custody is none."""
    if piece.kind not in ("report", "order", "other") or not piece.pages or piece.pages[0] not in known.pages:
        return None
    first = known.pages[piece.pages[0]].text
    if not _HINTS.search(f"{piece.title} {first}"):
        return None
    title = fold(piece.title or "").text
    text = title if re.search(_CUSTODY, title) else fold(first).text
    if _EXTENDS.search(text) and (piece.kind == "order" or re.search("prolong|exten", title)):
        return "custody_extension"
    return "custody_start" if _BEGINS.search(text) and piece.kind != "order" else None


def _held(known: Lookup, piece: Piece) -> Entity | None:
    """Return the person a piece holds: the first that it names as held ("au nommé X", "custody of X")."""
    for mention in known.in_piece(piece):
        entity = known.entity_of.get(mention.id) if mention.kind == "person" else None
        if entity is not None and _NAMES_HELD.search(fold(mention.span.prefix).text):
            return entity
    return None


def _dated(known: Lookup, piece: Piece, act: Time) -> Span | None:
    dates = [mention for mention in known.in_piece(piece) if mention.kind == "date" and mention.time is not None]
    exact = [one.span for one in dates if one.time and one.time.earliest == act.earliest]
    same_day = [one.span for one in dates if one.time and one.time.earliest[:10] == act.earliest[:10]]
    return next(iter(exact + same_day), None)
