"""What the readers find in a text that is in no case, as the rows of an export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from greffier.contracts import Result
from greffier.records import Dating, Event, Found, Grid, Mention, Page, Quote, Source, Time, Trace
from greffier.writing.rows import Row, Rows
from greffier.writing.why import why


class _Alone:
    """A shelf with one text on it and nothing else."""

    def __init__(self, name: str, pages: Iterable[str]) -> None:
        source = Source("", name, "", "text/plain", 0)
        self._records: dict[type, list[Any]] = {
            Source: [source],
            Page: [Page(page, source.id, 1, None, "born_digital", "A", None, "", "", 0, 0) for page in set(pages)],
        }

    def all(self, kind: type[Result]) -> Iterator[Result]:
        return iter(self._records.get(kind, ()))

    def grid(self, page: str) -> Grid:
        return Grid(page, ())


def loose_rows(found: Iterable[Found | Dating], name: str, traces: Iterable[Trace] = ()) -> list[Row]:
    """Return mentions, quotes and events in the order of the text, as in the export, each with three more fields.

    `record` is mention, quote or event, `surface` its words, `told` its value in one line. A trace adds
    `version` (of the reader), `rule`, `says`, `read_as`, `anchor` `{words, value}` and `why` `{en, fr}`.
    """
    reasons = {trace.id: trace for trace in traces}
    kept = [each for each in found if isinstance(each, (Mention, Quote, Event))]
    made = Rows(_Alone(name, (_span(each)[0] for each in kept)))
    rows = []
    for each in sorted(kept, key=_span):
        row = {
            "record": type(each).__name__.lower(),
            **_row(made, each),
            "surface": _surface(each),
            "told": _told(each),
        }
        rows.append(row | (_explained(reasons[each.id]) if each.id in reasons else {}))
    return rows


def _explained(trace: Trace) -> Row:
    return {
        "version": trace.version,
        "rule": trace.rule,
        "says": trace.says,
        "read_as": trace.read_as,
        "anchor": {"words": trace.anchor, "value": trace.anchor_value} if trace.anchor else None,
        "why": why(trace),
    }


def _span(each: Mention | Quote | Event) -> tuple[str, int, int, str]:
    span = each.citations[0].span if isinstance(each, Event) else each.span
    return span.page, span.start, span.end, each.id


def _surface(each: Mention | Quote | Event) -> str:
    return each.citations[0].span.exact if isinstance(each, Event) else each.span.exact


def _row(made: Rows, each: Mention | Quote | Event) -> Row:
    if isinstance(each, Mention):
        return made.mention(each)
    return made.quote(each) if isinstance(each, Quote) else made.event(each)


def _told(each: Mention | Quote | Event) -> str:
    if isinstance(each, Quote):
        return each.speaker_name or ""
    if isinstance(each, Event):
        return _happened(each)
    if each.time is not None:
        return _when(each.time)
    if each.quantity is not None:
        low, high = each.quantity.low, each.quantity.high
        return f"{low if low == high else f'{low} to {high}'} {each.quantity.unit} {each.quantity.good or ''}".strip()
    return each.normalised or ""


def _happened(event: Event) -> str:
    """`negative, alleged; agent: X; 2023-01-12`: what the page denies or only alleges never looks like a fact."""
    doubts = [each for each in (event.polarity, event.modality) if each not in ("positive", "fact")]
    roles = ", ".join(f"{role.role}: {role.name}" for role in event.roles)
    told = (", ".join(doubts), roles, _when(event.time) if event.time else "")
    return "; ".join(part for part in told if part)


def _when(time: Time) -> str:
    """The EDTF, or the bounds with their hours, which an interval in EDTF has not."""
    bounds = (time.earliest, time.latest)
    if "/" not in time.edtf or not any("T" in bound for bound in bounds):
        return time.edtf
    return "/".join(bound or ".." for bound in bounds) + ("~" if time.approximate else "")
