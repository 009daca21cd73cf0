"""Words that nobody is said to have used, and words that are not those of the person named beside them."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Quote
from tests.one_page import found_on

READERS = [reader for reader in load_readers() if reader.name in ("identifiers", "names", "aliases", "quotes")]


def said(text: str) -> list[tuple[str, str | None]]:
    return [(one.span.exact, one.speaker_name) for one in found_on(text, READERS) if isinstance(one, Quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Marc Vidal n'a jamais déclaré : « Je vais te tuer ».",
        "Marc Vidal dément avoir dit : « Je vais te tuer ».",
        "Il est faux de dire que Marc Vidal a déclaré : « Je vais te tuer ».",
        "Marc Vidal a-t-il dit « Je vais te tuer » ?",
        'Derek Finch did not say "I will kill you".',
        'Derek Finch denied saying "I will kill you".',
        'Nobody heard Derek Finch say "I will kill you".',
        'Did Derek Finch say "I will kill you"?',
    ],
)
def test_words_denied_or_asked_after_are_no_quote(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'Derek Finch was told: "You will pay."',
        "Marc Vidal s'est vu répondre : « Vous paierez 300 euros ».",
        "Marc Vidal a reçu un SMS : « Tu paieras 300 euros ».",
        "Un homme se faisant passer pour Marc Vidal a déclaré : « Je paierai ».",
        "La compagne de Marc Vidal explique : « Il est parti ».",
        "« Il est parti », raconte un ami de Marc Vidal.",
        'Derek Finch\'s brother said: "He left."',
        '"He left," said a friend of Derek Finch.',
    ],
)
def test_words_put_to_somebody_or_said_by_his_kin_are_not_his(text: str) -> None:
    assert [speaker for _, speaker in said(text)] == [None]
