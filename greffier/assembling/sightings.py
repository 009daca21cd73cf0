"""Somebody at an act or a place at a time, as one paper tells it: what readers of papers, rows and sentences make."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from greffier.assembling.checking import line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.times import end, start
from greffier.assembling.wording import phrases, saying, table
from greffier.records import Citation, Entity, Page, Span, Time
from greffier.text import folded

LONGEST = timedelta(hours=16)  # of one act or one turn of duty
_TERMS = table("attending")
_RANKS = frozenset(phrases("attending", "ranks"))
_KINDS = {name: saying("attending", f"acts.{name}") for name in _TERMS["acts"]}
_TOGETHER = frozenset(map(frozenset, _TERMS["together"]))
_ANYWHERE = frozenset(phrases("attending", "anywhere"))
_TOP = 8  # lines of a page that say where it was written


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody by the folded words of his name, with the entity where he is one (else empty)."""

    words: frozenset[str]
    called: str
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """Somebody at an act of a kind (`lexicon/attending.yaml`), from when to when if it `lasts`, else at a moment
    between the two; at a place (an entity or folded words) where that is told.

    `around` are the names at the top of the page and on the line that may tell where, `line` those of the line alone;
    `own` is what the record of the act says of who made it.
    """

    who: Who
    act: str
    begun: datetime
    ended: datetime
    lasts: bool
    piece: str
    cited: tuple[Citation, ...]
    place: str = ""
    called: str = ""
    around: frozenset[str] = frozenset()
    line: frozenset[str] = frozenset()
    own: bool = False


def named(known: Lookup, name: str, entity: Entity | None = None) -> Who:
    """Whom a name stands for; an entity is known by the longest of its names."""
    forms = [name, *((form.value for form in entity.names) if entity else ())]
    return Who(max((words_of(one) for one in forms), key=len), " ".join(name.split()), entity.id if entity else "")


def words_of(name: str) -> frozenset[str]:
    """The folded words of a name, initials among them, without ranks."""
    return frozenset(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", folded(name))) - _RANKS


def kind_of(text: str) -> str:
    """What is done, by the first word that says so; empty where none does."""
    flat = folded(text)
    found = [(match.start(), name) for name, words in _KINDS.items() if (match := words.search(flat))]
    return min(found)[1] if found else ""


def together(one: str, other: str) -> bool:
    """Whether two kinds of acts are often parts of one."""
    return frozenset({one, other}) in _TOGETHER or bool(_ANYWHERE & {one, other})


def bounds(time: Time) -> tuple[datetime, datetime]:
    """The first and the last minute that a time told with an hour may mean."""
    last = time.latest if "T" in time.latest else time.earliest
    return datetime.fromisoformat(start(time)[:16]), datetime.fromisoformat(last[:16])


def window(time: Time) -> tuple[datetime, datetime]:
    """The minutes between which a moment lies."""
    return datetime.fromisoformat(start(time)[:16]), datetime.fromisoformat(end(time)[:16])


def placed(known: Lookup, page: Page, at: Span, one: Sighting) -> Sighting:
    """A sighting with the names that stand around it: its line, the top of its page."""
    line = names(known, page, page.text[slice(*line_at(page.text, at.start))]) - one.who.words
    return replace(one, around=names(known, page, "\n".join(page.text.split("\n")[:_TOP])) | line, line=line)


def names(known: Lookup, page: Page, text: str) -> frozenset[str]:
    """The capitalised words of a text, folded, that are no people of its page: places are among them."""
    people = frozenset(
        word for one in known.on_page.get(page.id, ()) if one.kind == "person" for word in words_of(one.span.exact)
    )
    return frozenset(folded(one) for one in re.findall(r"(?<![\w'’-])[A-ZÀ-Þ][\w'’-]{3,}", text)) - people
