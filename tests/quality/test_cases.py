"""Floors for the small case files of `tests/cases`: they only rise. `python -m bench.cases` prints all figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.cases import one_case
from tests.cases.laid import Laid
from tests.cases.truth import folders, truth_of
from tests.seeded.here import added
from tests.seeded.tally import total

FLOORS = {  # over 23 cases since 30 November 2026
    "seen": {
        "alias pairs recall": 0.38, "balances recall": 0.07, "contradictions precision": 0.86,
        "contradictions recall": 0.31, "key events recall": 0.27, "kept apart recall": 0.98, "merges precision": 0.99,
        "movements counted once recall": 0.13, "names joined recall": 0.77, "names read recall": 0.86,
        "red lines recall": 0.26, "relations recall": 0.24,
    },
}  # fmt: skip


@pytest.mark.parametrize("folder", folders("seen"), ids=lambda folder: folder.name)
def test_what_a_case_tells_stands_on_its_pages(folder: Path) -> None:
    laid = Laid(added(folder / "files"), truth_of(folder))
    assert laid.lost() == []


@pytest.mark.slow
@pytest.mark.parametrize("half", FLOORS)
def test_cases_are_read_no_worse_than_before(half: str) -> None:
    figures = total(one_case(folder) for folder in folders(half)).figures()
    assert {name: figures[name] for name, floor in FLOORS[half].items() if figures[name] < floor} == {}
