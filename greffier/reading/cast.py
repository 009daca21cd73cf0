"""The cast of a piece: its people, the person heard, the officer who asks; who is not named is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from greffier.reading import held
from greffier.reading.born import BORN
from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.mention import mention_id
from greffier.reading.taken import beginning
from greffier.reading.unproven import with_unproven
from greffier.reading.vocabulary import at_lines, level
from greffier.records import Found, Link, Mention, Page, Piece

TRANSLATED = re.compile(
    r"tradui[ts]e?s?\s+(?:de|du|depuis|par)|\[traduction|traduction\s+(?:de|du|par|libre)"
    r"|translated\s+(?:from|by)|translation\s+(?:from|of)|\(trad"
)
_COMES = re.compile(  # surer than the title of the piece
    r"a\s+comparu|comparait\s|se\s+presente\s*:?|entendons\s|personne\s+(?:entendue|auditionnee|gardee\s+a\s+vue)\s*:\s"
    r"|interviewee\s*:\s|deponent\s*:\s|declarante?\s*:\s|plaignante?\s*:\s|mise?\s+en\s+(?:examen|cause)\s*:\s"
    r"|prevenue?\s*:\s|sommes\s+en\s+presence\s+de\s|je\s+me\s+nomme|je\s+m'appelle|my\s+name\s+is|person\s+interviewed\s*:"
)
_HEARD = re.compile(
    r"je\s+me\s+nomme|je\s+m'appelle|my\s+name\s+is|entendons|audition\s+(?:[a-z]{4,16}\s+)?d(?:e|u|')"
    r"|comparution\s+d(?:e|u|')|entretien\s+avec(?!\s+(?:me|maitre|son|un)\b)|interview\s+notes|witness\s+interview"
    r"|interrogatoire\s+d(?:e|u|')|deposition\s+(?:d(?:e|u|')|of\b)|declarations?\s+d(?:e|u|')|interview\s+(?:of|with)|statement\s+of|hearing\s+of"
    r"|examination\s+of|se\s+nommant|comparaitre|comparait|presentons?\s+devant\s+nous|a\s+comparu|notifions\s+(?:a|au)|nous\s+declare\s+se\s+nommer"
    r"|1\.\s+i\s+am\s|evidence\s+of|testimony\s+of|person\s+interviewed\s*:|je\s+soussignee?|i(?<!\w.),"
)
_LABELLED = re.compile(  # a name right after it
    r"(?<!the\s)witness[ ]*:[ ]*|(?<!l[ea]\s)temoin[ ]*:[ ]*|suspecte?(?:[ ]libre)?[ ]*:[ ]*|victime[ ]*:[ ]*"
    r"|interviewed[ ]"
)
_SECRET = re.compile(
    r"dont\s+l'identite|identite\s+(?:\w+\s+)?(?:protegee|tenue\s+secrete|confidentielle)|identite\s+du\s+temoin|anonym"
    r"|identity\s+(?:is\s+|has\s+been\s+)?(?:protected|withheld)"
    r"|(?:personne?|temoin|individual)\s+(?:designee?|referred\s+to|known\s+only)\s+"
)
_OF_SECRETS = ("identit", "anonym", "designe", "referred", "known")
_BROKEN = re.compile(r"(?<!:)\n[ \t]*\n|[«“?!]")
_KIN = re.compile(  # a parent, or who stands beside the person heard
    r"\b(?:fils|fille|epouse|epoux|conjointe?|veuve|son|daughter|wife|husband|assistee?|presence|par|by|assisted|represented|accompanied)"
    r"\s+(?:d(?:e|u|es|')|of|by)?[^.;:]{0,60}$"
)
_INTERPRETS = re.compile(
    r"[\s,(–-]{1,4}(?:[a-z]{1,10}\s+){0,2}(?:interpret(?:e|er|ing)|traduct(?:eur|rice)|translator)\b"
)
_ASKED = re.compile(r"\n\s*(?:question|reponse|q|s\.i)\b")
_FORM = re.compile(
    r"[ \t]*(?:full\s+)?(?:noms?(?:,?\s+(?:et\s+)?prenoms?)?|name|identite|surname)(?:\s*:\s*|[ \t]{2,40})"
)
_BIRTH = re.compile(rf"[\s,(]{{1,4}}(?:{BORN}|born\s|d\.?o\.?b\b|date\s+(?:of\s+birth|de\s+naissance))")
_WITNESS = re.compile(r"\n\s*(?:the\s+|le\s+|la\s+)?(?:witness|temoin|accused|prevenue?|defendant)\s*:")
_TITLE = re.compile(r"(?:\bm|mme|mr|mrs|ms|miss|dr|madame|monsieur)\.?\s+$")
_YOU = re.compile(
    r",\s+(?:you|were|did|do|have|can|could|what|where|when|vous|avez|etiez|pouvez|est-ce|que|ou|quand)\b"
)
_NAMELESS = re.compile(r"(?:temoin|witness|source)[ ]+(?:n[°o]\.?|number)[ ]*\d{1,3}(?!\w)")
_WE = re.compile(  # at the head of a line
    r"[\s\-–—_*.]{0,80}nous(?:,\s+(?:soussignee?s?,?\s+)?|\s+soussignee?s?,?\s+)"
    r"|[ \t]*(?:par|officers?|auditionnee?\s+par|entendue?\s+par|questioned\s+by|polici(?:er|ere)|inspect(?:eur|rice)"
    r"|verbalisant|juge(?:\s+d'instruction)?|procureure?|commissaire|agent(?:\s+verbalisateur)?|audit(?:eur|rice)|heard\s+by"
    r"|taken\s+by|interviewed\s+by|examined\s+by|examiner|investigator|detective)\s*:\s+"
)
_BY = r"(?:\s+(?:of|with|de)\s|\s*[,–-]\s|\s+[a-z]{4,16}\s+d[eu']\s?)[^\n]{3,60}?\s(?:by|par)\s+"
_OFFICER = re.compile(
    r"devant(?<!comparait\sdevant)(?<!comparu\sdevant)\s+nous,?\s+|,\s+nous,\s+(?:soussignee?s?,?\s+)?|interview(?:ing|ed)\s+(?:officers?|by)\s*:?\s+|interviewing\s*:\s+"
    rf"|interviewers?\s*:\s+|conducted\s+by\s+|interview{_BY}|audition{_BY}|hearing{_BY}"
    r"|opj\s*:\s+|redacteur\s*:\s+|gendarme\s*:\s+|magistrat\s*:\s+|enquet(?:eur|rice)\s*:\s+"
)
_ASKING = re.compile(r"\((?:questions?|pose\s+les\s+questions|interviewer|asking|lead(?:\s+interviewer)?)\)")
_ASKS = re.compile(rf"\s*{_ASKING.pattern}")
_CLIENT = re.compile(
    r"\b(?:(?:act|acting|instructed)\s+(?:for|by|on\s+behalf\s+of)|on\s+behalf\s+of|(?:our|my)\s+client\s*[:,]?"
    r"|le\s+conseil\s+d(?:e|u)"
    r"|interets?\s+d(?:e|u)|(?:mon|ma|notre)\s+cliente?\s*[:,]?|je\s+represente)\s+"
)
_OF_CLIENTS = ("client", "act for ", "acting ", "behalf", "conseil d", "interet", "represente", "instructed")
_WRITER = ("soussigne", "soussignee")  # who may be the officer who writes
_OF_THE_FORCE = re.compile(
    r"[^.;:\n]{0,30}\b(?:police|gendarme\w*|inspect\w+|brigadier|officier|adjudant\w*|commissaire|douane\w*|opj|apj|sergent|major)\b"
)
_KINDS = frozenset(("person", "role", "organisation"))
_SHARED = 3  # « AUDITION DE ESTRADÈRE »: a cue may end with what a name seems to begin with
_AT_ONCE = 40  # characters after « entendons » in which a name has to stand


class Speaker(NamedTuple):
    """A mention id and the name it stands for; either may be unknown."""

    id: str | None
    name: str | None


NOBODY = Speaker(None, None)
UNNAMED = Speaker(None, None)  # another one: somebody of whom the page says that it names him not, so nobody else is it


class Cast(NamedTuple):
    """The people of a piece: by page, by level name, the person heard and the officer who asks."""

    seen: dict[str, list[Candidate]]
    named: dict[str, Speaker]
    heard: Speaker
    officer: Speaker
    translated: bool
    client: Speaker  # of a lawyer who writes
    record: bool  # whether the piece is the record of one person heard or held
    held: Speaker  # whom a record of custody is about
    also: dict[str, str]  # level by-name: level name of who has it
    stated: bool  # whether it is a hearing or a statement, by its kind or its title
    writers: dict[str, list[tuple[int, Speaker]]]  # by page: who « nous » is from an offset on

    def bearer(self, byname: str) -> Speaker:
        """Who has a by-name that no name shares a word with; nobody where the pages tie it to none."""
        flat = level(byname)
        owner = self.named.get(self.also.get(flat, ""))
        shared = owner is None or any(flat != name and flat in name.split() for name in self.named)
        return NOBODY if shared or owner is None else owner

    def writer(self, page: str, at: int) -> Speaker:
        """Who « nous » is: whom « Nous, X » above names, since papers of several hands may lie in one piece."""
        above = [who for start, who in self.writers.get(page, ()) if start <= at]
        return above[-1] if above else self.officer

    @classmethod
    def of(cls, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Cast:
        """The cast by what was found so far; readers after one another mostly see the same one, made once."""
        ties = tuple(one for one in found if isinstance(one, Link) and one.type in ("alias", "nickname", "former"))
        tied = {end for one in ties for end in (one.left, one.right)}
        mentions = (one for one in found if isinstance(one, Mention) and (one.kind in _KINDS or one.id in tied))
        return _made(piece, tuple(pages), tuple(mentions), ties)


@lru_cache(maxsize=2)
def _made(piece: Piece, pages: tuple[Page, ...], mentions: tuple[Mention, ...], ties: tuple[Link, ...]) -> Cast:
    """The cast of a piece by its people, bodies and roles and the ties between names."""
    seen: dict[str, list[Candidate]] = {page.id: [] for page in pages}
    named: dict[str, Speaker] = {}
    for one in mentions:
        if one.span.page in seen and one.kind in _KINDS:
            seen[one.span.page].append(Candidate(one.span.start, one.span.end, one.kind, one.normalised))
            if one.kind == "person":
                _name(named, one)
    for people in seen.values():
        people.sort()
    foreign = any(TRANSLATED.search(level(page.text), 0, 1500) for page in pages)
    officer = _asking(pages, seen) or _first(pages, seen, _officers, 60)
    hearing = piece.kind == "hearing"
    first = level(pages[0].text) if pages else ""
    kept = held.keeps_a_record(first)
    heard = _first(pages, seen, held.NAMED.finditer, 90, officer.name) if kept and not hearing else NOBODY
    if heard is NOBODY and kept and not hearing:
        heard = _held(pages, seen, officer)
    if heard is NOBODY:
        heard = _heard(pages, seen, officer, hearing)
    if heard is NOBODY and kept:
        heard = _held(pages, seen, officer)
    spoken = piece.kind in ("intercept", "hearing")
    client = _first(pages[:1], seen, _clients, 30)
    return Cast(
        seen, named, heard, officer, spoken and foreign, client, hearing or kept or held.holds_a_hearing(first),
        heard if kept else NOBODY, _also(mentions, ties), hearing or held.holds_a_hearing(first), _writers(pages, seen),
    )  # fmt: skip


def _name(named: dict[str, Speaker], one: Mention) -> None:
    """Note a person under the whole name and each word of it; the fuller name stays."""
    speaker = Speaker(one.id, one.normalised or one.span.exact)
    for name in (one.span.exact, one.normalised or ""):
        flat = " ".join(level(name).split())
        for part in (flat, *(word for word in flat.split() if len(word) > 2)):
            known = named.get(part)
            if known is None or len((known.name or "").split()) < len((speaker.name or "").split()):
                named[part] = speaker


def _also(mentions: Sequence[Mention], ties: Sequence[Link]) -> dict[str, str]:
    """The by-names that the pages tie to a name."""
    names = {one.id: level(one.normalised or one.span.exact) for one in mentions}
    return {names[one.right]: names[one.left] for one in ties if one.left in names and one.right in names}


def _heard(pages: Sequence[Page], seen: dict[str, list[Candidate]], officer: Speaker, hearing: bool) -> Speaker:
    """The person heard: named after « entendons », « je me nomme »; a hidden one has a number for a name, or none."""
    if not pages:
        return NOBODY
    head = level(pages[0].text)
    asked = _ASKED.search(head)
    nameless = _NAMELESS.search(head)
    hidden = Speaker(None, " ".join(pages[0].text[slice(*nameless.span())].split())) if nameless else NOBODY
    secret = any(word in head for word in _OF_SECRETS)
    if secret and _SECRET.search(head, 0, asked.start() if asked else len(head)):
        return hidden
    heard = _first(pages, seen, _COMES.finditer, 90, officer.name)
    if heard is NOBODY:
        heard = _first(pages, seen, _LABELLED.finditer, 12, officer.name)
    if heard is NOBODY:
        heard = _announced(pages, seen, officer, hearing)
    if heard is NOBODY and hearing:
        heard = _first(pages, seen, partial(at_lines, _FORM), 40, officer.name)
    if heard is NOBODY and hearing:
        heard = _born(pages, seen, officer)
    if heard is NOBODY and _WITNESS.search(head):
        heard = _addressed(pages[0], head, seen[pages[0].id])
    if heard is NOBODY and hearing:
        heard = _unproven(pages, seen)
    return hidden if heard is NOBODY else heard


def _announced(pages: Sequence[Page], seen: dict[str, list[Candidate]], officer: Speaker, hearing: bool) -> Speaker:
    """Who is named right after what announces a hearing; the one whose birth the first page tells is surer than a name
    further on, which may be that of who writes."""
    heard = _first(pages, seen, _HEARD.finditer, _AT_ONCE, officer.name)
    if heard is NOBODY and hearing:
        heard = _born(pages[:1], seen, officer)
    return _first(pages, seen, _HEARD.finditer, 140, officer.name) if heard is NOBODY else heard


def _held(pages: Sequence[Page], seen: dict[str, list[Candidate]], officer: Speaker) -> Speaker:
    """Whom a record of custody is about: its title or a label names him, or a form, or nobody else's birth is told."""
    held_ = _first(pages, seen, held.NAMED.finditer, 90, officer.name)
    if held_ is NOBODY:
        flat = level(pages[0].text)
        for one in seen[pages[0].id]:
            if one.kind == "person" and held.PLACED.match(flat, one.end):
                return Speaker(mention_id(pages[0], one.start, one.end, "person"), one.normalised)
        held_ = _first(pages, seen, partial(at_lines, _FORM), 40, officer.name)
    return _born(pages, seen, officer) if held_ is NOBODY else held_


