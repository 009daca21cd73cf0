"""The command line: one command for each Case verb. It parses and prints, and decides nothing."""

from __future__ import annotations

import re
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click

from greffier import __version__, demo, printing
from greffier.case import open_case
from greffier.contracts import Limits
from greffier.errors import CheckBlocks, GreffierError, OutsideFailed, SomeBroken, WrongUsage
from greffier.press import clip_file
from greffier.records import Entity, FindingKind, MentionKind, PieceKind
from greffier.running.isolated import Isolated
from greffier.running.trial import trial
from greffier.serving.app import serve as serve_case
from greffier.steps import read_text
from greffier.writing.export import encode
from greffier.writing.loose import loose_rows
from greffier.writing.press_rows import loose_clip_row
from greffier.writing.rows import Rows

Command = Callable[..., Any]


def _command(name: str, example: str, *, json: bool = False) -> Callable[[Command], click.Command]:
    """A command with an example in its help, and `--json` where it prints records."""

    def decorate(function: Command) -> click.Command:
        if json:
            function = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")(function)
        made = click.command(name, epilog=f"Example: {example}")(click.pass_obj(function))
        greffier.add_command(made)
        return made

    return decorate


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog="Example: greffier add boxes/")
@click.version_option(__version__, prog_name="greffier")
@click.option("-C", "folder", type=click.Path(path_type=Path), help="The case folder; the current one otherwise.")
@click.option("--debug", is_flag=True, help="Show the trace of an error.")
@click.pass_context
def greffier(context: click.Context, folder: Path | None, debug: bool) -> None:
    """Reads a case file page by page, and cites every page it speaks of."""
    context.obj = folder


def main() -> None:
    """Run the command; one line on standard error says what went wrong and what to do next."""
    debug = "--debug" in sys.argv
    try:
        code = greffier.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _complain("Stopped. Finished work is kept; run the same command to go on.")
        code = 130
    except BrokenPipeError:
        code = 0
    except GreffierError as error:
        _complain(f"{error} {error.next}", error if debug else None)
        code = error.exit_code
    except OSError as error:
        _complain(f"{error.strerror or error}. {OutsideFailed.next}", error if debug else None)
        code = OutsideFailed.exit_code
    sys.exit(code if isinstance(code, int) else 0)


def _complain(line: str, error: BaseException | None = None) -> None:
    if error is not None:
        traceback.print_exception(error)
    printing.messages.print(f"greffier: {printing.shown(' '.join(line.split()))}")


def _iso(_: click.Context, option: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value):
        raise click.BadParameter(f"{value} is not a date like 2023-03-16, 2023-03 or 2023.", param=option)
    return value


def _day(_: click.Context, option: click.Parameter, value: str | None) -> str | None:
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value} is not a date like 2023-03-16.", param=option) from None


def _json(rows: Iterable[Any]) -> None:
    for row in rows:
        click.echo(encode(row).decode())


# --- making a case and adding to it -----------------------------------------------------------------------------------


@_command("init", "greffier init dossier")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def init(given: Path | None, folder: Path | None) -> None:
    """Make a case folder."""
    with open_case(folder or given or Path(), create=True) as case:
        printing.line(f"A case is ready in {case.root}. Next: greffier -C {case.root} add FOLDER")


@_command("add", "greffier add boxes/ more.pdf", json=True)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="End with code 3 when some inputs are broken.")
@click.option("--jobs", type=int, help="How many processes work at once.")
def add(folder: Path | None, paths: tuple[Path, ...], strict: bool, jobs: int | None, as_json: bool) -> None:
    """Take in files and folders and read them; without a path, go on where the last run stopped."""
    with open_case(folder, jobs=jobs) as case:
        with printing.progress() as tell:
            told = case.add(*paths, progress=tell)
        _json([told]) if as_json else printing.account(told)
        if strict and told.not_read:
            raise SomeBroken(f"{len(told.not_read)} files could not be read.")


@_command("status", "greffier status", json=True)
def status(folder: Path | None, as_json: bool) -> None:
    """The account: what came in, and what became of it."""
    with open_case(folder) as case:
        told = case.account()
        _json([told]) if as_json else printing.account(told)


@_command("sandbox", "greffier sandbox", json=True)
def sandbox(folder: Path | None, as_json: bool) -> None:
    """Try to get out of the sandbox that files are opened in, and show what was prevented; needs no case."""
    tried = Isolated()
    attempts = trial(tried)
    _json(attempts) if as_json else printing.attempts(attempts, tried.layers())
    if not all(attempt.prevented for attempt in attempts):
        raise CheckBlocks("Something could be done from inside the sandbox.", "Install bubblewrap and try again.")


