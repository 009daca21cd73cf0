"""How well `resolving.compare` tells one name from two, on pairs that nobody here wrote (OpenSanctions, MIT).

    python -m bench.names [--errors]

The pairs are in `names/cases.csv` under $GREFFIER_CORPORA, or ../shared/corpora; they stay there.
"""

from __future__ import annotations

import csv
import os
import sys
import time
from pathlib import Path

from greffier.records import MentionKind
from greffier.resolving.compare import compare

PEER = 0.89  # F1 of OpenSanctions' own rules (logic-v2) on this part


def corpora() -> Path:
    """Return the folder of corpora."""
    return Path(os.environ.get("GREFFIER_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "corpora"))


def main() -> int:
    file = corpora() / "names" / "cases.csv"
    if not file.exists():
        print(f"No pairs at {file}: set GREFFIER_CORPORA.", file=sys.stderr)
        return 2
    with file.open(encoding="utf-8", newline="") as stream:
        pairs = list(csv.DictReader(stream))
    counts = {"hit": 0, "false": 0, "missed": 0, "refused": 0}
    begun = time.perf_counter()
    for pair in pairs:
        kind: MentionKind = "person" if pair["schema"] == "Person" else "organisation"
        score, reasons = compare(pair["name1"], pair["name2"], kind)
        said, true = score > 0, pair["is_match"] == "true"
        outcome = ("hit" if true else "false") if said else ("missed" if true else "refused")
        counts[outcome] += 1
        if outcome in ("false", "missed") and "--errors" in sys.argv:
            print(f"{outcome:7} {score:5.1f} {pair['name1']} | {pair['name2']} | {'; '.join(reasons)}")
    seconds = time.perf_counter() - begun
    precision = counts["hit"] / (counts["hit"] + counts["false"])
    recall = counts["hit"] / (counts["hit"] + counts["missed"])
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{len(pairs)} pairs  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  (logic-v2: {PEER})  {seconds:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
