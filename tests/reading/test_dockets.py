"""Numbers of courts, firms and people as the offices of more countries write them."""

from __future__ import annotations

import pytest

from tests.reading.identified import values_of


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The appeal was heard as HCMA 118/2019; see CACC 212/2015.", ["HCMA 118/2019", "CACC 212/2015"]),
        ("The suit, MCCR E412 of 2022, was adjourned.", ["MCCR E412 of 2022"]),
        ("CRIMINAL CASE NO. E041 OF 2021", ["E041 OF 2021"]),
        ("A later sheet (RCCI/CF/118/2023) and (D4/051/2022) were read.", ["RCCI/CF/118/2023", "D4/051/2022"]),
        ("According to FIR No. 118/2020", ["118/2020"]),
        ("Supreme Court of Victoria, S ECI 2021 01234", ["S ECI 2021 01234"]),
        ("Log 412 of 14/03/21 refers", ["412 of 14/03/21"]),
        ("inv. 2022/1187 is unpaid", ["2022/1187"]),
        ("The weapon's serial no. was read as KXR 44187.", ["KXR 44187"]),
        ("Det. Sgt. Coombs, reg. no. 10442", ["10442"]),
        ("Vourla Trading Ltd (HE 418209) and Zerafa Ltd (C 98442)", ["418209", "C 98442"]),
        ("paid under PIN A004418720K", ["A004418720K"]),
        ("The child (born O6/08/2021) and 3 of 2021, ON 12/2021, MAY 14 of 2020, SEC 4/2019", []),
        ("a dinner for two (C 4418 on the bill)", []),
    ],
)
def test_numbers_of_more_offices(text: str, values: list[str]) -> None:
    assert values_of(text, "reference") == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Gate pass No. 0771 and weighbridge ticket 30914", ["0771", "30914"]),
        ("CAS Estcourt 61/3/2021; authority: DSA 2021/0099", ["Estcourt 61/3/2021", "2021/0099"]),
        ("RC Sfax 90417, matricule fiscal 1170926/P/N/000", ["Sfax 90417", "1170926/P/N/000"]),
        ("Déclaration : IM4 / C 20917, agrément T/031", ["IM4 / C 20917", "T/031"]),
        ("Fishing no. FR 209, helicopter ZS-HKW", ["FR 209", "ZS-HKW"]),
        ("un dépôt de 40 000, MM21070933510", ["MM21070933510"]),
        ("Cause 2PTD/0093/2020 was heard", ["2PTD/0093/2020"]),
        ("date de la déclaration : 27/O2/2Ol8, entry 12/3", []),
        ("an order of 20 sacks, seal MR 2 of May, mr 20114", []),
    ],
)
def test_offices_number_their_papers(text: str, values: list[str]) -> None:
    assert values_of(text, "reference") == values
