"""A day and its month, in either order, with the year where it follows; a month alone. Tokens in, nodes out."""

from __future__ import annotations

from greffier.reading.clock import clock
from greffier.reading.named_units import STEPS, named_unit, step_after
from greffier.reading.numeric_dates import glued_left
from greffier.reading.script import (
    MONTH_CUES,
    MONTHS,
    ORDINAL_ENDS,
    Found,
    Script,
    bare_month_stands,
    checked,
    day_number,
    month,
    year,
)
from greffier.reading.tokens import DIGITS, WORD
from greffier.reading.told import At, Day, DayIn, Months, Origin, Shift

_OF_LETTERS = {
    "inst": 0,
    "instant": 0,
    "ult": -1,
    "ultimo": -1,
    "prox": 1,
    "proximo": 1,
}  # "your letter of the 3rd inst."


def day_month(script: Script, at: int, *, after_slash: bool = False) -> Found | None:
    """12 mai 2022, le douze mai deux mille vingt-deux, the 12th day of May, two thousand and twenty-two, 12-May-22."""
    told = day_number(script, at)
    if told is None or (script.tokens[at].glued and glued_left(script, at) and not after_slash):
        return None
    number, after = told
    named = month(script, _skip_links(script, after))
    if named is None:
        return _day_of_relative_month(script, number, after) if number <= 31 else None
    if script.word(after) == "." and script.opens_line(at) and day_number(script, named[1]):
        return None  # `3. November 4, 09:15: opened`: the third item of a list
    return _with_year(script, number, *named, mark=script.word(after))


def _day_of_relative_month(script: Script, number: int, at: int) -> Found | None:
    """le 15 du mois dernier, le 5 de ce mois, le 15 courant, 20th of next month."""
    if script.word(at) == "courant" and script.before(at - 1) in ("le", "du", "au"):
        return DayIn(number, Shift("month", 0, "act", whole=True)), at + 1
    if script.word(at) in _OF_LETTERS and (script.before(at) in ORDINAL_ENDS or script.word(at + 1) == "."):
        end = at + 1 + (script.word(at + 1) == "." and script.tokens[at + 1].glued and len(script.word(at)) < 5)
        return DayIn(number, Shift("month", _OF_LETTERS[script.word(at)], "act", whole=True)), end
    start = script.skip(at, ("day", "jour"), 1)
    start += script.word(start) in ("du", "de", "of")
    if start == at and script.language == "en" and script.tokens[at - 1].text not in ORDINAL_ENDS:
        return None  # "they had ten last month"
    if start == at and script.word(at) not in ("this", "next", "last", "ce"):
        return None
    found = named_unit(script, start)
    if found is None or not isinstance(found[0], Shift) or found[0].unit != "month":
        return None
    return DayIn(number, found[0]), found[1]


def _skip_links(script: Script, at: int) -> int:
    """Pass over what may stand between the day and the month: `day of`, `du mois de`, a hyphen, `of`."""
    for link in (("-",), ("/",), ("jour", "du", "mois", "de"), ("jours", "du", "mois", "de"), ("du", "mois", "de"),
                 ("du", "mois", "d", "'"), ("day", "of"), ("of",), ("jour", "de"), ("."), (",")):  # fmt: skip
        if all(script.word(at + offset) == word for offset, word in enumerate(link)):
            return at + len(link)
    return at


def _with_year(script: Script, number: int, month_number: int, after: int, mark: str = "") -> Found:
    """The day with its year, where one follows; `mark` is the sign that joined day and month, as in `12-May-22`."""
    end = after
    if script.word(after) in (",", "-", "/", "'", "de", "of", "in", "en"):
        after += 1
        if script.word(after) in ("l", "the") or script.word(after) in ("an", "annee", "year"):
            after += 1
    while script.word(after) in ("'", "annee", "an", "year"):
        after += 1
    joined = script.word(end) in ("-", "/") and script.word(end) == mark
    linked = joined or script.word(end) in ("'", "of") or after == end
    short = linked and not script.opens_line(after) and _short_year_stands(script, after)
    told = year(script, after, short=short)
    if told is None:
        stepped = (_PAST, end + 1) if _is_past(script, end) else step_after(script, end)
        stepped = (_COMING, end + 1) if _is_coming(script, end) else stepped
        if stepped is not None:
            (steps, origin), stop = stepped
            return checked(Day(number, month_number, steps=steps, origin=origin)), stop
        return _year_after_clock(script, number, month_number, end) or (checked(Day(number, month_number)), end)
    return checked(Day(number, month_number, told[0])), told[1]


_AFTER_YEAR = frozenset("a at vers et and from by to on in for with was is per via par pour chez de".split())
_PAST: tuple[int, Origin] = (-1, "act")
_COMING: tuple[int, Origin] = (1, "act")
_AFTER_COMING = frozenset("for at in by to before and or when as on with".split())


def _is_past(script: Script, at: int) -> bool:
    """`December 22 last`, `le 12 juin écoulé`, `le 13 janvier courant`: the last one up to the date of the piece."""
    ends = script.tokens[at + 1].kind != WORD
    return script.word(at) in ("ecoule", "courant") or (script.word(at) == "last" and ends)


def _is_coming(script: Script, at: int) -> bool:
    """`the 14th day of October next`, as courts fix a day."""
    ends = script.tokens[at + 1].kind != WORD or script.word(at + 1) in _AFTER_COMING
    return script.word(at) == "next" and ends


