"""Whose money a page means that does not say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from greffier.reading.quantities import Quantities
from greffier.records import digest
from tests.one_page import one_page


@pytest.mark.parametrize(
    ("first", "currency"),
    [
        ("Brigade de recherches de Dakar (Sénégal)", "XOF"),
        ("Police judiciaire de Douala, Cameroun", "XAF"),
        ("Police cantonale de Genève, Suisse", "CHF"),
        ("Note de service", "FRF"),
    ],
)
def test_francs_are_those_of_the_country_that_the_piece_begins_in(first: str, currency: str) -> None:
    piece, head = one_page(first, "fr")
    page = replace(head, id=digest("second"), number=2, text="Il remet 7 200 000 F au gardien.")
    found = list(Quantities().read(replace(piece, pages=(head.id, page.id)), [head, page], []))
    assert [(one.span.page, one.quantity.unit) for one in found if one.quantity] == [(page.id, currency)]
