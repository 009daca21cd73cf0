"""Figures keep intervals intervals, and stay inside their frame."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from greffier.serving.figures import bar, lanes, ring, share, weighed


def moment(earliest: str, latest: str, edtf: str = "", **more: Any) -> dict[str, Any]:
    who = [{"id": "p", "name": "Ada Morvane", "kind": "person"}]
    return {"time": {"edtf": edtf, "earliest": earliest, "latest": latest, "approximate": False}, "who": who, **more}


def test_parts_of_a_whole() -> None:
    assert bar([("d1", 3), ("none", 0), ("missing", 1)]) == [
        {"look": "d1", "x": 0.0, "width": 75.0},
        {"look": "missing", "x": 75.0, "width": 25.0},
    ]
    assert bar([("d1", 0)]) == []
    assert share(1, 0) == 0


def test_what_is_not_accounted_for_without_end_is_drawn_as_far_as_it_is_told() -> None:
    told = {"out": {"low": Decimal(10), "high": None}, "unaccounted": {"low": Decimal(30), "high": None}}
    assert [part["look"] for part in weighed(told)] == ["d1", "missing"]


def test_a_vague_date_is_never_a_point() -> None:
    drawn = lanes(
        [
            moment("2023-03-15T04:10", "2023-03-15T04:10"),
            moment("2023-03-16", "2023-03-16"),
            moment("2023-03-11", "2023-03-20", "2023-03-11/2023-03-20"),
            moment("2023-03-01", "2023-03-31", "2023-03"),
            moment("2023-03-15", ""),
        ]
    )
    assert drawn is not None
    [lane] = drawn["lanes"]
    assert [mark["look"] for mark in lane["marks"]] == ["dot", "day", "span", "vague"]
    assert all(0 <= mark["x"] <= 100 and mark["x"] + mark["width"] <= 100.5 for mark in lane["marks"])
    assert lane["marks"][3]["width"] > lane["marks"][2]["width"] > lane["marks"][1]["width"]


def test_nothing_to_draw() -> None:
    assert lanes([]) is None
    assert lanes([moment("", "2023-03-15")]) is None


def test_the_ring_leaves_the_rest_to_the_table() -> None:
    def end(number: int) -> dict[str, Any]:
        return {"id": str(number), "name": f"N{number}", "kind": "person"}

    drawn = ring([{"source": end(0), "target": end(n), "told_by": ["p"]} for n in range(1, 30)])
    assert len(drawn["nodes"]) + drawn["left_out"] == 30
    assert len(drawn["lines"]) == len(drawn["nodes"]) - 1
