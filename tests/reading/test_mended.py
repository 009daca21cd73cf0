"""Words in which a scan read `m` as `rn` are set right, and what is found stands where the page has it."""

from __future__ import annotations

import pytest

from greffier.reading.legible import legible
from greffier.reading.mended import mended
from greffier.reading.names import Names
from greffier.records import Mention
from tests.one_page import found_on


def told(text: str, kind: str) -> list[str]:
    return [one.span.exact for one in found_on(text, [Names()]) if isinstance(one, Mention) and one.kind == kind]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("Le rnaire a signé hier rnatin.", "Le maire a signé hier matin."),
        ("He carne frorn Bern with Norrnan Arnes.", "He came from Bern with Norman Arnes."),
        ("Une affaire interne, tournée en une journée.", "Une affaire interne, tournée en une journée."),
        ("The governor of Lucerne returned in turn.", "The governor of Lucerne returned in turn."),
        ("PROCES-VERBAL\nle gendarrne a lu le docurnent", "PROCES-VERBAL\nle gendarme a lu le document"),
    ],
)
def test_only_what_becomes_a_word_is_set_right(page: str, read: str) -> None:
    assert mended(page).text == read


def test_a_page_without_a_spoilt_word_in_small_letters_stays_as_it_is() -> None:
    assert mended("Monsieur Arnes et Madame Harnel sont venus.").text == "Monsieur Arnes et Madame Harnel sont venus."


def test_every_place_is_found_again() -> None:
    page = "Le rnaréchal a vu frorn Norrnan, cornmissaire, un rnornent"
    clear = mended(page)
    for word, stands in (("maréchal", "rnaréchal"), ("from", "frorn"), ("Norman", "Norrnan"), ("moment", "rnornent")):
        start = clear.text.index(word)
        left, right = clear.on_page(start), clear.on_page(start + len(word))
        assert page[left:right] == stands
        assert (clear.here(left), clear.here(right)) == (start, start + len(word))


def test_roles_and_people_of_a_bad_scan_stand_where_they_are() -> None:
    page = (
        "Devant nous, rnaréchal des logis-chef TORVALLE, de la brigade, cornparaît le cornptable, rnuni de ses livres."
    )
    assert told(page, "role") == ["rnaréchal des logis-chef", "cornptable"]
    assert told(page, "person") == ["TORVALLE"]
    page = "The rnanager, Mr. Osric Penhale, left frorn the gate with the forernan at noon."
    assert told(page, "role") == ["rnanager", "forernan"]
    assert told(page, "person") == ["Osric Penhale"]


@pytest.mark.parametrize(
    ("page", "read"),
    [
        ("the Range 0fficer of the C0urt", "the Range Officer of the Court"),
        ("Room 0 at 10 a.m., ref 0abc", "Room 0 at 10 a.m., ref Oabc"),
        ("l0 kg, n° 04, 0,5 g", "l0 kg, n° 04, 0,5 g"),
    ],
)
def test_nought_for_a_letter(page: str, read: str) -> None:
    assert legible(page) == read
