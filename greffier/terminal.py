"""What a terminal is given: lines, tables, progress, values in words; nothing of a file that it would obey."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.table import Table

from greffier.records import Moment, Progress, Quantity, Time

out = Console(highlight=False, soft_wrap=True)
messages = Console(stderr=True, highlight=False, soft_wrap=True)
LONG = 3.0  # seconds of work on one file that are worth a word
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shown(untrusted_text: str) -> str:
    """Words of a file as a terminal may be given them: no escape sequence, no reversed writing, no markup."""
    return escape(_CONTROL.sub("\ufffd", untrusted_text))


def line(untrusted_text: str) -> None:
    """Print one line of words that may come from a file."""
    out.print(shown(untrusted_text))


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: Sequence[str] = ()) -> None:
    """Print a table; columns named in `numbers` are set to the right. Says so when there is nothing to show."""
    drawn = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        whole = column == "id"  # an id that is cut cannot be copied
        drawn.add_column(column, justify="right" if column in numbers else "left", overflow="fold", no_wrap=whole)
    count = 0
    for row in rows:
        drawn.add_row(*(shown(cell) for cell in row))
        count += 1
    if count:
        out.print(drawn)
    else:
        out.print(f"{title}: nothing.")


def standing(moment: Moment) -> str:
    """The kind of a moment, and what the page makes of it where it is no fact: `meet (denied)`."""
    return moment.kind if moment.standing == "fact" else f"{moment.kind} ({moment.standing})"


def number(value: Decimal) -> str:
    """A decimal without idle zeros: 360, 34.6, no upper bound as `…`."""
    if not value.is_finite():
        return "…"
    return f"{value.normalize():f}"


def interval(low: Decimal, high: Decimal) -> str:
    """Two bounds, once where they are the same: `36 to 44`."""
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def quantity(told: Quantity) -> str:
    """An amount as a clerk writes it: `about 40 kg`, `36 to 44 kg`."""
    amount = interval(told.low, told.high)
    unit = (told.container or told.good or "count") if told.unit == "count" else told.unit
    return f"{'about ' if told.approximate else ''}{amount} {unit}"


def sum_of(told: Decimal | None) -> str:
    """A sum of money with its cents; nothing where there is none."""
    return "" if told is None else f"{told:,.2f}"


def lasted(low: int | None, high: int | None) -> str:
    """A duration in seconds as a clock; both bounds where they differ."""
    if low is None or high is None:
        return ""
    told = [f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}" for seconds in (low, high)]
    return told[0] if low == high else " to ".join(told)


def when(told: Time | None) -> str:
    """An interval as it was told; never one day where several were meant."""
    if told is None:
        return ""
    if told.earliest == told.latest:
        return told.earliest.replace("T", " ") or told.edtf
    return f"{told.earliest or '…'} / {told.latest or '…'}".replace("T", " ")


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """A bar on standard error for long work: step, units, time left, pages a second, current file."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    columns = (
        TextColumn("{task.description:<10}"), BarColumn(24), MofNCompleteColumn(), TimeRemainingColumn(),
        TextColumn("{task.fields[rate]}  {task.fields[current]}"),
    )  # fmt: skip
    with Bar(*columns, console=messages, transient=True) as bar:
        task = bar.add_task("", total=None, rate="", current="")
        started: dict[str, float] = {}

        def tell(told: Progress) -> None:
            began = started.setdefault(told.step, time.monotonic())
            if bar.tasks[0].description != told.step:
                bar.reset(task, description=told.step)
            took = time.monotonic() - began
            rate = f"{told.pages / took:.1f} pages/s" if told.pages and took > 1 else ""
            current = shown(told.current if len(told.current) < 60 else f"…{told.current[-59:]}") + _age(told)
            bar.update(task, completed=told.done, total=told.total or None, rate=rate, current=current)

        yield tell


def _age(told: Progress) -> str:
    """For how long the oldest file at work has been, once that is worth saying."""
    seconds = told.working[0][1] if told.working else 0.0
    return f" (for {seconds:.0f} s)" if seconds >= LONG else ""


def _lines() -> Callable[[Progress], None]:
    """Without a terminal: a line when a step begins and every ten seconds, so that a log stays readable."""
    last: dict[str, float] = {}

    def tell(told: Progress) -> None:
        if told.step not in last or time.monotonic() - last[told.step] > 10:
            last[told.step] = time.monotonic()
            total = f" of {told.total}" if told.total else ""
            messages.print(f"{told.step}: {told.done}{total}, {shown(told.current)}{_age(told)}")

    return tell
