"""Seeded cases, read from file to finding and scored against what is true of them; run as `python -m bench.seeded`.

--rounds N           cases of N rounds (three a round and each half and language), each type planted once a round
--alone TYPE …       one type after another (`all` for every one) planted alone, then its look-alikes alone
--floors             print what `tests/quality/seeded_floors.yaml` pins, as measured now
--write DIR          write one case and its truth.json, to look at: with --half, --language, --seed, and --plant TYPE …

Errors are shown with an example for half A only: half B is held out, and nobody writes rules from its sentences.
"""

from __future__ import annotations

import argparse
import math
import time
from pathlib import Path

from tests.seeded.measure import CASES, measure, one_case
from tests.seeded.plants import TYPES
from tests.seeded.seed import seed
from tests.seeded.tally import Score, table
from tests.seeded.wording import Half, Language

HALVES: tuple[Half, ...] = ("a", "b")
LANGUAGES: tuple[Language, ...] = ("fr", "en")
EACH = tuple((half, language) for half in HALVES for language in LANGUAGES)


def errors(scores: dict[str, Score], most: int) -> None:
    """The classes of errors, the most frequent first; the sentences of half A only."""
    for name, one in scores.items():
        print(f"\n{name}: {one.pages} pages")
        for kind, count in one.errors.most_common(most):
            print(f"  {count:4} {kind}" + (f" | {one.examples[kind][0][:200]}" if name.startswith("a") else ""))


def floors(scores: dict[str, Score]) -> None:
    """The floors as YAML, to the last hundredth that is safe."""
    for name, one in scores.items():
        print(f"{name}:")
        for figure, value in one.figures().items():
            safe = math.ceil if figure.endswith("alarms") else math.floor
            print(f"  {figure}: {safe(value * 100) / 100}")
        found = [type for type in TYPES if one.types[type].due and one.types[type].recall == 1]
        print(f"  found: [{', '.join(found)}]")


def alone(types: list[str]) -> None:
    """Whether each type is found where nothing else is planted, and what its look-alikes alone set off."""
    print("| type | " + " | ".join(f"{half} {language}" for half, language in EACH) + " |")
    print("|---|" + "---|" * len(EACH))
    for type in types:
        cells = []
        for half, language in EACH:
            found = one_case(0, half, language, planted=(type,)).types[type]
            like = one_case(0, half, language, innocent=(type,))
            taken = sum(count for kind, count in like.errors.items() if kind.endswith(f"look-alike of {type}"))
            cells.append(f"{'found' if found.met else '-'}{', taken in' if taken else ''}")
        print(f"| {type} | " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--alone", nargs="+", choices=("all", *TYPES))
    parser.add_argument("--floors", action="store_true")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--half", choices=HALVES, default="a")
    parser.add_argument("--language", choices=LANGUAGES, default="fr")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--plant", nargs="*", choices=TYPES, default=())
    parser.add_argument("--show", type=int, default=20)
    asked = parser.parse_args()
    if asked.write:
        asked.write.mkdir(parents=True)
        truth = seed(asked.seed, asked.half, asked.language, asked.write, asked.plant)
        (asked.write / "truth.json").write_text(truth.exported(), encoding="utf-8")
        return
    if asked.alone:
        alone(list(TYPES) if "all" in asked.alone else asked.alone)
        return
    began = time.process_time()
    scores = {f"{half} {language}": measure(half, language, range(asked.rounds)) for half, language in EACH}
    if asked.floors:
        floors(scores)
        return
    print("\n".join(table(scores, TYPES, "planted and found")))
    errors(scores, asked.show)
    print(f"\n{asked.rounds * CASES * len(EACH)} cases, {time.process_time() - began:.0f} CPU seconds")


if __name__ == "__main__":
    main()
