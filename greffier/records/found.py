"""What the readers find on the pages of a piece."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from greffier.records.values import Citation, Quantity, Span, Time

MentionKind = Literal[
    "person", "organisation", "place", "role", "date", "quantity", "phone", "plate", "iban", "container", "seal",
    "email", "handle", "reference", "account", "law",
]  # fmt: skip
LinkType = Literal[
    "alias", "nickname", "acronym", "former", "changed", "role", "born", "line", "member", "kin", "service", "post"
]
Modality = Literal["fact", "alleged", "planned", "hypothetical"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named on a page. Exactly the value that fits its kind is set: `time`, `quantity` or `normalised`."""

    id: str
    span: Span
    kind: MentionKind
    reader: str
    piece: str
    time: Time | None = None
    quantity: Quantity | None = None
    normalised: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Link:
    """What one page says of two mentions: `left` (a person, an organisation) is also called, is, or uses `right`."""

    id: str
    type: LinkType
    left: str
    right: str
    span: Span
    reader: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody said or wrote. `speaker` is a mention id where the name stands on the page.

    `within` is the quote that these words are told in: « X rapporte que Y dit que … » are two, one in the other.
    """

    id: str
    span: Span
    kind: Literal["direct", "indirect", "turn"]
    reader: str
    piece: str
    speaker: str | None = None
    speaker_name: str | None = None
    cue: Span | None = None
    addressee: str | None = None
    translated: bool = False
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what fills one place of an event; `mention` is a mention id, `name` the words on the page."""

    role: str
    mention: str | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """Something told: who did what to whom, when, where, how sure the page is. `group` joins tellings of one fact."""

    id: str
    type: str
    piece: str
    reader: str
    citations: tuple[Citation, ...]
    time: Time | None = None
    place: str | None = None
    roles: tuple[Role, ...] = ()
    quantities: tuple[str, ...] = ()
    polarity: Literal["positive", "negative"] = "positive"
    modality: Modality = "fact"
    attributed_to: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Why something was found: `id` is that of the mention, quote or event; it is shown and never stored.

    `rule` is the function that gave it first, None where none was seen; `says` is what it says of itself, `read_as`
    what the words were taken for. `anchor` is what a relative date was counted from: `act` (the date of the text), or
    words of the text, whose date is `anchor_value`.
    """

    id: str
    reader: str
    version: int
    rule: str | None
    says: str
    read_as: str
    confidence: float | None = None
    anchor: str | None = None
    anchor_value: str | None = None


class Located(NamedTuple):
    """Where one field of a record stands: its name as in the export, and its words."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Call:
    """A line of call records: which number called which, when, how long, through which cell. None is unknown.

    Numbers are E.164 where they can be, else digits as told. Durations are seconds, from low to high. `zone` is the
    time zone of the export, where it says one; `line` the number whose calls are listed.
    """

    id: str
    piece: str
    reader: str
    citations: tuple[Citation, ...]
    start: Time | None = None
    end: Time | None = None
    caller: str | None = None
    called: str | None = None
    seconds_low: int | None = None
    seconds_high: int | None = None
    direction: Literal["in", "out"] | None = None
    kind: Literal["voice", "sms", "mms", "data"] | None = None
    imei: str | None = None
    imsi: str | None = None
    cell: str | None = None
    place: str | None = None
    azimuth: str | None = None
    latitude: str | None = None
    longitude: str | None = None
    network: str | None = None
    zone: str | None = None
    line: str | None = None
    fields: tuple[Located, ...] = ()


@dataclass(frozen=True, slots=True)
class Transfer:
    """A line of a bank statement. Amounts have no sign; `adds_up`: whether the balance follows from the line before.

    `day` is the date of the operation, `value_day` the date of value; `account` an IBAN or a number as told.
    """

    id: str
    piece: str
    reader: str
    citations: tuple[Citation, ...]
    day: Time | None = None
    value_day: Time | None = None
    label: str | None = None
    debit: Decimal | None = None
    credit: Decimal | None = None
    balance: Decimal | None = None
    currency: str | None = None
    account: str | None = None
    adds_up: bool | None = None
    fields: tuple[Located, ...] = ()


class Spoken(NamedTuple):
    """A turn of an intercepted conversation: the speaker's label as it stands, and the words."""

    speaker: str
    span: Span


@dataclass(frozen=True, slots=True)
class Intercept:
    """One intercepted communication: its sheet, and whether it is told in a summary, word for word, or in both ways.

    `sounds` are what is noted beside the words: `[inaudible]`, `(rires)`. `correspondent` is E.164 where it can be.
    """

    id: str
    piece: str
    reader: str
    citations: tuple[Citation, ...]
    number: str | None = None
    line: str | None = None
    start: Time | None = None
    end: Time | None = None
    seconds_low: int | None = None
    seconds_high: int | None = None
    direction: Literal["in", "out"] | None = None
    correspondent: str | None = None
    transcriber: str | None = None
    language: str | None = None
    translated: bool = False
    form: Literal["summary", "verbatim", "mixed"] | None = None
    turns: tuple[Spoken, ...] = ()
    sounds: tuple[Span, ...] = ()
    fields: tuple[Located, ...] = ()


Found = Mention | Link | Quote | Event | Call | Transfer | Intercept
