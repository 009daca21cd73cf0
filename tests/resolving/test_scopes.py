"""A short name means one person in one piece and another in the next, or nobody known."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.records import Decision, Entity
from greffier.resolving.resolve import resolve

Sheets = Callable[..., Any]
FAMILY = "VERNÈDE"


def run(*sheets: Any, decisions: tuple[Decision, ...] = ()) -> dict[str, Entity]:
    """The entities by each of their keys, without what stands before the name."""
    mentions = [mention for one in sheets for mention in one.mentions]
    entities, _ = resolve(mentions, [link for one in sheets for link in one.links], decisions)
    return {key.removeprefix("person:"): entity for entity in entities for key in entity.keys}


def hearing(sheet: Sheets, full: str, short: str, piece: str, text: str = "Audition de {}. Ensuite {} repart.") -> Any:
    """A page that names somebody in full and then, apart from that, by one word."""
    made = sheet(text.format(full, short), piece=piece)
    made.say(full)
    made.say(short, nth=1 if short in full else 0)
    return made


def alone(sheet: Sheets, text: str, short: str, piece: str) -> Any:
    made = sheet(text, piece=piece)
    made.say(short)
    return made


def test_each_piece_has_its_own_bearer(sheet: Sheets) -> None:
    of = run(
        hearing(sheet, "VERNÈDE Lucien", FAMILY, "a"),
        hearing(sheet, "VERNÈDE Odile", FAMILY, "b"),
        alone(sheet, "VERNÈDE dort.", FAMILY, "c"),
    )
    assert of["vernede @a"] is of["vernede lucien"]
    assert of["vernede @b"] is of["vernede odile"]
    assert of["vernede"].keys == ("person:vernede",)


def test_a_piece_that_names_both_leaves_it_open(sheet: Sheets) -> None:
    both = sheet("VERNÈDE Lucien salue VERNÈDE Odile. VERNÈDE repart.", piece="a")
    for words, nth in (("VERNÈDE Lucien", 0), ("VERNÈDE Odile", 0), (FAMILY, 2)):
        both.say(words, nth=nth)
    of = run(both)
    assert of["vernede"].keys == ("person:vernede",)


def test_a_name_before_the_full_one_may_be_another(sheet: Sheets) -> None:
    mail = sheet("Affaire VERNÈDE. Me Roy défend aussi VERNÈDE Marc.", piece="a")
    mail.say(FAMILY)
    mail.say("VERNÈDE Marc")
    of = run(mail, hearing(sheet, "VERNÈDE Odile", FAMILY, "b"))
    assert of["vernede"].keys == ("person:vernede",)


def test_a_given_name_means_who_was_just_named_but_nobody_in_office(sheet: Sheets) -> None:
    of = run(
        hearing(sheet, "Kieran Dolby", "Kieran", "a", "{} arrived. {} sat down."),
        hearing(sheet, "Laurent Cassagne", "Laurent", "b", "Le capitaine {} transcrit. « {} dort », dit une voix."),
    )
    assert of["kieran @a"] is of["kieran dolby"]
    assert of["laurent"] is not of["laurent cassagne"]


def test_a_woman_is_not_the_man_of_her_piece(sheet: Sheets) -> None:
    of = run(
        hearing(sheet, "VERNÈDE Lucien", FAMILY, "a", "M. {} parle. Mme {} se tait."),
        hearing(sheet, "VERNÈDE Odile", FAMILY, "b"),
    )
    assert of["vernede"].keys == ("person:vernede",)


def test_of_a_couple_a_title_says_who_is_meant(sheet: Sheets) -> None:
    couple = sheet("M. Basil Onduru et Mme Ruth Onduru parlent. Puis M. Onduru sort.", piece="a")
    for words, nth in (("Basil Onduru", 0), ("Ruth Onduru", 0), ("Onduru", 2)):
        couple.say(words, nth=nth)
    of = run(couple)
    assert of["onduru @a"] is of["basil onduru"]


def test_a_person_of_initials_bears_the_family_name(sheet: Sheets) -> None:
    of = run(alone(sheet, "L. M. Nyaga signe.", "L. M. Nyaga", "a"), alone(sheet, "M. Nyaga revient.", "Nyaga", "b"))
    assert of["nyaga"] is of["l m nyaga"]


def test_two_persons_of_initials_leave_the_family_name_open(sheet: Sheets) -> None:
    papers = (("L. Nyaga signe.", "L. Nyaga"), ("J. Nyaga signe.", "J. Nyaga"), ("M. Nyaga revient.", "Nyaga"))
    of = run(*(alone(sheet, text, name, name) for text, name in papers))
    assert of["nyaga"].keys == ("person:nyaga",)


def test_initials_before_a_family_name_stand_for_what_is_before_it(sheet: Sheets) -> None:
    of = run(
        hearing(sheet, "K. Rajendran Pillai", "P. Rajendran", "a", "{} came. {} went."),
        hearing(sheet, "Rosa T. Olivares", "R. T. Olivares", "b", "{} came. {} went."),
    )
    assert of["p rajendran"] is not of["k rajendran pillai"]
    assert of["r t olivares"] is of["rosa t olivares"]


@pytest.mark.parametrize("pair", [("Lim Wei Ming", "Lim Wei Ling"), ("Wang Lei", "Wang Li")])
def test_one_letter_makes_another_short_name(sheet: Sheets, pair: tuple[str, str]) -> None:
    of = run(*(alone(sheet, f"{name} came.", name, name) for name in pair))
    assert of[pair[0].lower()] is not of[pair[1].lower()]


def test_what_people_decided_of_a_short_name_holds_in_every_piece(sheet: Sheets) -> None:
    pages = (hearing(sheet, "VERNÈDE Lucien", FAMILY, "a"), hearing(sheet, "VERNÈDE Odile", FAMILY, "b"))
    merged = Decision("d", "merge", ("person:vernede",), other=("person:vernede odile",))
    of = run(*pages, decisions=(merged,))
    assert of["vernede"] is of["vernede odile"]
    assert of["vernede"].mentions == tuple(sorted(of["vernede odile"].mentions))
    parted = Decision("e", "split", ("person:vernede @a",), other=("person:vernede lucien",))
    of = run(*pages, decisions=(parted,))
    assert of["vernede @a"] is not of["vernede lucien"]
    assert of["vernede @b"] is of["vernede odile"]


def test_a_decision_on_a_piece_holds_when_the_name_is_of_one_only_again(sheet: Sheets) -> None:
    parted = Decision("e", "split", ("person:vernede @a",), other=("person:vernede lucien",))
    of = run(hearing(sheet, "VERNÈDE Lucien", FAMILY, "a"), decisions=(parted,))
    assert of["vernede"] is not of["vernede lucien"]


def test_one_short_name_of_many_pieces_is_shown_once(sheet: Sheets) -> None:
    of = run(
        hearing(sheet, "VERNÈDE Lucien", FAMILY, "a"),
        hearing(sheet, "VERNÈDE Lucien", FAMILY, "b", "Note sur {}. {} est sorti."),
        hearing(sheet, "VERNÈDE Odile", FAMILY, "c"),
    )
    lucien = of["vernede lucien"]
    assert [form.value for form in lucien.names] == ["VERNÈDE Lucien", FAMILY]
    assert len(lucien.names[1].citations) == 2


def test_initials_that_two_brothers_share_stay_open_even_beside_one_of_them(sheet: Sheets) -> None:
    of = run(
        hearing(sheet, "VERNÈDE Lucien", "L. VERNÈDE", "a"),
        hearing(sheet, "VERNÈDE Léon", "VERNÈDE", "b"),
    )
    assert of["l vernede"].keys == ("person:l vernede",)


def test_a_name_on_a_page_before_the_full_one_may_be_another(sheet: Sheets) -> None:
    first, second = alone(sheet, "VERNÈDE reconnaît tout.", FAMILY, "a"), sheet("Sa sœur VERNÈDE Odile.", piece="a")
    second.say("VERNÈDE Odile")
    other = hearing(sheet, "VERNÈDE Lucien", FAMILY, "b")
    mentions = [mention for one in (first, second, other) for mention in one.mentions]
    for places, joined in (({first.page: 0, second.page: 1}, False), ({first.page: 1, second.page: 0}, True)):
        entities, _ = resolve(mentions, [], [], places)
        odile = next(one for one in entities if "person:vernede odile" in one.keys)
        assert (len(odile.keys) == 2) is joined
