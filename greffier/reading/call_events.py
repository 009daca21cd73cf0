"""The events that call records and the head of an intercepted call tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from greffier.reading.call_sheets import Bare, find_lined, find_sheets, line_of
from greffier.reading.mention import span
from greffier.reading.vocabulary import level
from greffier.records import Call, Citation, Event, Mention, Page, Piece, Role, Span, digest

OF_CALLS = frozenset(("intercept", "call_records"))


def listed_call(piece: Piece, call: Call, mentions: Mapping[str, list[Mention]], reader: str) -> Event:
    """Return the event that a line of call records tells; the watched line is cited where its page names it."""
    type_ = "message" if call.kind in ("sms", "mms") else "call"
    cited = call.citations[0].span
    numbers = {"agent": ("caller", call.caller), "recipient": ("called", call.called)}
    named = {one.normalised: one.span for one in reversed(mentions.get(cited.page, ())) if one.kind == "phone"}
    ends = [
        (role, number, _placed(call, name) or named.get(number)) for role, (name, number) in numbers.items() if number
    ]
    return Event(
        id=digest("event", cited.page, cited.start, type_),
        type=type_,
        piece=piece.id,
        reader=reader,
        citations=call.citations,
        time=call.start,
        roles=tuple(
            Role(role, digest("mention", at.page, at.start, at.end, "phone") if at else None, number, at or cited)
            for role, number, at in ends
        ),
    )


def sheet_calls(
    piece: Piece, pages: Sequence[Page], mentions: Mapping[str, list[Mention]], reader: str
) -> Iterator[Event]:
    """Yield the calls that the heads of intercepts tell; `mentions` are those of each page, in order.

    Papers of another kind tell them in heads of one line only.
    """
    line = line_of([(level(page.text), mentions[page.id]) for page in pages])
    for page in pages:
        flat = level(page.text)
        sheets = list(find_sheets(flat, mentions[page.id], line)) if piece.kind in OF_CALLS else []
        told = {sheet.time.id for sheet in sheets if sheet.time}
        lined = find_lined(flat, mentions[page.id], line)
        for sheet in (*sheets, *(one for one in lined if one.time and one.time.id not in told)):
            ends = (("agent", sheet.caller), ("recipient", sheet.called))
            yield Event(
                id=digest("event", page.id, sheet.start, sheet.type),
                type=sheet.type,
                piece=piece.id,
                reader=reader,
                citations=(Citation(span(page, sheet.start, sheet.end)),),
                time=sheet.time.time if sheet.time else None,
                roles=tuple(_end(page, role, one) for role, one in ends if one is not None),
            )


def _end(page: Page, role: str, one: Mention | Bare) -> Role:
    """Who called or was called: a telephone that was read, or the figures at its place."""
    if isinstance(one, Bare):
        figures = span(page, one.start, one.end)
        return Role(role, None, figures.exact, figures)
    return Role(role, one.id, one.normalised or one.span.exact, one.span)


def _placed(call: Call, name: str) -> Span | None:
    return next((field.span for field in call.fields if field.name == name), None)
