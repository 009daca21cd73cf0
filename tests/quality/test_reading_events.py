"""Floors for events on passages of our own (`events.yaml`): how many are found, how many of their slots are right."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from greffier.reading.read import load_readers
from greffier.records import Event, Mention
from tests.one_page import found_on
from tests.quality.slots import score

READERS = load_readers()
RECALL = 0.9  # of the events told
PRECISION = 0.95  # of the slots found, those of events that nobody told among them


def read(passage: dict[str, Any]) -> tuple[str, list[Event], dict[str, str]]:
    text = passage["text"]
    found = found_on(text, READERS, passage["kind"])
    words = {one.id: one.span.exact for one in found if isinstance(one, Mention)}
    return text, [one for one in found if isinstance(one, Event)], words


def test_events_are_found_and_their_slots_right() -> None:
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for passage in yaml.safe_load((Path(__file__).parent / "events.yaml").read_text(encoding="utf-8")):
        text, events, words = read(passage)
        here, wrong = score(text, passage["events"], events, words)
        counts.update(here)
        remarks += wrong
    recall = counts["matched"] / counts["told"]
    precision = counts["slots right"] / counts["slots found"]
    assert (recall >= RECALL, precision >= PRECISION) == (True, True), (recall, precision, remarks)
