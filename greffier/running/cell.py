"""The child of the sandbox: confines itself, then runs one task on one untrusted file and writes what it yields.

`python -m greffier.running.cell`, request on standard input, frames on standard output; or forked by a seed. Whatever a
library prints goes nowhere.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, NoReturn

import msgspec

from greffier.errors import SourceBroken, SourceRefused
from greffier.running import layers, program, wire


def main() -> None:
    """Read the request, close every door, run the task."""
    request = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=wire.Request)
    work(request, _private_output())


def work(request: wire.Request, output: BinaryIO) -> NoReturn:
    """Confine this process, run the task, write what it yields. The process ends here, whatever happens."""
    held = _confined(request)
    output.write(wire.encode(wire.Ready(held)))
    output.flush()
    output.write(wire.encode(_run(request, output)))
    output.flush()
    os._exit(0)  # no clean-up: libraries may crash in theirs, and all is said


def _confined(request: wire.Request) -> list[str]:
    if request.programs:
        return program.confine(request.limits)
    return layers.confine(Path(request.untrusted_path), request.readable_paths, request.limits)


def _private_output() -> BinaryIO:
    """Standard output under another number; the old number leads nowhere, and neither does standard error."""
    output = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    return output


def _run(request: wire.Request, output: BinaryIO) -> wire.Ended:
    try:
        module, _, name = request.task.partition(":")
        task = getattr(import_module(module), name)
        for frame in task(Path(request.untrusted_path), request.arguments, request.limits):
            output.write(wire.encode(frame))
            output.flush()
    except SourceRefused as refusal:
        return wire.Ended(str(refusal), refused=True)
    except SourceBroken as broken:
        return wire.Ended(str(broken))
    except MemoryError:
        gc.collect()
        return wire.Ended(f"The file needs more than {request.limits.memory_mb} MB of memory to open.", refused=True)
    except RecursionError:
        return wire.Ended("The file is nested too deeply to open.", refused=True)
    except Exception as error:  # noqa: BLE001  the process boundary: parsers raise anything on a damaged file
        return wire.Ended(f"The file is damaged: its reader stopped with {type(error).__name__} at {_where(error)}.")
    return wire.Ended()


def _where(error: Exception) -> str:
    """The last line of ours that the error went through; the libraries' lines say little."""
    place, trace = "its start", error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if "greffier" in file.parts:
            place = f"{file.name} line {trace.tb_lineno}"
        trace = trace.tb_next
    return place


if __name__ == "__main__":
    main()
