"""Seals and exhibits: « scellé n° QUATRE (4) », `scellé SQ/14`, `exhibit MK/3`; the value is the number or the mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from text_to_num import text2num

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.mention import span
from greffier.reading.vocabulary import level
from greffier.records import Mention, Page

_HEAD = re.compile(
    r"[sepbitroa](?<!\w.)(?:(?P<one>(?<=s)(?:celle|eal|ceau)|(?<=e)xh(?:[il1]b[il1]t)?|(?<=p)lo(?:m|rn)b)"
    r"|(?<=s)(?:celles|ceaux|c\.|eals|ealed bags?)"
    r"|(?<=e)(?:xh(?:[il1]b[il1]t)?s\.?|xhbt\.|vidence bags?"
    r"|vidence(?:\s+(?:items?|tags?))?(?=\s*(?:nos?\.|numbers?\b|#)|\s(?:items?|tags?)\s[a-z]{0,3}-?\d))"
    r"|(?P<short>(?<=e)x[st]?s?\.(?=\s?(?:nos?\.\s?)?(?:[a-z]{0,3}[/-]?\d|[a-z](?!\w))))|(?<=p)roperty\s(?:items?"
    r"|tags?)"
    r"|(?<=p)ieces? a conviction(?=\s(?:nos?\s|n°|[a-z]{1,4}[/-]\d))|(?<=a)nnexures?(?=\s[a-z]{1,4}[/ -]?\d)"
    r"|(?<=i)nventor(?:ied\sunder|y(?=\s(?:no\.|number|\#)\s?\d{6}))"
    r"|(?<=i)tems?(?=\s?#\s?[a-z]{1,3}-?\d)|(?<=t)agged(?=\s[a-z]{1,3}-?\d[\d-])"
    r"|(?<=p)(?:lombs|lornbs|lombe[es]{0,2}(?=\s+(?:n°|sous)))"
    r"|(?<=b)ags?(?=:?\s+(?:no\.|number|n°|#|ref\.?\s[a-z]{1,4}\d|[a-z]{1,4}[ -]?\d[\dol]{3}|[a-z]{2,4}\s[a-z]\d{5}"
    r"|[a-z]{1,4}-[\dl]{1,4}(?!\w)|\d{6}))"
    r"|(?<=s)ac(?:het)?s?(?: (?:de securite|de surete|a scelles|scelles?|inviolables?|plastiques? scelles?))?(?=\s(?:n°"
    r"|[a-z]{1,4}[- ]\d{4}))"
    r"|(?<=e)n(?:veloppes?(?: (?:cachetee?s?|scellee?s?|kraft))?|v\.)(?=\s(?:n°\s?[a-z]|[a-z]{2,4} \d{4}"
    r"|[a-z]{1,4}/\d))"
    r"|(?<=o)bjets?(?=\s+(?:n°\s?[a-z\d]{1,6}[/-][\d/-]{1,8}|saisis? n°))"
    r"|(?<=r)e-?(?:plombe|scelle)[es]{0,2}(?=\s+(?:n°|sous)))(?!\w)"
    r"(?:\s+(?:judiciaires?|fermes?|ouverts?|provisoires?|definitifs?|decouverts?|couverts?|douaniers?|douanes?"
    r"|(?:du\s+|de\s+l'|de\s+la\s+)?(?:compagnie|transporteurs?|chargeurs?|armateurs?|exportateurs?)|au\s+depart"
    r"|a\s+l'arrivee|d(?:u|es)\s+(?:urnes?|conteneurs?|portes?|sacs?)|de\s+douane|numerotes?|bags?|list(?=\s*:)))*"
    r"(?P<number>(?:\.(?=\s?no))?\s*[,(]?\s*(?:portant\s+le\s+|sous\s+le\s+|bearing\s+the\s+)?(?:numeros?|numbers?"
    r"|nos?\.|nos?(?=\s*(?:\d|[a-z]{1,4}\d{4}))|n\s?°\s?s(?!\w)|n\s?°|#|references?|marked|ref\.?"
    r"|cote))?\s*[:.]?\s*[\"“«']?\s?"
)
_SERIAL = 5  # digits of a number that is printed on a seal
_FARTHEST = 80  # characters from the word to its number
_SPELLED = (
    "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    "|cinquante|soixante|cent|et|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_WRITTEN = re.compile(
    rf"((?:{_SPELLED})(?:[ -](?:{_SPELLED}))*)(?!\w)(?:\s*\(\s*(\d{{1,4}})\s*\))?"
    r"(?P<more>\s(?:bis|ter|quater)(?!\w)|/[a-z\d](?!\w))?"
)
_MARK = re.compile(
    r"(?:[A-Z]{1,6}|[A-Z]{0,2}Ma?c[A-Z]{1,2}(?=/))(?:[-/][A-Z]{1,4}){0,2}(?:[ ]?[/.\-]?[ ]?\d|/[lI]|-[lI](?!\w)"
    r"|-l(?=[\dl]{1,4}(?!\w))|-O(?=\d)|[ ]?O{1,3}(?=\d)|l(?=\d{3}))[\dOlI]{0,11}[A-Z]?"
    r"(?:[/.\-–][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter)|\([a-z\d]{1,2}\))?(?!\w)|1[A-D]\d{1,4}(?!\w)"
    rf"|[A-Z]{{1,4}}[/\-](?:{_SPELLED.upper()})(?!\w)"
)
_FIGURE = re.compile(
    r"\d{1,8}(?:[/.\-–][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter|[A-Z](?!\w)))?(?![\w%]|[.,]\d)(?!\s*(?:kg|g\b|kilo"
    r"|gram|eur|€|h\b|pi[èe]ces|sacs))"
)
_AMONG_DIGITS = re.compile(r"(?<=\d)O(?=\d)|(?<=\d)O$")
_ONE = re.compile(r"(?<=[\d/])[lI](?=\d|$)|(?<=[A-Z])l(?=\d{3})")
_ALONE = re.compile(r"[lI](?:\d{1,2}(?!\w)|(?![\w'’]))")  # « scellé n° l »: as it stands
_LETTER = re.compile(r"[A-Z](?=\s*[:,;.)(–\"”»-]|\s+(?:cont|compos|est|is|was)|\n)")
_ENGLISH_LETTER = re.compile(  # `Exhibits B, C and F`: no article, no pronoun
    r"(?:[B-HJ-Z]|(?P<same>[B-HJ-Z])(?P=same)|[AI](?! [A-Z]{2})"
    r"(?=[ ]?(?:[,;:.)(?\"”'’–-]|and\b|to\b|through\b|is\b|was\b|shows?\b|in\b)|\n|$))(?![\w'’/-])"
)
LETTERS = re.compile(r"[A-Z](?<![\w/.@-].)[A-Z]{0,3}[-/][A-Z]{1,2}(?![\w/-])")  # `LM-B`, `MLB/D`
_SERIAL_MARK = re.compile(r"(?:(?:[A-Z]{1,4}-)?[A-Z]{0,4}-?|[A-Z]{2,3} )\d{5,10}(?![\w/-]|[.,]\d)")
_LONG = re.compile(r"\d{6,10}(?![\w/-]|[.,]\d)")
_APART = re.compile(  # `the seal on the box, no. 441872, had been replaced by 441877`
    r"s(?<!\w.)eals?(?:, (?=[a-z]{1,4}-?[a-z]{0,4}\d{5})| (?!nos?\b|number)(?:[^.;:,\n\d]|\d(?=,)){3,50},? "
    r"(?:(?:no\. ?|number(?:ed)? |bearing (?:the )?(?:no\. ?|number ))(?=(?:[a-z]{0,4}-?|[a-z]{2,3} )\d{5})"
    r"|(?<=, )(?=[a-z]{2,4}\d{5})))"
)
_INSTEAD = re.compile(
    r"[^.;\n\d]{1,20}(?:replaced (?:by|with)|changed (?:to|for)|now|became|instead of|but) "
    r"(?:(?:no\.|number) )?(?=[A-Z]{0,4}\d)"
)
_ON_SEALS = ("seal", "bag", "property", "evidence bag")
_TO = re.compile(r"([A-Z]{1,4})\d{1,3}(?=-\1\d{1,3})")  # `Exhibits P2-P5`
_COUNTED_THING = re.compile(r"\s+(?!(?:and|through)\b)[^\W\d]{3,}")
_COUNTED = re.compile(r"\s+(?!(?:et|and|à|a|to|through)\s+(?:n°\s?)?\d)[^\W\d]")
_THINGS = re.compile(r"\s+[^\W\d]{3,}[sx](?!\w)")  # "scellé 3 sachets"
_MORE = re.compile(
    r"[\"”»]?(?:\s*(?:,|;|et|and|&|à|to|through)\s*|[-–]|\s–\s(?=[A-Z]{1,4}[ /-]?\d))[\"“«]?"
    r"(?:n°s?\s*|[Ii]tems?\s*#?\s*|(?:and|et)\s+)?"
)


def find_exhibits(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the seals of a page: their numbers or marks, without the word before them."""
    for head in _HEAD.finditer(flat):
        if head["short"] and not (english and text[head.start()] == "E"):  # `Ex. 7`, but « ex. 7 »
            continue
        if "\n" in head.group() and text.endswith(
            ("  ", "/", "/ "), 0, head.start()
        ):  # the name of the last column of a table
            continue
        found = _value(text, flat, head.end(), head["number"] is not None, one=bool(head["one"] or head["short"]))
        if found is None and english:
            found = _printed(text, head) or _lettered(text, head)
        if found is None:
            continue
        end, value = found
        yield seal(text, head.end(), end, value)
        yield from others(text, flat, end, value)
    for head in _APART.finditer(flat) if english else ():
        at: int | None = head.end()
        while at is not None and (mark := _SERIAL_MARK.match(text, at)):
            yield seal(text, *mark.span(), mark.group())
            instead = _INSTEAD.match(text, mark.end())
            at = instead.end() if instead else None


