"""People named on a page: a run of capitalised words with evidence that it is somebody's name.

Evidence is a title or a cue before it, a given name in it, the way police reports write surnames in capitals, what
follows (« né le », « alias »), or the same name told in full elsewhere in the piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.agreement import agreed, proposed, sure_of, whole_guesses
from greffier.reading.back_references import back_reference
from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD, Capital, Run, also_surname, common, cut, ordinary, runs
from greffier.reading.evidence import Judged, Known, second_given, told, with_initial, with_particle
from greffier.reading.places import known_place
from greffier.reading.surroundings import Title, ends_title, strong_given, surroundings, title_before, titles
from greffier.reading.tagger import Guesses
from greffier.reading.taken import Taken
from greffier.reading.vocabulary import level, phrases, table

DOTTED_RANKS = frozenset(  # and other letters that stand before names
    "d.c. d.s. d.i. p.c. p.s. w.p.c. w.d.c. d.c.i. d.c.s. d.s.i. p.v. q.c. k.c. s.i. r.a.s. o.p.j. a.p.j.".split()
)
_LONGEST_TITLE = 3  # words
_COLUMNS = re.compile(r"\S[ ]{3,}\S")
_HYPHENED = re.compile(r"([-‐‑])\s*\n\s*")  # at the end of a line
_FULL = 55  # characters of a line that ends where the next word had no room
_OF_A_THING = re.compile(r"['’]s (?P<what>[A-Z][a-z]{2,14})(?![\w'-])")
_CASE = re.compile(rf"(?<![\w.]){WORD}[ ](?:v|vs|c)\.?[ ](?:{WORD}[ ](?:and|&)[ ])?$")
_AGAINST = re.compile(rf"[ ](?:v|vs)\.?[ ]{WORD}(?:[ ]{WORD}){{0,2}}")
_CITED = re.compile(rf"(?:[ ](?:and|&)[ ]{WORD})?(?:[ ]\([A-Z][^)\n]{{0,20}}\))?,?[ ][\[(](?:1[6-9]|20)\d\d[\])]")
_ENOUGH = 4  # words of a name
_SHORTEST = 4  # letters of an ordinary word that a title makes a name: no article, no pronoun
_LETTERS = 5  # of an office told by its letters
_SYLLABLE = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{0,2}(?<!ts)[aeiouy]{1,3}[bcdfghjklmnpqrstvwxz]{0,2}(?:[aeiouy]{1,2}[a-z]?)?$"
)
_ABBREVIATED_TITLES = frozenset("mm mme mlle me mr mrs ms dr mv".split())


@dataclass
class _Gathered:
    surnames: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    things: set[str] = field(default_factory=set)


class Part(NamedTuple):
    """A run that may be a name, what its own evidence makes of it, and whether it is a thing's name."""

    run: Run
    told: Judged | None
    thing: bool


def parts_of(text: str, taken: list[tuple[int, int]], guesses: Guesses) -> list[Part]:
    """Return the runs of a page outside the stretches `taken`, each judged by its own evidence."""
    parts: list[Part] = []
    for run in _parts(text, Taken(taken), guesses):
        thing = _is_thing(text, run)
        parts.append(Part(run, None if thing else told(text, run, Known()), thing))
    return parts


def gather(pages: Iterable[tuple[str, list[Part], Guesses]]) -> Known:
    """Return the names that the pages of a piece tell in full, and those that the tagger is sure of."""
    gathered = _Gathered()
    for text, parts, guesses in pages:
        for part in parts:
            if part.thing or _in_brackets(text, part.run):
                gathered.things.add(" ".join(part.run.flats))
            elif part.told:
                _remember(gathered, part.told[0])
            else:
                for whole in sure_of(text, part.run, guesses):
                    _remember(gathered, whole)
    surnames = {name for name in gathered.surnames if len(name) > 2}
    return Known(frozenset(surnames), frozenset(gathered.given), frozenset(gathered.things))


