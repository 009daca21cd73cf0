"""Letters that stand for a name: `Office anti-stupéfiants (OFAST)`, `NCA (National Crime Agency)`, glosses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.blanks import closed
from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD
from greffier.reading.role_words import role_words
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level, table


class Acronym(NamedTuple):
    """A long form and the letters for it, as stretches of the page."""

    long: tuple[int, int]
    short: tuple[int, int]


_SHORT_LAST = re.compile(
    rf"\([«“\"']?(?P<short>[{UPPER}][{UPPER}.&-]{{1,9}}|[{UPPER}][a-z]{{2,5}}|[{UPPER}]{{2,4}}[a-z]{{1,4}})[»”\"']?\)"
)
_SHORT_FIRST = re.compile(
    rf"(?P<short>[{UPPER}](?<!\w.)(?:[{UPPER}]{{1,8}}|[a-zé]{{2,6}}))[ \u00a0]?(?P<bracket>[(\[])[ ]?(?"
    r":(?:l['’]|la |le |the |the country's |pour |for |i\.e\. "
    rf"|soit )[ ]?)?(?P<long>[^()\[\]\n]{{8,90}}(?:\n[^()\[\]\n]{{2,60}})?)[)\]]"
)
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ELIDED = re.compile(r"[LlDd]['’](?=\w)")
_ENDS = re.compile(r"[.;:!?()\n]\s")
_LISTED = 4  # letters that spell a name with a comma in it: « Eaux, Forêts et Chasses »
_LETTERS = re.compile(rf"[{UPPER}](?<![\w/.-].)[{UPPER}]{{2,7}}(?![\w/.-])")
_LONGEST = 160  # characters of an organisation's name
_SMALL = frozenset("de du des d la le les l et en a au aux of the and for in on to sur pour par".split())
_SERVICE = re.compile(
    r"\b(?:office|brigade|direction|service|services|groupe|group|police|agency|bureau|tribunal"
r"|cour|court|department|departement|ministry|ministere|agence|institut|institute|laboratoire"
r"|laboratory|unite|unit|section|antenne|commission|committee"
    r"|comite|conseil|council|union|federation|association|societe|company|compagnie|banque|bank"
r"|organisation|organization|centre|center|authority|autorite|administration|fondation"
r"|foundation|parquet|juridiction|inspection|gendarmerie|douanes|customs|office's|squad|force"
r"|command|guard|syndicat)\b"
)  # fmt: skip


def find_acronyms(text: str, seen: Sequence[Candidate]) -> Iterator[Acronym]:
    """Yield the acronyms that a page explains, of organisations only."""
    organisations = [one for one in seen if one.kind == "organisation"]
    for match in _SHORT_LAST.finditer(text):
        long = _long_before(text, match.start(), match["short"], organisations)
        if long and _is_organisation(text, long, organisations):
            yield Acronym(long, match.span("short"))
    for match in _SHORT_FIRST.finditer(text):
        short, long = match.span("short"), match.span("long")
        spelled = _spells(_letters(match["short"]), match["long"])
        gloss = match["bracket"] == "[" and _is_gloss(match["short"], match["long"])
        if (spelled or gloss) and _is_organisation(text, long, organisations):
            yield Acronym(long, short)
    yield from _initials(text, organisations)


def _initials(text: str, organisations: Sequence[Candidate]) -> Iterator[Acronym]:
    """`Pecan County Sheriff's Office` and, elsewhere on the page, `PCSO`: nobody says so, the letters do."""
    alone = {found.group(): found.span() for found in _LETTERS.finditer(text)}
    for one in organisations if alone else ():
        parts = [word for word in _WORD_BEFORE.findall(text, one.start, one.end) if level(word) not in _SMALL]
        letters = "".join(part[0] for part in parts)
        if len(parts) > 2 and letters.isupper() and letters in alone:
            yield Acronym((one.start, one.end), alone[letters])


def _letters(short: str) -> str:
    return re.sub(r"[^a-z]", "", level(short))


def _long_before(text: str, end: int, short: str, organisations: Sequence[Candidate]) -> tuple[int, int] | None:
    """The words before the bracket whose beginnings spell the letters; an organisation found there comes first."""
    stop = closed(text, end)
    for one in beginning(organisations, stop - _LONGEST, stop):
        if one.end == stop and _spells(_letters(short), text[one.start : one.end]):
            return one.start, one.end
    letters = _letters(short)
    window = max(0, stop - 120)
    found = list(_WORD_BEFORE.finditer(text, window, stop))[-(len(letters) * 2 + 3) :]
    if not found or found[-1].end() != stop:
        return None
    for place in range(len(found) - 1, -1, -1):
        start = found[place].start()
        if _ENDS.search(text, start, stop) or ("," in text[start:stop] and len(letters) < _LISTED):
            return None
        elided = _ELIDED.match(text, start)
        start = elided.end() if elided else start
        word = level(text[start : found[place].end()])
        if word not in _SMALL and word[0] == letters[0] and _spells(letters, text[start:stop]):
            return start, stop
    return None


def _spells(letters: str, long: str) -> bool:
    """Whether the letters are the initials of the words in order, small words left out or in, or the heads of words."""
    parts = re.findall(r"[a-z]+", level(long))
    full = "".join(part[0] for part in parts)
    bare = "".join(part[0] for part in parts if part not in _SMALL)
    if len(letters) < 2 or not parts:
        return False
    return letters in (full, bare) or _heads(letters, [part for part in parts if part not in _SMALL])


def _heads(letters: str, parts: list[str]) -> bool:
    """OFAST: OFfice AntiSTupéfiants; every word gives its first letter, and perhaps the next ones."""
    if not parts:
        return not letters
    if not letters or letters[0] != parts[0][0]:
        return False
    longest = 1
    while longest < min(len(letters), len(parts[0])) and letters[longest] == parts[0][longest]:
        longest += 1
    return any(
        _heads(letters[take:], parts[1:]) or _inside(letters[take:], parts[0][take:], parts[1:])
        for take in range(longest, 0, -1)
    )


def _inside(letters: str, rest: str, parts: list[str]) -> bool:
    """A compound gives letters of its second half too: anti-STupéfiants written in one word."""
    for at in range(3, len(rest) - 1):
        if letters and rest[at : at + len(letters)] == letters and len(letters) >= 2 and not parts:
            return True
    return False


def _is_gloss(short: str, long: str) -> bool:
    """An explanation in another language has no initials to test; it says what kind of body it is."""
    known = level(short) in table("organisations")["acronyms"] or short.isupper()
    return known and _SERVICE.search(level(long)) is not None and len(long.split()) <= 12


def _is_organisation(text: str, long: tuple[int, int], organisations: Sequence[Candidate]) -> bool:
    if any(long[0] < one.end for one in beginning(organisations, long[0] - _LONGEST, long[1] - 1)):
        return True
    words_of = text[long[0] : long[1]]
    if words_of[0].isupper() and len(words_of.split()) >= 4 and not role_words().phrase.match(level(words_of)):
        return True  # « Contrôleure générale des lieux de privation de liberté (CGLPL) »
    return _SERVICE.search(level(words_of)) is not None and (
        words_of[0].isupper() or len(re.findall(WORD, words_of)) >= 1 or len(words_of.split()) >= 2
    )
