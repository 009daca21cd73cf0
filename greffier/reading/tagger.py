"""A trained guess at what capitalised words name: a person, an organisation, a place.

A conditional random field over the chains of a page, trained by `training/train.py` (see `docs/names-model.md`). It
only proposes: `people` asks it where rules see no evidence, and lets it doubt weak evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

import pycrfsuite

from greffier.reading.capitals import Capital
from greffier.reading.chains import chains, traits
from greffier.records import MentionKind

KINDS: dict[str, MentionKind] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_MODEL = "names.crfsuite"


class Guess(NamedTuple):
    """A stretch `text[start:end]` that may be a name of this kind, and how probable that is."""

    start: int
    end: int
    kind: MentionKind
    probability: float


class Guesses(NamedTuple):
    """Names of a page by where they start, and how probably each other word is of a person's name."""

    names: dict[int, Guess]
    person: dict[int, float]


class Tagger:
    """A trained model of the names on a page."""

    def __init__(self, model: bytes) -> None:
        self._model = model  # crfsuite reads from these bytes as long as it lives, and does not keep them itself
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(self._model)

    def guess(self, text: str) -> Guesses:
        """Return what the model makes of the capitalised words of a text."""
        names: dict[int, Guess] = {}
        person: dict[int, float] = {}
        marginal = self._tagger.marginal
        for chain in chains(text):
            labels = self._tagger.tag(traits(text, chain))
            for place, word in enumerate(chain):
                if labels[place][2:] != "PER":
                    person[word.start] = marginal("B-PER", place) + marginal("I-PER", place)
            names.update((one.start, one) for one in self._named(text, chain, labels))
        return Guesses(names, person)

    def _named(self, text: str, chain: list[Capital], labels: list[str]) -> Iterator[Guess]:
        """The names of a chain; « HUYNH, Van Tai » are two guesses, which the rules join."""
        place = 0
        while place < len(chain):
            first, kind = place, KINDS.get(labels[place][2:])
            place += 1
            if kind is None:
                continue
            while place < len(chain) and labels[place] == f"I-{labels[first][2:]}" and not _parted(text, chain, place):
                place += 1
            sure = min(self._tagger.marginal(labels[at], at) for at in range(first, place))
            yield Guess(chain[first].start, chain[place - 1].end, kind, sure)


def _parted(text: str, chain: list[Capital], place: int) -> bool:
    """Whether a comma stands before a word."""
    return "," in text[chain[place - 1].end : chain[place].start]


@lru_cache(maxsize=1)
def tagger() -> Tagger:
    """Return the model that comes with the package, loaded once."""
    return Tagger((files("greffier.reading") / "lexicon" / _MODEL).read_bytes())
