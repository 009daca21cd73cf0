"""The folio of a page is settled by its file: the series that runs on wins, damage is mended only where it fits."""

from __future__ import annotations

from greffier.pages.folios import stamped
from greffier.pages.numbering import number
from greffier.records import Folio, Layout, Origin, Page, Word, digest

CORNER, FOOT = (0.80, 0.03), (0.80, 0.95)
Placed = tuple[str, tuple[float, float]]


def page(at: int, stamps: list[Placed], origin: Origin = "ocr") -> tuple[Page, list[Folio]]:
    """A page with these words in its margins."""
    text, words = "", []
    for told, (x, y) in stamps:
        for token in told.split():
            start = len(text)
            words.append(Word(start, start + len(token), x, y, x + 0.012 * len(token), y + 0.02, 80))
            text, x = text + token + " ", x + 0.012 * (len(token) + 1)
    id = digest("page", at)
    made = Page(id, "box", at, None, origin, "A", "fr", text, digest(text), 595, 842)
    return made, list(stamped(made, Layout.of(id, words)))


def settled(*sheets: list[Placed], origin: Origin = "ocr") -> list[Folio | None]:
    made = [page(at, stamps, origin) for at, stamps in enumerate(sheets, 1)]
    folios = {folio.id: folio for _, found in made for folio in found}
    after = {one.id: one for one in number([one for one, _ in made], folios) if isinstance(one, Folio)}
    return [after.get(one.id) for one, _ in made]


def labels(*sheets: list[Placed], origin: Origin = "ocr") -> list[str | None]:
    return [folio.label if folio else None for folio in settled(*sheets, origin=origin)]


def corner(*stamps: str) -> list[list[Placed]]:
    return [[(stamp, CORNER)] if stamp else [] for stamp in stamps]


def test_a_damaged_stamp_is_mended_between_its_neighbours() -> None:
    for damaged in ("D0I4T", "D014?7", "00147", "D0l47", "DO147.", "D0 47"):
        found = settled(*corner("D0145", "D0146", damaged, "D0148", "D0149"))[2]
        assert found is not None, damaged
        assert (found.label, found.repaired) == ("D0147", True), damaged
        assert (found.series, found.number) == ("D", 147)
    assert settled(*corner("D0146", "D0I4T", "D0148"))[1].read_as == "D0I4T"  # type: ignore[union-attr]


def test_a_missing_stamp_is_not_invented() -> None:
    assert labels(*corner("D0145", "D0146", "", "D0148", "D0149"))[2] is None
    assert labels(*corner("D0145", "D0146", "12 mai 2021", "D0148", "D0149"))[2] is None


def test_something_alike_elsewhere_on_the_page_is_no_stamp() -> None:
    assert labels(*corner("D0145", "D0146"), [("D0I4T", (0.1, 0.95))], *corner("D0148"))[2] is None


def test_a_misread_digit_is_mended_and_a_stamp_out_of_order_is_left() -> None:
    assert labels(*corner("D0145", "D0146", "D0141", "D0148", "D0149"))[2] == "D0147"
    assert labels(*corner("D0145", "D0146", "D0152", "D0148", "D0149"))[2] == "D0152"


def test_born_digital_text_says_what_it_says() -> None:
    sheets = corner("D0145", "D0146", "D0141", "D0148", "D0149")
    assert labels(*sheets, origin="born_digital")[2] == "D0141"


def test_neighbours_that_disagree_mend_nothing() -> None:
    assert labels(*corner("D0145", "D0146", "D0I4T", "D0188", "D0189"))[2] is None


def test_the_last_sheet_is_mended_by_the_two_before() -> None:
    assert labels(*corner("D0145", "D0146", "D0I4T"))[2] == "D0147"


def test_the_series_that_runs_on_wins_and_the_other_is_kept() -> None:
    old = [1, 2, 3, 1, 2, 1, 2, 3]
    sheets = [[(f"D{number}", CORNER), (f"B{at + 200:04d}", FOOT)] for at, number in enumerate(old, 1)]
    found = settled(*sheets)
    assert [one.label for one in found if one] == [f"B{at + 200:04d}" for at in range(1, 9)]
    assert [one.others for one in found if one] == [(f"D{number}",) for number in old]


def test_a_cote_stays_the_folio_beside_a_bates_number() -> None:
    sheets = [[(f"D{at + 20:04d}", CORNER), (f"ORB-{at + 700:06d}", FOOT)] for at in (1, 2, 3, 5, 6, 7)]
    assert labels(*sheets) == [f"D{at + 20:04d}" for at in (1, 2, 3, 5, 6, 7)]


def test_sheet_counts_are_folios_only_where_they_run_on_over_documents() -> None:
    assert labels(*corner("feuillet 31", "feuillet 32", "feuillet 33", "feuillet 34")) == ["31", "32", "33", "34"]
    assert labels(*corner("feuillet 1", "feuillet 2", "feuillet 1", "feuillet 2", "feuillet 3")) == [None] * 5


def test_page_counts_are_kept_and_are_no_folio() -> None:
    found = settled(*corner("page 1/3", "page 2/3", "page 3 sur 3"))
    assert [(one.label, one.count) for one in found if one] == [(None, "1/3"), (None, "2/3"), (None, "3/3")]


def test_turned_stamps_in_the_side_margins() -> None:
    text = "D0147 cote B 12 12"
    words = [
        Word(0, 5, 0.956, 0.50, 0.981, 0.56, 90),
        Word(6, 10, 0.03, 0.40, 0.05, 0.44, 90),
        Word(11, 12, 0.03, 0.45, 0.05, 0.46, 90),
        Word(13, 15, 0.03, 0.47, 0.05, 0.49, 90),
        Word(16, 18, 0.50, 0.50, 0.52, 0.52, 90),
    ]
    made = Page("p", "box", 1, None, "born_digital", "A", "fr", text, "", 595, 842)
    (folio,) = stamped(made, Layout.of("p", words))
    assert {"D0147", "cote B 12"} <= {mark.text for mark in folio.marks}
    assert "12" not in {mark.text for mark in folio.marks if mark.x > 0.1}


def test_the_last_word_of_a_line_is_no_side_stamp() -> None:
    words = [Word(0, 8, 0.80, 0.5, 0.885, 0.52, 90), Word(9, 14, 0.905, 0.5, 0.97, 0.52, 90)]
    made = Page("p", "box", 1, None, "born_digital", "A", "fr", "la pièce D0147", "", 595, 842)
    assert list(stamped(made, Layout.of("p", words))) == []


def test_no_pages_no_folios() -> None:
    assert number([], {}) == []
