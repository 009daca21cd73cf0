"""The records that flow between the rooms: frozen, picklable, JSON-able, with ids made from their content.

Standard library only. A record is never changed: a step takes records and returns new ones. Offsets are code points
on the frozen text of a page; boxes are fractions of the page (0 to 1, origin top left), so that they hold at any scale.
"""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal, NamedTuple, Protocol

SourceStatus = Literal["waiting", "read", "duplicate", "broken", "refused"]
Origin = Literal["born_digital", "ocr", "transcript"]
Grade = Literal["A", "B", "C"]
PieceKind = Literal[
    "report", "hearing", "intercept", "call_records", "seizure", "order", "expertise", "mail", "bank", "press", "other"
]
MentionKind = Literal[
    "person", "organisation", "place", "role", "date", "quantity", "phone", "plate", "iban", "container", "seal",
    "email", "handle", "reference", "account", "law",
]  # fmt: skip
LinkType = Literal["alias", "nickname", "acronym", "former", "changed", "role", "born", "line", "member"]
NameKind = Literal["legal", "alias", "nickname", "acronym", "former", "changed", "ocr_variant"]
Modality = Literal["fact", "alleged", "planned", "hypothetical"]
Stance = Literal["supports", "contradicts", "context"]
Match = Literal["exact", "normalised", "fuzzy"]
FindingKind = Literal["contradiction", "breach", "gap", "balance", "overlap"]
Concealment = Literal[
    "blackened", "covered", "same_colour", "invisible", "transparent", "layer", "outside", "tiny", "annotation"
]  # fmt: skip
DecisionVerb = Literal["merge", "split", "confirm", "dismiss", "protect"]
Verdict = Literal[
    "supported", "partly", "contradicted", "attribution_missing", "not_found", "judgement", "no_citation", "leak",
    "context",
]  # fmt: skip
ClipLabel = Literal[
    "masthead", "page_date", "separator", "widget", "locality", "sponsor", "navigation", "image_credit",
    "image_creator", "caption", "headline", "standfirst", "byline", "published", "updated", "reading_time",
    "alternate", "body", "paywall", "unknown",
]  # fmt: skip
FieldStatus = Literal["stated", "inferred", "absent", "stripped", "unresolved", "conflict"]
MarkKind = Literal["quotation", "scare_quotes", "nickname", "changed_name", "initials", "source_named"]


def digest(*parts: object) -> str:
    """Return the id that stands for these parts: the same parts give the same 20 hexadecimal digits everywhere."""
    joined = "\x1f".join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:20]


PART = 4 << 20  # bytes of a member that travel at once


class Readable(Protocol):
    """What bytes are read from; fewer than asked for only at the end."""

    def read(self, size: int, /) -> bytes: ...


# --- values -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Time:
    """A date or an interval, kept as vague as it was told.

    `earliest` and `latest` are ISO 8601 local dates (`2023-03-16`) or date-times to the minute (`2023-03-16T07:10`),
    both inclusive; either is empty when the interval is open on that side. `edtf` is Extended Date/Time Format level 1.
    `anchor` names what a relative date was counted from: a mention id, or `act` for the date of the piece.
    """

    edtf: str
    earliest: str
    latest: str
    zone: str | None = None
    approximate: bool = False
    anchor: str | None = None
    modality: Literal["stated", "relative", "inferred"] = "stated"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount between `low` and `high`, inclusive; `unit` is SI, `count` or an ISO 4217 code (kg, g, EUR, s, count).

    `dimension` is mass, money, count, volume, length, area, duration, temperature, ratio or speed. `good` is what it
    is a quantity of, as told; `container` what it was counted in (packets, bales).
    """

    low: Decimal
    high: Decimal
    unit: str
    dimension: str
    currency: str | None = None
    good: str | None = None
    container: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Where words stand: `page.text[start:end] == exact`. Prefix and suffix (32 characters) find it again elsewhere."""

    page: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A span called to witness."""

    span: Span
    stance: Stance = "supports"
    match: Match = "exact"


class Word(NamedTuple):
    """One word of a page: offsets into its text, its box, and the engine's confidence from 0 to 100."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: int


class Concealed(NamedTuple):
    """Words of a page that it does not show: offsets into its text, how they are hidden, and where (None: off it)."""

    start: int
    end: int
    how: Concealment
    box: tuple[float, float, float, float] | None


