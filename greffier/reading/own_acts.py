"""Reads the act that a paper itself is the record of: the hearing, the search, the order that its title names.

Who did it and to whom is told by its head. Where its sentences tell the same act of the same day, it is told already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from greffier.reading.born import BORN
from greffier.reading.cast import Cast
from greffier.reading.mention import span
from greffier.reading.titled import Titled, day_of, papers
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import level
from greffier.records import Citation, Event, Found, Mention, Page, Piece, Role, digest

_OF_NO_ACT = frozenset(("mail", "press", "bank", "call_records", "intercept"))
_BY_OTHERS = frozenset(("arrest",))  # of which the head names who writes it down
_OF_THE_HEARD = frozenset(("hear", "arrest", "custody_start", "custody_extension"))
_NOTIFIED = frozenset(("custody_start", "custody_extension"))  # later than they began
_NEAR = 500  # characters from a title to whom it is done to
_AS_HIM = re.compile(  # what stands before the one it is done to, on his line
    r"(?:entendons|comparait|interviewed|interviewee|suspecte?|temoin|witness|arrestee|detainee|prisoner|nom|name|identite|personne(?:\s[a-z]+){1,4})\s*:?"
    r"\s*(?:(?:l[ea]\s)?(?:nommee?|dame|sieur)\s|(?:m|mr|mrs|ms|mme|shri|smt)\.?\s)?$"
)
_BORN = re.compile(rf"[\s,(]{{1,4}}(?:{BORN}|born\b|d\.?o\.?b\b)")
_GRANTS = re.compile(
    r"\b(?:autoris(?:ons|ee?s?)|ordonn(?:ons|e)|prescriv(?:ons|ent)|commettons|donnons|mandons|requerons|delivrons|prolongeons|prorogeons|permettons|enjoignons|il\s+est\s+ordonne"
    r"|authori[sz](?:ed?|ation)|(?:is|are)\s+(?:hereby\s+)?(?:directed|commanded|authori[sz]ed)|you\s+are\s+(?:hereby\s+)?commanded|grants|granted|hereby|given|issued|so\s+ordered)\b"
)
_REFUSES = re.compile(
    r"\b(?:rejetons|rejette|refusons|refuse|n'y\s+avoir\s+lieu|non-lieu|renvoi\s+devant|irrecevable|dismissed|refused|declined|denied|rejected|annul\w+|revoked|set\s+aside)\b"
)
_OF_CUSTODY = re.compile(
    r"\b(?:gardee?s?\s+a\s+vue|privation\s+de\s+liberte|detention|detain\w*|retention|retenue|custody|liberte)\b"
)
_TAKEN = re.compile(
    r"\b(?:saisi(?:e|es|s|ssons)?|scelles?|seized|seizure|exhibits?|confis\w+|production\s+no|mudda|mahazar)\b"
)


class OwnActs:
    """Finds the acts that papers are the records of; one without its day is not told."""

    name = "own_acts"
    version = 3

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]:
        if piece.kind in _OF_NO_ACT:
            return
        dates = [one for one in found if isinstance(one, Mention) and one.kind == "date"]
        told = [one for one in found if isinstance(one, Event)]
        for paper in papers(pages, dates):
            for type_ in paper.types if _borne_out(paper) else ():
                event = _act(piece, paper, type_, found, self.name)
                if event is not None and not any(_tells(one, event, paper) for one in told):
                    yield event


def _act(piece: Piece, paper: Titled, type_: str, found: Sequence[Found], reader: str) -> Event | None:
    if (
        paper.title is None
        or paper.time is None
        or (type_ == "seize" != paper.types[0] and not _TAKEN.search(paper.text))
    ):
        return None
    first = paper.pages[0]
    return Event(
        id=digest("event", first.id, paper.title[0], type_, reader),
        type=type_,
        piece=piece.id,
        reader=reader,
        citations=(Citation(span(first, *paper.title)),),
        time=day_of(paper.time) if type_ in _NOTIFIED else paper.time,
        roles=tuple(_roles(piece, paper, type_, found)),
    )


def _borne_out(paper: Titled) -> bool:
    """Whether an order grants something, one that refuses authorises nothing, and whether it extends a custody."""
    first = next(iter(paper.types), None)
    if first == "custody_extension" and not _OF_CUSTODY.search(paper.text):
        return False
    if first in ("authorise", "custody_extension") and _REFUSES.search(paper.text):
        return False
    return first != "authorise" or _GRANTS.search(paper.text) is not None


def _roles(piece: Piece, paper: Titled, type_: str, found: Sequence[Found]) -> Iterator[Role]:
    """Who acts and, where it is done to somebody, to whom, as the head of the paper says."""
    here = {page.id for page in paper.pages}
    mentions = [one for one in found if isinstance(one, Mention) and one.span.page in here]
    cast = Cast.of(piece, paper.pages, found)
    sides = roles_of(type_)
    known = {one.id: one for one in mentions}
    officer, other = known.get(cast.officer.id or ""), known.get((cast.held.id or cast.heard.id) or "")
    if other is not None and type_ in _OF_THE_HEARD and _named_by_head(paper, other):
        yield _role(sides["object"], other)
        officer = None if officer is not None and _may_be_one(officer, other) else officer
    if officer is not None and type_ not in _BY_OTHERS:
        yield _role(sides["subject"], officer)


def _may_be_one(one: Mention, other: Mention) -> bool:
    """Whether two names share a word: nobody hears himself."""
    ours, theirs = ({*level(it.normalised or it.span.exact).split()} for it in (one, other))
    return bool(ours & theirs)


def _role(role: str, one: Mention) -> Role:
    return Role(role, one.id, one.normalised or one.span.exact, one.span)


def _named_by_head(paper: Titled, one: Mention) -> bool:
    """Whether the head names somebody as the one it is done to, and not as who stands by."""
    first, title = paper.pages[0], paper.title or (0, 0)
    if one.span.page != first.id or not 0 <= one.span.start - title[0] < _NEAR:
        return False
    flat = level(first.text)
    before = flat[max(0, one.span.start - 60) : one.span.start]
    named = one.span.start < title[1] or _AS_HIM.search(before.rpartition("\n")[2])
    return bool(named) or _BORN.match(flat, one.span.end) is not None


def _tells(told: Event, act: Event, paper: Titled) -> bool:
    """Whether an event that a sentence of the paper tells is its act: of its type and day, of nobody else."""
    here = any(one.span.page == page.id for one in told.citations for page in paper.pages)
    if not here or told.type != act.type or told.polarity != "positive" or told.modality != "fact":
        return False
    if told.time is None or act.time is None or told.time.earliest[:10] != act.time.earliest[:10]:
        return False
    ours = {role.role: role.name for role in act.roles}
    return all(ours.get(role.role, role.name) == role.name for role in told.roles)
