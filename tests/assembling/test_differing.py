"""Two texts side by side: line ends are nothing, a misread word is no other word, a number is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.assembling.differing import Comparison, compare, tokens


def told(left: str, right: str) -> tuple[Comparison, list[tuple[str, str]]]:
    compared = compare(tokens(left), tokens(right))
    places = [
        (" ".join(one.told for one in place.left), " ".join(one.told for one in place.right))
        for place in compared.differences
    ]
    return compared, places


def test_layout_accents_and_joined_numbers_are_no_differences() -> None:
    compared, places = told("Le gérant pèse\n1 004 g, net.", "LE GERANT  pese 1004 g net")
    assert places == []
    assert (compared.of_left, compared.of_right, compared.misread) == (1.0, 1.0, 0)


def test_a_number_is_never_misread() -> None:
    _, places = told("le total est de 12 kg net", "le total est de 21 kg net")
    assert places == [("12", "21")]
    _, places = told("le total est de 12,5 kg", "le total est de 125 kg")
    assert places == [("12.5", "125")]


def test_a_misread_word_is_one() -> None:
    compared, places = told("le conteneur bananes du port", "le conteneur bananee du port")
    assert places == []
    assert compared.misread == 7
    assert compared.noisy


def test_what_only_one_side_says() -> None:
    _, places = told("il a vu le camion", "il n'a pas vu le camion")
    assert places == [("", "n"), ("", "pas")]


def test_places_can_be_found_again() -> None:
    left, right = tokens("un deux trois quatre"), tokens("un trois cinq")
    for place in compare(left, right).differences:
        assert tuple(left[place.at : place.at + len(place.left)]) == place.left
        assert tuple(right[place.at_right : place.at_right + len(place.right)]) == place.right


@given(st.text(), st.text())
def test_shares_are_shares_whatever_the_text(left: str, right: str) -> None:
    compared = compare(tokens(left), tokens(right))
    assert 0 <= compared.same + compared.misread <= compared.left
    assert 0 <= compared.of_left <= 1
    assert (left != right) or not compared.differences
