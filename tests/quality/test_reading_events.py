"""Floors for events on passages of our own (`events.yaml`): how many are found, how many of their slots are right."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from greffier.reading.read import load_readers
from greffier.records import Event, Found, Mention, Page, Piece, digest
from tests.quality.slots import score

READERS = load_readers()
RECALL = 0.9  # of the events told
PRECISION = 0.95  # of the slots found, those of events that nobody told among them


def read(passage: dict[str, Any]) -> tuple[str, list[Event], dict[str, str]]:
    text = passage["text"]
    sha = hashlib.sha256(text.encode()).hexdigest()
    page = Page(digest(sha), "source", 1, None, "born_digital", "A", None, text, sha, 595, 842)
    piece = Piece("piece", "source", passage["kind"], None, None, (page.id,))
    found: list[Found] = []
    for reader in READERS:
        found.extend(reader.read(piece, [page], tuple(found)))
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
