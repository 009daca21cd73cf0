"""What a number in words is worth, in English and in French, lakhs and crores too."""

from __future__ import annotations

import re

from text_to_num import text2num

_INDIAN = ((re.compile(r"\bcrores?\b"), 10_000_000), (re.compile(r"\bla(?:kh|c)s?\b"), 100_000))


def value(told: str, tongue: str) -> int | None:
    """The number that these folded words say and nothing else; None where they say none, or more."""
    if told.startswith(("et ", "and ")):
        return None
    total, rest = 0, told
    for unit, size in _INDIAN if tongue == "en" else ():
        parts = unit.split(rest, maxsplit=1)
        if len(parts) == 2:
            many = _plain(parts[0].strip(), tongue)
            if many is None:
                return None
            total, rest = total + many * size, re.sub(r"^ *and ", "", parts[1]).strip()
    if total and not rest:
        return total
    last = _plain(rest, tongue)
    return None if last is None else total + last


def _plain(told: str, tongue: str) -> int | None:
    try:
        return int(text2num({"une": "un"}.get(told, told), tongue))
    except ValueError:
        return None
