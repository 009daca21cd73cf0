"""Acts under an order: devices, searches and calls, against what the orders of several countries say of their time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.assembling.findings import findings
from greffier.assembling.rulebook import rules
from greffier.records import Dossier, Finding

BOOK = [rule for rule in rules() if rule.id in ("act-before-authorisation", "act-after-expiry")]


@pytest.fixture
def asked(case: Callable[..., Dossier]) -> Callable[..., list[Finding]]:
    return lambda *documents: findings(case(*documents), (), (), BOOK)


def order(text: str, title: str = "") -> dict[str, Any]:
    return {"path": "order.pdf", "kind": "order", "title": title, "text": text}


GRANTED = order(
    "AUTHORITY FOR A TRACKING DEVICE\nVehicle {plate=191D4471|191-D-4471}\n"
    "Granted: {date=2024-02-06T15:20|6 February 2024 at 15:20}\nPeriod: four months from grant."
)


def log(time: str, said: str) -> dict[str, Any]:
    return {
        "path": "log.pdf",
        "text": f"VAN {{plate=191D4471|191-D-4471}}\n{{date={time}|{time[11:]}}}  {said}\n",
    }


def test_a_device_fitted_before_its_authority(asked: Callable[..., list[Finding]]) -> None:
    found = asked(GRANTED, log("2024-02-06T04:10", "Technical team away. Tracker fitted under the chassis."))
    assert [one.rule for one in found] == ["act-before-authorisation@2"]
    assert found[0].certainty == "certain"
    assert [one.span.exact for one in found[0].citations] == ["6 February 2024 at 15:20", "04:10"]


@pytest.mark.parametrize(
    ("time", "said"),
    [
        ("2024-02-06T15:50", "Tracker fitted under the chassis."),
        ("2024-02-06T04:10", "Tracker not fitted, too many people about."),
        ("2024-02-06T04:10", "Van seen at the ferry, two men aboard."),
        ("2024-02-05T09:00", "Tracker to be fitted once authority is given."),
    ],
)
def test_no_device_or_one_fitted_in_time(asked: Callable[..., list[Finding]], time: str, said: str) -> None:
    assert not asked(GRANTED, log(time, said))


def test_a_device_in_another_vehicle_rests_on_another_order(asked: Callable[..., list[Finding]]) -> None:
    other = {
        "path": "log.pdf",
        "text": "VAN {plate=08LH220|08-LH-220}\n{date=2024-02-06T04:10|04:10}  Tracker fitted.\n",
    }
    assert not asked(GRANTED, other)


def test_an_urgent_oral_grant_counts(asked: Callable[..., list[Finding]]) -> None:
    both = order(
        "AUTHORITY FOR A TRACKING DEVICE\nVehicle {plate=191D4471|191-D-4471}\n"
        "Given orally to the inspector on {date=2024-02-06T03:30|6 February 2024 at 03:30}\n"
        "Granted in writing {date=2024-02-06T15:20|6 February 2024 at 15:20}"
    )
    assert not asked(both, log("2024-02-06T04:10", "Tracker fitted under the chassis."))


WARRANT = order(
    "TRIBUNAL DE GRANDE INSTANCE\nMANDAT n° 118/2024\nAutorisons la perquisition du dépôt "
    "jusqu'au {date=2024-05-10|10 mai 2024} inclus.\nFait le {date=2024-05-01|1er mai 2024}",
    "Mandat de perquisition",
)


def search(day: str, words: str) -> dict[str, Any]:
    return {"kind": "seizure", "path": "pv.pdf", "text": f"Perquisition du {{date={day}|{day}}}, {words}."}


def test_a_search_after_the_term_of_its_warrant(asked: Callable[..., list[Finding]]) -> None:
    found = asked(WARRANT, search("2024-05-14", "en vertu du mandat n° 118/2024"))
    assert [one.rule for one in found] == ["act-after-expiry@2"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-05-09", "en vertu du mandat n° 118/2024"),
        ("2024-05-14", "en vertu du mandat n° 131/2024"),
        ("2024-05-14", "en vertu du mandat n° 118/2024\nprorogé le 10 mai"),
        ("2024-05-14", "avec le consentement écrit du gérant"),
    ],
)
def test_searches_that_rest_on_something(asked: Callable[..., list[Finding]], day: str, words: str) -> None:
    assert not asked(WARRANT, search(day, words))


def tap(since: str, until: str, path: str) -> dict[str, Any]:
    text = (
        "INTERCEPTION ORDER\nIt is directed that calls of {phone=+35315550142|01 555 0142} be intercepted "
        f"with effect from {{date={since}|{since}}} and up to and including {{date={until}|{until}}}."
    )
    return {"path": path, "kind": "order", "text": text}


def heard(*moments: str) -> dict[str, Any]:
    calls = "\n".join(f"Conversation No. {n}\n{{date={at}|{at}}}\nA: Yes." for n, at in enumerate(moments, 1))
    return {"kind": "intercept", "path": "z.pdf", "text": f"Target line {{phone=+35315550142|01 555 0142}}\n{calls}"}


def test_a_call_between_two_orders(asked: Callable[..., list[Finding]]) -> None:
    first, second = tap("2024-01-02", "2024-01-12", "a.pdf"), tap("2024-01-16", "2024-01-30", "b.pdf")
    found = asked(first, second, heard("2024-01-05T10:00", "2024-01-14T11:30", "2024-01-20T09:00"))
    assert [[one.span.exact for one in finding.citations] for finding in found] == [["2024-01-12", "2024-01-14T11:30"]]
    assert not asked(first, second, heard("2024-01-05T10:00", "2024-01-20T09:00"))
