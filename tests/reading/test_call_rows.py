"""Rows of call records: columns named in the head say which line called which."""

from __future__ import annotations

import hashlib

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, Found, Page, Piece, digest

READERS = load_readers()
A, B = "06 39 98 61 20", "06 39 98 44 03"


def calls(text: str) -> list[tuple[str, str | None, dict[str, str]]]:
    sha = hashlib.sha256(text.encode()).hexdigest()
    page = Page(digest(sha), "source", 1, None, "born_digital", "A", None, text, sha, 595, 842)
    piece = Piece("piece", "source", "call_records", None, None, (page.id,))
    found: list[Found] = []
    for reader in READERS:
        found.extend(reader.read(piece, [page], tuple(found)))
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
