"""Helpers to clip a text as the only page of a file, and to look at what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest

from greffier.clipping.clip import clip
from greffier.records import Clipping, Markup, Page
from greffier.text import clean, language


def page(text: str, number: int = 1) -> Page:
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Page(f"page{number}", "source", number, None, "born_digital", "A", language(text), text, sha256, 0, 0)


class Read:
    """A clipping with its text, for short tests."""

    def __init__(self, clipping: Clipping, text: str) -> None:
        self.clipping = clipping
        self.text = text

    def value(self, name: str) -> Any:
        return self.clipping.field(name).value

    def status(self, name: str) -> str:
        return self.clipping.field(name).status

    def lines(self, label: str) -> list[str]:
        return [self.text[told.start : told.end] for told in self.clipping.labels if told.label == label]

    def covered(self) -> None:
        """Labels are in order, never overlap, and cover every character that is not a blank."""
        position = 0
        for told in self.clipping.labels:
            assert position <= told.start < told.end <= len(self.text)
            assert not self.text[position : told.start].strip()
            assert self.text[told.start : told.end] == self.text[told.start : told.end].strip()
            position = told.end
        assert not self.text[position:].strip()


@pytest.fixture
def read() -> Callable[..., Read]:
    def clipped(text: str, markup: Markup | None = None, captured: str | None = None) -> Read:
        frozen = clean(text)
        told = Read(clip([page(frozen)], "piece", markup, captured), frozen)
        told.covered()
        for field in told.clipping.fields:
            for span in field.spans:
                assert frozen[span.start : span.end] == span.exact
        return told

    return clipped
