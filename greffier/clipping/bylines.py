"""Who wrote it, from a byline: names, roles, or a scaffold from which the names were stripped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from greffier.clipping.wording import BY

_PARTICLES = r"(?:de|du|des|la|le|van|von|der|den|ter|el|al|bin|ben|ibn|di|da|dos|y|d')"
_WORD = r"[A-ZÀ-ÖØ-Þ][\w'.-]*"
_NAME = re.compile(rf"{_WORD}(?: ?(?:{_PARTICLES} ?)*{_WORD}){{0,4}}")
_CUE = re.compile(rf"(?:{'|'.join(BY.values())})(?![\w'-]) ?:? ?", re.IGNORECASE)
_BETWEEN = re.compile(r" ?(?:,|;|/|\||&|·|\b(?:and|et|und|with|avec|mit)\b(?= ?))+ ?")
_ROLE = re.compile(r"\(([^()]{1,80})\)")
_EMAIL = re.compile(r"(?<!\S)\S+@\S+")
_NO_NAME = re.compile(
    r"(?:the|a|an|our|le|la|les|un|une|notre|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|march|april|june|july|august|"
    r"sept|octo|"
    r"novem|decem)\w{0,6}$|(?:now|then|today|comparison|contrast|law|far|chance|default|design)$",
    re.IGNORECASE,
)
MOST = 220  # characters of a byline


@dataclass(frozen=True, slots=True)
class Byline:
    """The authors in order, what each is said to be, and how many there were at least where names were stripped."""

    authors: tuple[str, ...]
    roles: tuple[tuple[str, str], ...] = ()
    at_least: int = 0

    @property
    def stripped(self) -> bool:
        """Whether the scaffold of a byline stands there without its names."""
        return not self.authors


def byline(told: str) -> Byline | None:
    """Read a whole chunk (`plain`) that begins with the words of a byline; None where it is something else."""
    cue = _CUE.match(told)
    if cue is None or len(told) > MOST:
        return None
    rest = _EMAIL.sub(" ", told[cue.end() :]).strip(" |·-")
    slots = _slots(rest)
    if not any(slots):
        return Byline((), at_least=_least(rest))
    return _named(rest)


def names(told: str) -> Byline | None:
    """Read a whole chunk that may be names alone; each of two words at least."""
    found = _named(told)
    if found is None or found.roles or len(told) > MOST or any(" " not in name for name in found.authors):
        return None
    return found


def _slots(rest: str) -> list[str]:
    return [slot.strip(" .") for slot in _BETWEEN.split(rest)]


def _least(rest: str) -> int:
    """How many names a scaffold had: one on each side of `and` or of a comma that is not part of `, and`."""
    separators = re.findall(r"(?:, ?)?\b(?:and|et|und)\b|,|&", rest)
    return len(separators) + 1


def _named(rest: str) -> Byline | None:
    authors: list[str] = []
    roles: list[tuple[str, str]] = []
    for slot in _parts(rest):
        role = _ROLE.search(slot)
        bare = _ROLE.sub("", slot).strip(" .,")
        if _is_name(bare, authors):
            authors.append(bare)
        elif not authors or not _is_role(bare):
            return None
        else:
            roles.append((authors[-1], bare))
        if role:
            roles.append((authors[-1], role[1].strip()))
    return Byline(tuple(authors), tuple(roles), len(authors)) if authors else None


def _parts(rest: str) -> list[str]:
    """The slots between commas and `and`, but what stands in brackets is one."""
    hidden = _ROLE.sub(
        lambda match: match.group().replace(",", "\x00").replace(" and ", " \x01 ").replace(" et ", " \x02 "), rest
    )
    slots = [slot.replace("\x00", ",").replace("\x01", "and").replace("\x02", "et") for slot in _BETWEEN.split(hidden)]
    return [slot.strip() for slot in slots if slot.strip(" .")]


def _is_name(bare: str, before: list[str]) -> bool:
    """One word alone is a name only where no name of two words stands before: "Jane Doe, Paris" has one author."""
    if _NAME.fullmatch(bare) is None or _NO_NAME.match(bare):
        return False
    return " " in bare or not before or all(" " not in name for name in before)


def _is_role(bare: str) -> bool:
    return 0 < len(bare) <= 60 and len(bare.split()) <= 8 and not re.search(r"[.!?:;]", bare)
