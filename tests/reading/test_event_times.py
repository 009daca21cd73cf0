"""The time of an event: of its clause, its sentence, what opens its paragraph; never since when, never a guess."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, PieceKind
from tests.one_page import found_on

READERS = load_readers()


def times(text: str, kind: PieceKind = "report") -> list[tuple[str, str | None]]:
    found = found_on(text, READERS, kind)
    return [(one.type, one.time.earliest if one.time else None) for one in found if isinstance(one, Event)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Le 3 mai 2020, Paul Morin a livré 3 kg à Karim Benali.", [("deliver", "2020-05-03")]),
        (
            "Le 3 mai 2020 à 22 h 10, la surveillance reprend. Paul Morin livre 3 kg à Karim Benali.",
            [("deliver", "2020-05-03T22:10")],
        ),
        (
            "Le 3 mai 2020, la surveillance reprend.\n\nPaul Morin livre 3 kg à Karim Benali.",
            [("deliver", None)],
        ),
        (
            "Le 3 mai 2020, la surveillance reprend. La veille, rien. Paul Morin livre 3 kg à Karim Benali.",
            [("deliver", None)],
        ),
        ("Paul Morin, né le 3 mai 1980, a livré 3 kg à Karim Benali.", [("deliver", None)]),
        ("Paul Morin, absent depuis le 3 mai 2020, a livré 3 kg à Karim Benali.", [("deliver", None)]),
        ("Le 4 mai 2020, Zoé Brun affirme que Paul Morin a livré 3 kg à Karim Benali.", [("deliver", None)]),
    ],
)
def test_when(text: str, told: list[tuple[str, str | None]]) -> None:
    assert times(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Procès-verbal du 24 juin 2024\n\nPaul Rieux, retenu pour vol en réunion, commis à Bron le 12 juin 2024."
        "\n\nM. Vallon a été avisé à 6 h 40.",
        "Custody record of 24 June 2024\n\nPaul Rudge, held on suspicion of burglary committed at Hull on 12 June 2024."
        "\n\nMr Vallon was informed at 6:40 am.",
    ],
)
def test_the_day_of_what_somebody_is_held_for_dates_nothing_else(text: str) -> None:
    assert ("inform", "2024-06-24T06:40") in times(text)
