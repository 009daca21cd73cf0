"""References as drafts write them lead to pages, or to one line that says what is missing."""

import pytest

from greffier.errors import NotInCase
from greffier.places import Places
from greffier.records import Grid, Page, Row, Source


def page(id: str, source: str, number: int, folio: str | None) -> Page:
    return Page(id, source, number, folio, "born_digital", "A", "fr", "", "", 0, 0)


def source(id: str, path: str, duplicate_of: str | None = None) -> Source:
    return Source(
        id, path, id * 4, "application/pdf", 1, "duplicate" if duplicate_of else "read", None, None, duplicate_of
    )


PLACES = Places(
    [
        page("a1", "a", 1, "D0147"),
        page("a2", "a", 2, "D0148"),
        page("a3", "a", 3, "D0150"),
        page("b1", "b", 1, "D0147"),
        page("c1", "c", 1, None),
        page("d1", "d", 1, None),
    ],
    [
        source("a", "box/tome 1.pdf"),
        source("b", "box/tome 2.pdf"),
        source("c", "box/mail.eml"),
        source("d", "box/old/mail.eml"),
        source("e", "box/copie.pdf", "a"),
    ],
)


@pytest.mark.parametrize(
    ("reference", "pages"),
    [
        ("D0147", ["a1", "b1"]),
        ("d0148", ["a2"]),
        ("D0148-D0150", ["a2", "a3"]),
        ("D0148-0150", ["a2", "a3"]),
        ("box/tome 1.pdf#p2", ["a2"]),
        ("tome 1.pdf#p2", ["a2"]),
        ("tome 1.pdf", ["a1", "a2", "a3"]),
        ("box/mail.eml", ["c1"]),
        ("old/mail.eml#p1", ["d1"]),
        ("copie.pdf#p1", ["a1"]),
    ],
)
def test_a_reference_leads_to_its_pages(reference: str, pages: list[str]) -> None:
    assert PLACES.locate(reference) == pages


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("D0999", "No page is stamped D0999"),
        ("tome 1.pdf#p9", "has no page 9; it has 3"),
        ("tome 9.pdf#p1", "There is no file tome 9.pdf"),
        ("mail.eml", "2 files are called mail.eml"),
        ("D0150-D0148", "No page is stamped"),
    ],
)
def test_what_is_missing_is_said(reference: str, said: str) -> None:
    with pytest.raises(NotInCase, match=said):
        PLACES.locate(reference)


def test_of_two_paths_that_fold_alike_none_is_guessed() -> None:
    places = Places(
        [page("a1", "a", 1, None), page("b1", "b", 1, None)],
        [source("a", "box/Pièce.pdf"), source("b", "box/piece.pdf")],
    )
    assert places.locate("box/Pièce.pdf") == ["a1"]
    assert places.locate("box/piece.pdf") == ["b1"]
    with pytest.raises(NotInCase, match="2 files"):
        places.locate("box/PIECE.pdf")


def test_a_row_of_a_table_leads_to_its_page() -> None:
    grids = [
        Grid("a1", (Row(0, 5, "Feuil1", 1), Row(6, 9, "Feuil1", 201))),
        Grid("a2", (Row(0, 5, "Feuil1", 202), Row(6, 9, "Feuil1", 300))),
        Grid("a3", (Row(0, 5, "Été 2", 1),)),
        Grid("c1", (Row(0, 5, None, 17),)),
    ]
    pages = [page("a1", "a", 1, None), page("a2", "a", 2, None), page("a3", "a", 3, None), page("c1", "c", 1, None)]
    places = Places(pages, [source("a", "box/calls.xlsx"), source("c", "calls.csv")], grids)
    assert places.locate("calls.xlsx#Feuil1!202") == ["a2"]
    assert places.locate("box/calls.xlsx#feuil1!150") == ["a1"]
    assert places.locate("calls.xlsx#Ete 2!1") == ["a3"]
    assert places.locate("calls.csv!17") == ["c1"]
    assert places.row("calls.csv!17") == 17
    for reference, said in (
        ("calls.xlsx!1", "several sheets"),
        ("calls.xlsx#Feuil9!1", "no sheet Feuil9"),
        ("calls.xlsx#Feuil1!301", "no row 301"),
        ("calls.csv!18", "no row 18"),
    ):
        with pytest.raises(NotInCase, match=said):
            places.locate(reference)
