"""Reading and clipping one file, with or without a case."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from greffier import printing, terminal
from greffier import text as texts
from greffier.case import open_case
from greffier.cli.command import command, day, json_lines
from greffier.contracts import Limits
from greffier.errors import SourceRefused, WrongUsage
from greffier.intake.encoding import decode
from greffier.intake.identify import identify
from greffier.intake.signatures import called
from greffier.press import clip_file
from greffier.running.isolated import Isolated
from greffier.settings import load_settings
from greffier.steps import explain_text, read_text
from greffier.writing.loose import loose_rows
from greffier.writing.press_rows import loose_clip_row
from greffier.writing.rows import Rows

_LONG = 1_000_000  # characters of a text, whose readers take half a minute
_TEXTUAL = ("text/", "message/", "application/xml")


@command("read", "greffier read note.txt --date 2023-03-16", json=True)
@click.argument("file", type=click.Path(allow_dash=True))
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language; guessed otherwise.")
@click.option("--date", help="When the text was written (ISO).")
@click.option("--explain", is_flag=True, help="Say why: reader, rule, what a date is counted from.")
def read(folder: Path | None, file: str, language: str | None, date: str | None, explain: bool, as_json: bool) -> None:
    """What the readers find in one text, without a case."""
    with _given(file) as path:
        untrusted_text = _text(path, _name(file))
    if len(untrusted_text) > _LONG:
        click.echo(
            f"{_name(file)} has {len(untrusted_text):,} characters and is read as one page, which takes minutes. "
            "`greffier add` reads a file page by page and shows how far it is.",
            err=True,
        )
    if explain:
        found, traces = explain_text(untrusted_text, language, date, load_settings())
    else:
        found, traces = read_text(untrusted_text, language, date, load_settings()), []
    rows = loose_rows(found, _name(file), traces)
    if as_json:
        json_lines(rows)
    elif explain:
        printing.reasons(rows, "fr" if (language or texts.language(untrusted_text)) == "fr" else "en")
    else:
        told = [(row["record"], str(row.get("kind", row.get("type"))), row["surface"], row["told"]) for row in rows]
        terminal.table("Found", ["what", "kind", "words", "value"], told)


@command("clip", "greffier clip page.html --json", json=True)
@click.argument("file", required=False, type=click.Path(allow_dash=True))
@click.option(
    "--date", "day", callback=day, help="The day on which the article was captured (ISO), known from elsewhere."
)
def clip(folder: Path | None, file: str | None, day: str | None, as_json: bool) -> None:
    """How a press clipping is read, line by line, field by field; without a file, the clippings of the case."""
    if file is None:
        _clippings(folder, as_json)
        return
    with _given(file) as path:
        name = _name(file)
        told, text = clip_file(path, name, Isolated(), Limits(), day)
    if as_json:
        json_lines([loose_clip_row(told, name, text)])
    else:
        printing.clipping(told, text)


def _clippings(folder: Path | None, as_json: bool) -> None:
    with open_case(folder) as case:
        told = case.clippings()
        if as_json:
            rows = Rows(case)
            json_lines([rows.clipping(clipping) for clipping in told])
        else:
            printing.clippings(case, told)


def _text(untrusted_path: Path, name: str) -> str:
    """The text of a file that is one; SourceRefused says what else it is."""
    media_type = identify(untrusted_path, name)
    if not media_type.startswith(_TEXTUAL):
        raise SourceRefused(f"{name} is {called(media_type)}, not a text.", "Add it to a case with `greffier add`.")
    return decode(untrusted_path.read_bytes())


def _name(file: str) -> str:
    return "-" if file == "-" else Path(file).name


@contextmanager
def _given(file: str) -> Iterator[Path]:
    """The path of a file; standard input becomes a file that is gone afterwards."""
    if file != "-":
        if not Path(file).is_file():
            told = f"{file} is a folder." if Path(file).is_dir() else f"There is no file {file}."
            raise WrongUsage(told, "Give the path of one file; a folder goes into a case with `greffier add`.")
        yield Path(file)
        return
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(sys.stdin.buffer.read())
        kept.flush()
        yield Path(kept.name)
