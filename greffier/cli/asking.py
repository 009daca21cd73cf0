"""Searching and asking."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import printing, terminal
from greffier.case import open_case
from greffier.cli.command import command, json_lines
from greffier.errors import WrongUsage
from greffier.writing.rows import Rows


@command("search", 'greffier search "conteneur AND bananes"', json=True)
@click.argument("query")
@click.option("--limit", default=20, show_default=True, help="How many pages.")
def search(folder: Path | None, query: str, limit: int, as_json: bool) -> None:
    """Find pages by their words."""
    with open_case(folder) as case:
        hits = case.search(query, limit)
        if as_json:
            json_lines(
                {"source": h.source, "page": h.number, "folio": h.folio, "snippet": h.snippet, "score": h.score}
                for h in hits
            )
        else:
            terminal.table("Pages", ["page", "words"], [(h.citation, " ".join(h.snippet.split())) for h in hits])


@command("ask", 'greffier ask "Combien de kilos manquent ?"', json=True)
@click.argument("question")
def ask(folder: Path | None, question: str, as_json: bool) -> None:
    """Ask a question; answered with quotations and their pages, or not at all."""
    if not question.strip():
        raise WrongUsage("There is no question.", 'Ask one: greffier ask "Who signed the order?"')
    with open_case(folder) as case:
        told = case.ask(question)
        json_lines([Rows(case).answer(told)]) if as_json else printing.answer(case, told)
