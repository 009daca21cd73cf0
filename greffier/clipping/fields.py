"""How a field of a clipping is made: stated by parts of the page, inferred, absent, or in conflict with the markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from greffier.clipping.chunks import Part
from greffier.clipping.lines import span
from greffier.records import Field, FieldStatus, Page, Rival, Statement
from greffier.text import key


class Sheet:
    """The labelled parts of a clipping, and what its markup says, to make fields from."""

    def __init__(self, pages: Sequence[Page], parts: Sequence[Part], statements: Iterable[Statement] = ()) -> None:
        self.pages = pages
        self.parts = parts
        self.statements = tuple(statements)

    def of(self, *labels: str) -> list[Part]:
        """The parts with one of these labels, in order."""
        return [part for part in self.parts if part.label in labels]

    def said(self, name: str) -> list[Statement]:
        """What the markup says of a field, each different value once, the most trusted first."""
        found: dict[str, Statement] = {}
        for statement in self.statements:
            if statement.field == name:
                found.setdefault(key(statement.value), statement)
        return list(found.values())

    def field(
        self, name: str, value: Any, parts: Sequence[Part], method: str, status: FieldStatus = "stated", **more: Any
    ) -> Field:
        """A field read from these parts."""
        raw = "\n".join(part.text for part in parts) if parts else None
        return Field(name, value, raw, tuple(span(self.pages, p.chunk) for p in parts), status, method, **more)

    def told(self, statement: Statement, name: str, value: Any, status: FieldStatus = "stated") -> Field:
        """A field that only the markup states: raw text without a place on the page."""
        return Field(name, value, statement.value, (), status, statement.method)

    def absent(self, name: str, why: str, value: Any = None) -> Field:
        """A field that the capture does not hold."""
        return Field(name, value, None, (), "absent", why)

    def listed(self, name: str, label: str, value: Callable[[Part], Any] = lambda part: part.text) -> Field:
        """A field with one value for each part of a label."""
        parts = self.of(label)
        if not parts:
            return self.absent(name, f"no line is a {label.replace('_', ' ')}", [])
        return self.field(name, [value(part) for part in parts], parts, f"lines labelled {label}")


def against(field: Field, statements: Iterable[Statement], same: Callable[[str], bool]) -> Field:
    """The field, as a conflict where the markup says something else: every value is kept."""
    rivals = tuple(Rival(s.value, s.method) for s in statements if not same(s.value))
    if not rivals:
        return field
    return Field(field.name, field.value, field.raw, field.spans, "conflict", field.method, rivals)
