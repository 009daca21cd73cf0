"""Who does it where no name stands beside the verb; where two people can be meant, nobody is."""

from __future__ import annotations

import pytest

from greffier.records import Event
from greffier.steps import read_text

HEARING = """PROCÈS-VERBAL D'AUDITION
Nous, Claire BONNET, lieutenant de police, entendons Monsieur Julien TARDIEU, né le 3 mai 1988 à Lyon.

Question : Connaissez-vous Farid MEKKI ?
Réponse : Oui. Il m'a prêté 2 000 euros.
Question : Lui avez-vous remis quelque chose ?
Réponse : Je lui ai rendu 500 euros.
Question : M. MEKKI déclare que vous lui avez livré deux colis.
Réponse : C'est faux.
"""
STATEMENT = """WITNESS STATEMENT
Statement of: Helen MARLOWE
Dated: 9 September 2020

I am an accountant. On 10 August 2020 I handed DC Sarah Lyle the ledgers. Mr Dennis Pryce later transferred £45,000 to
Orla Byrne. Mr Pryce phoned my husband and threatened him.
"""


def told(text: str, language: str) -> list[tuple[str, dict[str, str]]]:
    found = [one for one in read_text(text, language) if isinstance(one, Event)]
    return [(one.type, {role.role: role.name for role in one.roles if role.mention}) for one in found]


@pytest.mark.parametrize(
    ("type_", "agent", "recipient"),
    [
        ("pay", "Farid Mekki", "Julien Tardieu"),
        ("pay", "Julien Tardieu", "Farid Mekki"),
        ("deliver", "Julien Tardieu", "Mekki"),
    ],
)
def test_the_two_sides_of_a_hearing(type_: str, agent: str, recipient: str) -> None:
    assert (type_, {"agent": agent, "recipient": recipient}) in told(HEARING, "fr")


def test_who_makes_a_statement_says_all_of_it() -> None:
    found = [one for one in read_text(STATEMENT, "en") if isinstance(one, Event)]
    paid = next(one for one in found if one.type == "pay")
    assert {role.role: role.name for role in paid.roles} == {"agent": "Dennis Pryce", "recipient": "Orla Byrne"}
    assert (paid.modality, paid.attributed_to is not None) == ("alleged", True)
    assert ("deliver", {"agent": "Helen Marlowe", "recipient": "Sarah Lyle"}) in told(STATEMENT, "en")


def test_a_pronoun_may_mean_who_has_no_name() -> None:
    assert not any("victim" in roles for _, roles in told(STATEMENT, "en"))  # `him` is the husband


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Paul Morin rencontre Karim Benali. Zoé Brun lui remet 3 kg.", {"agent": "Zoé Brun"}),
        ("Paul Morin attend. Zoé Brun lui remet 3 kg.", {"agent": "Zoé Brun", "recipient": "Paul Morin"}),
        (
            "Paul Morin remet un sac à Karim Benali. Ce dernier lui donne 3 kg.",
            {"agent": "Karim Benali", "recipient": "Paul Morin"},
        ),
    ],
)
def test_to_whom_is_said_only_where_it_is_sure(text: str, roles: dict[str, str]) -> None:
    assert ("deliver", roles) in told(text, "fr")


def test_who_tells_it_may_be_meant_though_no_reader_knows_the_name() -> None:
    text = "Gemma Maskell rented the unit. Prior told the jury he had been threatened by Tony Vane."
    assert not any("victim" in roles for type_, roles in told(text, "en") if type_ == "threaten")


def test_whoever_is_set_off_after_what_he_is() -> None:
    text = "Mon client, M. Alain Ferrand, a versé 15 000 euros à M. Luc Barois."
    assert ("pay", {"agent": "Alain Ferrand", "recipient": "Luc Barois"}) in told(text, "fr")


def test_each_paper_of_a_bundle_has_its_own_we() -> None:
    text = (
        "Nous, Lucie AMBERT, vice-procureure,\nAutorisons la pose d'une balise sur le véhicule.\n\n"
        "Nous, Denis CORBAZ, major de police,\nNous transportons rue des Tanneurs à Vaulx. Quittons les lieux.\n"
    )
    went = [roles["agent"] for type_, roles in told(text, "fr") if type_ == "travel" and "agent" in roles]
    assert went
    assert set(went) == {"Denis Corbaz"}


@pytest.mark.parametrize(
    "text",
    [
        "Disclosure given by DS Moor.",
        "Urgent oral authorisation given by telephone to DS Moor on 4 October 2023.",
        "Circumstances were given by DC Hale to Sgt Moor.",
        "Instructions données par le capitaine Moreau à M. Vasseur le 4 mai 2023.",
    ],
)
def test_words_and_orders_that_are_given_change_no_hands(text: str) -> None:
    language = "fr" if "données" in text else "en"
    assert [type_ for type_, _ in told(text, language) if type_ == "deliver"] == []


def test_a_thing_that_is_given_changes_hands() -> None:
    assert ("deliver", {"agent": "Hale", "recipient": "Moor"}) in told("The bag was given by DC Hale to DS Moor.", "en")
