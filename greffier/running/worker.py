"""A process of the runner: takes a function and an item, answers with the outcome, until its input ends.

`python -m greffier.running.worker PARENT`, the number of the process that starts it. Messages are pickles, between
processes of ours only, each after its length.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from typing import IO, Any

from greffier.running.layers import end_with_parent
from greffier.running.outcome import attempt

HEAD = struct.Struct(">Q")


def send(stream: IO[bytes], message: Any) -> None:
    """Write one message."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(HEAD.pack(len(body)))
    stream.write(body)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message; EOFError when the other side is gone."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    (length,) = HEAD.unpack(head)
    body = stream.read(length)
    if len(body) < length:
        raise EOFError
    return pickle.loads(body)  # noqa: S301  written by our own process


def main() -> None:
    """Work until there is no more to do, or nobody to do it for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its workers
    end_with_parent(int(sys.argv[1]))
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a function prints is no answer
    try:
        sys.path[:] = receive(questions)
        while True:
            function, item = receive(questions)
            outcome = attempt(function, item)
            send(answers, outcome)
    except (EOFError, BrokenPipeError):
        return


if __name__ == "__main__":
    main()
