"""Indirect speech: « X affirme que … », « selon X, … », « …, affirme X », `X said that …`, one inside another.

Somebody must be its subject: a name, a pronoun that stands for who has just spoken, or a document that says it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from greffier.reading.according import ASKED, according_to, said_after
from greffier.reading.accounts import find_accounts
from greffier.reading.candidate import Candidate
from greffier.reading.report import ITEM, TITLE, Reported, Subject, trimmed
from greffier.reading.reporters import GOVERNED, subject_of
from greffier.reading.reporting import (
    ADJUNCTS,
    BEGINS,
    LEADS,
    LEADS_BARE,
    LEADS_CLAUSE,
    LEADS_GERUND,
    LEADS_INFINITIVE,
    LEADS_STATE,
    SAYS,
    STATES,
    TELLS,
    WHOM,
    reporting,
)
from greffier.reading.taken import beginning
from greffier.reading.unproven import with_unproven
from greffier.reading.vocabulary import level

_TO = re.compile(rf"\s+(?:(?:a|au|aux|to)\s+)?{TITLE.pattern}")
_BREAK = re.compile(r"(?:;|,?\s(?:mais|tandis\s+qu[e']|alors\s+qu[e']|while|whereas|but))\s*")
_TELLING = re.compile(
    r"^(?:en\s.*)?[a-z]{3,20}ant(?:\s+valoir)?|[a-z]{3,20}ing"
)  # « …, affirmant que », `…, adding that`
_AND = re.compile(r"\b(?:et|puis|and|mais|but)\s+(?:nous\s+|lui\s+|m'|then\s+|also\s+)?$")
_ON = re.compile(
    r",\s+(?=(?:told|tells|says?|said|claims|claimed|states|stated|dit|a\s+dit|declare|affirme|precise)\b)"
)
_LEAST = 3  # characters of what is told: « répond que non »
_BY = re.compile(r"\s+by\s")
_STAMPED = re.compile(r"[\s\d:.h/•*–-]*")
_OPENED = re.compile(rf"{BEGINS}(?P<pronoun>il|ll|elle|he|she)\s")
_ELSE = re.compile(  # « …, mais il le dit de tout le monde », `…; the rest is known`: no part of what is told
    r",\s+(?:mais|but|tandis\s+qu[e']|alors\s+qu[e']|while|whereas)\s"
    r"|\s(?:et|and|mais|but)\s+(?:promet|demande|sollicite|s'engage|remet|signe|quitte|asked|asks|declined|declines|offered|promised|requested|signed|handed|pointed|nie|conteste|dement|refuse|denies|denied|refused)\s"
    r"|;\s+(?!(?:que|that|et|and|il|elle|he|she|they|ils|elles)\s|qu')"
)
_AND_THAT = re.compile(r",?\s+and\s+that\s+(?=[a-z£$€\d])")
_DENYING = re.compile(r"den(?:ied|ies|y)$")
DENIES = re.compile(
    r"\b(?:ni(?:ee?|ent|ait|aient)|contest(?:ee?|ent|ait|aient|a|ed|s)?|dement(?:i|ait|ent)?|den(?:y|ie[ds]))$"
)
_NOT_SAID = re.compile(
    r"(?:\b(?:did|does|do|has|had|have|would|could|will|can)(?:\s+not|n't)|\bcannot|\bnever)\s+(?:[a-z]{3,12}ly\s+)?$"
)
_NEVER_DID = re.compile(  # `never once did X say that`, `nowhere does the report state that`
    r"\b(?:never|nowhere|at\s+no\s+(?:time|point|stage)|in\s+no\s+way|not\s+once|neither|nor)\b[^.;:]{0,24}?"
    r"\b(?:did|does|do|has|had|have)\s[^.;:]{2,50}$"
)
_WHETHER = re.compile(
    r"\b(?:whether|if)\s+(?:(?:he|she|they|it|you|we|i)|[a-z.]{2,12}(?:\s[a-z'-]{2,16}){0,2})\s+(?:ever\s+|really\s+)?$"
)
_NOT = re.compile(r"(?<!\w)(?:ne\s+|n')(?:(?:l|m|t|s|y)'|(?:nous|lui|leur|me|vous|en|y)\s+){0,2}$")


def find_reported(text: str, sentences: Sequence[tuple[int, int]], seen: Sequence[Candidate]) -> Iterator[Reported]:
    """Yield the indirect speech of a page; what is reported inside other words comes after them."""
    flat = level(text)
    reports = reporting().any
    for start, end in sentences:
        accounts = list(find_accounts(flat, start, end, seen))
        if not reports.search(flat, start, end):
            yield from accounts
            continue
        here = with_unproven(text, start, end, seen)
        found = accounts or list(_said_that(flat, start, end, here))
        last = max((one.end for one in found), default=start)  # « …, selon l'expert » after a clause with its speaker
        found += list(according_to(flat, last, end, here)) or (
            [] if found or ASKED.match(flat, start, end) else said_after(flat, start, end, here)
        )
        yield from (one for one in found if one.end - one.start >= _LEAST)


def _said_that(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    """« X affirme que … »; where another clause with its own speaker begins, these words end."""
    told: list[tuple[Subject, int, tuple[int, int]]] = []
    joined: list[int] = []  # « affirme … et soutient »: where the next words of the same speaker begin
    for match in reporting().verb.finditer(flat, start, end):
        words = _words_after(flat, match, end, seen)
        beside = words is not None and not _TELLING.fullmatch(match.group())
        subject = subject_of(flat, told[-1][1] if told else start, match.start(), seen) if beside else None
        and_ = _AND.search(flat, max(start, match.start() - 16), match.start())
        and_ = and_ or _ON.match(flat, max(start, match.start() - 2))
        linked = not beside or and_
        if words is not None and subject is None and linked:
            subject = (
                (_within(told[-1][1], seen) or told[-1][0]) if told else _opening(flat, start, match.start(), seen)
            )
            joined += [and_.start()] if told and and_ else []
            subject = subject or _pronoun_of(flat, start, match.start())
        if words is not None and subject is not None:
            told.append((subject, words, match.span()))
    breaks = [found.span() for found in _BREAK.finditer(flat, start, end)] if len(told) > 1 else []
    speakers = [subject.start for subject, _, _ in told]
    for subject, words, cue in told:
        item = ITEM.search(flat, words, end) or _ELSE.search(flat, words, end)
        ends_at = _next_clause(breaks, speakers, words, item.start() if item else end)
        stop = trimmed(flat, words, min([ends_at, *(at for at in joined if at > words)]))
        cuts = [found.span() for found in _AND_THAT.finditer(flat, words, stop)]
        starts, ends = [words, *(right for _, right in cuts)], [*(left for left, _ in cuts), stop]
        for left, right in zip(starts, ends, strict=True):  # `said that …, and that …` are two
            yield Reported(left, right, subject.speaker, cue, *subject[2:], _is_denied(flat, start, cue))


def _within(words: int, seen: Sequence[Candidate]) -> Subject | None:
    """`She said that Kern called and said …`: who opens what is told does the next verb, too."""
    who = next((one for one in beginning(seen, words, words + 8) if one.kind == "person"), None)
    return Subject(who.start, who) if who and who.start == words else None


def _is_denied(flat: str, start: int, cue: tuple[int, int]) -> bool:
    """« nie que », `denied that`, « n'a pas dit que », « ne se souvient que des lettres », `never said that`."""
    if DENIES.search(flat, *cue) or _NOT_SAID.search(flat, max(start, cue[0] - 30), cue[0]):
        return True
    if _NEVER_DID.search(flat, start, cue[0]) or _WHETHER.search(flat, max(start, cue[0] - 60), cue[0]):
        return True
    return _NOT.search(flat, max(start, cue[0] - 24), cue[0]) is not None or flat.startswith("n'", cue[0])


