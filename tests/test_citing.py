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


@pytest.mark.parametrize(
    ("shown", "quotation"),
    [
        ("Le poids est de 3,5 kg net.", "5 kg net"),
        ("La somme de 12 000 euros.", "000 euros"),
        ("La somme de 12 000 euros.", "somme de 12"),
        ("Le poids est de 12,5 kg.", "est de 12"),
        ("À 10:45 le camion part.", "45 le camion"),
    ],
)
def test_a_quotation_never_begins_or_ends_inside_a_number(shown: str, quotation: str) -> None:
    assert find(quotation, page(shown)) is None
    assert find(quotation, page(shown, "ocr")) is None


LONG = "en présence du gardien du hangar, qui signe avec nous le registre des sorties de ce quai ce soir."


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("The guard did not open the green door", "The guard did open the green door"),
        ("Le prévenu est non coupable des faits", "Le prévenu est coupable des faits"),
        ("Il est impossible que cet ordre soit donné", "Il est possible que cet ordre soit donné"),
        ("Un paquet de 1,5 kg est pesé", "Un paquet de 15 kg est pesé"),
        ("Le camion part le 12 3 fois plein", "Le camion part le 1 23 fois plein"),
        ("Nous comptons seize paquets", "Nous comptons treize paquets"),
        ("We counted fifteen crates", "We counted sixteen crates"),
        ("Le six juin, Paul Ardent vient", "Le six juin, Marc Ardent vient"),
        ("Au mois de juin le camion part", "Au mois de juillet le camion part"),
    ],
)
def test_no_long_quotation_hides_another_word(shown: str, told: str) -> None:
    assert find(f"{told} {LONG}", page(f"{shown} {LONG}", "ocr")) is None


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("Nous avous dcux cent caisses dans ce hangar des Ornes", "avons deux cent caisses dans ce hangar des Ormes"),
        ("Lecamion vert quitte lehangar à 5 h 40 et tourne", "Le camion vert quitte le hangar à 5 h 40 et tourne"),
        ("Le ca mion vert qu itte le hangar , à 5 h 40", "Le camion vert quitte le hangar, à 5 h 40"),
        ("L’agent n a pas vu Ie camion quitter Ie hangar", "L'agent n'a pas vu le camion quitter le hangar"),
    ],
)
def test_what_engines_misread_still_stands(shown: str, told: str) -> None:
    found = find(f"{told} {LONG}", page(f"{shown} {LONG}", "ocr"))
    assert found is not None
    assert found.match == "fuzzy"
