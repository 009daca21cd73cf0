"""Protected names: every form in which one could leave the house, found in any text.

Recall first: a name that is found where it does no harm costs a minute, one that is missed may cost a life. Names are
looked for on a folded view (no case, no accents, closed line breaks), so offsets are those of the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from itertools import permutations
from urllib.parse import unquote

from rapidfuzz import fuzz

from greffier.records import Entity
from greffier.text import fold, key
from greffier.vocabulary import is_title

LIKENESS = 72  # percent of likeness from which a word that an engine read may be a name
PIECES = 4  # words of a name that may change places; a longer one is looked for as it stands and reversed
_BETWEEN = r"[\s'\-_.,+/]*"  # what may stand between the words of a name: nothing too, as in file names
_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Shield:
    """The protected names of a case, ready to be looked for; make one with `shield`."""

    names: re.Pattern[str] | None
    owners: tuple[Entity, ...]
    harmless: re.Pattern[str] | None
    parts: tuple[str, ...] = ()

    def leaks(self, text: str) -> list[tuple[str, int, int]]:
        """Return `(what it is published as, start, end)` for each place where a protected name stands in a text."""
        if self.names is None:
            return []
        folded = fold(text)
        allowed = [match.span() for match in self.harmless.finditer(folded.text)] if self.harmless else []
        found = []
        for match in self.names.finditer(folded.text):
            if any(start <= match.start() and match.end() <= end for start, end in allowed):
                continue
            owner = self.owners[int((match.lastgroup or "n0")[1:])]
            found.append((owner.publish_as or "[protected]", *folded.original(*match.span())))
        return found

    def resembles(self, word: str) -> bool:
        """Whether a word may be a misread part of a protected name: for engines that read "Margu1n"."""
        folded = key(word).strip(" .,;:()'\"-")
        return len(folded) >= 4 and any(fuzz.ratio(folded, part) >= LIKENESS for part in self.parts)

    def mask(self, text: str) -> str:
        """Return the text with every protected name blacked out; offsets hold."""
        for _, start, end in self.leaks(text):
            text = text[:start] + "".join("█" if not char.isspace() else char for char in text[start:end]) + text[end:]
        return text


def leaks(text: str, entities: Iterable[Entity]) -> list[tuple[str, int, int]]:
    """Return `(what it is published as, start, end)` for each place where the name of a protected entity stands."""
    return shield(entities).leaks(text)


def hidden_leaks(untrusted_text: str, guard: Shield) -> list[str]:
    """Return what is given away by a file as others may read it: as it stands, without its tags, escapes resolved."""
    views = (untrusted_text, unescape(_TAG.sub("", untrusted_text)), unescape(untrusted_text), unquote(untrusted_text))
    found = {name for view in views for name, _, _ in guard.leaks(view)}
    escaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), untrusted_text)
    return sorted(found | {name for name, _, _ in guard.leaks(escaped)})


def shield(entities: Iterable[Entity]) -> Shield:
    """Prepare the protected ones among these entities; the others' full names are known as harmless."""
    everyone = list(entities)
    protected = tuple(entity for entity in everyone if entity.protected)
    if not protected:
        return Shield(None, (), None)
    patterns = [f"(?P<n{number}>{_pattern(entity)})" for number, entity in enumerate(protected)]
    names = re.compile(rf"(?<![^\W_])(?:{'|'.join(patterns)})(?![^\W_])")
    forms = {key(value) for e in protected for value in (e.name, *(name.value for name in e.names))}
    parts = sorted({part for form in forms for part in _parts(form) if len(part) >= 4})
    return Shield(names, protected, _harmless(everyone, protected), tuple(parts))


def _pattern(entity: Entity) -> str:
    forms = {value for name in (entity.name, *(form.value for form in entity.names)) if (value := key(name))}
    whole = {pattern for form in forms for pattern in _whole(form)}
    parts = {part for form in forms for part in _parts(form)} if entity.kind == "person" else set()
    patterns = whole | {_letters(part) for part in parts}
    ordered = sorted(patterns, key=lambda pattern: (-len(pattern), pattern))
    return rf"(?:{'|'.join(ordered)})(?:'?s)?"


def _whole(form: str) -> list[str]:
    """A whole name: its words in any order, whatever stands between them; numbers with any grouping."""
    words = _WORD.findall(form)
    if not words:
        return [re.escape(form)]
    if sum(char.isdigit() for char in form) >= 6:
        return [_BETWEEN.join(re.escape(char) for word in words for char in word)]
    significant = [word for word in words if not is_title(word)] or words
    orders = permutations(significant) if len(significant) <= PIECES else (significant, significant[::-1])
    return [_BETWEEN.join(_letters(word) for word in order) for order in orders] + [
        _BETWEEN.join(_letters(word) for word in words)
    ]


def _parts(form: str) -> list[str]:
    """The words of a name that point to its bearer alone. Nicknames that begin with an article stay whole."""
    words = _WORD.findall(form)
    if words and words[0] in ("le", "la", "les", "l", "the"):
        return []
    return [word for word in words if len(word) >= 3 and not is_title(word) and not word.isdigit()]


def _letters(word: str) -> str:
    """A word, whole, broken at the end of a line, or spaced out letter by letter."""
    broken = "(?:- ?)?".join(re.escape(char) for char in word)
    if len(word) < 5:
        return broken
    return rf"(?:{broken}|{'[ .]'.join(re.escape(char) for char in word)})"


def _harmless(everyone: list[Entity], protected: tuple[Entity, ...]) -> re.Pattern[str] | None:
    """Full names of other people ("Lino Vasseur" where another Lino is protected), and the names to publish."""
    secret = {key(form.value) for entity in protected for form in entity.names} | {key(e.name) for e in protected}
    parts = {part for form in secret for part in _parts(form)}
    allowed = {key(entity.publish_as) for entity in protected if entity.publish_as}
    for entity in everyone:
        if entity.protected:
            continue
        for form in (entity.name, *(name.value for name in entity.names)):
            words = _WORD.findall(key(form))
            if len(words) > 1 and parts & set(words) and not set(words) <= parts:
                allowed.add(key(form))
    allowed = {form for form in allowed if form and form not in secret}
    if not allowed:
        return None
    longest = sorted(allowed, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(form) for form in longest)})(?![^\W_])")
