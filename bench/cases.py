"""Small case files of `tests/cases`, from file to finding, scored; run as `python -m bench.cases [--half seen]`.

--half seen|held_out   errors are shown for seen cases only: nobody writes rules from the others
--case NAME …          only these
--errors FILE          every error of the seen cases
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from greffier.case import Case
from tests.cases.scoring import score
from tests.cases.truth import folders, truth_of
from tests.seeded.here import added
from tests.seeded.tally import Score, table, total


@cache
def read_in(folder: Path) -> Case:
    """The case made of the files of a folder, read once."""
    return added(folder / "files")


def one_case(folder: Path) -> Score:
    """Read the files of a case and score what was made of them."""
    return score(read_in(folder), truth_of(folder))


def errors(scores: dict[str, Score]) -> Iterator[str]:
    """Every error, by case and class."""
    for name, one in scores.items():
        for kind, told in sorted(one.examples.items()):
            yield from (f"{name} | {kind} | {example}" for example in told)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("seen", "held_out"), default="seen")
    parser.add_argument("--case", nargs="*")
    parser.add_argument("--errors", type=Path)
    asked = parser.parse_args()
    began = time.process_time()
    scores = {path.name: one_case(path) for path in folders(asked.half) if not asked.case or path.name in asked.case}
    whole = total(scores.values())
    print("\n".join(table({**scores, "all": whole}, sorted(whole.types), "found")))
    if asked.errors and asked.half == "seen":
        asked.errors.write_text("\n".join(errors(scores)), encoding="utf-8")
    print(f"\n{len(scores)} cases, {time.process_time() - began:.0f} CPU seconds")


if __name__ == "__main__":
    main()