def _unproven(pages: Sequence[Page], seen: dict[str, list[Candidate]]) -> Speaker:
    """Capitalised words right after « entendons », where no reader knows the name of the person heard."""
    for page in pages:
        for cue in _HEARD.finditer(level(page.text)):
            for one in with_unproven(page.text, cue.end(), cue.end() + _AT_ONCE, seen[page.id]):
                if one.confidence == UNPROVEN and " " in (one.normalised or ""):
                    return Speaker(None, one.normalised)
    return NOBODY


def _born(pages: Sequence[Page], seen: dict[str, list[Candidate]], officer: Speaker) -> Speaker:
    """The one person of a hearing whose birth it tells: nobody else's is asked for."""
    born: dict[str, Speaker] = {}
    for page in pages:
        flat = level(page.text)
        for one in seen[page.id]:
            if one.kind == "person" and _BIRTH.match(flat, one.end) and not _same(one.normalised, officer.name):
                speaker = Speaker(mention_id(page, one.start, one.end, "person"), one.normalised)
                born.setdefault(level(one.normalised or ""), speaker)
    return next(iter(born.values())) if len(born) == 1 else NOBODY


def _addressed(page: Page, flat: str, seen: Sequence[Candidate]) -> Speaker:
    """« M. Morin, vous étiez … ? »: where a label says « le témoin » only, the one whom the first question names."""
    for one in seen:
        titled = one.kind == "person" and _TITLE.search(flat, max(0, one.start - 12), one.start)
        if titled and _YOU.match(flat, one.end) and ":" in flat[flat.rfind("\n", 0, one.start) + 1 : one.start]:
            return Speaker(mention_id(page, one.start, one.end, "person"), one.normalised)
    return NOBODY


