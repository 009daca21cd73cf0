"""Reported words with their source beside them: « selon X, … », « …, affirme X », `…, police said`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.report import ITEM, TITLE, Reported, Subject, blanks, trimmed
from greffier.reading.reporting import reporting
from greffier.reading.speech import owned, patterns
from greffier.reading.taken import beginning

_APPOSED_NAME = re.compile(rf",?\s+{TITLE.pattern}")
_KIN = re.compile(  # « son voisin, X, », « son codétenu, que nous appellerons X, »
    r"(?:[a-z\u0153-]{3,20}\s+){0,2}[a-z\u0153-]{3,20},\s+"
    r"(?:qu[e'](?:\s?nous|\s?on)\s+appel\w+|whom\s+we\s+(?:shall\s+|will\s+)?call|dite?|surnommee?|named|called)\s+"
    r"|(?:[a-z\u0153-]{3,20}(?:\s+|,\s+(?!.{0,40},.{0,40},))){1,3}"
)
_APPOSITION = re.compile(r"\s*,\s*(?:(?:le|la|les|un|une|son|sa|the|an?|his|her|ancien|ancienne|former)\s+|l')?")
_BY_NAME = re.compile(r"\s*,\s*(?:dite?|alias|surnommee?|aka|known\s+as)\s")
ASKED = re.compile(  # `Asked who that was, he laughed`
    r"\W{0,4}(?:\w{1,3}[.)]\s+)?(?:(?:when|lorsqu'on|si\s+on)\s+)?(?:asked|questioned|pressed|challenged|interrogee?|questionnee?|a\s+la\s+question|sur\s+le\s+point\s+de\s+savoir)\b"
)
_AT_ONCE = re.compile(  # « d'après elle le virement est perdu », `according to him a man gave`: a subject, and no comma
    r"\s(?=(?:il|elle|ils|elles|on|le|la|les|un|une|des|chaque|aucun|aucune|ce|cet|cette|ces|son|sa|ses|tout|tous|he|she|it|they|we"
    r"|there|the|an?|every|each|all|no|none|nobody|his|her|their|this|that|these|those|one|two|three|some)\s|l'|c'|d'autres)"
)
_LABEL = 4  # words that may be no clause
_TITLED_NAME = 12  # characters of a comma and a title
_CONJUNCTION = re.compile(
    r"(?:^|[\s:(])(?:que|qu'|ou|qui|which|who|where|car|et|mais|or|donc|si|puisque|that|and|but|because|since|:)\s*,?\s*$"
)


def according_to(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    """« Selon X, … », « …, d'après lui », « comme l'a dit X, … » in a sentence."""
    for match in patterns().according.finditer(flat, start, end):
        weak = match.group().strip() in ("pour", "suivant")
        speaker = _named_after(flat, match.end(), seen) or _apposed(flat, match.end(), seen)
        source = Subject(match.start(), speaker) if speaker else None if weak else _source(flat, match.end())
        if source is None or (weak and (match.start() > start or (speaker and speaker.kind != "person"))):
            continue
        for one in _beside(flat, start, end, match.span(), source, seen):
            if not weak or len(flat[one.start : one.end].split()) > _LABEL:  # « Pour Gianni, le patron »
                yield one
        return
    opening = reporting().as_said.search(flat, start, min(end, start + 90))
    speaker = _named_after(flat, opening.end(), seen) if opening else None
    if opening and speaker:
        yield from _beside(flat, opening.start(), end, opening.span("verb"), Subject(speaker.start, speaker), seen)


def _source(flat: str, at: int) -> Subject | None:
    """« selon lui », « selon la réclamante », « d'après un audit », `according to police`: a source without a name."""
    source = reporting().source.match(flat, at)
    if source is None:
        return None
    if source["pronoun"]:
        return Subject(at, pronoun=source.span("pronoun"))
    if source["concerned"]:
        return Subject(at, concerned=source.span("concerned"))
    return Subject(at, document=source.span("document")) if source["document"] else Subject(at)


def _apposed(flat: str, at: int, seen: Sequence[Candidate]) -> Candidate | None:
    """« Selon le voisin, M. Brun, »: who is named between commas after a word for him."""
    source = reporting().source.match(flat, at)
    near = beginning(seen, source.end(), source.end() + _TITLED_NAME) if source else ()
    who = next((one for one in near if one.kind == "person"), None)
    led = who and source and _APPOSED_NAME.fullmatch(flat, source.end(), who.start)
    return who if who and led and flat[who.end : who.end + 1] == "," else None


