"""Odd, damaged and hostile files, each opened in the sandbox as the line opens it: what became of it, how long it took.

`python -m bench.odd_files [--list FILE]`: every file of the corpora `odd-files` and `mail`, and every file inside them.
`--list` writes one line for each file. What a program must read is read where that program is installed, and said.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from bench.corpora import folder
from greffier.contracts import Limits
from greffier.intake.receive import receive
from greffier.intake.take import Taking
from greffier.records import Source
from greffier.running.isolated import Isolated
from greffier.storing.blobs_folder import FolderBlobs

LIMITS = Limits(seconds=60)
SUITES = ("odd-files/office-mail-archives", "odd-files/pdf", "mail")
HUNG = 2 * LIMITS.seconds + 15  # seconds: a file that a program converts is opened twice
DEEPEST = 4


@dataclass(frozen=True)
class Ended:
    """One file: where it was, what became of it, pages, and seconds; `crashed` is an error that is no answer."""

    suite: str
    path: str
    media_type: str
    status: str
    reason: str
    pages: int
    seconds: float
    crashed: bool = False


def opened(blobs: Path, suite: str, source: Source) -> tuple[Ended, list[Source]]:
    """Open one source."""
    began = time.monotonic()
    taking = Taking(source, Isolated(), FolderBlobs(blobs), LIMITS, None)
    try:
        pages = sum(1 for _ in taking.leaves(LIMITS.pages))
        told, crashed = taking.source, False
    except Exception as error:  # noqa: BLE001  what is counted here
        pages, crashed = 0, True
        told = replace(source, status="broken", reason=f"{type(error).__name__}: {error}")
    seconds = time.monotonic() - began
    ended = Ended(suite, told.path, told.media_type, told.status, told.reason or "", pages, seconds, crashed)
    return ended, taking.members


def every(suite: str, blobs: Path) -> list[Ended]:
    """Every file of a suite, and every file inside them that is not known yet."""
    store = FolderBlobs(blobs)
    root = folder(suite)
    waiting = [receive(file, str(file.relative_to(root)), store) for file in sorted(root.rglob("*")) if file.is_file()]
    known: set[str] = set()
    ended = [
        Ended(suite, s.path, s.media_type, s.status, s.reason or "", 0, 0) for s in waiting if s.status != "waiting"
    ]
    with ProcessPoolExecutor(2) as pool:
        while waiting:
            fresh = {source.sha256: source for source in reversed(waiting) if source.status == "waiting"}
            some = [source for sha256, source in fresh.items() if sha256 not in known]
            known.update(fresh)
            waiting = []
            for one, members in pool.map(partial(opened, blobs, suite), some):
                ended.append(one)
                waiting += members if one.path.count("/") < DEEPEST else []
    return ended


def rows(ended: list[Ended]) -> list[str]:
    """The table: a line for each suite, then the reasons."""
    lines = [
        "| suite | files | read | broken | refused | crashed | hung | pages | slowest |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for suite in SUITES:
        those = [one for one in ended if one.suite == suite]
        status = Counter(one.status for one in those)
        slowest = max(those, key=lambda one: one.seconds)
        lines.append(
            f"| {suite} | {len(those)} | {status['read']} | {status['broken']} | {status['refused']} "
            f"| {sum(one.crashed for one in those)} | {sum(one.seconds > HUNG for one in those)} "
            f"| {sum(one.pages for one in those)} | {slowest.seconds:.1f} s, {Path(slowest.path).name} |"
        )
    reasons = Counter((one.status, re.sub(r"\d+|: .*", "…", one.reason)) for one in ended if one.status != "read")
    lines += ["", "| files | ended as | because |", "|---|---|---|"]
    lines += [f"| {count} | {status} | {reason} |" for (status, reason), count in reasons.most_common(40)]
    return lines


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", type=Path)
    listed = parser.parse_args().list
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as blobs:
        ended = [one for suite in SUITES for one in every(suite, Path(blobs))]
    print("\n".join(rows(ended)))
    print(f"\n{time.monotonic() - began:.0f} s.")
    if listed:
        lines = (f"{o.status}\t{o.seconds:.1f}\t{o.pages}\t{o.media_type}\t{o.path}\t{o.reason}" for o in ended)
        listed.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")


if __name__ == "__main__":
    main()
