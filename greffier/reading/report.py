"""A report: what somebody is said to have said, and who its subject is."""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.reading.candidate import Candidate
from greffier.reading.vocabulary import any_of, table

_TITLES = [
    title for kind in ("civil", "style", "rank") for title in table("titles")[kind] if title not in ("contre", "c/")
]
_NOUNS = (  # that stand before a name like a title
    r"(?:le|la|les|the|ce|cet|cette|une?|an?|notre|son|sa|his|her|nommee?|denommee?|hon|chief|temoin|gerante?|certaine?|gardien|ancien|ancienne|ex|vieux|vieille"
    r"|young|old|feue?|late|trooper|teller|colleague|boss|mother|brother|matelot|alhaji|lawyer|attorney|counsel)"
)
TITLE = re.compile(rf"(?:(?:{_NOUNS}|{any_of(_TITLES)})\.?\s+|l'){{0,8}}")
ITEM = re.compile(r";\s*(?:\n|(?:attendu|considerant|qu[e'])\b)")  # the next ground of a judgment


class Reported(NamedTuple):
    """What somebody is reported to have said, and the words that report it.

    `speaker` is None where a pronoun stands for somebody (`pronoun`), a word for whom the record is about (`concerned`)
    or nothing at all (`bare`), and where a document or a body speaks (its words are `document`), or `the driver`, whom
    the page may name elsewhere (`office`). What is `denied`, or not said, is nobody's claim.
    """

    start: int
    end: int
    speaker: Candidate | None
    cue: tuple[int, int]
    document: tuple[int, int] | None = None
    pronoun: tuple[int, int] | None = None
    concerned: tuple[int, int] | None = None
    bare: bool = False
    office: tuple[int, int] | None = None
    denied: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether somebody is its subject who has no name."""
        return not (self.speaker or self.document or self.pronoun or self.concerned or self.bare or self.office)


class Subject(NamedTuple):
    """Who reports, told as in Reported; `start` is where the words for it begin."""

    start: int
    speaker: Candidate | None = None
    document: tuple[int, int] | None = None
    pronoun: tuple[int, int] | None = None
    concerned: tuple[int, int] | None = None
    bare: bool = False
    office: tuple[int, int] | None = None


def blanks(flat: str, at: int) -> int:
    """How many blanks stand at an offset, four at most."""
    return len(flat[at : at + 4]) - len(flat[at : at + 4].lstrip())


def trimmed(flat: str, start: int, end: int) -> int:
    """The end of reported words without signs and blanks after them, nor a mark that closes what holds them."""
    while end > start and (flat[end - 1] in ".;, \n" or _closes(flat, start, end)):
        end -= 1
    return end


def _closes(flat: str, start: int, end: int) -> bool:
    opener = {"»": "«", "”": "“"}.get(flat[end - 1])
    return opener is not None and flat.count(opener, start, end) < flat.count(flat[end - 1], start, end)
