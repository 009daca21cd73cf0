"""Events of logs and records: lines that an hour opens, fields, codes for people, who is in custody."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event
from greffier.steps import read_text
from tests.one_page import found_on

READERS = load_readers()

LOG_EN = """SURVEILLANCE LOG
Subject: Marcus Devlin (S1)
Date: 4 June 2020

09:02 S1 leaves home address on foot.
09:20 Enters Costa Coffee, King Street.
09:31 Male leaves in black BMW.
14:05 subject leaves premises, meets Ian Croft at the Railway Tavern.
14:30 CROFT gave DEVLIN an envelope and drove off towards Wakefield.
"""
LOG_FR = """SURVEILLANCE
Date : 12 mars 2021
8h10 – Sortie de M. Samir Kadri, quitte la rue Lepic.
8h32 – M. Kadri remet un sac à M. Paul Bertin.
8h40 – Ce dernier lui donne une enveloppe.
"""
CUSTODY = """CUSTODY RECORD
Detained person: Gavin Stroud
Date: 5 October 2021
Arrested by: DC Moira Finch at 07:42

08:25 Detention authorised by Sgt Paul Ames.
11:05 DP interviewed by DC Moira Finch.
16:50 Released without charge.
"""


def told(text: str, language: str = "en") -> list[tuple[str, dict[str, str], str]]:
    found = [one for one in read_text(text, language) if isinstance(one, Event)]
    return [
        (
            one.type,
            {role.role: role.name for role in one.roles if role.mention},
            one.time.earliest[11:16] if one.time else "",
        )
        for one in found
    ]


def test_a_code_is_the_person_whom_the_log_explains() -> None:
    assert ("travel", {"agent": "Marcus Devlin"}, "09:02") in told(LOG_EN)
    assert ("travel", {"agent": "Marcus Devlin"}, "09:20") in told(LOG_EN)  # its subject is left out
    assert ("meet", {"participant": "Ian Croft"}, "14:05") in [
        (type_, {key: value for key, value in roles.items() if value != "Marcus Devlin"}, time)
        for type_, roles, time in told(LOG_EN)
    ]


def test_somebody_without_a_name_is_nobody_of_the_log() -> None:
    assert ("travel", {}, "09:31") in told(LOG_EN)


def test_whoever_does_two_things_in_one_entry_does_both() -> None:
    found = told(LOG_EN)
    assert ("deliver", {"agent": "Croft", "recipient": "Devlin"}, "14:30") in found
    assert ("travel", {"agent": "Croft", "destination": "Wakefield"}, "14:30") in found


def test_nouns_and_pronouns_of_a_log() -> None:
    found = told(LOG_FR, "fr")
    assert ("travel", {"agent": "Samir Kadri"}, "08:10") in found
    assert ("deliver", {"agent": "Paul Bertin", "recipient": "Samir Kadri"}, "08:40") in [
        (
            type_,
            {key: {"Bertin": "Paul Bertin", "Kadri": "Samir Kadri"}.get(name, name) for key, name in roles.items()},
            at,
        )
        for type_, roles, at in found
    ]


@pytest.mark.parametrize(
    ("type_", "agent"),
    [("arrest", "Moira Finch"), ("custody_start", None), ("hear", "Moira Finch"), ("custody_end", None)],
)
def test_a_custody_record_is_about_one_person(type_: str, agent: str | None) -> None:
    roles = next(roles for found, roles, _ in told(CUSTODY) if found == type_)
    assert roles["recipient"] == "Gavin Stroud"
    assert agent in (None, roles.get("agent"))


def test_a_chat_is_no_log_of_those_who_watch() -> None:
    said = ["Dex: you get the keys?", "Lou: nah", "Dex: leave it", "Lou: going out", "Dex: enters what"]
    chat = "\n".join(f"[04/06/2021, 21:1{minute}] {words}" for minute, words in enumerate(said))
    assert told(chat) == []


@pytest.mark.parametrize(
    ("form", "told"),
    [
        (
            "Prisoner: Joseph Banda\nDate of arrest      4 March 2019\nTime of arrest      16:40 hrs\n"
            "Arrested by         Constable Peter Mwale\nApproval            Insp. Grace Phiri  7 March 2019\n",
            [("arrest", "2019-03-04T16:40")],
        ),
        (
            "Nom : Slim HAMDI\nDébut de la garde à vue      11/06/2020 à 15 h 00\n"
            "Levée de la garde à vue      12/06/2020 à 18 h 10\nVisa du chef de poste        13/06/2020\n",
            [("custody_start", "2020-06-11T15:00"), ("custody_end", "2020-06-12T18:10")],
        ),
        (
            "Date seized        January 9, 2018     10:15 a.m.\nSeized by          Sgt. Luis Moreno\n"
            "Approval           Lt. Ann Dunne, January 11, 2018\n",
            [("seize", "2018-01-09T10:15")],
        ),
    ],
)
def test_a_field_dates_what_the_fields_beside_it_tell(form: str, told: list[tuple[str, str]]) -> None:
    events = [one for one in found_on("CUSTODY RECORD\n" + form, READERS, "other") if isinstance(one, Event)]
    assert [(one.type, one.time.earliest if one.time else None) for one in events] == told


def test_two_days_of_one_kind_date_nothing() -> None:
    form = "Date paid     3 May 2019\nDate paid     9 May 2019\nPaid by       Luis Moreno\nAmount  £40\n"
    assert [one.time for one in found_on(form, READERS, "other") if isinstance(one, Event)] in ([], [None])


def test_another_part_of_the_form_dates_nothing() -> None:
    form = "Date paid     3 May 2019\nAmount        £40\n\nPaid by       Luis Moreno\nAmount  £90\n"
    assert not any(isinstance(one, Event) and one.time for one in found_on(form, READERS, "other"))


def test_detention_authorised_beyond_a_day_is_extended() -> None:
    log = (
        "CUSTODY RECORD\nDetained person: Tom Arkwright\n"
        "04/05 09:10  Detention authorised.\n04/05 15:10  Review.\n05/05 08:40  Supt Helen Crane authorises detention"
        " beyond 24 hours, up to 36 hours.\n"
    )
    events = [one for one in found_on(log, READERS, "other") if isinstance(one, Event)]
    assert "custody_extension" in {one.type for one in events}


def test_custody_counted_from_an_hour_began_then() -> None:
    text = "Le 3 mai 2021 à 7 heures, Karim Sellami est placé en garde à vue à compter du 3 mai 2021 à 6 h 10.\n"
    events = [one for one in found_on(text, READERS, "report") if isinstance(one, Event)]
    assert [(one.time.earliest, one.time.latest) for one in events if one.time] == [("2021-05-03T06:10",) * 2]
