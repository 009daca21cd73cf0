"""Organisations: services, courts and firms, by legal form, by the words of their names, by what introduces them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.authorities import find_authorities
from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, Capital, Run, common, ordinary, runs, shouted
from greffier.reading.employers import find_employers
from greffier.reading.initialisms import find_initialisms
from greffier.reading.institutions import find_institutions
from greffier.reading.legible import legible
from greffier.reading.listed import Listed
from greffier.reading.papers import find_papers
from greffier.reading.services import find_services
from greffier.reading.ships import find_ships
from greffier.reading.surroundings import ends_title, strong_given
from greffier.reading.tails import NAME_AT, without_loose_tail
from greffier.reading.taken import Taken
from greffier.reading.trading_names import find_trading_names
from greffier.reading.vocabulary import any_of, level, table

_JOINED_BEFORE = re.compile(
    rf"(?:{WORD}[ ]?,[ ])?(?:(?:{WORD}[ ]){{0,2}}{WORD}[ ]&|{WORD}[ ](?:and|et))[ ]$"
    rf"|\b(?:[Vv]an|[Vv]on)[ ](?:der|den|de|het)[ ]$|(?<![\w'’-]){WORD}(?:['’]s|(?<=s)['’])[ ]$"
)
_JOINED = re.compile(
    rf"(?:(?:Messrs\.?[ ])?{WORD}(?:[ ]{WORD}|,[ ]{WORD})?)[ ]&[ ]{WORD}(?:[ ]{WORD}){{0,3}}(?![\w@'’])"
)
_KIN_OF_FIRMS = frozenset(
    "messrs son sons fils fille filles frere freres soeur soeurs neveu daughter daughters".split()
)
_SENTENCE_BEGINS = re.compile(rf"\s+[{UPPER}]|\s*$")
_LABELLED = re.compile(
    r"[abcehiost](?:(?<=\A.)|(?<=\n.)|(?<=  .)|(?<=\| .))(?:(?<=e)mployeu?r|(?<=b)an(?:k|que)|(?<=i)nsurer"
    r"|(?<=a)(?:ssureur|gent\s+maritime|rmateur)|(?<=h)aulier|(?<=c)(?:arrier|ompany)|(?<=t)ransporteur|(?<=s)ociete"
    r"|(?<=o)perat(?:or|eur))[ ]?:[ \t]+(?=\w)"
)
_BY_NAME = re.compile(
    r"\b(?:alias|surnommee?|nicknamed|a\.?k\.?a\.?)\s*[:,]?\s*[«\"“'(]?\s*$"
)  # « alias « Le Phare » »: a man
_COUNTY = re.compile(rf",?[ ]Co\.[ ]{WORD}|,[ ]SA[ ]{WORD}")  # `Swords, Co. Dublin`; `Ann Voss, SA Dan Pope`
_HEARD = re.compile(r"\s*\(?prenom|,?\s*(?:alias|nee?\b|surnomm)")  # « le transporteur OLIVEIRA, alias Portos »
_CUE = 24  # characters
_JOINTS = frozenset(("de", "du", "des", "d'", "d’", "de la"))
_LOOSE_HEADS = frozenset("the a an of and for le la les l un une des du de d et".split())
_NOT_A_FIRM = frozenset("x le la les elle il the this that nous".split())


_Finder = Callable[[str, str], Iterator[tuple[int, int]]]


class _Patterns(NamedTuple):
    form_after: re.Pattern[str]
    form_before: Listed
    introduced: Listed
    small_forms: frozenset[str]
    inside: frozenset[str]
    breaks: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    known = table("organisations")
    forms = any_of(known["forms"])
    return _Patterns(
        form_after=re.compile(rf"[ \u00a0,]{{1,2}}(?:\([a-z][a-z .-]{{1,20}}\)[ ])?(?:{forms})(?![\w-])"),
        form_before=Listed(
            rf"(?<![\w.])(?:{any_of(known['forms_before'])})(?:[ \u00a0]+[«\"“]?[ \u00a0]?)(?=\w)",
            known["forms_before"],
        ),
        introduced=Listed(
            rf"(?<!\w)(?:{any_of(known['before'])})"
            rf"(?:\s+(?:dite?|denommee?|nommee?|appelee?|baptisee?|called|named))?\s+[«\"“]?[ \u00a0]?(?=\w)",
            known["before"],
        ),
        small_forms=frozenset(known["small_forms"]),
        inside=frozenset(known["inside"]),
        breaks=frozenset(known["breaks"]),
        heads=frozenset(known["head"]),
        tails=frozenset(known["tail"]),
    )


def find_firms(text: str, english: bool = False) -> Iterator[Candidate]:
    """Yield the firms that their legal form tells, whatever else the words of their names could be.

    On English pages `SA Harlan` is a special agent: a form stands behind the name there.
    """
    for one in _found(text, (_by_form,), Taken()):
        if not (english and text.startswith("SA ", one.start)):
            yield one


def find_organisations(text: str, taken: Taken) -> Iterator[Candidate]:
    """Yield the organisations of a page outside of what is taken; the value is the name on one line."""
    finders = (
        find_ships,
        find_papers,
        find_trading_names,
        _joined_names,
        find_services,
        find_authorities,
        find_institutions,
        _introduced,
        find_employers,
        _by_words,
        find_initialisms,
    )
    yield from _found(text, finders, taken)


def _found(text: str, finders: Sequence[_Finder], taken: Taken) -> Iterator[Candidate]:
    clear = legible(text)
    flat = level(clear)
    for finder in finders:
        for start, end in finder(clear, flat):
            start -= 5 * (start > 4 and clear.startswith("U.S. ", start - 5))  # `U.S. Postal Inspection Service`
            if taken.free(start, end) and not _BY_NAME.search(flat, max(0, start - _CUE), start):
                taken.add(start, end)
                yield Candidate(start, end, "organisation", " ".join(text[start:end].split()), 0.9)


def _by_form(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """« AMBREFRUIT SARL », `Halcyon Brokers Ltd`, « SARL AMBREFRUIT »."""
    shapes = _patterns()
    ends = {word.end: (run, place) for run in runs(text) for place, word in enumerate(run.words)}
    for form in shapes.form_after.finditer(flat):
        if _COUNTY.match(text, form.start()) or (form.group().strip(" ,") == "as" and shouted(text, *form.span())):
            continue
        if form.start() in ends and _is_form(text[form.start() : form.end()]):
            run, place = ends[form.start()]
            start = _start_of_firm(run, place)
            if start is not None:
                yield _joined(text, start), _full_stop_aside(text, form.end())
    for match in shapes.form_before.finditer(flat):
        written = text[match.start() : match.end()].strip(' «"“\u00a0')
        agent = written == "SA" and strong_given(level(text[match.end() : match.end() + 40]).split()[0])
        if _is_form(written) and not agent:
            name = NAME_AT.match(text, match.end())
            if name:
                yield match.start(), without_loose_tail(text, name.start(), name.end())


def _is_form(written: str) -> bool:
    """A form has a capital, as « SA », since « sa » is a pronoun; some are no word in small letters either."""
    return any(char.isupper() for char in written) or written.strip(" \u00a0,(") in _patterns().small_forms


def _joined(text: str, start: int) -> int:
    """Where a firm of several names begins: « Ackroyd & Pell Ltd », `Van der Hoek BV`."""
    before = _JOINED_BEFORE.search(text, max(0, start - 60), start)
    if before is None or "\n" in before.group():
        return start
    other = level(before.group().split()[0 if before.group().count(" ") == 1 else -2])  # « Skagen AS et Azteca SA »
    return start if other in table("organisations")["forms"] else before.start()


def _full_stop_aside(text: str, end: int) -> int:
    """The end of « Ltd. » without the full stop that ends its sentence."""
    return end - 1 if text[end - 1] == "." and _SENTENCE_BEGINS.match(text, end) else end


def _start_of_firm(run: Run, last: int) -> int | None:
    """Where the name that ends with word `last` begins: after the nearest ordinary word or the end of a line."""
    first, inside, heads = last, _patterns().inside, _patterns().heads
    while first > 0 and "\n" not in run.words[first].gap:
        before = run.words[first - 1]
        if ordinary(before.flat) and before.flat not in inside and before.flat not in heads:
            if before.flat in _JOINTS and first > 1 and run.words[first - 2].flat in heads:
                return run.words[first - 2].start  # « BANQUE DU SEYON SA »
            if before.opens or run.words[first].gap.strip(" ") not in _JOINTS or ends_title(before.flat):
                break  # but « Cave du Torrent-Sec Sàrl »
        first -= 1
    if first == last and ordinary(run.words[first].flat) and run.words[first].flat not in _KIN_OF_FIRMS:
        return None
    return run.words[first].start


def _introduced(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """« la société AMBREFRUIT »: the noun is not part of the name."""
    for match in (*_patterns().introduced.finditer(flat), *_LABELLED.finditer(flat)):
        name = NAME_AT.match(text, match.end())
        if name is None or level(name.group()) in _NOT_A_FIRM:
            continue
        if text[match.start()].isupper() and level(match.group()).split()[0] in _patterns().heads:
            continue  # « Banque Courtois »: the noun is of the name
        if match.re is _LABELLED and strong_given(level(name.group()).split()[0]):
            continue
        end = without_loose_tail(text, name.start(), name.end())
        if not _HEARD.match(flat, end) and not ordinary(level(text[name.start() : end])):
            yield match.start() if _of_its_name(text, match) else name.start(), end


def _of_its_name(text: str, match: re.Match[str]) -> bool:
    """« à la Société Hélou Frères »: a noun with a capital within a sentence is of the name; so is one of a title."""
    start = match.start()
    if len(match.group().strip()) > 3 and text[start : match.end()].strip().isupper():
        return True  # « COOPERATIVE AGRICOLE DE SAN »
    if match.re is _LABELLED or start < 2 or not text[start : start + 2].istitle():
        return False
    return text[start - 1] in " '’" and text[start - 2].isalpha()


def _joined_names(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """`Tope & Lark`, `Fox, Hume & Daughters`: firms have an ampersand, couples rarely."""
    for match in _JOINED.finditer(text) if "&" in text else ():
        whole = level(match.group()).replace(",", "").split()
        body = whole[-1] in table("organisations")["loose_body_ends"]  # `Property & Evidence Unit`
        end = match.end() if body else without_loose_tail(text, match.start(), match.end())
        parts = whole[: whole.index("&") + 2]
        ampersand = text.index("&", match.start())
        plain = not body and not _KIN_OF_FIRMS & set(parts) and all(part == "&" or common(part) for part in parts)
        if end <= ampersand or (plain and text[match.start() : ampersand].isupper()):
            continue  # `CITY & STATE` heads a column
        if not any(ends_title(part) and part not in _KIN_OF_FIRMS for part in parts) and (
            len(parts[-1]) > 2 or parts[-1] == "co"
        ):
            yield match.start(), end


def _by_words(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """« SAUVIAN MANUTENTION », `Joint Maritime Liaison Office`, « Banque Hexagone »."""
    shapes = _patterns()
    for run in runs(text):
        line = [word for word in run.words if word.shape != "I"]
        for last in range(len(line) - 1, 0, -1):
            if line[last].flat in shapes.tails and _one_name(line[: last + 1], shapes):
                start = _first_of_name(line, last, shapes)
                if start is not None:
                    yield line[start].start, line[last].end
                    break
        else:
            yield from _headed(line, shapes)


def _one_name(line: list[Capital], shapes: _Patterns) -> bool:
    return line[-1].shape == line[-2].shape and "\n" not in line[-1].gap


def _first_of_name(line: list[Capital], last: int, shapes: _Patterns) -> int | None:
    first = last
    while first > 0 and line[first - 1].shape == line[last].shape and "\n" not in line[first].gap:
        before = line[first - 1]
        if before.flat in shapes.breaks or (before.opens and ordinary(before.flat) and before.flat not in shapes.heads):
            break
        first -= 1
    while first < last and line[first].flat in _LOOSE_HEADS:
        first += 1
    named = [word for word in line[first:last] if not ordinary(word.flat)]
    upper = line[last].shape == "U"
    enough = 2 if upper and ordinary(line[last].flat) else 1
    return first if len(named) >= enough else None


def _headed(line: list[Capital], shapes: _Patterns) -> Iterator[tuple[int, int]]:
    for place, word in enumerate(line[:-1]):
        after = line[place + 1]
        if (
            word.flat in shapes.heads
            and after.shape == word.shape
            and not ordinary(after.flat)
            and after.gap.strip() == ""
        ):
            end = place + 1
            while (
                end + 1 < len(line)
                and line[end + 1].shape == word.shape
                and not ordinary(line[end + 1].flat)
                and "\n" not in line[end + 1].gap
            ):
                end += 1
            yield word.start, line[end].end
            return