# --- asking -----------------------------------------------------------------------------------------------------------


@_command("search", 'greffier search "conteneur AND bananes"', json=True)
@click.argument("query")
@click.option("--limit", default=20, show_default=True, help="How many pages.")
def search(folder: Path | None, query: str, limit: int, as_json: bool) -> None:
    """Find pages by their words."""
    with open_case(folder) as case:
        hits = case.search(query, limit)
        if as_json:
            _json(
                {"source": h.source, "page": h.number, "folio": h.folio, "snippet": h.snippet, "score": h.score}
                for h in hits
            )
        else:
            printing.table("Pages", ["page", "words"], [(h.citation, " ".join(h.snippet.split())) for h in hits])


@_command("ask", 'greffier ask "Combien de kilos manquent ?"', json=True)
@click.argument("question")
def ask(folder: Path | None, question: str, as_json: bool) -> None:
    """Ask a question; answered with quotations and their pages, or not at all."""
    if not question.strip():
        raise WrongUsage("There is no question.", 'Ask one: greffier ask "Who signed the order?"')
    with open_case(folder) as case:
        told = case.ask(question)
        _json([Rows(case).answer(told)]) if as_json else printing.answer(case, told)


# --- views ------------------------------------------------------------------------------------------------------------


@_command("people", "greffier people --kind phone", json=True)
@click.option("--kind", type=click.Choice(get_args(MentionKind)), default="person", show_default=True)
def people(folder: Path | None, kind: str, as_json: bool) -> None:
    """Who is in the file, under which names."""
    with open_case(folder) as case:
        found = case.people(kind)
        if as_json:
            _json(Rows(case).entity(entity) for entity in found)
            return
        rows = [(e.id, _shown(e), ", ".join(_other_names(e)), ", ".join(e.roles[:3]), str(e.pages)) for e in found]
        printing.table(
            "People" if kind == "person" else kind, ["id", "name", "also", "roles", "pages"], rows, ["pages"]
        )


def _shown(entity: Entity) -> str:
    return f"{entity.name} (protected, published as {entity.publish_as})" if entity.protected else entity.name


def _other_names(entity: Entity) -> list[str]:
    return [f"{form.value} ({form.kind})" for form in entity.names if form.value != entity.name][:6]


@_command("timeline", "greffier timeline --from 2023-03-01 --to 2023-03-31", json=True)
@click.option("--who", help="A name or an id.")
@click.option("--from", "start", default="", callback=_iso, help="An ISO date, or a part of one: 2023-03.")
@click.option("--to", "end", default="", callback=_iso, help="An ISO date, or a part of one.")
@click.option("--kind", help="An event type, or act.")
def timeline(folder: Path | None, who: str | None, start: str, end: str, kind: str | None, as_json: bool) -> None:
    """What happened when; vague dates stay vague."""
    with open_case(folder) as case:
        moments = case.timeline(who=who, start=start, end=end, kind=kind)
        if as_json:
            _json(Rows(case).moment(moment) for moment in moments)
            return
        rows = [
            (printing.when(m.time), m.kind, " ".join(m.text.split()), printing.cited(case, m.citations))
            for m in moments
        ]
        printing.table("Timeline", ["when", "kind", "what the page says", "page"], rows)


@_command("calls", "greffier calls --line 0639986120 --from 2021-09", json=True)
@click.option("--who", help="A name, an id or a number.")
@click.option("--line", help="The number whose calls are listed.")
@click.option("--from", "start", default="", callback=_iso, help="An ISO date, or a part of one: 2023-03.")
@click.option("--to", "end", default="", callback=_iso, help="An ISO date, or a part of one.")
def calls(folder: Path | None, who: str | None, line: str | None, start: str, end: str, as_json: bool) -> None:
    """The lines of call records: who called whom, when, how long, through which cell."""
    with open_case(folder) as case:
        found = case.calls(who=who, line=line, start=start, end=end)
        if as_json:
            _json(map(Rows(case).call, found))
            return
        rows = [
            (printing.when(c.start), c.caller or "?", c.called or "?", printing.lasted(c.seconds_low, c.seconds_high),
             c.kind or "", c.cell or c.place or "", printing.cited(case, c.citations))
            for c in found
        ]  # fmt: skip
        printing.table("Calls", ["when", "from", "to", "lasted", "kind", "cell", "page"], rows, ["lasted"])