def _first(
    pages: Sequence[Page],
    seen: dict[str, list[Candidate]],
    cues: Callable[[str], Iterable[re.Match[str]]],
    reach: int,
    other: str | None = None,
) -> Speaker:
    """The first person, other than `other`, named in the same paragraph within `reach` characters after a cue."""
    for page in pages:
        for match in cues(level(page.text)):
            who = _right_after(page, seen, match, reach, other)
            if who is not NOBODY:
                return who
    return NOBODY


def _right_after(
    page: Page, seen: dict[str, list[Candidate]], cue: re.Match[str], reach: int, other: str | None = None
) -> Speaker:
    flat, at = level(page.text), cue.end()
    for one in beginning(seen[page.id], at - _SHARED, at + reach):
        if one.kind != "person" or _same(one.normalised, other) or _BROKEN.search(page.text, at, one.start):
            continue
        aside = _KIN.search(flat, at, one.start) or _INTERPRETS.match(flat, one.end)
        if not aside and not (cue.group().endswith(_WRITER) and _OF_THE_FORCE.match(flat, one.end)):
            return Speaker(mention_id(page, one.start, one.end, "person"), one.normalised)
    return NOBODY


def _officers(flat: str) -> list[re.Match[str]]:
    """What stands before the name of who holds the hearing, in the order of the page."""
    return sorted((*at_lines(_WE, flat), *_OFFICER.finditer(flat)), key=lambda match: match.start())


