"""What is told at an hour: lines of logs and registers, with or without a number in front."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from greffier.assembling.entries import entries
from greffier.assembling.lookup import look
from greffier.records import Dossier


@pytest.mark.parametrize("before", ["", " 12  ", "3. ", "- ", "| "])
def test_a_line_that_begins_with_its_hour_goes_on_to_the_next(case: Callable[..., Dossier], before: str) -> None:
    text = (
        f"DIARY\n{before}{{date=2024-05-03T08:10|03/05 0810}}  Ivy LORNE fetched from her shop.\n"
        f"     She is told why.\n{before}{{date=2024-05-03T09:25|03/05 0925}}  Tea given.\n"
    )
    known = look(case({"text": text}))
    first, second = entries(known, known.ordered_pages()[0])
    assert first.said.startswith("ivy lorne fetched from her shop. she is told why.")
    assert second.said == "tea given."


def test_a_number_that_is_no_number_of_a_line_leads_nothing(case: Callable[..., Dossier]) -> None:
    known = look(case({"text": "Bay 12: the crate left on {date=2024-05-03T08:10|3 May at 8.10}; it was sealed."}))
    (only,) = entries(known, known.ordered_pages()[0])
    assert "the crate left" in only.said
