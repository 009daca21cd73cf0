"""The contracts between Greffier and what can be exchanged: formats, engines, readers, backends.

One small protocol each; `plugins.py` names the implementations, the built-in ones too; `tests/contracts/` holds one
suite for each contract, which every implementation passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol, TypeVar, runtime_checkable

from greffier.records import (
    Act,
    Failure,
    Found,
    Grid,
    Identified,
    Layout,
    Leaf,
    Letter,
    Lost,
    Markup,
    Member,
    Mention,
    Page,
    Picture,
    Piece,
    Source,
    Word,
)

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What parsing one untrusted file may use; beyond it the file is refused with the reason.

    `first` is the first page that is wanted: a long file is opened stretch by stretch, and a format that can go
    straight to a page does so.
    """

    seconds: int = 120
    memory_mb: int = 1536
    pages: int = 20_000
    members: int = 100_000
    expanded_mb: int = 2_000
    depth: int = 5
    first: int = 1


Untrusted = Identified | Letter | Leaf | Lost | Member | Picture | Markup  # what may come out of the sandbox

WORD_BYTES = 100  # what the place of one word takes; its text is counted too


def room(answer: Untrusted) -> int:
    """The bytes that an answer counts for against `Limits.expanded_mb`."""
    if isinstance(answer, Leaf):
        return len(answer.text) + WORD_BYTES * len(answer.words)
    return len(answer.content) if isinstance(answer, Member) else 0


@dataclass(frozen=True, slots=True)
class Program:
    """A program of the system that turns files which nothing of ours reads into files that we read.

    `command` is its executable and arguments, in which `{file}` and `{out}` stand for the file and for the folder to
    write to. `settings` are files of its own with their content, written first. It makes one PDF, which is read as the
    file itself, or `members`. `room_mb` is what it may write.
    """

    name: str
    package: str
    command: tuple[str, ...]
    makes: Literal["pdf", "members"]
    settings: tuple[tuple[str, str], ...] = ()
    room_mb: int = 512


class Format(Protocol):
    """Reads one kind of file. Runs inside the sandbox, so it may crash, hang or lie without harm.

    Yields leaves in page order, and members as they are found; a page that cannot be read is yielded as Lost in its
    place, and what the headers of a mail tell as Letter before all. Raises SourceBroken or SourceRefused; what was
    yielded before an error is kept.
    """

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Letter | Leaf | Lost | Member]: ...


class Engine(Protocol):
    """Recognises the text on the picture of a page (OCR). Runs inside the sandbox."""

    def recognise(
        self, untrusted_pixels: bytes, width: int, height: int, languages: str
    ) -> tuple[str, tuple[Word, ...]]:
        """`untrusted_pixels` is 8-bit grey, row by row. Words have boxes as fractions, offsets into the text."""
        ...


@runtime_checkable
class Rereads(Protocol):
    """An engine that can read a word again, out of its line. Numbers are voted on where the engine can."""

    def reread(self, untrusted_pixels: bytes, width: int, height: int, language: str) -> str:
        """The text of one line, in 8-bit grey; `language` is one of those the page is read in. Empty for nothing."""
        ...


class Reader(Protocol):
    """Finds one family of things in a piece. Pure: the same piece gives the same findings.

    `found` holds what the readers before it in the list found in this piece.
    """

    name: str
    version: int

    def read(self, piece: Piece, pages: Sequence[Page], found: Sequence[Found]) -> Iterable[Found]: ...


class Model(Protocol):
    """A language model that answers in words. What it says is a proposal, never a finding by itself."""

    name: str

    def answer(self, prompt: str) -> str:
        """OutsideFailed where it is away."""
        ...


