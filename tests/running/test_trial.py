"""The self-test of the sandbox tells the truth: prevented where it holds, possible where it does not."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import OutsideFailed
from greffier.running import isolated, layers
from greffier.running.isolated import UNPROTECTED, Isolated
from greffier.running.trial import Attempt, escape, trial
from greffier.settings import load_settings


class NoSandbox:
    """Runs a task where it is: what an operating system without any protection would come to."""

    def run(self, task, untrusted_path, arguments, limits):
        return iter(self.yielded(untrusted_path, arguments, limits))

    def yielded(self, untrusted_path, arguments, limits):
        yield next(escape(untrusted_path, arguments, limits))

    def layers(self):
        return ()


def test_everything_is_prevented_in_the_sandbox_of_this_machine():
    sandbox = Isolated()
    if set(sandbox.layers()) != set(layers.ALL):
        pytest.skip("not every layer holds on this machine")
    assert all(attempt.prevented for attempt in trial(sandbox))


def test_without_a_sandbox_it_says_that_things_are_possible():
    told = {attempt.what: attempt.prevented for attempt in trial(NoSandbox())}
    assert not told["read a file of this account"]
    assert not told["write a file"]
    assert not told["open a network connection"]
    assert not told["start a process"]


def test_a_task_that_reports_nothing_has_prevented_nothing():
    class Silent(NoSandbox):
        def yielded(self, untrusted_path, arguments, limits):
            return iter(())

    assert not any(attempt.prevented for attempt in trial(Silent()))
    assert all(isinstance(attempt, Attempt) for attempt in trial(Silent()))


@pytest.mark.parametrize("held", [(), ("rlimits",), ("rlimits", "seccomp", "no-network")])
def test_nothing_is_opened_where_no_wall_holds_unless_it_is_said_in_plain_words(monkeypatch, tmp_path, held):
    monkeypatch.setattr(isolated, "_probed", lambda *_: held)
    (tmp_path / "a.txt").write_text("Le quai.")
    with pytest.raises(OutsideFailed, match="not opened"):
        list(Isolated().run("greffier.running.isolated:nothing", tmp_path / "a.txt", {}, Limits()))
    Isolated(unprotected=True).insist()


def test_the_setting_is_a_sentence():
    assert " " in UNPROTECTED
    assert load_settings(None, sandbox=UNPROTECTED).sandbox == UNPROTECTED
