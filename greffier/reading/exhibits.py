"""Seals and exhibits: « scellé n° QUATRE (4) », `scellé SQ/14`, `exhibit MK/3`; the value is the number or the mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from text_to_num import text2num

from greffier.reading.candidate import Candidate

_HEAD = re.compile(
    r"\b(?:scelles?|sc\.|exhibits?|seals?|sealed bags?|evidence bags?)"
    r"(?:\s+(?:judiciaires?|fermes?|ouverts?|provisoires?|definitifs?|decouverts?|couverts?|bags?))*"
    r"(?P<number>\s*,?\s*(?:portant\s+le\s+|sous\s+le\s+|bearing\s+the\s+)?(?:numeros?|numbers?"
    r"|nos?\.|nos?(?=\s*\d)|n\s?°\s?s?|n°s?|#|references?|marked|ref\.?|cote))?\s*[:.]?\s*"
)
_BARE = re.compile(r"(?<![\w/.-])(?P<letters>[A-Z]{1,4})/\d{1,4}(?![\w/-])")
_REGISTER = re.compile(r"\b(?:scell[ée]s?|exhibits?|seals?)\b", re.IGNORECASE)
_SPELLED = (
    "un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante"
    "|cinquante|soixante|cent|et|one|two|three|four|five|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
)
_WRITTEN = re.compile(rf"((?:{_SPELLED})(?:[ -](?:{_SPELLED}))*)(?:\s*\(\s*(\d{{1,4}})\s*\))?(?![\w])")
_MARK = re.compile(r"[A-Z]{1,6}[ ]?[/.\-]?[ ]?\d{1,7}(?:[/.\-][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter))?(?!\w)")
_FIGURE = re.compile(
    r"\d{1,8}(?:[/.\-][A-Z0-9]{1,6})*(?:[ ]?(?:bis|ter|[A-Z](?!\w)))?(?![\w%])(?!\s*(?:kg|g\b|kilo"
    r"|gram|eur|€|h\b|pi[èe]ces|sacs))"
)
_MORE = re.compile(r"\s*(?:,|;|et|and|&|à|to|-)\s*(?:n°s?\s*)?")


def find_exhibits(text: str, level: str, english: bool) -> Iterator[Candidate]:
    """Yield the seals of a page; the first of a list holds the head word, the others stand alone."""
    for head in _HEAD.finditer(level):
        numbered = head["number"] is not None
        found = _value(text, level, head.end(), numbered)
        if found is None:
            continue
        end, value = found
        yield Candidate(head.start(), end, "seal", value)
        yield from _others(text, level, end, value)


def prefixes(text: str, values: Iterable[str]) -> frozenset[str]:
    """The letters that the marks of a page's exhibits begin with: of those named so, and of a register's column."""
    named = {value.split("/")[0] for value in values if "/" in value}
    if _REGISTER.search(text):
        counted = Counter(match["letters"] for match in _BARE.finditer(text))
        named |= {letters for letters, times in counted.items() if times >= 3}
    return frozenset(letters for letters in named if letters.isalpha())


def find_marks(text: str, letters: Iterable[str]) -> Iterator[Candidate]:
    """Yield the marks with these letters that stand without their word: `SQ/03` in a table."""
    known = set(letters)
    for match in _BARE.finditer(text) if known else ():
        if match["letters"] in known:
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.9)


def _others(text: str, level: str, end: int, first: str) -> Iterator[Candidate]:
    """The rest of a list of numbers of the same shape: « scellés n° 3, 4 et 5 »."""
    while more := _MORE.match(text, end):
        found = _value(text, level, more.end(), numbered=True)
        if found is None or found[1].isdigit() != first.isdigit() or text[more.end()].islower():
            return
        if (
            text[more.end() : found[0]].isdigit()
            and re.match(r"\s+[^\W\d]{3,}", text[found[0] :])
            and "," in more.group()
        ):
            return  # "scellé n° 3, 12 sachets": a count, not another seal
        yield Candidate(more.end(), found[0], "seal", found[1])
        end = found[0]


def _value(text: str, level: str, at: int, numbered: bool) -> tuple[int, str] | None:
    if (mark := _MARK.match(text, at)) is not None:
        return mark.end(), re.sub(r"\s+", "", mark.group())
    if (figure := _FIGURE.match(text, at)) is not None:
        return _figure(text, figure, numbered)
    written = _WRITTEN.match(level, at) if numbered else None
    if written is None or (written[2] is None and written[1] in ("un", "une", "et")):
        return None
    return written.end(), written[2].lstrip("0") or "0" if written[2] else _counted(written[1])


def _figure(text: str, figure: re.Match[str], numbered: bool) -> tuple[int, str] | None:
    """A bare figure after « scellé » counts as its number only when it is short and nothing is being counted."""
    if (
        not numbered
        and (len(figure.group()) > 4 or re.match(r"\s+[^\W\d]", text[figure.end() :]))
        and figure.group().isdigit()
    ):
        follows = text[figure.end() : figure.end() + 12].lower()
        if len(figure.group()) > 4 or not re.match(
            r"\s+(?:ferm|ouver|conten|contien|compos|est|a |was|is|contain|du |dans)", follows
        ):
            return None
    value = figure.group().strip()
    return figure.end(), value.lstrip("0") or "0" if value.isdigit() else value


def _counted(spelled: str) -> str:
    for language in ("fr", "en"):
        try:
            return str(text2num(spelled, language))
        except ValueError:
            continue
    return spelled
