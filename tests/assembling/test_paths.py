"""How two names are tied: the fewest steps, the best told of several, and what counts as one origin."""

from __future__ import annotations

from greffier.assembling.paths import path
from greffier.records import Relation


def tie(source: str, target: str, *origins: str) -> Relation:
    return Relation(f"{source}-{target}", "meet", source, target, (), None, origins or ("p",))


def way(relations: list[Relation], start: str, end: str) -> list[str]:
    return [hop.target for hop in path(relations, start, end)]


def test_the_fewest_steps_whichever_way_the_ties_point() -> None:
    ties = [tie("b", "a"), tie("b", "c"), tie("c", "d"), tie("a", "x"), tie("x", "y"), tie("y", "d")]
    assert way(ties, "a", "d") == ["b", "c", "d"]
    assert way(ties, "d", "a") == ["c", "b", "a"]


def test_of_ways_as_short_the_one_of_most_origins() -> None:
    ties = [tie("a", "b"), tie("b", "d"), tie("a", "c", "p", "q"), tie("c", "d", "p", "r")]
    assert way(ties, "a", "d") == ["c", "d"]


def test_no_way_where_no_page_ties_them() -> None:
    assert way([tie("a", "b"), tie("c", "d")], "a", "d") == []
    assert way([tie("a", "a")], "a", "b") == []


def test_two_ties_of_one_origin_count_once() -> None:
    (hop,) = path([tie("a", "b", "p"), Relation("r", "pay", "b", "a", (), None, ("p", "q"))], "a", "b")
    assert hop.origins == {"p", "q"}
    assert [one.type for one in hop.relations] == ["pay", "meet"]
