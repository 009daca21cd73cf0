"""Floors for the small case files of `tests/cases`: they only rise. `python -m bench.cases` prints all figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.cases import one_case, read_in
from tests.cases.laid import Laid
from tests.cases.truth import folders, truth_of
from tests.seeded.tally import total

FLOORS = {  # over 28 cases since 30 November 2026
    "seen": {
        "alias pairs recall": 0.44, "balances recall": 0.06, "contradictions precision": 0.98,
        "contradictions recall": 0.48, "key events recall": 0.41, "kept apart recall": 1.0, "merges precision": 1.0,
        "movements counted once recall": 0.25, "movements precision": 0.53, "names joined recall": 0.80,
        "names read recall": 0.87, "no facts recall": 0.86, "red lines recall": 0.52, "relations recall": 0.25,
    },
}  # fmt: skip


@pytest.mark.parametrize("folder", folders("seen"), ids=lambda folder: folder.name)
def test_what_a_case_tells_stands_on_its_pages(folder: Path) -> None:
    laid = Laid(read_in(folder), truth_of(folder))
    assert laid.lost() == []


@pytest.mark.slow
@pytest.mark.parametrize("half", FLOORS)
def test_cases_are_read_no_worse_than_before(half: str) -> None:
    figures = total(one_case(folder) for folder in folders(half)).figures()
    assert {name: figures[name] for name, floor in FLOORS[half].items() if figures[name] < floor} == {}
