"""Sentences of one half and language, and how people, moments and numbers are told in them.

A slot of a template is `{name:form}`: `{a:full}` a person, `{d:long}` a moment, `{q:n}` a number; text stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Literal

import yaml

Half = Literal["a", "b"]
Language = Literal["fr", "en"]
VOWELS = "aeéèêhiou"  # what elides a French "de"; no good of ours begins with an aspirated h
NAMES = frozenset({"full", "plain", "rev", "init", "nick", "variant", "husband", "pseudonym"})
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
WEEK = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
ONES = {
    "fr": "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(),
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen".split(),
}
TENS = {
    "fr": "_ _ vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt".split(),
    "en": "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split(),
}


@dataclass(frozen=True)
class Person:
    """Somebody of a case, with every name; `used` is from when to when the phone was theirs."""

    id: str
    first: str
    last: str
    born: date
    phone: str = ""
    used: tuple[date, date] | None = None
    plate: str = ""
    nick: str = ""
    variant: str = ""
    husband: str = ""
    pseudonym: str = ""


@dataclass(frozen=True)
class Named:
    """A name in a told text: offsets in code points, and the id of who is meant."""

    start: int
    end: int
    person: str


@dataclass(frozen=True)
class Told:
    """A paragraph as it is written; `tag` is what the plan calls it, if it is to be found again."""

    text: str
    names: tuple[Named, ...] = ()
    tag: str = ""


@lru_cache(maxsize=4)
def wording(half: Half, language: Language) -> dict[str, Any]:
    """The names, heads, feet, fillers, tells and plants of this half and language."""
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name(f"{half}.{language}.yaml").read_text("utf-8"))
    return loaded


def tell(template: str, slots: Mapping[str, Any], language: Language, tag: str = "") -> Told:
    """The template with its slots filled; KeyError where the plan lacks one."""
    text, names = "", []
    for literal, field, form, _ in Formatter().parse(template):
        text += literal
        if field is None:
            continue
        value = slots[field]
        words = _form(value, form or "n", language)
        if isinstance(value, Person) and form in NAMES:
            names.append(Named(len(text), len(text) + len(words), value.id))
        text += words
    return Told(text, tuple(names), tag)


def _form(value: Any, form: str, language: Language) -> str:
    if isinstance(value, Person):
        return person(value, form, language)
    if isinstance(value, datetime):
        return moment(value, form, language)
    if isinstance(value, int | Decimal):
        return number(value, form, language)
    return f"d'{value}" if form == "de" and value[0] in VOWELS else f"de {value}" if form == "de" else str(value)


def person(who: Person, form: str, language: Language) -> str:
    """One of the names of a person, or what is known of them."""
    last = who.last.upper()
    if form in ("nick", "phone", "plate", "pseudonym"):
        return str(getattr(who, form))
    if form in ("from", "to"):
        assert who.used is not None
        return moment(_at(who.used[form == "to"]), "long", language)
    if form.startswith("born"):
        return moment(_at(who.born), form.removeprefix("born") or "long", language)
    return {
        "full": f"{who.first} {last}",
        "plain": f"{who.first} {who.last}",
        "rev": f"{last} {who.first}",
        "init": f"{who.first[0]}. {last}",
        "variant": f"{who.variant} {last}",
        "husband": who.husband,
    }[form]


def moment(at: datetime, form: str, language: Language) -> str:
    """A day or a time of day, in one of the ways of writing it."""
    month, week = MONTHS[language][at.month - 1], WEEK[language]
    day = "1er" if at.day == 1 and language == "fr" else str(at.day)
    if form == "spelled":
        return f"{words(at.year, language)}, le {'premier' if at.day == 1 else words(at.day, language)} {month}"
    return {
        "long": f"{day} {month} {at.year}",
        "us": f"{month} {at.day}, {at.year}",
        "week": f"{week[at.weekday()]} {day} {month} {at.year}",
        "wrongweek": f"{week[(at.weekday() + 2) % 7]} {day} {month} {at.year}",
        "dots": f"{at:%d.%m.%Y}",
        "dotted": f"{at:%d.%m.%Y}",
        "slash": f"{at:%d/%m/%Y}",
        "hours": f"{at.hour} heures {at.minute:02d}",
        "hm": f"{at.hour} h {at.minute:02d}" if language == "fr" else f"{at:%H:%M}",
        "colon": f"{at:%H:%M}",
        "ampm": f"{(at.hour - 1) % 12 + 1}.{at.minute:02d} {'am' if at.hour < 12 else 'pm'}",
    }[form]


def number(value: int | Decimal, form: str, language: Language) -> str:
    """A number in digits, spelled out (below 100, and years), or rounded as a witness would."""
    if form == "words":
        return words(int(value), language)
    if form == "round":
        return str(rounded(value))
    told = f"{value:,}"
    return told.replace(",", " ").replace(".", ",") if language == "fr" else told


def rounded(value: int | Decimal) -> int:
    """The nearest ten from 100 on, the nearest five from 30 on, else the nearest whole number."""
    step = 10 if value >= 100 else 5 if value >= 30 else 1
    return int((Decimal(value) / step).to_integral_value()) * step


def words(value: int, language: Language) -> str:
    """A number from 0 to 99, or a year from 2000 to 2099, spelled out."""
    if value >= 2000:
        head = "deux mille" if language == "fr" else "two thousand"
        return f"{head} {words(value - 2000, language)}" if value > 2000 else head
    if value < len(ONES[language]):
        return ONES[language][value]
    tens, ones = divmod(value, 10)
    if language == "en":
        return TENS["en"][tens] + (f"-{ONES['en'][ones]}" if ones else "")
    return _french(tens, ones)


def _french(tens: int, ones: int) -> str:
    ones += 10 if tens in (7, 9) else 0
    if tens == 1:  # from 17 on: those before have a word of their own
        return f"dix-{ONES['fr'][ones]}"
    if not ones:
        return TENS["fr"][tens] + ("s" if tens == 8 else "")
    if ones in (1, 11) and tens < 8:
        return f"{TENS['fr'][tens]} et {ONES['fr'][ones]}"
    unit = ONES["fr"][ones] if ones <= 16 else f"dix-{ONES['fr'][ones - 10]}"
    return f"{TENS['fr'][tens]}-{unit}"


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
