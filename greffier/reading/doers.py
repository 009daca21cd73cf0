"""Who did it, and to whom, where no name stands beside the verb: the writer, the speaker, a pronoun, who is watched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from greffier.reading.blanks import closed
from greffier.reading.cast import Cast, Speaker
from greffier.reading.mention import span
from greffier.reading.prepositions import LED, TITLE
from greffier.reading.pronouns import Pronouns
from greffier.reading.taken import beginning
from greffier.reading.telling import Telling, Told
from greffier.reading.terms import Terms
from greffier.reading.trigger import Trigger
from greffier.reading.verb_forms import roles_of
from greffier.reading.watched import Watched
from greffier.records import Mention, Page, Piece, Role

_SUBJECT = re.compile(r"(?<![\w'-])(?P<word>ce dernier|cette derniere|celui-ci|celle-ci|the latter|il|elle|he|she)\s*$")
_YOU = re.compile(r"(?<![\w'-])(?:you|vous|tu)(?:\s+(?:also|then|have|had|avez|aviez|etes|auriez))?\s*$")
_ME = re.compile(r"(?<![\w'])(?:je|j'|i)\s*$")
_YOU_HAVE = re.compile(
    r"\bvous\s(?:(?:[a-z]{1,8}\s|l'|m'|n'|y\s)){0,3}?(?:avez|aviez|auriez|etes|[a-z]{2,12}[^s\W]ez)\b|\b(?:avez|aviez|auriez)-vous\b|\b(?:did|have|had)\s+you\b"
)
_TO_HIM = re.compile(r"(?<![\w'-])(?P<word>lui)\s")
_TO_YOU = re.compile(r"(?<![\w'-])(?:(?:vous|te)\s|t')")
_TO_US = re.compile(r"(?<![\w'-])nous\s")
_HIM = re.compile(r"(?<![\w'-])(?P<word>l(?=')|(?:le|la)(?=\s))")
_AFTER = re.compile(r"\s+(?:back\s+)?(?:to\s+)?(?P<word>him|her)(?!\w)(?!\s+[a-z]+(?:\s+[a-z]+)?\s+(?:to|at)\b)")
_AFTER_US = re.compile(r"\s+(?:to\s+)?(?:me|us)(?!\w)")
_AFTER_YOU = re.compile(r"\s+(?:to\s+)?you(?!\w)")
_AND = re.compile(
    r"\s(?:(?:et|puis|and|then)\s+(?:then\s+|ensuite\s+)?|(?:sans|apres|without|after|before|avant\s+(?:de\s+|d')|pour|afin\s+de|en\s+vue\s+de)\s*(?:jamais\s+|ever\s+)?)$|,\s+(?:puis\s+|then\s+)?$"
)
_TURNS = re.compile(r"[.;:]\D|\b(?:qui|que|qu'|dont|tandis|alors|who|which|that|while|whereas)\b")
_OPENS = re.compile(
    rf"[\W\d]{{0,40}}(?:(?:at|on|in|by|later|then|after|le|a|vers|au|en|puis|ensuite|enfin)\b[^,;:.]{{0,45}},\s*)?{TITLE}"
)
_CLIENT = re.compile(r"(?<![\w'-])(?:mon|ma|notre|my|our)\s+cliente?\s*$")
_HE_OPENS = re.compile(r"[\W\d]{0,40}(?P<word>il|elle|he|she)\s+(?=[a-z'])")
_PARTICIPIAL = 70  # characters of what opens a sentence with a participle
_DOES = re.compile(r"(?:,[^,;:.]{1,60},)?\s+(?!et\b|and\b|ou\b|or\b)[a-z]")
_SIGN = re.compile(r"[;:,\n](?!\d)|\.(?<!obj\.)(?!\d)")
_OF_A_THING = re.compile(  # « perquisition du fourgon », `search of the van`: and not of who is held
    r"\s+(?:du|de\s+la|de\s+l'|des|of\s+(?:the|an?))\s*(?!(?:personne|person|domicile|logement|interesse|house|home|premises|flat|residence|detainee|prisoner|suspect)\w*)[a-z]"
)
_HELD_BY = frozenset(("custody_start", "custody_extension", "custody_end"))
_DONE_TO = frozenset(("arrest", "hear", "search"))


class Before(NamedTuple):
    """The trigger before in the sentence, who did what it tells, and to whom."""

    trigger: Trigger
    doers: tuple[Role, ...]
    done_to: tuple[Role, ...] = ()


class Doers:
    """Fills the two sides of a verb on one page where its sentence names nobody there."""

    def __init__(
        self,
        piece: Piece,
        page: Page,
        flat: str,
        mentions: Sequence[Mention],
        cast: Cast,
        watched: Watched,
        terms: Terms,
        telling: Telling,
    ) -> None:
        self._piece, self._page, self._flat = piece, page, flat
        self._mentions, self._cast, self._watched, self._telling = mentions, cast, watched, telling
        self._terms = terms
        self._spans = {one.id: one.span for one in mentions}
        named = [one for one in mentions if one.kind == "person" and not telling.labels(one)]
        self._pronouns = Pronouns(flat, named)

    def missing(
        self,
        trigger: Trigger,
        told: Told,
        roles: Sequence[Role],
        left: int,
        before: Before | None,
        carried: Sequence[Role],
    ) -> list[Role]:
        """The roles that the words beside a trigger leave open; `left` is where its sentence starts, `carried` who did
        what the entry of a log before tells, where this one leaves its subject out."""
        subject = roles_of(trigger.type)["subject"]
        found = self._doer(trigger, told, subject, roles, left) or self._goes_on(trigger, subject, roles, before)
        if not found and not any(role.role == subject for role in roles) and trigger.voice == "active":
            found = [Role(subject, one.mention, one.name, span(self._page, *trigger.word)) for one in carried]
        if trigger.voice == "passive":
            found += self._suffers_too(trigger, roles, before) or self._suffers(trigger, told, [*roles, *found], left)
        if closed(self._flat, left) == closed(self._flat, trigger.start) == closed(self._flat, trigger.word[0]):
            found += self._set_before(trigger, told, [*roles, *found])
        known = [*roles, *found]
        found += self._receiver(trigger, told, known)
        return found + self._person_heard(trigger, told, [*roles, *found]) + self._held(trigger, told, [*roles, *found])

    def _doer(self, trigger: Trigger, told: Told, subject: str, roles: Sequence[Role], left: int) -> list[Role]:
        """« saisissons » is done by who writes « nous »; « j'ai remis » by who is quoted; « il » by the one named."""
        filled = any(role.role == subject for role in roles) and subject != "participant"
        if filled or trigger.voice == "passive":
            return []
        if trigger.ours and not told.quoted:
            return self._as(subject, self._cast.writer(self._page.id, trigger.start), trigger.word)
        if trigger.voice == "noun":
            return []
        if told.own and told.speaker.id:
            at = self._spans.get(told.speaker.id)
            return [Role(subject, told.speaker.id, told.speaker.name or at.exact, at)] if at else []
        if trigger.mine:
            me = _ME.search(self._flat, max(0, trigger.start - 4), trigger.start)
            return self._as(subject, told.speaker, me.span() if me else trigger.word)
        return self._before_it(trigger, told, subject, roles, left) or (
            [] if trigger.voice != "active" or (roles and filled) else self._opener(trigger, subject, left)
        )

    def _before_it(self, trigger: Trigger, told: Told, subject: str, roles: Sequence[Role], left: int) -> list[Role]:
        """« il », « vous », `S1`, « mon client » right before a verb."""
        near = max(left, trigger.start - 30)
        if _YOU_HAVE.search(self._flat[trigger.start : trigger.word[1]]):
            return self._as(subject, self._telling.addressed(told), trigger.word)
        if pronoun := _SUBJECT.search(self._flat, near, trigger.start):
            who = self._pronouns.meant(pronoun["word"], pronoun.start(), _others(told, roles))
            return self._as(subject, who, pronoun.span("word"))
        if you := _YOU.search(self._flat, near, trigger.start):
            return self._as(subject, self._telling.addressed(told), you.span())
        if meant := self._watched.meant(near, trigger.start) or self._terms.before(near, trigger.start):
            return self._as(subject, meant[0], meant[1])
        if client := _CLIENT.search(self._flat, near, trigger.start):
            return self._as(subject, self._cast.client, client.span())
        return []

    def _opener(self, trigger: Trigger, subject: str, left: int) -> list[Role]:
        """« OUADAH achète le journal et appelle »: who opens a sentence does what its verbs joined by « et » tell."""
        if not _AND.search(self._flat, left, trigger.start):
            return []
        pronoun = _HE_OPENS.match(self._flat, left, trigger.start)
        if pronoun and not _TURNS.search(self._flat, pronoun.end(), trigger.start):
            who = self._pronouns.meant(pronoun["word"], pronoun.start("word"), ())
            return self._as(subject, who, pronoun.span("word"))
        for one in self._beginning(left, trigger.start):
            if one.kind != "person":
                continue
            follows = self._flat[one.span.end : trigger.start]
            opens = _OPENS.fullmatch(self._flat, left, one.span.start)
            return [_role(subject, one)] if opens and _DOES.match(follows) and not _TURNS.search(follows) else []
        return []

    def _beginning(self, start: int, end: int) -> list[Mention]:
        return [one for one in beginning(self._mentions, start, end, "span.start") if one.span.end <= end]

    def _suffers(self, trigger: Trigger, told: Told, roles: Sequence[Role], left: int) -> list[Role]:
        """« Il a été entendu »: to whom it was done."""
        object_ = roles_of(trigger.type).get("object")
        pronoun = _SUBJECT.search(self._flat, max(0, trigger.start - 16), trigger.start)
        done_to = object_ in ("recipient", "victim") or trigger.type == "transport"
        if not done_to or object_ is None or any(role.role == object_ for role in roles):
            return []
        if pronoun is None:
            near = max(0, trigger.start - 16), trigger.start
            meant = self._watched.meant(*near) or self._terms.before(*near)
            if meant and not told.quoted:
                return self._as(object_, *meant)
            return self._opener(trigger, object_, left)  # « X a pris la fuite et a été interpellé »
        who = self._pronouns.meant(pronoun["word"], pronoun.start(), _others(told, roles))
        return self._as(object_, who, pronoun.span("word"))

    def _set_before(self, trigger: Trigger, told: Told, roles: Sequence[Role]) -> list[Role]:
        """« Interpellé le 3 mai, X nie », « Arrivé à la gare, il monte »: a participle that opens a sentence is said of
        the subject after its comma."""
        sides = roles_of(trigger.type)
        side = sides["subject"] if trigger.voice == "active" else sides.get("object")
        comma = self._flat.find(",", trigger.end, trigger.end + _PARTICIPIAL)
        wanted = side in ("recipient", "victim") if trigger.voice == "passive" else trigger.type == "travel"
        if comma < 0 or not wanted or side is None or any(role.role == side for role in roles):
            return []
        if pronoun := _HE_OPENS.match(self._flat, comma):
            who = self._pronouns.meant(pronoun["word"], trigger.start, _others(told, roles))
            return self._as(side, who, pronoun.span("word"))
        for one in beginning(self._mentions, comma, comma + _PARTICIPIAL, "span.start"):
            if one.kind == "person":
                led = re.compile(LED).fullmatch(self._flat, comma + 2, one.span.start)
                return [_role(side, one)] if led and _DOES.match(self._flat, one.span.end) else []
        return []

    def _suffers_too(self, trigger: Trigger, roles: Sequence[Role], before: Before | None) -> list[Role]:
        """« X a été interpellé puis placé en garde à vue », `X was arrested and bailed`: both were done to the same."""
        object_ = roles_of(trigger.type).get("object")
        if before is None or before.trigger.voice != "passive" or object_ not in ("recipient", "victim"):
            return []
        gap = self._flat[before.trigger.end : trigger.start]
        if any(role.role == object_ for role in roles) or not _AND.search(gap) or _TURNS.search(gap):
            return []
        return [Role(object_, one.mention, one.name, one.span) for one in before.done_to]

    def _receiver(self, trigger: Trigger, told: Told, roles: Sequence[Role]) -> list[Role]:
        """« m'a remis », « lui remet », `paid him`, « l'a menacé »: to whom."""
        sides = roles_of(trigger.type)
        object_ = sides.get("object", "object")
        to = sides.get("to") or (object_ if object_ != "object" else None)
        if to is None or trigger.voice != "active" or any(role.role == to for role in roles if to != "participant"):
            return []
        inside = (trigger.start, trigger.word[0])
        after = (trigger.end, min(trigger.end + 60, len(self._flat)))
        if trigger.to_me or (told.quoted and _AFTER_US.match(self._flat, *after)):
            return self._as(to, told.speaker, inside if trigger.to_me else after)
        if not told.quoted and _TO_US.search(self._flat, *inside) and not trigger.ours:
            return self._as(to, self._cast.writer(self._page.id, trigger.start), inside)
        yours = _YOU_HAVE.search(self._flat[trigger.start : trigger.word[1]])
        if (_TO_YOU.search(self._flat, *inside) and not yours) or _AFTER_YOU.match(self._flat, *after):
            return self._as(to, self._telling.addressed(told), inside)
        until = self._until(after)
        coded = self._watched.named_after(trigger.end, until)
        if coded is None and trigger.type != "rent":  # « loue au Preneur », « loue à ARMOR LOC »: either way
            coded = self._terms.after(trigger.end, until)
        if coded and not told.quoted:
            return self._as(to, *coded)
        found = _TO_HIM.search(self._flat, *inside) or _AFTER.match(self._flat, *after)
        if found is None and object_ != "object":
            found = _HIM.search(self._flat, *inside)
        if found is None:
            return []
        return self._as(
            to, self._pronouns.meant(found["word"], trigger.start, _others(told, roles)), found.span("word")
        )

    def _until(self, after: tuple[int, int]) -> int:
        """Where what belongs to a verb ends: at the first sign after it."""
        stop = _SIGN.search(self._flat, *after)
        return stop.start() if stop else after[1]

    def _person_heard(self, trigger: Trigger, told: Told, roles: Sequence[Role]) -> list[Role]:
        """« Entendons la personne ci-après »: who answers in the rest of the piece."""
        heard = self._cast.heard
        opens = trigger.type == "hear" and trigger.ours and not told.quoted and self._cast.stated
        if not opens or any(role.role == "recipient" for role in roles):
            return []
        return self._as("recipient", heard, trigger.word)

    def _held(self, trigger: Trigger, told: Told, roles: Sequence[Role]) -> list[Role]:
        """Whom the acts of a custody record are done to, where it names one person only."""
        if told.quoted or any(role.role == "recipient" for role in roles):
            return []
        if trigger.type in _HELD_BY:
            return self._as("recipient", self._watched.held, trigger.word)
        bare = trigger.voice != "active" and trigger.start == trigger.word[0]
        bare = bare and not (trigger.type == "search" and _OF_A_THING.match(self._flat, trigger.end))
        return self._as("recipient", self._watched.held, trigger.word) if trigger.type in _DONE_TO and bare else []

    def _goes_on(self, trigger: Trigger, subject: str, roles: Sequence[Role], before: Before | None) -> list[Role]:
        """« X remet le sac à Y et repart »: the second verb has the subject of the first."""
        if before is None or trigger.voice != "active" or before.trigger.voice != "active":
            return []
        if trigger.mine or trigger.ours or any(role.role in (subject, "object") for role in roles):
            return []
        gap = self._flat[before.trigger.end : trigger.start]
        if not _AND.search(gap) or _TURNS.search(gap):
            return []
        return [Role(subject, one.mention, one.name, one.span) for one in before.doers]

    def _as(self, role: str, who: Speaker, at: tuple[int, int]) -> list[Role]:
        return [Role(role, who.id, who.name, span(self._page, *at))] if who.name else []


def _role(role: str, one: Mention) -> Role:
    return Role(role, one.id, one.normalised or one.span.exact, one.span)


def _others(told: Told, roles: Sequence[Role]) -> list[str]:
    """Who is not meant by a pronoun: who has a part in the event already, and who speaks."""
    return [*(role.name for role in roles), *([told.speaker.name] if told.aloud and told.speaker.name else [])]