class Blobs(Protocol):
    """Bytes by the SHA-256 of their content. Putting the same bytes twice is one blob."""

    def put(self, stream: BinaryIO) -> tuple[str, int]:
        """Store a stream; return its SHA-256 in hexadecimal and its length in bytes. Whole or not at all."""
        ...

    def path(self, sha256: str) -> Path:
        """A local, read-only file with these bytes; KeyError where there is none."""
        ...

    def __contains__(self, sha256: object) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...

    def check(self, sha256: str) -> bool:
        """Whether the stored bytes still have this SHA-256."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """The key of one finished unit of work: a raised version or other settings make it unfinished again."""

    step: str
    version: int
    input: str
    settings: str


class Chain(Protocol):
    """Makes the next line of the custody log: `auditing.log.chain`, handed to the records, which store both at once."""

    def __call__(
        self,
        previous: Act | None,
        *,
        step: str,
        version: int,
        inputs: Sequence[str],
        outputs: Sequence[str],
        by: str,
        at: str,
        note: str | None = None,
    ) -> Act: ...


class Records(Protocol):
    """The truth of a case beside its blobs: records by kind and id, finished work, and the custody log.

    The kind of a record is the lower-case name of its class. Everything handed to one call of `finish` or `decide` is
    stored whole or not at all, with its line of the custody log.
    """

    def finish(self, work: Work, outputs: Sequence[Any], *, by: str, at: str) -> None:
        """Store the outputs of a unit of work and mark it done.

        Outputs of an earlier run of it, and all that was made from them (work whose input is one of their ids), are
        forgotten first. An output with the id of a record that another unit made replaces that record's body; when
        this unit is forgotten the earlier body stands again, when the first maker is forgotten the record goes.
        """
        ...

    def finish_many(self, units: Sequence[tuple[Work, Sequence[Any]]], *, by: str, at: str) -> None:
        """`finish` for several units in one transaction, one line of the custody log for each, in this order."""
        ...

    def decide(self, record: Any, *, by: str, at: str, note: str | None = None) -> None:
        """Store a person's decision, which no rerun removes."""
        ...

    def derive(self, work: Work, outputs: Sequence[Any], *, by: str, at: str) -> None:
        """Replace all that this step made, whatever its input was, by these (a view, recomputed)."""
        ...

    def done(self, work: Work) -> bool: ...

    def finished(self, step: str) -> dict[str, Work]:
        """The finished work of a step, by input id."""
        ...

    def get(self, kind: type[Result], id: str) -> Result:
        """KeyError where there is none."""
        ...

    def get_many(self, kind: type[Result], ids: Iterable[str]) -> dict[str, Result]:
        """Those of these ids that are there, by id."""
        ...

    def all(self, kind: type[Result], *, owner: str | None = None) -> Iterator[Result]:
        """In the order of ids, or all that belong to one owner (a page's source, a mention's piece).

        Read in chunks: writing in between is allowed, and each chunk shows what was stored when it was read.
        """
        ...

    def owners(self, kind: type[Any]) -> dict[str, str | None]:
        """The ids of a kind and what each belongs to (a page's source), in the order of ids; no body is read."""
        ...

    def count(self, kind: type[Any]) -> int: ...

    def acts(self, since: int = 0) -> Iterator[Act]:
        """The custody log from line number `since` on; the first line is number 1."""
        ...

    def makers(self, id: str | None = None) -> list[int]:
        """The numbers of the acts that wrote what is stored under this id, or under any, in order."""
        ...

    def sealed(self, seq: int) -> tuple[str, ...]:
        """What act number `seq` would have as `outputs`, from what is stored now; empty when that was forgotten."""
        ...

    def version(self) -> str:
        """Changes whenever anything stored changes; cheap."""
        ...

    def close(self) -> None: ...


class Index(Protocol):
    """Full-text search over pages. It can be thrown away and rebuilt from the records."""

    def update(self, pages: Iterable[Page], removed: Iterable[str] = ()) -> None:
        """Add or replace pages, remove others by id; durable when it returns. Idempotent."""
        ...

    def search(self, query: str, limit: int) -> list[tuple[str, float]]:
        """Page ids with their scores, best first. A damaged query never raises: its words are searched instead."""
        ...

    def pages(self) -> set[str]:
        """The ids of the pages it holds."""
        ...


Beat = Callable[[Sequence[tuple[Any, float]]], None]


class Runner(Protocol):
    """Applies a function to items, at most `in_flight` at a time, and yields each item with its result or failure.

    The order of results is not promised. The function must be picklable (a module-level function or a partial of one).
    A worker that dies or overruns is a Failure of kind retry for its item, never an exception here. `beat` is called
    about once a second, while nothing is finished, with the items at work and for how many seconds they have been.
    """

    def run(
        self, function: Callable[[Item], Result], items: Iterable[Item], in_flight: int, beat: Beat | None = None
    ) -> Iterator[tuple[Item, Result | Failure]]: ...


class Sandbox(Protocol):
    """Runs a task on untrusted bytes in a process of its own and yields what it yields.

    `task` is the dotted path `module:function` of a function `(untrusted_path, arguments, limits)` that yields
    `Untrusted` records. Raises SourceBroken or SourceRefused as the task did, or when it crashes, hangs or takes too
    much; what it yielded before that has been yielded.
    """

    def run(
        self, task: str, untrusted_path: Path, arguments: dict[str, Any], limits: Limits
    ) -> Iterator[Untrusted]: ...

    def convert(self, program: Program, untrusted_path: Path, limits: Limits) -> Iterator[Member]:
        """Yield what a program makes of a file. SourceRefused where the program could not be confined."""
        ...

    def layers(self) -> tuple[str, ...]:
        """The names of the protections that hold on this machine."""
        ...

    def insist(self) -> None:
        """OutsideFailed where too little holds on this machine to open a foreign file."""
        ...


class Library(Protocol):
    """What asking and writing may look things up in: a case, seen as its pages and what was found on them."""

    def page(self, id: str) -> Page:
        """NotInCase where there is none."""
        ...

    def locate(self, reference: str) -> list[Page]:
        """The pages of a reference as drafts write it, in order: `D0147`, `D0147-D0149`, `path.pdf#p12`, `path.eml`.

        A file name alone is enough where it is unique. NotInCase says what is missing.
        """
        ...

    def source(self, id: str) -> Source: ...

    def layout(self, page: str) -> Layout: ...

    def grid(self, page: str) -> Grid:
        """The rows of tables on a page; empty where it has none."""
        ...

    def mentions(self, page: str) -> Sequence[Mention]:
        """What stands on a page, in the order of the text."""
        ...

    def all(self, kind: type[Result]) -> Iterator[Result]:
        """Every record of a kind, in the order of ids; views (entities, flows, findings…) included."""
        ...

    def acts(self) -> Iterator[Act]: ...
