"""Files as they came, what comes out of them, pages, and the pieces that pages make."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from greffier.records.opened import Leaf, Letter
from greffier.records.values import Concealment, Doubt, Origin, Row, Span, Time, Word

SourceStatus = Literal["waiting", "read", "duplicate", "broken", "refused"]
Grade = Literal["A", "B", "C"]
PieceKind = Literal[
    "report", "hearing", "intercept", "call_records", "seizure", "order", "expertise", "mail", "bank", "press", "other"
]


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
    letter: Letter | None = None  # what its headers tell, if it is a mail


@dataclass(frozen=True, slots=True)
class Rest:
    """The pages of a long file that wait to be opened, from `first` on; `taken` bytes came out of those before."""

    id: str
    source: str
    first: int
    taken: int


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
