"""Floors for identifiers on lines made from a seed, each kind by itself; `identifier_lines.py` says how."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from greffier.reading.identifiers import find_identifiers
from tests.quality.identifier_lines import Line, lines

LINES = 4000
PRECISION, RECALL = 0.995, 0.95


def score(seed: int, grade: str) -> tuple[dict[str, Counter[str]], list[str]]:
    """Told, found and right by kind: right words and right value; and what went wrong."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    remarks: list[str] = []
    for language, line in lines(seed, LINES, grade):
        wanted = {(line.kind, line.start, line.end, line.value)} if line.kind else set()
        found = {
            (one.kind, one.start, one.end, one.normalised) for one in find_identifiers(line.text, language == "en")
        }
        for kind, count in (("told", wanted), ("found", found), ("right", wanted & found)):
            for one in count:
                counts[one[0]][kind] += 1
        if wanted != found:
            remarks.append(f"{language} {line.text!r}: {_short(line)} but {sorted(one[1:] + one[:1] for one in found)}")
    return counts, remarks


def _short(line: Line) -> str:
    return f"{line.kind} {line.value}" if line.kind else "nothing"


@pytest.mark.parametrize("grade", ["A", "B", "C"])
def test_identifiers_by_kind(grade: str, capsys: pytest.CaptureFixture[str]) -> None:
    counts, remarks = score(20260101, grade)
    with capsys.disabled():
        for kind, count in sorted(counts.items()):
            precision, recall = count["right"] / max(1, count["found"]), count["right"] / max(1, count["told"])
            print(f"\nidentifiers {grade} {kind:10} told {count['told']:4} P {precision:.3f} R {recall:.3f}", end="")
    for kind, count in counts.items():
        assert count["right"] >= PRECISION * count["found"], (kind, remarks[:40])
        assert count["right"] >= RECALL * count["told"], (kind, remarks[:40])
