"""Sandbox tasks and units of work that misbehave on purpose; imported where they run, never by the product."""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greffier.contracts import Limits
from greffier.errors import OutsideFailed, SourceBroken, SourceRefused
from greffier.records import Identified, Leaf, Member, Picture
from greffier.running import wire

Yielded = Iterator[Identified | Leaf | Member | Picture]

# --- tasks ------------------------------------------------------------------------------------------------------------


def page(number: int, text: str = "page") -> Leaf:
    return Leaf(number, text, 0, 0)


def honest(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield Identified("text/plain")
    yield page(1, untrusted_path.read_text() + str(arguments["more"]))
    yield Member("inner", b"bytes")
    yield Picture(1, 2, 1, b"\x00\xff")


def hang(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    time.sleep(600)


def who_reads(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    told = untrusted_path.read_text()
    yield page(1, f"{os.getpid()} {os.getppid()} {told}")
    if told == "refused":
        raise SourceRefused("Needs a password.")


def talk_on(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    """Say that all is done, and go on with an answer to whatever is asked next."""
    yield page(1)
    ended, forged = wire.encode(wire.Ended()), wire.encode(page(1, "forged")) * 2000
    write_everywhere(ended + forged[: 1 << 15] + wire.encode(wire.Died(0)) + ended)


def spoil(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    """Leave the way out, and whoever started this process, in a bad state."""
    yield page(1)
    for number in range(3, 64):
        works(lambda number=number: fcntl.fcntl(number, fcntl.F_SETFL, os.O_NONBLOCK))
    works(lambda: resource.prlimit(os.getppid(), resource.RLIMIT_FSIZE, (0, 0)))
    works(lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19))


def linger(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    write_everywhere(wire.encode(wire.Ended()))
    time.sleep(600)


def spin(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    while True:
        pass


def crash(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    ctypes.string_at(0)


def eat_memory(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    held = []
    while True:
        held.append(bytearray(1 << 24))


def recurse(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    recurse_for_ever()


def recurse_for_ever() -> None:
    recurse_for_ever()


def stop_early(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    os._exit(0)


def print_much(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    for stream in (sys.stdout, sys.stderr):
        stream.write("not a frame\n" * 10_000)
        stream.flush()
    os.write(1, b"not a frame")
    yield page(1)


def write_everywhere(data: bytes) -> None:
    """To every open descriptor: one of them is the way out."""
    for number in range(3, 64):
        try:
            os.write(number, data)
        except OSError:
            continue


def garbage(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    write_everywhere(b"\xff" * 4096)
    yield page(1)


def announce_giant(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    write_everywhere(struct.pack(">cI", b"L", 0xFFFFFFFF))
    time.sleep(600)
    yield page(1)


def wrong_kind(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    write_everywhere(struct.pack(">cI", b"L", 1) + b"\xc0")
    time.sleep(600)
    yield page(1)


def lie_about_type(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield Identified("text/plain\r\n/etc/passwd")


def lie_about_size(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield Picture(1, 1000, 1000, b"little")


def many_pages(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    for number in range(1, 10_000_000):
        yield page(number)


def many_members(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    for number in range(10_000_000):
        yield Member(str(number), b"x")


def long_pages(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    for number in range(1, 50):
        yield page(number, "x" * (1 << 18))


def expand(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    for number in range(10_000_000):
        yield Member(str(number), bytes(1 << 18))


def refuse(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    raise SourceRefused("Needs a password.")


def tell_paths(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    raise SourceBroken(f"Cannot parse {untrusted_path}:\x1b[31m\n line 2 \u202e" + "x" * 10_000)


def unexpected(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    yield page(1)
    raise KeyError(str(untrusted_path))


def escape(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Yielded:
    """Try what a taken-over parser would try; the text says what worked."""
    attempts = {
        "read a file": lambda: Path(arguments["secret"]).read_text(),
        "list a folder": lambda: os.listdir(Path(arguments["secret"]).parent),
        "write a file": lambda: Path(arguments["target"]).write_text("x"),
        "write to /tmp": lambda: Path("/tmp/greffier-escape").write_text("x"),
        "change the file": lambda: untrusted_path.write_text("x"),
        "open a socket": lambda: socket.socket(),
        "start a program": lambda: os.execv("/bin/true", ["/bin/true"]),
        "fork": lambda: os.fork() == 0 and os._exit(0),
        "trace": lambda: 1 // (ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0),
        "signal the parent": lambda: os.kill(arguments["parent"], 0),
        "find a secret in the environment": lambda: os.environ["GREFFIER_TEST_SECRET"],
        "find an inherited descriptor": lambda: os.fstat(arguments["descriptor"]),
    }
    yield page(1, ", ".join(name for name, attempt in attempts.items() if works(attempt)))


def works(attempt: Any) -> bool:
    try:
        attempt()
    except (OSError, ZeroDivisionError, KeyError, PermissionError):
        return False
    return True


# --- units of work ----------------------------------------------------------------------------------------------------


def double(item: int) -> int:
    return 2 * item


def slowly(item: float) -> float:
    time.sleep(item)
    return item


def die_on_three(item: int) -> int:
    if item == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def fail(item: str) -> str:
    errors = {
        "broken": SourceBroken("The file is damaged."),
        "outside": OutsideFailed("The disk is full."),
        "bug": ZeroDivisionError("by nought"),
    }
    if item in errors:
        raise errors[item]
    return item


def always_fail(item: Any) -> None:
    raise SourceBroken("The file is damaged.")


def who(item: int) -> int:
    print("this is no answer")
    return os.getpid()


def length(item: bytes) -> bytes:
    return item * 2


def sandboxed_hang(item: str) -> int:
    from greffier.running.isolated import Isolated

    sandbox = Isolated(imported_too=(str(Path(__file__).parent),))
    return len(list(sandbox.run("hostile_tasks:hang", Path(item), {}, Limits(seconds=600))))
