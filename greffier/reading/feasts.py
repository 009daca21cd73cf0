"""Feasts by their names: on a fixed day, counted from Easter, or the nth such day of the week in a month."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from greffier.reading.named_units import step_after
from greffier.reading.phrasebook import phrase, phrases
from greffier.reading.script import Found, Script, year
from greffier.reading.tokens import WORD
from greffier.reading.told import Feast
from greffier.reading.vocabulary import table

_LEXICON = table("dates")["feasts"]
_RULES = {name: tuple(feast["day"]) for name, feast in _LEXICON.items()}
FEASTS = phrases({words: name for name, feast in _LEXICON.items() for words in feast["words"]})
_EVES = phrases(dict.fromkeys(table("dates")["eves"], -1))
STARTERS = frozenset((*FEASTS, *_EVES))
_TITLES = frozenset("m mr mrs ms miss mme mlle dr me maitre monsieur madame mademoiselle docteur".split())
_THINGS = frozenset(table("dates")["feast_things"])
_ARTICLES = frozenset("de d du la le l ' of the jour fete".split())


def feast(script: Script, at: int) -> Found | None:
    """Noël, le lundi de Pâques 2023, la veille de Noël, Thanksgiving of 2019; its year where one follows."""
    eve = phrase(script.tokens, at, _EVES)
    start = script.skip(eve[1], _ARTICLES, 5) if eve else at
    named = phrase(script.tokens, start, FEASTS)
    if (
        named is None
        or _is_in_a_name(script, start, named[1])
        or script.before(at) in (("un", "une") if script.language == "fr" else ("a", "an"))
        or not _stands(script, start, named[0])
        or _is_thing(script, at, named[1])
        or _is_foreign(script, start, named[1])
    ):
        return None
    name, after = named
    after += script.word(after) == "day"
    told = year(script, after + (script.word(after) in ("of", "de", ",", "in", "en")))
    number, after = told if told else (None, after)
    turned = step_after(script, after) if number is None else None
    if turned is not None:  # « Noël dernier »
        return Feast(name, None, steps=-1 if eve else 0, turn=turned[0][0]), turned[1]
    return Feast(name, number, steps=-1 if eve else 0), after


def _stands(script: Script, at: int, name: str) -> bool:
    """Names that are words or names of persons as well need a capital, and some of them an article."""
    if script.tokens[at].glued and script.before(at) == "-":  # Jean-Noël
        return False
    return not _LEXICON[name].get("capital") or (
        script.capital(at) and script.before(at) in ("la", "le", "'", "a", "de", "the", "jeudi", "lundi", "dimanche")
    )


def _is_thing(script: Script, at: int, after: int) -> bool:
    """`Christmas party`, `prime de Noël`: a thing of the feast and not its day."""
    if script.language == "en":
        return script.word(after) in _THINGS
    return script.before(at) == "de" and script.before(at - 1) in _THINGS


def _is_foreign(script: Script, at: int, after: int) -> bool:
    """`nouvel an chinois`, `Islamic New Year`: of another calendar."""
    others = (
        "chinois",
        "lunaire",
        "islamique",
        "musulman",
        "berbere",
        "chinese",
        "islamic",
        "hijri",
        "lunar",
        "arabic",
    )
    return script.word(after) in others or script.before(at) in others


def _is_in_a_name(script: Script, at: int, after: int) -> bool:
    """« M. Noël », « Noël Lambert », « GUÉRIN Noël », `Easter Mukasa`: a title or another name beside a single word."""
    if after != at + 1 or not script.capital(at):
        return False
    back = at - 1 - (script.before(at) == ".")
    if back >= 0 and script.word(back) in _TITLES:
        return True
    following = script.tokens[after]
    if following.kind == WORD and script.capital(after) and following.start - script.tokens[at].end == 1:
        return following.text not in ("day", "week", "eve")
    return _follows_a_name(script, at)


def _follows_a_name(script: Script, at: int) -> bool:
    """« GUÉRIN Noël », « avec Robinson Noël »: not « Avant Noël », which opens a sentence, nor a line of capitals."""
    before = script.tokens[at - 1] if at else None
    if before is None or before.kind != WORD or not script.capital(at - 1) or script.tokens[at].start - before.end != 1:
        return False
    shouted = script.text[before.start : before.end].isupper()
    if shouted and len(before.text) > 2:
        return not script.text[script.tokens[at].start : script.tokens[at].end].isupper()
    return not shouted and at > 1 and script.tokens[at - 2].kind == WORD and not script.opens_line(at - 1)


def day_of(name: str, year_number: int) -> date:
    """The day of a feast in a year."""
    kind, *rule = _RULES[name]
    if kind == "fixed":
        return date(year_number, rule[0], rule[1])
    if kind == "easter":
        return easter(year_number) + timedelta(days=rule[0])
    nth, weekday, month, *later = rule
    day = nth_weekday(year_number, month, weekday, nth) + timedelta(days=later[0] if later else 0)
    at_pentecost = name == "mothers fr" and day == easter(year_number) + timedelta(days=49)
    return day + timedelta(days=7) if at_pentecost else day


def nth_weekday(year_number: int, month: int, weekday: int, nth: int) -> date:
    """The nth Monday (0) to Sunday (6) of a month; -1 is the last."""
    if nth > 0:
        first = date(year_number, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year_number, month, calendar.monthrange(year_number, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year_number: int) -> date:
    """Easter Sunday of the Gregorian calendar (the computation of Meeus, Jones and Butcher)."""
    a, b, c = year_number % 19, year_number // 100, year_number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weeks = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weeks) // 451
    month, day = divmod(h + weeks - 7 * m + 114, 31)
    return date(year_number, month, day + 1)
