"""Times told from another one: hier, trois jours plus tard, last week, jeudi dernier. Tokens in, nodes out."""

from __future__ import annotations

from greffier.reading.day_parts import STARTERS as DAY_PARTS
from greffier.reading.numerals import spelled
from greffier.reading.phrasebook import lexicon, meanings, phrase, phrases
from greffier.reading.script import Found, Script, weekday
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Node, Origin, Shift, Unit, Weekday, Window

_LEXICON = lexicon("dates")
UNITS: dict[str, Unit] = meanings(_LEXICON["units"])
_PHRASES = phrases(_LEXICON["phrases"])
STEPS: dict[str, tuple[int, Origin]] = {word: (step, origin) for word, (step, origin) in _LEXICON["steps"].items()}
NEVER_AFTER = frozenset("ce cet cette this current past same meme last next upcoming following coming".split())
_NEVER_BEFORE = frozenset({"passe", "passee"})
_RANKING = frozenset({"dernier", "derniere", "last"})
_WAYS = phrases(_LEXICON["ways"])
_COUNTED_FROM = phrases(dict.fromkeys(("a partir de", "a compter de", "a partir d", "a compter d", "a partir du",
                                       "a compter du"), True))  # fmt: skip
_NEAR_DAYS = frozenset({"aujourd", "demain", "hier", "apres", "avant"})
_SIDES = {"before": -1, "avant": -1, "after": 1, "apres": 1, "from": 1}
_FEW = {"a": 1, "an": 1, "one": 1, "couple": 2, "few": 3, "quelques": 3, "several": 3, "une": 1, "un": 1}
_EN_WEEKS = {("en", "huit"): 1, ("en", "quinze"): 2}
_TURNS = {("after", "next"): 2, ("before", "last"): -2}  # "the week after next"
_WEEKS = {"week": 1, "fortnight": 2}
_WHOLE_UNITS = frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade"})
_HABITS = frozenset({"tous", "toutes", "chaque", "every", "each", "les", "des"})
_ARTICLES = frozenset({"la", "le", "l", "the", "'", "les", "ces", "these"})
STARTERS = frozenset(
    {
        *_PHRASES,
        *STEPS,
        *_FEW,
        "la",
        "le",
        "l",
        "the",
        "il",
        "dans",
        "in",
        "within",
        "les",
        "ces",
        "sous",
        "tonight",
        "that",
    }
)
_SEVERAL: dict[str, tuple[int, Unit | None]] = {
    "fortnight": (2, "week"), "fortnights": (2, "week"), "huitaine": (8, "day"), "dizaine": (10, "day"),
    "quinzaine": (15, "day"),
}  # fmt: skip
WORDS = frozenset(word for words in _LEXICON["phrases"] for word in words.split()).union(
    UNITS, STEPS, DAY_PARTS, _SEVERAL
)
Amount = tuple[tuple[tuple[int, Unit], ...], int]  # so many of a unit, so many of another; the token after


def relative(script: Script, at: int) -> Found | None:
    """Anything told from another time that starts at this token."""
    found = phrase(script.tokens, at, _PHRASES)
    counted = _counted(script, at)
    if counted and (found is None or counted[1] >= found[1]):
        return counted
    if found is not None:
        (unit, steps, origin), after = found
        return Shift(unit, steps, origin), after
    unit = named_unit(script, at)
    if unit is not None:
        return _day_of_week(script, *unit)
    return _window(script, at) or _following(script, at) or _named_weekday(script, at)


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


def _shift(amount: Amount, step: int, origin: Origin) -> Shift:
    (count, unit), *more = amount[0]
    return Shift(unit, step * count, origin, more=tuple((step * other, name) for other, name in more))


def _counted(script: Script, at: int) -> Found | None:
    """trois jours plus tard, 2 days ago, il y a trois semaines, dans deux mois, in 3 weeks, sous 8 jours."""
    word = script.word(at)
    if word == "il" and script.word(at + 1) == "y" and script.word(at + 2) == "a":
        amount = _amount(script, script.skip(at + 3, ("environ", "pres", "de", "a", "peu")))
        return (_shift(amount, -1, "act"), amount[1]) if amount else None
    if word in ("dans", "in", "within", "sous"):
        return _ahead(script, at)
    amount = _amount(script, at)
    if amount is None:
        return None
    way = phrase(script.tokens, amount[1], _WAYS)
    if way is None or (script.word(amount[1]) in _SIDES and way[1] == amount[1] + 1 and not _ends(script, way[1])):
        return None
    step, origin = way[0]
    return _shift(amount, step, origin), way[1]


