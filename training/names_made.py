"""Names of people, firms and towns that nobody bears: put together from syllables, a seed and nothing else.

Names have two halves that never meet: what the model is trained on, and what it is measured on.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from greffier.reading.vocabulary import phrases, words

_PARTICLES = ("de ", "Le ", "La ", "El ", "Ben ", "Van ", "Van der ", "Di ", "d'")


class Names:
    """Draws names; with `held` from the ends of names that the other half never has."""

    def __init__(self, random: Random, *, held: bool) -> None:
        self._random, self._held = random, held
        self._made = _syllables()
        families = self._made["family"]
        self._origins = ["french"] * 5 + ["english"] * 4 + ["maghreb"] * 3 + list(families)
        self._known = sorted(_cased("given_names"))
        self._doubtful = sorted(_cased("given_names_ambiguous"))

    def family(self) -> str:
        """A family name, now and then of two parts or with a particle."""
        random, families = self._random, self._made["family"]
        name = self._joined(families[random.choice(self._origins)])
        chance = random.random()
        if chance < 0.05:
            return f"{name}-{self._joined(families['french'])}"
        return random.choice(_PARTICLES) + name if chance < 0.13 else name

    def given(self) -> str:
        """A given name: most stand in our list, some are ordinary words too, some stand in no list."""
        chance = self._random.random()
        if chance < 0.55:
            return self._random.choice(self._known)
        if chance < 0.62:
            return self._random.choice(self._doubtful)
        if chance < 0.66:
            return f"{self._random.choice(self._known)}-{self._random.choice(self._known)}"
        return self._joined(self._made["short_given" if chance < 0.82 else "given"])

    def town(self) -> str:
        """A town that is on no map, as far as we know."""
        return self._joined(self._made["town"])

    def firm(self) -> str:
        """A firm with or without its legal form."""
        chance = self._random.random()
        plain = self._made["plain"].split()
        half = plain[1::2] if self._held else plain[::2]
        name = self._joined(self._made["firm"]) if chance < 0.45 else self.family()
        name = self._random.choice(half).replace("_", " ") if chance > 0.7 else name
        name = name.upper() if self._random.random() < 0.4 else name
        return str(self._random.choice(self._made["forms"])).format(n=name)

    def letters(self) -> str:
        """The letters by which a service or a firm is called."""
        return "".join(self._random.choices("AABCCDDEFGHILMNOPRSSTUV", k=self._random.choice((3, 3, 4, 4, 5))))

    def site(self, language: str) -> str:
        """A bar, a station, a farm by its name, with the noun that it needs."""
        name = self._joined(self._made["site"]) if self._random.random() < 0.6 else self.town()
        return str(self._random.choice(self._made[f"sites_{language}"])).format(n=name)

    def mapped(self) -> str:
        """A town that is on the map."""
        return self._random.choice(_towns())

    def thing(self) -> str:
        """The name of a make, an operation: capitals that we do not look for."""
        name = self._joined(self._made["firm"])
        return self._random.choice((name, name.upper(), f"Le {name}", f"{name} {self.town()}"))

    def heading(self) -> str:
        """Ordinary words with capitals, as titles and headings write them."""
        return " ".join(self._random.choices(_ordinary(), k=self._random.randint(1, 5))).title()

    def _joined(self, made: dict[str, str]) -> str:
        ends = made["ends"].split()
        half = ends[1::2] if self._held else ends[::2]
        return (self._random.choice(made["heads"].split()) + self._random.choice(half)).replace("_", " ")


@cache
def _syllables() -> Any:
    return yaml.safe_load((Path(__file__).parent / "syllables.yaml").read_text(encoding="utf-8"))


@cache
def _ordinary() -> list[str]:
    return sorted(word for word in words("common_words") if len(word) > 2)


@cache
def _towns() -> list[str]:
    return [name.title() for name in phrases("towns")]


@cache
def _cased(name: str) -> list[str]:
    return [word.title() for word in words(name) if len(word) > 2]
