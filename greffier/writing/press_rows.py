"""A clipping as a row: its fields in four groups, and where everything stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from greffier.records import Clipping, Entry, Field, Mark, Provenance, Rival, SiteTemplate, Span

Row = dict[str, Any]
GROUPS = ("container", "article", "image", "access")


def clip_row(clipping: Clipping, place: Callable[[Span], Row]) -> Row:
    """Return the row of a clipping; `place` says where a span stands: offsets, or a citation."""
    row: Row = {"kind": clipping.kind}
    for group in GROUPS:
        named = ((field.name.partition("."), field) for field in clipping.fields)
        row[group] = {name: field_row(field, place) for (prefix, _, name), field in named if prefix == group}
    row["entries"] = [_entry(entry, place) for entry in clipping.entries]
    row["marks"] = [_mark(mark, place) for mark in clipping.marks]
    return row


def field_row(field: Field, place: Callable[[Span], Row]) -> Row:
    """A field; `span` is where all of it stands, `spans` has one place for each value of a list."""
    row: Row = {
        "value": field.value,
        "raw": field.raw,
        "span": _whole(field.spans, place),
        "status": field.status,
        "method": field.method,
    }
    if len(field.spans) > 1:
        row["spans"] = [place(span) for span in field.spans]
    if field.rivals:
        row["rivals"] = [_rival(rival) for rival in field.rivals]
    return row


def _whole(spans: tuple[Span, ...], place: Callable[[Span], Row]) -> Row | None:
    """From the first span to the last on the same page; the words between are not repeated."""
    if not spans:
        return None
    row = place(spans[0])
    last = [span.end for span in spans if span.page == spans[0].page][-1]
    if last != spans[0].end:
        row = {**row, "end": last}
        row.pop("exact", None)
    return row


def _rival(rival: Rival) -> Row:
    return {"value": rival.value, "method": rival.method}


def _entry(entry: Entry, place: Callable[[Span], Row]) -> Row:
    return {"headline": entry.headline, "source": entry.source, "date": entry.date, "span": place(entry.span)}


def _mark(mark: Mark, place: Callable[[Span], Row]) -> Row:
    return {"kind": mark.kind, "flags": list(mark.flags), "exact": mark.span.exact, "span": place(mark.span)}


def provenance_row(origin: Provenance) -> Row:
    """One article behind its copies; `ties` and `disputes` name clippings by id."""
    return {
        "id": origin.id,
        "clippings": list(origin.clippings),
        "ties": [
            {
                "left": tie.left,
                "right": tie.right,
                "containment": tie.containment,
                "verdict": tie.verdict,
                "shared": list(tie.shared),
            }
            for tie in origin.ties
        ],
        "disputes": [
            {"field": told.field, "values": [{"value": v, "clippings": list(who)} for v, who in told.values]}
            for told in origin.disputes
        ],
    }


def template_row(template: SiteTemplate) -> Row:
    """Lines that most pages of one container show outside their articles."""
    return {
        "id": template.id,
        "container": template.container,
        "lines": list(template.lines),
        "clippings": list(template.clippings),
    }


def loose_clip_row(clipping: Clipping, name: str, text: str) -> Row:
    """The row of a file that is in no case: offsets stand on `text`, which it carries."""
    labels = [{"start": label.start, "end": label.end, "label": label.label} for label in clipping.labels]
    row = clip_row(clipping, lambda span: {"start": span.start, "end": span.end})
    return {"file": name, **row, "labels": labels, "text": text}