def _ahead(script: Script, at: int) -> Found | None:
    """`in 3 weeks` is a day, `within the next 5 days` all the days up to it; a term, `within 5 days`, is how long."""
    start = script.skip(at + 1, ("environ", "about", "the", "les", "next", "prochains"))
    amount = _amount(script, start)
    word = script.word(at)
    if amount is None or (word == "in" and script.language == "fr") or script.word(amount[1]) in ("de", "d", "of"):
        return None
    coming = any(script.word(inside) in ("next", "prochains") for inside in range(at + 1, start))
    if not coming and (word in ("within", "sous") or script.word(start - 1) in ("the", "les")):
        return None
    if coming:
        (count, unit), *_ = amount[0]
        return Window(unit, count, here=True), amount[1]
    return _shift(amount, 1, "act"), amount[1]


def before_or_after(script: Script, at: int) -> tuple[Shift, int] | None:
    """`three days after`, `deux jours avant`, `la veille`: what a date to count from may follow."""
    amount = _amount(script, at + (script.word(at) in ("dans", "in")))
    if amount is not None:
        return _from_there(script, amount)
    found = phrase(script.tokens, at, _PHRASES)
    if found is None or found[0][2] != "told" or found[0][1] == 0:
        return None
    (unit, steps, origin), after = found
    return Shift(unit, steps, origin), after


def _from_there(script: Script, amount: Amount) -> tuple[Shift, int] | None:
    """`three days after`, `deux semaines avant`, `trois semaines à partir de`: the date counted from comes next."""
    side = _SIDES.get(script.word(amount[1]))
    if side and script.word(amount[1]) == "from" and script.word(amount[1] - 2) in ("a", "an", "per"):
        return None  # "£900 a month from 1 October"
    if side:
        return _shift(amount, side, "told"), amount[1] + 1
    opened = phrase(script.tokens, amount[1], _COUNTED_FROM)
    if opened is None or script.word(script.skip(opened[1], ("'",), 1)) not in _NEAR_DAYS:
        return None  # "deux mois à compter du 7 avril" is how long, and since when
    return _shift(amount, 1, "told"), opened[1]


def _ends(script: Script, at: int) -> bool:
    """`trois jours après` ends there; `three days after the robbery` is counted from something else."""
    return script.tokens[at].kind != WORD


def _amount(script: Script, at: int) -> Amount | None:
    """So many of a unit, and so many of a smaller one: 2 weeks and 2 days; 1 month, 21 days."""
    parts: list[tuple[int, Unit]] = []
    after = at
    while len(parts) < 4:
        single = _single(script, script.skip(after, ("and", "et", ","), 1) if parts else after)
        if single is None or any(single[0][1] == unit for _, unit in parts):
            break
        parts, after = [*parts, single[0]], single[1]
    return (tuple(parts), after) if parts else None


def _half_hour(script: Script, at: int) -> int | None:
    """Where `half an hour` or `une demi-heure` ends."""
    word = script.word(at)
    if word == "half" and script.word(at + 1) in ("an", "a") and script.word(at + 2) == "hour":
        return at + 3
    return at + 4 if word == "une" and script.word(at + 1) == "demi" and script.word(at + 3) == "heure" else None


def _single(script: Script, at: int) -> tuple[tuple[int, Unit], int] | None:
    if (end := _half_hour(script, at)) is not None:
        return (30, "minute"), end
    token = script.tokens[at]
    if token.text in ("a", "an") and script.before(at) == "half":
        return None
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
    several, unit = _SEVERAL.get(script.word(after), (1, UNITS.get(script.word(after))))
    if unit is None or value > 999 or script.word(after) == "h":
        return None
    after += 1 + 2 * (script.word(after + 1) == "de" and script.word(after + 2) == "jours" and unit == "day")
    return (value * several, unit), after


def named_unit(script: Script, at: int) -> Found | None:
    """la semaine dernière, le mois suivant, cette année, last week, the following month, l'an dernier."""
    start = script.skip(at, ("la", "le", "l", "the", "'"), 2)
    if start == at and script.tokens[at].glued and script.before(at) != "'":
        return None
    before = STEPS.get(script.word(start))
    if before is not None and script.word(start) not in _NEVER_BEFORE:
        return _unit_after(script, start + 1, before)
    unit, after = _unit(script, start)
    if unit in _WHOLE_UNITS and start > at and (turn := _TURNS.get((script.word(after), script.word(after + 1)))):
        return Shift(unit, turn, "act", whole=True), after + 2
    steps = STEPS.get(script.word(after)) if unit else None
    if unit not in _WHOLE_UNITS or steps is None or script.word(after) in NEVER_AFTER:
        return None
    return Shift(unit, steps[0], steps[1], whole=True), after + 1