def _named_after(flat: str, at: int, seen: Sequence[Candidate]) -> Candidate | None:
    """The speaker right after a verb or « selon », titles and « sa sœur » aside; a person before a role."""
    title = TITLE.match(flat, at)
    reach = title.end() if title else at
    accounts = reporting().accounts.match(flat, at)
    title = TITLE.match(flat, accounts.end()) if accounts else title
    reach = title.end() if title else reach
    kin = _KIN.match(flat, reach) if reach > at else None
    near = [one for one in seen if at <= one.start <= (kin.end() if kin else reach) + 1]
    if accounts:  # « d'après une note de l'Observatoire »: the paper says it, unless it is a person's
        near = [one for one in near if one.kind != "organisation" or one.start < accounts.end() - 1]
    near = [one for one in near if one.kind == "person" or "," not in flat[at : one.start]]
    near = [one for one in near if not owned(flat, one)]
    role = next(iter(near), None)
    after = (
        one
        for one in seen
        if role and one.kind == "person" and one.start > role.end and _APPOSED_NAME.fullmatch(flat, role.end, one.start)
    )
    return next((one for one in near if one.kind == "person"), next(after, role))


def _beside(
    flat: str, start: int, end: int, cue: tuple[int, int], source: Subject, seen: Sequence[Candidate]
) -> Iterator[Reported]:
    """The words after « selon X, » at the head of a sentence, or before « , selon X » at its end."""
    if cue[0] - start <= 12 or _CONJUNCTION.search(flat, max(start, cue[0] - 16), cue[0]):
        after = source.speaker.end if source.speaker else cue[1]
        told = next((span[1] for span in (source.pronoun, source.concerned, source.document) if span), after)
        if _AT_ONCE.match(flat, told):
            item = ITEM.search(flat, told, end)
            stop = trimmed(flat, told, item.start() if item else end)
            yield Reported(told + 1, stop, source.speaker, cue, *source[2:])
            return
        comma = flat.find(",", after, min(end, after + 60))
        if comma >= 0 and _BY_NAME.match(flat, comma):  # « Selon X, dit le Russe, … »
            comma = flat.find(",", comma + 1, comma + 60)
        apposition = _APPOSITION.match(flat, comma) if comma >= 0 and source.speaker else None
        role = next((one for one in seen if apposition and apposition.end() == one.start and one.kind == "role"), None)
        after_role = flat.find(",", role.end, role.end + 60) if role else -1  # « selon X, le maire est au courant »
        comma = after_role if after_role >= 0 else comma
        if comma >= 0:
            item = ITEM.search(flat, comma, end)
            stop = trimmed(flat, comma, item.start() if item else end)
            yield Reported(comma + 1 + blanks(flat, comma + 1), stop, source.speaker, cue, *source[2:])
        return
    stop = start + len(flat[start : cue[0]].rstrip(" ,\n«"))
    if stop - start > 10:
        yield Reported(start, stop, source.speaker, cue, *source[2:])


def said_after(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Iterator[Reported]:
    """« …, affirme X. », `…, X said.`: words without marks, and who said them at the end of the sentence."""
    for match in reporting().after.finditer(flat, start, end):
        speaker = _named_after(flat, match.end(), seen)
        by_name = match["verb"] == "dit" and any(one.end == match.start() for one in seen)  # « X, dit le Russe »
        body = reporting().body.match(flat, match.end()) if speaker is None else None
        if body and match.group()[0] == "," and match.start() - start > 10:
            yield Reported(start, match.start(), None, match.span("verb"), document=body.span())
            return
        if speaker and match.group()[0] == "," and match.start() - start > 10 and not by_name:
            yield Reported(start, match.start(), speaker, match.span("verb"))
            return
    for match in reporting().body_said.finditer(flat, start, end):
        if match.start() - start > 10:
            yield Reported(start, match.start(), None, match.span("verb"), document=match.span("who"))
            return
    for match in reporting().aside.finditer(flat, start, end):
        if match.start() - start > 10:
            yield Reported(start, match.start(), None, match.span("verb"), pronoun=match.span("verb"))
            return
    for one in reversed(seen):
        said = reporting().before.match(flat, one.end, end)
        comma = flat.rfind(",", start, one.start)
        if said and comma - start > 10 and TITLE.fullmatch(flat, comma + 1 + blanks(flat, comma + 1), one.start):
            yield Reported(start, comma, one, said.span("verb"))
            return