class Row(NamedTuple):
    """A row of a table as it stands on a page: offsets into its text, its sheet, the number that its program shows."""

    start: int
    end: int
    sheet: str | None
    number: int
    hidden: bool = False


class Doubt(NamedTuple):
    """A number that was read in two ways: where it stands in the text, and what it says in the other reading."""

    start: int
    end: int
    other: str


# --- files and pages --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it came; one record per location, even when the bytes are known already. Never altered."""

    id: str
    path: str
    sha256: str
    media_type: str
    bytes: int
    status: SourceStatus = "waiting"
    parent: str | None = None
    reason: str | None = None
    duplicate_of: str | None = None
    pages: int = 0
    lost: int = 0  # pages that it says it has and that cannot be read
    rendition: str | None = None  # SHA-256 of the PDF that a program made of it, from which its pages are drawn
    expands: int | None = None  # bytes of its members, told where they were too many to be taken unseen


@dataclass(frozen=True, slots=True)
class Identified:
    """The media type that the bytes of a file show, whatever its name says."""

    media_type: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered page: `pixels` are `width * height` bytes of grey or three times as many of RGB, row by row."""

    number: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A file found inside another one: an archive's, a mail's attachment. Its bytes are on their way to the blobs.

    A large file comes in several parts, one after another; `more` says that another part of it follows.
    """

    name: str
    content: bytes
    more: bool = False

    @classmethod
    def parts(cls, name: str, untrusted_stream: Readable) -> Iterator[Member]:
        """Yield a file in parts, so that it is never in memory whole."""
        content = untrusted_stream.read(PART)
        while True:
            following = untrusted_stream.read(PART) if len(content) == PART else b""
            yield cls(name, content, more=bool(following))
            if not following:
                return
            content = following


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as a format yields it, before its text is settled. `scanned` says that it must be recognised (OCR).

    `doubt` says why its text may not be what it shows: then it is recognised as well, and both are compared. `made` is
    an id of what made the text (program and font), so that a few pages of each can be compared; empty for none. `label`
    is what the file calls the page, where that is not its number (`iv`, `A-3`).
    `blank` says that nothing is written on it: it was looked at, and there is nothing to recognise. `doubts` are the
    numbers that were read in two ways.
    """

    number: int
    text: str
    width: float
    height: float
    words: tuple[Word, ...] = ()
    scanned: bool = False
    origin: Origin = "born_digital"
    hidden: tuple[Concealed, ...] = ()
    rows: tuple[Row, ...] = ()
    doubt: str = ""
    made: str = ""
    label: str | None = None
    blank: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """The pages of a long file that wait to be opened, from `first` on; `taken` bytes came out of those before."""

    id: str
    source: str
    first: int
    taken: int


@dataclass(frozen=True, slots=True)
class Lost:
    """A page that a file says it has and that cannot be read, as a format yields it in the place of a leaf."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that waits to be recognised: a scan, or one whose text came with the file and is doubtful.

    `embedded` is what the file holds for it: that text, or the notes on a scan.
    """

    id: str
    source: str
    number: int
    embedded: Leaf | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose text is frozen: a better reading of the same sheet is a new page with a new id.

    `blank` pages were looked at and nothing is written on them; a page without text that is not blank is unreadable.
    """

    id: str
    source: str
    number: int
    folio: str | None
    origin: Origin
    grade: Grade
    language: str | None
    text: str
    text_sha256: str
    width: float
    height: float
    confidence: float | None = None
    near_duplicate_of: str | None = None
    made: str = ""
    label: str | None = None
    blank: bool = False


_PLACE, _STEPS = struct.Struct("<IIHHHHB"), 65_535


