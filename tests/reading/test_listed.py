"""Lists are sought by the first words of their phrases, and find what their pattern alone would."""

from __future__ import annotations

import re

import pytest

from greffier.reading.listed import Listed, holds_any, words_of
from greffier.reading.vocabulary import any_of, level

PHRASES = ["port", "port franc", "l'ancien quai", "grn-3", "as told by", "d'après"]
PATTERN = rf"(?<![\w-])(?:{any_of(PHRASES)})(?![\w-])"
PAGE = level("Au port  franc ; l’ancien quai, un aéroport, avant-port. GRN-3 as\ntold by Ana, d'après le PORT.")


def test_they_find_what_the_pattern_finds() -> None:
    told = [one.group() for one in Listed(PATTERN, PHRASES).finditer(PAGE)]
    assert told == [one.group() for one in re.finditer(PATTERN, PAGE)]
    assert told == ["port  franc", "l'ancien quai", "grn-3", "as\ntold by", "d'apres", "port"]


@pytest.mark.parametrize("start", range(0, len(PAGE), 3))
def test_in_a_stretch_too(start: int) -> None:
    listed, pattern = Listed(PATTERN, PHRASES), re.compile(PATTERN)
    for end in range(start, len(PAGE), 5):
        told, alone = listed.search(PAGE, start, end), pattern.search(PAGE, start, end)
        assert (told and told.span()) == (alone and alone.span())


def test_a_phrase_that_begins_with_a_sign_is_refused() -> None:
    with pytest.raises(ValueError, match="£"):
        Listed("£|pound", ["£", "pound"])


def test_the_words_of_a_page_and_where_they_stand() -> None:
    assert words_of("la clef, la cave") == {"la": (0, 9), "clef": (3,), "cave": (12,)}
    assert holds_any("la clef, la cave", ("grenier", "cave"))
    assert not holds_any("la clef, la cave", ("clefs",))
