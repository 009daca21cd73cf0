"""Seeds, from outside: started when needed, kept for the next file, dropped when anything about one is odd."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import OutsideFailed
from greffier.running import wire
from greffier.running.child import Process, listen
from greffier.running.seed import HEAD, TOKEN

FILES = 500  # served by one seed; then another takes its place, and whatever this one has gathered goes
_START, _END = (
    60.0,
    2.0,
)  # seconds in which a new seed must have imported all, in which a cell that is done must be gone
_CHUNK = 1 << 20


def _kind(command: Sequence[str], environment: dict[str, str]) -> tuple[object, ...]:
    return tuple(command), tuple(sorted(environment.items()))


class Seed:
    """One seed of one kind: the command and the environment that it was started with."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.kind = _kind(command, environment)
        self.served = 0
        self.idle = True  # no cell is at work, as far as is known
        self._process = Process(list(command), environment)

    def ready(self) -> bool:
        """Whether it answers to a fresh token, which none of its cells can have known. What lies before is lost."""
        token, tail = secrets.token_bytes(TOKEN), b""
        deadline = time.monotonic() + (_END if self.served else _START)
        try:
            self._tell(token)
            while tail != token and (chunk := self._process.read(deadline - time.monotonic())):
                tail = (tail + chunk)[-TOKEN:]
        except BrokenPipeError:
            return False
        return tail == token

    def ask(self, request: bytes, file: Path | None, limits: Limits) -> Iterator[wire.Frame]:
        """Have a cell work on a request, and on a copy of the file where one is handed over; yield its frames."""
        self.idle, self.served = False, self.served + 1
        size = file.stat().st_size if file else 0
        self._tell(HEAD.pack(len(request), file is not None, size) + request)
        if file is not None:
            self._hand(file, size)
        for frame in listen(self._process, limits):
            self.idle = isinstance(frame, wire.Ended)  # before it is handed on: whoever takes it may stop listening
            yield frame

    def _hand(self, file: Path, size: int) -> None:
        with file.open("rb") as untrusted_stream:
            while size:
                chunk = untrusted_stream.read(min(size, _CHUNK))
                if not chunk:
                    raise OutsideFailed("A stored file became shorter while it was read.", "Run `greffier verify`.")
                self._process.questions.write(chunk)
                size -= len(chunk)
        self._process.questions.flush()

    def _tell(self, message: bytes) -> None:
        self._process.questions.write(message)
        self._process.questions.flush()

    def end(self) -> None:
        """End it, with whatever cell of it is still at work."""
        self._process.end()


class Nursery:
    """The idle seeds of this process, all of one kind: after the files were opened, theirs are not needed any more."""

    def __init__(self) -> None:
        self._idle: list[Seed] = []
        self._lock = threading.Lock()

    @contextmanager
    def seed(self, command: Sequence[str], environment: dict[str, str]) -> Iterator[Seed]:
        """A seed for one file. It is kept afterwards if its cell said its last word."""
        seed = self._taken(command, environment)
        try:
            yield seed
        finally:
            if seed.idle and seed.served < FILES:
                with self._lock:
                    self._idle.append(seed)
            else:
                seed.end()

    def _taken(self, command: Sequence[str], environment: dict[str, str]) -> Seed:
        """An idle seed of this kind that answers, else a new one."""
        kind = _kind(command, environment)
        while (seed := self._next()) is not None:
            if seed.kind == kind and seed.ready():
                return seed
            seed.end()
        fresh = Seed(command, environment)
        if fresh.ready():
            return fresh
        fresh.end()
        raise OutsideFailed("No process can be started to open files in.", "See whether memory or processes ran out.")

    def _next(self) -> Seed | None:
        with self._lock:
            return self._idle.pop() if self._idle else None
