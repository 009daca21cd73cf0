"""Near-duplicate pages: what is found of records released twice, and how time and memory grow with the pages.

python -m bench.likeness              records of archive-en; two texts of one record number are a pair
python -m bench.likeness PAGES        invented pages, one in twenty a misread copy of an earlier one
"""

from __future__ import annotations

import random
import resource
import sys
import time
from pathlib import Path

from bench.corpora import folder
from greffier.assembling.likeness import likenesses
from greffier.pages.pieces import divide
from greffier.pages.settle import settle
from greffier.records import Dossier, Leaf, Likeness, Page, Piece, Source, digest
from greffier.writing.file_rows import repeated

SHORTEST = 200  # letters of a text that is worth a comparison
SYLLABLES = [f"{first}{vowel}{last}" for first in "bdfglmnprstv" for vowel in "aeiou" for last in "nrst"]
WORDS = 380  # of an invented page
COPIED, MISREAD = 0.05, 0.02  # of the pages; of the letters of a copy


def source(path: str) -> Source:
    """A text file of this path."""
    return Source(digest(path), path, digest(path), "text/plain", 1, "read", pages=1)


def laid(texts: dict[str, str]) -> Dossier:
    """One file of one page for each text."""
    sources = [source(path) for path in texts]
    pages: list[Page] = []
    pieces: list[Piece] = []
    for one in sources:
        page, _ = settle(Leaf(1, texts[one.path], 0, 0), one)
        pages.append(page)
        pieces += divide(one, [page])
    return Dossier(tuple(sources), tuple(pages), tuple(pieces))


def timed(dossier: Dossier) -> list[Likeness]:
    """The likenesses, after a line that says what they cost."""
    began = time.process_time()
    found = likenesses(dossier)
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(dossier.pages)} pages, {len(found)} likenesses, {spent:.1f} CPU seconds, peak {peak} MB")
    return found


def releases() -> None:
    """Texts of one record number are pairs; whatever else is found counts as wrong, though many records are copies."""
    files = sorted(folder("archive-en").glob("*/*.md"))
    texts = {f"{file.parent.name}/{file.name}": file.read_text("utf-8", "replace") for file in files}
    dossier = laid({path: text for path, text in texts.items() if sum(map(str.isalnum, text)) >= SHORTEST})
    paths = {page.id: one.path for page, one in zip(dossier.pages, dossier.sources, strict=True)}
    found = timed(dossier)
    told = {paths[page]: paths[other] for page, other in repeated(found).items()}
    seen: dict[str, list[str]] = {}
    due = 0
    for path in sorted(paths.values()):
        due += Path(path).name in seen
        seen.setdefault(Path(path).name, []).append(path)
    right = sum(Path(page).name == Path(other).name for page, other in told.items())
    print(f"texts with an earlier release {due}; near_duplicate_of set {len(told)}, to the same record {right}")
    print(f"recall {right / due:.3f}; precision by record number {right / len(told):.3f}")
    kinds = sorted((one.kind, Path(paths[one.page]).name == Path(paths[one.other]).name) for one in found)
    for kind, same in sorted(set(kinds)):
        print(f"  {kind:8} {'same record' if same else 'another record'} {kinds.count((kind, same))}")
    for page, other in sorted(told.items()):
        if Path(page).name != Path(other).name:
            print(f"  another record: {page} = {other}")


def invented(count: int) -> None:
    """Pages of invented words; copies are misread as an engine misreads."""
    drawn = random.Random(7)
    words = ["".join(drawn.choices(SYLLABLES, k=drawn.randint(1, 3))) for _ in range(20_000)]
    texts: list[str] = []
    copies = 0
    for _ in range(count):
        if texts and drawn.random() < COPIED:
            original, copies = drawn.choice(texts), copies + 1
            texts.append("".join(drawn.choice("aeio") if drawn.random() < MISREAD else char for char in original))
        else:
            texts.append(" ".join(drawn.choices(words, k=WORDS)))
    pages = tuple(
        Page(digest("page", number), "s", number, None, "ocr", "A", "fr", text, "", 1, 1)
        for number, text in enumerate(texts, 1)
    )
    found = timed(Dossier((source("s"),), pages))
    print(f"{copies} copies planted, {len({one.page for one in found})} pages found to repeat another")


if __name__ == "__main__":
    invented(int(sys.argv[1])) if len(sys.argv) > 1 else releases()
