"""Custody against the clock in registers, forms and diaries of several countries, alone or told in several papers."""

from __future__ import annotations

import pytest

from tests.assembling.whole import asked

REGISTER = """LOCAL DE RETENUE - LE HAVRE                REGISTRE 2023        folio 61
Police judiciaire, République française
==========================================================
N° 2023/31   LE GALL Yannick                  Entrée au local : 14/03  08 h 40
 Date  | Heures            | Mouvement            | Qui      | Observations
 14/03 | 06 h 20           | placement            | Maubert  | hangar
 14/03 | 10 h 30 - 12 h 00 | audition 1           | Maubert  |
 15/03 | {first}           | prolongation         | Maubert  |
 15/03 | 11 h 30           | fin de mesure        | Quesnel  |
----------------------------------------------------------
N° 2023/32   DIARRA Moussa                    Entrée au local : 14/03  08 h 55
 14/03 | 06 h 50           | placement            | Castaing | Rouen
 14/03 | 09 h 30 - 10 h 20 | audition 1           | Castaing |
 14/03 | {rights}          | droits lus et signés | Quesnel  | {why}
 15/03 | 06 h 10           | prolongation         | Quesnel  |
Fait au Havre le 16 mars 2023
"""
SCOTS = """NATIONAL CUSTODY SYSTEM - PRINT            Ferniebrig   21 March 2023
Name   MEIKLE, Alexander                DOB 02/05/1966     Cell 3
 21/03  0748  Arrival at station. Arresting PC Ross.
 21/03  0810  Keeping in custody AUTHORISED (not officially accused), Sgt Yule
 21/03  0822  Rights given.
 21/03  {hour}  Continuation beyond 12 hrs AUTHORISED, Insp Shaw.
 21/03  2340  Charged.
"""
DIARY = """STATION DIARY, CID ACCRA                Book 3 of 2021
 45  05/11/21 1710hrs  Suspect Kwaku BOADU-ANSAH arrested in his hall. Told reason.
 46  06/11/21 1100hrs  Nii LARTEY, clerk, arrested at the village. In cells.
 51  07/11/21 1500hrs  LARTEY released on bail.
 54  {day} 0915hrs  Suspect BOADU-ANSAH taken before District Court 3. Remanded.
"""
ORDER = """AUTORISATIONS DE PROROGATION DE GARDE A VUE
1) Vu la garde à vue de OUMAROU SALI commencée le 23 mai 2022 à 10 h 30 ;
   Autorisons la prorogation pour quarante-huit heures, soit jusqu'au 27 mai 2022 à 10 h 30.
   Maroua, le 25 mai 2022 à 09 h 00.
2) Vu la garde à vue de IBRAHIM ALIM commencée le 24 mai 2022 à 16 h 00 ;
   Autorisons la prorogation pour quarante-huit heures, soit jusqu'au 28 mai 2022 à 16 h 00.
   Maroua, le 26 mai 2022 à 15 h 00.
"""
SHEET = """REGISTRE DES GARDES A VUE - folio 18
Nom et prénom        IBRAHIM ALIM
Début                24 mai 2022 à 16 h 00
Prorogation          48 h, autorisation écrite du 26 mai 2022, 15 h 00
Fin                  {end}, conduit au parquet
"""


@pytest.mark.parametrize(("first", "times"), [("07 h 05", 1), ("06 h 05", 0)])
def test_an_extension_after_a_day_in_france(first: str, times: int) -> None:
    register = REGISTER.format(first=first, rights="07 h 00", why="")
    found = asked("custody-extension-late", registre_txt=register)
    assert len(found) == times
    assert not times or any("prolongation" in one and "07 h 05" in one for one in found[0])


@pytest.mark.parametrize(
    ("rights", "why", "times"), [("11 h 40", "", 1), ("11 h 40", "dégrisé", 0), ("07 h 00", "", 0)]
)
def test_rights_told_after_a_hearing(rights: str, why: str, times: int) -> None:
    register = REGISTER.format(first="06 h 05", rights=rights, why=why)
    assert len(asked("rights-told-late", registre_txt=register)) == times


@pytest.mark.parametrize(("hour", "times"), [("2105", 1), ("2005", 0)])
def test_twelve_hours_run_from_the_authorisation_and_not_from_the_arrest(hour: str, times: int) -> None:
    assert len(asked("custody-extension-late", sheet_txt=SCOTS.format(hour=hour))) == times


@pytest.mark.parametrize(("day", "times"), [("09/11/21", 1), ("07/11/21", 0)])
def test_a_court_that_somebody_saw_after_days_only(day: str, times: int) -> None:
    assert len(asked("custody-extension-late", diary_txt=DIARY.format(day=day))) == times


