"""Files become pages: opened stretch by stretch, compared with what they show, recognised where they are scans.

The first three steps of the pipeline in `steps.py`; here intake and pages meet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from greffier.contracts import Records, Work
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.needs import may_open_now
from greffier.intake.take import Taking
from greffier.intake.weigh import allowances
from greffier.pages.choice import annotated, choose, settled, witness
from greffier.pages.rows import grid
from greffier.pages.sample import sample
from greffier.records import Distrust, Hidden, Layout, Leaf, Page, Rest, Sheet, Source, digest
from greffier.settings import Settings
from greffier.work import RETRY, Step, Tools, Unit, failure, limits_of

SHEETS_AT_ONCE = 4  # scanned pages recognised by one process: starting the engine costs as much as a third of a page
STRETCH = 500  # pages of a long file that are opened, held in memory and stored at once


# --- open: a source becomes pages, sheets that wait for recognition, and further sources ------------------------------


def waiting_sources(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """The sources not opened yet, or by another version, or that may open another time; and the rests of long ones.

    The settings of a source are the ways of making text that were found false in it: another one, and it is opened
    again.
    """
    done = records.finished(step.name)
    false: dict[str, set[str]] = defaultdict(set)
    for distrust in records.all(Distrust):
        false[distrust.source].add(distrust.made)
    sources = {source.id: source for source in records.all(Source)}
    works = {id: Work(step.name, step.version, id, " ".join(sorted(false[id]))) for id in sources}
    again = {id for id in done if id in works and done[id] != works[id]}
    shares = allowances(sources.values(), limits_of(settings))
    units = []
    begun = set()
    for rest in records.all(Rest):
        work = replace(works[rest.source], input=rest.id)
        if done.get(rest.id) != work and rest.source not in again:
            begun.add(rest.source)
            source, share = sources[rest.source], shares.get(rest.source)
            units.append(Unit((work,), source, source.path, f"{source.path} p. {rest.first}", rest.first, rest, share))
    for id, source in sources.items():
        fresh = source.status == "waiting" and (id not in done or source.expands is not None)
        pending = id in again or fresh or may_open_now(source)
        if pending and id not in begun and (source.parent is None or id in shares):
            units.append(Unit((works[id],), source, source.path, source.path, allowance=shares.get(id)))
    return sorted(units, key=lambda unit: (unit.source, unit.page or 0))


def open_source(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Open one file, or the next stretch of a long one, in the sandbox. A broken one keeps what could be read."""
    false = unit.works[0].settings.split()
    taking = Taking(unit.item, tools.sandbox, tools.blobs, tools.limits(unit.rest), unit.allowance)
    pages = [record for leaf in taking.leaves(STRETCH, unit.rest) for record in _keep(leaf, unit.item, false)]
    opened = taking.source
    told = [failure("open", opened.path, "broken", lost.reason, lost.number) for lost in taking.lost]
    if opened.status == "broken":
        told.append(failure("open", opened.path, "broken", opened.reason or ""))
    return [[opened, *pages, *taking.members, *taking.rest, *told] if taking.kept else [opened]]


def _keep(leaf: Leaf, source: Source, false: Sequence[str]) -> tuple[Any, ...]:
    id = digest("sheet", source.id, leaf.number)
    if leaf.scanned:
        return (Sheet(id, source.id, leaf.number, leaf if leaf.text else None),)
    if leaf.made in false:
        leaf = replace(leaf, doubt="a sampled page made in the same way shows something else than its text")
    if leaf.doubt:
        return (Sheet(id, source.id, leaf.number, leaf),)
    page, *others = settled(leaf, source)
    rows = grid(leaf, page)
    return page, *others, *([rows] if rows else [])


# --- compare: a few pages that look sound are set beside their picture ------------------------------------------------


