"""The whole pipeline as one printable list of steps: what runs, over what, in what order. Rooms meet here.

A step finds its unfinished units of work in the records (`pending`) and does each with a pure function: records in,
records out. `line.py` drives them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import Any

from greffier.assembling.annexes import annexes
from greffier.assembling.findings import findings
from greffier.assembling.grouping import group
from greffier.assembling.ledger import balances, flows
from greffier.assembling.likeness import likenesses, without_copies
from greffier.assembling.network import relations
from greffier.assembling.packs import Book, book
from greffier.assembling.stock import WHOLE, stock
from greffier.assembling.stocktaking import stocktaking
from greffier.assembling.threads import threads
from greffier.assembling.timeline import moments
from greffier.clipping.origins import provenances
from greffier.clipping.templates import confirmed_lines, folded, templates
from greffier.contracts import Reader, Records, Work
from greffier.pages.numbering import number
from greffier.pages.pieces import divide
from greffier.pages.settle import settle
from greffier.paging import (
    compare_pages,
    open_source,
    recognise_sheets,
    sampled_pages,
    sources_waiting_for_recognition,
    unread_sheets,
    waiting_sources,
)
from greffier.press import SAVED, clip_piece
from greffier.reading.explain import explained
from greffier.reading.read import load_proposers, load_readers, read_piece
from greffier.records import (
    Dating,
    Decision,
    Dossier,
    Entity,
    Folio,
    Found,
    Judgement,
    Leaf,
    Likeness,
    Page,
    Piece,
    Source,
    Telling,
    Time,
    Trace,
    digest,
)
from greffier.resolving.resolve import resolve
from greffier.settings import Settings
from greffier.text import clean
from greffier.work import Step, Tools, Unit

# --- divide: the pages of a source become pieces ----------------------------------------------------------------------


def undivided_sources(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """Sources whose pages are all there and have not been divided as they are now.

    A page that could not be recognised this time does not hold up the others of its source.
    """
    done = records.finished(step.name)
    waiting = sources_waiting_for_recognition(records, settings)
    pages: dict[str | None, list[str]] = defaultdict(list)
    for id, owner in records.owners(Page).items():
        pages[owner].append(id)
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


def divide_source(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Number the pages of a file, and divide them into pieces."""
    source, pages, folios = unit.item
    return [[*number(pages, folios), *divide(source, pages)]]


# --- read: what is on the pages of a piece ----------------------------------------------------------------------------


