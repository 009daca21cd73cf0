"""Makes the list of ordinary words: `python -m training.common_words ENGLISH FRENCH > …/lexicon/common_words.txt`.

ENGLISH is a folder of SCOWL's lists (American and British, size 35: Debian's wamerican-small and wbritish-small);
FRENCH the array of the npm package an-array-of-french-words 2.0.0. Of the French words, which hold every rare form,
those are kept that the corpora of press and of novels write in small letters (see `bench/corpora.py`): a rare word is
more often a name. Names given to people are left out.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

from bench.corpora import folder
from greffier.reading.vocabulary import level, words
from training.press import press

_SMALL = re.compile(r"(?<![\w'’-])[a-zà-öø-ÿœ]{3,}(?![\w'’-])")
_HEAD = """\
# Ordinary words of English and French, levelled: written with a capital in a title or where a sentence opens, they are
# no name for that alone. Made by training/common_words.py from SCOWL (docs/names-model.md has its notice) and from
# Letterpress as packed in an-array-of-french-words 2.0.0 (MIT; the list is CC0)."""


def english(lists: Path) -> set[str]:
    """The words that SCOWL writes in small letters."""
    return {word for file in lists.iterdir() for word in file.read_text("utf-8").split() if _SMALL.fullmatch(word)}


def french(array: Path) -> set[str]:
    """The words of the array that text writes in small letters."""
    return set(json.loads(array.read_text("utf-8"))) & {word for text in _texts() for word in _SMALL.findall(text)}


def _texts() -> Iterator[str]:
    for told in json.loads((folder("direct-speech-fr") / "train.json").read_text("utf-8")).values():
        yield told["text"]
    for passage in press():
        yield passage.text


def main() -> None:
    """Print the list, many words on a line."""
    found = {level(word) for word in english(Path(sys.argv[1])) | french(Path(sys.argv[2]))}
    kept = sorted(found - words("given_names"))
    print(_HEAD)
    print(textwrap.fill(" ".join(kept), 160, break_long_words=False))


if __name__ == "__main__":
    main()
