from typing import Any

import pytest

from greffier.asking.query import parse
from greffier.asking.retrieve import search


def test_words_are_lit_over_inflections_and_accents(depot: Any) -> None:
    hit = next(hit for hit in search("entrepot pesées", depot, depot, 5) if hit.folio == "D0012")
    assert [span.exact for span in hit.spans] == ["pesée"]


def test_phrase_is_lit_as_a_whole_and_over_line_ends(case: Any) -> None:
    case.write("D0001", "Il prend le camion\nblanc. Un autre camion est gris.")
    (hit,) = search('"camion blanc"', case, case, 5)
    assert [span.exact for span in hit.spans] == ["camion\nblanc"]


def test_beginning_of_a_word(case: Any) -> None:
    case.write("D0001", "Conteneur, contenance, contour.")
    (hit,) = search("conten*", case, case, 5)
    assert [span.exact for span in hit.spans] == ["Conteneur", "contenance"]


def test_folio_comes_first(depot: Any) -> None:
    hits = search("d0013", depot, depot, 5)
    assert hits[0].folio == "D0013"
    assert hits[0].citation == "[@D0013]"


def test_spans_stand_and_snippet_holds_one(depot: Any) -> None:
    for hit in search("ballots saisis", depot, depot, 5):
        text = depot.page(hit.page).text
        assert all(text[span.start : span.end] == span.exact for span in hit.spans)
        assert hit.spans[0].exact in hit.snippet


def test_snippet_of_a_long_sentence_is_short(case: Any) -> None:
    case.write("D0001", "mot " * 400 + "aiguille " + "mot " * 400)
    (hit,) = search("aiguille", case, case, 5)
    assert "aiguille" in hit.snippet
    assert len(hit.snippet) < 300


def test_denied_words_are_not_lit() -> None:
    assert [term.words for term in parse("camion -blanc NOT gris").terms] == [("camion",)]


@pytest.mark.parametrize("query", ["", '"', "(((", "AND OR", "a:b*~2", "\x00", "[@D", "-", "+"])
def test_damaged_queries_never_raise(query: str, depot: Any) -> None:
    search(query, depot, depot, 5)


def test_limit(depot: Any) -> None:
    assert len(search("le", depot, depot, 2)) <= 2
