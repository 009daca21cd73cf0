"""Names that go over the end of a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from greffier.reading.names import Names
from greffier.records import Mention
from tests.one_page import one_page


def people(*texts: str) -> list[list[tuple[str, str | None]]]:
    """The people of each page: the words there and the name."""
    piece, first = one_page(texts[0], "fr")
    pages = [replace(first, id=f"page-{at}", number=at, text=text) for at, text in enumerate(texts, 1)]
    found = [one for one in Names().read(piece, pages, ()) if isinstance(one, Mention) and one.kind == "person"]
    return [[(one.span.exact, one.normalised) for one in found if one.span.page == page.id] for page in pages]


FOOT = "Il y avait mon cousin, qui conduisait, et aussi un certain Jean-Marc"
HEAD = "DUPONTEL, que je connais à peine."


@pytest.mark.parametrize(
    "between", [("", ""), ("\n", "\n"), ("\n\n- 3 -\n", ""), ("\nPage 3/9", "\n"), ("", "Folio 4\n\n")]
)
def test_a_name_over_two_pages_is_one_name_on_each(between: tuple[str, str]) -> None:
    whole = "Jean-Marc Dupontel"
    assert people(FOOT + between[0], between[1] + HEAD) == [[("Jean-Marc", whole)], [("DUPONTEL", whole)]]


def test_its_parts_are_known_in_the_rest_of_the_piece() -> None:
    assert people(FOOT, HEAD, "Ensuite DUPONTEL est parti.")[2] == [("DUPONTEL", "Dupontel")]


def test_a_title_at_the_foot_of_a_page_tells_whose_name_comes_next() -> None:
    foot = "Nous avons ensuite rencontré sur le quai, vers midi, M."
    assert people(foot, "Orsanti nous a remis les clefs.")[1] == [("Orsanti", "Orsanti")]


@pytest.mark.parametrize(
    ("foot", "head"),
    [
        ("Lecture faite, persiste et signe avec nous, le capitaine Lino CARVASSE", "AUDITION DE TÉMOIN\nLe 3 mai 2022"),
        ("Lecture faite, persiste et signe avec nous, le capitaine Lino CARVASSE", "Nous reprenons l'audition."),
        ("L'officier de police judiciaire\nLino CARVASSE", "Marie DELAUNOY est entendue."),
    ],
)
def test_what_ends_with_its_page_goes_no_further(foot: str, head: str) -> None:
    assert people(foot, head)[0][-1] == ("Lino CARVASSE", "Lino Carvasse")
