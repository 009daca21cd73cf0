"""What every command has in common: the group, an example in its help, JSON Lines, dates as options."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from greffier import __version__
from greffier.writing.export import encode

Command = Callable[..., Any]


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog="Example: greffier add boxes/")
@click.version_option(__version__, prog_name="greffier")
@click.option("-C", "folder", type=click.Path(path_type=Path), help="The case folder; the current one otherwise.")
@click.option("--debug", is_flag=True, help="Show the trace of an error.")
@click.pass_context
def greffier(context: click.Context, folder: Path | None, debug: bool) -> None:
    """Reads a case file page by page, and cites every page it speaks of."""
    context.obj = folder


def command(name: str, example: str, *, json: bool = False) -> Callable[[Command], click.Command]:
    """A command with an example in its help, and `--json` where it prints records."""

    def decorate(function: Command) -> click.Command:
        if json:
            function = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")(function)
        made = click.command(name, epilog=f"Example: {example}")(click.pass_obj(function))
        greffier.add_command(made)
        return made

    return decorate


def json_lines(rows: Iterable[Any]) -> None:
    """Print records on standard output, one line each."""
    for row in rows:
        click.echo(encode(row).decode())


def between(function: Command) -> Command:
    """The options `--from` and `--to`, as `start` and `end`: ISO dates or parts of them."""
    end = click.option("--to", "end", default="", callback=_iso, help="An ISO date, or a part of one.")
    start = click.option("--from", "start", default="", callback=_iso, help="An ISO date, or a part of one: 2023-03.")
    return start(end(function))


def day(_: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The callback of an option that is one day."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value} is not a date like 2023-03-16.", param=option) from None


def _iso(_: click.Context, option: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        raise click.BadParameter(f"{value} is not a date like 2023-03-16, 2023-03 or 2023.", param=option)
    return value
