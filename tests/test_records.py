"""Records hold what they are given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.records import Layout, Word

SIDES = st.tuples(st.floats(0, 1), st.floats(0, 1)).filter(lambda pair: pair[0] < pair[1])


@given(SIDES, SIDES, st.integers(0, 500_000), st.integers(1, 2_000), st.integers(0, 100))
def test_a_packed_word_keeps_its_place_to_a_hair_and_never_shrinks(across, down, start, length, confidence):
    word = Word(start, start + length, across[0], down[0], across[1], down[1], confidence)
    (kept,) = Layout.of("page", [word]).words
    assert (kept.start, kept.end, kept.confidence) == (start, start + length, confidence)
    assert kept.x0 <= word.x0 < word.x1 <= kept.x1
    assert kept.y0 <= word.y0 < word.y1 <= kept.y1
    assert max(abs(one - other) for one, other in zip(kept[2:6], word[2:6], strict=True)) < 2 / 65_535
    assert Layout.of("page", [kept]).words == (kept,)


@pytest.mark.parametrize("packed", ["AAAA", "not base64", "é"])
def test_a_damaged_layout_says_so(packed):
    with pytest.raises(ValueError):
        _ = Layout("page", packed).words
