"""What a page tells at each of its hours: the words that stand with a time in a log, a form or a sentence.

A time at the beginning of its line leads: what follows, up to the next such line, is told of it. Any other time closes
or interrupts what is told of it: the words before it, from the time, the semicolon or the sentence before, and those
after it in the same clause. A form's label counts for every time of its field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.checking import cite
from greffier.assembling.lookup import Lookup
from greffier.records import Citation, Page, Span, Stance, Time
from greffier.text import folded

_LEADS = re.compile(  # nothing, the number of the entry, a preposition
    r"[^\w\n]*(?:\d{1,4}[.)]?[^\w\n/.:-]+)?(?:(?:le|on|at|a|vers|du|de|from|the)\b[^\w\n]*)?"
)
_LABEL = re.compile(
    r"[^\S\n]*[^\w\n]{0,3}[ \t]*(?:\d{1,2}[.)][ \t]+)?(?P<label>[^\W\d_][^\n:\t]{1,44}?)"
    r"(?:[ \t]*:(?=\s)|[ ]?[.…_]{4,}|\t|[ ]{2,}(?=\S)|[ ]?[|│])"
)
_FIELD = re.compile(r"\s(?P<label>[^\W\d_]{3,20})\s?:\s(?=\d)")
_EMPTY_CELL = re.compile(r"[ \t]*[|│][ \t]*[|│]")  # a row that goes on with the one above
_AFTER = re.compile(r"[^;.\n]*")  # to the end of the clause
_GOES_ON = re.compile(r"\n(?:[^\S\n]*[^\W_])[^;.\n]*")  # over one end of line
_BREAK = re.compile(r"\n[^\S\n]*\n")
_LONGEST = 600  # characters of one entry


@dataclass(frozen=True, slots=True)
class Entry:
    """A time of the day with what is told of it: `said` and `label` are folded, `span` is the time's own."""

    page: Page
    time: Time
    span: Span
    said: str
    label: str
    start: int
    end: int

    def cited(self, stance: Stance = "supports") -> Citation:
        """Cite the time and what is told of it, without the blanks around."""
        start, end = min(self.start, self.span.start), max(self.end, self.span.end)
        words = self.page.text[start:end]
        return cite(self.page, start + len(words) - len(words.lstrip()), start + len(words.rstrip()), stance)


def entries(known: Lookup, page: Page) -> list[Entry]:
    """Return what is told of each hour or span of hours of a page, in its order."""
    timed = [
        (one.span, one.time)
        for one in known.on_page.get(page.id, ())
        if one.kind == "date" and one.time is not None and "T" in one.time.earliest
    ]
    text = page.text
    leading = [span.start for span, _ in timed if _leads(_line_before(text, span.start))]
    return [
        _leading(page, span, time, leading) if span.start in leading else _closing(known, page, span, time, timed)
        for span, time in timed
    ]


def told(known: Lookup, pages: tuple[str, ...]) -> Iterator[Entry]:
    """Yield the entries of several pages."""
    for id in pages:
        if id in known.pages:
            yield from entries(known, known.pages[id])


def _leads(before: str) -> bool:
    return _LEADS.fullmatch(folded(before)) is not None and _EMPTY_CELL.match(before) is None


def _line_before(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _leading(page: Page, span: Span, time: Time, leading: list[int]) -> Entry:
    text = page.text
    later = next((at for at in leading if at > span.start), len(text))
    stop = min(text.rfind("\n", span.start, later) + 1 or later, span.end + _LONGEST)
    empty = _BREAK.search(text, span.end, stop)
    end = max(empty.start() if empty else stop, span.end)
    return Entry(page, time, span, _folded(text[span.end : end]), "", span.start, end)


def _closing(known: Lookup, page: Page, span: Span, time: Time, timed: list[tuple[Span, Time]]) -> Entry:
    text = page.text
    line = text.rfind("\n", 0, span.start) + 1
    label, at = _label(text, line)
    earlier = max((one.end for one, _ in timed if one.end <= span.start), default=0)
    sentence = at if at is not None else max(known.sentence(span)[0], line if _is_field(text, line) else 0)
    start = max(sentence, earlier, text.rfind(";", 0, span.start) + 1, span.start - _LONGEST)
    later = min((one.start for one, _ in timed if one.start >= span.end), default=len(text))
    end = min(_clause_end(text, span.end, bool(label)), later, span.end + _LONGEST)
    return Entry(
        page,
        time,
        span,
        _folded(f"{text[start : span.start]} {_inside(span)} {text[span.end : end]}"),
        label,
        start,
        end,
    )


def _inside(span: Span) -> str:
    """The label of the hour in a date that was told in two fields: « 21 juin   Début : 07 h 50 »."""
    found = _FIELD.search(span.exact)
    return found["label"] if found else ""


def _is_label(text: str, line: int) -> bool:
    """Whether a line is a field of a form, with its colon."""
    found = _LABEL.match(text, line)
    return found is not None and found.group().rstrip().endswith(":")


def _is_field(text: str, line: int) -> bool:
    """Whether a line without a colon is one more field of a form: its neighbours are fields."""
    above, below = text.rfind("\n", 0, max(line - 1, 0)) + 1, text.find("\n", line) + 1
    return line > 0 and below > 0 and _is_label(text, above) and _is_label(text, below)


def _clause_end(text: str, at: int, field: bool) -> int:
    """Where the clause after a time ends: on its line, or on the next one if that is none of another field."""
    found = _AFTER.match(text, at)
    end = found.end() if found else at
    more = _GOES_ON.match(text, end)
    if text[end : end + 1] == "\n" and text[end + 1 :][:4].lstrip().startswith(("|", "│")):
        return end
    if (
        more is None
        or _is_label(text, end + 1)
        or (field and (not text[end + 1 : end + 3].isspace() or _LABEL.match(text, end + 1)))
    ):
        return end
    return more.end()


def _label(text: str, line: int) -> tuple[str, int | None]:
    """The label of the field that a line belongs to, and where the field begins; indented lines go on with one."""
    for _ in range(4):
        found = _LABEL.match(text, line)
        if found:
            return _whole_label(text, line, _folded(found["label"])), line
        if line == 0 or not (text[line : line + 2].isspace() or _EMPTY_CELL.match(text, line)):
            break
        line = text.rfind("\n", 0, line - 1) + 1
    return "", None


def _whole_label(text: str, line: int, label: str) -> str:
    """A label whose bracket was opened on the line above begins there."""
    if ")" not in label or "(" in label or line == 0:
        return label
    above = _LABEL.match(text, text.rfind("\n", 0, line - 1) + 1)
    return f"{_folded(above['label'])} {label}" if above else label


def _folded(words: str) -> str:
    return " ".join(folded(words).split())
