"""Checks on exhibits: sealed under no number, opened without a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.assembling.blank_cells import blank_cells
from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.exhibits import bare
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.assembling.sealed_lists import unsealed
from greffier.records import Citation, Entity, Mention, Page, Span
from greffier.text import fold, folded

_NO_NUMBER = re.compile(
    r"(?:scell[ée]s?|seals?|exhibit|plomb|(?:sachet|bag|tag|[ée]tiquette|label)(?=[^\n]{0,14}(?:n[°ºo]|num|no)))"
    r"(?:[ ](?:ferm[ée]|ouvert|d[ée]couvert|provisoire|judiciaire|scell[ée]|seal)){0,2}[ ]?"
    r"(?:n[°ºo]\.?|num[ée]ro|number|no\.?)[ ]?(?::[ ]?)?(?:\.{3,}|…+|_{3,}|-{4,}|\?{1,3}(?=[\s,;.]))"
    r"|(?:scell[ée]s?|seal|exhibit)[^.\n]{0,24}\b(?:sans num[ée]ro|without (?:a )?number|unnumbered)",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(  # something seized and kept, of which a page says that it bears no number
    r"\b(?:saisi\w*|scelle\w*|enveloppe|sac|sachet|carton|bagged|sealed|seized|envelope|bag|packet)\b[^.;\n]{0,50}\b"
    r"(?:non numerote\w*|unnumbered|not numbered|sans (?:aucun )?numero(?! de (?:serie|telephone|chassis|moteur))|"
    r"without (?:a |any )?number|bear(?:s|ing) no number|ne porte (?:pas de|aucun) numero)\b|"
    r"\b(?:sans n(?:[°o]|umero) (?:pc|de scelle|de piece|d'ordre)|without (?:an? )?(?:seal|exhibit) (?:number|no)|"
    r"(?:no|has no) (?:seal|exhibit) number)\b"
)
_SMALL = frozenset(
    "une des les dans sous sans avec par mis mise sac pour the and with without bag seal scelle piece exhibit number "
    "numero non numerote numerotee enveloppe envelope unnumbered saisi saisie seized".split()
)
_SHARED = 2  # words of two lines that make them speak of one thing
_NO_RECORD = re.compile(
    r"(?:sans (?:proces[- ]verbal|p\.?v\.?\b|acte|motif|mention)\b|without (?:a |any )?(?:record|report|entry)|"
    r"n'a (?:pas )?fait l'objet d'aucun(?:e)? (?:proces-verbal|acte)|no record of|"
    r"(?:aucune?|sans qu'aucune?|sans que l[ea]) (?:proces-verbal|p\.?v\.?|acte|piece|registre|rapport|document|note)"
    r"[^.]{0,30}\b(?:fasse|fait|porte|garde|en parle|ne (?:le |l')?(?:mentionne|relate|constate|signale|releve)|"
    r"(?:mentionne|relate|constate|signale|releve))\b|"
    r"no (?:record|report|entry|paper|log|register|document|note|form)s?[^.]{0,20}\b(?:mentions?|shows?|tells?|says?|"
    r"speaks?|accounts?|explains?|covers?|refers?)\b|"
    r"(?:not|never) (?:recorded|logged|entered|documented|written up|noted|minuted)\b|"
    r"n'(?:est|a ete|ont ete|avait ete) (?:mentionn|consign|inscri|port|relat)\w+ (?:nulle part|(?:dans|sur) aucun)|"
    r"aucune? (?:proces-verbal|p\.?v\.?|acte|mention|trace) (?:de |d')[^.]{0,60}\b(?:joint|etabli|dresse|produit|"
    r"verse|porte)\w*|"
    r"no (?:entry|report|note|record)[^.]{0,40}\b(?:opening|opened|removal|unsealing)\b)"
)
_HINTS = re.compile(
    r"sans|without|aucun|nulle part|no (?:record|entr|report|note|paper|log|register|document|form)|(?:not|never) \w+",
    re.IGNORECASE,
)  # cheap, before folding
_OPENED = re.compile(
    r"\b(?:bris|brise\w*|brisons|ouvert\w*|ouvrons|rompu\w*|rompons|descell\w*|sorti\w*|retir\w*|fendu\w*|"
    r"opened|opening|broken|removed|taken out|unsealed)\b"
)
_DENIED = re.compile(r"\b(?:n'a pas ete|n'ont pas ete|intact\w*|not (?:been )?(?:opened|broken)|jamais)\b")
_SHORT = 140  # characters of a sentence that a title quotes
_RECORDED = re.compile(
    r"\b(?:brisons|rompons|ouvrons|procedons (?:au bris|a l'ouverture)|we (?:open|break|broke|opened))\b"
)


def missing_number(material: Material, rule: Rule) -> Iterator[Hit]:
    """An object placed under a seal whose number was left open."""
    told: set[tuple[str, int]] = set()  # pages and lines
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None:
            for found in _NO_NUMBER.finditer(page.text):
                told.add((page.id, line_at(page.text, found.start())[0]))
                words: Words = {"told": " ".join(found.group().split())}
                yield Hit((cite(page, *found.span()),), page.origin != "ocr", words)
    rows = [(page, row.start, page.origin != "ocr") for page, row in blank_cells(material.known)]
    rows += [(page, start, False) for page, start in unsealed(material.known)]
    for page, start, certain in rows:
        cited = cite(page, *line_at(page.text, start))
        if (page.id, cited.span.start) not in told:
            told.add((page.id, cited.span.start))
            yield Hit((cited,), certain, {"told": " ".join(cited.span.exact.split())[:_SHORT]})
    for hit in _unnumbered(material.known):
        if not any((one.span.page, one.span.start) in told for one in hit.citations):
            yield hit


def _unnumbered(known: Lookup) -> Iterator[Hit]:
    """Things that pages call unnumbered; lines that share words speak of one thing, and are asked after together."""
    lines: list[tuple[Citation, frozenset[str]]] = []
    for page in known.ordered_pages():
        piece = known.pieces.get(known.piece_of.get(page.id, ""))
        asked = page.near_duplicate_of is None and (piece is None or piece.kind not in ("press", "mail"))
        if asked and _UNNUMBERED.search(known.flat(page)):
            view = fold(page.text)
            for found in _UNNUMBERED.finditer(view.text):
                cited = cite(page, *line_at(page.text, view.original(*found.span())[0]))
                lines.append((cited, frozenset(re.findall(r"[a-z]{3,}", folded(cited.span.exact))) - _SMALL))
    while lines:
        first, words = lines.pop(0)
        same = [one for one in lines if len(one[1] & words) >= _SHARED]
        lines = [one for one in lines if one not in same]
        told = " ".join(first.span.exact.split())[:_SHORT]
        yield Hit((first, *[citation for citation, _ in same]), False, {"told": told})


def opened_without_record(material: Material, rule: Rule) -> Iterator[Hit]:
    """A seal told to have been opened or taken out "without a record"; one finding for each seal."""
    known = material.known
    seen: set[str] = set()
    for page in known.ordered_pages():
        for mention in known.on_page.get(page.id, ()):
            entity = known.entity_of.get(mention.id) if mention.kind == "seal" else None
            told = _unrecorded(known, page, mention) if entity is not None else None
            if entity is None or told is None or entity.id in seen:
                continue
            seen.add(entity.id)
            records = tuple(_records(known, entity, page))
            words: Words = {"seal": bare(entity), "told": _short(told)}
            scope = "every page of the case that names this seal"
            inside = told.start <= mention.span.start < told.end
            named = () if inside else (cite(page, *known.sentence(mention.span)),)
            yield Hit((*named, Citation(told), *records), False, words, scope)


def _unrecorded(known: Lookup, page: Page, mention: Mention) -> Span | None:
    """Return the words "without a record" where a sentence says that this seal was opened so.

    The sentence names the seal, or follows it in a paragraph that names no other.
    """
    for start, end in _about(known, page, mention):
        if not _HINTS.search(page.text, start, end):
            continue
        view = fold(page.text[start:end])
        without = _NO_RECORD.search(view.text)
        if without is not None and _OPENED.search(view.text) and not _DENIED.search(view.text):
            return cite(page, start, end).span
    return None


def _about(known: Lookup, page: Page, mention: Mention) -> Iterator[tuple[int, int]]:
    start, end = known.sentence(mention.span)
    yield start, end
    paragraph = page.text.find("\n\n", mention.span.end)
    last = paragraph if paragraph >= 0 else len(page.text)
    others = [one for one in known.on_page[page.id] if one.kind == "seal" and one.span.start > mention.span.start]
    if not any(one.span.start < last and _differs(known, one, mention) for one in others):
        while end < last - 1:
            at = end + len(page.text[end:]) - len(page.text[end:].lstrip())
            start, end = known.sentence(cite(page, at, at + 1).span)
            if start < at or end <= at:
                return
            yield start, min(end, last)


def _differs(known: Lookup, one: Mention, other: Mention) -> bool:
    first, second = known.entity_of.get(one.id), known.entity_of.get(other.id)
    return first is not None and second is not None and first.id != second.id


def _records(known: Lookup, seal: Entity, apart: Page) -> Iterator[Citation]:
    """Yield the record of an opening of this seal that the file does hold, as the other side (the first only)."""
    named = [mention for id in seal.mentions if (mention := known.mentions[id]).span.page in known.pages]
    for mention in sorted(named, key=lambda one: (*known.place[one.span.page], one.span.start, one.span.end, one.id)):
        if mention.span.page != apart.id:
            start, end = known.sentence(mention.span)
            if _RECORDED.search(folded(known.pages[mention.span.page].text[start:end])):
                yield Citation(mention.span, "context")
                return


def _short(span: Span) -> str:
    text = " ".join(span.exact.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
