"""What stands around names of people, compiled once from the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.listed import Listed
from greffier.reading.vocabulary import any_of, level, table, words


class Surroundings(NamedTuple):
    """Patterns on the level view: `*_before` end at the name's start, the others begin at its end."""

    thing_before: Listed
    determiner_before: re.Pattern[str]
    person_before: re.Pattern[str]
    label_before: re.Pattern[str]
    loose_label_before: re.Pattern[str]
    role_before: re.Pattern[str]
    told: re.Pattern[str]
    acts: re.Pattern[str]
    role: re.Pattern[str]


class Title(NamedTuple):
    """A title before a name: `civil` (M., Mrs), `style` (Me, Dr), `rank` (capitaine) or `cue` (le nommé)."""

    kind: str
    start: int
    end: int


_ELIDED = re.compile(r"^(?:l|d|n|qu)'(?=\w)")
_QUOTES = str.maketrans('«"“([', "     ")
_NUMBER = re.compile(r"(?<=\w)\s[a-z]?\d{2,6}[a-z]?\s+$")
_WINDOW = 48  # characters before a name in which its title stands


@lru_cache(maxsize=1)
def surroundings() -> Surroundings:
    held = table("people")
    called = r"(?:\s+(?:dite?|nommee?|named|called|de|du|the|le|la))?\s*[«\"“'(]?\s*$"
    roles = any_of(held["roles"])
    begins = r"(?:(?:^|\n|[|;•]|  )[ \t]*|(?<=[/.,]) )"  # where a field does: a line, a column, a part of a line
    article = r"(?:(?:a|an|the|our|his|her|le|la|l'|un|une|notre|son|sa|alors|then|ancien|ancienne|former)\s*)?"
    return Surroundings(
        thing_before=Listed(rf"(?<!\w)(?<!mandat de )(?:{any_of(held['things'])}){called}", held["things"]),
        determiner_before=re.compile(rf"(?<![\w'])(?:{any_of(held['determiners'])})\s+$|(?<!\w)l'$"),
        person_before=re.compile(rf"(?:(?<!\w)(?:{any_of(held['before'])})\s+|(?:^|[:,;(])\s*)$"),
        label_before=re.compile(
            rf"(?:{begins}(?:{any_of((*held['labels'], *held['signed_labels']))})"
            r"|\s(?:prenoms?|forenames?|(?:given|first)\s+names?))"
            r"(?:\s?\([a-z/ ,.]{1,20}\))?[ ]?:[ \t]*$"
        ),
        loose_label_before=re.compile(
            rf"{begins}(?:(?:{any_of(held['loose_labels'])})[ ]?:|[pdca]?w[ .-]?\d{{1,2}}\s?[:–—-])[ \t]*$"
        ),
        role_before=re.compile(rf"\b(?:{roles})(?:\s+[a-z]+){{0,2}},\s+$"),
        told=re.compile(
            r"(?:[ \t]{0,2}|\s?\n[ \t]*),?(?:[ \t]{0,2}|\n[ \t]*)\(?"
            rf"(?:(?:{any_of(held['told_after'])})\b|dite?\s+[«\"“]|\d{{2}}\s+(?:ans|years)|(?<=, )\d{{2}},\s)"
        ),
        acts=re.compile(rf"\*?\s+(?:(?:{any_of(held['acts'])})\b|\((?:(?:le|son|his|her|the)\s+(?:first\s+)?(?:prenom"
r"|nom|name)|prenom|not\s+h|name\s+changed))"),
        role=re.compile(rf",\s+{article}(?:[a-z'-]+\s+){{0,2}}?(?:{roles})\b"),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _titles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    held = table("titles")
    start = r"(?:(?<![\w.-])|(?<=[ldnu]'))"
    return (
        ("civil", re.compile(rf"{start}(?P<title>{any_of(held['civil'])})(?:\s+|(?<=/)\s*)$")),
        ("style", re.compile(rf"{start}(?P<title>{any_of(held['style'])})\s+$")),
        ("rank", re.compile(rf"{start}(?P<title>{any_of(held['rank'])})\s+$")),
        ("cue", re.compile(rf"{start}(?P<title>{any_of(held['cue'])}),?\s+(?:de\s+)?[«\"“]?\s*$")),
    )


@lru_cache(maxsize=1)
def _last_words() -> dict[str, frozenset[str]]:
    """The last words of all titles, with the kinds that they end: a cheap test before the patterns."""
    held = table("titles")
    kinds: dict[str, set[str]] = {}
    for kind in ("civil", "style", "rank", "cue"):
        for title in held[kind]:
            kinds.setdefault(level(title).split()[-1], set()).add(kind)
    return {word: frozenset(ends) for word, ends in kinds.items()}


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """All titles that stand before a name, on the level view."""
    held = table("titles")
    return frozenset(level(title) for kind in ("civil", "style", "rank") for title in held[kind])


def title_before(flat: str, start: int) -> Title | None:
    """Return the title right before `start` on a level view; a number may stand between: `PC 4471 Nwosu`."""
    offset = max(0, start - _WINDOW)
    before = flat[offset:start]
    numbered = _NUMBER.search(before) if before[-2:-1].isdigit() or before[-3:-2].isdigit() else None
    if numbered:
        before = before[: numbered.start() + 1]
    found = _title(before)
    if (
        found is None and "rn" in before
    ):  # « le nornmé Zouzou » of a bad scan: told from its end, since letters are lost
        read, before = before, before.replace("rn", "m")
        found = _title(before)
        found = found and (found[0], _unread(read, found[1]), _unread(read, found[2]))
    if found is None or (numbered and found[0] != "rank"):
        return None
    return Title(found[0], offset + found[1], offset + found[2])


def _unread(read: str, at: int) -> int:
    """Where a place of the text put right is in what a scan read: one sign further for each `rn` before it."""
    for place in range(len(read)):
        if at <= 0:
            return place
        at -= read[place : place + 2] != "rn"
    return len(read)


def _title(before: str) -> tuple[str, int, int] | None:
    if not before or before[-1].isalnum():
        return None
    heard = before.rstrip(' \n«"“/,').translate(_QUOTES).split()
    ends = _last_words().get(_bare(heard[-1])) if heard else None
    for kind, pattern in _titles() if ends else ():
        found = pattern.search(before) if ends and kind in ends else None
        if found and (kind != "cue" or "\n\n" not in found.group()):
            return kind, found.start("title"), found.end("title")
    return None


def ends_title(flat: str) -> bool:
    """Whether this word (level form) is the last one of a title."""
    return _bare(flat) in _last_words()


def _bare(word: str) -> str:
    """A word without an elided article, and « c/ » with its stroke."""
    if "'" not in word:
        return "c/" if word == "c" else word
    return _ELIDED.sub("", word)


def strong_given(flat: str) -> bool:
    """Whether this is a given name that is no ordinary word: « Yanis », « Jean-Pierre »."""
    given = words("given_names")
    if flat in given:
        return True
    return "-" in flat and all(part in given or weak_given(part) for part in flat.split("-"))


def weak_given(flat: str) -> bool:
    """Whether this is a given name and an ordinary word or place too: « Rose », « Florence »."""
    return flat in words("given_names_ambiguous")


def family_like(flat: str) -> bool:
    """Whether many people bear this for a family name, and no ordinary word, town or given name is written so."""
    known = words("family_names")
    return flat in known or ("-" in flat and all(part in known for part in flat.split("-")))
