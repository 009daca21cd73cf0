"""Annexes that a document announces, and whether they are there: by their label or their number.

An annex is there where a page after the announcement or in a file beside it bears its label at its head, or a file
beside or inside the announcing one bears it in its name, or most words of what a list says that it is. It is absent
where others of the same document are there, or where nothing follows that could be it; otherwise nobody can tell from
the pages alone, and unknown is the answer.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from greffier.assembling.checking import cite
from greffier.assembling.lookup import Lookup, look
from greffier.records import Annex, Citation, Dossier, Page, Piece, Source, digest
from greffier.text import folded

Status = Literal["there", "absent", "unknown"]

HEAD_LINES = 3  # of a page, in which an annex bears its label
MOST = 40  # annexes of one announcement

_NOUN = r"(?:annexes?|annex|annexures?|appendix|appendices|pi[èe]ces?\s+jointes?|enclosures?|attachments?)\b"
_NO = r"\s*(?:n\s?[°ºo]s?\.?\s*|no\.\s*|:\s*n[°º]\s*)?"
_ONE = r"(?:\d{1,2}|[A-Z]|[IVX]{2,4})(?![\w'’/]|-[A-Za-z]|\s*%|\s+(?:LA|LE|LES|L['’])\b)"
_LABELLED = re.compile(rf"\b(?i:{_NOUN}){_NO}({_ONE}(?:\s*(?:,|et|and|&|à|to|-|–)\s*{_ONE})*)")
_COUNTED = re.compile(
    rf"^[^\w\n]*(?i:nombre d['’]annexes|{_NOUN}|p\.?\s?j\.?|encls?\.?|enc\.?)\s*(?::\s*\(?|\()(\d{{1,2}})\)?"
    r"(?i:\s*(?:annexes?|documents?|pi[èe]ces?|fichiers?|files?|items?))?\s*\)?[ \t.]*$",
    re.MULTILINE,
)
_NUMBERED_LIST = re.compile(
    rf"^[^\w\n]*(?i:{_NOUN}|p\.?\s?j\.?|encls?\.?)\s*:[ \t]*\n((?:[ \t]*(?:-\s*)?\d{{1,2}}\s*[.)/-]\s*\S.*(?:\n|$))+)",
    re.MULTILINE,
)
_LETTERED_LIST = re.compile(  # below a head of its own: `6. Annexes`, then `   A  Weighing slips        attached`
    rf"^[^\w\n]*(?:\d{{1,2}}\s?[.)])?[ \t]*(?i:{_NOUN})[ \t]*:?[ \t]*\n"
    r"(?P<items>(?:[ \t]+[A-Z][ \t.):-]{1,4}\S.*(?:\n|$)){2}(?:[ \t]+\S.*(?:\n|$))*)",
    re.MULTILINE,
)
_LETTER = re.compile(r"^[ \t]+([A-Z])[ \t.):-]{1,4}(?=\S)(?P<called>.*)", re.MULTILINE)
_IN_LINE = re.compile(  # `Annexes: A score sheets, B advert, C opening sheet`
    rf"^[^\w\n]*(?i:{_NOUN})[ \t]*:[ \t]*(?P<items>A[ \t]+[^\W\d_][^,;\n]{{1,80}}[,;][ \t]*B[ \t]+[^\W\d_][^\n]*)",
    re.MULTILINE,
)
_ITEM_IN_LINE = re.compile(r"(?:^|[,;][ \t]*)([A-Z])[ \t]+(?=[^\W\d_])")
_TAKEN_OUT = re.compile(r"\b(?:retir|withdr|withheld|removed|supprim|kept|conserv|rest(?:e|ent)\b)", re.IGNORECASE)
_CLOSING = re.compile(  # what a paper says at its end that it joins
    rf"^[^\w\n]*(?i:pi[èe]ces?\s+jointes?|p\.\s?j\.|enclosures?|enclosed|attached)[ \t]*:[ \t]*(?i:{_NOUN}){_NO}"
    rf"(?P<labels>{_ONE}(?:\s*\([^()\n]{{1,60}}\))?(?:\s*(?:,|et|and|&|à|to|-|–)\s*(?:(?i:{_NOUN}){_NO})?{_ONE}"
    r"(?:\s*\([^()\n]{1,60}\))?)*)",
    re.MULTILINE,
)
_ITEM = re.compile(r"^[ \t]*(?:-\s*)?(\d{1,2})\s*[.)/-]", re.MULTILINE)
# Of another text: "l'annexe 3 du code", "Annex I to the Regulation".
_ELSEWHERE = re.compile(
    r"\s*+(?:,\s*+)?(?:du|de la|de l['’]|des|au|à la|of|to)\s*(?!pr[ée]sent|this|même)\w", re.IGNORECASE
)
# « les annexes 2 et 3 restent au greffe », `Annexes B and C are retained at the registry`
_KEPT = re.compile(
    r"[^.;\n]{0,20}\b(?:restent?|demeurent?|(?:est|sont)\s+(?:conserv|gard|retenu|d[ée]pos)\w*|non\s+(?:re)?(?:copi|produi)\w*|"
    r"remains?|(?:is|are)\s+(?:kept|held|retained)|retained|not\s+(?:copied|reproduced))\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,2})\s*(?:à|to|-|–)\s*(\d{1,2})")
_LETTERS = re.compile(r"([A-Z])\s*(?:à|to|-|–)\s*([A-Z])")
_HEADED = re.compile(  # at the beginning of a line, or at its right end
    rf"(?:^[^\w\n]*|[ \t]{{3,}})(?i:{_NOUN}|p\.?\s?j\.?){_NO}({_ONE})"
    r"(?=\s*(?:\(\d{1,2}\)\s*)?$|\s*[:.|;–—-]|[ \t]*[,/][ \t]*(?i:sheet|page|p\.|feuillet|feuille)\b)"
)
_LISTED = re.compile(  # `Annex 1   Bank statement      Annex 2   Delivery notes`: what each is
    rf"(?:^|[ \t]{{3,}})[ \t]*(?i:{_NOUN}){_NO}({_ONE})(?:[ \t]{{2,}}|[ \t]?[:.–—-][ \t]+)"
    r"([^\W\d_](?:[^\n|; \t]|[ \t](?![ \t]{2}))*)",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("the and des les une aux par pour sur avec from for with".split())
_NAMED = re.compile(  # `AnnexB2_note.txt` is a part of annex B
    rf"(?i:\b|_)(?i:{_NOUN}|p\.?j\.?)[\s_-]*(?:n[°o]?)?[\s_-]*(\d{{1,2}}(?![A-Za-z0-9])|[A-Z](?=\d{{0,2}}(?![A-Za-z0-9])))"
)


@dataclass(frozen=True, slots=True)
class Announced:
    """What a page announces: the labels of annexes, or how many there are."""

    page: Page
    start: int
    end: int
    labels: tuple[str, ...]
    count: int | None = None


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where annexes stand: labelled pages by source and by folder, files by the label and by the words of their names.

    `last` and `children` say which pages and files belong together.
    """

    headed: Mapping[str, list[tuple[int, str, str]]]
    beside: Mapping[str, list[tuple[str, str]]]
    named: Mapping[str, list[tuple[str, str]]]
    titled: Mapping[str, list[tuple[frozenset[str], str]]]
    last: Mapping[str, int]
    children: Mapping[str, int]


