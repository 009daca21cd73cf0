"""Where rules and the tagger disagree about a person: strong evidence stands, the surer one wins the rest.

The limits were chosen on the press and on pages of our own that the model had not seen (`bench/RESULTS.md`).
"""

from __future__ import annotations

from collections.abc import Iterator

from greffier.reading.capitals import NAME_PARTICLES, Run, common
from greffier.reading.evidence import UNKNOWN_PERSON, Judged, after_determiner, place_like
from greffier.reading.surroundings import strong_given
from greffier.reading.tagger import Guess, Guesses

_PROPOSED = 0.75  # as probable as this, a name that no rule sees is one;
_WITH_GIVEN = 0.5  # less will do where a word of it is a given name,
_UNUSUAL = 0.65  # or where it is one word that nobody writes small;
_COMMON = 0.93  # more is asked of words that are ordinary ones,
_OPENS = 0.95  # and of one that begins a sentence or stands in capitals
_NEVER = 1.1
_KNOWN = 0.95  # a whole name as probable as this makes its parts known in the rest of the piece
_WEAK = 0.8  # evidence of a rule that the tagger may take back,
_DOUBTED = 0.02  # where no word of it is more probably a person's
_OVER = ((0.9, 0.55), (0.96, 0.85), (1.0, 0.95))  # a name found with less than the first gives way to the second


def proposed(text: str, run: Run, guesses: Guesses, least: float | None = None) -> list[Guess]:
    """Return the people that the tagger sees within a run, as probable as `least`."""
    found = []
    for word in run.words:
        guess = guesses.names.get(word.start)
        if guess is None or guess.kind != "person" or guess.end > run.end:
            continue
        inside = Run(tuple(one for one in run.words if guess.start <= one.start < guess.end))
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
    shown = word.opens or word.shape == "U"
    if alone and (word.flat in UNKNOWN_PERSON or place_like(word.flat) or after_determiner(text, word.start)):
        return _NEVER
    if any(strong_given(flat) for flat in name.flats):
        return _PROPOSED if alone and shown else _WITH_GIVEN
    if all(common(one.flat) for one in name.named):
        return _NEVER if alone and shown else _COMMON
    if not alone:
        return _PROPOSED
    return _OPENS if shown else _UNUSUAL


def sure_of(text: str, run: Run, guesses: Guesses) -> Iterator[Run]:
    """Yield the whole names within a run that the tagger is sure of."""
    for guess in proposed(text, run, guesses, _KNOWN):
        inside = Run(tuple(word for word in run.words if guess.start <= word.start < guess.end))
        if len(inside.named) > 1:
            yield inside


def agreed(found: Judged | None, proposals: list[Guess], guesses: Guesses) -> Iterator[tuple[int, int, float]]:
    """Yield the names of a run as (start, end, how sure): what rules found, and proposals that it does not outweigh."""
    if found is not None and not _doubted(found, guesses):
        named, confidence = found
        rivals = [one for one in proposals if one.start < named.end and named.start < one.end]
        if not any(_outweighs(one, named, confidence) for one in rivals):
            yield named.start, named.end, confidence
            proposals = [one for one in proposals if one not in rivals]
    for one in proposals:
        yield one.start, one.end, one.probability


def _doubted(found: Judged, guesses: Guesses) -> bool:
    named, confidence = found
    return confidence <= _WEAK and max(guesses.person.get(word.start, 1.0) for word in named.words) < _DOUBTED


def _outweighs(guess: Guess, named: Run, confidence: float) -> bool:
    """Whether another extent of the same name is surer."""
    particle = NAME_PARTICLES.issuperset(word.flat for word in named.words if word.start < guess.start)
    if guess.end == named.end and particle:  # the same name, or the same but for « DA » before « COSTA »
        return False
    return guess.probability >= next(need for limit, need in _OVER if confidence <= limit)
