"""Who did it, as clauses stress it: « C'est Fidèle qui a ouvert », `Who carried it? He did`, « je n'ai rien coupé »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from greffier.assembling.clauses import PLAIN, Clause, acts_in
from greffier.assembling.lookup import Lookup
from greffier.assembling.voices import Voices, bearer, writer
from greffier.assembling.wording import any_of, phrases
from greffier.records import Entity
from greffier.text import folded

_ME = frozenset(("moi", "je", "j", "i", "me", "myself", "moi-meme"))
_SAME = frozenset(("lui-meme", "himself"))
_PRONOUNS = frozenset(("il", "elle", "he", "she"))
_OFFICES = any_of(sorted(phrases("clauses", "offices"), key=len, reverse=True))
_WHO = rf"(?P<who>zq\d+|moi-meme|moi|je|j(?=')|i|me|myself|il|elle|he|she|nous-memes?|{_OFFICES})"
_HELPS = r"(?:c'est|c'etait|ce fut|it was|it is|it's|was it|that was)"
_CLEFT = re.compile(
    rf"\b{_HELPS}\s+(?:(?:bien|le|la|l'|les|the|my|mon|ma|son|petit|petite|jeune|young|chef|old|patron|vieux)\s*){{0,3}}"
    rf"{_WHO}\b(?P<aside>[^.;!?]{{0,60}}?)\b(?:qui|who|that)\b(?P<rest>[^.;!?]{{0,160}})"
)
_ASKED_WHO = re.compile(r"\b(?:qui|who)\b(?! (?:est|etes|etait|is|are|were|was)\b)")
_ANSWER = re.compile(
    rf"\W{{0,8}}(?:(?:r|rep|reponse|a|answer)\b[ .:–-]{{1,12}})?(?:{_HELPS}\s+)?(?:(?:le|la|l'|the|mon|my)\s*)?"
    rf"(?:[\w, ]{{2,28}} )??{_WHO}\b(?P<rest>[^.;!?]{{0,80}})"
)
_STRESSED = re.compile(rf"\b{any_of(phrases('clauses', 'stressed'))}\b")
_HELPING = any_of(phrases("clauses", "helping"))
_TO_WHOM = re.compile(r"\b(?:a|to|with|avec|pour|for) zq\d{1,3} (?:lui-meme|elle-meme|himself|herself)\b")
_DOES = re.compile(rf"\b{_WHO}\b(?:\s*,[^,.;!?]{{1,50}},)?\s*(?:{_HELPING}\b\s*){{0,4}}(?P<rest>[^.;!?]{{0,120}})")
_SUBJECT = re.compile(rf"\b{_WHO}\b")
_MARK = re.compile(r"\bzq\d+\b")
_SOON = 30  # characters from who did it to the word for what he did
_BY = re.compile(
    r"\b(?:par|by)\s+(?:(?:le|la|l'|the|our|notre)\s*)?(?:[\w-]{2,12}(?:,\s*|\s+)){0,2}(?P<who>zq\d+|lui-meme|himself)\b"
)
_NOT = re.compile(
    rf"\b{_WHO}\s*(?:n'(?:ai|a|avais|avait|y|en)\b|ne \w+|never|(?:did|have|has|had|do|does|was)(?:n't| not)\b)\s*"
    r"(?P<rest>[^.;!?]{0,120})"
)
_NEGATED = re.compile(r"\b(?:n'\w+|ne|pas|jamais|not|never|didn't|aucune?|rien|nobody|personne|no one|si|if|whether)\b")
_COMMA = re.compile(r",| (?:et|and|puis|then|mais|but|parce|because|pour que|who|qui|where) ")
_OPENS = re.compile(
    r"\W{0,8}(?:R(?:[ÉE]P(?:ONSE)?)?|A(?:NSWER)?)?\b[ .:–-]{0,12}([A-ZÉ][a-zà-ÿ]{2,})\b"
)  # who is named first
_TITLE = re.compile(r"\b(?:M\.|MM\.|Mme|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?)[ \n]{1,3}\Z")
_EVERY_DAY = frozenset(("call", "meet"))  # several people rang, met somebody
_BARE = 4  # words of a second sentence that still answers who it was
_SHORTLY = 260  # characters before a clause in which those stand whom its pronouns mean


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did, or did not, what a clause tells of; `stressed` where the clause insists on who it was."""

    who: Entity
    acts: frozenset[str]
    done: bool
    stressed: bool
    clause: Clause


@dataclass(frozen=True, slots=True)
class _Named:
    """A word for who did it, the words of what he did, and whether he did it, and whether that is stressed."""

    label: str
    words: str
    done: bool
    stressed: bool


def deeds(known: Lookup, clause: Clause, voices: Voices) -> Iterator[Deed]:
    """Yield who a clause says did what; what people say of themselves on the telephone is no account."""
    if not clause.acts - PLAIN or known.pieces[clause.piece].kind == "intercept":
        return
    me = voices.of(clause)
    text, people = _marked(known, clause, me)
    for one in _named(clause, text):
        who = people.get(one.label) or _meant(known, clause, one.label, me)
        acts = acts_in(one.words) - PLAIN - _EVERY_DAY
        if who is not None and acts:
            yield Deed(who, acts, one.done, one.stressed, clause)


