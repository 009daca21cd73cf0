"""A checked draft → a folder that anyone can read from disk: the page, its record, its evidence, the pages it shows.

Nothing is written while a sentence blocks or a protected name stands in any file, in any guise. The same draft over
the same case gives the same bytes, but for the time at which its evidence is frozen.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.resources import files as packaged
from pathlib import Path
from typing import Any

from greffier.contracts import Library
from greffier.errors import CheckBlocks, NotInCase, OutsideFailed, WrongUsage
from greffier.records import Claim, Picture
from greffier.records import Page as FilePage
from greffier.writing.check import check
from greffier.writing.desk import ReadText
from greffier.writing.draft import Draft, parse
from greffier.writing.evidence import as_csv, as_json, evidence
from greffier.writing.export import encode, refuse_links
from greffier.writing.notes import Notes
from greffier.writing.page import Shot, files, fill
from greffier.writing.phrases import PHRASES
from greffier.writing.protect import Shield, guarded, hidden_leaks
from greffier.writing.redact import Box, Shown, redact
from greffier.writing.typeset import moment, typeset

DPI = 110
STALE_BYTES = 8 << 20  # of each file that lies in the folder already
TakePicture = Callable[[str, int], Picture]


def publish(
    text: str, library: Library, out: Path, read: ReadText, picture: TakePicture, *, frozen: datetime | None = None
) -> list[Path]:
    """Write the story of a draft into the folder `out`; return the files, evidence first.

    `read` is what the readers find in a text, `picture(page id, dpi)` a page as pixels, `frozen` when the
    evidence is frozen (now unless told). Raises CheckBlocks while a
    sentence blocks or a name would leak, WrongUsage where the front matter lacks something, OutsideFailed when a file
    cannot be written.
    """
    claims = check(text, library, read)
    _refuse_blocked(claims)
    draft = parse(text)
    guard = guarded(library)
    shown = dict(_shown(draft, library, guard, picture))
    made = _files(draft, claims, library, guard, shown, frozen or datetime.now(UTC).replace(microsecond=0))
    _refuse_leaks(made, guard)
    _refuse_stale(out, made, guard)
    refuse_links(out, made)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in made.items():
            (out / name).write_bytes(content)
    except OSError as error:
        raise OutsideFailed(f"The story cannot be written: {error.strerror}.") from error
    return [out / name for name in made]


def _refuse_blocked(claims: list[Claim]) -> None:
    blocking = [claim for claim in claims if claim.blocks]
    if blocking:
        first = " ".join(blocking[0].text.split())[:80]
        many = f"{len(blocking)} sentences block" if len(blocking) > 1 else "1 sentence blocks"
        raise CheckBlocks(f"Not ready to publish: {many}. The first: “{first}” ({blocking[0].verdict}).")


def _files(
    draft: Draft,
    claims: list[Claim],
    library: Library,
    guard: Shield,
    shown: dict[str, tuple[Shot, Shown]],
    frozen: datetime,
) -> dict[str, bytes]:
    """Every file by name. Evidence comes first: its hash stands in the record of the page."""
    named = files(draft)
    rows = evidence(claims, library, guard, moment(draft.meta.get("published"), "published"), frozen)
    proof = as_json(rows)
    notes = Notes(draft, library, guard, shown)
    page, record = fill(draft, notes, named, [shot for shot, _ in shown.values()])
    record["evidence_sha256"] = hashlib.sha256(proof).hexdigest()
    made = {f"{named.evidence}.json": proof, f"{named.evidence}.csv": as_csv(rows)}
    made |= {shot.file: drawn.png for shot, drawn in shown.values()}
    made["story.css"] = packaged("greffier.writing").joinpath("templates/story.css").read_bytes()
    return made | {named.record: encode(record) + b"\n", named.page: page.encode()}


def _refuse_leaks(made: dict[str, bytes], guard: Shield) -> None:
    """Look at every file and file name as a reader, a crawler or a search index may see it."""
    for name, content in made.items():
        seen = "" if name.endswith(".png") else content.decode()
        if found := hidden_leaks(name, guard) + hidden_leaks(seen, guard):
            raise CheckBlocks(
                f"A protected name (published as {', '.join(found)}) would stand in {name}.",
                "Take it out of the draft, its front matter and the names of the pages it shows.",
            )


def _refuse_stale(out: Path, made: dict[str, bytes], guard: Shield) -> None:
    """A file of an earlier publication stays beside the new ones: it may be from before a name was protected."""
    for file in sorted(out.glob("*.*")) if out.is_dir() else ():
        if file.suffix not in (".html", ".json", ".csv") or file.name in made or not file.is_file():
            continue
        with file.open("rb") as stream:
            seen = stream.read(STALE_BYTES).decode("utf-8", "replace")
        if found := hidden_leaks(file.name, guard) + hidden_leaks(seen, guard):
            raise CheckBlocks(
                f"A protected name (published as {', '.join(found)}) stands in {file.name}, which lies there already.",
                f"Remove {file.name}, or publish into an empty folder.",
            )


def _shown(
    draft: Draft, library: Library, guard: Shield, picture: TakePicture
) -> Iterator[tuple[str, tuple[Shot, Shown]]]:
    """The pages that the front matter asks to show, redacted; by page id."""
    told = draft.meta.get("show") or []
    taken: set[str] = set()
    for each in told if isinstance(told, list) else [told]:
        entry: dict[str, Any] = each if isinstance(each, dict) else {"page": each}
        page = _asked(str(entry.get("page") or ""), library)
        drawn = redact(picture(page.id, DPI), page, library.layout(page.id), guard, _crop(entry.get("crop")))
        place = page.folio or str(page.number)
        alt = str(entry.get("alt") or PHRASES.get(draft.language, PHRASES["en"])["picture"].format(place=place))
        caption = typeset(str(entry.get("caption") or place), draft.language)
        stem = re.sub(r"[^\w-]+", "-", place.lower()) if page.folio else page.id
        file = f"page-{stem if stem not in taken else page.id}.png"  # two sheets may bear one number
        taken.add(stem)
        yield page.id, (Shot(file, drawn.width, drawn.height, typeset(alt, draft.language), caption), drawn)


def _asked(reference: str, library: Library) -> FilePage:
    pages = library.locate(reference.strip("[]@ "))
    if len(pages) != 1:
        raise NotInCase(f"`show` must name one page, not {reference!r}.", "Write it like `show: [D0147]`.")
    return pages[0]


def _crop(told: object) -> Box | None:
    if told is None:
        return None
    if isinstance(told, list) and len(told) == 4 and all(isinstance(each, (int, float)) for each in told):
        left, top, right, bottom = (min(1.0, max(0.0, float(each))) for each in told)
        if left < right and top < bottom:
            return left, top, right, bottom
    raise WrongUsage("`crop` must be four fractions of the page.", "Write it like `crop: [0.1, 0.2, 0.9, 0.4]`.")
