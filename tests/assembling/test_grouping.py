from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.assembling.grouping import group
from greffier.records import Dossier

Case = Callable[..., Dossier]


def handover(
    giver: str | None, taker: str | None, amount: str, day: str = "", verb: str = "deliver", note: str = ""
) -> dict[str, Any]:
    roles = {"agent": giver, "recipient": taker} if verb == "deliver" else {"source": giver, "agent": taker}
    date = "{date=" + day + "|ce jour-là}" if day else ""
    people = " ".join("{person|" + name + "}" for name in (giver, taker) if name)
    return {
        "text": f"{note} {people} {{role|remise}} {{quantity={amount}|tant}} {date}",
        "events": [
            {
                "type": verb,
                "at": "remise",
                "roles": {role: name for role, name in roles.items() if name},
                "quantities": ["tant"],
                **({"time": "ce jour-là"} if day else {}),
            }
        ],
    }


def groups(told: Dossier) -> list[int]:
    """The sizes of the groups."""
    found: dict[str, int] = {}
    for event in group(told):
        name = event.group or event.id
        found[name] = found.get(name, 0) + 1
    return sorted(found.values())


SAME = [
    (("Ugo", "Ana", "120 kg", "2023-03-18"), ("Ugo", "Ana", "120 kg", "2023-03-18")),
    (("Ugo", "Ana", "120 kg", "2023-03-18"), ("Ugo", None, "120 kg")),
    (("Ugo", "Ana", "120 kg cocaine", "2023-03-18"), ("Ugo", "Ana", "about 118 kg", "2023-03-18")),
    (("Ugo", "Ana", "120 kg"), ("Ugo", "Ana", "120 kg", "", "receive")),
    (("Ugo", "Ana", "120000 g", "2023-03-18"), ("Ugo", "Ana", "120 kg", "2023-03-18")),
]
OTHER = [
    (("Ugo", "Ana", "120 kg", "2023-03-18"), ("Ugo", "Ana", "120 kg", "2023-03-25")),
    (("Ugo", "Ana", "120 kg", "2023-03-18"), ("Ugo", "Ana", "60 kg", "2023-03-18")),
    (("Ugo", "Ana", "120 kg", "2023-03-18"), ("Ugo", "Zoé", "120 kg", "2023-03-18")),
    (("Ugo", "Ana", "120 kg cocaine", "2023-03-18"), ("Ugo", "Ana", "120 kg cannabis", "2023-03-18")),
    (("Ugo", "Ana", "120 kg"), ("Ugo", "Ana", "120 EUR")),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_one_fact(case: Case, left: Any, right: Any) -> None:
    assert groups(case(handover(*left), handover(*right, note="bis"))) == [2]


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_two_facts(case: Case, left: Any, right: Any) -> None:
    assert groups(case(handover(*left), handover(*right, note="bis"))) == [1, 1]


def test_nine_tellings_are_one(case: Case) -> None:
    tellings = [handover("Ugo", "Ana", "360 kg", "2023-03-18" if i % 2 else "", note=str(i)) for i in range(9)]
    assert groups(case(*tellings)) == [9]


def test_a_vague_telling_does_not_join_two_facts(case: Case) -> None:
    found = groups(
        case(
            handover("Ugo", "Ana", "20 kg", "2023-03-18"),
            handover("Ugo", "Ana", "20 kg", "2023-03-25"),
            handover("Ugo", "Ana", "20 kg", note="un jour"),
        )
    )
    assert sorted(found) == [1, 2]


def test_two_calls_of_one_day_are_two(case: Case) -> None:
    def call(at: str, note: str) -> dict[str, Any]:
        return {
            "text": f"{note} {{person|Ugo}} {{role|appelle}} {{person|Ana}} à {{date={at}|l'heure}}",
            "events": [
                {"type": "call", "at": "appelle", "time": "l'heure", "roles": {"agent": "Ugo", "recipient": "Ana"}}
            ],
        }

    assert groups(case(call("2023-03-18T10:00", "a"), call("2023-03-18T17:00", "b"))) == [1, 1]
    assert groups(case(call("2023-03-18T10:00", "a"), call("2023-03-18T10:00", "b"))) == [2]
    assert groups(case(call("2023-03-18", "a"), call("2023-03-18", "b"))) == [1, 1]
