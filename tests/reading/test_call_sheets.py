"""Heads of intercepted communications: which line called which, and when."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, PieceKind
from tests.one_page import found_on

READERS = load_readers()


def calls(text: str, kind: PieceKind = "intercept") -> list[tuple[str, str | None, dict[str, str]]]:
    found = found_on(text, READERS, kind)
    return [
        (one.type, one.time.earliest if one.time else None, {role.role: role.span.exact for role in one.roles})
        for one in found
        if isinstance(one, Event)
    ]


HEAD = "Ligne 06 39 98 61 20\n\n"


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (
            "Appel n° 4 Date : 5 septembre 2021 Début : 18:22:10\nSens : sortant Correspondant : 06 39 98 44 03",
            ("call", "2021-09-05T18:22", {"agent": "06 39 98 61 20", "recipient": "06 39 98 44 03"}),
        ),
        (
            "Conversation n° 5 Date : 5 mai 2021 Début : 19:02:00\nSens : entrant Correspondant : 06 39 98 44 03",
            ("call", "2021-05-05T19:02", {"agent": "06 39 98 44 03", "recipient": "06 39 98 61 20"}),
        ),
        (
            "Communication n° 6 Date : 5 septembre 2021 Début : 20:10:00\nSens : sortant Correspondant : numéro masqué",
            ("call", "2021-09-05T20:10", {"agent": "06 39 98 61 20"}),
        ),
    ],
)
def test_a_sheet_tells_a_call(sheet: str, told: tuple[str, str, dict[str, str]]) -> None:
    assert calls(HEAD + sheet + "\nDurée : 1 min\n") == [told]


def test_a_sheet_without_direction_tells_nobody() -> None:
    sheet = "Communication n° 7 Date : 5 septembre 2021 Début : 20:10:00\nCorrespondant : 06 39 98 44 03"
    assert calls(HEAD + sheet) == []


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (
            "Com 12 - 07/03/2020 19:15 - vers 06 39 98 44 03 - 2 min",
            ("call", "2020-03-07T19:15", {"agent": "06 39 98 61 20", "recipient": "06 39 98 44 03"}),
        ),
        (
            "SMS n° 8\nle 07/03/2020 à 19h15 - entrant : 06 39 98 44 03 (Momo)",
            ("message", "2020-03-07T19:15", {"agent": "06 39 98 44 03", "recipient": "06 39 98 61 20"}),
        ),
        (
            "Session No. 3\n07.03.2020   19:15:20 to 19:16:02   outgoing to 44401 29017",
            ("call", "2020-03-07T19:15", {"agent": "06 39 98 61 20", "recipient": "44401 29017"}),
        ),
    ],
)
def test_a_direction_may_lead_to_the_number(sheet: str, told: tuple[str, str, dict[str, str]]) -> None:
    assert calls(HEAD + sheet + "\nA : On se voit quand ?\n") == [told]


def test_a_number_that_no_direction_leads_to_is_nobody() -> None:
    assert calls(HEAD + "Com 12 - 07/03/2020 19:15 - 06 39 98 44 03 - 2 min\n") == []
