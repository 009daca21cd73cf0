"""The words by which checks know what a page tells: data, as lists of folded phrases in `lexicon/NAME.yaml`.

A blank stands for any blanks and `*` for the rest of a word; whatever else is written is a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_REST_OF_WORD = re.compile(r"(?<=[a-z])\*")
_WORD_SIGNS, _BLANKS = r"\\w*", r"\s+"


@cache
def table(name: str) -> Any:
    """Return what `lexicon/NAME.yaml` holds."""
    return yaml.safe_load((files("greffier.assembling") / "lexicon" / f"{name}.yaml").read_text(encoding="utf-8"))


def phrases(name: str, kind: str) -> list[str]:
    """Return the phrases of a list of a table (`acts.hearing`): a sequence, or one text with commas between them."""
    found = table(name)
    for part in kind.split("."):
        found = found[part]
    return found.split(", ") if isinstance(found, str) else list(found)


def any_of(told: Iterable[str]) -> str:
    """Return a pattern of all these phrases, to be a part of others."""
    return f"(?:{'|'.join(_REST_OF_WORD.sub(_WORD_SIGNS, one).replace(' ', _BLANKS) for one in told)})"


def saying(name: str, *kinds: str) -> re.Pattern[str]:
    """Return a pattern of whole words, for folded text, of one of the phrases of these lists."""
    return re.compile(rf"\b{any_of(phrase for kind in kinds for phrase in phrases(name, kind))}\b")
