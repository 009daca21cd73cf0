"""What models propose becomes findings only where its exact words stand on the page and no rule has spoken there.

A proposal is marked by the name of its reader (`spacy:…`, `gliner:…`, `model:…`), by a low confidence, and where it is
an event by being alleged: nothing moves in the ledger on the word of a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from greffier.reading.mention import mention, span
from greffier.reading.verb_forms import event_types, roles_of
from greffier.records import Citation, Event, Found, Mention, MentionKind, Page, Piece, Quote, Role, digest

CONFIDENCE = 0.5  # of a proposal; rules say 0.85 and more of a name
KINDS: frozenset[str] = frozenset({"person", "organisation", "place", "role"})
_SAID = frozenset({"direct", "indirect", "turn"})


def proposed_mentions(
    page: Page, piece: Piece, found: Sequence[Found], places: Iterable[tuple[int, int, str]], reader: str
) -> Iterator[Mention]:
    """Yield the mentions that are proposed at these places (start, end, kind) and that overlap nothing found before."""
    taken = [(one.span.start, one.span.end) for one in found if isinstance(one, Mention) and one.span.page == page.id]
    for start, end, kind in sorted(set(places)):
        start, end = _trimmed(page.text, start, end)
        if kind not in KINDS or start >= end or any(start < right and left < end for left, right in taken):
            continue
        taken.append((start, end))
        words = " ".join(page.text[start:end].split())
        yield mention(
            page, piece, start, end, cast(MentionKind, kind), reader, normalised=words, confidence=CONFIDENCE
        )  # fmt: skip


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    start, end = max(0, start), min(len(text), end)
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def standing(text: str, words: object) -> list[tuple[int, int]]:
    """Every place where exactly these words stand as words; none for what is not there, or is no text at all."""
    if not isinstance(words, str) or not words.strip():
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words.strip())}(?!\w)", text)]


def proposed_quotes(
    page: Page, piece: Piece, found: Sequence[Found], told: Iterable[dict[str, Any]], reader: str
) -> Iterator[Quote]:
    """Yield the quotes proposed (`words`, `kind`, `speaker`) that stand on the page where no quote was found."""
    taken = [(one.span.start, one.span.end) for one in found if isinstance(one, Quote) and one.span.page == page.id]
    for one in told:
        for start, end in standing(page.text, one.get("words")):
            if str(one.get("kind")) not in _SAID or any(start < right and left < end for left, right in taken):
                continue
            taken.append((start, end))
            speaker = one.get("speaker") if standing(page.text, one.get("speaker")) else None
            known = _mention_of(page, found, speaker)
            yield Quote(
                id=digest("quote", page.id, start, end),
                span=span(page, start, end),
                kind=one["kind"],
                reader=reader,
                piece=piece.id,
                speaker=known.id if known else None,
                speaker_name=speaker,
            )


def _mention_of(page: Page, found: Sequence[Found], words: object) -> Mention | None:
    here = (one for one in found if isinstance(one, Mention) and one.span.page == page.id and one.kind in KINDS)
    return next((one for one in here if one.span.exact == words), None)


def proposed_events(
    page: Page, piece: Piece, found: Sequence[Found], told: Iterable[dict[str, Any]], reader: str
) -> Iterator[Event]:
    """Yield the events proposed (`type`, `words` of a sentence, `roles`) of which no rule found one of the type there.

    Roles whose words are not within the words of the event are dropped; an event without any is no event.
    """
    taken = [
        (one.type, cited.span.start, cited.span.end)
        for one in found
        if isinstance(one, Event)
        for cited in one.citations
        if cited.span.page == page.id
    ]
    for one in told:
        type_, places = str(one.get("type")), standing(page.text, one.get("words"))
        if type_ not in event_types() or not places:
            continue
        start, end = places[0]
        roles = tuple(_roles(page, found, type_, one.get("roles"), start, end))
        if not roles or any(type_ == kind and start < right and left < end for kind, left, right in taken):
            continue
        taken.append((type_, start, end))
        yield Event(
            id=digest("event", page.id, start, type_, reader),
            type=type_,
            piece=piece.id,
            reader=reader,
            citations=(Citation(span(page, start, end)),),
            roles=roles,
            polarity="negative" if one.get("polarity") == "negative" else "positive",
            modality="alleged",
        )


def _roles(page: Page, found: Sequence[Found], type_: str, told: Any, start: int, end: int) -> Iterator[Role]:
    allowed = {*roles_of(type_).values(), "object"}
    for role, words in told.items() if isinstance(told, dict) else ():
        place = next((at for at in standing(page.text[start:end], words)), None)
        if role in allowed and place is not None:
            known = _mention_of(page, found, words)
            yield Role(role, known.id if known else None, words, span(page, start + place[0], start + place[1]))
