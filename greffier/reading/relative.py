"""Times told from another one: hier, trois jours plus tard, dans deux mois, le lendemain. Tokens in, nodes out."""

from __future__ import annotations

from greffier.reading.day_parts import STARTERS as DAY_PARTS
from greffier.reading.named_units import STEPS, named_unit, window
from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.script import Found, Script, weekday
from greffier.reading.time_amounts import FEW, SEVERAL, UNITS, Amount, amount
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Node, Origin, Shift, Weekday, Window
from greffier.reading.vocabulary import table
from greffier.reading.week_days import following_weekday, named_weekday

_LEXICON = table("dates")
_PHRASES = phrases(_LEXICON["phrases"])
_WAYS = phrases(_LEXICON["ways"])
_COUNTED_FROM = phrases(dict.fromkeys(("a partir de", "a compter de", "a partir d", "a compter d", "a partir du",
                                       "a compter du"), True))  # fmt: skip
_NEAR_DAYS = frozenset({"aujourd", "demain", "hier", "apres", "avant"})
_MORE = phrases(dict.fromkeys(("un peu plus de", "un peu plus d", "un peu moins de", "un peu moins d", "plus de",
                               "moins de", "a peine plus de", "presque", "plus d", "moins d"), True))  # fmt: skip
_SIDES = {"before": -1, "avant": -1, "after": 1, "apres": 1, "from": 1}
STARTERS = frozenset("la le l the il dans ds in within les ces sous tonight tonite 2nite 2night that".split()).union(
    _PHRASES, STEPS, FEW
)
WORDS = frozenset(word for words in _LEXICON["phrases"] for word in words.split()).union(
    UNITS, STEPS, DAY_PARTS, SEVERAL
)


def relative(script: Script, at: int, so_many: Amount | None) -> Found | None:
    """Anything told from another time that starts at this token, with so many of a unit or not."""
    found = phrase(script.tokens, at, _PHRASES)
    counted = _counted(script, at, so_many)
    if counted and (found is None or counted[1] >= found[1]):
        return counted
    if found is not None and script.before(at) == "a" and script.word(at) == "ce" and found[1] == at + 2:
        return None  # « à ce jour »
    if found is not None:
        (unit, steps, origin), after = found
        return Shift(unit, steps, origin), after
    unit = named_unit(script, at)
    if unit is not None:
        return _day_of_week(script, *unit)
    return window(script, at) or following_weekday(script, at) or named_weekday(script, at)


def _day_of_week(script: Script, node: Node, at: int) -> Found:
    """`next week on Tuesday`, `la semaine prochaine mardi`: a day of the week after the week that it lies in."""
    start = script.skip(at, ("on", "-", "le"), 1)
    named = weekday(script, start) if isinstance(node, Shift) and node.unit == "week" else None
    if named is None or not isinstance(node, Shift) or _goes_on(script, named[1]):
        return node, at
    return Weekday(named[0], week=node.steps, origin=node.origin), named[1]


def _goes_on(script: Script, at: int) -> bool:
    """Whether a day of the week is told more closely than by its week: `la semaine dernière, lundi 12`."""
    return script.tokens[at].kind == DIGITS and script.tokens[at + 1].text not in (":", "h", "am", "pm", "heures")


def _shift(so_many: Amount, step: int, origin: Origin) -> Shift:
    (count, unit), *more = so_many[0]
    return Shift(unit, step * count, origin, more=tuple((step * other, name) for other, name in more))


def _counted(script: Script, at: int, so_many: Amount | None) -> Found | None:
    """trois jours plus tard, 2 days ago, il y a trois semaines, dans deux mois, in 3 weeks, sous 8 jours."""
    word = script.word(at)
    if word == "il" and script.word(at + 1) == "y" and script.word(at + 2) == "a":
        start = script.skip(at + 3, ("environ", "pres", "de", "a", "peu", "quelque", "maintenant", "deja", "bien"))
        start = start - (script.before(start) == "peu")
        more = phrase(script.tokens, start, _MORE)
        ago = amount(script, more[1] if more else script.skip(start, ("peu", "pres"), 2))
        return (_shift(ago, -1, "act"), ago[1]) if ago else None
    if word in ("dans", "in", "within", "sous", "ds"):
        return _ahead(script, at)
    way = phrase(script.tokens, so_many[1], _WAYS) if so_many else None
    if so_many is None or way is None:
        return None
    if script.word(so_many[1]) in _SIDES and way[1] == so_many[1] + 1 and not _ends(script, way[1]):
        return None
    if script.before(at) in ("within", "sous"):
        return None  # `within 7 days thereafter` is a term
    if script.word(so_many[1]) == "prior" and script.word(way[1]) == "to":
        return None  # `two days prior to the robbery`
    step, origin = way[0]
    return _shift(so_many, step, origin), way[1]


def _ahead(script: Script, at: int) -> Found | None:
    """`in 3 weeks` is a day, `within the next 5 days` all the days up to it; a term, `within 5 days`, is how long."""
    start = script.skip(at + 1, ("environ", "about", "the", "les", "next", "prochains"))
    told = amount(script, start)
    word = script.word(at)
    if told is None or (word == "in" and script.language == "fr") or script.word(told[1]) in ("de", "d", "of"):
        return None
    coming = any(script.word(inside) in ("next", "prochains") for inside in range(at + 1, start))
    if not coming and (word in ("within", "sous") or script.word(start - 1) in ("the", "les")):
        return None
    if coming:
        (count, unit), *_ = told[0]
        return Window(unit, count, here=True), told[1]
    return _shift(told, 1, "act"), told[1]


def before_or_after(script: Script, at: int, so_many: Amount | None) -> tuple[Shift, int] | None:
    """`three days after`, `deux jours avant`, `la veille`: what a date to count from may follow."""
    if script.word(at) in ("dans", "in", "ds"):
        so_many = amount(script, at + 1)
    if so_many is not None:
        return _from_there(script, so_many)
    found = phrase(script.tokens, at, _PHRASES)
    if found is None or found[0][2] != "told" or found[0][1] == 0:
        return None
    (unit, steps, origin), after = found
    return Shift(unit, steps, origin), after


def _from_there(script: Script, so_many: Amount) -> tuple[Shift, int] | None:
    """`three days after`, `deux semaines avant`, `trois semaines à partir de`: the date counted from comes next."""
    side = _SIDES.get(script.word(so_many[1]))
    if side and script.word(so_many[1]) == "from" and script.word(so_many[1] - 2) in ("a", "an", "per"):
        return None  # "£900 a month from 1 October"
    if side:
        return _shift(so_many, side, "told"), so_many[1] + 1
    opened = phrase(script.tokens, so_many[1], _COUNTED_FROM)
    if opened is None or script.word(script.skip(opened[1], ("'",), 1)) not in _NEAR_DAYS:
        return None  # "deux mois à compter du 7 avril" is how long, and since when
    return _shift(so_many, 1, "told"), opened[1]


def _ends(script: Script, at: int) -> bool:
    """`trois jours après` ends there; `three days after the robbery` is counted from something else."""
    return script.tokens[at].kind != WORD