def _writers(pages: Sequence[Page], seen: dict[str, list[Candidate]]) -> dict[str, list[tuple[int, Speaker]]]:
    """« Nous, X »: from where on each page who writes « nous »; the writer of a page goes on on the next."""
    writers: dict[str, list[tuple[int, Speaker]]] = {}
    last: list[tuple[int, Speaker]] = []
    for page in pages:
        here = [(0, who) for _, who in last]
        for cue in at_lines(_WE, level(page.text)):
            who = _right_after(page, seen, cue, 60) if "nous" in cue.group() else NOBODY
            here += [(cue.start(), who)] if who is not NOBODY else []
        writers[page.id], last = here, here[-1:]
    return writers


def _asking(pages: Sequence[Page], seen: dict[str, list[Candidate]]) -> Speaker | None:
    """« inspectrice X (questions), sergent Y (clavier) »: who asks, by what stands after the name."""
    flat = level(pages[0].text) if pages else ""
    if not _ASKING.search(flat):
        return None
    asking = [one for one in seen[pages[0].id] if one.kind == "person" and _ASKS.match(flat, one.end)]
    found = [Speaker(mention_id(pages[0], one.start, one.end, "person"), one.normalised) for one in asking]
    return found[0] if len(found) == 1 else None


def _clients(flat: str) -> Iterable[re.Match[str]]:
    """What stands before the name of a lawyer's client."""
    return _CLIENT.finditer(flat) if any(word in flat for word in _OF_CLIENTS) else ()


def _same(name: str | None, other: str | None) -> bool:
    """Whether a name may be that of the other: « le lieutenant OLIVASTRE » is Damien OLIVASTRE."""
    return bool(name and other) and set(level(name or "").split()) <= set(level(other or "").split())
