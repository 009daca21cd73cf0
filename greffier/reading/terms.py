"""What a paper calls its parties: « ci-après le Bailleur », `(the "Lender")`, `Respondent: Ann Lowe`, « le gérant ».

A term that two parties share, or an office that two people hold, means nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.known import Known
from greffier.reading.vocabulary import any_of, level, table
from greffier.records import Mention, Page

_CALLED = re.compile(  # after the name of a party and what is said of it
    r"(?:ci-apres|hereinafter|hereafter)\s*(?:,?\s*(?:denommee?s?|designee?s?|appelee?s?|called|referred\s+to\s+as|(?:collectively|together)\s+)\s*)?"
    r"(?:par\s+|sous\s+|comme\s+)?(?P<mark>[«\"“'(]\s*)?(?:le\s+|la\s+|l'|les\s+|the\s+)?(?P<term>[a-z][a-z-]{2,24})(?(mark)\s*[»\"”')])"
    r"|\(\s*[«\"“]?\s*(?:le\s+|la\s+|l'|the\s+)[«\"“]?\s*(?P<alone>[a-z][a-z-]{2,24})\s*[»\"”]\s*\)"
)
_FAR = 260  # characters from a party to what it is called: its address, birth, who signs for it
_BREAK = re.compile(r"\n\s*(?:et|and)\b[\s:,]*\n|\n\s*\n")
_ARTICLE = r"(?:(?:le|la|the)\s+|l')"
_DEFINITE = re.compile(rf"{_ARTICLE}$")
_OPENS = re.compile(_ARTICLE)
_LABEL_END = re.compile(r"(?:\s*/\s*[a-z]+)?\s{0,3}[:–—-]\s*(?:(?:m|mme|mr|mrs|ms|dr|la\s+societe|societe)\.?\s+)?")
_WORD = re.compile(rf"(?<![\w'-]){_ARTICLE}(?P<term>[a-z][a-z-]{{2,24}})(?![\w-])")

_LED = re.compile(
    rf"(?<![\w'-])(?P<to>(?:a|to)\s+{_ARTICLE}|au\s+)?(?:{_ARTICLE})?(?P<term>[a-z][a-z-]{{2,24}})(?![\w-])"
)
_FOR_IT = re.compile(r"\b(?:represent\w+|acting|agissant|signing|through)\b(?:(?!\s(?:and|et)\s)[^;()]){0,60}$")


class Terms:
    """The parties of one page by what it calls them; `flat` is its level view."""

    def __init__(self, page: Page, flat: str, mentions: Sequence[Mention], cast: Cast) -> None:
        self._page, self._flat, self._cast = page, flat, cast
        self._parties = [one for one in mentions if one.kind in ("person", "organisation")]
        self._offices = {one.id: one for one in mentions if one.kind == "role"}

    def ends(self, start: int, end: int) -> Iterator[int]:
        """Where the terms of a stretch end: a verb may follow."""
        if self._meanings:
            yield from (one.end() for one in _WORD.finditer(self._flat, start, end) if one["term"] in self._meanings)

    def before(self, start: int, end: int) -> tuple[Speaker, tuple[int, int]] | None:
        """Whom the term that ends a stretch means, and where it stands."""
        found = [one for one in _WORD.finditer(self._flat, start, end) if one["term"] in self._meanings]
        if not found or self._flat[found[-1].end() : end].strip(" ,"):
            return None
        return self._meanings[found[-1]["term"]], found[-1].span()

    def after(self, at: int, until: int) -> tuple[Speaker, tuple[int, int]] | None:
        """Whom the term means that « à », `to` or nothing leads to right after a verb."""
        for one in _LED.finditer(self._flat, at, until) if self._meanings else ():
            direct = not self._flat[at : one.start()].strip()
            if one["term"] in self._meanings and (direct or one["to"]):
                return self._meanings[one["term"]], one.span("term")
        return None

    def office(self, mention: str) -> Speaker:
        """Who is meant by a word for an office that stands with its article: « le Bailleur », `the accused`."""
        one = self._offices.get(mention)
        if one is None or not self._definite(one):
            return NOBODY
        word = _OPENS.sub("", level(one.span.exact), count=1).strip()
        return self._meanings.get(word) or self._known.of_role(word) or NOBODY

    def _definite(self, one: Mention) -> bool:
        before = self._flat[max(0, one.span.start - 5) : one.span.start]
        return bool(_DEFINITE.search(before) or _OPENS.match(level(one.span.exact)))

    @cached_property
    def _known(self) -> Known:
        return Known(self._page, self._cast)

    @cached_property
    def _meanings(self) -> dict[str, Speaker]:
        """The one party that each term means."""
        told: dict[str, list[Speaker]] = {}
        for term, who in (*self._defined(), *self._labelled()):
            told.setdefault(term, []).append(who)
        return {term: all_[0] for term, all_ in told.items() if len({one.name for one in all_}) == 1}

    def _defined(self) -> Iterator[tuple[str, Speaker]]:
        """« La SCI X, représentée par Mme Y, ci-après « le Bailleur » »: the first party of its paragraph."""
        last = 0
        for found in _CALLED.finditer(self._flat):
            start = max(last, found.start() - _FAR)
            breaks = [one.end() for one in _BREAK.finditer(self._flat, start, found.start())]
            start, last = max([start, *breaks]), found.end()
            who = next((one for one in self._parties if self._is_it(one, start, found.start())), None)
            if who is not None:
                yield found["term"] or found["alone"], _speaker(who)

    def _is_it(self, one: Mention, start: int, end: int) -> bool:
        """Whether a party stands in a stretch, and signs there for no other."""
        inside = start <= one.span.start and one.span.end <= end
        return inside and not _FOR_IT.search(self._flat, start, one.span.start)

    def _labelled(self) -> Iterator[tuple[str, Speaker]]:
        """`Respondent: X`, « Bailleur : la société X » at the head of a paper."""
        for one in self._parties:
            line = self._flat.rfind("\n", 0, one.span.start) + 1
            label = _labels().match(self._flat, line, one.span.start)
            if label and _LABEL_END.fullmatch(self._flat, label.end(), one.span.start):
                yield label["term"], _speaker(one)


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:(?:the|le|la)\s+|l')?(?P<term>{any_of(table('terms')['parties'])})")


def _speaker(one: Mention) -> Speaker:
    return Speaker(one.id, one.normalised or one.span.exact)
