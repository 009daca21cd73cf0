"""What a sentence says and its pages do not: each part of the sentence, looked for from the quotation outwards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from greffier.citing import find
from greffier.records import Citation, Span, Verdict
from greffier.text import key
from greffier.vocabulary import senses
from greffier.writing.atoms import Atoms
from greffier.writing.desk import SPOKEN, Desk, meet
from greffier.writing.figures import (
    Moment,
    Number,
    bounds_among,
    same_day,
    same_moment,
    same_number,
    same_sort,
    unmatched,
)
from greffier.writing.ground import Ground
from greffier.writing.named import called, stands, words_of
from greffier.writing.wording import (
    attributes,
    contrary,
    denies,
    is_hedged,
    is_sourced,
    literal,
    other_actor,
    overlap,
    quotations,
)

ALIKE = 0.2  # share of a sentence's words that must be on its page, where both are in one language
CLOSE = 0.5  # share from which a sentence and its quotation speak of the same, so that "not" on one side tells
SAME = 0.75  # the same where the sentence of the page was only guessed


_SOFT = ("s", "year", "%")  # units that a writer may have computed from two values of the page
_COUNTABLE: dict[str, str] = {"container": "container", "seal": "seal", "plate": "vehicle", "phone": "phone"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a sentence says and its page does not, in words for its author."""

    verdict: Verdict
    reason: str
    counter: tuple[Citation, ...] = ()
    blocks: bool = True


def faults(atoms: Atoms, stood: Ground, desk: Desk, *, heading: bool = False) -> list[Fault]:
    """Return all that is wrong with a sentence; a heading is looked at for its values only."""
    if not stood.pages:
        return []
    found = [*_numbers(atoms, stood, desk), *_moments(atoms, stood, desk), *_codes(atoms, stood)]
    found += _people(atoms, stood, desk)
    if heading:
        return found
    found += [*_quoted(atoms, stood, desk), *_denied(atoms, stood), *_attributed(atoms, stood, desk)]
    if not any(fault.blocks for fault in found):
        found += _unlike(atoms, stood, desk)
    return found


def _where(stood: Ground) -> str:
    pages = [page.folio or f"page {page.number}" for page in stood.pages]
    return ", ".join(pages[:3]) + ("…" if len(pages) > 3 else "")


def _against(span: Span | None) -> tuple[Citation, ...]:
    return (Citation(span, "contradicts"),) if span else ()


# --- how much ---------------------------------------------------------------------------------------------------------


