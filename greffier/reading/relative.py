"""Times told from another one: hier, la veille, trois jours plus tard, last week, jeudi dernier. Tokens in, nodes out."""

from __future__ import annotations

from typing import Any

from greffier.reading.script import Found, Script, weekday
from greffier.reading.clock import PARTS_OF_DAY
from greffier.reading.numerals import spelled
from greffier.reading.told import Node, Shift, Weekday
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.phrasebook import lexicon, meanings, phrase, phrases

_LEXICON = lexicon("dates")
_UNITS: dict[str, Any] = meanings(_LEXICON["units"])
_PHRASES = phrases(_LEXICON["phrases"])
_STEPS: dict[str, tuple[int, Any]] = {word: (step, origin) for word, (step, origin) in _LEXICON["steps"].items()}
_WAYS = phrases(_LEXICON["ways"])
_FEW = {"a": 1, "an": 1, "one": 1, "couple": 2, "few": 3, "quelques": 3, "several": 3, "une": 1, "un": 1}
_WHOLE_UNITS = frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade"})
_HABITS = frozenset({"tous", "toutes", "chaque", "every", "each", "les", "des"})
STARTERS = frozenset(
    {*_PHRASES, *_STEPS, "la", "le", "l", "the", "il", "dans", "in", "within", "a", "an", "one", "few", "quelques",
     "several", "couple", "week", "semaine", "mois", "annee", "an", "weekend"}
)  # fmt: skip


def relative(script: Script, at: int) -> Found | None:
    """Anything told from another time that starts at this token."""
    found = phrase(script.tokens, at, _PHRASES)
    counted = _counted(script, at)
    if counted and (found is None or counted[1] >= found[1]):
        return counted
    if found is not None:
        (unit, steps, origin), after = found
        return Shift(unit, steps, origin), after
    return _named_unit(script, at) or _named_weekday(script, at)


def _counted(script: Script, at: int) -> Found | None:
    """trois jours plus tard, 2 days ago, il y a trois semaines, dans deux mois, in 3 weeks."""
    word = script.word(at)
    if word == "il" and script.word(at + 1) == "y" and script.word(at + 2) == "a":
        start = at + 3 + (script.word(at + 3) in ("environ", "pres"))
        amount = _amount(script, start)
        return (Shift(amount[1], -amount[0], "act"), amount[2]) if amount else None
    if word in ("dans", "in", "within"):
        start = at + 1 + (script.word(at + 1) in ("environ", "about", "the", "les"))
        amount = _amount(script, start)
        if amount is None or (word == "in" and script.language == "fr") or script.word(amount[2]) in ("de", "d", "of"):
            return None
        return Shift(amount[1], amount[0], "act"), amount[2]
    amount = _amount(script, at)
    if amount is None:
        return None
    way = phrase(script.tokens, amount[2], _WAYS)
    if way is None or (script.word(amount[2]) in ("before", "after", "avant", "apres") and not _ends(script, way[1])):
        return None
    step, origin = way[0]
    return Shift(amount[1], step * amount[0], origin), way[1]


def _ends(script: Script, at: int) -> bool:
    """`trois jours après` ends there; `three days after the robbery` is counted from something else."""
    return script.tokens[at].kind != WORD


def _amount(script: Script, at: int) -> tuple[int, Any, int] | None:
    """A whole number of units: its value, its unit and the token after it."""
    token = script.tokens[at]
    if token.kind == DIGITS:
        if len(token.text) > 3:
            return None
        value, after = int(token.text), at + 1
    elif (number := spelled(script.tokens, at, script.language)) is not None:
        value, after = number
    elif token.text in _FEW:
        value, after = _FEW[token.text], at + 1
        if token.text == "a" and script.word(after) in ("few", "couple"):
            value, after = _FEW[script.word(after)], after + 1
        after += script.word(after) == "of"
    else:
        return None
    unit = _UNITS.get(script.word(after))
    if unit is None or value > 999 or script.word(after) == "h":
        return None
    return value, unit, after + 1