def _printed(text: str, head: re.Match[str]) -> tuple[int, str] | None:
    """The long number of a seal or bag that no sign announces: `seal 02283395`."""
    number = _LONG.match(text, head.end()) if head.group().startswith(_ON_SEALS) else None
    return (number.end(), number.group()) if number else None


def _lettered(text: str, head: re.Match[str]) -> tuple[int, str] | None:
    """The letter of an exhibit, whatever follows it: `Exhibit B shows`, `Exhibits A, B and C`."""
    letter = _ENGLISH_LETTER.match(text, head.end()) if head.group().startswith("ex") else None
    return (letter.end(), letter.group()) if letter else None


def with_word(told: Mention, page: Page) -> Mention:
    """The same seal with the word before its number, which a sentence governs: « pesée du [scellé n° 4] »."""
    start = max(0, told.span.start - _FARTHEST)
    for head in _HEAD.finditer(level(page.text[start : told.span.start])):
        if start + head.end() == told.span.start:
            return replace(told, span=span(page, start + head.start(), told.span.end))
    return told


def seal(text: str, start: int, end: int, value: str) -> Candidate:
    """The candidate of a mark; doubted where letters among its figures were put right."""
    guessed = put_right(text[start:end]) != text[start:end]
    return Candidate(start, end, "seal", value, GUESSED if guessed else 1.0)


