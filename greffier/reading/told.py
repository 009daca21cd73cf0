"""What a page tells of time, before it is counted out: small frozen nodes that the grammar builds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "year", "decade"]
Third = Literal["early", "mid", "late"]
Origin = Literal["act", "told"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; what was not told is None. `other` is the second reading of an ambiguous `05/12/2022`."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    other: Day | None = None
    steps: int = 0  # "12 mars dernier" is -1, "12 mars prochain" 1
    origin: Origin | None = None  # what the steps are counted from: "18 janvier suivant" from the last date told


@dataclass(frozen=True, slots=True)
class Months:
    """A stretch of whole months, both inclusive: a month, a quarter, half a year; its year told or counted (`of`)."""

    first: int
    last: int
    year: int | None = None
    of: Shift | None = None
    steps: int | None = None  # "mars dernier" is -1, "ce mois de mars" 0
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Season:
    season: int  # the EDTF number, 21 to 24
    year: int | None = None
    steps: int | None = None  # "l'été dernier" is -1, "this summer" 0


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by its name in the lexicon; `steps` days from it ("la veille de Noël"); `turn` is -1 for the last one."""

    name: str
    year: int | None = None
    steps: int = 0
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Years:
    """Whole years, both inclusive: a year, a decade."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from an anchor. `whole` means the whole unit ("last week"), else the same point in it."""

    unit: Unit
    steps: int
    origin: Origin
    whole: bool = False
    more: tuple[tuple[int, Unit], ...] = ()  # "1 month, 21 days ago"


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; `steps` is None where nothing says which one ("jeudi"), 2 for "jeudi en huit"."""

    weekday: int
    steps: int | None = None
    origin: Origin = "act"
    week: int | None = None  # the week it is said to lie in: 1 is the next one


@dataclass(frozen=True, slots=True)
class Window:
    """The last so many units up to the anchor, or the next ones from it: "les trois derniers jours". `here`: the day of
    the anchor is one of them ("sous huit jours")."""

    unit: Unit
    steps: int
    here: bool = False


@dataclass(frozen=True, slots=True)
class From:
    """So many units before or after a date that is told: "trois jours après le 12 mai", "la veille du 3"."""

    shift: Shift
    of: Node


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth day of the week, or week (`weekday` None), of a month or a year; -1 is the last."""

    nth: int
    weekday: int | None
    of: Node


@dataclass(frozen=True, slots=True)
class DayIn:
    """A day of a month told relatively: "le 15 du mois dernier"."""

    day: int
    of: Shift


@dataclass(frozen=True, slots=True)
class InYear:
    """A day, months, a season or a feast of a year that is told relatively: "le 1er janvier de l'année dernière"."""

    node: Day | Months | Season | Feast
    of: Shift


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """A week by its number (ISO 8601); its year where it was told."""

    number: int
    year: int | None = None
    of: Shift | None = None


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a week, a month or a year at the anchor, or (`past`) what has passed of it."""

    of: Shift
    past: bool = False


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week that a day lies in."""

    of: Node


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; hour 24 is the end of the day. `midnight`: told by its name, which may mean either end."""

    hour: int
    minute: int = 0
    second: int = 0
    zone: str | None = None
    twelve: bool = False  # an hour of the twelve-hour clock that nobody said the half of
    midnight: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, middle or end of a month, a year or a week."""

    of: Node
    third: Third


@dataclass(frozen=True, slots=True)
class At:
    """A time of day on a day; `day` is None where only the hour was told."""

    day: Node | None
    clock: Clock


@dataclass(frozen=True, slots=True)
class InPart:
    """A part of a day: "dans la soirée du 18 mars"; `part` is a name of the lexicon, `day` None where none is told."""

    day: Node | None
    part: str


@dataclass(frozen=True, slots=True)
class Between:
    """From one time to another; `night`: one night that lies on both days."""

    left: Node
    right: Node
    night: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """Everything from a time on (`since`, `after`) or up to it (`until`, `before`); `after` and `before` exclude it."""

    of: Node
    side: Literal["since", "after", "until", "before"]


@dataclass(frozen=True, slots=True)
class About:
    of: Node


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that the calendar does not have ("31 février"): kept, never repaired."""


Node = (
    Day | Months | Season | Feast | Years | InYear | Shift | Weekday | Window | Rest | From | Nth | DayIn | WeekOf
    | WeekNumber | Part | At | InPart | Between | Open | About | Impossible
)  # fmt: skip
