"""Whole small cases: texts as files, read and assembled as they would be."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from greffier.records import Finding
from tests.seeded.here import added


def asked(rule: str, **files: str) -> list[list[str]]:
    """The words that each finding of a rule cites, in a case with these files (`name_txt` is `name.txt`)."""
    with TemporaryDirectory() as root:
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            Path(root, f"{stem}.{ending}").write_text(text, encoding="utf-8")
        found = [one for one in added(Path(root)).all(Finding) if one.rule.startswith(f"{rule}@")]
    return [[citation.span.exact for citation in one.citations] for one in found]
