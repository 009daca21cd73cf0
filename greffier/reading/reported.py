"""Indirect speech: « X affirme que … », « selon X, … », `X said that …`; somebody must be named as the speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.speech import nearest_before, patterns
from greffier.reading.vocabulary import level


class Reported(NamedTuple):
    """What somebody is reported to have said, who said it, and the words that report it."""

    start: int
    end: int
    speaker: Candidate
    cue: tuple[int, int]


_SUBJECT_GAP = re.compile(
    r"(?:\s*,[^,.;:]{0,80},)?\s*(?:(?:nous|m'|lui|leur|also|then|later|already|toutefois|egalement"
    r"|encore|ensuite|has|had|have|did)\s+|(?:qui|who)\s+)*$"
)
_TITLE = re.compile(
    r"(?:(?:le|la|l'|the|les|ce|cet|cette|un|une|notre|m\.|mme|mlle|maitre|mr|mrs|ms|monsieur"
    r"|madame|nomme|nommee|capitaine|commandant|lieutenant|brigadier|brigadier-chef|commissaire"
    r"|inspecteur|detective|inspector|sergeant|temoin|gerant|gerante|gardien)\.?\s+|l')*"
)


_TO = re.compile(rf"\s+(?:(?:a|au|aux|to)\s+)?{_TITLE.pattern}")


def find_reported(text: str, sentences: Sequence[tuple[int, int]], seen: Sequence[Candidate]) -> Iterator[Reported]:
    """Yield the indirect speech of a page, at most one for each sentence and way of reporting."""
    flat = level(text)
    for start, end in sentences:
        found = _said_that(flat, start, end, seen) or _according_to(text, flat, start, end, seen)
        if found and found.end > found.start:
            yield found


def _said_that(flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Reported | None:
    for match in patterns().reporting.finditer(flat, start, end):
        if match["to"] and not _is_addressee(flat, match, seen):
            continue
        speaker = nearest_before(seen, start, match.start())
        if speaker and _SUBJECT_GAP.fullmatch(flat, speaker.end, match.start()):
            return Reported(match.end(), _trimmed(flat, end), speaker, match.span("verb"))
    return None


def _is_addressee(flat: str, match: re.Match[str], seen: Sequence[Candidate]) -> bool:
    """`told John Harker that`, « déclare à M. Morin que »: only somebody stands between the verb and its clause."""
    left, right = match.span("to")
    one = next((one for one in seen if left <= one.start and one.end == right), None)
    return one is not None and _TO.fullmatch(flat, left, one.start) is not None


def _according_to(text: str, flat: str, start: int, end: int, seen: Sequence[Candidate]) -> Reported | None:
    for match in patterns().according.finditer(flat, start, end):
        if match.group().strip() in ("pour", "suivant") and match.start() > start:
            continue
        title = _TITLE.match(flat, match.end())
        at = title.end() if title else match.end()
        speaker = next(
            (
                one
                for one in seen
                if one.kind in ("person", "role", "organisation") and match.end() <= one.start <= at + 1
            ),
            None,
        )
        if speaker is None or (match.group().strip() in ("pour", "suivant") and speaker.kind != "person"):
            continue
        if match.start() - start <= 2:
            comma = flat.find(",", speaker.end, end)
            if comma < 0 or comma > speaker.end + 60:
                return None
            return Reported(comma + 1 + _blanks(flat, comma + 1), _trimmed(flat, end), speaker, match.span())
        before = text[start : match.start()].rstrip(" ,\n")
        return Reported(start, start + len(before), speaker, match.span()) if len(before) > 20 else None
    return None


def _blanks(flat: str, at: int) -> int:
    return len(flat[at : at + 4]) - len(flat[at : at + 4].lstrip())


def _trimmed(flat: str, end: int) -> int:
    return end - (flat[end - 1] in ".;") if end else end
