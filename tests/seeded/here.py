"""Opens a seeded case in this process: nothing foreign is in it, so it needs neither sandbox nor workers nor disk."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import greffier
from greffier.case import Case
from greffier.contracts import Limits, Program, Untrusted
from greffier.errors import SourceRefused
from greffier.records import Member


class Here:
    """A Sandbox for files of our own making: runs each task where it stands."""

    def run(self, task: str, untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Untrusted]:
        module, _, name = task.partition(":")
        yield from getattr(import_module(module), name)(untrusted_path, arguments, limits)

    def convert(self, program: Program, untrusted_path: Path, limits: Limits) -> Iterator[Member]:
        raise SourceRefused("A seeded case has nothing that a program must convert.")

    def layers(self) -> tuple[str, ...]:
        return ()

    def insist(self) -> None:
        """Nothing here is foreign."""


def added(folder: Path) -> Case:
    """A case in memory, to which every file of the folder was added."""
    with TemporaryDirectory() as root:
        case = greffier.open_case(
            root, create=True, records="memory://", blobs="memory://", index="memory://", runner="serial", jobs=1,
            engine="none", distrust_sample=0,
        )  # fmt: skip
        case.sandbox = Here()
        case.add(folder)
    return case
