"""What is planted in the case, with the page of each plant; every anchor is looked up, and must stand."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .markup import normalise, plain
from .source import Source
from .stories import Story

STATUS = {"copy": "duplicate", "truncated": "broken", "locked": "broken"}


class AnchorError(ValueError):
    """A planted quotation is not on the page it names."""


@dataclass(frozen=True)
class Inventory:
    """The sources by name, and what the outside calls them."""

    sources: dict[str, Source]

    def path(self, source: Source) -> str:
        """As in the export: members of archives and mails are `box.zip/inner.pdf`."""
        inside = source.meta.get("inside")
        return f"{inside}/{source.path}" if inside else source.path

    def document(self, source: Source) -> dict[str, Any]:
        """One line about one document; a copy, an archive and a broken file have no pages of their own."""
        scans = source.meta.get("scan") or [None] * len(source.pages)
        status = STATUS.get(source.builder, "read")
        counted = status == "read" and source.builder != "zip"
        numbers = range(1, len(source.pages) + 1)
        original = source.meta.get("of")
        return {
            "path": self.path(source),
            "kind": source.meta["kind"],
            "status": status,
            "pages": len(source.pages) if counted else 0,
            "folios": [folio for number in numbers if (folio := source.folio(number))],
            "scanned": [n for n, how in enumerate(scans, 1) if how or source.builder == "photo"],
            "poor": [n for n, how in enumerate(scans, 1) if how == "fax"],
            "language": source.meta["language"],
            "act_date": source.meta.get("act_date"),
            "reference": source.meta.get("pv"),
            "duplicate_of": self.path(self.sources[original]) if original else None,
        }

    def anchor(self, given: dict[str, Any]) -> dict[str, Any]:
        """Fill in path and page from a folio, or the folio from path and page; the words must stand there."""
        source, page = self._find(given)
        text = plain(source.pages[page - 1]) if source.builder in PAPER else normalise(source.pages[page - 1])
        if normalise(given["exact"]) not in text:
            raise AnchorError(f"{source.name}, page {page}: {given['exact']!r} is not there")
        place = {"path": self.path(source), "page": page, "folio": source.folio(page), "exact": given["exact"]}
        return place | {key: value for key, value in given.items() if key not in place}

    def _find(self, given: dict[str, Any]) -> tuple[Source, int]:
        """Path and page win over a folio, since one folio is stamped on two pages."""
        for source in self.sources.values():
            if given.get("path") not in (None, self.path(source)):
                continue
            for number in range(1, len(source.pages) + 1):
                wanted, here = (given["page"], number) if "page" in given else (given["folio"], source.folio(number))
                if wanted == here:
                    return source, number
        raise AnchorError(f"no such page: {given}")


PAPER = ("pdf", "photo", "docx")


def gather(path: Path, sources: list[Source], tales: list[Story]) -> dict[str, Any]:
    """The hand-written truths with their anchors resolved, the documents, and the stories' verdicts."""
    inventory = Inventory({source.name: source for source in sources})
    facts = _resolve(yaml.safe_load(path.read_text(encoding="utf-8")), inventory)
    documents = [inventory.document(source) for source in sources]
    return {"documents": documents, **facts, "stories": [row for tale in tales for row in tale.verdicts()]}


def _resolve(value: Any, inventory: Inventory) -> Any:
    if isinstance(value, list):
        return [_resolve(item, inventory) for item in value]
    if isinstance(value, dict):
        return inventory.anchor(value) if "exact" in value else {k: _resolve(v, inventory) for k, v in value.items()}
    return value
