"""Stages of custody that papers of any kind tell: begun, rights told, heard, extended, before a court, ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from greffier.assembling.checking import cite
from greffier.assembling.custody_records import TITLED, names_held
from greffier.assembling.entries import Entry, entries
from greffier.assembling.lookup import Lookup
from greffier.assembling.times import end, precise, start
from greffier.assembling.wording import saying, table
from greffier.records import Page, Time
from greffier.text import folded

Stage = Literal["begun", "rights", "heard", "extended", "court", "ended", "until"]
_ABOUT = saying("custody", "about")
_SAYS: dict[Stage, re.Pattern[str]] = {
    stage: saying("custody", f"stages.{stage}") for stage in table("custody")["stages"]
}
_NOT = saying("custody", "not_yet")
_TAKEN, _ITS_HOUR = saying("custody", "taken"), saying("custody", "its_hour")
_ORDERS = re.compile(  # an order that extends, of which only the signature tells the hour
    r"\b(?:prolongeons|prorogeons|(?:autorisons|ordonnons|accordons) (?:la |une )?(?:prolongation|prorogation)"
    r"|i (?:hereby )?(?:authori[sz]e"
    r"|extend) (?:the )?(?:continued |further )?(?:detention|custody))\b(?![^\n]*\n[ \t]*\n[ \t]*\n)"
)
_SIGNED = re.compile(
    r"(?:ainsi (?:ordonne|fait)|fait (?:a|le)|signed|given|done at|signifie|notifie"
    r"|[a-z' -]{2,30}, le\b)"
)
_TARGET = re.compile(r"(?:jusqu['’](?:au|a)|until|up to|expir\w*|\bto\b|\bau\b|terme)[^\w\n]*(?:le )?$")
_HEADING = re.compile(
    r"^[^\w\n]{0,4}(?:N[°ºo]\.?|No\.?|Ref\.?|#)[ ]?[\w/.-]{1,14}[ \t]{2,}(?P<name>[^\W\d_][^\n]{2,40}?)(?=[ \t]{2}"
    r"|$)",
    re.MULTILINE,
)
_HELD = re.compile(
    r"\b(?:garde a vue|nommee?|custody|detention|concerne|suspect|accused|prisoner|interesse)(?: de"
    r"| du| d'| of|:)?[ :]*$"
)
_OWN_LABEL = re.compile(r"(?:^|[\s|])(?P<label>[a-z][a-z' ]{2,24}?)[ ]?:[ ]*(?:le )?$")  # of several fields on a line
_BARE = re.compile(
    r"\W{0,9}+(?:debut|start|begun|began|placee? (?:le|a))\W{0,9}+(?:(?:debut|start)\W{0,9}+)?"
    r"(?:h\b\W{0,9}+)?(?:(?:fin|end)\W{0,9}+)?(?:h\W{0,9}+)?"
)
_RECORD = re.compile(r"\b(?:gardes? a vue|g\.?a\.?v\b|custody|detention|retenue|retention)\b")
_REVIEWED = re.compile(r"\breview(?:s|ed)?\b")
_NEAR = 500  # characters before an hour in which a person is named
_VAGUE, _HOUR = 20, 60  # minutes: how vaguely an hour may be told, by a line and by an event
_TYPES: dict[str, Stage] = {"custody_start": "begun", "custody_extension": "extended"}
_TITLES = frozenset(
    "suspect accused prisoner mme mlle monsieur madame nomme nommee alias dit dite prenom prenoms nom".split()
)


@dataclass(frozen=True, slots=True)
class Held:
    """One stage of somebody's custody; `who` are the names that may be meant, as their folded words."""

    stage: Stage
    moment: datetime
    who: tuple[frozenset[str], ...]
    entry: Entry

    def of(self, other: Held) -> bool:
        """Whether two stages may be of one person: a name of one is a part of one of the other, or shares two words."""
        return any(a & b and (a <= b or b <= a or len(a & b) > 1) for a in self.who for b in other.who)


def stages(known: Lookup) -> list[Held]:
    """The stages that all papers of a case tell to the minute, in the order of time."""
    found = [
        one
        for page in known.ordered_pages()
        if page.near_duplicate_of is None and _speaks(known, page)
        for one in _on_page(known, page)
    ]
    found += _events(known)
    return sorted(found, key=lambda one: (one.moment, known.place[one.entry.page.id], one.entry.start))


def _events(known: Lookup) -> Iterator[Held]:
    """The beginnings and extensions that sentences tell as events: a beginning by its last minute."""
    for event in known.dossier.events:
        stage, time = _TYPES.get(event.type), event.time
        if stage is None or event.polarity != "positive" or event.modality != "fact" or not event.citations:
            continue
        held = [one for one in known.filled(event, "recipient", "victim", "object") if one.kind == "person"]
        span = event.citations[0].span
        if held and time is not None and precise(time, _HOUR) and span.page in known.pages:
            if stage == "extended" and _REVIEWED.search(folded(_line_to(known.pages[span.page].text, span.end))):
                continue  # whoever reviews a detention extends no term
            moment = datetime.fromisoformat((end(time) if stage == "begun" else start(time))[:16])
            entry = Entry(known.pages[span.page], time, span, "", "", span.start, span.end)
            yield Held(stage, moment, (_words(held[0].name),), entry)


