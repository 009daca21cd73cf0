"""Where documents begin in a long scan and what they are: invented bundles with their truth, and the demonstration.

python -m bench.pieces [--misread SHARE]     boundary F1 and kinds, developing and held-out half of bundles.yaml
python -m bench.pieces --case CASE           the demonstration case, added before, against its truth
python -m bench.pieces --covers              cover sheets of archive-en: the reference against the name of the file
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

import greffier
from bench.corpora import folder
from bench.synthetic import ENGLISH, ENGLISH_MONTHS, FIRST_NAMES, FRENCH, MONTHS, SURNAMES, TOWNS
from greffier.pages.pieces import divide
from greffier.pages.settle import settle
from greffier.records import Leaf, Page, Piece, Source

HERE = Path(__file__).resolve().parent
BUNDLES, DOCUMENTS = 60, 9  # files of so many documents
QUESTIONS = {
    "fr": ("Q : Où étiez-vous ce soir-là ?\nR : Chez ma sœur, à {town}.", "Q : Connaissez-vous {other} ?\nR : De vue."),
    "en": ("Q. Where were you?\nA. At {town}, with {other}.", "Q. Who told you that?\nA. Nobody did."),
}
TURNS = {
    "fr": ("{last} : T'as vu {other} ?", "X : Non, il passe demain.", "{last} : Dis-lui {hour} heures."),
    "en": ("{last}: Is he there yet?", "UNKNOWN: Give it an hour.", "{last}: Tell {other} to wait at {town}."),
}
LAW = {
    "fr": ("Vu les articles 100 et suivants du code de procédure pénale ;", "Attendu que les nécessités l'exigent ;"),
    "en": ("AND UPON reading the evidence filed;", "The occupier shall give access to {town} premises within 7 days."),
}
ANALYSIS = {
    "fr": ("L'échantillon {seal} contient {tenth},{count} % de principe actif.", "La méthode est décrite en annexe."),
    "en": ("Sample {seal}-{count} was found to contain {tenth}.{count} per cent.", "The method is in section 3."),
}
LETTER = {
    "fr": ("Je fais suite à votre appel de {month} et vous confirme ma venue à {town}.", "Merci de prévenir {other}."),
    "en": ("Thank you for your call about {town}.", "Please let {other} know that the papers are ready."),
}
LISTED = {
    "fr": "{count}   carton de mangues, palette {seal}{count:02d}",
    "en": "{count}   black holdall, tag {seal}{count}",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is bound: its pages, and what it is."""

    kind: str
    texts: tuple[str, ...]


def facts(drawn: random.Random) -> dict[str, Any]:
    """Names, dates and numbers that templates are filled with."""
    name, other = (f"{drawn.choice(FIRST_NAMES)} {drawn.choice(SURNAMES)}" for _ in range(2))
    town, year, month = drawn.choice(TOWNS), drawn.randint(2015, 2024), drawn.randrange(12)
    day = drawn.randint(1, 28)
    phone = f"06 39 98 {drawn.randint(10, 99)} {drawn.randint(10, 99)}"
    return {
        "name": name, "name2": other, "NAME": name.split()[1], "NAME2": other.split()[1], "first": name.split()[0],
        "last": name.split()[1], "other": other, "town": town, "TOWN": town.upper(), "phone": phone, "year": year,
        "month": MONTHS[month], "emonth": ENGLISH_MONTHS[month], "day": day, "day2": day % 28 + 1,
        "date": f"{day:02d}/{month + 1:02d}/{year}", "date2": f"{day:02d}/{month % 12 + 1:02d}/{year + 1}",
        "daymonth": f"{day} {MONTHS[month]}", "time": f"{drawn.randint(6, 20)} h {drawn.randint(10, 59)}",
        "ref": f"{year}/{drawn.randint(100, 999)}/{drawn.randint(1, 99):02d}", "number": drawn.randint(1000, 99999),
        "rank": drawn.choice(["capitaine", "major", "brigadier", "sergeant"]), "mail": f"{town.lower()}@boite.example",
        "hour": drawn.randint(6, 22), "minute": drawn.randrange(60), "short": drawn.randint(55, 99),
        "a": drawn.randint(10, 99), "b": drawn.randint(10, 99), "count": drawn.randint(2, 60),
        "kilos": drawn.randint(3, 300), "tenth": drawn.randint(1, 9), "euros": drawn.randint(2, 60),
        "seal": drawn.choice("KLMNP"), "plate": f"{drawn.choice('GHJ')}K-{drawn.randint(100, 999)}-RT",
    }  # fmt: skip


