"""No pattern of the package takes long on any text: its work grows no faster than what it reads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_no_pattern_takes_longer_than_its_text_is_long() -> None:
    """`python -m tests.try_patterns MODULE…` tries those of some modules alone."""
    tried = subprocess.run(
        [sys.executable, "-m", "tests.try_patterns"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    count, *slow = tried.stdout.splitlines()
    assert int(count) > 900
    assert not slow
