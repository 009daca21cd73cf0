"""Custody against the clock: an extension must be there before the first period has run out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.custody_records import CustodyRecord, custody_records, stated_limit
from greffier.assembling.entries import Entry
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, precise, shifted, start
from greffier.records import Citation, Entity, Piece, Span, Time
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
_STARTS = (  # what a record counts from, the best first
    re.compile(r"\b(?:relevant time|detention clock)\b"),
    re.compile(
        r"\b(?:place\w* (?:en|in) (?:garde a vue|police custody|custody|detention)|debut de (?:la )?(?:mesure|garde)|"
        r"a compter de|prive\w* de (?:sa )?liberte|detention (?:began|begins|starts))\b"
    ),
    re.compile(r"\b(?:arrive[sd]? at (?:the )?(?:police )?station|arrest\w*|interpell\w*|date and time)\b"),
)
_GOES_ON = re.compile(
    r"\b(?:(?:detention|custody)[^.;]{0,40}(?:extended|extension|beyond|further|continued)|"
    r"extension of (?:detention|custody)|"
    r"further detention|prolong\w*|produced (?:before|in court|at court)|(?:brought|taken|presented) before|"
    r"charged|released|"
    r"presentee? (?:au|a|devant)|deferee?s?|mandat d'arret|remis\w* en liberte|laissee? libre|fin de (?:la )?mesure)\b"
)
_NOT_YET = re.compile(r"\b(?:to be|will be|requested|not|sera|demandee?|refus\w*|representations|circumstances)\b")
_NO_COURT = re.compile(
    r"\b(?:no court sits|court does not sit|next court day|not (?:being )?a court day|jour ferie|jour chome|medical "
    r"treatment time|hospital|hopital|hospitalis\w*|force majeure|circonstances insurmontables)\b"
)
_JOURNEY = 2  # hours after the term that a way to the court may take before anybody asks
_LONGER = re.compile(
    r"\b(?:48|72|quarante[- ]huit|soixante[- ]douze|forty[- ]eight|seventy[- ]two) ?(?:heures?|hours?|h)\b"
)
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
    known = material.known
    begun, extended = _stages(known)
    for person in sorted(begun.keys() & extended.keys()):
        first = min(begun[person], key=lambda stage: (start(stage.time), stage.span.page))
        for late in sorted(extended[person], key=lambda stage: start(stage.time)):
            limit, latest = shifted(end(first.time), hours), shifted(start(first.time), _LONGEST)
            if shifted(start(first.time), hours) < end(late.time) <= latest and not _told_as_longer(known, first, late):
                words: Words = {
                    "person": first.person.name,
                    "begun": in_words(first.time),
                    "extended": in_words(late.time),
                    "hours": f"{hours:g}",
                }
                yield Hit(both(first.span, late.span), start(late.time) > limit, words)
                break


def _told_as_longer(known: Lookup, first: Stage, late: Stage) -> bool:
    """Whether the pages count in two days or more, as other countries do, or are one record (`held_beyond`)."""
    spans = (first.span.page, late.span.page)
    one_record = known.piece_of.get(spans[0]) == known.piece_of.get(spans[1])
    return one_record or any(_LONGER.search(known.flat(known.pages[id])) for id in spans if id in known.pages)


def held_beyond(material: Material, rule: Rule) -> Iterator[Hit]:
    """A record by which nobody extended a custody, or led the person before a judge, within the hours it names."""
    known = material.known
    for record in custody_records(known):
        pages = [known.pages[id] for id in record.piece.pages]
        limit = stated_limit(pages)
        text = " ".join(map(known.flat, pages))
        begun = _start_of(record)
        if limit is None or begun is None or _NO_COURT.search(text):
            continue
        ended = [one for one in record.entries if _goes_on(one) and start(one.time) > start(begun.time)]
        first = min(ended, key=lambda one: start(one.time), default=None)
        hours, said = limit
        if first is None or not _over(begun, first, hours):
            continue
        words: Words = {
            "person": record.called,
            "begun": in_words(Time("", start(begun.time), start(begun.time))),
            "extended": in_words(first.time),
            "hours": str(hours),
        }
        late = [one.cited("contradicts") for one in ended if start(one.time) <= shifted(start(first.time), 1)]
        yield Hit((begun.cited(), *late, Citation(said, "context")), True, words)


def _start_of(record: CustodyRecord) -> Entry | None:
    for words in _STARTS:
        for one in record.entries:
            if words.search(f"{one.label} {one.said}") or words.search(fold(one.span.exact).text):
                return one
    return None


def _goes_on(entry: Entry) -> bool:
    words = f"{entry.label} {entry.said}"
    return any(_GOES_ON.search(part) and not _NOT_YET.search(part) for part in words.split(". "))


def _over(begun: Entry, first: Entry, hours: int) -> bool:
    """Whether the term was over; led before a judge, one may have been on the way."""
    journey = 0 if re.search(r"exten|beyond|prolong", first.said) else _JOURNEY
    latest = shifted(start(begun.time), _LONGEST)
    return shifted(start(begun.time), hours + journey) < start(first.time) <= latest


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
