"""The demonstration case: taken in from the package's own files, decided on, checked, published, and told in short."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

from greffier import printing, terminal
from greffier.case import FOLDER, Case, open_case
from greffier.errors import NotInCase
from greffier.records import DecisionVerb

STORIES = ("story.fr.ready.md", "story.en.ready.md")
DRAFTS = ("story.fr.md", "story.en.md")


def build(where: Path) -> Case:
    """Build the case in this folder (or go on where an earlier build stopped) and print what came of it."""
    case = _made(where)
    with as_file(files("greffier").joinpath("cavendish")) as given, terminal.progress() as tell:
        case.add(given / "files", progress=tell)
        _copy_drafts(given, where)
    _protect(case)
    _tell(case, where)
    return case


def _made(where: Path) -> Case:
    settings = where / FOLDER / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    if not settings.exists():
        settings.write_text('title = "Opération Cavendish"\n', encoding="utf-8")
    return open_case(where, create=True)


def _copy_drafts(given: Path, where: Path) -> None:
    for name in (*STORIES, *DRAFTS):
        if not (where / name).exists():  # a draft that was edited here is kept
            (where / name).write_bytes((given / name).read_bytes())


def _protect(case: Case) -> None:
    """Take the one decision that the stories rely on, unless somebody has decided already."""
    verb: DecisionVerb = "protect"
    if any(decision.verb == verb for decision in case.decisions()):
        return
    told = (files("greffier") / "cavendish" / "protect.txt").read_text(encoding="utf-8")
    for line in told.splitlines():
        name, _, publish_as = line.partition(" = ")
        try:
            case.protect(name, publish_as, "The demonstration's witness, whose name is changed.")
        except NotInCase as error:
            terminal.messages.print(f"{error}", markup=False)


def _tell(case: Case, where: Path) -> None:
    show = terminal.out
    show.rule("The account")
    printing.account(case.account())
    show.rule("People")
    people = [(entity.name, ", ".join(entity.roles[:2]), str(entity.pages)) for entity in case.people()[:10]]
    terminal.table("Most present", ["name", "roles", "pages"], people, ["pages"])
    show.rule("Dates")
    acts = [
        (terminal.when(m.time), " ".join(m.text.split())[:90], printing.cited(case, m.citations))
        for m in case.timeline()
    ]
    terminal.table(f"{len(acts)} moments, the first ones", ["when", "what", "page"], acts[:8])
    show.rule("Ledger")
    printing.balances(case.ledger().balance())
    show.rule("Findings")
    found = [(f.severity, f.title_en, printing.cited(case, f.citations)) for f in case.findings()]
    terminal.table(f"{len(found)} questions to put", ["", "question", "pages"], found[:12])
    show.rule("The story")
    for draft in DRAFTS:
        report = case.check(where / draft)
        seen = f"See them: greffier -C {where} check {draft}"
        show.print(f"{draft}: {len(report.claims)} sentences, {len(report.blocking)} block. {seen}")
    _publish(case, where)


def _publish(case: Case, where: Path) -> None:
    for name in STORIES:
        report = case.check(where / name)
        if report.blocking:
            printing.claims(report.blocking)
            continue
        written = case.publish(where / name, where / "published")
        pages = [path for path in written if path.suffix == ".html"]
        terminal.line("Published: " + ", ".join(str(path) for path in pages))
