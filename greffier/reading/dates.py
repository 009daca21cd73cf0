"""The reader of dates and times, French and English: from vague to the minute, stated, relative or inferred.

Relative times are counted from an anchor: the date of the piece (`hier`, `last week`) or the last date told (`le
lendemain`, `three days later`, `à 9 h 15`). Birth dates and dates of laws are mentions that nothing is counted from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from greffier import text as texts
from greffier.reading.anchoring import count_out
from greffier.reading.centuries import in_century
from greffier.reading.countries import home
from greffier.reading.date_grammar import Telling, tellings
from greffier.reading.following import at_clock, follow, moment
from greffier.reading.halves import next_half, whole_hours
from greffier.reading.heads import HEAD, act_time
from greffier.reading.lasting import lasting_cells
from greffier.reading.leaning import Anchor, Anchors
from greffier.reading.log_heads import heads
from greffier.reading.mention import longest, mention
from greffier.reading.numbered_years import year_of_reference
from greffier.reading.overnight import begun
from greffier.reading.phrasebook import page_tokens
from greffier.reading.resuming import after_rows, after_talk, resumed
from greffier.reading.script import Script
from greffier.reading.standing import is_lined, is_talk, standing
from greffier.reading.tenses import tells_how_long
from greffier.reading.tokens import DIGITS, Token
from greffier.reading.told import Day, Impossible, Node, Weekday
from greffier.reading.vocabulary import level
from greffier.records import Found, Mention, Page, Piece, Time

_STAMPS = 3
_WHOLE = re.compile(r"(?<![\w/.-])(\d\d?)[/-](\d\d?)[/-]((?:19|20)?\d\d)(?![\w/-])")
_AT, _BEFORE, _AFTER = 3, 45, 3  # days around the day on which a piece was written
_MONTH_FIRST = frozenset({"US", "PH"})
_WRITERS = frozenset("US PH GB IE AU NZ CA IN PK BD LK NG GH KE UG TZ ZA ZM ZW BW NA JM TT SG MY HK MT CY MU".split())


class Dates:
    """Finds dates and times in a piece; `anchor` is when the piece was written, where that is known beforehand."""

    name = "dates"
    version = 17

    def __init__(self, anchor: Time | None = None) -> None:
        self.anchor = anchor

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Mention]:
        """Yield the date mentions of the pages of a piece, in order; `found` is not looked at.

        One that nothing can be said of (`31 February`, `the day before` where no day was told) has no time.
        """
        scripts = [_script(piece, page) for page in pages]
        day_first = _order(scripts, moment(self.anchor))
        told = [list(tellings(script._replace(day_first=day_first))) for script in scripts]
        act = self._act(piece, pages, told)
        frame = year_of_reference(pages) if act is None else None
        anchors = Anchors(act, frame=frame, log=act is not None and act.at.hour > 0 and piece.kind != "hearing")
        kept: list[Mention] = []
        lined = is_lined(pages, told)
        if lined and act is not None:
            anchors = replace(anchors, act=begun(act, pages, told))
        for page, on_page in zip(pages, told, strict=True):
            flat, since = level(page.text), -1
            anchors = replace(anchors, row=min(anchors.row, 0), said=None)
            lasting = tuple(lasting_cells(page)) if on_page else ()
            talk = bool(on_page) and is_talk(page, flat, piece.kind, lined)
            for told_by in on_page:
                if tells_how_long(told_by, flat) or any(start <= told_by.start < end for start, end in lasting):
                    continue
                running = anchors.clock.at if anchors.clock and (act is None or anchors.clock.at != act.at) else None
                telling = told_by if lined else whole_hours(told_by, flat, running)
                telling = in_century(telling, flat, act.at.year) if act else telling
                stands = standing(page, flat, telling, lined, talk)
                story = resumed(after_talk(after_rows(anchors, stands, act), stands, act), telling, stands)
                anchors, since = story, since if story.told is anchors.told else -1
                if not stands.head and anchors.clock is not None:
                    telling = next_half(telling, anchors.clock.at)
                leaning = at_clock(anchors, telling, stands, since, piece.kind, act)
                made = self._mention(piece, page, telling, leaning)
                kept.append(made)
                before = anchors.told, anchors.stretch
                anchors = follow(anchors, telling, made, stands, piece.kind)
                if (anchors.told, anchors.stretch) != before:
                    since = telling.end if anchors.told or anchors.stretch else -1
        return [one if one.time and one.time.edtf else replace(one, time=None) for one in longest(kept)]

    def _act(self, piece: Piece, pages: Sequence[Page], told: Sequence[Sequence[Telling]]) -> Anchor | None:
        """The date that the piece itself is counted from: known beforehand, or told in its head or at its close."""
        time = self.anchor
        if time is None and pages:
            head = [(pages[0], telling) for telling in told[0] if telling.start < HEAD]
            close = [(pages[-1], telling) for telling in told[-1]] if len(pages) > 1 else []
            ends = [self._mention(piece, page, telling, Anchors()) for page, telling in (*head, *close)]
            time = act_time(pages, ends, piece.kind)
        at = moment(time)
        return Anchor(at, "act") if at else None

    def _mention(self, piece: Piece, page: Page, told: Telling, anchors: Anchors) -> Mention:
        time = count_out(told.node, anchors)
        confidence = _confidence(told.node, time)
        return mention(page, piece, told.start, told.end, "date", self.name, time=time, confidence=confidence)


def _script(piece: Piece, page: Page) -> Script:
    language = page.language or piece.language or texts.language(page.text) or "fr"
    told = language if language in ("fr", "en") else "fr"
    return Script(page_tokens(page.text), page.text, told, heads=heads(level(page.text)))


def _order(scripts: Sequence[Script], written: datetime | None) -> bool | None:
    """Whether `05/12/2022` begins with the day: always in French; in English as the same piece shows elsewhere, as the
    day on which it was written shows, or as its country writes."""
    if not scripts or scripts[0].language == "fr":
        return True
    told = [pair for script in scripts for pair in _slashed(script)]
    firsts, seconds = (any(12 < pair[place] <= 31 for pair in told) for place in (0, 1))
    if firsts != seconds:
        return firsts
    # The days of a log change from line to line and its month does not.
    changing = [len({pair[place] for pair in told}) for place in (0, 1)]
    if len(told) >= _STAMPS and 1 in changing and changing != [1, 1]:
        return changing[0] > 1
    same = _by_day(scripts, written, _AT) if written else None
    if same is None:
        same = _by_country(scripts)
    return _by_day(scripts, written, _BEFORE) if same is None and written else same


def _by_day(scripts: Sequence[Script], written: datetime, before: int) -> bool | None:
    """As the dates lie of which one reading is up to so many days before the piece was written, the other is not."""
    told = {dated.groups() for script in scripts for dated in _WHOLE.finditer(script.text)}
    near = [0, 0]
    for first, second, year in told:
        for turn, (day, month) in enumerate(((first, second), (second, first))):
            near[turn] += _is_shortly_before(int(day), int(month), int(year), written, before)
    return near[0] > near[1] if near[0] != near[1] else None


def _is_shortly_before(day: int, month: int, year: int, written: datetime, before: int) -> bool:
    try:
        told = datetime(year if year > 99 else written.year // 100 * 100 + year, month, day)
    except ValueError:
        return False
    return timedelta(days=-_AFTER) <= written - told <= timedelta(days=before)


def _by_country(scripts: Sequence[Script]) -> bool | None:
    """The day first, but for the United States; None where no page speaks of a country that writes English."""
    told = sum((home(level(script.text)) for script in scripts), Counter[str]())
    ranked = sorted((code for code in _WRITERS if told[code]), key=lambda code: -told[code])
    return ranked[0] not in _MONTH_FIRST if ranked else None


def _slashed(script: Script) -> Iterator[tuple[int, int]]:
    """The first two numbers of every date in digits; without a year only where the lines begin so."""
    for at, token in enumerate(script.tokens[:-6]):
        if token.kind == DIGITS and len(token.text) <= 2:
            short = "days" in script.heads and script.opens_line(at) and script.word(at + 1) == "/"
            if _is_slashed(script.tokens, at) or (short and script.tokens[at + 2].kind == DIGITS):
                yield int(token.text), int(script.tokens[at + 2].text[:2])


def _is_slashed(parts: Sequence[Token], at: int) -> bool:
    texts_of = [part.text for part in parts[at : at + 5]]
    lengths = [len(text) for text in texts_of]
    return (
        texts_of[1] == texts_of[3] and texts_of[1] in ("/", "-") and lengths[0] <= 2 and lengths[2] <= 2
        and lengths[4] in (2, 4) and parts[at + 2].kind == DIGITS and parts[at + 4].kind == DIGITS
    )  # fmt: skip


def _confidence(node: Node, time: Time) -> float:
    if isinstance(node, Impossible) or not time.edtf:
        return 0.3
    if isinstance(node, Day) and (node.other or node.month is None):
        return 0.6
    if isinstance(node, Weekday) and node.steps is None:
        return 0.6
    return 1.0 if time.modality == "stated" else 0.9
