"""Events of logs and records: lines that an hour opens, fields, codes for people, who is in custody."""

from __future__ import annotations

import pytest

from greffier.records import Event
from greffier.steps import read_text

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
        (one.type, {role.role: role.name for role in one.roles}, one.time.earliest[11:16] if one.time else "")
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