def _remember(gathered: _Gathered, run: Run) -> None:
    named = run.named
    shapes = {word.shape for word in named}
    if len(named) > 1 and common(named[-1].flat) and not any(strong_given(word.flat) for word in named):
        return  # « PRESIDENT JFK ASSASSINATION »: of two words the ordinary one is a name only beside a given one
    if len(named) == 1:
        (gathered.given if strong_given(named[0].flat) else gathered.surnames).add(named[0].flat)
    elif shapes == {"U", "C"}:
        gathered.surnames.add(" ".join(word.flat for word in named if word.shape == "U"))
        for word in named:
            (gathered.surnames if word.shape == "U" else gathered.given).add(word.flat)
    else:
        for place, word in enumerate(named):
            family = not strong_given(word.flat) if place == 0 else place == len(named) - 1
            (gathered.surnames if family else gathered.given).add(word.flat)


def find_people(
    text: str, parts: list[Part], taken: list[tuple[int, int]], known: Known, guesses: Guesses
) -> Iterator[Candidate]:
    """Yield the people of a page; the value is the name as a reader would write it.

    `taken` are stretches found since the parts were judged: names of things that came back.
    """
    held = Taken(taken)
    for part in parts:
        if part.thing or " ".join(part.run.flats) in known.things:
            continue
        for run in _outside(part.run, held):
            judged = part.told if run == part.run else told(text, run, known)
            found = judged or with_initial(text, level(text), run, known) or back_reference(text, run, known)
            proposals = [] if len(run.words) == 1 and second_given(text, run) else proposed(text, run, guesses)
            for start, end, confidence in agreed(found, proposals, guesses):
                if _is_bare_title(text, start, end):
                    continue
                first = with_particle(text, start)
                yield Candidate(first, end, "person", readable(text[first:end]), confidence)


def _is_bare_title(text: str, start: int, end: int) -> bool:
    """`Const` of `Det. Const. Mulvihill`, `The Chairman`: one word that tells what somebody is, no title before it."""
    flat = level(text[start:end])
    told = flat in titles() or flat in table("titles")["addressed"]
    return told and not also_surname(flat) and not strong_given(flat) and title_before(level(text), start) is None


def _is_thing(text: str, run: Run) -> bool:
    flat = level(text)
    before = surroundings().thing_before.search(flat, max(0, run.start - 40), run.start) is not None
    return before or _is_office(text, run) or _is_named_after(text, run) or _is_case(text, run)


def _is_named_after(text: str, run: Run) -> bool:
    """`King Edward VII Hospital`, `St Patrick's Day`, `Johnnie Walker`: what bears somebody's name."""
    held = table("people")
    ends = len(run.words) > 1 and run.words[-1].flat in held["named_after"] and not also_surname(run.words[-1].flat)
    after = _OF_A_THING.match(text, run.end)
    its = after is not None and level(after["what"]) in held["named_after"]
    return ends or its or " ".join(run.flats) in phrases("brands")


def _is_case(text: str, run: Run) -> bool:
    """`R v Hancock and Shankland [1986]`: a case that is cited, with its year."""
    start = text.rfind("\n", 0, run.start) + 1
    led = _CASE.search(text, max(start, run.start - 60), run.start)
    first = _AGAINST.match(text, run.end)
    return (led is not None and _CITED.match(text, run.end) is not None) or (
        first is not None and _CITED.match(text, first.end()) is not None
    )


def _is_office(text: str, run: Run) -> bool:
    """« Monsieur le Préfet », « Madame la Procureure » name nobody."""
    article = text[run.start - 3 : run.start]
    title = title_before(level(text), run.start - 3) if article in ("le ", "la ") else None
    return title is not None and title.kind == "civil"


