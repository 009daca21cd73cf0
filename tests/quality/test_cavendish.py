"""The demonstration case from its files to its stories, against what was planted in it: floors that only rise.

Everything is asked through the case as its users do. What is planted stands in `greffier/cavendish/truth.json`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest

from greffier import demo
from greffier.case import Case, open_case
from greffier.records import Page
from greffier.text import key

PLANTED: dict[str, Any] = json.loads((files("greffier.cavendish") / "truth.json").read_text(encoding="utf-8"))
CONTRADICTIONS, RED_LINES, ANSWERS, VERDICTS = 4, 7, 13, 96  # found of those planted, at least
MOST_FINDINGS = 20

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("demo") / "cavendish"
    demo.build(folder)
    with open_case(folder) as opened:
        yield opened


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_mended_story_passes(case: Case, language: str) -> None:
    report = case.check(case.root / f"story.{language}.ready.md")
    assert [(claim.text, claim.reasons) for claim in report.blocking] == []


def test_planted_verdicts_are_given(case: Case) -> None:
    given = {
        (name, _bare(claim.text)): claim.verdict
        for name in sorted({row["file"] for row in PLANTED["stories"]})
        for claim in case.check(case.root / name).claims
    }
    right = sum(given.get((row["file"], _bare(row["sentence"]))) == row["verdict"] for row in PLANTED["stories"])
    print(f"\nverdicts on sentences: {right} of {len(PLANTED['stories'])}")
    assert right >= VERDICTS


def test_questions_are_answered_or_not_at_all(case: Case) -> None:
    right, invented = 0, []
    for row in PLANTED["questions"]:
        answer = case.ask(row["question"])
        words = key(" ".join(sentence.text for sentence in answer.sentences))
        if not row.get("answer_contains"):
            invented += [row["question"]] if answer.found else []
        right += bool(row.get("answer_contains")) == answer.found and key(row.get("answer_contains") or "") in words
    print(f"\nquestions: {right} of {len(PLANTED['questions'])}")
    assert right >= ANSWERS
    assert invented == []


def test_planted_faults_are_found_and_little_else(case: Case) -> None:
    places = {page.id: (_name(case.source(page.source).path), page.number) for page in case.all(Page)}
    found = [{places[citation.span.page] for citation in finding.citations} for finding in case.findings()]
    differing = sum(_is_found(found, row["a"], row["b"]) for row in PLANTED["contradictions"])
    crossed = sum(_is_found(found, *row["cited"][:2]) for row in PLANTED["red_lines"])
    print(f"\ncontradictions: {differing} of {len(PLANTED['contradictions'])}, red lines: {crossed} of "
          f"{len(PLANTED['red_lines'])}, findings in all: {len(found)}")  # fmt: skip
    assert differing >= CONTRADICTIONS
    assert crossed >= RED_LINES
    assert len(found) <= MOST_FINDINGS


def test_who_must_not_be_joined_is_not(case: Case) -> None:
    for row in PLANTED["never_merge"]:
        one, other = (_bearers(case, row[side]) for side in ("a", "b"))
        assert not one & other, row


def _bearers(case: Case, name: str) -> set[str]:
    words = set(key(name).split())
    return {
        entity.id for entity in case.people() if any(set(key(form.value).split()) == words for form in entity.names)
    }


def _is_found(found: list[set[tuple[str, int]]], *planted: dict[str, Any]) -> bool:
    """Whether one finding cites every page of these."""
    pages = {(_name(told["path"]), told["page"]) for told in planted}
    return any(pages <= cited for cited in found)


def _name(path: str) -> str:
    return path.rsplit("/", 1)[-1]


def _bare(sentence: str) -> str:
    return " ".join(re.sub(r"\[@[^\]]*\]", "", sentence).split())
