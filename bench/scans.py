"""The same scans through Greffier and through OCRmyPDF, in one run: pages a second, CPU, memory, error, numbers.

    python -m bench.scans [--each N] [--kinds NAME,NAME] [OCRMYPDF]

Eighteen kinds of scan (`sheets.py`), N pages of each (2 unless told otherwise), one PDF for each kind. OCRMYPDF is the
path of its command; without it Greffier is measured alone. It runs twice: as it is, and told to turn and straighten
pages, which Greffier does unasked. Both read `fra+eng` with one process for each core. Character error is Levenshtein
distance over the length of the truth, blanks made one; a number is right when the same number stands in the text.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from rapidfuzz.distance import Levenshtein

from bench import sheets
from bench.measure import Cost, machine, watch

NUMBER = re.compile(r"(?:\+|[A-Z]{2}[-/])?\d+(?:[.,:/]\d+)*(?:-[A-Z]{2})?")
PLAIN, STRAIGHTENED = (), ("--rotate-pages", "--deskew")


@dataclass
class Score:
    """What was read of some pages: edits, characters, numbers right, numbers in all."""

    edits: int = 0
    letters: int = 0
    right: int = 0
    numbers: int = 0

    def add(self, text: str, truth: str) -> None:
        """Count one page."""
        read, wanted = " ".join(text.split()), " ".join(truth.split())
        told, there = Counter(NUMBER.findall(read)), Counter(NUMBER.findall(wanted))
        self.edits += Levenshtein.distance(read, wanted)
        self.letters += len(wanted)
        self.right += sum((told & there).values())
        self.numbers += sum(there.values())

    def row(self) -> str:
        """Character error and share of numbers."""
        return f"{self.edits / self.letters:.4f}  {self.right / self.numbers:.4f} ({self.right}/{self.numbers})"


def main() -> None:
    """Make the scans, read them with each program, print both tables."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--each", type=int, default=2)
    asked.add_argument("--kinds", default=",".join(sheets.KINDS))
    asked.add_argument("ocrmypdf", nargs="?")
    told = asked.parse_args()
    kinds = told.kinds.split(",")
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "scans"
        truths = _make(folder, kinds, told.each)
        runs = {"greffier": _greffier(folder, Path(made))}
        if told.ocrmypdf is None or shutil.which(told.ocrmypdf) is None:
            print("OCRmyPDF was not measured: give the path of its command.")
        else:
            runs["ocrmypdf"] = _ocrmypdf(told.ocrmypdf, PLAIN, folder, Path(made) / "plain")
            runs["ocrmypdf straightened"] = _ocrmypdf(told.ocrmypdf, STRAIGHTENED, folder, Path(made) / "straight")
        _tell(runs, truths)


def _make(folder: Path, kinds: list[str], each: int) -> dict[str, list[str]]:
    """Write one PDF for each kind; return the truths of its pages."""
    folder.mkdir()
    truths: dict[str, list[str]] = defaultdict(list)
    for kind in kinds:
        made = [sheets.scan(kind, number) for number in range(each)]
        first, *others = [_paper(scan.image) for scan in made]
        first.save(folder / f"{_name(kind)}.pdf", save_all=True, append_images=others, resolution=made[0].dpi)
        truths[kind] = [scan.truth for scan in made]
    return truths


def _paper(image: Image.Image) -> Image.Image:
    return image if image.mode in ("1", "L", "RGB") else image.convert("RGB")


def _name(kind: str) -> str:
    return re.sub(r"\W+", "-", kind)


Run = tuple[Cost, dict[str, list[str]]]


def _greffier(folder: Path, beside: Path) -> Run:
    """A new case: the whole line, from folder to searchable and assembled."""
    case, out = beside / "case", beside / "out"
    command = [sys.executable, "-m", "greffier", "-C", str(case)]
    subprocess.run([*command[:3], "init", str(case)], check=True, stdout=subprocess.DEVNULL)
    _, cost = watch([*command, "add", str(folder)])
    subprocess.run([*command, "export", "--kind", "pages", "--out", str(out)], check=True, stdout=subprocess.DEVNULL)
    texts: dict[str, list[str]] = defaultdict(list)
    rows = [json.loads(line) for line in (out / "pages.jsonl").read_text("utf-8").splitlines()]
    for row in sorted(rows, key=lambda row: (row["source"], row["page"])):
        texts[Path(row["source"]).stem].append(row["text"])
    return cost, texts


def _ocrmypdf(command: str, flags: tuple[str, ...], folder: Path, out: Path) -> Run:
    """One PDF after another; text from its sidecars. Times add up, memory is the highest."""
    out.mkdir()
    total, texts = Cost(), {}
    for pdf in sorted(folder.glob("*.pdf")):
        sidecar = out / f"{pdf.stem}.txt"
        options = ["--quiet", "-l", "fra+eng", "--jobs", str(len(os.sched_getaffinity(0))), "--output-type", "pdf"]
        _, one = watch([command, *options, *flags, "--sidecar", str(sidecar), str(pdf), str(out / pdf.name)])
        total.cpu, total.pss = total.cpu + one.cpu, max(total.pss, one.pss)
        total.seconds += one.seconds
        texts[pdf.stem] = sidecar.read_text("utf-8").split("\f")
    return total, texts


def _tell(runs: dict[str, Run], truths: dict[str, list[str]]) -> None:
    pages = sum(map(len, truths.values()))
    scores = {(name, kind): Score() for name in runs for kind in (*truths, "all")}
    for name, (_, texts) in runs.items():
        for kind, told in truths.items():
            for text, truth in zip(texts[_name(kind)], told, strict=False):
                scores[name, kind].add(text, truth)
                scores[name, "all"].add(text, truth)
    print(f"{pages} pages; {machine()}")
    for name, (cost, _) in runs.items():
        print(
            f"{name:22} {pages / cost.seconds:5.2f} pages/s  {cost.cpu / pages:5.2f} CPU s a page  "
            f"{cost.pss:5} MB  {scores[name, 'all'].row()}"
        )
    for kind in truths:
        print(f"{kind:16}", "   ".join(scores[name, kind].row() for name in runs))
    ours = runs["greffier"][0].seconds
    for name, (cost, _) in list(runs.items())[1:]:
        print(f"greffier is {cost.seconds / ours:.2f} times as fast as {name}")


if __name__ == "__main__":
    main()
