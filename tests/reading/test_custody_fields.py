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
