"""A case as files that any tool can read: one file for each kind of record, sorted, the same bytes every time.

The export is for the team and holds everything, protected names included; `safe=True` blacks them out in every string,
letter for letter, so that offsets still hold, and gives those entities the name they are published under.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from greffier.contracts import Library
from greffier.errors import OutsideFailed, WrongUsage
from greffier.records import (
    Annex,
    Balance,
    Call,
    Clipping,
    Entity,
    Event,
    Failure,
    Finding,
    Flow,
    Folio,
    Hidden,
    Intercept,
    Likeness,
    Mention,
    Moment,
    Page,
    Piece,
    Provenance,
    Quote,
    Relation,
    RivalReading,
    SiteTemplate,
    Source,
    Thread,
    Transfer,
)
from greffier.writing import ftm, graphml, timelinejs
from greffier.writing.protect import Shield, guarded
from greffier.writing.rows import Row, Rows

_RECORDS: dict[str, tuple[type[Any], Callable[[Rows, Any], Row]]] = {
    "sources": (Source, Rows.source),
    "pages": (Page, Rows.page),
    "hidden": (Hidden, Rows.hidden),
    "rivals": (RivalReading, Rows.rival),
    "folios": (Folio, Rows.folio),
    "pieces": (Piece, Rows.piece),
    "annexes": (Annex, Rows.annex),
    "likenesses": (Likeness, Rows.likeness),
    "clippings": (Clipping, Rows.clipping),
    "provenances": (Provenance, Rows.provenance),
    "templates": (SiteTemplate, Rows.template),
    "mentions": (Mention, Rows.mention),
    "entities": (Entity, Rows.entity),
    "quotes": (Quote, Rows.quote),
    "events": (Event, Rows.event),
    "calls": (Call, Rows.call),
    "transfers": (Transfer, Rows.transfer),
    "intercepts": (Intercept, Rows.intercept),
    "threads": (Thread, Rows.thread),
    "flows": (Flow, Rows.flow),
    "balances": (Balance, Rows.balance),
    "relations": (Relation, Rows.relation),
    "moments": (Moment, Rows.moment),
    "findings": (Finding, Rows.finding),
    "failures": (Failure, Rows.failure),
}
KINDS = (*_RECORDS, "acts")
TABLES = ("jsonl", "csv")  # one file for each kind of record; the other formats have files of their own
_OTHERS = {
    "ftm": ("entities.ftm.json", "annotations.jsonl"),
    "graphml": ("network.graphml",),
    "timelinejs": ("timeline.json",),
}
FORMATS = (*TABLES, *_OTHERS)
_JSON = msgspec.json.Encoder(decimal_format="number")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what a spreadsheet would run


def export(
    library: Library, out: Path, kinds: Sequence[str] | None = None, *, form: str = "jsonl", safe: bool = False
) -> list[Path]:
    """Write one file for each kind (all of KINDS unless some are named) into the folder `out`; return their paths.

    `ftm`, `graphml` and `timelinejs` tell the whole case in files of their own, and know no kinds. Raises WrongUsage
    for a kind or format that there is not, OutsideFailed when a file cannot be written.
    """
    wanted = tuple(kinds) if kinds else KINDS
    if unknown := [kind for kind in wanted if kind not in KINDS]:
        raise WrongUsage(f"There is no kind {unknown[0]!r} to export.", f"Kinds are: {', '.join(KINDS)}.")
    if form not in FORMATS:
        raise WrongUsage(f"There is no export format {form!r}.", f"Formats are: {', '.join(FORMATS)}.")
    if kinds and form in _OTHERS:
        raise WrongUsage(f"The format {form} has no kinds.", "Leave --kind out.")
    names = _OTHERS.get(form) or tuple(f"{kind}.{form}" for kind in wanted)
    refuse_links(out, names)
    try:
        out.mkdir(parents=True, exist_ok=True)
        if form in _OTHERS:
            return _write_other(form, [out / name for name in names], partial(rows, library, safe=safe))
        write = _write_csv if form == "csv" else _write_jsonl
        return [write(out / name, rows(library, kind, safe=safe)) for name, kind in zip(names, wanted, strict=True)]
    except OSError as error:
        raise OutsideFailed(f"The export cannot be written: {error.strerror}.") from error


def _write_other(form: str, paths: list[Path], read: Callable[[str], Iterator[Row]]) -> list[Path]:
    if form == "ftm":
        for path, told in zip(paths, (ftm.entities(read), ftm.sidecar(read)), strict=True):
            _write_jsonl(path, told)
    elif form == "graphml":
        paths[0].write_bytes(graphml.graph(read))
    else:
        paths[0].write_bytes(encode(timelinejs.slides(read)) + b"\n")
    return paths


def refuse_links(out: Path, names: Iterable[str]) -> None:
    """Raise OutsideFailed where a file to be written is a link: what it points to would be overwritten."""
    for name in names:
        if (out / name).is_symlink():
            raise OutsideFailed(f"{name} in {out.name} is a link; nothing was written.", "Choose an empty folder.")


def rows(library: Library, kind: str, *, safe: bool = False) -> Iterator[Row]:
    """Yield the rows of one kind in the order of their ids, as `export` writes them."""
    made = Rows(library)
    guard = guarded(library) if safe else None
    files = _files(guard, made.paths) if guard is not None else {}
    for row in _rows(library, kind, made):
        yield _masked(row, guard, made.rests_on_ocr(row), files) if guard is not None else row


def _files(guard: Shield, paths: Mapping[str, str]) -> dict[str, str]:
    """Each path as it is masked; two that come out alike are numbered, lest the pages of one be the other's."""
    shown = {path: guard.mask(path) for _, path in sorted(paths.items())}
    told: Counter[str] = Counter(shown.values())
    alike: Counter[str] = Counter()
    for path, one in shown.items():
        alike[one] += 1
        shown[path] = f"{one} ({alike[one]})" if told[one] > 1 else one
    return {path: one for path, one in shown.items() if one != path}


