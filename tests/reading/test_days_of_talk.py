"""Days and hours as witnesses, officers and callers tell them in English."""

from __future__ import annotations

import pytest

from greffier.reading.dates import Dates
from greffier.records import Mention, Page, Piece, PieceKind, Time


def told(text: str, written: str, kind: PieceKind = "hearing") -> list[tuple[str, str]]:
    page = Page("page", "source", 1, None, "born_digital", "A", "en", text, "", 1.0, 1.0)
    piece = Piece("piece", "source", kind, None, None, ("page",))
    made = Dates(Time(written, written, written)).read(piece, [page], [])
    return [(one.span.exact, one.time.earliest) for one in made if isinstance(one, Mention) and one.time]


@pytest.mark.parametrize(
    ("text", "written", "found"),
    [
        ("On Friday 23rd a Ms Nair rang me.", "2018-11-30", [("Friday 23rd", "2018-11-23")]),
        ("I want to ask you about Saturday the 25th.", "2023-11-27", [("Saturday the 25th", "2023-11-25")]),
        ("We will meet on Friday the 13th.", "2023-10-02", [("Friday the 13th", "2023-10-13")]),
        (
            "At 8:25 pm I met Mr Osei, who said that men came around 8 o'clock.",
            "2021-02-14",
            [("8:25 pm", "2021-02-14T20:25"), ("around 8 o'clock", "2021-02-14T20:00")],
        ),
        (
            "At 8:25 am I met Mr Osei, who said that men came around 8 o'clock.",
            "2021-02-14",
            [("8:25 am", "2021-02-14T08:25"), ("around 8 o'clock", "2021-02-14T08:00")],
        ),
        ("I have been up since five.", "2020-08-21", [("since five", "2020-08-21T05:00")]),
        ("I'm there half ten", "2020-02-13", [("half ten", "2020-02-13T10:30")]),
        ("We cut half ten logs", "2020-02-13", []),
        ("His income for 2018 was low.", "2022-09-02", [("2018", "2018-01-01")]),
        ("They were held in dawn raids.", "2024-03-14", []),
        ("I haven't seen him in three months.", "2020-08-21", []),
        ("The copy was cast in twelve days.", "2020-08-21", []),
        ("She will return in three days.", "2020-08-21", [("in three days", "2020-08-24")]),
        ("Dated 2Oth March, 2023", "2023-03-24", [("2Oth March, 2023", "2023-03-20")]),
    ],
)
def test_days_and_hours_of_talk(text: str, written: str, found: list[tuple[str, str]]) -> None:
    assert told(text, written) == found
