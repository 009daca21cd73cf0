"""The rows of call records under a head that names their columns: which line called which, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.call_sheets import Sheet
from greffier.records import Mention

_COLUMNS = {
    "line": re.compile(r"(?:ligne|line|target|cible|abonnee?|msisdn)(?:\s+(?:surveillee|suivie))?"),
    "other": re.compile(r"correspondante?|interlocut\w+|other\s+party|contact|numero\s+(?:distant|correspondant)"),
    "caller": re.compile(r"(?:numero\s+)?appelante?|caller|calling(?:\s+number)?|from|a[- ]number|emetteur"),
    "called": re.compile(r"(?:numero\s+)?appelee?|called(?:\s+number)?|to|b[- ]number|destinataire"),
    "way": re.compile(r"sens|direction|type(?:\s+(?:d'appel|of\s+call))?"),
}
_OUT = re.compile(r"\b(?:sortante?|outgoing|emise?|out|mo)\b")
_IN = re.compile(r"\b(?:entrante?|incoming|recue?|in|mt)\b")
_WRITTEN = re.compile(r"\b(?:sms|mms|texto|text)\b")


def find_rows(flat: str, mentions: Sequence[Mention]) -> Iterator[Sheet]:
    """Yield the calls and messages of a table; a row without its time, or whose columns leave it open, tells none."""
    columns: dict[str, int] = {}
    at = 0
    for line in flat.split("\n"):
        start, at = at, at + len(line) + 1
        if "|" not in line:
            columns = {}
            continue
        named = _columns(line)
        if {"caller", "called"} <= named.keys() or {"line", "other", "way"} <= named.keys():
            columns = named
        elif columns:
            row = _row(flat, _cells(start, line), columns, mentions)
            if row is not None:
                yield row


def _columns(line: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(line.split("|")):
        for name, pattern in _COLUMNS.items():
            if pattern.fullmatch(cell.strip()):
                found.setdefault(name, place)
    return found


def _cells(start: int, line: str) -> list[tuple[int, int]]:
    cells, at = [], start
    for cell in line.split("|"):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    return cells


def _row(
    flat: str, cells: Sequence[tuple[int, int]], columns: dict[str, int], mentions: Sequence[Mention]
) -> Sheet | None:
    start, end = cells[0][0], cells[-1][1]
    here = [one for one in mentions if start <= one.span.start and one.span.end <= end]
    times = [one for one in here if one.kind == "date" and one.time and "T" in one.time.earliest]
    ends = _ends(flat, cells, columns, [one for one in here if one.kind == "phone"])
    if ends is None or ends == (None, None) or not times:
        return None
    type_ = "message" if _WRITTEN.search(flat, start, end) else "call"
    return Sheet(start, end, type_, *ends, times[0])


def _ends(
    flat: str, cells: Sequence[tuple[int, int]], columns: dict[str, int], phones: Sequence[Mention]
) -> tuple[Mention | None, Mention | None] | None:
    def phone(name: str) -> Mention | None:
        left, right = cells[columns[name]] if columns[name] < len(cells) else (0, 0)
        return next((one for one in phones if left <= one.span.start and one.span.end <= right), None)

    if "caller" in columns and "called" in columns:
        return phone("caller"), phone("called")
    way = flat[slice(*cells[columns["way"]])] if columns["way"] < len(cells) else ""
    if bool(_OUT.search(way)) == bool(_IN.search(way)):
        return None
    line, other = phone("line"), phone("other")
    return (line, other) if _OUT.search(way) else (other, line)