def _in_brackets(text: str, run: Run) -> bool:
    """Capitals alone in brackets are an acronym: `(DNC)`."""
    return run.shapes == "U" and text[run.start - 1 : run.start] == "(" and text[run.end : run.end + 1] == ")"


def _parts(text: str, taken: Taken, guesses: Guesses) -> Iterator[Run]:
    """The runs of a page without ordinary words, cut where something else was found and where a line ends."""
    for run in (part for whole in runs(text) for part in _without_ranks(whole)):
        names = whole_guesses(run, guesses)
        names += [word.start for word in run.words if ordinary(word.flat) and _is_titled(text, word)]
        for part in cut(run, names):
            for line in _lines(text, part):
                for name in _outside(line, taken):
                    yield from _trimmed(name)


def _without_ranks(run: Run) -> Iterator[Run]:
    """The parts of a run without ranks of several words, before they are cut at their ordinary ones."""
    flats, begun, at = run.flats, 0, 0
    while at < len(flats) - 2:
        ended = flats[at] in _first_of_ranks() and next(
            (end for end in range(at + 4, at + 1, -1) if " ".join(flats[at:end]) in titles() and end < len(flats)), None
        )
        if ended:
            if at > begun:
                yield Run(run.words[begun:at])
            begun = at = ended
        else:
            at += 1
    yield Run(run.words[begun:])


@lru_cache(maxsize=1)
def _first_of_ranks() -> frozenset[str]:
    """The first words of titles of several."""
    return frozenset(title.split()[0] for title in titles() if " " in title)


def _is_titled(text: str, word: Capital) -> bool:
    """`Mr. Price`, `Judge Page`: an ordinary word beside a title, and no title itself, is somebody's family name."""
    before = text[max(0, word.start - 2) : word.start]
    apart = len(before) < 2 or before[0].isspace() or before[1] not in " \u00a0"
    if apart or ends_title(word.flat) or word.flat in table("titles")["addressed"] or word.flat in phrases("roles"):
        return False
    title = title_before(level(text), word.start)
    if title is None or title.kind == "cue" or _is_metres(text, title):
        return False
    return also_surname(word.flat) or (title.kind == "civil" and len(word.flat) >= _SHORTEST)


def _is_metres(text: str, title: Title) -> bool:
    """« 1,83 m Poids » of a form, where « m » is no title."""
    before = text[max(0, title.start - 2) : title.start].rstrip()
    return text[title.start : title.end] == "m" and before[-1:].isdigit()


def _outside(run: Run, taken: Taken) -> Iterator[Run]:
    part: list[Capital] = []
    for word in run.words:
        if taken.free(word.start, word.end):
            part.append(word)
        elif part:
            yield Run(tuple(part))
            part = []
    if part:
        yield Run(tuple(part))


def _lines(text: str, run: Run) -> Iterator[Run]:
    """A name goes over the end of a line only in running text, and only one that is not yet whole."""
    part: list[Capital] = [run.words[0]]
    for word in run.words[1:]:
        if "\n" in word.gap and not _goes_on(text, part, word):
            yield Run(tuple(part))
            part = []
        part.append(word)
    yield Run(tuple(part))


def _goes_on(text: str, part: list[Capital], word: Capital) -> bool:
    line = text[text.rfind("\n", 0, part[0].start) + 1 : part[-1].end]
    title = title_before(level(text), part[0].start)
    if _COLUMNS.search(line.strip()) or _COLUMNS.search(text, word.start, _line_end(text, word.start)):
        return False  # a form, or the head of the next paper below a signature
    running = len(line) >= 40 or line[:1].islower() or title is not None
    named = [one for one in part if one.shape != "I"]
    if not running or len(named) > 1:
        return (
            len(line) >= _FULL and len(named) < _ENOUGH and _lacks_a_family(named, title) and not known_place(word.flat)
        )
    return strong_given(part[0].flat) != strong_given(word.flat) or part[0].shape != word.shape or part[0].shape == "I"


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start, start + 200)
    return end if end >= 0 else start + 200


