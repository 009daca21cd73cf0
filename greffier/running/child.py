"""A running cell, from outside: started, asked once, listened to for so long, and killed whatever happens."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.running import wire

_CHUNK = 1 << 20
_OUT_OF_TIME = {-signal.SIGXCPU, 128 + signal.SIGXCPU}  # as a status of Python's, as one of bubblewrap's


class Child:
    """A context: leaving it kills what is left of the process and its group."""

    def __init__(self, command: list[str], environment: dict[str, str], request: bytes) -> None:
        self._process = Process(command, environment)
        with suppress(BrokenPipeError), self._process.questions as questions:  # dead at once: reading will tell
            questions.write(request)

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.end()

    def frames(self, limits: Limits) -> Iterator[wire.Frame]:
        """Yield frames up to the last one. SourceRefused or SourceBroken when they are late, wrong or stop early."""
        return listen(self._process, limits)


class Process:
    """A process in a group of its own, with a pipe to it and one from it."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(  # noqa: S603  our own interpreter and module; paths are arguments, not shell
            command,
            env=environment,
            cwd="/",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.questions, self.answers = _opened(self._process.stdin), _opened(self._process.stdout)

    def read(self, seconds: float) -> bytes | None:
        """What has come, nothing at the end, None when nothing came for so long."""
        poll = select.poll()
        poll.register(self.answers, select.POLLIN)
        if not poll.poll(max(0.0, seconds) * 1000):
            return None
        return os.read(self.answers.fileno(), _CHUNK)

    def status(self) -> int:
        """The exit status of a process that has closed its pipe, 0 when it does not end."""
        try:
            return self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            return 0

    def alive(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    def end(self) -> None:
        """Kill what is left of the process and its group."""
        if self.alive():
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        with suppress(BrokenPipeError):
            self.questions.close()
        self.answers.close()


def listen(process: Process, limits: Limits) -> Iterator[wire.Frame]:
    """Yield frames up to the last one. SourceRefused or SourceBroken when they are late, wrong or stop early."""
    left = float(limits.seconds)
    buffer = bytearray()
    while True:
        started = time.monotonic()
        chunk = process.read(left)
        left -= time.monotonic() - started  # only waiting counts: whoever takes the frames may be slow
        if chunk is None:
            raise SourceRefused(f"The file took more than {limits.seconds} s to open.")
        if not chunk:
            raise _death(process.status(), limits)
        buffer += chunk
        for frame in _frames(buffer):
            if isinstance(frame, wire.Died):
                raise _death(frame.status, limits)
            yield frame
            if isinstance(frame, wire.Ended):
                return


def _death(status: int, limits: Limits) -> SourceBroken | SourceRefused:
    if status in _OUT_OF_TIME:
        return SourceRefused(f"The file took more than {limits.seconds} s to open.")
    return SourceBroken("The reader crashed on this file: it is damaged, or takes too much memory.")


def _opened(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise RuntimeError("a pipe was asked for")
    return stream


def _frames(buffer: bytearray) -> Iterator[wire.Frame | wire.Died]:
    """Take whole frames off the front of the buffer."""
    size = wire.HEAD.size
    while len(buffer) >= size:
        letter, length = wire.HEAD.unpack_from(buffer)
        if length > wire.LARGEST:
            raise SourceRefused("The file was not opened: what its reader answers is too large.")
        if len(buffer) < size + length:
            return
        try:
            with memoryview(buffer) as whole, whole[size : size + length] as untrusted_body:
                frame = wire.decode(letter, untrusted_body)
        except ValueError as error:
            raise SourceRefused("The file was not opened: its reader answers nonsense.") from error
        del buffer[: size + length]
        yield frame
