"""Names from outside made fit for paths in the case: readable, without tricks, each one once."""

from __future__ import annotations

import os
import re

# Control characters, line ends, what turns the direction of writing round, halves of characters.
_TRICKS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]+"
)
_DRIVE = re.compile(r"^[A-Za-z]:(?=[/\\]|$)")
_LONGEST = 120  # characters of one part of a path
_DEEPEST = 12  # folders in one name


def printable(untrusted_name: str) -> str:
    """One part of a path as it can be shown: what cannot be printed becomes the replacement character."""
    return _TRICKS.sub("\ufffd", untrusted_name)


def safe(untrusted_name: str) -> str:
    """A relative path that stays below its holder, with `/` between its parts, whatever the name said."""
    bare = _DRIVE.sub("", untrusted_name.strip())
    parts = [_shortened(printable(part).strip()) for part in re.split(r"[/\\\\]", bare)]
    kept = [part for part in parts if part.strip(". \ufffd")]
    return "/".join(kept[-_DEEPEST:]) or "unnamed"


def _shortened(part: str) -> str:
    if len(part) <= _LONGEST:
        return part
    stem, ending = os.path.splitext(part)
    ending = ending[:12]
    return stem[: _LONGEST - len(ending)] + ending


class Names:
    """Safe names among which none comes twice: the second `a.txt` is `a (2).txt`."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}  # the last one given: an archive may hold a thousand files of one name

    def safe(self, untrusted_name: str) -> str:
        """The safe form of a name, told apart from those given before."""
        return self.unique(safe(untrusted_name))

    def unique(self, name: str) -> str:
        """The name itself, or with a number before its ending."""
        stem, ending = os.path.splitext(name)
        candidate, number = name, self._numbers.get(name, 1)
        while candidate in self._taken:
            number += 1
            candidate = f"{stem} ({number}){ending}"
        self._taken.add(candidate)
        self._numbers[name] = number
        return candidate
