"""Names whose family and given names stand in two fields of a form."""

from __future__ import annotations

import pytest

from greffier.reading.parted_names import identified_names, parted_names, spread_names


def told(text: str) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.normalised) for one in parted_names(text)]


@pytest.mark.parametrize(
    ("form", "parts", "whole"),
    [
        ("Surname      HARKET          Forenames  Idris", ["HARKET", "Idris"], "Idris Harket"),
        ("Nom : VERDELLE\nNée à : Pau\nPrénoms : Lise, Anaïs", ["VERDELLE", "Lise, Anaïs"], "Lise Anaïs Verdelle"),
        ("First name: Tendai   Last name: MOYOWA", ["Tendai", "MOYOWA"], "Tendai Moyowa"),
        (
            "1. Family name (as in passport): Brzeg\n2. Given names: Ewa Maria",
            ["Brzeg", "Ewa Maria"],
            "Ewa Maria Brzeg",
        ),
        ("Nom de famille .... VAN DER STEEN\nPrénom(s) .... Joost", ["VAN DER STEEN", "Joost"], "Joost Van Der Steen"),
    ],
)
def test_both_fields_are_of_one_person(form: str, parts: list[str], whole: str) -> None:
    assert told(form) == [(part, whole) for part in parts]


@pytest.mark.parametrize(
    "form",
    [
        "Nom : Société des Quais\nAdresse : 3 rue Basse\nPrénoms : Paul",
        "Surname: HARKET\n\nOccupation: docker\n\nSeen by the doctor\n\nForenames: Idris",
        "Nom : VERDELLE\nNom : BASTIER",
        "Surname: not given\nForenames: Idris",
    ],
)
def test_what_does_not_stand_together_is_not_one_name(form: str) -> None:
    assert told(form) == []


def test_two_forms_below_one_another_are_two_people() -> None:
    form = "Surname: HARKET\nForenames: Idris\nSurname: OLSTAD\nForenames: Berit"
    assert [whole for _, whole in told(form)] == ["Idris Harket"] * 2 + ["Berit Olstad"] * 2


def test_parts_of_one_field_set_apart_are_one_name() -> None:
    form = "Name   ARDOIN  TERRENCE  JAMES      DOB 07/11/1989   Sex M\nName   ARDOIN   DOB\nNAME  CITY OF LAKES   x\n"
    (one,) = spread_names(form)
    assert (form[one.start : one.end], one.normalised) == ("ARDOIN  TERRENCE  JAMES", "Terrence James Ardoin")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('1  ARDOIN, Miles T.   aka "Slim"   B/M  DOB 11/07/1989', ["Miles T Ardoin"]),
        ("Seen: SOUZA, Ana (DOB 02/11/1990), and VOSS, Teresa, born 1980.", ["Ana Souza", "Teresa Voss"]),
        ("LEROUX, Jean-Marc, né le 3 mai 1970", ["Jean-Marc Leroux"]),
        ("PARIS, Monday, 12 May", []),
        ("COUNTY COURT, Aldstone\nOrder of release", []),  # a town that ends as `née` begins
        ("PROSECUTOR'S OFFICE, Harrowstone", []),
        ("COUR D'APPEL, Vienne", []),
        ("ARDOIN, Miles and VOSS, Teresa came.", []),
    ],
)
def test_names_told_family_name_first_before_what_identifies(text: str, whole: list[str]) -> None:
    assert [(one.normalised or "").replace(".", "") for one in identified_names(text)] == whole
