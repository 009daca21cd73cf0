"""The layers say whether they hold, and do without what a machine does not have."""

from __future__ import annotations

import platform
import struct

from greffier.running import landlock, layers, seccomp


class NoKernel:
    """A C library whose kernel knows nothing new."""

    def syscall(self, *_):
        return -1

    def prctl(self, *_):
        return -1


def test_a_kernel_without_landlock_is_told():
    assert landlock.restrict(NoKernel(), ["/usr"]) is False


def test_a_kernel_without_seccomp_is_told():
    assert seccomp.deny(NoKernel()) is False


def test_an_unknown_machine_has_no_filter(monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "abacus")
    assert seccomp.deny(NoKernel()) is False


def test_the_filter_jumps_to_its_last_lines_only():
    program = seccomp._filter(0xC000003E, [41, 42, 57])
    lines = [struct.unpack_from("=HBBI", program, at) for at in range(0, len(program), 8)]
    deny, kill = len(lines) - 2, len(lines) - 1
    assert [constant for *_, constant in lines[-3:]] == [0x7FFF0000, 0x00050001, 0x80000000]
    assert 1 + 1 + lines[1][2] == kill
    assert 3 + 1 + lines[3][1] == kill
    assert [at + 1 + lines[at][1] for at in (4, 5, 6)] == [deny] * 3


def test_a_library_folder_is_readable_and_the_one_of_the_program_is_not():
    shown = layers.readable()
    assert set(layers.libraries()) <= set(shown)
    assert str(layers._PACKAGE.parent) not in shown or layers._PACKAGE.parent.name == "site-packages"