@_command("transfers", "greffier transfers --who CAGEOTS --from 2021-09", json=True)
@click.option("--who", help="Words of the label, or an account.")
@click.option("--from", "start", default="", callback=_iso, help="An ISO date, or a part of one: 2023-03.")
@click.option("--to", "end", default="", callback=_iso, help="An ISO date, or a part of one.")
def transfers(folder: Path | None, who: str | None, start: str, end: str, as_json: bool) -> None:
    """The lines of bank statements; a balance that does not follow from the line before is marked."""
    with open_case(folder) as case:
        found = case.transfers(who=who, start=start, end=end)
        if as_json:
            _json(map(Rows(case).transfer, found))
            return
        rows = [
            (printing.when(t.day), t.label or "", printing.sum_of(t.debit), printing.sum_of(t.credit),
             printing.sum_of(t.balance) + ("" if t.adds_up is not False else " does not add up"), t.currency or "",
             printing.cited(case, t.citations))
            for t in found
        ]  # fmt: skip
        columns = ["when", "label", "out", "in", "balance", "currency", "page"]
        printing.table("Transfers", columns, rows, ["out", "in", "balance"])


@_command("intercepts", "greffier intercepts --line 0639986120", json=True)
@click.option("--who", help="A name, an id or a number.")
@click.option("--line", help="The number that was listened to.")
@click.option("--from", "start", default="", callback=_iso, help="An ISO date, or a part of one: 2023-03.")
@click.option("--to", "end", default="", callback=_iso, help="An ISO date, or a part of one.")
def intercepts(folder: Path | None, who: str | None, line: str | None, start: str, end: str, as_json: bool) -> None:
    """The intercepted communications: their sheets, and whether they are told word for word."""
    with open_case(folder) as case:
        found = case.intercepts(who=who, line=line, start=start, end=end)
        if as_json:
            _json(map(Rows(case).intercept, found))
            return
        rows = [
            (i.number or "", printing.when(i.start), i.line or "?", i.direction or "?", i.correspondent or "?",
             printing.lasted(i.seconds_low, i.seconds_high), i.form or "", str(len(i.turns)),
             printing.cited(case, i.citations))
            for i in found
        ]  # fmt: skip
        columns = ["n°", "when", "line", "way", "with", "lasted", "form", "turns", "page"]
        printing.table("Intercepts", columns, rows, ["lasted", "turns"])


@_command("threads", "greffier threads --who marthe@quai.example --from 2023-03", json=True)
@click.option("--who", help="A name, an id or an address.")
@click.option("--from", "start", default="", callback=_iso, help="An ISO date, or a part of one: 2023-03.")
@click.option("--to", "end", default="", callback=_iso, help="An ISO date, or a part of one.")
def threads(folder: Path | None, who: str | None, start: str, end: str, as_json: bool) -> None:
    """The threads of mail: which letter answers which, and which are not in the file."""
    with open_case(folder) as case:
        found = case.threads(who=who, start=start, end=end)
        _json(map(Rows(case).thread, found)) if as_json else printing.threads(case, found)


@_command("ledger", "greffier ledger --good cocaine", json=True)
@click.option("--good", help="One good, or a currency.")
def ledger(folder: Path | None, good: str | None, as_json: bool) -> None:
    """What moved, from whom to whom, and what no page explains."""
    with open_case(folder) as case:
        told = case.ledger(good)
        if as_json:
            rows = Rows(case)
            _json([rows.flow(flow) for flow in told.flows] + [rows.balance(balance) for balance in told.balance()])
            return
        lines = [
            (
                printing.when(flow.time),
                flow.good,
                printing.quantity(flow.quantity),
                flow.origin or "not said",
                flow.target or "not said",
                flow.formula or flow.status,
                printing.cited(case, flow.citations),
            )
            for flow in told.flows
        ]
        printing.table("Flows", ["when", "good", "how much", "from", "to", "basis", "page"], lines, ["how much"])
        printing.balances(told.balance())


@_command("network", "greffier network --who CARVASSE", json=True)
@click.option("--who", help="A name or an id.")
def network(folder: Path | None, who: str | None, as_json: bool) -> None:
    """Who is tied to whom, with the pages that say so."""
    with open_case(folder) as case:
        relations = case.network(who)
        if as_json:
            _json(Rows(case).relation(relation) for relation in relations)
            return
        names = {entity.id: entity.name for entity in case.people(None)}
        rows = [
            (names.get(r.source_entity, r.source_entity), r.type, names.get(r.target_entity, r.target_entity),
             printing.when(r.time), printing.cited(case, r.citations))
            for r in relations
        ]  # fmt: skip
        printing.table("Network", ["who", "tie", "with", "when", "page"], rows)


