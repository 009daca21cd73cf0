"""Seeds cases, reads them and scores them: each type planted once a round, and the look-alikes of each once."""

from __future__ import annotations

import tempfile
from collections.abc import Collection
from pathlib import Path

from tests.seeded.here import added
from tests.seeded.plants import TYPES
from tests.seeded.scoring import score
from tests.seeded.seed import seed
from tests.seeded.tally import Score, total
from tests.seeded.wording import Half, Language

CASES = 3  # of a round: a third of the types planted, another third of which there are look-alikes only


def measure(half: Half, language: Language, rounds: range) -> Score:
    """The score over the cases of these rounds."""
    return total(
        one_case(number, half, language, TYPES[number % CASES :: CASES], TYPES[(number + 1) % CASES :: CASES])
        for turn in rounds
        for number in range(turn * CASES, (turn + 1) * CASES)
    )


def one_case(
    number: int, half: Half, language: Language, planted: Collection[str] = (), innocent: Collection[str] = ()
) -> Score:
    """Make one case, read it, score it."""
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "box"
        folder.mkdir()
        truth = seed(number, half, language, folder, planted, innocent)
        return score(added(folder), truth)
