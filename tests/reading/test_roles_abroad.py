"""Roles as offices of many countries write them: ranks, magistrates, customs, villages, prisons, hospitals, banks."""

from __future__ import annotations

import pytest

from greffier.reading.names import Names
from greffier.records import Mention
from tests.one_page import found_on


def roles(text: str) -> list[str]:
    return [
        one.span.exact
        for one in sorted(
            (one for one in found_on(text, [Names()]) if isinstance(one, Mention)), key=lambda one: one.span.start
        )
        if one.kind == "role"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cell was checked by IP Wanjiku Tharaka at 0600 hours.", ["IP"]),
        ("Bag sealed by S/Const. Meredith Vail and handed to Snr. Const. Ross Talley.", ["S/Const.", "Snr. Const."]),
        ("W.D.C. Patience OKELLO drove; D/Cst. Arlo PEEL took the notes.", ["W.D.C.", "D/Cst."]),
        ("It was signed by Acting Inspector Jonah Mbeki.", ["Acting Inspector"]),
        ("The deputy collector, Farida Qureshi, refused the bond.", ["deputy collector"]),
        ("He was brought before the resident magistrate and remanded.", ["resident magistrate"]),
        ("Yesterday the village headman, Tolani Adeyeye, showed us the pit.", ["village headman"]),
        ("She works as a ward sister in the infirmary.", ["ward sister"]),
        ("The branch manager said that the head cashier held both keys.", ["branch manager", "head cashier"]),
        ("Statement taken from the boatman and from a fish trader at the landing.", ["boatman", "fish trader"]),
        ("Letter to the Chief Records Management Officer of the district.", ["Chief Records Management Officer"]),
        ("Thomas Ribble, Senior Crop Inspection Officer, weighed it.", ["Senior Crop Inspection Officer"]),
        ("Entendu par l'inspectrice principale Odile FERRAZ.", ["inspectrice principale"]),
        ("Le chef de poste étant absent, la garde est doublée.", ["chef de poste"]),
        ("Le juge des référés a été saisi par le procureur du Roi.", ["juge des référés", "procureur du Roi"]),
        ("Le receveur, M. Idriss Bakayo, a compté la caisse.", ["receveur"]),
        ("Le chef de village et un piroguier ont vu la barque.", ["chef de village", "piroguier"]),
        ("La cadre de santé, Mme Sylvette Brun, a fermé l'armoire.", ["cadre de santé"]),
        ("Selon l'opérateur économique, le déclarant avait le carnet.", ["opérateur économique", "déclarant"]),
    ],
)  # fmt: skip
def test_roles_of_many_offices(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The vessel was boarded by the Coast Guard off the cape.",
        "Le rapport interne est joint, le coffre est condamné.",
        "Le tribunal condamne la société à une amende.",
        "Un Master blanc stationne devant la grille.",
        "The IP address was traced to a flat.",
        "Contrat de location saisonnière d'un entrepôt.",
        "La cure de désintoxication a duré un mois.",
        "Mr Painter met Miss Shepherd and Ms Weaver.",
    ],
)
def test_what_looks_like_a_role_and_is_none(text: str) -> None:
    assert roles(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("07:15  OIC informed.\n09:05  HCP attends. DP refuses food.", ["OIC", "HCP", "DP"]),
        ("The lot was opened by BSO Ravi Lachance and PCpl Dante Reyes.", ["BSO", "PCpl"]),
        ("He wrote to the Commissioner for Lands about the plot.", ["Commissioner for Lands"]),
        ("Intervieweuse : Maude Lacasse\nSecrétaire de séance : Mme Diop.", ["Intervieweuse", "Secrétaire de séance"]),
        ("Le chef de poste forestier dormait.", ["chef de poste forestier"]),
        ("Dépôt de la requête, accusé n° 88. Interdiction d'informer le notaire.", ["notaire"]),
    ],
)  # fmt: skip
def test_letters_of_a_log_and_clerks_of_many_offices(text: str, expected: list[str]) -> None:
    assert roles(text) == expected
