"""No reader takes longer than a page is long, whatever stands on it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_reader_takes_longer_than_its_page_is_long() -> None:
    """Four times the text is not much more than four times the work of the processor, on some fifty kinds of text."""
    tried = subprocess.run(
        [sys.executable, "-m", "tests.reading.try_readers"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert tried.stdout == ""
    assert tried.stderr.endswith(" s\n")
