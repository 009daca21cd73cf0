"""One telephone line written with and without its blanks, where a page gives no country and two were guessed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from greffier.records import Judgement, Reason
from greffier.resolving.gather import Named
from greffier.resolving.judge import SAME, judgement
from greffier.resolving.work import Work

_WHOLE = 8  # digits of a number at least


def same_lines(work: Work) -> Iterator[Judgement]:
    """Join the lines of which the pages give the same digits, and none the country."""
    written: dict[str, list[Named]] = defaultdict(list)
    for key in sorted(work.names):
        named = work.names[key]
        if named.kind == "phone":
            for digits in sorted({_digits(surface) for surface in named.surfaces} - {""}):
                written[digits].append(named)
    for first, *others in written.values():
        for other in others:
            if work.free(first.key, other.key) and work.clusters.join(first.key, other.key):
                spans = (first.mentions[0].span, other.mentions[0].span)
                reason = Reason("the same number as written; its country was guessed", SAME, spans)
                yield judgement(first.key, other.key, "same", [reason])


def _digits(surface: str) -> str:
    """The digits of a number that is written without its country."""
    digits = "".join(char for char in surface if char.isdigit())
    told = surface.lstrip(" (").startswith("+") or digits.startswith("00")
    return "" if told or len(digits) < _WHOLE else digits
