"""Floors for events on passages of our own (`events.yaml`): how many are found, how many of their slots are right."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from greffier.reading.read import load_readers
from greffier.records import Event, Found, Mention, Page, Piece, digest

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


def wanted_slots(one: dict[str, Any]) -> set[tuple[str, str]]:
    """The slots of an expected event, comparable; `A|B` stands for two fillers of one role."""
    slots = {(role, _key(part)) for role, name in one["roles"].items() for part in str(name).split("|")}
    slots |= {("amount", _key(words)) for words in one.get("amounts", ())}
    slots |= {(key, _key(str(one[key]))) for key in ("place", "by") if one.get(key)}
    slots.add(("claim", f"{one.get('modality', 'fact')} {one.get('negative', False)}"))
    return slots | ({("time", str(one["time"]))} if one.get("time") else set())


def found_slots(event: Event, words: dict[str, str]) -> set[tuple[str, str]]:
    slots = {(role.role, _key(role.span.exact if role.name.startswith("+") else role.name)) for role in event.roles}
    slots |= {("amount", _key(words[one])) for one in event.quantities}
    slots |= {("place", _key(words[event.place]))} if event.place else set()
    slots |= {("by", _key(words[event.attributed_to]))} if event.attributed_to else set()
    slots.add(("claim", f"{event.modality} {event.polarity == 'negative'}"))
    return slots | ({("time", event.time.edtf)} if event.time else set())


def _key(words: str) -> str:
    """Names in either order and case are alike; a surname alone stands for the person."""
    return " ".join(sorted(words.casefold().replace("’", "'").split()))


def right(slot: tuple[str, str], wanted: set[tuple[str, str]]) -> bool:
    return any(slot[0] == role and _alike(role, slot[1], value) for role, value in wanted)


def _alike(role: str, value: str, wanted: str) -> bool:
    """Names are alike when one has all words of the other; a day is right where a minute is told."""
    if role == "claim":
        return value == wanted
    if role == "time":
        return wanted == "*" or value.startswith(wanted) or (len(value) >= 10 and wanted.startswith(value))
    ours, theirs = set(value.split()), set(wanted.split())
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def score(passages: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    """Counts of events and slots told, found and right; an `optional` event may be found or not, but not wrong."""
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for passage in passages:
        text, events, words = read(passage)
        left = list(events)
        for one in passage["events"]:
            wanted = wanted_slots(one)
            here = [event for event in left if event.type == one["type"] and _tells(event, one["in"], text)]
            best = max(here, key=lambda event: _right(found_slots(event, words), wanted), default=None)
            if not one.get("optional"):
                counts.update(told=1, matched=best is not None)
                counts["slots told"] += len(wanted)
            if best is None:
                remarks += [] if one.get("optional") else [f"missed {one['type']}: {one['in']}"]
                continue
            left.remove(best)
            got = found_slots(best, words)
            counts["slots found"] += len(got)
            counts["slots right"] += _right(got, wanted)
            remarks += [f"wrong {best.type} {slot}: {one['in']}" for slot in got if not right(slot, wanted)]
        counts["slots found"] += sum(len(found_slots(event, words)) for event in left)
        remarks += [f"nobody told {event.type}: {event.citations[0].span.exact!r}" for event in left]
    return counts, remarks


def _right(got: set[tuple[str, str]], wanted: set[tuple[str, str]]) -> int:
    return sum(right(slot, wanted) for slot in got)


def _tells(event: Event, words: str, text: str) -> bool:
    at, span = text.index(words), event.citations[0].span
    return span.start < at + len(words) and at < span.end


def test_events_are_found_and_their_slots_right() -> None:
    passages = yaml.safe_load((Path(__file__).parent / "events.yaml").read_text(encoding="utf-8"))
    counts, remarks = score(passages)
    recall = counts["matched"] / counts["told"]
    precision = counts["slots right"] / counts["slots found"]
    assert (recall >= RECALL, precision >= PRECISION) == (True, True), (recall, precision, remarks)
