"""A seed serves one file after another, and nothing that one cell leaves behind reaches the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.running import isolated
from greffier.running.isolated import Isolated
from greffier.running.nursery import Nursery

TASKS = Path(__file__).parent.parent / "faults"


@pytest.fixture(params=["wrapped", "bare"])
def sandbox(request, monkeypatch):
    if request.param == "bare":
        monkeypatch.setattr(isolated.shutil, "which", lambda _: None)
    monkeypatch.setattr(isolated, "_NURSERY", Nursery())
    made = Isolated(imported_too=(str(TASKS),))
    if request.param == "wrapped" and "bubblewrap" not in made.layers():
        pytest.skip("bubblewrap does not work on this machine")
    yield made
    while (seed := isolated._NURSERY._next()) is not None:
        seed.end()


@pytest.fixture
def file(tmp_path):
    def write(content: str) -> Path:
        path = tmp_path / "untrusted"
        path.write_text(content)
        return path

    return write


def text(sandbox, task, path, **arguments):
    return [record.text for record in sandbox.run(f"hostile_tasks:{task}", path, arguments, Limits()) if record]


def test_each_file_is_read_by_a_process_of_its_own_and_one_seed_serves_all(sandbox, file):
    told = [text(sandbox, "who_reads", file(str(number)))[0].split() for number in range(4)]
    assert [content for _, _, content in told] == ["0", "1", "2", "3"]
    assert len({cell for cell, _, _ in told}) == 4
    assert len({seed for _, seed, _ in told}) == 1


def test_what_a_cell_says_after_its_last_word_is_not_an_answer_to_the_next_file(sandbox, file):
    assert text(sandbox, "talk_on", file("a"))[:1] == ["page"]
    assert text(sandbox, "who_reads", file("honest"))[0].endswith("honest")


@pytest.mark.parametrize(("task", "error"), [("crash", SourceBroken), ("stop_early", SourceBroken)])
def test_the_next_file_is_read_after_a_crash(sandbox, file, task, error):
    with pytest.raises(error):
        text(sandbox, task, file("a"))
    assert text(sandbox, "who_reads", file("next"))[0].endswith("next")


def test_a_cell_that_will_not_end_costs_its_seed_not_the_next_file(sandbox, file):
    assert text(sandbox, "linger", file("a")) == ["page"]
    assert text(sandbox, "who_reads", file("next"))[0].endswith("next")


def test_a_cell_that_hangs_is_killed_with_its_seed(sandbox, file):
    with pytest.raises(SourceRefused):
        list(sandbox.run("hostile_tasks:hang", file("a"), {}, Limits(seconds=1)))
    assert text(sandbox, "who_reads", file("next"))[0].endswith("next")


def test_a_large_file_is_read_without_a_copy(sandbox, file, monkeypatch):
    monkeypatch.setattr(isolated, "COPIED_AT_MOST", 3)
    assert text(sandbox, "who_reads", file("more than three"))[0].endswith("more than three")


def test_what_a_cell_does_to_its_way_out_is_nothing_to_the_next(sandbox, file):
    text(sandbox, "spoil", file("a"))
    assert len(text(sandbox, "long_pages", file("b"))) == 49


def test_a_seed_outlives_files_that_are_refused(sandbox, file):
    before = text(sandbox, "who_reads", file("a"))[0].split()[1]
    with pytest.raises(SourceRefused):
        text(sandbox, "who_reads", file("refused"))
    assert text(sandbox, "who_reads", file("c"))[0].split()[1] == before
