"""OpenDocument spreadsheets (.ods), read row by row: values as last computed, dates in ISO 8601, hidden parts said."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.package import ONLY_DRAWINGS, attribute, embedded_files, local, parse
from greffier.intake.sheet_marks import letters
from greffier.intake.table import Cells, lay
from greffier.intake.unpack import DAMAGE, UNSUPPORTED, open_zip
from greffier.records import Leaf, Member

DAMAGED = "The spreadsheet is damaged: not all of its sheets can be read."
_MOST_REPEATED = 50  # a filled cell that stands for several, a filled row that does
_WIDEST = 16_384  # columns
_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_HIDING = ("collapse", "filter")


class OpenTable:
    """Opens OpenDocument spreadsheets."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield pages sheet by sheet, then embedded files. SourceRefused when encrypted, SourceBroken when damaged."""
        archive = open_zip(untrusted_path, limits)
        manifest = parse(archive, "META-INF/manifest.xml")
        if manifest is not None and any(local(element) == "encryption-data" for element in manifest.iter()):
            raise SourceRefused("The spreadsheet is encrypted: it needs a password.")
        embedded = list(embedded_files(archive))
        number = 0
        try:
            for leaf in _leaves(archive):
                number = leaf.number
                yield leaf
        except (etree.XMLSyntaxError, KeyError, *DAMAGE, *UNSUPPORTED) as error:
            raise SourceBroken(DAMAGED) from error
        yield from embedded
        if number == 0 and not embedded:
            raise SourceRefused(ONLY_DRAWINGS)


def _leaves(archive: zipfile.ZipFile) -> Iterator[Leaf]:
    with archive.open("content.xml") as stream:
        yield from sheets(stream)


def sheets(untrusted_stream: IO[bytes]) -> Iterator[Leaf]:
    """Yield the pages of the sheets that this XML holds. etree.XMLSyntaxError where it is damaged."""
    number = 0
    walk = etree.iterparse(
        untrusted_stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=True,
    )
    unseen: set[str] = set()
    for event, element in walk:
        tag = local(element)
        if event == "end" and tag == "table-properties" and attribute(element, "display") == "false":
            style = element.getparent()
            unseen.add(attribute(style, "name") if style is not None else "")
        elif event == "start" and tag == "table":
            sheet = attribute(element, "name")
            notes = ["hidden sheet"] if attribute(element, "style-name") in unseen else []
            for leaf in lay(_rows(walk, notes), sheet, number + 1, notes):
                number = leaf.number
                yield leaf


def _rows(walk: etree.iterparse, notes: list[str]) -> Iterator[Cells]:
    """The rows up to the end of the sheet that was begun; each is forgotten when it has been read.

    Hidden columns, which stand before the rows, are added to `notes`.
    """
    number, column, depth = 1, 1, 0
    hidden: list[int] = []
    for event, element in walk:
        tag = local(element)
        if tag == "table":
            depth += 1 if event == "start" else -1
            if depth < 0:
                return
        if event == "start" or depth:  # a table inside a cell is no row of this one
            continue
        if tag == "table-column":
            times = _times(element, "number-columns-repeated", _WIDEST)
            if attribute(element, "visibility") in _HIDING and column + times <= _WIDEST:
                hidden += range(column, column + times)
                notes[:] = [note for note in notes if not note.startswith("hidden columns")]
                notes.append(f"hidden columns: {', '.join(map(letters, hidden))}")
            column += times
        elif tag == "table-row":
            yield from _row(element, number)
            number += _times(element, "number-rows-repeated", 1 << 24)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _row(row: etree._Element, number: int) -> Iterator[Cells]:
    values = [value for cell in row for value in _values(cell)]
    while values and not values[-1]:
        values.pop()
    if values:
        hidden = attribute(row, "visibility") in _HIDING
        for at in range(min(_times(row, "number-rows-repeated", 1 << 24), _MOST_REPEATED)):
            yield Cells(number + at, values, hidden)


def _values(cell: etree._Element) -> list[str]:
    if local(cell) not in ("table-cell", "covered-table-cell"):
        return []
    value = _value(cell)
    return [value] * _times(cell, "number-columns-repeated", _MOST_REPEATED if value else _WIDEST)


def _value(cell: etree._Element) -> str:
    """A cell in words: what its type makes of it, else what is shown."""
    told = "\n".join(" ".join(map(str, part.itertext())) for part in cell if local(part) == "p")
    match attribute(cell, "value-type"):
        case "date":
            return attribute(cell, "date-value").replace("T", " ").removesuffix(" 00:00:00")
        case "time":
            return _clock(attribute(cell, "time-value")) or told
        case "boolean":
            return attribute(cell, "boolean-value").upper() or told
        case "float" | "currency":
            return _figure(attribute(cell, "value"), told)
    return attribute(cell, "date-value").replace("T", " ").removesuffix(" 00:00:00") or told


def _figure(value: str, told: str) -> str:
    """The number itself, without the marks of a language; but a number shown with noughts before it is a name."""
    shown = "".join(told.split())
    if not value or (shown.isdigit() and shown.startswith("0")):
        return told
    return value.removesuffix(".0")


def _clock(duration: str) -> str:
    parts = _DURATION.fullmatch(duration)
    if parts is None:
        return ""
    seconds = sum(int(part or 0) * unit for part, unit in zip(parts.groups(), (3600, 60, 1), strict=True))
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _times(element: etree._Element, name: str, most: int) -> int:
    told = attribute(element, name)
    return min(most, int(told)) if told.isdigit() and len(told) < 10 else 1
