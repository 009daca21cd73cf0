"""One untrusted file, opened: what it is, then its pages and the files inside it. Runs inside the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from greffier.contracts import Format, Limits
from greffier.errors import SourceRefused
from greffier.intake.identify import identify, refusal
from greffier.plugins import FORMATS, PROGRAMS, load
from greffier.records import Identified, Leaf, Letter, Lost, Member

PARTS = tuple(FORMATS.values())  # what the process that waits for files imports ahead


def open_untrusted(
    untrusted_path: Path, arguments: dict[str, Any], limits: Limits
) -> Iterator[Identified | Letter | Leaf | Lost | Member]:
    """Yield what the file is, then what mail says of itself, leaves and members (sandbox task).

    `arguments["name"]` is its path in the case. SourceRefused says what it is where no format reads it.
    """
    name = str(arguments["name"])
    media_type = identify(untrusted_path, name)
    yield Identified(media_type)
    if media_type in PROGRAMS:
        return  # a program reads it, in a sandbox of its own
    if media_type not in FORMATS:
        raise SourceRefused(refusal(media_type))
    opener: Format = load(FORMATS, media_type)()
    for record in opener.open(untrusted_path, name, limits):
        if not isinstance(record, Leaf | Lost) or record.number >= limits.first:
            yield record
