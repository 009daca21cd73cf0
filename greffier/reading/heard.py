"""Whose « je » is, page by page, in the record of one person heard: told by its title or by the field of the identity.

Stricter than whom quotes take for the speaker, since other names and ties of a person hang on it: what only stands near
such words (an interpreter, an officer) is nobody, and so is everybody where several hearings lie in one file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.born import BORN
from greffier.reading.candidate import Candidate
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.held import holds_a_hearing
from greffier.reading.mention import mention_id
from greffier.reading.vocabulary import level
from greffier.records import Page

_TITLE = 250  # characters in which the title of a page stands
_HEAD = 1500  # and in which a record says whom it hears
_BEFORE = 60
_CUE = re.compile(
    r"(?:(?:audition|interview|statement|hearing|deposition|interrogatoire|examination|testimony|evidence|declaration|comparution)s?"
    r"\s+(?:of|de|du|d'|with)\s?|garde a vue\s(?:de\s|[-–—:]\s?)"
    r"|(?:identite|nom(?:(?:\s+et\s+|,\s?|\s?/\s?)prenoms?)?|(?:full\s+)?name|deponent|interviewee|declarante?|comparante?"
    r"|personne\s+(?:entendue|auditionnee|gardee\s+a\s+vue)|(?:person|suspect|witness)\s+interviewed)"
    r"(?:\s*[:|]\s{0,4}|[ ]{3,30}|[ ]?\.{3,30}[ ]?)"
    r"|je\s+me\s+nomme\s+|je\s+m'appelle\s+|my\s+name\s+is\s+)"
    r"(?:(?:m|mr|mrs|ms|mme|mlle|monsieur|madame|shri|smt|witness|temoin|(?:le|la)\s+nommee?)\.?\s+)?$"
)
_BORN = re.compile(rf",?\s{{0,2}}\(?(?:b\.|born\s|{BORN}|d\.?o\.?b\b)")


def heard_on(pages: Sequence[Page], cast: Cast) -> dict[str, Speaker]:
    """Return who is heard, by the id of the page."""
    heard = _told(pages[0], cast.seen[pages[0].id]) if pages and cast.record else NOBODY
    by_page: dict[str, Speaker] = {}
    for number, page in enumerate(pages):
        if number and _begins_another(page, heard):
            heard = NOBODY
        by_page[page.id] = heard
    return by_page


def _told(page: Page, seen: Sequence[Candidate]) -> Speaker:
    """The person whom the head of a record names as the one it hears; nobody where it names two."""
    flat = level(page.text[:_HEAD])
    people = [one for one in seen if one.kind == "person" and one.end < _HEAD]
    told = [one for one in people if _CUE.search(flat, max(0, one.start - _BEFORE), one.start)]
    told = told or [one for one in people[:1] if _BORN.match(flat, one.end)]
    names = [set(level(one.normalised or "").split()) for one in told]
    fullest = max(names, key=len, default=set())
    if not told or not all(name <= fullest for name in names):
        return NOBODY
    who = next(one for one, name in zip(told, names, strict=True) if name == fullest)
    return Speaker(mention_id(page, who.start, who.end, "person"), who.normalised)


def _begins_another(page: Page, heard: Speaker) -> bool:
    """Whether a page has the title of a hearing, and not that of this person."""
    head = level(page.text[:_TITLE])
    return holds_a_hearing(head) and not any(word in head for word in level(heard.name or "").split() if len(word) > 2)
