"""Landlock, landlock(7): this process and its children may read these paths and touch no other file."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterable

# System calls: the same numbers on every architecture.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # bits by version of the kernel's interface; 16 since version 5
_BIND_AND_CONNECT = 0b11  # TCP, version 4
_SOCKETS_AND_SIGNALS = 0b11  # towards processes outside, version 6
_VERSION_FLAG, _PATH_BENEATH = 1, 1


def restrict(libc: ctypes.CDLL, paths: Iterable[str]) -> bool:
    """Restrict this process for good; False where the kernel has no Landlock. Needs no_new_privs."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_FLAG)
    if version < 1:
        return False
    bits = _FILE_RIGHTS.get(version, 16)
    handled = struct.pack("=QQQ", (1 << bits) - 1, _BIND_AND_CONNECT, _SOCKETS_AND_SIGNALS)
    size = 8 if version < 4 else 16 if version < 6 else 24
    ruleset = libc.syscall(_CREATE_RULESET, handled, ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    for path in [*paths, "/dev/null", "/dev/urandom"]:
        _allow(libc, ruleset, path)
    held = libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0
    os.close(ruleset)
    return bool(held)


def _allow(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    if not os.path.exists(path):
        return
    rights = _READ_FILE | (_READ_DIR | _EXECUTE if os.path.isdir(path) else 0)
    rights |= _WRITE_FILE if path == "/dev/null" else 0
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, struct.pack("=Qi", rights, opened), 0)
    os.close(opened)
