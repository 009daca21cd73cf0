"""A few pages of each way of making text are compared: more of many, of as many files as can be, never of one alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from greffier.pages.sample import sample
from greffier.pages.settle import settle
from greffier.records import Leaf, Page, Source

TEXT = "Page {n} : le témoin confirme que la caisse était fermée quand le camion est parti du hangar."


def pages(count: int, *, files: int = 1, made: str = "word", text: str = TEXT) -> list[Page]:
    sources = [Source(f"{made}{n}", f"{made}{n}.pdf", f"{n:064d}", "application/pdf", 1) for n in range(files)]
    leaves = [Leaf(n, text.format(n=n), 595, 842, made=made) for n in range(1, count + 1)]
    return [settle(leaf, sources[leaf.number % files])[0] for leaf in leaves]


@pytest.mark.parametrize(("count", "chosen"), [(0, 0), (1, 1), (2, 2), (3, 2), (7, 3), (100, 7), (3000, 12)])
def test_how_many(count, chosen):
    assert len(sample(pages(count), 1)) == chosen
    assert len(sample(pages(count), 2)) == min(count, 2 * chosen)


def test_each_way_has_its_own():
    assert {page.made for page in sample(pages(50) + pages(1, made="latex"), 1)} == {"word", "latex"}


def test_files_take_turns():
    assert len({page.source for page in sample(pages(90, files=30), 1)}) == 7


def test_it_does_not_depend_on_the_order():
    assert sample(pages(40), 1) == sample(reversed(pages(40)), 1)


@pytest.mark.parametrize(
    "text", ["{n}", "12 34 56 {n}", "Проверка груза проводилась на складе номер {n} в присутствии двух свидетелей."]
)
def test_what_the_engine_cannot_judge_is_not_chosen(text):
    assert sample(pages(5, text=text), 1) == []


def test_nor_a_page_that_no_text_layer_made():
    assert sample([replace(page, made="") for page in pages(5)], 1) == []
