"""The same digits are one line, whatever country was guessed for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from greffier.resolving.resolve import resolve

Sheets = Callable[..., Any]


@pytest.mark.parametrize(
    ("one", "other", "lines"),
    [
        (("0468/55.10.72", "+32468551072"), ("0468551072", "+33468551072"), 1),
        (("+32 468 55 10 72", "+32468551072"), ("+33 468 55 10 72", "+33468551072"), 2),
        (("0468/55.10.72", "+32468551072"), ("0468551073", "+33468551073"), 2),
    ],
)
def test_a_guessed_country_makes_no_second_line(
    sheet: Sheets, one: tuple[str, str], other: tuple[str, str], lines: int
) -> None:
    pages = [sheet(f"Ligne {written}.", piece=written) for written, _ in (one, other)]
    mentions = [
        page.say(written, "phone", value=value) for page, (written, value) in zip(pages, (one, other), strict=True)
    ]
    entities, _ = resolve(mentions, [], ())
    assert len(entities) == lines
