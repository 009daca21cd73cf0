"""Registers of seals and exhibits: the numbers in their columns, the marks listed below a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import at_lines

_SIGN = r"(?: ?(?:nos?\.?|n°|#|number|numero|refs?\.?|reference|id|marks?))"
_HEAD = re.compile(
    r"[ \t|]{0,12}+(?P<name>exh(?:ibit)?s?\.?(?: ref\.?)?|ref(?:erence|s)?\.?(?= ?(?:nos?\b|number))"
    r"|marks?|items?|tags?|seals?|scelles?|plombs?|bags?|property|label"
    rf"|production|[a-z]{{1,3}} tag|n° ?(?:de )?scelles?){_SIGN}?(?: {{2}}|\t| ?\|)"
)
_COUNTING = re.compile(r"[ \t|]{0,12}+(?:nos?\b\.?|n°|#|s(?:r|l|er)\.? ?nos?\.?|n° d'ordre)(?: {2}|\t| ?\|)")
_ITEMS = ("item", "exhibit", "article", "scelle")
_NAMES = re.compile(
    r"[^\n]{0,200}?(?:\t|  |\|) ?(?:evid|secur|cust|line|carr|ship"
    r"|exh|seal|bag|tag|scell|sceau|plomb|n°|mark|prop|barc|marq)[^\n]{0,100}"
)
_COLUMN = (
    r"(?:exhibits?|exh\.?|seals?|bags?|tags?|barcode|marks?|property(?= ?(?:nos?\b|number|#|tag))"
    r"|n° ?(?:de )?scelles?"
    r"|scelles?|sceaux?|plombs?|marques?(?= ?/))"
)
_WHOSE = r"(?: (?:douanes?|armateur|transporteur|compagnie|chargeur|initial|depart|arrivee))?"
_OTHER = re.compile(  # the name of a further column
    rf"(?:\t|  |\|) ?(?P<name>(?:(?:evidence|security|customs|line|carrier|shipper) )?{_COLUMN}{_WHOSE}"
    rf"(?: ?/ ?{_COLUMN})?"
    rf"{_SIGN}?)(?= ?(?:\t|  |\||\n|$))"
)
_KEPT = re.compile(
    r"\b(?:ev[il1]dence|exhibits?|seiz(?:ed|ure)|saisi[es]{0,2}|scelles?|custody|seals?)\b"
)  # no invoice
_CELL = re.compile(
    r"[ \t|]{0,12}+(?P<mark>(?:[A-Z]{1,4}[ /-]?)?\d[\dOl]{0,11}+(?:[/-][\dOlA-Z]{1,6}+){0,3}[A-Z]?)"
    r"(?= {2}|\t| ?\||[.)] | – )"
)
_MARK = re.compile(
    r"(?=[^\n]{3})(?:[A-Z]{1,5}[ /-]?){0,2}(?:(?<=-)O(?=\d))?\d[\dOl]{0,11}+(?:[/-][\dOlA-Z]{1,6}+){0,3}[A-Z]?"
    r"|[A-Z]{2,4}-[A-Z]"
)
_AMONG = re.compile(r"(?!(?:to|and)\b)[^\s,;&](?:(?! (?:to|and|-|–|&) |, |; )[^\n])*")  # one of the marks of a cell
_GAP = re.compile(r"\t| ?\| ?| {2,}")
_AWAY = 4  # signs by which a cell may begin before or after the name of its column
_DONE = r"(?:received|submitted|examined|seized|recovered|collected|description)\b[^\n:]{0,30}:?"
_ANNOUNCED = re.compile(  # the heading of a list: `Specimens received May 3:`, « Objets saisis : »
    rf"[abceijopstv](?<!\w.)(?:(?:(?<=b)(?:ags?|oxes)|(?<=e)(?:nvelopes?|nveloppes?)|(?<=p)(?:ackages?|ackets?"
    rf"|arcels?|aquets|lis)|(?<=t)ubes|(?<=j)ars"
    r"|(?<=v)ials|(?<=c)(?:artons|olis)|(?<=s)ac(?:s|hets))\b[^\n]{0,40}?\b(?:sealed|marked|labell?ed|tagged"
    r"|numbered|scelle[es]{0,2}|marque[es]{0,2}"
    r"|numerote[es]{0,2})\b[^\n:]{0,30}:"
    rf"|(?:(?<=s)(?:pecimens?|amples|celles)|(?<=e)(?:xhibits?|vidence|chantillons)|(?<=p)(?:arcels|roductions"
    rf"|relevements|ieces saisies)|(?<=o)bjets (?:saisis|places|remis))"
    rf"\b[^\n]{{0,70}}?(?::|{_DONE})"
    rf"|(?:(?<=i)tems|(?<=a)rticles)\b[^\n]{{0,70}}?{_DONE})[ \t]{{0,3}}\n(?:[ \t]{{0,3}}\n)?"
)
_ITEMISED = re.compile(r"(?:^|\n)[ \t]{0,8}item (?:no\.? ?)?(?P<mark>\d{1,3}[a-z]?) ?[:.–-] ")
_LOGGED = re.compile(
    r"\b(?:evidence|exhibits?|property|seized|recovered)\b[^\n]{0,60}\n|\b(?:inventory|schedule"
    r"|list|log|record) of (?:evidence|exhibits?|property|seized)"
)
_LISTED = re.compile(
    r"[ \t]{0,8}(?P<mark>[A-Z]{1,4}[-./]?\d{1,3}(?:[A-Z]|\.\d{1,2})?)(?= {2}|\t| ?[–—:=] ?| - "
    r"|[.)] )"
)
_RUN_ON = re.compile(  # `Specimens received: Q1 - a note; Q2 - an envelope`
    rf"(?:specimens?|exhibits?|samples|items|articles|property|productions)\b[^\n:]{{0,40}}?\b{_DONE[:-2]}: ?"
)
_IN_TURN = re.compile(
    r"(?P<mark>[A-Z]{1,4}(?:\d\d(?=[-/]))?[-./ ]?\d{1,6}[A-Z]?)(?= ?[–—:=-] | \()[^\n;]{1,200}(?:;\s(?:and )?)?"
)
_AND = re.compile(r"(?:,? and |, | to | through | & |-)(?P<mark>\d{1,4}[a-z]?)(?![\w/-])")  # `Items 1 and 3`
_FEWEST = 2  # marks of a list


def find_registered(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the marks of the registers of a page, as they stand."""
    for heading in _apart(text, _ANNOUNCED.finditer(flat)):
        yield from _below(text, heading.end())
    items = list(_ITEMISED.finditer(flat)) if _LOGGED.search(flat) else []
    if len(items) >= _FEWEST:
        yield from (_seal(one.start("mark"), text[one.start("mark") : one.end("mark")]) for one in items)
    for heading in _RUN_ON.finditer(flat):
        yield from _in_turn(text, heading.end())
    if _KEPT.search(flat) is None:
        return
    further = {
        line.start(): [
            mark for name in _OTHER.finditer(flat, *line.span()) for mark in _further_column(text, name, line.start())
        ]
        for line in _apart(text, at_lines(_NAMES, flat))
    }
    for counting in _apart(text, at_lines(_COUNTING, flat)):
        if counting.start() in further:
            yield from _told_by_number(text, flat, counting.end(), further[counting.start()])
    for head in _apart(text, at_lines(_HEAD, flat)):
        marks = list(_column(text, text.find("\n", head.end()) + 1 or len(text)))
        if further.get(head.start()) and _only_counts(head["name"], marks):
            continue
        yield from marks
        yield from _again(text, flat, head["name"], {one.normalised or "" for one in marks})
    for others in further.values():
        yield from others


