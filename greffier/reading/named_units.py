"""Units of time by what stands beside them: la semaine dernière, les trois derniers jours. Tokens in, nodes out."""

from __future__ import annotations

from greffier.reading.numerals import spelled
from greffier.reading.script import Found, Script
from greffier.reading.time_amounts import FEW, UNITS, single
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import Origin, Shift, Unit, Window
from greffier.reading.vocabulary import table

STEPS: dict[str, tuple[int, Origin]] = {
    word: (step, origin) for word, (step, origin) in table("dates")["steps"].items()
}
_AWAY: dict[str, tuple[int, Origin]] = {"apres": (1, "told"), "avant": (-1, "told")}  # « le lundi d'après »
_SIDES = {"after": 1, "before": -1}  # `the year after that`, `the week before.`
_NEVER_AFTER = frozenset("ce cet cette this current past same meme last next upcoming following coming".split())
_NEVER_BEFORE = frozenset({"passe", "passee"})
RANKING = frozenset({"dernier", "derniere", "last"})
_TURNS = {("after", "next"): 2, ("before", "last"): -2}  # "the week after next"
_WHOLE_UNITS = frozenset({"week", "weekend", "month", "quarter", "half", "year", "decade"})
_ARTICLES = frozenset({"la", "le", "l", "the", "'", "les", "ces", "these"})


def step_before(script: Script, at: int) -> tuple[int, Origin] | None:
    """Which one it is, by the word before it: `last`, `ce`; not so in « I'm coming Tuesday »."""
    word = script.word(at)
    return STEPS.get(word) if word != "coming" or script.before(at) in ("this", "the") else None


def step_after(script: Script, at: int) -> tuple[tuple[int, Origin], int] | None:
    """Which one it is, by the words that stand after a unit, a month or a day of the week; and the token after them."""
    word = script.word(at)
    if word == "d" and script.word(at + 1) == "'" and (away := _AWAY.get(script.word(at + 2))):
        return away, at + 3
    step = STEPS.get(word) if word not in _NEVER_AFTER else None
    return (step, at + 1) if step else None


def named_unit(script: Script, at: int) -> Found | None:
    """la semaine dernière, le mois suivant, cette année, last week, the following month, l'an dernier."""
    start = script.skip(at, ("la", "le", "l", "the", "'"), 2)
    if start == at and script.tokens[at].glued and script.before(at) != "'":
        return None
    if start == at and script.word(at) == "that":
        return _unit_after(script, script.skip(at + 1, ("whole", "very"), 1), (0, "told"))
    before = step_before(script, start)
    if before is not None and script.word(start) not in _NEVER_BEFORE:
        return _unit_after(script, start + 1, before)
    unit, after = _unit(script, start)
    if unit == "weekend" and start > at and (which := _this_weekend(script, at, after)) is not None:
        return which
    if unit in _WHOLE_UNITS and script.word(start - 1) == "the" and (side := _SIDES.get(script.word(after))):
        that = script.word(after + 1) == "that" and script.word(after + 2) not in ("day", "week", "month", "year")
        if that or script.tokens[after + 1].kind != WORD:
            return Shift(unit, side, "told", whole=True), after + 1 + that
    if unit in _WHOLE_UNITS and start > at and (turn := _TURNS.get((script.word(after), script.word(after + 1)))):
        return Shift(unit, turn, "act", whole=True), after + 2
    stepped = step_after(script, after) if unit else None
    if unit not in _WHOLE_UNITS or stepped is None:
        return None
    (steps, origin), end = stepped
    return Shift(unit, steps, origin, whole=True), end


def _this_weekend(script: Script, at: int, after: int) -> Found | None:
    """`at the weekend.`, `over the weekend,`: the nearest, where the sentence pauses; no habit of weekends."""
    led = script.before(at) in ("at", "over", "on", "during") and script.word(after - 1) in ("weekend", "end")
    ends = script.tokens[after].kind != WORD or script.word(after) in (
        "and",
        "but",
        "when",
        "he",
        "she",
        "i",
        "we",
        "they",
    )
    return (Shift("weekend", 0, "told", whole=True), after) if led and ends else None


def _unit_after(script: Script, at: int, steps: tuple[int, Origin]) -> Found | None:
    unit, after = _unit(script, at)
    if unit not in _WHOLE_UNITS or (script.word(at - 1) in ("ce", "cet", "cette") and script.word(after) in STEPS):
        return None
    if script.word(at - 1) in RANKING and script.word(after) in ("de", "du", "d", "of", "in"):
        return None  # "la dernière semaine de mai"
    if script.word(after) == "-" and script.word(after + 1) in ("ci", "la"):
        steps = (steps[0], "told" if script.word(after + 1) == "la" else steps[1])
        after += 2
    return Shift(unit, steps[0], steps[1], whole=True), after


def _unit(script: Script, at: int) -> tuple[Unit | None, int]:
    if script.word(at) == "week" and script.word(at + 1) in ("-", "end"):
        return "weekend", at + 2 + (script.word(at + 1) == "-")
    return UNITS.get(script.word(at)), at + 1


def window(script: Script, at: int) -> Found | None:
    """les trois derniers jours, ces 2 dernières semaines, the last 3 days, next 5 hours, les dernières 24 heures."""
    start = script.skip(at, _ARTICLES, 2)
    before = STEPS.get(script.word(start))
    if before is not None and before[0] and before[1] == "act" and script.word(start) not in _NEVER_BEFORE:
        told = single(script, start + 1)
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
    return (FEW[token.text], at + 1) if token.text in ("few", "several", "quelques", "couple") else None
