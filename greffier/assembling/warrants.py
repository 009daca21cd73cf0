"""Places entered before the paper that allows it was granted, told by hours of one day, in whatever papers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.entries import Entry, entries
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import end, precise, start
from greffier.assembling.wording import saying
from greffier.records import Page
from greffier.text import folded

_PAPER = (
    r"(?:search warrants?|tele-?warrants?|warrants? (?:to|of|for) (?:search|enter|entry)|petition for warrant"
    r"|warrants?"
    r"|mandats? de perquisition|telemandats?|perquisition\w*|visites? domiciliaires?|search (?:order|authority)"
    r"|(?:authority|authorisation|authorization) to (?:enter|search)|consent to (?:search|entry)|consentement a la"
    r" (?:fouille|perquisition|visite))"
)
_ORDER = re.compile(rf"\b{_PAPER}\b")
_ALLOWS = re.compile(
    r"\b(?:autorisons|ordonnons|autorisee? a (?:entrer|penetrer|perquisitionner)|commanded to|authori[sz](?:e|ed"
    r"|es) (?:you )?to"
    r"|you are (?:hereby )?(?:authori[sz]ed|commanded|directed)|grants? warrant|hereby (?:authori[sz]e|order)"
    r"|permettons|(?:give|hereby give|gives) (?:my |free |full |voluntary )*(?:consent|permission)"
    r"|consens(?: expressement)? a"
    r"|donnons (?:mandat|autorisation))\b"
)
_GRANTED = re.compile(
    r"\b(?:issued|granted|signed|given under|delivree?|accordee?|donnee? (?:a|le|par)|signee?|autorisee? (?:a|le|par)"
    r"|ordonnee?|rendue?|decernee?|sworn|approved|authori[sz]ed (?:at|on|by)|fait a|ainsi ordonne)\b"
)
_TOWN = re.compile(r"^[a-z][\w' .-]{1,40}, (?:le|this|on|the)\b")  # « Namur, le 18 avril 2023, à 6 heures 40 »
_NOT_GRANTED = re.compile(
    r"\b(?:re[cç]ue?|received|recd|rec'd|filed|enregistree?|registered|entered in|served|signifiee?|notifiee?"
    r"|returned|retour"
    r"|executed|executee?|entree|entry|expires?|until|jusqu|valable|prend effet|mandat d'arret|arrest warrant"
    r"|custody|garde a vue"
    r"|prolong\w*|clos)\b"
)
_ENTERED = re.compile(
    r"\b(?:(?:made|forced|gained|effected) entry|entry (?:was )?(?:made|gained|forced|at)|(?:we|team|officers"
    r"|police) (?:were|went|entered)"
    r"|entered (?:the|by|under|premises|unit|house|flat)|entree(?! (?:au|en|a) (?:local|magasin|cellule|coffre"
    r"|service))|entrons"
    r"|penetrons|(?:front|back|rear) door|door (?:was )?(?:forced|rammed|breached|broken)|ram(?:med)?|gate forced"
    r"|porte forcee"
    r"|ouverture (?:du|de la|de l')|penetre\w* dans|(?:search|fouille|perquisition"
    r"|visite)\w*(?: of [^.;]{1,40})?,? (?:begins?|began"
    r"|begun|commenc\w*|started?|starts|debut\w*)|(?:debut|commencement|start) (?:de la |of (?:the )?)?(?:fouille"
    r"|perquisition|search"
    r"|visite)|(?:begin|began|commenced|started) (?:the |to )?search\w*|commencons la (?:fouille|perquisition|visite)"
    r"|(?:warrant|mandat|ordonnance) (?:was )?execut\w*|execut\w+ (?:the |said |of |du |le )?(?:search )?(?:warrant"
    r"|mandat))\b"
)
_NOT_ENTERED = re.compile(
    r"\b(?:will|shall|to be|sera|seront|avant|before|fin de|end of|ended|termine\w*|exhibit|scelle|store|magasin"
    r"|custody)\b"
)
_OTHERWISE = re.compile(  # grounds that need no paper
    r"\b(?:flagran\w*|flagrante|exigent|hot pursuit|urgence|emergency|no warrant needed|sans mandat|plain view|parole"
    r"|probation search|by invitation|invites? us in|(?:verbal|oral)\w* consent|consent\w* (?:verbal|oral)\w*)\b"
)
_CONSENTED = re.compile(r"\b(?:consen(?:t|ts|ted|s|tement|ti|tait)|assentiment)\b")
_CONSENT = re.compile(r"\b(?:consent to (?:search|entry)|consentement a la (?:fouille|perquisition|visite))\b")
_BEGUN = re.compile(r"\b(?:debut\w*|commenc\w*|began|begun|start(?:ed)?|entree|entry)\b")
_RANGE = re.compile(r"\b(?:de|from) \d[^\n]{0,20} (?:a|to) \d")
_RECORD = saying("measures", "search.record")
_TOKEN = re.compile(r"(?<![\w.-])(?:[A-ZÀ-Þ][\w'’-]{3,}|\d{3,5}(?![\w:.,/-]|\s?(?:h\b|hrs|hours|heures)))")
_PART = re.compile(  # a part of a place, by its number
    r"\b(?P<kind>unit|box|shed|lock-?up|locker|lot|local|hangar|magasin|entrepot|garage|boutique|shop|flat|apt"
    r"|apartment|appartement"
    r"|room|chambre|bureau|house|maison|plot|block|stand|stall|cabin|cave|container|conteneur)"
    r"(?: (?:n°|no\.?|number|#))? ?(?P<number>[a-z]?-?\d{1,4}[a-z]?)\b"
)
_RULED = re.compile(r"\n[ \t]*(?:(?:- ){5,}|[-_=]{8,})")
_HEAD = 420  # folded characters of a page in which a paper says what it is
_LEAD = 80  # characters of a sentence before its hour
_SAME_PAGE = 600  # characters around an entry in which a ground that needs no paper is told
_LONG = 8 * 60  # minutes that a search lasts which is told from its first hour to its last
_LEAST = 5  # minutes between entry and paper that no two clocks explain
_MOST = 30  # minutes: how vaguely an hour may be told
_OWN = 10  # how much more than its page the words of an entry say about where it was
_MANY = 4  # acts that are cited


@dataclass(frozen=True, slots=True)
class _Grant:
    """A paper that allows to enter somewhere: when, where it says so, and the names and numbers on its page."""

    entry: Entry
    hourly: bool
    words: frozenset[str]
    consent: bool = False


def entered_before_warrant(material: Material, rule: Rule) -> Iterator[Hit]:
    """An entry or search whose paper, the only one that names the same place or people, was granted later that day."""
    known = material.known
    grants = [one for page in known.ordered_pages() for one in _grants(known, page)]
    weights = _weights(known) if grants else {}
    early: dict[tuple[str, int], tuple[_Grant, list[Entry]]] = {}
    for page in known.ordered_pages() if grants else ():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        if page.near_duplicate_of is None and (piece is None or piece.kind not in ("press", "mail")):
            for entry in entries(known, page):
                late = _late(entry, grants, weights) if _enters(known, entry) else None
                if late is not None and (late.consent or not _CONSENTED.search(_near(entry))):
                    place = late.entry.page.id, late.entry.span.start
                    early.setdefault(place, (late, []))[1].append(entry)
    for _, (grant, entered) in sorted(early.items()):
        yield _hit(grant, entered)


def _hit(grant: _Grant, entered: list[Entry]) -> Hit:
    pages: dict[str, Entry] = {}
    for one in entered:
        pages.setdefault(one.page.id, one)
    words: Words = {
        "entered": " ".join(entered[0].cited().span.exact.split())[:140],
        "granted": " ".join(grant.entry.span.exact.split()),
    }
    cited = (*(one.cited("contradicts") for one in list(pages.values())[:_MANY]), grant.entry.cited())
    return Hit(cited, False, words, "every paper of the case that allows a search")


def _grants(known: Lookup, page: Page) -> Iterator[_Grant]:
    """The papers of a page that allow a search, as of the moment at which each was granted."""
    flat = known.flat(page)
    if page.near_duplicate_of is not None or not _ORDER.search(flat):
        return
    operative = _ALLOWS.search(flat) is not None
    for entry in entries(known, page):
        said = f"{entry.label} {entry.said}"
        sentence = folded(known.words(entry.span))
        lead = folded(page.text[max(known.sentence(entry.span)[0], entry.span.start - _LEAD) : entry.span.start])
        granted = _GRANTED.search(f"{said} {lead}") and (operative or _ORDER.search(sentence))
        if (granted or (operative and _TOWN.match(said.strip()))) and not _NOT_GRANTED.search(said):
            yield _Grant(
                entry,
                precise(entry.time, _MOST),
                _words(page.text, _section(page, entry)),
                _CONSENT.search(flat[:_HEAD]) is not None,
            )


def _section(page: Page, entry: Entry) -> tuple[int, int]:
    """The part of a page that a grant closes: between the ruled lines before and after it."""
    above = max((found.end() for found in _RULED.finditer(page.text, 0, entry.start)), default=0)
    below = _RULED.search(page.text, max(entry.end, entry.span.end))
    return above, min(below.start() if below else len(page.text), entry.end + _SAME_PAGE // 3)


def _words(text: str, at: tuple[int, int]) -> frozenset[str]:
    part = text[slice(*at)]
    named = {folded(one) for one in _TOKEN.findall(part)}
    return frozenset(named | {f"{one['kind']} {one['number']}" for one in _PART.finditer(folded(part))})


def _weights(known: Lookup) -> dict[str, Fraction]:
    """What each name and number says of a place: the more, the fewer pieces have it; nothing, where most do."""
    counted: Counter[str] = Counter()
    for piece in known.pieces.values():
        text = " ".join(known.pages[id].text for id in piece.pages if id in known.pages)
        counted.update(_words(text, (0, len(text))))
    return {word: Fraction(1, times) for word, times in counted.items() if times * 2 <= len(known.pieces) or times < 4}


def _enters(known: Lookup, entry: Entry) -> bool:
    said = f"{entry.label} {entry.said}"
    ranged = _RANGE.search(folded(entry.span.exact)) is not None and precise(entry.time, _LONG)
    if not (precise(entry.time, _MOST) or ranged) or _NOT_ENTERED.search(said):
        return False
    recorded = _RECORD.search(known.flat(entry.page)[:_HEAD]) is not None and (ranged or _BEGUN.search(said[:_LEAD]))
    return bool(_ENTERED.search(said) or recorded) and _OTHERWISE.search(_near(entry)) is None


def _near(entry: Entry) -> str:
    """What stands around an entry, folded."""
    return folded(entry.page.text[max(0, entry.start - _SAME_PAGE) : entry.end + _SAME_PAGE])


def _late(entry: Entry, grants: list[_Grant], weights: dict[str, Fraction]) -> _Grant | None:
    """The paper that speaks of the same place or people as an entry more than any other, if it came after it."""
    text = entry.page.text
    own = _words(text, (min(entry.start, entry.span.start), max(entry.end, entry.span.end)))
    around = _words(text, (0, len(text)))
    scored = [
        (_OWN * _told(own & one.words, weights) + _told(around & one.words, weights), one)
        for one in grants
        if one.entry.span != entry.span
    ]
    best = max((score for score, _ in scored), default=Fraction(0))
    here = [one for score, one in scored if score == best and best > 0]
    if not here or any(not _after(one, entry) for one in here):
        return None
    return min(here, key=lambda one: (start(one.entry.time), one.entry.page.id))


def _told(shared: frozenset[str], weights: dict[str, Fraction]) -> Fraction:
    return sum((weights.get(word, Fraction(0)) for word in shared), Fraction(0))


def _after(grant: _Grant, entry: Entry) -> bool:
    """Whether a paper was surely granted after an entry, on the same day."""
    if not grant.hourly or start(grant.entry.time)[:10] != start(entry.time)[:10]:
        return False
    ranged = _RANGE.search(folded(entry.span.exact)) is not None
    entered = start(entry.time) if ranged else end(entry.time)
    first, later = datetime.fromisoformat(entered), datetime.fromisoformat(start(grant.entry.time))
    return (later - first).total_seconds() >= _LEAST * 60
