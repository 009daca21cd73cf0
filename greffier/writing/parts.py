"""Who does an act and to whom, from the order of words and the prepositions before names. Unsure is an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from greffier.vocabulary import Token, is_title, senses
from greffier.writing.cast import Named

Part = Literal["actor", "object", "to", "from", "with", "other"]

_BEFORE_NAMES: dict[str, Part] = {
    **dict.fromkeys("a au aux to vers envers upon".split(), "to"),
    **dict.fromkeys("de du des d chez from of".split(), "from"),
    **dict.fromkeys("avec with et and".split(), "with"),
    **dict.fromkeys("pour for contre against sur on sans without selon like comme about".split(), "other"),
}
_GIVES = frozenset().union(*(senses(word) for word in "remettre payer dire envoyer vendre proposer".split()))
_BY = frozenset({"par", "by"})
_BEEN = frozenset("ete fut furent was were been being".split())
_IS = frozenset("est sont etait etaient is are serait soit be".split())
_PARTICIPLE = ("e", "ee", "es", "ees", "i", "ie", "is", "it", "ite", "u", "ue", "us", "ed", "en")
_MOVES = frozenset().union(
    *(
        senses(word)
        for word in "partir sortir entrer arriver venir aller monter descendre mourir rester revenir".split()
    )
)
_EACH_OTHER = frozenset().union(*(senses(word) for word in "rencontrer conversation".split()))
_STOPS = (".", ";", ":", "!", "?")


def follows_be(seen: Sequence[Token], verb: int) -> bool:
    """Whether a verb is in the passive: "a été payé", "was paid", "est payé" but not "est parti"."""
    near = [token.word for token in seen[max(0, verb - 3) : verb]]
    if "s" in near or "se" in near or seen[verb].senses & _MOVES:
        return False
    if any(word in _BEEN for word in near):
        return True
    return any(word in _IS for word in near[-2:]) and seen[verb].word.endswith(_PARTICIPLE)


def parts(text: str, seen: Sequence[Token], people: Sequence[Named], verb: int) -> list[tuple[Named, Part]]:
    """Return each of these people with the part they have in the act that a token tells."""
    passive = follows_be(seen, verb)
    told = [(each, _part(seen, each, verb, passive)) for each in people if _same_clause(text, seen, each, verb)]
    actors = [each for each, part in told if part == "actor"]
    if passive or not actors:
        return _mutual(told, seen[verb])
    nearest = max(actors, key=lambda each: each.place)
    group = _joined(seen, [each for each, _ in told], nearest)
    return _mutual([(each, _among(each, part, group)) for each, part in told], seen[verb])


def _among(each: Named, part: Part, group: list[Named]) -> Part:
    if each in group:
        return "actor"
    return "other" if part == "actor" else part


def _mutual(told: list[tuple[Named, Part]], verb: Token) -> list[tuple[Named, Part]]:
    """In a meeting or a talk, everybody has the same part; who is given something may stand without a "to"."""
    if verb.senses & _EACH_OTHER:
        return [(each, "actor") for each, _ in told]
    if verb.senses & _GIVES:  # "gave her a bag" is "gave a bag to her"
        return [(each, "to" if part == "object" else part) for each, part in told]
    return told


def _joined(seen: Sequence[Token], people: Sequence[Named], nearest: Named) -> list[Named]:
    """Those who act together: "X, Y et Z"."""
    group = [nearest]
    for each in sorted(people, key=lambda person: -person.place):
        between = [token.word for token in seen[each.last + 1 : group[-1].place]]
        real = [word for word in between if not is_title(word) or word in ("et", "and")]
        if each.place < group[-1].place and real in (["et"], ["and"]):
            group.append(each)
    return group


def _part(seen: Sequence[Token], person: Named, verb: int, passive: bool) -> Part:
    if person.spoken_to:
        return "to"
    at = person.place - 1
    while at >= 0 and is_title(seen[at].word) and seen[at].word not in _BEFORE_NAMES:
        at -= 1
    before = seen[at].word if at >= 0 else ""
    if before in _BY:
        return "actor" if person.place > verb or passive else "other"
    if before in _BEFORE_NAMES and (person.place > verb or before not in ("et", "and")):
        return _BEFORE_NAMES[before]
    if person.place < verb:
        return "object" if passive else "actor"
    return "object"


def _same_clause(text: str, seen: Sequence[Token], person: Named, verb: int) -> bool:
    left, right = sorted(((person.start, person.end), (seen[verb].start, seen[verb].end)))
    between = text[left[1] : right[0]]
    return not any(stop + " " in between or stop + "\n" in between for stop in _STOPS if stop != ".")
