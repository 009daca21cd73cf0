"""The line under failures: what may succeed another time is told, stays unfinished, and is done at the next add."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from greffier import line, steps
from greffier.auditing.log import chain
from greffier.contracts import Work
from greffier.records import Failure, Layout, Page, Piece, Progress, Sheet, Source
from greffier.settings import Settings
from greffier.storing.memory import MemoryRecords
from greffier.work import Step, Tools, Unit

AT = "2026-01-01T00:00:00Z"
SETTINGS = Settings()
TOOLS: Any = Tools(SETTINGS, None, None)  # type: ignore[arg-type]  # nothing here opens a file
OPEN, _, RECOGNISE, DIVIDE, READ, _ = steps.PIPELINE
SOURCE = Source("s1", "a.pdf", "sha", "application/pdf", 10)


class Told:
    """A Runner that answers for the workers: one result for each label, in the order of the units."""

    def __init__(self, answer: Callable[[Unit], Any]) -> None:
        self.answer = answer
        self.seen: list[str] = []

    def run(self, function: Any, items: Iterable[Any], in_flight: int, beat: Any = None) -> Iterator[tuple[Any, Any]]:
        for unit in items:
            self.seen.append(unit.label)
            yield unit, self.answer(unit)


def killed(unit: Unit) -> Failure:
    return Failure("f", "step", "s", "retry", "The process that worked on it was killed.")


def page(number: int) -> Page:
    return Page(f"p{number}", "s1", number, None, "ocr", "A", "fr", "Texte.", "sha", 0.0, 0.0)


@pytest.fixture
def records() -> MemoryRecords:
    made = MemoryRecords("", chain)
    made.finish(Work("receive", 1, "s1", ""), [SOURCE], by="x", at=AT)
    return made


def do(step: Step, records: MemoryRecords, answer: Callable[[Unit], Any]) -> list[str]:
    """Run a step; return the units that were pending."""
    runner = Told(answer)
    told: list[Progress] = []
    line.run(step, records, runner, TOOLS, told.append, 2)
    return runner.seen


def opened(unit: Unit) -> list[list[Any]]:
    return [[replace(unit.item, status="read", reason=None, pages=1), page(1), Layout("p1")]]


def recognised(unit: Unit) -> list[list[Any]]:
    return [[page(sheet.number)] for sheet in unit.item[1]]


def test_a_file_whose_worker_died_is_told_as_broken_and_opened_again(records: MemoryRecords) -> None:
    assert do(OPEN, records, killed) == ["a.pdf"]
    failed = records.get(Source, "s1")
    assert (failed.status, failed.reason) == ("broken", "The process that worked on it was killed.")
    assert [failure.kind for failure in records.all(Failure)] == ["retry"]

    assert do(OPEN, records, opened) == ["a.pdf"]
    assert records.get(Source, "s1").status == "read"
    assert list(records.all(Failure)) == []
    assert do(OPEN, records, opened) == []


def test_a_file_that_is_broken_for_good_is_not_opened_again(records: MemoryRecords) -> None:
    do(OPEN, records, lambda unit: Failure("f", "open", "s", "broken", "It is damaged."))
    assert do(OPEN, records, opened) == []
    assert [failure.kind for failure in records.all(Failure)] == ["broken"]


def test_sheets_whose_worker_died_wait_for_the_next_add_and_hold_up_nothing(records: MemoryRecords) -> None:
    sheets = [Sheet(f"sheet{number}", "s1", number) for number in range(1, 7)]
    read = replace(SOURCE, status="read", pages=6)
    records.finish(Work("open", 1, "s1", ""), [read, *sheets], by="x", at=AT)
    first, second = do(RECOGNISE, records, lambda unit: killed(unit) if unit.page == 5 else recognised(unit))
    assert (first, second) == ("a.pdf p. 1", "a.pdf p. 5")
    assert [(failure.source, failure.page) for failure in records.all(Failure)] == [("a.pdf", 5)]
    assert line.sheets_waiting(records, SETTINGS) == 2

    pieces: list[int] = []
    do(DIVIDE, records, lambda unit: pieces.append(len(unit.item[1])) or [[]])
    assert pieces == [4]
    assert do(RECOGNISE, records, recognised) == ["a.pdf p. 5"]
    assert line.sheets_waiting(records, SETTINGS) == 0
    assert list(records.all(Failure)) == []
    do(DIVIDE, records, lambda unit: pieces.append(len(unit.item[1])) or [[]])
    assert pieces == [4, 6]


def test_each_piece_that_failed_is_told_and_only_those_that_may_succeed_are_read_again(records: MemoryRecords) -> None:
    pieces = [Piece(f"piece{number}", "s1", "other", None, None, (f"p{number}",)) for number in (1, 2, 3)]
    records.finish(Work("open", 1, "s1", ""), [page(number) for number in (1, 2, 3)], by="x", at=AT)
    records.finish(Work("divide", 1, "s1", ""), pieces, by="x", at=AT)

    def answer(unit: Unit) -> Any:
        return [[]] if unit.page == 3 else replace(killed(unit), kind="retry" if unit.page == 1 else "broken")

    assert len(do(READ, records, answer)) == 3
    assert sorted((failure.page, failure.kind) for failure in records.all(Failure)) == [(1, "retry"), (2, "broken")]
    again = [READ.load(records, unit).page for unit in READ.pending(READ, records, SETTINGS)]
    assert again == [1]
    do(READ, records, lambda unit: [[]])
    assert [failure.page for failure in records.all(Failure)] == [2]
