"""Marks of exhibits that stand without their word: those with the beginnings of others, and those of a list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import level, table

_PERSONS = frozenset(table("exhibits")["persons"])

_BARE = re.compile(r"(?P<letters>[A-Z](?<![\w/.-].)[A-Z]{0,3})(?P<sign>[/-]?)(?P<number>\d{1,8})(?![\w/-])")
_PARTED = re.compile(r"(?P<letters>[A-Z](?<![\w/.-].)[A-Z]{1,3} )\d{1,3}(?![\w/-]|[.,]\d)")
_NAMED = re.compile(r"[se](?<!\w.)(?:(?<=s)(?:celles?|eals?)|(?<=e)xhibits?)\b")
_REGISTER = re.compile(r"[seb](?<!\w.)(?:(?<=s)(?:celles?|eals?|eized|aisi\w{0,3})|(?<=e)xhibits?|(?<=b)ags?)\b")
_HEADING = 80  # characters above a list in which its heading stands
_TOKEN = re.compile(r"[A-Z1](?<![\w/.@-].)(?=[^\s\d]{0,9}\d|\d?[A-Z])[\w/.-]{1,14}(?<=\w)(?![\w/-])")
_AGAIN = re.compile(
    r"(?=\w{0,14}[A-Z])(?=\D{0,14}\d)[\w/.-]{2,15}|[A-Z]{2,4} \d{1,3}"
)  # a mark with letters and figures
_ROAD = re.compile(r"\b(?:the|[Ll]'|road|route) [AMN]\d{1,3}$|[AMN]\d{1,3}(?= (?:motorway|road|between|near))")
_LISTED = 3  # marks that count on at the beginnings of lines, from which a page is a register of them
_CALL = re.compile(r"\s?[—–-]\s?\d\d?[ /.-](?:\d|[A-Z][A-Za-z]{2})")  # `VN-3 — 05 DEC 2022`: a message and its day
_PRINTED = re.compile(r"[A-Z](?<![\w/-].)[A-Z]{1,2} \d{6,7}(?![\w/-]|[.,]\d)")
_INITIALS = re.compile(  # `CPW/1`: the letters of whoever produces an exhibit, and its number
    r"[A-Z](?<![\w/.@+:-].)[A-Z]{1,3}/\d{1,3}[A-Z]?(?![\w@]|[/-]\w|[.,]\d)"
)
_FILED = re.compile(
    r"\b(?:ref|refs|reference|case|file|docket|order|no|nos|form|invoice|licen[cs]e|report|minute|circular"
    r"|warrant)[.:]? $"
)
_IN_SERIES = re.compile(r"[B-Z]-?\d{1,3}")
_SET_APART = re.compile(r"(?:\(|, )(?P<mark>[B-Z]-?\d{1,3})(?=[),;]|\.\s)")
_PRODUCED = re.compile(r"\bexhib|\bproduced? (?:it|them|as)|property store|evidence bag|\bbagged\b|\bseized\b")
_ON_SEAL = re.compile(r"\b(?:plombs?|scelles?|seals?)\b(?!\s+(?:n°|no\b))[^\n]{0,60}$")


def prefixes(text: str, values: Collection[str]) -> frozenset[str]:
    """What the marks of a page's exhibits begin with (`SQ/`, `A-`, `B…` and eight digits): of those named so, and of a
    register's column."""
    marks = [mark for value in values if (mark := _BARE.fullmatch(value))]
    named = {begun for mark in marks if (begun := _beginning(mark))}
    named |= {mark["letters"] for value in values if (mark := _PARTED.fullmatch(value))}  # `OF 1` of a register
    named |= {mark["letters"] for mark in marks if mark["sign"] == "/" and len(mark["letters"]) > 2}  # `JRH/1`, `JRH2`
    flat = level(text)
    if _REGISTER.search(flat):
        named |= _listed(text, flat)
    return frozenset(named)


def told_again(marks: Iterable[tuple[str, str | None]]) -> dict[str, str | None]:
    """The marks, words and value, that stand for their exhibit wherever they are read: `Q1`, `RJM/4`, no `4`."""
    return {words: value for words, value in marks if _AGAIN.fullmatch(words)}


def _listed(text: str, flat: str) -> set[str]:
    """The beginnings of marks that count on; `A-01` and the like only below words that name seals."""
    numbers: dict[str, set[int]] = defaultdict(set)
    sealed = _NAMED.search(flat) is not None
    for match in _BARE.finditer(text):
        if _may_be_listed(flat, match, sealed, numbers) and (begun := _beginning(match)):
            numbers[begun].add(int(match["number"]))
    return {begun for begun, those in numbers.items() if _count_on(those)}


def find_marks(text: str, beginnings: Iterable[str], told: Mapping[str, str | None]) -> Iterator[Candidate]:
    """Yield the marks with these beginnings that stand without their word, `SQ/03` in a table, and those that the piece
    tells elsewhere: their values by their words."""
    known = set(beginnings)
    for match in _TOKEN.finditer(text) if told else ():
        value = told.get(match.group()) or (match.group() if match.group()[:-1] in told else None)  # `P1`, thus `P1A`
        if value and match.group()[-1].isalnum() and not _ROAD.search(text, max(0, match.start() - 9), match.end()):
            yield Candidate(*match.span(), "seal", value, 0.8)
    for words in (words for words in told if " " in words):
        for match in re.finditer(rf"(?<![\w/.-]){re.escape(words)}(?![\w/-]|[.,]\d)", text):
            yield Candidate(*match.span(), "seal", told[words], 0.8)
    for match in _PARTED.finditer(text) if any(begun.endswith(" ") for begun in known) else ():
        if match["letters"] in known:
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.8)
    for match in _BARE.finditer(text) if known else ():
        if _beginning(match) in known and not _CALL.match(text, match.end()):
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.9)
    yield from _of_series(text, told)
    yield from _printed(text)
    yield from _of_producers(text)


def _printed(text: str) -> Iterator[Candidate]:
    """The numbers printed on seals, told after that word, and those with the same letters: « plomb … FR 774120 »."""
    told = list(_PRINTED.finditer(text))
    flat = level(text) if told else ""
    known = {one.group()[:3] for one in told if _ON_SEAL.search(flat, max(0, one.start() - 90), one.start())}
    for one in told:
        if one.group()[:3] in known:
            yield Candidate(one.start(), one.end(), "seal", one.group().replace(" ", ""), 0.8)


def _of_series(text: str, told: Iterable[str]) -> Iterator[Candidate]:
    """`(P8)` and `, P11,` on a page that calls `P7` an exhibit."""
    letters = {words[0] for words in told if _IN_SERIES.fullmatch(words)}
    for match in _SET_APART.finditer(text) if letters else ():
        if match["mark"][0] in letters:
            yield Candidate(*match.span("mark"), "seal", match["mark"], 0.8)


def _of_producers(text: str) -> Iterator[Candidate]:
    """Initials and a number on a page where exhibits are produced or seized, after no word that files papers."""
    flat = level(text)
    for match in _INITIALS.finditer(text) if _PRODUCED.search(flat) else ():
        letters = match.group().partition("/")[0].casefold()
        if letters not in _PERSONS and not _FILED.search(flat, max(0, match.start() - 14), match.start()):
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.8)


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
