"""When somebody was on duty and where: acts done from one hour to another, claims of hours, logs of doors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.entries import Entry, told
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, start
from greffier.assembling.timesheets import hours_of
from greffier.records import Citation, Mention, Piece
from greffier.text import fold

_ACT = re.compile(
    r"\b(?:perquisition\w*|fouille|search\w*|audition\w*|entend\w*|interview\w*|interrogatoire|hearing|confrontation|"
    r"inventaire|inventory|mahazar|panchnama|constat\w*|saisie|seizure|statement|proces-verbal)\b"
)
_BEGUN = re.compile(r"\b(?:beg[au]n|commenced?|started?|opened|debut\w*|commenc\w*)\b")
_ENDED = re.compile(r"\b(?:ended|concluded|closed|finished|fin|finie?|termin\w*|clos|close|cloture\w*)\b")
_BY_WHOM = (  # what leads to the name of the officer, the surest first
    re.compile(r"\bby me\b[^.]{0,90}?[:\n]"),
    re.compile(r"\bnous(?:,| soussignee?,?)?(?= )"),
    re.compile(
        r"\b(?:interviewing officer|officer in charge|conducted by|recorded by|redacteur|enqueteur|"
        r"verbalisant)s?\b[ \t]*:"
    ),
)
_MOST = 2  # spans of hours that the record of one act tells
_NEAR = 120  # characters after "by me", in which the name stands
_LEAST = timedelta(minutes=10)  # that two acts overlap before one wonders
_LONGEST = timedelta(hours=16)  # of one act or one turn of duty


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody on duty; `name` are the folded words of the name, `place` folded words (empty: the act itself)."""

    name: frozenset[str]
    called: str
    place: str
    begun: datetime
    ended: datetime
    piece: str
    cited: tuple[Citation, ...]


def same_officer(material: Material, rule: Rule) -> Iterator[Hit]:
    """One officer who by two papers did two things at the same time, or was in two places."""
    known = material.known
    by_word: dict[str, list[Duty]] = defaultdict(list)
    for piece in known.ordered_pieces():
        for duty in (*_acts(known, piece), *_claims(known, piece)):
            for word in duty.name:
                by_word[word].append(duty)
    seen: set[frozenset[str]] = set()
    for word in sorted(by_word):
        for one, other in _at_one_time(sorted(by_word[word], key=lambda duty: (duty.begun, duty.ended, duty.piece))):
            pair = frozenset((one.piece, other.piece))
            if pair not in seen and same_name(one.name, other.name) and not _same_place(one, other):
                seen.add(pair)
                yield _hit(one, other)


def _at_one_time(duties: list[Duty]) -> Iterator[tuple[Duty, Duty]]:
    """Yield the pairs of different papers that overlap."""
    for at, one in enumerate(duties):
        for other in duties[at + 1 :]:
            if other.begun + _LEAST > one.ended:
                break
            if one.piece != other.piece and min(one.ended, other.ended) - other.begun >= _LEAST:
                yield one, other