def put_right(mark: str) -> str:
    return _AMONG_DIGITS.sub("0", _ONE.sub("1", mark))


def others(text: str, flat: str, end: int, first: str) -> Iterator[Candidate]:
    """The rest of a list of numbers of the same shape: « scellés n° 3, 4 et 5 »."""
    while more := _MORE.match(text, end):
        found = _value(text, flat, more.end(), numbered=True)
        if found is None and first.isupper() and (letter := _ENGLISH_LETTER.match(text, more.end())):
            found = letter.end(), letter.group()
        if found is None and LETTERS.fullmatch(first) and (letters := LETTERS.match(text, more.end())):
            found = letters.end(), letters.group()
        if found is None or found[1].isdigit() != first.isdigit() or text[more.end()].islower():
            return
        if text[more.end() : found[0]].isdigit() and _COUNTED_THING.match(text, found[0]) and "," in more.group():
            return  # "scellé n° 3, 12 sachets": a count, not another seal
        yield seal(text, more.end(), found[0], found[1])
        end = found[0]


def _value(text: str, flat: str, at: int, numbered: bool, one: bool = False) -> tuple[int, str] | None:
    if (mark := _TO.match(text, at) or _MARK.match(text, at)) is not None:
        return mark.end(), put_right(re.sub(r"\s+", "", mark.group()))
    if (figure := _FIGURE.match(text, at)) is not None:
        return _figure(text, figure, numbered, one)
    if (alone := _ALONE.match(text, at)) is not None and (numbered or (one and alone.end() - at > 1)):
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
