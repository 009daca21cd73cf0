"""The typed values of a text: numbers with their units, dates, identifiers. Compared between a draft and a page.

What is compared has no language: "trois cent soixante kilogrammes" is 360 kg. A page may be as precise as it likes; a
draft must not be more precise than its page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from text_to_num import alpha2digit

from greffier.records import Mention, Quantity, Span, Time
from greffier.vocabulary import senses, tokens

ABOUT = Decimal("0.006")  # "about 360 kg" stands for 358 to 362
_BASE = {
    "mg": ("kg", Decimal("0.000001")), "g": ("kg", Decimal("0.001")), "t": ("kg", Decimal(1000)),
    "cm": ("m", Decimal("0.01")), "km": ("m", Decimal(1000)), "min": ("s", Decimal(60)), "h": ("s", Decimal(3600)),
}  # fmt: skip
_ANYTHING = senses("produit") | senses("marchandise") | senses("substance") | senses("goods") | senses("total")
_MIDNIGHT = ("00:00", "23:59", "24:00")  # the end of a day: a deadline is told by its day
_NUMBER = re.compile(r"(?<![\w.,/-])\d{1,3}(?:[ ,.]\d{3})+(?![\w/]|[.,]\d)|(?<![\w/])\d+(?:[.,]\d+)?(?![\w/])")
IDENTIFIERS = frozenset(
    "phone plate iban container seal email handle reference account".split()
)  # kinds of mention whose value is a code


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: bounds in base units (open ones left out), what it counts, whether it is hedged."""

    bounds: tuple[Decimal, ...]
    unit: str | None
    good: frozenset[str]
    about: bool
    surface: str
    at: Span | None


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time of day in a text; `year` says whether the text names the year."""

    time: Time
    surface: str
    year: bool
    at: Span | None


@dataclass(frozen=True, slots=True)
class Figures:
    """All typed values of one text or of one range of a page."""

    numbers: tuple[Number, ...] = ()
    moments: tuple[Moment, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Figures) -> Figures:
        return Figures(self.numbers + other.numbers, self.moments + other.moments, self.codes + other.codes)


def figures(text: str, mentions: Iterable[Mention], language: str | None, *, start: int = 0, here: bool) -> Figures:
    """Return the typed values of a text whose mentions are given; `start` is its offset on the page of the mentions.

    `here` keeps the spans, for values of a page; a draft's values have none.
    """
    inside = [m for m in mentions if _inside(m, start, start + len(text))]
    moments = tuple(moment for m in inside if m.time is not None and (moment := _moment(m, m.time, here)))
    counted = tuple(_number(m, here) for m in inside if m.quantity is not None)
    blanked = list(text)
    for mention in inside:
        if mention.kind not in ("person", "role", "organisation", "place"):
            left, right = max(0, mention.span.start - start), min(len(text), mention.span.end - start)
            blanked[left:right] = " " * (right - left)
    bare = tuple(
        Number((value,), None, frozenset(), False, str(value), None)
        for value in bare_numbers("".join(blanked), language)
    )
    codes = tuple((m.kind, m.normalised or m.span.exact) for m in inside if m.kind in IDENTIFIERS)
    return Figures(counted + bare, moments, codes)


@lru_cache(maxsize=2048)
def bare_numbers(text: str, language: str | None) -> tuple[Decimal, ...]:
    """Return the numbers of a text, in digits or spelled out, except one."""
    even = text.replace("\u00a0", " ").replace("\u202f", " ")
    spoken = [alpha2digit(even, each) for each in ([language] if language in ("fr", "en") else ["fr", "en"])]
    found = []
    for digits in (match.group() for version in spoken for match in _NUMBER.finditer(version)):
        value = Decimal(
            re.sub(r"[ ,.]", "", digits) if re.search(r"[ ,.]\d{3}\b", digits) else digits.replace(",", ".")
        )
        if value != 1:
            found.append(value)
    return tuple(dict.fromkeys(found))


def _inside(mention: Mention, start: int, end: int) -> bool:
    """Whether a value stands in a range; a date that reaches into it ("from the 3rd until the 5th") does too."""
    if mention.time is not None:
        return mention.span.start < end and start < mention.span.end
    return start <= mention.span.start and mention.span.end <= end


def _moment(mention: Mention, time: Time, here: bool) -> Moment | None:
    """A dated mention; a deadline ("until 20 March") is the day it names."""
    first, last = time.earliest or time.latest, time.latest or time.earliest
    if not first or time.modality == "relative":
        return None
    year = bool(re.search(r"\d{4}|\bmil(?:le)?\b", mention.span.exact))
    if first == last and first[11:] in _MIDNIGHT:
        first = last = first[:10]
    closed = replace(time, earliest=first, latest=last)
    return Moment(closed, mention.span.exact, year, mention.span if here else None)


def _number(mention: Mention, here: bool) -> Number:
    quantity = mention.quantity
    assert quantity is not None
    unit, factor = _BASE.get(quantity.unit, (quantity.unit, Decimal(1)))
    bounds = tuple(dict.fromkeys(each * factor for each in (quantity.low, quantity.high) if _closed(each, quantity)))
    good = frozenset(
        sense for word in tokens(f"{quantity.good or ''} {quantity.container or ''}") for sense in senses(word.word)
    )
    return Number(bounds, unit, good, quantity.approximate, mention.span.exact, mention.span if here else None)


def _closed(bound: Decimal, quantity: Quantity) -> bool:
    """Whether a bound was told: "at least 36" is open above, "up to 40" below."""
    return bound.is_finite() and not (bound == 0 and quantity.low != quantity.high)


# --- comparing --------------------------------------------------------------------------------------------------------


def same_number(told: Number, shown: Number) -> bool:
    """Whether a number of a page bears out the number of a draft."""
    if not same_sort(told, shown) or not told.bounds:
        return False
    return all(any(_near(bound, other, told.about) for other in shown.bounds) for bound in told.bounds)


def same_sort(told: Number, shown: Number) -> bool:
    """Whether two numbers measure the same thing, as far as can be known."""
    if told.unit is not None and shown.unit is not None and told.unit != shown.unit:
        return False
    if not (_known(told.good) and _known(shown.good)) or told.good & shown.good:
        return True
    return told.unit == "kg" and bool(_ANYTHING & (told.good | shown.good))


def _known(good: frozenset[str]) -> bool:
    return any(sense.startswith("#") for sense in good)


def bounds_among(told: Number, shown: Iterable[Number]) -> bool:
    """Whether both ends of a range stand, each somewhere ("between 350 and 400" where a page says 350, then 400)."""
    ends = [bound for number in shown if same_sort(told, number) for bound in number.bounds]
    return len(told.bounds) > 1 and all(any(_near(bound, end, told.about) for end in ends) for bound in told.bounds)


def _near(told: Decimal, shown: Decimal, about: bool) -> bool:
    if told == shown:
        return True
    if about and abs(told - shown) <= abs(shown) * ABOUT:
        return True
    whole = told == told.to_integral_value() and shown != shown.to_integral_value()
    return whole and abs(shown) >= 10 and shown.to_integral_value() == told


def same_moment(told: Moment, shown: Moment) -> bool:
    """Whether a date of a page bears out the date of a draft.

    A time of day must be the same to the minute; a part of the day ("on the evening of the 18th") must hold it.
    """
    if "T" in told.time.earliest and _clock(told.time)[0] != _clock(told.time)[1]:
        return "T" in shown.time.earliest and _holds(told, shown)
    if "T" in told.time.earliest:
        return "T" in shown.time.earliest and _clock(told.time) == _clock(shown.time) and _days_meet(told, shown)
    return _days_meet(told, shown)


def same_day(told: Moment, shown: Moment) -> bool:
    """Whether the days meet, whatever the time of day; for a range, whether one of its two days does."""
    return _days_meet(told, shown) or (is_range(told) and any(_days_meet(day, shown) for day in ends(told)))


def _clock(time: Time) -> tuple[str, str]:
    return time.earliest[10:16], time.latest[10:16]


def _holds(told: Moment, shown: Moment) -> bool:
    cut = 0 if told.year and shown.year else 5
    first, last = told.time.earliest[cut:], told.time.latest[cut:]
    return first <= shown.time.earliest[cut:] and shown.time.latest[cut:] <= last


def _days_meet(told: Moment, shown: Moment) -> bool:
    cut = 0 if told.year and shown.year else 5
    first, last = told.time.earliest[cut:10], told.time.latest[cut:10]
    other_first, other_last = shown.time.earliest[cut:10], shown.time.latest[cut:10]
    if len(other_first) < len(first):  # the page is vaguer than the draft
        return False
    if first <= other_first and other_last <= last:
        return not is_range(told) or (first, last) == (other_first, other_last)
    return other_first <= first <= last <= other_last and (first == other_first or last == other_last)


def is_range(moment: Moment) -> bool:
    """Whether a date names two days ("15 to 16 March"); a month or a year is one vague date."""
    first, last = moment.time.earliest[:10], moment.time.latest[:10]
    return len(first) == 10 and first != last and not (first.endswith("-01") and last[8:] >= "28")


def is_night(moment: Moment) -> bool:
    """Whether a range is a night: two days in a row, of which a page may name one."""
    first, last = (date.fromisoformat(day.time.earliest[:10]) for day in ends(moment))
    return last - first == timedelta(days=1)


def ends(moment: Moment) -> tuple[Moment, Moment]:
    """Return the two days that a range names, each as a date of its own."""
    first, last = moment.time.earliest[:10], moment.time.latest[:10]
    days = [replace(moment, time=replace(moment.time, earliest=day, latest=day)) for day in (first, last)]
    return days[0], days[1]


def unmatched(told: Sequence[Number], shown: Sequence[Number]) -> list[Number]:
    """Return the numbers of a page that no number of the draft takes up."""
    return [number for number in shown if not any(same_number(each, number) for each in told)]


def plain_number(low: Decimal, high: Decimal, unit: str) -> Number:
    """Return an interval of the ledger as a number to compare with."""
    base, factor = _BASE.get(unit, (unit, Decimal(1)))
    bounds = tuple(dict.fromkeys((low * factor, high * factor)))
    return Number(bounds, base, frozenset(), False, f"{low} to {high} {unit}", None)
