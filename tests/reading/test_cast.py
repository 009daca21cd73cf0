"""Who is heard: never the officer, and nobody by name where the page hides it."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Event, Found, Quote
from tests.one_page import found_on

READERS = load_readers()
OFFICER = "Nous, Hélène GARRIGOU, lieutenant de police, officier de police judiciaire,\n\n"


def read(text: str) -> list[Found]:
    return found_on(text, READERS, "hearing")


@pytest.mark.parametrize(
    ("opening", "speaker"),
    [
        ("Entendons le nommé Tony BRASQUER, qui nous déclare :", "Tony Brasquer"),
        ("Entendons la personne désignée comme TÉMOIN N° 4, qui nous déclare :", "TÉMOIN N° 4"),
        ("Entendons une personne dont l'identité est tenue secrète, M. Savary présent :", None),
        ("Entendons la personne ci-après, en présence du lieutenant GARRIGOU :", None),
    ],
)
def test_who_answers(opening: str, speaker: str | None) -> None:
    text = OFFICER + opening + "\n\nQUESTION : Et alors ?\n\nRÉPONSE : On m'a payé deux mille euros.\n"
    answers = [one for one in read(text) if isinstance(one, Quote) and "payé" in one.span.exact]
    assert [one.speaker_name for one in answers] == [speaker]


def test_what_is_paid_to_a_hidden_person_is_not_paid_to_the_officer() -> None:
    opening = "Entendons la personne désignée comme TÉMOIN N° 4, qui nous déclare :"
    text = OFFICER + opening + "\n\nQUESTION : Et alors ?\n\nRÉPONSE : On m'a payé deux mille euros.\n"
    (paid,) = [one for one in read(text) if isinstance(one, Event) and one.type == "pay"]
    assert [(role.role, role.mention, role.name) for role in paid.roles] == [("recipient", None, "TÉMOIN N° 4")]
    assert (paid.modality, paid.attributed_to) == ("alleged", None)


def test_an_answer_ends_where_the_officer_goes_on() -> None:
    opening = "Entendons Tony BRASQUER, qui nous déclare :"
    text = OFFICER + opening + "\n\nQUESTION : Quoi ?\nRÉPONSE : Rien.\nPrésentons à l'intéressé une photographie.\n"
    answers = [one.span.exact for one in read(text) if isinstance(one, Quote) and one.speaker_name == "Tony Brasquer"]
    assert answers == ["Rien."]


def test_who_is_born_in_the_head_is_heard_and_not_who_stands_beside_the_hour() -> None:
    text = (
        "Audition d'un suspect privé de liberté\n09/11/2021 de 14.00 à 15.35 heures - P. LAMBRECHT\n\n"
        "SELLAMI Karim, né à Gand le 14.04.1987, magasinier.\n\nJe souhaite m'expliquer. J'ai reçu 700 euros.\n"
    )
    found = read(text)
    paid = [one for one in found if isinstance(one, Event) and one.type == "receive"]
    assert [[role.name for role in one.roles] for one in paid] == [["Karim Sellami"]]


@pytest.mark.parametrize(
    "beside",
    [
        "comparaît la personne ci-après, assistée de\nMme Ivana PETKOVA, interprète en langue bulgare,",
        "comparaît devant nous Mme Ivana PETKOVA, interprète en langue bulgare, et la personne ci-après",
    ],
)
def test_the_interpreter_is_not_heard(beside: str) -> None:
    text = (
        f"AUDITION D'UNE PERSONNE GARDÉE À VUE\n\nLe 3 mai 2024, à 9 heures, {beside}\n\n"
        "Identité : DIMOV Stefan, ouvrier\n\nQuestion : Combien ?\nRéponse : Il m'a donné 2 000 euros.\n"
    )
    answers = [one for one in read(text) if isinstance(one, Quote) and "2 000" in one.span.exact]
    assert [one.speaker_name for one in answers] == ["Stefan Dimov"]


def test_nobody_is_born_who_does_not_say_so() -> None:
    text = (
        "AUDITION D'UNE PERSONNE GARDÉE À VUE\n\nQuestion : Combien ?\nRéponse : Jamais.\n"
        "Question : M. Rieux ne le dit pas. Et le reste ?\nRéponse : On m'a donné 2 000 euros.\n"
    )
    answers = [one for one in read(text) if isinstance(one, Quote) and "2 000" in one.span.exact]
    assert [one.speaker_name for one in answers] == [None]