def unread_pieces(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """Pieces not read by these readers yet."""
    done = records.finished(step.name)
    settings_id = readers_id(settings)
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


@lru_cache(maxsize=4)
def _readers(named: str = "", anywhere: bool = False) -> tuple[Reader, ...]:
    return (*load_readers(), *load_proposers(named, anywhere))


def _readers_of(settings: Settings) -> tuple[Reader, ...]:
    return _readers(settings.readers, settings.model_anywhere == "yes")


def readers_id(settings: Settings) -> str:
    """What the reading of a piece depends on: the readers and their versions, in order."""
    return " ".join(f"{reader.name}@{reader.version}" for reader in _readers_of(settings))


def read(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Read one piece with every reader."""
    piece, pages = unit.item
    return [list(read_piece(piece, pages, _readers_of(tools.settings)))]


def read_text(
    text: str, language: str | None = None, date: str | None = None, settings: Settings | None = None
) -> list[Found | Dating]:
    """Read one text without a case, as if it were the only page of a file; `date` (ISO) is when it was written.

    `settings` name the readers that a person has added.
    """
    readers = _readers_of(settings or Settings())
    frozen = clean(text)
    source = Source(digest("text", frozen), "text", "", "text/plain", len(frozen), "read", pages=1)
    page, _ = settle(Leaf(1, frozen, 0, 0), source)
    page = replace(page, language=language or page.language)
    pieces = divide(source, [page])
    written = Time(date, date, date) if date else None
    return [found for piece in pieces for found in read_piece(piece, [page], readers, written)]


def explain_text(
    text: str, language: str | None = None, date: str | None = None, settings: Settings | None = None
) -> tuple[list[Found | Dating], list[Trace]]:
    """As `read_text`, with the reason for each mention, quote and event."""
    readers = _readers_of(settings or Settings())
    return explained(lambda: read_text(text, language, date, settings), readers)


# --- clip: what a press page is ---------------------------------------------------------------------------------------


def unclipped_pieces(step: Step, records: Records, settings: Settings) -> list[Unit]:
    """The pieces of the press not clipped yet, or not with the templates that a person has confirmed since."""
    done = records.finished(step.name)
    confirmed = folded(confirmed_lines(records.all(Decision)))
    settings_id = digest("templates", *sorted(confirmed)) if confirmed else ""
    units = []
    for piece in records.all(Piece):
        work = Work(step.name, step.version, piece.id, settings_id)
        if piece.kind == "press" and done.get(piece.id) != work:
            source = records.get(Source, piece.source)
            units.append(Unit((work,), (piece, source, confirmed), source.path, source.path))
    return units


def with_pages_of_clipping(records: Records, unit: Unit) -> Unit:
    """The unit with the pages of its piece, in order, and the file that its source was saved in, if there is one."""
    piece, source, confirmed = unit.item
    holder = records.get(Source, source.parent) if source.parent else None
    saved = holder if holder and holder.media_type == SAVED else None
    return replace(unit, item=(piece, source, confirmed, tuple(records.get(Page, id) for id in piece.pages), saved))


def clip_press(tools: Tools, unit: Unit) -> list[list[Any]]:
    """Clip one piece of the press; the markup of a saved page is read in the sandbox."""
    piece, source, confirmed, pages, saved = unit.item
    file, holder = tools.blobs.path(source.sha256), tools.blobs.path(saved.sha256) if saved else None
    return [[clip_piece(piece.id, pages, file, source.media_type, tools.sandbox, tools.limits(), confirmed, holder)]]


PIPELINE: tuple[Step, ...] = (
    Step("open", 13, "a source", waiting_sources, open_source),
    Step("compare", 1, "a few sampled pages", sampled_pages, compare_pages),
    Step("recognise", 6, "a few scanned pages", unread_sheets, recognise_sheets),
    Step("divide", 4, "the pages of a source", undivided_sources, divide_source, with_pages_of_source),
    Step("read", 2, "a piece", unread_pieces, read, with_pages_of_piece),
    Step("clip", 3, "a piece of the press", unclipped_pieces, clip_press, with_pages_of_clipping),
)
VIEWS = (("liken", 1), ("resolve", 7), ("assemble", 23))  # over the case, each on what those before it found


# --- the views over the case ------------------------------------------------------------------------------------------


def alike(dossier: Dossier) -> tuple[Likeness, ...]:
    """Which pages say again what another one says, in the order of their ids."""
    return tuple(likenesses(dossier))


def who_is_who(dossier: Dossier) -> tuple[tuple[Entity, ...], list[Judgement]]:
    """The entities, in the order of their ids, and the judgements that joined or kept apart their names."""
    places = {page: place for piece in dossier.pieces for place, page in enumerate(piece.pages)}
    entities, judgements = resolve(dossier.mentions, dossier.links, dossier.decisions, places)
    return tuple(sorted(entities, key=lambda entity: entity.id)), judgements


def assemble(dossier: Dossier, asked: Book | None = None) -> list[Any]:
    """Everything that stands on the entities: tellings of one fact, time, ties, goods and money, questions to put.

    The questions are those of `asked`, or all that come with Greffier.
    """
    asked = asked or book()
    grouped = replace(without_copies(dossier), events=tuple(group(dossier)))
    tellings = [Telling(event.id, event.group) for event in grouped.events if event.group]
    moved, stocks = stock(grouped, flows(grouped))
    held = [*balances([flow for flow in moved if WHOLE not in (flow.origin, flow.target)]), *stocks]
    booked, accounts = stocktaking(grouped)
    return [
        *tellings, *annexes(grouped), *moments(grouped), *relations(grouped), *moved, *held, *booked, *accounts,
        *findings(grouped, moved, held, asked.asked, asked.jurisdictions), *threads(dossier),
        *provenances(dossier.clippings), *templates(dossier.clippings, dossier.pages),
    ]  # fmt: skip
