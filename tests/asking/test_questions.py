import pytest

from greffier.asking.questions import Day, parse


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("Qui a livré le colis ?", "who"),
        ("Par qui le colis a-t-il été livré ?", "who"),
        ("Quand le bateau est-il arrivé ?", "when"),
        ("At what time did the ship arrive?", "when"),
        ("Où est le bateau ?", "where"),
        ("Where is the ship?", "where"),
        ("Combien pèse le colis ?", "how_much"),
        ("What was the net weight of the parcel?", "how_much"),
        ("Pourquoi est-il parti ?", "why"),
        ("What did the guard say?", "said"),
        ("Le bateau est-il arrivé ?", "fact"),
    ],
)
def test_intent(question: str, intent: str) -> None:
    assert parse(question).intent == intent


def test_names_are_rows_of_capitalised_words() -> None:
    assert parse("Did Lino Castor meet « le Grec » in Port-Vallin?").names == ("le grec", "lino castor", "port-vallin")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("Que s'est-il passé le 1er mars 2023 ?", Day(2023, 3, 1)),
        ("What happened on March 2, 2023?", Day(2023, 3, 2)),
        ("What happened in March 2023?", Day(2023, 3, 0)),
        ("What happened on 2023-03-02?", Day(2023, 3, 2)),
        ("Que s'est-il passé en 2023 ?", Day(2023, 0, 0)),
        ("Que s'est-il passé le 02/03/2023 ?", Day(2023, 3, 2)),
    ],
)
def test_dates(question: str, day: Day) -> None:
    assert parse(question).days == (day,)
