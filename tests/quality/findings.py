"""What the readers find on an annotated page beside its marks: mentions, pairs of names, quotes, events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from greffier.records import Event, Link, Mention, Quote
from greffier.steps import read_text
from greffier.text import key
from tests.quality import slots
from tests.quality.annotated import Annotated
from tests.quality.scoring import Count, count
from tests.quality.told import Told, found, marked

IDENTIFIERS = (
    "phone", "plate", "iban", "container", "seal", "email", "handle", "reference", "account", "law",
)  # fmt: skip
KINDS = ("person", "organisation", "place", "role", "date", "quantity", *IDENTIFIERS)
ALIASES = frozenset({"alias", "nickname", "former"})
_EDGES = " \u00a0\u202f\n\t«»“”\"'‘’–—-,;:.!?…()"
UNMARKED = frozenset({"own_acts"})  # the act that a page itself is the record of: no page marks it, `tests/cases` do


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found on one page; `words` are those of each mention, by its id."""

    told: tuple[Told, ...]
    links: tuple[Link, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    words: dict[str, str]


def findings(page: Annotated) -> Findings:
    """Read a page as `greffier read FILE --language … --date …` does."""
    return _read(page.text, page.head["language"], page.head.get("written"))


@lru_cache(maxsize=1024)
def _read(text: str, language: str, written: str | None) -> Findings:
    all_ = read_text(text, language, written)
    mentions = [one for one in all_ if isinstance(one, Mention)]
    return Findings(
        told=tuple(sorted(found(one) for one in mentions)),
        links=tuple(one for one in all_ if isinstance(one, Link)),
        quotes=tuple(one for one in all_ if isinstance(one, Quote)),
        events=tuple(one for one in all_ if isinstance(one, Event) and one.reader not in UNMARKED),
        words={one.id: one.span.exact for one in mentions},
    )


def counts(page: Annotated, seen: Findings) -> dict[str, Count]:
    """What a page comes to, by kind; a page without events among its notes is no page for events."""
    told = marked(page)
    made = {
        kind: count([one for one in told if one.kind == kind], [one for one in seen.told if one.kind == kind])
        for kind in KINDS
    }
    made["alias pair"] = pairs(page.notes.get("aliases", ()), seen, ALIASES)
    made["acronym"] = pairs(page.notes.get("acronyms", ()), seen, frozenset({"acronym"}))
    made["quote, speaker"] = quotes(page, seen)
    if "events" in page.notes:
        made["event"], made["event slot"] = events(page, seen)
    return made


def alike(left: str, right: str) -> bool:
    """Whether one name has all words of the other: a surname alone stands for the person."""
    ours, theirs = (set(re.sub("['\\-,]", " ", key(name)).split()) for name in (left, right))
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def pairs(told: Sequence[Sequence[str]], seen: Findings, types: frozenset[str]) -> Count:
    """Pairs of names. Strict: the same two; relaxed and value: each has the words of the other."""
    wanted = {frozenset(map(key, pair)) for pair in told}
    got = {
        frozenset(key(seen.words[end]) for end in (one.left, one.right))
        for one in seen.links
        if one.type in types and one.left in seen.words and one.right in seen.words
    }
    left, matched = sorted(sorted(one) for one in got), 0
    for pair in sorted(sorted(one) for one in wanted):
        hit = next((one for one in left if _same_pair(pair, one)), None)
        if hit is not None:
            left.remove(hit)
            matched += 1
    return Count(len(wanted), len(got), len(wanted & got), matched, matched)


def _same_pair(one: Sequence[str], other: Sequence[str]) -> bool:
    straight = alike(one[0], other[0]) and alike(one[-1], other[-1])
    return straight or (alike(one[0], other[-1]) and alike(one[-1], other[0]))


def quotes(page: Annotated, seen: Findings) -> Count:
    """Words somebody said. Strict: the same words, their marks put aside; value: overlapping, and the same speaker."""
    told = []
    after = 0
    for one in page.notes.get("quotes", ()):
        start = page.text.find(one["words"], after)
        start = page.text.index(one["words"]) if start < 0 else start
        after = start + len(one["words"])
        told.append(Told(*_bare(page.text, start, after), "quote", (str(one["speaker"] or ""),)))
    got = {Told(*_bare(page.text, one.span.start, one.span.end), "quote", _speaker(one, seen)) for one in seen.quotes}
    return count(told, sorted(one for one in got if one.start < one.end), _same_speaker)


def _speaker(quote: Quote, seen: Findings) -> tuple[str, str]:
    """The name and the words of who speaks: a page that a scan spoilt is marked as it stands, the name is put right."""
    words = seen.words.get(quote.speaker or "", "")
    return quote.speaker_name or words, words or quote.speaker_name or ""


def _same_speaker(one: Told, got: Told) -> bool:
    return any(one.value[0] == name or alike(one.value[0], name) for name in got.value)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the marks and blanks at its ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def events(page: Annotated, seen: Findings) -> tuple[Count, Count]:
    """Events by their type and sentence, and their slots; each slot of an event that nobody told is wrong."""
    made, _ = slots.score(page.text, page.notes["events"], seen.events, seen.words)
    matched, right = made["matched"], made["slots right"]
    return (
        Count(made["told"], made["found"], matched, matched, matched),
        Count(made["slots told"], made["slots found"], right, right, right),
    )
