from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.records import Decision, Entity, Link, Mention
from greffier.resolving.resolve import resolve

Sheets = Callable[..., Any]


def people(entities: list[Entity]) -> list[set[str]]:
    return [set(one.keys) for one in entities if one.kind == "person"]


def joined(entities: list[Entity], *keys: str) -> bool:
    return any({f"person:{key}" for key in keys} <= names for names in people(entities))


def told(sheet: Sheets, text: str, *words: str, **options: Any) -> Any:
    made = sheet(text, **options)
    for word in words:
        made.say(word)
    return made


def run(*sheets: Any, decisions: tuple[Decision, ...] = ()) -> tuple[list[Entity], Any]:
    mentions = [mention for one in sheets for mention in one.mentions]
    return resolve(mentions, [link for one in sheets for link in one.links], decisions)


def test_order_case_and_titles_are_one_person(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "Le nommé VERNÈDE Lucien est entendu.", "VERNÈDE Lucien"),
        told(sheet, "M. Lucien Vernède signe.", "M. Lucien Vernède"),
    )
    assert len(entities) == 1
    assert entities[0].name == "Lucien Vernède"
    assert entities[0].pages == 2


def test_lone_surname_joins_its_only_bearer(sheet: Sheets) -> None:
    entities, judged = run(
        told(sheet, "VERNÈDE Lucien arrive.", "VERNÈDE Lucien"), told(sheet, "VERNÈDE repart.", "VERNÈDE")
    )
    assert joined(entities, "vernede lucien", "vernede")
    assert [one.verdict for one in judged] == ["same"]
    assert any("only one" in reason.text for reason in judged[0].reasons)


def test_lone_surname_of_two_bearers_stays_apart(sheet: Sheets) -> None:
    entities, judged = run(
        told(sheet, "VERNÈDE Lucien arrive.", "VERNÈDE Lucien"),
        told(sheet, "VERNÈDE Odile attend.", "VERNÈDE Odile"),
        told(sheet, "VERNÈDE repart.", "VERNÈDE"),
    )
    assert len(people(entities)) == 3
    assert {one.verdict for one in judged} == {"unsure"}


def test_lone_surname_of_another_sex_stays_apart(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "M. VERNÈDE Lucien arrive.", "VERNÈDE Lucien"), told(sheet, "Mme VERNÈDE repart.", "VERNÈDE")
    )
    assert len(people(entities)) == 2


def test_initial_joins_where_only_one_fits(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "VERNÈDE Lucien arrive.", "VERNÈDE Lucien"),
        told(sheet, "VERNÈDE Odile attend.", "VERNÈDE Odile"),
        told(sheet, "signé L. VERNÈDE", "L. VERNÈDE"),
    )
    assert joined(entities, "vernede lucien", "l vernede")
    assert not joined(entities, "vernede odile", "l vernede")


def nickname(sheet: Sheets, text: str, left: str, right: str) -> Any:
    made = sheet(text)
    made.link("nickname", made.say(left), made.say(right))
    return made


def test_nickname_joins_and_never_names(sheet: Sheets) -> None:
    entities, _ = run(
        nickname(sheet, "VERNÈDE Lucien, surnommé « le Furet », nie.", "VERNÈDE Lucien", "le Furet"),
        told(sheet, "le Furet appelle. le Furet raccroche.", "le Furet"),
        told(sheet, "On a revu le Furet hier.", "le Furet"),
    )
    assert joined(entities, "vernede lucien", "le furet")
    assert entities[0].name == "VERNÈDE Lucien"
    assert {form.value: form.kind for form in entities[0].names}["le Furet"] == "nickname"


def test_nickname_of_two_joins_nobody(sheet: Sheets) -> None:
    entities, judged = run(
        nickname(sheet, "VERNÈDE Lucien, dit « le Furet », nie.", "VERNÈDE Lucien", "le Furet"),
        nickname(sheet, "MORVAL Ugo, dit « le Furet », avoue.", "MORVAL Ugo", "le Furet"),
    )
    assert len(people(entities)) == 3
    assert [one.verdict for one in judged] == ["unsure", "unsure"]


def test_hedged_nickname_joins_nobody(sheet: Sheets) -> None:
    entities, _ = run(nickname(sheet, "le Furet serait MORVAL Ugo, selon lui.", "MORVAL Ugo", "le Furet"))
    assert len(people(entities)) == 2


def test_nickname_with_and_without_its_article(sheet: Sheets) -> None:
    entities, _ = run(told(sheet, "On a vu le Furet.", "le Furet"), told(sheet, "Furet est passé.", "Furet"))
    assert joined(entities, "le furet", "furet")


