"""Two dates of birth of one person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.records import Dossier

Case = Callable[..., Dossier]


def page(name: str, day: str, words: str) -> dict[str, object]:
    return {"text": f"Entendu {{person|{name}}}, né le {{date={day}|{words}}}.", "births": [[name, words]]}


@pytest.mark.parametrize("other", ["1990-03-21", "1990-04-12", "1991-03-12"])
def test_one_figure_that_differs_is_asked_about(case: Case, other: str) -> None:
    made = findings(
        case(page("O'HARA Liam", "1990-03-12", "12/3/90"), page("O'HARA Liam", other, "l'autre jour")), [], []
    )
    (finding,) = (one for one in made if one.rule.startswith("birth-differs@"))
    assert [one.span.exact for one in finding.citations] in (["12/3/90", "l'autre jour"], ["l'autre jour", "12/3/90"])
    assert finding.certainty == "possible"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("O'HARA Liam", "1990-03-12"),
        ("O'HARA Liam", "1990-12-03"),  # day and month set the other way round
        ("O'HARA Liam", "1961-05-14"),  # a namesake
        ("O'HARA Liam", "1990"),  # less precise
        ("O'HARA Sean", "1990-03-21"),
    ],
)
def test_other_people_and_other_ways_of_writing_are_not(case: Case, name: str, day: str) -> None:
    made = findings(case(page("O'HARA Liam", "1990-03-12", "12/3/90"), page(name, day, "ce jour")), [], [])
    assert not [one for one in made if one.rule.startswith("birth-differs@")]


def test_a_name_of_one_word_is_borne_by_many(case: Case) -> None:
    made = findings(case(page("O'Hara", "1990-03-12", "12/3/90"), page("O'Hara", "1990-03-21", "ce jour")), [], [])
    assert not [one for one in made if one.rule.startswith("birth-differs@")]


@pytest.mark.parametrize(
    ("name", "day", "words", "asked"),
    [
        ("O'HARA Liam", "1990-12-03", "12/03/1990", 1),  # the same figures, day and month exchanged
        ("O'HARA Liam Joseph", "1990-03-21", "21/03/1990", 1),
        ("O'HARA Joseph", "1990-03-21", "21/03/1990", 0),
        ("O'HARA", "1990-03-21", "21/03/1990", 1),  # nobody else of the case is called so
        ("O'HARA Liam", "1991-12-03", "12/03/1991", 0),
    ],
)
def test_middle_names_and_exchanged_figures(case: Case, name: str, day: str, words: str, asked: int) -> None:
    made = findings(case(page("O'HARA Liam", "1990-03-12", "03/12/1990"), page(name, day, words)), [], [])
    assert len([one for one in made if one.rule.startswith("birth-differs@")]) == asked


def test_a_family_name_that_two_people_bear_is_neither_of_them(case: Case) -> None:
    others = page("O'HARA Sean", "1961-05-14", "14 May"), page("O'HARA", "1990-03-21", "21/03/1990")
    made = findings(case(page("O'HARA Liam", "1990-03-12", "03/12/1990"), *others), [], [])
    assert not [one for one in made if one.rule.startswith("birth-differs@")]


@pytest.mark.parametrize(("place", "asked"), [("Sète", 1), ("Agde", 0)])
def test_people_born_in_one_place_in_one_year_under_one_name_are_one(case: Case, place: str, asked: int) -> None:
    first = {**page("PONS Odile", "1988-03-05", "5 mars 1988"), "text": "{person|PONS Odile}, née le "
             "{date=1988-03-05|5 mars 1988} à {place|Sète}."}  # fmt: skip
    second = {"text": f"{{person|PONS Odile}}, née le {{date=1988-08-16|16 août 1988}} à {{place|{place}}}.",
              "births": [["PONS Odile", "16 août 1988"]]}  # fmt: skip
    made = findings(case(first, second), [], [])
    assert len([one for one in made if one.rule.startswith("birth-differs@")]) == asked