@_command("findings", "greffier findings --kind contradiction", json=True)
@click.option("--kind", type=click.Choice(get_args(FindingKind)), help="One kind only.")
def findings(folder: Path | None, kind: str | None, as_json: bool) -> None:
    """Questions to put: pages that disagree, rules that may not have been kept."""
    with open_case(folder) as case:
        told = case.findings(kind)
        if as_json:
            _json(Rows(case).finding(finding) for finding in told)
            return
        printing.findings(case, told)


@_command("pieces", "greffier pieces --kind hearing", json=True)
@click.option("--kind", type=click.Choice(get_args(PieceKind)), help="One kind only.")
def pieces(folder: Path | None, kind: str | None, as_json: bool) -> None:
    """The logical documents inside the files."""
    with open_case(folder) as case:
        told = case.pieces(kind)
        if as_json:
            _json(Rows(case).piece(piece) for piece in told)
            return
        rows = [(p.kind, p.reference or "", p.title or "", str(len(p.pages)), case.source(p.source).path) for p in told]
        printing.table("Pieces", ["kind", "reference", "title", "pages", "file"], rows, ["pages"])


# --- deciding ---------------------------------------------------------------------------------------------------------


def _decided(told: str, id: str) -> None:
    printing.line(f"{told} Undo with: greffier undo {id}")


@_command("merge", 'greffier merge "Lino Carvasse" "Le Bosco"')
@click.argument("left")
@click.argument("right")
@click.option("--why", help="The reason, kept with the decision.")
def merge(folder: Path | None, left: str, right: str, why: str | None) -> None:
    """Say that two names are one."""
    with open_case(folder) as case:
        _decided(f"{left} and {right} are one.", case.merge(left, right, why).id)


@_command("split", 'greffier split "Le Bosco"')
@click.argument("name")
@click.option("--why", help="The reason, kept with the decision.")
def split(folder: Path | None, name: str, why: str | None) -> None:
    """Say that a name is not the others that it was joined with."""
    with open_case(folder) as case:
        _decided(f"{name} stands alone.", case.split(name, why).id)


@_command("confirm", "greffier confirm 0d9f1c2b3a4e5f607182")
@click.argument("id")
@click.option("--why", help="The reason, kept with the decision.")
def confirm(folder: Path | None, id: str, why: str | None) -> None:
    """Keep a finding as good to use, or a site template as the site's own lines (`export --kind templates`)."""
    with open_case(folder) as case:
        _decided("Confirmed.", case.confirm(id, why).id)


@_command("dismiss", 'greffier dismiss 0d9f1c2b3a4e5f607182 --why "the number is on the back"')
@click.argument("finding")
@click.option("--why", required=True, help="The reason, kept with the decision.")
def dismiss(folder: Path | None, finding: str, why: str) -> None:
    """Set a finding aside, with the reason."""
    with open_case(folder) as case:
        _decided("Dismissed.", case.dismiss(finding, why).id)


@_command("protect", 'greffier protect "Théo Marguin" --as "Rémi"')
@click.argument("entity")
@click.option("--as", "publish_as", required=True, help="The name that may be published.")
@click.option("--why", help="The reason, kept with the decision.")
def protect(folder: Path | None, entity: str, publish_as: str, why: str | None) -> None:
    """Never let the names of a person out; published texts use another name."""
    with open_case(folder) as case:
        _decided(f"Protected; published as {publish_as}.", case.protect(entity, publish_as, why).id)


@_command("undo", "greffier undo")
@click.argument("decision", required=False)
def undo(folder: Path | None, decision: str | None) -> None:
    """Undo the latest decision, or the one with this id."""
    with open_case(folder) as case:
        undone = case.undo(decision)
        names = ", ".join(name.partition(":")[2] for name in undone.subject)
        printing.line(f"Undone: {undone.verb} {names} ({undone.at}).")


# --- writing ----------------------------------------------------------------------------------------------------------


@_command("check", "greffier check story.md", json=True)
@click.argument("draft", type=click.Path(path_type=Path))
def check(folder: Path | None, draft: Path, as_json: bool) -> None:
    """The verdict on each sentence of a draft; ends with code 1 when anything blocks."""
    with open_case(folder) as case:
        report = case.check(draft)
        if as_json:
            _json(Rows(case).claim(claim) for claim in report.claims)
        else:
            printing.claims(report.claims)
        if report.blocking:
            raise CheckBlocks(f"{len(report.blocking)} sentences block.", "Mend them and check again.")
        printing.messages.print("Nothing blocks.")


