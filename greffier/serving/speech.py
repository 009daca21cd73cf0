"""The two languages of the workbench: messages, names of kinds, numbers, quantities, dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from babel.dates import format_date
from babel.numbers import format_decimal

from greffier.writing.typeset import typeset

LANGUAGES = ("en", "fr")
_SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "count": ""}
_BEFORE = {"EUR", "USD", "GBP"}  # in English a currency stands before its amount


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """`messages`: English to French; `names`: value of a record to its name in English and in French."""
    told = files("greffier.serving").joinpath("templates/words.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(told)  # type: ignore[no-any-return]


@cache
def _french(message: str) -> str | None:
    told = catalogue()["messages"].get(message)
    return None if told is None else typeset(told, "fr")


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said in one language, `en` or `fr`."""

    language: str

    def say(self, message: str, **values: Any) -> str:
        """A message, given in English, with its values put in; numbers are grouped.

        What follows a `|` is not said: it tells apart what English says alike and French does not.
        """
        text = (_french(message) if self.language == "fr" else None) or message.partition("|")[0]
        shown = {name: self.number(v) if isinstance(v, int | Decimal) else v for name, v in values.items()}
        return text.format(**shown) if values else text

    def many(self, count: int, one: str, more: str, **values: Any) -> str:
        """`one` or `more` by the count, which is `{n}` in both; French counts nought as one."""
        single = count == 1 or (self.language == "fr" and count == 0)
        return self.say(one if single else more, n=count, **values)

    def name(self, value: str | None) -> str:
        """How a value of a record is called: `born_digital` is "born digital"."""
        if value is None:
            return ""
        told = catalogue()["names"].get(value)
        return str(told[LANGUAGES.index(self.language)]) if told else value.replace("_", " ")

    def pick(self, both: Mapping[str, str]) -> str:
        """One of two texts given in both languages, set as the language asks."""
        return typeset(both[self.language], self.language)

    # --- numbers ------------------------------------------------------------------------------------------------------

    def number(self, value: Any) -> str:
        """3,029 or 3 029; no end, which is None in a row, as `…`."""
        if value is None:
            return "…"
        try:
            read = Decimal(str(value))
        except InvalidOperation:
            return str(value)
        if not read.is_finite():
            return "…"
        return format_decimal(read, locale=self.language, decimal_quantization=False)

    def amount(self, low: Any, high: Any, unit: str = "", *, approximate: bool = False, container: Any = None) -> str:
        """An interval as a clerk writes it: `36 to 44 kg`, `€30,000 to €35,000`, `about 64 packets`."""
        ends = [low] if low == high else [low, high]
        shown = [self._measured(end, unit, alone=end is ends[-1], container=container) for end in ends]
        about = f"{self.say('about')} " if approximate else ""
        return about + f" {self.say('to')} ".join(shown)

    def _measured(self, value: Any, unit: str, *, alone: bool, container: Any) -> str:
        number, symbol = self.number(value), _SYMBOLS.get(unit, unit)
        if unit in _BEFORE and self.language == "en":
            return f"{symbol}{number}"
        after = str(container) if container and unit == "count" else symbol
        return f"{number}\u00a0{after}" if alone and after else number

    def quantity(self, row: Mapping[str, Any]) -> str:
        """A quantity of a row."""
        return self.amount(
            row["low"],
            row["high"],
            row["unit"],
            approximate=bool(row.get("approximate")),
            container=row.get("container"),
        )

    # --- dates --------------------------------------------------------------------------------------------------------

    def when(self, time: Mapping[str, Any] | None) -> str:
        """An interval as it was told; never one day where several were meant."""
        if not time:
            return ""
        first, last = time["earliest"], time["latest"]
        try:
            told = self._interval(first, last)
        except ValueError:
            told = time["edtf"]
        about = f"{self.say('about')} " if time.get("approximate") and told else ""
        return about + told + _zone(time.get("zone"))

    def _interval(self, first: str, last: str) -> str:
        if not first or not last:
            side = "since {day}" if first else "until {day}"
            return self.say(side, day=self._at(first or last)) if first or last else ""
        if first == last:
            return self._at(first)
        if whole := self._whole(first, last):
            return whole
        if first[:10] == last[:10]:
            return f"{self._at(first)} {self.say('to')} {self._clock(last) or self._day(last)}"
        if "T" in first or "T" in last:
            return f"{self._at(first)} {self.say('to')} {self._at(last)}"
        return f"{self._short(first, last)} {self.say('to')} {self._day(last)}"

    def _whole(self, first: str, last: str) -> str:
        """A whole month or year, where the interval is just that."""
        begin, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
        if "T" in first + last or begin.day != 1 or (end.month, end.day) == (1, 1):
            return ""
        after = date.fromordinal(end.toordinal() + 1)
        if (begin.month, after.month, after.day, after.year) == (1, 1, 1, begin.year + 1):
            return str(begin.year)
        if after.day == 1 and after.toordinal() - begin.toordinal() < 32:
            return format_date(begin, "MMMM y", locale=self.language)
        return ""

    def _short(self, first: str, last: str) -> str:
        """The first day without what the last one says again: `11` of `11 to 20 March 2023`."""
        begin = date.fromisoformat(first)
        if first[:7] == last[:7]:
            return self._first(str(begin.day))
        if first[:4] == last[:4]:
            return self._first(format_date(begin, "d MMMM", locale=self.language))
        return self._day(first)

    def _at(self, iso: str) -> str:
        clock = self._clock(iso)
        return f"{self._day(iso)}, {clock}" if clock else self._day(iso)

    def _day(self, iso: str) -> str:
        return self._first(format_date(date.fromisoformat(iso[:10]), "d MMMM y", locale=self.language))

    def _first(self, words: str) -> str:
        return re.sub(r"^1(?=\s|$)", "1er", words) if self.language == "fr" else words

    def _clock(self, iso: str) -> str:
        if "T" not in iso:
            return ""
        read = datetime.fromisoformat(iso)
        return f"{read.hour}\u00a0h\u00a0{read.minute:02}" if self.language == "fr" else f"{read:%H:%M}"

    def stamp(self, at: str) -> str:
        """A moment of the custody log, which is in UTC."""
        try:
            return f"{self._at(at[:16])} (UTC)"
        except ValueError:
            return at

    def filters(self) -> dict[str, Callable[..., str]]:
        """What templates call this by."""
        return {
            "n": self.number,
            "when": self.when,
            "name": self.name,
            "pick": self.pick,
            "quantity": self.quantity,
            "stamp": self.stamp,
        }


def _zone(zone: Any) -> str:
    """The zone of a time, as readers know it: its city, or its offset. `Etc/GMT-1` is one hour east of Greenwich."""
    if not zone:
        return ""
    if offset := re.fullmatch(r"Etc/GMT([+-])(\d+)", str(zone)):
        return f" (UTC{'-' if offset[1] == '+' else '+'}{offset[2]})"
    return f" ({str(zone).rpartition('/')[2].replace('_', ' ')})"
