"""Fields of a record of custody that tell when it began, was extended and ended."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event
from tests.one_page import found_on

TOLD = [reader for reader in load_readers() if reader.name in ("identifiers", "dates", "names", "custody_fields")]
FRENCH = """REGISTRE DES GARDES A VUE - folio 3
Nom et prénom        SADOUN Karim
Né le                2 avril 1981 à Bogo
Début                23 mai 2022 à 10 h 30
Prolongation         48 h, autorisation écrite du parquet du 25 mai 2022, 09 h 00
Fin                  27 mai 2022 à 09 h 10, conduit au parquet
"""
ENGLISH = """CUSTODY RECORD  Kilima Central
Name of prisoner:  Philip ODUNGA
Date/Time detained: 03/06/2022 14:20
Released:  06/06/2022 17:00
Name of prisoner:  Grace WANDERI
Date/Time detained: 03/06/2022 15:05
"""


def told(text: str) -> list[tuple[str, str, list[str]]]:
    found = [one for one in found_on(text, TOLD, "other") if isinstance(one, Event)]
    return [(one.type, one.time.earliest if one.time else "", [role.name for role in one.roles]) for one in found]


def test_a_french_record() -> None:
    held = ["Karim Sadoun"]
    assert told(FRENCH) == [
        ("custody_start", "2022-05-23T10:30", held),
        ("custody_extension", "2022-05-25T09:00", held),
        ("custody_end", "2022-05-27T09:10", held),
    ]


def test_two_records_on_one_page_are_of_two_people() -> None:
    assert told(ENGLISH) == [
        ("custody_start", "2022-06-03T14:20", ["Philip Odunga"]),
        ("custody_end", "2022-06-06T17:00", ["Philip Odunga"]),
        ("custody_start", "2022-06-03T15:05", ["Grace Wanderi"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "PLANNING DU CHANTIER\nDébut   23 mai 2022\nFin   27 mai 2022\n",
        "CUSTODY RECORD\nEnd of shift   04/06/2022\nStart of rain  03/06/2022\nReleased:\n",
        "REGISTRE DES GARDES A VUE\nFin de service   27 mai 2022\nLe début 23 mai 2022 fut calme.\n",
    ],
)
def test_other_beginnings_and_ends_are_no_custody(text: str) -> None:
    assert told(text) == []


def test_a_form_in_boxes() -> None:
    text = (
        "PROCES-VERBAL DE GARDE A VUE\nNom : BELLO   Prénom : Issa\n"
        "| Interpellation     | gare routière, 17/11/2021 à 23 h 10, MDL ABO |\n"
        "| Début de la mesure | mercredi 17/11/2021 à 23 h 15        |\n"
        "| Prolongation (48 h) | accordée par le substitut,       |\n"
        "|                    | vendredi 19/11/2021 à 11 h 30    |\n"
        "| Fin de la mesure   | déféré le 21/11/2021 à 07 h 30   |\n"
    )
    assert [one[:2] for one in told(text)] == [
        ("arrest", "2021-11-17T23:10"),
        ("custody_start", "2021-11-17T23:15"),
        ("custody_extension", "2021-11-19T11:30"),
        ("custody_end", "2021-11-21T07:30"),
    ]


def test_a_log_whose_number_tells_the_year() -> None:
    text = (
        "CUSTODY LOG      Kilima Central      Record KC-21-00417\nName of prisoner: Philip ODUNGA\n"
        "21/03  0748  Arrival at station\n21/03  0810  Detention AUTHORISED, Sgt Yule\n21/03  1315  To interview\n"
        "21/03  1406  Extension not required\n21/03  2105  Continued detention authorised\n"
        "21/03  2340  Charged. Released on bail.\n"
    )
    assert told(text) == [
        ("custody_start", "2021-03-21T08:10", ["Philip Odunga"]),
        ("hear", "2021-03-21T13:15", ["Philip Odunga"]),
        ("custody_extension", "2021-03-21T21:05", ["Philip Odunga"]),
        ("custody_end", "2021-03-21T23:40", ["Philip Odunga"]),
    ]


def test_a_register_of_two_people() -> None:
    text = (
        "LOCAL DE RETENUE - MONS      REGISTRE 2021      folio 6\n"
        "N° 2021/31   DAVOINE Luc        Entrée : 14/03  08 h 40\n"
        " 14/03 | 06 h 20  | placement      | Maubert |\n 14/03 | 12 h 30  | repas          |         |\n"
        " 15/03 | 06 h 05  | prolongation   | Maubert |\n"
        "---------------------------------------------\n"
        "N° 2021/32   ARNOULD Marc       Entrée : 14/03  08 h 55\n"
        " 14/03 | 06 h 50  | placement      | Castaing |\n 14/03 | 19 h 00  | fin de mesure, libre | Quesnel |\n"
    )
    assert told(text) == [
        ("custody_start", "2021-03-14T06:20", ["Luc Davoine"]),
        ("custody_extension", "2021-03-15T06:05", ["Luc Davoine"]),
        ("custody_start", "2021-03-14T06:50", ["Marc Arnould"]),
        ("custody_end", "2021-03-14T19:00", ["Marc Arnould"]),
    ]


def test_what_was_refused_or_is_due_did_not_happen() -> None:
    text = (
        "CUSTODY RECORD\nExtension:  refused 04/06/2022 09:00\nRelease:  due 06/06/2022 17:00\n"
        "04/06/2022 09:00  Interview cancelled\n04/06/2022 10:00  Meal\n04/06/2022 11:00  Interview room cleaned\n"
    )
    assert told(text) == []


def test_the_surname_stands_for_who_is_held() -> None:
    text = "CUSTODY RECORD\nSurname: McALLEN     Forenames: Rory Patrick\nDate/Time detained: 03/06/2022 14:20\n"
    assert told(text) == [("custody_start", "2022-06-03T14:20", ["Rory Patrick McALLEN"])]
