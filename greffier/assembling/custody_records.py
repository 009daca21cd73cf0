"""Custody records: whose they are, and what they tell of one person hour by hour."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from greffier.assembling.entries import Entry, told
from greffier.assembling.lookup import Lookup
from greffier.assembling.wording import saying
from greffier.records import Piece
from greffier.text import folded

_TOP = 900  # characters of a piece, in which it says that it is a custody record
_TITLE = 300  # characters of a paper of several sheets, hearings among them, in which it says that it is one
_CUSTODY = saying("custody", "records")
_NAME = re.compile(  # `Name of arrestee   SHAH Imran`, « Nom et prénom : … », `Prisoner ...... X`
    r"^[^\w\n]{0,4}(?:\d{1,2}[.)]\s*)?(?i:surname|(?:family |last )?name(?: of \w{1,20})?|"
    r"(?:prisoner|detainee)(?:'s)? name|"
    r"noms?(?:[ ,]*(?:et )?pr[ée]noms?)?|(?:le|la) nomm[ée]e?|concerne|prisoner|detainee|detained person|suspect|"
    r"personne(?: gard[ée]e [àa] vue)?|int[ée]ress[ée]e?)"
    r"(?:[ \t]{0,30}[:.|_][ \t.:|_]{0,60}|[ \t]{2,40}|[ \t](?=[A-ZÀ-Þ]{2}))(?:l[ea] nomm[ée]e? )?"
    r"(?P<name>[^\W\d_][^\n|,;]{1,60}?(?:, ?[A-ZÀ-Þ][\w'’-]+)?)(?=[ \t]{2}|[\n,;|.]|\Z| [sd]/o\b)",
    re.MULTILINE,
)
_BORN = re.compile(  # a line that begins with a name and a birth
    r"^[ \t]{0,8}(?P<name>[A-ZÀ-Þ][\w'’-]+(?:[ ,]{1,2}[A-ZÀ-Þ][\w'’-]+){1,3})[ \t,]+(?:n[ée]e?\b|d\.?o\.?b\b|born\b)",
    re.MULTILINE,
)
TITLED = re.compile(  # « GARDE À VUE - SARR Awa », `CUSTODY RECORD OF Colin BAXTER`
    r"(?i:garde\s+[àa]\s+vue|d[ée]tention|custody|audition|prolongation|retenue)\s+(?i:et\s+audition\s+)?(?:(?i:de"
    r"|of|record of|d['’])\s?|[-–—:]\s)"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’.-]*){0,3})"
)
_HEARD = re.compile(  # « entendons X, privé de liberté », `interview of X, in custody`
    r"\b(?i:entendons|avons entendu|proc[ée]dons [àa] l['’]audition de|comparait|interview (?:of|with)|interviewed)\s+"
    r"(?i:(?:le|la) nomm[ée]e? |m\. |mme |monsieur |madame )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?:[ ][A-ZÀ-Þ][\w'’-]+){1,3})"
)
_GIVEN = re.compile(
    r"\b(?:forenames?|first names?|given names?|pr[ée]noms?)[ \t]*:?[ \t]+(?P<name>[^\W\d_][\w'-]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class CustodyRecord:
    """The record of one person: folded words of the name, and the entries in the order of the pages."""

    piece: Piece
    called: str
    name: frozenset[str]
    entries: tuple[Entry, ...]


def fields_held(text: str) -> list[str]:
    """The names that the fields of a form give as those of whom it holds, else those beside a birth."""
    named = [found["name"].strip() for found in _NAME.finditer(text)]
    return named or [found["name"].strip() for found in _BORN.finditer(text)]


def names_held(text: str) -> list[str]:
    """The names that a page gives as those of whom it holds, by its fields or its titles."""
    return fields_held(text) + [found["name"].strip() for found in TITLED.finditer(text)]


def custody_records(known: Lookup) -> Iterator[CustodyRecord]:
    """Yield the pieces that are the custody record of one named person."""
    for piece in known.ordered_pieces():
        pages = [known.pages[id] for id in piece.pages if id in known.pages]
        if not pages or piece.kind in ("press", "mail", "call_records", "expertise"):
            continue
        if piece.kind == "hearing" and TITLED.search(pages[0].text[:_TITLE]) is None:
            continue
        if _CUSTODY.search(known.flat(pages[0])[:_TOP]) is None:
            continue
        text = "\n".join(page.text for page in pages)
        names = list(dict.fromkeys(fields_held(text)))
        if not names:
            titled = TITLED.search(pages[0].text[:_TOP])
            heard = titled or _HEARD.search(text)
            names = [heard["name"].strip()] if heard else []
        if len(names) == 1:
            called = " ".join((*names, *[found["name"] for found in _GIVEN.finditer(text)][:1]))
            words = frozenset(re.findall(r"[a-z'-]{2,}", folded(called)))
            yield CustodyRecord(piece, called, words, _own(known, list(told(known, piece.pages))))


def _own(known: Lookup, entries: list[Entry]) -> tuple[Entry, ...]:
    """What is told of each hour, without the sentences that name a later hour: those are told of that one."""
    kept = []
    for one in entries:
        inside = [
            known.sentence(other.span)
            for other in entries
            if other.page.id == one.page.id and one.span.end < other.span.start < one.end
        ]
        cut = min((begin for begin, _ in inside if begin > one.span.end), default=one.end)
        leads = one.start == one.span.start and cut < one.end
        kept.append(replace(one, said=folded(one.page.text[one.span.end : cut]), end=cut) if leads else one)
    return tuple(kept)
