"""CPU seconds of every view over a case that was added before: where deriving spends its time.

python -m bench.views CASE      the folder of the case; nothing is written to it
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import greffier
from greffier import line, steps
from greffier.assembling.findings import findings
from greffier.assembling.grouping import group
from greffier.assembling.ledger import balances, flows
from greffier.assembling.network import relations
from greffier.assembling.timeline import moments

Result = TypeVar("Result")


def timed(name: str, make: Callable[[], Result]) -> Result:
    """Print the CPU seconds of this process that it took."""
    began = time.process_time()
    made = make()
    print(f"{name:12} {time.process_time() - began:7.2f} s")
    return made


def main() -> None:
    """Lay the case out and make each view in turn, as deriving does."""
    gc.disable()  # as line.derive does
    with greffier.open_case(sys.argv[1]) as case:
        read = timed("lay out", lambda: line.lay_out(case.records))
        read = replace(read, likenesses=timed("liken", lambda: steps.alike(read)))
        entities, _ = timed("resolve", lambda: steps.who_is_who(read))
        known = replace(read, entities=entities)
        told = replace(known, events=tuple(timed("group", lambda: group(known))))
        timed("moments", lambda: moments(told))
        timed("relations", lambda: relations(told))
        moved = timed("flows", lambda: flows(told))
        held = timed("balances", lambda: balances(moved))
        timed("findings", lambda: findings(told, moved, held))


if __name__ == "__main__":
    main()
