"""Annexes that a page announces and that the file does not hold: said by another page, or found missing."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from greffier.assembling.annexes import labels_told, lists, sought
from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Annex, Citation, Page
from greffier.text import folded

_ANNOUNCES = re.compile(
    r"\b(?:joignons|annexons|joint au present|jointe au present|annexee? au present|est jointe?|sont jointe?s|"
    r"en annexe|sera versee?|seront versee?s|is attached|are attached|we attach|is enclosed|are enclosed|"
    r"follows under separate cover|annex [a-z0-9]{1,3},)"
)
_DENIES = re.compile(
    r"\b(?:n'a pu etre produit\w*|n'a pas ete (?:joint|verse|produit|transmis|retrouve)\w*|ne figure pas|manquant\w*|"
    r"absent\w*|jamais (?:ete )?(?:joint|verse|transmis|recu)\w*|non joint\w*|"
    r"never (?:sent|attached|received|produced)|"
    r"(?:was|were) not (?:sent|attached|produced|enclosed|found)|missing|could not be produced)\b"
)
# Cheap, on the page as it stands: folding every sentence of a file would cost more than all checks together.
_HINTS = re.compile(r"joi[gn]|annex|vers[ée]e|attach|enclosed|separate\s+cover", re.IGNORECASE)
_HINTS_DENIED = re.compile(
    r"n['’](?:a|ont)\s+p|figure\s+pas|manquant|absent|jamais|joint|never|not\s|missing|could", re.IGNORECASE
)
_LABEL = re.compile(r"\b(?:annexe|annex|piece jointe|appendix) (?:n[°o]? ?)?([a-z]|\d{1,3})\b")
_NOUN = r"(?i:annex(?:es|ures?|e)?|appendi(?:x|ces)|pi[èe]ces?\s+jointes?|enclosures?)"
_ONE = rf"(?:{_NOUN}\s+)?(?:\d{{1,2}}|[A-Z])\b(?:\s*\([^()\n]{{1,60}}\))?"
_SENT = re.compile(  # what a slip sends of another paper: "Annexes to report 44/R: A, B and D"
    rf"(?i:\b(?:annex(?:es|ures)?|appendices|enclosures|pi[èe]ces jointes))\s+(?i:au|aux|du|de la|to|of)\s+"
    rf"(?P<whose>[^\n:|]{{3,50}}?)\s*:\s*(?P<labels>{_ONE}(?:\s*(?:,|et|and|&|à|to|-)\s*{_ONE})*)"
)
_SENT_FIRST = re.compile(  # the labels first: « Annexes 1 à 3 au rapport », `Appendices A and B to the report`
    rf"(?i:\b(?:annex(?:es|ures)?|appendices|enclosures|pi[èe]ces jointes))\s+"
    rf"(?P<labels>{_ONE}(?:\s*(?:,|et|and|&|à|to|-)\s*{_ONE})*)\s+(?i:au|aux|du|de la|to the|to|of the|of)\s+"
    rf"(?P<whose>[^\W\d_][^\n:|;.]{{3,50}})"
)
_HOLDS = re.compile(  # what somebody got, or found in a file: `It holds annex A (score sheets) and annex B`
    rf"\b(?i:holds?|held|received|re[çc]ue?s?)\b(?:[^\n.;:]{{0,60}}:|[^\n.;:]{{0,40}}?(?=\s{_NOUN}\s))\s"
    rf"(?P<labels>{_ONE}(?:\s*(?:,|et|and|&)\s*{_ONE})*)"
)
_NOTHING_ELSE = re.compile(
    r"\s*(?:nothing else|no other|there (?:is|was) nothing|rien d'autre|aucune autre)[^.\n]*", re.I
)
_ITEM = re.compile(  # a line of a list: « - annexe 2, plan »
    rf"^[^\w\n]{{0,8}}(?:\d{{1,2}}[.)][ \t]*)?{_NOUN}[ \t]+(?:n[°o]\.?[ \t]*)?(?P<label>\d{{1,2}}|[A-Z])\b",
    re.MULTILINE,
)
_LISTS = re.compile(
    r"\b(?:received|receipt|recu\w*|bordereau|envoi|transmis\w*|transmission|disclos\w*|inventor\w*|inventaire|sommaire|"
    r"list of|liste des|remis\w*|enclosed|forward\w*|dispatch\w*)\b"
)
_NUMBER = re.compile(r"(?<!\d)\d{1,6}[/-]\d{1,6}(?!\d)")
_HEAD = 600  # characters of a first page in which a paper tells its number
_PLAIN = frozenset(
    """present presente annexe annexes joint jointe jointes joignons annexons copie procedure proces verbal dossier page
    pages under separate cover follows attached enclosed which cette dont avec pour dans sera seront verse versee
    versees ulterieurement leurs notre votre piece pieces document documents ainsi meme celle celui rapport report suite
    feuille feuilles feuillets""".split()
)
_ALIKE = 14  # letters of the words that both share
_LONG = 5  # letters of a word that says what is annexed


@dataclass(frozen=True, slots=True)
class _Announced:
    """A sentence that announces something, and the words that say what."""

    page: Page
    start: int
    end: int
    label: str | None
    words: frozenset[str]


def annex_absent(material: Material, rule: Rule) -> Iterator[Hit]:
    """An annex that one page announces and another says was never there; two pages, not one page and a silence."""
    known = material.known
    announced = list(_sentences(known, _ANNOUNCES, _HINTS))
    if not announced:
        return
    denials = list(_sentences(known, _DENIES, _HINTS_DENIED))
    saying: dict[str, list[int]] = defaultdict(list)  # the places of the denials that say a word
    for place, one in enumerate(denials):
        for word in one.words:
            saying[word].append(place)
    for told in announced:
        places = sorted({place for word in told.words for place in saying.get(word, ())})
        denial = next((denials[place] for place in places if _same_thing(told, denials[place])), None)
        if denial is None:
            continue
        promise = cite(told.page, told.start, told.end)
        denied = cite(denial.page, denial.start, denial.end, "contradicts")
        words: Words = {"told": _short(promise), "where": told.page.folio or str(told.page.number)}
        yield Hit((promise, denied), True, words, "every page of the case")


def annex_missing(material: Material, rule: Rule) -> Iterator[Hit]:
    """An annex announced by its label or among a number of them, and not there; sure where others of them are.

    What another page says of it is asked by `annex_absent`.
    """
    known = material.known
    found = sought(known)
    some = {one.piece for one in found if one.there}
    several = Counter(one.piece for one in found if one.label is not None)
    slips, held = list(_slips(known)), list(_held(known))
    items = _itemised(known, found)
    asked = [folded(citation.span.exact) for hit in annex_absent(material, rule) for citation in hit.citations]
    for one in found:
        page = known.pages[one.span.page]
        said = folded(one.span.exact)
        told = any(said in other for other in asked) or page.near_duplicate_of is not None or _denied(known, one)
        left_out = [cited for cited, whose, labels in slips if _leaves_out(known, one, whose, labels)]
        told = told or any(_is_of(known, one, cited, whose, labels) for cited, whose, labels in slips)
        told = told or any(one.label in labels for _, labels in held)
        left_out += [cited for cited, labels in held if one.label and one.label not in labels]
        sent = [(cited, labels) for cited, labels, whose in items if whose == one.piece]
        left_out += [cited for cited, labels in sent if one.label and one.label not in labels]
        told = told or any(one.label in labels for _, labels in sent)
        told = told or any(one.span.page == cited.span.page for cited, _, _ in items)
        if (one.status == "absent" or (one.status == "unknown" and left_out)) and not told:
            words: Words = {
                "where": page.folio or known.place[page.id][0],
                "told": _short(Citation(one.span)),
                "missing": _missing(one),
            }
            own = list(lists(known, known.pieces[one.piece]))
            lacking = [cited for cited, labels in own if one.label not in labels]
            nowhere = one.label is not None and one.piece not in some and not lacking and not left_out
            if nowhere and (own or several[one.piece] > 1):
                continue  # a file that has none of several annexes may be without them all
            cited = (Citation(one.span), *(lacking if one.label is not None else ()), *left_out)
            yield Hit(cited, one.piece in some, words, "the file, what is in it and what is beside it")


def _slips(known: Lookup) -> Iterator[tuple[Citation, str, frozenset[str]]]:
    """What slips say that they send of the annexes of a paper: the line, the paper (folded), the labels."""
    for page in known.ordered_pages():
        for found in (*_SENT.finditer(page.text), *_SENT_FIRST.finditer(page.text)):
            cited = cite(page, *line_at(page.text, found.start()), "contradicts")
            labels = re.sub(rf"{_NOUN}|\([^()]*\)", "", found["labels"])
            yield cited, folded(found["whose"]), frozenset(labels_told(labels))


def _itemised(known: Lookup, announced: list[Annex]) -> list[tuple[Citation, frozenset[str], str]]:
    """The lists that say line by line what was sent or received of the annexes of one other paper.

    The last such line, the labels, and the only piece that announces these annexes and more.
    """
    of_piece: dict[str, set[str]] = defaultdict(set)
    for one in announced:
        of_piece[one.piece].update([one.label] if one.label else ())
    found = []
    for page in known.ordered_pages():
        lines = list(_ITEM.finditer(page.text)) if _LISTS.search(known.flat(page)[:_HEAD]) else []
        labels = frozenset(one["label"] for one in lines)
        others = {piece: told for piece, told in of_piece.items() if piece != known.piece_of.get(page.id)}
        whose = [piece for piece, told in others.items() if labels and labels <= told]
        if len(lines) > 1 and len(whose) == 1 and labels < others[whose[0]]:
            found.append((cite(page, *line_at(page.text, lines[-1].start("label")), "contradicts"), labels, whose[0]))
    return found


def _held(known: Lookup) -> Iterator[tuple[Citation, frozenset[str]]]:
    """What somebody says that a file holds of annexes, by their labels; of which paper is not told."""
    for page in known.ordered_pages():
        if _HINTS.search(page.text):
            for found in _HOLDS.finditer(page.text):
                line = page.text[page.text.rfind("\n", 0, found.start()) + 1 : found.end()]
                if re.search(rf"{_NOUN}|(?i:pi[èe]ces|documents|papers)", line):
                    _, end = known.sentence(cite(page, *found.span("labels")).span)
                    more = _NOTHING_ELSE.match(page.text, end)
                    start, _ = line_at(page.text, found.start())
                    cited = cite(page, start, more.end() if more else end, "contradicts")
                    yield cited, frozenset(labels_told(re.sub(rf"{_NOUN}|\([^()]*\)", "", found["labels"])))


def _is_of(known: Lookup, annex: Annex, cited: Citation, whose: str, labels: frozenset[str]) -> bool:
    """Whether a list that was made of the annexes has this one, or is where the annex is spoken of: it is somewhere."""
    here, span = annex.span, cited.span
    if here.page == span.page and span.start <= here.start < span.end:
        return _NUMBER.search(whose) is not None and not _numbered_so(known, annex, whose, folded(span.exact))
    return annex.label in labels and _numbered_so(known, annex, whose)


def _numbered_so(known: Lookup, annex: Annex, whose: str, aside: str = "\n") -> bool:
    """Whether the paper that announces an annex bears a number by which a slip names it, in its first lines.

    What stands `aside` is no line of its own head: the slip itself.
    """
    first = known.pages.get(known.pieces[annex.piece].pages[0])
    head = known.flat(first)[:_HEAD].replace(aside, " ") if first else ""
    return any(re.search(rf"(?<!\d){one}(?!\d)", head) for one in _NUMBER.findall(whose))


def _leaves_out(known: Lookup, annex: Annex, whose: str, labels: frozenset[str]) -> bool:
    """Whether a slip sends other annexes of the same paper, and not this one.

    The slip names the paper by its reference; or by what it is, where the annex is known to be absent.
    """
    if annex.label is None or annex.label in labels:
        return False
    piece = known.pieces[annex.piece]
    reference = folded(piece.reference or "")
    if reference and re.search(rf"(?<![\w/.-]){re.escape(reference)}(?![\w/-])", whose):
        return True
    if _numbered_so(known, annex, whose):
        return True
    kind = whose.split(" ", 1)[0].strip()
    return annex.status == "absent" and kind in folded(piece.title or "").split()


def _denied(known: Lookup, annex: Annex) -> bool:
    """Whether the page itself says that the annex was never there, which announces nothing."""
    start, end = known.sentence(annex.span)
    return _DENIES.search(folded(known.pages[annex.span.page].text[start:end])) is not None


def _missing(annex: Annex) -> tuple[str, str]:
    if annex.label is not None:
        return f"annex {annex.label}", f"l'annexe {annex.label}"
    left = annex.count - annex.there
    return f"{left} of {annex.count}", f"{left} sur {annex.count}"


def _sentences(known: Lookup, pattern: re.Pattern[str], hint: re.Pattern[str]) -> Iterator[_Announced]:
    for page in known.ordered_pages():
        if page.near_duplicate_of is None:
            for start, end in _hinted(known, page, hint):
                told = folded(page.text[start:end])
                if pattern.search(told):
                    yield _read(page, start, end, told)


def _hinted(known: Lookup, page: Page, hint: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a page that hold a hint; a word broken at the end of a line is no hint."""
    last = -1
    for found in hint.finditer(page.text):
        if found.start() >= last:
            start, last = known.sentence(cite(page, *found.span()).span)
            yield start, last


def _read(page: Page, start: int, end: int, told: str) -> _Announced:
    label = _LABEL.search(told)
    words = frozenset(
        word.rstrip("s") for word in re.findall(r"[a-z]+", told) if len(word) >= _LONG and word not in _PLAIN
    )
    return _Announced(page, start, end, label.group(1) if label else None, words)


def _same_thing(told: _Announced, denied: _Announced) -> bool:
    """Whether a denial speaks of what was announced: two words of it, or one and the same letter of the annex."""
    if told.page.id == denied.page.id and told.start == denied.start:
        return False
    shared = told.words & denied.words
    if told.label is not None and denied.label is not None:
        return told.label == denied.label and bool(shared)
    return len(shared) > 1 and sum(map(len, shared)) >= _ALIKE


def _short(citation: Citation) -> str:
    text = " ".join(citation.span.exact.split())
    return text if len(text) <= 120 else f"{text[:117]}…"
