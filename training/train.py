"""Trains the model of names that comes with the package.

python training/train.py [MODEL]      MODEL is where it goes; else greffier/reading/lexicon/names.crfsuite

It reads the press of the corpora (GREFFIER_CORPORA, else ../shared/corpora), the annotated pages that rules may see,
and makes its own pages. Two runs with the
same crfsuite on the same kind of machine give the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pycrfsuite
from annotated_pages import REPEATED, labelled, seen_pages
from generator import pages
from press import Labelled, press

from greffier.reading.capitals import Capital
from greffier.reading.chains import chains, traits

SEED = 1
OWN, OWN_HELD = 4200, 1000  # pages of our own, of either half
_SHIPPED = Path(__file__).resolve().parents[1] / "greffier" / "reading" / "lexicon" / "names.crfsuite"
_SETTINGS = {
    "c1": 0.3,  # the weight against traits that tell little: it keeps the model small
    "c2": 0.05,
    "max_iterations": 80,
    "feature.possible_transitions": True,
}


def main() -> None:
    """Train on everything there is and say how large the model is."""
    model = Path(sys.argv[1]) if len(sys.argv) > 1 else _SHIPPED
    train([*press(), *made(), *[labelled(page) for page in seen_pages()] * REPEATED], model)
    print(f"{model}: {model.stat().st_size:,} bytes")


def made() -> Iterator[Labelled]:
    """Pages of our own, with all the names and lines there are."""
    yield from pages(SEED, OWN, held=False)
    yield from pages(SEED, OWN_HELD, held=True)


def train(texts: Iterable[Labelled], model: Path) -> None:
    """Write the model that these texts teach."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for text in texts:
        for chain in chains(text.text):
            trainer.append(traits(text.text, chain), list(labels(chain, text.names)))
    trainer.set_params(_SETTINGS)
    trainer.train(str(model))


def labels(chain: list[Capital], names: tuple[tuple[int, int, str], ...]) -> Iterator[str]:
    """B-, I- and the kind for the words of a name, O for the others."""
    last = None
    for word in chain:
        name = next((one for one in names if one[0] <= word.start and word.end <= one[1]), None)
        yield "O" if name is None else f"{'I' if name == last else 'B'}-{name[2]}"
        last = name


if __name__ == "__main__":
    main()
