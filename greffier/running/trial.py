"""What holds on this machine, found by trying: a harmless task in the sandbox does what a taken-over reader would."""

from __future__ import annotations

import ctypes
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greffier.contracts import Limits, Sandbox
from greffier.records import Leaf

SECRET = "a word that must not come out"  # noqa: S105  no password: it is what the task looks for
_INTERNET, _STREAM = 2, 1  # socket(2)
_ATTEMPTS = (
    "read a file of this account",
    "list its folder",
    "read the system's list of users",
    "write a file",
    "open a network connection",
    "start a process",
    "look into another process",
    "start a program",  # the last: where it can be done, this process ends with it
)


@dataclass(frozen=True, slots=True)
class Attempt:
    """Something tried from inside, and whether it was prevented."""

    what: str
    prevented: bool


def trial(sandbox: Sandbox) -> tuple[Attempt, ...]:
    """Try everything in this sandbox. What the task does not report counts as not prevented."""
    with tempfile.TemporaryDirectory(prefix="greffier-trial-", dir=Path.home()) as folder:
        secret = Path(folder) / "secret.txt"
        secret.write_text(SECRET, encoding="utf-8")
        untrusted = Path(folder) / "untrusted"
        untrusted.write_text("nothing", encoding="utf-8")
        arguments = {"secret": str(secret), "parent": os.getpid()}
        told = [
            record.text
            for record in sandbox.run(f"{__name__}:escape", untrusted, arguments, Limits(seconds=30))
            if isinstance(record, Leaf)
        ]
        got_out = (Path(folder) / "written").exists()
    prevented = set("\n".join(told).splitlines()) - ({"write a file"} if got_out else set())
    return tuple(Attempt(what, what in prevented) for what in _ATTEMPTS)


def escape(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Leaf]:
    """Yield the names of what could not be done, one a line (sandbox task)."""
    secret, libc = Path(arguments["secret"]), ctypes.CDLL(None, use_errno=True)
    tried: tuple[Callable[[], bool], ...] = (
        lambda: secret.read_text(encoding="utf-8") == SECRET,
        lambda: bool(os.listdir(secret.parent)),
        lambda: bool(Path("/etc/passwd").read_bytes()),
        lambda: (secret.parent / "written").write_text("x") == 1,
        lambda: libc.socket(_INTERNET, _STREAM, 0) >= 0,
        _fork,
        lambda: _looks_into(libc, arguments["parent"]),
    )
    held = [what for what, attempt in zip(_ATTEMPTS[:-1], tried, strict=True) if not _works(attempt)]
    yield Leaf(1, "\n".join(held), 0, 0)
    if not _works(_start_a_program):
        yield Leaf(2, _ATTEMPTS[-1], 0, 0)


def _fork() -> bool:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return True


def _start_a_program() -> bool:
    os.execv("/bin/true", ["/bin/true"])  # noqa: S606  it must be prevented; if it is not, it does nothing
    return True


def _looks_into(libc: ctypes.CDLL, process: int) -> bool:
    """Whether a byte of another process could be read: process_vm_readv(2), as a debugger does."""
    buffer = (ctypes.c_char * 1)()
    here = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 1)
    there = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 1)
    ctypes.set_errno(0)
    if libc.process_vm_readv(process, here, 1, there, 1, 0) == 1:
        return True
    return ctypes.get_errno() not in (_NOT_PERMITTED, _NO_PROCESS, _NO_CALL)


_NOT_PERMITTED, _NO_PROCESS, _NO_CALL = 1, 3, 38  # errno(3)


def _works(attempt: Callable[[], bool]) -> bool:
    try:
        return attempt()
    except OSError:
        return False
