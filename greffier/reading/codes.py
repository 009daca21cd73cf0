"""People who stand in the papers under a number or a pseudonym, since their names are kept secret: `W3`, « GASPARD ».

Whoever is named so is to be protected, and joined with nobody by the machine: nothing tells more surely who a source is
than a name beside its number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD
from greffier.reading.taken import Taken, beginning
from greffier.reading.vocabulary import any_of, level, table

_NUMBER = (
    r"(?:\s(?:ref(?:erence)?|reg(?:istration)?|code|id))?(?:[ ]?:\s{1,4}"
    r"|\s{1,2}(?:(?:no\.?|n[°o]\.?|number|(?:le\s)?numero|#)[ ]?:?\s{0,2})?)"
)
_OF_SOURCE = r"(?P<code>(?:[a-z]{1,4}-?)?\d{2,6}(?:[-/]\d{1,6}){0,3})(?![\w-]|[.,]\d)"
_OF_WITNESS = r"(?P<code>[a-z]{1,2}-?\d{1,3}|[a-z](?=[\s,.;:)]))(?![\w-])"
_OF_AGENT = r"(?P<code>(?:[a-z]{1,3}-?)?\d{1,5})(?![\w-]|[.,]\d)"
_PREFIXED = re.compile(r"(?<![\w/-])(?P<code>(?:soi|chis|cri|ci|cs)-\d{1,4}(?:-\d{1,6}){0,2})(?![\w-])")
_BY_NATURE = ("soi-", "chis-")  # the others may be an identity card, a customs form
_OTHER = frozenset(("date", "quantity", "phone", "law", "account", "iban"))
_NAME = re.compile(rf"[«“\"]?[ \u00a0]?(?P<name>{WORD}(?:[ ]{WORD})?)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 240  # characters around a pseudonym in which it is said to be one


class Code(NamedTuple):
    """Where somebody's code stands, and where the page says that it is one."""

    start: int
    end: int
    told: tuple[int, int]


class _Patterns(NamedTuple):
    sources: re.Pattern[str]
    witnesses: re.Pattern[str]
    undercover: re.Pattern[str]
    secret: re.Pattern[str]
    called: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    held = table("codes")

    def before(words: list[str], code: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w/-])(?:{any_of(words)})s?(?:,\s|{_NUMBER}){code}")

    return _Patterns(
        before(held["sources"], _OF_SOURCE),
        before(held["witnesses"], _OF_WITNESS),
        before(held["undercover"], _OF_AGENT),
        re.compile(any_of(held["secret"])),
        re.compile(rf"(?<![\w-])(?:{any_of(held['called'])})\s*:?\s{{0,3}}(?=[«“\"\w])"),
    )


def find_codes(text: str, seen: Sequence[Candidate]) -> Iterator[Code]:
    """Yield the codes and pseudonyms of people whose names are secret; `seen` are the mentions of the page."""
    flat, known = level(text), _patterns()
    secret = known.secret.search(flat) is not None
    patterns = (known.sources, _PREFIXED, known.witnesses, known.undercover) if secret else (known.sources, _PREFIXED)
    taken = Taken(one[:2] for one in seen if one.kind in _OTHER)
    for pattern in patterns:
        for found in pattern.finditer(flat):
            code = found.span("code")
            bare = pattern is _PREFIXED and not found["code"].startswith(_BY_NATURE) and not secret
            if taken.free(*code) and not bare and _is_code(text[slice(*code)]):
                yield Code(*code, found.span())
    if secret:
        yield from _pseudonyms(text, flat, seen)


def _is_code(letters: str) -> bool:
    """Capitals and figures, and no year."""
    return letters == letters.upper() and not _YEAR.fullmatch(letters)


def _pseudonyms(text: str, flat: str, seen: Sequence[Candidate]) -> Iterator[Code]:
    """« désignée ci-après « GASPARD » », `Pseudonym: ROWAN`: where the words around say why."""
    known = _patterns()
    for called in known.called.finditer(flat):
        name = _NAME.match(text, called.end())
        if name is None or known.secret.search(flat, max(0, called.start() - _NEAR), name.end() + _NEAR) is None:
            continue
        whole = next(iter(beginning(seen, name.start("name"), name.start("name"))), None)
        if whole is None or whole.kind == "person":
            yield Code(*(whole[:2] if whole else name.span("name")), called.span())
