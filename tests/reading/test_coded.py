"""Numbers whose label nobody listed, and what only looks like one."""

from __future__ import annotations

import pytest

from greffier.reading.coded import find_coded
from greffier.reading.vocabulary import level


def codes(text: str) -> list[str]:
    return list(dict.fromkeys(text[one.start : one.end] for one in sorted(find_coded(text, level(text)))))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It was booked under PR-0033871-22.", ["PR-0033871-22"]),
        ("see HT7/21/019 (Good Friday) and 120/KA44187", ["HT7/21/019", "120/KA44187"]),
        ("ZKR 8004418772, QLV: 31-044187 and TRF n° B44187", ["8004418772", "31-044187", "B44187"]),
        ("« n° séjour 21044187 », numéro d'adhérent : 0441877", ["21044187", "0441877"]),
        ("JLAB 8504 1218, PROS # 2021-118774", ["8504 1218", "2021-118774"]),
    ],
)
def test_codes_and_numbers_after_capitals(text: str, values: list[str]) -> None:
    assert codes(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "USD 1187200, XAF 2500000, TOTAL 1250000, NET 118774",
        "ISO 27001-2013, EN-12245-2009, COVID-19, HS 8517120",
        "16GB/512GB, 5000KG, 10000MAH, 2021/2022",
        "10-FEB-2021, 20210418T1200Z, Q4-2021, DOB 04/12/1980, ON 12/2021",
        "F-67000 Strasbourg, L-1118 Luxembourg, BP 441877",
        "TEL 0612345678, a/c 71882044, RIB 300040044100",
        "OIC: DC 44718 Imran Shah; chambre n° 118774",
        "an Audi AB-118-774K",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert codes(text) == []
