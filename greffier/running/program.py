"""The program profile of the sandbox: an installed program turns one untrusted file into files that Greffier reads.

Such programs start others and write files, which the profile of our own parsers denies. So bubblewrap is required: no
network, of the machine only programs, one folder in memory to write to, of bounded size and thrown away. Inside it,
resource limits and seccomp; from outside, the wall clock ends all of it. What the program wrote comes back through the
same counted frames as everything else, and is then opened by the ordinary sandbox.
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.records import Member
from greffier.running import layers, seccomp

OUT = Path("/tmp/out")  # noqa: S108  inside bubblewrap: the only folder that can be written to
_PROFILE = "/etc/libreoffice"  # its own defaults, without which it does not start
_PROCESSES = 256  # at once, threads included
_ROOM_TO_MAP = 8  # programs map far more memory than they use: times `memory_mb`, while `--size` bounds what is kept
_MIB = 1 << 20


def bubblewrap(untrusted_path: Path, readable_paths: list[str], room_mb: int) -> list[str]:
    """The start of a command as `layers.bubblewrap` gives it, with a `/proc` of its own and this much to write to."""
    command = layers.bubblewrap(readable_paths, untrusted_path)
    at = command.index("--tmpfs")
    more = ["--proc", "/proc", "--size", str(room_mb * _MIB)]
    if os.path.isdir(_PROFILE):
        more = ["--ro-bind", _PROFILE, _PROFILE, *more]
    return [*command[:at], *more, *command[at:]]


def confine(limits: Limits) -> list[str]:
    """Put on this process what a program can bear; return the names of the protections that hold."""
    libc = ctypes.CDLL(None, use_errno=True)
    layers.end_with_parent()
    layers.no_new_privileges(libc)
    layers.bound(
        {
            resource.RLIMIT_AS: limits.memory_mb * _ROOM_TO_MAP * _MIB,
            resource.RLIMIT_CPU: limits.seconds + 1,
            resource.RLIMIT_FSIZE: limits.expanded_mb * _MIB,
            resource.RLIMIT_NOFILE: 512,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_NPROC: _PROCESSES,
        }
    )
    return ["rlimits", *(["seccomp"] if seccomp.deny(libc, programs=True) else [])]


def convert(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Member]:
    """Run a program on the file, then yield what it wrote, in the order of the paths (sandbox task).

    `arguments` are `name`, `command` and `settings` of a `contracts.Program`.
    """
    OUT.mkdir()
    for path, content in arguments["settings"]:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(content, encoding="utf-8")
    words = [word.replace("{file}", str(untrusted_path)).replace("{out}", str(OUT)) for word in arguments["command"]]
    status = _run(words, limits.seconds)
    written = sorted(_files(OUT))
    for file in written:
        with file.open("rb") as stream:
            yield from Member.parts(str(file.relative_to(OUT)), stream)
    if not written:
        raise SourceBroken(f"{arguments['name']} cannot read it (status {status}).")


def _run(words: list[str], seconds: int) -> int:
    environment = dict(os.environ) | {"HOME": "/tmp"}  # noqa: S108  inside bubblewrap; `layers.environment` before it
    nowhere = subprocess.DEVNULL
    try:
        done = subprocess.run(  # noqa: S603  one of our own list of programs; no shell
            words,
            env=environment,
            cwd="/",
            stdin=nowhere,
            stdout=nowhere,
            stderr=nowhere,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired as error:
        raise SourceRefused(f"The file took more than {seconds} s to open.") from error
    return done.returncode


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder; links, pipes and the like are none."""
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))
                elif entry.is_file(follow_symlinks=False):
                    yield Path(entry.path)