def _next_clause(breaks: Sequence[tuple[int, int]], speakers: Sequence[int], words: int, end: int) -> int:
    """Where the last break before the next speaker after these words begins; the end where there is none."""
    first = bisect_left(breaks, (words, words))
    if first == len(breaks):
        return end
    later = bisect_left(speakers, breaks[first][1])
    if later == len(speakers):
        return end
    return breaks[bisect_left(breaks, (speakers[later], 0)) - 1][0]


def _opening(flat: str, start: int, verb: int, seen: Sequence[Candidate]) -> Subject | None:
    """« X confirme et ajoute que … », `Prisoner eats and says that …`: the only person before the verb, who opens the
    sentence, or a word for whom the record is about."""
    concerned = reporting().epithet.search(flat, start, min(start + 30, verb))
    if concerned and _STAMPED.fullmatch(flat, start, concerned.start()):
        return Subject(concerned.start(), concerned=concerned.span())
    people = [one for one in seen if one.kind == "person" and one.end <= verb]
    people = [one for one in people if not GOVERNED.search(flat, start, one.start)]
    opens = len(people) == 1 and people[0].start - start < 40 and ";" not in flat[people[0].end : verb]
    return Subject(people[0].start, people[0]) if opens else None


def _pronoun_of(flat: str, start: int, verb: int) -> Subject | None:
    """« …, avocate ; elle nous rappelle et nous dit que »: the pronoun that opens the clause."""
    opened = [found for found in _OPENED.finditer(flat, start, verb) if ";" not in flat[found.end() : verb]]
    return Subject(opened[-1].start("pronoun"), pronoun=opened[-1].span("pronoun")) if opened else None


