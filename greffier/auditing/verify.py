"""Does the case hold? Every promise of the house that can be checked on what is stored, told in plain sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from greffier.auditing.inside import faults
from greffier.auditing.log import follows, read_log
from greffier.contracts import Blobs, Records
from greffier.errors import GreffierError
from greffier.records import (
    Act,
    Balance,
    Citation,
    Clipping,
    Dating,
    Decision,
    Entity,
    Event,
    Finding,
    Flow,
    Hidden,
    Judgement,
    Link,
    Mention,
    Moment,
    Page,
    Piece,
    Quote,
    Relation,
    RivalReading,
    Sheet,
    Source,
)

Sentences = Iterator[str]
Tell = Callable[[str], None]

DECIDE = "decide"  # the step of people's decisions, which no rerun forgets
MOST_TOLD = 20  # sentences of one check; a case damaged all over needs no list of every word
PAGES_HELD = 20_000  # in memory at once; 60 MB of text

_ASSERTING = (
    Dating,
    Mention,
    Link,
    Quote,
    Event,
    Judgement,
    Entity,
    Relation,
    Flow,
    Moment,
    Finding,
    Hidden,
    RivalReading,
    Clipping,
)
_CITED = (Relation, Event, Flow, Finding)


def verify(records: Records, blobs: Blobs, file: Path, tell: Tell = lambda _: None) -> list[str]:
    """Return what does not hold, one sentence each; nothing for a sound case. `tell` is told what is checked now.

    `file` is the copy of the custody log (`audit.log`). Damage never raises here: it is one of the sentences.
    """
    checks: dict[str, Callable[[], Sentences]] = {
        "the custody log": lambda: _chain(records, file),
        "the work and its seals": lambda: _seals(records),
        "the files": lambda: _blobs(records, blobs),
        "the account": lambda: _account(records),
        "the pages": lambda: _pages(records),
        "the citations, dates and figures": lambda: _assertions(records),
        "the balances": lambda: _balances(records),
        "the judgements": lambda: _judgements(records),
        "the decisions": lambda: _decisions(records),
    }
    found: list[str] = []
    for name, check in checks.items():
        tell(name)
        found += _told(name, check())
    return found


def _told(name: str, sentences: Sentences) -> Sentences:
    """The first sentences of a check, and that there are more."""
    try:
        yield from islice(sentences, MOST_TOLD)
        if more := sum(1 for _ in sentences):
            yield f"There are {more} more like these in {name}."
    except GreffierError as error:
        yield f"Checking {name} stopped: {error}"


# --- custody ----------------------------------------------------------------------------------------------------------


def _chain(records: Records, file: Path) -> Sentences:
    previous: Act | None = None
    for act, line in zip_longest(records.acts(), read_log(file)):
        if act is None:
            yield f"{file.name} has lines from {line.seq} on that the case does not know."
            return
        if not follows(act, previous):
            yield f"Line {act.seq} of the custody log was changed, or a line before it was taken out."
        if line is None:
            yield f"{file.name} lacks the lines from {act.seq} on."
            return
        if line != act:
            yield f"Line {act.seq} of {file.name} is not what the case says."
        previous = act


def _seals(records: Records) -> Sentences:
    """What each act wrote is still there as it wrote it, unless the work was undone: then all of it is forgotten."""
    latest = {(act.step, act.inputs): act.seq for act in records.acts()}
    finished = {(step, (input,)) for step in {step for step, _ in latest} for input in records.finished(step)}
    for step, inputs in sorted(finished - latest.keys()):
        yield f"The work {step} on {inputs[0]} is marked as finished, but no line of the custody log says so."
    writers = set(records.makers())
    for act in records.acts():
        done = (act.step, act.inputs)
        if act.step != DECIDE and not (done in finished and latest[done] == act.seq):
            continue
        writers.discard(act.seq)
        if records.sealed(act.seq) != act.outputs:
            yield f"What line {act.seq} of the custody log ({act.step} on {act.inputs[0]}) made was changed since."
    if writers:
        yield f"There are records that no work still standing has made, under the numbers {_few(writers)}."


def _few(numbers: set[int]) -> str:
    return ", ".join(str(number) for number in sorted(numbers)[:5]) + (" …" if len(numbers) > 5 else "")


def _blobs(records: Records, blobs: Blobs) -> Sentences:
    checked: set[str] = set()
    for source in records.all(Source):
        for sha256, what in ((source.sha256, "bytes"), (source.rendition, "pages as a program made them")):
            if not sha256 or sha256 in checked:
                continue
            checked.add(sha256)
            if sha256 not in blobs:
                yield f"The {what} of {source.path} are missing."
            elif not blobs.check(sha256):
                yield f"The {what} of {source.path} were altered: they no longer have the SHA-256 they came with."
    if not any(source.status == "waiting" for source in records.all(Source)):  # what is half done may be stored ahead
        for sha256 in blobs:
            if sha256 not in checked:
                yield f"A stored file that nothing in the case names: {sha256}."


def _decisions(records: Records) -> Sentences:
    taken = {act.inputs[0] for act in records.acts() if act.step == DECIDE}
    for decision in records.all(Decision):
        if decision.id not in taken:
            yield f"The decision {decision.id} ({decision.verb}) stands in no line of the custody log."
        taken.discard(decision.id)
    for id in sorted(taken):
        yield f"The decision {id} stands in the custody log, but is not in the case any more."


# --- files and pages --------------------------------------------------------------------------------------------------


def _account(records: Records) -> Sentences:
    """Every file is in one row with its reason, every page that a file announced is there or waits."""
    sources = {source.id: source for source in records.all(Source)}
    recognised = records.finished("recognise")
    seen: dict[str, set[int]] = {id: set() for id in sources}
    for sheet in records.all(Sheet):
        if sheet.id not in recognised:
            seen.setdefault(sheet.source, set()).add(sheet.number)
    for page in records.all(Page):
        seen.setdefault(page.source, set()).add(page.number)
    for id in sorted(seen.keys() - sources.keys()):
        yield f"There are pages of file {id}, which is not in the case."
    for source in sources.values():
        if source.status == "duplicate":
            if source.duplicate_of not in sources:
                yield f"{source.path} is said to be a copy of a file that is not in the case."
        elif source.pages != len(seen[source.id]):
            yield f"{source.path} has {source.pages} pages, but {len(seen[source.id])} of them are in the case."
        if source.status in ("broken", "refused") and not source.reason:
            yield f"{source.path} is {source.status} without a reason."


def _pages(records: Records) -> Sentences:
    for page in records.all(Page):
        if hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest() != page.text_sha256:
            yield f"The text of page {page.id} is not the text that was frozen."
    for piece in records.all(Piece):
        if missing := set(piece.pages) - records.get_many(Page, piece.pages).keys():
            yield f"The piece {piece.id} has {len(missing)} pages that are not in the case."


# --- what is asserted -------------------------------------------------------------------------------------------------


def _assertions(records: Records) -> Sentences:
    @lru_cache(maxsize=PAGES_HELD)
    def page(id: str) -> Page | None:
        return records.get_many(Page, [id]).get(id)

    for kind in _ASSERTING:
        for record in records.all(kind):
            for fault in faults(record, page):
                yield f"The {_name(record)} {fault}."
            if isinstance(record, _CITED):
                yield from _citations(record)


def _citations(record: Relation | Event | Flow | Finding) -> Sentences:
    """Nothing is told without a page that says so, word for word; a contradiction needs two places."""
    certain = {_place(citation) for citation in record.citations if citation.match in ("exact", "normalised")}
    if not certain:
        yield f"The {_name(record)} cites no page word for word."
    elif isinstance(record, Finding) and record.kind == "contradiction" and len(certain) < 2:
        yield f"The {_name(record)} is called a contradiction but cites one place only."


def _place(citation: Citation) -> tuple[str, int, int]:
    return citation.span.page, citation.span.start, citation.span.end


def _name(record: Any) -> str:
    return f"{type(record).__name__.lower()} {record.id}"


def _balances(records: Records) -> Sentences:
    """No interval stands on its head, and every flow that a balance counts is there."""
    for balance in records.all(Balance):
        intervals = {
            "incoming": (balance.in_low, balance.in_high),
            "outgoing": (balance.out_low, balance.out_high),
            "remaining": (balance.low, balance.high),
            "unaccounted": (balance.unaccounted_low, balance.unaccounted_high),
        }
        for name, (low, high) in intervals.items():
            if low > high:
                yield f"The balance {balance.id} has {name} amounts from {low} to {high}, the wrong way round."
        if len(records.get_many(Flow, balance.flows)) != len(set(balance.flows)):
            yield f"The balance {balance.id} counts flows that are not in the case."


def _judgements(records: Records) -> Sentences:
    """A name belongs to one entity, and two names judged different never to the same one."""
    entity_of: dict[str, str] = {}
    for entity in records.all(Entity):
        for key in entity.keys:
            if key in entity_of:
                yield f"The name {key} belongs to two entities, {entity_of[key]} and {entity.id}."
            entity_of[key] = entity.id
    for judgement in records.all(Judgement):
        together = judgement.left in entity_of and entity_of[judgement.left] == entity_of.get(judgement.right)
        if judgement.verdict == "different" and together:
            yield f"The names {judgement.left} and {judgement.right} were judged different, but are one entity."
        if judgement.verdict == "same" and not together and judgement.left in entity_of:
            yield f"The names {judgement.left} and {judgement.right} were judged the same, but are two entities."
