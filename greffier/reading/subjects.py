"""Who stands before a verb as its subject: a name, those coordinated to it, never one that a preposition governs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.clause import Clause
from greffier.reading.prepositions import BETWEEN, COORDINATED, MAIDEN, PREPOSITION, PRONOUN, TITLE
from greffier.reading.slot import PARTIES
from greffier.records import Mention

_OF_BODY = re.compile(rf"(?:\s+[a-z]+(?:\s[a-z]+)?)??\s+(?:de\s+|d'|du\s+|des\s+|of\s+|for\s+|at\s+|chez\s+){TITLE}")
_OF_PLACE = re.compile(
    r"\s+(?:de\s+la\s+|de\s+l'|de\s+|du\s+|des\s+|d'|of\s+(?:the\s+)?|pres\s+(?:le|la)\s+[a-z ]{4,40}\s+de\s+)"
)
_APPOSED = re.compile(
    r"\s*,(?:(?!\s(?:et|and|puis)\s|\b(?:le|la|l'|the|son|sa|his|her)\b)(?:[^.;:!?\n]|\.(?=\d))){0,80}"
)
_CALLED = re.compile(
    r"\s*,?\s*\(?(?:dite?|alias|aka|surnommee?|known\s+as|called|nickname[d]?)\s+(?:le\s+|la\s+|the\s+)?[«\"“]?\s*"
)
_COUNSEL = re.compile(  # `his lawyer, X, said that he`: the client
    r"\b(?:lawyer|solicitor|counsel|attorney|barrister|spokes\w+|avocate?|conseil|porte-parole|me)\b[\s,.]{0,3}(?:(?:mr|mrs|ms|m|mme|me)\.?\s)?$"
)
_SET_OFF = re.compile(rf"\b(?:mon|ma|notre|le|la|l'|son|sa|our|my|the|his|her)\s*[a-z' -]{{3,40}},\s*{TITLE}$")


class Subjects:
    """The subjects of one verb; `before` are the mentions of its clause that stand before it."""

    def __init__(self, clause: Clause, before: Sequence[Mention]) -> None:
        self._here, self._trigger, self._before = clause.here, clause.trigger, before
        self._flat, self._start = clause.flat, clause.start

    def right_before(self) -> list[Mention]:
        """The parties right before the verb, with those coordinated to them; none where a preposition governs them."""
        parties = self.without_trades([one for one in self._before if one.kind in PARTIES and not self._aside(one)])
        if len(parties) > 1 and MAIDEN.fullmatch(self._flat, parties[-2].span.end, parties[-1].span.start):
            born = parties.pop()  # « Mme X née Y remet »: X does
            return parties[-1:] if BETWEEN.fullmatch(self._flat, born.span.end, self._trigger.start) else []
        if not parties or not BETWEEN.fullmatch(self._flat, self._whole(parties[-1]), self._trigger.start):
            return self._inverted(parties)
        if [one.kind for one in parties[-2:]] in (["role", "organisation"], ["person", "organisation"]):
            of_body = _OF_BODY.fullmatch(self._flat, parties[-2].span.end, parties[-1].span.start)
            parties = parties[:-1] if of_body else parties  # « le directeur de la société X a versé »: he did
        group = coordinated(self._flat, parties[::-1])
        return [] if self.governed(group[-1]) else group[::-1]

    def _aside(self, one: Mention) -> bool:
        """« dans la presse (Le Courrier, 22 juillet), »: what is put in brackets does nothing."""
        opens = self._flat.rfind("(", max(self._start, one.span.start - 60), one.span.start)
        closes = self._flat.find(")", one.span.end, self._trigger.start)
        return 0 <= opens < closes and ")" not in self._flat[opens : one.span.start] and one.kind == "organisation"

    def _whole(self, one: Mention) -> int:
        """Where a party ends with the place it is of: « le procureur de la République [de Dinan] »."""
        of = next((it for it in self._before if it.kind == "place" and it.span.start >= one.span.end), None)
        return of.span.end if of and _OF_PLACE.fullmatch(self._flat, one.span.end, of.span.start) else one.span.end

    def without_trades(self, parties: list[Mention]) -> list[Mention]:
        """« X, dit Petit-Louis, ouvrier docker, a vendu »: what stands beside a name is no other."""
        kept = list(parties)
        while len(kept) > 1:
            gap = self._flat[kept[-2].span.end : kept[-1].span.start]
            called = _CALLED.fullmatch(gap)
            if not called and not (kept[-1].kind == "role" and _APPOSED.fullmatch(gap)):
                break
            kept.pop()
        return kept

    def _inverted(self, parties: list[Mention]) -> list[Mention]:
        """A party after whom a parenthesis or an apposition with other names stands: « X, gérant de Y, a remis »."""
        for one in parties[:1]:
            gap = self._flat[one.span.end : self._trigger.start]
            if re.fullmatch(r"\s*,[^.;:!?]{0,140},\s*(?:(?:qui|who)\s+)?", gap) and not self.governed(one):
                return [one]
        for one in parties[-1:]:  # « mon client, M. Ferrand, a versé »
            before = max(self._start, one.span.start - 60)
            if not self._flat[self._whole(one) : self._trigger.start].strip(" ,") and _SET_OFF.search(
                self._flat, before, one.span.start
            ):
                return [one] if self._flat[self._whole(one) : self._trigger.start].strip() == "," else []
        return []

    def governed(self, one: Mention) -> bool:
        title = re.search(r"(?<!\w)" + TITLE + "$", self._flat[max(self._start, one.span.start - 60) : one.span.start])
        at = one.span.start - len(title.group()) if title else one.span.start
        return PREPOSITION.search(self._flat, max(self._start, at - 30), at) is not None

    def same_person(self) -> list[Mention]:
        """« X déclare qu'il a remis »: the pronoun after « que » is the one person named before it in the sentence."""
        if not PRONOUN.search(self._flat, self._start, self._trigger.start):
            return []
        named = [one for one in self._here if one.kind in PARTIES and one.span.end <= self._trigger.start]
        alone = len(named) == 1 and named[0].kind == "person"
        return named if alone and not _COUNSEL.search(self._flat[: named[0].span.start][-40:]) else []


def coordinated(flat: str, parties: Sequence[Mention]) -> list[Mention]:
    """The first party with its neighbours joined to it; commas join only in a list that has its « et »."""
    group, joined = [parties[0]], False
    for one in parties[1:]:
        left, right = sorted((group[-1].span, one.span), key=lambda span: span.start)
        joint = COORDINATED.fullmatch(flat, left.end, right.start)
        if joint is None:
            break
        joined = joined or "," not in joint.group()[:2]
        group.append(one)
    return group if joined else group[:1]
