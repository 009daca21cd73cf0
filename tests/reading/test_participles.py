"""Events told by a participle alone, of so many people, of nothing found, by other verbs of the same acts."""

from __future__ import annotations

import pytest

from greffier.records import Event, Mention
from greffier.steps import read_text


def told(text: str, language: str) -> list[tuple[str, dict[str, str], list[str], str]]:
    found = read_text(text, language, "2024-03-06")
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    return [
        (one.type, {role.role: role.name for role in one.roles}, [words[it] for it in one.quantities], one.polarity)
        for one in found
        if isinstance(one, Event)
    ]


@pytest.mark.parametrize(
    ("text", "language", "type_", "roles"),
    [
        (
            "M. Bernard Tissier, entendu le 3 mai 2023, conteste les faits.",
            "fr",
            "hear",
            {"recipient": "Bernard Tissier"},
        ),
        (
            "Bernard Tissier (né le 04/12/1993) interpellé dans la cave.",
            "fr",
            "arrest",
            {"recipient": "Bernard Tissier"},
        ),
        ("Entendue avant-hier, la dame CASTEL conteste les faits.", "fr", "hear", {"recipient": "Castel"}),
        (
            "Bernard Tissier a pris la fuite et a été interpellé le lendemain.",
            "fr",
            "arrest",
            {"recipient": "Bernard Tissier"},
        ),
        (
            "Victor Dane was in the car. He was cautioned and arrested by DS Fairclough.",
            "en",
            "arrest",
            {"agent": "Fairclough", "recipient": "Victor Dane"},
        ),
        (
            "Bernard Tissier s'est vu remettre 3 000 euros par Paul Renaud.",
            "fr",
            "pay",
            {"recipient": "Bernard Tissier", "agent": "Paul Renaud"},
        ),
        (
            "Paul Renaud a envoyé 500 euros à Bernard Tissier.",
            "fr",
            "pay",
            {"agent": "Paul Renaud", "recipient": "Bernard Tissier"},
        ),
        (
            "Paul Reed provided Victor Dane with two phones.",
            "en",
            "deliver",
            {"agent": "Paul Reed", "recipient": "Victor Dane"},
        ),
        ("The drums were released to Paul Reed on 3 May 2023.", "en", "deliver", {"recipient": "Paul Reed"}),
        (
            "Bernard Tissier a téléphoné hier soir à Paul Renaud.",
            "fr",
            "call",
            {"agent": "Bernard Tissier", "recipient": "Paul Renaud"},
        ),
        ("Victor Dane's flat was searched on 3 May 2023.", "en", "search", {"recipient": "Victor Dane"}),
        (
            "Mme Sall a autorisé la prolongation de la garde à vue de Bernard Tissier.",
            "fr",
            "custody_extension",
            {"agent": "Sall", "recipient": "Bernard Tissier"},
        ),
        ("Reçu par la greffière, Noémie Castel, à 16h05.", "fr", "receive", {"recipient": "Noémie Castel"}),
    ],
)
def test_who_did_what_to_whom(text: str, language: str, type_: str, roles: dict[str, str]) -> None:
    assert (type_, roles) in [(one[0], one[1]) for one in told(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "type_", "amounts"),
    [
        ("Trois hommes ont été arrêtés sur place.", "fr", "arrest", ["Trois hommes"]),
        ("Fourteen crew were detained on 3 May 2023.", "en", "arrest", ["Fourteen crew"]),
        (
            "Deux téléphones, 430 euros et un cachet ont été saisis.",
            "fr",
            "seize",
            ["Deux téléphones", "430 euros"],
        ),
        ("Ont été saisis également : deux téléphones et 430 euros.", "fr", "seize", ["deux téléphones", "430 euros"]),
    ],
)
def test_how_many(text: str, language: str, type_: str, amounts: list[str]) -> None:
    assert [(one[0], one[2]) for one in told(text, language)] == [(type_, amounts)]


def test_one_of_several_is_named() -> None:
    (event,) = told("Four persons have been arrested, among them Victor Dane.", "en")
    assert event[:3] == ("arrest", {"recipient": "Victor Dane"}, ["Four persons"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Aucune arme n'a été découverte.", "fr"),
        ("Aucun produit trouvé sur elle.", "fr"),
        ("No firearm was found.", "en"),
        ("Nothing was found on his person.", "en"),
    ],
)
def test_nothing_found(text: str, language: str) -> None:
    assert [(one[0], one[3]) for one in told(text, language)] == [("find", "negative")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La sœur de Bernard Tissier, entendue le 3 mai 2023, se tait.", "fr"),
        ("Victor Dane provided a full statement on 3 May 2023.", "en"),
        ("Victor Dane attended a meeting on 3 May 2023.", "en"),
        ("Victor Dane was released to his family on bail.", "en"),
        ("Bernard Tissier a fourni des explications le 3 mai 2023.", "fr"),
    ],
)
def test_no_event_of_somebody_else(text: str, language: str) -> None:
    assert not [one for one in told(text, language) if one[0] in ("hear", "deliver", "travel")]
