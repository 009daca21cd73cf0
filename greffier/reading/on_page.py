"""The mentions of one page by their place: what stands in a stretch of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from greffier.records import Mention, Page, Time

PARTIES = ("person", "organisation")


class OnPage:
    """What earlier readers found on a page."""

    def __init__(self, page: Page, mentions: Iterable[Mention]) -> None:
        self.page = page
        self._mentions = sorted(mentions, key=lambda one: (one.span.start, one.span.end))
        self._starts = [one.span.start for one in self._mentions]

    def within(self, start: int, end: int, *kinds: str) -> Iterator[Mention]:
        """Yield the mentions of these kinds that lie in a stretch, in the order of the text."""
        for one in self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if one.span.end <= end and one.kind in kinds:
                yield one

    def at(self, start: int, end: int, *kinds: str) -> Mention | None:
        """The mention of one of these kinds that stands exactly here."""
        return next(
            (one for one in self.within(start, end, *kinds) if one.span.start == start and one.span.end == end), None
        )

    def day(self, start: int, end: int) -> Time | None:
        """The first time in a stretch that is a day or an hour of one."""
        return next((one.time for one in self.within(start, end, "date") if one.time and is_day(one.time)), None)


def is_day(time: Time) -> bool:
    """Whether a time is of one day that is known with its year."""
    return time.earliest[:10] == time.latest[:10] and len(time.earliest) >= 10 and time.earliest[:4].isdigit()
