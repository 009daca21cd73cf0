"""Common nouns fill the places of an event that no name fills: things, people, bodies, places."""

from __future__ import annotations

import pytest

from greffier.records import Event
from greffier.steps import read_text


def unnamed(text: str, language: str) -> list[tuple[str, dict[str, str]]]:
    events = (one for one in read_text(text, language) if isinstance(one, Event) and one.reader == "events")
    return [(one.type, {role.role: role.name for role in one.roles if role.mention is None}) for one in events]


@pytest.mark.parametrize(
    ("text", "language", "type_", "roles"),
    [
        ("Bruno Calvet remet le sac de sport à Samir Haddad.", "fr", "deliver", {"object": "sac de sport"}),
        ("Le 3 mai 2021, la marchandise a été détruite.", "fr", "destroy", {"object": "marchandise"}),
        ("Le carnet que Bruno Calvet a remis à Samir Haddad est bleu.", "fr", "deliver", {"object": "carnet"}),
        ("Bruno Calvet a vendu la moto à un voisin.", "fr", "sell", {"object": "moto", "recipient": "voisin"}),
        ("Bruno Calvet est conduit à la brigade.", "fr", "transport", {"destination": "brigade"}),
        ("Samir Haddad a été agressé. Un homme a menacé Samir Haddad.", "fr", "threaten", {"agent": "homme"}),
        ("Owen Hale handed the white envelope to Ann Moor.", "en", "deliver", {"object": "white envelope"}),
        ("The keys were handed to Ann Moor by Owen Hale.", "en", "deliver", {"object": "keys"}),
        (
            "On 3 May 2021 the stranger sold the boat to Ann Moor.",
            "en",
            "sell",
            {"agent": "stranger", "object": "boat"},
        ),
        ("Owen Hale drove from Leeds to the warehouse on 3 May 2021.", "en", "travel", {"destination": "warehouse"}),
    ],
)
def test_what_stands_without_a_name(text: str, language: str, type_: str, roles: dict[str, str]) -> None:
    assert (type_, roles) in unnamed(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bruno Calvet a remis la somme de 300 euros à Samir Haddad.", "fr"),
        ("Bruno Calvet a remis douze sacs à Samir Haddad.", "fr"),
        ("Bruno Calvet a livré la nuit à Samir Haddad.", "fr"),
        ("Owen Hale gave Ann Moor 300 euros that day.", "en"),
        ("Owen Hale delivered 3 kg to Ann Moor by night.", "en"),
    ],
)
def test_no_thing_where_an_amount_or_a_time_is_told(text: str, language: str) -> None:
    assert all("object" not in roles for _, roles in unnamed(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Il vend des pneus au marché.", "fr"),
        ("Staff usually sell the stock on Fridays.", "en"),
        ("On s'est arrêtés à la station pour faire le plein.", "fr"),
    ],
)
def test_habits_tell_no_event(text: str, language: str) -> None:
    assert unnamed(text, language) == []
