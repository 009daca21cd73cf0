from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

from greffier.auditing.log import chain
from greffier.contracts import Work
from greffier.records import Layout, Sheet, Source, Word
from greffier.storing.records_sql import SqlRecords
from greffier.storing.rows import NAMED_BLOBS, lay, owner_of, seal


def source(number: int) -> Source:
    return Source(f"s{number:02}", f"{number}.pdf", f"{number:064x}", "application/pdf", 1)


def test_the_seal_can_be_made_with_the_standard_library_alone(tmp_path: Path) -> None:
    """As the documentation of the custody log tells a lawyer to do it."""
    records = SqlRecords(f"sqlite:///{tmp_path}/case.db", chain)
    made = [Sheet("b", "s", 2), Sheet("a", "s", 1), Layout.of("p", (Word(0, 2, 0.0, 0.5, 0.25, 1.0, 90),))]
    records.finish(Work("open", 1, "s", ""), made, by="nadia", at="2026-05-04T10:00:00Z")
    records.finish(Work("weigh", 1, "a", ""), [Sheet("a", "s", 7)], by="nadia", at="2026-05-04T10:00:00Z")
    records.close()
    database = sqlite3.connect(tmp_path / "case.db")
    for seq, body in database.execute("SELECT seq, body FROM acts").fetchall():
        told = dict(output.split(":", 1) for output in json.loads(body)["outputs"])
        for kind, sealed in told.items():
            rows = database.execute(
                "SELECT id, body FROM records WHERE kind = :kind AND written_by = :seq UNION ALL "
                "SELECT id, body FROM earlier WHERE kind = :kind AND written_by = :seq ORDER BY id",
                {"kind": kind, "seq": seq},
            ).fetchall()
            text = b"".join(id.encode() + b"\n" + body + b"\n" for id, body in rows)
            assert sealed == f"{len(rows)}:{hashlib.sha256(text).hexdigest()}"
    database.close()


def test_the_seal_does_not_depend_on_the_order() -> None:
    rows = lay([Sheet(f"sh{number}", "s", number) for number in range(9)])
    assert seal(rows) == seal(rows[::-1])
    assert seal(rows) != seal(rows[:-1])
    assert seal([]) == ()


def test_a_few_files_are_named_and_thousands_are_not() -> None:
    few = seal(lay(source(number) for number in range(NAMED_BLOBS)))
    assert few[1:] == tuple(f"blob:{number:064x}" for number in range(NAMED_BLOBS))
    assert len(seal(lay(source(number) for number in range(NAMED_BLOBS + 1)))) == 1


def test_a_layout_has_no_owner() -> None:
    assert owner_of(Layout("p", ())) is None
