"""The annotated pages are as their guide says: marks balanced, values well formed, words on the page, halves alike."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest

from tests.quality.annotated import Annotated, annotated, unmarked

HALVES = {half: tuple(annotated(half)) for half in ("seen", "held_out")}
PAGES = [page for pages in HALVES.values() for page in pages]
MOMENT = r"(\d{4}-\d\d-\d\d)(T[0-2]\d:[0-5]\d)?"
VALUES = {
    "person": "(nickname)?",
    "organisation": "",
    "place": "",
    "role": "",
    "date": rf"({MOMENT}|-) ({MOMENT}|-)( ~)?",
    "quantity": r"\d+(\.\d+)? (\d+(\.\d+)?|Infinity) (kg|m|m2|l|s|%|count|km/h|[A-Z]{3})( ~)?",
    "phone": r"\+\d{7,15}|[+\d().\-]*[OoIl][\dOoIl().\-]*",  # a spoilt one as it stands
    "plate": "[A-Z0-9][A-Z0-9l -]+[A-Z0-9]",
    "iban": r"[A-Z]{2}\d\d[A-Z0-9]{11,30}",
    "container": r"[A-Z]{4}\d{7}",
    "seal": r"\S.*",
    "email": r"[^\sA-Z@]+@[^\sA-Z@]+",
    "handle": r"\S+",
    "reference": r"\S.*",
    "account": r"[A-Z0-9][\w /.-]+",
    "law": r"\S.*",
}
EVENT_KEYS = {"type", "in", "roles", "amounts", "place", "time", "by", "polarity", "modality", "optional"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_what_the_guide_says(page: Annotated) -> None:
    wrong = [mark for mark in page.marks if not re.fullmatch(VALUES[mark.kind], mark.value)]
    wrong += [mark for mark in page.marks if mark.kind == "date" and not _in_order(mark.value)]
    wrong += [mark for mark in page.marks if mark.kind == "quantity" and not _rises(mark.value)]
    wrong += [mark for mark in page.marks if mark.kind == "iban" and not _iban(mark.value)]
    wrong += [
        mark for mark in page.marks if page.text[mark.start : mark.end] != page.text[mark.start : mark.end].strip()
    ]
    assert wrong == []
    assert all(two.end <= one.end or one.end <= two.start for one, two in combinations(page.marks, 2))
    assert not re.search(r"[⟦⟧]", page.text)
    assert 70 <= len(page.text.split()) <= 600


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_is_noted_stands_on_the_page(page: Annotated) -> None:
    notes = page.notes
    assert set(notes) <= {"aliases", "acronyms", "changed", "quotes", "events"}
    words = [name for pair in [*notes.get("aliases", ()), *notes.get("acronyms", ())] for name in pair]
    words += notes.get("changed", ())
    for quote in notes.get("quotes", ()):
        assert quote["kind"] in ("direct", "indirect", "turn")
        words += [quote["words"], quote["speaker"] or ""]
    for event in notes.get("events", ()):
        assert set(event) <= EVENT_KEYS
        assert {"type", "in", "polarity", "modality"} <= set(event)
        assert event["polarity"] in ("positive", "negative")
        assert event["modality"] in ("fact", "alleged", "planned", "hypothetical")
        words += [event["in"], event.get("place", ""), event.get("by", ""), *event.get("amounts", ())]
        words += [
            name for told in event.get("roles", {}).values() for name in ([told] if isinstance(told, str) else told)
        ]
    assert [one for one in words if one not in page.text] == []


def test_the_halves_are_alike() -> None:
    for key in ("language", "grade"):
        seen, held = (Counter(page.head[key] for page in HALVES[half]) for half in ("seen", "held_out"))
        for value in held:
            assert abs(seen[value] / seen.total() - held[value] / held.total()) <= 0.1, (key, seen, held)
    numbers = [page.name.split("-")[0] for page in PAGES]
    assert len(numbers) == len(set(numbers))


def test_a_mark_that_is_not_balanced_is_told() -> None:
    assert (
        unmarked("Le ⟦date 2023-03-06 2023-03-06|6 mars⟧, ⟦organisation|SARL ⟦person|X⟧⟧.")[0] == "Le 6 mars, SARL X."
    )
    for body in ("⟦person|Paul", "Paul⟧"):
        with pytest.raises(ValueError, match="a mark is"):
            unmarked(body)


def _trimmed(words: str) -> bool:
    return words == words.strip() != ""


def _in_order(value: str) -> bool:
    low, high = value.removesuffix(" ~").split()
    days = [date.fromisoformat(moment[:10]) for moment in (low, high) if moment != "-"]
    return bool(days) and days == sorted(days) and ("-" in (low, high) or len(low) != len(high) or low <= high)


def _rises(value: str) -> bool:
    low, high = value.split()[:2]
    return Decimal(low) <= Decimal(high)


def _iban(value: str) -> bool:
    return int("".join(str(int(sign, 36)) for sign in value[4:] + value[:4])) % 97 == 1
