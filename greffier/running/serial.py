"""The runner that does one thing after another, here: for tests, for finding faults, and for one core."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from greffier.contracts import Beat, Item, Result
from greffier.records import Failure
from greffier.running.outcome import attempt


class Serial:
    """A Runner without processes. Nothing survives a crash of the function itself."""

    def __init__(self, jobs: int = 1) -> None:
        """`jobs` is there for the sake of the contract; it is one whatever it says."""

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], in_flight: int, beat: Beat | None = None
    ) -> Iterator[tuple[Item, Result | Failure]]:
        """Yield each item with its result, in order. There is nobody to beat while the one process works."""
        for item in items:
            yield item, attempt(function, item)
