"""Whose account the head of a statement says it is."""

from __future__ import annotations

import pytest

from greffier.reading.account_holders import holder_of
from tests.reading.dated import page_of

ROWS = "\nDate;Libellé;Débit;Crédit\n04/03/2021;RETRAIT;400;\n"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("BANQUE DU LITTORAL;Compte 00412 77310 MBALLA JEAN;Période 01/03/2021-31/03/2021", "MBALLA JEAN"),
        ("BANQUE DU LITTORAL\nTitulaire : Jean Mballa     Compte n° 0041277310", "Jean Mballa"),
        ("COAST BANK   A/C 4471 0093 22   OKORO STORES LTD", "OKORO STORES LTD"),
        ("BANQUE DU LITTORAL;Compte 00412 77310;Période 01/03/2021-31/03/2021", None),
    ],
)
def test_the_holder_is_named_and_the_bank_is_none(head: str, name: str | None) -> None:
    found = holder_of(page_of(head + ROWS))
    assert (found.span.exact if found else None) == name
