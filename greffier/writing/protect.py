"""Protected names: every form in which one could leave the house, found in any text.

Recall first: a name that is found where it does no harm costs a minute, one that is missed may cost a life. Names are
looked for in every guise of a text, folded (no case, no accents, closed line breaks); offsets are those of the text
given. What a form of a name is stands in `forms.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from greffier.contracts import Library
from greffier.records import Entity
from greffier.text import Folded, fold, key
from greffier.writing.comments import without_comments
from greffier.writing.forms import Forms, forms
from greffier.writing.guises import guises
from greffier.writing.tied import with_identifiers

LIKENESS = 72  # percent of likeness from which a word that an engine read may be a name
CERTAIN = 85  # the same for two words that it may have torn apart, and for a word with digits among its letters
JOINED = 5  # letters from which a name is looked for inside an address or a path: "pmarguin@…", "temoinMarguin.pdf"
LONG = 8  # letters of a name in which a typist may have erred twice
UNNAMED = "[protected]"

Found = tuple[str, int, int]
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*+>")
_HANDLE = re.compile(r"(?<![^\s<>\"'])[^\s<>\"'@/\\=?&#_]*+[@/\\=?&#_][^\s<>\"']*+|(?<!\w)\w*[^\W\d_A-Z][A-Z]\w*+")
_DIGITS_AMONG_LETTERS = re.compile(r"(?=[^\W_]{0,39}\d)(?=[^\W_]{0,39}[^\W\d_])[^\W_]{4,40}")
_SPOKEN_DIGITS = str.maketrans("013457869", "oieastbbg")


@dataclass(frozen=True, slots=True)
class Shield:
    """The protected names of a case, ready to be looked for; make one with `shield`."""

    names: re.Pattern[str] | None
    published: tuple[str, ...] = ()
    harmless: re.Pattern[str] | None = None
    parts: tuple[str, ...] = ()

    def leaks(self, text: str) -> list[Found]:
        """Return `(what it is published as, start, end)` for each place where a protected name stands in a text."""
        if self.names is None:
            return []
        found: list[Found] = []
        for seen in guises(text):
            for each in self._in_guise(self.names, seen):
                if not any(start < each[2] and each[1] < end for _, start, end in found):
                    found.append(each)
        return sorted(found, key=lambda each: each[1:])

    def _in_guise(self, names: re.Pattern[str], seen: str) -> Iterator[Found]:
        folded = fold(seen)
        allowed = [match.span() for match in self.harmless.finditer(folded.text)] if self.harmless else []
        for match in names.finditer(folded.text):
            start, end = folded.original(*match.span())
            group = match.lastgroup or "n0"
            if group.startswith("c") and not seen[start].isupper():  # a short name is one only with its capital
                continue
            if not any(left <= match.start() and match.end() <= right for left, right in allowed):
                yield self.published[int(group[1:])], start, end
        yield from self._joined(seen, folded)

    def _joined(self, seen: str, folded: Folded) -> Iterator[Found]:
        """Names inside addresses, paths and words run together, and with digits for letters: "M4rgu1n"."""
        handles = [match.span() for match in _HANDLE.finditer(seen)]
        for part in self.parts if handles else ():
            at = folded.text.find(part) if len(part) >= JOINED else -1
            while at >= 0:
                start, end = folded.original(at, at + len(part))
                if any(left <= start and end <= right for left, right in handles):
                    yield UNNAMED, start, end
                at = folded.text.find(part, at + 1)
        for match in _DIGITS_AMONG_LETTERS.finditer(folded.text):
            if _alike(match.group().translate(_SPOKEN_DIGITS), self.parts, CERTAIN):
                yield UNNAMED, *folded.original(*match.span())

    def resembles(self, word: str, likeness: int = LIKENESS) -> bool:
        """Whether a word may be a misread part of a protected name: for engines that read "Marguim"."""
        folded = key(word).strip(" .,;:()'\"-")
        return len(folded) >= 4 and _alike(folded, self.parts, likeness)

    def misread(self, text: str) -> list[tuple[int, int]]:
        """Return where words stand in the text of an engine that may be protected names misread or torn apart."""
        if not self.parts:
            return []
        words = [match.span() for match in _WORD.finditer(text)]
        found = [(start, end) for start, end in words if self.resembles(text[start:end])]
        for (start, middle), (again, end) in pairwise(words):
            if again - middle <= 2 and self.resembles(text[start:middle] + text[again:end], CERTAIN):
                found.append((start, end))
        return sorted(found)

    def mistyped(self, text: str) -> list[tuple[int, int]]:
        """Return where words with a capital stand that a typist may have meant for a protected name: "Margiun".

        The words of names to publish are left alone; those of others are not, for a name that a page has wrong is
        taken for another person's.
        """
        if not self.parts:
            return []
        allowed = {word for name in self.published for word in _WORD.findall(key(name))}
        words = [match.span() for match in _WORD.finditer(text) if match.group()[0].isupper()]
        known = [(span, key(text[slice(*span)])) for span in words]
        return [span for span, word in known if word not in allowed and _near(word, self.parts)]

    def mask(self, text: str, *, misread: bool = False) -> str:
        """Return the text with every protected name blacked out; offsets hold. `misread` says an engine read it."""
        spans = [*((start, end) for _, start, end in self.leaks(text)), *self.mistyped(text)]
        for start, end in [*spans, *(self.misread(text) if misread else ())]:
            text = text[:start] + "".join("█" if not char.isspace() else char for char in text[start:end]) + text[end:]
        return text

    def renamed(self, text: str) -> str:
        """Return the text with every protected name replaced by what it is published as; offsets do not hold."""
        for name, start, end in reversed(self.leaks(text)):
            text = text[:start] + name + text[end:]
        return text


@lru_cache(maxsize=100_000)
def _alike(word: str, parts: tuple[str, ...], likeness: int) -> bool:
    return any(fuzz.ratio(word, part) >= likeness for part in parts)


@lru_cache(maxsize=100_000)
def _near(word: str, parts: tuple[str, ...]) -> bool:
    """Whether a word is a part of a name but for one letter, or two of a long one, left out, put in or exchanged."""
    return any(
        OSA.distance(word, part, score_cutoff=most) <= most
        for part in parts
        if (most := 2 if len(part) >= LONG else int(len(part) >= JOINED))
    )


def leaks(text: str, entities: Iterable[Entity]) -> list[Found]:
    """Return `(what it is published as, start, end)` for each place where the name of a protected entity stands."""
    return shield(entities).leaks(text)


def hidden_leaks(untrusted_text: str, guard: Shield) -> list[str]:
    """Return what is given away by a file as others may read it: as it stands, without its tags, escapes resolved."""
    return sorted({name for view in _views(untrusted_text) for name, _, _ in guard.leaks(view)})


def _views(untrusted_text: str) -> Iterator[str]:
    yield untrusted_text
    yield _without_tags(untrusted_text)
    yield unquote(unquote(unescape(untrusted_text)))
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), untrusted_text)
    if untrusted_text.lstrip()[:1] in ("{", "["):
        try:
            yield "\n\n".join(_without_tags(told) for told in _strings(json.loads(untrusted_text)))
        except (ValueError, RecursionError):
            return


def _without_tags(text: str) -> str:
    return unescape(_TAG.sub("", without_comments(text)))


def _strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value: there, a line break is two characters of the file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from (name, *_strings(each))
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def guarded(library: Library) -> Shield:
    """Prepare the protected entities of a case together with the identifiers that are theirs."""
    return shield(with_identifiers(library))


def shield(entities: Iterable[Entity]) -> Shield:
    """Prepare the protected ones among these entities; full names of others are known as harmless."""
    made: Forms | None = forms(list(entities))
    if made is None:
        return Shield(None)
    return Shield(made.names, tuple(name or UNNAMED for name in made.published), made.harmless, made.parts)
