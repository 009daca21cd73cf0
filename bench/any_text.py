"""All readers over all corpora as text: none may raise, every span must stand, no page may take long.

python -m bench.any_text [--every N]      every Nth file only

Whatever is not text is read as if it were, which makes good hostile texts.
"""

from __future__ import annotations

import argparse
import gzip
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from greffier.intake.encoding import decode
from greffier.records import Mention, Quote
from greffier.steps import read_text
from greffier.text import clean

PAGE = 60_000  # characters of a file that are read at a time, as long as a page may be
MOST = 20  # such pages of one file
SLOW = 5.0  # CPU seconds of a page


def texts(every: int) -> Iterator[tuple[str, str]]:
    """Stretches of every file of the corpora, with the name of the file and where the stretch begins."""
    root = Path(os.environ.get("GREFFIER_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "corpora"))
    files = sorted(file for file in root.rglob("*") if file.is_file())[::every]
    if not files:
        print(f"Nothing read: there are no corpora in {root}.")
    for file in files:
        untrusted = file.read_bytes()[: MOST * PAGE]
        if file.suffix == ".gz":
            untrusted = gzip.decompress(file.read_bytes())
        text = decode(untrusted)
        for start in range(0, min(len(text), MOST * PAGE), PAGE):
            yield f"{file.relative_to(root)}+{start}", text[start : start + PAGE]


def main() -> None:
    """Print what went wrong, and counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    every = parser.parse_args().every
    counts: Counter[str] = Counter()
    slowest = (0.0, "")
    began = time.process_time()
    for name, text in texts(every):
        at = time.process_time()
        try:
            found = read_text(text)
        except Exception as error:  # noqa: BLE001 - what is looked for is exactly this
            print(f"RAISED {type(error).__name__}: {error} in {name}")
            counts["raised"] += 1
            continue
        spent = time.process_time() - at
        slowest = max(slowest, (spent, name))
        if spent > SLOW:
            print(f"SLOW   {spent:.1f} s: {name}")
        frozen = clean(text)
        spans = [one.span for one in found if isinstance(one, (Mention, Quote))]
        wrong = [span for span in spans if frozen[span.start : span.end] != span.exact]
        counts.update(
            {"stretches": 1, "characters": len(text), "found": len(found), "spans that do not stand": len(wrong)}
        )
    print(dict(counts), f"slowest {slowest[0]:.2f} s ({slowest[1]}), {time.process_time() - began:.0f} CPU seconds")


if __name__ == "__main__":
    main()
