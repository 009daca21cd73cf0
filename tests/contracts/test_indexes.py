"""The contract of Index, over every backend. Stems and accents beyond it are in tests/storing/."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.contracts import Index
from greffier.plugins import INDEXES, load
from greffier.records import Page

TEXTS = {
    "p1": "La vedette a quitté le quai avant l’aube, sous la garde de l'équipage.",
    "p2": "Nobody counted the crates on the quay. The crew had left before dawn.",
    "p3": "Le conteneur MSKU 204117-5 contenait des bananes et des sacs de café.",
    "p4": "Le registre du port ne mentionne ni conteneur, ni équi-\npage, ni pesée.",
    "p5": "",
}


def page(id: str, text: str, folio: str | None = None) -> Page:
    return Page(id, "s1", 1, folio, "born_digital", "A", "fr", text, "", 595.0, 842.0)


@pytest.fixture(params=sorted(INDEXES))
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    made: Index = load(INDEXES, request.param)(tmp_path / "index")
    made.update(page(id, text, f"D{number:04}") for number, (id, text) in enumerate(TEXTS.items(), 1))
    return made


def found(index: Index, query: str, limit: int = 10) -> list[str]:
    return [id for id, _ in index.search(query, limit)]


@pytest.mark.parametrize(
    ("query", "pages"),
    [
        ("conteneur", {"p3", "p4"}),
        ("CONTENEUR", {"p3", "p4"}),
        ("cafe", {"p3"}),
        ("café", {"p3"}),
        (unicodedata.normalize("NFD", "café"), {"p3"}),
        ("l'aube", {"p1"}),
        ("l’aube", {"p1"}),
        ("aube", {"p1"}),
        ("conteneur AND bananes", {"p3"}),
        ("conteneur bananes", {"p3", "p4"}),
        ("bananes OR dawn", {"p2", "p3"}),
        ("conteneur AND NOT bananes", {"p4"}),
        ("conteneur NOT bananes", {"p4"}),
        ("(bananes OR crates) AND (café OR dawn)", {"p2", "p3"}),
        ('"le quai avant"', {"p1"}),
        ('"avant le quai"', set()),
        ("« sous la garde de l’équipage »", {"p1"}),
        ("équipage", {"p1", "p4"}),
        ("conten*", {"p3", "p4"}),
        ('"sacs de ca"*', {"p3"}),
        ("MSKU-204117-5", {"p3"}),
        ("D0002", {"p2"}),
        ("inexistant", set()),
        ("", set()),
        ("?!… — «»", set()),
    ],
)
def test_queries(index: Index, query: str, pages: set[str]) -> None:
    assert set(found(index, query)) == pages


@pytest.mark.parametrize(
    "query",
    [
        "conteneur AND",
        "(conteneur",
        '"conteneur',
        "conteneur) (",
        "AND conteneur OR",
        "NOT (conteneur",
        "conteneur OR OR",
    ],
)
def test_a_damaged_query_is_searched_for_its_words(index: Index, query: str) -> None:
    assert set(found(index, query)) == {"p3", "p4"}


@given(st.text(max_size=60) | st.lists(st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "quai", "*"])).map(" ".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_raises(index: Index, query: str) -> None:
    assert len(index.search(query, 3)) <= 3


def test_endless_queries_are_bounded(index: Index) -> None:
    index.search("(" * 100_000, 5)
    index.search("NOT " * 100_000 + "quai", 5)
    index.search("quai " * 100_000, 5)
    index.search("a" * 100_000, 5)


def test_the_best_come_first(index: Index) -> None:
    assert found(index, "conteneur bananes")[0] == "p3"
    scores = [score for _, score in index.search("le conteneur du port", 10)]
    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_the_page_with_the_folio_asked_for_comes_first(index: Index) -> None:
    index.update([page("p6", "Voir D0002, D0002, D0002 et encore D0002.")])
    assert found(index, "D0002")[0] == "p2"


def test_equal_pages_come_in_the_order_of_their_ids(index: Index) -> None:
    index.update(page(f"same{number:02}", "une balise") for number in reversed(range(30)))
    assert found(index, "balise", 7) == [f"same{number:02}" for number in range(7)]
    assert found(index, "bali*", 7) == [f"same{number:02}" for number in range(7)]


def test_limits(index: Index) -> None:
    assert len(found(index, "conteneur", 1)) == 1
    assert found(index, "conteneur", 0) == []


def test_pages_are_added_replaced_and_removed(index: Index) -> None:
    index.update([page("p1", "Tout autre chose.")], removed=["p3", "never"])
    assert index.pages() == {"p1", "p2", "p4", "p5"}
    assert found(index, "vedette") == []
    assert found(index, "chose") == ["p1"]
    assert found(index, "bananes") == []


def test_updating_twice_is_updating_once(index: Index) -> None:
    before = index.search("conteneur OR quai", 10)
    for _ in range(2):
        index.update(page(id, text) for id, text in TEXTS.items())
    assert index.pages() == set(TEXTS)
    assert set(found(index, "conteneur OR quai")) == {id for id, _ in before}


def test_a_page_removed_and_given_again_is_there(index: Index) -> None:
    index.update([page("p3", TEXTS["p3"])], removed=["p3"])
    assert found(index, "bananes") == ["p3"]
