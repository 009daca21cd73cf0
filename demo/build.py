"""Build the demonstration case from its readable sources.

    python -m demo.build            writes greffier/cavendish/
    python -m demo.build --out DIR  writes elsewhere (the tests compare)

Same sources and same library versions (demo/requirements.txt) give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from . import mail, office, scan, stories, truth, typeset
from .source import Source, read_sources

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
TARGET = HERE.parent / "greffier" / "cavendish"
PASSWORD = "Tamaris"  # of the locked annex; the demonstration never gives it to the program
PROTECT = "MARGUIN Théo = Rémi\n"  # the one decision that the stories rely on: name = name to publish

Built = Mapping[str, bytes]
Builder = Callable[[Source, Built], bytes]


def build(out: Path) -> None:
    """Sources to case folder, truth and stories."""
    sources = read_sources(SOURCES)
    built = build_files(sources)
    write_case(sources, built, out / "files")
    tales = stories.read_stories(SOURCES / "stories")
    for tale in tales:
        tale.write(out)
    (out / "protect.txt").write_text(PROTECT, encoding="utf-8")
    facts = truth.gather(SOURCES / "truth.yaml", sources, tales)
    (out / "truth.json").write_text(json.dumps(facts, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def build_files(sources: list[Source]) -> dict[str, bytes]:
    """Bytes by source name; archives and mails come last in the order and find their members built."""
    built: dict[str, bytes] = {}
    for source in sorted(sources, key=lambda s: (s.builder in ("zip", "eml", "copy"), s.name)):
        built[source.name] = BUILDERS[source.builder](source, built)
    return built


def write_case(sources: list[Source], built: Built, folder: Path) -> None:
    """The folder as a newsroom would receive it; what lives inside another file is not written twice."""
    shutil.rmtree(folder, ignore_errors=True)
    for source in sources:
        if "inside" in source.meta:
            continue
        path = folder / source.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(built[source.name])


def _pdf(source: Source, _: Built) -> bytes:
    pdf = typeset.typeset(source)
    return scan.scan(pdf, source.meta["scan"], source.name) if source.meta.get("scan") else pdf


def _truncated(source: Source, _: Built) -> bytes:
    """A transfer that stopped: the page tree and the cross-reference table never arrived."""
    pdf = typeset.typeset(source)
    return pdf[: len(pdf) * 2 // 5]


def _mail(source: Source, built: Built) -> bytes:
    name = source.meta.get("attach")
    return mail.message(source, ("Fiche de pesée.pdf", built[name]) if name else None)


def _archive(source: Source, built: Built) -> bytes:
    names = {member.name: member.path for member in read_sources(SOURCES)}
    return office.archive([(names[name], built[name]) for name in source.meta["members"]])


BUILDERS: dict[str, Builder] = {
    "pdf": _pdf,
    "photo": lambda source, _: scan.photograph(typeset.typeset(source), source.name),
    "truncated": _truncated,
    "locked": lambda source, _: typeset.typeset(source, encrypt=PASSWORD),
    "csv": lambda source, _: office.statement(source),
    "xlsx": lambda source, _: office.workbook(source),
    "docx": lambda source, _: office.note(source),
    "text": lambda source, _: (source.pages[0] + "\n").encode("utf-8"),
    "copy": lambda source, built: built[source.meta["of"]],
    "eml": _mail,
    "zip": _archive,
}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Build the demonstration case.")
    parser.add_argument("--out", type=Path, default=TARGET)
    build(parser.parse_args().out)


if __name__ == "__main__":
    main()
