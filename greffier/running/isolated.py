"""The sandbox: one process for each untrusted file, confined in layers, its answers decoded strictly and counted."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from greffier.contracts import Limits, Untrusted
from greffier.errors import GreffierError, OutsideFailed, SourceBroken, SourceRefused
from greffier.records import Leaf, Member
from greffier.running import layers, wire
from greffier.running.child import Child

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
WORD_BYTES = 100  # what the place of one word takes; its text is counted too
_REASON = 300  # characters
_NOTHING = Path(os.devnull)


@dataclass(frozen=True, slots=True)
class Isolated:
    """A Sandbox. `strict` runs nothing unless every layer holds; otherwise those that hold are used.

    `imported_too` are folders that tasks may be imported from beside the installed libraries. Picklable: workers get it
    with every unit of work.
    """

    strict: bool = False
    imported_too: tuple[str, ...] = ()

    def layers(self) -> tuple[str, ...]:
        """The protections that hold on this machine, tried once in each process by running nothing in them."""
        return _probed(shutil.which("bwrap"), self.imported_too)

    def run(self, task: str, untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Untrusted]:
        """Yield what the task yields; see `contracts.Sandbox`. OutsideFailed when strict and a layer is missing."""
        missing = [layer for layer in layers.ALL if layer not in self.layers()]
        if self.strict and missing:
            message = f"The sandbox is not complete on this machine: no {', no '.join(missing)}."
            raise OutsideFailed(message, 'Install bubblewrap, or set sandbox = "auto" to use the layers that hold.')
        if not untrusted_path.is_file():
            raise SourceBroken("The file is not there any more.")
        wrapped = "bubblewrap" in self.layers()
        with _child(task, untrusted_path.absolute(), arguments, limits, wrapped, self.imported_too) as child:
            yield from _counted(_answers(child.frames(limits), untrusted_path), limits)


@lru_cache(maxsize=8)
def _probed(program: str | None, imported_too: tuple[str, ...]) -> tuple[str, ...]:
    """The layers that hold with this bubblewrap program, or without it where it is forbidden to work."""
    limits = Limits(seconds=20)
    for wrapped in (True, False) if program else (False,):
        with _child(f"{__name__}:nothing", _NOTHING, {}, limits, wrapped, imported_too) as child:
            try:
                first = next(child.frames(limits))
            except (SourceBroken, SourceRefused):
                continue
        if isinstance(first, wire.Ready):
            held = {*first.layers, *(("bubblewrap", "no-network") if wrapped else ())}
            return tuple(layer for layer in layers.ALL if layer in held)
    raise OutsideFailed("No process can be started to open files in.", "See whether memory or processes ran out.")


def _child(
    task: str, path: Path, arguments: dict[str, Any], limits: Limits, wrapped: bool, imported_too: tuple[str, ...]
) -> Child:
    readable = [*layers.readable(), *imported_too]
    wrapping = layers.bubblewrap(path, readable) if wrapped else []
    seen = str(layers.INSIDE if wrapped else path)
    request = wire.Request(task, seen, arguments, limits, readable)
    command = [*wrapping, *layers.interpreter(), "-m", "greffier.running.cell"]
    return Child(command, layers.environment(imported_too), msgspec.msgpack.encode(request))


def nothing(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Untrusted]:
    """The task that yields nothing: for trying what holds."""
    return iter(())


def _answers(frames: Iterable[wire.Frame], untrusted_path: Path) -> Iterator[Untrusted]:
    """The records among the frames; raises what the last frame says went wrong."""
    for frame in frames:
        if isinstance(frame, wire.Ended):
            if frame.reason is not None:
                raise _problem(frame, untrusted_path)
        elif not isinstance(frame, wire.Ready):
            yield frame


def _problem(ended: wire.Ended, untrusted_path: Path) -> GreffierError:
    """The error of a last frame; its words came from the child, so they are made one short line without our paths."""
    told = (ended.reason or "").replace(str(untrusted_path.absolute()), "it").replace(str(layers.INSIDE), "it")
    reason = " ".join(_UNPRINTABLE.sub(" ", told).split())[:_REASON] or "The file cannot be read."
    return SourceRefused(reason) if ended.refused else SourceBroken(reason)


def _counted(answers: Iterable[Untrusted], limits: Limits) -> Iterator[Untrusted]:
    """The answers, as long as there are not too many of them."""
    leaves = members = expanded = 0
    for answer in answers:
        if isinstance(answer, Leaf):
            leaves += 1
            expanded += len(answer.text) + WORD_BYTES * len(answer.words)
        if isinstance(answer, Member):
            members += 1
            expanded += len(answer.content)
        if leaves > limits.pages:
            raise SourceRefused(f"The file has more than {limits.pages} pages; those before are kept.")
        if members > limits.members:
            raise SourceRefused(f"The file holds more than {limits.members} files; those before are kept.")
        if expanded > limits.expanded_mb << 20:
            raise SourceRefused(f"The file expands to more than {limits.expanded_mb} MB; what came before is kept.")
        yield answer
