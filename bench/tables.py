"""How much of call records, bank statements and intercept sheets is read: fields right, of those given and told.

    python -m bench.tables [--wrong]

The layouts are those of `call_layouts.py`, `money_layouts.py` and `intercept_layouts.py`: invented, and written before
the readers were run on them.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from bench.call_layouts import CALLS, LAST_CALLS, MORE_CALLS, Layout
from bench.intercept_layouts import INTERCEPTS, MORE_INTERCEPTS
from bench.money_layouts import MONEY, MORE_MONEY
from greffier.records import Call, Intercept, Time, Transfer
from greffier.steps import read_text

RENAMED = {"seconds": "seconds_low"}


def shown(value: Any) -> Any:
    """A field as the layouts write it."""
    if isinstance(value, Time):
        return value.earliest
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return len(value) if isinstance(value, tuple) else value


def compare(layouts: Iterable[Layout], kind: type, fields: set[str], wrong: bool) -> Counter[str]:
    """Count fields right, given and told over all layouts; a row that was not found counts as told and not given."""
    counted: Counter[str] = Counter()
    for name, text, told in layouts:
        found = [one for one in read_text(text) if isinstance(one, kind)]
        found.sort(key=lambda one: (one.citations[0].span.page, one.citations[0].span.start))
        for at in range(max(len(found), len(told))):
            row = told[at] if at < len(told) else {}
            for field in fields:
                given = shown(getattr(found[at], RENAMED.get(field, field))) if at < len(found) else None
                expected = row.get(field)
                counted["told"] += expected is not None
                # What a layout leaves out of its list is not judged, but for rows that it does not have at all.
                counted["given"] += given is not None and (expected is not None or not row)
                counted["right"] += given is not None and given == expected
                if wrong and (expected is not None or not row) and given != expected:
                    print(f"  {name}, row {at + 1}: {field} is {expected!r}, read {given!r}")
    return counted


def main() -> None:
    """Print precision and recall of the fields of each kind."""
    every = (
        ("calls", CALLS, Call),
        ("transfers", MONEY, Transfer),
        ("intercepts", INTERCEPTS, Intercept),
        ("calls, second set", MORE_CALLS, Call),
        ("transfers, second set", MORE_MONEY, Transfer),
        ("intercepts, second set", MORE_INTERCEPTS, Intercept),
        ("calls, third set", LAST_CALLS, Call),
    )
    for title, layouts, kind in every:
        fields = {field for _, _, rows in layouts for row in rows for field in row}
        counted = compare(layouts, kind, fields, "--wrong" in sys.argv)
        right, given, told = counted["right"], counted["given"], counted["told"]
        print(
            f"{title}: {len(layouts)} layouts, fields precision {right / max(1, given):.3f} recall {right / told:.3f}"
        )


if __name__ == "__main__":
    main()