def _named_unit(script: Script, at: int) -> Found | None:
    """la semaine dernière, le mois suivant, cette année, last week, the following month, l'an dernier."""
    start = at
    while script.word(start) in ("la", "le", "l", "the", "'"):
        start += 1
    if start == at and script.tokens[at].glued and script.before(at) not in ("'",):
        return None
    before = _STEPS.get(script.word(start))
    if before is not None and script.word(start) not in ("passe", "passee", "past"):
        return _unit_after(script, start + 1, before)
    unit, after = _unit(script, start)
    steps = _STEPS.get(script.word(after)) if unit else None
    if unit not in _WHOLE_UNITS or steps is None or script.word(after) in ("ce", "cet", "cette", "this", "current"):
        return None
    return Shift(unit, steps[0], steps[1], whole=True), after + 1


def _unit_after(script: Script, at: int, steps: tuple[int, Any]) -> Found | None:
    unit, after = _unit(script, at)
    if unit not in _WHOLE_UNITS:
        return None
    if script.word(at - 1) in ("ce", "cet", "cette") and script.word(after) in _STEPS:
        return None
    if script.word(after) == "-" and script.word(after + 1) in ("ci", "la"):
        after += 2
    return Shift(unit, steps[0], steps[1], whole=True), after


def _unit(script: Script, at: int) -> tuple[Any, int]:
    if script.word(at) == "week" and script.word(at + 1) in ("-", "end"):
        return "weekend", at + 2 + (script.word(at + 1) == "-")
    return _UNITS.get(script.word(at)), at + 1


def _named_weekday(script: Script, at: int) -> Found | None:
    """jeudi dernier, next Friday, this Monday, lundi prochain; a bare day of the week where it has a capital or an article."""
    before = _STEPS.get(script.word(at))
    if before is not None:
        named = weekday(script, at + 1)
        return (Weekday(named[0], before[0], before[1]), named[1]) if named else None
    named = weekday(script, at)
    if named is None or script.before(at) in _HABITS:
        return None
    number, after = named
    steps = _STEPS.get(script.word(after))
    if steps is not None and script.word(after) not in ("ce", "cet", "cette", "this", "past", "passe"):
        return _in_week(script, number, steps, after)
    if script.word(after) in ("passe", "passee"):
        return Weekday(number, -1), after + 1
    word = script.word(at)
    if len(word) <= 4 or (script.language == "en" and not script.capital(at) and len(word) < 6):
        return None
    return Weekday(number), after


def _in_week(script: Script, number: int, steps: tuple[int, Any], after: int) -> Found:
    """`Friday next week` lies in that week; `vendredi prochain` is the next one."""
    if script.word(after + 1) in ("week", "semaine"):
        return Weekday(number, week=steps[0]), after + 2
    return Weekday(number, steps[0], steps[1]), after + 1


def part_of_day(script: Script, at: int) -> int | None:
    """Where the words for a part of the day end that may follow a date: `au matin`, `dans la nuit`, `in the evening`."""
    start = at
    while script.word(start) in (
        "au",
        "dans",
        "la",
        "le",
        "l",
        "'",
        "en",
        "in",
        "the",
        "du",
        "de",
        "at",
        "pendant",
        ",",
    ):
        start += 1
    if start - at > 4:
        return None
    if script.word(start) == "apres" and script.word(start + 1 + (script.word(start + 1) == "-")) == "midi":
        return start + 2 + (script.word(start + 1) == "-")
    return start + 1 if script.word(start) in PARTS_OF_DAY and script.word(start) != "h" else None


def this_part(script: Script, at: int) -> Found | None:
    """ce matin, cette nuit, this morning, last night: the day of the piece, or the one before."""
    word = script.word(at)
    if word not in ("ce", "cet", "cette", "this", "last"):
        return None
    end = part_of_day(script, at + 1)
    if end is None or script.word(at + 1) in ("au", "dans", "la", "le", "en", "in", "the", "du", ","):
        return None
    node: Node = Shift("day", -1 if word == "last" else 0, "act")
    if script.word(at + 1) not in PARTS_OF_DAY and script.word(at + 1) != "apres":
        return None
    return node, end
