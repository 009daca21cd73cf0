"""What hands leave on a page: signatures, rubber stamps, seal labels, boxes, notes."""

from __future__ import annotations

import random

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import Flowable

INK = HexColor("#27357a")
STAMP_RED = HexColor("#8c1f2a")


class Mark(Flowable):
    """Something a hand leaves on the page: a signature row, a rubber stamp, a seal label, a box, a note."""

    def __init__(self, text: str, width: float, size: float) -> None:
        super().__init__()
        self.text, self.width, self.size = text, width, size
        self.height = self.measure()
        self.rng = random.Random(text)

    def measure(self) -> float:
        return 60.0

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height


class Signatures(Mark):
    """`role, NAME ;; role, NAME`: one column each, with a scrawl under it."""

    def measure(self) -> float:
        return 74.0

    def draw(self) -> None:
        parties = [party.strip() for party in self.text.split(";;")]
        step = self.width / len(parties)
        for index, party in enumerate(parties):
            x = index * step + 4
            self.canv.setFont("Times-Roman", 9.5)
            for row, line in enumerate(simpleSplit(party.replace("\n", " "), "Times-Roman", 9.5, step - 12)):
                self.canv.drawString(x, 58 - 11 * row, line)
            self._scrawl(x + 8, 14, min(95.0, step - 30), random.Random(party.rsplit(" ", 1)[-1]))

    def _scrawl(self, x: float, y: float, width: float, hand: random.Random) -> None:
        """The same name signs the same way on every page."""
        self.canv.saveState()
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(1.1)
        path = self.canv.beginPath()
        rise = hand.uniform(12, 30)
        path.moveTo(x, y + rise)
        path.curveTo(
            x + hand.uniform(-14, 6), y - 14, x + hand.uniform(8, 26), y - 6, x + width * 0.2, y + hand.uniform(0, 10)
        )
        loops = hand.randint(3, 6)
        for n in range(loops):
            a, b = x + width * (0.2 + 0.7 * n / loops), x + width * (0.2 + 0.7 * (n + 1) / loops)
            lift = hand.choice((5.0, 9.0, 22.0))
            path.curveTo(
                a - 2, y + lift, b + hand.uniform(-8, 8), y - hand.uniform(0, lift), b, y + hand.uniform(-3, 5)
            )
        path.curveTo(
            x + width, y + hand.uniform(-10, 16), x + width * 1.2, y, x + hand.uniform(-4, 40), y - hand.uniform(2, 9)
        )
        self.canv.drawPath(path)
        self.canv.restoreState()


class Stamp(Mark):
    """A round rubber stamp at the right, taking little height: text flows on below it."""

    def measure(self) -> float:
        return 70.0

    def draw(self) -> None:
        rows = self.text.split("\n")
        self.canv.saveState()
        self.canv.translate(self.width - 60 + self.rng.uniform(-20, 6), 36)
        self.canv.rotate(self.rng.uniform(-14, 14))
        self.canv.setStrokeColor(STAMP_RED)
        self.canv.setFillColor(STAMP_RED)
        self.canv.setLineWidth(1.4)
        self.canv.circle(0, 0, 42)
        self.canv.setLineWidth(0.6)
        self.canv.circle(0, 0, 38)
        self.canv.setFont("Helvetica-Bold", 6.0)
        for row, line in enumerate(rows):
            self.canv.drawCentredString(0, 4 * (len(rows) - 1) - 8 * row - 2, line)
        self.canv.restoreState()


class SealLabel(Mark):
    """The card tied to an exhibit, as copied into the report."""

    def measure(self) -> float:
        return 26 + 13.0 * len(self.text.split("\n"))

    def draw(self) -> None:
        self.canv.setLineWidth(1.2)
        self.canv.rect(20, 6, self.width - 40, self.height - 12)
        self.canv.circle(32, self.height / 2, 4)
        self.canv.setFont("Courier", 9.2)
        for row, line in enumerate(self.text.split("\n")):
            self.canv.drawString(46, self.height - 23 - 13 * row, line)


class Box(Mark):
    """A ruled box of plain lines."""

    def measure(self) -> float:
        return 16 + 12.0 * len(self.text.split("\n"))

    def draw(self) -> None:
        self.canv.setLineWidth(0.7)
        self.canv.rect(0, 5, self.width, self.height - 8)
        self.canv.setFont("Helvetica", 9)
        for row, line in enumerate(self.text.split("\n")):
            self.canv.drawString(7, self.height - 15 - 12 * row, line)


class Hand(Mark):
    """A note added by hand, slanted, in ink."""

    def measure(self) -> float:
        return 12 + 1.25 * self.size * len(self.text.split("\n"))

    def draw(self) -> None:
        self.canv.saveState()
        self.canv.setFillColor(INK)
        self.canv.rotate(self.rng.uniform(-1.2, 1.2))
        for row, line in enumerate(self.text.split("\n")):
            self.canv.setFont("Times-Italic", self.size * self.rng.uniform(0.96, 1.05))
            self.canv.drawString(14 + self.rng.uniform(0, 5), self.height - 4 - self.size * (1 + 1.25 * row), line)
        self.canv.restoreState()


class Rule(Mark):
    """A hairline across the column."""

    def measure(self) -> float:
        return 10.0

    def draw(self) -> None:
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 5, self.width, 5)


MARKS: dict[str, type[Mark]] = {
    "sig": Signatures,
    "stamp": Stamp,
    "seal": SealLabel,
    "box": Box,
    "hand": Hand,
    "rule": Rule,
}
