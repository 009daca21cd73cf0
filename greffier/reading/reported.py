"""Indirect speech: « X affirme que … », « selon X, … », « …, affirme X », `X said that …`, one inside another.

Somebody must be its subject: a name, a pronoun that stands for who has just spoken, or a document that says it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.reporting import (
    ADJUNCTS,
    LEADS,
    LEADS_BARE,
    LEADS_CLAUSE,
    LEADS_GERUND,
    LEADS_INFINITIVE,
    PRONOUN,
    SAYS,
    TELLS,
    UNNAMED,
    reporting,
    stands_bare,
    subject_end,
)
from greffier.reading.speech import nearest_before, patterns
from greffier.reading.unproven import with_unproven
from greffier.reading.vocabulary import level


class Reported(NamedTuple):
    """What somebody is reported to have said, and the words that report it.

    `speaker` is None where a pronoun stands for somebody (`pronoun`), a word for whom the record is about (`concerned`)
    or nothing at all (`bare`), and where a document or a body speaks (its words are `document`).
    """

    start: int
    end: int
    speaker: Candidate | None
    cue: tuple[int, int]
    document: tuple[int, int] | None = None
    pronoun: bool = False
    concerned: tuple[int, int] | None = None
    bare: bool = False


class _Subject(NamedTuple):
    start: int
    speaker: Candidate | None = None
    document: tuple[int, int] | None = None
    pronoun: bool = False
    concerned: tuple[int, int] | None = None
    bare: bool = False


_SUBJECT_GAP = re.compile(
    r"(?:\s*,[^.;:]{0,90},|\s*\([^()\n]{0,80}\)\s*,?)?\s*(?:(?:ne|nous|lui|leur|me|also|then|later|already|toutefois|egalement|quant\s+a\s+(?:lui|elle)"
    r"|encore|ensuite|has|had|have|did|would|further)\s+|(?:m|n|l)'|(?:,\s*)?(?:qui|who)\s+|,\s*(?:lui|elle)\s*,\s*){0,8}+$"
)
_APPOSED = re.compile(r",\s*(?:(?:(?:le|la)\s+nommee?|m\.|mme|me|maitre|mr|mrs|ms|dr)\s*)?$")
_TITLE = re.compile(
    r"(?:(?:le|la|l'|the|les|ce|cet|cette|un|une|notre|son|sa|his|her|m\.|mme|mlle|maitre|me|mr|mrs|ms|dr|monsieur"
    r"|madame|nomme|nommee|capitaine|commandant|lieutenant|brigadier|brigadier-chef|commissaire|major|adjudant|juge|docteur|captain|judge"
    r"|inspecteur|detective|inspector|sergeant|temoin|gerant|gerante|gardien|ancien|ancienne|ex)\.?\s+|l'){0,8}"
)
_TO = re.compile(rf"\s+(?:(?:a|au|aux|to)\s+)?{_TITLE.pattern}")
_BREAK = re.compile(r"(?:;|,?\s(?:mais|tandis\s+qu[e']|alors\s+qu[e']|while|whereas|but))\s*")
_APPOSITION = re.compile(r"\s*,\s*(?:(?:le|la|les|un|une|son|sa|the|an?|his|her|ancien|ancienne|former)\s+|l')?")
_BY_NAME = re.compile(r"\s*,\s*(?:dite?|alias|surnommee?|aka|known\s+as)\s")
_KIN = re.compile(r"(?:[a-z\u0153-]{3,20}(?:\s+|,\s+(?!.{0,40},.{0,40},))){1,3}")  # « son voisin, X, »
_AND = re.compile(r"\b(?:et|puis|and|mais|but)\s+(?:nous\s+|lui\s+|m'|then\s+|also\s+)?$")
_OPENED = re.compile(r"(?:[;.:]\s+|^|\n\s*)(?P<pronoun>il|elle|he|she)\s")
_CONJUNCTION = re.compile(
    r"(?:^|[\s:(])(?:que|qu'|car|et|mais|or|donc|si|puisque|that|and|but|because|since|:)\s*,?\s*$"
)
_GOVERNED = re.compile(
    r"(?<![\w'])(?:de|du|a|au|par|pour|chez|of|to|by|for|from|with|avec|contre|sur)\s+(?:[a-z]{1,10}\.?\s+)?$|(?<!\w)d'$"
)
_ITEM = re.compile(r";\s*(?:\n|(?:attendu|considerant|qu[e'])\b)")  # the next ground of a judgment
_DENIES = re.compile(r"den(?:ied|ies)$")


def find_reported(text: str, sentences: Sequence[tuple[int, int]], seen: Sequence[Candidate]) -> Iterator[Reported]:
    """Yield the indirect speech of a page; what is reported inside other words comes after them."""
    flat = level(text)
    reports = reporting().any
    for start, end in sentences:
        if not reports.search(flat, start, end):
            continue
        here = with_unproven(text, start, end, seen)
        found = list(_said_that(flat, start, end, here))
        last = max((one.end for one in found), default=start)  # « …, selon l'expert » after a clause with its speaker
        found += list(_according_to(flat, last, end, here)) or ([] if found else _said_after(flat, start, end, here))
        yield from (one for one in found if one.end - one.start > 3)


def _said_that(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    """« X affirme que … »; where another clause with its own speaker begins, these words end."""
    told: list[tuple[_Subject, int, tuple[int, int]]] = []
    for match in reporting().verb.finditer(flat, start, end):
        words = _words_after(flat, match, end, seen)
        subject = _subject(flat, told[-1][1] if told else start, match.start(), seen) if words is not None else None
        if words is not None and subject is None and _AND.search(flat, max(start, match.start() - 16), match.start()):
            subject = told[-1][0] if told else _opening(flat, start, match.start(), seen)
            subject = subject or _pronoun_of(flat, start, match.start())
        if words is not None and subject is not None:
            told.append((subject, words, match.span()))
    breaks = [found.span() for found in _BREAK.finditer(flat, start, end)] if len(told) > 1 else []
    speakers = [subject.start for subject, _, _ in told]
    for subject, words, cue in told:
        item = _ITEM.search(flat, words, end)
        stop = _trimmed(flat, _next_clause(breaks, speakers, words, item.start() if item else end))
        yield Reported(words, stop, subject.speaker, cue, *subject[2:])


def _next_clause(breaks: Sequence[tuple[int, int]], speakers: Sequence[int], words: int, end: int) -> int:
    """Where the last break before the next speaker after these words begins; the end where there is none."""
    first = bisect_left(breaks, (words, words))
    if first == len(breaks):
        return end
    later = bisect_left(speakers, breaks[first][1])
    if later == len(speakers):
        return end
    return breaks[bisect_left(breaks, (speakers[later], 0)) - 1][0]


def _opening(flat: str, start: int, verb: int, seen: Sequence[Candidate]) -> _Subject | None:
    """« X confirme et ajoute que … »: the only person before the verb, who opens the sentence."""
    people = [one for one in seen if one.kind == "person" and one.end <= verb]
    opens = len(people) == 1 and people[0].start - start < 40 and not _GOVERNED.search(flat, start, people[0].start)
    return _Subject(people[0].start, people[0]) if opens else None


def _pronoun_of(flat: str, start: int, verb: int) -> _Subject | None:
    """« …, avocate ; elle nous rappelle et nous dit que »: the pronoun that opens the clause."""
    opened = [found for found in _OPENED.finditer(flat, start, verb) if ";" not in flat[found.end() : verb]]
    return _Subject(opened[-1].start("pronoun"), pronoun=True) if opened else None


def _words_after(flat: str, match: re.Match[str], end: int, seen: Sequence[Candidate]) -> int | None:
    """Where the reported words begin, or None where the verb leads to none; its addressee may stand between."""
    at = _past(flat, match.end(), end)
    for begin in (at, *(_past(flat, one.end, end) for one in seen if _is_addressee(flat, at, one))):
        bare = begin > match.end() or match.group() not in TELLS  # `told you and me`: whom, not what
        leads = LEADS.match(flat, begin, end)
        if match["french"]:
            leads = leads or LEADS_INFINITIVE.match(flat, begin, end)
        elif bare:
            leads = leads or LEADS_BARE.match(flat, begin, end)
            leads = leads or (LEADS_CLAUSE.match(flat, begin, end) if match.group() in SAYS else None)
        leads = leads or (LEADS_GERUND.match(flat, begin, end) if _DENIES.search(match.group()) else None)
        if leads:
            return leads.end()
    return None


def _past(flat: str, at: int, end: int) -> int:
    adjuncts = ADJUNCTS.match(flat, at, end)
    return adjuncts.end() if adjuncts else at


def _is_addressee(flat: str, at: int, one: Candidate) -> bool:
    """`told John Harker that`, « déclare à M. Morin que »: only somebody stands between the verb and its clause."""
    return 0 < one.start - at < 50 and _TO.fullmatch(flat, at, one.start) is not None


def _subject(flat: str, left: int, verb: int, seen: Sequence[Candidate]) -> _Subject | None:
    """Who does the verb that begins at `verb`: the party, the pronoun or the document right before it."""
    head = subject_end(flat, left, verb)
    if pronoun := PRONOUN.search(flat, max(left, verb - 40), head):
        return _Subject(pronoun.start(), pronoun=True)
    if concerned := reporting().concerned.search(flat, max(left, verb - 40), head):
        return _Subject(concerned.start(), concerned=concerned.span())
    speaker = nearest_before(seen, left, verb)
    if speaker and (_SUBJECT_GAP.fullmatch(flat, speaker.end, verb) or _is_apposed(flat, left, speaker, verb)):
        return _Subject(speaker.start, speaker)
    document = reporting().document.search(flat, max(left, verb - 70), head)
    if document and not _GOVERNED.search(flat, left, document.start()):
        return _Subject(document.start(), document=document.span())
    unnamed = UNNAMED.search(flat, left, head) if left == verb or head - left < 90 else None
    if unnamed and speaker is None:
        return _Subject(unnamed.start())
    return _Subject(verb, bare=True) if stands_bare(flat[left:head]) else None


def _is_apposed(flat: str, left: int, speaker: Candidate, verb: int) -> bool:
    """« Le procureur, Paul Morin, a indiqué »"""
    apposed = _APPOSED.search(flat, left, speaker.start) is not None
    return apposed and re.fullmatch(r"\s*,\s*(?:(?:nous|lui|leur)\s+)?", flat[speaker.end : verb]) is not None


def _according_to(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    for match in patterns().according.finditer(flat, start, end):
        weak = match.group().strip() in ("pour", "suivant")
        speaker = _named_after(flat, match.end(), seen)
        source = _Subject(match.start(), speaker) if speaker else None if weak else _source(flat, match.end())
        if source is None or (weak and (match.start() > start or (speaker and speaker.kind != "person"))):
            continue
        yield from _beside(flat, start, end, match.span(), source, seen)
        return
    opening = reporting().as_said.search(flat, start, min(end, start + 90))
    speaker = _named_after(flat, opening.end(), seen) if opening else None
    if opening and speaker:
        yield from _beside(flat, opening.start(), end, opening.span("verb"), _Subject(speaker.start, speaker), seen)


def _source(flat: str, at: int) -> _Subject | None:
    """« selon lui », « selon la réclamante », « d'après un audit », `according to police`: a source without a name."""
    source = reporting().source.match(flat, at)
    if source is None:
        return None
    if source["pronoun"]:
        return _Subject(at, pronoun=True)
    if source["concerned"]:
        return _Subject(at, concerned=source.span("concerned"))
    return _Subject(at, document=source.span("document")) if source["document"] else _Subject(at)


