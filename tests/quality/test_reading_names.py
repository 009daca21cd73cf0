"""Floors for names of people on passages of our own (`people.txt`): strict F1, every offset counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from greffier.reading.names import Names
from greffier.records import Mention
from tests.one_page import found_on

_MARK = re.compile(r"⟦([^⟧]*)⟧")


def passages(section: str) -> list[str]:
    text = (Path(__file__).parent / "people.txt").read_text(encoding="utf-8")
    return text.split(f"== {section}\n")[1].split("\n==")[0].strip("\n").split("\n---\n")


def marked(passage: str) -> tuple[str, set[tuple[int, int]]]:
    """The text without its marks, and where the people stand in it."""
    text, at = "", 0
    spans = set()
    for mark in _MARK.finditer(passage):
        text += passage[at : mark.start()]
        spans.add((len(text), len(text) + len(mark[1])))
        text += mark[1]
        at = mark.end()
    return text + passage[at:], spans


def people(text: str) -> set[tuple[int, int]]:
    found = found_on(text, [Names()])
    return {(one.span.start, one.span.end) for one in found if isinstance(one, Mention) and one.kind == "person"}


@pytest.mark.parametrize(("section", "floor"), [("french", 0.95), ("english", 0.95), ("noisy", 0.85)])
def test_people_strict_f1(section: str, floor: float) -> None:
    right = found = told = 0
    for passage in passages(section):
        text, gold = marked(passage)
        seen = people(text)
        right, found, told = right + len(gold & seen), found + len(seen), told + len(gold)
    assert 2 * right / (found + told) >= floor
