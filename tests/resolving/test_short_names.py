"""Names that leave parts out: initials run together, given names alone or cut short, a rank with a family name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.records import Entity
from greffier.resolving.resolve import resolve

Sheets = Callable[..., Any]


def told(sheet: Sheets, *papers: tuple[str, ...]) -> dict[str, Entity]:
    """The entities by each of their keys; a paper is its text and the names in it, each where it stands first."""
    sheets = []
    for number, (text, *names) in enumerate(papers):
        made = sheet(text, piece=f"piece {number}")
        for name in names:
            made.say(name)
        sheets.append(made)
    entities, _ = resolve([one for made in sheets for one in made.mentions], [], [])
    return {key.removeprefix("person:").partition(" @")[0]: entity for entity in entities for key in entity.keys}


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Jean-Marie OYONO ZANG", "J.M. Oyono"),
        ("Jean-Marie OYONO ZANG", "M. Oyono"),
        ("Thierry LAMBOT", "Th. LAMBOT"),
        ("LAMBOT Thierry", "LAMBOT Th."),
        ("Charles Penhallow", "Chas. Penhallow"),
        ("William Strachan", "Wm Strachan"),
        ("Mohamed Keïta", "Md Keïta"),
        ("Georges PIRSON", "PIRSON GEO."),
        ("Bakary DIARRASSOUBA", "Diarassouba"),
        ("INPP COLLARD Benoît", "Collard"),
    ],
)
def test_a_short_writing_is_of_the_one_whom_it_fits(sheet: Sheets, full: str, short: str) -> None:
    of = told(sheet, (f"Vu {full}.", full), (f"Signé : {short}", short))
    assert len({entity.id for entity in of.values()}) == 1


@pytest.mark.parametrize(
    ("full", "other", "short"),
    [
        ("Thierry LAMBOT", "Théodore LAMBOT", "Th. LAMBOT"),
        ("Georges PIRSON", "Gérard PIRSON", "G. PIRSON"),
        ("Jean OYONO ZANG", "Paul OYONO ZANG", "Oyono"),
        ("Bakary DIARRASSOUBA", "Issa DIARASSOUBBA", "Diarassouba"),
    ],
)
def test_a_short_writing_that_fits_two_is_nobodys(sheet: Sheets, full: str, other: str, short: str) -> None:
    of = told(sheet, (f"Vu {full}.", full), (f"Vu {other}.", other), (f"Signé : {short}", short))
    assert len({entity.id for entity in of.values()}) == 3


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Thierry LAMBOT", "Ph. LAMBOT"),
        ("William Drummond", "A Drummand"),
        ("William Drummond", "W Drummand"),
        ("Bakary DIARRA", "Diarro"),
    ],
)
def test_a_short_writing_that_does_not_fit_is_another(sheet: Sheets, full: str, short: str) -> None:
    of = told(sheet, (f"Vu {full}.", full), (f"Signé : {short}", short))
    assert len({entity.id for entity in of.values()}) == 2


def test_a_family_name_in_two_words_is_the_family(sheet: Sheets) -> None:
    of = told(
        sheet, ("Entendu ATANGANA NKODO Martin.", "ATANGANA NKODO Martin"), ("Vu Atangana Nkodo.", "Atangana Nkodo")
    )
    assert of["atangana nkodo"] is of["atangana nkodo martin"]


def test_of_two_brothers_the_paper_tells_which_family_is_meant(sheet: Sheets) -> None:
    of = told(
        sheet,
        ("Heard: Kofi OSEI-BONSU. OSEI-BONSU, left.", "Kofi OSEI-BONSU"),
        ("Heard: Yaw OSEI-BONSU. Later OSEI-BONSU, left.", "Yaw OSEI-BONSU"),
    )
    assert of["kofi osei bonsu"] is not of["yaw osei bonsu"]


def test_an_initial_before_a_name_stands_for_no_word_after_it(sheet: Sheets) -> None:
    of = told(sheet, ("Seen: Rajan Pillath.", "Rajan Pillath"), ("Signed P. Rajan", "P. Rajan"))
    assert of["rajan pillath"] is not of["p rajan"]


def test_capitals_show_which_word_is_the_family(sheet: Sheets) -> None:
    of = told(sheet, ("Vu HAMELIN Laurent.", "HAMELIN Laurent"), ("Signé L. Hamelin", "L. Hamelin"))
    assert of["hamelin laurent"] is of["l hamelin"]


def test_a_given_name_is_of_whom_many_papers_name(sheet: Sheets) -> None:
    papers = [(f"Vu Firmin ATTOBRA, {number}.", "Firmin ATTOBRA") for number in range(3)]
    of = told(sheet, *papers, ("C'est Firmin qui m'a appelé.", "Firmin"))
    assert of["firmin"] is of["firmin attobra"]


@pytest.mark.parametrize(
    "text", ["Un certain Firmin a appelé.", "A man called Firmin rang.", "Le nommé « Firmin » est recherché."]
)
def test_a_stranger_is_nobody_known(sheet: Sheets, text: str) -> None:
    papers = [(f"Vu Firmin ATTOBRA, {number}.", "Firmin ATTOBRA") for number in range(3)]
    of = told(sheet, *papers, (text, "Firmin"))
    assert of["firmin"] is not of["firmin attobra"]


def test_a_given_name_of_somebody_in_office_or_told_once_is_open(sheet: Sheets) -> None:
    office = [(f"Vu le capitaine Firmin ATTOBRA, {number}.", "Firmin ATTOBRA") for number in range(3)]
    of = told(
        sheet,
        *office,
        ("Firmin m'a appelé.", "Firmin"),
        ("Vu Colette ROUX.", "Colette ROUX"),
        ("Colette dort.", "Colette"),
    )
    assert of["firmin"] is not of["firmin attobra"]
    assert of["colette"] is not of["colette roux"]


def test_a_pet_name_is_of_the_one_whom_its_paper_names(sheet: Sheets) -> None:
    of = told(
        sheet,
        ("Vu Grégory DELSAUX hier. Greg dort.", "Grégory DELSAUX", "Greg"),
        ("Momo est venu.", "Momo"),
        ("Vu Mohamed KEÏTA.", "Mohamed KEÏTA"),
    )
    assert of["greg"] is of["gregory delsaux"]
    assert of["momo"] is not of["mohamed keita"]


def test_a_pet_name_that_fits_two_is_nobodys(sheet: Sheets) -> None:
    text = "Sandy rang Alexander Rae. Alexander Innes was out."
    of = told(sheet, (text, "Sandy", "Alexander Rae", "Alexander Innes"))
    assert len({entity.id for entity in of.values()}) == 3


HEAD = 'From: "Moira Tulloch" <moira@x.example>\nTo: Keith Varney <kv@x.example>\n\n{}'


@pytest.mark.parametrize(
    ("body", "name", "full"),
    [
        ("Dear Keith\n\nThe lorry came.", "Keith", "keith varney"),
        ("Keith,\n\nThe lorry came.", "Keith", "keith varney"),
        ("The lorry came.\n\nThanks, Moira", "Moira", "moira tulloch"),
        ("The lorry came.\n\nMoira\nClerk", "Moira", "moira tulloch"),
    ],
)
def test_a_letter_says_whom_it_greets_and_who_signs(sheet: Sheets, body: str, name: str, full: str) -> None:
    made = sheet(HEAD.format(body), piece="mail")
    made.say("Moira Tulloch")
    made.say("Keith Varney")
    made.say(name, nth=1)
    other = sheet("Inspector Moira Haddow and Sergeant Keith Baird came.", piece="other")
    other.say("Moira Haddow")
    other.say("Keith Baird")
    entities, _ = resolve([*made.mentions, *other.mentions], [], [])
    of = {key.removeprefix("person:").partition(" @")[0]: entity for entity in entities for key in entity.keys}
    assert of[name.casefold()] is of[full]


def test_a_letter_that_tells_of_somebody_says_nothing(sheet: Sheets) -> None:
    made = sheet(HEAD.format("We saw Keith at the shed."), piece="mail")
    made.say("Keith Varney")
    made.say("Keith", nth=1)
    other = sheet("Keith Baird came.", piece="other")
    other.say("Keith Baird")
    entities, _ = resolve([*made.mentions, *other.mentions], [], [])
    assert not any("person:keith" in entity.keys and len(entity.keys) > 1 for entity in entities)


def test_a_rank_tells_two_cousins_apart(sheet: Sheets) -> None:
    of = told(
        sheet,
        ("Heard: Cody Ray STAMM. You know Deputy Stamm?", "Cody Ray STAMM", "Stamm"),
        ("Submitted by Deputy Curtis STAMM.", "Curtis STAMM"),
    )
    assert of["stamm"] is of["curtis stamm"]
