"""Whom a line of a statement names: what is left of its label without the words of banks, references and purposes.

`TRF BARAKA TRANSPORT LTD INV 0552`, « RETRAIT GUICHET T. VERMEER », `UPI/5550460833/ANITA JOSEPH`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import NAME_PARTICLES, UPPER, common
from greffier.reading.mention import span
from greffier.reading.surroundings import strong_given
from greffier.reading.vocabulary import level, table
from greffier.records import Found, Located, MentionKind, Page, Transfer

_LEXICON = table("payees")
_LEAD, _STOP = (frozenset(_LEXICON[name].split()) for name in ("lead", "stop"))
_BANK, _OWN, _BACK, _CASH, _DRAWN = (
    re.compile(_LEXICON[name].replace(" |", "|").replace("\n", "")) for name in ("bank", "own", "back", "cash", "drawn")
)
_TOKEN = re.compile(r"[aA]/[cC]\b|[^\s/;,:*|]+")
_PARTED = re.compile(r"[/;,:*|]|\s[-–—]\s")
_SAYS_WAY = re.compile(
    r"\b(?:sct|swift|transfer|tfr|trf|wire|eft|tt|rtgs|neft|sepa|vir(?:ement)?|paiement|payment)\s+(?:(?P<debit>out|outward|emis)|(?P<credit>in|inward|recu))\b"
    r"|^(?:(?P<out>outward|outgoing)|(?P<into>inward|incoming))\b"
)
_COUNTERS = frozenset(("branch", "counter", "guichet", "dab", "gab", "atm", "cdm"))
_BY_WHOM = frozenset(("par", "by"))
_SEVERAL = frozenset(("et", "and"))
_JOINTS = frozenset(("&", "+", "of", "the"))
_INITIALS = re.compile(
    rf"(?:[{UPPER}][. -]{{1,2}}){{1,3}}[{UPPER}][^\W\d_]{{2,30}}(?:-[{UPPER}]\w{{1,30}})?"
    rf"|[{UPPER}][^\W\d_]{{2,30}}(?:[ ][{UPPER}]\.?){{1,3}}"
)


class _Word(NamedTuple):
    start: int
    end: int
    flat: str


def payee(label: str) -> tuple[int, int] | None:
    """Return where the name stands in a label; None where there is none, or several."""
    name: list[_Word] = []
    for word in _words(label):
        if not name and (_leads(label, word) or word.flat in _STOP or not _spells(word.flat)):
            continue
        if name and word.flat in _BY_WHOM and _PARTED.search(label, name[-1].end, word.start):
            name = []  # « GUICHET LIÈGE, PAR J. MOREL »: who stood there
            continue
        if name and (parted := _PARTED.search(label, name[-1].end, word.start)):
            if parted.group() == "/" and len(name) == 1:  # the code of a bank
                name = []
            else:
                return None if _next_name(label, name[-1].end) else _stretch(name)
        if name and word.flat in _SEVERAL:
            return None
        if name and (word.flat in _COUNTERS or (word.flat == "cash" and len(name) == 1)):
            name = []  # `COALGATE BRANCH C STRAITON`: where it was fetched
            continue
        if word.flat in _STOP or not _spells(word.flat) or not _may_name(label, word):
            break
        name.append(word)
        if len(name) > 1 and word.flat in _forms():
            break
    return _stretch(name)


def named_in(page: Page, start: int, end: int) -> list[Located]:
    """Where the label at this place of a page names somebody, as the field of a record."""
    label = page.text[start:end]
    found = payee(label) if hands_on(label) else None
    return [Located("payee", span(page, start + found[0], start + found[1]))] if found else []


def sides_of(found: Iterable[Found], page: str) -> list[Candidate]:
    """The holders and payees that the statements on a page name, where their words say what they are."""
    told = {
        (field.span.start, field.span.end): (field.span.exact, one.label or "")
        for one in found
        if isinstance(one, Transfer)
        for field in one.fields
        if field.name in ("holder", "payee") and field.span.page == page
    }
    named = ((place, name, kind_of(name, label)) for place, (name, label) in sorted(told.items()))
    return [Candidate(*place, kind, " ".join(name.split()), 0.8) for place, name, kind in named if kind]


def _words(label: str) -> list[_Word]:
    return [_Word(*found.span(), level(found.group()).strip(".()")) for found in _TOKEN.finditer(label)]


def _leads(label: str, word: _Word) -> bool:
    """Whether a word leads to the name; a letter alone is an initial where it is a capital."""
    return word.flat in _LEAD and not (len(word.flat) == 1 and label[word.start].isupper())


def _may_name(label: str, word: _Word) -> bool:
    return (
        label[word.start].isupper() or word.flat in NAME_PARTICLES or word.flat in _JOINTS or label[word.start] == "("
    )


def _spells(flat: str) -> bool:
    """Whether a word is made of letters; one with figures is a reference, signs alone join two words."""
    return flat in ("&", "+") or (any(map(str.isalpha, flat)) and not any(map(str.isdigit, flat)))


def _next_name(label: str, at: int) -> bool:
    """Whether another name follows a comma: « TOITURES MAHY, PIRSON »."""
    parted = re.match(r"\s*,\s*(?P<next>[^\s/;,:*|]+)", label[at:])
    return parted is not None and _spells(flat := level(parted["next"])) and flat not in _STOP | _LEAD


def _stretch(name: list[_Word]) -> tuple[int, int] | None:
    while name and (name[-1].flat in NAME_PARTICLES | _JOINTS or not name[-1].flat):
        name = name[:-1]
    if not any(len(word.flat) > 2 for word in name):
        return None
    if len(name) == 1 and common(name[0].flat):
        return None  # « ENTREPOT », `ELECTRICITY`: what, and nobody
    return name[0].start, name[-1].end


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    known = table("organisations")
    return frozenset(level(form).strip(".") for form in (*known["forms"], *known["forms_before"]))


@lru_cache(maxsize=1)
def _trades() -> frozenset[str]:
    known = table("organisations")
    return frozenset(
        map(level, (*known["head"], *known["tail"], *known["body_ends"], *known["loose_body_ends"]))
    ) | frozenset(_LEXICON["bodies"].split())


def kind_of(name: str, label: str = "") -> MentionKind | None:
    """Whether a name in a label is a person's or a body's; None where its words do not say."""
    flats = [level(word).strip(".") for word in name.split()]
    if (len(flats) > 1 and any(flat in _trades() for flat in flats)) or any(flat in _forms() for flat in flats[1:]):
        return "organisation"
    if _INITIALS.fullmatch(name) or any(strong_given(flat) for flat in flats):
        return "person" if len(flats) < 5 else None
    if label.count("/") > 1 and len(flats) in (2, 3) and not any(map(common, flats)):
        return "person"  # `NIP/ABC/CHIDI OBI/RENT`: the sender's bank asks for a name there
    return "person" if _CASH.search(level(label)) and len(flats) in (1, 2, 3) else None


def hands_on(label: str) -> bool:
    """Whether a line moves money from one holder to another: no charge, balance, own account, nothing sent back."""
    flat = level(label)
    return _BANK.search(flat) is None and _OWN.search(flat) is None and not sent_back(label)


def sent_back(label: str) -> bool:
    """Whether a line tells of a payment that came back or was put right."""
    return _BACK.search(level(label)) is not None


def drawn(label: str) -> bool:
    """Whether a line tells of cash that was drawn from an account."""
    return _DRAWN.search(level(label)) is not None


def other_way(label: str, side: str) -> bool:
    """Whether a label says the other way than the column of its sum: `SWIFT out` among the credits."""
    told = _SAYS_WAY.search(level(label))
    return told is not None and (told.lastgroup in ("debit", "out")) != (side == "debit")