def sampled_pages(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """A sample of the pages whose text came with the file, not compared yet, a few of one source at a time."""
    if settings.distrust_sample <= 0 or settings.engine == "none":
        return []
    done = records.finished(step.name)
    by_source: dict[str, list[Page]] = defaultdict(list)
    for page in sample(records.all(Page), settings.distrust_sample):
        if done.get(page.id) != Work(step.name, step.version, page.id, settings.reading()):
            by_source[page.source].append(page)
    units = []
    for source_id, pages in by_source.items():
        source = records.get(Source, source_id)
        pages.sort(key=lambda page: page.number)
        units += [_sample_unit(step, source, some, records, settings) for some in _chunks(pages, SHEETS_AT_ONCE)]
    return sorted(units, key=lambda unit: unit.label)


def _sample_unit(step: Step, source: Source, pages: Sequence[Page], records: Records, settings: Settings) -> Unit:
    """Each page finishes two keys: what it shows is forgotten with it, that it is not to be trusted is not."""
    keys = [key for page in pages for key in (page.id, digest("distrust", page.id))]
    works = tuple(Work(step.name, step.version, key, settings.reading()) for key in keys)
    layouts = records.get_many(Layout, [page.id for page in pages])
    item = [(page, layouts.get(page.id, Layout(page.id)), tuple(records.all(Hidden, owner=page.id))) for page in pages]
    first = pages[0].number
    return Unit(works, (source, item), source.path, f"{source.path} p. {first}", first)


def compare_pages(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Recognise a few pages and compare; one that cannot be recognised says nothing against its text."""
    source, item = unit.item
    read, _ = _engine_reads(tools, source, [page.number for page, _, _ in item])
    outputs: list[list[Any]] = []
    for page, layout, concealed in item:
        seen = read.get(page.number)
        outputs += witness(page, layout, concealed, seen, source) if seen is not None else ([], [])
    return outputs


# --- recognise: sheets become pages -----------------------------------------------------------------------------------


def unread_sheets(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """Scanned pages without text, a few of one source at a time."""
    done = records.finished(step.name)
    by_source: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in records.all(Sheet):
        work = Work(step.name, step.version, sheet.id, settings.reading())
        if done.get(sheet.id) != work:
            by_source[sheet.source].append(sheet)
    units = []
    for source_id, sheets in by_source.items():
        source = records.get(Source, source_id)
        sheets.sort(key=lambda sheet: sheet.number)
        units += [_sheets_unit(step, source, some, settings) for some in _chunks(sheets, SHEETS_AT_ONCE)]
    return sorted(units, key=lambda unit: unit.label)


def _sheets_unit(step: Step, source: Source, sheets: Sequence[Sheet], settings: Settings) -> Unit:
    works = tuple(Work(step.name, step.version, sheet.id, settings.reading()) for sheet in sheets)
    first = sheets[0].number
    return Unit(works, (source, tuple(sheets)), source.path, f"{source.path} p. {first}", first)


def _chunks(items: Sequence[Any], size: int) -> Iterator[Sequence[Any]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def recognise_sheets(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Recognise a few scanned pages in the sandbox; a sheet that cannot be recognised is a failure of its own."""
    source, sheets = unit.item
    read, reason = _engine_reads(tools, source, [sheet.number for sheet in sheets])
    return [_recognised(read.get(sheet.number), sheet, source, reason) for sheet in sheets]


def _engine_reads(tools: Tools, source: Source, numbers: list[int]) -> tuple[dict[int, Leaf], str]:
    """What the engine reads on these pages, by number, and why there is nothing for the others."""
    sha256, media_type = drawn_from(source)
    arguments = {
        "media_type": media_type,
        "numbers": numbers,
        "engine": tools.settings.engine,
        "languages": tools.settings.languages,
    }
    read: dict[int, Leaf] = {}
    reason = "The engine gave no reading of this page."
    try:
        for leaf in tools.sandbox.run(
            "greffier.pages.recognise:recognise", tools.blobs.path(sha256), arguments, tools.limits()
        ):
            if isinstance(leaf, Leaf):
                read[leaf.number] = leaf
    except (SourceBroken, SourceRefused) as error:
        reason = str(error)
    return read, reason


def drawn_from(source: Source) -> tuple[str, str]:
    """The SHA-256 and the media type of what the pages of a source are drawn from."""
    return (source.rendition, "application/pdf") if source.rendition else (source.sha256, source.media_type)


def _recognised(leaf: Leaf | None, sheet: Sheet, source: Source, reason: str) -> list[Any]:
    embedded = sheet.embedded
    if embedded is not None and not embedded.scanned:
        return choose(embedded, leaf, source)
    if leaf is not None:
        return settled(annotated(leaf, embedded), source)
    blank = annotated(Leaf(sheet.number, "", 0, 0, origin="ocr"), embedded)
    return [*settled(blank, source), failure("recognise", source.path, "broken", reason, sheet.number)]


def sources_waiting_for_recognition(records: Records, settings: Settings) -> set[str]:
    """The ids of the sources of which a scanned page has not had its turn; one that failed this time has had it."""
    done = records.finished("recognise")
    settled = (settings.reading(), RETRY)
    return {s.source for s in records.all(Sheet) if s.id not in done or done[s.id].settings not in settled}
