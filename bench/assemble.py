"""What resolving and assembling cost, from 3,000 pages of findings upwards: a page should cost the same in any case.

python -m bench.assemble [PAGES …]      3,000, 30,000 and 300,000 unless told otherwise; each in a process of its own

A few hundred synthetic pages are read once by the readers. What was found on them is then told again and again, each
time under ids of its own and of people of its own: a case of any size whose every span stands, without reading it.
"""

from __future__ import annotations

import multiprocessing
import random
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec

from bench.measure import machine
from bench.synthetic import SURNAMES, sentence
from greffier.reading.read import load_readers, read_piece
from greffier.records import Dossier, Event, Link, Mention, Page, Piece, Quote, Source, digest
from greffier.steps import assemble, who_is_who

POOL = 300  # pages that are read
SENTENCES = 8  # on a page
_KINDS: dict[str, type[Any]] = {
    "sources": Source, "pages": Page, "pieces": Piece, "mentions": Mention, "links": Link, "quotes": Quote,
    "events": Event,
}  # fmt: skip
_NAMES = re.compile("|".join(f"{name}|{name.capitalize()}|{name.lower()}" for name in SURNAMES))
_IDS = re.compile(r'"([0-9a-f]{20})"')
_VOWELS, _CONSONANTS = "AEIOU", "BCDFGLMNPRSTV"


def pool() -> dict[str, str]:
    """What is read on the pages of the pool, by kind, as JSON."""
    readers, found = load_readers(), defaultdict(list)
    for number in range(POOL):
        chance = random.Random(number)
        text = "\n".join(sentence(chance, english=number % 3 == 0) for _ in range(SENTENCES))
        source = Source(
            digest("source", number), f"{number}.txt", digest(text), "text/plain", len(text), "read", pages=1
        )
        language = "en" if number % 3 == 0 else "fr"
        page = Page(digest("page", number), source.id, 1, None, "born_digital", "A", language, text, "", 1, 1)
        piece = Piece(digest("piece", number), source.id, "report", None, None, (page.id,))
        for kind, one in (("sources", source), ("pages", page), ("pieces", piece)):
            found[kind].append(one)
        for one in read_piece(piece, [page], readers):
            kind = next((name for name, of in _KINDS.items() if isinstance(one, of)), None)
            if kind is not None:
                found[kind].append(one)
    return {kind: msgspec.json.encode(records).decode() for kind, records in found.items()}


def told_again(told: dict[str, str], turn: int) -> Iterator[tuple[str, list[Any]]]:
    """Yield the records of each kind with ids and family names of this turn, letter for letter as long."""
    chance = random.Random(turn)
    names = {name: _another(name, chance) for name in SURNAMES}
    of = {form(name): form(new) for name, new in names.items() for form in (str.upper, str.capitalize, str.lower)}
    for kind, text in told.items():
        text = _NAMES.sub(lambda found: of[found[0]], text)
        text = _IDS.sub(lambda found: f'"{digest(turn, found[1])}"', text)
        yield kind, msgspec.json.decode(text, type=list[_KINDS[kind]])  # type: ignore[misc]


def _another(name: str, chance: random.Random) -> str:
    return "".join(chance.choice(_VOWELS if sign in "AEIOUY" else _CONSONANTS) for sign in name)


def made(told: dict[str, str], pages: int) -> Dossier:
    """A case of so many pages."""
    held: dict[str, list[Any]] = defaultdict(list)
    for turn in range(-(-pages // POOL)):
        for kind, records in told_again(told, turn):
            held[kind].extend(records)
    return Dossier(**{kind: tuple(sorted(records, key=lambda one: one.id)) for kind, records in held.items()})


def measure(told: dict[str, str], pages: int) -> tuple[int, int, float, float, int]:
    """Mentions, entities, seconds to resolve and to assemble, peak memory in MB."""
    dossier = made(told, pages)
    began = time.process_time()
    entities, _ = who_is_who(dossier)
    resolved = time.process_time()
    assemble(replace(dossier, entities=entities))
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return len(dossier.mentions), len(entities), resolved - began, done - resolved, peak


def main() -> None:
    """Print the table."""
    sizes = [int(told) for told in sys.argv[1:]] or [3_000, 30_000, 300_000]
    told = pool()
    print(f"Resolve and assemble, CPU milliseconds a page; {machine()}\n")
    print("| pages | mentions | entities | resolve | assemble | both, against the first | peak memory |")
    print("|---|---|---|---|---|---|---|")
    first = 0.0
    for pages in sizes:
        with multiprocessing.get_context("spawn").Pool(1) as process:  # memory of one size is not that of the next
            mentions, entities, resolving, assembling, peak = process.apply(partial(measure, told, pages))
        cost = (resolving + assembling) / pages
        first = first or cost
        milliseconds = [f"{1000 * seconds / pages:.2f}" for seconds in (resolving, assembling)]
        print(
            f"| {pages} | {mentions} | {entities} | {' | '.join(milliseconds)} | {cost / first:.2f}× | {peak} MB |",
            flush=True,
        )


if __name__ == "__main__":
    main()
