"""A source: one readable text file, with a header, that becomes one file of the demonstration case."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

PAGE_BREAK = "\n=====\n"


@dataclass(frozen=True)
class Source:
    """The header (`meta`) and the authored pages of one source file."""

    name: str
    meta: dict[str, Any] = field(default_factory=dict)
    pages: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the built file goes, inside the case folder."""
        return str(self.meta["path"])

    @property
    def builder(self) -> str:
        """Which builder makes it; PDF unless the header says otherwise."""
        return str(self.meta.get("builder", "pdf"))

    def folio(self, page: int) -> str | None:
        """The stamp of a 1-based page, or None where the document carries no stamps."""
        first = self.meta.get("folio")
        return None if first is None else f"D{int(first) + page - 1:04d}"


def read_sources(folder: Path) -> list[Source]:
    """Every source of the case, in the order of the file names."""
    return [read_source(path) for path in sorted(folder.glob("[0-9]*.md"))]


def read_source(path: Path) -> Source:
    """Split one file into its YAML header and its pages."""
    text = path.read_text(encoding="utf-8")
    _, header, body = text.split("---\n", 2)
    pages = tuple(page.strip("\n") for page in body.split(PAGE_BREAK))
    return Source(path.stem, yaml.safe_load(header), pages)
