"""How records look on a terminal: plain tables, one line of words for each thing, citations as a draft writes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from greffier.case import Case
from greffier.records import (
    Account,
    Answer,
    Balance,
    Citation,
    Claim,
    Clipping,
    Failure,
    Field,
    Finding,
    Letter,
    Thread,
)
from greffier.running.trial import Attempt
from greffier.terminal import interval, line, out, shown, table, when

_DEEPEST = 12  # steps to the right under which answers are set


def reasons(rows: Iterable[dict[str, Any]], language: str) -> None:
    """Print what was found in a text, and beneath each thing why; `language` is fr or en."""
    found = list(rows)
    if not found:
        out.print("Found: nothing.")
    for row in found:
        words = " ".join(str(row["surface"]).split())
        line(
            f"{row['record']} {row.get('kind', row.get('type'))}: {words}"
            + (f" → {row['told']}" if row["told"] else "")
        )
        if "why" in row:
            line(f"    {row['why'][language]}")


def cited(case: Case, citations: Iterable[Citation], most: int = 4) -> str:
    """The pages of citations, each once: `D0147, D0151`."""
    labels: list[str] = []
    for citation in citations:
        page = case.page(citation.span.page)
        label = page.folio or f"{case.source(page.source).path}#p{page.number}"
        if label not in labels:
            labels.append(label)
    return ", ".join(labels[:most]) + (f" and {len(labels) - most} more" if len(labels) > most else "")


def account(told: Account) -> None:
    """Print the account: files, pages, and what could not be read with its reason."""
    files = "  ".join(f"{count} {status}" for status, count in told.files.items())
    out.print(f"[bold]Files[/bold]   {sum(told.files.values())} seen: {files}")
    origins = "  ".join(f"{count} {origin.replace('_', ' ')}" for origin, count in told.origins.items())
    grades = "  ".join(f"{count} of grade {grade}" for grade, count in told.grades.items())
    empty = f"{told.blank} blank, {told.unreadable} without a readable word"
    pages = "  ".join(f"{count} {status}" for status, count in told.pages_seen.items())
    out.print(f"[bold]Pages[/bold]   {sum(told.pages_seen.values())} seen: {pages}")
    out.print(f"        {told.pages} held: {origins}; {grades}; {empty}")
    out.print("[bold]Pieces[/bold]  " + "  ".join(f"{count} {kind}" for kind, count in told.pieces.items()))
    if told.folios_missing:
        shown = ", ".join(told.folios_missing[:12]) + (" …" if len(told.folios_missing) > 12 else "")
        out.print(f"[bold]Folios[/bold]  {len(told.folios_missing)} missing: {shown}")
    if told.hidden:
        ways = "  ".join(f"{count} {how.replace('_', ' ')}" for how, count in told.hidden.items())
        out.print(f"[bold]Hidden[/bold]  {sum(told.hidden.values())} passages that pages hold and do not show: {ways}")
    _rivals(told)
    if told.waiting:
        out.print(f"[bold]Waiting[/bold] {told.waiting} not finished; run `greffier add` to go on")
    table("Not read", ["file", "status", "why"], [(s.path, s.status, s.reason or "") for s in told.not_read])
    _failures([f for f in told.failures if f.step != "open" or f.page])
    out.print(
        "The account adds up." if told.adds_up else "[bold]The account does not add up: run `greffier verify`.[/bold]"
    )


def _rivals(told: Account) -> None:
    if count := told.rivals.get("embedded"):
        out.print(f"[bold]Rivals[/bold]  {count} pages show something else than the text of the file: recognised")
    if count := told.rivals.get("picture"):
        out.print(f"[bold]Rivals[/bold]  {count} pages show something else here and there")


def _failures(failures: Sequence[Failure]) -> None:
    if failures:
        rows = [(f.source, str(f.page or ""), f.step, f.reason) for f in failures]
        table("Pages that failed", ["file", "page", "step", "why"], rows)


def answer(case: Case, told: Answer) -> None:
    """Print an answer as quotations with their pages, or that there is none, with what was searched."""
    for sentence in told.sentences:
        out.print(f"« {shown(sentence.text)} »  ({shown(cited(case, sentence.citations))})")
    account = case.account()
    scope = f"{told.pages_searched} pages searched, {told.pages_unreadable} unreadable"
    if account.not_read or account.folios_missing:
        scope += f"; {len(account.not_read)} files not read, {len(account.folios_missing)} folios missing"
    out.print(f"({scope})" if told.found else f"Not in the file: no sentence was found that answers ({scope}).")


def findings(case: Case, told: Iterable[Finding]) -> None:
    """Print questions to put, one below the other: grave or not, the question, its pages, the id to decide on it."""
    count = 0
    for count, finding in enumerate(told, 1):  # noqa: B007 - counted for the line after the loop
        grade = f"{finding.severity}, {finding.certainty}"
        out.print(f"[bold]{shown(finding.title_en)}[/bold]")
        out.print(f"  {finding.kind}, {grade}, {finding.status}; {shown(cited(case, finding.citations))}")
        out.print(f"  {finding.id}", style="dim")
    out.print(f"{count} findings." if count else "Findings: nothing.")


def threads(case: Case, told: Iterable[Thread]) -> None:
    """Print threads one below the other: their subject, then each letter under the one that it answers."""
    count = 0
    for count, thread in enumerate(told, 1):  # noqa: B007 - counted for the line after the loop
        line(f"{thread.subject or '(no subject)'} ({len(thread.letters)} letters, {len(thread.missing)} missing)")
        depths: dict[str | None, int] = {None: 0}
        for one in thread.letters:
            depths[one.source] = depths[one.parent] + 1
            source = case.source(one.source)
            letter = source.letter or Letter()
            tied = " by its subject" if one.how == "subject" else f" answers {one.missing}" if one.missing else ""
            indent = "  " * min(depths[one.source], _DEEPEST)
            line(f"{indent}{when(letter.sent) or 'no date'}  {letter.sender or '?'}  {source.path}{tied}")
    out.print(f"{count} threads." if count else "Threads: nothing.")


def balances(told: Iterable[Balance]) -> None:
    """Print what each holder received, gave and should still have."""

    rows = [
        (b.good, b.holder, interval(b.in_low, b.in_high), interval(b.out_low, b.out_high),
         interval(b.unaccounted_low, b.unaccounted_high), b.unit)
        for b in told
    ]  # fmt: skip
    columns = ["good", "holder", "in", "out", "not explained", "unit"]
    table("Balances", columns, rows, ["in", "out", "not explained"])


def clipping(told: Clipping, text: str) -> None:
    """Print how a press page was read: what needs an eye first, the fields, then every line with its label."""
    unknown = [text[label.start : label.end] for label in told.labels if label.label == "unknown"]
    out.print(f"[bold]{told.kind}[/bold], {len(told.labels)} parts, {len(unknown)} unknown")
    table("Unknown", ["words"], [(_short(words),) for words in unknown])
    rows = [
        (field.name, field.status, _short(_plainly(field.value)), _places(field), field.method) for field in told.fields
    ]
    table("Fields", ["field", "status", "value", "at", "how"], rows)
    for field in told.fields:
        for rival in field.rivals:
            line(f"  {field.name}: {rival.method} says {_short(_plainly(rival.value))}")
    if told.entries:
        table(
            "Items", ["headline", "source", "date"], [(e.headline, e.source or "", e.date or "") for e in told.entries]
        )
    if told.marks:
        rows_of_marks = [
            (mark.kind.replace("_", " "), ", ".join(mark.flags), _short(mark.span.exact)) for mark in told.marks
        ]
        table("To be read with care", ["what", "how", "words"], rows_of_marks)
    table(
        "Lines",
        ["at", "label", "words"],
        [(str(label.start), label.label, _short(text[label.start : label.end])) for label in told.labels],
    )


def clippings(case: Case, told: Sequence[Clipping]) -> None:
    """Print the press pages of a case, and how many articles they come to: copies are no second witness."""
    origins = {id: origin for origin in case.provenances() for id in origin.clippings}
    rows = []
    for clipping in told:
        path = case.source(case.page(clipping.labels[0].page).source).path if clipping.labels else ""
        says = [_plainly(clipping.field(f"article.{name}").value) for name in ("publisher", "headline")]
        published, share = clipping.field("article.published"), clipping.field("access.visible_percent").value
        day = (published.value or {}).get("date") or published.status
        copies = len(origins[clipping.id].clippings) if clipping.id in origins else 0
        rows.append((path, says[0], _short(says[1], 60), day, "" if share is None else f"{share} %", str(copies or "")))
    table("Clippings", ["file", "publisher", "headline", "published", "seen", "copies"], rows, ["seen", "copies"])
    if told:
        out.print(f"{len(told)} clippings, {len(case.provenances())} articles behind them.")
    _disputed(case)


def _disputed(case: Case) -> None:
    """What the copies of one article say differently, and texts that may derive from each other."""
    for origin in case.provenances():
        for dispute in origin.disputes:
            line(f"Copies disagree on {dispute.field}: {' · '.join(_short(value) for value, _ in dispute.values)}")
        for tie in origin.ties:
            if tie.verdict == "derived" and tie.left in origin.clippings:
                line(f"May derive from each other ({tie.containment:.0%} in common): {tie.left}, {tie.right}")


def _places(field: Field) -> str:
    return f"{field.spans[0].start}-{field.spans[-1].end}" if field.spans else ""


def _plainly(value: Any) -> str:
    """A value of a field on one line."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plainly(inner)}" for name, inner in value.items() if inner not in (None, []))
    if isinstance(value, (list, tuple)):
        return "; ".join(_plainly(inner) for inner in value)
    return "" if value is None else str(value)


def _short(words: str, most: int = 90) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


MARKS = {"supported": "●", "partly": "◐", "contradicted": "■", "attribution_missing": "❝", "not_found": "◌",
         "no_citation": "⊘", "judgement": "▲", "leak": "✖", "context": "·"}  # fmt: skip


def claims(told: Iterable[Claim]) -> None:
    """Print the verdict on each sentence of a draft: shape, word, sentence, reasons."""
    for claim in told:
        stop = "  BLOCKS" if claim.blocks else ""
        text = shown(" ".join(claim.text.split()))
        out.print(f"{MARKS[claim.verdict]} {claim.verdict.replace('_', ' ')}{stop}: {text}")
        for reason in claim.reasons:
            out.print(f"    {shown(reason)}", style="dim")


def attempts(tried: Sequence[Attempt], layers: Sequence[str]) -> None:
    """What was tried from inside the sandbox, and what came of it."""
    table(
        "Tried from inside",
        ("what", "outcome"),
        [(one.what, "prevented" if one.prevented else "POSSIBLE") for one in tried],
    )
    line(f"Files are opened behind: {', '.join(layers) or 'nothing'}.")
