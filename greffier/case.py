"""Case: the one object people hold. It wires the backends once and has one method for each thing a person does."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import RLock, get_ident
from typing import Any, TypeVar

from greffier import line, steps
from greffier.asking.answer import answer
from greffier.asking.retrieve import search
from greffier.assembling.packs import FOLDER as PACKS
from greffier.assembling.packs import Book, book
from greffier.auditing.log import catch_up, chain
from greffier.auditing.verify import verify
from greffier.contracts import Blobs, Index, Runner, Sandbox, Work
from greffier.deciding import Deciding
from greffier.errors import CaseDamaged, CaseLocked, GreffierError, NoCase, NotInCase, WrongUsage
from greffier.intake.receive import apart, receive, walk
from greffier.pages.png import encode
from greffier.paging import drawn_from
from greffier.plugins import BLOBS, INDEXES, RECORDS, RUNNERS, load
from greffier.records import (
    Account,
    Answer,
    Claim,
    Decision,
    Hit,
    Page,
    Picture,
    Progress,
    Source,
    digest,
)
from greffier.running.isolated import UNPROTECTED, Isolated
from greffier.settings import Settings, load_settings
from greffier.work import Step, Tools
from greffier.writing.check import check
from greffier.writing.export import export
from greffier.writing.publish import publish

FOLDER = ".greffier"
_PICTURED = ("application/pdf", "image/")  # beginnings of the media types whose pages have a picture
Result = TypeVar("Result")
Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Report:
    """The verdicts on a draft, one for each sentence."""

    claims: tuple[Claim, ...]

    @property
    def blocking(self) -> tuple[Claim, ...]:
        """The sentences that must be mended before anything is published."""
        return tuple(claim for claim in self.claims if claim.blocks)


def open_case(folder: str | Path | None = None, *, create: bool = False, **flags: Any) -> Case:
    """Open the case in this folder, or in the nearest folder above it, as git does; `create=True` makes one.

    Flags override the settings of the case (see Settings). Raises NoCase, CaseOfAnotherVersion or CaseDamaged.
    """
    start = Path(folder) if folder is not None else Path.cwd()
    if create:
        (start / FOLDER).mkdir(parents=True, exist_ok=True)
        return Case(start, load_settings(start / FOLDER / "settings.toml", **flags))
    for place in (start.resolve(), *start.resolve().parents):
        if (place / FOLDER).is_dir():
            return Case(place, load_settings(place / FOLDER / "settings.toml", **flags))
    raise NoCase(f"There is no case in {start} or above it.")


class Case(Deciding):
    """A case file: all that was added, all that was found in it, and every decision taken on it."""

    def __init__(self, root: Path, settings: Settings) -> None:
        self.root = root
        self.folder = root.resolve() / FOLDER
        records = settings.records or f"sqlite:///{self.folder}/case.db"
        super().__init__(_backend(RECORDS, records, chain), settings)
        self._deciding = RLock()  # the workbench serves from several threads: one at a time decides

    @property
    def title(self) -> str:
        """What the case is called."""
        return self.settings.title or self.root.resolve().name

    @property
    def book(self) -> Book:
        """The rules that the case asks, its own packs (`rules/*.yaml`) among them, as the files are now."""
        return book(self.root / PACKS, self.settings.jurisdictions)

    @property
    def asks_anew(self) -> bool:
        """Whether the findings stand on other rules than those of now; `add` asks again."""
        return line.asks(self.records) not in (None, self.book.id)

    @cached_property
    def blobs(self) -> Blobs:
        """The bytes of everything added."""
        return _at(BLOBS, self.settings.blobs or f"file://{self.folder}/blobs")  # type: ignore[no-any-return]

    @cached_property
    def index(self) -> Index:
        """The full-text index: it can be thrown away and is made again."""
        return _at(INDEXES, self.settings.index or f"tantivy://{self.folder}/index")  # type: ignore[no-any-return]

    @cached_property
    def sandbox(self) -> Sandbox:
        """Where untrusted bytes are opened."""
        told = self.settings.sandbox
        return Isolated(strict=told == "strict", unprotected=told == UNPROTECTED).tried()

    @cached_property
    def jobs(self) -> int:
        """How many processes work at once."""
        return self.settings.jobs or len(os.sched_getaffinity(0))

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files of the case."""
        self.records.close()

    # --- taking in ----------------------------------------------------------------------------------------------------

    def add(self, *paths: str | Path, progress: Tell | None = None) -> Account:
        """Take in files and folders and run every step that is not finished; without paths, finish what was begun.

        Raises NotInCase for a path that is not there, CaseLocked while another process adds.
        """
        tell = progress or (lambda _: None)
        for path in paths:
            if not os.path.lexists(path):
                raise NotInCase(f"There is no file or folder {path}.", "Check the spelling of the path.")
        with self._alone():
            self._receive([Path(path) for path in paths], tell)
            self._work(tell)
            self._derive(tell)
        return self.account()

    def _receive(self, paths: list[Path], tell: Tell) -> None:
        line.store(self.records, self._received(paths, tell), self.settings.user)

    def _received(self, paths: list[Path], tell: Tell) -> Iterator[tuple[Work, list[Source]]]:
        sources = list(self.all(Source))
        known, taken = {source.id for source in sources}, {source.path for source in sources}
        for done, (file, name) in enumerate(walk(paths), 1):
            source = apart(receive(file, name, self.blobs), known, taken)
            tell(Progress("receive", done, 0, name, 0))
            if source.id not in known:
                known.add(source.id)
                taken.add(source.path)
                yield Work("receive", 1, source.id, ""), [source]

    def _work(self, tell: Tell) -> None:
        runner: Runner = load(RUNNERS, self.settings.runner)(self.jobs)
        tools = Tools(self.settings, self.blobs, self.sandbox)
        opening, comparing, recognising, dividing, *others = steps.PIPELINE
        self.sandbox.insist()
        self._open(opening, runner, tools, tell)
        self._run(comparing, runner, tools, tell)
        self._open(opening, runner, tools, tell)  # again, where a text layer was found false
        self._run(recognising, runner, tools, tell)
        self._run(dividing, runner, tools, tell)  # settles the folios, which can be searched for
        self._index(tell)
        for step in others:
            self._run(step, runner, tools, tell)

    def _open(self, opening: Step, runner: Runner, tools: Tools, tell: Tell) -> None:
        """Open what waits; the members of an archive are weighed, in the order of their paths, before their round."""
        line.weigh(self.records, tools)
        while self._run(opening, runner, tools, tell) and line.weigh(self.records, tools):
            pass

    def _run(self, step: Step, runner: Runner, tools: Tools, tell: Tell) -> int:
        done = line.run(step, self.records, runner, tools, tell, self.jobs * 2)
        catch_up(self.records, self.folder / "audit.log")
        return done

    def _index(self, tell: Tell) -> None:
        """Bring the index up to the records: pages can be searched before they are read for names and figures."""
        held, wanted = self.index.pages(), self.records.owners(Page).keys()
        if held == wanted:
            return
        missing = len(wanted - held)
        tell(Progress("index", 0, missing, "making pages searchable", 0))
        self.index.update((page for page in self.all(Page) if page.id not in held), sorted(held - wanted))
        tell(Progress("index", missing, missing, "making pages searchable", missing))

    def _derive(self, tell: Tell) -> None:
        line.derive(self.records, self.settings.user, tell, self.book)
        catch_up(self.records, self.folder / "audit.log")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the case while writing to it; the lock goes with the process, so a killed one leaves none behind."""
        with open(self.folder / "lock", "a+", encoding="ascii", opener=_own) as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.seek(0)
                holder = lock.read().strip() or "unknown"
                raise CaseLocked(f"Another process (number {holder}) is adding to this case.") from None
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield

    # --- asking -------------------------------------------------------------------------------------------------------

    def search(self, query: str, limit: int = 20) -> list[Hit]:
        """The pages that hold these words, best first, with the words lit."""
        return search(query, self._healed_index, self, limit)

    def ask(self, question: str) -> Answer:
        """Sentences of the file that answer, each with its page; or that the file does not say."""
        return answer(question, self._healed_index, self)

    @property
    def _healed_index(self) -> Index:
        """The index, filled again if it was thrown away or damaged; while somebody adds, as far as it has come."""
        if self._view("index is whole", lambda: len(self.index.pages()) == self.records.count(Page)):
            return self.index
        try:
            with self._alone():
                self._index(lambda _: None)
        except CaseLocked:
            pass
        else:
            self._forget("index is whole")
        return self.index

    # --- deciding -----------------------------------------------------------------------------------------------------

    def _store(self, decision: Decision, note: str) -> Decision:
        try:
            with self._deciding:
                self.records.decide(decision, by=self.settings.user, at=line.now(), note=note)
                with self._alone():
                    if decision.verb == "confirm" and decision.other:
                        self._work(lambda _: None)
                    self._derive(lambda _: None)
        except CaseLocked:
            pass  # whoever is adding recomputes the views at the end, with this decision
        return decision

    # --- writing ------------------------------------------------------------------------------------------------------

    def check(self, draft: str | Path) -> Report:
        """The verdict on each sentence of a draft: a file, where it is or in the folder of the case."""
        return Report(tuple(check(_text(draft, self.root), self, steps.read_text)))

    def publish(self, draft: str | Path, out: str | Path) -> list[Path]:
        """Write the published page, its redacted pictures and its evidence. Raises CheckBlocks while a check blocks."""
        written = publish(_text(draft, self.root), self, Path(out), steps.read_text, self.picture)
        work = Work("publish", 1, digest(*sorted(path.name for path in written)), "")
        self.records.finish(work, [], by=self.settings.user, at=line.now())
        catch_up(self.records, self.folder / "audit.log")
        return written

    def export(
        self, out: str | Path, *, kinds: Sequence[str] | None = None, form: str = "jsonl", safe: bool = False
    ) -> list[Path]:
        """Write everything, one file for each kind (`jsonl` or `csv`); `safe=True` masks the protected names."""
        return export(self, Path(out), kinds, form=form, safe=safe)

    def verify(self) -> list[str]:
        """What does not hold: custody log, blobs, invariants. An empty list is a sound case."""
        return verify(self.records, self.blobs, self.folder / "audit.log")

    # --- pictures -----------------------------------------------------------------------------------------------------

    def picture(self, page: str, dpi: int = 110) -> Picture:
        """The page as pixels, rendered in the sandbox. Raises NotInCase for pages of flowed text."""
        sheet = self.page(page)
        source = self.source(sheet.source)
        if not pictured(source):
            raise NotInCase("This page is flowed text; it has no picture.", "Read its text instead.")
        sha256, media_type = drawn_from(source)
        arguments = {"media_type": media_type, "numbers": [sheet.number], "dpi": dpi}
        limits = Tools(self.settings, self.blobs, self.sandbox).limits()
        for picture in self.sandbox.run("greffier.pages.render:render", self.blobs.path(sha256), arguments, limits):
            if isinstance(picture, Picture):
                return picture
        raise NotInCase("This page has no picture.")

    def png(self, page: str, dpi: int = 110) -> bytes:
        """The page as a PNG; kept, since rendering takes a moment."""
        kept = self.folder / "pictures" / f"{page}-{dpi}.png"
        if not kept.exists():
            drawn = encode(self.picture(page, dpi))
            kept.parent.mkdir(exist_ok=True)
            fresh = kept.with_suffix(f".{os.getpid()}-{get_ident()}")
            fresh.write_bytes(drawn)
            fresh.replace(kept)
        return kept.read_bytes()


def pictured(source: Source) -> bool:
    """Whether the pages of a source have a picture."""
    return drawn_from(source)[1].startswith(_PICTURED)


def _own(path: str, flags: int) -> int:
    """Open a file of the case, never what a link in its place points to: a case may come from a stranger."""
    try:
        return os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise CaseDamaged(f"{Path(path).name} is a link.", f"Remove {Path(path).name}.") from error
        raise


def _at(table: dict[str, str], url: str, *arguments: Any) -> Any:
    """The file-based backend that a URL `scheme://PATH` chooses."""
    scheme, _, path = url.partition("://")
    return load(table, scheme)(Path(path), *arguments)


def _backend(table: dict[str, str], url: str, *arguments: Any) -> Any:
    """The database that a URL chooses; it reads the rest of the URL itself."""
    return load(table, url.partition(":")[0].partition("+")[0])(url, *arguments)


def _text(draft: str | Path, root: Path) -> str:
    try:
        told = Path(draft)
        return (told if told.exists() else root / told).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise WrongUsage(f"There is no draft {draft}, here or in the case.", "Check the path of the draft.") from None
    except UnicodeDecodeError:
        raise WrongUsage(f"{draft} is not UTF-8 text.", "Save the draft as UTF-8.") from None
    except OSError as error:
        raise GreffierError(
            f"{draft} cannot be read: {error.strerror}.", "Check the path and its permissions."
        ) from None
