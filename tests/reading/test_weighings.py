"""Weights in tables and on labels belong to their seal; what is ambiguous belongs to none."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, Mention
from tests.one_page import found_on

READERS = load_readers()


def weighed(text: str) -> list[tuple[str, str]]:
    found = found_on(text, READERS, "seizure")
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    events = [one for one in found if isinstance(one, Event) and one.type == "weigh"]
    return [(event.roles[0].name, words[event.quantities[0]]) for event in events]


def test_rows_under_a_head() -> None:
    table = (
        "Pesée des scellés MT/01, MT/02.\n\nScellé Nature Poids net\nMT/01 poudre blanche 412 g\nMT/02 beige 1 205 g\n"
    )
    assert weighed(table) == [("MT/01", "412 g"), ("MT/02", "1 205 g")]


def test_a_label() -> None:
    assert weighed("SCELLÉ MT/03\nUne enveloppe kraft.\nPoids net : 98 g.\n") == [("MT/03", "98 g")]


@pytest.mark.parametrize(
    "text",
    [
        "Scellé Masse nette Masse annoncée\nMT/01 940 g 1 004 g\n",
        "Scellé Nature Lieu\nMT/01 poudre blanche 412 g\n",
        "Les scellés MT/01 et MT/02 sont joints.\nPoids net : 98 g.\n",
    ],
)
def test_what_may_be_of_another_is_left(text: str) -> None:
    assert weighed(text) == []
