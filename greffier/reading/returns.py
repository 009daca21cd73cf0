"""Where by-names that a piece told come back on its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.taken import Taken
from greffier.reading.vocabulary import level, words


def find_returns(text: str, people: Sequence[tuple[int, int]], nicknames: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where nicknames of the piece stand again on a page, with their article."""
    names = {
        core
        for nickname in nicknames
        if len(core := _core(nickname)) > 2 and core[0].isupper() and level(core) not in words("capitalised_words")
    }
    if not names:
        return
    taken = Taken(people)
    choices = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(
        rf"(?<![\w@])(?:(?:[Ll][ea]|[Tt]he|[Ee]l)[ \u00a0]|[Ll]['’])?(?:{choices})(?![\w@-])", text
    ):
        if taken.free(*match.span()):
            taken.add(*match.span())
            yield match.span()


def _core(nickname: str) -> str:
    return re.sub(
        r"^(?:l['’]|(?:le|la|les|the|el|il|un)[ \u00a0])", "", " ".join(nickname.split()), flags=re.IGNORECASE
    )