def _named_after(flat: str, at: int, seen: Sequence[Candidate]) -> Candidate | None:
    """The speaker right after a verb or « selon », titles and « sa sœur » aside; a person before a role."""
    title = _TITLE.match(flat, at)
    reach = title.end() if title else at
    accounts = reporting().accounts.match(flat, at)
    title = _TITLE.match(flat, accounts.end()) if accounts else title
    reach = title.end() if title else reach
    kin = _KIN.match(flat, reach) if reach > at else None
    near = [one for one in seen if at <= one.start <= (kin.end() if kin else reach) + 1]
    role = next(iter(near), None)
    after = (
        one
        for one in seen
        if role and one.kind == "person" and one.start > role.end and _TITLE.fullmatch(flat, role.end + 1, one.start)
    )
    return next((one for one in near if one.kind == "person"), next(after, role))


def _beside(
    flat: str, start: int, end: int, cue: tuple[int, int], source: _Subject, seen: Sequence[Candidate]
) -> Iterator[Reported]:
    """The words after « selon X, » at the head of a sentence, or before « , selon X » at its end."""
    if cue[0] - start <= 12 or _CONJUNCTION.search(flat, max(start, cue[0] - 16), cue[0]):
        after = source.speaker.end if source.speaker else cue[1]
        comma = flat.find(",", after, min(end, after + 60))
        if comma >= 0 and _BY_NAME.match(flat, comma):  # « Selon X, dit le Russe, … »
            comma = flat.find(",", comma + 1, comma + 60)
        apposition = _APPOSITION.match(flat, comma) if comma >= 0 else None
        role = next((one for one in seen if apposition and apposition.end() == one.start and one.kind == "role"), None)
        comma = flat.find(",", role.end, role.end + 60) if role else comma
        if comma >= 0:
            item = _ITEM.search(flat, comma, end)
            stop = _trimmed(flat, item.start() if item else end)
            yield Reported(comma + 1 + _blanks(flat, comma + 1), stop, source.speaker, cue, *source[2:])
        return
    stop = start + len(flat[start : cue[0]].rstrip(" ,\n«"))
    if stop - start > 10:
        yield Reported(start, stop, source.speaker, cue, *source[2:])


def _said_after(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    """« …, affirme X. », `…, X said.`: words without marks, and who said them at the end of the sentence."""
    for match in reporting().after.finditer(flat, start, end):
        speaker = _named_after(flat, match.end(), seen)
        by_name = match["verb"] == "dit" and any(one.end == match.start() for one in seen)  # « X, dit le Russe »
        if speaker and match.group()[0] == "," and match.start() - start > 10 and not by_name:
            yield Reported(start, match.start(), speaker, match.span("verb"))
            return
    for match in reporting().aside.finditer(flat, start, end):
        if match.start() - start > 10:
            yield Reported(start, match.start(), None, match.span("verb"), pronoun=True)
            return
    for one in reversed(seen):
        said = reporting().before.match(flat, one.end, end)
        comma = flat.rfind(",", start, one.start)
        if said and comma - start > 10 and _TITLE.fullmatch(flat, comma + 1 + _blanks(flat, comma + 1), one.start):
            yield Reported(start, comma, one, said.span("verb"))
            return


def _blanks(flat: str, at: int) -> int:
    return len(flat[at : at + 4]) - len(flat[at : at + 4].lstrip())


def _trimmed(flat: str, end: int) -> int:
    while end and flat[end - 1] in ".;, ":
        end -= 1
    return end
