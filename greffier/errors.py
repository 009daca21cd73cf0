"""One tree of errors. Each class knows its exit code, its HTTP status and what to do next."""

from __future__ import annotations


class GreffierError(Exception):
    """Something that a person must be told in one line. `str(error)` says what happened, `error.next` what to do."""

    exit_code = 1
    http_status = 500
    next = "Run the command again with --debug and read the trace."

    def __init__(self, message: str, next: str | None = None) -> None:
        super().__init__(message)
        if next is not None:
            self.next = next

    def __reduce__(self) -> tuple[object, ...]:
        return (type(self), (str(self), self.next))


class CheckBlocks(GreffierError):
    """A check says no: a draft that is not ready, a custody log that does not verify."""

    exit_code = 1
    http_status = 409
    next = "Run `greffier check` on the draft and mend the sentences that block."


class WrongUsage(GreffierError):
    """The request makes no sense as it stands."""

    exit_code = 2
    http_status = 400
    next = "See `greffier --help`."


class NotInCase(WrongUsage):
    """A name, folio, page or id that this case does not hold."""

    http_status = 404
    next = "Search for it with `greffier search`, or list the people with `greffier people`."


class NoCase(WrongUsage):
    """There is no case here."""

    next = "Make one with `greffier init`, or name its folder with -C DIR."


class SomeBroken(GreffierError):
    """The work is done, but some inputs are broken and listed."""

    exit_code = 3
    next = "List them with `greffier status`, and ask for new copies."


class CaseLocked(GreffierError):
    """Another process is adding to this case."""

    exit_code = 4
    http_status = 423
    next = "Wait until it ends, or end it; nothing is lost either way."


class CaseDamaged(GreffierError):
    """The case does not hold together any more."""

    exit_code = 4
    next = "Run `greffier verify` to see what is damaged, and restore that from a copy."


class CaseOfAnotherVersion(GreffierError):
    """The case was written by a newer Greffier."""

    exit_code = 4
    next = "Update Greffier; this version will not touch the case."


class OutsideFailed(GreffierError):
    """Something outside Greffier failed: the disk is full, a server is away. Nothing was lost."""

    exit_code = 5
    http_status = 503
    next = "Mend it and run the same command again: finished work is kept."


class Retry(OutsideFailed):
    """A unit of work failed in a way that may pass: a worker was killed, a file changed while it was read."""


class SourceBroken(GreffierError):
    """A file that cannot be read; it is listed with this reason and the rest of the work goes on."""

    exit_code = 3
    next = "Ask for a new copy of the file."


class SourceRefused(GreffierError):
    """A file that Greffier will not read: encrypted, a program, a bomb, a format it does not know."""

    exit_code = 3
    next = "Open it by other means and add what it holds."
