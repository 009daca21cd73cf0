"""What tables and sheets told, as rows: calls, transfers and intercepts, each field with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from greffier.records import Call, Citation, Intercept, Located, Span, Transfer
from greffier.writing.value_rows import lasted, time

Row = dict[str, Any]
Cite = Callable[[Iterable[Citation]], list[Row]]
Place = Callable[[Span], Row]


def call_row(call: Call, cite: Cite, place: Place) -> Row:
    """A line of call records; `fields` has the citation of each field."""
    return {
        "id": call.id,
        "line": call.line,
        "caller": call.caller,
        "called": call.called,
        "start": time(call.start),
        "end": time(call.end),
        "duration": lasted(call.seconds_low, call.seconds_high),
        "direction": call.direction,
        "kind": call.kind,
        "imei": call.imei,
        "imsi": call.imsi,
        "cell": call.cell,
        "cell_address": call.place,
        "azimuth": call.azimuth,
        "latitude": call.latitude,
        "longitude": call.longitude,
        "network": call.network,
        "zone": call.zone,
        "piece": call.piece,
        "citations": cite(call.citations),
        "fields": _located(call.fields, place),
    }


def transfer_row(transfer: Transfer, cite: Cite, place: Place) -> Row:
    """A line of a bank statement."""
    return {
        "id": transfer.id,
        "account": transfer.account,
        "date": time(transfer.day),
        "value_date": time(transfer.value_day),
        "label": transfer.label,
        "debit": transfer.debit,
        "credit": transfer.credit,
        "balance": transfer.balance,
        "currency": transfer.currency,
        "adds_up": transfer.adds_up,
        "piece": transfer.piece,
        "citations": cite(transfer.citations),
        "fields": _located(transfer.fields, place),
    }


def intercept_row(intercept: Intercept, cite: Cite, place: Place) -> Row:
    """An intercepted communication, with its turns."""
    return {
        "id": intercept.id,
        "line": intercept.line,
        "number": intercept.number,
        "start": time(intercept.start),
        "end": time(intercept.end),
        "duration": lasted(intercept.seconds_low, intercept.seconds_high),
        "direction": intercept.direction,
        "correspondent": intercept.correspondent,
        "transcriber": intercept.transcriber,
        "language": intercept.language,
        "translated": intercept.translated,
        "form": intercept.form,
        "turns": [{"speaker": turn.speaker, "citation": place(turn.span)} for turn in intercept.turns],
        "sounds": [place(sound) for sound in intercept.sounds],
        "piece": intercept.piece,
        "citations": cite(intercept.citations),
        "fields": _located(intercept.fields, place),
    }


def _located(fields: Iterable[Located], place: Place) -> Row:
    return {field.name: place(field.span) for field in fields}