def _hit(one: Duty, other: Duty) -> Hit:
    called = max(one.called, other.called, key=len)
    words: Words = {"person": called, "first": _span(one), "second": _span(other)}
    return Hit((*one.cited, *other.cited), False, words)


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be one: they share a word, and their other words or initials agree."""
    shared = {word for word in one & other if len(word) > 2}
    left, right = one - shared, other - shared
    return bool((shared and left and right) or one == other) and (
        all(any(a[0] == b[0] and min(len(a), len(b)) == 1 for b in right) for a in left)
        or all(any(a[0] == b[0] and min(len(a), len(b)) == 1 for a in left) for b in right)
    )


def _same_place(one: Duty, other: Duty) -> bool:
    """Whether two places may be one: the words of one stand in the other. Two acts are never one place."""
    if not one.place and not other.place:
        return False
    first, second = (set(re.findall(r"[a-z]{3,}", duty.place)) for duty in (one, other))
    return not first or not second or first <= second or second <= first


def _span(duty: Duty) -> str:
    return f"{duty.begun:%H:%M}–{duty.ended:%H:%M}" + (f" ({duty.place[:40]})" if duty.place else "")


def _claims(known: Lookup, piece: Piece) -> Iterator[Duty]:
    for page in (known.pages[id] for id in piece.pages if id in known.pages):
        for row in hours_of(page):
            name = frozenset(re.findall(r"[a-z'-]+", fold(row.name).text))
            if len(name) > 1 and timedelta() < row.ended - row.begun <= _LONGEST:
                yield Duty(name, row.name, fold(row.place).text, row.begun, row.ended, piece.id, (row.cited,))


def _acts(known: Lookup, piece: Piece) -> Iterator[Duty]:
    """The act of a record, from the hour it names to the hour it names, by the officer who says that he did it."""
    if piece.kind in ("press", "mail", "call_records", "intercept", "bank", "order"):
        return
    entries = list(told(known, piece.pages))
    pairs = (_at_once(known, piece, entries) or _from_to(known, piece, entries)) if entries else []
    officer = _officer(known, piece) if pairs else None
    if officer is None:
        return
    one, other = pairs[0]
    begun, ended = datetime.fromisoformat(start(one.time)), datetime.fromisoformat(end(other.time))
    if (
        other.time.modality == "inferred"
    ):  # an hour alone at the foot of a record is of its day, whatever was told between
        ended = datetime.combine(begun.date(), ended.time())
    if not timedelta() < ended - begun <= _LONGEST:
        return
    name = frozenset(re.findall(r"[a-z'-]+", fold(officer.normalised or officer.span.exact).text))
    cited: tuple[Citation, ...] = (one.cited(),) if one is other else (one.cited(), other.cited())
    if len(name) > 1:
        yield Duty(
            name,
            " ".join(officer.span.exact.split()),
            "",
            begun,
            ended,
            piece.id,
            (*cited, Citation(officer.span, "context")),
        )


def _at_once(known: Lookup, piece: Piece, entries: list[Entry]) -> list[tuple[Entry, Entry]]:
    """Hours told together ("from 07:30 to 10:00"), on the day of the act; a log of many hours is no act."""
    spans = [one for one in entries if "T" in one.time.latest and one.time.earliest != one.time.latest]
    act = known.act(piece.id)
    if len(spans) > _MOST or act is None:
        return []
    that_day = [one for one in spans if one.time.earliest[:10] == act.earliest[:10]]
    return [(one, one) for one in that_day if _ACT.search(f"{one.label} {one.said}")]


def _from_to(known: Lookup, piece: Piece, entries: list[Entry]) -> list[tuple[Entry, Entry]]:
    """The hour at which a record says that it was begun, and the one at which it says that it was closed."""
    first = known.pages.get(piece.pages[0]) if piece.pages else None
    if first is None or not _ACT.search(known.flat(first)[:600]):
        return []
    begun = next((one for one in entries if _BEGUN.search(_words(one))), None)
    ended = next(
        (one for one in reversed(entries) if _ENDED.search(_words(one)) and not _BEGUN.search(_words(one))), None
    )
    return [(begun, ended)] if begun is not None and ended is not None else []


def _words(entry: Entry) -> str:
    return f"{entry.label} {fold(entry.span.exact).text} {entry.said}"


def _officer(known: Lookup, piece: Piece) -> Mention | None:
    """The person named right after "by me", "Nous", "officer in charge:"."""
    pages = [known.pages[id] for id in piece.pages if id in known.pages]
    for words in _BY_WHOM:
        for page in pages:
            if not words.search(known.flat(page)):
                continue
            view = fold(page.text)
            for found in words.finditer(view.text):
                at = view.original(*found.span())[1]
                for one in known.on_page.get(page.id, ()):
                    near = one.kind == "person" and at <= one.span.start <= at + _NEAR
                    if near and len(one.span.exact.split()) > 1:
                        return one
    return None
