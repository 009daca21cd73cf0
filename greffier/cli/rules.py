"""The rules for findings: listed, explained, tried on their examples."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from greffier import terminal
from greffier.assembling.packs import Book, book, pack, pack_of, row
from greffier.assembling.rulebook import Rule, packs
from greffier.assembling.trying import complaints
from greffier.case import Case, open_case
from greffier.cli.command import command, json_lines
from greffier.errors import CheckBlocks, NoCase, NotInCase

_ALL = "all"


@command("rules", "greffier rules custody-extension-late", json=True)
@click.argument("rule", required=False)
@click.option(
    "--test", "tested", is_flag=False, flag_value=_ALL, metavar="[PACK]", help="Try the examples of a pack, or of all."
)
def rules(folder: Path | None, rule: str | None, tested: str | None, as_json: bool) -> None:
    """The questions that are asked of the pages: under which law, with what to rule out first."""
    if tested and Path(tested).is_file():
        _test(pack(Path(tested)))
        return
    asked = _asked(folder)
    for why in asked.refused:
        terminal.messages.print(terminal.shown(f"Not asked: {why}"))
    told = [_one(asked, rule)] if rule else list(asked.asked)
    if tested:
        _test([one for one in asked.asked if tested in (_ALL, pack_of(one))], tested)
    elif as_json:
        json_lines(map(row, told))
    elif rule:
        for line in _explained(told[0]):
            terminal.line(line)
    else:
        rows = [(one.id, one.jurisdiction, one.title.en, f"{one.legal_ref.as_of}") for one in told]
        terminal.table("Rules", ["id", "where", "what it asks", "law as of"], rows)


def warn(case: Case) -> None:
    """Say which packs are not asked and why, and that the findings stand on other rules than those of now."""
    for why in case.book.refused:
        terminal.messages.print(terminal.shown(f"Not asked: {why}"))
    if case.asks_anew:
        terminal.messages.print("The rules changed since these findings were made: `greffier add` asks again.")


def _asked(folder: Path | None) -> Book:
    """What the case asks, or what every case does where there is none."""
    try:
        with open_case(folder) as case:
            return case.book
    except NoCase:
        return book()


def _one(asked: Book, id: str) -> Rule:
    found = next((one for one in asked.asked if one.id == id.partition("@")[0]), None)
    if found is None:
        raise NotInCase(f"There is no rule {id}.", "List them with `greffier rules`.")
    return found


def _explained(rule: Rule) -> Iterator[str]:
    law = rule.legal_ref
    yield f"{rule.id}, version {rule.version}, pack {pack_of(rule)}"
    yield f"  asks  {rule.title.en}"
    yield f"        {rule.title.fr}"
    yield f"  law   {rule.jurisdiction}: {law.text}, as of {law.as_of}, " + (
        f"reviewed by {law.reviewed_by}" if law.reviewed_by else "reviewed by nobody yet"
    )
    yield f"  kind  {rule.kind}, {rule.severity}; check {rule.check}" + "".join(
        f", {name} {value}" for name, value in sorted(rule.parameters.items())
    )
    yield "  innocent explanations to rule out first"
    for told in rule.explanations:
        yield f"    - {told.en}"
        yield f"      {told.fr}"
    examples = (
        ("it speaks", rule.tests.positive),
        ("it does not", rule.tests.negative),
        ("nearly", rule.tests.near_miss),
    )
    for name, example in examples:
        yield f"  example where {name}"
        for document in example.documents:
            yield from (f"    {line}" for line in str(document.get("text", "")).strip("\n").split("\n"))
            yield "    --"


def _test(told: Sequence[Rule], name: str = "") -> None:
    """Try each rule on its examples. CheckBlocks where one of them does not behave."""
    if not told:
        raise NotInCase(f"There is no rule pack {name}.", f"Packs are: {', '.join(packs())}, or the path of a file.")
    failed = 0
    for rule in told:
        wrong = complaints(rule)
        failed += bool(wrong)
        terminal.line(f"{'fails' if wrong else 'holds'}  {rule.id}{': ' if wrong else ''}{'; '.join(wrong)}")
    if failed:
        raise CheckBlocks(f"{failed} of {len(told)} rules do not hold on their examples.", "Mend them, and try again.")
