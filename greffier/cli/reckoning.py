"""How a reckoning looks on a terminal: what came in, where it went, what is missing, what would change the answer."""

from __future__ import annotations

from collections.abc import Iterable

from greffier import printing, terminal
from greffier.case import Case
from greffier.records import Change, Flow, Reckoning

_WORDS = {
    "range": "is told as a range, roughly, or differently",
    "may_be_one": "may be one movement told twice (greffier join)",
    "no_side": "does not say from or to whom: it may have been this holder",
    "not_counted": "is denied, planned, or said in nobody's name, and not counted",
    "poor": "stands on badly read pages only: look at the picture",
}


def reckoned(case: Case, told: Iterable[Reckoning]) -> None:
    """Print each balance, those with something missing first."""
    every = sorted(told, key=lambda one: (-one.balance.unaccounted_high, one.balance.good, one.balance.holder))
    for one in every:
        balance = one.balance
        terminal.line(f"{balance.good}, {balance.holder}")
        for name, lines in (("came in", one.came), ("went", one.went)):
            for flow in lines:
                terminal.line(f"  {name:<8}{_line(case, flow)}")
        if one.formula:
            missing = terminal.interval(balance.unaccounted_low, balance.unaccounted_high)
            terminal.line(f"  missing {missing} {balance.unit}: {one.formula}")
        else:
            terminal.line(f"  not reckoned: the pages tell only what {'came in' if one.came else 'went'}")
        for change in one.changes:
            terminal.line(f"  would change: {_change(case, change)}")
    if not every:
        terminal.line("Balances: nothing.")


def _line(case: Case, flow: Flow) -> str:
    ends = f"from {flow.origin or 'not said'} to {flow.target or 'not said'}"
    day = f" on {terminal.when(flow.time)}" if flow.time else ""
    entered = ", entered by hand" if flow.status == "entered" else ""
    pages = printing.cited(case, flow.citations)
    return f"{terminal.quantity(flow.quantity)} {ends}{day}{entered} [{pages}] {flow.id[:8]}"


def _change(case: Case, change: Change) -> str:
    pages = printing.cited(case, change.citations)
    lines = " and ".join(f"{terminal.quantity(flow.quantity)} ({flow.id[:8]})" for flow in change.flows)
    if change.kind == "name":
        return f"{change.name} may be the same (greffier people --review), with {lines} [{pages}]"
    return f"{lines or 'what a page tells'} {_WORDS[change.kind]} [{pages}]"
