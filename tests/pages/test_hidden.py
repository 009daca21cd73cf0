"""What a leaf says that it hides is believed only where it stands on the page."""

from __future__ import annotations

import pytest

from greffier.pages.hidden import hidden
from greffier.pages.settle import settle
from greffier.records import Concealed, Leaf, Source

SOURCE = Source("source", "box/file", "a" * 64, "application/pdf", 1)
BOX = (0.1, 0.1, 0.5, 0.2)


def passages(text: str, *told: Concealed):
    leaf = Leaf(1, text, 595, 842, hidden=told)
    return hidden(leaf, settle(leaf, SOURCE)[0])


def test_a_passage_cites_its_page():
    [passage] = passages("Le nom est Maud.", Concealed(11, 15, "blackened", BOX))
    assert (passage.span.exact, passage.span.prefix, passage.how, passage.box) == (
        "Maud", "Le nom est ", "blackened", BOX,
    )  # fmt: skip


def test_it_moves_with_the_text_that_was_cleaned():
    [passage] = passages("Le\x00 nom\x07 est Maud.", Concealed(13, 17, "tiny", None))
    assert (passage.span.start, passage.span.exact) == (11, "Maud")


@pytest.mark.parametrize("range_", [(-1, 3), (3, 3), (5, 2), (0, 99)])
def test_a_range_that_cannot_be_is_dropped(range_):
    assert passages("Le nom.", Concealed(*range_, "tiny", None)) == []
