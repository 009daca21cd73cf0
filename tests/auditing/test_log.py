from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.auditing import log
from greffier.auditing.log import GENESIS, catch_up, chain, follows, read_log
from greffier.contracts import Work
from greffier.errors import CaseDamaged
from greffier.records import Act, Sheet
from greffier.storing.memory import MemoryRecords

SIGNED = {"by": "Élise 🕊", "at": "2026-05-04T10:00:00Z"}


def act(previous: Act | None = None, note: str | None = None) -> Act:
    told = {"step": "open", "version": 1, "inputs": ["s1"], "outputs": ["page:1:ab"], **SIGNED}
    return chain(previous, **told, note=note)  # type: ignore[arg-type]


@pytest.fixture
def records() -> MemoryRecords:
    made = MemoryRecords("", chain)
    work(made, 3)
    return made


def work(records: MemoryRecords, units: int, step: str = "open") -> None:
    for number in range(units):
        records.finish(Work(step, 1, f"s{number}", ""), [Sheet(f"{step}{number}", "s", number)], **SIGNED)


def test_the_first_line_follows_nothing() -> None:
    first = act()
    assert (first.seq, first.previous) == (1, GENESIS)
    assert follows(first, None)
    assert follows(act(first), first)
    assert not follows(act(first), None)


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_a_line_seals_every_field(note: str, other: str, inputs: list[str]) -> None:
    sealed = chain(None, step="open", version=1, inputs=inputs, outputs=(), by=other, at="", note=note)
    assert follows(sealed, None)
    for changed in (
        replace(sealed, note=note + "."),
        replace(sealed, by=other + "."),
        replace(sealed, inputs=(*sealed.inputs, "")),
        replace(sealed, version=2),
        replace(sealed, note=None),
    ):
        assert not follows(changed, None)


def test_the_file_is_the_log(records: MemoryRecords, tmp_path: Path) -> None:
    file = tmp_path / "audit.log"
    assert catch_up(records, file) == 3
    assert list(read_log(file)) == list(records.acts())
    assert catch_up(records, file) == 0
    work(records, 2, "divide")
    assert catch_up(records, file) == 2
    assert list(read_log(file)) == list(records.acts())


@pytest.mark.parametrize("cut", [1, 2, 100, 300])
def test_a_torn_last_line_is_written_again(records: MemoryRecords, tmp_path: Path, cut: int) -> None:
    file = tmp_path / "audit.log"
    catch_up(records, file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-cut])
    assert len(list(read_log(file))) == 2
    assert catch_up(records, file) == 1
    assert file.read_bytes() == whole


def test_a_file_torn_in_its_first_line_is_begun_again(records: MemoryRecords, tmp_path: Path) -> None:
    file = tmp_path / "audit.log"
    file.write_bytes(b'{"at":"2026')
    assert list(read_log(file)) == []
    assert catch_up(records, file) == 3


def test_very_long_lines_are_found_from_the_end(tmp_path: Path) -> None:
    records = MemoryRecords("", chain)
    for number in range(3):
        records.finish(Work("open", 1, f"{number}" * 90_000, ""), [], **SIGNED)
    file = tmp_path / "audit.log"
    assert catch_up(records, file) == 3
    assert catch_up(records, file) == 0
    work(records, 1)
    assert catch_up(records, file) == 1


def test_the_log_of_another_case_is_not_continued(records: MemoryRecords, tmp_path: Path) -> None:
    file = tmp_path / "audit.log"
    other = MemoryRecords("", chain)
    work(other, 5, "divide")
    catch_up(other, file)
    before = file.read_bytes()
    with pytest.raises(CaseDamaged, match=r"audit\.log"):
        catch_up(records, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("line", [b"no JSON\n", b"{}\n", b'{"seq": 1}\n', b"[1]\n", b"\n", b"\xff\xfe\n"])
def test_a_line_that_is_none_is_told_by_its_number(records: MemoryRecords, tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "audit.log"
    catch_up(records, file)
    file.write_bytes(file.read_bytes() + line)
    with pytest.raises(CaseDamaged, match="Line 4"):
        list(read_log(file))


def test_a_line_with_something_added_is_told(records: MemoryRecords, tmp_path: Path) -> None:
    file = tmp_path / "audit.log"
    catch_up(records, file)
    file.write_bytes(file.read_bytes().replace(b'{"at"', b'{"added":1,"at"', 1))
    with pytest.raises(CaseDamaged, match="Line 1"):
        list(read_log(file))


def recipe() -> str:
    """The program in the documentation of the log, which anybody can run."""
    assert log.__doc__
    lines = re.findall(r"^    (.*)$", log.__doc__, re.MULTILINE)
    return "\n".join(lines)


def test_the_recipe_in_the_documentation_checks_the_file(records: MemoryRecords, tmp_path: Path) -> None:
    file = tmp_path / "audit.log"
    catch_up(records, file)

    def run() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", "-c", recipe()]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)

    told = run()
    assert told.stdout == f"3 lines hold; the last hash is {records.version()}\n"
    whole = file.read_bytes()
    file.write_bytes(whole.replace(b'"step":"open"', b'"step":"shut"', 1))
    assert "line 1 was changed" in run().stderr
    first, second, third = whole.splitlines(keepends=True)
    file.write_bytes(first + third)
    assert "missing before line 2" in run().stderr
    file.write_bytes(first + second)
    assert "2 lines hold" in run().stdout


def test_a_log_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    letter, link = tmp_path / "letter.txt", tmp_path / "audit.log"
    letter.write_text("no line end", encoding="ascii")
    link.symlink_to(letter)
    with pytest.raises(CaseDamaged, match="is a link"):
        catch_up(MemoryRecords("memory://", chain), link)
    assert letter.read_text(encoding="ascii") == "no line end"
