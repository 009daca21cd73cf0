"""Who and what fills the places of an event, by where it stands around the verb; no clear filler, no slot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.blanks import last_sign
from greffier.reading.clause import FAR, ORDERS, Clause
from greffier.reading.complements import Complements
from greffier.reading.participles import set_off
from greffier.reading.prepositions import ACCOUNT, AMONG, BETWEEN, BY, FROM, HELD, LED, TITLE, TO
from greffier.reading.pronouns import of_kin
from greffier.reading.slot import PARTIES, Slot
from greffier.reading.subjects import Subjects, coordinated
from greffier.reading.surroundings import ends_title
from greffier.reading.verb_forms import roles_of
from greffier.records import Mention

_THINGS = frozenset(("seal", "container", "plate", "phone"))
_THINGS_OF = {"unseal": frozenset(("seal", "container")), "sign": frozenset(("reference", "seal", "container"))}
_OF_WHOM = frozenset(("custody_start", "custody_extension", "custody_end", "inform", "call"))  # « la garde à vue de X »

_TO_SUBJECT = re.compile(
    r"\bvue?s?\s|(?:was|were|been|being|is|are)\s+(?:[a-z]+ly\s+)?(?:paid|given|handed|reimbursed)$|pay\w+$|rembours\w+$|remuner\w+$|credit\w+$|\bfait\s|\bfaire\s"
)
_CARRIES = re.compile(
    r"(?:proced|effectu|realis|oper|mene|autoris|ordonn|accord|prescri|prononc|made|makes|fait|carried\s+out|conducted)"
)
_INTO = re.compile(r",|\b(?:dans|a\s+bord|au\s+volant|into|in|aboard)\b")
_OF = re.compile(r"\s*(?:de|d'|du|of)[\s]?")
_COMER = re.compile(rf"\s*(?:de|d'|du|of)\s*(?:l'objectif\s*(?:n°\s*)?\d*\s*\(|the\s+subject\s*,?\s*)?{TITLE}")
_THE_NUMBER = re.compile(r"\s*(?:devant\s+nous\s+)?(?:le\s+|au\s+|the\s+)?(?:numero\s+|number\s+)?")
_NOTIFIED = re.compile(rf"\bnotifi\w{{1,5}}\s+(?:ce\s+jour\s+)?(?:a|au)\s+{LED}$")
_UNDER = re.compile(  # « remis à X sur instructions du juge Y »: who had it done
    rf"\b(?:sous|sur|selon|d'apres|suivant|en|avec|par|pour|dans|upon|under|on|at|with|in)\s+(?:(?:la|le|les|une?|the|an?)\s+|l')?(?!(?:ca|date|depuis)\b)[a-z-]{{4,20}}\s+(?:de\s+la\s+|de\s+l'|du\s+|de\s+|d'|des\s+|of\s+|from\s+){LED}$"
)
_TO_NAME = re.compile(rf"\s*,?\s*{TITLE}(?P<title>[a-z/-]{{1,12}}\.?\s+)?")
_OF_FLESH = frozenset(  # done to people alone: a court to which somebody is bailed is not let go
    ("arrest", "hear", "custody_start", "custody_extension", "custody_end")
)


class Slots:
    """The places of an event that the words around its trigger fill."""

    def __init__(self, clause: Clause) -> None:
        self._clause, self._trigger = clause, clause.trigger
        self._flat, self._start = clause.flat, clause.start
        self._before, self._after = self._without_titles(clause.before), self._without_titles(clause.after)
        self._subjects = Subjects(clause, self._before)
        self._complements = Complements(clause, self._before, self._after)
        self._roles = roles_of(clause.trigger.type)
        self._things = _THINGS_OF.get(clause.trigger.type, _THINGS)

    def filled(self) -> Iterator[Slot]:
        """Yield the filled places, each mention once."""
        used: set[str] = set()
        for slot in (*self._complements.first(), *self._sides(), *self._complements.last(self._direct())):
            if slot.mention.id not in used:
                used.add(slot.mention.id)
                yield slot

    def _without_titles(self, seen: Sequence[Mention]) -> list[Mention]:
        """« PC 771 Denise Cropper », « l'inspectrice du travail, Mme Faure »: a role before a name is its bearer's."""
        kept = []
        for place, one in enumerate(seen):
            after = next((other for other in seen[place + 1 :] if other.kind == "person"), None)
            bears = one.kind == "role" and after and after.span.start - one.span.end < 24
            led = bears and after and _TO_NAME.fullmatch(self._flat, one.span.end, after.span.start)
            if not led or (led["title"] and not ends_title(led["title"].strip())):
                kept.append(one)
        return kept

    def _sides(self) -> Iterator[Slot]:
        subject, object_ = self._roles["subject"], self._roles.get("object")
        if self._trigger.voice == "active":
            yield from (
                Slot(subject, one)
                for one in self._subjects.right_before() or self._subjects.same_person() or self._comes()
            )
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
            elif last_sign(self._flat, self._trigger.start) == ",":  # « À 23 h 10, arrive le fourgon … »
                after = [one for one in self._after if one.kind in ("plate", "container")][:1]
                yield from (Slot("object", one) for one in after if not _INTO.search(self._clause.between(one)))
            elif _OF.match(self._flat, self._trigger.end):  # « Arrivée d'une BMW noire, DK-305-LP »
                after = [one for one in self._after if one.kind in ("plate", "container")][:1]
                yield from (Slot("object", one) for one in after if len(self._clause.between(one)) < 40)

    def _comes(self) -> list[Mention]:
        """« Sortie de MARTIN », `Arrival of the subject`: who goes stands after the noun."""
        if self._trigger.type != "travel" or not _OF.match(self._flat, self._trigger.end):
            return []
        parties = [one for one in self._after if one.kind == "person"]
        led = parties and _COMER.fullmatch(self._flat, self._trigger.end, parties[0].span.start)
        return coordinated(self._flat, parties) if led else []

    def _objects(self, role: str) -> list[Mention]:
        wanted = PARTIES if role in ("recipient", "victim", "participant") else self._things
        if wanted is self._things:
            things = [one for one in self._after if one.kind in self._things and self._plain(one)][:3]
            return things or (self._direct() if self._trigger.type == "transport" else [])
        return self._alive(self._direct()) or self._number()

    def _alive(self, parties: Sequence[Mention]) -> list[Mention]:
        return [one for one in parties if one.kind != "organisation" or self._trigger.type not in _OF_FLESH]

    def _number(self) -> list[Mention]:
        """« appelle le 07 56 00 93 17 », `called 07700 900455`"""
        phones = [one for one in self._after if one.kind == "phone"][:1]
        if self._trigger.type not in ("call", "message"):
            return []
        return [one for one in phones if _THE_NUMBER.fullmatch(self._clause.between(one))]

    def _direct(self) -> list[Mention]:
        """The party right after the verb, with those coordinated to it."""
        parties = [one for one in self._after if one.kind in PARTIES]
        if (
            not parties
            or self._flat.startswith("'s ", parties[0].span.end)
            or not re.fullmatch(
                (
                    r"\s*(?:avec\s+|with\s+|a\s+|to\s+|(?:de|of)\s+|d')?"
                    if self._roles["subject"] == "agent" and self._trigger.type in _OF_WHOM
                    else r"\s*(?:avec\s+|with\s+)?"
                )
                + (LED if parties[0].kind == "person" else TITLE),
                self._clause.between(parties[0]),
            )
        ):
            return []
        return coordinated(self._flat, parties)

    def _passive_subjects(self, role: str) -> list[Mention]:
        if role in ("recipient", "victim", "participant"):
            return (
                self._set_off()
                or self._alive(self._subjects.right_before())
                or self._held()
                or self._subjects.same_person()
                or self._among()
            )
        if self._trigger.type == "transport" and (carried := self._set_off() or self._subjects.right_before()):
            return carried  # « X est conduit au poste »
        things = [one for one in self._before if one.kind in self._things and not self._subjects.governed(one)]
        gaps = [(one, self._flat[one.span.end : self._trigger.start]) for one in things]
        return [one for one, gap in gaps if gap.strip() == "," or not re.search(r"[,;:]", gap)][-3:]

    def _set_off(self) -> list[Mention]:
        """« X, entendu le 9 mai, nie », « X (né le 4 mai 1990) interpellé »: whom a participle alone is said of."""
        parties = [one for one in self._before if one.kind in PARTIES and not self._of_bench(one)]
        parties = self._subjects.without_trades(parties)[-1:] if parties else []
        alone = self._trigger.start == self._trigger.word[0]
        if not parties or not alone or of_kin(self._flat, parties[0].span.start):
            return []
        return parties if set_off(self._flat[parties[0].span.end : self._trigger.start]) else []

    def _of_bench(self, one: Mention) -> bool:
        """« X, expert près la cour de Y, commis »: the court is no more than where he is sworn."""
        return one.kind == "organisation" and self._subjects.governed(one)

    def _among(self) -> list[Mention]:
        """« Trois suspects ont été arrêtés, dont le gardien, X », `four were held, among them X`: one of those."""
        people = [one for one in self._clause.here if one.kind == "person" and one.span.start >= self._trigger.end]
        return [one for one in people[:1] if self._clause.led(one, AMONG)]

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
        over = self._flat.startswith((" over", " back", " in "), self._trigger.end)  # `was handed over to`: he himself
        if "to" in self._roles and _TO_SUBJECT.search(verb) and not over:
            parties = [one for one in self._before if one.kind in PARTIES][-1:]
            theirs = parties and ACCOUNT.search(self._flat, self._start, parties[0].span.start)
            for one in parties if theirs else self._subjects.right_before():
                yield Slot(self._roles["to"], one)

    def _agents(self) -> list[Mention]:
        """Who stands after « par », and those coordinated."""
        parties = [one for one in self._after if one.kind in PARTIES]
        for place, one in enumerate(parties):
            theirs = self._flat.startswith("'s ", one.span.end)  # `by Brand's cousin`
            if not theirs and BY.search(self._flat, self._trigger.end, one.span.start):
                return coordinated(self._flat, parties[place:])
        return []

    def _giver(self) -> list[Mention]:
        """« remise de 120 pains de X à Y »: who stands after « de » gives, where somebody stands after « à »."""
        parties = [one for one in self._after if one.kind in PARTIES]
        if not any(self._clause.led(one, TO) for one in parties):
            return []
        return [
            one
            for one in parties
            if self._clause.led(one, FROM) and not (self._clause.led(one, _UNDER) or self._clause.led(one, TO))
        ][:1]

    def _performer(self) -> list[Mention]:
        """« Le capitaine X a procédé à l'interpellation de Y »: who carried out what the noun names."""
        parties = [one for one in self._before if one.kind in PARTIES][-1:]
        carried = _CARRIES.match(self._flat, self._trigger.start)
        if not parties or not carried or self._subjects.governed(parties[0]):
            return []
        gap = re.compile(r"(?:\s*,[^.;:]{0,90},)?\s*(?:a|ont|avait|avaient|has|had|have)?\s*")
        return parties if gap.fullmatch(self._flat, parties[0].span.end, self._trigger.start) else []

    def _nouns_object(self, role: str) -> list[Mention]:
        """« la pesée du scellé SQ/14 », « l'audition de X »."""
        wanted = PARTIES if role in ("recipient", "victim", "participant") else self._things
        # « notifie à X son placement en garde à vue »
        here = [one for one in self._clause.here if one.span.end <= self._trigger.word[0]]
        told = [one for one in here if one.kind == "person"][-1:]
        if told and _NOTIFIED.search(self._flat, self._start, told[0].span.start):
            return told
        for one in self._after[:2]:
            gap = self._flat[self._trigger.word[1] : one.span.start]
            if one.kind in wanted and re.fullmatch(rf"\s*(?:de|du|des|d'|of|avec|with|entre|between)?\s*{TITLE}", gap):
                both = role == "participant" and wanted is PARTIES
                return coordinated(self._flat, [it for it in self._after if it.kind in PARTIES]) if both else [one]
        return []

    def _plain(self, one: Mention) -> bool:
        gap = self._flat[self._trigger.end : one.span.start]
        return len(gap) < (FAR if self._trigger.type in ORDERS else 70) and not re.search(
            r"\b(?:par|by|avec|with|pour|for|contre|depuis|sur|sous|under|on|from)\b", gap
        )