def body(kind: str, language: str, drawn: random.Random) -> Iterator[str]:
    """Lines of what a page is made of."""
    pools = {
        "prose": FRENCH if language == "fr" else ENGLISH, "questions": QUESTIONS[language], "calls": TURNS[language],
        "law": LAW[language], "analysis": ANALYSIS[language], "letter": LETTER[language], "list": (LISTED[language],),
        "callrows": ("{phone} ; 06 39 98 {a} {b} ; {date} ; {hour}:{minute:02d} ; {count} ; {number}",),
        "bankrows": ("{date}   VIR {other}   {euros},00   {kilos},{tenth}0",),
    }  # fmt: skip
    for _ in range(drawn.randint(8, 16)):
        yield drawn.choice(pools[kind]).format(**facts(drawn))


def document(template: dict[str, Any], drawn: random.Random) -> Document:
    """One document of this template."""
    told = facts(drawn)
    count = drawn.randint(*template["pages"])
    counted = drawn.choice(["", "", "page {page}/{of}", "{page}/{of}", "- {page} -"])
    texts = []
    for page in range(1, count + 1):
        lines = template["head"] if page == 1 else template["later"]
        lines = [*lines, "", *body(template["body"], template["language"], drawn)]
        lines += ["", *template["foot"]] if page == count else []
        filled = [line.replace("{page}", str(page)) for line in lines] + [counted.format(page=page, of=count)]
        texts.append("\n".join(_filled(line, told) for line in filled).strip())
    return Document(template["kind"], tuple(texts))


def _filled(line: str, told: dict[str, Any]) -> str:
    for name in ("name2", "NAME2", "name", "NAME", "town", "TOWN", "date2", "date", "daymonth", "time", "ref", "number",
                 "rank", "phone", "mail"):  # fmt: skip
        line = line.replace(f"{{{name}}}", str(told[name]))
    return line


def bundles(templates: Sequence[dict[str, Any]], seed: int, misread: float) -> Iterator[list[Document]]:
    """Files of documents bound one after the other."""
    drawn = random.Random(seed)
    for _ in range(BUNDLES):
        bound = [document(drawn.choice(templates), drawn) for _ in range(DOCUMENTS)]
        yield [Document(one.kind, tuple(_misread(text, misread, drawn) for text in one.texts)) for one in bound]


def _misread(text: str, share: float, drawn: random.Random) -> str:
    return "".join(drawn.choice("aeil1rn ") if char.isalnum() and drawn.random() < share else char for char in text)


