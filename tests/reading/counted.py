"""The quantities of a text: all of them, the only one, and each with its good as tests compare them."""

from __future__ import annotations

from greffier.reading.dates import Dates
from greffier.reading.quantities import Quantities
from greffier.records import Mention, Page, Piece, Quantity


def read(text: str, language: str = "fr") -> list[Mention]:
    page = Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)
    piece = Piece("piece", "source", "report", None, None, ("page",))
    return list(Quantities().read(piece, [page], list(Dates().read(piece, [page], []))))


def one(text: str, language: str = "fr") -> Quantity:
    found = read(text, language)
    assert len(found) == 1, [mention.span.exact for mention in found]
    assert found[0].quantity is not None
    return found[0].quantity


def told(text: str, language: str = "fr") -> list[tuple[str, str, str | None]]:
    return [
        (m.span.exact, f"{m.quantity.low} {m.quantity.unit}", m.quantity.good)
        for m in read(text, language)
        if m.quantity
    ]
