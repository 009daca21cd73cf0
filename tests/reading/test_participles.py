"""Events told by a participle alone, of so many people, of nothing found, by other verbs of the same acts."""

from __future__ import annotations

import pytest

from greffier.records import Event, Mention
from greffier.steps import read_text


def told(text: str, language: str) -> list[tuple[str, dict[str, str], list[str], str]]:
    found = read_text(text, language, "2024-03-06")
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    return [
        (
            one.type,
            {role.role: role.name for role in one.roles if role.mention},
            [words[it] for it in one.quantities],
            one.polarity,
        )
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
        (
            "Victor Dane was observed handing a bag to Paul Reed.",
            "en",
            "deliver",
            {"agent": "Victor Dane", "recipient": "Paul Reed"},
        ),
        (
            "Bernard Tissier a été vu remettre un sac à Paul Renaud.",
            "fr",
            "deliver",
            {"agent": "Bernard Tissier", "recipient": "Paul Renaud"},
        ),
        (
            "Paul Renaud, auquel Bernard Tissier a vendu 3 kg, se tait.",
            "fr",
            "sell",
            {"agent": "Bernard Tissier", "recipient": "Paul Renaud"},
        ),
        (
            "Paul Reed, from whom Victor Dane bought 3 kg, said nothing.",
            "en",
            "buy",
            {"agent": "Victor Dane", "seller": "Paul Reed"},
        ),
        (
            "Victor Dane made a payment of £500 to Paul Reed.",
            "en",
            "pay",
            {"agent": "Victor Dane", "recipient": "Paul Reed"},
        ),
        ("Perquisition au domicile de Paul Renaud le 15 mai 2023.", "fr", "search", {"recipient": "Paul Renaud"}),
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


@pytest.mark.parametrize(
    ("text", "language", "shares"),
    [
        (
            "Victor Dane paid £500 to Paul Reed, £300 to Anna Bell and £200 to Sean Tate.",
            "en",
            [("Paul Reed", ["£500"]), ("Anna Bell", ["£300"]), ("Sean Tate", ["£200"])],
        ),
        (
            "Karim Sorel a remis 3 kg à un inconnu et 2 kg à Paul Renaud.",
            "fr",
            [(None, ["3 kg"]), ("Paul Renaud", ["2 kg"])],
        ),
        ("Victor Dane sold 3 kg and two guns to Paul Reed.", "en", [("Paul Reed", ["3 kg", "two guns"])]),
    ],
)
def test_each_share_has_its_recipient(text: str, language: str, shares: list[tuple[str | None, list[str]]]) -> None:
    assert [(one[1].get("recipient"), one[2]) for one in told(text, language)] == shares


def test_two_receive_together() -> None:
    found = read_text("Karim Sorel a remis 500 euros à Paul Renaud et à Anne Morel.", "fr")
    (event,) = [one for one in found if isinstance(one, Event)]
    assert [role.name for role in event.roles if role.role == "recipient"] == ["Paul Renaud", "Anne Morel"]


def test_a_lawyer_is_not_who_he_speaks_of() -> None:
    (event,) = told("His lawyer, Ann Frost, said that he had never met Sean Tate.", "en")
    assert event[1] == {"participant": "Sean Tate"}


@pytest.mark.parametrize(
    ("text", "language", "type_"),
    [
        ("Detectives seized 14 kg of cocaine from a lock-up rented by Liam Brand.", "en", "rent"),
        ("Anne Morel a stocké 2 kg dans un box loué par Karim Sorel.", "fr", "rent"),
    ],
)
def test_amounts_are_not_of_what_only_holds_them(text: str, language: str, type_: str) -> None:
    assert [one[2] for one in told(text, language) if one[0] == type_] in ([], [[]])


def test_codes_of_a_legend_and_of_brackets() -> None:
    log = "LOG\nDate: 1 March 2024\n\nS1   Marco Bellini\n\n0905  S1 leaves home address.\n"
    log += "0930  S1 calls H2 (Tomas Reyes).\n"
    log += "0941  H2 hands S1 a bag.\n"
    roles = [one[1] for one in told(log, "en")]
    assert {"agent": "Marco Bellini"} in roles
    assert {"agent": "Tomas Reyes", "recipient": "Marco Bellini"} in roles
