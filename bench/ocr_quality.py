"""Character error of the OCR: on typewritten pages with ALTO ground truth, and on clean synthetic pages.

    python -m bench.ocr_quality            the corpus ocr-typescript-fr (GREFFIER_CORPORA), beside Tesseract's CLI
    python -m bench.ocr_quality --clean    clean French pages at 200 dpi, made here; needs no corpus

Character error is Levenshtein distance over the length of the truth, blanks made one, over all pages together.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from rapidfuzz.distance import Levenshtein

from bench.corpora import folder
from bench.synthetic import clean_pages
from greffier.contracts import Limits
from greffier.pages.recognise import recognise
from greffier.pages.settle import settle
from greffier.records import Leaf, Source

ALTO = {"a": "http://www.loc.gov/standards/alto/ns-v4#"}
SOURCE = Source("bench", "bench", "0" * 64, "application/pdf", 0)


def main() -> None:
    """Print one line for each page and one for all."""
    pages = list(clean_pages(Path(tempfile.mkdtemp()))) if "--clean" in sys.argv else list(typescripts())
    ours = [(truth, *_timed(path, media_type, number)) for path, media_type, number, truth in pages]
    print(f"{'page':28} {'error':>7} {'confidence':>10} grade")
    for (path, _, number, truth), (_, leaf, _) in zip(pages, ours, strict=True):
        page, _ = settle(leaf, SOURCE)
        error = _distance(leaf.text, truth) / len(_plain(truth))
        print(f"{path.name + ' ' + str(number):28} {error:7.4f} {page.confidence or 0:10.3f} {page.grade}")
    _total("greffier (tesserocr, fra+eng)", [(truth, leaf.text, seconds) for truth, leaf, seconds in ours])
    if "--clean" not in sys.argv and shutil.which("tesseract"):
        _total("tesseract CLI, fra", [(truth, *_by_cli(path)) for path, _, _, truth in pages])
    print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def typescripts() -> Iterator[tuple[Path, str, int, str]]:
    """The typewritten pages with their truth; words in handwriting and the marks of the editors are left out."""
    for image in sorted(folder("ocr-typescript-fr").glob("*.jpg")):
        lines = etree.parse(str(image.with_suffix(".xml"))).iterfind(".//a:TextLine", ALTO)
        truth = "\n".join(" ".join(word.get("CONTENT") for word in line.iterfind("a:String", ALTO)) for line in lines)
        yield image, "image/jpeg", 1, re.sub(r"~~~|[_^]", "", truth)


def _timed(path: Path, media_type: str, number: int) -> tuple[Leaf, float]:
    arguments = {"media_type": media_type, "numbers": [number], "engine": "tesseract", "languages": "fra+eng"}
    started = time.process_time()
    (leaf,) = recognise(path, arguments, Limits())
    return leaf, time.process_time() - started


def _by_cli(path: Path) -> tuple[str, float]:
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = subprocess.run(
        ["tesseract", path, "-", "-l", "fra"], capture_output=True, text=True, env=environment, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _total(name: str, results: list[tuple[str, str, float]]) -> None:
    errors = sum(_distance(text, truth) for truth, text, _ in results)
    letters = sum(len(_plain(truth)) for truth, _, _ in results)
    seconds = sum(seconds for *_, seconds in results) / len(results)
    print(f"{name}: {len(results)} pages, character error {errors / letters:.4f}, {seconds:.2f} CPU seconds a page")


def _distance(text: str, truth: str) -> int:
    return Levenshtein.distance(_plain(text), _plain(truth))


def _plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    main()
