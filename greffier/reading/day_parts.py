"""Parts of the day: morning, après-midi, soir, nuit, after an hour, after a date or before one."""

from __future__ import annotations

from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.script import Found, Script
from greffier.reading.tokens import WORD
from greffier.reading.told import Between, InPart, Origin, Shift
from greffier.reading.vocabulary import table

_LEXICON = table("dates")["parts_of_day"]
# From when to when, as "HH:MM"; nights lie over two days and bound nothing.
BOUNDS: dict[str, tuple[str, str]] = {
    name: (part["from"], part["to"]) for name, part in _LEXICON.items() if "from" in part
}
_PARTS = phrases({words: name for name, part in _LEXICON.items() for words in part["words"]})
STARTERS = frozenset(_PARTS)
LATE = frozenset(
    "early_afternoon afternoon mid_afternoon late_afternoon end_of_day early_evening evening late_evening".split()
)
# The day of a part of the day by the word before it.
_PART_TURNS: dict[str, tuple[int, Origin]] = {
    **dict.fromkeys(("ce", "cet", "cette", "this"), (0, "act")), **dict.fromkeys(("last", "yesterday"), (-1, "act")),
    **dict.fromkeys(("that", "same"), (0, "told")), "previous": (-1, "told"),
    **dict.fromkeys(("following", "next"), (1, "told")),
}  # fmt: skip
_STEPS: dict[str, tuple[int, Origin]] = {
    **dict.fromkeys(("dernier", "derniere"), (-1, "act")), **dict.fromkeys(("suivant", "suivante"), (1, "told")),
    **dict.fromkeys(("precedent", "precedente"), (-1, "told")), "meme": (0, "told"),
    **dict.fromkeys(("prochain", "prochaine"), (1, "act")),
}  # fmt: skip
_SIDES = {"before": -1, "after": 1}
_TOLD = Shift("day", 0, "told")
_TONIGHT = frozenset({"tonight", "tonite", "2nite", "2night"})
_BEFORE = frozenset("au dans la le l ' en in the du de at pendant a ,".split())


def part(script: Script, at: int) -> tuple[str, int] | None:
    """The part of the day named at this token, and the token after it: `soirée`, `fin d'après-midi`, `early hours`."""
    return phrase(script.tokens, at, _PARTS)


def hour_part(script: Script, at: int) -> tuple[str, int] | None:
    """`du matin`, `de l'après-midi`, `in the evening`, `at night`: the part of the day, and the token after it."""
    start = script.skip(at, ("du", "de", "l", "'", "in", "the", "at", "la"), 4)
    if start > at and script.word(start) == "mat":  # « 4 heures du mat' »
        return "morning", start + 1 + (script.word(start + 1) == "'" and script.tokens[start + 1].glued)
    named = part(script, start) if start > at else None
    return None if named and script.word(named[1]) in _SIDES else named  # "at ten the night before"


def alone(script: Script, at: int, after: int) -> bool:
    """Whether a part of the day stands alone and is of a day told before: `dans la matinée`, `le soir même`.

    `le soir` and `the evening` alone are habits as often as hours of one day.
    """
    if script.word(after) == "meme" or script.before(at) == "same":
        return True
    if any(script.word(inside) in ("the", "le", "la", "dans") for inside in range(at + 1, after)):
        return script.word(at) in ("tot", "tard", "plus", "early", "late", "later")
    following = script.tokens[after]
    if script.language == "en" and following.kind == WORD and following.text.endswith("s") and len(following.text) > 4:
        return False  # `in dawn raids`
    start = at - 1
    while start >= 0 and script.word(start) in ("la", "le", "l", "'", "the"):
        start -= 1
    opener = script.word(start) if start >= 0 else ""
    return opener in ("dans", "in", "durant", "during") or (opener in ("en", "au", "a", "at") and after > at + 1)


def part_after(script: Script, at: int) -> tuple[str, int] | None:
    """The part of the day that follows a date: `au matin`, `dans la nuit`, `en fin d'après-midi`, `in the evening`."""
    return part(script, script.skip(at, _BEFORE, 4))


def _part_with_step(script: Script, at: int) -> Found | None:
    """`le matin suivant`, `la nuit dernière`, `le soir précédent`: a night is of both its days."""
    start = at + 1 + (script.word(at) == "l") if script.word(at) in ("le", "la", "l") else at
    named = part(script, start) if start > at else None
    step = _STEPS.get(script.word(named[1])) if named else None
    if named is None or step is None:
        return None
    steps, origin = step
    if named[0] in BOUNDS:
        return InPart(Shift("day", steps, origin), named[0]), named[1] + 1
    if not steps:
        return None
    first = steps if steps < 0 else steps - 1
    return Between(Shift("day", first, origin), Shift("day", first + 1, origin), night=True), named[1] + 1


def part_beside(script: Script, at: int) -> Found | None:
    """`the evening before`, `the morning after`: of the day before or after the one told; not `the night before it`."""
    named = part(script, at + 1) if script.word(at) == "the" else None
    step = _SIDES.get(script.word(named[1])) if named else None
    if named is None or step is None or not _pauses(script, named[1] + 1):
        return None
    name = "evening" if named[0] == "night" else named[0]
    return InPart(Shift("day", step, "told"), name), named[1] + 1


def _pauses(script: Script, at: int) -> bool:
    return script.tokens[at].kind != WORD or script.word(at) in ("and", "but", "in", "at", "when", "with", "about")


def this_part(script: Script, at: int) -> Found | None:
    """ce matin, last night: the day of the piece, or the one before; ce soir-là, that evening: the day told."""
    if script.word(at) in _TONIGHT:
        return InPart(Shift("day", 0, "act"), "evening"), at + 1
    if script.word(at + 1) == "night" and script.word(at) in ("last", "that"):
        return InPart(Shift("day", -1, "act") if script.word(at) == "last" else _TOLD, "evening"), at + 2
    if (stepped := _part_with_step(script, at) or part_beside(script, at)) is not None:
        return stepped
    at += script.word(at) == "the" and script.word(at + 1) in ("next", "following", "previous", "same")
    turn = _PART_TURNS.get(script.word(at))
    named = part(script, at + 1) if turn else None
    if turn is None or named is None:
        return None
    (step, origin), after = turn, named[1]
    if script.word(after) == "-" and script.word(after + 1) == "la":
        origin, after = "told", after + 2
    day = Shift("day", step, origin)
    if named[0] == "night" and script.word(at) == "same":
        return InPart(day, "evening"), after
    return (InPart(day, named[0]) if named[0] in BOUNDS else day), after
