"""The protections around a task on untrusted bytes: what the parent wraps it in, what the child puts on itself.

From outside in: bubblewrap (namespaces of its own, no network, of the machine only programs, read-only), resource
limits, Landlock (no file but programs and the one untrusted file), seccomp (no socket, no program start, no new
namespace). Each works without the others, so that a machine which forbids one still has the rest.
"""

from __future__ import annotations

import ctypes
import os
import resource
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from greffier.contracts import Limits
from greffier.running import landlock, seccomp

ALL = ("bubblewrap", "rlimits", "landlock", "seccomp", "no-network")
WALLS = ("bubblewrap", "landlock")  # either keeps a taken-over reader from the files of this account

INSIDE = Path("/untrusted")  # where the file stands inside bubblewrap
COPIED = Path("/tmp/untrusted")  # noqa: S108  where a seed puts it, in a folder in memory that only its cells see
_PACKAGE = Path(__file__).resolve().parent.parent
_LANGUAGES = "TESSDATA_PREFIX"  # where the language files of OCR are, when somebody says so
_MIB = 1 << 20


def libraries() -> list[str]:
    """The folders of installed libraries, never the one that somebody works in."""
    return [entry for entry in sys.path if entry.endswith(("site-packages", "dist-packages")) and os.path.isdir(entry)]


def readable() -> list[str]:
    """What the child may read beside the untrusted file: programs, libraries, this package, language files."""
    system = ["/usr", "/bin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache", "/etc/fonts"]
    python = [sys.base_prefix, *libraries(), str(_PACKAGE), os.environ.get(_LANGUAGES, "")]
    both = [form for entry in [*system, *python] if entry for form in (entry, os.path.realpath(entry))]
    return [entry for entry in dict.fromkeys(both) if os.path.exists(entry)]


def environment(imported_too: Sequence[str]) -> dict[str, str]:
    """All that the child knows of the environment."""
    told = {
        "PYTHONPATH": os.pathsep.join([str(_PACKAGE.parent), *libraries(), *imported_too]),
        "LC_ALL": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "OMP_THREAD_LIMIT": "1",  # Tesseract with threads is five times slower, and threads are denied
    }
    return told | ({_LANGUAGES: os.environ[_LANGUAGES]} if _LANGUAGES in os.environ else {})


def interpreter() -> list[str]:
    """Python without the start-up files of site (they cost time), nor the current folder on its path."""
    return [os.path.realpath(sys.executable), "-S", "-s", "-P", "-B"]


def bubblewrap(readable_paths: list[str], untrusted_path: Path | None = None) -> list[str]:
    """The start of a command that sees only these paths, and `untrusted_path`, where there is one, as `INSIDE`."""
    command = [shutil.which("bwrap") or "bwrap", "--unshare-all", "--unshare-user", "--uid", "65534", "--gid", "65534"]
    command += ["--cap-drop", "ALL", "--die-with-parent", "--new-session", "--dev", "/dev", "--tmpfs", "/tmp"]  # noqa: S108
    for entry in readable_paths:
        if os.path.islink(entry) and entry.count("/") == 1:  # /lib -> usr/lib
            command += ["--symlink", os.readlink(entry), entry]
        else:
            command += ["--ro-bind", entry, entry]
    if untrusted_path is not None:
        command += ["--ro-bind", str(untrusted_path), str(INSIDE)]
    return [*command, "--chdir", "/", "--"]


def confine(untrusted_path: Path, readable_paths: list[str], limits: Limits) -> list[str]:
    """Put on this process every protection that the machine allows; return the names of those that hold."""
    libc = ctypes.CDLL(None, use_errno=True)
    end_with_parent()
    no_new_privileges(libc)
    limit(limits)
    held = ["rlimits"]
    if landlock.restrict(libc, [*readable_paths, str(untrusted_path)]):
        held.append("landlock")
    if seccomp.deny(libc):
        held += ["seccomp", "no-network"]
    return held


_PARENT_DEATH_SIGNAL, _NO_NEW_PRIVILEGES, _KILL = 1, 38, 9  # prctl(2)


def end_with_parent(parent: int | None = None) -> None:
    """Have the kernel kill this process when the thread that started it ends, in whatever way.

    `parent` is the process that started it, where that is known: one that is gone already sends no signal any more.
    """
    ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, _KILL, 0, 0, 0)
    if parent is not None and os.getppid() != parent:
        os._exit(1)


def no_new_privileges(libc: ctypes.CDLL) -> None:
    """Let no program that this process starts have more rights than it has."""
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def limit(limits: Limits) -> None:
    """Bound memory and processor time; let nothing be written to files, dumped or started."""
    bound(
        {
            resource.RLIMIT_AS: limits.memory_mb * _MIB,
            resource.RLIMIT_CPU: limits.seconds + 1,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_NOFILE: 64,
            resource.RLIMIT_CORE: 0,
            resource.RLIMIT_NPROC: 0,
        }
    )


def bound(resources: dict[int, int]) -> None:
    """Set these limits of the system on this process, for good."""
    for kind, value in resources.items():
        _, hard = resource.getrlimit(kind)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (allowed, allowed))