def annexes(dossier: Dossier) -> list[Annex]:
    """Return the annexes that the pieces of a case announce, sorted by id."""
    return sought(look(dossier))


def sought(known: Lookup) -> list[Annex]:
    """The annexes of a dossier that was indexed before."""
    shelf, kept = _shelf(known), frozenset(_kept(known))
    found: dict[str, Annex] = {}
    for piece in known.ordered_pieces():
        if piece.kind != "press":
            for annex in _of_piece(known, piece, shelf):
                annex = replace(annex, status="unknown") if annex.label in kept and not annex.there else annex
                found.setdefault(annex.id, annex)
    return sorted(found.values(), key=lambda one: one.id)


def _kept(known: Lookup) -> Iterator[str]:
    """The labels of annexes that a page says stay somewhere else: whoever has the file need not have them."""
    for page in known.ordered_pages():
        for match in _LABELLED.finditer(page.text):
            if _KEPT.match(page.text, match.end()):
                yield from labels_told(match.group(1))


def _of_piece(known: Lookup, piece: Piece, shelf: _Shelf) -> Iterator[Annex]:
    told = [one for id in piece.pages for one in announcements(known.pages[id]) if id in known.pages]
    labelled = {label: one for one in reversed(told) for label in one.labels}
    titles = {
        found[1]: found[2]
        for id in piece.pages
        if id in known.pages
        for found in _LISTED.finditer(known.pages[id].text)
    }
    places = {label: _place(known, piece, label, titles.get(label, ""), shelf) for label in labelled}
    some = any(places.values())
    alone = _nothing_follows(known, piece, shelf)
    for label, one in sorted(labelled.items()):
        status: Status = "there" if places[label] else "absent" if some or alone else "unknown"
        yield _annex(piece, one, label, 1, int(bool(places[label])), status, places[label] or None)
    for one in told:
        if one.count is not None and len(labelled) < one.count:
            there = len(_after(known, piece, shelf)) + shelf.children.get(piece.source, 0)
            partly = 0 < there < one.count
            status = "there" if there >= one.count else "absent" if partly or alone else "unknown"
            yield _annex(piece, one, None, one.count, min(there, one.count), status, None)