class MarginMark(NamedTuple):
    """Words that stand alone in a margin and have a number: what a clerk's stamp was read as, and where (fractions)."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Folio:
    """The number stamped on a sheet; `id` is the id of its page. `label` is None where no stamp could be told.

    `series` is what stands before the number (`D`, `ABC-`, empty), `suffix` what stands after it (`bis`, `/3`).
    `read_as` is what the page shows where it was damaged and the numbers around it say what it is: then `repaired`.
    `count` is the page of how many that the page says it is ("4/12"), `others` are other stamps on it, `marks` all that
    stands in its margins.
    """

    id: str
    source: str
    label: str | None
    series: str = ""
    number: int | None = None
    suffix: str = ""
    read_as: str | None = None
    repaired: bool = False
    count: str | None = None
    others: tuple[str, ...] = ()
    marks: tuple[MarginMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the words of a page stand; kept apart from the page since only viewers and redaction need it.

    `packed` has 17 bytes a word in base64: as JSON, words take five times the room of the text they belong to. Boxes
    are kept in steps of 1/65,535 of the page and never come out smaller than they went in. `doubts` are the numbers of
    a recognised page that were read in two ways.
    """

    id: str
    packed: str = ""
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, id: str, words: Iterable[Word], doubts: Iterable[Doubt] = ()) -> Layout:
        """The layout of a page with these words."""
        packed = base64.b64encode(b"".join([_packed(*word) for word in words])).decode("ascii")
        return cls(id, packed, tuple(doubts))

    @property
    def words(self) -> tuple[Word, ...]:
        """The words in the order of the text. ValueError where a hand has damaged them."""
        try:
            raw = base64.b64decode(self.packed, validate=True)
            return tuple([_unpacked(*place) for place in _PLACE.iter_unpack(raw)])
        except struct.error as error:
            raise ValueError(f"The layout of page {self.id} is damaged.") from error


