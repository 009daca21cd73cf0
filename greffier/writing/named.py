"""Names in a draft against names on a page, over everything the case knows somebody to be called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from greffier.records import Entity
from greffier.vocabulary import is_title, tokens


@dataclass(frozen=True, slots=True)
class Bearer:
    """An entity with all its names as sets of words; what it is published as is one of them."""

    id: str
    name: str
    forms: tuple[frozenset[str], ...]


def bearers(entities: Iterable[Entity]) -> list[Bearer]:
    """Prepare the entities of a case for comparing names."""
    found = []
    for entity in entities:
        forms = [entity.name, entity.publish_as or "", *(form.value for form in entity.names)]
        found.append(Bearer(entity.id, entity.name, tuple({words for form in forms if (words := name_words(form))})))
    return found


def name_words(name: str) -> frozenset[str]:
    """Return the folded words of a name without titles; all of them where it is made of titles ("le Chef")."""
    words = frozenset(token.word for token in tokens(name) if len(token.word) > 1)
    return frozenset(word for word in words if not is_title(word)) or words


def called(name: str, everyone: Iterable[Bearer]) -> list[Bearer]:
    """Return all who may be meant by a name: its words are among those of one of their names."""
    words = name_words(name)
    return [bearer for bearer in everyone if words and any(words <= form for form in bearer.forms)]


def stands(name: str, known: Iterable[Bearer], page_words: frozenset[str]) -> bool:
    """Whether somebody of this name is named among these words, under any of the names known."""
    words = name_words(name)
    if words and words <= page_words:
        return True
    return any(form and form <= page_words for bearer in known for form in bearer.forms)


def words_of(text: str) -> frozenset[str]:
    """Return the folded words of a text."""
    return frozenset(token.word for token in tokens(text))
