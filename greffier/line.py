"""The line: drives the steps over a case, one unit of work after another, and loses nothing when it is killed.

Each result is stored with its mark and its line of the custody log in one transaction; running again goes on where the
records stop.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from greffier import steps
from greffier.assembling.packs import Book, book
from greffier.contracts import Records, Runner, Work
from greffier.intake import weigh as weighing
from greffier.records import (
    Call,
    Clipping,
    Dating,
    Decision,
    Dossier,
    Event,
    Failure,
    Hidden,
    Intercept,
    Link,
    Mention,
    Page,
    Piece,
    Progress,
    Quote,
    RivalReading,
    Sheet,
    Source,
    digest,
)
from greffier.settings import Settings
from greffier.work import RETRY, Step, Tools, Unit, failure

COMMIT_SECONDS = 1.0  # finished units wait this long at most before they are stored


def now() -> str:
    """The time that the custody log writes: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant() -> str:
    """The time of a decision, fine enough that of two in one second the newer one is known."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def run(
    step: Step, records: Records, runner: Runner, tools: Tools, tell: Callable[[Progress], None], in_flight: int
) -> int:
    """Do every pending unit of a step; return how many were done."""
    units = step.pending(step, records, tools.settings)
    if units:
        tell(Progress(step.name, 0, len(units), units[0].label, 0))
        store(records, _done(step, units, records, runner, tools, tell, in_flight), tools.settings.user)
    return len(units)


def store(records: Records, finished: Iterable[tuple[Work, Sequence[Any]]], by: str) -> None:
    """Store work as it is finished, about once a second; what was finished before an error or a stop is stored too."""
    ready: list[tuple[Work, Sequence[Any]]] = []
    stored = time.monotonic()
    try:
        for work in finished:
            ready.append(work)
            if time.monotonic() - stored > COMMIT_SECONDS:
                records.finish_many(ready, by=by, at=now())
                ready, stored = [], time.monotonic()
    finally:
        records.finish_many(ready, by=by, at=now())


def _done(
    step: Step,
    units: Sequence[Unit],
    records: Records,
    runner: Runner,
    tools: Tools,
    tell: Callable[[Progress], None],
    in_flight: int,
) -> Iterator[tuple[Work, list[Any]]]:
    state = Progress(step.name, 0, len(units), "", 0)

    def beat(working: Sequence[tuple[Unit, float]]) -> None:
        longest = sorted(((unit.label, round(seconds, 1)) for unit, seconds in working), key=lambda one: -one[1])
        tell(replace(state, current=longest[0][0], working=tuple(longest)))

    loaded = (step.load(records, unit) for unit in units)
    for unit, result in runner.run(partial(step.function, tools), loaded, in_flight, beat):
        parts = _failed(unit, result) if isinstance(result, Failure) else result
        pages = sum(isinstance(output, Page) for part in parts for output in part)
        state = replace(state, done=state.done + 1, current=unit.label, pages=state.pages + pages)
        tell(state)
        yield from zip(_marks(unit, result), parts, strict=True)


def _marks(unit: Unit, result: Any) -> Iterable[Work]:
    """The keys that a result finishes; what may succeed another time is stored, but stays unfinished."""
    if isinstance(result, Failure) and result.kind == "retry":
        return [replace(work, settings=RETRY) for work in unit.works]
    return unit.works


def _failed(unit: Unit, result: Failure) -> list[list[Any]]:
    """The outputs of a unit whose worker died: the failure, and the source marked so that the account adds up."""
    told = failure(unit.works[0].step, unit.source, result.kind, result.reason, unit.page)
    outputs: list[Any] = [told]
    if isinstance(unit.item, Source):
        outputs.append(replace(unit.item, status="broken", reason=result.reason))
    return [outputs, *([] for _ in unit.works[1:])]


def weigh(records: Records, tools: Tools) -> bool:
    """Set aside waiting sources that are known already or expand too far; return whether any is left to open.

    See `intake/weigh.py` for what counts and in which order.
    """
    sources = list(records.all(Source))
    fates = weighing.weigh(sources, tools.limits())
    weighed = [(Work("weigh", 1, fate.id, ""), [fate]) for fate in fates]
    records.finish_many(weighed, by=tools.settings.user, at=now())
    return len(fates) < sum(source.status == "waiting" for source in sources)


def sheets_waiting(records: Records, settings: Settings) -> int:
    """How many scanned pages still wait to be recognised."""
    done = records.finished("recognise")
    return sum(s.id not in done or done[s.id].settings != settings.reading() for s in records.all(Sheet))


# --- the views over the case ---


def lay_out(records: Records) -> Dossier:
    """Lay everything that was read on one table."""
    return Dossier(
        sources=tuple(records.all(Source)),
        pages=tuple(records.all(Page)),
        pieces=tuple(records.all(Piece)),
        datings=tuple(records.all(Dating)),
        mentions=tuple(records.all(Mention)),
        links=tuple(records.all(Link)),
        quotes=tuple(records.all(Quote)),
        events=tuple(records.all(Event)),
        decisions=tuple(records.all(Decision)),
        hidden=tuple(records.all(Hidden)),
        rivals=tuple(records.all(RivalReading)),
        clippings=tuple(records.all(Clipping)),
        calls=tuple(records.all(Call)),
        intercepts=tuple(records.all(Intercept)),
    )


def derive(records: Records, by: str, tell: Callable[[Progress], None], asked: Book | None = None) -> bool:
    """Recompute the views when what they stand on has changed; return whether they were."""
    asked = asked or book()
    state = digest(
        *sorted(f"{work.input} {work.version} {work.settings}" for work in records.finished("read").values()),
        *sorted(f"{work.input} {work.version}" for work in records.finished("clip").values()),
        *sorted(f"{decision.id} {decision.undone}" for decision in records.all(Decision)),
        *(passage.id for passage in records.all(Hidden)),
        *(rival.id for rival in records.all(RivalReading)),
    )
    works = [Work(name, version, "case", state) for name, version in steps.VIEWS]
    works[-1] = replace(works[-1], settings=f"{state} {asked.id}".rstrip())
    if all(records.done(work) for work in works):
        return False
    liken, resolve, assemble = works
    tell(Progress("liken", 0, 3, "which pages are alike", 0))
    with _uncollected():
        dossier = lay_out(records)
        dossier = replace(dossier, likenesses=steps.alike(dossier))
        records.derive(liken, dossier.likenesses, by=by, at=now())
        tell(Progress("resolve", 1, 3, "who is who", 0))
        entities, judgements = steps.who_is_who(dossier)
        records.derive(resolve, [*entities, *judgements], by=by, at=now())
        tell(Progress("assemble", 2, 3, "what the pages say together", 0))
        together = steps.assemble(replace(dossier, entities=entities), asked)
        del dossier, entities, judgements  # room for the rows that are written now
        records.derive(assemble, together, by=by, at=now())
    tell(Progress("assemble", 3, 3, "what the pages say together", 0))
    return True


def asks(records: Records) -> str | None:
    """The id of the book that the findings stand on; None where nothing was assembled yet."""
    done = records.finished("assemble").get("case")
    return done.settings.partition(" ")[2] if done else None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles: records make none, and it would walk millions of them again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
