"""What must not change what was found: decisions that are undone, the order in which files come, copies of them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import greffier
from greffier.errors import WrongUsage
from tests.conftest import QUAY

NAMES = ("Bastien KERLEVEN", "Odile MARCHEVAL", "Yann TREBEURDEN", "Luc ANDRIEU", "Odile MARCHEVALLE", "B. KERLEVIN")
_SLOW = settings(
    max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def exported(case: greffier.Case, out: Path) -> dict[str, bytes]:
    """Every file of the export but the custody log, which tells what was done and when."""
    return {path.name: path.read_bytes() for path in case.export(out) if path.stem != "acts"}


@_SLOW
@given(pairs=st.lists(st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True), min_size=1, max_size=3))
def test_merging_and_undoing_leaves_no_trace(quay: greffier.Case, tmp_path: Path, pairs: list[list[str]]) -> None:
    before = exported(quay, tmp_path / "before")
    made = []
    for left, right in pairs:
        with suppress(WrongUsage):  # they are one by now, or a page keeps them apart
            made.append(quay.merge(left, right))
    assert not made or exported(quay, tmp_path / "merged") != before
    for decision in reversed(made):
        quay.undo(decision.id)
    assert exported(quay, tmp_path / "after") == before


@_SLOW
@given(order=st.permutations(sorted(QUAY)))
def test_the_order_of_intake_does_not_matter(quay: greffier.Case, tmp_path: Path, order: list[str]) -> None:
    with greffier.open_case(tmp_path / "-".join(order), create=True, runner="serial") as case:
        for name in order:
            case.add(tmp_path / name)
        assert exported(case, tmp_path / "one by one") == exported(quay, tmp_path / "at once")


def test_a_copy_of_a_document_changes_no_balance(quay: greffier.Case, tmp_path: Path) -> None:
    before = exported(quay, tmp_path / "before")
    (tmp_path / "copies").mkdir()
    for name, text in QUAY.items():
        (tmp_path / "copies" / f"copy of {name}").write_text(text, encoding="utf-8")
        (tmp_path / "copies" / f"laid out {name}").write_text(text.replace("\n", "\n\n"), encoding="utf-8")
    quay.add(tmp_path / "copies")
    after = exported(quay, tmp_path / "after")
    assert after["sources.jsonl"] != before["sources.jsonl"]

    def held(files: dict[str, bytes]) -> set[tuple[str, ...]]:
        rows = map(json.loads, files["balances.jsonl"].splitlines())
        return {
            tuple(str(row[name]) for name in ("good", "holder", "unit", "in", "out", "unaccounted")) for row in rows
        }

    assert held(after) == held(before)
