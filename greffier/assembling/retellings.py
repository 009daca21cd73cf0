"""One act told in two papers, with another doer or on another day: known by who is in it and by what it is about.

Two sentences are taken for one act where they share people and the words that few other sentences of the case have
(`mallette`, `noire`; `red`, `toolbox`). Acts that happen often share neither.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import in_words, overlap, precise, start
from greffier.records import Entity, Event, Mention, Span, Time
from greffier.text import folded, key

_DAY = 24 * 60
_RARE = 2  # papers of a case in which a word still tells one thing from others; forms are filled in more often
_FEW = 12  # sentences with it, so that one long paper does not make pairs without end
_ALIKE = 0.6  # of the telling words of two sentences that both have
_WORD = re.compile(r"[a-z]{3,}")
_FORMAL = ("order", "bank", "call_records")  # orders are made again in the same words, for other days
_STEM = 5  # letters by which « remet » of a thing, `loaded`, `loading` are sought; endings are not looked at
_AGAIN = re.compile(
    r"\b(?:second\w*|deuxieme\w*|troisieme\w*|third|another|autres?|again|encore|a nouveau|de nouveau|egalement|also|"
    r"too|aussi|suivante?s?|next|chaque|each|every|tous les|toutes les|lendemain|veille|une fois de plus|once more|"
    r"revu\w*|revoi\w+|retrouv\w+|revien\w+|revenu\w*|retourn\w+|recommenc\w+|renouvel\w+|refai\w+|return\w*|repeat\w*|"
    r"plus tard|later|ensuite|puis|then|afterwards|par la suite|cette fois|this time|depuis|since|"
    r"ne|n|pas|jamais|not|never|no)\b"
)
_UNSURE = re.compile(
    r"\b(?:devait|devra|doit|prevu\w*|projet\w*|si|if|would|should|will|planned|meant|was to|were to|sera|seront|"
    r"peut-etre|perhaps|maybe|probabl\w*)\b"
)


@dataclass(frozen=True, slots=True)
class _Telling:
    """A sentence with people in it and one time; `stems` are its words that name nobody, no place and no day."""

    piece: str
    span: Span
    people: frozenset[str]
    time: Time
    stems: frozenset[str]


def day_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """The same people, the same rare words, in two papers, and days that cannot both be right."""
    told = _tellings(material.known)
    rare = _rare(told)
    for one, other in _pairs(told, rare, int(rule.number("words", 3))):
        if one.people == other.people and _apart(one.time, other.time):
            words: Words = {"first": in_words(one.time), "second": in_words(other.time), "what": _short(one.span)}
            yield Hit(both(one.span, other.span), False, words)


def _apart(one: Time, other: Time) -> bool:
    """Whether two times are of two days; two hours of one day are two entries of a log as often as not."""
    return one.latest[:10] < other.earliest[:10] or other.latest[:10] < one.earliest[:10]


def _tellings(known: Lookup) -> list[_Telling]:
    """The sentences of a case that tell an act of named people on one day or at one time, in order."""
    return [
        made
        for page in known.ordered_pages()
        for at, inside in _sentences(known, page.id)
        if (made := _telling(known, page.id, at, inside)) is not None
    ]


def _sentences(known: Lookup, page: str) -> Iterator[tuple[tuple[int, int], list[Mention]]]:
    """Each sentence of a page that names somebody, with what stands in it."""
    within: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for one in known.on_page.get(page, ()):
        within[known.sentence(one.span)].append(one)
    yield from ((at, inside) for at, inside in sorted(within.items()) if any(one.kind == "person" for one in inside))


def _telling(known: Lookup, page: str, at: tuple[int, int], inside: Sequence[Mention]) -> _Telling | None:
    times = [one.time for one in inside if one.kind == "date" and one.time is not None]
    people = [known.entity_of.get(one.id) for one in inside if one.kind == "person"]
    if len(times) != 1 or not precise(times[0], _DAY) or not all(one and " " in one.name for one in people):
        return None
    if any(one.kind == "quantity" for one in inside):
        return None  # deliveries and payments come back, in the same words and amounts; `contradictions.py` has those
    piece = known.pieces.get(known.piece_of.get(page, ""))
    if piece is None or piece.kind in _FORMAL:
        return None
    if piece.author and any(one and key(one.name) in key(piece.author) for one in people):
        return None  # who writes records does the same thing in each of them
    flat = folded(known.pages[page].text[at[0] : at[1]])
    if _AGAIN.search(flat) or _UNSURE.search(flat):
        return None
    span = Span(page, *at, known.pages[page].text[at[0] : at[1]])
    named = frozenset(one.id for one in people if one)
    return _Telling(piece.id, span, named, times[0], _stems(known, page, at, inside))


def _rare(told: Iterable[_Telling]) -> frozenset[str]:
    """The stems that few papers have, in few sentences."""
    pieces: dict[str, list[str]] = defaultdict(list)
    for one in told:
        for stem in one.stems:
            pieces[stem].append(one.piece)
    return frozenset(stem for stem, there in pieces.items() if len(there) <= _FEW and len(set(there)) <= _RARE)


def _pairs(told: Sequence[_Telling], rare: frozenset[str], least: int) -> Iterator[tuple[_Telling, _Telling]]:
    """Pairs of two papers that share somebody and at least so many rare words, most of what either has; each once."""
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        for stem in one.stems & rare:
            for person in one.people:
                by_word[person, stem].append(number)
    shared = Counter(pair for numbers in by_word.values() for pair in combinations(sorted(set(numbers)), 2))
    for left, right in sorted(shared):
        one, other = told[left], told[right]
        both_have, either = one.stems & other.stems, one.stems | other.stems
        if one.piece != other.piece and len(both_have & rare) >= least and len(both_have) >= _ALIKE * len(either):
            yield one, other


def doer_differs(material: Material, rule: Rule) -> Iterator[Hit]:
    """One act, one who gets it, one time, and two papers that name two different doers."""
    known = material.known
    rare = _rare(_tellings(known))
    told: dict[tuple[str, str, str], list[Event]] = defaultdict(list)
    for event in known.dossier.events:
        if event.time is not None and precise(event.time, _DAY) and event.polarity == "positive" and event.citations:
            for party in _parties(known, event):
                told[event.type, party.id, start(event.time)[:10]].append(event)
    for what in sorted(told):
        single = [events[0] for events in _by_piece(told[what]).values() if len(events) == 1]
        for one, other in combinations(sorted(single, key=lambda event: event.id), 2):
            pair = _two_doers(known, one, other)
            if pair and one.time and _same_thing(known, rare, one, other):
                words: Words = {"first": pair[0].name, "second": pair[1].name, "day": in_words(one.time)}
                yield Hit(both(one.citations[0].span, other.citations[0].span), False, words)
                break


def _parties(known: Lookup, event: Event) -> list[Entity]:
    """To whom it was done, or given."""
    return [one for one in known.filled(event, "recipient", "victim", "buyer") if one.kind == "person"][:1]


def _by_piece(events: Iterable[Event]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        found[event.piece].append(event)
    return found


def _two_doers(known: Lookup, one: Event, other: Event) -> tuple[Entity, Entity] | None:
    """The single doer of each, where both are people with full names who share no part of them."""
    left, right = (
        [who for who in known.filled(event, "agent", "seller", "source") if who.kind == "person"]
        for event in (one, other)
    )
    if len(left) != 1 or len(right) != 1 or one.time is None or other.time is None or not overlap(one.time, other.time):
        return None
    names = [set(folded(who.name).split()) for who in (left[0], right[0])]
    return (left[0], right[0]) if min(map(len, names)) > 1 and not names[0] & names[1] else None


def _same_thing(known: Lookup, rare: frozenset[str], one: Event, other: Event) -> bool:
    """Whether two events share rare words, of what was given or done; fewer are asked for if told to the minute."""
    left, right = (_own_words(known, event) for event in (one, other))
    minute = one.time == other.time and one.time is not None and "T" in one.time.earliest
    return len(left & right & rare) >= (2 if minute else 3)


def _own_words(known: Lookup, event: Event) -> frozenset[str]:
    span = event.citations[0].span
    begin, end = known.sentence(span)
    inside = [one for one in known.on_page.get(span.page, ()) if begin <= one.span.start < end]
    return _stems(known, span.page, (begin, end), inside)


def _stems(known: Lookup, page: str, at: tuple[int, int], inside: Iterable[Mention]) -> frozenset[str]:
    """The stems of a sentence that are no part of its names, places and days."""
    kept = known.pages[page].text[at[0] : at[1]]
    for one in inside:
        if one.kind not in ("role", "quantity"):
            low, high = one.span.start - at[0], one.span.end - at[0]
            kept = kept[:low] + " " * (high - low) + kept[high:]
    return frozenset(word[:_STEM] for word in _WORD.findall(folded(kept)))


def _short(span: Span) -> str:
    return " ".join(span.exact.split())[:100]
