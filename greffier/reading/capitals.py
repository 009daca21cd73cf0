"""Runs of capitalised words: the raw material of names."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.vocabulary import level, words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠȘŢŤȚŪŮŰŲŹŻŽ"
_LETTER = r"[^\W\d_]"
_SMALL_PART = r"(?:en|sur|sous|le|la|les|l[eè]s|de|du|des|d['’]|aux?|et|al|el|ben|ould)"
_WIDE = re.compile(r"[a-zà-ÿ,;]  (?=[a-zà-ÿ])")
_LABEL = re.compile(rf"(?:^|\n)(?P<label>[{UPPER}]{{3,20}})  (?=\S)")
_LINE = 160  # characters of one
_JUSTIFIED = 2  # wide gaps between the words of a line before a name
_TURN = re.compile(r"(?:^|\n)[ \t]*(?P<label>[QARD])\.[ ]")
_SHOUTED = 3  # words of a line in capitals, where any word may be a name's or none
_MOST_WORDS = 12  # of one run: beyond it, a page is set in capitals and names nobody
AFTER_FIRST = (  # letter of a capitalised word
    rf"{_LETTER}{{0,40}}"
    rf"(?:['’]{_LETTER}{{1,40}}|(?:[-‐‑](?:\n[ ]*)?{_SMALL_PART})*[-‐‑](?:\n[ ]*)?[{UPPER}]{_LETTER}{{0,40}}){{0,6}}"
)
WORD = rf"[{UPPER}]{AFTER_FIRST}"
_PARTICLE = (
    r"de la|de l['’]|de|du|des|d['’]|arap|wa|ole|binti|van der|van den|van|von|der|den|ten|ter|ben|bin|ibn|bint|el|al"
    r"|da|dos|do|di|del|della|y|abu|abou|ould|zu"
)
_SHORTENED = rf"(?:Ph|Th|Chr|Ch|Gh|Cl|Alex|Wm|Geo|Jas|Jos|Chas|Edw|Md|Mohd)\.(?=[ ][{UPPER}])"  # given names
_TOKEN = re.compile(
    rf"(?<![\w@#.'’-]){_SHORTENED}|[{UPPER}](?<![\w@#].)(?:\.(?:-[{UPPER}]\.)?(?=[{UPPER}]\.|[^\w@]|$)|{AFTER_FIRST}(?![\w@]))"
)
_JOIN = re.compile(
    rf"[ \u00a0\u202f]?(?<=['’. \u00a0])|[ \u00a0\u202f]{{1,2}}(?:(?:{_PARTICLE})(?:[ \u00a0]"
    rf"|(?<=['’])))?|[ ]?\n[ ]{{0,8}}"
)
_ELIDED = re.compile(r"(?:[LDJSCMTN]|Qu|QU)['’](?=[^\W\d_]{2})")
_ENDED = re.compile(r"(?:^|[!?\n]|(?<!\bM)\.)[ ]*$")
_POSSESSIVE = re.compile(r"['’][sS](?!\w)")
_OPENING = re.compile(r"(?:^|[.!?…:;]|\n[ \t]*\n|\n[ \t]*[•·|\-–—*]|\d\)|\d°|[|>])[\s«“\"'(\[*]*$")
_ENDS = frozenset(".!?…:;|>")  # signs after which a sentence or a cell begins
_INVERTED = (
    "-vous",
    "-nous",
    "-tu",
    "-il",
    "-elle",
    "-ils",
    "-elles",
    "-on",
    "-je",
    "-moi",
    "-toi",
    "-le",
    "-la",
    "-les",
    "-ce",
)
_NO_NAME_ENDS = (*_INVERTED, "'d", "'ll", "'ve", "'re", "'m", "n't")  # « Avez-vous », `He'd`
NAME_PARTICLES = frozenset(
    "la le les de du des el al ben bin van von der den da di do dos del della abou abu ould mac st saint sainte "
    "ni nic ui te mint bint ag ould".split()
)

_OF = frozenset("de du des d".split())
_ALSO_SURNAMES = frozenset(
    "ford young park king page price cross lane hall west north stone court close house bond law "
    "day may english french "
    "irish long short major judge sharp bank banks lord church port place marchand mercier berger maitre juge fontaine "
    "rey roi prince marin sergent lieutenant colonel general chef petit grand vieux neuf premier dernier mars avril "
    "noel toussaint clerk cook masson port general field page house street road hill quay rover man fiat seat".split()
)


class Capital(NamedTuple):
    """A capitalised word: its place, its level form, its shape, and what stands between it and the word before.

    `shape` is U for a word in capitals, C for a capitalised one, I for an initial with its full stop. `opens` tells
    that it stands where any word would be capitalised.
    """

    start: int
    end: int
    flat: str
    shape: str
    opens: bool
    gap: str


class Run(NamedTuple):
    """Capitalised words that follow one another on a line, or over the end of one, with particles between them."""

    words: tuple[Capital, ...]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def named(self) -> list[Capital]:
        """The words that are no initials."""
        return [word for word in self.words if word.shape != "I"]

    @property
    def shapes(self) -> str:
        return "".join(word.shape for word in self.words)

    @property
    def flats(self) -> tuple[str, ...]:
        return tuple(word.flat for word in self.words)


@lru_cache(maxsize=64)
def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of a text in its order, uncut: ordinary words are still in them."""
    found: list[Run] = []
    current: list[Capital] = []
    for word in _capitals(text):
        if current:
            gap = text[current[-1].end : word.start]
            joins = len(current) < _MOST_WORDS and _joins(gap)
            if joins and not (gap == "  " and _is_column(text, current[-1], word)):
                word = word._replace(gap=gap)
            else:
                found.append(Run(tuple(current)))
                current = []
        current.append(word)
    if current:
        found.append(Run(tuple(current)))
    return tuple(found)


