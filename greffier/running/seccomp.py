"""Seccomp, seccomp(2): system calls that no parser needs are answered with "not permitted", for good."""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from collections.abc import Sequence

# What reaches other machines, other processes or the kernel's rarer corners: numbers on x86_64 and aarch64.
_DENIED: dict[str, tuple[int | None, int | None]] = {
    "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203),
    "clone": (56, 220), "clone3": (435, 435), "fork": (57, None), "vfork": (58, None),
    "execve": (59, 221), "execveat": (322, 281),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "pidfd_send_signal": (424, 424), "pidfd_getfd": (438, 438),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "mount_setattr": (442, 442),
    "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430), "fsconfig": (431, 431),
    "fsmount": (432, 432), "open_by_handle_at": (304, 265), "unshare": (272, 97), "setns": (308, 268),
    "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    "bpf": (321, 280), "userfaultfd": (323, 282), "perf_event_open": (298, 241),
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
    "prlimit64": (302, 261), "setpriority": (141, 140), "sched_setparam": (142, 118), "sched_setscheduler": (144, 119),
    "sched_setattr": (314, 274), "sched_setaffinity": (203, 122), "shmget": (29, 194), "semget": (64, 190),
    "msgget": (68, 186), "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "chown": (92, None),
    "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54),
    "reboot": (169, 142), "init_module": (175, 105), "finit_module": (313, 273),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294),
}  # fmt: skip
_PROGRAMS_NEED = frozenset("clone clone3 fork vfork execve execveat socket socketpair connect".split())
_ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
_AF_UNIX = 1
_SET_SECCOMP, _MODE_FILTER = 22, 2  # prctl(2)
_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _NOT_PERMITTED, _KILL, _X32 = 0x7FFF0000, 0x00050001, 0x80000000, 0x40000000


def deny(libc: ctypes.CDLL, programs: bool = False) -> bool:
    """Filter the system calls of this process; False where the kernel or this machine's kind is not known to do it.

    `programs` leaves what starts processes, and sockets that no network is behind.
    """
    known = _ARCHITECTURES.get(platform.machine())
    if known is None or sys.maxsize < 2**32:
        return False
    column, architecture = known
    denied = {name: pair[column] for name, pair in _DENIED.items() if not (programs and name in _PROGRAMS_NEED)}
    local = _DENIED["socket"][column] if programs else None
    program = _filter(architecture, [number for number in denied.values() if number is not None], local)
    code = ctypes.create_string_buffer(program, len(program))
    head = struct.pack("@HP", len(program) // 8, ctypes.addressof(code))
    return bool(libc.prctl(_SET_SECCOMP, _MODE_FILTER, head, 0, 0) == 0)


def _filter(architecture: int, denied: Sequence[int], local_socket: int | None = None) -> bytes:
    """`struct sock_filter[]`: (code, lines to jump if true, if false, constant); the last three lines decide.

    `local_socket` is the number of the system call that may open sockets of the family AF_UNIX and no others.
    """
    count, extra = len(denied), 0 if local_socket is None else 3
    lines = [
        (_LOAD, 0, 0, 4),  # the architecture
        (_JUMP_IF_EQUAL, 0, count + extra + 4, architecture),
        (_LOAD, 0, 0, 0),  # the number of the system call
        (_JUMP_IF_AT_LEAST, count + extra + 2, 0, _X32),  # the second set of numbers of x86_64
    ]
    if local_socket is not None:
        lines += [
            (_JUMP_IF_EQUAL, 0, 2, local_socket),
            (_LOAD, 0, 0, 16),  # the lower half of its first argument
            (_JUMP_IF_EQUAL, count, count + 1, _AF_UNIX),
        ]
    lines += [(_JUMP_IF_EQUAL, count - at, 0, number) for at, number in enumerate(denied)]
    lines += [(_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _NOT_PERMITTED), (_RETURN, 0, 0, _KILL)]
    return b"".join(struct.pack("=HBBI", *line) for line in lines)
