"""One unit of work, whatever becomes of it: its result, or the failure that is its result."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import PurePath

from greffier.contracts import Item, Result
from greffier.errors import GreffierError, OutsideFailed
from greffier.records import Failure, Source, digest


def attempt(function: Callable[[Item], Result], item: Item) -> Result | Failure:
    """Apply the function; an error becomes a failure of kind retry where trying again can help, else broken."""
    try:
        return function(item)
    except GreffierError as error:
        return failure(function, item, str(error), retry=isinstance(error, OutsideFailed))
    except Exception as error:  # noqa: BLE001  a unit of work ends here, and its failure must not end the others
        return failure(function, item, f"{type(error).__name__} at {_where(error)}: {error}"[:300])


def failure(function: Callable[[Item], Result], item: Item, reason: str, retry: bool = False) -> Failure:
    """The failure of this unit of work: the same item failing at the same step has the same id."""
    step, source = name(function), source_of(item)
    return Failure(digest(step, source, str(item)), step, source, "retry" if retry else "broken", reason)


def name(function: Callable[[Item], Result]) -> str:
    """The name of a step's function, or of the function inside a partial."""
    inner = getattr(function, "func", function)
    return str(getattr(inner, "__name__", type(inner).__name__))


def source_of(item: object) -> str:
    """The id of the source that an item is, belongs to, or starts with; a path or text stands for itself."""
    if isinstance(item, tuple | list) and item:
        return source_of(item[0])
    if isinstance(item, Source):
        return item.id
    source = getattr(item, "source", None)
    if isinstance(source, str):
        return source
    return str(item)[:300] if isinstance(item, str | PurePath) else str(getattr(item, "id", ""))


def _where(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return f"{PurePath(frames[-1].filename).name} line {frames[-1].lineno}" if frames else "its start"
