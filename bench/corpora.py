"""Where the corpora lie that measurements use: material that is not part of this repository."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def folder(name: str) -> Path:
    """Return the folder of a corpus, or leave with a line that says where it was looked for."""
    root = Path(os.environ.get("GREFFIER_CORPORA", Path(__file__).resolve().parents[2] / "shared" / "corpora"))
    if not (root / name).is_dir():
        sys.exit(f"Nothing measured: there is no {name} in {root}. Set GREFFIER_CORPORA to the folder of the corpora.")
    return root / name
