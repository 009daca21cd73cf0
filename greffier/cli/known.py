"""A list from elsewhere beside the case: who of the file may be somebody that others know."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import printing, terminal
from greffier.case import Case, open_case
from greffier.cli.command import command, json_lines
from greffier.records import Beside, Candidate, Citation
from greffier.writing.rows import Rows


@command("known", "greffier known watchlist.ftm.json", json=True)
@click.argument("file", type=click.Path(path_type=Path))
def known(folder: Path | None, file: Path, as_json: bool) -> None:
    """Who of the case may be in a file of FollowTheMoney entities. Nothing of it is kept, nobody is joined."""
    with open_case(folder) as case:
        found = case.known(file)
        if as_json:
            json_lines(map(Rows(case).candidate, found.candidates))
        else:
            terminal.table(
                "Perhaps known",
                ["in the case", "in the list", "score", "because", "page"],
                [_row(case, one) for one in found.candidates],
                ["score"],
            )
        _told(found)


def _row(case: Case, one: Candidate) -> tuple[str, ...]:
    name = next(iter(one.outsider.names), one.outsider.numbers[0][1] if one.outsider.numbers else "")
    because = "; ".join(reason.text for reason in one.reasons)
    pages = printing.cited(case, (Citation(span) for reason in one.reasons for span in reason.spans))
    return f"{one.entity.name} ({one.entity.id})", f"{name} ({one.outsider.id})", f"{one.score:.1f}", because, pages


def _told(found: Beside) -> None:
    """What was looked at and what was left aside, apart from the rows, for a list may be of another make."""
    terminal.messages.print(f"{found.looked_at:,} of the list were compared.")
    for told in found.left_aside:
        terminal.messages.print(f"Left aside: {terminal.shown(told)}")
