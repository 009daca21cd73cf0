"""From a folder to text: Greffier's intake beside Apache Tika, over the same made-up files, in one run.

python -m bench.intake --tika tika-app.jar [--pages 2000] [--mails 500] [--rounds 3]
python -m bench.intake --memory 100 1000 10000      peak memory at so many pages (short ones, in PDFs of 500)

The jar is `org.apache.tika:tika-app` of Maven Central: `mvn dependency:copy -Dartifact=org.apache.tika:tika-app:3.2.2`.
Greffier hashes and stores every file, opens it in the sandbox, and keeps the place of every word; Tika's batch mode
writes text files with two threads. Both start cold in each round; rounds alternate; medians are printed.
"""

from __future__ import annotations

import argparse
import io
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from rapidfuzz.distance import Levenshtein
from reportlab.pdfgen.canvas import Canvas

from bench.measure import Cost, machine, watch
from bench.synthetic import case_file, sentence

PER_FILE, SHORT_FILE = 50, 500  # pages of a PDF
Texts = dict[str, str]


def main() -> None:
    """Make the files, run both, print the table."""
    told = _arguments()
    if told.memory:
        _memory(told.memory)
        return
    with tempfile.TemporaryDirectory() as place:
        box = Path(place) / "box"
        box.mkdir()
        truth = _pdfs(box, told.pages) | _mails(box, told.mails) | _notes(box, told.mails)
        runs: dict[str, list[tuple[Texts, Cost]]] = {"greffier": [], "tika": []}
        for number in range(told.rounds):
            runs["greffier"].append(_greffier(box, Path(place) / f"case{number}"))
            if told.tika:
                runs["tika"].append(_tika(told.tika, box, Path(place) / f"out{number}"))
    print(f"{told.pages} pages of PDF, {told.mails} mails, {told.mails} notes, median of {told.rounds}; {machine()}")
    _table(runs, truth, told.pages)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tika", type=Path, help="the jar of tika-app; without it only Greffier is measured")
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--mails", type=int, default=500)
    parser.add_argument("--memory", type=int, nargs="+", help="page counts at which only peak memory is measured")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


# --- the files and their truth ----------------------------------------------------------------------------------------


