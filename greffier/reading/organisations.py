"""Organisations: services, courts and firms, by legal form, by the words of their names, by what introduces them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import UPPER, WORD, Capital, Run, ordinary, runs
from greffier.reading.papers import find_papers
from greffier.reading.services import find_services
from greffier.reading.surroundings import ends_title, strong_given
from greffier.reading.taken import Taken
from greffier.reading.towns import known_town
from greffier.reading.vocabulary import any_of, level, table

_NAME_WORD = rf"(?:{WORD}|[{UPPER}0-9]{{2,}})"
_NAME = (
    rf"{_NAME_WORD}(?:(?:[ \u00a0](?:(?:de la|de|du|des|of|&|d['’])[ \u00a0]?)?|[ ]?[-/&][ ]?){_NAME_WORD}"
    rf"|[ ](?:et|and)[ ](?:Fils|Frères|Associés|Cie|FILS|FRÈRES|Sons|Co\b|Partners)){{0,4}}"
)
_NAME_AT = re.compile(_NAME)
_COMPLEMENT = (
    r"(?:[ \u00a0\n]+(?i:de[ \u00a0]la|de|du|des|d['’]|à|at|of|for)[ \u00a0]?(?i:l['’]|the[ ])?[ ]?"
    rf"{WORD}(?:[ ](?:(?:du|de|des|sur|la|le)[ ])?{WORD}){{0,2}})?"
)
_COMPLEMENT_AT = re.compile(_COMPLEMENT)
_MISREAD = re.compile(rf"[l10](?<=[{UPPER}].)(?=[10]?[{UPPER}])|[10](?<=[{UPPER}][10].)(?=[{UPPER}])")
_MEANT = {"l": "I", "1": "I", "0": "O"}
_JOINED_BEFORE = re.compile(
    rf"(?:{WORD}[ ]?,[ ])?{WORD}[ ](?:&|and|et)[ ]$|\b(?:[Vv]an|[Vv]on)[ ](?:der|den|de|het)[ ]$"
)
_TOWN_AFTER = re.compile(rf"[ ](?P<of>de[ ]|d['’])?(?P<town>{WORD})")
_AFTER_TOWN = frozenset("court constabulary police".split())
_TOWN_BEFORE = re.compile(rf"(?<![\w-])(?P<town>{WORD}(?:[ ]{WORD})?)[ ]\Z")
_JOINED = re.compile(rf"(?:(?:Messrs\.?[ ])?{WORD}(?:,[ ]{WORD})?)[ ]&[ ]{WORD}(?![\w@])")
_LABELLED = re.compile(
    r"[abcehiost](?:(?<=\A.)|(?<=\n.)|(?<=  .)|(?<=\| .))(?:(?<=e)mployeu?r|(?<=b)an(?:k|que)|(?<=i)nsurer"
    r"|(?<=a)(?:ssureur|gent\s+maritime|rmateur)|(?<=h)aulier|(?<=c)(?:arrier|ompany)|(?<=t)ransporteur|(?<=s)ociete"
    r"|(?<=o)perat(?:or|eur))[ ]?:[ \t]+(?=\w)"
)
_BY_NAME = re.compile(
    r"\b(?:alias|surnommee?|nicknamed|a\.?k\.?a\.?)\s*[:,]?\s*[«\"“'(]?\s*$"
)  # « alias « Le Phare » »: a man
_CUE = 24  # characters
_LOOSE_HEADS = frozenset("the a an of and for le la les l un une des du de d et".split())
_NOT_A_FIRM = frozenset("x le la les elle il the this that nous".split())


class _Patterns(NamedTuple):
    form_after: re.Pattern[str]
    form_before: re.Pattern[str]
    introduced: re.Pattern[str]
    institution: re.Pattern[str]
    open_ended: frozenset[str]
    small_forms: frozenset[str]
    acronyms: frozenset[str]
    breaks: frozenset[str]
    heads: frozenset[str]
    tails: frozenset[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    known = table("organisations")
    forms = any_of(known["forms"])
    institutions = [name.removesuffix(" *") for name in known["institutions"]]
    return _Patterns(
        form_after=re.compile(rf"[ \u00a0,]{{1,2}}\(?(?:{forms})(?![\w])"),
        form_before=re.compile(rf"(?<![\w.])(?:{forms})(?:[ \u00a0]+[«\"“]?[ \u00a0]?)(?=\w)"),
        introduced=re.compile(
            rf"(?<!\w)(?:{any_of(known['before'])})"
            rf"(?:\s+(?:dite?|denommee?|nommee?|appelee?|baptisee?|called|named))?\s+[«\"“]?[ \u00a0]?(?=\w)"
        ),
        institution=re.compile(rf"(?<![\w-])(?:{any_of(institutions)})(?![\w])"),
        open_ended=frozenset(name[:-2] for name in known["institutions"] if name.endswith(" *")),
        small_forms=frozenset(known["small_forms"]),
        acronyms=frozenset(known["acronyms"]),
        breaks=frozenset(known["breaks"]),
        heads=frozenset(known["head"]),
        tails=frozenset(known["tail"]),
    )


def find_organisations(text: str) -> Iterator[Candidate]:
    """Yield the organisations of a page; the normalised value is the name in its own letters, on one line."""
    legible = _legible(text)
    flat = level(legible)
    taken = Taken()
    for finder in (
        _by_form,
        find_papers,
        _joined_names,
        find_services,
        _institutions,
        _introduced,
        _by_words,
        _acronyms,
    ):
        for start, end in finder(legible, flat):
            if taken.free(start, end) and not _BY_NAME.search(flat, max(0, start - _CUE), start):
                taken.add(start, end)
                yield Candidate(start, end, "organisation", " ".join(text[start:end].split()), 0.9)


def _legible(text: str) -> str:
    """The text with letters set right that engines misread inside words in capitals: « DlRECTION », « NATI0NALE »."""
    return _MISREAD.sub(lambda match: _MEANT[match.group()], text)


def _by_form(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """« AMBREFRUIT SARL », `Halcyon Brokers Ltd`, « SARL AMBREFRUIT »."""
    shapes = _patterns()
    ends = {word.end: (run, place) for run in runs(text) for place, word in enumerate(run.words)}
    for form in shapes.form_after.finditer(flat):
        if form.start() in ends and _is_form(text[form.start() : form.end()]):
            run, place = ends[form.start()]
            start = _start_of_firm(run, place)
            if start is not None:
                yield _joined(text, start), _full_stop_aside(text, form.end())
    for match in shapes.form_before.finditer(flat):
        written = text[match.start() : match.end()].strip(' «"“\u00a0')
        if _is_form(written) and written.lower() not in ("co", "co.", "inc", "limited"):
            name = _NAME_AT.match(text, match.end())
            if name:
                yield match.start(), _without_loose_tail(text, name.start(), name.end())


def _is_form(written: str) -> bool:
    """A form has a capital, as « SA », since « sa » is a pronoun; some are no word in small letters either."""
    return any(char.isupper() for char in written) or written.strip(" \u00a0,(") in _patterns().small_forms


def _joined(text: str, start: int) -> int:
    """Where a firm of several names begins: « Ackroyd & Pell Ltd », `Van der Hoek BV`."""
    before = _JOINED_BEFORE.search(text, max(0, start - 60), start)
    return start if before is None or "\n" in before.group() else before.start()


def _full_stop_aside(text: str, end: int) -> int:
    """The end of « Ltd. » without the full stop that ends its sentence."""
    return end - 1 if text[end - 1] == "." and re.match(rf"\s+[{UPPER}]|\s*$", text[end:]) else end


def _start_of_firm(run: Run, last: int) -> int | None:
    """Where the name that ends with word `last` begins: after the nearest ordinary word or the end of a line."""
    first = last
    while first > 0 and "\n" not in run.words[first].gap and not ordinary(run.words[first - 1].flat):
        first -= 1
    if first == last and ordinary(run.words[first].flat):
        return None
    return run.words[first].start


def _institutions(text: str, flat: str) -> Iterator[tuple[int, int]]:
    shapes = _patterns()
    for match in shapes.institution.finditer(flat):
        end = match.end()
        if " ".join(match.group().split()) in shapes.open_ended:
            more = _COMPLEMENT_AT.match(text, end)
            if more is None or more.end() == end:
                if len(match.group().split()) < 3 and not text[match.start()].isupper():
                    continue  # « le ministère », « office central »: no name yet
                if " " not in match.group().strip():
                    continue  # « Brigade »: neither
            else:
                of_the = more.group().lower().startswith(" of the ")
                end = more.end() if of_the else _without_loose_tail(text, end, more.end())
        yield _with_town_before(text, match.start(), match.group()), end


def _with_town_before(text: str, start: int, name: str) -> int:
    """`Elmford Magistrates' Court`: English courts and forces are called after their town."""
    if name.split()[-1] not in _AFTER_TOWN:
        return start
    town = _TOWN_BEFORE.search(text, max(0, start - 40), start)
    return start if town is None or ordinary(level(town["town"]).split()[0]) else town.start()


def _introduced(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """« la société AMBREFRUIT »: the noun is not part of the name."""
    for match in (*_patterns().introduced.finditer(flat), *_LABELLED.finditer(flat)):
        name = _NAME_AT.match(text, match.end())
        if name is None or level(name.group()) in _NOT_A_FIRM:
            continue
        if match.re is _LABELLED and strong_given(level(name.group()).split()[0]):
            continue
        end = _without_loose_tail(text, name.start(), name.end())
        if end > name.start() and not ordinary(level(text[name.start() : end])):
            yield name.start(), end


def _without_loose_tail(text: str, start: int, end: int) -> int:
    """The end of a name without the words of the next label or sentence."""
    tails = _patterns().tails
    parts = list(re.finditer(r"\S+", text[start:end]))
    while len(parts) > 1 and _is_loose(level(parts[-1].group()), tails):
        parts.pop()
    return start + parts[-1].end()


def _is_loose(flat: str, tails: frozenset[str]) -> bool:
    return (ordinary(flat) and flat not in tails) or flat in {
        "et",
        "de",
        "du",
        "des",
        "la",
        "le",
        "and",
        "of",
        "&",
        "-",
    }


def _joined_names(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """`Tope & Lark`, `Fox, Hume & Daughters`: firms have an ampersand, couples rarely."""
    for match in _JOINED.finditer(text) if "&" in text else ():
        parts = level(match.group()).replace(",", "").split()
        if not any(ends_title(part) and part != "messrs" for part in parts) and len(parts[-1]) > 2:
            yield match.span()


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


def _acronyms(text: str, flat: str) -> Iterator[tuple[int, int]]:
    shapes = _patterns()
    for run in runs(text):
        for word in run.words:
            if word.flat in shapes.acronyms and (
                word.shape == "U" or word.flat in {"ofast", "europol", "eurojust", "interpol", "tracfin", "frontex"}
            ):
                yield word.start, _with_town_after(text, word.end)


def _with_town_after(text: str, end: int) -> int:
    """« DIPJ Lyon », « OFAST de Brest »: a service with the town where it sits."""
    town = _TOWN_AFTER.match(text, end)
    return town.end() if town and (town["of"] or known_town(level(town["town"]))) else end
