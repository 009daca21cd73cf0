"""Names where lines, columns and labels stand in their way."""

from __future__ import annotations

import pytest

from greffier.reading.organisations import find_firms
from greffier.records import Mention
from tests.reading.test_names import named, read


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "1.1 By a letter of 4 May the regional auditor, Ms Ruth Achieng\nOmollo, asked for the books of the yard.",
            ["Ruth Achieng\nOmollo"],
        ),
        (
            "Étaient présents le maire de la commune et le capitaine Amadou Tidiane\nSANKARE, qui a signé avec nous.",
            ["Amadou Tidiane\nSANKARE"],
        ),
        (
            "Relu et signé.   I. BERLUT    M. OSTRAK  P. VAUCLAIR  S. LANDRY",
            ["I. BERLUT", "OSTRAK", "P. VAUCLAIR", "S. LANDRY"],
        ),
        ("Q. Who drove?\nA. Callum drove.\nQ. Alone?\nA. Callum Orde.", ["Callum", "Callum Orde"]),
        (
            "Audition de BELLIL Karim.\nD. Avec qui ?\nR. Karim ouvre.\nD. Et après ?\nR. Karim charge.",
            ["BELLIL Karim", "Karim", "Karim"],
        ),
        ("Checked by Ruth W. Kimani CPA and Peter Lyall JP.", ["Ruth W. Kimani", "Peter Lyall"]),
        ("Approved  N. Ferrow  GS     01/24/2022", ["N. Ferrow"]),
    ],
)
def test_names_end_where_they_end(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


def test_a_whole_name_does_not_take_the_next_line() -> None:
    told = "Il a été constaté par les agents que le véhicule était conduit par Karim BELLIL\nDakar est la ville."
    assert "Karim BELLIL" in named(told, "person")


def test_a_special_agent_is_no_firm() -> None:
    assert [one.normalised for one in find_firms("taken by SA VERMONDE and SA OBERTO", english=True)] == []
    assert [one.normalised for one in find_firms("remis à la SA VERMONDE hier")] == ["SA VERMONDE"]


@pytest.mark.parametrize(
    ("text", "short", "whole"),
    [
        ("Paid to Norvalley Cold Stores Ltd. Norvalley sent no bill.", "Norvalley", "Norvalley Cold Stores Ltd"),
        ("Vu Zamboro Electronics et la facture. Zamboro livre.", "Zamboro", "Zamboro Electronics"),
    ],
)
def test_a_firm_told_short_is_the_firm(text: str, short: str, whole: str) -> None:
    found = {one.span.exact: one.normalised for one in read(text) if isinstance(one, Mention)}
    assert found[short] == whole


def test_a_short_name_of_two_firms_is_neither() -> None:
    text = "Norvalley Cold Stores Ltd paid Norvalley Marine Works Ltd. Norvalley signs."
    found = [one for one in read(text) if isinstance(one, Mention) and one.span.exact == "Norvalley"]
    assert all(one.normalised in (None, "Norvalley") for one in found)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Absents : Gbedji K., Hounkpatin A. C., Zinsou\n", ["Gbedji K.", "Hounkpatin A. C.", "Zinsou"]),
        ("Ont signé : Bachir (empreinte), Ould Cheikh, Mariem mint Sidi\n",
         ["Bachir", "Ould Cheikh", "Mariem mint Sidi"]),
        ("Attendees\nPriya Raghunathan – Internal Audit\nLachlan McAuliffe – Treasury\n\nThe audit opened.",
         ["Priya Raghunathan", "Lachlan McAuliffe"]),
        ("O'Sullivan, Declan; Mac Giolla, Seán; de Búrca, Úna — absent",
         ["O'Sullivan, Declan", "Mac Giolla, Seán", "de Búrca, Úna"]),
        ("01  DESROSIERS, Marie-Ève   siège 12A\n02  NGUYEN, Thi Hoa   siège 14C",
         ["DESROSIERS, Marie-Ève", "NGUYEN, Thi Hoa"]),
        ("Passenger | Seat\nZeytun Ravlo | 4\nMirel Ostrav | 5", ["Zeytun Ravlo", "Mirel Ostrav"]),
        ("PW3 — Thambu Pillai — sworn", ["Thambu Pillai"]),
        ("Checked by: Wafula    Released to: Ramatou", ["Wafula", "Ramatou"]),
        ("LALONDE, Pierre-Luc conduisait ; sa passagère, AUDET, Kim, dormait.", ["LALONDE, Pierre-Luc", "AUDET, Kim"]),
        ("(1) YIP Chun-kit, (2) LEUNG Siu-ling, Defendants", ["YIP Chun-kit", "LEUNG Siu-ling"]),
        ("Les agents Bigirimana et Ndayizeye ont fouillé le bus.", ["Bigirimana", "Ndayizeye"]),
        ("Le véhicule de M. Lefort a percuté celui de Th. Marchetti.", ["Lefort", "Th. Marchetti"]),
        ("Present: the Treasury, Kenya Airways, Interpol", []),
        ("He died at the King Edward VII Hospital on St Patrick's Day.", []),
        ("R v Hancock and Shankland [1986]", []),
        ("See Rylands v Fletcher (1868).", []),
        ("She came with her brother Zabornik.", ["Zabornik"]),
    ],
)  # fmt: skip
def test_people_of_lists_columns_and_labels(text: str, people: list[str]) -> None:
    assert named(text, "person") == people
