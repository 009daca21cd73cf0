"""The forms of the words that tell events: regular verbs conjugated, the others as the lexicon lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from greffier.reading.listed import Listed
from greffier.reading.vocabulary import any_of, level, table

Form = Literal["finite", "present", "participle", "past", "infinitive", "gerund", "noun"]
_ENDINGS: dict[Form, str] = {
    "finite": "ent ons ait aient ais a èrent era eront erai erait eraient ions",
    "present": "e es",
    "participle": "é ée és ées",
    "infinitive": "er",
    "gerund": "ant",
}
_PARTICIPLE = re.compile(
    r"(?<!\w)\w+ée?s?\b|jointe?s?\b|(?:re)?mise?s?\b|prise?s?\b|(?:taken|placed|put|remanded|booked|bagged|sealed|released)\b"
)


class Lexicon(NamedTuple):
    """What matches a trigger on the level view, and for each match its types, forms and true spellings."""

    words: Listed
    forms: dict[str, list[tuple[str, Form, str]]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    forms: dict[str, list[tuple[str, Form, str]]] = {}
    for type_, entry in table("events").items():
        for form, word in _words_of(entry):
            forms.setdefault(level(word), []).append((type_, form, word))
    return Lexicon(Listed(rf"(?<![\w-])(?:{any_of(forms)})(?![\w-])", forms), forms)


def _words_of(entry: dict[str, Any]) -> Iterator[tuple[Form, str]]:
    for stem in entry.get("er", ()):
        for form, endings in _ENDINGS.items():
            yield from ((form, stem + ending) for ending in endings.split())
    named: tuple[tuple[str, Form], ...] = (
        ("pp", "participle"),
        ("finite", "finite"),
        ("present", "present"),
        ("infinitive", "infinitive"),
        ("nouns", "noun"),
    )
    for key, form in named:
        yield from ((form, word) for word in entry.get(key, ()))
    for phrase in entry.get("phrases", ()):
        yield ("participle" if _PARTICIPLE.match(phrase) else "finite"), phrase
    for verb in entry.get("regular", ()):
        yield from _english(*_regular(verb))
    for base, past, participle in entry.get("irregular", ()):
        yield from _english(base, past, participle, base[:-1] + "ing" if base.endswith("e") else base + "ing")


def _regular(verb: str) -> tuple[str, str, str, str]:
    head, _, particle = verb.partition(" ")
    rest = f" {particle}" if particle else ""
    if head.endswith("e"):
        past, going = head + "d", head[:-1] + "ing"
    elif head.endswith("y") and head[-2] not in "aeo":
        past, going = head[:-1] + "ied", head + "ing"
    elif head in {
        "flog",
        "ship",
        "drop",
        "slip",
        "bag",
        "transfer",
        "remit",
        "transmit",
        "submit",
        "sublet",
        "swab",
        "tip",
    }:
        past, going = head + head[-1] + "ed", head + head[-1] + "ing"
    else:
        past, going = head + "ed", head + "ing"
    return head + rest, past + rest, past + rest, going + rest


def _english(base: str, past: str, participle: str, going: str) -> Iterator[tuple[Form, str]]:
    head, _, particle = base.partition(" ")
    third = (
        head[:-1] + "ies"
        if head.endswith("y") and head[-2] not in "aeo"
        else head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s")
    )
    yield "infinitive", base
    yield "present", third + (f" {particle}" if particle else "")
    yield "past", past
    if participle != past:
        yield "participle", participle
    yield "gerund", going


def roles_of(type_: str) -> dict[str, str]:
    """Return the roles of the two sides of an event's verb, and of who stands after « à » and « de »."""
    roles: dict[str, str] = table("events")[type_]["roles"]
    return roles


def event_of(type_: str) -> str:
    """Return the type of event that a trigger tells: `received a call from` tells a call, its sides turned."""
    event: str = table("events")[type_].get("event", type_)
    return event


def event_types() -> list[str]:
    """Return the types of events that there are."""
    return [type_ for type_ in table("events") if event_of(type_) == type_]
