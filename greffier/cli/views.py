"""The views over a case: who, when, how much, what moved, what does not agree."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from greffier import printing, terminal
from greffier.assembling.silences import silences
from greffier.case import Case, open_case
from greffier.cli.command import between, command, json_lines
from greffier.cli.reckoning import reckoned
from greffier.cli.rules import warn
from greffier.records import Entity, FindingKind, MentionKind, PieceKind, Silence, Talk
from greffier.writing.rows import Rows


@command("people", "greffier people --kind phone", json=True)
@click.option("--kind", type=click.Choice(get_args(MentionKind)), default="person", show_default=True)
@click.option("--review", is_flag=True, help="The pairs that nobody has decided on, those first that change most.")
def people(folder: Path | None, kind: str, review: bool, as_json: bool) -> None:
    """Who is in the file, under which names."""
    with open_case(folder) as case:
        if review:
            _doubts(case, as_json)
            return
        found = case.people(kind)
        if as_json:
            json_lines(map(Rows(case).entity, found))
            return
        rows = [(e.id, _shown(e), ", ".join(_other_names(e)), ", ".join(e.roles[:3]), str(e.pages)) for e in found]
        terminal.table(
            "People" if kind == "person" else kind, ["id", "name", "also", "roles", "pages"], rows, ["pages"]
        )


def _doubts(case: Case, as_json: bool) -> None:
    """The pairs to review, with what a decision would change and what speaks for and against."""
    found = case.review()
    if as_json:
        json_lines(map(Rows(case).doubt, found))
        return
    rows = [
        (f"{one.left.name} ({one.left.id})", f"{one.right.name} ({one.right.id})",
         f"{one.mentions} mentions, {one.events} events, {one.findings} findings",
         "; ".join(reason.text for reason in one.judgement.reasons),
         "; ".join(f"left open by {look.by}: {look.why or look.at[:10]}" for look in one.looked))
        for one in found
    ]  # fmt: skip
    terminal.table("To review", ["is this", "the same as this", "would change", "because", "so far"], rows)
    if found:
        terminal.line("Decide with: greffier merge A B, greffier split A --from B, greffier unsure A B.")


def _shown(entity: Entity) -> str:
    return f"{entity.name} (protected, published as {entity.publish_as})" if entity.protected else entity.name


def _other_names(entity: Entity) -> list[str]:
    return [f"{form.value} ({form.kind})" for form in entity.names if form.value != entity.name][:6]


@command("timeline", "greffier timeline --from 2023-03-01 --to 2023-03-31", json=True)
@click.option("--who", help="A name or an id.")
@between
@click.option("--kind", help="An event type; or act, written, received: what was done, written down, came in.")
@click.option("--place", help="A name or an id of a place.")
@click.option(
    "--gaps",
    type=click.IntRange(1),
    metavar="DAYS",
    help="Stretches of so many days that no page tells of.",
)
def timeline(
    folder: Path | None,
    who: str | None,
    start: str,
    end: str,
    kind: str | None,
    place: str | None,
    gaps: int | None,
    as_json: bool,
) -> None:
    """What happened when; vague dates stay vague."""
    with open_case(folder) as case:
        moments = case.timeline(who=who, start=start, end=end, kind=kind, place=place)
        if gaps:
            _gaps(case, silences(moments, gaps), as_json)
            return
        if as_json:
            json_lines(map(Rows(case).moment, moments))
            return
        rows = [
            (terminal.when(m.time), terminal.standing(m), " ".join(m.text.split()), printing.cited(case, m.citations))
            for m in moments
        ]
        terminal.table("Timeline", ["when", "kind", "what the page says", "page"], rows)


def _gaps(case: Case, found: list[Silence], as_json: bool) -> None:
    if as_json:
        json_lines(map(Rows(case).silence, found))
        return
    rows = [
        (str(one.days), terminal.when(one.before.time), printing.cited(case, one.before.citations),
         terminal.when(one.after.time), printing.cited(case, one.after.citations), str(one.vague or ""))
        for one in found
    ]  # fmt: skip
    columns = ["days", "nothing after", "page", "until", "page", "vague dates that may lie there"]
    terminal.table("Gaps", columns, rows, ["days"])


@command("calls", "greffier calls --line 0639986120 --from 2021-09", json=True)
@click.option("--who", help="A name, an id or a number.")
@click.option("--line", help="The number whose calls are listed.")
@between
@click.option("--heard", is_flag=True, help="Calls that were listened to, each beside its transcript.")
def calls(
    folder: Path | None, who: str | None, line: str | None, start: str, end: str, heard: bool, as_json: bool
) -> None:
    """The lines of call records: who called whom, when, how long, through which cell."""
    with open_case(folder) as case:
        if heard:
            _heard(case, case.talks(who=who, line=line, start=start, end=end), as_json)
            return
        found = case.calls(who=who, line=line, start=start, end=end)
        if as_json:
            json_lines(map(Rows(case).call, found))
            return
        rows = [
            (terminal.when(c.start), c.caller or "?", c.called or "?", terminal.lasted(c.seconds_low, c.seconds_high),
             c.kind or "", c.cell or c.place or "", printing.cited(case, c.citations))
            for c in found
        ]  # fmt: skip
        terminal.table("Calls", ["when", "from", "to", "lasted", "kind", "cell", "page"], rows, ["lasted"])


def _heard(case: Case, found: list[Talk], as_json: bool) -> None:
    if as_json:
        json_lines(map(Rows(case).talk, found))
        return
    rows = [
        (terminal.when(one.start), (" → " if one.directed else " / ").join(_end(*end) for end in one.ends),
         ", ".join(one.speakers),
         printing.cited(case, one.heard) or "not transcribed",
         printing.cited(case, one.call.citations) if one.call else "in no record",
         f"{one.hours:+} h" if one.hours else "")
        for one in found
    ]  # fmt: skip
    terminal.table("Talks", ["when", "between", "speakers", "transcript", "record", "clock"], rows)


def _end(number: str, names: tuple[str, ...]) -> str:
    return f"{' or '.join(names)} ({number or '?'})" if names else number or "?"


@command("transfers", "greffier transfers --who CAGEOTS --from 2021-09", json=True)
@click.option("--who", help="Words of the label, or an account.")
@between
def transfers(folder: Path | None, who: str | None, start: str, end: str, as_json: bool) -> None:
    """The lines of bank statements; a balance that does not follow from the line before is marked."""
    with open_case(folder) as case:
        found = case.transfers(who=who, start=start, end=end)
        if as_json:
            json_lines(map(Rows(case).transfer, found))
            return
        rows = [
            (terminal.when(t.day), t.label or "", terminal.sum_of(t.debit), terminal.sum_of(t.credit),
             terminal.sum_of(t.balance) + ("" if t.adds_up is not False else " does not add up"), t.currency or "",
             printing.cited(case, t.citations))
            for t in found
        ]  # fmt: skip
        columns = ["when", "label", "out", "in", "balance", "currency", "page"]
        terminal.table("Transfers", columns, rows, ["out", "in", "balance"])


@command("intercepts", "greffier intercepts --line 0639986120", json=True)
@click.option("--who", help="A name, an id or a number.")
@click.option("--line", help="The number that was listened to.")
@between
def intercepts(folder: Path | None, who: str | None, line: str | None, start: str, end: str, as_json: bool) -> None:
    """The intercepted communications: their sheets, and whether they are told word for word."""
    with open_case(folder) as case:
        found = case.intercepts(who=who, line=line, start=start, end=end)
        if as_json:
            json_lines(map(Rows(case).intercept, found))
            return
        rows = [
            (i.number or "", terminal.when(i.start), i.line or "?", i.direction or "?", i.correspondent or "?",
             terminal.lasted(i.seconds_low, i.seconds_high), i.form or "", str(len(i.turns)),
             printing.cited(case, i.citations))
            for i in found
        ]  # fmt: skip
        columns = ["n°", "when", "line", "way", "with", "lasted", "form", "turns", "page"]
        terminal.table("Intercepts", columns, rows, ["lasted", "turns"])


@command("threads", "greffier threads --who marthe@quai.example --from 2023-03", json=True)
@click.option("--who", help="A name, an id or an address.")
@between
def threads(folder: Path | None, who: str | None, start: str, end: str, as_json: bool) -> None:
    """The threads of mail: which letter answers which, and which are not in the file."""
    with open_case(folder) as case:
        found = case.threads(who=who, start=start, end=end)
        json_lines(map(Rows(case).thread, found)) if as_json else printing.threads(case, found)


@command("ledger", "greffier ledger --good cocaine", json=True)
@click.option("--good", help="One good, or a currency.")
@click.option("--balance", is_flag=True, help="What came in, where it went, what is missing, what would change that.")
def ledger(folder: Path | None, good: str | None, balance: bool, as_json: bool) -> None:
    """What moved, from whom to whom, and what no page explains."""
    with open_case(folder) as case:
        if balance:
            told_of = case.reckonings(good)
            json_lines(map(Rows(case).reckoning, told_of)) if as_json else reckoned(case, told_of)
            return
        told = case.ledger(good)
        if as_json:
            rows = Rows(case)
            json_lines([rows.flow(flow) for flow in told.flows] + [rows.balance(balance) for balance in told.balance()])
            return
        lines = [
            (
                terminal.when(flow.time),
                flow.good,
                terminal.quantity(flow.quantity),
                flow.origin or "not said",
                flow.target or "not said",
                flow.formula or flow.status,
                printing.cited(case, flow.citations),
                flow.id[:8],
            )
            for flow in told.flows
        ]
        terminal.table("Flows", ["when", "good", "how much", "from", "to", "basis", "page", "id"], lines, ["how much"])
        printing.balances(told.balance())


@command("network", "greffier network --who CARVASSE", json=True)
@click.option("--who", help="A name or an id.")
@click.option("--path", "ends", nargs=2, metavar="A B", help="How two names are tied, step by step.")
def network(folder: Path | None, who: str | None, ends: tuple[str, str] | None, as_json: bool) -> None:
    """Who is tied to whom, with the pages that say so."""
    with open_case(folder) as case:
        if ends:
            _path(case, ends, as_json)
            return
        relations = case.network(who)
        if as_json:
            json_lines(map(Rows(case).relation, relations))
            return
        names = {entity.id: entity.name for entity in case.people(None)}
        rows = [
            (names.get(r.source_entity, r.source_entity), r.type, names.get(r.target_entity, r.target_entity),
             terminal.when(r.time), str(len(r.origins)), printing.cited(case, r.citations))
            for r in relations
        ]  # fmt: skip
        terminal.table("Network", ["who", "tie", "with", "when", "origins", "page"], rows, ["origins"])


def _path(case: Case, ends: tuple[str, str], as_json: bool) -> None:
    """The way from one name to another, each step with its ties, their origins and their pages."""
    found = case.path(*ends)
    if as_json:
        json_lines(map(Rows(case).hop, found))
        return
    names = {entity.id: entity.name for entity in case.people(None)}
    for number, hop in enumerate(found, 1):
        origins = f"{len(hop.origins)} independent origin{'s' if len(hop.origins) > 1 else ''}"
        terminal.line(f"{number}. {names[hop.source]} and {names[hop.target]} ({origins})")
        for tie in hop.relations:
            who = f"{names[tie.source_entity]} {tie.type} {names[tie.target_entity]}"
            terminal.line(f"   {who} {terminal.when(tie.time)} [{printing.cited(case, tie.citations)}]")
    if not found:
        terminal.line(f"No page ties {ends[0]} to {ends[1]}, over however many others.")


@command("findings", "greffier findings --kind contradiction", json=True)
@click.option("--kind", type=click.Choice(get_args(FindingKind)), help="One kind only.")
def findings(folder: Path | None, kind: str | None, as_json: bool) -> None:
    """Questions to put: pages that disagree, rules that may not have been kept."""
    with open_case(folder) as case:
        told = case.findings(kind)
        if as_json:
            json_lines(map(Rows(case).finding, told))
            return
        printing.findings(case, told)
        warn(case)


@command("pieces", "greffier pieces --kind hearing", json=True)
@click.option("--kind", type=click.Choice(get_args(PieceKind)), help="One kind only.")
def pieces(folder: Path | None, kind: str | None, as_json: bool) -> None:
    """The logical documents inside the files."""
    with open_case(folder) as case:
        told = case.pieces(kind)
        if as_json:
            json_lines(map(Rows(case).piece, told))
            return
        rows = [(p.kind, p.reference or "", p.title or "", str(len(p.pages)), case.source(p.source).path) for p in told]
        terminal.table("Pieces", ["kind", "reference", "title", "pages", "file"], rows, ["pages"])