def test_given_names_alone_are_no_full_name(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "Anne-Lise MORVAL signe.", "Anne-Lise MORVAL"), told(sheet, "Anne-Lise dort.", "Anne-Lise")
    )
    assert len(people(entities)) == 2


def test_words_that_trail_a_name_lend_no_surname(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "Ana Morval parle. Ana Morval sort. Ana Morval rit.", "Ana Morval"),
        told(sheet, "puis Ana Morval revient.", "Ana Morval"),
        told(sheet, "Ana Morval Rapporteur général", "Ana Morval Rapporteur"),
        told(sheet, "Le Rapporteur conclut.", "Rapporteur"),
    )
    assert not joined(entities, "ana morval", "rapporteur")


def test_changed_name_joins_nobody(sheet: Sheets) -> None:
    made = sheet("Hadrien (le prénom a été modifié), en réalité MORVAL Ugo.")
    made.link("changed", made.say("MORVAL Ugo"), made.say("Hadrien"))
    entities, judged = run(made)
    assert len(people(entities)) == 2
    assert judged[0].verdict == "unsure"


def test_who_was_given_another_name_is_protected_at_once(sheet: Sheets) -> None:
    made = sheet("Hadrien (le prénom a été modifié) parle au juge.")
    same = made.say("Hadrien")
    made.link("changed", same, same)
    entities, _ = run(made, told(sheet, "Hadrien MORVAL sort.", "Hadrien MORVAL"))
    entity = next(one for one in entities if one.name == "Hadrien")
    assert (entity.name, entity.protected, entity.publish_as) == ("Hadrien", True, "Hadrien")
    assert entity.names[0].kind == "changed"


def test_side_by_side_are_two(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "Mohamed BELKAÏD et Mohammed BELKAÏD sont frères.", "Mohamed BELKAÏD", "Mohammed BELKAÏD")
    )
    assert len(people(entities)) == 2


def test_other_birth_date_is_another_person(sheet: Sheets) -> None:
    first, second = sheet("Mohamed BELKAÏD né le 2 mai 1980."), sheet("Mohammed BELKAÏD né le 3 mai 1991.")
    first.link("born", first.say("Mohamed BELKAÏD"), first.say("2 mai 1980", "date", value="1980-05-02"))
    second.link("born", second.say("Mohammed BELKAÏD"), second.say("3 mai 1991", "date", value="1991-05-03"))
    assert len(people(run(first, second)[0])) == 2


def test_identifiers_are_entities_by_their_value(sheet: Sheets) -> None:
    first, second = sheet("ligne 06 39 98 00 11"), sheet("ligne 0639980011")
    first.say("06 39 98 00 11", "phone", value="+33639980011")
    second.say("0639980011", "phone", value="+33639980011")
    entities, _ = run(first, second)
    assert [one.kind for one in entities] == ["phone"]
    assert entities[0].pages == 2


def test_people_decide(sheet: Sheets) -> None:
    sheets = [
        told(sheet, "VERNÈDE Lucien arrive.", "VERNÈDE Lucien"),
        told(sheet, "Lucien Vernède repart.", "Lucien Vernède"),
        told(sheet, "MORVAL Ugo dort.", "MORVAL Ugo"),
    ]
    split = Decision("d1", "split", ("person:vernede lucien",), ("person:lucien vernede",), at="2026-01-01")
    merge = Decision("d2", "merge", ("person:vernede lucien",), ("person:morval ugo",), by="ana", at="2026-01-02")
    entities, judged = run(*sheets, decisions=(merge, split))
    assert joined(entities, "vernede lucien", "morval ugo")
    assert not joined(entities, "vernede lucien", "lucien vernede")
    assert {one.by for one in judged if one.verdict == "same"} == {"ana"}
    undone = Decision("d1", "split", split.subject, split.other, at="2026-01-01", undone=True)
    assert joined(run(*sheets, decisions=(undone,))[0], "vernede lucien", "lucien vernede")


def test_newest_decision_holds(sheet: Sheets) -> None:
    sheets = [told(sheet, "VERNÈDE Lucien.", "VERNÈDE Lucien"), told(sheet, "Lucien Vernède.", "Lucien Vernède")]
    keys = ("person:vernede lucien",), ("person:lucien vernede",)
    split = Decision("d1", "split", *keys, at="2026-01-01")
    merge = Decision("d2", "merge", *keys, at="2026-01-02")
    assert len(run(*sheets, decisions=(split, merge))[0]) == 1
    later = Decision("d3", "split", *keys, at="2026-01-03")
    entities, judged = run(*sheets, decisions=(split, merge, later))
    assert len(entities) == 2
    assert [one.verdict for one in judged] == ["different"]


