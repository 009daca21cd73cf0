"""Cells that are days and hours: one reading, or both where they can be turned round, or none."""

from __future__ import annotations

import pytest

from greffier.reading.cell_times import day_first, hour, stamp, time_of, zone


@pytest.mark.parametrize(
    ("told", "day", "clock"),
    [
        ("25/09/2021 18:22:10", "2021-09-25", 66_130),
        ("2021-09-25T18:22:10.000", "2021-09-25", 66_130),
        ("25.09.21", "2021-09-25", None),
        ("25-09-2021 18h22", "2021-09-25", 66_120),
        ("25 sept. 2021 à 18:22", "2021-09-25", 66_120),
        ("Sat 25 Sep 2021 18:22", "2021-09-25", 66_120),
        ("Sep 25, 2021 6:22 PM", "2021-09-25", 66_120),
        ("25-SEP-21", "2021-09-25", None),
        ("1er mars 2021", "2021-03-01", None),
        ("20210925", "2021-09-25", None),
        ("12:00 AM", None, 0),
        ("12:00:01 pm", None, 43_201),
        ("18 h 22", None, 66_120),
        ("09/25/2021", "2021-09-25", None),
    ],
)
def test_days_and_hours(told: str, day: str | None, clock: int | None) -> None:
    found = stamp(told)
    assert found is not None
    assert (found.day.isoformat() if found.day else None, found.clock) == (day, clock)


@pytest.mark.parametrize(
    "told", ["", "12", "32/01/2021", "29/02/2021", "2021-13-01", "25:00", "18:60", "06 39 98 61 20", "1 min 15 s",
             "abc", "13:00 PM",
             "25/09/2021 bananes", "99999999", "12,50"],
)  # fmt: skip
def test_what_is_neither(told: str) -> None:
    assert stamp(told) is None


def test_a_day_that_can_be_turned_round_has_both() -> None:
    found = stamp("03/04/2021")
    assert found is not None
    assert (str(found.day), str(found.other)) == ("2021-04-03", "2021-03-04")


@pytest.mark.parametrize(
    ("told", "clock"), [("182210", 66_130), ("70500", 25_500), ("18.22.10", 66_130), ("0.765393518", 66_130)]
)
def test_packed_hours(told: str, clock: int) -> None:
    found = hour(told)
    assert found is not None
    assert found.clock == clock


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("18:22Z", "Etc/UTC"),
        ("18:22 (UTC+2)", "Etc/GMT-2"),
        ("2021-09-25T18:22:10-05:00", "Etc/GMT+5"),
        ("18:22", None),
        ("2021-09-25 18:22 +0530", None),
    ],
)
def test_the_zone_of_a_cell(told: str, name: str | None) -> None:
    found = stamp(told)
    assert found is not None
    assert found.zone == name


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Heure locale (UTC+1)", "Etc/GMT-1"),
        ("heures de Paris", "Europe/Paris"),
        ("UTC ou UTC+1 ?", None),
        ("heure locale", None),
    ],
)
def test_the_zone_of_a_preamble(told: str, name: str | None) -> None:
    assert zone(told) == name


@pytest.mark.parametrize(
    ("cells", "french", "first"),
    [
        (["03/04/2021", "25/04/2021"], False, True),
        (["03/04/2021", "04/25/2021"], True, False),
        (["03/04/2021"], True, True),
        (["03/04/2021"], False, None),
        (["03.04.2021"], False, True),
        (["25/04/2021", "04/25/2021"], True, None),
        (["02/11/2021", "03/11/2021", "04/11/2021"], False, True),
        (["11/02/2021", "11/03/2021", "11/04/2021"], False, False),
        (["02/03/2021", "03/04/2021", "04/05/2021"], False, None),
    ],
)
def test_which_comes_first(cells: list[str], french: bool, first: bool | None) -> None:
    assert day_first(cells, french) is first


def test_seconds_stand_in_the_edtf_and_bounds_are_minutes() -> None:
    found = stamp("25/09/2021 18:22:10")
    assert found is not None
    told = time_of(found.day, found.clock, None)
    assert told is not None
    assert (told.edtf, told.earliest, told.latest) == ("2021-09-25T18:22:10", "2021-09-25T18:22", "2021-09-25T18:22")
