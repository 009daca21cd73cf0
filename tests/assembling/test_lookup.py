from __future__ import annotations

from collections.abc import Callable

from greffier.assembling.lookup import look
from greffier.citing import span
from greffier.records import Dossier

Case = Callable[..., Dossier]

TEXT = "Un train part. ----- Il revient à 8 h.\n\nM. Morval attend."


def test_the_sentence_of_a_span(case: Case) -> None:
    known = look(case({"text": TEXT}))
    (page,) = known.pages.values()

    def sentence(words: str) -> str:
        at = page.text.index(words)
        start, end = known.sentence(span(page, at, at + len(words)))
        return page.text[start:end]

    assert sentence("Un train") == "Un train part."
    assert sentence("revient") == "Il revient à 8 h."
    assert sentence("Morval") == "M. Morval attend."
    assert sentence("part. ----- Il") == "Un train part. ----- Il"
    assert sentence("\n\n") == "\n\n"


def test_a_row_of_a_long_table_is_told_alone(case: Case) -> None:
    rows = "\n".join(f"{number} | OUT | quai {number} | 12 s" for number in range(40))
    known = look(case({"text": f"{TEXT}\n\n{rows}"}))
    (page,) = known.pages.values()
    at = page.text.index("quai 17")
    assert known.telling(span(page, at, at + 7)) == "17 | OUT | quai 17 | 12 s"
    assert known.telling(span(page, 3, 8)) == "Un train part."
    assert known.telling(span(page, 10, 12)) == "Un train part."


def test_a_line_drawn_across_the_page_is_not_told(case: Case) -> None:
    known = look(case({"text": "JEUDI 4 MAI - OP BOULANGE\n-----------------\n08.25 en place."}))
    (page,) = known.pages.values()
    assert known.telling(span(page, 0, 5)) == "JEUDI 4 MAI - OP BOULANGE 08.25 en place."
