"""Words between marks and after dashes: which are speech, and where they end."""

from __future__ import annotations

import pytest

from greffier.reading.dashes import dialogue
from greffier.reading.spoken import find_inner, find_spoken


def spoken(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_spoken(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le ministère parle d'« erreurs de tri ».", ["erreurs de tri"]),
        ("Paul Morin l'a traité de « vendu ».", ["vendu"]),
        ('Hale dismissed the report as "a whitewash".', ["a whitewash"]),
        ('Moss would say only that he had "heard things".', ["heard things"]),
        ("Le commissaire affirme qu'« aucun retrait » n'a été fait.", ["aucun retrait"]),
        ("La députée réclame une commission « avant l'été ».", ["avant l'été"]),
        ('A bag lay there because "nobody came to fetch it", a court heard.', ["nobody came to fetch it"]),
        ("Les enquêteurs parlent de « nourrices ».", []),
        ("Karim lui dit que « le maçon » arrive.", []),
        ("On l'appelait « Fab ».", []),
        ('He owed "four and a half". Asked by Mr Stride, he left.', []),
    ],
)
def test_a_word_or_two_between_marks_may_be_somebodys_own(text: str, words: list[str]) -> None:
    assert spoken(text) == words


def test_a_statement_between_marks_is_cut_at_its_paragraphs_and_holds_what_it_quotes() -> None:
    long = "Je l'ai vu passer trois fois devant la maison avec sa remorque, et il s'arrêtait devant le portail. "
    text = f"« {long}Il a dit : « Tu as jusqu'à lundi. »\nDepuis, je ne dors plus. »"
    first, second = spoken(text)
    assert (first[:6], second) == ("Je l'a", "Depuis, je ne dors plus.")
    [inner] = [one for each in find_spoken(text) for one in find_inner(text, each)]
    assert text[inner.start : inner.end] == "Tu as jusqu'à lundi."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("– Vous avez la clef ?\n– Non.\n", 2),
        ("– 23 h 05 Passage d'une voiture noire.\n– Vers 23 h 30 Un camion entre.\n", 0),
        ("– la remorque est vide ;\n– Le chauffeur est parti ;\n", 0),
        ("Bayonne (de notre envoyé). — Qui est le voyageur ?", 0),
    ],
)
def test_lists_and_logs_with_dashes_are_no_dialogue(text: str, found: int) -> None:
    assert len(list(dialogue(text))) == found
