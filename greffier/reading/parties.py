"""Whom a paper means by « l'emprunteur », `the driver`, `the customer`: a defined term or a field names him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.account_holders import holder_of
from greffier.reading.candidate import Candidate
from greffier.reading.report import TITLE
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import any_of, level, table
from greffier.records import Page

_DEFINED = re.compile(  # `("the Consultant")`, « (ci-après dénommé « l'Emprunteur ») »
    r"(?:\([^()«“\"\n]{0,50}?|\b(?:ci-apres|hereinafter|hereafter)[^()«“\"\n]{0,40}?)[«“\"]\s?(?:the\s+|les?\s+|la\s+|l')?"
    r"(?P<term>[a-z][a-z' -]{2,30}?)\s?[»”\"]"
)
_FOR_IT = re.compile(  # `(the "Owner"), represented by X, and Y (the "Hirer")`: who acts for the other
    r"\b(?:represent\w+|acting|agissant|signing|through)\b(?:(?!\s(?:and|et)\s)[^;()\n]){0,60}$"
)
_AGAINST = re.compile(  # « procédure contre X », `charges against X`, `R v X`
    r"\b(?:procedures?|information(?:\s+judiciaire)?|instruction|enquete|poursuites|proceedings|charges|prosecution|indictment|case|investigation)"
    r"(?:\s[^.;:\n]{0,50}?)?\s(?:contre|against|a\s+l'encontre\s+d(?:e\s|u\s|'))\s?"
    r"|(?<!\w)(?:r|rex|regina|state|the\s+state|republic|the\s+people|people|crown|police|commonwealth|united\s+states|ministere\s+public|parquet)\s+(?:v\.?|vs\.?|c/|contre)\s+"
)
_NAME_OF = r"\b(?:name|noms?(?:,?\s(?:et\s)?prenoms?)?|identite)\s(?:of\s(?:the\s)?|d(?:e\sla\s|u\s|e\sl'|e\s))"
_NEVER = re.compile(r"(?!)")
_PARTY = 600  # characters in which a party is described before its term is defined
_KINDS = frozenset(("person", "organisation"))
_NEAR = 3
_MOST_FIELDS = 2  # more labels of one word are the turns of a talk
_CLOSES = tuple(",.;)\n")  # what is set apart


@lru_cache(maxsize=1)
def _of_accounts() -> re.Pattern[str]:
    """The words for whose account a paper is about."""
    return re.compile(any_of(table("speech")["account_parties"]))


class Parties:
    """The people and bodies of one page by the words that it gives to them; `seen` is in the order of the page."""

    def __init__(self, page: Page, flat: str, seen: Sequence[Candidate]) -> None:
        self._page, self._flat = page, flat
        self._seen = [one for one in seen if one.kind in _KINDS]
        self._defined = dict(self._terms()) if self._seen else {}
        self.terms = frozenset(self._defined)
        held = table("speech")
        self._prosecuted = frozenset(map(level, held["prosecuted"]))

    def meant(self, word: str) -> Candidate | None:
        """Whom this word means here, on the level view and without its article; nobody where fields name several."""
        if word in self._defined:
            return self._defined[word]
        named = {level(one.normalised or self._page.text[one.start : one.end]): one for one in self._fields(word)}
        if len(named) == 1:
            return next(iter(named.values()))
        return self._holder() if not named and _of_accounts().fullmatch(word) else None

    def _terms(self) -> Iterator[tuple[str, Candidate]]:
        """Each term with the first name since the term before, or in its description: a firm, not who acts for it."""
        before = 0
        for term in _DEFINED.finditer(self._flat):
            described = max(before, term.start() - _PARTY, self._flat.rfind("\n\n", 0, term.start()))
            here = beginning(self._seen, described, term.start())
            party = next((one for one in here if not _FOR_IT.search(self._flat, described, one.start)), None)
            if party is not None:
                yield term["term"], party
            before = term.end()

    def _fields(self, word: str) -> Iterator[Candidate]:
        """`Driver: Elijah Mutiso`, `The offender is Con Moss`, « Le bailleur, Paul Roy, »"""
        told = re.escape(word)
        label = rf"(?:^|(?<=\n)|(?<=\s\s)|(?<=[.;]\s))[ \t]*(?:\(?[a-z\d]{{1,2}}[.)][ ])?{told}[ \t]*:[ \t]*"
        named = rf"{_NAME_OF}{told}[ \t]*:[ \t]*"
        against = _AGAINST if word in self._prosecuted else _NEVER
        apposed = rf"\b(?:the\s|le\s|la\s|l'){told}(?:,\s|\s(?:is|was|est|etait)\s)"
        labels = list(re.finditer(label, self._flat))
        for cue in (
            *(labels if len(labels) <= _MOST_FIELDS else ()),
            *re.finditer(named, self._flat),
            *re.finditer(apposed, self._flat),
            *against.finditer(self._flat),
        ):
            title = TITLE.match(self._flat, cue.end())
            at = title.end() if title else cue.end()
            for one in beginning(self._seen, cue.end(), at + _NEAR):
                apart = cue.group()[-2] != "," or self._flat[one.end : one.end + 1] in _CLOSES
                if one.start <= at + 1 and apart:
                    yield one
                    break

    def _holder(self) -> Candidate | None:
        """Whose account the page is about."""
        told = holder_of(self._page)
        here = beginning(self._seen, told.span.start, told.span.end) if told else ()
        return next(iter(here), None)
