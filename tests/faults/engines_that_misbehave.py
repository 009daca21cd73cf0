"""Engines that crash, lie, hang or talk nonsense on purpose, and the sandbox task that lets them loose."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greffier import plugins
from greffier.contracts import Limits
from greffier.pages.recognise import recognise
from greffier.records import Leaf, Word

Told = tuple[str, tuple[Word, ...]]


class Crashes:
    """Takes its process with it."""

    def recognise(self, untrusted_pixels: bytes, width: int, height: int, languages: str) -> Told:
        os.abort()


class Raises:
    """Gives up with an error that nobody foresaw."""

    def recognise(self, untrusted_pixels: bytes, width: int, height: int, languages: str) -> Told:
        raise ZeroDivisionError("a scale of nothing")


class Hangs:
    """Never comes back."""

    def recognise(self, untrusted_pixels: bytes, width: int, height: int, languages: str) -> Told:
        while True:
            time.sleep(1)


class Devours:
    """Takes all memory there is."""

    def recognise(self, untrusted_pixels: bytes, width: int, height: int, languages: str) -> Told:
        taken = []
        while True:
            taken.append(bytearray(64 << 20))


class Lies:
    """Says where words stand, and they do not."""

    def recognise(self, untrusted_pixels: bytes, width: int, height: int, languages: str) -> Told:
        lies = (
            Word(0, 3, 0.1, 0.1, 0.2, 0.2, 95),
            Word(-4, 2, 0.1, 0.1, 0.2, 0.2, 95),
            Word(1, 6, 0.1, 0.1, 0.2, 0.2, 95),
            Word(4, 4_000, 0.1, 0.1, 0.2, 0.2, 95),
            Word(4, 7, 0.9, 0.9, 0.1, 0.1, 95),
            Word(8, 12, -7.0, 0.1, 9.0, 0.2, 1_000),
            Word(13, 17, float("nan"), 0.1, 0.2, 0.2, 95),
        )
        return "one two four five", lies


class Babbles:
    """Talks in control characters and lone halves of pairs."""

    def recognise(self, untrusted_pixels: bytes, width: int, height: int, languages: str) -> Told:
        return "\x00\x1b[2J\r\ne\u0301\ufffe", (Word(0, 9, 0, 0, 1, 1, 50),)


def with_engine(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Leaf]:
    """Recognise with the engine of this dotted path, as if `plugins` listed it (sandbox task)."""
    plugins.ENGINES["misbehaving"] = arguments["engine"]
    yield from recognise(untrusted_path, arguments | {"engine": "misbehaving"}, limits)