def _apart(text: str, heads: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Those heads that do not stand in the rows below another."""
    done = 0
    for head in heads:
        if head.start() >= done:
            yield head
            done = text.find("\n\n", head.end()) + 1 or len(text)


def _column(text: str, at: int) -> Iterator[Candidate]:
    """The first cell of each line down to an empty one; a line without a mark goes on with the one above."""
    for start, end in _lines(text, at):
        if cell := _CELL.match(text, start, end):
            yield _seal(cell.start("mark"), cell["mark"])


def _only_counts(name: str, marks: Sequence[Candidate]) -> bool:
    """Whether the first column counts the rows, 1, 2, 3: their marks stand in a further one."""
    return name.startswith("item") and [one.normalised for one in marks] == [str(n + 1) for n in range(len(marks))]


def _told_by_number(text: str, flat: str, end: int, others: Sequence[Candidate]) -> Iterator[Candidate]:
    """The numbers that count the rows of a table of exhibits, where the page goes on to call one of them `item 3`, and
    no marks of their own stand in most rows."""
    marks = list(_column(text, text.find("\n", end) + 1 or len(text)))
    numbers, rows = {one.normalised or "" for one in marks}, {one.start for one in marks}
    again = [one for name in _ITEMS for one in _again(text, flat, name, numbers) if one.start not in rows]
    marked = len({text.count("\n", 0, one.start) for one in others})
    yield from (*marks, *again) if again and marked * 3 < len(marks) * 2 else ()


def _further_column(text: str, name: re.Match[str], begins: int) -> Iterator[Candidate]:
    """The cells below the name of a column: as many bars or tabs before them, else at about the same place."""
    before = text[begins : name.start("name")]
    place, parted = name.start("name") - begins, before.count("|") + before.count("\t")
    for start, end in _lines(text, text.find("\n", name.end("name")) + 1 or len(text)):
        for cell, words in _cells(text, start, end):
            left = text[start:cell]
            same = left.count("|") + left.count("\t") == parted if parted else abs(cell - start - place) <= _AWAY
            if same:
                yield from _marks_of(cell, words)


def _marks_of(start: int, words: str) -> Iterator[Candidate]:
    """The marks of a cell that holds nothing else: `RS-1 to RS-43`, `OF 3, OF 4`."""
    found = [(one.start(), _MARK.fullmatch(one.group())) for one in _AMONG.finditer(words)]
    if all(mark for _, mark in found):
        yield from (_seal(start + at, mark.group()) for at, mark in found if mark)


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The cells of a line, with their offsets."""
    at = start
    for gap in (*_GAP.finditer(text, start, end), None):
        stop = gap.start() if gap else end
        words = text[at:stop].rstrip()
        if words:
            yield at, words
        at = gap.end() if gap else end


def _lines(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The lines from an offset down to an empty one."""
    while at < len(text):
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        if not text[at:end].strip():
            return
        yield at, end
        at = end + 1


def _below(text: str, at: int) -> Iterator[Candidate]:
    """The marks that begin the lines of a list, where there are some."""
    found = [_LISTED.match(text, start, end) for start, end in _lines(text, at)]
    marks = [one for one in found if one]
    if len(marks) >= _FEWEST:
        yield from (_seal(one.start("mark"), one["mark"]) for one in marks)


def _in_turn(text: str, at: int) -> Iterator[Candidate]:
    """The marks of a list that runs on in its line, where there are some."""
    marks = []
    while mark := _IN_TURN.match(text, at):
        marks.append(mark)
        at = mark.end()
    if len(marks) >= _FEWEST:
        yield from (_seal(one.start("mark"), one["mark"]) for one in marks)


def _again(text: str, flat: str, name: str, marks: set[str]) -> Iterator[Candidate]:
    """`Item 3`, « PR 07-4418 »: figures after the word of the column, a mark with letters wherever it stands."""
    numbers = {mark.lstrip("0").casefold() for mark in marks}
    for match in re.finditer(rf"\b{re.escape(name.rstrip('s'))}s?\s+(?P<mark>\d+[a-z]?)(?!\w)", flat):
        more: re.Match[str] | None = match
        while more and more["mark"].lstrip("0") in numbers:
            yield _seal(more.start("mark"), text[more.start("mark") : more.end("mark")])
            more = _AND.match(flat, more.end())
    for mark in marks:
        at = text.find(mark) if mark[0].isalpha() else -1
        while at >= 0:
            yield _seal(at, mark)
            at = text.find(mark, at + len(mark))


def _seal(start: int, mark: str) -> Candidate:
    return Candidate(start, start + len(mark), "seal", mark, 0.8)
