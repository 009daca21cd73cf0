"""A process that waits inside the sandbox with everything imported, and forks a cell for each untrusted file.

`python -m greffier.running.seed`. Starting Python and its libraries anew for every file costs fifty times what the
parsing of a mail does. The seed itself never looks at a foreign byte: it copies the file to where its cell may read it,
forks, and waits. Standard input brings, again and again: a token, which goes out again at once; the request; the file.
The token is how the parent knows that nothing left in the pipe by an earlier cell is taken for an answer of this one.
"""

from __future__ import annotations

import gc
import os
import struct
import sys
from importlib import import_module
from pathlib import Path
from typing import IO, NoReturn

import msgspec

from greffier.running import cell, wire
from greffier.running.layers import end_with_parent

TOKEN = 16  # bytes
HEAD = struct.Struct(">I?Q")  # length of the request, whether the file follows, its length
_CHUNK = 1 << 20
_OUTPUT = 3  # where a cell writes its frames; every other door is closed in it


def main() -> None:
    """Serve one request after another until the parent is gone."""
    end_with_parent()
    questions, answers = os.fdopen(os.dup(0), "rb"), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    _warm(sys.argv[1])
    gc.collect()
    gc.freeze()  # so that the collector of a cell does not touch, and thereby copy, what it shares with the seed
    while token := questions.read(TOKEN):
        _write(answers, token)
        _serve(questions, answers)


def _warm(task: str) -> None:
    """Import what the task will need; a part that is not installed here is told by the cell that asks for it."""
    for module in (task, *getattr(_imported(task), "PARTS", ())):
        _imported(module)


def _imported(dotted: str) -> object:
    try:
        return import_module(dotted.partition(":")[0])
    except ImportError:
        return None


def _serve(questions: IO[bytes], answers: int) -> None:
    asked, follows, size = HEAD.unpack(questions.read(HEAD.size))
    request = msgspec.msgpack.decode(questions.read(asked), type=wire.Request)
    place = Path(request.untrusted_path)
    if follows:
        _copy(questions, place, size)
    said, out = os.pipe()  # of this cell alone: what it does to its end is nothing to the next one
    child = os.fork()
    if child == 0:
        _become_cell(request, out)
    os.close(out)
    while chunk := os.read(said, _CHUNK):
        _write(answers, chunk)
    os.close(said)
    _, status = os.waitpid(child, 0)
    if follows:
        place.unlink()
    _write(answers, wire.encode(wire.Died(os.waitstatus_to_exitcode(status))))


def _copy(questions: IO[bytes], place: Path, size: int) -> None:
    """Put the file where the cell may read it: in a folder in memory that ends with the seed."""
    with place.open("wb") as file:
        while size:
            chunk = questions.read(min(size, _CHUNK))
            if not chunk:
                raise EOFError
            size -= file.write(chunk)
    place.chmod(0o400)


def _become_cell(request: wire.Request, out: int) -> NoReturn:
    """Close every door but the way out, and do the work of a cell. Does not return, or two seeds would listen."""
    try:
        if out != _OUTPUT:
            os.dup2(out, _OUTPUT)
        os.closerange(_OUTPUT + 1, 1 << 16)
        cell.work(request, os.fdopen(_OUTPUT, "wb"))
    finally:
        os._exit(1)


def _write(answers: int, message: bytes) -> None:
    left = memoryview(message)
    while left:
        left = left[os.write(answers, left) :]


if __name__ == "__main__":
    main()
