"""A press page, a file or a piece of a case: its text and its markup are read in the sandbox, then clipped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from greffier.clipping.clip import clip
from greffier.clipping.templates import Template
from greffier.contracts import Limits, Sandbox
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.encoding import decode
from greffier.intake.web import encoding_of
from greffier.pages.settle import settle
from greffier.records import Clipping, Identified, Leaf, Markup, Member, Page, Source, Statement, digest
from greffier.text import clean

MARKED_UP = ("text/html",)  # media types whose markup says more than their visible text
SAVED = "multipart/related"  # a web page saved as one file
_PLAIN = ("text/plain", "text/csv", "application/xml")


def clip_file(
    file: Path, name: str, sandbox: Sandbox, limits: Limits, captured: str | None = None
) -> tuple[Clipping, str]:
    """Clip one file without a case; return the clipping and the text that its offsets stand on.

    The text is what the file says, with line feeds for line ends, or the visible text of a saved page. Raises
    SourceBroken or SourceRefused when it cannot be read. `captured` is the day of capture (ISO), if it is known.
    """
    return _clip_file(file, name, sandbox, limits, captured, ())


def _clip_file(
    file: Path, name: str, sandbox: Sandbox, limits: Limits, captured: str | None, said: tuple[Statement, ...]
) -> tuple[Clipping, str]:
    """Clip a file, or the page in a saved one; `said` is what the saved file says of its page, trusted least."""
    media_type, text, held = _text(file, name, sandbox, limits)
    if held is not None:
        with NamedTemporaryFile() as kept:
            kept.write(held.content)
            kept.flush()
            inner = Path(kept.name)
            return _clip_file(inner, held.name, sandbox, limits, captured, _saved_from(file, inner, sandbox, limits))
    source = Source(digest("text", text), name, "", media_type, len(text), "read", pages=1)
    page, _ = settle(Leaf(1, text, 0, 0), source)
    markup = _with(markup_of(file, media_type, sandbox, limits), said)
    return clip([page], source.id, markup, captured), page.text


def _with(markup: Markup | None, said: tuple[Statement, ...]) -> Markup | None:
    """What a page says, then what the file that it was saved in says of it."""
    return replace(markup or Markup(), statements=(*(markup.statements if markup else ()), *said)) if said else markup


def _saved_from(saved: Path, page: Path, sandbox: Sandbox, limits: Limits) -> tuple[Statement, ...]:
    """The address that a page was saved from, if the file that it was saved in tells one."""
    told = {"page": sha256(page.read_bytes()).hexdigest()}
    try:
        found = list(sandbox.run("greffier.clipping.saved:read_address", saved, told, limits))
    except (SourceBroken, SourceRefused):
        return ()
    return tuple(statement for record in found if isinstance(record, Markup) for statement in record.statements)


def _text(file: Path, name: str, sandbox: Sandbox, limits: Limits) -> tuple[str, str, Member | None]:
    """What a file is and says; of a page saved with its pictures (MHTML), the page."""
    media_type, shown = "", []
    for record in sandbox.run("greffier.intake.opening:open_untrusted", file, {"name": name}, limits):
        if isinstance(record, Identified):
            media_type = record.media_type
        elif isinstance(record, Leaf) and not record.scanned:
            shown.append(record.text)
        elif isinstance(record, Member) and media_type == SAVED and record.name.endswith(".html"):
            return media_type, "", record
    if media_type in _PLAIN:
        return media_type, clean(decode(file.read_bytes())), None
    if not any(text.strip() for text in shown):
        raise SourceBroken("The file shows no text; a scanned page must be added to a case first.")
    return media_type, "\n\n".join(shown), None


def clip_piece(
    piece: str,
    pages: Sequence[Page],
    file: Path,
    media_type: str,
    sandbox: Sandbox,
    limits: Limits,
    confirmed: Template = frozenset(),
    saved: Path | None = None,
) -> Clipping:
    """Clip the pages of a piece of a case; `file` holds the bytes that they came from.

    `confirmed` are the lines that a person has said to be the container's; `saved` is the file (MHTML) that holds this
    one, where one does.
    """
    said = _saved_from(saved, file, sandbox, limits) if saved and media_type in MARKED_UP else ()
    return clip(pages, piece, _with(markup_of(file, media_type, sandbox, limits), said), confirmed=confirmed)


def markup_of(file: Path, media_type: str, sandbox: Sandbox, limits: Limits) -> Markup | None:
    """What a saved page says beside its visible text; None for other files, and where its markup cannot be read."""
    if media_type not in MARKED_UP:
        return None
    try:
        told = {"encoding": encoding_of(file.read_bytes())}
        found = list(sandbox.run("greffier.clipping.markup:read_markup", file, told, limits))
    except (SourceBroken, SourceRefused):
        return None
    return next((record for record in found if isinstance(record, Markup)), None)
