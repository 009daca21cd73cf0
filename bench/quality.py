"""How well the readers read, in figures, beside other people's libraries: `make quality`.

On our annotated pages (`tests/quality/pages`, of which the rules see one half) and on the corpora that lie outside of
this repository: precision, recall and F1 by language, grade and kind, F1 with the interval of 95 % by the bootstrap
over pages. `--half seen|held_out` and `--errors FILE` (of the seen half only) are for those who write rules.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench.figures import header, row
from bench.peer_answers import Answers, ask
from bench.public_sets import press, quantities, specifications, speech
from tests.quality.annotated import Annotated, annotated
from tests.quality.findings import IDENTIFIERS, KINDS, counts, findings
from tests.quality.scoring import Count, count, total
from tests.quality.told import marked

PEERS = {
    "date": ("dateparser", "heideltime"),
    "quantity": ("quantulum3",),
    "person": ("spacy",),
    "phone": ("presidio-analyzer",),
    "iban": ("presidio-analyzer",),
    "email": ("presidio-analyzer",),
}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["seen", "held_out"], action="append")
    parser.add_argument("--errors", type=Path, help="write what is wrong on the seen pages to this file")
    parser.add_argument("--pages-only", action="store_true", help="leave out the corpora")
    options = parser.parse_args()
    for half in options.half or ("seen", "held_out"):
        our_pages(half, list(annotated(half)))
    if options.errors:
        options.errors.write_text("\n".join(errors(annotated("seen"))), encoding="utf-8")
    for part in () if options.pages_only else (specifications, quantities, press, speech):
        part()
        sys.stdout.flush()


def our_pages(half: str, pages: Sequence[Annotated]) -> None:
    """One line for each language, grade and kind of these pages, and one beneath it for each peer."""
    print(f"\nAnnotated pages, {half}: {len(pages)} ({', '.join(_shares(pages))})")
    if not pages:
        return
    answers = {name: ask(name, [_text(page) for page in pages]) for name in dict.fromkeys(sum(PEERS.values(), ()))}
    for told in answers.values():
        if isinstance(told, str):
            print(f"  not beside us: {told}")
    made = [counts(page, findings(page)) for page in pages]
    header()
    for language in ("fr", "en"):
        for grade in ("A", "C"):
            here = [
                number
                for number, page in enumerate(pages)
                if (page.head["language"], page.head["grade"]) == (language, grade)
            ]
            for kind in dict.fromkeys([*KINDS, "identifiers", *(kind for one in made for kind in one)]):
                row(f"{language} {grade} {kind}", [_of(made[number], kind) for number in here])
                for name in PEERS.get(kind, ()):
                    peer_row(kind, answers[name], pages, here)


def _shares(pages: Sequence[Annotated]) -> Iterable[str]:
    tallies: dict[str, int] = defaultdict(int)
    for page in pages:
        tallies[f"{page.head['language']} {page.head['grade']}"] += 1
    return (f"{number} {name}" for name, number in sorted(tallies.items()))


def _text(page: Annotated) -> tuple[str, str, str | None]:
    return page.text, page.head["language"], page.head.get("written")


def _of(made: dict[str, Count], kind: str) -> Count:
    if kind == "identifiers":
        return total(made[one] for one in IDENTIFIERS)
    return made.get(kind, Count(0, 0, 0, 0, 0))


def peer_row(kind: str, answers: Answers | str, pages: Sequence[Annotated], here: Sequence[int]) -> None:
    """How a peer did on the same pages."""
    if isinstance(answers, str):
        return
    made = []
    for number in here:
        told = [one for one in marked(pages[number]) if one.kind == kind]
        made.append(count(told, [one for one in answers.found[number] if one.kind == kind]))
    row(f"     {answers.name}", made)


def errors(pages: Iterable[Annotated]) -> Iterable[str]:
    """What is missed, too much or of another value on pages that may be looked at."""
    for page in pages:
        told, seen = set(marked(page)), set(findings(page).told)
        for one in sorted(told ^ seen):
            verdict = "MISSED" if one in told else "FOUND "
            around = page.text[max(0, one.start - 30) : one.end + 30].replace("\n", " ")
            yield f"{page.name} {verdict} {one.kind} {page.text[one.start : one.end]!r} {one.value} … {around}"


if __name__ == "__main__":
    main()