def measure(templates: Sequence[dict[str, Any]], seed: int, misread: float, show: int) -> None:
    """Print boundary precision, recall, F1, and how many documents have their kind."""
    found_at = due_at = both = right = total = 0
    mistaken: Counter[str] = Counter()
    for number, documents in enumerate(bundles(templates, seed, misread)):
        source = Source(f"b{number}", f"bundle {number}.pdf", "a" * 64, "application/pdf", 1, "read")
        texts = [text for one in documents for text in one.texts]
        pages = [settle(Leaf(at, text, 595, 842), source)[0] for at, text in enumerate(texts, 1)]
        pieces = divide(source, pages)
        starts, found = _starts(documents), {_number(piece.pages[0], pages) for piece in pieces}
        due_at, found_at, both = (
            due_at + len(starts) - 1,
            found_at + len(found) - 1,
            both + len(found & set(starts)) - 1,
        )
        kinds = {id: piece.kind for piece in pieces for id in piece.pages}
        for start, one in zip(starts, documents, strict=True):
            total, told = total + 1, kinds[pages[start - 1].id]
            right += told == one.kind
            first = " | ".join(line for line in one.texts[0].split("\n") if line)[:90]
            if told != one.kind:
                mistaken[f"{one.kind} taken for {told}: {first[:50]}"] += 1
            if start not in found:
                mistaken[f"missed start: {first[:50]}"] += 1
        for extra in found - set(starts):
            mistaken[f"false start: {texts[extra - 1][:60]!r}"] += 1
    precision, recall = both / max(1, found_at), both / due_at
    f1 = 2 * precision * recall / (precision + recall)
    print(f"  boundaries: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    print(f"  kinds: {right}/{total} = {right / total:.3f}")
    for told, times in mistaken.most_common(show):
        print(f"    {times:3} {told}")


def _starts(documents: Sequence[Document]) -> list[int]:
    starts, at = [], 1
    for one in documents:
        starts.append(at)
        at += len(one.texts)
    return starts


def _number(id: str, pages: Sequence[Page]) -> int:
    return next(page.number for page in pages if page.id == id)


def demonstration(folder: str) -> None:
    """The demonstration: one document a file, its kind and reference in the truth."""
    truth = json.loads((HERE.parent / "greffier" / "cavendish" / "truth.json").read_text("utf-8"))
    due = {one["path"]: one for one in truth["documents"] if one["status"] == "read"}
    with greffier.open_case(folder) as case:
        paths = {source.id: source.path for source in case.all(Source)}
        pieces: dict[str, list[Piece]] = {}
        for piece in case.all(Piece):
            pieces.setdefault(paths[piece.source].removeprefix("files/"), []).append(piece)
    known = {path: one for path, one in due.items() if path in pieces}
    whole = sum(len(pieces[path]) == 1 for path in known)
    kinds = sum(pieces[path][0].kind == one["kind"] for path, one in known.items())
    named = [path for path, one in known.items() if one["reference"]]
    references = sum(pieces[path][0].reference == known[path]["reference"] for path in named)
    print(f"{len(known)} files: whole {whole}, kind {kinds}; reference {references} of {len(named)}")
    for path, one in known.items():
        if len(pieces[path]) != 1 or pieces[path][0].kind != one["kind"]:
            print(f"  {path}: {one['kind']}, found {[(piece.kind, piece.title) for piece in pieces[path]]}")


def covers() -> None:
    """Texts with a cover sheet: whether the piece has its record number, an author, a title."""
    found = equal = authors = titles = total = 0
    for file in sorted(folder("archive-en").glob("*/*.md")):
        text = file.read_text("utf-8", "replace")
        if "identification form" not in text[:3000].lower():
            continue
        source = Source("s", file.name, "a" * 64, "text/plain", 1, "read")
        (piece,) = divide(source, [settle(Leaf(1, text, 0, 0), source)[0]])
        total, found, equal = total + 1, found + bool(piece.reference), equal + (piece.reference == file.stem)
        authors, titles = authors + bool(piece.author), titles + bool(piece.title)
    print(f"{total} cover sheets: reference {found}, of them right {equal}; author {authors}, title {titles}")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--case")
    parser.add_argument("--covers", action="store_true")
    parser.add_argument("--misread", type=float, default=0.0)
    parser.add_argument("--show", type=int, default=25)
    asked = parser.parse_args()
    if asked.case:
        demonstration(asked.case)
        return
    if asked.covers:
        covers()
        return
    templates = yaml.safe_load((HERE / "bundles.yaml").read_text("utf-8"))
    print("developing half")
    measure(templates[0::2], 1, asked.misread, asked.show)
    print("held-out half")
    measure(templates[1::2], 2, asked.misread, 0)


if __name__ == "__main__":
    main()
