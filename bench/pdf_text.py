"""What looking for hidden and false text costs: pages of a PDF opened in three ways, in turn, on the same files.

raw: PDFium's text of a page as one string, as pypdfium2 gives it; words: words with exact offsets and boxes; whole:
what `add` does, with reading order, hidden text, doubts, notes. CPU seconds of this process, the sandbox left out.

    python -m bench.pdf_text [PAGES] [FILE…]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench import measure, synthetic
from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.pdf import Pdf
from greffier.intake.pdf_text import assembled, read_page

ROUNDS = 7


def raw(file: Path) -> int:
    """Every page as one string."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            textpage = page.get_textpage()
            textpage.get_text_range()
            textpage.close()
            page.close()
        return len(document)


def words(file: Path) -> int:
    """Every page as words with offsets and boxes."""
    with pypdfium2.PdfDocument(file) as document:
        for page in document:
            assembled(read_page(page))
            page.close()
        return len(document)


def whole(file: Path) -> int:
    """Every page as it is taken in."""
    try:
        return sum(1 for _ in Pdf().open(file, file.name, Limits()))
    except (SourceBroken, SourceRefused):
        return 0


WAYS: tuple[Callable[[Path], int], ...] = (raw, words, whole)


def shaded(path: Path, pages: int) -> None:
    """Pages as offices make them: every second line on a coloured ground, so that each page has to be drawn."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    source = random.Random(2)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        for line in range(45):
            if line % 2:
                canvas.setFillGray(0.9)
                canvas.rect(60, 776 - 16 * line, 480, 15, fill=1, stroke=0)
                canvas.setFillGray(0)
            canvas.drawString(64, 780 - 16 * line, synthetic.sentence(source, english=True)[:90])
        canvas.showPage()
    canvas.save()


def measured(file: Path) -> None:
    """Print one line: milliseconds a page of each way, the median of the rounds, and their ratios in one round."""
    pages = whole(file)
    taken: dict[str, list[float]] = {way.__name__: [] for way in WAYS}
    for _ in range(ROUNDS):
        for way in WAYS:
            began = time.process_time()
            way(file)
            taken[way.__name__].append(1000 * (time.process_time() - began) / max(1, pages))
    each = "  ".join(f"{name} {median(times):6.2f}" for name, times in taken.items())
    over = median(last / first for first, last in zip(taken["words"], taken["whole"], strict=True))
    rough = median(last / first for first, last in zip(taken["raw"], taken["whole"], strict=True))
    rate = 1000 / median(taken["whole"])
    print(
        f"{file.name:28} {pages:5} pages  {each}  ms  whole/words {over:.2f}  whole/raw {rough:.2f}  {rate:.0f} pages/s"
    )


def main(pages: int, files: list[Path]) -> None:
    """Measure synthetic files and those named."""
    with tempfile.TemporaryDirectory() as folder:
        plain, grounds = Path(folder) / "plain.pdf", Path(folder) / "shaded.pdf"
        synthetic.case_file(plain, 1, pages, 1)
        shaded(grounds, pages)
        for file in (plain, grounds, *files):
            measured(file)
    print(measure.machine())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100, [Path(name) for name in sys.argv[2:]])
