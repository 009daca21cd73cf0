"""What stands beside the object of a verb: to whom, from whom, whose place, under which seal, from where to where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from greffier.reading.clause import Clause
from greffier.reading.prepositions import ACCOUNT, CHEZ, FROM, HOME, OF_ANOTHER, ON, TITLE, TO, TO_WHOM, TOGETHER
from greffier.reading.routes import route
from greffier.reading.slot import PARTIES, Slot
from greffier.reading.verb_forms import roles_of
from greffier.records import Mention

_AND_SEAL = re.compile(r"\s*(?:,|;|et|and|&|a|to|-)\s*(?:n°\s*|(?:the\s+|le\s+)?(?:scelle|seal)\s+)?")
_INTO_BAG = re.compile(
    r"\s+(?:in|into|under|as|dans|sous)\s+(?:the\s+|an?\s+|les?\s+|la\s+)?(?:(?:sealed|evidence|tamper)\s+)?(?:bags?|seals?|sacs?|scelles?)?\s*(?:n°|nos?\.?|#)?\s*"
)
_FOUND_AT = re.compile(
    r"\b(?:saisi|trouve|decouvert|achete|vole|retrouve|recupere|preleve|appartenant|provenant|stocke|entrepose)\w{0,3}\b[^.;]{0,30}$"
)
_FRONTED = re.compile(rf"\W{{0,8}}(?:from|off|sur|chez)\s+{TITLE}")
_TO_ACCOUNT = re.compile(r"(?:\bsur|\bvers|\bto|\binto|\bau|\ba|\bon)\s*$")
_GIVES = re.compile(
    r"(?:provid\w+|gave|given?|gives|giving|brought|brings?|bringing|lent|lends?|lending|slipped|slips|supplie[ds]|supply|hand(?:ed|s|ing)?|pa(?:id|y|ys|ying)|sold|sells?|selling|sent|sends?|sending|wired|pay\w+|rembours\w+|remuner\w+)\b"
)
_ENDS = re.compile(  # what follows the last of several names and is no verb that he does
    r"\s*(?:[.;:,)]|$|\n)|\s+(?:at|on|in|for|from|by|with|near|outside|before|after|during|yesterday|£|\$|\d|le|la\s+veille|hier|dans|sur|chez|pour|contre|lors|en|avant|apres|par)(?!\w)"
)
_THEIR_HOME = re.compile(r"'s\s+(?:home|house|flat|apartment|premises|office|car)")


class Complements:
    """The complements of one verb; `before` and `after` are the mentions of its clause on either side."""

    def __init__(self, clause: Clause, before: Sequence[Mention], after: Sequence[Mention]) -> None:
        self._clause, self._trigger, self._before, self._after = clause, clause.trigger, before, after
        self._flat, self._start = clause.flat, clause.start
        self._roles = roles_of(clause.trigger.type)

    def first(self) -> Iterator[Slot]:
        """Yield those that may be taken for a side of the verb: whose place is searched, under which seal."""
        yield from self._searched()
        yield from self._sealed()

    def _searched(self) -> Iterator[Slot]:
        """« la perquisition du domicile de X », `searched X's flat`: whose place it is."""
        for one in [one for one in self._after if one.kind == "person"][:1] if self._trigger.type == "search" else []:
            theirs = _THEIR_HOME.match(self._flat, one.span.end)
            if HOME.fullmatch(self._clause.between(one)) or theirs:
                yield Slot("recipient", one)
        if self._trigger.type == "search" and self._trigger.voice == "passive":
            for one in [one for one in self._before if one.kind == "person"][-1:]:
                follows = self._flat[one.span.end : self._trigger.start]
                if _THEIR_HOME.fullmatch(follows.rstrip()) or (
                    HOME.fullmatch(self._flat, self._start, one.span.start) and not follows.strip()
                ):
                    yield Slot("recipient", one)

    def last(self, direct: Sequence[Mention]) -> Iterator[Slot]:
        """Yield those that are left when the sides of the verb are filled; `direct` stand right after the verb."""
        sources = (
            (self._roles.get("from"), FROM),
            (self._roles.get("from") if self._trigger.type == "seize" else None, ON),
        )
        chez = self._roles.get("to") if self._trigger.type == "deliver" else None
        for role, cue in ((self._roles.get("to"), TO), *sources, (chez, CHEZ)):
            if role:
                one = next((one for one in self._after if self._may_be(one) and self._given_to(one, cue)), None)
                if one is not None:
                    yield from (Slot(role, it) for it in self._with_others(one, role))
        if self._roles.get("to") and self._trigger.voice == "active":
            yield from self._given(direct)
        yield from self._whom()
        yield from self._fronted()
        if self._trigger.type in ("transport", "travel"):
            yield from (Slot(role, one) for role, one in route(self._clause))

    def _with_others(self, one: Mention, role: str) -> list[Mention]:
        """« à X et à Y », `to X and Y`: both received it, unless the other does what comes next."""
        after = [it for it in self._after if it.kind in PARTIES and it.span.start > one.span.end][:1]
        if role != "recipient" or not after or not TOGETHER.fullmatch(self._flat, one.span.end, after[0].span.start):
            return [one]
        return [one, after[0]] if _ENDS.match(self._flat, after[0].span.end) else [one]

    def _whom(self) -> Iterator[Slot]:
        """« X, à qui Y a remis », `X, from whom Y bought`: whom the relative stands for."""
        for one in [one for one in self._before if one.kind in PARTIES][:-1][-1:]:
            found = TO_WHOM.match(self._flat, one.span.end, self._trigger.start)
            role = found and self._roles.get("to" if found["to"] else "from")
            if role:
                yield Slot(role, one)

    def _fronted(self) -> Iterator[Slot]:
        """`From Doyle, on 3 May, officers took 4 kg`: whom a sentence that opens with « de », `from` names."""
        from_ = self._roles.get("from", "")
        for one in [one for one in self._before if one.kind in PARTIES][:1] if from_ == "source" else []:
            if _FRONTED.fullmatch(self._flat, self._start, one.span.start):
                yield Slot(from_, one)

    def _sealed(self) -> Iterator[Slot]:
        """The seals under which something is put; the head word may be part of the trigger (« sous scellé SQ/14 »)."""
        if self._trigger.type not in ("seal", "seize"):
            return
        left = self._trigger.start
        seals = [one for one in self._clause.here if one.kind == "seal" and left <= one.span.start]
        first = next((one for one in self._put_in(seals) if one.span.end > self._trigger.end), None)
        if first is None or first.span.start > self._trigger.end + 60 or not self._under(first):
            return
        yield Slot("seal", first)
        for before, one in pairwise(seals[seals.index(first) :]):
            if not _AND_SEAL.fullmatch(self._flat, before.span.end, one.span.start):
                return
            yield Slot("seal", one)

    def _put_in(self, seals: Sequence[Mention]) -> Sequence[Mention]:
        """`sealed OF 1 in bag JCF 0081`: what is put into another bag is no seal itself."""
        after = [one for one in seals if one.span.start >= self._trigger.end][:2]
        direct = len(after) == 2 and not self._flat[self._trigger.end : after[0].span.start].strip()
        into = direct and _INTO_BAG.fullmatch(self._flat, after[0].span.end, after[1].span.start)
        return after[1:] if into else seals

    def _under(self, seal: Mention) -> bool:
        after = self._flat[self._trigger.end : seal.span.start]
        return (
            seal.span.start < self._trigger.end
            or "sous" in self._flat[self._trigger.start : seal.span.end]
            or "under" in self._flat[self._trigger.start : seal.span.start]
            or re.search(
                r"\b(?:as|in\s+(?:the\s+|an?\s+)?(?:sealed\s+|evidence\s+)?(?:bags?)?(?:\s+no\.?)?)\s*(?:item|exhibit|property|tag|evidence)?\s*(?:no\.?|n°|#)?\s*$|^\s*$",
                after,
            )
            is not None
        )

    def _given(self, direct: Sequence[Mention]) -> Iterator[Slot]:
        """`handed Sofia the bag`, `paid Karim 500 euros`: in English the recipient may come before the object."""
        word = self._flat[self._trigger.word[0] : self._trigger.word[1]]
        if _GIVES.match(word):
            yield from (Slot(self._roles["to"], one) for one in direct)

    def _may_be(self, one: Mention) -> bool:
        """A party, or the line that a call or a message comes from."""
        return one.kind in PARTIES or (one.kind == "phone" and self._trigger.type.endswith("_received"))

    def _given_to(self, one: Mention, cue: re.Pattern[str]) -> bool:
        """Led to by the preposition of the verb, not by that of a word between (« la ligne attribuée à X »)."""
        if self._flat.startswith("'s ", one.span.end) and not _THEIR_HOME.match(self._flat, one.span.end):
            return False  # `to Brand's cousin`
        left = max(self._trigger.end - 1, one.span.start - 70)
        account = ACCOUNT.search(self._flat, left, one.span.start)
        if account and cue in (TO, FROM):  # « sur le compte de X », `from the account of X`
            towards = _TO_ACCOUNT.search(self._flat[left : account.start() + 1])
            return (towards is not None) == (cue is TO)
        lead = cue.search(self._flat, left, one.span.start)
        if lead and cue is TO and self._clause.english and lead.group().lstrip(' ,»"”)').startswith("a "):
            return False  # `he needed a lawyer`: an article
        if lead and cue is CHEZ and _FOUND_AT.search(self._flat, self._trigger.end, lead.start() + 1):
            return False  # « trois scellés saisis chez X »: where they were before
        return lead is not None and OF_ANOTHER.search(self._flat, self._trigger.end, lead.start() + 1) is None
