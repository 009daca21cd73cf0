"""The timeline for TimelineJS: https://timeline.knightlab.com/docs/json-format.html.

A vague date is a range from its earliest to its latest day and shows its EDTF; what is no fact says so. Texts are
escaped, since TimelineJS takes them for HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

Row = dict[str, Any]
Read = Callable[[str], Iterable[Row]]

_PARTS = ("year", "month", "day", "hour", "minute")
_INSTANT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?)?")
_OPEN = ("0000", "9999")


def slides(read: Read) -> Row:
    """Return the document: every dated moment that has a bound, in order of time."""
    found = sorted(read("moments"), key=lambda row: (row["time"]["earliest"], row["time"]["latest"], row["id"]))
    return {"events": [slide for row in found if (slide := _slide(row)) is not None]}


def _slide(row: Row) -> Row | None:
    time = row["time"]
    first, last = _date(time["earliest"]), _date(time["latest"])
    start = first or last
    if start is None:
        return None
    told = "; ".join(f"{one['folio'] or one['source']} p. {one['page']}" for one in row["citations"])
    standing = "" if row["standing"] == "fact" else f" ({row['standing']})"
    made: Row = {
        "unique_id": row["id"],
        "group": row["kind"],
        "start_date": {**start, "display_date": escape(time["edtf"])},
        "text": {
            "headline": escape(row["kind"] + standing),
            "text": f"<p>{escape(row['text'])}</p><p>{escape(told)}</p>",
        },
    }
    if first and last and first != last:
        made["end_date"] = last
    return made


def _date(told: str | None) -> dict[str, int] | None:
    """The parts of an instant as far as it is told; None for an open bound."""
    match = _INSTANT.match(told or "")
    if match is None or match[1] in _OPEN:
        return None
    return {part: int(value) for part, value in zip(_PARTS, match.groups(), strict=True) if value is not None}
