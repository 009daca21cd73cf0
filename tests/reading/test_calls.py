"""Call records: columns say which line called which, when and how long, whatever their names, order and language."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from greffier.reading.read import load_readers
from greffier.records import Call, Event, Mention
from greffier.steps import read_text
from tests.one_page import found_on

_spec = spec_from_file_location("call_layouts", Path(__file__).with_name("call_layouts.py"))
assert _spec is not None
assert _spec.loader is not None
call_layouts = module_from_spec(_spec)
sys.modules["call_layouts"] = call_layouts  # dataclasses look there
_spec.loader.exec_module(call_layouts)

READERS = load_readers()
A, B = "06 39 98 61 20", "06 39 98 44 03"


def calls(text: str) -> list[tuple[str, str | None, dict[str, str]]]:
    found = found_on(text, READERS, "call_records")
    return [
        (one.type, one.time.earliest if one.time else None, {role.role: role.span.exact for role in one.roles})
        for one in found
        if isinstance(one, Event)
    ]


@pytest.mark.parametrize(
    ("table", "type_", "roles"),
    [
        (f"Date | Heure | Sens | Ligne | Correspondant\n2021-09-05 | 18:22:10 | sortant | {A} | {B}", "call", (A, B)),
        (f"Date | Heure | Sens | Ligne | Correspondant\n2021-09-05 | 18:22:10 | entrant | {A} | {B}", "call", (B, A)),
        (f"Date | Time | Caller | Called | Kind\n2021-09-05 | 18:22:10 | {A} | {B} | SMS", "message", (A, B)),
    ],
)
def test_columns_say_who_called(table: str, type_: str, roles: tuple[str, str]) -> None:
    assert calls(table) == [(type_, "2021-09-05T18:22", {"agent": roles[0], "recipient": roles[1]})]


@pytest.mark.parametrize(
    "table",
    [
        f"Ligne | Correspondant\n{A} | {B}",
        f"Date | Heure | Sens | Ligne | Correspondant\n2021-09-05 | 18:22:10 | inconnu | {A} | {B}",
        f"Sens | Ligne | Correspondant\nsortant | {A} | {B}",
    ],
)
def test_what_is_left_open_tells_no_call(table: str) -> None:
    assert calls(table) == []


def listed(text: str) -> list[Call]:
    found = [one for one in read_text(text) if isinstance(one, Call)]
    return sorted(found, key=lambda call: call.citations[0].span.start)


@pytest.mark.parametrize("seed", range(40))
def test_the_same_calls_under_many_heads(seed: int) -> None:
    text, told, seconds = call_layouts.layout(seed)
    found = listed(text)
    head = text.splitlines()[-len(told) - 1]
    assert len(found) == len(told), head
    for call, true in zip(found, told, strict=True):
        form = "%Y-%m-%dT%H:%M"
        assert (call.caller, call.called) == (f"+33{true.caller}", f"+33{true.called}"), head
        assert call.start is not None
        assert call.start.earliest == true.start.strftime(form), head
        assert not seconds or call.start.edtf == true.start.strftime(f"{form}:%S"), head
        assert (call.seconds_low, call.seconds_high) == (true.seconds, true.seconds), head
        assert call.kind in (None, true.kind)
        assert call.imei in (None, true.imei)
        assert call.imsi in (None, true.imsi)
        assert call.cell in (None, true.cell)
        told_head = head.lower()
        assert (call.imei is not None) == ("imei" in told_head), head
        assert (call.imsi is not None) == ("imsi" in told_head), head


@pytest.mark.parametrize("seed", range(0, 40, 5))
def test_every_field_stands_where_it_says(seed: int) -> None:
    text, told, _ = call_layouts.layout(seed)
    for call, true in zip(listed(text), told, strict=True):
        places = {field.name: field.span for field in call.fields}
        assert {"caller", "called", "start", "seconds"} <= places.keys()
        assert "".join(filter(str.isdigit, places["caller"].exact)).endswith(true.caller)
        assert all(text[at.start : at.end] == at.exact for at in places.values())


def test_bare_digits_in_a_column_of_numbers_are_telephones() -> None:
    text, told, _ = call_layouts.layout(3)
    phones = {one.normalised for one in read_text(text) if isinstance(one, Mention) and one.kind == "phone"}
    assert phones == {f"+33{one}" for call in told for one in (call.caller, call.called)}


HEAD = "Date | Heure | Sens | Ligne | Correspondant"
ROWS = "\n".join(f"{day}/09/2021 | 18:22 | {way} | {A} | {B}" for day, way in ((5, "S"), (6, "E"), (7, "S")))


@pytest.mark.parametrize(
    ("head", "zone"),
    [
        ("Heures exprimées en UTC", "Etc/UTC"),
        ("Heure locale (UTC+1)", "Etc/GMT-1"),
        ("Heure de Paris", "Europe/Paris"),
        ("Times are GMT+2", "Etc/GMT-2"),
        ("Heure locale", None),
        ("Données de trafic", None),
    ],
)
def test_the_time_zone_is_what_the_export_says(head: str, zone: str | None) -> None:
    assert [call.zone for call in listed(f"{head}\n{HEAD}\n{ROWS}")] == [zone] * 3


def test_letters_say_the_direction_in_a_column_of_directions() -> None:
    assert [call.direction for call in listed(f"{HEAD}\n{ROWS}")] == ["out", "in", "out"]


def test_the_line_may_stand_before_the_table() -> None:
    found = listed(
        "Relevé de la ligne 06 39 98 61 20\nService : 01 99 00 11 22\nDate | Sens | Correspondant | Durée\n"
        f"25/09/2021 18:22 | Sortant | {B} | 12\n26/09/2021 18:22 | Entrant | {B} | 12"
    )
    assert [(call.caller, call.called) for call in found] == [
        ("+33639986120", "+33639984403"),
        ("+33639984403", "+33639986120"),
    ]


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (["03/04/2021", "25/04/2021"], ["2021-04-03", "2021-04-25"]),
        (["03/04/2021", "04/25/2021"], ["2021-03-04", "2021-04-25"]),
        (["05/01/2021", "05/02/2021", "06/01/2021"], ["2021-05-01", "2021-05-02", "2021-06-01"]),
        (["03/04/2021", "03/04/2021"], None),
        (["25/04/2021", "04/25/2021"], None),
    ],
)
def test_day_and_month_are_decided_over_the_whole_column(days: list[str], read: list[str] | None) -> None:
    rows = "\n".join(f"{day} | 10:00 | +33639986120 | +33639984403 | 5" for day in days)
    table = f"Date | Time | Caller | Called | Duration\n{rows}"
    found = [call.start.earliest[:10] for call in listed(table) if call.start]
    if read is not None:
        assert found == read
    else:
        assert all(day in ("2021-04-25",) for day in found)


@pytest.mark.parametrize(
    ("head", "told", "low", "high"),
    [
        ("Durée", "1:15", 75, 75),
        ("Durée", "1 h 02 min 01 s", 3721, 3721),
        ("Durée (min)", "2", 61, 179),
        ("Duration (ms)", "75000", 75, 75),
        ("Durée", "0.000868055555555556", 75, 75),
        ("Durée", "inconnue", None, None),
        ("Durée", "75", 75, 75),
        ("Durée", "1 h 05", 3900, 3900),
        ("Durée", "2'35''", 155, 155),
        ("Durée", "PT2M35S", 155, 155),
        ("Durée (hh:mm)", "00:02", 61, 179),
        ("Durée", "2 min 35 zz", None, None),
    ],
)
def test_durations(head: str, told: str, low: int | None, high: int | None) -> None:
    rows = "\n".join(f"2021-09-0{day} 18:22 | {A} | {B} | {told}" for day in (1, 2, 3))
    assert {
        (call.seconds_low, call.seconds_high) for call in listed(f"Début | Appelant | Appelé | {head}\n{rows}")
    } == {(low, high)}


@pytest.mark.parametrize(
    "text",
    [
        # A list of people with their numbers and days of birth tells no calls.
        f"Nom | Téléphone | Date de naissance\nDURAND | {A} | 03/04/1981\nMARTIN | {B} | 05/06/1982",
        # Two columns that both name the caller: neither is taken.
        "Appelant | Numéro appelant | Date | Durée\n0639986120 | 0639984403 | 2021-09-05 18:22 | 5",
        # Weights and prices.
        "Date | Produit | Quantité | Prix\n03/04/2021 | bananes | 12 | 25,00\n04/04/2021 | oranges | 13 | 26,00",
        # Figures without names that are no calls.
        "12 | 13 | 2021-09-05\n14 | 15 | 2021-09-06\n16 | 17 | 2021-09-07",
        "",
        "|||||\n|||||",
    ],
)
def test_what_is_no_list_of_calls_gives_none(text: str) -> None:
    assert listed(text) == []


def test_hidden_and_withheld_numbers_stay_unknown() -> None:
    [call] = listed(f"Date | Appelant | Appelé | Durée\n2021-09-05 18:22 | masqué | {B} | 5") or [None]
    assert call is None or (call.caller, call.called) == (None, "+33639984403")


def test_a_head_repeated_on_each_page_tells_no_call() -> None:
    rows = "\n".join(f"2021-09-05 | 18:2{n} | S | {A} | {B}" for n in range(4))
    assert len(listed(f"{HEAD}\n{rows}\n{HEAD}\n{rows}")) == 8


@pytest.mark.parametrize("name", ["Corresp. (B)", "Correspondant", "Num. B", "Abonné B", "Party B", "Other party"])
@pytest.mark.parametrize(
    ("way", "out", "into"), [("E/S", "S", "E"), ("I/O", "O", "I"), ("Entrant / Sortant", "sortant", "entrant")]
)
def test_the_other_end_is_placed_by_the_direction(name: str, way: str, out: str, into: str) -> None:
    table = (
        f"N° Abonné;{name};Dt & H début;Durée (mn:ss);{way};Type com;Cellule - adresse\n"
        f"0639986120;0639984403;03/02/2024 08:15:22;02:35;{out};Voix;12 quai des Belges\n"
        f"0639986120;0639984403;03/02/2024 23:59:50;00:25;{into};Voix;inconnue\n"
    )
    line, other = "+33639986120", "+33639984403"
    found = [(call.caller, call.called, call.direction, call.seconds_low, call.place) for call in listed(table)]
    assert found == [(line, other, "out", 155, "12 quai des Belges"), (other, line, "in", 25, None)]


@pytest.mark.parametrize("told", ["inconnue", "Unknown", "-", "N/A", "non localisé", "(néant)"])
def test_what_says_that_nothing_is_known_is_no_cell(told: str) -> None:
    rows = f"2021-09-05 18:22 | {A} | {B} | 5 | CI-A41\n2021-09-06 18:22 | {A} | {B} | 5 | {told}"
    assert [call.cell for call in listed(f"Début | Appelant | Appelé | Durée | Cellule\n{rows}")] == ["CI-A41", None]


@pytest.mark.parametrize("day", ["31/02/2024 10:00:00", "03/02/2024 25:10", "2024-13-41"])
def test_a_call_on_a_day_that_there_is_not_is_kept_without_its_time(day: str) -> None:
    rows = "\n".join(
        f"{one} | {A} | {B} | 60" for one in ("01/02/2024 09:00", day, "03/02/2024 09:00", "04/02/2024 09:00")
    )
    found = listed(f"Début | Appelant | Appelé | Durée\n{rows}\nTotal | | | 180")
    days = [call.start.earliest[8:10] if call.start else None for call in found]
    assert days == ["01", None, "03", "04"]
    assert [call.seconds_low for call in found] == [60, 60, 60, 60]
