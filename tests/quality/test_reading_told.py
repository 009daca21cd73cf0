"""Floors for the slots of events, sentence by sentence: `told.txt`, and `told_held_out.txt`, a second set."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from greffier.records import Event
from tests.quality.slots import score
from tests.quality.test_reading_events import read

FLOORS = {"told": (0.98, 0.95), "told_held_out": (0.97, 0.9)}  # precision of slots, recall of slots
_SLOT = re.compile(r"(\w+)=(.*?)(?= \w+=| not\b|$)")


def passages(part: str) -> list[dict[str, Any]]:
    text = (Path(__file__).parent / f"{part}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n\s*\n", re.sub(r"(?m)^#.*\n", "", text).strip())
    return [passage(block.splitlines()) for block in blocks]


def passage(lines: list[str]) -> dict[str, Any]:
    return {"kind": "report", "text": lines[0], "events": [event(line, lines[0]) for line in lines[1:]]}


def event(line: str, sentence: str) -> dict[str, Any]:
    words = line.removeprefix("optional ")
    slots = dict(_SLOT.findall(words))
    known = {key: slots.pop(key) for key in ("place", "time", "by") if key in slots}
    told: dict[str, Any] = {"in": sentence, "type": words.split()[0], "optional": line.startswith("optional ")}
    told |= {"modality": slots.pop("is", "fact"), "negative": bool(re.search(r" not\b", words))}
    told |= {"amounts": slots.pop("amount", "").split("|") if "amount" in slots else []}
    return told | known | {"roles": slots}


def named_only(event: Event) -> Event:
    """An event without what common nouns fill, which the second set, written before, does not tell."""
    return replace(event, roles=tuple(role for role in event.roles if role.mention))


@pytest.mark.parametrize("part", FLOORS)
def test_slots_of_sentences(part: str) -> None:
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for one in passages(part):
        text, events, words = read(one)
        events = events if part == "told" else list(map(named_only, events))
        here, wrong = score(text, one["events"], events, words)
        counts.update(here)
        remarks += wrong
    precision = counts["slots right"] / counts["slots found"]
    recall = counts["slots right"] / counts["slots told"]
    print(f"{part}: slots P {precision:.3f} R {recall:.3f}, events {counts['matched']} of {counts['told']}")
    assert (precision >= FLOORS[part][0], recall >= FLOORS[part][1]) == (True, True), remarks
