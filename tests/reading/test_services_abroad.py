"""Courts, embassies, police stations, ships and addresses as offices of many countries write them."""

from __future__ import annotations

import pytest

from greffier.reading.names import Names
from greffier.records import Mention
from tests.one_page import found_on


def told(text: str, kind: str) -> list[str]:
    found = (one for one in found_on(text, [Names()]) if isinstance(one, Mention) and one.kind == kind)
    return [one.span.exact for one in sorted(found, key=lambda one: one.span.start)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jugé par le tribunal de première instance de Thiès en mars.", ["tribunal de première instance de Thiès"]),
        ("Le tribunal de commerce a ouvert la procédure.", ["tribunal de commerce"]),
        ("Il a demandé asile à l'ambassade de Suède.", ["ambassade de Suède"]),
        ("Le consulat général de Tunisie a été avisé.", ["consulat général de Tunisie"]),
        (
            "L'affaire est à l'Office régional de lutte contre les fraudes à la consommation depuis lundi.",
            ["Office régional de lutte contre les fraudes à la consommation"],
        ),
        ("PARLEMENT DE LUSTRANIE\nSéance du matin", ["PARLEMENT DE LUSTRANIE"]),
        ("Held overnight at Cromarne Police Station.", ["Cromarne Police Station"]),
        ("From Tullabeg Garda Station he was driven home.", ["Tullabeg Garda Station"]),
        ("She must appear at Namirembe Law Courts on Monday.", ["Namirembe Law Courts"]),
        ("KIBRAWA POLICE POST\nOccurrence book", ["KIBRAWA POLICE POST"]),
        ("The patrol boat INS Varshini stopped her.", ["INS Varshini"]),
        ("Le bateau Étoile du Ponant est à quai.", ["Étoile du Ponant"]),
        ("Les prélèvements sont au laboratoire Chimexa.", ["Chimexa"]),
    ],
)
def test_bodies_of_many_countries(text: str, expected: list[str]) -> None:
    assert told(text, "organisation") == expected


@pytest.mark.parametrize(
    "text",
    [
        "He walked to the nearest police station.",
        "Mme SY Aminata et Cédric LE GUEVEL ont signé.",
        "MS TARN: You were there? MS TARN: When?",
        "Le poste de police est fermé la nuit.",
        "Note n° 12/DGSN/DIC du 4 mai.",
    ],
)
def test_what_names_no_body(text: str) -> None:
    assert told(text, "organisation") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Les agents sont à 8 h 30, quai des Brumes.", ["quai des Brumes"]),
        ("Offices: Third Floor, 18 Linden Street, Harrogate.", ["Third Floor, 18 Linden Street", "Harrogate"]),
        ("Level 4, 55 Banksia Terrace", ["Level 4, 55 Banksia Terrace"]),
        ("My aunt lives at 6 Saddler Wynd.", ["6 Saddler Wynd"]),
    ],
)
def test_addresses(text: str, expected: list[str]) -> None:
    assert told(text, "place") == expected
