"""Dates of the calendar with at least a word in them, French and English. Tokens in, nodes out.

Every function takes a script and a token number and returns the node that starts there with the token after it.
"""

from __future__ import annotations

from dataclasses import replace

from greffier.reading.day_months import day_month, month_first
from greffier.reading.feasts import STARTERS as FEASTS
from greffier.reading.feasts import feast
from greffier.reading.hours import meridiem
from greffier.reading.named_units import STEPS
from greffier.reading.numeric_dates import month_in_digits, numeric, short_numeric
from greffier.reading.script import (
    MONTHS,
    ORDINALS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
    Found,
    Script,
    checked,
    day_number,
    month,
    weekday,
    year,
)
from greffier.reading.seasons import stepped
from greffier.reading.tokens import BREAK, DIGITS, WORD
from greffier.reading.told import Day, Feast, Years

_TENS = {"dix": 10, "vingt": 20, "trente": 30}
_RANKS = {
    stem: number
    for number, stem in enumerate(
        "un deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz".split(), start=1
    )
} | {"vingt": 20, "trent": 30}


def calendar_date(script: Script, at: int) -> Found | None:
    """Any date of the calendar that starts at this token, an article or a day of the week before it included."""
    token = script.tokens[at]
    if token.kind == DIGITS:
        return (
            numeric(script, at) or day_month(script, at) or _year_month_day(script, at) or month_in_digits(script, at)
        )
    if token.kind != WORD:
        return None
    if token.text in FEASTS and (named := feast(script, at)):
        return named
    if token.text in SHORT_WEEKDAYS and (dated := _after_short_weekday(script, at)):
        return dated
    if token.text in WEEKDAYS:
        return _after_weekday(script, at)
    if token.text in MONTHS and (named := month_first(script, at)):
        return named
    if token.text in ("an", "l"):
        return legal(script, at)
    return day_month(script, at) or stepped(script, at) or _stepped_feast(script, at)


def _ranked_day(script: Script, at: int) -> Found | None:
    """« le septième jour du mois d'août », « le vingt-deuxième jour de mai »."""
    tens = _TENS.get(script.word(at), 0) if script.word(at + 1) == "-" else 0
    last = at + 2 * bool(tens)
    rank = _RANKS.get(script.word(last).removesuffix("ieme")) if script.word(last).endswith("ieme") else None
    named = month(script, script.skip(last + 1, ("jour", "du", "mois", "rnois", "de", "d", "'"), 6)) if rank else None
    if rank is None or named is None or script.word(last + 1) != "jour":
        return None
    return checked(Day(tens + rank, named[0])), named[1]


def _stepped_feast(script: Script, at: int) -> Found | None:
    """`next Easter`, `last Christmas`: the feast before or after the date of the piece."""
    step = STEPS.get(script.word(at))
    found = feast(script, at + 1) if step and step[0] and script.tokens[at + 1].text in FEASTS else None
    if step is None or found is None or not isinstance(found[0], Feast):
        return None
    return replace(found[0], turn=step[0]), found[1]


def _year_month_day(script: Script, at: int) -> Found | None:
    """2019-aug-01, 2020/Sep/23."""
    mark = script.tokens[at + 1]
    if mark.text not in ("-", "/") or not mark.glued or len(script.word(at)) != 4 or script.word(at + 3) != mark.text:
        return None
    named, told, day = month(script, at + 2), int(script.word(at)), day_number(script, at + 4)
    if named is None or day is None or not 1500 <= told <= 2199:
        return None
    return checked(Day(day[0], named[0], told)), day[1]


def _after_short_weekday(script: Script, at: int) -> Found | None:
    """`mer. 26 oct. 2016`, `jeu 16 mars`: a short name that is another word too, so only before a day and its month."""
    after = script.skip(at + 1, (".", ","), 2)
    found = (numeric(script, after) or day_month(script, after)) if script.tokens[after].kind == DIGITS else None
    if found is None and script.opens_line(at) and script.capital(at):
        if (short := short_numeric(script, after)) is not None and isinstance(short[0], Day):
            return replace(short[0], weekday=SHORT_WEEKDAYS[script.word(at)]), short[1]  # « Sam. 19/11 »
        return _bare_day(script, after, SHORT_WEEKDAYS[script.word(at)]) if _is_headed(script, after) else None
    if found is None or not isinstance(found[0], Day) or found[0].month is None:
        return None
    return replace(found[0], weekday=SHORT_WEEKDAYS[script.word(at)]), found[1]


