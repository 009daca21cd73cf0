"""A seeded case, made whole: `seed(number, half, language, …)` writes its files and returns its truth."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from tests.seeded.box import Box, found_again
from tests.seeded.operation import run
from tests.seeded.papers import write
from tests.seeded.plants import TYPES, plant
from tests.seeded.truth import Truth
from tests.seeded.wording import Half, Language


def seed(
    number: int,
    half: Half,
    language: Language,
    folder: Path,
    planted: Collection[str] = (),
    innocent: Collection[str] = (),
) -> Truth:
    """Write the files of a case into an empty folder: the base, then what is planted, told by its types."""
    box = Box(number, half, language)
    operation = run(box, "missing" in planted)
    for type in TYPES:
        if type in planted:
            plant(box, type, innocent=False)
        if type in innocent:
            plant(box, type, innocent=True)
    written, pages = write(box.papers, folder, half)
    planned = found_again(box, ((one.tag, one.place) for one in written if one.tag))
    return Truth(
        number, half, language, operation.good, tuple(box.people), operation.protected, operation.aliases,
        operation.shared, operation.apart, operation.moved, operation.accounts, planned, tuple(written), pages,
    )  # fmt: skip
