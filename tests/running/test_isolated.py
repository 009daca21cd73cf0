"""The sandbox starts quickly, from anywhere, and shows its task nothing of the case."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.running import isolated, layers
from greffier.running.isolated import Isolated

NOTHING = "greffier.running.isolated:nothing"


def test_it_can_be_sent_to_a_worker():
    sandbox = Isolated(imported_too=("/somewhere",))
    assert pickle.loads(pickle.dumps(sandbox)) == sandbox


def test_it_works_from_any_folder_and_for_relative_paths(tmp_path, monkeypatch):
    (tmp_path / "a file").write_text("Le quai.")
    monkeypatch.chdir(tmp_path)
    records = Isolated().run("greffier.intake.opening:open_untrusted", Path("a file"), {"name": "x"}, Limits())
    assert [type(record).__name__ for record in records] == ["Identified", "Leaf"]


def test_a_module_beside_the_case_is_not_imported(tmp_path, monkeypatch):
    (tmp_path / "msgspec.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    assert list(Isolated().run(NOTHING, tmp_path / "msgspec.py", {}, Limits())) == []


def test_what_is_readable_holds_no_home_and_no_current_folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    shown = {os.path.realpath(path) for path in layers.readable()}
    assert not shown & {str(Path.home()), str(tmp_path), "/", "/etc", "/var"}


def test_the_environment_is_scrubbed(monkeypatch):
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("TESSDATA_PREFIX", "/usr/share")
    told = layers.environment([])
    assert "SECRET" not in told
    assert told["OMP_THREAD_LIMIT"] == "1"
    assert told["TESSDATA_PREFIX"] == "/usr/share"


def test_a_task_that_does_not_exist_is_told(tmp_path):
    (tmp_path / "x").write_text("x")
    with pytest.raises(SourceBroken, match="ModuleNotFoundError"):
        list(Isolated().run("greffier.intake.no_such:task", tmp_path / "x", {}, Limits()))


def test_a_tried_sandbox_does_not_try_again(monkeypatch, tmp_path):
    tried = Isolated().tried()
    monkeypatch.setattr(isolated, "_probed", lambda *_: pytest.fail("tried again"))
    (tmp_path / "x").write_text("x")
    assert pickle.loads(pickle.dumps(tried)).layers() == tried.layers()
    assert list(tried.run(NOTHING, tmp_path / "x", {}, Limits())) == []