def _year_after_clock(script: Script, number: int, month_number: int, at: int) -> Found | None:
    """`Wed Oct 26 15:50:06 2016`, as mail programs write it."""
    hour = clock(script, at) if script.tokens[at].kind == DIGITS else None
    told = year(script, hour[1]) if hour else None
    if hour is None or told is None or script.tokens[hour[1]].kind != DIGITS:
        return None
    return At(checked(Day(number, month_number, told[0])), hour[0]), told[1]


def _short_year_stands(script: Script, at: int) -> bool:
    """`12 mai 22`: two digits after a month are a year unless an hour or a unit follows."""
    following = script.tokens[at + 1]
    if following.text in (":", "/", ".", "-") and script.tokens[at + 2].kind == DIGITS and script.tokens[at + 2].glued:
        return False
    return following.kind != WORD or (following.text in _AFTER_YEAR and not following.glued)


def month_first(script: Script, at: int) -> Found | None:
    """May 12, 2022; May 12; the month alone with its year: mai 2022, May of 2022, May '22."""
    named = month(script, at)
    if named is None or (script.tokens[at].glued and script.before(at) in ("-", "_") and at < 2):
        return None
    number, after = named
    dayed = _english_day(script, number, after)
    if dayed is not None:
        return dayed
    link = after + (script.word(after) in (",", "of", "de", "-", "/"))
    if script.word(link) in ("l", "annee", "year", "the"):
        while script.word(link) in ("l", "'", "annee", "year", "the"):
            link += 1
    told = year(script, link)
    short = script.word(after) in ("'", "of") or (script.before(at) == "en" and script.language == "fr")
    if told is None and short and _short_year_stands(script, link + (script.word(link) == "'")):
        told = year(script, link + (script.word(link) == "'"), short=True)
    apart = not script.tokens[at].glued or script.before(at) in ("(", "[", '"', "'")
    if told is not None and apart:
        return Months(number, number, told[0]), told[1]
    if (stepped := step_after(script, after)) is not None:
        (steps, origin), end = stepped
        return Months(number, number, steps=steps, origin=origin), end
    beside = _of_year(script, number, at, after) or beside_year(script, number, after)
    return beside or _lone_month(script, number, at, after)


def _lone_month(script: Script, number: int, at: int, after: int) -> Found | None:
    """A month without its year: after a word that calls for one, or where it can be nothing else."""
    cued = not script.doubtful(at) and (
        script.before(at) in MONTH_CUES or bare_month_stands(script, at, after) or _is_listed(script, at, after)
    )
    if not cued and not _attributive(script, at, after):
        return None
    step = STEPS.get(script.before(at))
    return Months(number, number, steps=step[0] if step else None), after


def _is_listed(script: Script, at: int, after: int) -> bool:
    """`Paid Nov, Dec`: one of several months with commas between them."""
    if script.word(after) == "," and month(script, after + 1) is not None:
        return script.capital(after + 1)
    return script.before(at) == "," and script.before(at - 1) in MONTHS and script.capital(at)


def _of_year(script: Script, number: int, at: int, after: int) -> Found | None:
    """`June of last year`"""
    unit = named_unit(script, after + 1) if script.word(after) == "of" and script.capital(at) else None
    if unit is None or not isinstance(unit[0], Shift) or unit[0].unit != "year":
        return None
    return Months(number, number, of=unit[0]), unit[1]


def beside_year(script: Script, number: int, after: int) -> Found | None:
    """`February this year`, « novembre l'an passé », « octobre de l'an dernier »"""
    start = after + (script.word(after) in ("de", "of"))
    unit = named_unit(script, start) if script.word(start) in ("this", "last", "next", "l", "cette") else None
    if unit is None or not isinstance(unit[0], Shift) or unit[0].unit != "year":
        return None
    return Months(number, number, of=unit[0]), unit[1]


def _attributive(script: Script, at: int, after: int) -> bool:
    """`the March meeting`: an English month with its capital between an article and a plain word."""
    plain = script.tokens[after].kind == WORD and not script.capital(after) and not script.tokens[after].glued
    led = script.before(at) in ("the", "our") and script.before(at - 1) not in (
        "until",
        "before",
        "since",
        "by",
        "after",
    )
    return script.language == "en" and led and script.capital(at) and plain


def _english_day(script: Script, month_number: int, at: int) -> Found | None:
    start = at + (script.word(at) in ("the", "-", "/"))
    told = day_number(script, start)
    if told is None or told[0] > 31:
        return None
    spoken = script.tokens[start].kind == WORD
    if spoken and (script.language == "fr" or script.word(start) in ("one", "two", "and")):
        return None
    after = told[1]
    if script.language == "fr" and not _is_english_month(script.word(at - 1)) and not _is_day(script, told[0], after):
        return None
    following = script.tokens[after]
    hour = following.text == "h" or (following.text == ":" and script.tokens[after + 1].glued)
    if following.glued and (following.kind == WORD or hour):
        return None
    if script.doubtful(at - 1) and after == start + 1:  # "march 9th" is a day, "may 9" need not be one
        return None
    return _with_year(script, told[0], month_number, after, mark=script.word(at))


def _is_day(script: Script, number: int, at: int) -> bool:
    """Whether a number after a French month is its day, not its year: an hour, a year or the end of a range follows."""
    after = script.skip(at, (",",), 1)
    if year(script, after) and script.tokens[after].kind == DIGITS:
        return True
    if clock(script, script.skip(after, ("a", "vers"), 1), cued=True):
        return True
    last = day_number(script, at + 1) if script.word(at) in ("-", "au", "a") else None
    return last is not None and number < last[0] <= 31


def _is_english_month(word: str) -> bool:
    return word in ("january", "february", "march", "april", "may", "june", "july", "august", "october", "december")
