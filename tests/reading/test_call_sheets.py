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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("JAIL CALLS\nCALL B   15 March 2021  7:42 p.m.   to (208) 555-0178\n", {"recipient": "(208) 555-0178"}),
        ("MONITORING DESK\nCALL 7   2021-02-23  16:05   OUT to +27 72 555 0184   dur 1:35\n",
         {"recipient": "+27 72 555 0184"}),
        ("MONITORING DESK\nCALL 8   2021-02-23  16:05   IN from +27 72 555 0184\n", {"agent": "+27 72 555 0184"}),
        ("Écoutes\nComm. n° 17 — 03/03/2021, 20 h 41 — sortant vers 06 39 98 55 07 — 1 min 52\n",
         {"recipient": "06 39 98 55 07"}),
        ("INTERCEPTS\nT1   23/11/21 09:12   to 0545550177 (our man)\n", {"recipient": "0545550177"}),
        ("Sonorisation\nAppel 4 : 13/05/2021 18 h 20  entrant de 06 39 98 55 08\n", {"agent": "06 39 98 55 08"}),
    ],
)  # fmt: skip
def test_heads_of_one_line_on_papers_of_any_kind(text: str, told: dict[str, str]) -> None:
    assert [(one[0], one[2]) for one in calls(text, "other")] == [("call", told)]


@pytest.mark.parametrize(
    "text",
    [
        "Lignes de bus\nTrajet 4 : 13/05/2021 18 h 20 de Mons à Namur\n",
        "RECORD\nItem 4  13/05/2021 18:20  to store, bag 0545550177\n",  # of no line
        "MONITORING DESK\nT1   23/11/21 09:12   nobody at home\n",
        "Monitoring\n1   23/11/21 09:12   to the harbour\n",
    ],
)
def test_lines_with_a_day_that_are_no_calls(text: str) -> None:
    assert calls(text, "other") == []