def _line_to(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : at]


def _speaks(known: Lookup, page: Page) -> bool:
    piece = known.pieces.get(known.piece_of.get(page.id, ""))
    if piece is None or piece.kind in ("press", "mail", "intercept", "call_records"):
        return False
    return any(_ABOUT.search(known.flat(known.pages[id])) for id in (page.id, *piece.pages[:1]) if id in known.pages)


def _on_page(known: Lookup, page: Page) -> Iterator[Held]:
    for entry in entries(known, page):
        stage = _stage(entry)
        if stage is not None and precise(Time("", entry.time.earliest, entry.time.earliest), _VAGUE):
            moment = datetime.fromisoformat(start(entry.time))
            yield Held(stage, moment, _who(known, page, entry), entry)
    for mention in known.on_page.get(page.id, ()):
        time = mention.time
        if mention.kind == "date" and time is not None and "T" in time.latest:
            before = folded(page.text[max(0, mention.span.start - 120) : mention.span.start]) + " "
            first = folded(mention.span.exact)
            target = _TARGET.search(before.rstrip(" ")) or re.match(r"jusqu|until|up to", first)
            if target and re.search(r"prolong|prorog|extend|extension|renouvel", before):
                span = cite(page, mention.span.start, mention.span.end).span
                entry = Entry(page, time, span, before, "", mention.span.start, mention.span.end)
                yield Held("until", datetime.fromisoformat(end(time)[:16]), _who(known, page, entry), entry)


def _stage(entry: Entry) -> Stage | None:
    """Which stage the label of a field tells, else what is told of the hour itself."""
    text = entry.page.text
    before = folded(text[max(0, entry.span.start - 40) : entry.span.start])
    if (
        "T" not in entry.time.earliest
        or _TARGET.search(before.rstrip(" "))
        or _NOT.search(f"{entry.label} {entry.said}")
    ):
        return None
    if _SIGNED.match(entry.said) and _ORDERS.search(folded(text[max(0, entry.start - _NEAR) : entry.start])):
        return "extended"
    if _ITS_HOUR.fullmatch(entry.label) and _TAKEN.search(_top(entry.page)):
        return "begun"
    own = _OWN_LABEL.search(before)
    led = before.rsplit(". ", 1)[-1].rsplit(";", 1)[-1] if entry.start < entry.span.start else ""
    for said in (own["label"] if own else entry.label, led, entry.said.split(". ")[0], entry.said):
        for stage, words in _SAYS.items():
            if said and words.search(said):
                return (
                    stage if stage != "begun" or not _BARE.fullmatch(said) or _RECORD.search(_top(entry.page)) else None
                )
    return None


def _top(page: Page) -> str:
    return folded(page.text[:_NEAR])


def _who(known: Lookup, page: Page, entry: Entry) -> tuple[frozenset[str], ...]:
    """The names of who is held: of the record's own heading, else those beside the hour, else the last one before."""
    text = page.text
    heads = list(_HEADING.finditer(text, 0, entry.start))
    if heads and re.search(r"registre|register|local|custody|retention|cellul", known.flat(page)[:400]):
        return (_words(heads[-1]["name"]),)
    named = _of_record(known, page)
    if named:
        return (named,)
    titled = [found for found in TITLED.finditer(text, 0, entry.start) if entry.start - found.start() < _NEAR]
    if titled:
        return (_words(titled[-1]["name"]),)
    people = [one for one in known.on_page.get(page.id, ()) if one.kind == "person"]
    here = [one for one in people if entry.start <= one.span.start < max(entry.end, entry.span.end)]
    before = [one for one in people if entry.start - _NEAR <= one.span.start < entry.start]
    held = [one for one in before if _HELD.search(folded(text[max(0, one.span.start - 40) : one.span.start]))]
    chosen = here or held[-1:] or before[-1:]
    return tuple(words for one in chosen if (words := _words(one.normalised or one.span.exact)))


def _of_record(known: Lookup, page: Page) -> frozenset[str]:
    """Whose record a page or its piece is, where one name only stands in the field or the title for it."""
    piece = known.pieces.get(known.piece_of.get(page.id, ""))
    pages = [known.pages[id] for id in piece.pages if id in known.pages] if piece else [page]
    for over in ([page], pages):
        names = {_words(name) for one in over for name in names_held(one.text)} - {frozenset()}
        if len(names) == 1 or (names and any(all(one <= other for one in names) for other in names)):
            return max(names, key=len)
    return frozenset()


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z'-]{3,}", folded(name))) - _TITLES
