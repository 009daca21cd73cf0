"""The whole pipeline as one printable list of steps: what runs, over what, in what order. Rooms meet here.

A step finds its unfinished units of work in the records (`pending`) and does each with a pure function: records in,
records out. `line.py` drives them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from greffier.assembling.annexes import annexes
from greffier.assembling.findings import findings
from greffier.assembling.grouping import group
from greffier.assembling.ledger import balances, flows
from greffier.assembling.likeness import likenesses, without_copies
from greffier.assembling.network import relations
from greffier.assembling.stock import WHOLE, stock
from greffier.assembling.timeline import moments
from greffier.clipping.origins import provenances
from greffier.clipping.templates import templates
from greffier.contracts import Blobs, Limits, Reader, Records, Sandbox, Work
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.needs import may_open_now
from greffier.intake.take import Taking
from greffier.intake.weigh import allowances
from greffier.pages.choice import annotated, choose, settled, witness
from greffier.pages.numbering import number
from greffier.pages.pieces import divide
from greffier.pages.rows import grid
from greffier.pages.sample import sample
from greffier.pages.settle import settle
from greffier.press import clip_piece
from greffier.reading.read import load_readers, read_piece
from greffier.records import (
    Dating,
    Distrust,
    Dossier,
    Entity,
    Failure,
    Folio,
    Found,
    Hidden,
    Judgement,
    Layout,
    Leaf,
    Likeness,
    Page,
    Piece,
    Rest,
    Sheet,
    Source,
    Telling,
    Time,
    digest,
)
from greffier.resolving.resolve import resolve
from greffier.settings import Settings
from greffier.text import clean

SHEETS_AT_ONCE = 4  # scanned pages recognised by one process: starting the engine costs as much as a third of a page
STRETCH = 500  # pages of a long file that are opened, held in memory and stored at once
RETRY = "retry"  # the settings of work that failed and may succeed another time: no step asks for them


@dataclass(frozen=True, slots=True)
class Tools:
    """What a unit of work may use; small and picklable."""

    settings: Settings
    blobs: Blobs
    sandbox: Sandbox

    def limits(self, rest: Rest | None = None) -> Limits:
        """What opening a file may use, or opening the rest of one."""
        return _limits(self.settings, rest)


def _limits(told: Settings, rest: Rest | None = None) -> Limits:
    first, taken_mb = (rest.first, rest.taken >> 20) if rest else (1, 0)
    return Limits(
        told.file_seconds,
        told.file_memory_mb,
        told.file_pages,
        expanded_mb=told.expanded_mb - taken_mb,
        depth=told.depth,
        first=first,
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work: what it is done to, the keys that it finishes, and what to show while it runs.

    `page` is the number of its first page in the source, where it is a part of one; `rest` says so of a file's opening.
    `allowance` is what the members of a file inside another one may come to, in bytes.

    A unit finishes several keys when doing them together is cheaper; its outputs then come in as many parts.
    """

    works: tuple[Work, ...]
    item: Any
    source: str
    label: str
    page: int | None = None
    rest: Rest | None = None
    allowance: int | None = None


def as_it_is(records: Records, unit: Unit) -> Unit:
    """The unit, which holds all that it needs."""
    return unit


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the pipeline. `function(tools, unit)` returns the outputs of each work of the unit.

    `load` brings what a unit needs just before it is done, so that what waits takes no room.
    """

    name: str
    version: int
    over: str
    pending: Callable[[Step, Records, Settings], list[Unit]]
    function: Callable[[Tools, Unit], list[list[Any]]]
    load: Callable[[Records, Unit], Unit] = as_it_is


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
    shares = allowances(sources.values(), _limits(settings))
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


def failure(step: str, path: str, kind: Any, reason: str, page: int | None = None) -> Failure:
    """A failure as a record; the same failure has the same id."""
    return Failure(digest("failure", step, path, page, reason), step, path, kind, reason, page)


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


# --- divide: the pages of a source become pieces ----------------------------------------------------------------------


def undivided_sources(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """Sources whose pages are all there and have not been divided as they are now.

    A page that could not be recognised this time does not hold up the others of its source.
    """
    done = records.finished(step.name)
    waiting = _sources_waiting_for_recognition(records, settings)
    pages: dict[str, list[str]] = defaultdict(list)
    for page in records.all(Page):
        pages[page.source].append(page.id)
    units = []
    for source in records.all(Source):
        if source.id in waiting or source.id not in pages:
            continue
        work = Work(step.name, step.version, source.id, digest(*sorted(pages[source.id])))
        if done.get(source.id) != work:
            units.append(Unit((work,), (source, (), {}), source.path, source.path))
    return units


def with_pages_of_source(records: Records, unit: Unit) -> Unit:
    """The unit with the pages of its source, in order, and the folios stamped on them."""
    source, *_ = unit.item
    owned = sorted(records.all(Page, owner=source.id), key=lambda page: page.number)
    return replace(unit, item=(source, tuple(owned), records.get_many(Folio, (page.id for page in owned))))


def _sources_waiting_for_recognition(records: Records, settings: Settings) -> set[str]:
    done = records.finished("recognise")
    settled = (settings.reading(), RETRY)
    return {s.source for s in records.all(Sheet) if s.id not in done or done[s.id].settings not in settled}


def divide_source(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Number the pages of a file, and divide them into pieces."""
    source, pages, folios = unit.item
    return [[*number(pages, folios), *divide(source, pages)]]


