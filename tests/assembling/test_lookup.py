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
