"""Chains of custody: who handed an exhibit to whom, row by row, and where it was in between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from greffier.assembling.checking import Hit, Material, Words, cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, in_words, start
from greffier.records import Citation, Page, Span, Time
from greffier.text import folded

_INLINE = re.compile(
    r"[^\S\n]*(?:from|de|remis par|released by|handed by) (?P<giver>[^\W\d_][^\n]{0,40}?)\s{1,20}(?:to|à|a) "
    r"(?P<taker>[^\W\d_][^\n]{0,40}?)(?=\s{2}|\n|$)(?P<rest>[^\n]*(?:\n[ \t]{8,}[^\n]*){0,3})",
    re.IGNORECASE,
)
_COLUMNS = re.compile(
    r"(?P<giver>released by|relinquished by|handed over by|given by|from|remis par|cede par|remettant|deposant|de)"
    r"\s*[|;\t]?\s*(?P<taker>received by|taken by|accepted by|to|recu par|pris par|preneur|a)\b"
)
_CELLS = re.compile(r"\s{2,}|\s*[|;\t]\s*")
_KEPT = re.compile(  # where a thing may lie for days, and how it may travel alone
    r"\b(?:vault|store|storage|stores?|evidence (?:room|locker)|property (?:room|office)|locker|safe|bin|shelf|"
    r"rack|cage|cabinet|"
    r"lab(?:oratory)?|registry|exhibits? office|court|post(?: office)?|registered|mail|courier|dhl|fedex|freight|"
    r"coffre\w*|armoire|greffe|depot|local|magasin|consigne|labo(?:ratoire)?|institut|expert|poste|recommande|"
    r"chronopost|"
    r"coursier|tribunal|fourriere|warehouse|entrepot|entered|booked in|desk|unit|section|"
    r"department|division|institute|bureau|forensics?|ballistics?|analys\w*|chemists?|toxicolog\w*|examin\w*|examen|expertise|extraction|"
    r"burn\w*|destroy\w*|detrui\w*|incinerat\w*)\b"
)
_CUSTODY = re.compile(
    r"chain of custody|continuity|evidence (?:log|transfer)|chaine de (?:possession|conservation|tracabilite)|"
    r"mouvements? (?:des?|du) (?:scelle|piece)|exhibit movement|custody of exhibit|suivi (?:des?|du) (?:scelle|piece)"
)
_EXHIBITS = re.compile(r"\b(?:exhibits?|mark|scelles?|pieces? a conviction|seals?|evidence)\b")
_MARK = re.compile(r"\b(?:mark|item|exhibit|exh|piece|scelle)s?\.? (?:n[°o]\.? ?)?([a-z]{0,4}[-/]?\d{0,4})(?![\w/-])")
_GOING = re.compile(r"\b(?:to|vers) .*")  # where he is to take it, not where it is
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Handover:
    """A row: when, from whom to whom; `said` is the taker and all that follows."""

    time: Time
    giver: str
    taker: str
    said: str
    cited: Citation


def in_nobodys_store(material: Material, rule: Rule) -> Iterator[Hit]:
    """Rows between which one person held an exhibit for days, or which give it from somebody who never had it."""
    known = material.known
    hours = rule.number("hours", 24)
    for page in known.ordered_pages():
        if page.near_duplicate_of is None and _is_chain(known.flat(page)):
            for rows in _chains(known, page):
                for one in _by_mark(rows):
                    yield from _holes(one, hours)


def _is_chain(text: str) -> bool:
    """Whether a page is a chain of custody by its name, or by columns for who gives and who takes an exhibit."""
    return bool(_CUSTODY.search(text) or (_COLUMNS.search(text) and _EXHIBITS.search(text)))


def _by_mark(rows: list[Handover]) -> list[list[Handover]]:
    """The rows of each exhibit of a form for several, where every row names one."""
    marks = [tuple(_MARK.findall(one.said)) for one in rows]
    if not all(marks) or len(set(marks)) < 2:
        return [rows]
    every = sorted({mark for named in marks for mark in named})
    return [[row for row, named in zip(rows, marks, strict=True) if mark in named] for mark in every]


def _holes(rows: list[Handover], hours: float) -> Iterator[Hit]:
    for one, two in pairwise(rows):
        first, second = datetime.fromisoformat(end(one.time)), datetime.fromisoformat(start(two.time))
        if _KEPT.search(_GOING.sub("", one.said)) or second < first:
            continue
        kept = (second - first).total_seconds() / _HOUR >= hours
        broken = not _words(one.taker) & _words(two.giver) and bool(_words(one.taker) and _words(two.giver))
        if kept or broken:
            words: Words = {"holder": one.taker.strip(), "since": in_words(one.time), "until": in_words(two.time)}
            yield Hit(
                (one.cited, Citation(two.cited.span, "contradicts")),
                False,
                words,
                "the chain of custody of this exhibit",
            )


def _words(name: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", folded(name))) - {"agent", "officer", "the", "sgt", "insp"}


def _chains(known: Lookup, page: Page) -> Iterator[list[Handover]]:
    """Yield the rows of each exhibit: those of one block, without an empty line or a heading between."""
    rows: list[Handover] = []
    last = 0
    for mention in known.on_page.get(page.id, ()):
        time = mention.time
        if mention.kind != "date" or time is None or time.earliest != time.latest or not time.earliest:
            continue
        row = _row(page, mention.span, time)
        if row is None:
            continue
        between = page.text[last : mention.span.start]
        if rows and (re.search(r"\n[ \t]*\n", between) or _headed(between)):
            yield rows
            rows = []
        rows.append(row)
        last = row.cited.span.end
    if rows:
        yield rows


def _headed(between: str) -> bool:
    return (
        re.search(
            r"^(?=\S)[^\n]*\b(?:exhibit|scell[ée]|item|pi[èe]ce|object|objet)\b", between, re.IGNORECASE | re.MULTILINE
        )
        is not None
    )


def _row(page: Page, span: Span, time: Time) -> Handover | None:
    if page.text[page.text.rfind("\n", 0, span.start) + 1 : span.start].strip(" -|;\t"):
        return None
    inline = _INLINE.match(page.text, span.end)
    if inline:
        return _made(page, span, time, inline["giver"], inline["taker"], inline.end())
    end = page.text.find("\n", span.end)
    line_end = end if end >= 0 else len(page.text)
    cells = [cell for cell in _CELLS.split(page.text[span.end : line_end].strip(" |;\t")) if cell]
    if len(cells) >= 2 and _COLUMNS.search(folded(page.text[: span.start])):
        return _made(page, span, time, cells[0], cells[1], line_end)
    return None


def _made(page: Page, span: Span, time: Time, giver: str, taker: str, end: int) -> Handover:
    after = page.text.find(taker, span.end)
    said = " ".join(folded(page.text[after:end]).split())
    return Handover(
        time, giver, taker, said, cite(page, span.start, span.start + len(page.text[span.start : end].rstrip()))
    )