@pytest.mark.parametrize(("end", "times"), [("30 mai 2022 à 09 h 00", 1), ("28 mai 2022 à 15 h 30", 0)])
def test_somebody_let_go_days_after_the_extension_ended(end: str, times: int) -> None:
    assert len(asked("held-after-extension", order_txt=ORDER, sheet_txt=SHEET.format(end=end))) == times


SHEETS = """BRIGADE DE QUIMPERLÉ - REGISTRE DES GARDES A VUE 2023          République française   folio 8

MORVEN Gildas         né le 02/11/1993 à Brest
  début                : 13/03/2023 à 07 h 05
  notification droits  : 13/03 à 07 h 20 (OPJ TANNEGUY)
  prolongation 24 h    : {first}, vice-procureure SALAÜN
  fin                  : 14/03/2023 à 18 h 00, déféré
\fBRIGADE DE QUIMPERLÉ - REGISTRE DES GARDES A VUE 2023          folio 9

MORVEN Ronan          né le 14/07/1990 à Brest
  début                : 13/03/2023 à 07 h 10
  notification droits  : 13/03 à 07 h 30
  prolongation 24 h    : 14/03/2023 à 06 h 30, vice-procureure SALAÜN
  fin                  : 14/03/2023 à 18 h 30, laissé libre
"""
MEMO = """MEMO OF ARREST
1. Name of arrestee       Imran Habib SHETTY s/o Habib Shetty
2. Date and time          18.08.2022      09:30 hrs
3. Place                  Arrival Hall
4. Rights                 shall be taken before a Magistrate within twenty-four hours.
"""
BENCH = """ORDER SHEET, in the matter of the arrest of Imran Habib SHETTY
Accused Imran Habib Shetty produced before me in open court today, {when}. Remanded for 14 days.
"""
SUITE = """CUSTODY RECORD  WD/118/23                    Police and Criminal Evidence Act
Name: HARKER, Paula           DOB: 17/06/1991
Detention authorised 05/10/2023 08:00 by PS Lorne
06/10/2023 05:10  Review of detention, Insp Vail. Authorised.
06/10/2023 {hour}  Supt CROWE authorises {words} 36 hours.
06/10/2023 15:10  Charged.
"""


@pytest.mark.parametrize(("first", "times"), [("14/03/2023 à 09 h 40", 1), ("14/03/2023 à 06 h 50", 0)])
def test_each_sheet_of_a_register_is_of_the_person_whose_birth_it_tells(first: str, times: int) -> None:
    assert len(asked("custody-extension-late", registre_txt=SHEETS.format(first=first))) == times


@pytest.mark.parametrize(
    ("when", "times"), [("19.08.2022, at 2.15 p.m", 1), ("19.08.2022, at 11.10 a.m", 0), ("18.08.2022, at 2.15 p.m", 0)]
)
def test_the_hour_of_an_arrest_memo_is_that_of_the_arrest(when: str, times: int) -> None:
    assert len(asked("custody-extension-late", memo_txt=MEMO, bench_txt=BENCH.format(when=when))) == times


@pytest.mark.parametrize(
    ("hour", "words", "times"),
    [
        ("08:40", "continued detention to", 1),
        ("08:40", "detention beyond 24 hours, up to", 1),
        ("07:40", "continued detention to", 0),
    ],
)
def test_an_extension_told_by_its_hours(hour: str, words: str, times: int) -> None:
    assert len(asked("custody-extension-late", suite_txt=SUITE.format(hour=hour, words=words))) == times


@pytest.mark.parametrize(
    ("told", "times"),
    [
        ("13/03/2023 à 11 h 20 (OPJ TANNEGUY)", 1),
        ("13/03/2023 à 11 h 20, dégrisé", 0),
        ("13/03/2023 à 09 h 05 (OPJ TANNEGUY)", 0),
    ],
)
def test_rights_told_hours_late_for_no_reason(told: str, times: int) -> None:
    sheets = SHEETS.format(first="14/03/2023 à 06 h 50").replace("13/03 à 07 h 20 (OPJ TANNEGUY)", told)
    assert len(asked("rights-told-late", registre_txt=sheets)) == times


@pytest.mark.parametrize(("said", "times"), [("Review of detention. Authorised to continue.", 1), ("Released.", 0)])
def test_a_review_extends_no_term(said: str, times: int) -> None:
    text = (
        "CUSTODY RECORD   PACE\nName: HARBEN Colm\n07/10/2023 06:42  Arrived at station. Detention authorised\n"
        f"07/10/2023 12:40  {said}\n08/10/2023 07:35  Supt OTLEY authorises detention beyond 24 hours.\n"
    )
    assert len(asked("custody-extension-late", record_txt=text)) == times