def _marked(known: Lookup, clause: Clause, me: Entity | None) -> tuple[str, dict[str, Entity]]:
    """The folded words of a clause with a mark for each of its people; who answers is none of them."""
    begin, end = clause.span
    kept = clause.page.text[begin:end]
    marks = [
        (one.span.start - begin, min(one.span.end, end) - begin, known.entity_of.get(one.id))
        for one in clause.of("person")
    ]
    opening = _OPENS.match(kept) if clause.asked else None
    if opening is not None and not any(low <= opening.start(1) < high for low, high, _ in marks):
        marks.append((*opening.span(1), bearer(known, opening[1])))
    people = {}
    for number, (low, high, who) in sorted(enumerate(marks), key=lambda one: -one[1][0]):
        labels = clause.asked is not None and who == me and not kept[:low].strip()
        if who is not None and not labels:
            kept = f"{_TITLE.sub('', kept[:low])}zq{number}{kept[high:]}"
            people[f"zq{number}"] = who
    return folded(kept), people


def _named(clause: Clause, text: str) -> list[_Named]:
    """Who the words of a clause name, the plainest way last."""
    found = _CLEFT.search(text)
    if found is not None:
        name = _MARK.search(found["aside"])  # « c'est la comptable, Mme Ouali, qui … »
        return [
            _Named(
                name.group() if name else found["who"], f"{found['aside']} {_COMMA.split(found['rest'])[0]}", True, True
            )
        ]
    if _ASKED_WHO.search(clause.question) and (clause.first or len(text.split()) <= _BARE):
        answer = _ANSWER.match(text)
        return [_Named(answer["who"], clause.question, True, True)] if answer else []
    denied = [_Named(one["who"], one["rest"], False, True) for one in _NOT.finditer(text)]
    return denied if denied or _NEGATED.search(text) else list(_plainly(text))


def _plainly(text: str) -> Iterator[_Named]:
    """Who did it by whom it was done, else the first of whom an act is told; what stresses it stands in that part."""
    found = _BY.search(text)
    if found is not None:
        part = _part(text, found.start())
        yield _Named(found["who"], part, True, _stresses(part))
        return
    for match in _SUBJECT.finditer(text):
        does = _DOES.match(text, match.start())
        if does is not None:
            words = text if does["who"].startswith("nous") else _COMMA.split(does["rest"])[0]
            if acts_in(words[:_SOON]):
                insists = _stresses(text[match.start() : does.start("rest")] + words)
                yield _Named(does["who"], words, True, insists)
                return


def _stresses(part: str) -> bool:
    """Whether words insist on who did it, and not on to whom."""
    return _STRESSED.search(_TO_WHOM.sub(" ", part)) is not None


def _part(text: str, at: int) -> str:
    """The part of a clause, between commas and the like, in which a place of it lies."""
    ends = [0, *(match.end() for match in _COMMA.finditer(text)), len(text)]
    return next((text[a:b] for a, b in pairwise(ends) if a <= at < b), text)


def _meant(known: Lookup, clause: Clause, label: str, me: Entity | None) -> Entity | None:
    """Whom a word that is no name means."""
    if label in _ME:
        return me
    if label.startswith("nous-meme"):
        return writer(known, clause.piece)
    if label in _SAME:
        return next((known.entity_of.get(one.id) for one in reversed(clause.of("person"))), None)
    return _before(known, clause, me) if label in _PRONOUNS else _officer(known, label)


def _before(known: Lookup, clause: Clause, me: Entity | None) -> Entity | None:
    """Whom a pronoun means: the only person, but for who speaks, of the last sentence before it that names one."""
    people = [
        (one, who)
        for one in known.on_page.get(clause.page.id, ())
        if one.kind == "person" and clause.span[0] - _SHORTLY <= one.span.start < clause.span[0]
        if (who := known.entity_of.get(one.id)) is not None and who != me
    ]
    if not people:
        return None
    last = known.sentence(people[-1][0].span)
    found = {who.id for one, who in people if last[0] <= one.span.start}
    return people[-1][1] if len(found) == 1 else None


def _officer(known: Lookup, office: str) -> Entity | None:
    """The only person of a case of whom this office is told, or who stands behind it as behind a label on a page."""
    people = [one for one in known.dossier.entities if one.kind == "person"]
    bearers = [one for one in people if any(office in folded(role).split() for role in one.roles)]
    if len(bearers) == 1:
        return bearers[0]
    label = re.compile(rf"\b{office}(?:\(s\))?[ \t]*:[^\n]{{0,24}}$")
    apposed = re.compile(rf"[^\n.;:]{{0,80}}, (?:le |la |the |an? )?{office}\b")
    found = {
        who.id: who
        for page in known.pages.values()
        if office in known.flat(page)
        for one in known.on_page.get(page.id, ())
        if one.kind == "person" and (who := known.entity_of.get(one.id)) is not None
        if label.search(folded(page.text[max(0, one.span.start - 60) : one.span.start]))
        or apposed.match(folded(page.text[one.span.end : one.span.end + 110]))
    }
    return next(iter(found.values())) if len(found) == 1 else None
