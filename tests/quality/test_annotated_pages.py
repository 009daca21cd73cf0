"""Floors of F1 on the annotated pages, languages and grades together: they only rise. `make quality` prints all."""

from __future__ import annotations

import pytest

from tests.quality.annotated import annotated
from tests.quality.findings import IDENTIFIERS, counts, findings
from tests.quality.scoring import Count, score, total

NONE = Count(0, 0, 0, 0, 0)
FLOORS = {  # kind: measure, seen, held out (430 to 453); the model of names knows the seen pages
    "person": ("strict", 0.93, 0.84),
    "organisation": ("relaxed", 0.89, 0.79),
    "place": ("relaxed", 0.89, 0.78),
    "role": ("relaxed", 0.90, 0.86),
    "alias pair": ("strict", 0.86, 0.54),
    "date": ("value", 0.92, 0.88),
    "quantity": ("value", 0.92, 0.86),
    "identifier": ("value", 0.95, 0.77),
    "quote, speaker": ("value", 0.85, 0.73),
    "event slot": ("value", 0.52, 0.31),
}


@pytest.mark.parametrize("half", ["seen", "held_out"])
def test_pages_are_read_as_well_as_before(half: str) -> None:
    made = [counts(page, findings(page)) for page in annotated(half)]
    for one in made:
        one["identifier"] = total(one[kind] for kind in IDENTIFIERS)
    f1 = {
        kind: score([one.get(kind, NONE) for one in made], measure, draws=0).f1
        for kind, (measure, _, _) in FLOORS.items()
    }
    below = {kind: value for kind, value in f1.items() if value < FLOORS[kind][1 if half == "seen" else 2]}
    assert below == {}, f1
