"""A sentence of a draft taken apart: how much, when, which, who, where."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.records import Mention, Quote
from greffier.vocabulary import tokens
from greffier.writing.cast import named
from greffier.writing.desk import Desk
from greffier.writing.draft import Statement
from greffier.writing.figures import Figures, figures
from greffier.writing.ground import Ground


@dataclass(frozen=True, slots=True)
class Atoms:
    """The parts of a sentence that a page must bear out; `speakers` are those to whom it gives its quotations.

    `quotation` says that the whole is set as a block quotation.
    """

    text: str
    figures: Figures
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    quotation: bool = False
    blank: tuple[tuple[int, int], ...] = ()  # where dates, amounts and codes stand, which are compared by value

    def __bool__(self) -> bool:
        values = self.figures
        return bool(values.numbers or values.moments or values.codes or self.people or self.places)


def take_apart(statement: Statement, desk: Desk, stood: Ground | None) -> Atoms:
    """Read a sentence with the readers that read the pages; a date without its year is of the time of its page."""
    date = next((at for page in stood.pages if (at := desk.act_date(page))), None) if stood else None
    found = list(desk.read(statement.text, desk.language, date or desk.published))
    mentions = [each for each in found if isinstance(each, Mention)]
    seen = tuple(tokens(statement.text))
    read = [(m.span.start, m.span.end) for m in mentions if m.kind == "person"]
    people = named(statement.text, seen, read, desk.people)
    values = figures(statement.text, mentions, desk.language, here=False)
    return Atoms(
        statement.text,
        values,
        tuple(statement.text[each.start : each.end] for each in people),
        tuple(m.span.exact for m in mentions if m.kind in ("place", "organisation")),
        tuple(each.speaker_name for each in found if isinstance(each, Quote) and each.speaker_name),
        statement.place == "quotation",
        tuple((m.span.start, m.span.end) for m in mentions if m.time or (m.quantity and not m.quantity.good)),
    )
