"""A quotation stands or it does not: word for word, up to typography, or nearly (on OCR pages only)."""

from dataclasses import replace

import pytest

from greffier.citing import cite, find, stands
from greffier.records import Page

TEXT = "Nous comptons SOIXANTE-QUATRE (64) paquets, soit « 64,0 kg » net,\nsous le scellé SQ/14."


def page(text: str = TEXT, origin: str = "born_digital") -> Page:
    return Page("p", "s", 1, None, origin, "A", "fr", text, "h", 595, 842)  # type: ignore[arg-type]


def test_a_citation_stands_where_it_was_taken() -> None:
    citation = cite(page(), 14, 33)
    assert stands(citation.span, page())
    assert not stands(citation.span, replace(page(), text="x" + TEXT))
    assert not stands(replace(citation.span, page="other"), page())


@pytest.mark.parametrize(
    ("quotation", "match"),
    [
        ("64) paquets", "exact"),
        ('soit "64,0 kg" net, sous le scellé', "normalised"),
        ("soixante-quatre (64) PAQUETS", "normalised"),
        ("62) paquets", None),
        ("4) paquets", None),  # must not begin inside a number
        ("le scellé SQ/1", None),  # nor end inside one
        ("scelle SQ/14", None),  # an accent is a letter on a clean page
        ("", None),
        ("   ", None),
    ],
)
def test_how_a_quotation_stands(quotation: str, match: str | None) -> None:
    found = find(quotation, page())
    assert (found and found.match) == match
    if found:
        assert stands(found.span, page())


def test_only_an_ocr_page_may_be_quoted_nearly_and_never_across_a_digit() -> None:
    scan = page("Le camion est repartl avant quatre heures avec 62 paquets.", "ocr")
    near = find("Le camion est reparti avant quatre heures avec 62 paquets", scan)
    assert near is not None
    assert near.match == "fuzzy"
    assert find("Le camion est reparti avant quatre heures avec 64 paquets", scan) is None
    assert find("Le camion est reparti avant", replace(scan, origin="born_digital")) is None
