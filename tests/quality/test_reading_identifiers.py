"""Floors for identifiers on lines made from a seed, each kind by itself; `identifier_lines.py` says how."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from greffier.reading.identifiers import Identifiers, find_identifiers
from greffier.records import Page, Piece
from tests.quality.identifier_lines import Line, lines
from tests.quality.told import Told, plain
from tests.quality.told import found as told_by

LINES = 4000
PRECISION, RECALL = 0.995, 0.95
PASSAGES = {
    "identifiers": (0.99, 0.98),
    "identifiers_held_out": (0.94, 0.83),
}  # precision and recall of words and value
_MARK = re.compile(r"\{([^|{}]+)\|([a-z]+) ([^{}]+)\}")


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


def passages(part: str) -> Iterator[tuple[str, str, set[Told]]]:
    """Language, text without its marks, and what they say."""
    text = re.sub(r"(?m)^#.*\n", "", (Path(__file__).parent / f"{part}.txt").read_text(encoding="utf-8"))
    for block in text.strip().split("\n\n"):
        language, _, body = block.strip().partition("\n")
        out, last, told = "", 0, set()
        for match in _MARK.finditer(body):
            out += body[last : match.start()]
            told.add(Told(len(out), len(out) + len(match[1]), match[2], (plain(match[3]),)))
            out, last = out + match[1], match.end()
        yield language, out + body[last:], told


@pytest.mark.parametrize("part", PASSAGES)
def test_identifiers_of_passages(part: str) -> None:
    right = told = found = 0
    remarks: list[str] = []
    for language, text, wanted in passages(part):
        page = Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)
        piece = Piece("piece", "source", "report", None, None, ("page",))
        here = {told_by(mention) for mention in Identifiers().read(piece, [page], [])}
        right, told, found = right + len(wanted & here), told + len(wanted), found + len(here)
        if part.endswith("held_out"):
            continue  # its errors are not shown, so that no rule is written from them
        remarks += [f"missed {text[one.start : one.end]!r} {one}" for one in sorted(wanted - here)]
        remarks += [f"found {text[one.start : one.end]!r} {one}" for one in sorted(here - wanted)]
    print(f"{part}: P {right / found:.3f} R {right / told:.3f} of {told}")
    assert (right / found >= PASSAGES[part][0], right / told >= PASSAGES[part][1]) == (True, True), remarks
