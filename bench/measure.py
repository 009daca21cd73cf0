"""Runs `add` over a folder in a process of its own; measures time to each step and the memory of the whole tree.

Memory is read from /proc every fifth of a second: RSS counts a page of memory once for each process that maps it, PSS
shares it out; the truth for a machine is PSS.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

MEBI = 1 << 10  # kilobytes, as /proc tells them


@dataclass
class Measured:
    """Seconds from the start to the end of each step, pages made, peaks in MB."""

    seconds: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    rss: int = 0
    pss: int = 0

    def row(self, name: str, step: str) -> str:
        """One line of a table: how long until this step was done, and the pages a second that makes."""
        took = self.seconds[step]
        return f"{name:24} {took:8.1f} s {self.pages / took:8.2f} pages/s"


def add(folder: Path, jobs: int = 0) -> Measured:
    """Add a folder to a new case and return what was measured."""
    with tempfile.TemporaryDirectory() as case:
        command = [sys.executable, __file__, case, str(folder), str(jobs)]
        began = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        measured = Measured()
        while process.poll() is None:
            rss, pss = _memory(process.pid)
            measured.rss, measured.pss = max(measured.rss, rss), max(measured.pss, pss)
            time.sleep(0.2)
        assert process.stdout is not None
        for line in process.stdout:
            told = json.loads(line)
            measured.seconds[told["step"]] = told["at"] - began
            measured.pages = told["pages"]
        if process.returncode:
            sys.exit(f"The run failed with code {process.returncode}; nothing measured.")
        return measured


def _memory(root: int) -> tuple[int, int]:
    """Resident and proportional memory of a process and all below it, in MB."""
    rss = pss = 0
    for pid in _tree(root):
        try:
            told = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue  # it ended meanwhile
        figures = dict(line.split(":") for line in told.splitlines()[1:] if ":" in line)
        rss += int(figures["Rss"].split()[0])
        pss += int(figures["Pss"].split()[0])
    return rss // MEBI, pss // MEBI


def _tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            try:
                found += map(int, children.read_text(encoding="ascii").split())
            except OSError:
                continue
    return found


def machine() -> str:
    """The cores and the model of the processor."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        "?",
    )
    return f"{len(os.sched_getaffinity(0))} cores, {model}"


def _child(case: str, folder: str, jobs: str) -> None:
    """Run `add`, printing when each step ended."""
    import greffier
    from greffier.records import Page, Progress

    ended: dict[str, float] = {}

    def tell(progress: Progress) -> None:
        ended[progress.step] = time.monotonic()

    with greffier.open_case(case, create=True, jobs=int(jobs) or None) as opened:
        opened.add(folder, progress=tell)
        ended["done"] = time.monotonic()
        pages = sum(1 for _ in opened.all(Page))
    for step, at in ended.items():
        print(json.dumps({"step": step, "at": at, "pages": pages}))


if __name__ == "__main__":
    _child(*sys.argv[1:])