def _words_after(flat: str, match: re.Match[str], end: int, seen: Sequence[Candidate]) -> int | None:
    """Where the reported words begin, or None where the verb leads to none; its addressee may stand between."""
    if _BY.match(flat, match.end()) and match.group().split()[-1] in TELLS:
        return None  # `asked by the defence whether …, X said that`
    at = _past(flat, match.end(), end)
    whom = WHOM.match(flat, match.end(), end) if match.group().split()[-1] in TELLS else None
    for begin in (
        at,
        *([whom.end()] if whom else ()),
        *(_past(flat, one.end, end) for one in seen if _is_addressee(flat, at, one)),
    ):
        if match.group() == "put it" and flat.startswith(" to ", match.end()):
            return None  # `put it to him that`: what is asked
        bare = begin > match.end() or match.group() not in TELLS  # `told you and me`: whom, not what
        leads = LEADS.match(flat, begin, end)
        if match["french"]:
            leads = leads or LEADS_INFINITIVE.match(flat, begin, end)
        elif bare:
            leads = leads or LEADS_BARE.match(flat, begin, end)
            leads = leads or (LEADS_CLAUSE.match(flat, begin, end) if _is_any(match, SAYS) else None)
            leads = leads or (LEADS_STATE.match(flat, begin, end) if _is_any(match, STATES) else None)
        leads = leads or (LEADS_GERUND.match(flat, begin, end) if _DENYING.search(match.group()) else None)
        if leads:
            return leads.end()
    return None


def _is_any(verb: re.Match[str], of: frozenset[str]) -> bool:
    """Whether a word of a verb is one of these, as it stands or as a scan spoilt it."""
    words = verb.group().split()
    return any(word in of or word.replace("rn", "m") in of for word in words)


def _past(flat: str, at: int, end: int) -> int:
    adjuncts = ADJUNCTS.match(flat, at, end)
    return adjuncts.end() if adjuncts else at


def _is_addressee(flat: str, at: int, one: Candidate) -> bool:
    """`told John Harker that`, « déclare à M. Morin que »: only somebody stands between the verb and its clause."""
    return 0 < one.start - at < 50 and _TO.fullmatch(flat, at, one.start) is not None
