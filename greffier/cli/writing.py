"""Checking a draft, publishing a story, exporting what was found."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import printing, terminal
from greffier.case import open_case
from greffier.cli.command import command, json_lines
from greffier.errors import CheckBlocks
from greffier.writing.export import FORMATS
from greffier.writing.rows import Rows


@command("check", "greffier check story.md", json=True)
@click.argument("draft", type=click.Path(path_type=Path))
def check(folder: Path | None, draft: Path, as_json: bool) -> None:
    """The verdict on each sentence of a draft; ends with code 1 when anything blocks."""
    with open_case(folder) as case:
        report = case.check(draft)
        if as_json:
            json_lines(map(Rows(case).claim, report.claims))
        else:
            printing.claims(report.claims)
        if report.blocking:
            raise CheckBlocks(f"{len(report.blocking)} sentences block.", "Mend them and check again.")
        terminal.messages.print("Nothing blocks.")


@command("publish", "greffier publish story.md --out site/")
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
def publish(folder: Path | None, draft: Path, out: Path) -> None:
    """Write the story page and its evidence; refuses while a check blocks."""
    with open_case(folder) as case:
        for path in case.publish(draft, out):
            terminal.line(str(path))


@command("export", "greffier export --out export/")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
@click.option("--kind", "kinds", multiple=True, help="One file only: mentions, entities, findings, …")
@click.option("--safe", is_flag=True, help="Mask every protected name.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
def export(folder: Path | None, out: Path, kinds: tuple[str, ...], safe: bool, form: str) -> None:
    """Write everything that was found, one file for each kind."""
    with open_case(folder) as case:
        for path in case.export(out, kinds=kinds or None, safe=safe, form=form):
            terminal.line(str(path))
