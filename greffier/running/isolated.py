"""The sandbox: one process for each untrusted file, confined in layers, its answers decoded strictly and counted."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from greffier.contracts import Limits, Program, Untrusted, room
from greffier.errors import GreffierError, OutsideFailed, SourceBroken, SourceRefused
from greffier.records import Leaf, Lost, Member
from greffier.running import cell, layers, program, seed, wire
from greffier.running.child import Child
from greffier.running.nursery import Nursery

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")
_REASON = 300  # characters
UNPROTECTED = "open files without protection"  # the setting, in words that nobody writes by mistake
_NOTHING = Path(os.devnull)
COPIED_AT_MOST = (
    64 << 20
)  # bytes of a file handed to a seed; for a larger one starting a process costs little beside it
_NURSERY = Nursery()


@dataclass(frozen=True, slots=True)
class Isolated:
    """A Sandbox. `strict` runs nothing unless every layer holds; otherwise those that hold are used.

    Where none holds that keeps a file from the rest of the machine, nothing is run unless `unprotected` says so.

    `imported_too` are folders that tasks may be imported from beside the installed libraries. Picklable: workers get it
    with every unit of work.
    """

    strict: bool = False
    unprotected: bool = False
    held: tuple[str, ...] | None = None  # the layers that hold, once they were tried
    imported_too: tuple[str, ...] = ()

    def layers(self) -> tuple[str, ...]:
        """The protections that hold on this machine, tried once in each process by running nothing in them."""
        if self.held is not None:
            return self.held
        return _probed(shutil.which("bwrap"), self.imported_too)

    def tried(self) -> Isolated:
        """This sandbox with its layers tried, so that the workers it is handed to need not try them again."""
        return replace(self, held=self.layers())

    def insist(self) -> None:
        """OutsideFailed where too little holds on this machine to open a foreign file."""
        held = self.layers()
        missing = [layer for layer in layers.ALL if layer not in held]
        if self.strict and missing:
            message = f"The sandbox is not complete on this machine: no {', no '.join(missing)}."
            raise OutsideFailed(message, 'Install bubblewrap, or set sandbox = "auto" to use the layers that hold.')
        if not self.unprotected and not set(held) & set(layers.WALLS):
            message = "No sandbox holds on this machine, so foreign files are not opened; what was added is kept."
            next_step = f'Install bubblewrap, or set sandbox = "{UNPROTECTED}" to open them without protection.'
            raise OutsideFailed(message, next_step)

    def run(self, task: str, untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Untrusted]:
        """Yield what the task yields; see `contracts.Sandbox`. OutsideFailed when strict and a layer is missing."""
        self.insist()
        if not untrusted_path.is_file():
            raise SourceBroken("The file is not there any more.")
        wrapped = "bubblewrap" in self.layers()
        path = untrusted_path.absolute()
        if path.stat().st_size > COPIED_AT_MOST:
            with _child(task, path, arguments, limits, wrapped, self.imported_too) as child:
                yield from _counted(_answers(child.frames(limits), untrusted_path), limits)
            return
        command, environment = _seed(task, wrapped, self.imported_too)
        with _NURSERY.seed(command, environment) as one:
            request = _request(task, layers.COPIED if wrapped else path, arguments, limits, self.imported_too)
            frames = one.ask(request, path if wrapped else None, limits)
            yield from _counted(_answers(frames, untrusted_path), limits)

    def convert(self, program: Program, untrusted_path: Path, limits: Limits) -> Iterator[Member]:
        """Yield what a program makes of a file; see `contracts.Sandbox`. OutsideFailed as in `run`."""
        self.insist()
        if "bubblewrap" not in self.layers():
            raise SourceRefused(f"{program.name} is only used inside bubblewrap, which does not work on this machine.")
        with _program(program, untrusted_path.absolute(), limits) as child:
            for made in _counted(_answers(child.frames(limits), untrusted_path), limits):
                if isinstance(made, Member):
                    yield made


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
    wrapping = layers.bubblewrap(_readable(imported_too), path) if wrapped else []
    command = [*wrapping, *layers.interpreter(), "-m", cell.__name__]
    request = _request(task, layers.INSIDE if wrapped else path, arguments, limits, imported_too)
    return Child(command, layers.environment(imported_too), request)


def _seed(task: str, wrapped: bool, imported_too: tuple[str, ...]) -> tuple[list[str], dict[str, str]]:
    """The command and the environment of the seeds for this task."""
    wrapping = layers.bubblewrap(_readable(imported_too)) if wrapped else []
    return [*wrapping, *layers.interpreter(), "-m", seed.__name__, task], layers.environment(imported_too)


def _request(task: str, seen: Path, arguments: dict[str, Any], limits: Limits, imported_too: tuple[str, ...]) -> bytes:
    return msgspec.msgpack.encode(wire.Request(task, str(seen), arguments, limits, _readable(imported_too)))


def _readable(imported_too: tuple[str, ...]) -> list[str]:
    return [*layers.readable(), *imported_too]


def _program(converter: Program, path: Path, limits: Limits) -> Child:
    arguments = {"name": converter.name, "command": converter.command, "settings": converter.settings}
    task = "greffier.running.program:convert"
    request = wire.Request(task, str(layers.INSIDE), arguments, limits, [], programs=True)
    wrapping = program.bubblewrap(path, layers.readable(), min(converter.room_mb, limits.expanded_mb))
    command = [*wrapping, *layers.interpreter(), "-m", "greffier.running.cell"]
    return Child(command, layers.environment(()), msgspec.msgpack.encode(request))


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
    told = ended.reason or ""
    for path in (untrusted_path.absolute(), layers.COPIED, layers.INSIDE):
        told = told.replace(str(path), "it")
    reason = " ".join(_UNPRINTABLE.sub(" ", told).split())[:_REASON] or "The file cannot be read."
    return SourceRefused(reason) if ended.refused else SourceBroken(reason)


def _counted(answers: Iterable[Untrusted], limits: Limits) -> Iterator[Untrusted]:
    """The answers, as long as there are not too many of them."""
    leaves, members, taken = limits.first - 1, 0, 0
    for answer in answers:
        taken += room(answer)
        leaves += isinstance(answer, Leaf | Lost)
        members += isinstance(answer, Member) and not answer.more
        if leaves > limits.pages:
            raise SourceRefused(f"The file has more than {limits.pages} pages; those before are kept.")
        if members > limits.members:
            raise SourceRefused(f"The file holds more than {limits.members} files; those before are kept.")
        if taken > limits.expanded_mb << 20:
            raise SourceRefused(f"The file expands to more than {limits.expanded_mb} MB; what came before is kept.")
        yield answer
