"""A seeded case while it is made: its people, its days, and the papers written so far."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from tests.seeded.papers import Paper
from tests.seeded.truth import Family, Place, Planted
from tests.seeded.wording import Half, Language, Person, Told, tell, wording

SIGNED = frozenset({"tap_order", "search_order", "extension", "lab"})
TITLES = {"fr": "OBJET : constatations", "en": "Subject: findings"}


class Box:
    """Draws people, days and references in order, and keeps the papers; the same seed makes the same case."""

    def __init__(self, seed: int, half: Half, language: Language) -> None:
        self.half, self.language = half, language
        self.drawn = random.Random(f"{seed} {half} {language}")
        self.stock = wording(half, language)
        self.papers: list[Paper] = []
        self.people: list[Person] = []
        self.planned: list[tuple[str, Family, bool, tuple[tuple[str, ...], ...]]] = []
        self._kept: set[str] = set()
        self._names = self._shuffled(self.stock["names"]["last"])
        self._men, self._women = (self._shuffled(self.stock["names"][who]) for who in ("men", "women"))
        self._nicks = self._shuffled(self.stock["names"]["nick"])
        self._lines = self._shuffled(range(1000, 9999))
        self._made = 0
        self.begin = date(2021, 1, 4) + timedelta(days=self.drawn.randint(0, 700))
        self._day = 0
        women = half == "b" and language == "fr"  # whose wording speaks of « l'adjudante »
        self.officers = [self.person(woman=women) for _ in range(6)]
        self.bystanders = [self.person() for _ in range(4)]  # who are heard about others
        self.others = [self.person(woman=women) for _ in range(3)]  # who sign orders, extensions and analyses

    def _shuffled(self, things: Iterable[Any]) -> Iterator[Any]:
        """The things in an order of this case; from the beginning again when they are used up."""
        laid = sorted(things)
        self.drawn.shuffle(laid)
        while True:
            yield from laid

    def person(self, last: str = "", older: int = 0, woman: bool = False, **known: Any) -> Person:
        """Somebody new, whom nobody shares both names with; `older` years are taken off the year of birth."""
        born = date(1975 + self.drawn.randint(0, 22) - older, self.drawn.randint(1, 12), self.drawn.randint(1, 28))
        self._made += 1
        digits = f"{next(self._lines)}"
        known.setdefault("phone", f"06 39 98 {digits[:2]} {digits[2:]}")
        letters = "ABCDEFGHJKLMNPQRSTVWXYZ"
        plate = f"{self.drawn.choice(letters)}{self.drawn.choice(letters)}-{self.drawn.randint(100, 999)}-"
        known.setdefault("plate", plate + self.drawn.choice(letters) + self.drawn.choice(letters))
        last, told = last or self.surname(), known.pop("first", "")
        taken = {(one.first, one.last) for one in self.people}
        first = told or next(name for name in (self._women if woman else self._men) if (name, last) not in taken)
        made = Person(f"p{self._made}", first, last, born, **known)
        self.people.append(made)
        return made

    def surname(self, kept: bool = False) -> str:
        """A surname; one that is kept is nobody else's after this."""
        name = next(name for name in self._names if name not in self._kept)
        if kept:
            self._kept.add(name)
        return str(name)

    def nick(self) -> str:
        """A nickname that nobody has yet."""
        return str(next(self._nicks))

    def seal(self) -> str:
        """A number of a seal that no other has."""
        return f"{self.drawn.choice('KLMNPRST')}{self.drawn.choice('KLMNPRST')}/{int(next(self._lines)) % 9000 + 100}"

    def ref(self) -> str:
        """A number of a paper that no other has."""
        self._made += 1
        return f"{self.begin.year}/{417 + self.begin.day:04d}/{self._made:03d}"

    def day(self, step: int = 1, hour: int = 0) -> datetime:
        """The next day of the case, in office hours unless told otherwise."""
        self._day += step
        at = datetime(self.begin.year, self.begin.month, self.begin.day) + timedelta(days=self._day)
        return at.replace(hour=hour or self.drawn.randint(8, 17), minute=self.drawn.randrange(5, 56, 5))

    def choose(self, name: str) -> Any:
        """One of the towns, streets or goods of the half."""
        return self.drawn.choice(self.stock["names"][name])

    def two_towns(self) -> tuple[str, str]:
        """Two different towns."""
        one, two = self.drawn.sample(self.stock["names"]["town"], 2)
        return one, two

    def say(self, template: str, tag: str = "", **slots: Any) -> Told:
        """One sentence of a plan."""
        return tell(
            template, {"town": self.choose("town"), "street": self.choose("street"), **slots}, self.language, tag
        )

    def tells(self, what: str, tag: str = "", **slots: Any) -> Told:
        """One of the sentences that tell this."""
        return self.say(self.drawn.choice(self.stock["tells"][what]), tag, **slots)

    def paper(self, kind: str, at: datetime, lines: Iterable[Told], tag: str = "", **known: Any) -> Paper:
        """Write a paper of this kind: head, lines, fillers, foot. `tag` finds it again as a whole."""
        slots = self._slots(at, known) | ({"o": self.drawn.choice(self.others)} if kind in SIGNED else {}) | known
        head = [tell(line, slots, self.language, tag) for line in self.stock["heads"][kind]]
        fill = list(self.stock["filler"].get(kind, ()))
        body = [tell(line, slots, self.language) for line in fill[: known.get("fillers", 3)]]
        cut = len(body) - len(body) // 2
        foot = [tell(line, slots, self.language) for line in self.stock["feet"].get(kind, ())]
        sheet = (*head, *body[:cut], *lines, *body[cut:], *foot)
        sheets = (sheet, *known.get("sheets", ()))
        return self.file(kind, sheets, known.get("skipped", 0), known.get("bis", False))

    def file(
        self,
        kind: str,
        sheets: tuple[tuple[Told, ...], ...],
        skipped: int = 0,
        bis: bool = False,
        end: str = "pdf",
        letter: tuple[str, str, str, str] | None = None,
    ) -> Paper:
        """Put a paper at the end of the case."""
        made = Paper(f"{len(self.papers) + 1:03d} {kind}.{end}", sheets, skipped, bis, letter)
        self.papers.append(made)
        return made

    def _slots(self, at: datetime, known: dict[str, Any]) -> dict[str, Any]:
        one, two = self.drawn.sample(self.officers, 2)
        slots = {
            "d": at,
            "o": one,
            "o2": two,
            "w": self.drawn.choice(self.bystanders),
            "ref": self.ref(),
            "town": self.choose("town"),
            "street": self.choose("street"),
            "title": TITLES[self.language],
            "number": self.drawn.randint(10, 900),
            "other": f"06 39 98 {next(self._lines) // 100} 00",
            "phone": "",
            **known,
        }
        if slots["o2"] == slots["o"]:
            slots["o2"] = next(one for one in self.officers if one != slots["o"])
        return slots | {"t1": at + timedelta(minutes=25), "t2": at + timedelta(minutes=70)}

    def plan(self, type: str, family: Family, innocent: bool, *sides: Iterable[str]) -> None:
        """Note what was planted: the tags of the paragraphs (or papers: `tag*`) on each side."""
        self.planned.append((type, family, innocent, tuple(tuple(side) for side in sides)))


def found_again(box: Box, written: Iterable[tuple[str, Place]]) -> tuple[Planted, ...]:
    """What was planned, with the places where it was written."""
    places: dict[str, list[Place]] = {}
    for tag, place in written:
        places.setdefault(tag, []).append(place)

    def there(tag: str) -> Iterator[Place]:
        if not tag.endswith("*"):
            yield from places[tag]
            return
        yield from sorted({Place(one.path, one.page) for one in places[tag[:-1]]}, key=lambda one: (one.path, one.page))

    return tuple(
        Planted(type, family, innocent, tuple(tuple(place for tag in side for place in there(tag)) for side in sides))
        for type, family, innocent, sides in box.planned
    )
