"""Floors for quotes with their speakers on passages of our own (`quotes.yaml`, a second and a third set)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from greffier.reading.read import load_readers
from greffier.records import Quote
from tests.one_page import found_on

READERS = [one for one in load_readers() if one.name in ("identifiers", "names", "aliases", "quotes")]
FLOORS = {"quotes": 0.97, "quotes_second": 0.95, "quotes_third": 0.98}
_MARKS = " \n\u00a0\u202f«»“”‹›\"'’–—-,.;:!?…"


def read(passage: dict[str, Any]) -> list[Quote]:
    text = passage["text"]
    found = found_on(text, READERS, passage["kind"])
    return [one for one in found if isinstance(one, Quote)]


def told(text: str, words: str) -> tuple[int, int]:
    """Where the words of an expected quote stand; the YAML may fold their line breaks."""
    start = text.index(words) if words in text else text.index(words.split("\n")[0])
    return start, start + len(words)


def alike(quote: Quote, span: tuple[int, int], text: str) -> bool:
    """Whether both are the same words, but for the marks at their ends."""
    return text[quote.span.start : quote.span.end].strip(_MARKS) == text[slice(*span)].strip(_MARKS)


def says(quote: Quote, who: str) -> bool:
    """Names are alike when one has all words of the other; nobody is nobody."""
    ours, theirs = set((quote.speaker_name or "").casefold().split()), set(who.casefold().split())
    return ours == theirs or bool(ours and theirs and (ours <= theirs or theirs <= ours))


def is_within(quote: Quote, words: str | None, quotes: list[Quote], text: str) -> bool:
    """Whether a quote says that it is told in the one of these words, where it should be in one."""
    outer = next((one for one in quotes if one.id == quote.within), None)
    return words is None or (outer is not None and alike(outer, told(text, words), text))


def score(passages: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Counts of quotes told, found and right (words and speaker); an `optional` one may be found or not."""
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for passage in passages:
        text, quotes = passage["text"], read(passage)
        left = list(quotes)
        for one in passage["quotes"]:
            span = told(text, one["words"].replace("\n    ", "\n"))
            here = [quote for quote in left if alike(quote, span, text)]
            best = max(here, key=lambda quote: says(quote, one["who"]), default=None)
            if best is None:
                counts["told"] += not one.get("optional")
                remarks += [] if one.get("optional") else [f"missed: {one['words']}"]
                continue
            left.remove(best)
            right = says(best, one["who"]) and best.kind == one["how"] and is_within(best, one.get("in"), quotes, text)
            counts.update(told=1, found=1, right=int(right))
            if not right:
                remarks.append(f"wrong {best.kind} {best.speaker_name}: {one['words']}")
        counts["found"] += len(left)
        remarks += [f"nobody said {one.speaker_name}: {one.span.exact}" for one in left]
    return counts, remarks


def f1(counts: Counter[str]) -> float:
    return 2 * counts["right"] / (counts["told"] + counts["found"])


@pytest.mark.parametrize("part", FLOORS)
def test_quotes_are_found_with_their_speaker(part: str) -> None:
    passages = yaml.safe_load((Path(__file__).parent / f"{part}.yaml").read_text(encoding="utf-8"))
    counts, remarks = score(passages)
    print(f"{part} with speaker: F1 {f1(counts):.3f} over {counts['told']}")
    assert f1(counts) >= FLOORS[part], (f1(counts), remarks)
