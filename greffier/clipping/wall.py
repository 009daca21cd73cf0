"""The sentence that closes a cut article: how much is left, or for whom the rest is kept. Always a block of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from greffier.clipping.wording import ALREADY_READ, FREE, METERED, REMAINING, RESERVED, WALL_ASIDE, each, group, union

Kind = Literal["reserved", "metered", "free"]
MOST = 400  # characters of a marker
_REMAINING, _READ = each(REMAINING), each(ALREADY_READ)
_RESERVED, _FREE, _METERED, _ASIDE = each(RESERVED), union(FREE), union(METERED), union(WALL_ASIDE)
_SENTENCE = re.compile(r"(?<=[^\d\s])[.!?…:]+(?= |$)|(?<=\d)[.!?…](?= |$)| [|·-] ")


@dataclass(frozen=True, slots=True)
class Wall:
    """A marker: the share that is left to read, in percent, where it says one; the language of its wording."""

    kind: Kind
    language: str
    remaining: float | None = None


def wall(told: str) -> Wall | None:
    """Read a whole chunk (`plain`); None unless every sentence of it is a marker's. A quoted one is none."""
    if not 4 <= len(told) <= MOST or told[0] in "\"'«“„":
        return None
    if _FREE.fullmatch(told.rstrip(" .!")):
        return Wall("free", "")
    found: list[Wall] = []
    for sentence in filter(None, (part.strip(" .!?…:") for part in _SENTENCE.split(told))):
        read = _sentence(sentence)
        if read is not None:
            found.append(read)
        elif not _ASIDE.fullmatch(sentence):
            return None
    return _together(found)


def aside(told: str) -> bool:
    """Whether a chunk belongs to a wall without being its marker: "Already a subscriber? Log in"."""
    sentences = [part.strip(" .!?…:") for part in _SENTENCE.split(told)]
    return len(told) <= MOST and all(_ASIDE.fullmatch(sentence) for sentence in sentences if sentence)


def _sentence(sentence: str) -> Wall | None:
    for language, pattern in _REMAINING.items():
        if match := pattern.fullmatch(sentence):
            return Wall("reserved", language, _percent(match))
    for language, pattern in _READ.items():
        if match := pattern.fullmatch(sentence):
            read = _percent(match)
            return Wall("reserved", language, None if read is None else round(100 - read, 4))
    for language, pattern in _RESERVED.items():
        if pattern.fullmatch(sentence):
            return Wall("metered" if _METERED.search(sentence) else "reserved", language)
    return None


def _percent(match: re.Match[str]) -> float | None:
    told = group(match, "percent")
    share = float(told.replace(",", ".")) if told else None
    return share if share is not None and share <= 100 else None


def _together(found: list[Wall]) -> Wall | None:
    if not found:
        return None
    share = next((one.remaining for one in found if one.remaining is not None), None)
    if share == 0:
        return Wall("free", found[0].language, share)
    return Wall("metered" if any(one.kind == "metered" for one in found) else "reserved", found[0].language, share)
