"""Places entered before the paper that allows it, in the papers of several countries; and what only looks so."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

US = """STATE OF OREGON   COUNTY OF VERNE
SEARCH WARRANT
TO ANY PEACE OFFICER: you are commanded to search the dwelling at 212 Tanager Lane, Corbin,
occupied by MARLA JEAN HOBBS.
Issued this 9th day of May, 2023, at 7:10 o'clock A .M.
"""
US_REPORT = """INCIDENT REPORT 23-118
Reporting: Det. R. OSTLER
On Tuesday 5/9/23 we made entry at {hour} hrs at 212 Tanager Lane. HOBBS was in the kitchen.{more}
"""
BE = """TRIBUNAL DE PREMIERE INSTANCE
ORDONNANCE DE PERQUISITION (1)
Ordonnons la perquisition du domicile de MARCHAL Denis, rue des Tanneurs 41 à Jambes.
Namur, le 17 avril 2023, 16 h 05.                      (s) A. LEROY
- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
ORDONNANCE DE PERQUISITION (2)
Ordonnons la perquisition du garage n° 7, chemin du Moulin à Flawinne, loué par GILLET Aline.
Namur, le 18 avril 2023, à {hour}.                    (s) A. LEROY
"""
BE_PV = """PERQUISITION - garage n° 7, chemin du Moulin, FLAWINNE
Ce mardi 18 avril 2023. Présents : INP SIMON Luc. MARCHAL Denis, de la rue des Tanneurs, assiste.
06 h 05  ouverture du garage 7 ; début de la fouille
07 h 30  fin de la fouille
"""
LETTER = """CROWN OFFICE
DS Pryce, the petition for warrant to search Unit 4, Salt Loan, was before Sheriff Airth and granted by him
at 0950 hours on 21 March 2023. A copy is attached.
"""
NOTEBOOK = """NOTEBOOK OF PC ROSS
Tue 21/03/23   Earlies.
0720   At the yard, Unit 4, Salt Loan. Gate forced, search of yard begins 0720 hrs.{more}
1012   DS takes call.
"""


def test_an_entry_an_hour_before_the_hour_of_the_warrant() -> None:
    (cited,) = asked("entered-before-warrant", warrant_txt=US, report_txt=US_REPORT.format(hour="0605", more=""))
    assert any("made entry" in one for one in cited)
    assert any("7:10" in one for one in cited)


@pytest.mark.parametrize(
    ("hour", "more"),
    [("0725", ""), ("0605", " She gave consent in writing."), ("0605", " There were exigent circumstances.")],
)
def test_an_entry_in_time_or_on_another_ground(hour: str, more: str) -> None:
    report = US_REPORT.format(hour=hour, more=more)
    assert asked("entered-before-warrant", warrant_txt=US, report_txt=report) == []


@pytest.mark.parametrize(("hour", "times"), [("6 heures 40", 1), ("5 heures 40", 0)])
def test_of_two_orders_the_one_that_names_the_place_counts(hour: str, times: int) -> None:
    found = asked("entered-before-warrant", ordres_txt=BE.format(hour=hour), pv_txt=BE_PV)
    assert len(found) == times


@pytest.mark.parametrize(("more", "times"), [("", 1), (" Mr Airlie CONSENTS to the search.", 0)])
def test_the_grant_may_be_told_in_a_letter(more: str, times: int) -> None:
    files = {"letter_txt": LETTER, "notebook_txt": NOTEBOOK.format(more=more)}
    assert len(asked("entered-before-warrant", **files)) == times
