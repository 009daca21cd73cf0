"""What becomes of a unit of work has a name, a source and an id."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from greffier.records import Failure, Page, Source
from greffier.running.outcome import attempt, failure, name, source_of

SOURCE = Source("source-id", "a.pdf", "", "application/pdf", 1)
PAGE = Page("page-id", "its-source", 1, None, "ocr", "A", None, "", "", 0, 0)


def test_the_source_of_an_item():
    assert source_of(SOURCE) == "source-id"
    assert source_of(PAGE) == "its-source"
    assert source_of((PAGE, SOURCE)) == "its-source"
    assert source_of("a.pdf") == "a.pdf"
    assert source_of(Path("boxes/a.pdf")) == "boxes/a.pdf"
    assert source_of(7) == ""
    assert source_of(()) == ""


def test_the_name_of_a_step():
    assert name(attempt) == "attempt"
    assert name(partial(attempt, int)) == "attempt"
    assert name(str.upper) == "upper"


def test_attempts():
    assert attempt(int, "3") == 3
    failed = attempt(int, "three")
    assert isinstance(failed, Failure)
    assert (failed.kind, failed.step, failed.source) == ("broken", "int", "three")
    assert failed.reason.startswith("ValueError at outcome.py line")


def test_ids_tell_items_apart():
    assert failure(int, "a", "why").id != failure(int, "b", "why").id
    assert failure(int, "a", "why").id == failure(int, "a", "another").id
