"""The runner that works in several processes: each takes one item at a time, so the death of one is the loss of one."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
import weakref
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from greffier.contracts import Beat, Item, Result
from greffier.records import Failure
from greffier.running import worker
from greffier.running.outcome import failure

BEAT = 1.0  # seconds between two words on what is being worked on
_ROOT = str(Path(__file__).resolve().parent.parent.parent)


class Processes:
    """A Runner with `jobs` worker processes (0: one for each core), started when needed and kept for the next run.

    An item that takes longer than `seconds` costs its worker. Workers end with the thread that started them, with
    `close`, or with this object. `multiprocessing` is not used: its pool loses every item when one worker dies, its
    workers outlive a killed parent, and it runs the main module of the caller again.
    """

    def __init__(self, jobs: int = 0, seconds: float = 1800) -> None:
        self._jobs = jobs or len(os.sched_getaffinity(0))
        self._seconds = seconds
        self._idle: list[_Worker] = []
        self._finalizer = weakref.finalize(self, _end_all, self._idle)

    def close(self) -> None:
        """End the idle workers; the next run starts others."""
        _end_all(self._idle)

    def run(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        in_flight: int,
        beat: Beat | None = None,
    ) -> Iterator[tuple[Item, Result | Failure]]:
        """Yield items with their results as they come. Busy workers are killed when nobody takes results any more."""
        waiting = iter(items)
        busy: list[_Worker] = []
        try:
            while True:
                self._feed(function, waiting, busy, max(1, in_flight))
                if not busy:
                    return
                ready = _wait(busy, beat)
                busy.remove(ready)
                item, outcome = ready.item, ready.outcome(function)
                if not ready.ended:
                    self._idle.append(ready)
                self._feed(function, waiting, busy, in_flight - 1)  # work goes on while the caller takes this one
                yield item, outcome
        finally:
            _end_all(busy)

    def _feed(
        self, function: Callable[[Item], Any], waiting: Iterator[Item], busy: list[_Worker], in_flight: int
    ) -> None:
        while len(busy) < min(self._jobs, in_flight):
            try:
                item = next(waiting)
            except StopIteration:
                return
            busy.append(self._hand(function, item))

    def _hand(self, function: Callable[[Item], Any], item: Item) -> _Worker:
        """A worker that has been given this item; one that died while idle is passed over."""
        while self._idle:
            idle = self._idle.pop()
            with suppress(BrokenPipeError):
                idle.give(function, item, self._seconds)
                return idle
            idle.end()
        fresh = _Worker()
        fresh.give(function, item, self._seconds)
        return fresh


class _Worker:
    """A worker process, seen from the parent. It waits for an item, or works on one until `deadline`."""

    def __init__(self) -> None:
        path = os.pathsep.join(filter(None, [_ROOT, os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module
            [sys.executable, "-P", "-m", worker.__name__, str(os.getpid())],
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("pipes were asked for")
        self._questions, self.answers = self._process.stdin, self._process.stdout
        self.ended = False
        self.started = self.deadline = 0.0
        self.item: Any = None
        worker.send(self._questions, [entry for entry in sys.path if entry])

    def give(self, function: Callable[[Any], Any], item: Any, seconds: float) -> None:
        """Have it work on an item. BrokenPipeError when it is dead."""
        worker.send(self._questions, (function, item))
        self.item, self.started = item, time.monotonic()
        self.deadline = self.started + seconds

    def outcome(self, function: Callable[[Any], Any]) -> Any:
        """What became of its item; it is ended where it died or is late."""
        item, self.item = self.item, None
        if not _readable([self], 0):
            self.end()
            return failure(function, item, "It took too long and was stopped.", retry=True)
        try:
            return worker.receive(self.answers)
        except EOFError:
            self.end()
            return failure(function, item, "The process that worked on it was killed.", retry=True)

    def end(self) -> None:
        """Kill it, if it is not dead yet, and forget it."""
        self.ended = True
        self._process.kill()
        with suppress(BrokenPipeError):
            self._questions.close()
        self.answers.close()
        self._process.wait()


def _wait(busy: list[_Worker], beat: Beat | None) -> _Worker:
    """The first worker that has answered, died or passed its deadline."""
    late = min(busy, key=lambda one: one.deadline)
    while not (ready := _readable(busy, min(BEAT, max(0.0, late.deadline - time.monotonic())))):
        now = time.monotonic()
        if now >= late.deadline:
            return late
        if beat is not None:
            beat([(one.item, now - one.started) for one in busy])
    return ready[0]


def _readable(workers: list[_Worker], seconds: float) -> list[_Worker]:
    poll = select.poll()
    for one in workers:
        poll.register(one.answers, select.POLLIN)
    told = {number for number, _ in poll.poll(seconds * 1000)}
    return [one for one in workers if one.answers.fileno() in told]


def _end_all(workers: list[_Worker]) -> None:
    while workers:
        workers.pop().end()
