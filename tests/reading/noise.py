"""Texts that tell nothing: what scanners, programs and other alphabets leave on a page. Seeded, each `SIZE` signs."""

from __future__ import annotations

import base64
import json
import random
from collections.abc import Callable

SIZE = 6_000  # characters
_TOLD = (
    "Les travaux du port seront repris sous peu, si tout le monde en tombe d'accord, et rien ne presse. "
    "The paper was read aloud before the others went on to what was left to do, and nobody had much to say of it. "
)


def _filled(line: Callable[[], str]) -> str:
    lines: list[str] = []
    while sum(map(len, lines)) < SIZE:
        lines.append(line())
    return "\n".join(lines)[:SIZE]


def _of(chance: random.Random, signs: str, least: int, most: int) -> str:
    return "".join(chance.choice(signs) for _ in range(chance.randint(least, most)))


def _words(chance: random.Random, signs: str, most: int = 8) -> str:
    return _filled(lambda: " ".join(_of(chance, signs, 2, most) for _ in range(10)))


def _alphabet(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))


def _log(chance: random.Random) -> str:
    told = ("connection reset by peer", "took {} ms", "pid={}", "GET /a/{} HTTP/1.1 200 {}", "retry in {} s")
    level = chance.choice(("INFO", "WARN", "ERROR", "DEBUG"))
    said = chance.choice(told).format(chance.randint(1, 999), chance.randint(1, 9_999))
    return f"[{chance.random() * 1e5:.6f}] {level} {chance.choice(('kernel', 'Worker-3', 'net.Socket'))}: {said}"


def _dump(chance: random.Random) -> str:
    line = chance.randbytes(16)
    shown = "".join(chr(33 + sign % 94) for sign in line)
    return f"{chance.getrandbits(24):08x}  {line.hex(' ')}  |{shown}|"


def noise() -> dict[str, str]:
    """Return the texts by what they are."""
    chance = random.Random(11)
    misread = "Il1|0O.,'~^_rnmèé°§ \n"
    small = "abcdefghijklmnopqrstuvwxyzéèàç"
    return {
        "soup": _words(chance, small + misread.strip()),
        "misread": "".join(one if chance.random() > 0.3 else chance.choice(misread) for one in _TOLD * 30)[:SIZE],
        "capitals": _words(chance, small.upper()),
        "digits": _of(chance, "0123456789", SIZE, SIZE),
        "groups of digits": _words(chance, "0123456789", 6),
        "pairs of digits": _filled(lambda: " ".join(f"{chance.randint(0, 99):02}" for _ in range(20))),
        "figures": _filled(lambda: " ".join(f"{chance.uniform(-1e3, 1e5):.{chance.randint(0, 4)}f}" for _ in range(8))),
        "symbols": _of(chance, "!@#$%^&*()_+-=[]{}|;':\",./<>?€£§°«»", SIZE, SIZE),
        "plates": _words(chance, "ABCDEFGKLMNPQRSTUVWXYZ0123456789-", 10),
        "arabic": _words(chance, _alphabet(0x627, 0x64A)),
        "hebrew": _words(chance, _alphabet(0x5D0, 0x5EA)),
        "chinese": _words(chance, _alphabet(0x4E00, 0x5FFF)),
        "cyrillic": _words(chance, _alphabet(0x410, 0x44F)),
        "twice encoded": (_TOLD * 30).encode().decode("latin-1")[:SIZE],
        "two bytes a letter": (_TOLD * 30).encode("utf-16-le").decode("latin-1")[:SIZE],
        "bytes": chance.randbytes(SIZE).decode("cp1252", "replace"),
        "base64": _filled(lambda: base64.b64encode(chance.randbytes(57)).decode()),
        "dump": _filled(lambda: _dump(chance)),
        "ids": _filled(lambda: " ".join(chance.randbytes(16).hex("-", 4) for _ in range(2))),
        "code": _filled(lambda: f"if (a[{chance.randint(0, 9)}] > {chance.random():.3f}) {{ return b.x + 'px'; }}"),
        "log": _filled(lambda: _log(chance)),
        "json": json.dumps([{"id": chance.getrandbits(40), "v": chance.random()} for _ in range(200)])[:SIZE],
        "columns": _filled(lambda: ";".join(str(chance.randint(0, 10 ** chance.randint(1, 9))) for _ in range(8))),
        "leaders": _filled(lambda: ". " * chance.randint(5, 40) + str(chance.randint(1, 300))),
    }