# --- read: what is on the pages of a piece ----------------------------------------------------------------------------


def unread_pieces(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """Pieces not read by these readers yet."""
    done = records.finished(step.name)
    settings_id = readers_id()
    paths = {source.id: source.path for source in records.all(Source)}
    units = []
    for piece in records.all(Piece):
        work = Work(step.name, step.version, piece.id, settings_id)
        if done.get(piece.id) != work:
            path = paths[piece.source]
            units.append(Unit((work,), (piece, ()), path, path))
    return units


def with_pages_of_piece(records: Records, unit: Unit) -> Unit:
    """The unit with the pages of its piece, in order."""
    piece, _ = unit.item
    pages = tuple(records.get(Page, id) for id in piece.pages)
    return replace(unit, item=(piece, pages), page=pages[0].number)


@lru_cache(maxsize=1)
def _readers() -> tuple[Reader, ...]:
    return tuple(load_readers())


def readers_id() -> str:
    """What the reading of a piece depends on: the readers and their versions, in order."""
    return " ".join(f"{reader.name}@{reader.version}" for reader in _readers())


def read(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Read one piece with every reader."""
    piece, pages = unit.item
    return [list(read_piece(piece, pages, _readers()))]


def read_text(text: str, language: str | None = None, date: str | None = None) -> list[Found | Dating]:
    """Read one text without a case, as if it were the only page of a file; `date` (ISO) is when it was written."""
    frozen = clean(text)
    source = Source(digest("text", frozen), "text", "", "text/plain", len(frozen), "read", pages=1)
    page, _ = settle(Leaf(1, frozen, 0, 0), source)
    page = replace(page, language=language or page.language)
    pieces = divide(source, [page])
    written = Time(date, date, date) if date else None
    return [found for piece in pieces for found in read_piece(piece, [page], _readers(), written)]


# --- clip: what a press page is ---------------------------------------------------------------------------------------


def unclipped_pieces(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """The pieces of the press not clipped yet."""
    done = records.finished(step.name)
    units = []
    for piece in records.all(Piece):
        work = Work(step.name, step.version, piece.id, "")
        if piece.kind == "press" and done.get(piece.id) != work:
            source = records.get(Source, piece.source)
            units.append(Unit((work,), (piece, source), source.path, source.path))
    return units


def with_pages_of_clipping(records: Records, unit: Unit) -> Unit:
    """The unit with the pages of its piece, in order."""
    piece, source = unit.item
    return replace(unit, item=(piece, source, tuple(records.get(Page, id) for id in piece.pages)))


def clip_press(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Clip one piece of the press; the markup of a saved page is read in the sandbox."""
    piece, source, pages = unit.item
    file = tools.blobs.path(source.sha256)
    return [[clip_piece(piece.id, pages, file, source.media_type, tools.sandbox, tools.limits())]]


PIPELINE: tuple[Step, ...] = (
    Step("open", 9, "a source", waiting_sources, open_source),
    Step("compare", 1, "a few sampled pages", sampled_pages, compare_pages),
    Step("recognise", 6, "a few scanned pages", unread_sheets, recognise_sheets),
    Step("divide", 4, "the pages of a source", undivided_sources, divide_source, with_pages_of_source),
    Step("read", 2, "a piece", unread_pieces, read, with_pages_of_piece),
    Step("clip", 1, "a piece of the press", unclipped_pieces, clip_press, with_pages_of_clipping),
)
VIEWS = (("liken", 1), ("resolve", 1), ("assemble", 7))  # over the case, each on what those before it found


# --- the views over the case ------------------------------------------------------------------------------------------


def alike(dossier: Dossier) -> tuple[Likeness, ...]:
    """Which pages say again what another one says, in the order of their ids."""
    return tuple(likenesses(dossier))


def who_is_who(dossier: Dossier) -> tuple[tuple[Entity, ...], list[Judgement]]:
    """The entities, in the order of their ids, and the judgements that joined or kept apart their names."""
    entities, judgements = resolve(dossier.mentions, dossier.links, dossier.decisions)
    return tuple(sorted(entities, key=lambda entity: entity.id)), judgements


def assemble(dossier: Dossier) -> list[Any]:
    """Everything that stands on the entities: tellings of one fact, time, ties, goods and money, questions to put."""
    grouped = replace(without_copies(dossier), events=tuple(group(dossier)))
    tellings = [Telling(event.id, event.group) for event in grouped.events if event.group]
    moved, stocks = stock(grouped, flows(grouped))
    held = [*balances([flow for flow in moved if WHOLE not in (flow.origin, flow.target)]), *stocks]
    return [
        *tellings, *annexes(grouped), *moments(grouped), *relations(grouped), *moved, *held,
        *findings(grouped, moved, held),
        *provenances(dossier.clippings), *templates(dossier.clippings, dossier.pages),
    ]  # fmt: skip
