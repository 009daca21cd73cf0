"""How well names are read with and without the model, each time with one that never saw what it is measured on.

python training/measure.py              the corpora as in train.py
python training/measure.py 2 3          only the annotated pages of these batches, each some five minutes

- the press in five runs of neighbouring passages, four of them for training, in turn: strict F1
- pages of our own with family names, firms, towns and lines that the training pages never use
- the annotated pages, batch by batch as they were written, each batch with a model trained without it
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path

from annotated_pages import BATCHES, REPEATED, batch, labelled, seen_pages
from generator import pages
from press import Labelled, press
from train import OWN, SEED, made, train

from greffier.reading.names import Names
from greffier.reading.tagger import Guesses, Tagger
from greffier.records import Mention, Page, Piece, digest
from greffier.text import language

_FOLDS = 5
_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
Pairs = list[tuple[Labelled, set[tuple[int, int, str]]]]


class Silent(Tagger):
    """A model that proposes and doubts nothing: the rules alone."""

    def __init__(self) -> None:
        self._nothing = Guesses({}, {})

    def guess(self, text: str) -> Guesses:
        return self._nothing


def main() -> None:
    """Print a line for each kind, set and way of reading."""
    if len(sys.argv) == 1:
        _press_and_own()
    for number in map(int, sys.argv[1:] or range(len(BATCHES))):
        _annotated(number)


def _annotated(number: int) -> None:
    """One batch of the annotated pages: strict F1 with a model that never saw it."""
    everything = seen_pages()
    others = [labelled(page) for page in everything if batch(page) != number] * REPEATED
    held = [page for page in everything if batch(page) == number]
    with tempfile.TemporaryDirectory() as folder:
        model = _model([*press(), *made(), *others], Path(folder))
    for tongue in ("fr", "en"):
        texts = [labelled(page) for page in held if page.head["language"] == tongue]
        _say(f"annotated, batch {number} ({tongue})", list(_read(Names(model), texts)))


def _press_and_own() -> None:
    passages, own = press(), list(pages(SEED, OWN, held=False))
    cuts = [len(passages) * fold // _FOLDS for fold in range(_FOLDS + 1)]
    rules, both = [], []
    with tempfile.TemporaryDirectory() as folder:
        for left, right in pairwise(cuts):
            model = _model([*passages[:left], *passages[right:], *own], Path(folder))
            rules += list(_read(Names(Silent()), passages[left:right]))
            both += list(_read(Names(model), passages[left:right]))
        _say("press, rules alone", rules)
        _say("press, with the model", both)
        model = _model([*passages, *own], Path(folder))
    for tongue in ("fr", "en"):
        held = list(pages(SEED + 1, 300, held=True, languages=tongue))
        _say(f"own pages ({tongue}), rules alone", list(_read(Names(Silent()), held)))
        _say(f"own pages ({tongue}), with the model", list(_read(Names(model), held)))


def _model(texts: Iterable[Labelled], folder: Path) -> Tagger:
    train(texts, folder / "model")
    return Tagger((folder / "model").read_bytes())


def _read(reader: Names, texts: Iterable[Labelled]) -> Iterator[tuple[Labelled, set[tuple[int, int, str]]]]:
    for one in texts:
        page = Page(digest(one.text), "", 1, None, "born_digital", "A", language(one.text), one.text, "", 595, 842)
        piece = Piece(digest(page.id), "", "press", None, None, (page.id,), language=page.language)
        found = reader.read(piece, [page], ())
        yield one, {(seen.span.start, seen.span.end, seen.kind) for seen in found if isinstance(seen, Mention)}


def _say(what: str, pairs: Pairs) -> None:
    for short, kind in _KINDS.items():
        told = [{(start, end, kind) for start, end, name in text.names if name == short} for text, _ in pairs]
        seen = [{one for one in found if one[2] == kind} for _, found in pairs]
        right = sum(len(left & other) for left, other in zip(told, seen, strict=True))
        gold, found = len(list(chain(*told))), len(list(chain(*seen)))
        precision, recall, both = right / max(found, 1), right / max(gold, 1), 2 * right / max(gold + found, 1)
        print(f"{what:34} {kind:13} P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}  ({gold})", flush=True)


if __name__ == "__main__":
    main()
