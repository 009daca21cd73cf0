"""Article bodies found in saved web pages, beside trafilatura alone in the same run: `python -m bench.clippings`.

The corpus is not part of this project: GREFFIER_CORPORA (or ../shared/corpora) names the folder that holds `articles`
(scrapinghub/article-extraction-benchmark, MIT). The measure is that benchmark's: shingles of four words, each page
counts the same, F1 of the mean precision and the mean recall. `--errors FILE` writes what each page lacks and has too
much.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import trafilatura

from bench.corpora import folder
from greffier.clipping.clip import clip
from greffier.clipping.markup import read_markup
from greffier.contracts import Limits
from greffier.intake.web import encoding_of, visible_text
from greffier.pages.settle import settle
from greffier.records import Leaf, Markup, Source

WORDS = 4
SOURCE = Source("source", "page.html", "", "text/html", 0, "read")
Extract = Callable[[Path], str]


def greffier(page: Path) -> str:
    """The lines labelled body, as `greffier clip` finds them; the same functions, without the sandbox around them."""
    content = page.read_bytes()
    settled, _ = settle(Leaf(1, visible_text(content), 0, 0), SOURCE)
    markup = next(read_markup(page, {"encoding": encoding_of(content)}, Limits()), Markup())
    return "\n".join(clip([settled], "piece", markup).field("article.body").value)


def words_alone(page: Path) -> str:
    """The lines labelled body by their words and places alone, as in a plain capture of the page."""
    settled, _ = settle(Leaf(1, visible_text(page.read_bytes()), 0, 0), SOURCE)
    return "\n".join(clip([settled], "piece").field("article.body").value)


def trafilatura_precise(page: Path) -> str:
    """trafilatura in precision mode."""
    content = page.read_bytes()
    text = content.decode(encoding_of(content), "replace")
    return trafilatura.extract(text, favor_precision=True, include_comments=False) or ""


def trafilatura_default(page: Path) -> str:
    """trafilatura as it comes."""
    content = page.read_bytes()
    return trafilatura.extract(content.decode(encoding_of(content), "replace")) or ""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, counted."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + WORDS]) for i in range(max(1, len(words) - WORDS + 1)) if words)


def score(truth: str, found: str) -> tuple[float, float]:
    """Precision and recall of one page."""
    wanted, got = shingles(truth), shingles(found)
    hits = sum((wanted & got).values())
    if wanted == got:
        return 1.0, 1.0
    return hits / max(1, sum(got.values())), hits / max(1, sum(wanted.values()))


def measure(name: str, extract: Extract, pages: dict[Path, str], errors: list[str] | None) -> None:
    """Print one line of the table."""
    started, scores = time.process_time(), []
    for page, truth in pages.items():
        found = extract(page)
        scores.append(score(truth, found))
        if errors is not None:
            errors += _told(page, truth, found, scores[-1])
    precision = statistics.mean(precision for precision, _ in scores)
    recall = statistics.mean(recall for _, recall in scores)
    took = time.process_time() - started
    f1 = 2 * precision * recall / (precision + recall)
    print(f"| {name} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {took:.1f} |")


def _told(page: Path, truth: str, found: str, scored: tuple[float, float]) -> list[str]:
    """What a page lacks and has too much, line by line."""
    wanted, got = shingles(truth), shingles(found)
    lines = [f"=== {page.name[:12]} precision {scored[0]:.3f} recall {scored[1]:.3f}"]
    lines += [f"+ {line[:200]}" for line in found.split("\n") if line.strip() and not shingles(line) & wanted]
    lines += [f"- {line[:200]}" for line in truth.split("\n") if line.strip() and not shingles(line) & got]
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=Path, help="where to write what each page lacks and has too much")
    told = parser.parse_args()
    corpus = folder("articles")
    truths = json.loads((corpus / "ground-truth.json").read_text(encoding="utf-8"))
    errors: list[str] | None = [] if told.errors else None
    with tempfile.TemporaryDirectory() as unpacked:
        pages = {}
        for packed in sorted((corpus / "html").glob("*.html.gz")):
            page = Path(unpacked) / packed.name.removesuffix(".gz")
            page.write_bytes(gzip.decompress(packed.read_bytes()))
            pages[page] = truths[page.stem]["articleBody"]
        print(f"{len(pages)} pages\n\n| extractor | F1 | precision | recall | CPU s |\n|---|---|---|---|---|")
        measure("greffier", greffier, pages, errors)
        measure("greffier, without the markup", words_alone, pages, None)
        measure("trafilatura, precision mode", trafilatura_precise, pages, None)
        measure("trafilatura, as it comes", trafilatura_default, pages, None)
    if told.errors:
        told.errors.write_text("\n".join(errors or []), encoding="utf-8")


if __name__ == "__main__":
    main()
