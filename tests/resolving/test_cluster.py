from __future__ import annotations

from greffier.resolving.cluster import Clusters


def test_no_path_goes_round_what_keeps_two_keys_apart() -> None:
    clusters = Clusters("abc")
    clusters.separate("a", "c")
    assert clusters.join("a", "b")
    assert not clusters.join("b", "c")
    assert clusters.all() == [["a", "b"], ["c"]]


def test_keys_that_clash_stay_apart_through_others_too() -> None:
    born = {"a": 1980, "c": 1991}
    clusters = Clusters("abcd")
    clusters.separate_where(lambda left, right: left in born and right in born and born[left] != born[right])
    assert clusters.join("a", "b")
    assert clusters.join("c", "d")
    assert not clusters.may_join("b", "d")
    assert not clusters.join("b", "d")
    assert clusters.members("d") == ["c", "d"]


def test_what_was_joined_before_a_clash_was_known_stays_joined() -> None:
    clusters = Clusters("abc")
    clusters.join("a", "b")
    clusters.separate_where(lambda left, right: {left, right} == {"a", "b"})
    assert clusters.join("a", "b")
    assert clusters.join("b", "c")
