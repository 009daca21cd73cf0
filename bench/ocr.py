"""Speed of the OCR inside the line: scanned pages, folder to searchable, sandbox included.

python -m bench.ocr [PAGES] [JOBS]      40 pages, one process for each core unless told otherwise
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from bench.measure import add, machine
from bench.synthetic import case_file

DPI = 200
PER_FILE = 10


def main() -> None:
    """Make the scans, add them, print the table."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as folder:
        for number in range(pages // PER_FILE):
            born = Path(made) / f"{number}.pdf"
            case_file(born, number, PER_FILE, number * PER_FILE + 1)
            _scan(born, Path(folder) / f"scan-{number:02d}.pdf")
        measured = add(Path(folder), jobs)
    print(f"{measured.pages} scanned pages of A4 at {DPI} dpi; {machine()}")
    print(measured.row("recognised", "recognise"))
    print(measured.row("searchable", "index"))
    print(measured.costs())


def _scan(born: Path, scanned: Path) -> None:
    """The pages as black-and-white pictures, each a little askew."""
    askew = random.Random(born.name)
    pictures = [
        page.render(scale=DPI / 72, grayscale=True)
        .to_pil()
        .convert("L")
        .rotate(askew.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor=255)
        .point(lambda value: 255 if value > 150 else 0)
        .convert("1")
        for page in pypdfium2.PdfDocument(born)
    ]
    pictures[0].save(scanned, save_all=True, append_images=pictures[1:], resolution=DPI)


if __name__ == "__main__":
    main()
