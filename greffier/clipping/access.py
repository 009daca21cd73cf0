"""How much of the article the capture shows, and whether the numbers of the page agree with each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from greffier.clipping.article import joined
from greffier.clipping.chunks import Part
from greffier.clipping.fields import Sheet
from greffier.clipping.lines import plain
from greffier.clipping.wall import Wall, wall
from greffier.records import Field, FieldStatus, Rival

SLOWEST, FASTEST = 175, 300  # words a minute of a reader; a meta-analysis puts the mean at 238
NEAR = 1.0  # percentage points between the share that a wall states and a declared length
_FALSE = ("false", "no", "0")
_TRUE = ("true", "yes", "1")


def access(sheet: Sheet, minutes: int | None) -> list[Field]:
    """The fields of access; `minutes` is the reading time that the page gives."""
    shown = "\n\n".join(joined(part) for part in sheet.of("body"))
    words = sum(any(char.isalnum() for char in word) for word in shown.split())
    part, marker = _marker(sheet)
    status = _status(sheet, part, marker, words, minutes)
    percent = _percent(status, marker)
    return [
        status,
        _marker_field(sheet, part, marker),
        _counted("access.visible_chars", len(shown), "characters of the paragraphs, an empty line between them"),
        _seen(sheet, part, percent),
        _whole(len(shown), percent),
        _speed(words, percent, minutes),
        _declared(sheet, len(shown), words, percent),
    ]


def _marker(sheet: Sheet) -> tuple[Part | None, Wall | None]:
    """The wall that closes the article: behind its last paragraph. A badge above the body says nothing of the share."""
    last = max((index for index, part in enumerate(sheet.parts) if part.label == "body"), default=-1)
    for part in sheet.parts[last + 1 :]:
        if part.label == "paywall" and (found := wall(plain(joined(part)))) is not None:
            return part, found
    return None, None


def _status(sheet: Sheet, part: Part | None, marker: Wall | None, words: int, minutes: int | None) -> Field:
    name, parts = "access.status", [part] if part else []
    declared = [statement for statement in sheet.said("access.free") if free(statement.value) is not None]
    if marker is not None:
        value = _behind(marker, words)
        field = sheet.field(name, value, parts, "the marker at the end of the article")
        wrong = tuple(
            Rival("free" if free(said.value) else "locked", said.method)
            for said in declared
            if free(said.value) != (value == "free")
        )
        return replace(field, status="conflict", rivals=wrong) if wrong else field
    if declared and all(free(statement.value) for statement in declared):
        return sheet.told(declared[0], name, "free")
    if declared:
        value = "unknown" if words else "locked"
        return sheet.told(declared[0], name, value, "inferred")
    if minutes and SLOWEST <= words / minutes <= FASTEST:
        method = "no marker, and the visible words fill the reading time"
        return sheet.field(name, "free", [], method, "inferred")
    if noted := [one for one in sheet.of("paywall") if (found := wall(plain(one.text))) and found.kind == "free"]:
        return sheet.field(name, "free", noted[:1], "a note that all may read it")
    return sheet.absent(name, "no marker and no declaration", "unknown")


def _behind(marker: Wall, words: int) -> str:
    if marker.kind == "free":
        return "free"
    if marker.kind == "metered":
        return "metered"
    return "teaser" if words else "locked"


def free(told: str) -> bool | None:
    """Whether a declaration says free, in any of its spellings: `true`, `"False"`, `http://schema.org/True`."""
    word = told.strip().lower().rstrip("/").rsplit("/", 1)[-1]
    return (
        True if word in _TRUE or word == "free" else False if word in _FALSE or word in ("locked", "metered") else None
    )


def _percent(status: Field, marker: Wall | None) -> float | None:
    if marker is not None and marker.remaining is not None:
        return round(100 - marker.remaining, 4)
    return 100.0 if status.value == "free" and marker is None else None


def _marker_field(sheet: Sheet, part: Part | None, marker: Wall | None) -> Field:
    name = "access.marker"
    if part is None or marker is None:
        return sheet.absent(name, "no marker stands behind the article", {"raw": None, "remaining_percent": None})
    value = {"raw": part.text, "remaining_percent": marker.remaining}
    return sheet.field(name, value, [part], f"a whole line behind the article ({marker.language or 'any language'})")


def _counted(name: str, value: Any, method: str, status: FieldStatus = "inferred") -> Field:
    return Field(name, value, None, (), status if value is not None else "absent", method)


def _seen(sheet: Sheet, part: Part | None, percent: float | None) -> Field:
    if percent is None:
        return _counted("access.visible_percent", None, "the page does not say how much is left")
    parts = [part] if part else []
    return sheet.field("access.visible_percent", percent, parts, "what the marker leaves of 100", "inferred")


def _whole(shown: int, percent: float | None) -> Field:
    total = round(shown / percent * 100) if percent else None
    return _counted("access.estimated_total_chars", total, "visible characters over the visible share")


def _speed(words: int, percent: float | None, minutes: int | None) -> Field:
    """The words a minute that share and reading time come to; outside what people read, one of them is wrong."""
    name = "access.reading_speed_check"
    if not percent or not minutes or not words:
        return _counted(name, None, "it needs a share, a reading time and visible words")
    pace = round(words / percent * 100 / minutes)
    total = round(words / percent * 100)
    value = {"words_per_minute": pace, "ok": SLOWEST <= pace <= FASTEST, "estimated_total_words": total}
    return _counted(name, value, f"estimated words over minutes, ok from {SLOWEST} to {FASTEST}")


def _declared(sheet: Sheet, shown: int, words: int, percent: float | None) -> Field:
    """Whether the length that the markup declares and the share that the marker states agree within a point."""
    name = "access.declared_length_check"
    for field, count in (("access.declared_chars", shown), ("access.declared_words", words)):
        for statement in sheet.said(field):
            if statement.value.isdecimal() and int(statement.value) > 0 and percent is not None:
                share = round(100 * count / int(statement.value), 2)
                value = {"declared": int(statement.value), "visible_percent": share, "ok": abs(share - percent) <= NEAR}
                return Field(name, value, statement.value, (), "inferred", statement.method)
    return _counted(name, None, "no length is declared, or no share stated")
