"""One person in two papers at one time: acts, claims of hours, doors, watches, hearings; and whose names agree."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.elsewhere import same_person
from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.assembling.sightings import Who
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.check == "two_places"]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *documents: findings(case(*documents), (), (), BOOK)


def search(first: str, last: str, officer: str = "OUATTARA Salif") -> dict[str, str]:
    hours = f"{{date=2024-02-06T{first}/2024-02-06T{last}|{first} à {last}}}"
    text = f"PERQUISITION\nNous, {{person|{officer}}}, OPJ, procédons à la perquisition de {hours} sans désemparer."
    return {"path": "perquisition.pdf", "kind": "seizure", "act": "2024-02-06", "text": text}


def hearing(first: str, last: str, officer: str = "OUATTARA Salif") -> dict[str, str]:
    text = (
        f"AUDITION\n{{date=2024-02-06T{first}|6/02/2024, début {first}}}\nNous {{person|{officer}}}, OPJ\n"
        f"Q. Qui ?\nR. Lui, le {{date=2024-01-02|2 janvier}}.\nFin {{date=2024-01-02T{last}|{last}}}"
    )
    text = text.replace(f"2024-01-02T{last}", f"2024-02-06T{last}")
    return {"path": "audition.pdf", "kind": "hearing", "act": f"2024-02-06T{first}", "text": text}


def test_a_search_and_a_hearing_at_once(asked: Callable[..., list[Finding]]) -> None:
    found = asked(search("07:10", "09:00"), hearing("08:30", "09:20"))
    assert [one.kind for one in found] == ["overlap"]
    assert "07:10–09:00" in found[0].title_en
    assert "08:30–09:20" in found[0].title_en


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (search("07:10", "09:00"), hearing("09:05", "09:50")),
        (search("07:10", "09:00"), hearing("08:55", "09:50")),
        (search("07:10", "09:00"), hearing("08:30", "09:20", "OUATTARA Issa")),
        (search("07:10", "09:00"), hearing("08:30", "09:20", "DIALLO Salif")),
    ],
    ids=["afterwards", "five minutes", "a namesake", "another man"],
)
def test_no_officer_twice(asked: Callable[..., list[Finding]], first: dict[str, str], second: dict[str, str]) -> None:
    assert not asked(first, second)


def claim(rows: str) -> dict[str, str]:
    text = f"Officer;Date from;Start;Date to;End;Location\n{rows}"
    return {"path": "claims.csv", "kind": "other", "text": text}


def door(rows: str) -> dict[str, str]:
    return {"path": "door.csv", "kind": "other", "text": f"# Armoury door, Ridge Road\ndate;name;in;out\n{rows}"}


def test_a_turn_of_duty_over_midnight_and_a_door(asked: Callable[..., list[Finding]]) -> None:
    rows = "HOLM K;2024-02-06;20:00;2024-02-07;04:00;Bay View\nHOLM T;2024-02-06;20:00;2024-02-07;04:00;Ridge Road"
    assert len(asked(claim(rows), door("2024-02-07;HOLM K;01:10;01:45"))) == 1
    assert not asked(claim(rows), door("2024-02-07;HOLM T;01:10;01:45"))
    assert not asked(claim(rows), door("2024-02-08;HOLM K;01:10;01:45"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"hutch", "w"}, {"wade", "hutch"}, True),
        ({"hutch", "w"}, {"hutch", "w"}, True),
        ({"hutch", "dan"}, {"hutch", "don"}, False),
        ({"kessel", "d"}, {"kessler", "d"}, False),
        ({"hutch"}, {"hutch", "wade"}, True),
        ({"kessel"}, {"kessel", "wade"}, False),
    ],
)
def test_names_that_may_be_one(one: set[str], other: set[str], same: bool) -> None:
    first, second = Who(frozenset(one), ""), Who(frozenset(other), "")
    bearers = {"hutch": {"w"}, "kessel": {"w", "d"}}
    shared = sorted(one & other, key=len)
    assert bool(shared and same_person(first, second, shared[-1], bearers)) is same


def watch(hour: str, told: str) -> dict[str, str]:
    return {
        "path": "watch.pdf",
        "title": "Surveillance du dépôt",
        "text": f"À {{date=2024-02-06T{hour}|{hour}}}, le brigadier {{person|OUATTARA}} {told}.",
    }


HEARD = {
    "path": "heard.pdf",
    "kind": "hearing",
    "title": "Audition du gardien",
    "author": "OUATTARA",
    "act": "2024-02-06T23:10",
    "text": "Nous, {person|OUATTARA}, entendons le gardien.",
}


@pytest.mark.parametrize(
    ("hour", "told", "times"),
    [
        ("23:25", "et nous-même voyons la grille s'ouvrir", 1),
        ("20:25", "et nous-même voyons la grille s'ouvrir", 0),
        ("23:25", "nous appelle du service", 0),
    ],
)
def test_a_watch_and_a_hearing(asked: Callable[..., list[Finding]], hour: str, told: str, times: int) -> None:
    assert len(asked(watch(hour, told), HEARD)) == times


@pytest.mark.parametrize(("until", "times"), [("23:50", 1), ("23:05", 0)])
def test_a_watch_that_lasts(asked: Callable[..., list[Finding]], until: str, times: int) -> None:
    told = f"prend place dans le fourgon et y reste {{date=/2024-02-06T{until}|jusqu'à {until}}}"
    assert len(asked(watch("22:20", told), HEARD)) == times
