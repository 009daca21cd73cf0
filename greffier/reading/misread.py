"""Words of amounts that a scan spoilt: `rn` read for `m` (« 210 grarnmes », « deux carnions »), offsets kept."""

from __future__ import annotations

from collections.abc import Sequence

from greffier.reading import goods
from greffier.reading.numerals import WORDS
from greffier.reading.phrasebook import lexicon
from greffier.reading.tokens import WORD, Token
from greffier.reading.units import MULTIPLIERS, UNITS

_KNOWN = (
    frozenset(UNITS) | WORDS["fr"] | WORDS["en"] | MULTIPLIERS.keys()
    | goods.GOODS.keys() | goods.COUNTED.keys() | goods.CONTAINERS.keys()
    | frozenset(word for words in lexicon("dates")["months"].values() for word in words)
)  # fmt: skip


def put_right(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, those with `rn` that only make a word of amounts with `m` replaced by it."""
    spoilt = [at for at, token in enumerate(tokens) if token.kind == WORD and "rn" in token.text]
    if not spoilt:
        return tokens
    right = list(tokens)
    for at in spoilt:
        word = tokens[at].text.replace("rn", "m")
        if word in _KNOWN and tokens[at].text not in _KNOWN:
            right[at] = tokens[at]._replace(text=word)
    return right