@_command("publish", "greffier publish story.md --out site/")
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
def publish(folder: Path | None, draft: Path, out: Path) -> None:
    """Write the story page and its evidence; refuses while a check blocks."""
    with open_case(folder) as case:
        for path in case.publish(draft, out):
            printing.line(str(path))


@_command("export", "greffier export --out export/")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder to write to.")
@click.option("--kind", "kinds", multiple=True, help="One file only: mentions, entities, findings, …")
@click.option("--safe", is_flag=True, help="Mask every protected name.")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True)
def export(folder: Path | None, out: Path, kinds: tuple[str, ...], safe: bool, form: str) -> None:
    """Write everything that was found, one file for each kind."""
    with open_case(folder) as case:
        for path in case.export(out, kinds=kinds or None, safe=safe, form=form):
            printing.line(str(path))


@_command("read", "greffier read note.txt --date 2023-03-16", json=True)
@click.argument("file", type=click.File("rb"))
@click.option("--language", type=click.Choice(["fr", "en"]), help="The language; guessed otherwise.")
@click.option("--date", help="When the text was written (ISO).")
@click.option("--explain", is_flag=True, help="Show which reader found each thing.")
def read(folder: Path | None, file: Any, language: str | None, date: str | None, explain: bool, as_json: bool) -> None:
    """What the readers find in one text, without a case."""
    untrusted_text = file.read().decode("utf-8-sig", "replace")
    rows = loose_rows(read_text(untrusted_text, language, date), Path(file.name).name, explain=explain)
    if as_json:
        _json(rows)
    else:
        told = [(row["record"], str(row.get("kind", row.get("type"))), row["surface"], row["told"]) for row in rows]
        printing.table("Found", ["what", "kind", "words", "value"], told)


@_command("clip", "greffier clip page.html --json", json=True)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--date", "day", callback=_day, help="The day on which the article was captured (ISO), known from elsewhere."
)
def clip(folder: Path | None, file: str | None, day: str | None, as_json: bool) -> None:
    """How a press clipping is read, line by line, field by field; without a file, the clippings of the case."""
    if file is None:
        _clippings(folder, as_json)
        return
    with _given(file) as path:
        name = "-" if file == "-" else Path(file).name
        told, text = clip_file(path, name, Isolated(), Limits(), day)
    if as_json:
        _json([loose_clip_row(told, name, text)])
    else:
        printing.clipping(told, text)


def _clippings(folder: Path | None, as_json: bool) -> None:
    with open_case(folder) as case:
        told = case.clippings()
        if as_json:
            rows = Rows(case)
            _json([rows.clipping(clipping) for clipping in told])
        else:
            printing.clippings(case, told)


@contextmanager
def _given(file: str) -> Iterator[Path]:
    """The path of a file; standard input becomes a file that is gone afterwards."""
    if file != "-":
        yield Path(file)
        return
    with tempfile.NamedTemporaryFile() as kept:
        kept.write(sys.stdin.buffer.read())
        kept.flush()
        yield Path(kept.name)


@_command("verify", "greffier verify")
def verify(folder: Path | None) -> None:
    """Check the custody log, the stored files and every invariant; ends with code 1 when anything does not hold."""
    with open_case(folder) as case:
        problems = case.verify()
        for problem in problems:
            printing.line(problem)
        if problems:
            raise CheckBlocks(
                f"{len(problems)} things do not hold.", "Restore the case from a copy, or add the files again."
            )
        printing.out.print("Everything holds: custody log, files, pages, citations.")


# --- the workbench ----------------------------------------------------------------------------------------------------


@_command("serve", "greffier serve --port 8800")
@click.option("--port", default=8800, show_default=True)
def serve(folder: Path | None, port: int) -> None:
    """Open the workbench in a browser, on this machine only."""
    with open_case(folder) as case:
        serve_case(case, port, printing.messages.print)


@_command("demo", "greffier demo cavendish")
@click.argument("where", required=False, type=click.Path(path_type=Path))
@click.option("--serve/--no-serve", "serving", default=True, help="Show it in a browser afterwards.")
@click.option("--port", default=8800, show_default=True)
def run_demo(folder: Path | None, where: Path | None, serving: bool, port: int) -> None:
    """Build the demonstration case end to end and show it."""
    with demo.build(where or folder or Path("cavendish")) as case:
        if serving:
            serve_case(case, port, printing.messages.print)
