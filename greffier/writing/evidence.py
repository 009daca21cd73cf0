"""What proves a story: every citation of every sentence with the hash of its file, frozen before the page is made."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from greffier.contracts import Library
from greffier.records import Claim
from greffier.writing.draft import plain
from greffier.writing.export import cell, encode
from greffier.writing.protect import Shield
from greffier.writing.rows import Row, Rows

_COLUMNS = (
    "sentence", "text", "verdict", "stance", "source", "sha256", "page", "folio", "start", "end", "exact", "match",
)  # fmt: skip


def evidence(
    claims: Sequence[Claim], library: Library, guard: Shield, published: datetime, frozen: datetime
) -> list[Row]:
    """Return one row for each citation, for and against; a sentence without one has a row of its own.

    `frozen` is when this was written down, `published` what the draft says.
    Protected names are blacked out, letter for letter; offsets and hashes hold.
    """
    made = Rows(library)
    rows: list[Row] = []
    for number, claim in enumerate(claims, 1):
        base = {"sentence": number, "text": plain(claim.text), "verdict": claim.verdict}
        cited = made.citations([*claim.citations, *claim.counter])
        for citation in cited or [{}]:
            row = {**base, **citation}
            misread = made.rests_on_ocr(citation)
            rows.append({name: _masked(row.get(name), guard, misread) for name in _COLUMNS})
    return [{"frozen": frozen.isoformat(), "published": published.isoformat(), **row} for row in rows]


def _masked(value: object, guard: Shield, misread: bool) -> object:
    return guard.mask(value, misread=misread) if isinstance(value, str) else value


def as_json(rows: Sequence[Row]) -> bytes:
    """The evidence as a JSON array, one row a line."""
    return b"[\n" + b",\n".join(encode(row) for row in rows) + b"\n]\n"


def as_csv(rows: Sequence[Row]) -> bytes:
    """The evidence as a table for spreadsheets; cells never begin a formula."""
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("frozen", "published", *_COLUMNS))
    for row in rows:
        writer.writerow(cell(value) for value in row.values())
    return table.getvalue().encode()