def test_protected_person(sheet: Sheets) -> None:
    sheets = [
        nickname(sheet, "VERNÈDE Lucien, surnommé « le Furet », nie.", "VERNÈDE Lucien", "le Furet"),
        told(sheet, "Lucien VERNÈDE signe.", "Lucien VERNÈDE"),
    ]
    protect = Decision("d", "protect", ("person:vernede lucien",), publish_as="Hadrien")
    entities, _ = run(*sheets, decisions=(protect,))
    person = next(one for one in entities if "person:vernede lucien" in one.keys)
    assert person.protected
    assert person.publish_as == "Hadrien"
    assert joined(entities, "vernede lucien", "lucien vernede"), "another spelling must not leak the name"
    assert not joined(entities, "vernede lucien", "le furet")


FIRST = st.sampled_from("Lucien Odile Ugo Karim Karima".split())
LAST = st.sampled_from("VERNÈDE MORVAL BELKAÏD BELKAID".split())
NAMES = st.lists(st.tuples(FIRST, LAST, st.sampled_from(["full", "swapped", "lone"])), min_size=1, max_size=12)


def written(first: str, last: str, how: str) -> str:
    return {"full": f"{last} {first}", "swapped": f"{first} {last}", "lone": last}[how]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(names=NAMES, dice=st.randoms())
def test_any_order_gives_the_same(sheet: Sheets, names: list[tuple[str, str, str]], dice: random.Random) -> None:
    mentions: list[Mention] = []
    for index, name in enumerate(names):
        mentions.extend(told(sheet, f"{index} {written(*name)} parle.", written(*name)).mentions)
    links: list[Link] = []
    before = resolve(mentions, links, ())
    dice.shuffle(mentions)
    assert resolve(mentions, links, ()) == before
    entities, judged = before
    assert sorted(key for one in entities for key in one.keys) == sorted({key for one in entities for key in one.keys})
    owner = {key: one.id for one in entities for key in one.keys}
    assert all(owner[one.left] == owner[one.right] for one in judged if one.verdict == "same")


def test_people_with_different_birthdays_stay_apart(sheet: Sheets) -> None:
    mentions: list[Mention] = []
    links: list[Link] = []
    for index in range(1200):
        name, day = f"NOM{index:04d} Ana", f"19{index % 50 + 40}-0{index % 9 + 1}-11"
        made = sheet(f"{name}, née le jour dit.", piece=f"piece{index}")
        made.link("born", made.say(name), made.say("jour dit", "date", value=day))
        mentions.extend(made.mentions)
        links.extend(made.links)
    entities, _ = resolve(mentions, links, ())
    assert len(entities) > 1100  # a few numbers look alike to an OCR engine, and share the day


def test_half_a_name_in_a_field_counts_as_the_whole(sheet: Sheets) -> None:
    form = sheet("Nom : VERNÈDE\nPrénom : Lucien")
    form.say("VERNÈDE", value="Lucien Vernède")
    form.say("Lucien", value="Lucien Vernède")
    entities, _ = run(form, told(sheet, "VERNÈDE Odile attend Lucien Vernede.", "VERNÈDE Odile", "Lucien Vernede"))
    assert any(one.name == "Lucien Vernède" and len(one.mentions) == 3 for one in entities)


@pytest.mark.parametrize(
    "warning",
    [
        "Le gardien DIALLO Amadi est à distinguer du commerçant.",
        "On me confond avec DIALLO Amadi, du port.",
        "The clerk DIALLO Amadi is no relation of the driver.",
        "DIALLO Amadi, with an i, keeps the store.",
    ],
)
def test_a_letter_that_a_page_warns_of_parts_two_people(sheet: Sheets, warning: str) -> None:
    entities, judged = run(
        told(sheet, "DIALLO Amady vend du sel. DIALLO Amady signe.", "DIALLO Amady"),
        told(sheet, warning, "DIALLO Amadi"),
    )
    assert len(entities) == 2
    assert [one.verdict for one in judged] == ["unsure"]


def test_a_letter_alone_is_another_spelling(sheet: Sheets) -> None:
    entities, _ = run(
        told(sheet, "DIALLO Amady vend du sel.", "DIALLO Amady"), told(sheet, "DIALLO Amadi signe.", "DIALLO Amadi")
    )
    assert len(entities) == 1


def test_an_initial_joins_no_two_brothers(sheet: Sheets) -> None:
    names = ("Kwesi BADU-OTENG", "K. BADU-OTENG", "Kojo BADU-OTENG")
    entities, _ = run(*(told(sheet, f"Seen: {name}, at noon.", name) for name in names))
    assert len(entities) == 3
