"""A file expands to no more than the limit, at any depth, before anything is stored, however the work was cut up."""

from __future__ import annotations

import random
from dataclasses import replace

from greffier.contracts import Limits
from greffier.intake.weigh import allowances, weigh
from greffier.records import Source

MIB = 1 << 20
LIMITS = Limits(expanded_mb=100, depth=3)


def source(id: str, size: int, parent: Source | None = None, **more) -> Source:
    path = f"{parent.path}/{id}" if parent else id
    return Source(id, path, f"sha {id}", "", size, parent=parent.id if parent else None, **more)


ROOT = source("box.zip", 10 * MIB, status="read")


def test_what_came_in_itself_has_no_bound_of_ours():
    assert allowances([source("a.zip", 5)], LIMITS) == {}


def test_what_is_left_is_shared_by_size():
    members = [source("a", 10 * MIB, ROOT), source("b", 30 * MIB, ROOT)]
    assert allowances([ROOT, *members], LIMITS) == {"a": 15 * MIB, "b": 45 * MIB}


def test_shares_never_come_to_more_than_the_limit():
    for seed in range(50):
        chance = random.Random(seed)
        members = [source(f"m{n}", chance.randrange(20 * MIB), ROOT) for n in range(chance.randint(1, 12))]
        inside = sum(member.bytes for member in members)
        assert inside + sum(allowances([ROOT, *members], LIMITS).values()) <= max(inside, 100 * MIB)


def test_shares_are_the_same_when_the_work_was_interrupted():
    a, b = source("a", 10 * MIB, ROOT), source("b", 30 * MIB, ROOT)
    opened, child = replace(a, status="read"), source("a.txt", 12 * MIB, a)
    assert allowances([ROOT, opened, child, b], LIMITS)["b"] == allowances([ROOT, a, b], LIMITS)["b"]


def test_one_that_did_not_fit_waits_until_all_beside_it_were_opened():
    a, b = source("a", MIB, ROOT, expands=50 * MIB), source("b", MIB, ROOT)
    assert "a" not in allowances([ROOT, a, b], LIMITS)
    assert weigh([ROOT, a, b], LIMITS) == []
    assert allowances([ROOT, a, replace(b, status="read")], LIMITS)["a"] == 50 * MIB


def test_those_that_did_not_fit_are_taken_in_the_order_of_their_paths_while_they_fit():
    counted = [source(name, MIB, ROOT, expands=size * MIB) for name, size in (("a", 60), ("b", 50), ("c", 20))]
    fates = weigh([ROOT, *reversed(counted)], LIMITS)
    assert [(fate.id, fate.status) for fate in fates] == [("b", "refused")]
    assert "expands to more than 100 MB" in fates[0].reason
    after = [replace(counted[0], status="read"), source("a.txt", 60 * MIB, counted[0]), *counted[1:]]
    assert [fate.id for fate in weigh([ROOT, *after], LIMITS) if fate.id in "abc"] == ["b"]


def test_too_deep_and_too_many_are_refused():
    chain = [ROOT]
    for depth in range(1, 5):
        chain.append(source(f"d{depth}", 1, chain[-1], status="read" if depth < 4 else "waiting"))
    assert [(fate.id, fate.reason) for fate in weigh(chain, LIMITS)] == [("d4", "It lies more than 3 archives deep.")]
    many = [source(f"m{n}", n + 1, ROOT) for n in range(5)]
    fates = weigh([ROOT, *many], Limits(members=3))
    assert [(fate.id, fate.status) for fate in fates] == [("m3", "refused"), ("m4", "refused")]


def test_equal_bytes_are_a_duplicate_of_the_first_place():
    first, second = source("a", 5, ROOT), replace(source("b", 5, ROOT), sha256="sha a")
    assert [(fate.id, fate.status, fate.duplicate_of) for fate in weigh([ROOT, second, first], LIMITS)] == [
        ("b", "duplicate", "a")
    ]