def _numbers(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    told = atoms.figures.numbers
    for number in told:
        if not number.bounds or _borne_out(number, stood.core.figures.numbers):
            yield from _flat(number, atoms, stood)
        elif rivals := _rivals(number, told, stood.said.figures.numbers):
            yield _wrong(number.surface, rivals[0].surface, rivals[0].at, stood)
        elif not _elsewhere(number, stood, desk):
            yield _absent_number(number, told, stood)


def _borne_out(number: Number, shown: Sequence[Number]) -> bool:
    return any(same_number(number, other) for other in shown) or bounds_among(number, shown)


def _rivals(number: Number, told: Sequence[Number], shown: Sequence[Number]) -> list[Number]:
    """Numbers of the same sort that the sentence does not take up."""
    units = {number.unit, None} if number.unit is not None else {"count", None}
    return [other for other in unmatched(told, shown) if same_sort(number, other) and other.unit in units]


def _elsewhere(number: Number, stood: Ground, desk: Desk) -> bool:
    """Whether a number stands further off on the pages, is the count of codes on them, or follows from the ledger."""
    if _borne_out(number, stood.near.figures.numbers) or _borne_out(number, stood.whole.figures.numbers):
        return True
    return _counted(number, stood) or _follows(number, desk)


def _counted(number: Number, stood: Ground) -> bool:
    """Whether so many different codes of what is counted stand on the pages ("two containers", each by its number)."""
    kinds = [kind for kind, word in _COUNTABLE.items() if senses(word) & number.good]
    codes = stood.whole.figures.codes
    return any(number.bounds == (Decimal(len({code for each, code in codes if each == kind})),) for kind in kinds)


def _follows(number: Number, desk: Desk) -> bool:
    return any(same_number(number, other) for other in desk.computed)


def _absent_number(number: Number, told: Sequence[Number], stood: Ground) -> Fault:
    rivals = [r for r in _rivals(number, told, stood.core.figures.numbers) if r.unit == number.unit and r.at]
    if rivals and number.unit not in (None, "count") and len(stood.core_spans) == 1:
        return _wrong(number.surface, rivals[0].surface, rivals[0].at, stood)
    if number.unit in _SOFT:
        return Fault("partly", f"“{number.surface}” does not stand on {_where(stood)}: compute it again.", blocks=False)
    return Fault("not_found", f"“{number.surface}” does not stand on {_where(stood)}.")


def _wrong(told: str, shown: str, at: Span | None, stood: Ground) -> Fault:
    counter = _against(at) or tuple(Citation(span, "contradicts") for span in stood.core_spans[:1])
    return Fault("contradicted", f"You write “{told}”; {_where(stood)} says “{shown}”.", counter)


def _flat(number: Number, atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """A page that says "about" does not bear out a number told flatly."""
    shown = [other for other in stood.core.figures.numbers if same_number(number, other)]
    if shown and all(other.about for other in shown) and not number.about and not is_hedged(atoms.text):
        yield Fault("partly", f"The page is less sure: “{shown[0].surface}”.", blocks=False)


# --- when, which ------------------------------------------------------------------------------------------------------


def _moments(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    told = atoms.figures.moments
    for moment in told:
        if any(same_moment(moment, other) for other in stood.core.figures.moments):
            continue
        said = stood.said.figures.moments
        free = [o for o in said if not any(same_day(each, o) for each in told)]
        clocks = [o for o in said if _timed(moment) and _timed(o) and not any(same_moment(t, o) for t in told)]
        if rivals := clocks or free:
            yield _wrong(moment.surface, rivals[0].surface, rivals[0].at, stood)
        elif not _dated(moment, stood, desk):
            yield Fault("not_found", f"“{moment.surface}” does not stand on {_where(stood)}.")


def _timed(moment: Moment) -> bool:
    return "T" in moment.time.earliest


def _dated(moment: Moment, stood: Ground, desk: Desk) -> bool:
    """Whether a date stands anywhere on the pages, or is the date of their pieces; a time of day must stand there."""
    if any(same_moment(moment, other) for other in stood.whole.figures.moments):
        return True
    if _timed(moment):
        return False
    dates = [at for page in stood.pages if (at := desk.act_date(page))]
    cut = 0 if moment.year else 5
    return any(moment.time.earliest[cut:10] <= at[cut:] <= moment.time.latest[cut:10] for at in dates)


def _codes(atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    shown = set(stood.whole.figures.codes)
    letters = _letters(stood.whole.text)
    for kind, code in atoms.figures.codes:
        if (kind, code) in shown or _letters(code) in letters:
            continue
        yield Fault("not_found", f"“{code}” ({kind}) does not stand on {_where(stood)}.")


def _letters(text: str) -> str:
    return "".join(char for char in key(text) if char.isalnum())


# --- who --------------------------------------------------------------------------------------------------------------


def _people(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    spoken = frozenset().union(*(desk.piece_words(page) for page in stood.pages))
    for name in dict.fromkeys(atoms.people):
        if not _translated_nickname(name, desk, stood) and not stands(name, called(name, desk.everyone), spoken):
            yield Fault("not_found", f"“{name}” is not named on {_where(stood)} or the rest of that document.")
    languages = {page.language for page in stood.pages}
    for name in dict.fromkeys(atoms.places):
        if languages == {desk.language} and not stands(name, called(name, desk.everyone), spoken):
            yield Fault("partly", f"“{name}” is not named on {_where(stood)}.", blocks=False)
    yield from _speakers(atoms, stood, desk)


def _translated_nickname(name: str, desk: Desk, stood: Ground) -> bool:
    """Whether a name may be the translation of one on the page ("the Greek" for « le Grec »)."""
    foreign = desk.language not in {page.language for page in stood.pages}
    return foreign and key(name).split()[0] in ("the", "le", "la", "les")


def _speakers(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Words given to somebody that the page gives to somebody else; only where the case knows both."""
    names = [name for name in (*atoms.speakers, *atoms.people) if not _translated_nickname(name, desk, stood)]
    named = [{bearer.id for bearer in called(name, desk.everyone)} for name in names]
    if not names or not all(named) or not attributes(atoms.text):
        return
    for citation in stood.citations if stood.quoted else ():
        there = [quote for quote in desk.quotes.get(citation.span.page, ()) if quote.speaker_name]
        if len({quote.speaker_name for quote in there}) < 2:
            continue  # a page on which all is said by one person may have been read wrongly
        said = [quote for quote in there if meet(quote.span, citation.span)]
        owners = [{bearer.id for bearer in called(q.speaker_name or "", desk.everyone)} for q in said]
        if not said or not all(owners) or any(mine & theirs for mine in named for theirs in owners):
            continue
        yield Fault("contradicted", f"The page gives these words to {said[0].speaker_name}.", _against(said[0].span))


# --- according to whom, how sure --------------------------------------------------------------------------------------


def _attributed(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    if attributes(atoms.text) or quotations(atoms.text) or any(_follows(n, desk) for n in atoms.figures.numbers):
        return
    if speaker := _spoken(stood, desk):
        yield Fault("attribution_missing", f"Say who says so: on {_where(stood)} these are the words of {speaker}.")
    elif is_sourced(stood.said.text or stood.core.text) and not is_hedged(atoms.text):
        reason = f"Say who says so, or how sure it is: {_where(stood)} does not state it as fact."
        yield Fault("attribution_missing", reason)
    elif not is_hedged(atoms.text):
        yield from _modal(stood, desk)


def _spoken(stood: Ground, desk: Desk) -> str | None:
    """Who speaks where the sentence stands on nothing but somebody's words, None where a page records it as fact."""
    speakers = [_speaker(span, desk) for span in stood.core_spans]
    return speakers[0] if speakers and all(speakers) else None


def _speaker(span: Span, desk: Desk) -> str | None:
    if quote := next((q for q in desk.quotes.get(span.page, ()) if _within(span, q.span)), None):
        return quote.speaker_name or "somebody who is quoted"
    piece = desk.piece_of.get(span.page)
    if piece and piece.kind in SPOKEN and span.page not in desk.quotes:
        return "a person heard" if piece.kind == "hearing" else "people on an intercepted line"
    return None


def _within(span: Span, quote: Span) -> bool:
    """Whether most of a span is inside a quotation."""
    shared = min(span.end, quote.end) - max(span.start, quote.start)
    return shared * 2 > span.end - span.start or (shared > 0 and quote.end - quote.start <= shared)


def _modal(stood: Ground, desk: Desk) -> Iterator[Fault]:
    """What the page tells as a plan, a guess or a claim is not told as done."""
    told = [event for span in stood.core_spans for at, event in desk.events.get(span.page, ()) if meet(at, span)]
    if not told or any(event.modality == "fact" for event in told):
        return
    kinds = {"alleged": "a claim", "planned": "a plan", "hypothetical": "a possibility"}
    yield Fault("attribution_missing", f"{_where(stood)} tells this as {kinds[told[0].modality]}, not as a fact.")


# --- words ------------------------------------------------------------------------------------------------------------


def _quoted(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Quoted words must stand on the page; in another language, the citation must hold the original."""
    foreign = desk.language not in {page.language for page in stood.pages}
    shown = words_of(stood.whole.text)
    for words in quotations(atoms.text):
        if _stand(words, stood) or len(words.split()) < 3:
            continue
        if not foreign or literal(words, shown) >= CLOSE:
            yield Fault("not_found", f"The words “{words}” do not stand on {_where(stood)}.")
        elif not stood.quoted:
            yield Fault("judgement", f"“{words}” is a translation: put the original words into the citation.")


def _stand(words: str, stood: Ground) -> bool:
    """Whether each part of a quotation stands on a page: insertions in brackets and elisions are left out."""
    parts = [part.strip(" ,.;:") for part in re.split(r"\s*[\[(]?(?:…|\.\.\.)[\])]?\s*|\[[^\]]*\]", words)]
    return all(any(find(part, page) for page in stood.pages) for part in parts if part)


def _denied(atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """A "not" on one side only, a word and its opposite, another actor: where both speak of the same thing."""
    ring, enough = (stood.said, CLOSE) if stood.quoted else (stood.core, SAME)
    counter = tuple(Citation(span, "contradicts") for span in stood.core_spans[:1])
    if actors := other_actor(atoms.text, stood.said.text):
        yield Fault("contradicted", f"You write “{actors[0]}”; {_where(stood)} says “{actors[1]}”.", counter)
    if not ring.text or overlap(atoms.text, ring.senses) < enough:
        return
    if pair := contrary(atoms.text, ring.text):
        yield Fault("contradicted", f"You write “{pair[0]}”; {_where(stood)} says “{pair[1]}”.", counter)
    elif denies(atoms.text) != denies(ring.text) and len(stood.core_spans) == 1:
        side = "The page denies this" if denies(ring.text) else "The page does not deny this"
        yield Fault("contradicted", f"{side}: read {_where(stood)} again.", counter)


def _unlike(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """A sentence that shares next to no word with its pages: nothing here says that they bear it out."""
    shared = overlap(atoms.text, stood.whole.senses)
    if stood.quoted and (atoms or desk.language not in {page.language for page in stood.pages}):
        return
    if shared < ALIKE and not atoms:
        yield Fault("judgement", f"Nothing in these words can be found on {_where(stood)} by machine: read the page.")
