"""An engine that misbehaves costs its page and nothing else: the sandbox ends it, settling refuses what it says."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.pages.settle import settle
from greffier.records import Leaf, Source, Word
from greffier.running.isolated import Isolated
from greffier.text import clean

HERE = str(Path(__file__).parent)
SOURCE = Source("source", "box/page.png", "a" * 64, "image/png", 1)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scan") / "page.png"
    image = Image.new("L", (400, 600), 255)
    ImageDraw.Draw(image).rectangle((40, 40, 360, 200), fill=0)
    image.save(path)
    return path


def leaves(page: Path, engine: str, limits: Limits | None = None) -> list[Leaf]:
    arguments = {
        "media_type": "image/png",
        "numbers": [1],
        "engine": f"engines_that_misbehave:{engine}",
        "languages": "fra",
    }
    sandbox = Isolated(imported_too=(HERE,))
    told = sandbox.run("engines_that_misbehave:with_engine", page, arguments, limits or Limits(seconds=20))
    return [leaf for leaf in told if isinstance(leaf, Leaf)]


@pytest.mark.parametrize("engine", ["Crashes", "Raises"])
def test_an_engine_that_falls_over_is_a_broken_page(page, engine):
    with pytest.raises(SourceBroken):
        leaves(page, engine)


def test_an_engine_that_hangs_is_ended(page):
    began = time.monotonic()
    with pytest.raises((SourceBroken, SourceRefused)):
        leaves(page, "Hangs", Limits(seconds=3))
    assert time.monotonic() - began < 30


def test_an_engine_that_takes_all_memory_is_ended(page):
    with pytest.raises((SourceBroken, SourceRefused)):
        leaves(page, "Devours", Limits(seconds=30, memory_mb=700))


def test_what_an_engine_made_up_about_its_words_is_dropped(page):
    (leaf,) = leaves(page, "Lies")
    settled, layout = settle(leaf, SOURCE)
    expected = (Word(0, 3, 0.1, 0.1, 0.2, 0.2, 95), Word(8, 12, 0.0, 0.1, 1.0, 0.2, 100))
    assert [tuple(word) for word in layout.words] == [pytest.approx(tuple(word), abs=1e-4) for word in expected]
    assert [settled.text[word.start : word.end] for word in layout.words] == ["one", "four"]


def test_what_an_engine_babbles_is_cleaned(page):
    (leaf,) = leaves(page, "Babbles")
    settled, layout = settle(leaf, SOURCE)
    assert settled.text == clean(settled.text) == "[2J\né"
    assert all(word.end <= len(settled.text) for word in layout.words)
