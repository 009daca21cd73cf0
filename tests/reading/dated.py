"""What the date reader finds in a text of a known day."""

from __future__ import annotations

from greffier.reading.dates import Dates
from greffier.records import Mention, Page, Piece, Time

ACT = "2023-06-15"  # a Thursday


def page_of(text: str, language: str = "fr") -> Page:
    return Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)


def read(text: str, language: str = "fr", act: str | None = ACT) -> list[Mention]:
    page = page_of(text, language)
    piece = Piece("piece", "source", "report", None, None, ("page",))
    return list(Dates(Time(act, act, act) if act else None).read(piece, [page], []))


def one(text: str, language: str = "fr", act: str | None = ACT) -> Time:
    found = read(text, language, act)
    assert len(found) == 1, [mention.span.exact for mention in found]
    assert found[0].time is not None
    return found[0].time


def bounds(text: str, language: str = "fr", act: str | None = ACT) -> tuple[str, str]:
    time = one(text, language, act)
    return time.earliest, time.latest


def starts(text: str, language: str = "fr", act: str | None = ACT) -> list[str]:
    return [mention.time.earliest for mention in read(text, language, act) if mention.time is not None]
