"""What looks like a date and is none, and dates that cannot be: nothing is made up, nothing repaired."""

from __future__ import annotations

import pytest

from tests.reading.dated import read

NO_DATES = [
    "vu les articles 706-80 et 100-1 du code",
    "procès-verbal n° 2023/001234",
    "la commission rogatoire n° 4/22/17",
    "la procédure n° 12/05/2022",
    "joignable au 06 12 34 56 78",
    "la somme de 12 750,00 €",
    "ils ont gagné 3-2",
    "folio D 12/13",
    "24 heures de garde à vue",
    "à 2 heures de route",
    "pendant 8 heures",
    "une durée : 1 h 45",
    "de 300 à 360 kg",
    "de 1900 à 2000 euros",
    "le dossier 2022",
    "192.168.10.12",
    "un enfant de sept ans",
    "détenu depuis vingt-quatre heures",
    "tous les jeudis",
    "il a marché, il a été vu",
    "un mardi gras sans fin",
    "après une heure et demie de fouille",
    "trois fois par semaine",
    "j'ai ouvert le premier, pas les autres",
    "domicilié 12 rue du 8 mai 1945",
    "il habite place du 4 Septembre",
    "dossier 03/2015, affaire 2016/11, PV n° 2022/05/12-3",
    "M. Janvier et Mlle Avril Dupont",
    "au prix de 12.05.2022 €",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_stands_here(text: str) -> None:
    found = [mention.span.exact for mention in read(text) if "mardi" not in mention.span.exact]
    assert found == []


@pytest.mark.parametrize("text", ["you may 5 times", "they march 3 abreast", "the second man", "a 12-05 split of 3/4"])
def test_no_english_date_stands_here(text: str) -> None:
    assert read(text, "en") == []


def test_how_long_is_not_when() -> None:
    assert read("Please reply within 28 days.", "en") == []
    assert len(read("15/02/2012 19:55   00:12:44   OUT", "en")) == 1
    assert read("call to 06 [0:02:10]; total time detained: about 15 hours 10 minutes", "en") == []
    assert read("soit deux heures quarante-cinq après ; une durée totale de 6 h 10") == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("la veille", "fr"),
        ("à 22 h 15", "fr"),
        ("Published today at 4:30 am (Paris)", "en"),
        ("début de semaine", "fr"),
    ],
)
def test_what_nothing_can_be_said_of_is_a_date_without_a_time(text: str, language: str) -> None:
    assert [(mention.kind, mention.time) for mention in read(text, language, act=None)] in ([], [("date", None)])


@pytest.mark.parametrize("text", ["31 février 2022", "le 31/04/2022", "le 30 février"])
def test_an_impossible_date_is_kept_and_not_repaired(text: str) -> None:
    (found,) = read(text)
    assert found.time is None
    assert found.confidence < 0.5


CALLS = """N°  Date / heure       De              Vers            Durée    Relais
1   14/11/2021 21:40   0611 22 33 44   0655 44 33 22   03:25    Quai Nord
2   15/11/2021 06:02   0655 44 33 22   0611 22 33 44   0:51     Les Halles
"""


def test_what_stands_under_a_duration_is_no_hour() -> None:
    assert [one.span.exact for one in read(CALLS)] == ["14/11/2021 21:40", "15/11/2021 06:02"]
