"""Who a sentence names, and according to whom it is true, against its pages."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.records import Span
from greffier.text import key
from greffier.writing.amounts import follows
from greffier.writing.atoms import Atoms
from greffier.writing.desk import SPOKEN, Desk, meet
from greffier.writing.fault import Fault, against, where
from greffier.writing.ground import Ground
from greffier.writing.named import called, stands
from greffier.writing.wording import attributes, is_hedged, is_sourced


def wrong_names(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Yield the people and places of a sentence that its documents do not name, or name for other words."""
    spoken = frozenset().union(*(desk.piece_words(page) for page in stood.pages))
    for name in dict.fromkeys(atoms.people):
        if not _translated_nickname(name, desk, stood) and not stands(name, called(name, desk.everyone), spoken):
            yield Fault("not_found", f"“{name}” is not named on {where(stood)} or the rest of that document.")
    languages = {page.language for page in stood.pages}
    for name in dict.fromkeys(atoms.places):
        if languages == {desk.language} and not stands(name, called(name, desk.everyone), spoken):
            yield Fault("partly", f"“{name}” is not named on {where(stood)}.", blocks=False)
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
        yield Fault("contradicted", f"The page gives these words to {said[0].speaker_name}.", against(said[0].span))


def unattributed(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Yield what a sentence states as a fact and its page only as somebody's word, plan or guess."""
    if attributes(atoms.text) or atoms.quotation or any(follows(n, desk) for n in atoms.figures.numbers):
        return
    if speaker := _spoken(stood, desk):
        yield Fault("attribution_missing", f"Say who says so: on {where(stood)} these are the words of {speaker}.")
    elif is_sourced(stood.said.text or stood.core.text) and not is_hedged(atoms.text):
        reason = f"Say who says so, or how sure it is: {where(stood)} does not state it as fact."
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
    yield Fault("attribution_missing", f"{where(stood)} tells this as {kinds[told[0].modality]}, not as a fact.")
