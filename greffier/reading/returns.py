"""Where names that the piece explains stand again on a page: nicknames with their article, letters of services.

They are looked up word by word, so that a page is read once however many names there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from greffier.reading.taken import Taken
from greffier.reading.vocabulary import level, words

_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?<![\w@])(?:(?:[Ll][ea]|[Tt]he|[Ee]l)[ \u00a0]|[Ll]['’])$")
_ARTICLE_ALONE = re.compile(r"^(?:l['’]|(?:le|la|les|the|el|il|un)[ \u00a0])", re.IGNORECASE)
_LONGEST_ARTICLE = 4  # characters


class Returns:
    """Names looked for again on pages; none is part of a longer word or has a sign of `before` or `after` beside it."""

    def __init__(self, names: Iterable[str], before: str, after: str, articles: bool) -> None:
        self._before, self._after, self._articles = frozenset(before), frozenset(after), articles
        self._by_word: dict[str, list[str]] = {}
        for name in sorted(set(names), key=len, reverse=True):
            if first := _WORD.match(name):
                self._by_word.setdefault(first.group(), []).append(name)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where they stand, the longest of those that begin at one place."""
        for word in _WORD.finditer(text) if self._by_word else ():
            start = word.start()
            if text[start - 1 : start] in self._before:
                continue
            for name in self._by_word.get(word.group(), ()):
                if text.startswith(name, start) and self._ends(text, start + len(name)):
                    yield self._with_article(text, start), start + len(name)
                    break

    def _with_article(self, text: str, start: int) -> int:
        article = _ARTICLE.search(text, max(0, start - _LONGEST_ARTICLE), start) if self._articles else None
        return article.start() if article else start

    def _ends(self, text: str, end: int) -> bool:
        after = text[end : end + 1]
        return after not in self._after and not _WORD.match(after)


def of_nicknames(nicknames: Iterable[str]) -> Returns:
    """Return the nicknames without their articles, those that are names and no common words."""
    cores = {_core(nickname) for nickname in nicknames}
    return Returns(
        (
            core
            for core in cores
            if len(core) > 2 and core[0].isupper() and level(core) not in words("capitalised_words")
        ),
        before="@",
        after="@-",
        articles=True,
    )


def of_letters(shorts: Iterable[str]) -> Returns:
    """Return the letters that the piece explains."""
    return Returns(shorts, before="/-", after="/-", articles=False)


def find_returns(text: str, taken: Iterable[tuple[int, int]], names: Returns) -> Iterator[tuple[int, int]]:
    """Yield where names stand again outside of the stretches `taken`."""
    held = Taken(taken)
    for start, end in names.find(text):
        if held.free(start, end):
            held.add(start, end)
            yield start, end


def _core(nickname: str) -> str:
    return _ARTICLE_ALONE.sub("", " ".join(nickname.split()))
