"""How figures of quality are printed: one line for each kind, precision, recall and F1 of each measure."""

from __future__ import annotations

from collections.abc import Sequence

from tests.quality.scoring import MEASURES, Count, score, total


def header(measures: Sequence[str] = MEASURES) -> None:
    """The head of a table."""
    columns = "".join(f"  {measure + ' P':>9} {'R':>5} {'F1':>5} {'95 %':11}" for measure in measures)
    print(f"{'':32} told found{columns}")


def row(name: str, made: Sequence[Count], measures: Sequence[str] = MEASURES) -> None:
    """One line of figures over pages; none where nothing was told and nothing found."""
    whole = total(made)
    if not whole.told and not whole.found:
        return
    cells = ""
    for measure in measures:
        one = score(made, measure)
        cells += f"  {one.precision:9.3f} {one.recall:5.3f} {one.f1:5.3f} {one.low:.3f}-{one.high:.3f}"
    print(f"{name:32} {whole.told:4} {whole.found:5}{cells}")
