"""The drafts in the case folder: a verdict for each sentence, beside its pages."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

from greffier.case import Case, Report
from greffier.errors import NotInCase
from greffier.records import Claim
from greffier.serving.shelf import Shelf, shelf
from greffier.writing.draft import Draft, parse, plain

PUBLISHED = "published"


def drafts(case: Case) -> list[Path]:
    """The drafts: Markdown files in the case folder itself."""
    return sorted(path for path in case.root.glob("*.md") if path.is_file() and not path.name.startswith("."))


def draft(case: Case, name: str) -> Path:
    """The draft with this name. Raises NotInCase; no other file can be named."""
    found = next((path for path in drafts(case) if path.name == name), None)
    if found is None:
        raise NotInCase(f"There is no draft {name} in the case folder.", "Save it there as Markdown, with the end .md.")
    return found


def published(case: Case, name: str) -> Path:
    """A file that was published from this case. Raises NotInCase; no other file can be named."""
    out = case.root / PUBLISHED
    found = (
        next((file for file in out.iterdir() if file.name == name and file.is_file()), None) if out.is_dir() else None
    )
    if found is None or found.is_symlink():
        raise NotInCase(f"Nothing called {name} was published from this case.", "Go back to the drafts.")
    return found


def stories(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The drafts, and the files published so far."""
    out = case.root / PUBLISHED
    pages = sorted(path.name for path in out.glob("*.html")) if out.is_dir() else []
    return {
        "drafts": [_listed(path) for path in drafts(case)],
        "published": [{"name": name, "url": f"/{PUBLISHED}/{name}"} for name in pages],
    }


def _listed(path: Path) -> dict[str, Any]:
    """What a draft says of itself; holding each of its sentences against its page takes a moment, and its own page."""
    taken = parse(path.read_text(encoding="utf-8"))
    title, body = str(taken.meta.get("title") or path.name), len(taken.statements)
    return {
        "name": path.name,
        "url": f"/story/{path.name}",
        "title": title,
        "written_in": taken.language,
        "sentences": body,
    }


def story(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """A draft sentence by sentence; `s` is the number of the sentence whose pages are shown, else the first to mend."""
    look = shelf(case)
    path = draft(case, asked["name"])
    report = _checked(case, path)
    taken = parse(path.read_text(encoding="utf-8"))
    number = _chosen(report, asked.get("s", ""))
    return {
        "name": path.name,
        "title": str(taken.meta.get("title") or path.name),
        "written_in": taken.language,
        "blocking": len(report.blocking),
        "verdicts": dict(Counter(claim.verdict for claim in report.claims)),
        "claims": [_claim(look, taken, claim, place) for place, claim in enumerate(report.claims, 1)],
        "chosen": number,
        "against": [look.excerpt(c) for c in report.claims[number - 1].counter] if number else [],
        "cited": [look.excerpt(c) for c in report.claims[number - 1].citations] if number else [],
        "published": asked.get("published") == "yes",
    }


def _chosen(report: Report, told: str) -> int | None:
    if told.isascii() and told.isdigit() and 1 <= int(told) <= len(report.claims):
        return int(told)
    blocking = [number for number, claim in enumerate(report.claims, 1) if claim.blocks]
    cited = [number for number, claim in enumerate(report.claims, 1) if claim.citations]
    return next(iter(blocking or cited), None)


def _claim(look: Shelf, taken: Draft, claim: Claim, number: int) -> dict[str, Any]:
    statement = next((s for s in taken.statements if s.start == claim.start), None)
    opens = any(block.statements and block.statements[0].start == claim.start for block in taken.blocks)
    return look.claim(claim) | {
        "number": number,
        "shown": statement.text if statement else plain(claim.text),
        "place": statement.place if statement else "front",
        "opens": opens,
        "cites": [r.target for r in statement.references] if statement else [],
    }


def _checked(case: Case, path: Path) -> Report:
    return _report(case, path, path.stat().st_mtime_ns, case.records.version())


@lru_cache(maxsize=16)
def _report(case: Case, path: Path, changed: int, version: str) -> Report:  # the last two are a part of the key
    return case.check(path)
