"""One numbered paper in two places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.lookup import look
from greffier.assembling.numbered import entries
from greffier.records import Dossier

Case = Callable[..., Dossier]
NOTE = """SOCIÉTÉ DES HUILES DE LA SANAGA
BON DE LIVRAISON N° 004472
Date : {{date=2021-05-13{hour}|13 mai 2021}}   Camion : {{plate|LT 2210 CE}}
Quantité : {{quantity=33000 L|33 000 litres}}
"""
REGISTER = """Bon      Date         Camion       Litres    Agent
004471   {date=2021-05-12|12/05/2021}   LT 4471 AB   {quantity=33000 L|33 000}    Ndi
"""


def told(case: Case, *texts: str) -> list[tuple[str, list[str]]]:
    found = findings(case(*({"text": text} for text in texts)), [], [])
    return sorted((one.rule.split("@")[0], [citation.span.exact for citation in one.citations]) for one in found)


def row(day: str = "2021-05-13", number: str = "004472", amount: str = "23000 L|23 000") -> str:
    return f"{REGISTER}{number}   {{date={day}|{day[:10]}}}   LT 2210 CE   {{quantity={amount}}}    Ndi\n"


def test_the_amount_and_the_number_are_cited_in_both_places(case: Case) -> None:
    cited = ["004472", "33 000 litres", "004472", "23 000"]
    assert told(case, NOTE.format(hour=""), row()) == [("paper-differs", cited)]


@pytest.mark.parametrize(
    "register",
    [
        row(amount="33000 L|33 000"),
        row(amount="33100 L|33 100"),  # rounded
        row(amount="33 L|33,000"),  # a mark that may set thousands apart
        row(day="2020-05-13"),  # another series
        row(number="004473"),
        row(amount="23000 kg|23 000"),  # another measure
        row().replace("23 000}", "23 000} {quantity=33000 L|33 000}"),  # two amounts, nobody knows which
        "Total {date=2021-05-13|13/05/2021} 004472 {quantity=23000 L|23 000}",  # no register of papers
    ],
)
def test_what_may_be_right_in_both_places_is_not_asked_about(case: Case, register: str) -> None:
    assert told(case, NOTE.format(hour=""), register) == []


@pytest.mark.parametrize(("hour", "asked"), [("T15:10", True), ("T08:20", False), ("", False)])
def test_two_hours_of_one_paper(case: Case, hour: str, asked: bool) -> None:
    register = row(day="2021-05-13T08:02", amount="33000 L|33 000")
    found = [rule for rule, _ in told(case, NOTE.format(hour=hour), register)]
    assert found == (["hour-of-paper-differs"] if asked else [])


def test_a_code_before_a_letter_is_no_amount(case: Case) -> None:
    text = "DELIVERY NOTE  No. 1187\nVehicle KCT {quantity=882 L|882L}\nAGO {quantity=8000 L|8,000 litres}"
    (note,) = entries(look(case({"text": text})))
    assert [one.span.exact for one in note.told] == ["8,000 litres"]


def test_pieces_under_the_number_of_one_file_are_several_papers(case: Case) -> None:
    hearings = [
        f"PROCES-VERBAL note n° 00871/2021  pièce {piece}\nAUDITION DE TEMOIN   {{date=2021-05-13T{hour}|13/05/2021}}"
        for piece, hour in ((4, "09:10"), (5, "17:40"))
    ]
    assert told(case, *hearings) == []
    assert told(case, *(one.replace(f"  pièce {piece}", "") for one, piece in zip(hearings, (4, 5), strict=True)))
