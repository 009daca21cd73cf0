"""The reader of dates and times, French and English: from vague to the minute, stated, relative or inferred.

Relative times are counted from an anchor: the date of the piece (`hier`, `last week`) or the last date told (`le
lendemain`, `three days later`, `à 9 h 15`). Birth dates and dates of laws are mentions that nothing is counted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from greffier import text as texts
from greffier.reading.anchoring import count_out
from greffier.reading.date_grammar import Telling, tellings
from greffier.reading.heads import HEAD, act_time
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.mention import longest, mention
from greffier.reading.phrasebook import page_tokens
from greffier.reading.script import Script
from greffier.reading.tokens import DIGITS, Token, flatten
from greffier.reading.told import About, At, Between, Day, Impossible, Node, Open, Weekday
from greffier.records import Found, Mention, Page, Piece, Time

# What makes a date one that nobody counts from: a birth, a law.
_ASIDE = re.compile(
    r"\b(?:ne|nee|nes|naissance|born|birth|dob|loi|lois|decret|arrete|ordonnance n|directive|reglement|act of|"
    r"modifie|modifiee|version)\b[^.;\n]{0,40}$"
)


class Dates:
    """Finds dates and times in a piece; `anchor` is when the piece was written, where that is known beforehand."""

    name = "dates"
    version = 1

    def __init__(self, anchor: Time | None = None) -> None:
        self.anchor = anchor

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Mention]:
        """Yield the date mentions of the pages of a piece, in order; `found` is not looked at."""
        scripts = [_script(piece, page) for page in pages]
        day_first = _order(scripts)
        told = [list(tellings(script._replace(day_first=day_first))) for script in scripts]
        anchors = Anchors(self._act(piece, pages, told))
        kept: list[Mention] = []
        for page, on_page in zip(pages, told, strict=True):
            flat = flatten(page.text)
            for telling in on_page:
                made = self._mention(piece, page, telling, anchors)
                kept.append(made)
                anchors = _follow(anchors, telling.node, made, flat)
        return longest(kept)

    def _act(self, piece: Piece, pages: Sequence[Page], told: Sequence[Sequence[Telling]]) -> Anchor | None:
        """The date that the piece itself is counted from: known beforehand, or told in its head."""
        time = self.anchor
        if time is None and pages:
            head = [telling for telling in told[0] if telling.start < HEAD]
            time = act_time(pages, [self._mention(piece, pages[0], telling, Anchors()) for telling in head])
        moment = _moment(time)
        return Anchor(moment, "act") if moment else None

    def _mention(self, piece: Piece, page: Page, told: Telling, anchors: Anchors) -> Mention:
        time = count_out(told.node, anchors)
        confidence = _confidence(told.node, time)
        return mention(page, piece, told.start, told.end, "date", self.name, time=time, confidence=confidence)


def _script(piece: Piece, page: Page) -> Script:
    language = page.language or piece.language or texts.language(page.text) or "fr"
    return Script(page_tokens(page.text), page.text, language if language in ("fr", "en") else "fr")


def _order(scripts: Sequence[Script]) -> bool | None:
    """Whether `05/12/2022` begins with the day: always in French; in English as the same piece shows elsewhere."""
    if not scripts or scripts[0].language == "fr":
        return True
    firsts = seconds = False
    for script in scripts:
        for at, token in enumerate(script.tokens[:-6]):
            if token.kind == DIGITS and _is_slashed(script.tokens, at):
                firsts = firsts or 12 < int(token.text) <= 31
                seconds = seconds or 12 < int(script.tokens[at + 2].text) <= 31
    return None if firsts == seconds else firsts


def _is_slashed(parts: Sequence[Token], at: int) -> bool:
    texts_of = [part.text for part in parts[at : at + 5]]
    lengths = [len(text) for text in texts_of]
    return (
        texts_of[1] == texts_of[3] and texts_of[1] in ("/", "-") and lengths[0] <= 2 and lengths[2] <= 2
        and lengths[4] in (2, 4) and parts[at + 2].kind == DIGITS and parts[at + 4].kind == DIGITS
    )  # fmt: skip


def _moment(time: Time | None) -> datetime | None:
    """The moment to count from: the first one of a time."""
    if time is None or not (time.earliest or time.latest):
        return None
    return datetime.fromisoformat(time.earliest or time.latest)


def _follow(anchors: Anchors, node: Node, made: Mention, flat: str) -> Anchors:
    """The anchors after this mention: a day or month told becomes what later ones are counted from."""
    assert made.time is not None
    moment = _moment(made.time) if _is_told(node) else None
    if moment is None or _ASIDE.search(flat[max(0, made.span.start - 60) : made.span.start]):
        return anchors
    return Anchors(anchors.act, Anchor(moment, made.id))


def _is_told(node: Node) -> bool:
    """Whether a narrative goes on from here: days do, with or without an hour; stretches and hours alone do not."""
    if isinstance(node, At):
        return node.day is not None and _is_told(node.day)
    if isinstance(node, About):
        return _is_told(node.of)
    if isinstance(node, Between):
        return _is_told(node.left)
    return isinstance(node, Day) or (not isinstance(node, Open | Impossible | Weekday) and _is_day_shift(node))


def _is_day_shift(node: Node) -> bool:
    return getattr(node, "unit", None) == "day"


def _confidence(node: Node, time: Time) -> float:
    if isinstance(node, Impossible) or not time.edtf:
        return 0.3
    if isinstance(node, Day) and (node.other or node.month is None):
        return 0.6
    if isinstance(node, Weekday) and node.steps is None:
        return 0.6
    return 1.0 if time.modality == "stated" else 0.9