def _is_headed(script: Script, at: int) -> bool:
    """Whether what follows a day that opens a line of notes is a sign: « Sam. 16, 2 h 10 », « Mar. 19 – »."""
    return script.tokens[at].kind == DIGITS and script.word(at + 1) in (",", ":", "-")


def _after_weekday(script: Script, at: int) -> Found | None:
    named = weekday(script, at)
    if named is None:
        return None
    number, after = named
    while script.word(after) in (",", "le", "the", "("):
        after += 1
    token = script.tokens[after]
    if token.kind == DIGITS and script.opens_line(after) and numeric(script, after):
        return None  # the stamp of the next line
    if token.kind == DIGITS or token.text in MONTHS or token.text in ORDINALS:
        found = (
            numeric(script, after)
            or day_month(script, after)
            or month_first(script, after)
            or short_numeric(script, after)
        )
    else:
        found = day_month(script, after)
    found = found or _dotted_day(script, after)
    if found is None:
        return _bare_day(script, after, number)
    node, end = found
    return (replace(node, weekday=number), end) if isinstance(node, Day) else found


def _dotted_day(script: Script, at: int) -> Found | None:
    """« Mardi 18.02 » alone in its line, where French hours are told with an h."""
    if script.language != "fr" or "dotted" in script.heads:
        return None
    ends = script.tokens[at + 3].kind == BREAK or script.opens_line(at + 3)
    return dotted_day(script, at) if ends else None


def dotted_day(script: Script, at: int) -> Found | None:
    """`18.02`: a day and its month with a stop between them, as hours are told too."""
    token, mark, named = script.tokens[at : at + 3]
    if token.kind != DIGITS or mark.text != "." or not mark.glued or named.kind != DIGITS or not named.glued:
        return None
    if len(named.text) != 2 or len(token.text) > 2 or not (1 <= int(token.text) <= 31 and 1 <= int(named.text) <= 12):
        return None
    return checked(Day(int(token.text), int(named.text))), at + 3


def _bare_day(script: Script, at: int, number: int) -> Found | None:
    """`jeudi 16`, `Thursday the 16th`: not `jeudi 16 h`, nor `jeudi 16 hommes`."""
    told = day_number(script, at)
    if told is None or told[0] > 31 or (script.tokens[at].kind != DIGITS and script.before(at) not in ("the", "le")):
        return None
    following = script.tokens[told[1]]
    if following.glued and following.text not in (",", ".", ";", ")", "]", "'", "-", ":", "?", "!"):
        return None
    if following.kind == WORD and (following.text in ("h", "heures", "heure", "hours") or meridiem(script, told[1])):
        return None
    if following.text in (":", ".") and script.tokens[told[1] + 1].kind == DIGITS and script.tokens[told[1] + 1].glued:
        return None
    return Day(told[0], weekday=number), told[1]


def legal(script: Script, at: int) -> Found | None:
    """L'an deux mille vingt-deux, le douze mai; l'an 2022 et le 12 du mois de mai: year first, day and month after."""
    start = at
    if script.word(start) == "l" and script.word(start + 1) == "'":
        start += 2
    if script.word(start) != "an":
        return None
    told = year(script, start + 1)
    if told is None:
        return None
    after = told[1]
    for _ in range(6):
        if script.word(after) not in (
            ",",
            "et",
            "le",
            "ce",
            "jour",
            "du",
            "mois",
            ":",
            "-",
            "the",
            "and",
            "jourd",
            "hui",
            "'",
        ):
            named = weekday(script, after)
            if named is None:
                break
            after = named[1]
            continue
        after += 1
    found = day_month(script, after) or _ranked_day(script, after)
    if found is None or not isinstance(found[0], Day) or found[0].year not in (None, told[0]):
        return Years(told[0], told[0]), told[1]
    return checked(replace(found[0], year=told[0])), found[1]
