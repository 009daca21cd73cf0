"""Roles: what people are in the procedure or at work, and whose role it is where the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.capitals import WORD, common, shouted
from greffier.reading.role_words import (
    determined,
    is_adjective,
    is_by_name,
    is_plural,
    is_wanted,
    lacks_accent,
    role_words,
    set_apart,
)
from greffier.reading.surroundings import title_before
from greffier.reading.taken import Taken, beginning
from greffier.reading.trades import after_names, before_people, labelled
from greffier.reading.vocabulary import level

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


_NUMBERED = re.compile(
    r"(?<![\w-])(?P<rank>w?pc|(?:w\.)?p\.c\.|dc|d\.c\.|ps|sgt|constable|garda|officer|gpx|agent)\s+[a-z]?\d{2,5}[a-z]?\s+$"
)
_NUMBER_AFTER = re.compile(r",\s(?P<rank>sgt|pc|dc|ds|garda|inspector|sergeant|constable)\s+\d{2,5}[a-z]?\b")
_WORD_BEFORE = re.compile(r"(?<![\w'’.-])([\w-]{2,20})[ ]$")
_BEGINS = re.compile(r"(?:^|[,:;(–—|-][ ]?|\n[ \t]*)$")
_WITH_PORTFOLIO = frozenset(("minister", "ministre", "secretary", "commissioner"))
_PORTFOLIO = re.compile(
    rf"[ ](?:of[ ]State[ ]for|of|for)(?:[ ]the)?[ ]{WORD}(?:[ ]and[ ]{WORD})?"
    rf"|[ ](?:de[ ]la|de[ ]l['’]|des|du)[ ]?{WORD}"
)
_LETTERS = re.compile(r"[A-Z]{2,4}$")  # `HGV driver`
_NAMED_AFTER = re.compile(rf",[ ](?:M\.|Mme|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)[ ]{WORD}")  # `Requests solicitor, Ms Power`
_SHORT_LINE = 200  # characters of a line in which an article stands before a role
_MOST = 4  # words before the head of an English role


def find_roles(text: str, people: Sequence[Candidate], language: str | None = None) -> Iterator[Candidate]:
    """Yield the roles of a page, the ranks before names among them, and those alone (« le capitaine »)."""
    flat = level(text)
    taken = Taken((person.start, person.end) for person in people)
    for finder in (_before_names, labelled, _listed, _headed, after_names, before_people, _alone):
        for start, end in finder(text, flat, people, language):
            if taken.free(start, end):
                taken.add(start, end)
                yield _role(text, start, end)


def _before_names(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """« le capitaine DURAND », `P.C. 318 LUMB`, `C. Tuohy, Sgt 24816K`."""
    for person in people:
        title = title_before(flat, person.start)
        if title and title.kind == "rank":
            yield title.start, title.end
        elif numbered := _NUMBERED.search(flat, max(0, person.start - 24), person.start):
            yield numbered.span("rank")
        if after := _NUMBER_AFTER.match(flat, person.end):
            yield after.span("rank")


def _listed(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """The phrases of the list, as wide as they go."""
    words = role_words()
    for match in words.phrase.finditer(flat):
        core = " ".join(match["core"].split())
        if is_plural(core) or lacks_accent(core, text[slice(*match.span())]) or not _stands(text, flat, match):
            continue
        if (
            (core in words.doubtful or match["of"] or match["english"])
            and not determined(flat, match.start())
            and not set_apart(flat, match.start())
            and not _is_in_letters(text, *match.span())
        ):
            continue
        start = _grown(text, flat, match.start()) if language != "fr" else match.start()
        if (
            start == match.start()
            and core in words.family_names
            and text[start].isupper()
            and not set_apart(flat, start)
        ):
            continue
        yield start, match.end()


def _is_in_letters(text: str, start: int, end: int) -> bool:
    """`DP refuses food`: letters that are an office, and no mark of an exhibit (`DP/1`), in a line of other words."""
    return bool(_LETTERS.fullmatch(text, start, end)) and text[end : end + 1] != "/" and not shouted(text, start, end)


def _headed(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """`night supervisor`, `care assistant`: a head with a word that says of what."""
    for match in role_words().head.finditer(flat) if language != "fr" else ():
        start = _grown(text, flat, match.start())
        if start < match.start() and _stands(text, flat, match):
            yield start, match.end()


def _alone(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """« Le procureur a été avisé », `The inspector`: a rank after its article."""
    for match in role_words().rank.finditer(flat):
        if not determined(flat, match.start()) or not _stands(text, flat, match):
            continue
        if not (language == "en" and match.group() == "general"):  # `the general practice`
            portfolio = _PORTFOLIO.match(text, match.end()) if match.group() in _WITH_PORTFOLIO else None
            yield match.start(), portfolio.end() if portfolio else match.end()


def _stands(text: str, flat: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if (
        role_words().not_before.match(flat, end)
        or role_words().no_role.match(flat, start)
        or is_by_name(text, start, end)
    ):
        return False
    return not is_wanted(flat, start) or _NAMED_AFTER.match(text, end) is not None


def _grown(text: str, flat: str, start: int) -> int:
    """Where an English role begins whose head is at `start`: with the words that say of what.

    Known ones are taken wherever they stand (`police chief`), as ordinary words with a capital before a head with one
    (`Senior Land Management Officer`), others only where an article, a comma or the beginning of a line shows that the
    role begins there (`the purchasing manager`).
    """
    words, kept, at = role_words(), start, start
    capital = text[start].isupper() and not words.no_office.match(flat, start) and not shouted(text, start, start + 1)
    for _ in range(_MOST):
        before = _WORD_BEFORE.search(flat, max(0, at - 24), at)
        if before is None or before[1] in words.no_modifiers:
            break
        if is_adjective(before[1]):
            return at
        at, after = before.start(1), at
        written = text[at : before.end(1)]
        if before[1] in words.modifiers or (capital and kept == after and written[0].isupper() and common(before[1])):
            kept = at
        elif not (written.islower() or _LETTERS.match(written)):
            return kept  # a name: `Marlow police`
    return at if determined(flat, at) or _BEGINS.search(flat, max(0, at - 8), at) else kept


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
    if "," in between and flat[max(0, role.start - _SHORT_LINE) : role.start].rpartition("\n")[2].strip() not in {
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
