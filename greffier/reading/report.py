"""A report: what somebody is said to have said, and who its subject is."""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.reading.candidate import Candidate

TITLE = re.compile(
    r"(?:(?:le|la|l'|the|les|ce|cet|cette|un|une|notre|son|sa|his|her|m\.|mme|mlle|maitre|me|mr|mrs|ms|dr|monsieur"
    r"|madame|nomme|nommee|capitaine|commandant|lieutenant|brigadier|brigadier-chef|commissaire|major|adjudant|juge|docteur|captain|judge"
    r"|inspecteur|inspectrice|detective|justice|lord|lady|sir|hon|chief|trooper|agent|deputy|corporal|cpl|cst|asp|dsp|asi|investigator|coroner|commissioner|magistrate|shri|smt|sri|alhaji|pastor|father|sister|teller|colleague|boss|mother|brother|inspector|sergeant|constable|superintendent|officer|garda|pc|dc|ds|di|dci|ps|sgt|insp|supt|temoin|gerant|gerante|gardien|ancien|ancienne|ex)\.?\s+|l'){0,8}"
)
ITEM = re.compile(r";\s*(?:\n|(?:attendu|considerant|qu[e'])\b)")  # the next ground of a judgment


class Reported(NamedTuple):
    """What somebody is reported to have said, and the words that report it.

    `speaker` is None where a pronoun stands for somebody (`pronoun`), a word for whom the record is about (`concerned`)
    or nothing at all (`bare`), and where a document or a body speaks (its words are `document`). What is `denied`, or
    not said, is nobody's claim.
    """

    start: int
    end: int
    speaker: Candidate | None
    cue: tuple[int, int]
    document: tuple[int, int] | None = None
    pronoun: tuple[int, int] | None = None
    concerned: tuple[int, int] | None = None
    bare: bool = False
    denied: bool = False

    @property
    def unnamed(self) -> bool:
        """Whether somebody is its subject who has no name."""
        return not (self.speaker or self.document or self.pronoun or self.concerned or self.bare)


class Subject(NamedTuple):
    """Who reports, told as in Reported; `start` is where the words for it begin."""

    start: int
    speaker: Candidate | None = None
    document: tuple[int, int] | None = None
    pronoun: tuple[int, int] | None = None
    concerned: tuple[int, int] | None = None
    bare: bool = False


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
