from __future__ import annotations

from decimal import Decimal

import pytest

from greffier.auditing.inside import faults, inside
from greffier.citing import span
from greffier.records import Citation, Dating, Mention, NameForm, Page, Quantity, Span, Time

PAGE = Page("p1", "s1", 1, None, "ocr", "A", "fr", "Le quai était vide.", "", 0.0, 0.0)


def told(record: object) -> list[str]:
    return list(faults(record, {"p1": PAGE}.get))


def time(edtf: str, earliest: str, latest: str) -> Dating:
    return Dating("pc1", act=Time(edtf, earliest, latest))


def test_everything_inside_is_found() -> None:
    form = NameForm("quai", "legal", (Citation(span(PAGE, 3, 7)), Citation(span(PAGE, 0, 2))))
    assert [type(each).__name__ for each in inside((form,))] == ["NameForm", "Citation", "Span", "Citation", "Span"]


def test_a_span_that_stands_is_no_fault() -> None:
    assert told(Mention("m1", span(PAGE, 3, 7), "place", "names", "pc1")) == []


@pytest.mark.parametrize(
    "at", [Span("p1", 3, 7, "Quai"), Span("p1", 3, 8, "quai"), Span("p1", 3, 3, ""), Span("p1", 90, 94, "quai")]
)
def test_a_span_that_does_not_stand(at: Span) -> None:
    assert "does not stand" in told(Mention("m1", at, "place", "names", "pc1"))[0]


def test_a_span_on_a_page_that_is_not_there() -> None:
    assert "not in the case" in told(Mention("m1", Span("p2", 0, 2, "Le"), "place", "names", "pc1"))[0]


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2023-03-16", "2023-03-16", "2023-03-16"),
        ("2023-03-16", "2023-03-16T06:00", "2023-03-16T12:00"),
        ("2023-03-16T07:10", "2023-03-16T07:10", "2023-03-16T07:10"),
        ("2023-03-16T07:10:00", "2023-03-16T07:10", "2023-03-16T07:10"),
        ("2023-03-16T22:00/2023-03-17T02:00", "2023-03-16T22:00", "2023-03-17T02:00"),
        ("2023-03", "2023-03-01", "2023-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-03/2023-05", "2023-03-01", "2023-05-31"),
        ("2023-03-16/..", "2023-03-16", ""),
        ("../2023-03-16", "", "2023-03-16"),
        ("2023-03-16/", "2023-03-16", ""),
        ("2023~", "2022-10-01", "2024-03-31"),
        ("2023-03-16?", "2023-03-16", "2023-03-16"),
        ("2023-21", "2023-03-20", "2023-06-20"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("2023-XX", "2023-01-01", "2023-12-31"),
    ],
)
def test_times_that_hold(edtf: str, earliest: str, latest: str) -> None:
    assert told(time(edtf, earliest, latest)) == []


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "fault"),
    [
        ("2023-03-16", "2023-03-17", "2023-03-16", "before it begins"),
        ("2023-03-16", "2023-03-16T12:00", "2023-03-16T06:00", "before it begins"),
        ("2023-03-16", "2023-03-15", "2023-03-16", "goes beyond"),
        ("2023-03", "2023-03-01", "2023-04-01", "goes beyond"),
        ("2023-02-30", "2023-02-28", "2023-02-28", "cannot be read"),
        ("16 mars 2023", "2023-03-16", "2023-03-16", "cannot be read"),
        ("", "2023-03-16", "2023-03-16", "cannot be read"),
        ("../..", "", "", "cannot be read"),
        ("2023-03-16/2023-03-17/2023-03-18", "2023-03-16", "2023-03-18", "cannot be read"),
        ("2023-03-16T25:10", "2023-03-16", "2023-03-16", "cannot be read"),
        ("2023-03-16", "2023-3-16", "2023-03-16", "cannot be read"),
        ("2023-03-16", "2023-03-16T7h", "2023-03-16", "cannot be read"),
    ],
)
def test_times_that_do_not_hold(edtf: str, earliest: str, latest: str, fault: str) -> None:
    assert [fault in each for each in told(time(edtf, earliest, latest))] == [True]


def test_a_quantity_the_wrong_way_round() -> None:
    found = Mention(
        "m1", span(PAGE, 3, 7), "quantity", "q", "pc1", quantity=Quantity(Decimal(3), Decimal(2), "kg", "mass")
    )
    assert "wrong way round" in told(found)[0]
