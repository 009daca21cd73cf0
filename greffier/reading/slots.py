"""Who and what fills the places of an event, by where it stands around the verb; no clear filler, no slot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from greffier.reading.clause import FAR, ORDERS, Clause
from greffier.reading.prepositions import (
    ACCOUNT,
    BETWEEN,
    BY,
    CHEZ,
    COORDINATED,
    FROM,
    HELD,
    HOME,
    MAIDEN,
    OF_ANOTHER,
    ON,
    PREPOSITION,
    PRONOUN,
    TITLE,
    TO,
)
from greffier.reading.routes import route
from greffier.reading.verb_forms import roles_of
from greffier.records import Mention


class Slot(NamedTuple):
    """A role and the mention that fills it."""

    role: str
    mention: Mention


PARTIES = frozenset(("person", "organisation", "role"))
_THINGS = frozenset(("seal", "container", "plate", "phone", "account", "iban"))
_THINGS_OF = {"unseal": frozenset(("seal", "container")), "sign": frozenset(("reference", "seal", "container"))}
_OF_WHOM = frozenset(("custody_start", "custody_extension", "custody_end", "inform", "call"))  # « la garde à vue de X »

_TO_SUBJECT = re.compile(
    r"(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+)?(?:paid|given|handed|reimbursed)$|pay\w+$|rembours\w+$|remuner\w+$|credit\w+$|\bfait\s|\bfaire\s"
)
_GIVES = re.compile(
    r"(?:gave|given?|gives|giving|hand(?:ed|s|ing)?|pa(?:id|y|ys|ying)|sold|sells?|selling|sent|sends?|sending|wired|pay\w+|rembours\w+|remuner\w+)\b"
)
_CARRIES = re.compile(r"(?:proced|effectu|realis|oper|mene|carried\s+out|conducted)")
_APPOSED = re.compile(r"\s*,(?:(?!\s(?:et|and|puis)\s|\b(?:le|la|l'|the|son|sa|his|her)\b)[^.;:!?\n]){0,80}")
_CALLED = re.compile(
    r"\s*,?\s*\(?(?:dite?|alias|aka|surnommee?|known\s+as|called|nickname[d]?)\s+(?:le\s+|la\s+|the\s+)?[«\"“]?\s*"
)
_AND_SEAL = re.compile(r"\s*(?:,|;|et|and|&|a|to|-)\s*(?:n°\s*|(?:the\s+|le\s+)?(?:scelle|seal)\s+)?")
_OF = re.compile(r"\s*(?:de|d'|du|of)[\s]?")
_COMER = re.compile(rf"\s*(?:de|d'|du|of)\s*(?:l'objectif\s*(?:n°\s*)?\d*\s*\(|the\s+subject\s*,?\s*)?{TITLE}")
_THE_NUMBER = re.compile(r"\s*(?:devant\s+nous\s+)?(?:le\s+|au\s+|the\s+)?(?:numero\s+|number\s+)?")
_SET_OFF = re.compile(rf"\b(?:mon|ma|notre|le|la|l'|son|sa|our|my|the|his|her)\s*[a-z' -]{{3,40}},\s*{TITLE}$")
_TO_NAME = re.compile(rf"\s*,?\s*{TITLE}")
_FOUND_AT = re.compile(
    r"\b(?:saisi|trouve|decouvert|achete|vole|retrouve|recupere|preleve|appartenant|provenant|stocke|entrepose)\w{0,3}\b[^.;]{0,30}$"
)
_TO_ACCOUNT = re.compile(r"(?:\bsur|\bvers|\bto|\binto|\bau|\ba|\bon)\s*$")


class Slots:
    """The places of an event that the words around its trigger fill."""

    def __init__(self, clause: Clause) -> None:
        self._clause, self._trigger = clause, clause.trigger
        self._flat, self._start = clause.flat, clause.start
        self._before, self._after = self._without_titles(clause.before), self._without_titles(clause.after)
        self._roles = roles_of(clause.trigger.type)
        self._things = _THINGS_OF.get(clause.trigger.type, _THINGS)

    def filled(self) -> Iterator[Slot]:
        """Yield the filled places, each mention once."""
        used: set[str] = set()
        for slot in (*self._searched(), *self._sealed(), *self._sides(), *self._complements()):
            if slot.mention.id not in used:
                used.add(slot.mention.id)
                yield slot

    def _without_titles(self, seen: Sequence[Mention]) -> list[Mention]:
        """« PC 771 Denise Cropper », « l'inspectrice du travail, Mme Faure »: a role before a name is its bearer's."""
        kept = []
        for place, one in enumerate(seen):
            after = next((other for other in seen[place + 1 :] if other.kind == "person"), None)
            bears = one.kind == "role" and after and after.span.start - one.span.end < 24
            if not (bears and after and _TO_NAME.fullmatch(self._flat, one.span.end, after.span.start)):
                kept.append(one)
        return kept

    def _sides(self) -> Iterator[Slot]:
        subject, object_ = self._roles["subject"], self._roles.get("object")
        if self._trigger.voice == "active":
            yield from (Slot(subject, one) for one in self._subjects() or self._same_person() or self._comes())
            yield from self._vehicle()
            if object_:
                yield from (Slot(object_, one) for one in self._objects(object_))
        elif self._trigger.voice == "passive":
            if object_:
                yield from (Slot(object_, one) for one in self._passive_subjects(object_))
            yield from self._paid()
            yield from (Slot(subject, one) for one in self._agents() or self._giver())
        else:
            doers = self._agents() or self._giver() or self._performer() or self._comes()
            yield from (Slot(subject, one) for one in doers)
            if object_:
                yield from (Slot(object_, one) for one in self._nouns_object(object_))

    def _vehicle(self) -> Iterator[Slot]:
        """« le fourgon ZZ-111-AB quitte le port »: a vehicle or a container may be what moves."""
        if self._trigger.type == "travel":
            things = [one for one in self._before if one.kind in ("plate", "container")]
            if things and BETWEEN.fullmatch(self._flat, things[-1].span.end, self._trigger.start):
                yield Slot("object", things[-1])
            elif self._flat[: self._trigger.start].rstrip().endswith(","):  # « À 23 h 10, arrive le fourgon … »
                after = [one for one in self._after if one.kind in ("plate", "container")][:1]
                yield from (Slot("object", one) for one in after if "," not in self._clause.between(one))
            elif _OF.match(self._flat, self._trigger.end):  # « Arrivée d'une BMW noire, DK-305-LP »
                after = [one for one in self._after if one.kind in ("plate", "container")][:1]
                yield from (Slot("object", one) for one in after if len(self._clause.between(one)) < 40)

    def _comes(self) -> list[Mention]:
        """« Sortie de MARTIN », `Arrival of the subject`: who goes stands after the noun."""
        if self._trigger.type != "travel" or not _OF.match(self._flat, self._trigger.end):
            return []
        parties = [one for one in self._after if one.kind == "person"]
        led = parties and _COMER.fullmatch(self._flat, self._trigger.end, parties[0].span.start)
        return self._with_coordinated(parties) if led else []

    def _searched(self) -> Iterator[Slot]:
        """« la perquisition du domicile de X », `searched X's flat`: whose place it is."""
        for one in [one for one in self._after if one.kind == "person"][:1] if self._trigger.type == "search" else []:
            theirs = re.match(
                r"'s\s+(?:home|house|flat|apartment|premises|office|car)", self._flat[one.span.end :][:20]
            )
            if HOME.fullmatch(self._clause.between(one)) or theirs:
                yield Slot("recipient", one)
        if self._trigger.type == "search" and self._trigger.voice == "passive":
            for one in [one for one in self._before if one.kind == "person"][-1:]:
                follows = self._flat[one.span.end : self._trigger.start]
                if HOME.fullmatch(self._flat, self._start, one.span.start) and not follows.strip():
                    yield Slot("recipient", one)

    def _subjects(self) -> list[Mention]:
        """The parties right before the verb, with those coordinated to them; none where a preposition governs them."""
        parties = self._without_trades([one for one in self._before if one.kind in PARTIES])
        if len(parties) > 1 and MAIDEN.fullmatch(self._flat, parties[-2].span.end, parties[-1].span.start):
            born = parties.pop()  # « Mme X née Y remet »: X does
            return parties[-1:] if BETWEEN.fullmatch(self._flat, born.span.end, self._trigger.start) else []
        if not parties or not BETWEEN.fullmatch(self._flat, parties[-1].span.end, self._trigger.start):
            return self._inverted(parties)
        group = self._with_coordinated(parties[::-1])
        return [] if self._governed(group[-1]) else group[::-1]

    def _without_trades(self, parties: list[Mention]) -> list[Mention]:
        """« X, dit Petit-Louis, ouvrier docker, a vendu »: what stands beside a name is no other."""
        kept = list(parties)
        while len(kept) > 1:
            gap = self._flat[kept[-2].span.end : kept[-1].span.start]
            called = _CALLED.fullmatch(gap)
            if not called and not (kept[-1].kind == "role" and _APPOSED.fullmatch(gap)):
                break
            kept.pop()
        return kept

    def _with_coordinated(self, parties: Sequence[Mention]) -> list[Mention]:
        """The first party with its neighbours joined to it; commas join only in a list that has its « et »."""
        group, joined = [parties[0]], False
        for one in parties[1:]:
            left, right = sorted((group[-1].span, one.span), key=lambda span: span.start)
            joint = COORDINATED.fullmatch(self._flat, left.end, right.start)
            if joint is None:
                break
            joined = joined or "," not in joint.group()[:2]
            group.append(one)
        return group if joined else group[:1]

    def _inverted(self, parties: list[Mention]) -> list[Mention]:
        """A party after whom a parenthesis or an apposition with other names stands: « X, gérant de Y, a remis »."""
        for one in parties[:1]:
            gap = self._flat[one.span.end : self._trigger.start]
            if re.fullmatch(r"\s*,[^.;:!?]{0,140},\s*(?:(?:qui|who)\s+)?", gap) and not self._governed(one):
                return [one]
        for one in parties[-1:]:  # « mon client, M. Ferrand, a versé »
            before = max(self._start, one.span.start - 60)
            if not self._flat[one.span.end : self._trigger.start].strip(" ,") and _SET_OFF.search(
                self._flat, before, one.span.start
            ):
                return [one] if self._flat[one.span.end : self._trigger.start].strip() == "," else []
        return []

    def _governed(self, one: Mention) -> bool:
        title = re.search(TITLE + "$", self._flat[max(self._start, one.span.start - 60) : one.span.start])
        at = one.span.start - len(title.group()) if title else one.span.start
        return PREPOSITION.search(self._flat, max(self._start, at - 14), at) is not None

    def _objects(self, role: str) -> list[Mention]:
        wanted = PARTIES if role in ("recipient", "victim", "participant") else self._things
        if wanted is self._things:
            return [one for one in self._after if one.kind in self._things and self._plain(one)][:3]
        return self._direct(self._after) or self._number()

    def _number(self) -> list[Mention]:
        """« appelle le 07 56 00 93 17 », `called 07700 900455`"""
        phones = [one for one in self._after if one.kind == "phone"][:1]
        if self._trigger.type not in ("call", "message"):
            return []
        return [one for one in phones if _THE_NUMBER.fullmatch(self._clause.between(one))]

    def _direct(self, after: Sequence[Mention]) -> list[Mention]:
        """The party right after the verb, with those coordinated to it."""
        parties = [one for one in after if one.kind in PARTIES]
        if not parties or not re.fullmatch(
            (
                r"\s*(?:avec\s+|with\s+|a\s+|to\s+|(?:de|of)\s+|d')?"
                if self._roles["subject"] == "agent" and self._trigger.type in _OF_WHOM
                else r"\s*(?:avec\s+|with\s+)?"
            )
            + TITLE,
            self._clause.between(parties[0]),
        ):
            return []
        return self._with_coordinated(parties)

    def _passive_subjects(self, role: str) -> list[Mention]:
        if role in ("recipient", "victim", "participant"):
            return self._subjects() or self._held() or self._same_person()
        things = [one for one in self._before if one.kind in self._things]
        gaps = [(one, self._flat[one.span.end : self._trigger.start]) for one in things]
        return [one for one, gap in gaps if gap.strip() == "," or not re.search(r"[,;:]", gap)][-3:]

    def _held(self) -> list[Mention]:
        """« la garde à vue de X a été prolongée », `X's detention was extended`"""
        parties = [one for one in self._before if one.kind in PARTIES]
        if not self._trigger.type.startswith("custody") or not parties:
            return []
        left, right = self._flat[: parties[-1].span.start], self._flat[parties[-1].span.end : self._trigger.start]
        held = (HELD.search(left[-60:]) and not right.strip()) or re.match(r"'s\s+(?:custody|detention)\s*$", right)
        of_whom = [
            one for one in parties if HELD.search(self._flat, max(self._start, one.span.start - 60), one.span.start)
        ]
        return parties[-1:] if held else of_whom[-1:]

    def _paid(self) -> Iterator[Slot]:
        """`X was paid 500 euros`, « X s'est fait remettre le sac », « le compte de X est crédité »: to whom it went."""
        verb = self._flat[self._trigger.start : self._trigger.word[1]]
        if "to" in self._roles and _TO_SUBJECT.search(verb):
            parties = [one for one in self._before if one.kind in PARTIES][-1:]
            theirs = parties and ACCOUNT.search(self._flat, self._start, parties[0].span.start)
            for one in parties if theirs else self._subjects():
                yield Slot(self._roles["to"], one)

    def _same_person(self) -> list[Mention]:
        """« X déclare qu'il a remis »: the pronoun after « que » is the one person named before it in the sentence."""
        if not PRONOUN.search(self._flat, self._start, self._trigger.start):
            return []
        named = [one for one in self._clause.here if one.kind in PARTIES and one.span.end <= self._trigger.start]
        return named if len(named) == 1 and named[0].kind == "person" else []

    def _agents(self) -> list[Mention]:
        """Who stands after « par », and those coordinated."""
        parties = [one for one in self._after if one.kind in PARTIES]
        for place, one in enumerate(parties):
            if BY.search(self._flat, self._trigger.end, one.span.start):
                return self._with_coordinated(parties[place:])
        return []

    def _giver(self) -> list[Mention]:
        """« remise de 120 pains de X à Y »: who stands after « de » gives, where somebody stands after « à »."""
        parties = [one for one in self._after if one.kind in PARTIES]
        if not any(self._clause.led(one, TO) for one in parties):
            return []
        return [one for one in parties if self._clause.led(one, FROM)][:1]

    def _performer(self) -> list[Mention]:
        """« Le capitaine X a procédé à l'interpellation de Y »: who carried out what the noun names."""
        parties = [one for one in self._before if one.kind in PARTIES][-1:]
        carried = _CARRIES.match(self._flat, self._trigger.start)
        if not parties or not carried or self._governed(parties[0]):
            return []
        gap = re.compile(r"(?:\s*,[^.;:]{0,90},)?\s*(?:a|ont|avait|avaient|has|had|have)?\s*")
        return parties if gap.fullmatch(self._flat, parties[0].span.end, self._trigger.start) else []

    def _nouns_object(self, role: str) -> list[Mention]:
        """« la pesée du scellé SQ/14 », « l'audition de X »."""
        wanted = PARTIES if role in ("recipient", "victim", "participant") else self._things
        for one in self._after[:2]:
            gap = self._flat[self._trigger.word[1] : one.span.start]
            if one.kind in wanted and re.fullmatch(rf"\s*(?:de|du|des|d'|of|avec|with|entre|between)?\s*{TITLE}", gap):
                both = role == "participant" and wanted is PARTIES
                return self._with_coordinated([it for it in self._after if it.kind in PARTIES]) if both else [one]
        return []

    def _complements(self) -> Iterator[Slot]:
        sources = (
            (self._roles.get("from"), FROM),
            (self._roles.get("from") if self._trigger.type == "seize" else None, ON),
        )
        chez = self._roles.get("to") if self._trigger.type == "deliver" else None
        for role, cue in ((self._roles.get("to"), TO), *sources, (chez, CHEZ)):
            if role:
                one = next((one for one in self._after if one.kind in PARTIES and self._given_to(one, cue)), None)
                if one is not None:
                    yield Slot(role, one)
        if self._roles.get("to") and self._trigger.voice == "active":
            yield from self._given()
        if self._trigger.type in ("transport", "travel"):
            yield from (Slot(role, one) for role, one in route(self._clause))

    def _sealed(self) -> Iterator[Slot]:
        """The seals under which something is put; the head word may be part of the trigger (« sous scellé SQ/14 »)."""
        if self._trigger.type not in ("seal", "seize"):
            return
        left = self._trigger.start
        seals = [one for one in self._clause.here if one.kind == "seal" and left <= one.span.start]
        first = next((one for one in seals if one.span.end > self._trigger.end), None)
        if first is None or first.span.start > self._trigger.end + 60 or not self._under(first):
            return
        yield Slot("seal", first)
        for before, one in pairwise(seals[seals.index(first) :]):
            if not _AND_SEAL.fullmatch(self._flat, before.span.end, one.span.start):
                return
            yield Slot("seal", one)

    def _under(self, seal: Mention) -> bool:
        after = self._flat[self._trigger.end : seal.span.start]
        return (
            seal.span.start < self._trigger.end
            or "sous" in self._flat[self._trigger.start : seal.span.end]
            or "under" in self._flat[self._trigger.start : seal.span.start]
            or re.search(
                r"\b(?:as|in\s+(?:the\s+|an?\s+)?(?:sealed\s+|evidence\s+)?(?:bag)?(?:\s+no\.?)?)\s*$|^\s*$", after
            )
            is not None
        )

    def _given(self) -> Iterator[Slot]:
        """`handed Sofia the bag`, `paid Karim 500 euros`: in English the recipient may come before the object."""
        word = self._flat[self._trigger.word[0] : self._trigger.word[1]]
        if _GIVES.match(word):
            yield from (Slot(self._roles["to"], one) for one in self._direct(self._after)[:1])

    def _given_to(self, one: Mention, cue: re.Pattern[str]) -> bool:
        """Led to by the preposition of the verb, not by that of a word between (« la ligne attribuée à X »)."""
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

    def _plain(self, one: Mention) -> bool:
        gap = self._flat[self._trigger.end : one.span.start]
        return len(gap) < (FAR if self._trigger.type in ORDERS else 70) and not re.search(
            r"\b(?:par|by|avec|with|pour|for|contre|depuis|sur|on|from)\b", gap
        )
