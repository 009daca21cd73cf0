"""Every sandbox yields what honest tasks yield and says what went wrong, with bubblewrap and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import OutsideFailed, SourceBroken, SourceRefused
from greffier.records import Identified, Leaf, Member, Picture
from greffier.running import isolated
from greffier.running.isolated import Isolated

TASKS = Path(__file__).parent.parent / "faults"


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
    file = tmp_path / "untrusted file.bin"
    file.write_text("content")
    return file


def test_yields_every_kind_of_record_in_order(sandbox, untrusted):
    assert list(sandbox.run("hostile_tasks:honest", untrusted, {"more": "!"}, Limits())) == [
        Identified("text/plain"),
        Leaf(1, "content!", 0, 0),
        Member("inner", b"bytes"),
        Picture(1, 2, 1, b"\x00\xff"),
    ]


def test_keeps_what_came_before_an_error_and_its_class(sandbox, untrusted):
    answers = sandbox.run("hostile_tasks:refuse", untrusted, {}, Limits())
    assert next(answers).number == 1
    with pytest.raises(SourceRefused, match="Needs a password"):
        next(answers)


def test_a_reason_is_one_short_line_without_paths(sandbox, untrusted):
    with pytest.raises(SourceBroken) as told:
        list(sandbox.run("hostile_tasks:tell_paths", untrusted, {}, Limits()))
    reason = str(told.value)
    assert reason.startswith("Cannot parse it: [31m line 2 xxx")
    assert len(reason) <= 300
    assert reason.isprintable()


def test_an_unexpected_error_says_its_class_and_nothing_of_the_machine(sandbox, untrusted):
    with pytest.raises(SourceBroken, match="KeyError") as told:
        list(sandbox.run("hostile_tasks:unexpected", untrusted, {}, Limits()))
    assert "/" not in str(told.value)


def test_what_libraries_print_is_no_answer(sandbox, untrusted):
    assert [leaf.number for leaf in sandbox.run("hostile_tasks:print_much", untrusted, {}, Limits())] == [1]


def test_a_file_that_vanished_is_broken(sandbox, tmp_path):
    with pytest.raises(SourceBroken, match="not there"):
        list(sandbox.run("hostile_tasks:honest", tmp_path / "gone", {"more": ""}, Limits()))


def test_whoever_stops_listening_leaves_no_process(sandbox, untrusted):
    answers = sandbox.run("hostile_tasks:hang", untrusted, {}, Limits())
    next(answers)
    answers.close()  # would wait ten minutes if it did not kill


def test_layers_are_those_that_hold(sandbox):
    assert {"rlimits"} <= set(sandbox.layers()) <= {"bubblewrap", "rlimits", "landlock", "seccomp", "no-network"}


def test_strict_runs_nothing_without_every_layer(untrusted, monkeypatch):
    monkeypatch.setattr(isolated.shutil, "which", lambda _: None)
    sandbox = Isolated(strict=True, imported_too=(str(TASKS),))
    with pytest.raises(OutsideFailed, match="no bubblewrap"):
        list(sandbox.run("hostile_tasks:honest", untrusted, {"more": ""}, Limits()))