def _lacks_a_family(named: list[Capital], title: Title | None) -> bool:
    """« Mme Rose Kadzo | MWARO »: given names at the end of a full line are not the whole name."""
    if any(word.shape != "C" for word in named):
        return False
    return all(strong_given(word.flat) for word in named) or (title is not None and title.kind != "cue")


def _trimmed(run: Run) -> Iterator[Run]:
    """Titles (`Senator Hale`, « M. ») and the rest of « S.I. » are not names."""
    kept = list(run.words[_dotted_rank(run) or _title(run) or _told_first(run) :])
    if [word.shape for word in kept[:3]] == ["I", "I", "I"]:
        return  # « B.R.S. PORT-SAUVIAN »: the letters of a service
    while len(kept) > 1 and kept[-1].shape == "U" and kept[-1].flat in table("titles")["after"]:
        kept.pop()  # `F. W. Kihara CPA`, `N. Pryce GS`
    while kept and (kept[0].flat in _ABBREVIATED_TITLES or (kept[0].shape == "I" and kept[0].flat == "m.")):
        kept.pop(0)
    if len(kept) == 1 or any(len(word.flat) > 1 and word.shape != "I" for word in kept):
        yield Run(tuple(kept))


def _title(run: Run) -> int:
    """How many words at the head of a run are a title that a capital begins: `Lieutenant Governor Hale`."""
    longest = min(_LONGEST_TITLE, len(run.words) - 1)
    return next((words for words in range(longest, 0, -1) if " ".join(run.flats[:words]) in titles()), 0)


def _told_first(run: Run) -> int:
    """How many words at the head of a run tell who somebody is: letters of an office no list knows, `TSO Craig Ogden`,
    or a plain word before an initial, `Paramedic L. Hall`."""
    first, *rest = run.words
    if len(rest) < 2 or strong_given(first.flat) or first.gap.strip():
        return 0
    if run.shapes[:3] == "UCC" and len(first.flat) <= _LETTERS and not _sounds(first.flat):
        return int(strong_given(rest[0].flat) and not strong_given(rest[1].flat))
    return int(run.shapes[:3] in ("CIC", "CIU") and common(first.flat))


def _sounds(flat: str) -> bool:
    """Whether letters may be a family name: `LIM`, « DIOP », not `VPSO`, `TSO`."""
    return _SYLLABLE.match(flat) is not None


def _dotted_rank(run: Run) -> int:
    """How many letters at the head of a run are a rank: `D.C. Okafor`, `W.P.C. Singh`."""
    letters = 0
    while letters < len(run.words) and run.words[letters].shape == "I":
        letters += 1
    ranks = (count for count in range(letters, 1, -1) if "".join(run.flats[:count]) in DOTTED_RANKS)
    return next(ranks, 0) if letters < len(run.words) else 0


def readable(name: str) -> str:
    """Return a name on one line, family names in small letters: « CARVASSE Lino » gives « Lino Carvasse »."""
    whole = re.sub(
        r"(?:[ ]dite?)?[ ]?(?:[«“\"]|(?<!\w)[‘'])[^«“»”\"’'\n]*[»”\"’'](?=[ ]|$)", "", name
    )  # `Gerald "Jerry" Stokes`
    parts = (_HYPHENED.sub(r"\1", whole) if "\n" in whole else whole).split() or [name]
    upper = [_is_upper(part) for part in parts]
    if any(upper) and upper[0] and not upper[-1] and not parts[-1].endswith("."):
        last = max(place for place, is_upper in enumerate(upper) if is_upper)
        parts = parts[last + 1 :] + parts[: last + 1]
    return " ".join(_small(part) if _is_upper(part) else part for part in parts)


def _is_upper(part: str) -> bool:
    return sum(char.isalpha() for char in part) > 1 and part.isupper() and not part.endswith(".")


def _small(part: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), part)
