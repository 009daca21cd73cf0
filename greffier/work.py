"""What a step is: a name, a version, its pending units of work, and a pure function from one unit to its outputs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from greffier.contracts import Blobs, Limits, Records, Sandbox, Work
from greffier.records import Failure, Rest, digest
from greffier.settings import Settings

RETRY = "retry"  # the settings of work that failed and may succeed another time: no step asks for them


@dataclass(frozen=True, slots=True)
class Tools:
    """What a unit of work may use; small and picklable."""

    settings: Settings
    blobs: Blobs
    sandbox: Sandbox

    def limits(self, rest: Rest | None = None) -> Limits:
        """What opening a file may use, or opening the rest of one."""
        return limits_of(self.settings, rest)


def limits_of(told: Settings, rest: Rest | None = None) -> Limits:
    first, taken_mb = (rest.first, rest.taken >> 20) if rest else (1, 0)
    return Limits(
        told.file_seconds,
        told.file_memory_mb,
        told.file_pages,
        expanded_mb=told.expanded_mb - taken_mb,
        depth=told.depth,
        first=first,
    )


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work: what it is done to, the keys that it finishes, and what to show while it runs.

    `page` is the number of its first page in the source, where it is a part of one; `rest` says so of a file's opening.
    `allowance` is what the members of a file inside another one may come to, in bytes.

    A unit finishes several keys when doing them together is cheaper; its outputs then come in as many parts.
    """

    works: tuple[Work, ...]
    item: Any
    source: str
    label: str
    page: int | None = None
    rest: Rest | None = None
    allowance: int | None = None


def as_it_is(records: Records, unit: Unit) -> Unit:
    """The unit, which holds all that it needs."""
    return unit


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the pipeline. `function(tools, unit)` returns the outputs of each work of the unit.

    `load` brings what a unit needs just before it is done, so that what waits takes no room.
    """

    name: str
    version: int
    over: str
    pending: Callable[[Step, Records, Settings], list[Unit]]
    function: Callable[[Tools, Unit], list[list[Any]]]
    load: Callable[[Records, Unit], Unit] = as_it_is


def failure(step: str, path: str, kind: Any, reason: str, page: int | None = None) -> Failure:
    """A failure as a record; the same failure has the same id."""
    return Failure(digest("failure", step, path, page, reason), step, path, kind, reason, page)