def _unit_after(script: Script, at: int, steps: tuple[int, Origin]) -> Found | None:
    unit, after = _unit(script, at)
    if unit not in _WHOLE_UNITS or (script.word(at - 1) in ("ce", "cet", "cette") and script.word(after) in STEPS):
        return None
    if script.word(at - 1) in _RANKING and script.word(after) in ("de", "du", "d", "of", "in"):
        return None  # "la dernière semaine de mai"
    if script.word(after) == "-" and script.word(after + 1) in ("ci", "la"):
        after += 2
    return Shift(unit, steps[0], steps[1], whole=True), after


def _unit(script: Script, at: int) -> tuple[Unit | None, int]:
    if script.word(at) == "week" and script.word(at + 1) in ("-", "end"):
        return "weekend", at + 2 + (script.word(at + 1) == "-")
    return UNITS.get(script.word(at)), at + 1


def _window(script: Script, at: int) -> Found | None:
    """les trois derniers jours, ces 2 dernières semaines, the last 3 days, next 5 hours, les dernières 24 heures."""
    start = script.skip(at, _ARTICLES, 2)
    before = STEPS.get(script.word(start))
    if before is not None and before[0] and before[1] == "act":
        told = _single(script, start + 1)
        return (Window(told[0][1], before[0] * told[0][0]), told[1]) if told else None
    number = _count(script, start)
    if number is None or (step := STEPS.get(script.word(number[1]))) is None or not step[0]:
        return None
    unit = UNITS.get(script.word(number[1] + 1))
    if number[0] > 1 and not script.word(number[1] + 1).endswith("s"):
        return None  # "we moved ten last month"
    return (Window(unit, step[0] * number[0]), number[1] + 2) if unit else None


def _count(script: Script, at: int) -> tuple[int, int] | None:
    token = script.tokens[at]
    if token.kind == DIGITS:
        inside = token.glued or (at and script.tokens[at - 1].kind == DIGITS)
        return (int(token.text), at + 1) if len(token.text) <= 3 and not inside and int(token.text) else None
    told = spelled(script.tokens, at, script.language)
    if told is not None:
        return told if told[0] < 1000 else None
    return (_FEW[token.text], at + 1) if token.text in ("few", "several", "quelques", "couple") else None


def _named_weekday(script: Script, at: int) -> Found | None:
    """jeudi dernier, next Friday, this Monday, lundi prochain, jeudi; abbreviated only after `on`, with a capital."""
    before = STEPS.get(script.word(at))
    if before is not None:
        named = weekday(script, at + 1)
        if named is None or (script.word(at) in _RANKING and script.word(named[1]) in ("de", "du", "d", "of", "in")):
            return None
        return Weekday(named[0], before[0], before[1]), named[1]
    named = weekday(script, at)
    if named is None or script.before(at) in _HABITS:
        return None
    number, after = named
    if (later := _weeks_later(script, after)) is not None:
        return Weekday(number, 1 + later[0]), later[1]
    week = named_unit(script, script.skip(after, ("de", "of", "the", "la", ","), 2))
    if week is not None and isinstance(week[0], Shift) and week[0].unit == "week":
        return Weekday(number, week=week[0].steps, origin=week[0].origin), week[1]
    steps = STEPS.get(script.word(after))
    if steps is not None and script.word(after) not in NEVER_AFTER - {"last", "next"} | _NEVER_BEFORE:
        return _in_week(script, number, steps, after)
    if script.word(after) in ("passe", "passee"):
        return Weekday(number, -1), after + 1
    word = script.word(at)
    if len(word) <= 4 and not _short_stands(script, at):
        return None
    if script.before(at) == "le" and script.language == "fr":
        return None  # "le dimanche" alone is a habit
    return Weekday(number), after


def _following(script: Script, at: int) -> Found | None:
    """`the following Thursday`, `le jeudi précédent`: the article belongs to them."""
    if script.word(at) == "that" and (named := weekday(script, at + 1)) and len(script.word(at + 1)) > 4:
        return Weekday(named[0], 0, "told"), named[1]
    if script.word(at) == "the" and (named := weekday(script, at + 1)) and script.word(named[1]) == "before":
        return (Weekday(named[0], -1, "told"), named[1] + 1) if _ends(script, named[1] + 1) else None
    found = _named_weekday(script, at + 1) if script.word(at) in ("the", "le") else None
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
    """`on Fri`, `by mon`: short names need a word before them, and a capital after `on`."""
    before = script.before(at)
    return before in ("by", "til", "till", "until") or (before == "on" and script.capital(at))


def _in_week(script: Script, number: int, steps: tuple[int, Origin], after: int) -> Found:
    """`Friday next week` lies in that week; `vendredi prochain` is the next one."""
    if script.word(after + 1) in ("week", "semaine"):
        return Weekday(number, week=steps[0]), after + 2
    if script.word(after) in ("last", "next"):
        return Weekday(number), after
    return Weekday(number, steps[0], steps[1]), after + 1