@lru_cache(maxsize=1024)
def _joins(gap: str) -> bool:
    """Whether two capitalised words with this between them may be of one name."""
    return not gap or (len(gap) <= 14 and _JOIN.fullmatch(gap) is not None)


@lru_cache(maxsize=64)
def _labels(text: str) -> frozenset[int]:
    """Where a word in capitals begins a line, two blanks after it, for the second time at least: who speaks."""
    return _told_twice(_LABEL, text)


def _told_twice(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    """Where what a pattern tells stands, if it stands there more than once."""
    found: dict[str, list[int]] = {}
    for label in pattern.finditer(text):
        found.setdefault(label["label"], []).append(label.start("label"))
    return frozenset(at for places in found.values() if len(places) > 1 for at in places)


def _is_column(text: str, before: Capital, word: Capital) -> bool:
    """Whether two blanks part columns, « R. OTTMANN  B. VREDE », and not the words of a line set to full width."""
    if before.start in _labels(text):
        return True
    if word.shape == "C" and (before.shape == "C" or word.flat in words("given_names")):
        return False  # « Lucie  Mercadal »
    line = text[max(text.rfind("\n", 0, word.start) + 1, word.start - _LINE) : word.start]
    return len(_WIDE.findall(line)) < _JUSTIFIED


@lru_cache(maxsize=16384)
def ordinary(flat: str) -> bool:
    """Whether pages capitalise this word without naming anybody: « Nous », « Vu », `Date`, `OFFICIAL-SENSITIVE`."""
    known = words("capitalised_words")
    first, _, rest = flat.partition("-")
    return (
        flat in known
        or (len(flat) > 4 and flat.endswith("s") and flat[:-1] in known)
        or flat.endswith(_NO_NAME_ENDS)
        or (len(first) > 5 and first in known and (rest in known or common(rest)))
    )


def shouted(text: str, start: int, end: int) -> bool:
    """Whether the line is in capitals, where any word may be."""
    first, last = text.rfind("\n", max(0, start - 200), start) + 1, text.find("\n", end, end + 200)
    line = text[first or max(0, start - 200) : last if last >= 0 else end + 200]
    return line.isupper() and len(line.split()) >= _SHOUTED


def common(flat: str) -> bool:
    """Whether this is an ordinary word of either language, which a title or the start of a sentence capitalises."""
    return flat in words("common_words")


def cut(run: Run, names: Container[int] = ()) -> Iterator[Run]:
    """Yield the parts of a run that remain when ordinary words are taken out; « Le Goff » keeps its particle.

    An ordinary word that begins at one of `names` is known to name somebody here.
    """
    part: list[Capital] = []
    for place, word in enumerate(run.words):
        if (
            word.shape != "I"
            and (ordinary(word.flat) or _acts(run.words, place))
            and not _is_particle(run.words, place)
            and not _is_surname(part, word)
            and word.start not in names
        ):
            if part:
                yield Run(tuple(part))
            part = []
        else:
            part.append(word)
    if part:
        yield Run(tuple(part))


def _acts(run: tuple[Capital, ...], place: int) -> bool:
    """« Interpellons RODARIE »: a verb of the act opens the sentence, before a name in capitals."""
    word = run[place]
    verb = word.opens and word.shape == "C" and len(word.flat) > 5 and word.flat.endswith("ons")
    return verb and place + 1 < len(run) and run[place + 1].shape == "U"


def also_surname(flat: str) -> bool:
    """Whether an ordinary word (level form) is a family name of many people too: `Price`, « Marchand »."""
    return flat in _ALSO_SURNAMES


def _is_surname(part: list[Capital], word: Capital) -> bool:
    """Whether an ordinary word is a family name here: right after a given name, `Mia Ford`, « Paul Page »."""
    return (
        len(part) == 1
        and word.gap == " "
        and word.shape == part[0].shape
        and word.flat in _ALSO_SURNAMES
        and part[0].flat in words("given_names")
    )


def _is_particle(run: tuple[Capital, ...], place: int) -> bool:
    """Whether an article belongs to a name: before a word of its own shape, and not where a sentence opens."""
    word = run[place]
    if word.flat not in NAME_PARTICLES or place + 1 == len(run) or "\n" in run[place + 1].gap:
        return False
    after = run[place + 1]
    if after.shape != word.shape and len(word.flat) > 1:
        return False
    before = run[place - 1] if place else None
    if word.shape == "U" and before is not None and before.shape == "U" and ordinary(before.flat) and word.flat in _OF:
        return False  # « AUDITION DE VERMANDE »
    return (not word.opens or word.shape == "U") and (not ordinary(after.flat) or _is_particle(run, place + 1))


def _capitals(text: str) -> Iterator[Capital]:
    flat = level(text)
    turns = _told_twice(_TURN, text)  # `Q.`, « R. » tell whose turn it is, and are nobody's initials
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start in turns or (end - start == 1 and text[start - 1 : start] == "/"):
            continue  # `C/O Bondarenko`: the letters of a rank
        if "'" in match.group() or "’" in match.group():
            if (elided := _ELIDED.match(text, start, end)) and not _african(text, start):
                start = elided.end()
                if not text[start].isupper():
                    continue
            if end - start > 3 and _POSSESSIVE.match(text, end - 2):
                end -= 2
        yield Capital(start, end, flat[start:end], _shape(text[start:end]), _opens(text, start), "")


def _african(text: str, start: int) -> bool:
    """« M'BAYE », « N'Guessan »: before a capital, m' and n' are no pronoun and no denial but the head of a name."""
    return text[start] in "MN" and text[start + 2].isupper() and not _ENDED.search(text, max(0, start - 4), start)


def _shape(word: str) -> str:
    if word.endswith("."):
        return "I"
    if word[1:].islower():
        return "C"
    letters = [char for char in word if char.isalpha()]
    upper = sum(char.isupper() for char in letters)
    misread = word.count("l") if upper > 2 else 0  # OCR reads I as l among capitals: « TRlBUNAL »
    return "U" if len(letters) > 1 and upper + misread == len(letters) else "C"


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" \u00a0\u202f")
    if before and before[-1].isalnum():
        return False
    return start == 0 or before[-1:] in _ENDS or _OPENING.search(before) is not None