def _packed(start: int, end: int, x0: float, y0: float, x1: float, y1: float, confidence: int) -> bytes:
    left, top = int(x0 * _STEPS), int(y0 * _STEPS)
    return _PLACE.pack(start, end, left, top, -int(-x1 * _STEPS // 1), -int(-y1 * _STEPS // 1), confidence)


def _unpacked(start: int, end: int, x0: int, y0: int, x1: int, y1: int, confidence: int) -> Word:
    return Word(start, end, x0 / _STEPS, y0 / _STEPS, x1 / _STEPS, y1 / _STEPS, confidence)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that a page holds and does not show: its text keeps them, this says so. `box` is None off the page.

    `blackened` words lie under something black, which may be a redaction that failed; `covered` ones under something
    else; `layer` is one that viewers do not show; the others are in the colour of what is behind them, invisible,
    transparent, too small, or off the page.
    """

    id: str
    page: str
    span: Span
    how: Concealment
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of the tables of a page, in the order of its text; `id` is the id of the page."""

    id: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of a page, and what the other reading has in their place; `number` says that the digits differ."""

    span: Span
    other: str
    number: bool


@dataclass(frozen=True, slots=True)
class RivalReading:
    """Another reading of a page, kept beside it: the page has one, the rival the other.

    `origin` says which this one is: `embedded`, the text that came with the file and is not believed, or `picture`,
    what an engine read. `agreement` is the share of letters and digits that are the same (0 to 1), `why` what made us
    compare.
    """

    id: str
    page: str
    origin: Literal["embedded", "picture"]
    text: str
    agreement: float
    why: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Distrust:
    """A sampled page whose text is not what it shows: all pages of that file made in the same way are recognised."""

    id: str
    source: str
    made: str
    page: int
    agreement: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A logical document inside a file: a report, a hearing, an order. `pages` are page ids in order."""

    id: str
    source: str
    kind: PieceKind
    reference: str | None
    title: str | None
    pages: tuple[str, ...]
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """When a piece says that it was done, written and received; `id` is the id of the piece. Three different facts."""

    id: str
    act: Time | None = None
    written: Time | None = None
    received: Time | None = None


# --- press clippings --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Statement:
    """What the markup of a page says of the article: a field of a clipping, its value as written, and where."""

    field: str
    value: str
    method: str


@dataclass(frozen=True, slots=True)
class Hint:
    """Words of a page that stand in an element whose tag says what they are: `h1`, `nav`, `figcaption`."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class Markup:
    """What a saved page says beside its visible text: statements, hints, the paragraphs that look like its body, and
    the text that it declares to be the article's.
    """

    statements: tuple[Statement, ...] = ()
    hints: tuple[Hint, ...] = ()
    paragraphs: tuple[str, ...] = ()
    declared: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What a part of a captured page is; labels never overlap, and cover every character that is not a blank."""

    page: str
    start: int
    end: int
    label: ClipLabel


@dataclass(frozen=True, slots=True)
class Rival:
    """Another value that the page gives for a field, and where."""

    value: Any
    method: str


@dataclass(frozen=True, slots=True)
class Field:
    """One fact of a clipping, `container.masthead` or `article.published`: its value in plain JSON, the words it was
    read from, where they stand (several for a list), how sure it is and by which rule. A conflict keeps every value.
    """

    name: str
    value: Any
    raw: str | None
    spans: tuple[Span, ...]
    status: FieldStatus
    method: str
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article not to be taken at their face: a quotation and what was done to it, a changed name."""

    kind: MarkKind
    span: Span
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a page that carries several: its headline, who published it and when, as the page says."""

    headline: str
    source: str | None
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Tie:
    """How much of the shorter of two clippings stands in the other one, in words in a row; ids of clippings.

    A copy is no second witness; what is derived in part is for a person to say.
    """

    left: str
    right: str
    containment: float
    verdict: Literal["copy", "derived"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """What the copies of one article say differently of it: each value with the clippings that give it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """One article behind the clippings that copy it: they count once. `ties` say why, and what may derive from it."""

    id: str
    clippings: tuple[str, ...]
    ties: tuple[Tie, ...]
    disputes: tuple[Dispute, ...]


@dataclass(frozen=True, slots=True)
class SiteTemplate:
    """Lines that most pages of one container show outside their articles: for a person to confirm."""

    id: str
    container: str
    lines: tuple[str, ...]
    clippings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clipping:
    """A press page read: who showed it (container) and what was published (article), every line labelled.

    `kind` is article, digest (several items) or none (no article on the page).
    """

    id: str
    piece: str
    kind: Literal["article", "digest", "none"]
    fields: tuple[Field, ...]
    labels: tuple[Label, ...]
    marks: tuple[Mark, ...] = ()
    entries: tuple[Entry, ...] = ()

    def field(self, name: str) -> Field:
        """The field of this name; KeyError where clippings have none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


# --- what the readers find --------------------------------------------------------------------------------------------


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
    """Words somebody said or wrote. `speaker` is a mention id where the name stands on the page."""

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


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex that a piece announces, by its label ("3", "B"), or `count` of them without one. A view, recomputed.

    `there` says how many of them were found, `place` the page (or the file) that bears the label; `span` announces it.
    """

    id: str
    piece: str
    label: str | None
    count: int
    there: int
    status: Literal["there", "absent", "unknown"]
    span: Span
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """A page that says again what an earlier one (`other`, by path, then number) says. A view, recomputed.

    `copy`: the same, whatever the scan or the file; `version`: the same document with other words or numbers in places;
    `excerpt`: one stands in the other. `containment` is the share of the page that stands in the other one, `contained`
    the share of the other one that stands in the page (0 to 1, by characters of words that are the same or misread).
    `differences` counts the places where the words differ otherwise.
    """

    id: str
    page: str
    other: str
    kind: Literal["copy", "version", "excerpt"]
    containment: float
    contained: float
    differences: int


@dataclass(frozen=True, slots=True)
class Telling:
    """Which fact an event tells: events of one `group` tell the same; `id` is the id of the event."""

    id: str
    group: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that was read, laid on one table for resolving and assembling; each tuple sorted by id."""

    sources: tuple[Source, ...] = ()
    pages: tuple[Page, ...] = ()
    pieces: tuple[Piece, ...] = ()
    datings: tuple[Dating, ...] = ()
    mentions: tuple[Mention, ...] = ()
    links: tuple[Link, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    entities: tuple[Entity, ...] = ()
    likenesses: tuple[Likeness, ...] = ()
    decisions: tuple[Decision, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    rivals: tuple[RivalReading, ...] = ()
    clippings: tuple[Clipping, ...] = ()


# --- views, recomputed from the above ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for a judgement; `weight` is a log-odds."""

    text: str
    weight: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two names (ids of name keys) are one entity, by whom (`machine` or a person) and why."""

    id: str
    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[Reason, ...]
    by: str = "machine"


@dataclass(frozen=True, slots=True)
class NameForm:
    """One name of an entity, the kind of name it is, and where it stands."""

    value: str
    kind: NameKind
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something, over all its names. `keys` are the name keys joined here, `mentions` mention ids."""

    id: str
    kind: MentionKind
    name: str
    names: tuple[NameForm, ...]
    roles: tuple[str, ...]
    mentions: tuple[str, ...]
    keys: tuple[str, ...]
    pages: int = 0
    protected: bool = False
    publish_as: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie between two entities, with the pages that say so."""

    id: str
    type: str
    source_entity: str
    target_entity: str
    citations: tuple[Citation, ...]
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """A ledger line: so much of a good went from one holder to another. Computed lines carry their formula."""

    id: str
    good: str
    quantity: Quantity
    origin: str | None
    target: str | None
    status: Literal["stated", "computed"]
    citations: tuple[Citation, ...]
    time: Time | None = None
    formula: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a holder received, gave and should still have of one good; `unaccounted_*` is what no page explains."""

    id: str
    good: str
    holder: str
    unit: str
    in_low: Decimal
    in_high: Decimal
    out_low: Decimal
    out_high: Decimal
    low: Decimal
    high: Decimal
    unaccounted_low: Decimal
    unaccounted_high: Decimal
    flows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """An entry of the timeline: when, what (in the words of the page), who; `kind` is an event type or `act`."""

    id: str
    time: Time
    kind: str
    text: str
    piece: str
    entities: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An innocent explanation that must be ruled out before a finding is used."""

    en: str
    fr: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A question to put, never an accusation: two pages that disagree, a rule that may not have been kept."""

    id: str
    rule: str
    kind: FindingKind
    severity: Literal["high", "medium", "low"]
    certainty: Literal["certain", "possible"]
    title_en: str
    title_fr: str
    citations: tuple[Citation, ...]
    explanations: tuple[Explanation, ...] = ()
    scope: str | None = None
    status: Literal["open", "confirmed", "dismissed"] = "open"
    note: str | None = None


# --- people's decisions, failures, custody ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. Consequences are computed from it; undoing marks it, nothing is deleted.

    `subject` and `other` are name keys (merge, split, protect) or a finding id (confirm, dismiss).
    """

    id: str
    verb: DecisionVerb
    subject: tuple[str, ...]
    other: tuple[str, ...] = ()
    why: str | None = None
    publish_as: str | None = None
    by: str = "local"
    at: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Failure:
    """A result like any other: what could not be done, where, and whether trying again can help."""

    id: str
    step: str
    source: str
    kind: Literal["broken", "retry"]
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the custody log; `hash` covers every other field, `previous` is the hash of the line before."""

    seq: int
    step: str
    version: int
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    by: str
    at: str
    previous: str
    hash: str
    note: str | None = None


# --- answers and drafts -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that a search found, with the spans of the words looked for. `source` is the path as it was added."""

    page: str
    source: str
    number: int
    folio: str | None
    score: float
    snippet: str
    spans: tuple[Span, ...]

    @property
    def citation(self) -> str:
        """How a draft cites this page."""
        return f"[@{self.folio}]" if self.folio else f"[@{self.source}#p{self.number}]"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer; never without a citation."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the file says, or that it does not: how many pages were searched, how many could not be read."""

    question: str
    found: bool
    sentences: tuple[Sentence, ...]
    pages_searched: int
    pages_unreadable: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of a draft with its verdict; `start` and `end` are code points on the draft."""

    start: int
    end: int
    text: str
    verdict: Verdict
    blocks: bool
    reasons: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    counter: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where long work stands: for bars and live pages. `done` and `total` count units of the step; `pages` in all.

    `working` names what is being worked on, and for how many seconds: the one that takes longest first.
    """

    step: str
    done: int
    total: int
    current: str
    pages: int
    working: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What came in and what became of it. `adds_up` says that every file and page seen is in exactly one row."""

    files: dict[str, int]
    pages: int
    pages_seen: dict[str, int]
    origins: dict[str, int]
    grades: dict[str, int]
    pieces: dict[str, int]
    unreadable: int
    waiting: int
    folios_missing: tuple[str, ...]
    failures: tuple[Failure, ...]
    not_read: tuple[Source, ...]
    hidden: dict[str, int]
    rivals: dict[str, int]
    adds_up: bool
    blank: int = 0
