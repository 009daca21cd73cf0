"""Seals and exhibits: « scellé n° QUATRE (4) », `scellé SQ/14`, `exhibit MK/3`; the value is the number or the mark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from text_to_num import text2num

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.mention import span
from greffier.reading.vocabulary import level
from greffier.records import Mention, Page

_HEAD = re.compile(
    r"[sepbit](?<!\w.)(?:(?P<one>(?<=s)(?:celle|eal)|(?<=e)xh(?:[il1]b[il1]t)?|(?<=p)lomb)"
    r"|(?<=s)(?:celles|c\.|eals|ealed bags?)"
    r"|(?<=e)(?:xh(?:[il1]b[il1]t)?s|vidence bags?"
    r"|vidence(?:\s+(?:items?|tags?))?(?=\s*(?:nos?\.|numbers?\b|#)|\s(?:items?|tags?)\s[a-z]{0,3}-?\d))"
    r"|(?P<short>(?<=e)x\.(?=\s?(?:nos?\.\s?)?[a-z]{0,3}[/-]?\d))|(?<=p)roperty\s(?:items?|tags?)"
    r"|(?<=i)tems?(?=\s?#\s?[a-z]{1,3}-?\d)|(?<=t)agged(?=\s[a-z]{1,3}-?\d[\d-])"
    r"|(?<=p)(?:lombs|lombe[es]{0,2}(?=\s+(?:n°|sous)))"
    r"|(?<=b)ags?(?=\s+(?:no\.|number|n°|[a-z]{1,3}\d{4})))(?!\w)"
    r"(?:\s+(?:judiciaires?|fermes?|ouverts?|provisoires?|definitifs?|decouverts?|couverts?|douaniers?|de\s+douane|numerotes?|bags?|list(?=\s*:)))*"
    r"(?P<number>\s*,?\s*(?:portant\s+le\s+|sous\s+le\s+|bearing\s+the\s+)?(?:numeros?|numbers?"
    r"|nos?\.|nos?(?=\s*\d)|n\s?°\s?s(?!\w)|n\s?°|#|references?|marked|ref\.?|cote))?\s*[:.]?\s*[\"“«]?\s?"
)
_SERIAL = 5  # digits of a number that is printed on a seal
_FARTHEST = 80  # characters from the word to its number
_BARE = re.compile(r"(?P<letters>[A-Z](?<![\w/.-].)[A-Z]{0,3})(?P<sign>[/-]?)(?P<number>\d{1,8})(?![\w/-])")
_NAMED = re.compile(r"[se](?<!\w.)(?:(?<=s)(?:celles?|eals?)|(?<=e)xhibits?)\b")
_REGISTER = re.compile(r"[seb](?<!\w.)(?:(?<=s)(?:celles?|eals?|eized|aisi\w{0,3})|(?<=e)xhibits?|(?<=b)ags?)\b")
_HEADING = 80  # characters above a list in which its heading stands
_LISTED = 3  # marks that count on at the beginnings of lines, from which a page is a register of them
_SLASHED = re.compile(r"[A-Z](?<![\w/-].)(?:[A-Z]{1,3}/[\dl]{1,3}|[A-Z]{0,3}-\d{1,3}|[A-Z]{1,2}\d{1,3})(?![\w/-])")
_BOOKED = re.compile(
    r"\b(?:(?:booked|logged|tagged|bagged|marked|labell?ed|numbered|entered|secured|tendered|admitted|received|collected"
    r"|recovered|retained|seized|lodged|identified)\s+(?:in(?:to evidence)?\s+)?as\s+(?:items?\s*#?\s*)?"
    r"|marked\s+(?:with\s+)?|my\s+ref(?:erence)?\.?\s*:?\s+)[\"“«]?$"
)
_PRINTED = re.compile(r"[A-Z](?<![\w/-].)[A-Z]{1,2} \d{6,7}(?![\w/-]|[.,]\d)")
_ON_SEAL = re.compile(r"\b(?:plombs?|scelles?|seals?)\b(?!\s+(?:n°|no\b))[^\n]{0,60}$")
_INTRODUCING = re.compile(
    r"\b(?:as|produced?|produces|producing|marked|items?|handset|phone|exhibiting|reference|referred\s+to\s+as|sous|objet)"
    r"\s+(?:my\s+)?(?:exhibit\s+)?[(«\"“]?\s*$"
)
_SPELLED = (
    "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    "|cinquante|soixante|cent|et|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_WRITTEN = re.compile(
    rf"((?:{_SPELLED})(?:[ -](?:{_SPELLED}))*)(?!\w)(?:\s*\(\s*(\d{{1,4}})\s*\))?(?P<more>\s(?:bis|ter|quater)(?!\w))?"
)
_MARK = re.compile(
    r"[A-Z]{1,6}(?:[-/][A-Z]{1,4}){0,2}(?:[ ]?[/.\-]?[ ]?\d|/[lI]|l(?=\d{3}))[\dOlI]{0,6}(?:[/.\-][A-Z0-9]{1,6})*"
    r"(?:[ ]?(?:bis|ter))?(?!\w)"
    rf"|[A-Z]{{1,4}}[/\-](?:{_SPELLED.upper()})(?!\w)"
)
_FIGURE = re.compile(
    r"\d{1,8}(?:[/.\-][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter|[A-Z](?!\w)))?(?![\w%])(?!\s*(?:kg|g\b|kilo"
    r"|gram|eur|€|h\b|pi[èe]ces|sacs))"
)
_AMONG_DIGITS = re.compile(r"(?<=\d)O(?=\d)|(?<=\d)O$")
_ONE = re.compile(r"(?<=[\d/])[lI](?=\d|$)|(?<=[A-Z])l(?=\d{3})")
_ALONE = re.compile(r"[lI](?![\w'’])")  # « scellé n° l »: as it stands
_LETTER = re.compile(r"[A-Z](?=\s*[:,;.)(–\"”»-]|\s+(?:cont|compos|est|is|was)|\n)")
_COUNTED_THING = re.compile(r"\s+[^\W\d]{3,}")
_COUNTED = re.compile(r"\s+(?!(?:et|and|à|a|to|through)\s+(?:n°\s?)?\d)[^\W\d]")
_THINGS = re.compile(r"\s+[^\W\d]{3,}[sx](?!\w)")  # "scellé 3 sachets"
_MORE = re.compile(r"\s*(?:,|;|et|and|&|à|to|through|-)\s*(?:n°s?\s*|[Ii]tems?\s*#?\s*)?")


def find_exhibits(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the seals of a page: their numbers or marks, without the word before them."""
    for head in _HEAD.finditer(flat):
        if head["short"] and not (english and text[head.start()] == "E"):  # `Ex. 7`, but « ex. 7 »
            continue
        numbered = head["number"] is not None
        found = _value(text, flat, head.end(), numbered, one=bool(head["one"] or head["short"]))
        if found is None:
            continue
        end, value = found
        yield _seal(text, head.end(), end, value)
        yield from _others(text, flat, end, value)


