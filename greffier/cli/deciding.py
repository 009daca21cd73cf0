"""What a person decides; every decision can be undone."""

from __future__ import annotations

from pathlib import Path

import click

from greffier import terminal
from greffier.case import open_case
from greffier.cli.command import command
from greffier.resolving.deciding import disputing
from greffier.resolving.named import name_of


def _decided(told: str, id: str) -> None:
    terminal.line(f"{told} Undo with: greffier undo {id}")


@command("merge", 'greffier merge "Lino Carvasse" "Le Bosco"')
@click.argument("left")
@click.argument("right")
@click.option("--why", help="The reason, kept with the decision.")
@click.option("--anyway", is_flag=True, help="Keep this view beside another person's, who keeps them apart.")
def merge(folder: Path | None, left: str, right: str, why: str | None, anyway: bool) -> None:
    """Say that two names are one."""
    with open_case(folder) as case:
        made = case.merge(left, right, why, anyway=anyway)
        against = disputing(made, case.decisions())
        told = f"are one; {against[0].by} says otherwise, so they stay apart." if against else "are one."
        _decided(f"{left} and {right} {told}", made.id)


@command("split", 'greffier split "Le Bosco"')
@click.argument("name")
@click.option("--from", "apart", help="The name that it is not; those it was joined with otherwise.")
@click.option("--why", help="The reason, kept with the decision.")
def split(folder: Path | None, name: str, apart: str | None, why: str | None) -> None:
    """Say that a name is not the others that it was joined with, or is not another one."""
    with open_case(folder) as case:
        told = f"{name} and {apart} are two." if apart else f"{name} stands alone."
        _decided(told, case.split(name, why, apart=apart).id)


@command("unsure", 'greffier unsure "Lino Carvasse" "Le Bosco" --why "two brothers"')
@click.argument("left")
@click.argument("right")
@click.option("--why", help="The reason, kept with the decision.")
def unsure(folder: Path | None, left: str, right: str, why: str | None) -> None:
    """Say that nobody can tell yet whether two names are one."""
    with open_case(folder) as case:
        _decided(f"{left} and {right} are left open.", case.unsure(left, right, why).id)


@command("join", 'greffier join 3fa90c 81be22 --why "one handover, told by both"')
@click.argument("line")
@click.argument("other")
@click.option("--why", help="The reason, kept with the decision.")
def join(folder: Path | None, line: str, other: str, why: str | None) -> None:
    """Say that two lines of the ledger are one movement. Lines are named as `greffier ledger` does."""
    with open_case(folder) as case:
        _decided("One movement.", case.join(line, other, why).id)


@command("part", "greffier part 3fa90c --page D0147")
@click.argument("line")
@click.option("--page", help="Where the other movement is told; needed where there are more than two tellings.")
@click.option("--why", help="The reason, kept with the decision.")
def part(folder: Path | None, line: str, page: str | None, why: str | None) -> None:
    """Say that one line of the ledger is two movements."""
    with open_case(folder) as case:
        _decided("Two movements.", case.part(line, page, why).id)


@command("enter", 'greffier enter "12 kg of cocaine" --from CARVASSE --page D0147 --quote "twelve kilos"')
@click.argument("amount")
@click.option("--page", required=True, help="The page that tells it: a folio or file#p3.")
@click.option("--quote", required=True, help="The words of the page, as they stand.")
@click.option("--from", "origin", help="Who gave it.")
@click.option("--to", "target", help="Who took it.")
@click.option("--good", help="What it is, where the amount does not say.")
@click.option("--date", "day", help="When: 2023-04-03, or 2023-04.")
@click.option("--why", help="The reason, kept with the decision.")
def enter(
    folder: Path | None,
    amount: str,
    page: str,
    quote: str,
    origin: str | None,
    target: str | None,
    good: str | None,
    day: str | None,
    why: str | None,
) -> None:
    """Add a line to the ledger, with the words of a page that tell it."""
    with open_case(folder) as case:
        made = case.enter(amount, page, quote, origin=origin, target=target, good=good, day=day, why=why)
        _decided("Entered.", made.id)


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
        terminal.line(f"Undone: {undone.verb} {names} ({undone.at[:19]}Z).")
