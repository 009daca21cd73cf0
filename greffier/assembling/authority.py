"""What an order allows, from when until when, and how one knows the acts that rest on it: a line, a number, a plate.

Read from the orders' own words: "à compter du…", "jusqu'au…", "pour une durée de…", "granted…". An order whose limits
are not told has none here, and nothing is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from greffier.assembling.checking import cite
from greffier.assembling.lookup import Lookup
from greffier.assembling.sessions import line_digits
from greffier.assembling.sheets import sheets, top
from greffier.assembling.times import end, start
from greffier.records import Page, Piece, Span, Time
from greffier.text import folded, key

_FROM = re.compile(
    r"(?:à compter d|à partir d|\bdès le|\bstarting\b|\bwith effect from|\bin(?:to)? force (?:at|on|from)|"
    r"\b(?:actif|active) (?:le|depuis|from|since|on)|\bmis en place le|\bprise d['’]effet|\bdate d['’]effet|"
    r"\b(?:valid|effective) from|\bvalable (?:dès|du)\b|\beffective date|\bcommence(?:ment|s)\b)",
    re.IGNORECASE,
)  # fmt: skip
_UNTIL = re.compile(
    r"(?:jusqu['’](?:au|à)|\bexpir(?:e|es|ing|ant|ation|y)\b|\buntil\b|\bup to\b|\bcoupure le|"
    r"\b(?:terme|échéance|end date)[ \t]*:|\b(?:not|no) later than\b|\bau plus tard\b|\bvalid (?:to|thru|through)\b|"
    r"\bfin le\b|\bprend fin le\b|\bends on\b|\bfalls? on\b)",
    re.IGNORECASE,
)
_SIGNED = re.compile(  # what leads to the date of the order itself, from the beginning of its line
    r"^\W*(?:(?:dated|granted|given|signed|issued|made|fait|donnee?|delivree?|decernee?|rendue?)\b[^\n]*"
    r"|[a-z][\w' -]{2,30},? le\s*)$"
)
_SINCE_NOW = re.compile(
    r"(?:from the (?:time|date) of this order|a compter de (?:sa signature|ce jour|la presente)|from (?:the )?grant\b)"
)
_PHONE = re.compile(r"(?<![\d])(?:\+|00)?\d(?:[\s./\u00a0-]?\d){8,12}(?!\d)")
_MARK = re.compile(r"\d[\d/.-]*\d(?:\s+of\s+\d{4})?|\d+\s+of\s+\d{4}")
_TERM = re.compile(
    r"(?:(?:durée|délai|period|term)[\s\u00a0](?:de|d['’]|of)|\bperiod:|\bvalid for)\s*+(?P<words>[^\W\d_]+)?\s*+"
    r"\(?(?P<number>\d{1,3})?\)?\s*+"
    r"(?P<unit>mois|month|months|jour|jours|day|days|heure|heures|hour|hours|semaine|semaines|week|weeks)\b",
    re.IGNORECASE,
)  # fmt: skip
_ALLOWS = re.compile(
    r"\b(?:autoris|prescriv|ordonn|commettons|authoris|authoriz|order(?:s|ed)?\b|hereby|directed that|granted\b)",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"\b(?:autorisons|prescrivons|ordonnons|commettons|disons|hereby|directed that)\b", re.IGNORECASE)
_DIRECTS = re.compile(r"\b(?:I|we) (?:direct|authori[sz]e|approve|allow)\b|\bapprouv|\baccord(?:ons|e)\b|\bGRANTS?\b")
_RECORD = re.compile(
    r"\bp\.?v\.? n|proces-verbal|\binventor|\binventaire|^[^\w\n]{0,4}(?:objet|report|log|record) ?:", re.MULTILINE
)
_SPELLED = {
    word: number
    for number, words in enumerate(
        "un/une/one deux/two trois/three quatre/four cinq/five six sept/seven huit/eight neuf/nine dix/ten onze/eleven "
        "douze/twelve treize/thirteen quatorze/fourteen quinze/fifteen".split(),
        1,
    )
    for word in words.split("/")
}
_MEASURES = {
    "intercept": re.compile(r"intercept\w*|écoutes?|wiretap\w*|tapp(?:ed|ing)", re.IGNORECASE),
    "delivery": re.compile(r"livraison surveillée|controlled delivery", re.IGNORECASE),
    "search": re.compile(r"perquisition\w*|search warrant|to search\b", re.IGNORECASE),
    "device": re.compile(
        r"g[ée]olocalis\w*|sonorisation|captation|tracking device|tracker|listening device|audio device|"
        r"intrusive device|interfere with property|property interference|\bprobe\b|surveillance device",
        re.IGNORECASE,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limit:
    """One end of an authorisation: the minute, and the words that say so."""

    moment: str
    span: Span


@dataclass(frozen=True, slots=True)
class Order:
    """An authorisation: what it allows, since and until when, for which lines (`line_digits`), by which pages.

    `marks` are numbers with which acts refer to it (its own, those of vehicles and cases that it names).
    """

    piece: Piece
    pages: tuple[Page, ...]
    measure: str
    since: Limit | None
    until: Limit | None
    lines: frozenset[str]
    marks: frozenset[str]


def orders(known: Lookup) -> list[Order]:
    """Return the orders of a case whose limits are told, in the order of their pieces."""
    found = []
    for piece in known.ordered_pieces():
        for pages in sheets(known, piece) if piece.kind == "order" else ():
            order = _order(known, piece, pages)
            if order is not None:
                found.append(order)
    return found


def _order(known: Lookup, piece: Piece, pages: list[Page]) -> Order | None:
    if _RECORD.search(folded("\n".join(top(pages[0])))):
        return None
    measure = _measure(piece, pages)
    operative = _operative(pages)
    if measure is None or not operative:
        return None
    since, until = window(known, pages, operative, measure)
    if since is None and until is None:
        return None
    return Order(piece, tuple(pages), measure, since, until, _lines(operative), _marks_of(known, pages))


def window(
    known: Lookup, pages: list[Page], operative: list[tuple[Page, int]] | None = None, measure: str | None = None
) -> tuple[Limit | None, Limit | None]:
    """Since when and until when the operative part of a paper allows something; the whole of it, if none is given."""
    parts = operative or [(page, 0) for page in pages]
    told = [limit for page, at in parts for limit in _limits(known, page, at)]
    limits = _about(measure, told, known) if measure else told
    since = next((limit for kind, limit in limits if kind == "since"), None) or _signed(known, pages)
    until = next((limit for kind, limit in limits if kind == "until"), None)
    if until is None and since is not None:
        until = next((limit for page, at in parts if (limit := _term(page, at, since.moment)) is not None), None)
    if since is not None and until is not None and until.moment < since.moment:
        until = None
    return since, until


def decides(pages: list[Page]) -> bool:
    """Whether a paper orders or allows something in its own words."""
    return any(_ALLOWS.search(page.text) or _DECIDES.search(page.text) or _DIRECTS.search(page.text) for page in pages)


def _operative(pages: list[Page]) -> list[tuple[Page, int]]:
    """Return the pages that order something, and from where on: after "PRESCRIVONS", not among the recitals."""
    for words in (_DECIDES, _ALLOWS):
        for index, page in enumerate(pages):
            verb = words.search(page.text)
            if verb is not None:
                return [(page, verb.start()), *((later, 0) for later in pages[index + 1 :])]
    return []


def _lines(operative: list[tuple[Page, int]]) -> frozenset[str]:
    """Return the lines that an order names (`line_digits`), those of its recitals if it orders none by number."""
    ordered = [number for page, at in operative for number in _PHONE.findall(page.text[at:])]
    found = ordered or [number for page, _ in operative for number in _PHONE.findall(page.text)]
    return frozenset(line_digits(number) for number in found)


def _marks_of(known: Lookup, pages: list[Page]) -> frozenset[str]:
    plates = {
        key(one.normalised or one.span.exact).replace(" ", "").replace("-", "")
        for page in pages
        for one in known.on_page.get(page.id, ())
        if one.kind in ("plate", "container")
    }
    return frozenset(plates | marks("\n".join(line for page in pages for line in page.text.splitlines())))


def marks(text: str) -> frozenset[str]:
    """The numbers of papers in a text, written alike: `44 of 2022` is `44/2022`; dates and plain numbers are none."""
    found = (re.sub(r"\s+of\s+", "/", told, flags=re.IGNORECASE) for told in _MARK.findall(folded(text)))
    return frozenset(one for one in found if "/" in one and not re.fullmatch(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?", one))


def _measure(piece: Piece, pages: list[Page]) -> str | None:
    """Return what an order is about: said in its title, else in its text, if it is one thing only."""
    first = piece.pages[0] == pages[0].id
    title = (piece.title or "") if first else ""
    for text in (title, " ".join(top(pages[0])), " ".join(page.text for page in pages)):
        named = [name for name, words in _MEASURES.items() if words.search(" ".join(text.split()))]
        if len(named) == 1:
            return named[0]
    return None


def _about(measure: str, limits: list[tuple[str, Limit]], known: Lookup) -> list[tuple[str, Limit]]:
    """The limits told in a sentence that names the measure, where some are: one order may allow several things."""
    named = [(kind, limit) for kind, limit in limits if _MEASURES[measure].search(known.words(limit.span))]
    return named or limits


def _limits(known: Lookup, page: Page, at: int) -> Iterator[tuple[str, Limit]]:
    """Yield the ends that dates of a page are told to be, from offset `at` on. A day alone lasts from 0 h to 24 h."""
    for mention in known.on_page.get(page.id, ()):
        time = mention.time
        if mention.kind != "date" or time is None or mention.span.start < at:
            continue
        lead = page.text[max(0, mention.span.start - 40) : mention.span.start] + mention.span.exact
        between = _spans_days(time) and re.match(r"du\b|from\b|between\b|entre\b", mention.span.exact, re.IGNORECASE)
        if between or _begins(time, lead):
            yield "since", Limit(start(time), mention.span)
        if between or _ends(time, lead):
            yield "until", Limit(_midnight(end(time)), mention.span)


def _begins(time: Time, lead: str) -> bool:
    """Whether a date is told as a beginning: an open end, an interval of days, "à compter du"."""
    if not time.earliest:
        return False
    return not time.latest or (_spans_days(time) and _UNTIL.search(lead) is not None) or _FROM.search(lead) is not None


def _ends(time: Time, lead: str) -> bool:
    if not time.latest or time.approximate:
        return False
    return not time.earliest or _UNTIL.search(lead) is not None


def _spans_days(time: Time) -> bool:
    return bool(time.earliest and time.latest) and time.earliest[:10] != time.latest[:10] and not time.approximate


def _midnight(moment: str) -> str:
    """24 h of a day is its last minute, not the first of the next."""
    if not moment.endswith("T00:00"):
        return moment
    return (datetime.fromisoformat(moment) - timedelta(minutes=1)).isoformat(timespec="minutes")


def _signed(known: Lookup, pages: list[Page]) -> Limit | None:
    """When an order was granted: the earliest of its grants, an oral one among them; a day allows from 0 h on."""
    found = []
    for page in pages:
        for mention in known.on_page.get(page.id, ()):
            if mention.kind == "date" and mention.time is not None and mention.time.modality == "stated":
                line = page.text.rfind("\n", 0, mention.span.start) + 1
                lead = folded(page.text[line : mention.span.start]).rsplit(". ", 1)[-1]
                if mention.time.earliest and _SIGNED.match(lead):
                    found.append(Limit(start(mention.time), mention.span))
    return min(found, key=lambda one: (one.moment, one.span.start), default=None)


def _term(page: Page, at: int, since: str) -> Limit | None:
    found = _TERM.search(page.text, at)
    if found is None:
        return None
    count = int(found["number"]) if found["number"] else _SPELLED.get(key(found["words"] or ""), 0)
    moment = _after(since, count, key(found["unit"])) if count else None
    return Limit(moment, cite(page, *found.span()).span) if moment is not None else None


def _after(since: str, count: int, unit: str) -> str | None:
    begun = datetime.fromisoformat(since)
    if unit.startswith(("mois", "month")):
        month = begun.month - 1 + count
        try:
            ended = begun.replace(year=begun.year + month // 12, month=month % 12 + 1)
        except ValueError:
            return None
    else:
        days = {"jour": 1, "day": 1, "sema": 7, "week": 7}.get(unit[:4].rstrip("s"), 0)
        ended = begun + (timedelta(days=days * count) if days else timedelta(hours=count))
    if since.endswith("T00:00"):
        return f"{ended.date().isoformat()}T23:59"
    return ended.isoformat(timespec="minutes")
