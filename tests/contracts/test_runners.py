"""Every runner applies a function to items and yields each item once with its result or failure."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from greffier.errors import SourceBroken
from greffier.records import Failure, Source
from greffier.running.processes import Processes
from greffier.running.serial import Serial

TASKS = Path(__file__).parent.parent / "faults"
sys.path.insert(0, str(TASKS))  # workers import from where their parent does

import hostile_tasks  # noqa: E402


@pytest.fixture(params=[Serial, partial(Processes, 2)], ids=["serial", "processes"])
def runner(request):
    return request.param()


@pytest.fixture
def processes():
    made = Processes(2)
    yield made
    made.close()


def test_each_item_comes_back_once(runner):
    assert sorted(runner.run(hostile_tasks.double, range(50), 4)) == [(item, 2 * item) for item in range(50)]


def test_no_items_no_results(runner):
    assert list(runner.run(hostile_tasks.double, [], 4)) == []


def test_a_runner_can_run_again(runner):
    for _ in range(3):
        assert sum(result for _, result in runner.run(hostile_tasks.double, [1, 2], 1)) == 6


def test_failures_are_results_of_two_kinds(runner):
    results = dict(runner.run(hostile_tasks.fail, ["fine", "broken", "outside", "bug"], 2))
    assert results["fine"] == "fine"
    assert (results["broken"].kind, results["broken"].reason) == ("broken", "The file is damaged.")
    assert (results["outside"].kind, results["outside"].reason) == ("retry", "The disk is full.")
    assert results["bug"].kind == "broken"
    assert "ZeroDivisionError at hostile_tasks.py line" in results["bug"].reason
    assert {result.step for result in results.values() if isinstance(result, Failure)} == {"fail"}


def test_the_same_failure_has_the_same_id(runner):
    first, again = (dict(runner.run(hostile_tasks.fail, ["broken"], 1)) for _ in range(2))
    assert first == again


def test_a_failure_names_the_source_of_its_item(runner):
    source = Source("source-id", "a.pdf", "", "application/pdf", 1)
    [(_, result)] = runner.run(partial(hostile_tasks.always_fail), [(source, "more")], 1)
    assert isinstance(result, Failure)
    assert (result.source, result.step) == ("source-id", "always_fail")


def test_items_are_taken_as_they_are_needed(runner):
    taken = []

    def items():
        for item in range(100):
            taken.append(item)
            yield item

    results = runner.run(hostile_tasks.double, items(), 3)
    for yielded, _ in enumerate(results, 1):
        assert len(taken) - yielded + 1 <= 3


def test_large_items_and_results_pass(runner):
    item = bytes(3_000_000)
    assert [len(result) for _, result in runner.run(hostile_tasks.length, [item] * 4, 4)] == [6_000_000] * 4


def test_a_killed_worker_costs_its_item_only(processes):
    results = dict(processes.run(hostile_tasks.die_on_three, range(8), 4))
    assert results[3].kind == "retry"
    assert "killed" in results[3].reason
    assert [results[item] for item in range(8) if item != 3] == [0, 1, 2, 4, 5, 6, 7]


def test_an_item_that_overruns_costs_its_worker_only():
    runner = Processes(2, seconds=3)
    results = dict(runner.run(hostile_tasks.slowly, [30.0, 0.01, 0.02], 2))
    assert results[30.0].kind == "retry"
    assert (results[0.01], results[0.02]) == (0.01, 0.02)
    runner.close()


def test_workers_are_processes_and_are_kept(processes):
    first = {pid for _, pid in processes.run(hostile_tasks.who, range(20), 4)}
    again = {pid for _, pid in processes.run(hostile_tasks.who, range(20), 4)}
    assert first == again
    assert os.getpid() not in first


def test_a_worker_that_died_while_idle_is_replaced(processes):
    for pid in {pid for _, pid in processes.run(hostile_tasks.who, range(20), 4)}:
        os.kill(pid, 9)
        assert wait_for(lambda pid=pid: not alive(pid))
    assert all(isinstance(pid, int) for _, pid in processes.run(hostile_tasks.who, range(20), 4))


def test_whoever_stops_listening_waits_for_nothing(processes):
    results = processes.run(hostile_tasks.slowly, [0.01, 60.0, 60.0], 2)
    next(results)
    started = time.monotonic()
    results.close()
    assert time.monotonic() - started < 5


def test_an_error_of_the_items_comes_through(runner):
    def items():
        yield 1
        raise SourceBroken("no more")

    with pytest.raises(SourceBroken):
        list(runner.run(hostile_tasks.double, items(), 2))


SCRIPT = """
import sys; sys.path.insert(0, sys.argv[1])
import hostile_tasks
from greffier.running.processes import Processes
print("started", flush=True)
list(Processes(2).run(getattr(hostile_tasks, sys.argv[2]), [sys.argv[3], sys.argv[3] + "x"], 2))
"""


def test_a_killed_parent_leaves_no_orphans(tmp_path):
    """Neither workers nor the sandboxes that they started; the sandboxes' command lines name the file."""
    for name in ("file", "filex"):
        (tmp_path / name).write_text("content")
    command = [sys.executable, "-c", SCRIPT, str(TASKS), "sandboxed_hang", str(tmp_path / "file")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        parent.stdout.readline()
        assert wait_for(lambda: len(descendants(parent.pid)) >= 4)
        family = descendants(parent.pid)
        parent.kill()
    assert wait_for(lambda: not any(alive(pid) for pid in family))


def wait_for(condition, seconds=15.0):
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        if condition():
            return True
        time.sleep(0.05)
    return False


def descendants(pid):
    children = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(after_name[1]), []).append(int(status.parent.name))
    found, waiting = [], [pid]
    while waiting:
        waiting += (below := children.get(waiting.pop(), []))
        found += below
    return found


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_what_is_at_work_is_told_with_its_age(processes):
    beats = []
    assert dict(processes.run(hostile_tasks.slowly, [2.5], 2, beats.append)) == {2.5: 2.5}
    assert beats
    ages = [seconds for beat in beats for item, seconds in beat if item == 2.5]
    assert len(ages) == len(beats)
    assert ages == sorted(ages)
