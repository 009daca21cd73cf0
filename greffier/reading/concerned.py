"""Whom a word that stands for a name means, or a verb without a subject: « l'intéressé », `Claims he sold it`."""

from __future__ import annotations

import re
from itertools import pairwise

from greffier.reading.antecedents import TITLED_NAME, Antecedents
from greffier.reading.candidate import Candidate
from greffier.reading.cast import NOBODY, Speaker
from greffier.reading.fitting import SENTENCE
from greffier.reading.known import RANK
from greffier.reading.officers import is_officer
from greffier.reading.somebody import somebody
from greffier.reading.taken import beginning

_ARTICLE = re.compile(r"^(?:l'|(?:le|la|the)\s+)")
_TITLED = re.compile(  # nobody whom a record is about
    r"\b(?:me|maitre|dr|docteur|juge|judge|capitaine|lieutenant|brigadier|brigadier-chef|major|adjudant|adjudant-chef|gendarme|logis|commandant"
    r"|commissaire|inspecteur|pc|dc|ds|di|sgt|sergeant|constable|inspector|officer)\.?\s+$"
)
_CLAUSE = re.compile(rf"{SENTENCE.pattern}|;\s")
_STAMPED = re.compile(rf"[\s\d:.h/•*(),–-]*{RANK}")
_BESIDE = 12  # characters between a word and the name that it stands for
_FEW = 3  # clauses back
_SPOKEN_TO = re.compile(  # `Spoke to owner, X.`, `Passenger gives name X`, « Entretien avec le gérant, X. »
    r"(?:^|[.;:]\s|\n|(?<=[\d)–-]\s))[ \t]*(?:then\s|i\s|we\s|nous\s|on\s|j')?"
    r"(?:(?:re)?(?:spoke|spoken|talked|rang|rings|phoned|telephoned|called|calls?|contacted|interviewed|questioned|visited|met|saw|seen|traced|approached"
    r"|reached|messaged|emailed|texted|heard|identified)|conversation|meeting|interview|phone\s+call|telephone\s+call|message|e-?mail|letter|visit"
    r"|(?:r?appel|entretien|contact|message|visite|rencontre|courriel|mail|lettre|rendez-vous|echange|conversation|audition)(?:\s+telephonique)?"
    r"|(?:avons|ai)?\s?(?:vu|entendu|rencontre|joint|r?appele|contacte|interroge|recu|auditionne)|(?:[a-z]{4,12}\s)?(?:gives|gave)(?:\s(?:his|her))?\sname)"
    r"\s+(?:(?:to|with|from|avec|de|du|d'|a|aux?)\s+)?(?:(?:the|his|her|their|le|la|son|sa|une?|an?)\s+|l')?(?:[a-z-]{3,16},?\s+){0,3}?"
    rf"{RANK}"
)


class Concerned(Antecedents):
    """The people of one page by the words that stand for them."""

    def concerned(self, at: int, words: tuple[int, int] | None) -> Speaker:
        """Whom « l'intéressé », « le mis en cause » or a verb without a subject means: whom the record is about, else
        the one person told of before, else nobody but these words."""
        heard = self._cast.heard
        told = self._flat[slice(*words)] if words else ""
        named = self.meant_by(_ARTICLE.sub("", told)) if told else None
        if named is not None and self._fits(told, named, at):  # « l'accusé, X », « le prévenu X »: of several it is he
            return named
        if "client" in told and self._cast.client is not NOBODY:
            return self._cast.client
        if words is None and (just := self._just_told(at)) is not NOBODY:
            return just
        if self._cast.record and heard is not NOBODY and self._fits(told, heard, at):
            return heard
        if words is None:
            return NOBODY
        who = self._only(self._paragraph(words[0]), words[0], told) or self._only(0, words[0], told)
        if (
            who is not None
            and not is_officer(self._flat, who.start)
            and not self._told_beside(told, who)
            and not _TITLED.search(self._flat, max(0, who.start - 20), who.start)
        ):
            return self.speaker(who)
        return NOBODY

    def _told_beside(self, word: str, who: Candidate) -> bool:
        """`X advised the Applicant`: a word that stands in the sentence of a name, apart from it, is somebody else."""
        begin = max((found.end() for found in SENTENCE.finditer(self._flat, 0, who.start)), default=0)
        ends = SENTENCE.search(self._flat, who.end)
        at = self._flat.find(_ARTICLE.sub("", word).strip(), begin, ends.start() if ends else len(self._flat))
        return at >= 0 and (at > who.end + _BESIDE or at + len(word) + _BESIDE < who.start)

    def _just_told(self, verb: int) -> Speaker:
        """`Spoke to owner, X. Claims he sold it`, `Ms X objects; claims …`: the one who opens the clause before a verb
        without a subject, or comes up in it as one who is told of next."""
        begin = self._paragraph(verb)
        ends = [begin, *(found.end() for found in _CLAUSE.finditer(self._flat, begin, verb))]
        for left, right in reversed(list(pairwise(ends))[-_FEW:]):
            people = [one for one in beginning(self._seen, left, right - 1) if one.kind == "person"]
            told = [one for one in people if self._comes_up(left, one)]
            if people or somebody(self._flat, left, right, self._seen):
                return self.speaker(told[0]) if len(told) == 1 and not self._passed_over(told[0], verb) else NOBODY
        return NOBODY

    def _comes_up(self, left: int, who: Candidate) -> bool:
        """Whether somebody is the subject of the clause that begins at `left`, or whoever writes has spoken to him."""
        role = next((one for one in beginning(self._seen, left, who.start) if one.kind == "role"), None)
        begin = role.start if role and who.start - role.end < TITLED_NAME else who.start
        opens = _STAMPED.fullmatch(self._flat, left, begin) is not None
        return opens or _SPOKEN_TO.search(self._flat, max(0, left - 2, begin - 60), begin) is not None
