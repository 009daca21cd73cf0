"""Tasks that crash, hang, lie, flood and try to get out: each ends as one sentence, and what came before is kept."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import GreffierError, SourceBroken, SourceRefused
from greffier.running import isolated
from greffier.running.isolated import Isolated

TASKS = Path(__file__).parent


@pytest.fixture(params=["wrapped", "bare"])
def sandbox(request, monkeypatch):
    if request.param == "bare":
        monkeypatch.setattr(isolated.shutil, "which", lambda _: None)
    made = Isolated(imported_too=(str(TASKS),))
    if request.param == "wrapped" and "bubblewrap" not in made.layers():
        pytest.skip("bubblewrap does not work on this machine")
    return made


@pytest.fixture
def untrusted(tmp_path):
    file = tmp_path / "untrusted.bin"
    file.write_text("content")
    return file


def run(sandbox, task, file, limits, **arguments):
    """The records that came, and the error that ended them."""
    records = []
    try:
        for record in sandbox.run(f"hostile_tasks:{task}", file, arguments, limits):
            records.append(record)
    except GreffierError as error:
        return records, error
    return records, None


@pytest.mark.parametrize("task", ["hang", "spin"])
def test_a_task_that_never_ends_is_stopped(sandbox, untrusted, task):
    started = time.monotonic()
    records, error = run(sandbox, task, untrusted, Limits(seconds=1))
    assert time.monotonic() - started < 10
    assert len(records) == 1
    assert isinstance(error, SourceRefused)
    assert str(error) == "The file took more than 1 s to open."


@pytest.mark.parametrize("task", ["crash", "stop_early"])
def test_a_task_that_dies_is_broken(sandbox, untrusted, task):
    records, error = run(sandbox, task, untrusted, Limits())
    assert len(records) == 1
    assert isinstance(error, SourceBroken)
    assert "crashed" in str(error)


def test_memory_is_bounded(sandbox, untrusted):
    records, error = run(sandbox, "eat_memory", untrusted, Limits(memory_mb=300))
    assert len(records) == 1
    assert isinstance(error, SourceRefused)
    assert "300 MB" in str(error)


def test_recursion_is_refused(sandbox, untrusted):
    records, error = run(sandbox, "recurse", untrusted, Limits())
    assert len(records) == 1
    assert "nested too deeply" in str(error)


@pytest.mark.parametrize("task", ["garbage", "announce_giant", "wrong_kind", "lie_about_type", "lie_about_size"])
def test_nonsense_is_not_believed(sandbox, untrusted, task):
    records, error = run(sandbox, task, untrusted, Limits(seconds=20))
    assert records == []
    assert isinstance(error, SourceRefused)
    assert "its reader answers" in str(error)


@pytest.mark.parametrize(
    ("task", "limits", "kept", "told"),
    [
        ("many_pages", Limits(pages=7), 7, "more than 7 pages"),
        ("many_members", Limits(members=5), 5, "more than 5 files"),
        ("expand", Limits(expanded_mb=2), 8, "more than 2 MB"),
        ("long_pages", Limits(expanded_mb=2), 8, "more than 2 MB"),
    ],
)
def test_floods_are_dammed(sandbox, untrusted, task, limits, kept, told):
    records, error = run(sandbox, task, untrusted, limits)
    assert len(records) == kept
    assert told in str(error)


def test_nothing_gets_out(sandbox, untrusted, tmp_path, monkeypatch):
    monkeypatch.setenv("GREFFIER_TEST_SECRET", "secret")
    secret = tmp_path / "other" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("secret")
    inherited = os.open(secret, os.O_RDONLY)
    os.set_inheritable(inherited, True)
    moved = os.dup2(inherited, 55)
    try:
        records, error = run(
            sandbox,
            "escape",
            untrusted,
            Limits(),
            secret=str(secret),
            target=str(tmp_path / "written"),
            parent=os.getpid(),
            descriptor=moved,
        )
    finally:
        os.close(inherited)
        os.close(moved)
    assert error is None
    assert records[0].text == ""
    assert untrusted.read_text() == "content"
    assert not (tmp_path / "written").exists()
