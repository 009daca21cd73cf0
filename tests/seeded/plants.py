"""What can be planted in a case, each with an innocent look-alike: which papers tell it, and what differs.

Each has people, exhibits and days of its own, so that it can be planted alone or beside all the others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from tests.seeded.box import Box
from tests.seeded.truth import Family

CONTRADICTIONS: dict[str, tuple[str, ...]] = {
    "number": ("report", "hearing"),
    "moment": ("report", "hearing"),
    "places": ("watch", "watch"),
    "actor": ("report", "hearing"),
    "identity": ("report", "hearing"),
    "count": ("seizure", "opening"),
    "weights": ("seizure", "lab"),
    "parts": ("seizure",),
    "spelled": ("seizure",),
    "weekday": ("report",),
}
RED_LINES: dict[str, tuple[str, ...]] = {
    "blank_seal": ("seizure",),
    "opened_seal": ("opening",),
    "informant": ("hearing",),
}
LATER = 24  # days between the two papers of one plant


def told_in_sentences(box: Box, type: str, innocent: int | None) -> None:
    """Plant what one or two sentences tell; `innocent` is the number of the look-alike, None for the real thing."""
    family: Family = "contradiction" if type in CONTRADICTIONS else "red line"
    kinds = CONTRADICTIONS.get(type) or RED_LINES[type]
    texts = box.stock["plants"][type]
    if innocent is None:
        sentences = [box.drawn.choice(texts[side]) for side in ("one", "two") if side in texts]
    else:
        sentences = [
            texts["innocent"][innocent][side] for side in ("one", "two") if side in texts["innocent"][innocent]
        ]
    slots = values(box, type, sentences)
    told_at: datetime = slots["d"]
    if type == "opened_seal" and innocent is not None:
        box.paper("opening", told_at, [box.say(texts["record"][0], **slots)], ref=slots["ref"])
    tags = []
    for number, (kind, sentence) in enumerate(zip(kinds, sentences, strict=False)):
        tag = f"{type}-{innocent}-{number}"
        at = told_at if kind == "watch" else told_at + timedelta(days=4 + number * LATER)
        if kind == "watch":
            at = (slots["later"] if number and innocent is not None else told_at).replace(hour=8, minute=5)
        town = slots["town2"] if kind == "watch" and number else slots["town"]
        watchers = box.officers[number * 2 : number * 2 + 2]
        known: dict[str, Any] = dict(zip(("o", "o2"), watchers, strict=True)) if kind == "watch" else {}
        if "h" in slots:
            known["w"] = slots["h"]
        box.paper(kind, at, [box.say(sentence, tag, **slots)], town=town, **known)
        tags.append(tag)
    box.plan(type, family, innocent is not None, *([tag] for tag in tags))


def values(box: Box, type: str, sentences: Sequence[str]) -> dict[str, Any]:
    """What the sentences of one plant speak of; only the people they name are made."""
    drawn = box.drawn
    town, town2 = box.two_towns()
    at = box.day(3).replace(hour=drawn.randint(12, 16))
    people = {"a": box.person()}
    people |= {slot: box.person() for slot in "bc" if any(f"{{{slot}:" in text for text in sentences)}
    if any("{h:" in text for text in sentences):
        people["h"] = box.person(people["a"].last, older=27)
    ones = sorted(drawn.sample(range(3, 12), 3)) if type == "parts" else [drawn.randint(25, 88)] * 3
    if type == "number":
        ones = [drawn.randint(12, 40) * 1000 - 120] * 3
    n1, n2, n3 = ones[0], ones[1] if type == "parts" else ones[1] + (6000 if type == "number" else -3), ones[2]
    heavy = Decimal(drawn.randint(80, 260)) / 10
    return {
        **people, "d": at, "later": at + timedelta(days=drawn.randint(2, 5)), "town": town, "town2": town2,
        "seal": box.seal(), "ref": box.ref(), "n1": n1, "n2": n2, "n3": n3, "near": n1 + 120, "few": 2,
        "wrong": n1 + 10, "sum": sum(ones), "sum_wrong": sum(ones) + 2, "q1": heavy, "q2": heavy - Decimal("1.4"),
        "born1": datetime(1988, 3, drawn.randint(1, 12)), "born2": datetime(1988, 8, drawn.randint(13, 28)),
    }  # fmt: skip


def versions(box: Box, innocent: int | None) -> None:
    """A report filed twice: with one hour changed, or word for word."""
    texts = box.stock["plants"]["versions"]
    slots = values(box, "versions", ())
    at, ref = slots["d"], slots["ref"]
    other = at + timedelta(hours=3)
    body = [box.say(line) for line in texts["body"]]
    officer, second = box.officers[:2]
    tags = []
    for number, text in enumerate((texts["one"][0], texts["one" if innocent is not None else "two"][0])):
        tag = f"versions-{innocent}-{number}"
        line = box.say(text, tag, **slots, other=other)
        known = {
            "ref": ref,
            "town": slots["town"],
            "o": officer,
            "o2": second,
            "street": "12",
            "number": 1,
            "other": "",
        }
        box.paper("report", at, [*body, line], **known)
        tags.append(tag)
    box.plan("versions", "contradiction", innocent is not None, *([tag] for tag in tags))


def before(box: Box, innocent: int | None) -> None:
    """A call heard two days before the line might be listened to, or two days after."""
    who, at = box.person(), box.day(3)
    start = at + timedelta(days=5)
    texts = box.stock["plants"]["before"]
    text = texts["one"][0] if innocent is None else texts["innocent"][innocent]["one"]
    line = box.say(text, f"before-{innocent}-0", phone=who.phone, d=start, end=start + timedelta(days=30))
    box.paper("tap_order", at, [line])
    heard = start + timedelta(days=-2 if innocent is None else 2)
    box.paper("intercept", heard, [], f"before-{innocent}-1", phone=who.phone)
    box.plan("before", "red line", innocent is not None, [f"before-{innocent}-0"], [f"before-{innocent}-1*"])


def after(box: Box, innocent: int | None) -> None:
    """A search made when its warrant had run out, or within the time that a second order added."""
    texts = box.stock["plants"]["after"]
    texts = texts if innocent is None else texts["innocent"][innocent]
    one, two = (text if isinstance(text, str) else text[0] for text in (texts["one"], texts["two"]))
    who, at, ref = box.person(), box.day(3), box.ref()
    end = at + timedelta(days=10)
    street, town = box.choose("street"), box.choose("town")
    box.paper(
        "search_order", at, [box.say(one, f"after-{innocent}-0", a=who, end=end, street=street, town=town)], ref=ref
    )
    if innocent is not None:
        box.paper("search_order", end, [box.say(one, a=who, end=end + timedelta(days=15), street=street, town=town)])
    line = box.say(two, f"after-{innocent}-1", a=who, end=end, ref=ref)
    box.paper("seizure", end + timedelta(days=3), [line], f"after-{innocent}-1", street=street, town=town)
    box.plan("after", "red line", innocent is not None, [f"after-{innocent}-0"], [f"after-{innocent}-1*"])


def extension(box: Box, innocent: int | None) -> None:
    """Custody extended after 27 hours, or after 22."""
    who, at = box.person(), box.day(3, 9)
    late = at + timedelta(hours=27 if innocent is None else 22)
    tags = [f"extension-{innocent}-{number}" for number in (0, 1)]
    box.paper("custody", at, [box.tells("custody", tags[0], w=who, d=at)], tags[0], w=who)
    box.paper("extension", late, [box.tells("extension", tags[1], w=who)], tags[1], w=who)
    box.plan("extension", "red line", innocent is not None, *([f"{tag}*"] for tag in tags))


def folio_gap(box: Box, innocent: int | None) -> None:
    """Two stamped sheets that are not there, or one put in afterwards under a number with bis."""
    tags = [f"folio_gap-{innocent}-{number}" for number in (0, 1)]
    box.paper("report", box.day(), [], tags[0])
    box.paper("report", box.day(), [], tags[1], skipped=2 if innocent is None else 0, bis=innocent is not None)
    box.plan("folio_gap", "red line", innocent is not None, [f"{tag}*" for tag in tags])


def annex(box: Box, innocent: int | None) -> None:
    """An annex announced: not there, or there."""
    texts, tag = box.stock["plants"]["annex"], f"annex-{innocent}"
    sheets = () if innocent is None else (tuple(box.say(line) for line in texts["sheet"]),)
    box.paper("report", box.day(), [box.say(texts["one"][0], tag)], sheets=sheets)
    box.plan("annex", "red line", innocent is not None, [tag])


def officer(box: Box, innocent: int | None) -> None:
    """An officer who hears somebody while a log has them in a car elsewhere, or on another day."""
    tags = [f"officer-{innocent}-{number}" for number in (0, 1)]
    here, there = box.two_towns()
    who, *team = box.drawn.sample(box.officers, 3)
    at = box.day(3, 14)
    box.paper("hearing", at, [], tags[0], o=who, town=here, w=box.person())
    seen = at + (timedelta(minutes=15) if innocent is None else timedelta(days=1))
    slots = {"d": seen, "late": seen + timedelta(hours=1), "o": who, "town2": there}
    line = box.say(box.stock["plants"]["officer"]["two"][0], tags[1], **slots)
    box.paper("watch", seen - timedelta(minutes=20), [line], o=team[0], o2=team[1], town=there)
    box.plan("officer", "red line", innocent is not None, [f"{tags[0]}*"], [tags[1]])


MADE: dict[str, Callable[[Box, int | None], None]] = {
    "versions": versions, "before": before, "after": after, "extension": extension, "folio_gap": folio_gap,
    "annex": annex, "officer": officer,
}  # fmt: skip
TYPES = (*CONTRADICTIONS, "versions", *RED_LINES, *(type for type in MADE if type != "versions"), "missing")


def plant(box: Box, type: str, innocent: bool) -> None:
    """Plant one type, or every innocent look-alike of it; `missing` is the operation's own."""
    if type == "missing":
        return
    made = MADE.get(type) or (lambda box, number: told_in_sentences(box, type, number))
    looks = len(box.stock["plants"].get(type, {}).get("innocent", ())) or 1
    for number in range(looks) if innocent else (None,):
        made(box, number)
