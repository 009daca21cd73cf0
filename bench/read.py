"""How fast the readers read: pages a second of one core, each reader's part, memory, beside other libraries.

python -m bench.read [--profile]      a page is 3,000 characters

Read are our annotated pages, laid end to end in each language, and the report of the corpora where it is there. CPU
seconds count; peers read every fourth page, with what they load late loaded before (HeidelTime's are of the wall: its
tagger is another process).
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import resource
import time
from collections import Counter
from pathlib import Path

from bench.peer_answers import run
from greffier.reading.read import load_readers, read_piece
from greffier.records import Found, Page, Piece
from greffier.text import language
from tests.one_page import one_page
from tests.quality.annotated import annotated

PAGE = 3000  # characters
PEERS = ("heideltime", "dateparser", "quantulum3", "presidio-analyzer", "spacy")


def pages() -> list[tuple[Piece, Page]]:
    """The pages to read, each a piece of its own."""
    own = [page for half in ("seen", "held_out") for page in annotated(half)]
    texts = ["\n\n".join(page.text for page in own if page.head["language"] == tongue) for tongue in ("fr", "en")]
    root = Path(os.environ.get("GREFFIER_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "corpora"))
    report = root / "report-en" / "mueller_report.csv"
    if report.exists():
        texts.append(report.read_text(encoding="utf-8", errors="replace")[: 60 * PAGE])
    cut = [text[start : start + PAGE] for text in texts for start in range(0, len(text), PAGE)]
    return [one_page(text, language(text)) for text in cut]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    options = parser.parse_args()
    given = pages()
    readers = load_readers()
    for piece, page in given[:20]:  # lexicons and patterns are loaded with the first pages
        read_piece(piece, [page], readers)
    if options.profile:
        profile(given)
        return
    spent: Counter[str] = Counter()
    found_by: Counter[str] = Counter()
    for piece, page in given:
        found: list[Found] = []
        for reader in readers:
            began = time.process_time()
            here = list(reader.read(piece, [page], tuple(found)))
            spent[reader.name] += time.process_time() - began
            found_by[reader.name] += len(here)
            found.extend(here)
    whole = sum(spent.values())
    print(f"{len(given)} pages of {PAGE} characters, load {os.getloadavg()[0]:.1f}")
    print(
        f"{'all readers':18} {len(given) / whole:8.1f} pages/s of one core {1000 * whole / len(given):7.2f} ms a page"
    )
    for name, seconds in spent.items():
        each = 1000 * seconds / len(given)
        print(f"{name:18} {len(given) / seconds:8.1f} pages/s {each:22.2f} ms a page  {found_by[name]} found")
    print(f"peak memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    beside(given[::4], len(given) / whole)


def beside(given: list[tuple[Piece, Page]], ours: float) -> None:
    """Peers on some of the pages, each by itself, and how many times their rate all our readers together have."""
    texts = [(page.text, page.language or "en", "2023-03-20") for _, page in given]
    for peer in PEERS:
        answer = run(os.environ.get("GREFFIER_PEERS", "python3"), peer, texts)
        if isinstance(answer, str):
            print(f"  not beside us: {answer}")
            continue
        rate = len(texts) / answer["seconds"]
        print(f"{answer['name']:26} {rate:8.2f} pages/s; all our readers together have {ours / rate:.1f} times that")


def profile(given: list[tuple[Piece, Page]]) -> None:
    readers = load_readers()
    watch = cProfile.Profile()
    watch.enable()
    for piece, page in given:
        read_piece(piece, [page], readers)
    watch.disable()
    pstats.Stats(watch).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
