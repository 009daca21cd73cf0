"""Floors for whole cases that know their truth: who is who, what moved, what was planted and what only looks like it.

Half A is there to write rules from, half B is held out. The floors only rise: `python -m bench.seeded --floors`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.seeded.measure import measure
from tests.seeded.wording import Half, Language

FLOORS: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("seeded_floors.yaml").read_text("utf-8"))
CEILING = "red lines false alarms"  # for each 200 pages: the one figure that is better when it is low
SLACK = 0.02  # a reader that changes moves a few names; and one false alarm
GATES = {
    "alias pairs precision": 0.97, "alias pairs recall": 0.85, "clusters B3 F1": 0.90, "merges precision": 0.99,
    "contradictions precision": 0.80, "contradictions recall": 0.80, "red lines recall": 0.80, CEILING: 1.0,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("half", ["a", "b"])
def test_seeded_cases_are_read_no_worse_than_before(half: Half, language: Language) -> None:
    score = measure(half, language, range(1))
    figures, floors = score.figures(), FLOORS[f"{half} {language}"]
    print(f"\nhalf {half}, {language}, {score.pages} pages")
    for name, value in figures.items():
        gate = f"gate {GATES[name]}" if name in GATES else ""
        print(f"  {name:34} {value:6.3f}  floor {floors.get(name, '-')!s:6} {gate}")
    for type, tally in sorted(score.types.items()):
        print(f"  {type:34} {tally.met}/{tally.due}")
    pairs = {name: (figures.get(name, 1.0), floor) for name, floor in floors.items() if name not in ("found", CEILING)}
    assert {name: pair for name, pair in pairs.items() if pair[0] < pair[1] - SLACK} == {}
    assert figures[CEILING] <= floors[CEILING] + 200 / score.pages, score.errors
    assert [type for type in floors["found"] if not score.types[type].met] == []