def _pdfs(box: Path, pages: int) -> Texts:
    names = [f"bundle-{number:03d}.pdf" for number in range(pages // PER_FILE)]
    return {name: case_file(box / name, at, PER_FILE, at * PER_FILE + 1) for at, name in enumerate(names)}


def _mails(box: Path, count: int) -> Texts:
    return {name: _mail(box / name, random.Random(name)) for name in (f"mail-{n:04d}.eml" for n in range(count))}


def _mail(path: Path, source: random.Random) -> str:
    message = EmailMessage()
    message["From"], message["To"] = "a@exemple.test", "b@exemple.test"
    message["Date"], message["Subject"] = "Mon, 06 Mar 2023 10:00:00 +0100", "Livraison"
    body = "\n".join(sentence(source) for _ in range(8))
    message.set_content(body, cte="quoted-printable")
    path.write_bytes(message.as_bytes())
    return body


def _notes(box: Path, count: int) -> Texts:
    return {name: _note(box / name, random.Random(name)) for name in (f"note-{n:04d}.txt" for n in range(count))}


def _note(path: Path, source: random.Random) -> str:
    text = "\n".join(sentence(source, english=source.random() < 0.3) for _ in range(12))
    path.write_text(text, encoding="cp1252")
    return text


# --- the two readers --------------------------------------------------------------------------------------------------


def _greffier(box: Path, case: Path) -> tuple[Texts, Cost]:
    _, cost = watch([sys.executable, __file__, "--child", str(case), str(box)])
    from greffier import open_case
    from greffier.records import Page, Source

    texts: Texts = {}
    with open_case(case) as opened:
        paths = {source.id: source.path.rpartition("/")[2] for source in opened.all(Source)}
        for page in sorted(opened.all(Page), key=lambda page: page.number):
            texts[paths[page.source]] = texts.get(paths[page.source], "") + page.text + "\n"
    return texts, cost


def _tika(jar: Path, box: Path, out: Path) -> tuple[Texts, Cost]:
    _, cost = watch(["java", "-jar", str(jar), "-t", "-i", str(box), "-o", str(out), "-numConsumers", "2"])
    return {file.name.removesuffix(".txt"): file.read_text(encoding="utf-8") for file in out.rglob("*.txt")}, cost


def _open_only(case: str, box: str) -> None:
    """Receive and open, and nothing after: what stands between a folder and its text."""
    from greffier import line, open_case, steps
    from greffier.plugins import RUNNERS, load
    from greffier.work import Tools

    opening = next(step for step in steps.PIPELINE if step.name == "open")
    with open_case(case, create=True) as opened:
        opened._receive([Path(box)], lambda _: None)
        runner, tools = (
            load(RUNNERS, "processes")(opened.jobs),
            Tools(opened.settings, opened.blobs, opened.sandbox),
        )
        while line.weigh(opened.records, tools):
            line.run(opening, opened.records, runner, tools, lambda _: None, opened.jobs * 2)
        runner.close()


# --- memory -----------------------------------------------------------------------------------------------------------


def _memory(counts: list[int]) -> None:
    """Print what intake takes at its peak for each count of pages: flat is what it should be."""
    for pages in counts:
        with tempfile.TemporaryDirectory() as place:
            box = Path(place) / "box"
            box.mkdir()
            sample = _short(min(pages, SHORT_FILE))
            for number in range(max(1, pages // SHORT_FILE)):
                (box / f"{number:04d}.pdf").write_bytes(sample + f"% {number}\n".encode())  # no two files alike
            _, cost = watch([sys.executable, __file__, "--child", str(Path(place) / "case"), str(box)])
        print(f"{pages:7d} pages: peak {cost.pss} MB PSS, {cost.cpu:.1f} CPU s, {cost.seconds:.1f} s; {machine()}")


def _short(pages: int) -> bytes:
    """A PDF of pages of a few lines each."""
    out, source = io.BytesIO(), random.Random(1)
    canvas = Canvas(out, invariant=1)
    for _ in range(pages):
        for line in range(4):
            canvas.drawString(72, 720 - 20 * line, sentence(source)[:90])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


# --- the table --------------------------------------------------------------------------------------------------------


def _table(runs: dict[str, list[tuple[Texts, Cost]]], truth: Texts, pages: int) -> None:
    median: dict[str, dict[str, float]] = {}
    for name, done in runs.items():
        if not done:
            continue
        texts = done[-1][0]
        median[name] = {
            "seconds": statistics.median(cost.seconds for _, cost in done),
            "CPU seconds": statistics.median(cost.cpu for _, cost in done),
            "peak MB PSS": statistics.median(cost.pss for _, cost in done),
            "files without text": sum(not texts.get(file, "").strip() for file in truth),
            "error PDF %": 100 * _error(texts, truth, lambda file: file.endswith(".pdf")),
            "error mail %": 100 * _error(texts, truth, lambda file: file.endswith(".eml")),
            "error notes %": 100 * _error(texts, truth, lambda file: file.endswith(".txt")),
        }
    for row in next(iter(median.values())):
        print(f"{row:20}" + "".join(f"{name} {values[row]:10.3f}   " for name, values in median.items()))
    if "tika" in median:
        for row in ("seconds", "CPU seconds", "peak MB PSS"):
            print(f"{row}: Greffier takes {median['greffier'][row] / median['tika'][row]:.2f} of what Tika takes")


def _error(texts: Texts, truth: Texts, wanted: Callable[[str], bool]) -> float:
    """Levenshtein distance over the length of the truth, blanks made one; headers around the truth are not counted."""
    wrong = total = 0
    for file, told in truth.items():
        if wanted(file):
            right, read = " ".join(told.split()), " ".join(texts.get(file, "").split())
            extra = max(0, len(read) - len(right)) if file.endswith(".eml") else 0
            wrong += max(0, Levenshtein.distance(right, read) - extra)
            total += len(right)
    return wrong / max(1, total)


if __name__ == "__main__":
    _open_only(*sys.argv[2:]) if sys.argv[1:2] == ["--child"] else main()
