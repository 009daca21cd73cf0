"""The forms of a protected name, as patterns over folded text; and the names of others that are not one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations

from greffier.records import Entity
from greffier.text import key as folded
from greffier.vocabulary import is_title
from greffier.writing.guises import looks

PIECES = 4  # words of a name that may change places; a longer one is looked for as it stands and reversed
_BETWEEN = r"[\s'\-_.,+/]*"  # what may stand between the words of a name: nothing too, as in file names
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = ("le", "la", "les", "l", "the")
_ALONE_BEFORE, _ALONE_AFTER = r"(?<![^\W\d_])", r"(?![^\W\d_])"  # a digit beside a name hides nothing: "marguin75"


@dataclass(frozen=True, slots=True)
class Forms:
    """Patterns for folded text. `names` has one group for each entity: `n0`…, or `c0`… where a capital is asked for.

    `published` is by the number of the entity; None where what was told would itself give the name away.
    """

    names: re.Pattern[str]
    published: tuple[str | None, ...]
    harmless: re.Pattern[str] | None
    parts: tuple[str, ...]


def forms(everyone: list[Entity]) -> Forms | None:
    """Return the forms of the protected ones among these entities; None when nobody is protected."""
    protected = [entity for entity in everyone if entity.protected and _told(entity)]
    if not protected:
        return None
    bounded = [_bounded(f"(?P<n{number}>{_pattern(entity)})", entity) for number, entity in enumerate(protected)]
    for number, entity in enumerate(protected):
        if short := sorted(_capitalised(entity)):
            bounded.append(_bounded(f"(?P<c{number}>(?:{'|'.join(short)})(?:'s)?)", entity))
    secret = {form for entity in protected for form in _told(entity)}
    parts = {part for e in protected if e.kind == "person" for form in _told(e) for part in _parts(form)}
    names = re.compile("|".join(bounded))
    published = tuple(None if names.search(_key(e.publish_as or "")) else e.publish_as for e in protected)
    long = tuple(sorted(part for part in parts if len(part) >= 4))
    return Forms(names, published, _harmless(everyone, secret, parts, published), long)


def _bounded(pattern: str, entity: Entity) -> str:
    """A number goes on with a digit, a name does not."""
    if entity.kind == "person":
        return f"{_ALONE_BEFORE}{pattern}{_ALONE_AFTER}"
    return rf"(?<![^\W_]){pattern}(?![^\W_])"


def _key(form: str) -> str:
    """A name as it looks, folded."""
    return folded(looks(form))


def _told(entity: Entity) -> set[str]:
    """What must not be said; a name that a page says was changed may, since it is what stands for the true one."""
    changed = {form.value for form in entity.names if form.kind == "changed"}
    told = {entity.name, *(form.value for form in entity.names)} - changed
    return {value for value in told if _key(value)}


def _words(form: str) -> list[str]:
    return _WORD.findall(_key(form))


def _pattern(entity: Entity) -> str:
    patterns = {pattern for form in _told(entity) for pattern in _whole(_key(form))}
    if entity.kind == "person":
        told = _told(entity)
        patterns |= {_letters(part) for form in told for part in _parts(form)}
        patterns |= {_letters(login) for form in told for login in _logins(form)}
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
    words = _words(form)
    if words and words[0] in _ARTICLES:
        return []
    return [word for word in words if len(word) >= 3 and not is_title(word) and not word.isdigit()]


def _capitalised(entity: Entity) -> set[str]:
    """Words that are a name only with a capital: of two letters ("Ly"), or after an article ("LE GUEN Yann")."""
    if entity.kind != "person":
        return set()
    found: set[str] = set()
    for form in _told(entity):
        words = [word for word in _words(form) if len(word) >= 2 and not is_title(word) and not word.isdigit()]
        if len(words) > 1:
            found |= {word for word in words if len(word) == 2 or _words(form)[0] in _ARTICLES}
    return found


def _logins(form: str) -> set[str]:
    """A name as machines call people: "pmarguin", "marguinp"."""
    words = _parts(form)
    pairs = [(one, other) for one in words for other in words if one != other and len(other) >= 4]
    return {login for one, other in pairs for login in (one[0] + other, other + one[0])}


def _letters(word: str) -> str:
    """A word, whole, broken at the end of a line, or spaced out letter by letter."""
    broken = "(?:- ?)?".join(re.escape(char) for char in word)
    if len(word) < 5:
        return broken
    return rf"(?:{broken}|{'[ .-]'.join(re.escape(char) for char in word)})"


# --- names that are not one of them -----------------------------------------------------------------------------------


def _harmless(
    everyone: Iterable[Entity], secret: set[str], parts: set[str], published: Iterable[str | None]
) -> re.Pattern[str] | None:
    """Full names of others who share a first name ("Lino Vasseur" where another Lino is protected), names to publish.

    Who shares a family name may be the same person, named otherwise, or lead to them: that is no harmless name.
    """
    first = {word for form in secret for word in _first_names(form)}
    last = {word for form in secret for word in _family_names(form)} | {
        _words(f)[0] for f in secret if len(_words(f)) == 1
    }
    allowed = {_key(name) for name in published if name}
    for entity in everyone:
        for form in () if entity.protected else _told(entity):
            shared = parts & set(_words(form))
            if shared and shared <= first - last and shared <= set(_first_names(form)) and _family_names(form):
                allowed.add(_key(form))
    allowed = {form for form in allowed if form} - {_key(form) for form in secret}
    if not allowed:
        return None
    longest = sorted(allowed, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(form) for form in longest)})(?![^\W_])")


def _family_names(form: str) -> list[str]:
    """The words in capitals where others are not, else all but the first."""
    words = _significant(form)
    capitals = [word for word in words if word.isupper()]
    return [_key(word) for word in (capitals if 0 < len(capitals) < len(words) else words[1:])]


def _first_names(form: str) -> list[str]:
    family = _family_names(form)
    return [word for word in map(_key, _significant(form)) if word not in family] if family else []


def _significant(form: str) -> list[str]:
    return [word for word in _WORD.findall(form) if len(word) > 1 and not is_title(_key(word))]
