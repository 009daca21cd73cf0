"""Names and direct speech against material nobody here wrote, and how fast our readers of words are.

python -m bench.reading_names [FOLDER]      FOLDER holds the corpora; else GREFFIER_CORPORA, else ../shared/corpora

- people in French press of the 1900s, read by OCR, with a noisy gold standard (Europeana newspapers, CC0): strict F1
- direct speech in French novels (deezer/aads_french, MIT): F1 of spans whose words agree once marks are put aside
- pages of 3,000 characters a second on one core, the readers of names, identifiers, aliases, quotes and events together
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator

from bench.corpora import folder
from greffier.plugins import READERS, load
from greffier.reading.names import Names
from greffier.reading.spoken import find_spoken
from greffier.records import Found, Mention, Page, Piece, digest
from greffier.text import language

Spans = set[tuple[int, int]]

PASSAGE = 600  # tokens of the press read at a time
PAGE = 3000  # characters
MARKS = ' \u00a0\u202f\n\t«»“”"–—,;.-!?…'
TITLES = re.compile(
    r"^(?:(?:M\.|MM\.|Mme|Mlle|Mgr|Dr|Me|le|la|général|capitaine|comte|baron|marquis|prince|duc|abbé|docteur|Monsieur"
    r"|Madame|roi|reine|colonel|commandant) +|l')+"
)
OURS = ("identifiers", "names", "aliases", "quotes", "events")


def main() -> None:
    """Print one line for each measurement."""
    if len(sys.argv) > 1:
        os.environ["GREFFIER_CORPORA"] = sys.argv[1]
    print(f"people, French press by OCR   {line(press())}")
    print(f"direct speech, French novels  {line(novels())}")
    print(f"speed                         {speed():.0f} pages of {PAGE} characters a second, one core")


def line(pairs: Iterator[tuple[Spans, Spans]]) -> str:
    """Precision, recall and F1 over pairs of found and gold spans."""
    right = found = gold = 0
    for seen, told in pairs:
        right, found, gold = right + len(seen & told), found + len(seen), gold + len(told)
    precision, recall = right / found, right / gold
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * right / (found + gold):.3f}  ({gold} spans)"


def press() -> Iterator[tuple[Spans, Spans]]:
    """People found and told, passage by passage; titles are not part of our spans, so the gold's are put aside."""
    reader = Names()
    for text, gold in passages():
        page, piece = page_of(text)
        found = reader.read(piece, [page], ())
        yield {span(one) for one in found if isinstance(one, Mention) and one.kind == "person"}, gold


def passages() -> Iterator[tuple[str, Spans]]:
    """The press cut into passages, and where its people stand."""
    file = folder("ner-fr-press-ocr") / "enp_FR.bnf.bio"
    rows = [row.rsplit(" ", 1) for row in file.read_text(encoding="utf-8", errors="replace").splitlines()]
    tokens = [(row[0].strip(), row[1]) for row in rows if len(row) == 2 and row[0].strip()]
    for start in range(0, len(tokens), PASSAGE):
        yield passage(tokens[start : start + PASSAGE])


def passage(tokens: list[tuple[str, str]]) -> tuple[str, Spans]:
    """Tokens put together as a page would write them, and where its people stand."""
    text, spans, inside = "", [], False
    for word, label in tokens:
        joined = word in ",.;:!?)»" or text.endswith(("'", "’", "("))
        text += ("" if joined or not text else " ") + word
        if label == "I-PER":
            start = spans.pop()[0] if inside else len(text) - len(word)
            spans.append((start, len(text)))
        inside = label == "I-PER"
    return text, {(start + title_length(text[start:end]), end) for start, end in spans}


def title_length(name: str) -> int:
    title = TITLES.match(name)
    return title.end() if title and title.end() < len(name) else 0


def novels() -> Iterator[tuple[Spans, Spans]]:
    """Direct speech found and told, text by text."""
    file = folder("direct-speech-fr") / "train.json"
    for told in json.loads(file.read_text(encoding="utf-8")).values():
        text = told["text"]
        bare = bare_of(text)
        found = {bare(one.start, one.end) for one in find_spoken(text)}
        gold = {bare(start, end) for start, end, *_ in told["labels"]}
        yield {one for one in found if one[0] < one[1]}, {one for one in gold if one[0] < one[1]}


def bare_of(text: str) -> Callable[[int, int], tuple[int, int]]:
    """Return what cuts marks and blanks from the ends of a span of this text."""

    def bare(start: int, end: int) -> tuple[int, int]:
        while start < end and text[start] in MARKS:
            start += 1
        while end > start and text[end - 1] in MARKS:
            end -= 1
        return start, end

    return bare


def speed() -> float:
    """Pages a second, over the novels cut into pages; the readers before ours read too, but are not counted."""
    file = folder("direct-speech-fr") / "train.json"
    text = "\n".join(told["text"] for told in json.loads(file.read_text(encoding="utf-8")).values())[: PAGE * 120]
    pages = [page_of(text[start : start + PAGE]) for start in range(0, len(text), PAGE)]
    readers = [load(READERS, name)() for name in READERS]
    spent = 0.0
    for number, (page, piece) in enumerate(pages):
        found: list[Found] = []
        for reader in readers:
            began = time.process_time()
            found.extend(reader.read(piece, [page], tuple(found)))
            if reader.name in OURS and number >= 20:  # the first pages load the lexicons
                spent += time.process_time() - began
    return (len(pages) - 20) / spent


def page_of(text: str) -> tuple[Page, Piece]:
    page = Page(digest(text), "bench", 1, None, "born_digital", "A", language(text), text, "", 595, 842)
    return page, Piece(digest(page.id), "bench", "press", None, None, (page.id,), language=page.language)


def span(one: Mention) -> tuple[int, int]:
    return one.span.start, one.span.end


if __name__ == "__main__":
    main()
