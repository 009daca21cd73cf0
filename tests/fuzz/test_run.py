"""The fuzz targets start, run for a moment and find nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed here")
@pytest.mark.parametrize("target", ["rich_text", "mail"])
def test_a_target_runs_and_finds_nothing(target, tmp_path):
    command = [sys.executable, str(ROOT / "fuzz" / "run.py"), target, "--seconds", "5"]
    environment = dict(os.environ) | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=110)
    assert done.returncode == 0, done.stderr[-2_000:]
    assert list(tmp_path.iterdir()) == []
