"""Programs run apart: no network, one small folder to write to, and only what they wrote comes back."""

from __future__ import annotations

import time

import pytest

from greffier.contracts import Limits, Program
from greffier.errors import SourceBroken, SourceRefused
from greffier.running import isolated
from greffier.running.isolated import Isolated

LIMITS = Limits(seconds=20)


@pytest.fixture
def untrusted(tmp_path):
    file = tmp_path / "untrusted"
    file.write_bytes(b"Le quai.")
    return file


@pytest.fixture(autouse=True)
def bubblewrap():
    if "bubblewrap" not in Isolated().layers():
        pytest.skip("bubblewrap does not work on this machine")


def told(script: str, untrusted, limits=LIMITS, **more) -> dict[str, bytes]:
    """What the files say that this script wrote."""
    program = Program("A script", "nothing", ("sh", "-c", script, "sh", "{file}", "{out}"), "members", **more)
    written: dict[str, bytes] = {}
    for member in Isolated().convert(program, untrusted, limits):
        written[member.name] = written.get(member.name, b"") + member.content
    return written


def test_it_reads_the_file_and_gives_back_what_it_wrote(untrusted):
    script = 'mkdir "$2/b"; cat "$1" > "$2/b/copy"; echo x > "$2/a"; echo y > /tmp/elsewhere'
    assert told(script, untrusted) == {"a": b"x\n", "b/copy": b"Le quai."}


def test_settings_are_written_first(untrusted):
    assert told('cat /tmp/p/s > "$2/a"', untrusted, settings=(("/tmp/p/s", "no macros"),)) == {"a": b"no macros"}


def test_it_sees_nothing_of_the_machine_and_keeps_nothing(untrusted, tmp_path):
    (tmp_path / "secret").write_text("secret")
    tries = f'cat {tmp_path}/secret; ls /home /root; cat /etc/passwd; echo x > "$1"; echo x > /usr/x; env'
    said = told(f'({tries}) > "$2/a" 2>&1; exit 0', untrusted)["a"].decode()
    assert "secret\n" not in said
    assert "root:x" not in said
    assert said.count("No such file") >= 2
    assert "HOME=/tmp" in said
    assert untrusted.read_bytes() == b"Le quai."


def test_it_has_no_network(untrusted):
    script = "import socket\nfor kind in (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK):\n"
    script += (
        " try: socket.socket(kind, socket.SOCK_DGRAM); print('open')\n except OSError as e: print(type(e).__name__)\n"
    )
    script += "socket.socket(socket.AF_UNIX); print('local')"
    said = told(f'python3 -c "{script}" > "$2/a" 2>&1; exit 0', untrusted)["a"].decode()
    if "not found" in said:
        pytest.skip("no python3 among the programs of the system")
    assert said.split() == ["PermissionError"] * 3 + ["local"]


def test_links_and_pipes_are_not_followed(untrusted):
    assert told('ln -s /etc/ld.so.cache "$2/l"; ln -s / "$2/d"; mkfifo "$2/p"; echo x > "$2/a"', untrusted) == {
        "a": b"x\n"
    }


def test_it_cannot_write_more_than_its_room(untrusted):
    script = 'head -c 50000000 /dev/zero > "$2/a"; size=$(wc -c < "$2/a"); rm "$2/a"; echo $size > "$2/n"'
    assert int(told(script, untrusted, room_mb=8)["n"]) <= 8 << 20


def test_one_that_writes_nothing_is_told(untrusted):
    with pytest.raises(SourceBroken, match=r"A script cannot read it \(status 3\)"):
        told("exit 3", untrusted)


def test_one_that_hangs_is_ended_with_all_that_it_started(untrusted):
    started = time.monotonic()
    with pytest.raises(SourceRefused, match="more than 2 s"):
        told("sleep 300 & sleep 300 & sleep 300", untrusted, Limits(seconds=2))
    assert time.monotonic() - started < 10


def test_processes_memory_and_files_are_bounded(untrusted):
    said = told('cat /proc/self/limits > "$2/a"', untrusted, Limits(memory_mb=100, expanded_mb=30))["a"].decode()
    bounds = {line[:26].strip(): line[26:].split()[1] for line in said.splitlines()[1:]}
    assert bounds["Max processes"] == "256"
    assert bounds["Max address space"] == str(800 << 20)
    assert bounds["Max file size"] == str(30 << 20)
    assert bounds["Max core file size"] == "0"


def test_without_bubblewrap_no_program_is_started(untrusted, monkeypatch):
    monkeypatch.setattr(isolated.shutil, "which", lambda _: None)
    with pytest.raises(SourceRefused, match="only used inside bubblewrap"):
        told("true", untrusted)
