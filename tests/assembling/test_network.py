from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from greffier.assembling.network import relations
from greffier.records import Dossier, Likeness, Link

Case = Callable[..., Dossier]

CALL = {
    "text": "{person|MORVAL Ugo} {role|appelle} {person|VERNÈDE Lucien}.",
    "events": [{"type": "call", "at": "appelle", "roles": {"agent": "MORVAL Ugo", "recipient": "VERNÈDE Lucien"}}],
}


CALL_EVENT = {"events": CALL["events"]}


def test_event_ties_who_acts_to_the_other(case: Case) -> None:
    told = case(CALL)
    (tie,) = relations(told)
    names = {entity.id: entity.name for entity in told.entities}
    assert (tie.type, names[tie.source_entity], names[tie.target_entity]) == ("call", "MORVAL Ugo", "VERNÈDE Lucien")
    assert tie.citations[0].span.exact == "appelle"


def test_the_same_tie_on_two_pages_is_cited_twice(case: Case) -> None:
    (tie,) = relations(case(CALL, {**CALL, "text": CALL["text"] + " Encore."}))
    assert len(tie.citations) == 2


def test_denied_or_planned_is_no_tie(case: Case) -> None:
    told = case(CALL)
    event = told.events[0]
    assert relations(replace(told, events=(replace(event, polarity="negative"),))) == []
    assert relations(replace(told, events=(replace(event, modality="planned"),))) == []


def test_line_of_a_person(case: Case) -> None:
    told = case({"text": "La ligne {phone=+33639980111|06 39 98 01 11} est à {person|MORVAL Ugo}."})
    person = next(mention for mention in told.mentions if mention.kind == "person")
    phone = next(mention for mention in told.mentions if mention.kind == "phone")
    link = Link("l", "line", person.id, phone.id, person.span, "test")
    assert [one.type for one in relations(replace(told, links=(link,)))] == ["line"]


def test_a_call_between_two_lines_is_one_between_their_users(case: Case) -> None:
    told = case(
        {
            "text": "{phone=+33639980111|06 39 98 01 11} {role|appelle} {phone=+33639980222|06 39 98 02 22}. "
            "{person|MORVAL Ugo}. {person|VERNÈDE Lucien}. {person|ILDEN Rosa}.",
            "events": [
                {"type": "call", "at": "appelle", "roles": {"agent": "06 39 98 01 11", "recipient": "06 39 98 02 22"}}
            ],
        }
    )
    people = [mention for mention in told.mentions if mention.kind == "person"]
    lines = [mention for mention in told.mentions if mention.kind == "phone"]
    ugo, lucien, rosa = sorted(people, key=lambda one: one.span.start)
    first, second = sorted(lines, key=lambda one: one.span.start)
    uses = (
        Link("a", "line", ugo.id, first.id, ugo.span, "test"),
        Link("b", "line", lucien.id, second.id, lucien.span, "test"),
    )
    names = {entity.id: entity.name for entity in told.entities}

    def ties(*links: Link) -> set[tuple[str, str, str]]:
        found = relations(replace(told, links=links))
        return {(one.type, names[one.source_entity], names[one.target_entity]) for one in found}

    assert ("call", "MORVAL Ugo", "VERNÈDE Lucien") in ties(*uses)
    two = Link("c", "line", rosa.id, second.id, rosa.span, "test")
    assert ("call", "MORVAL Ugo", "VERNÈDE Lucien") not in ties(*uses, two)
    assert {kind for kind, *ends in ties(*uses, two) if set(ends) == {"VERNÈDE Lucien", "ILDEN Rosa"}} == {"same_line"}


def test_a_tie_is_as_strong_as_what_it_comes_from(case: Case) -> None:
    other = {"text": "Nous voyons {person|MORVAL Ugo} qui {role|appelle} {person|VERNÈDE Lucien} hier.", **CALL_EVENT}
    told = case(CALL, other)
    (tie,) = relations(told)
    assert len(tie.origins) == 2
    first, second = told.pages
    likeness = Likeness("l", second.id, first.id, "excerpt", 0.4, 1.0, 0)
    (tie,) = relations(replace(told, likenesses=(likeness,)))
    assert (len(tie.origins), len(tie.citations)) == (1, 2)
    speaker = next(one.id for one in told.mentions if one.span.exact == "MORVAL Ugo")
    said = tuple(replace(event, modality="alleged", attributed_to=speaker) for event in told.events)
    (tie,) = relations(replace(told, events=said))
    assert len(tie.origins) == 1, "one man said it, on however many pages"


def test_who_receives_is_who_acts(case: Case) -> None:
    told = case(
        {
            "text": "{person|MORVAL Ugo} {role|reçoit} {quantity=3 kg|3 kg} de {person|VERNÈDE Lucien}.",
            "events": [
                {
                    "type": "receive",
                    "at": "reçoit",
                    "roles": {"source": "VERNÈDE Lucien", "recipient": "MORVAL Ugo"},
                    "quantities": ["3 kg"],
                }
            ],
        }
    )
    (tie,) = relations(told)
    names = {entity.id: entity.name for entity in told.entities}
    assert (names[tie.source_entity], names[tie.target_entity]) == ("MORVAL Ugo", "VERNÈDE Lucien")


def test_two_who_act_together_do_nothing_to_each_other(case: Case) -> None:
    told = case(
        {
            "text": "from {person|ILDEN}/{person|MORVAL} {role|to} {person|VERNÈDE}, {quantity=3 kg|3 kg}",
            "events": [
                {
                    "type": "deliver",
                    "at": "to",
                    "roles": {"agent": "ILDEN", "recipient": "VERNÈDE"},
                    "quantities": ["3 kg"],
                }
            ],
        }
    )
    (event,) = told.events
    other = next(one for one in told.mentions if one.span.exact == "MORVAL")
    both = (event.roles[0], replace(event.roles[0], mention=other.id, name="MORVAL"), event.roles[1])
    told = replace(told, events=(replace(event, roles=both),))
    (tie,) = relations(told)
    names = {entity.id: entity.name for entity in told.entities}
    assert (names[tie.source_entity], names[tie.target_entity]) == ("ILDEN", "VERNÈDE")
