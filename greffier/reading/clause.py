"""A clause: one verb with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from greffier.reading.trigger import Trigger
from greffier.records import Mention

ORDERS = frozenset(("authorise", "request"))
FAR = 170  # an order names the line after all that is to be done with it
_HOUSE = re.compile(r"(?:station|barracks|outpost|post|law courts)$")
_CLOSE = 110  # characters after the verb within which its complements stand


def is_place(one: Mention) -> bool:
    """Whether something may be done there: a place, or a body that is called by its house."""
    return one.kind == "place" or (one.kind == "organisation" and _HOUSE.search(one.span.exact.casefold()) is not None)


class Clause:
    """The mentions before and after one trigger in its clause, and what stands between them and it."""

    def __init__(
        self,
        flat: str,
        trigger: Trigger,
        clause: tuple[int, int],
        start: int,
        seen: Sequence[Mention],
        english: bool = False,
    ) -> None:
        self.flat, self.trigger, self.start, self.here, self.english = flat, trigger, start, seen, english
        self.left, right = clause
        reach = min(right, trigger.end + (FAR if trigger.type in ORDERS else _CLOSE))
        self.before = [one for one in seen if self.left <= one.span.start and one.span.end <= trigger.start]
        self.after = [one for one in seen if trigger.end <= one.span.start and one.span.end <= reach]

    @cached_property
    def dates(self) -> list[Mention]:
        return [one for one in self.after if one.kind == "date"]

    def led(self, one: Mention, cue: re.Pattern[str]) -> bool:
        """Whether these words lead to a mention after the verb."""
        return cue.search(self.flat, max(self.trigger.end - 1, one.span.start - 70), one.span.start) is not None

    def between(self, one: Mention) -> str:
        """What stands between the verb and a mention after it, without the dates there."""
        gap, at = "", self.trigger.end
        for date in self.dates:
            if date.span.end <= one.span.start:
                gap += re.sub(r"(?:\s*,)?(?:\s+(?:a|le|vers|at|on))?\s*$", "", self.flat[at : date.span.start])
                at = date.span.end
        rest = self.flat[at : one.span.start]
        return gap + (rest.removeprefix(",") if at > self.trigger.end else rest)