def _rows(library: Library, kind: str, made: Rows) -> Iterator[Row]:
    if kind == "acts":
        return map(made.act, library.acts())
    record, row = _RECORDS[kind]
    return (row(made, each) for each in library.all(record))


def encode(row: Any) -> bytes:
    """One line of JSON; decimals are numbers with all their digits."""
    return _JSON.encode(row)


def _masked(row: Row, guard: Shield, misread: bool, files: Mapping[str, str]) -> Row:
    masked: Row = {name: _mask(value, guard, misread, files) for name, value in row.items()}
    if masked.get("protected"):
        masked["name"] = masked["publish_as"] or masked["name"]
    return masked


def _mask(value: Any, guard: Shield, misread: bool, files: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return files.get(value) or guard.mask(value, misread=misread)
    if isinstance(value, dict):
        return {name: _mask(each, guard, misread, files) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mask(each, guard, misread, files) for each in value]
    return value


def _write_jsonl(path: Path, rows: Iterable[Row]) -> Path:
    with path.open("wb") as file:
        for row in rows:
            file.write(encode(row) + b"\n")
    return path


def _write_csv(path: Path, rows: Iterable[Row]) -> Path:
    """The same rows, nested objects as columns `name.field`, lists as JSON in one cell."""
    flat = [dict(_flat(row)) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    table = io.StringIO(newline="")
    writer = csv.DictWriter(table, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat)
    path.write_text(table.getvalue(), encoding="utf-8", newline="")
    return path


def _flat(row: Row, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in row.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, cell(value)


def cell(value: Any) -> str:
    """A value as one cell of a table; it never begins a formula."""
    if value is None:
        return ""
    if isinstance(value, (bool, list, tuple)):
        return encode(value).decode()
    if isinstance(value, (int, float, Decimal)):
        return str(value)
    return f"'{value}" if value.startswith(_FORMULA) else str(value)
