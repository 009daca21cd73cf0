"""Numbers and pseudonyms that stand for people whose names are secret, and numbers that stand for nobody."""

from __future__ import annotations

import pytest

from greffier.reading.codes import find_codes


def codes(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_codes(text, ())]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Source ref: 8830   Reports that two men meet.", "8830"),
        ("Payment to CHIS 2214 was authorised.", "2214"),
        ("SOI-19-0142 bought the box.", "SOI-19-0142"),
        ("une personne inscrite au registre des sources sous le numéro 44-0291, digne de foi", "44-0291"),
        ("STATEMENT OF WITNESS K2\nThe name of this witness must not be disclosed.", "K2"),
        (
            "Déclaration du témoin X4, dont l'identité est tenue secrète ; identité protégée",
            "X4",
        ),
        ("Opération d'infiltration : l'agent n° 317 se présente à l'heure dite.", "317"),
        ("Pseudonym: HERON\nTrue identity: held by the controller.", "HERON"),
        ("un informateur anonyme, désigné ci-après « MARTIN-PÊCHEUR », rapporte", "MARTIN-PÊCHEUR"),
    ],
)
def test_codes(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Witness A Mensah saw the lorry leave.",
        "The first witness, R2 of the exhibits list, was shown to him.",  # nothing on the page is secret
        "Source: 450,00 euros, prélevés en 2019.",
        "carte d'identité CI-20441 et CI 591-0038172-44",
        "Agent 12 of the port police opened the gate.",
        "La société Norvale, ci-après « le Bailleur », loue le hangar.",
        "Sources 2019 et 2020 de l'institut.",
    ],
)
def test_no_codes(text: str) -> None:
    assert codes(text) == []
