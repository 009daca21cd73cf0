"""Where the marks of a figure stand: numbers for the SVG attributes of the templates, never a drawing of its own."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

LANES = 9
RING = 14
_MINUTES = 1440


def bar(parts: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    """Parts (look, amount) of a whole, side by side: look, x and width in percent; nothing for parts of nothing."""
    weighed = [(look, float(amount)) for look, amount in parts if 0 < float(amount) < math.inf]
    whole = sum(amount for _, amount in weighed) or 1.0
    placed, x = [], 0.0
    for look, amount in weighed:
        placed.append({"look": look, "x": round(x, 3), "width": round(100 * amount / whole, 3)})
        x += 100 * amount / whole
    return placed


def share(part: Any, whole: Any) -> float:
    """A part in percent of a whole."""
    return round(100 * float(part) / float(whole), 3) if whole else 0.0


def weighed(balance: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a holder received: given on, the range that may be either, what no page explains."""
    out, missing = balance["out"], balance["unaccounted"]
    spread = [side["high"] - side["low"] for side in (out, missing) if None not in side.values()]
    either = max(0, min(spread)) if spread else 0  # nothing to draw where both ends are open
    return bar([("d1", out["low"] or 0), ("range", either), ("missing", missing["low"] or 0)])


def lanes(moments: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    """The moments of the names that have most, each name a lane; x and width in percent of the days shown.

    `look` is dot (a stated hour), day, span (from, to) or vague (somewhere in it). None where nothing can be placed.
    """
    placed = [(m, *ends) for m in moments if (ends := _ends(m["time"])) is not None]
    if not placed:
        return None
    first, last = _window([(start, end) for _, start, end in placed])
    counted = Counter(one["id"] for moment, _, _ in placed for one in moment["who"])
    names = {one["id"]: one for moment, _, _ in placed for one in moment["who"]}
    chosen: list[Any] = [names[id] for id, _ in counted.most_common(LANES - 1)] + [None]
    length = max(1, last - first)
    rows = []
    for one in chosen:
        marks = [_mark(m, start, end, first, length) for m, start, end in placed if _in_lane(m, one)]
        rows.append({"who": one, "marks": [mark for mark in marks if 0 <= mark["x"] <= 100]})
    return {"lanes": [row for row in rows if row["marks"]], "ticks": _ticks(first, last)}


def _in_lane(moment: Mapping[str, Any], one: Mapping[str, Any] | None) -> bool:
    return not moment["who"] if one is None else any(who["id"] == one["id"] for who in moment["who"])


def _window(placed: list[tuple[int, int]]) -> tuple[int, int]:
    """The days shown: without the few that stand far away from the rest, which would press everything into a line."""
    starts = sorted(start for start, _ in placed)
    low, high = starts[len(starts) // 20], starts[-1 - len(starts) // 20]
    margin = max(2 * _MINUTES, (high - low) // 20)
    return low - margin, high + margin


def _ends(time: Mapping[str, Any]) -> tuple[int, int] | None:
    """The first and last minute of a time, None where it is open on a side or cannot be read."""
    if not time["earliest"] or not time["latest"]:
        return None
    try:
        return _minute(time["earliest"], last=False), _minute(time["latest"], last=True)
    except ValueError:
        return None


def _minute(iso: str, *, last: bool) -> int:
    read = datetime.fromisoformat(iso)
    minutes = read.toordinal() * _MINUTES + read.hour * 60 + read.minute
    return minutes + (_MINUTES if last and "T" not in iso else 0)


def _mark(moment: Mapping[str, Any], start: int, end: int, first: int, length: int) -> dict[str, Any]:
    time = moment["time"]
    if end - start < 60:
        look = "dot"
    elif end - start <= _MINUTES:
        look = "day"
    else:
        look = "span" if "/" in time["edtf"] and not time["approximate"] else "vague"
    x = 100 * (start - first) / length
    width = max(0.4, min(100 * (end - start) / length, 100 - x))
    return {"look": look, "x": round(x, 3), "width": round(width, 3), "moment": moment}


def _ticks(first: int, last: int) -> list[dict[str, Any]]:
    """The first of each month, or each day where few are shown; no more than a reader can tell apart."""
    begin, end = first // _MINUTES, last // _MINUTES
    days = [date.fromordinal(day) for day in range(max(1, begin), end + 1)] if end - begin < 4000 else []
    if len(days) > 24:
        days = [day for day in days if day.day == 1]
    if not days:
        days = [date(year, 1, 1) for year in range(date.fromordinal(begin).year + 1, date.fromordinal(end).year + 1)]
    step = math.ceil(len(days) / 12) or 1
    length = max(1, last - first)
    return [
        {"x": round(100 * (day.toordinal() * _MINUTES - first) / length, 3), "date": day.isoformat()}
        for day in days[::step]
    ]


def ring(relations: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The names with most others near, on a ring: where each stands, and lines, thicker with more origins."""
    near: dict[str, set[str]] = defaultdict(set)
    names: dict[str, Mapping[str, Any]] = {}
    for tie in relations:
        for end, other in ((tie["source"], tie["target"]), (tie["target"], tie["source"])):
            near[end["id"]].add(other["id"])
            names[end["id"]] = end
    chosen = sorted(names, key=lambda id: -len(near[id]))[:RING]
    at = {id: _on_ring(number, len(chosen)) for number, id in enumerate(chosen)}
    lines: dict[tuple[str, str], set[str]] = defaultdict(set)
    for tie in relations:
        left, right = sorted((tie["source"]["id"], tie["target"]["id"]))
        if left in at and right in at:
            lines[left, right].update(tie["told_by"])
    return {
        "nodes": [{"who": names[id], **at[id], "weight": len(near[id])} for id in chosen],
        "lines": [
            {"x1": at[a]["x"], "y1": at[a]["y"], "x2": at[b]["x"], "y2": at[b]["y"], "width": min(8, 1 + len(origins))}
            for (a, b), origins in sorted(lines.items())
        ],
        "left_out": len(names) - len(chosen),
    }


def _on_ring(number: int, count: int) -> dict[str, Any]:
    angle = 2 * math.pi * number / max(1, count) - math.pi / 2
    x, y = 480 + 250 * math.cos(angle), 210 + 165 * math.sin(angle)
    anchor = "middle" if abs(math.cos(angle)) < 0.2 else ("start" if math.cos(angle) > 0 else "end")
    below = 26 if math.sin(angle) > 0 else -14
    return {
        "x": round(x, 1),
        "y": round(y, 1),
        "anchor": anchor,
        "tx": round(x + (0 if anchor == "middle" else (14 if anchor == "start" else -14)), 1),
        "ty": round(y + (below if anchor == "middle" else 4), 1),
    }
