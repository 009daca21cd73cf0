"""Who and what fills the places of an event, by where it stands around the verb; no clear filler, no slot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from greffier.reading.prepositions import (
    AT,
    BETWEEN,
    BY,
    COORDINATED,
    FROM,
    OUT_OF,
    PREPOSITION,
    THAT,
    TITLE,
    TO,
    TOWARDS,
)
from greffier.reading.trigger import Trigger
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import level
from greffier.records import Mention


class Slot(NamedTuple):
    """A role and the mention that fills it."""

    role: str
    mention: Mention


PARTIES = frozenset(("person", "organisation", "role"))
_THINGS = frozenset(("seal", "container", "plate", "phone", "account", "iban"))
_WITHOUT_AMOUNTS = frozenset(
    ("call", "message", "meet", "travel", "hear", "appoint", "arrest", "search", "threaten", "recruit")
)
_CLOSE = 110  # characters after the verb within which its complements stand
_MEASURED = frozenset(("mass", "money", "count", "volume"))


class Clause:
    """The mentions around one trigger, and what they are to it."""

    def __init__(
        self, text: str, trigger: Trigger, clause: tuple[int, int], start: int, seen: Sequence[Mention]
    ) -> None:
        self._flat = level(text)
        self._trigger, self._start = trigger, start
        self._left, self._right = clause
        self._here = seen
        self._before = [one for one in seen if self._left <= one.span.start and one.span.end <= trigger.start]
        self._after = [
            one
            for one in seen
            if trigger.end <= one.span.start and one.span.end <= min(self._right, trigger.end + _CLOSE)
        ]
        self._roles = roles_of(trigger.type)

    def slots(self) -> Iterator[Slot]:
        """Yield the filled places, each mention once."""
        used: set[str] = set()
        for slot in (*self._sides(), *self._complements(), *self._sealed()):
            if slot.mention.id not in used:
                used.add(slot.mention.id)
                yield slot

    def _sides(self) -> Iterator[Slot]:
        subject, object_ = self._roles["subject"], self._roles.get("object")
        if self._trigger.voice == "active":
            yield from (Slot(subject, one) for one in self._subjects())
            if object_:
                yield from (Slot(object_, one) for one in self._objects(object_))
        elif self._trigger.voice == "passive":
            if object_:
                yield from (Slot(object_, one) for one in self._passive_subjects(object_))
            yield from (Slot(subject, one) for one in self._agents())
        else:
            yield from (Slot(subject, one) for one in self._agents() or self._giver())
            if object_:
                yield from (Slot(object_, one) for one in self._nouns_object(object_))

    def _subjects(self) -> list[Mention]:
        """The parties right before the verb, with those coordinated to them; none where a preposition governs them."""
        parties = [one for one in self._before if one.kind in PARTIES]
        if not parties or not BETWEEN.fullmatch(self._flat, parties[-1].span.end, self._trigger.start):
            return self._inverted(parties)
        group = self._with_coordinated(parties[::-1])
        return [] if self._governed(group[-1]) else group[::-1]

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
        return []

    def _governed(self, one: Mention) -> bool:
        title = re.search(TITLE + "$", self._flat[max(self._start, one.span.start - 60) : one.span.start])
        at = one.span.start - len(title.group()) if title else one.span.start
        return PREPOSITION.search(self._flat, max(self._start, at - 14), at) is not None

    def _objects(self, role: str) -> list[Mention]:
        wanted = PARTIES if role in ("recipient", "victim", "participant") else _THINGS
        if wanted is _THINGS:
            return [one for one in self._after if one.kind in _THINGS and self._plain(one)][:3]
        return self._direct(self._after)

    def _direct(self, after: Sequence[Mention]) -> list[Mention]:
        """The party right after the verb, with those coordinated to it."""
        parties = [one for one in after if one.kind in PARTIES]
        if not parties or not re.fullmatch(
            r"\s*(?:avec\s+|with\s+)?" + TITLE, self._flat[self._trigger.end : parties[0].span.start]
        ):
            return []
        return self._with_coordinated(parties)

    def _passive_subjects(self, role: str) -> list[Mention]:
        if role in ("recipient", "victim", "participant"):
            return self._subjects()
        things = [one for one in self._before if one.kind in _THINGS]
        return [one for one in things if not re.search(r"[,;:]", self._flat[one.span.end : self._trigger.start])][-3:]

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
        if not any(self._led(one, TO) for one in parties):
            return []
        return [one for one in parties if self._led(one, FROM)][:1]

    def _nouns_object(self, role: str) -> list[Mention]:
        """« la pesée du scellé SQ/14 », « l'audition de X »."""
        wanted = PARTIES if role in ("recipient", "victim", "participant") else _THINGS
        for one in self._after[:2]:
            gap = self._flat[self._trigger.word[1] : one.span.start]
            if one.kind in wanted and re.fullmatch(rf"\s*(?:de|du|des|d'|of|avec|with|entre|between)?\s*{TITLE}", gap):
                return [one]
        return []

    def _complements(self) -> Iterator[Slot]:
        for role, cue in ((self._roles.get("to"), TO), (self._roles.get("from"), FROM)):
            if role:
                one = next((one for one in self._after if one.kind in PARTIES and self._led(one, cue)), None)
                if one is not None:
                    yield Slot(role, one)
        if self._roles.get("to") and self._trigger.voice == "active":
            yield from self._given()
        if self._trigger.type in ("transport", "travel"):
            for role, cue in (("destination", TOWARDS), ("origin", OUT_OF)):
                one = next((one for one in self._after if one.kind == "place" and self._led(one, cue)), None)
                if one is not None:
                    yield Slot(role, one)

    def _sealed(self) -> Iterator[Slot]:
        """The seal under which something is put; its head word may be part of the trigger (« sous scellé SQ/14 »)."""
        if self._trigger.type in ("seal", "seize"):
            seal = next(
                (
                    one
                    for one in self._here
                    if one.kind == "seal"
                    and self._trigger.start <= one.span.start <= self._trigger.end + 40
                    and one.span.end > self._trigger.end
                ),
                None,
            )
            if seal is not None and (
                seal.span.start < self._trigger.end
                or "sous" in self._flat[self._trigger.start : seal.span.end]
                or "under" in self._flat[self._trigger.start : seal.span.start]
                or "as" in self._flat[self._trigger.end : seal.span.start].split()
            ):
                yield Slot("seal", seal)

    def _given(self) -> Iterator[Slot]:
        """`handed Sofia the bag`, `paid Karim 500 euros`: in English the recipient may come before the object."""
        word = self._flat[self._trigger.word[0] : self._trigger.word[1]]
        if word.split()[0] in {
            "gave",
            "given",
            "gives",
            "handed",
            "hands",
            "paid",
            "pays",
            "sold",
            "sells",
            "sent",
            "sends",
        }:
            yield from (Slot(self._roles["to"], one) for one in self._direct(self._after)[:1])

    def _led(self, one: Mention, cue: re.Pattern[str]) -> bool:
        return cue.search(self._flat, max(self._trigger.end - 1, one.span.start - 70), one.span.start) is not None

    def _plain(self, one: Mention) -> bool:
        gap = self._flat[self._trigger.end : one.span.start]
        return len(gap) < 70 and not re.search(r"\b(?:par|by|avec|with|pour|for|contre|depuis|sur|on|from)\b", gap)

    def place(self) -> Mention | None:
        """Where it happened: the first place after the verb that « à », `at` lead to, else one opening the sentence."""
        for one in self._after:
            if one.kind == "place" and (
                self._led(one, AT) or (self._trigger.type == "travel" and self._led(one, TOWARDS))
            ):
                return one
        opening = [one for one in self._before if one.kind == "place"]
        if (
            opening
            and self._led_from(opening[0])
            and not any(one.kind in PARTIES and one.span.start < opening[0].span.start for one in self._before)
        ):
            return opening[0]
        return None

    def _led_from(self, one: Mention) -> bool:
        return one.span.start - self._start < 30 and AT.search(self._flat, self._start, one.span.start) is not None

    def quantities(self) -> list[Mention]:
        """The amounts that belong to the verb: after it in its clause, or before it where it is passive."""
        if self._trigger.type in _WITHOUT_AMOUNTS:
            return []
        before = self._before if self._trigger.voice == "passive" else self._antecedent()
        pool = [*before, *self._after]
        found = [one for one in pool if one.quantity is not None and one.quantity.dimension in _MEASURED]
        return [one for one in found if self._belongs(one)][:4]

    def _antecedent(self) -> list[Mention]:
        """« 64 pains, que nous plaçons sous scellé »: what the relative pronoun stands for."""
        that = THAT.search(self._flat, self._left, self._trigger.start)
        return [one for one in self._before if that and one.span.end <= that.start()]

    def _belongs(self, one: Mention) -> bool:
        """No break stands between an amount and its verb; a weight may follow a colon, an antecedent a comma."""
        gap = self._flat[min(one.span.end, self._trigger.end) : max(one.span.start, self._trigger.start)]
        if one.span.end <= self._trigger.start:
            return re.search(r"[;:]" if self._trigger.voice == "active" else r"[,;:]", gap) is None
        return re.search(r";" if self._trigger.type == "weigh" else r"[;:]", gap) is None