def with_word(seal: Mention, page: Page) -> Mention:
    """The same seal with the word before its number, which a sentence governs: « pesée du [scellé n° 4] »."""
    start = max(0, seal.span.start - _FARTHEST)
    for head in _HEAD.finditer(level(page.text[start : seal.span.start])):
        if start + head.end() == seal.span.start:
            return replace(seal, span=span(page, start + head.start(), seal.span.end))
    return seal


def prefixes(text: str, values: Iterable[str]) -> frozenset[str]:
    """What the marks of a page's exhibits begin with (`SQ/`, `A-`, `B…` and eight digits): of those named so, and of a
    register's column."""
    marks = [mark for value in values if (mark := _BARE.fullmatch(value))]
    named = {begun for mark in marks if (begun := _beginning(mark))}
    named |= {mark["letters"] for mark in marks if mark["sign"] == "/" and len(mark["letters"]) > 2}  # `JRH/1`, `JRH2`
    flat = level(text)
    if _REGISTER.search(flat):
        named |= _listed(text, flat)
    return frozenset(named)


def _listed(text: str, flat: str) -> set[str]:
    """The beginnings of marks that count on; `A-01` and the like only below words that name seals."""
    numbers: dict[str, set[int]] = defaultdict(set)
    sealed = _NAMED.search(flat) is not None
    for match in _BARE.finditer(text):
        if _may_be_listed(flat, match, sealed, numbers) and (begun := _beginning(match)):
            numbers[begun].add(int(match["number"]))
    return {begun for begun, those in numbers.items() if _count_on(those)}


def find_marks(text: str, beginnings: Iterable[str]) -> Iterator[Candidate]:
    """Yield the marks with these beginnings that stand without their word: `SQ/03` in a table; and those that a page
    brings in (`I produce it as LT/1`)."""
    known = set(beginnings)
    for match in _BARE.finditer(text) if known else ():
        if _beginning(match) in known:
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.9)
    for match in _SLASHED.finditer(text):
        before = level(text[max(0, match.start() - 40) : match.start()])
        if _BOOKED.search(before) or ("/" in match.group() and _INTRODUCING.search(before)):
            right = match.group().replace("l", "1")
            yield Candidate(match.start(), match.end(), "seal", right, 0.9 if right == match.group() else GUESSED)
            yield from _others(text, level(text), match.end(), right)
    yield from _printed(text)


