"""What only a database can do to records: be killed, locked, damaged, newer, read while it is written."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from threading import Event as Signal
from threading import Thread

import pytest

from greffier.auditing.log import chain, follows
from greffier.contracts import Work
from greffier.errors import CaseDamaged, CaseLocked, CaseOfAnotherVersion, OutsideFailed
from greffier.records import Act, Mention, Sheet
from greffier.storing import tables
from greffier.storing.records_sql import SqlRecords

SIGNED = {"by": "nadia", "at": "2026-05-04T10:00:00Z"}


def opened(file: Path) -> SqlRecords:
    return SqlRecords(f"sqlite:///{file}", chain)


def sheets(records: SqlRecords, step: str, count: int) -> None:
    made = [Sheet(f"{step}-{number:06}", "s1", number) for number in range(count)]
    records.finish(Work(step, 1, "s1", ""), made, **SIGNED)


WRITER = """
import sys
from greffier.auditing.log import chain
from greffier.contracts import Work
from greffier.records import Sheet
from greffier.storing.records_sql import SqlRecords

records = SqlRecords(f"sqlite:///{sys.argv[1]}", chain)
for batch in range(1000):
    units = [
        (Work("open", 1, f"{batch}/{unit}", ""), [Sheet(f"{batch}/{unit}/{n}", f"s{batch}", n) for n in range(200)])
        for unit in range(20)
    ]
    print(batch, flush=True)
    records.finish_many(units, by="nadia", at="2026-05-04T10:00:00Z")
"""


@pytest.mark.parametrize("patience", [0.0, 0.06, 0.13, 0.21])
def test_killed_in_the_middle_it_holds_all_of_a_batch_or_nothing(tmp_path: Path, patience: float) -> None:
    file = tmp_path / "case.db"
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    for line in writer.stdout:
        if int(line) >= 2:
            time.sleep(patience)
            break
    writer.kill()
    writer.wait()
    writer.stdout.close()
    records = opened(file)
    count = records.count(Sheet)
    acts = list(records.acts())
    assert count >= 8000
    assert count % 4000 == 0
    assert len(acts) == len(records.finished("open")) == count // 200
    previous: Act | None = None
    for act in acts:
        assert follows(act, previous)
        assert records.sealed(act.seq) == act.outputs
        previous = act
    sheets(records, "later", 3)
    assert records.count(Sheet) == count + 3


def test_what_was_stored_is_there_after_opening_again(tmp_path: Path) -> None:
    first = opened(tmp_path / "case.db")
    sheets(first, "open", 3)
    version = first.version()
    first.close()
    again = opened(tmp_path / "case.db")
    assert again.version() == version
    assert again.count(Sheet) == 3
    again.close()


@pytest.mark.parametrize("name", ["a?b=c", "50%20 #1", "l'été « 1 »", "a:b@c"])
def test_a_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    sheets(opened(tmp_path / name / "case.db"), "open", 1)
    assert (tmp_path / name / "case.db").is_file()


def test_readers_read_while_a_writer_writes(tmp_path: Path) -> None:
    writer, reader = opened(tmp_path / "case.db"), opened(tmp_path / "case.db")
    sheets(writer, "open", 5000)
    counts: list[int] = []
    stop = Signal()

    def read() -> None:
        while not stop.is_set():
            counts.append(sum(1 for _ in reader.all(Sheet, owner="s1")))

    threads = [Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(5):
        sheets(writer, f"more{number}", 1000)
    stop.set()
    for thread in threads:
        thread.join()
    assert counts
    assert all(count >= 5000 for count in counts)
    assert reader.count(Sheet) == 10_000


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    two = [opened(tmp_path / "case.db"), opened(tmp_path / "case.db")]
    threads = [Thread(target=lambda r=r, n=n: sheets(r, f"step{n}", 2000)) for n, r in enumerate([*two, *two])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert two[0].count(Sheet) == 8000
    assert [act.seq for act in two[1].acts()] == [1, 2, 3, 4]


def test_a_case_locked_for_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "BUSY_SECONDS", 0.05)
    records = opened(tmp_path / "case.db")
    with sqlite3.connect(tmp_path / "case.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseLocked):
            sheets(records, "open", 1)
        assert records.count(Sheet) == 0
        other.execute("ROLLBACK")
    other.close()
    sheets(records, "open", 1)


def test_a_newer_case_is_refused(tmp_path: Path) -> None:
    opened(tmp_path / "case.db").close()
    with sqlite3.connect(tmp_path / "case.db") as database:
        database.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    database.close()
    with pytest.raises(CaseOfAnotherVersion, match="99"):
        opened(tmp_path / "case.db")


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "case.db") as database:
        database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()
    with pytest.raises(CaseDamaged, match="lacks"):
        opened(tmp_path / "case.db")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_bytes(b"%PDF-1.7 " * 1000)
    with pytest.raises(CaseDamaged):
        opened(tmp_path / "case.db")


def test_a_damaged_database_is_told(tmp_path: Path) -> None:
    records = opened(tmp_path / "case.db")
    sheets(records, "open", 5000)
    records.close()
    with (tmp_path / "case.db").open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 60)
    with pytest.raises(CaseDamaged):
        list(opened(tmp_path / "case.db").all(Sheet))


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    records = opened(tmp_path / "case.db")
    sheets(records, "open", 1)
    with sqlite3.connect(tmp_path / "case.db") as database:
        database.execute("UPDATE records SET body = '{\"id\": 7}'")
    database.close()
    with pytest.raises(CaseDamaged, match="sheet"):
        records.get(Sheet, "open-000000")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideFailed):
        opened(tmp_path / "nowhere" / "case.db")


def test_kinds_do_not_mix(tmp_path: Path) -> None:
    records = opened(tmp_path / "case.db")
    sheets(records, "open", 1)
    with pytest.raises(KeyError):
        records.get(Mention, "open-000000")


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM records; END",
        "CREATE VIEW v AS SELECT * FROM records",
    ],
)
def test_a_database_with_programs_of_others_is_not_opened(tmp_path: Path, planted: str) -> None:
    file = tmp_path / "case.db"
    opened(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute(planted)
    with pytest.raises(CaseDamaged, match="did not make"):
        opened(file)


def test_a_record_given_to_another_owner_breaks_its_seal(tmp_path: Path) -> None:
    file = tmp_path / "case.db"
    records = opened(file)
    sheets(records, "open", 2)
    (act,) = records.acts()
    assert records.sealed(act.seq) == act.outputs
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE records SET owner = 'other' WHERE id = 'open-000001'")
    assert records.sealed(act.seq) != act.outputs
