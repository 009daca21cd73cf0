"""Every measurement starts as its first lines say: `python -m bench.NAME`."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"


@pytest.mark.parametrize("name", sorted(path.stem for path in BENCH.glob("*.py")))
def test_a_measurement_finds_what_it_uses(name: str) -> None:
    assert importlib.import_module(f"bench.{name}").__doc__
