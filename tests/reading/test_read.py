"""The front door: readers in their order, and the dating of a piece."""

from __future__ import annotations

import pytest

from greffier.contracts import Reader
from greffier.plugins import READERS
from greffier.reading.dates import Dates
from greffier.reading.quantities import Quantities
from greffier.reading.read import load_readers, read_piece
from greffier.records import Dating, Mention, Page, Piece, Time

READ: list[Reader] = [Dates(), Quantities()]


def dating(text: str, kind: str = "report", written: Time | None = None, *, last: str = "") -> Dating:
    pages = [Page("one", "source", 1, None, "born_digital", "A", "fr", text, "", 1.0, 1.0)]
    if last:
        pages.append(Page("two", "source", 2, None, "born_digital", "A", "fr", last, "", 1.0, 1.0))
    piece = Piece("piece", "source", kind, None, None, tuple(page.id for page in pages))  # type: ignore[arg-type]
    found = read_piece(piece, pages, READ, written)
    assert isinstance(found[-1], Dating)
    return found[-1]


def test_readers_are_loaded_in_the_order_in_which_they_read() -> None:
    assert [reader.name for reader in load_readers()] == list(READERS)


def test_the_formula_of_a_record_dates_the_act() -> None:
    found = dating(
        "GENDARMERIE\nloi du 3 mars 1990\n\nL'an deux mille vingt-trois, le seize mars à sept heures dix,\n"
        "Nous soussigné, né le 3 avril 1975, avons entendu le témoin.\n",
        last="Fait et clos à Brest, le 17 mars 2023.\nReçu au parquet le 20 mars 2023.",
    )
    assert found.act is not None
    assert found.written is not None
    assert found.received is not None
    assert found.act.earliest == "2023-03-16T07:10"
    assert found.written.earliest == "2023-03-17"
    assert found.received.earliest == "2023-03-20"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Audition de témoin\nLe 12 mai 2022 à 8 h, devant nous,", "2022-05-12T08:00"),
        ("From: a@b.test\nDate: Mon, 3 Apr 2023 10:22:00 +0200\nSubject: camion", "2023-04-03T10:22"),
        ("INTERCEPTION\nDate : 12/05/2022 Heure : 22:15:07\nLigne 06 00 00 00 00", "2022-05-12T22:15"),
        ("De : A\nEnvoyé : lundi 3 avril 2023 10:22\nÀ : B", "2023-04-03T10:22"),
        ("Rapport d'expertise\nLyon, le 4 juin 2021\n", "2021-06-04"),
        (
            "ORDONNANCE\nVu la demande du 9 mars 2023,\nFait à Brest, le quinze mars deux mille vingt-trois.",
            "2023-03-15",
        ),
        ("WARRANT\nTo all constables.\nDated this 3rd day of April 2023", "2023-04-03"),
        ("Minutes approved on 10 May 2023\nDesk\nWednesday 26 April 2023, by video link", "2023-04-26"),
        ("Réception : 28 mars 2023\nRAPPORT\nFait à Brest, le\nmardi 18 avril 2023.", "2023-04-18"),
    ],
)
def test_a_label_or_the_first_date_of_the_head_dates_the_act(text: str, act: str) -> None:
    found = dating(text).act
    assert found is not None
    assert found.earliest == act


def test_a_piece_without_a_date_has_none() -> None:
    assert dating("Note sans date. M. Vasseur est né le 3 avril 1975.") == Dating("piece")


def test_a_date_known_beforehand_is_what_is_counted_from() -> None:
    page = Page("one", "source", 1, None, "born_digital", "A", "fr", "Hier, 3 kg ont été saisis.", "", 1.0, 1.0)
    piece = Piece("piece", "source", "report", None, None, ("one",))
    written = Time("2023-05-02", "2023-05-02", "2023-05-02")
    found = read_piece(piece, [page], READ, written)
    (date,) = [one for one in found if isinstance(one, Mention) and one.kind == "date"]
    assert date.time is not None
    assert date.time.earliest == "2023-05-01"
    assert isinstance(found[-1], Dating)
    assert found[-1].written == written
