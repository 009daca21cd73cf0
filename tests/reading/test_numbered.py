"""Numbers beside the names of accused and suspects; marks of exhibits after a name are none."""

from __future__ import annotations

import pytest

from greffier.reading.candidate import Candidate
from greffier.reading.numbered import find_numbered


def numbered(text: str, *people: str) -> dict[str, str]:
    seen = [Candidate(text.index(one), text.index(one) + len(one), "person", one) for one in people]
    return {text[one.start : one.end]: text[slice(*number)] for one, number in find_numbered(text, sorted(seen))}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Persons concerned\n(i) Ravi Menon (A-1), carrier\n(ii) Sunil Das @ Bhai (A-2), refiner",
            ("Ravi Menon", "Sunil Das"),
        ),
        ("Mis en cause : BEKOLO Jean (S1) et NGONO Luc (S2).", ("BEKOLO Jean", "NGONO Luc")),
    ],
)
def test_a_series_beside_names(text: str, people: tuple[str, ...]) -> None:
    assert set(numbered(text, *people)) == set(people)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Seized from Ravi Menon (A-1) and from Sunil Das (A-2), two phones.", ("Ravi Menon", "Sunil Das")),
        ("The accused Ravi Menon (A-1) came.", ("Ravi Menon",)),  # one is no series
        ("Suspects: Ravi Menon (A-1), Sunil Das (A-1).", ("Ravi Menon", "Sunil Das")),
        ("The accused Ravi Menon (1) and Sunil Das (2)", ("Ravi Menon", "Sunil Das")),
    ],
)
def test_no_series(text: str, people: tuple[str, ...]) -> None:
    assert numbered(text, *people) == {}
