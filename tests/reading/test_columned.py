"""Numbers in columns whose heads announce them."""

from __future__ import annotations

import pytest

from greffier.reading.columned import find_columned
from greffier.records import Page


def numbers(text: str) -> list[str]:
    page = Page("page", "source", 1, None, "born_digital", "A", "en", text, "", 1.0, 1.0)
    return [text[one.start : one.end] for one in find_columned([page]).get("page", [])]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Date | Chèque n° | Montant\n02/03 | 0773109 | 1 200,00\n05/03 | 0773110 | 980,50", ["0773109", "0773110"]),
        (
            "Invoice No.    Supplier      Net\nQX 20931       Halden Foods  441.20\nQX 20940       Rook and Sons 90.00",
            ["QX 20931", "QX 20940"],
        ),
        ("Réf. | Objet\nB-2093 | porte\nB-2097 | portail", ["B-2093", "B-2097"]),
    ],
)
def test_columns_of_numbers(text: str, values: list[str]) -> None:
    assert numbers(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Date | Montant\n02/03 | 0773109\n05/03 | 0773110",
        "Facture n° | Objet\n1 | porte\n2 | portail",
        "Ref | Date\n2021 | 12/03/2021\n2022 | 12/04/2022",
    ],
)
def test_columns_that_count_or_tell_something_else(text: str) -> None:
    assert numbers(text) == []
