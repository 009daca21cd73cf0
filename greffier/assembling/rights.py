"""Rights of somebody in custody: asked for at one hour, given much later, and a hearing in between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.custody_records import CustodyRecord, custody_records
from greffier.assembling.entries import Entry, told
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import start
from greffier.records import Citation
from greffier.text import folded

_KINDS = {
    "lawyer": (
        re.compile(
            r"\b(?:solicitors?|lawyers?|attorneys?|counsel|advocates?|legal (?:aid|advice|adviser|representative)|dscc|"
            r"avocate?s?|conseil juridique|batonnier|permanence des avocats|brief|maitre)\b"
        ),
        ("a lawyer", "un avocat"),
    ),
    "doctor": (
        re.compile(r"\b(?:doctors?|dr|hcp|nurse|medical (?:exam\w*|attention|visit)|fme|medecins?|examen medical)\b"),
        ("a doctor", "un médecin"),
    ),
    "interpreter": (re.compile(r"\b(?:interpret\w*|translator|traduct\w*)\b"), ("an interpreter", "un interprète")),
}  # fmt: skip
_ASKED = re.compile(
    r"\b(?:wish(?:es|ed)?|want(?:s|ed)?|ask(?:s|ed|ing)? for|request(?:s|ed)?|demand(?:s|ed|ee?s?|ait|a)?|sollicit\w*|"
    r"souhait\w*|desire\w*|veu(?:x|t|lent)|voudrai\w*|exig\w*|reclam\w*|insist\w*)\b"
)
_NOT_ASKED = re.compile(
    r"\b(?:non demande\w*|not request\w*|(?:did|does|do) not|declin\w*|refus\w*|ne (?:souhait|desir|"
    r"demand)\w* pas|not now|"
    r"pas maintenant|renonc\w*|waive\w*|sans objet)\b"
)
_GIVEN = re.compile(
    r"\b(?:called|phoned|telephoned|contacted|informed|notified|rang|reached|attends?|attended|arrive[sd]?|"
    r"arrivee?|came|"
    r"at the station|consult\w*|entretien|appelee?s?|appel (?:du|au|a la|de)|avis (?:a|au|donne)|"
    r"avisee?s?|contactee?s?|prevenue?s?|jointe?s?|present\w*|examin\w*|"
    r"examen a|saw|seen|vue? (?:par|a)|spoke\w*|spoken|by phone)\b"
)
_NOT_GIVEN = re.compile(
    r"\b(?:to be|will be|sera|seront|busy|no answer|sans reponse|injoignable|could not|unable|tried)\b"
)
_HEARD = re.compile(
    r"\b(?:interview(?:ed|s)?(?: room| \d)?|auditions?|auditionnee?|enten(?:due?s?|dons)|interrogee?s?|interrogatoire|"
    r"questioned|"
    r"questioning began|confrontation|statement (?:taken|recorded))\b"
)
_NOT_HEARD = re.compile(
    r"\b(?:fit (?:for|to)|apte|refus\w*|declin\w*|no interview|aucune audition|avant|before|by questioning|reporte\w*|"
    r"concluded|ended|finished|terminee?|fin de l'audition|postponed|cancelled|annule\w*)\b"
)
_WITH = re.compile(
    r"\b(?:with (?:his |her |the )?(?:solicitor|lawyer|attorney|counsel|advocate)|solicitor present|avocat present|"
    r"en presence (?:de|d')|assiste\w*|present(?:e|s)? (?:me|maitre))\b|\bwith (?:mr|ms|mrs) "
)
_ALONE = re.compile(
    r"(?:other persons? present|also present|legal representative|solicitor|avocat)\s*:?\s*(?:none|nil|no\b|"
    r"aucune?|neant|sans|"
    r"absente?)|hors (?:la )?presence|without (?:a |his |her )?(?:solicitor|lawyer|counsel)|pas d'avocat|sans avocat|"
    r"aucun avocat|\bno (?:lawyer|solicitor|advocate|counsel)\b"
)  # fmt: skip
_NAME = re.compile(
    r"\b(?:M[rs]{1,2}\.?|Me|Ma[iî]tre|Dr\.?|Prof\.?|:)\s+(?:[A-ZÀ-Ý](?:\.|[\w'-]+)\s+){0,3}[A-ZÀ-Ý][\w'-]+"
)
_SHORTEST = 4
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class _Late:
    """A right asked for, when something was first done about it, and what was heard before."""

    asked: Entry
    given: Entry
    heard: tuple[Citation, ...]


def rights_late(material: Material, rule: Rule) -> Iterator[Hit]:
    """A lawyer, doctor or interpreter asked for and called hours later; sooner if one was heard in between without."""
    hours = rule.number("hours", 3)
    for record in custody_records(material.known):
        for pattern, names in _KINDS.values():
            late = _late(material.known, record, pattern, hours)
            if late is not None:
                yield _hit(late, names)


def _late(known: Lookup, record: CustodyRecord, kind: re.Pattern[str], hours: float) -> _Late | None:
    asked = next((one for one in record.entries if _says(one, kind, _ASKED, _NOT_ASKED)), None)
    if asked is None:
        return None
    about = re.compile("|".join((kind.pattern, *(rf"\b{name}\b" for name in _named(asked, kind, record)))))
    given = next(
        (one for one in record.entries if _since(asked, one) >= 0 and _says(one, about, _GIVEN, _NOT_GIVEN)), None
    )
    if given is None or _sooner(known, asked, given):
        return None
    heard = tuple(_heard(known, record, about, asked, given))
    waited = _since(asked, given) / _HOUR
    return _Late(asked, given, heard) if waited >= (1 if heard else hours) else None


def _sooner(known: Lookup, asked: Entry, given: Entry) -> bool:
    """« 14 h 45, Me X, appelée à 11 h, à l'audience jusqu'à 14 h 30 »: the line itself tells of an earlier hour."""
    first, last = start(asked.time), start(given.time)
    line = given.page.text.find("\n", given.start)
    return any(
        one.time is not None and "T" in one.time.earliest and first <= one.time.earliest < last
        for one in known.on_page.get(given.page.id, ())
        if given.start <= one.span.start and (one.span.end <= line or line < 0)
    )


def _says(entry: Entry, about: re.Pattern[str], words: re.Pattern[str], unless: re.Pattern[str]) -> bool:
    """Whether a sentence of an entry, or its label, speaks of a right and says these words of it."""
    label = entry.label if about.search(entry.label) else ""
    for said in entry.said.replace(";", ".").split(". "):
        if (label or about.search(said)) and words.search(f"{label} {said}") and not unless.search(f"{label} {said}"):
            return True
    return False


def _named(asked: Entry, kind: re.Pattern[str], record: CustodyRecord) -> list[str]:
    """The names in the sentence that asks, folded: whoever bears them later is the one who was asked for."""
    line = asked.page.text.find("\n", asked.end)  # an initial closes no clause: « 13:30, Ms A. Feeney »
    raw = asked.page.text[asked.start : line if line >= 0 else None]
    names = {
        flat
        for told in _NAME.findall(raw)
        for name in re.findall(r"[\w'-]+", told)[1:]
        if len(flat := folded(name)) >= _SHORTEST and not kind.search(flat) and flat not in record.name
    }
    return sorted(map(re.escape, names))


def _since(first: Entry, second: Entry) -> float:
    """Seconds from one entry to another."""
    return (datetime.fromisoformat(start(second.time)) - datetime.fromisoformat(start(first.time))).total_seconds()


def _heard(
    known: Lookup, record: CustodyRecord, kind: re.Pattern[str], asked: Entry, given: Entry
) -> Iterator[Citation]:
    """Cite hearings that began between asking and getting, by this record and by hearings of the same person."""
    for one in record.entries:
        if _between(asked, one, given) and _HEARD.search(f"{one.label} {one.said}") and not _excused(one, kind):
            yield one.cited("contradicts")
    for piece in known.ordered_pieces() if record.name else ():
        page = known.pages.get(piece.pages[0]) if piece.kind == "hearing" and piece.pages else None
        head = folded(page.text[:900]) if page is not None else ""
        if page is not None and record.name <= frozenset(re.findall(r"[a-z'-]{2,}", head)):
            begun = next((one for one in told(known, (page.id,)) if _between(asked, one, given)), None)
            if begun is not None and begun.start < len(head) and _ALONE.search(head):
                yield begun.cited("contradicts")


def _between(asked: Entry, one: Entry, given: Entry) -> bool:
    return _since(asked, one) > 0 and _since(one, given) > 0


def _excused(entry: Entry, kind: re.Pattern[str]) -> bool:
    words = f"{entry.label} {entry.said}"
    return bool(_NOT_HEARD.search(words) or _WITH.search(words) or kind.search(words))


def _hit(late: _Late, names: tuple[str, str]) -> Hit:
    words: Words = {
        "right": names,
        "asked": " ".join(late.asked.span.exact.split()),
        "given": " ".join(late.given.span.exact.split()),
        "heard": (", after a hearing without", ", après une audition sans") if late.heard else ("", ""),
    }
    cited = (late.asked.cited(), *late.heard, late.given.cited("contradicts"))
    return Hit(cited, False, words, "this custody record")
