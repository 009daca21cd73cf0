"""The account: what came in and what became of it, in rows that must add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from greffier.records import Account, Failure, Hidden, Page, Piece, RivalReading, Source, SourceStatus

STATUSES: tuple[SourceStatus, ...] = ("read", "duplicate", "broken", "refused")


def account(
    sources: Sequence[Source],
    pages: Iterable[Page],
    pieces: Iterable[Piece],
    failures: Sequence[Failure],
    sheets_waiting: int,
    folios_missing: Sequence[str],
    hidden: Iterable[Hidden] = (),
    rivals: Iterable[RivalReading] = (),
) -> Account:
    """Count files by status, pages by origin and grade, passages that pages hold and do not show.

    `unreadable` pages were seen and hold no text, `blank` ones hold nothing at all. `adds_up` compares the pages that
    the files said they have with the pages stored and the scanned ones that still wait.
    """
    files = Counter(source.status for source in sources)
    held, origins, grades, unreadable, blank = 0, Counter[str](), Counter[str](), 0, 0
    for page in pages:
        held += 1
        origins[page.origin] += 1
        grades[page.grade] += 1
        blank += page.blank
        unreadable += not page.text.strip() and not page.blank
    seen = _pages_seen(sources, failures, held)
    announced = sum(source.pages for source in sources if source.status != "duplicate")
    return Account(
        files={status: files.get(status, 0) for status in STATUSES},
        pages=held,
        pages_seen=seen,
        origins=dict(sorted(origins.items())),
        grades=dict(sorted(grades.items())),
        pieces=dict(sorted(Counter(piece.kind for piece in pieces).items())),
        unreadable=unreadable,
        waiting=files.get("waiting", 0) + sheets_waiting,
        folios_missing=tuple(folios_missing),
        failures=tuple(failures),
        not_read=tuple(
            sorted((s for s in sources if s.status in ("broken", "refused")), key=lambda source: source.path)
        ),
        hidden=dict(sorted(Counter(passage.how for passage in hidden).items())),
        rivals=dict(sorted(Counter(rival.origin for rival in rivals).items())),
        blank=blank,
        adds_up=len(sources) == sum(files.values()) and announced == held + sheets_waiting,
    )


def _pages_seen(sources: Sequence[Source], failures: Sequence[Failure], held: int) -> dict[str, int]:
    """Every page that the files have, in one row: read, in a duplicate, broken, or in a file that was refused.

    A page that could not be recognised is held as a blank one, and counts as broken.
    """
    by_id = {source.id: source for source in sources}
    doubled = [by_id[source.duplicate_of] for source in sources if source.duplicate_of in by_id]
    unrecognised = len({(f.source, f.page) for f in failures if f.step == "recognise" and f.kind == "broken"})
    return {
        "read": held - unrecognised,
        "duplicate": sum(source.pages + source.lost for source in doubled),
        "broken": unrecognised + sum(source.lost for source in sources if source.status != "refused"),
        "refused": sum(source.lost for source in sources if source.status == "refused"),
    }
