"""The workbench, and the demonstration."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import demo, terminal
from greffier.case import open_case
from greffier.cli.command import command
from greffier.serving.app import serve as serve_case


@command("serve", "greffier serve --port 8800")
@click.option("--port", default=8800, show_default=True)
def serve(folder: Path | None, port: int) -> None:
    """Open the workbench in a browser, on this machine only."""
    with open_case(folder) as case:
        serve_case(case, port, terminal.messages.print)


@command("demo", "greffier demo cavendish")
@click.argument("where", required=False, type=click.Path(path_type=Path))
@click.option("--serve/--no-serve", "serving", default=True, help="Show it in a browser afterwards.")
@click.option("--port", default=8800, show_default=True)
def run_demo(folder: Path | None, where: Path | None, serving: bool, port: int) -> None:
    """Build the demonstration case end to end and show it."""
    with demo.build(where or folder or Path("cavendish")) as case:
        if serving:
            serve_case(case, port, terminal.messages.print)
