from typing import Any

import pytest

from greffier.asking.answer import answer


def texts(case: Any, question: str) -> list[str]:
    told = answer(question, case, case)
    for sentence in told.sentences:
        (citation,) = sentence.citations
        span = citation.span
        assert case.page(span.page).text[span.start : span.end] == span.exact == sentence.text
    assert told.found == bool(told.sentences)
    return [sentence.text for sentence in told.sentences]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Combien de ballots le capitaine a-t-elle découverts ?", "quarante-deux ballots"),
        ("How many bales were found?", "quarante-deux ballots"),
        ("Who drove the truck?", "conduit par Ivan SOULT"),
        ("Qui conduit le camion ?", "conduit par Ivan SOULT"),
        ("Quelle est l'immatriculation du camion ?", "BX-114-RD"),
        ("When did Captain Varenne enter the warehouse?", "4 juin 2021 à 6 h 10"),
        ("À quelle heure Varenne pénètre-t-elle dans l'entrepôt ?", "6 h 10"),
        ("Qu'a déclaré le Marin ?", "Je n'ai jamais ouvert les ballots."),
        ("What did Ivan Soult say?", "Je n'ai jamais ouvert les ballots."),
    ],
)
def test_answers_quote_the_page(depot: Any, question: str, words: str) -> None:
    assert words in texts(depot, question)[0]


def test_different_values_are_all_quoted(depot: Any) -> None:
    found = " ".join(texts(depot, "Quel est le poids des ballots saisis ?"))
    assert "512 kg" in found
    assert "498,5 kg" in found


@pytest.mark.parametrize(
    "question",
    [
        "Combien de ballots ont été vendus à Bastien Roquelin ?",  # nobody of this name
        "Who drove the truck on 9 July 2021?",  # no such day
        "De quelle couleur est le camion ?",  # the file does not say
        "Combien d'euros Ivan Soult a-t-il reçus ?",  # no money anywhere
        "What is the phone number of Odile Varenne?",
        "Pourquoi le capitaine Varenne pénètre-t-elle dans l'entrepôt ?",  # no reason given
        "Quel est le poids des bananes ?",
        "Qui a tué le juge ?",
        "Qu'a déclaré Odile Varenne ?",
        "?",
        "",
    ],
)
def test_not_in_the_file(depot: Any, question: str) -> None:
    assert texts(depot, question) == []


def test_scope_is_told(depot: Any) -> None:
    depot.write("D0014", " \n ")
    told = answer("Qui a tué le juge ?", depot, depot)
    assert (told.pages_searched, told.pages_unreadable) == (3, 1)
