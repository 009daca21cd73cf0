"""Where rules and the tagger disagree about a person: strong evidence stands, the surer one wins the rest.

The limits were chosen on the press and on pages of our own that the model had not seen (`bench/RESULTS.md`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import NAME_PARTICLES, Run, also_surname, common, ordinary
from greffier.reading.evidence import Judged
from greffier.reading.no_names import UNKNOWN_PERSON, after_determiner, place_like, with_acronym
from greffier.reading.surroundings import ends_title, strong_given, weak_given
from greffier.reading.tagger import Guess, Guesses
from greffier.reading.towns import is_given
from greffier.reading.vocabulary import level, words

_PROPOSED = 0.75  # as probable as this, a name that no rule sees is one;
_WITH_GIVEN = 0.5  # less will do where a word of it is a given name,
_UNUSUAL = 0.65  # or where it is one word that nobody writes small;
_COMMON = 0.93  # more is asked of words that are ordinary ones,
_OPENS = 0.95  # and of one that begins a sentence or stands in capitals
_SURE = 0.99  # and of an article that begins a sentence: « Der Zug »
_NEVER = 1.1
_KNOWN = 0.95  # a whole name as probable as this makes its parts known in the rest of the piece
_WEAK = 0.8  # evidence of a rule that the tagger may take back,
_DOUBTED = 0.02  # where no word of it is more probably a person's
_THING = 0.75  # an organisation or a place that no rule sees;
_SHOUTED = 0.93  # more is asked of one in capitals or of ordinary words, since headings are made of these
_OWNED = 0.97  # and of what « de » stands before: it may be somebody's name
_VOWEL = re.compile("[aeiou]")
_MIXED = re.compile("[a-zß-ÿ][A-ZÀ-Þ]")  # `OLt`
_AROUND = " \n\t\u00a0\u202f([«“‘\"'’/-–—|"  # signs before a word of a text; others are the dirt of a scan
_BROKEN = re.compile(r"[\"“”«»()\[\]:;,|•\t]|\n\s*\n| {2}")  # two names or none
_RUNNING = 45  # characters of a line of running text, over whose end a name goes
_OF = re.compile(r"(?<![\w'’])(?:de |d['’]|of )$")
_ONE_OF_MANY = re.compile(
    r"(?<![\w'’])(?:an?|une?|the|le|la|les|des|some|every|chaque|plusieurs)[ \u00a0\n]$", re.IGNORECASE
)
_OVER = ((0.9, 0.55), (0.96, 0.9), (1.0, 0.985))  # a name found with less than the first gives way to the second


def proposed(text: str, run: Run, guesses: Guesses, least: float | None = None) -> list[Guess]:
    """Return the people that the tagger sees within a run, as probable as `least`."""
    found = []
    for word in run.words:
        guess = guesses.names.get(word.start)
        if guess is None or guess.kind != "person" or guess.end > run.end:
            continue
        inside = Run(tuple(one for one in run.words if guess.start <= one.start < guess.end))
        if with_acronym(inside.words):
            continue
        if guess.probability >= max(least or 0.0, _enough(text, inside)):
            found.append(guess)
    return found


def _enough(text: str, name: Run) -> float:
    """How probable a proposal must be: more than any is where the page shows that it is no name of somebody.

    One word alone is the weakest: the first of a sentence, a heading or a column in capitals looks like a family name,
    and what an article stands before (« le Grec ») is a by-name, which is read whole elsewhere. A word that no page
    writes small needs less than one that is an ordinary word too.
    """
    word, alone = name.words[0], len(name.words) == 1
    if word.flat in words("makes"):
        return _NEVER
    shown = word.opens or word.shape == "U"
    if alone and (word.flat in UNKNOWN_PERSON or place_like(word.flat) or after_determiner(text, word.start)):
        return _NEVER
    if any(strong_given(flat) for flat in name.flats):
        return _PROPOSED if alone and shown else _WITH_GIVEN
    set_apart = text[word.start - 1 : word.start] in _AROUND
    if alone and (len(word.flat) < 3 or not set_apart or _MIXED.search(text, word.start, word.end)):
        return _NEVER
    if all(common(one.flat) for one in name.named):
        return _NEVER if alone and shown else _COMMON
    if not alone and any(word.shape == "U" and not _is_name_like(word.flat) for word in name.words):
        return _NEVER
    if word.flat not in NAME_PARTICLES and common(word.flat) and not any(weak_given(flat) for flat in name.flats):
        return _COMMON  # `Fresh Cavendish`
    if not alone:
        return _SURE if word.opens and word.flat in NAME_PARTICLES and word.shape == "C" else _PROPOSED
    return _OPENS if shown else _UNUSUAL


def _is_name_like(flat: str) -> bool:
    """Whether a word in capitals may be of a name: it can be spoken, or is a particle."""
    return flat in NAME_PARTICLES or (len(flat) > 2 and _VOWEL.search(flat) is not None)


def sure_of(text: str, run: Run, guesses: Guesses) -> Iterator[Run]:
    """Yield the names within a run that the tagger is sure of: one word alone only where nothing else has a capital."""
    for guess in proposed(text, run, guesses, _KNOWN):
        inside = Run(tuple(word for word in run.words if guess.start <= word.start < guess.end))
        alone = inside.words[0]
        if len(inside.named) > 1 or (not alone.opens and alone.shape == "C" and not common(alone.flat)):
            yield inside


def whole_guesses(run: Run, guesses: Guesses) -> list[int]:
    """Return where the words of a run begin that the tagger takes for whole names: `Mark Price` of ordinary words."""
    starts = []
    for word in run.words:
        guess = guesses.names.get(word.start)
        if guess is not None and guess.kind == "person" and guess.probability >= _PROPOSED:
            inside = [one for one in run.words if guess.start <= one.start < guess.end and not ends_title(one.flat)]
            given = any(strong_given(one.flat) or weak_given(one.flat) for one in inside)
            if len(inside) > 1 and given and (not ordinary(inside[-1].flat) or also_surname(inside[-1].flat)):
                starts += [one.start for one in inside]
    return starts


def agreed(found: Judged | None, proposals: list[Guess], guesses: Guesses) -> Iterator[tuple[int, int, float]]:
    """Yield the names of a run as (start, end, how sure): what rules found, and proposals that it does not outweigh."""
    if found is not None and not _doubted(found, guesses):
        named, confidence = found
        rivals = [one for one in proposals if one.start < named.end and named.start < one.end]
        if _cut(rivals, named) or not any(_outweighs(one, named, confidence) for one in rivals):
            yield named.start, named.end, confidence
            proposals = [one for one in proposals if one not in rivals]
    for one in proposals:
        yield one.start, one.end, one.probability


def _doubted(found: Judged, guesses: Guesses) -> bool:
    named, confidence = found
    return confidence <= _WEAK and max(guesses.person.get(word.start, 1.0) for word in named.words) < _DOUBTED


def _cut(rivals: list[Guess], named: Run) -> bool:
    """Whether the tagger makes several people of all the words of one name: `Claudette` and `Arsenault`."""
    covered = [any(one.start <= word.start < one.end for one in rivals) for word in named.words]
    return len(rivals) > 1 and all(covered)


def _outweighs(guess: Guess, named: Run, confidence: float) -> bool:
    """Whether another extent of the same name is surer."""
    particle = NAME_PARTICLES.issuperset(word.flat for word in named.words if word.start < guess.start)
    if (
        guess.end == named.end and guess.start >= named.start and particle
    ):  # the same name, or the same but for « DA » before « COSTA »
        return False
    rest = [word for word in named.words if not guess.start <= word.start < guess.end]
    if rest and guess.start >= named.start and guess.end <= named.end and all(word.shape == "U" for word in rest):
        return False  # « Rémi SAUVAGE »: the family name in capitals is of it
    if rest and guess.start == named.start and rest[0].gap.strip():
        return False  # « José Carlos da Silva »: a particle goes on with the name
    return guess.probability >= next(need for limit, need in _OVER if confidence <= limit)


def things(text: str, guesses: Guesses) -> Iterator[Candidate]:
    """Yield the organisations and places that the tagger proposes and nothing on the page speaks against."""
    for guess in guesses.names.values():
        if guess.kind != "person" and guess.probability >= _needed(text, guess):
            name = " ".join(text[guess.start : guess.end].split())
            yield Candidate(guess.start, guess.end, guess.kind, name, guess.probability)


def _needed(text: str, guess: Guess) -> float:
    """How probable a thing must be: headings are in capitals or of ordinary words, and `a Guatemalan` is no place."""
    written = text[guess.start : guess.end]
    flats = level(written).split()
    if flats[0] in words("makes") or all(map(ordinary, flats)):
        return _NEVER
    if _BROKEN.search(written) or len(written) < 3 or not _on_one_line(text, guess):
        return _NEVER
    if (
        len(flats) == 1
        and _begins(text, guess)
        and (common(flats[0].split("'")[-1]) or text[guess.end : guess.end + 1] == "-")
    ):
        return _NEVER
    if guess.kind == "place" and len(flats) == 1:
        if _ONE_OF_MANY.search(text, max(0, guess.start - 9), guess.start) or is_given(text, guess.start):
            return _NEVER
        if _OF.search(text, max(0, guess.start - 4), guess.start):
            return _OWNED
    return _SHOUTED if written.isupper() or all(common(flat) or ordinary(flat) for flat in flats) else _THING


def _begins(text: str, guess: Guess) -> bool:
    """Whether a name begins a line or a sentence, where any word has a capital."""
    return text[max(0, guess.start - 3) : guess.start].rstrip(" ")[-1:] in ("", "\n", ".", "–", "-", ":", "•", "!", "?")


def _on_one_line(text: str, guess: Guess) -> bool:
    """Whether a name stands on one line, or goes over the end of a line of running text."""
    end = text.find("\n", guess.start, guess.end)
    return end < 0 or end - (text.rfind("\n", 0, guess.start) + 1) >= _RUNNING
