"""The day of an open question dates what is answered first, and nothing else."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event
from tests.one_page import found_on

READERS = load_readers()


def days(text: str) -> list[str | None]:
    found = found_on(text, READERS, "hearing")
    told = [one for one in found if isinstance(one, Event) and one.type in ("pay", "deliver", "meet")]
    return [
        one.time.earliest if one.time else None for one in sorted(told, key=lambda one: one.citations[0].span.start)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "QUESTION : Que s'est-il passé le 9 juin 2022 ?\nRÉPONSE : Jean Kergoat a remis 900 euros à Lise Brennec.",
        "Q. Qu'avez-vous fait le 9 juin 2022 ? R. J'ai remis 900 euros à Lise Brennec.",
        "Q: Tell me about 9 June 2022?\nA: Dermot Hale handed 900 euros to Lise Brennec.",
        "Q: What happened on 9 June 2022?\nA: I remember. Dermot Hale paid 900 euros to Lise Brennec.",
    ],
)
def test_the_answer_is_of_the_day_asked_about(text: str) -> None:
    assert days(text)[0] == "2022-06-09"


@pytest.mark.parametrize(
    "text",
    [
        "Q: Did you see him on 9 June 2022?\nA: Dermot Hale paid 900 euros to Lise Brennec.",
        "Q: What happened between 9 June 2022 and 4 July 2022?\nA: Dermot Hale paid 900 euros to Lise Brennec.",
        "Q: What happened on 9 June 2022?\nA: Nothing. Dermot Hale paid 900 euros to Lise Brennec.",
        "QUESTION : Que s'est-il passé le 9 juin 2022 ?\nRÉPONSE : Je dormais chez ma sœur, qui tient un commerce à la "
        "sortie de la ville. Jean Kergoat a remis 900 euros à Lise Brennec.",
    ],
)
def test_another_question_or_another_answer_gives_no_day(text: str) -> None:
    assert days(text) == [None]


def test_a_day_of_the_answer_stands() -> None:
    text = "Q: What happened on 9 June 2022?\nA: Dermot Hale paid 900 euros to Lise Brennec on 3 May 2022."
    assert days(text) == ["2022-05-03"]


@pytest.mark.parametrize(
    "text",
    [
        "C'est Jean Kergoat qui a remis 900 euros à Lise Brennec le 9 juin 2022.",
        "It was Dermot Hale who paid 900 euros to Lise Brennec on 9 June 2022.",
        "Jean Kergoat, qui a remis 900 euros à Port-Lavandin le 9 juin 2022, se tait.",
    ],
)
def test_who_did_it_is_told_with_its_day(text: str) -> None:
    assert days(text)[0] == "2022-06-09"
