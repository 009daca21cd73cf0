"""Runs `add` over a folder in a process of its own; measures time to each step and the memory of the whole tree.

Memory is read from /proc every tenth of a second: RSS counts a page of memory once for each process that maps it, PSS
shares it out; the truth for a machine is PSS. CPU is summed from the same samples, so it lacks the last moments of each
process.
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
    """Seconds from the start to the end of each step, pages made, peaks in MB, CPU seconds of the whole tree."""

    seconds: dict[str, float] = field(default_factory=dict)
    pages: int = 0
    rss: int = 0
    pss: int = 0
    cpu: float = 0.0

    def costs(self) -> str:
        """The line under a table: CPU and memory."""
        return (
            f"CPU {self.cpu:.0f} s ({self.cpu / self.pages:.2f} s a page); "
            f"peak memory of the tree {self.pss} MB PSS ({self.rss} MB RSS)"
        )

    def row(self, name: str, step: str) -> str:
        """One line of a table: how long until this step was done, and the pages a second that makes."""
        took = self.seconds[step]
        return f"{name:24} {took:8.1f} s {self.pages / took:8.2f} pages/s"


@dataclass
class Cost:
    """What a command and all below it took: wall and CPU seconds, peaks in MB."""

    seconds: float = 0.0
    cpu: float = 0.0
    rss: int = 0
    pss: int = 0


def watch(command: list[str]) -> tuple[list[str], Cost]:
    """Run a command to its end; return the lines it printed and what it took. Leaves where it fails."""
    began, cost, spent = time.monotonic(), Cost(), dict[int, float]()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            rss, pss = _memory(process.pid)
            cost.rss, cost.pss = max(cost.rss, rss), max(cost.pss, pss)
            spent.update((pid, seconds) for pid in _tree(process.pid) if (seconds := _cpu(pid)))
            time.sleep(0.1)
        cost.seconds, cost.cpu = time.monotonic() - began, sum(spent.values())
        if process.returncode:
            sys.exit(f"{command[0]} failed with code {process.returncode}; nothing measured.")
        printed.seek(0)
        return printed.read().splitlines(), cost


def add(folder: Path, jobs: int = 0) -> Measured:
    """Add a folder to a new case and return what was measured."""
    with tempfile.TemporaryDirectory() as case:
        began = time.monotonic()
        lines, cost = watch([sys.executable, __file__, case, str(folder), str(jobs)])
    measured = Measured(rss=cost.rss, pss=cost.pss, cpu=cost.cpu)
    for line in lines:
        told = json.loads(line)
        measured.seconds[told["step"]] = told["at"] - began
        measured.pages = told["pages"]
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


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has had; 0 when it is gone."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return 0.0
    user, system = told.rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _tree(root: int) -> list[int]:
    found = [root]
    for pid in found:
        try:
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                found += map(int, children.read_text(encoding="ascii").split())
        except OSError:
            continue  # it ended meanwhile
    return found


def machine() -> str:
    """The cores, the model of the processor, and how much else was running: wall times mean little above the cores."""
    model = next(
        (
            line.split(":", 1)[1].strip()
            for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
            if line.startswith("model name")
        ),
        "?",
    )
    return f"{len(os.sched_getaffinity(0))} cores, {model}, load {os.getloadavg()[0]:.1f} at the end"


def _child(case: str, folder: str, jobs: str) -> None:
    """Run `add`, printing when each step ended."""
    import greffier
    from greffier.records import Page, Progress

    ended: dict[str, float] = {}
    running: list[str] = []

    def tell(progress: Progress) -> None:
        for step in running:
            ended[step] = time.monotonic()
        running[:] = [progress.step]

    with greffier.open_case(case, create=True, jobs=int(jobs) or None) as opened:
        opened.add(folder, progress=tell)
        ended["done"] = ended[running[0]] = time.monotonic()
        pages = sum(1 for _ in opened.all(Page))
    for step, at in ended.items():
        print(json.dumps({"step": step, "at": at, "pages": pages}))


if __name__ == "__main__":
    _child(*sys.argv[1:])
