"""The whole line on born-digital pages: folder to searchable, read and assembled.

python -m bench.line [PAGES]      3,000 pages in PDFs of 50 unless told otherwise
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.measure import add, machine
from bench.synthetic import case_file

PER_FILE = 50


def main() -> None:
    """Make the pages, add them, print the table."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    with tempfile.TemporaryDirectory() as folder:
        for number in range(pages // PER_FILE):
            case_file(Path(folder) / f"bundle-{number:03d}.pdf", number, PER_FILE, number * PER_FILE + 1)
        measured = add(Path(folder))
    print(f"{measured.pages} born-digital pages in {pages // PER_FILE} PDFs; {machine()}")
    print(measured.row("searchable", "index"))
    for step in ("open", "divide", "read", "resolve", "assemble"):
        print(measured.row(f"  {step}", step))
    print(measured.row("assembled", "done"))
    print(measured.costs())


if __name__ == "__main__":
    main()
