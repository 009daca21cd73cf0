"""What a person decides; every decision can be undone."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import printing
from greffier.case import open_case
from greffier.cli.command import command
from greffier.resolving.named import name_of


def _decided(told: str, id: str) -> None:
    printing.line(f"{told} Undo with: greffier undo {id}")


@command("merge", 'greffier merge "Lino Carvasse" "Le Bosco"')
@click.argument("left")
@click.argument("right")
@click.option("--why", help="The reason, kept with the decision.")
def merge(folder: Path | None, left: str, right: str, why: str | None) -> None:
    """Say that two names are one."""
    with open_case(folder) as case:
        _decided(f"{left} and {right} are one.", case.merge(left, right, why).id)


@command("split", 'greffier split "Le Bosco"')
@click.argument("name")
@click.option("--why", help="The reason, kept with the decision.")
def split(folder: Path | None, name: str, why: str | None) -> None:
    """Say that a name is not the others that it was joined with."""
    with open_case(folder) as case:
        _decided(f"{name} stands alone.", case.split(name, why).id)


@command("confirm", "greffier confirm 0d9f1c2b3a4e5f607182")
@click.argument("id")
@click.option("--why", help="The reason, kept with the decision.")
def confirm(folder: Path | None, id: str, why: str | None) -> None:
    """Keep a finding as good to use, or a site template as the site's own lines (`export --kind templates`)."""
    with open_case(folder) as case:
        _decided("Confirmed.", case.confirm(id, why).id)


@command("dismiss", 'greffier dismiss 0d9f1c2b3a4e5f607182 --why "the number is on the back"')
@click.argument("finding")
@click.option("--why", required=True, help="The reason, kept with the decision.")
def dismiss(folder: Path | None, finding: str, why: str) -> None:
    """Set a finding aside, with the reason."""
    with open_case(folder) as case:
        _decided("Dismissed.", case.dismiss(finding, why).id)


@command("protect", 'greffier protect "Théo Marguin" --as "Rémi"')
@click.argument("entity")
@click.option("--as", "publish_as", required=True, help="The name that may be published.")
@click.option("--why", help="The reason, kept with the decision.")
def protect(folder: Path | None, entity: str, publish_as: str, why: str | None) -> None:
    """Never let the names of a person out; published texts use another name."""
    with open_case(folder) as case:
        _decided(f"Protected; published as {publish_as}.", case.protect(entity, publish_as, why).id)


@command("undo", "greffier undo")
@click.argument("decision", required=False)
def undo(folder: Path | None, decision: str | None) -> None:
    """Undo the latest decision, or the one with this id."""
    with open_case(folder) as case:
        undone = case.undo(decision)
        names = ", ".join(name_of(name) for name in undone.subject)
        printing.line(f"Undone: {undone.verb} {names} ({undone.at}).")
