"""Killing the process anywhere and running again gives the same export, byte for byte, and loses nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import greffier

ADD = [sys.executable, "-m", "greffier"]


def start(case: Path, box: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*ADD, "-C", str(case), "add", str(box)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def exported(case: Path, out: Path) -> dict[str, bytes]:
    with greffier.open_case(case) as opened:
        assert opened.verify() == []
        paths = opened.export(out)
    return {path.name: path.read_bytes() for path in paths if path.stem != "acts"}


@pytest.fixture(scope="module")
def whole(box: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    case = tmp_path_factory.mktemp("whole")
    greffier.open_case(case, create=True).close()
    began = time.monotonic()
    assert start(case, box).wait(110) == 0
    return exported(case, case / "export"), time.monotonic() - began


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_killed_again_and_again(seed: int, box: Path, whole: tuple[dict[str, bytes], float], tmp_path: Path) -> None:
    expected, took = whole
    moments = random.Random(seed)
    greffier.open_case(tmp_path, create=True).close()
    for _ in range(4):
        process = start(tmp_path, box)
        time.sleep(moments.uniform(0.1, 0.9) * took)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert start(tmp_path, box).wait(110) == 0
    assert exported(tmp_path, tmp_path / "export") == expected
