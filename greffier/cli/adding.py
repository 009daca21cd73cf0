"""Making a case, adding to it, and what became of all that was added."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import printing, terminal
from greffier.case import open_case
from greffier.cli.command import command, json_lines
from greffier.errors import CheckBlocks, SomeBroken
from greffier.running.isolated import Isolated
from greffier.running.trial import trial


@command("init", "greffier init dossier")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def init(given: Path | None, folder: Path | None) -> None:
    """Make a case folder."""
    with open_case(folder or given or Path(), create=True) as case:
        terminal.line(f"A case is ready in {case.root}. Next: greffier -C {case.root} add FOLDER")


@command("add", "greffier add boxes/ more.pdf", json=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="End with code 3 when some inputs are broken.")
@click.option("--jobs", type=int, help="How many processes work at once.")
def add(folder: Path | None, paths: tuple[Path, ...], strict: bool, jobs: int | None, as_json: bool) -> None:
    """Take in files and folders and read them; without a path, go on where the last run stopped."""
    with open_case(folder, jobs=jobs) as case:
        with terminal.progress() as tell:
            told = case.add(*paths, progress=tell)
        json_lines([told]) if as_json else printing.account(told)
        if strict and told.not_read:
            raise SomeBroken(f"{len(told.not_read)} files could not be read.")


@command("status", "greffier status", json=True)
def status(folder: Path | None, as_json: bool) -> None:
    """The account: what came in, and what became of it."""
    with open_case(folder) as case:
        told = case.account()
        json_lines([told]) if as_json else printing.account(told)


@command("sandbox", "greffier sandbox", json=True)
def sandbox(folder: Path | None, as_json: bool) -> None:
    """Try to get out of the sandbox that files are opened in, and show what was prevented; needs no case."""
    tried = Isolated()
    attempts = trial(tried)
    json_lines(attempts) if as_json else printing.attempts(attempts, tried.layers())
    if not all(attempt.prevented for attempt in attempts):
        raise CheckBlocks("Something could be done from inside the sandbox.", "Install bubblewrap and try again.")


@command("verify", "greffier verify")
def verify(folder: Path | None) -> None:
    """Check the custody log, the stored files and every invariant; ends with code 1 when anything does not hold."""
    with open_case(folder) as case:
        problems = case.verify()
        for problem in problems:
            terminal.line(problem)
        if problems:
            raise CheckBlocks(
                f"{len(problems)} things do not hold.", "Restore the case from a copy, or add the files again."
            )
        terminal.out.print("Everything holds: custody log, files, pages, citations.")
