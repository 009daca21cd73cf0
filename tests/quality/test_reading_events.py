"""Floors for events on passages of our own (`events.yaml`): how many are found, and how many of their slots are right."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any

import yaml

from greffier.reading.read import load_readers
from greffier.records import Event, Found, Mention, Page, Piece, digest

READERS = load_readers()


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
    role, value = slot
    for other, expected in wanted:
        if role != other:
            continue
        if role == "time":
            if expected == "*" or value.startswith(expected) or (len(value) >= 10 and expected.startswith(value)):
                return True
        elif role == "claim":
            if value == expected:
                return True
        elif set(value.split()) & set(expected.split()) and (
            set(value.split()) <= set(expected.split()) or set(expected.split()) <= set(value.split())
        ):
            return True
    return False


def score(passages: list[dict[str, Any]]) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    remarks: list[str] = []
    for passage in passages:
        text, events, words = read(passage)
        assert all(one["in"] in text for one in passage["events"]), [
            o["in"] for o in passage["events"] if o["in"] not in text
        ]
        left = list(events)
        for one in passage["events"]:
            here = [event for event in left if event.type == one["type"] and _tells(event, one["in"], text)]
            best = max(
                here, key=lambda e: sum(right(slot, wanted_slots(one)) for slot in found_slots(e, words)), default=None
            )
            counts["told"] += not one.get("optional", False)
            if best is None:
                if not one.get("optional"):
                    remarks.append(f"missed {one['type']}: {one['in']}")
                    counts["slots told"] += len(wanted_slots(one))
                continue
            left.remove(best)
            counts["matched"] += not one.get("optional", False)
            wanted, got = wanted_slots(one), found_slots(best, words)
            counts["slots told"] += len(wanted)
            counts["slots found"] += len(got)
            counts["slots right"] += sum(right(slot, wanted) for slot in got)
            remarks += [f"wrong {best.type} {slot}: {one['in']}" for slot in got if not right(slot, wanted)]
            remarks += [
                f"empty {best.type} {slot}: {one['in']}"
                for slot in wanted
                if not right(slot, got) and not (slot[0] == "time" and any(s[0] == "time" for s in got))
            ]
        counts["found"] += len(events)
        counts["spurious"] += len(left)
        counts["slots found"] += sum(len(found_slots(event, words)) for event in left)
        remarks += [f"spurious {e.type} {found_slots(e, words)}: {e.citations[0].span.exact!r}" for e in left]
    return counts, remarks


def _tells(event: Event, words: str, text: str) -> bool:
    at, span = text.index(words), event.citations[0].span
    return span.start < at + len(words) and at < span.end


def test_events_are_found_and_their_slots_right() -> None:
    passages = yaml.safe_load((Path(__file__).parent / "events.yaml").read_text(encoding="utf-8"))
    counts, remarks = score(passages)
    recall = counts["matched"] / counts["told"]
    precision = counts["slots right"] / counts["slots found"]
    figures = f"events {recall:.2f}, slots {precision:.2f}: {dict(counts)}\n" + "\n".join(remarks)
    assert recall >= 0.1, figures
    assert precision >= 0.1, figures
    print(figures)
