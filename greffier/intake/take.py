"""One source, opened: its leaves as the sandbox yields them, its members into the blobs, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from greffier.contracts import Blobs, Limits, Program, Sandbox, room
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.held import Held
from greffier.intake.needs import sentence, there
from greffier.intake.programs import program_for
from greffier.intake.receive import receive_member
from greffier.records import Identified, Leaf, Letter, Lost, Member, Rest, Source, SourceStatus, digest

_OPEN = "greffier.intake.opening:open_untrusted"
_DATE = re.compile(rb"\(D:\d{14}[^)\r\n]{0,8}\)")
_TRAILER_ID = re.compile(rb"(?<=[</])[0-9A-F]{32}\b")


class Taking:
    """A source while it is opened. `allowance` bounds what its members may come to, in bytes; None is without bound.

    Members beyond the allowance are counted and not kept: the source then waits, with `expands` told, until it is
    weighed against everything else in the archive that holds it.
    """

    def __init__(self, source: Source, sandbox: Sandbox, blobs: Blobs, limits: Limits, allowance: int | None) -> None:
        self.source = source
        self.members: list[Source] = []
        self.rest: list[Rest] = []  # what waits to be opened, at most one
        self.lost: list[Lost] = []  # pages that cannot be read
        self.kept = True  # whether what was found is taken; else the source waits as if it had not been opened
        self._sandbox, self._blobs, self._limits = sandbox, blobs, limits
        self._held, self._allowance, self._bytes = Held(), allowance, 0
        self._room = 0

    def leaves(self, stretch: int, rest: Rest | None = None) -> Iterator[Leaf]:
        """Yield at most so many leaves, from the first or from those that wait on.

        Afterwards `source` says what became of it, `members` what was found inside, and `rest` what waits.
        """
        before, self._room = (self.source.pages, rest.taken) if rest else (0, 0)
        pages = 0
        status: SourceStatus = "read"
        reason = None
        with self._held, closing(self._opened(rest)) as leaves:
            try:
                for leaf in leaves:
                    if pages + len(self.lost) == stretch:
                        status = "waiting"
                        self._put_off(leaf.number)
                        break
                    if isinstance(leaf, Lost):
                        self.lost.append(leaf)
                        continue
                    pages += 1
                    self._room += room(leaf)
                    yield leaf
            except SourceBroken as error:
                status, reason = "broken", str(error)
            except SourceRefused as error:
                status, reason = "refused", str(error)
            self._settle(status, reason, before + pages, (self.source.lost if rest else 0) + len(self.lost))

    def _put_off(self, first: int) -> None:
        self.rest = [Rest(digest("rest", self.source.id, first), self.source.id, first, self._room)]

    def _settle(self, status: SourceStatus, reason: str | None, pages: int, lost: int) -> None:
        if status == "read" and lost:
            status, reason = "broken", f"{lost} of its {pages + lost} pages cannot be read."
        if self._allowance is not None and self._bytes > self._allowance:
            self.kept = False
            self.source = self._postponed()
        else:
            self._keep_members()
            self.source = replace(self.source, status=status, reason=reason, pages=pages, lost=lost)

    def _postponed(self) -> Source:
        """The source as it waits; one that came to less when it was counted will never fit."""
        if self.source.expands is None:
            return replace(self.source, status="waiting", reason=None, pages=0, expands=self._bytes)
        return replace(self.source, status="refused", reason="It does not expand to the same twice.", pages=0)

    def _keep_members(self) -> None:
        for name, stream in self._held.files():
            sha256, size = self._blobs.put(stream)
            self.members.append(receive_member(name, sha256, size, self.source))

    def _opened(self, rest: Rest | None) -> Generator[Leaf | Lost, None, None]:
        if rest and self.source.rendition:
            yield from self._sorted(self._blobs.path(self.source.rendition), "a program")
            return
        yield from self._sorted(self._blobs.path(self.source.sha256), "")
        program = program_for(self.source.media_type)
        if program is not None:
            yield from self._converted(program)

    def _sorted(self, untrusted_path: Path, made_by: str) -> Iterator[Leaf | Lost]:
        """The leaves among what the sandbox yields. What a program made is not what the source is."""
        for record in self._sandbox.run(_OPEN, untrusted_path, {"name": self.source.path}, self._limits):
            if isinstance(record, Identified) and not made_by:
                self.source = replace(self.source, media_type=record.media_type)
            elif isinstance(record, Letter):
                self.source = replace(self.source, letter=record)
            elif isinstance(record, Leaf | Lost):
                yield record
            elif isinstance(record, Member):
                self._take(record)

    def _take(self, member: Member) -> None:
        self._bytes += len(member.content)
        self._room += room(member)
        if self._allowance is None:
            self._held.take(member)
            if not member.more:
                self._keep_members()
        elif self._bytes <= self._allowance:
            self._held.take(member)

    def _converted(self, program: Program) -> Iterator[Leaf | Lost]:
        if not there(program.package):
            raise SourceRefused(sentence(self.source.media_type, program.package))
        made = self._sandbox.convert(program, self._blobs.path(self.source.sha256), self._limits)
        if program.makes == "members":
            for member in made:
                self._take(member)
            return
        sha256, _ = self._blobs.put(BytesIO(_undated(b"".join(part.content for part in made))))
        self.source = replace(self.source, rendition=sha256)
        yield from self._sorted(self._blobs.path(sha256), program.name)


def _undated(untrusted_pdf: bytes) -> bytes:
    """A PDF without the time at which it was made, so that the same file gives the same bytes."""
    same = _DATE.sub(lambda told: b"(" + b" " * (len(told.group()) - 2) + b")", untrusted_pdf)
    trailer = max(0, same.rfind(b"trailer"))
    return same[:trailer] + _TRAILER_ID.sub(b"0" * 32, same[trailer:])
