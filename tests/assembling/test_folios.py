from __future__ import annotations

from greffier.assembling.folios import disorder, duplicates, gaps, missing_folios
from greffier.records import Page, digest


def page(folio: str | None, number: int = 1, source: str = "s", text: str = "", near: str | None = None) -> Page:
    id = digest(source, number, folio)
    return Page(
        id, source, number, folio, "ocr", "A", "fr", text or str(folio), digest(text or folio), 1, 1, None, near
    )


def pages(*folios: str | None) -> list[Page]:
    return [page(folio, number) for number, folio in enumerate(folios, 1)]


def test_missing_labels_look_like_their_neighbours() -> None:
    assert missing_folios(pages("D0001", "D0002", "D0005", None)) == ("D0003", "D0004")
    assert missing_folios(pages("1", "2", "4")) == ("3",)


def test_series_are_apart_and_short_ones_have_no_gaps() -> None:
    assert missing_folios(pages("D1", "D2", "D3", "B7", "B9")) == ()
    assert missing_folios(pages("D1", "D2", "D3", "D4000")) == ()


def test_suffix_is_no_new_number() -> None:
    assert gaps(pages("D1", "D2", "D2 bis", "D3")) == []
    assert duplicates(pages("D2", "D2 bis")) == []


def test_duplicates_are_different_pages() -> None:
    assert len(duplicates([page("D2", 1, text="a"), page("D2", 2, text="b")])) == 1
    assert duplicates([page("D2", 1, "s", "a"), page("D2", 1, "t", "a")]) == []
    assert duplicates([page("D2", 1, text="a"), page("D2", 2, text="b", near="x")]) == []


def test_disorder_within_a_source() -> None:
    assert [(a.folio, b.folio) for a, b in disorder(pages("D1", "D2", "D4", "D3", "D5"))] == [("D4", "D3")]
    assert len(disorder(pages("D5", "D4", "D3", "D2", "D1"))) == 1
    assert disorder([page("D9", 1, "a"), page("D2", 1, "b")]) == []


def test_a_page_with_an_unreadable_stamp_may_be_the_missing_one() -> None:
    sheets = pages("D1", "D2", None, "D4", "D5", "D7")
    assert [(gap.missing, gap.unread) for gap in gaps(sheets)] == [(("D3",), 1), (("D6",), 0)]
    assert missing_folios(sheets) == ("D6",)


def test_a_box_in_several_files_is_one_series() -> None:
    first = [page("D1", 1, "a"), page("D2", 2, "a"), page(None, 3, "a")]
    second = [page("D4", 1, "b"), page("D6", 2, "b"), page(None, 1, "c", "an unstamped file")]
    assert [(gap.missing, gap.unread) for gap in gaps([*first, *second])] == [(("D3",), 1), (("D5",), 0)]


def test_the_tab_of_an_exhibit_stands_on_all_its_pages() -> None:
    assert duplicates([page("Exhibit 4", 1, text="a"), page("Exhibit 4", 2, text="b")]) == []
