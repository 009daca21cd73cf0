"""How well a case was read, in counts that add up over cases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass
class Tally:
    """Of what was `found`, how much is `right`; of what was `due`, how much was `met`."""

    right: int = 0
    found: int = 0
    met: int = 0
    due: int = 0

    def add(self, other: Tally) -> None:
        """Count the other one too."""
        self.right, self.found = self.right + other.right, self.found + other.found
        self.met, self.due = self.met + other.met, self.due + other.due

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was due that was met; 1 where nothing was due."""
        return self.met / self.due if self.due else 1.0


@dataclass
class Score:
    """Tallies by name and by type of what was planted, sums of B3 (precision, recall, names), errors by class."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    types: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    b3: tuple[float, float, int] = (0.0, 0.0, 0)
    errors: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    pages: int = 0

    def wrong(self, kind: str, example: str) -> None:
        """Count an error of this class, and keep it."""
        self.errors[kind] += 1
        self.examples[kind].append(example)

    def add(self, other: Score) -> None:
        """Count another case too."""
        for mine, theirs in ((self.tallies, other.tallies), (self.types, other.types)):
            for name, tally in theirs.items():
                mine[name].add(tally)
        self.b3 = (self.b3[0] + other.b3[0], self.b3[1] + other.b3[1], self.b3[2] + other.b3[2])
        self.errors.update(other.errors)
        for kind, told in other.examples.items():
            self.examples[kind].extend(told)
        self.pages += other.pages

    def figures(self) -> dict[str, float]:
        """Every figure that a gate or a floor is set for, rounded to three places; false alarms for each 200 pages."""
        precision, recall, names = self.b3
        told = {"clusters B3 F1": 2 * precision * recall / (precision + recall) / names} if names else {}
        for name, tally in sorted(self.tallies.items()):
            if tally.found and name != "red lines":
                told[f"{name} precision"] = tally.precision
            if tally.due:
                told[f"{name} recall"] = tally.recall
        red = self.tallies["red lines"]
        told["red lines false alarms"] = 200 * (red.found - red.right) / self.pages
        return {name: round(value, 3) for name, value in told.items()}


def total(scores: Iterable[Score]) -> Score:
    """All of them as one."""
    whole = Score()
    for one in scores:
        whole.add(one)
    return whole


def table(scores: Mapping[str, Score], types: Iterable[str], found: str) -> Iterator[str]:
    """Lines of a table: figures and types as rows (`found` says what is counted of a type), scores as columns."""
    yield "| |" + "".join(f" {name} |" for name in scores)
    yield "|---|" + "---|" * len(scores)
    figures = {name: one.figures() for name, one in scores.items()}
    for row in sorted({row for told in figures.values() for row in told}):
        yield f"| {row} |" + "".join(f" {told.get(row, '')} |" for told in figures.values())
    for type in types:
        cells = (f" {one.types[type].met}/{one.types[type].due} |" for one in scores.values())
        yield f"| {type} {found} |" + "".join(cells)
