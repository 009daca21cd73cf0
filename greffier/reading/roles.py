"""Roles: what people are in the procedure or at work, and whose role it is where the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from greffier.reading.candidate import Candidate
from greffier.reading.surroundings import title_before
from greffier.reading.taken import Taken, beginning
from greffier.reading.vocabulary import any_of, level, phrases

_BETWEEN_NAME_AND_ROLE = re.compile(
    r"\s*[,(]\s*(?:(?:le|la|l'|un|une|notre|alors|the|an?|our|then|son|sa|his|her|former|ancien"
    r"|ancienne|en qualite d'?e?|as)\s*)?(?:(?:de|d')\s*)?"
    r"|\s+(?:(?:est|etait|is|was|agissant en qualite d|en qualite d|exercant la profession d"
    r"|works as|acting as|as)'?e?\s+)(?:(?:an?|the|un|une|le|la)\s+)?"
)
_BETWEEN_ROLES = re.compile(r"\s*(?:,|et|and|&)\s*(?:(?:le|la|l'|un|une|the|an?)\s*)?")
_BETWEEN_ROLE_AND_NAME = re.compile(
    r"\s*,?\s*(?:(?:m\.|mme|mlle|monsieur|madame|maitre|me|mr|mrs|ms|dr|nomme|nommee|denomme|le\s+nomme)\.?\s+)?"
)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{any_of(phrases('roles'))})(?:e?s)?(?![\w-])")


def find_roles(text: str, people: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the roles of a page, the ranks before names among them; a rank alone (« le capitaine ») is none."""
    flat = level(text)
    taken = Taken((person.start, person.end) for person in people)
    for person in people:
        title = title_before(flat, person.start)
        if title and title.kind == "rank" and taken.free(title.start, title.end):
            taken.add(title.start, title.end)
            yield _role(text, title.start, title.end)
    for match in _pattern().finditer(flat):
        if taken.free(*match.span()) and not _is_custody(text[slice(*match.span())]):
            taken.add(*match.span())
            yield _role(text, *match.span())


def _is_custody(words: str) -> bool:
    """« la garde à vue » is no one, « le gardé à vue » is; level, they are one."""
    return level(words).startswith("garde a") and words[4:5] not in ("é", "É")


def pair_roles(
    text: str, people: Sequence[Candidate], roles: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Candidate]]:
    """Yield each person with the roles in apposition: « Brice TORNAVEL, brigadier-chef, agent de police »."""
    flat = level(text)
    held: set[Candidate] = set()
    for person in people:
        at, joint = person.end, _BETWEEN_NAME_AND_ROLE
        while (role := _next(flat, at, joint, roles)) and role not in held:
            held.add(role)
            yield person, role
            at, joint = role.end, _BETWEEN_ROLES
    for role in roles:
        owner = next((one for one in beginning(people, role.end, role.end + 24) if _leads_to(flat, role, one)), None)
        if owner and role not in held:
            held.add(role)
            yield owner, role


def _next(flat: str, at: int, joint: re.Pattern[str], roles: Sequence[Candidate]) -> Candidate | None:
    gap = joint.match(flat, at)
    if gap is None:
        return None
    return next((role for role in roles if gap.start() < role.start <= gap.end()), None)


def _leads_to(flat: str, role: Candidate, person: Candidate) -> bool:
    """« le capitaine DURAND », « L'officier de police judiciaire, Damien OLIVASTRE » at the head of a line."""
    if not role.end < person.start <= role.end + 24:
        return False
    between = flat[role.end : person.start]
    if "," in between and flat[: role.start].rstrip(" ").rsplit("\n", 1)[-1].strip() not in {
        "",
        "l'",
        "le",
        "la",
        "the",
    }:
        return False
    return _BETWEEN_ROLE_AND_NAME.fullmatch(between) is not None


def _role(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, "role", " ".join(text[start:end].split()).lower(), 0.9)