def _printed(text: str) -> Iterator[Candidate]:
    """The numbers printed on seals, told after that word, and those with the same letters: « plomb … FR 774120 »."""
    told = list(_PRINTED.finditer(text))
    flat = level(text) if told else ""
    known = {one.group()[:3] for one in told if _ON_SEAL.search(flat, max(0, one.start() - 90), one.start())}
    for one in told:
        if one.group()[:3] in known:
            yield Candidate(one.start(), one.end(), "seal", one.group().replace(" ", ""), 0.8)


def _may_be_listed(flat: str, mark: re.Match[str], sealed: bool, listed: Container[str]) -> bool:
    if mark["sign"] == "/" or _beginning(mark) in listed:
        return True
    alone = mark.start() == 0 or flat[mark.start() - 1] == "\n"
    if len(mark["letters"]) > 1:
        return sealed if mark["sign"] else alone
    return alone and _NAMED.search(flat, max(0, mark.start() - _HEADING), mark.start()) is not None


def _beginning(mark: re.Match[str]) -> str | None:
    """What marks of one register share; letters and digits without a sign between them only where they are many."""
    if mark["sign"]:
        return str(mark["letters"] + mark["sign"])
    if len(mark["number"]) >= 4:
        return mark["letters"] + "0" * len(mark["number"])
    return str(mark["letters"]) if len(mark["letters"]) >= 2 else None


def _count_on(numbers: set[int]) -> bool:
    return len(numbers) >= _LISTED and max(numbers) - min(numbers) < 2 * len(numbers)


def _seal(text: str, start: int, end: int, value: str) -> Candidate:
    guessed = _put_right(text[start:end]) != text[start:end]
    return Candidate(start, end, "seal", value, GUESSED if guessed else 1.0)


def _put_right(mark: str) -> str:
    return _AMONG_DIGITS.sub("0", _ONE.sub("1", mark))


def _others(text: str, flat: str, end: int, first: str) -> Iterator[Candidate]:
    """The rest of a list of numbers of the same shape: « scellés n° 3, 4 et 5 »."""
    while more := _MORE.match(text, end):
        found = _value(text, flat, more.end(), numbered=True)
        if found is None or found[1].isdigit() != first.isdigit() or text[more.end()].islower():
            return
        if text[more.end() : found[0]].isdigit() and _COUNTED_THING.match(text, found[0]) and "," in more.group():
            return  # "scellé n° 3, 12 sachets": a count, not another seal
        yield _seal(text, more.end(), found[0], found[1])
        end = found[0]


def _value(text: str, flat: str, at: int, numbered: bool, one: bool = False) -> tuple[int, str] | None:
    if (mark := _MARK.match(text, at)) is not None:
        return mark.end(), _put_right(re.sub(r"\s+", "", mark.group()))
    if (figure := _FIGURE.match(text, at)) is not None:
        return _figure(text, figure, numbered, one)
    if numbered and (alone := _ALONE.match(text, at)) is not None:
        return alone.end(), alone.group()
    if one and (letter := _LETTER.match(text, at)) is not None:
        return letter.end(), letter.group()
    written = _WRITTEN.match(flat, at)
    if written is None or not (numbered or text[at : written.end(1)].isupper()) or written[1] in ("et", "une"):
        return None
    if written[2]:
        return written.end(), (written[2].lstrip("0") or "0") + (written["more"] or "").strip()
    told = text[at : written.end(1)]
    if told[0].isupper() and (lower := re.search(r"[ -](?=[a-z])", told)):  # « scellé n° UN un téléphone »
        return at + lower.start(), _counted(written[1][: lower.start()])
    return written.end(), _counted(written[1]) + (written["more"] or "").strip()


def _figure(text: str, figure: re.Match[str], numbered: bool, one: bool) -> tuple[int, str] | None:
    """A bare figure is the number of « le scellé 3 » when it is short, of « scellés 3 » when nothing is counted."""
    value = figure.group().strip()
    if not numbered and value.isdigit():
        counted = _COUNTED.match(text, figure.end()) is not None
        if len(value) > 4 or (counted and not one) or _THINGS.match(text, figure.end()):
            return None
    counted_off = value.isdigit() and len(value) < _SERIAL  # « scellé 03 »; the seal of a container keeps its zeros
    return figure.end(), (value.lstrip("0") or "0") if counted_off else value


def _counted(spelled: str) -> str:
    for language in ("fr", "en"):
        try:
            return str(text2num(spelled, language))
        except ValueError:
            continue
    return spelled
