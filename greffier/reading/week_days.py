"""Days of the week by what stands beside them: jeudi dernier, next Friday, dimanche en huit. Tokens in, nodes out."""

from __future__ import annotations

from greffier.reading.day_parts import part
from greffier.reading.named_units import RANKING, STEPS, named_unit, step_after, step_before
from greffier.reading.script import Found, Script, weekday
from greffier.reading.time_amounts import UNITS
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Shift, Weekday

_NEVER_AFTER = frozenset({"passe", "passee"})
_EN_WEEKS = {("en", "huit"): 1, ("en", "quinze"): 2}
_WEEKS = {"week": 1, "fortnight": 2}
_TITLES = frozenset("inspector mr mrs ms miss sergeant sgt constable officer detective judge dr captain".split())
_HABITS = frozenset({"other", "tous", "toutes", "chaque", "every", "each", "les", "des"})


def named_weekday(script: Script, at: int) -> Found | None:
    """jeudi dernier, next Friday, this Monday, lundi prochain, jeudi; abbreviated only after `on`, with a capital."""
    before = step_before(script, at)
    if before is not None:
        named = weekday(script, at + 1)
        if named is None or (script.word(at) in RANKING and script.word(named[1]) in ("de", "du", "d", "of", "in")):
            return None
        return Weekday(named[0], before[0], before[1]), named[1]
    named = weekday(script, at)
    if named is None or _is_habit(script, at) or _recurs(script, named[1]):
        return None
    number, after = named
    if (later := _weeks_later(script, after)) is not None:
        return Weekday(number, 1 + later[0]), later[1]
    week = named_unit(script, script.skip(after, ("de", "of", "the", "la", ","), 2))
    if week is not None and isinstance(week[0], Shift) and week[0].unit == "week":
        return Weekday(number, week=week[0].steps, origin=week[0].origin), week[1]
    if (which := _which(script, number, after)) is not None:
        return which
    if script.word(after) in ("passe", "passee"):
        return Weekday(number, -1), after + 1
    word = script.word(at)
    if len(word) <= 4 and not _short_stands(script, at):
        return None
    if script.before(at) == "le" and script.language == "fr":
        return None  # "le dimanche" alone is a habit
    return Weekday(number), after


def _is_habit(script: Script, at: int) -> bool:
    """`every Monday`, `tous les lundis`, `on a Friday`: any such day."""
    before = script.before(at)
    if script.before(at - 1) == "every" and script.tokens[at - 1].kind == WORD:
        return True  # `every second Friday`
    if before in _TITLES and script.capital(at - 1):
        return True  # "Inspector Friday"
    return before in _HABITS or (before == ("a" if script.language == "en" else "un"))


def _recurs(script: Script, at: int) -> bool:
    """`the last Friday of each month` is no day."""
    return script.word(at) in ("of", "de") and script.word(at + 1) in ("each", "every", "chaque")


def following_weekday(script: Script, at: int) -> Found | None:
    """`the following Thursday`, `le jeudi précédent`: the article belongs to them."""
    if script.word(at) == "that" and (named := weekday(script, at + 1)) and len(script.word(at + 1)) > 4:
        return Weekday(named[0], 0, "told"), named[1]
    if script.word(at) == "the" and (named := weekday(script, at + 1)) and script.word(named[1]) == "before":
        return (Weekday(named[0], -1, "told"), named[1] + 1) if script.tokens[named[1] + 1].kind != WORD else None
    found = named_weekday(script, at + 1) if script.word(at) in ("the", "le") else None
    if found is None or not isinstance(found[0], Weekday) or found[0].origin != "told" or found[0].steps is None:
        return None
    return found


def _weeks_later(script: Script, at: int) -> tuple[int, int] | None:
    """`dimanche en huit`, `jeudi en quinze`, `Monday week`: so many weeks after the next one."""
    if script.language == "fr":
        weeks = _EN_WEEKS.get((script.word(at), script.word(at + 1)))
        return (weeks, at + 2) if weeks and script.word(at + 2) not in UNITS else None
    weeks = _WEEKS.get(script.word(at))
    return (weeks, at + 1) if weeks and script.tokens[at + 1].kind != DIGITS else None


def _short_stands(script: Script, at: int) -> bool:
    """`on Fri`, `by mon`, `sat night`: short names need a word beside them, and a capital after `on`."""
    before = script.before(at)
    if part(script, at + 1) is not None or script.word(at + 1) in ("am", "pm"):
        return True
    if script.opens_line(at) and script.capital(at) and script.word(at + 1) in ("-", ":"):
        return not script.tokens[at + 1].glued or script.word(at + 1) == ":"  # `Tue - asked for images`, in notes
    return before in ("by", "til", "till", "until") or (before == "on" and script.capital(at))


def _which(script: Script, number: int, at: int) -> Found | None:
    """`Friday next week` lies in that week; `vendredi prochain` is the next one, `vendredi d'après` the one after."""
    if script.word(at) in ("last", "next"):
        steps = STEPS[script.word(at)]
        if script.word(at + 1) in ("week", "semaine"):
            return Weekday(number, week=steps[0]), at + 2
        if script.language == "en" and script.word(at + 1) not in UNITS and part(script, at + 1) is None:
            return Weekday(number, steps[0], steps[1]), at + 1
        return Weekday(number), at
    stepped = step_after(script, at) if script.word(at) not in _NEVER_AFTER else None
    if stepped is None:
        return None
    (step, origin), end = stepped
    return Weekday(number, step, origin), end