def _annex(
    piece: Piece, one: Announced, label: str | None, count: int, there: int, status: Status, place: str | None
) -> Annex:
    id = digest("annex", piece.id, label, count)
    citation = cite(one.page, one.start, one.end)
    return Annex(id, piece.id, label, count, there, status, citation.span, place)


def announcements(page: Page) -> Iterator[Announced]:
    """Yield what a page announces; the head of an annex announces nothing, nor does "annexes : néant"."""
    text = page.text
    body = _below_head(text)
    for match in _NUMBERED_LIST.finditer(text):
        yield Announced(page, match.start(), match.end(1), tuple(_ITEM.findall(match.group(1))[:MOST]))
    for match in _LABELLED.finditer(text, body):
        if not _ELSEWHERE.match(text, match.end()) and not _KEPT.match(text, match.end()):
            yield Announced(page, *match.span(), labels_told(match.group(1)))
    yield from _lettered(page)
    for match in _COUNTED.finditer(text):
        if int(match.group(1)) > 0:
            yield Announced(page, *match.span(), (), int(match.group(1)))


def _lettered(page: Page) -> Iterator[Announced]:
    """Yield the items of lists below a head or behind a colon, each by its letter; those told to be elsewhere not."""
    text = page.text
    for match in _LETTERED_LIST.finditer(text):
        for item in _LETTER.finditer(text, match.start("items"), match.end("items")):
            if not _TAKEN_OUT.search(item["called"]):
                yield Announced(page, item.start(1), item.end(), (item[1],))
    for match in _IN_LINE.finditer(text):
        items = list(_ITEM_IN_LINE.finditer(match["items"]))
        for item, after in zip(items, [*items[1:], None], strict=True):
            end = match.start("items") + (after.start() if after else len(match["items"]))
            yield Announced(page, match.start("items") + item.start(1), end, (item[1],))


def lists(known: Lookup, piece: Piece) -> Iterator[tuple[Citation, frozenset[str]]]:
    """The lists of annexes of a piece, from the line that leads to them, and the labels that they hold."""
    for page in (known.pages[id] for id in piece.pages if id in known.pages):
        items = list(_LISTED.finditer(page.text))
        if len(items) > 1:
            head = page.text.rfind("\n", 0, page.text.rfind("\n", 0, items[0].start(1))) + 1
            yield cite(page, head, items[-1].end()), frozenset(item[1] for item in items)
        for found in _CLOSING.finditer(page.text):
            bare = re.sub(rf"(?i:{_NOUN})|\([^()]*\)", "", found["labels"])
            yield cite(page, *found.span(), "contradicts"), frozenset(labels_told(bare))


def labels_told(told: str) -> tuple[str, ...]:
    """The labels of "1, 2 et 4", "1 à 4" or "A à D"."""
    if letters := _LETTERS.fullmatch(told):
        return tuple(map(chr, range(ord(letters[1]), ord(letters[2]) + 1)))
    if (span := _RANGE.fullmatch(told)) and 0 < int(span[2]) - int(span[1]) <= MOST:
        return tuple(str(number) for number in range(int(span[1]), int(span[2]) + 1))
    return tuple(dict.fromkeys(re.findall(r"\d{1,2}|[A-Z]+", told)))


