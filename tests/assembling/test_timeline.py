from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from greffier.assembling.timeline import moments
from greffier.records import Dossier, Time

Case = Callable[..., Dossier]


def test_events_and_acts_in_order(case: Case) -> None:
    told = case(
        {
            "title": "Surveillance du hangar",
            "act": "2023-03-18",
            "text": "Le {date=2023-03-18|dix-huit mars}, rien. Le {date=2023-03-17T16:20|17 mars à 16 h 20}, "
            "{person|MORVAL Ugo} {role|signe} le bon. Fin.",
            "events": [{"type": "meet", "at": "signe", "time": "17 mars à 16 h 20", "roles": {"agent": "MORVAL Ugo"}}],
        }
    )
    found = moments(told)
    assert [one.kind for one in found] == ["meet", "act"]
    assert found[0].text == "Le 17 mars à 16 h 20, MORVAL Ugo signe le bon."
    assert found[0].entities == tuple(entity.id for entity in told.entities if entity.kind == "person")
    assert found[1].text == "Surveillance du hangar"
    assert found[1].citations[0].span.exact == "dix-huit mars"


def test_vague_time_stays_vague(case: Case) -> None:
    told = case(
        {"text": "{role|Livraison} {date=2023-03|en mars}.", "events": [{"type": "deliver", "at": "Livraison"}]}
    )
    vague = Time("2023-03", "2023-03-01", "2023-03-31")
    told = replace(told, events=(replace(told.events[0], time=vague),))
    assert moments(told)[0].time == vague


def test_event_without_time_is_no_moment(case: Case) -> None:
    assert moments(case({"text": "{role|Livraison} faite.", "events": [{"type": "deliver", "at": "Livraison"}]})) == []


def test_what_is_denied_or_alleged_is_no_fact(case: Case) -> None:
    told = case(
        {
            "text": "Le {date=2023-03-17|17 mars}, {person|MORVAL Ugo} {role|signe} le bon.",
            "events": [{"type": "meet", "at": "signe", "time": "17 mars", "roles": {"agent": "MORVAL Ugo"}}],
        }
    )
    for changed, standing in (
        ({}, "fact"),
        ({"modality": "alleged"}, "alleged"),
        ({"polarity": "negative", "modality": "alleged"}, "denied"),
    ):
        event = replace(told.events[0], **changed)
        assert moments(replace(told, events=(event,)))[0].standing == standing


def test_done_written_and_received_are_three_dates(case: Case) -> None:
    told = case(
        {
            "title": "Statement",
            "act": "2023-03-18",
            "text": "Heard on {date=2023-03-18|18 March}. Typed {date=2023-03-20|20 March}. "
            "Stamped {date=2023-04-02|2 April}.",
        }
    )
    day = {name: Time(name, name, name) for name in ("2023-03-18", "2023-03-20", "2023-04-02")}
    dating = replace(told.datings[0], written=day["2023-03-20"], received=day["2023-04-02"])
    found = moments(replace(told, datings=(dating,)))
    assert [(one.kind, one.citations[0].span.exact) for one in found] == [
        ("act", "18 March"),
        ("written", "20 March"),
        ("received", "2 April"),
    ]
    same = replace(dating, written=dating.act, received=None)
    assert [one.kind for one in moments(replace(told, datings=(same,)))] == ["act"]


def test_a_moment_knows_its_places(case: Case) -> None:
    told = case(
        {
            "text": "{person|MORVAL Ugo} {role|part} de {place|Brest} {date=2023-03-17|le 17 mars}.",
            "events": [
                {
                    "type": "travel",
                    "at": "part",
                    "time": "le 17 mars",
                    "place": "Brest",
                    "roles": {"agent": "MORVAL Ugo"},
                }
            ],
        }
    )
    (found,) = moments(told)
    assert found.places == tuple(entity.id for entity in told.entities if entity.kind == "place")
