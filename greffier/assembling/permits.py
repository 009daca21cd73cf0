"""Acts of a kind that a paper must allow, and the papers of the case that allow it, joined by whom and what they name.

An order and its act seldom quote each other's number. Both name the same person, place, firm or mark, and both say of
what kind the act is (`lexicon/measures.yaml`). Acts are the dated lines of a record of that kind, else what a sentence
or a row tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from greffier.assembling.authority import Order, decides, marks, window
from greffier.assembling.lookup import Lookup
from greffier.assembling.relied import Done, Relied
from greffier.assembling.sessions import sessions
from greffier.assembling.sheets import sheets
from greffier.assembling.times import precise, start
from greffier.assembling.wording import saying, table
from greffier.records import Mention, Page, Piece, Time
from greffier.text import fold, folded, key

_HEAD = 420  # folded characters of a page in which a paper says what it is
_DAY = 24 * 60
_NEXT = 40  # characters from the words of an act to its day
_AROUND = 160  # characters on either side of a day that tell of it
_BY_HOURS = ("search",)
_OF_TALK = ("intercept", "watch")  # whose records are full of what others say and do
_NAMING = ("person", "place", "organisation")
_COMMON = re.compile(
    r"(?:rue|avenue|chemin|road|street|police|brigade|tribunal|court|parquet|greffe|ministere|service)\Z"
)
_IN_OFFICE = re.compile(  # what stands before a name of somebody in office, whom papers on anybody name
    r"\b(?:insp\w*|juge|judge|justice|hon|procureu\w*|prosecutor|sgt|sergeant|dc|ds|di|dci|pc|const\w*|cst|det\w*|"
    r"officer|off|cpl|lt|lieutenant|capitaine|capt|adj\w*|commandant|commissaire|gendarme|magistra\w*|greffi\w*|me|maitre|"
    r"counsel|supt|superintendent|dep|deputy|president|nous|registrar|clerk|directeur|director|brigadier\w*|major|agent)\W{0,3}\Z"
)
_NUMBER = re.compile(r"(?<![\w.,/-])(?!(?:19|20)\d\d(?!\d))\d{3,}(?![\w,/-]|\.\d)")
_CAPITAL = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w'’-]{3,}")
_STOP = re.compile(r"[.;](?=\s)|\n[ \t]*\n")
_CELLS = re.compile(r"[ ]{2}|[|\t;]")
_ON_LINE = re.compile(
    r"\W{0,40}+(?:[^\W\d_]{1,20}+\W{1,8}+){0,2}(?:n[°o] ?)?[\w/.-]{0,9}+\W{0,12}+"
)  # before a day: `Session 140`
_NOT_DONE = re.compile(
    r"\b(?:will|shall|to be|sera|seront|devra|prevue?|planned|scheduled|not|pas|sans|avant|before|never|jamais|"
    r"returned|restituee?|annulee?|cancelled|requested|demandee?)\b"
)
_OTHERWISE = re.compile(  # grounds that need no paper, or one that came later by law
    r"\b(?:consen\w+|assentiment|accord (?:ecrit|verbal|expres)|flagran\w*|exigent|urgen\w*|emergency|"
    r"oral(?:e|ly)?|verbal\w*|"
    r"par telephone|by (?:tele)?phone|confirm\w*|regularis\w*|ratifi\w*|retroact\w*|avec effet)\b"
)
_RENEWED = re.compile(
    r"\b(?:prolong\w*|prorog\w*|renouvel\w*|recondui\w*|reconduc\w*|avenant|extend\w*|extension|renew\w*|"
    r"(?:nouvelle|seconde) (?:ordonnance|autorisation)|"
    r"(?:new|second|further|fresh) (?:order|warrant|authori[sz]ation))\b"
)
_NONE = re.compile(r"\b(?:aucun\w*|sans|pas|no|not|never|without|nul\w*|ni|jamais|n't|requi\w*|must|doit|shall|may)\b")


_ALLOWING = saying("measures", "allowing")
_MEASURES = tuple(name for name in table("measures") if name != "allowing")


@dataclass(frozen=True, slots=True)
class _Permit:
    """A paper that allows a measure, and whom and what it names."""

    order: Order
    names: frozenset[str]


@cache
def _words(measure: str, kind: str) -> re.Pattern[str]:
    return saying("measures", f"{measure}.{kind}")


def allowed(known: Lookup) -> Iterator[Relied]:
    """Yield the acts of each record of a measure that papers of the case allow, with every paper that may be meant."""
    permits = [one for piece in known.ordered_pieces() for one in _permits(known, piece)]
    common = _everywhere(known) if permits else frozenset()
    permits = [replace(one, names=one.names - common) for one in permits]
    for measure in sorted({one.order.measure for one in permits}):
        of = list(_without_first([one for one in permits if one.order.measure == measure]))
        renewed = _renewed_elsewhere(known, measure, of)
        grouped: dict[tuple[Order, ...], list[Done]] = {}
        for piece in known.ordered_pieces():
            for page in (known.pages[id] for id in piece.pages if id in known.pages):
                if _tells(known, piece, page, measure, of):
                    prolonged = renewed or _renewed(known.flat(page), None)
                    for done, orders in _acts(known, piece, page, measure, of):
                        told = tuple(replace(one, until=None) for one in orders) if prolonged else orders
                        grouped.setdefault(told, []).append(done)
        for orders, acts in grouped.items():
            yield Relied(tuple(acts), orders)


def _tells(known: Lookup, piece: Piece, page: Page, measure: str, permits: list[_Permit]) -> bool:
    """Whether a page may tell an act: it is none of the papers that allow it, and names no ground that needs none."""
    aside = any(page.id in {one.id for one in permit.order.pages} for permit in permits)
    reported = piece.kind in ("press", "mail", "hearing") or page.near_duplicate_of is not None
    told = known.flat(page)[: _HEAD if measure in _OF_TALK else None]
    return not aside and not reported and _OTHERWISE.search(told) is None


def _acts(
    known: Lookup, piece: Piece, page: Page, measure: str, permits: list[_Permit]
) -> Iterator[tuple[Done, tuple[Order, ...]]]:
    """The acts that a page tells, each with the papers that may allow it."""
    first = known.pages.get(piece.pages[0], page)
    recorded = any(_words(measure, "record").search(known.flat(one)[:_HEAD]) for one in (page, first))
    whole = _written(page, 0, len(page.text)) | _written(first, 0, _HEAD) if recorded else frozenset()
    calls = {one.span for one in sessions(known, piece)} if measure == "intercept" and recorded else frozenset()
    days = [one for one in known.on_page.get(page.id, ()) if one.kind == "date" and _of_a_day(one)]
    for mention in days:
        around = _told(page.text, mention)
        of_record = mention.span in calls or (recorded and _of_record(known, piece, page, mention, measure))
        if mention.time and (of_record or _says(page, around, mention, days, measure)):
            names = whole | _written(page, *around)
            orders = tuple(one.order for one in permits if one.names & names)
            if orders and not (measure in _BY_HOURS and _same_day(mention.time, orders)):
                yield Done(mention.time, mention.span), orders


def _same_day(time: Time, orders: tuple[Order, ...]) -> bool:
    """Whether a paper was granted on the day of an act: hours of one day are asked after by `warrants.py`."""
    return any(one.since is not None and one.since.moment[:10] == start(time)[:10] for one in orders)


def _of_record(known: Lookup, piece: Piece, page: Page, mention: Mention, measure: str) -> bool:
    """Whether a day of a record dates an act: of the whole record, where it tells one act, else of a row."""
    line = page.text.rfind("\n", 0, mention.span.start) + 1
    act = known.act(piece.id)
    if table("measures")[measure].get("one_act"):
        return act is not None and mention.time is not None and act.earliest[:10] == mention.time.earliest[:10]
    return _ON_LINE.fullmatch(folded(page.text[line : mention.span.start])) is not None


def _of_a_day(mention: Mention) -> bool:
    return mention.time is not None and mention.time.modality != "relative" and precise(mention.time, _DAY)


def _says(page: Page, around: tuple[int, int], mention: Mention, days: list[Mention], measure: str) -> bool:
    """Whether a row or sentence tells an act, and this is its day: the next one, else the last."""
    view = fold(page.text[slice(*around)])
    found = _words(measure, "done").search(view.text)
    if found is None or _NOT_DONE.search(view.text, 0, found.end()):
        return False
    first, last = (around[0] + at for at in view.original(*found.span()))
    near = [one for one in days if first <= one.span.start <= last + _NEXT]
    before = [one for one in days if around[0] <= one.span.start < first]
    return mention is (near[0] if near else before[-1] if before else None)


def _told(text: str, mention: Mention) -> tuple[int, int]:
    """The row or the sentence of a day, as far as it is near."""
    first, last = mention.span.start, mention.span.end
    line = text.rfind("\n", 0, first) + 1
    if line == first or _CELLS.search(text, line, first):
        begin = line  # a row
    else:
        begin = max(
            first - _AROUND,
            max((found.end() for found in _STOP.finditer(text, max(0, first - _AROUND), first)), default=0),
        )
    stop = _STOP.search(text, last, last + _AROUND) if begin != line else None
    end = text.find("\n", last) if begin == line else stop.start() if stop else last + _AROUND
    return begin, end if 0 <= end < len(text) else len(text)


# --- the papers -------------------------------------------------------------------------------------------------------


def _permits(known: Lookup, piece: Piece) -> Iterator[_Permit]:
    """The papers of a piece that allow a measure for a time, or from a day."""
    if piece.kind in ("press", "mail", "hearing"):
        return
    for pages in sheets(known, piece):
        measure = _measure(known, pages)
        if measure is not None:
            since, until = window(known, pages)
            if any(_renewed(known.flat(page), None) for page in pages):
                until = None  # the first of several terms
            if since is not None or until is not None:
                order = Order(piece, tuple(pages), measure, since, until, frozenset(), frozenset())
                yield _Permit(order, frozenset().union(*(_names(known, page, 0, len(page.text)) for page in pages)))


def _measure(known: Lookup, pages: list[Page]) -> str | None:
    """What a paper allows: by its name, else the one measure that it is about, where its name says that it allows."""
    head = known.flat(pages[0])[:_HEAD]
    named = [(found.start(), name) for name in _MEASURES if (found := _words(name, "paper").search(head))]
    at, measure = min(named, default=(_HEAD, ""))
    if not named and _ALLOWING.search(head) and decides(pages):
        text = " ".join(map(known.flat, pages))
        about = [name for name in _MEASURES if _words(name, "about").search(text)]
        about = about if len(about) == 1 else [one for one in about if one != "watch"]  # who listens watches too
        measure = about[0] if len(about) == 1 else ""
    recorded = any(_words(name, "record").search(head[:at]) for name in _MEASURES)
    return measure or None if not recorded else None


def _without_first(permits: list[_Permit]) -> Iterator[_Permit]:
    """The papers of one measure; a renewal whose first paper is not in the file says nothing of what came before."""
    for one in permits:
        first = one.order.pages[0]
        begun = min(
            (other.order.since.moment for other in permits if other.order.since and other is not one), default=""
        )
        renews = _RENEWED.search(folded(first.text[:_HEAD])) is not None
        alone = renews and one.order.since is not None and not (begun and begun < one.order.since.moment)
        yield replace(one, order=replace(one.order, since=None)) if alone else one


def _everywhere(known: Lookup) -> frozenset[str]:
    """Words of places and bodies that most papers of a case bear: the town of its court, the name of its service."""
    counted: Counter[str] = Counter()
    people: set[str] = set()
    for piece in known.ordered_pieces():
        pages = [known.pages[id] for id in piece.pages if id in known.pages]
        counted.update(frozenset().union(*(_written(page, 0, len(page.text)) for page in pages)))
    for mention in known.mentions.values():
        if mention.kind == "person":
            people.update(re.findall(r"[a-z][a-z'-]{3,}", folded(mention.span.exact)))
    return (
        frozenset(word for word, times in counted.items() if word.isalpha() and times > max(2, len(known.pieces) // 3))
        - people
    )


def _renewed_elsewhere(known: Lookup, measure: str, permits: list[_Permit]) -> bool:
    """Whether another paper says that a measure was renewed, whose order the file does not hold."""
    own = {page.id for one in permits for page in one.order.pages}
    about = re.compile(f"{_words(measure, 'paper').pattern}|{_words(measure, 'record').pattern}")
    return any(page.id not in own and _renewed(known.flat(page), about) for page in known.ordered_pages())


def _renewed(text: str, about: re.Pattern[str] | None) -> bool:
    """Whether a sentence of a page says that something was renewed, and is about it."""
    sentences = re.split(r"[.;]\s|\n\s*\n", text) if _RENEWED.search(text) else []
    return any(
        _RENEWED.search(one) and not _NONE.search(one) and (about is None or about.search(one)) for one in sentences
    )


def _written(page: Page, begin: int, end: int) -> frozenset[str]:
    """Every word of a part of a page that may be of a name, and its numbers."""
    words = {folded(one.group()) for one in _CAPITAL.finditer(page.text, begin, end)}
    return frozenset(
        words | marks(page.text[begin:end]) | {one.group() for one in _NUMBER.finditer(page.text, begin, end)}
    )


def _names(known: Lookup, page: Page, begin: int, end: int) -> frozenset[str]:
    """The words of names, plates and numbers in a part of a page, without those of people in office."""
    found: set[str] = set(marks(page.text[begin:end]))
    found |= {one.group() for one in _NUMBER.finditer(page.text, begin, end)}
    for one in known.on_page.get(page.id, ()):
        if begin <= one.span.start < end:
            before = folded(page.text[max(0, one.span.start - 16) : one.span.start])
            if one.kind in _NAMING and not _IN_OFFICE.search(before):
                words = re.findall(r"[a-z][a-z'-]{3,}", folded(one.span.exact))
                found |= {word for word in words if not _COMMON.match(word)}
            elif one.kind in ("plate", "container", "phone", "seal"):
                found.add(key(one.normalised or one.span.exact).replace(" ", "").replace("-", ""))
    return frozenset(found)