def _below_head(text: str) -> int:
    """Where the head of a page ends if it is an annex's own head; 0 where it is none."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text))[:HEAD_LINES]
    return next((line.end() for line in lines if _HEADED.search(line.group())), 0)


def _shelf(known: Lookup) -> _Shelf:
    headed: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    beside: dict[str, list[tuple[str, str]]] = defaultdict(list)
    last: dict[str, int] = defaultdict(int)
    for page in known.ordered_pages():
        folder = str(PurePosixPath(known.place[page.id][0]).parent)
        last[page.source] = max(last[page.source], page.number)
        for line in re.findall(r"[^\n]*\S[^\n]*", page.text)[:HEAD_LINES]:
            if match := _HEADED.search(line):
                headed[page.source].append((page.number, match.group(1), page.id))
                beside[folder].append((match.group(1).upper(), page.id))
    return _Shelf(headed, beside, _named(known), _titled(known), last, _children(known))


def _named(known: Lookup) -> dict[str, list[tuple[str, str]]]:
    """Files that bear the label of an annex in their name, by their folder: (label, first page or nothing)."""
    first = {page.source: page.id for page in reversed(known.ordered_pages())}
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for source in known.dossier.sources:
        path = PurePosixPath(source.path)
        if match := _NAMED.search(path.stem):
            named[str(path.parent)].append((match.group(1).upper(), first.get(source.id, source.id)))
    return named


def _titled(known: Lookup) -> dict[str, list[tuple[frozenset[str], str]]]:
    """The words in the name of each file, by its folder, and its first page."""
    titled: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
    for page in known.ordered_pages():
        if page.number == 1:
            path = PurePosixPath(known.place[page.id][0])
            titled[str(path.parent)].append((_words(path.stem), page.id))
    return titled


def _words(told: str) -> frozenset[str]:
    """The words of a title or of the name of a file that say what it is, without their plural."""
    return frozenset(word.rstrip("s") for word in _WORD.findall(folded(told))) - _SMALL


def _children(known: Lookup) -> dict[str, int]:
    """How many files each mail holds; an archive is no letter with enclosures."""
    mails = {source.id for source in known.dossier.sources if _is_mail(source)}
    counted: dict[str, int] = defaultdict(int)
    for source in known.dossier.sources:
        if source.parent in mails:
            counted[source.parent] += 1
    return counted


def _is_mail(source: Source) -> bool:
    return source.media_type in ("message/rfc822", "application/vnd.ms-outlook")


def _place(known: Lookup, piece: Piece, label: str, title: str, shelf: _Shelf) -> str:
    """The page that bears this label after the piece or beside it, or the file beside it or in it; empty for none."""
    first = known.pages[piece.pages[0]].number
    for number, found, page in shelf.headed.get(piece.source, ()):
        if found.upper() == label.upper() and number > first:
            return page
    path = PurePosixPath(known.place[piece.pages[0]][0])
    for folder in (str(path.parent), str(path)):
        for found, page in shelf.named.get(folder, ()):
            if found == label.upper():
                return page
    own, words = set(piece.pages), _words(title)
    beside = (page for found, page in shelf.beside.get(str(path.parent), ()) if found == label.upper())
    called = (
        page for found, page in shelf.titled.get(str(path.parent), ()) if words and 2 * len(words & found) >= len(words)
    )
    return next((page for page in (*beside, *called) if page not in own), "")


def _after(known: Lookup, piece: Piece, shelf: _Shelf) -> set[str]:
    """The labels that stand after a piece in its file."""
    first = known.pages[piece.pages[0]].number
    return {label for number, label, _ in shelf.headed.get(piece.source, ()) if number > first}


def _nothing_follows(known: Lookup, piece: Piece, shelf: _Shelf) -> bool:
    """Whether no page, attachment or named annex follows that could be what is announced."""
    path = PurePosixPath(known.place[piece.pages[0]][0])
    last = known.pages[piece.pages[-1]].number
    beside = shelf.named.get(str(path.parent)) or shelf.named.get(str(path))
    return last == shelf.last[piece.source] and not shelf.children.get(piece.source) and not beside
