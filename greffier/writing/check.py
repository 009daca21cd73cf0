"""A draft against the case: each sentence is taken apart, and each part must stand on a page that the sentence cites.

`supported` means that nothing in the sentence was found to lack its page. It is never a verdict on the world: a person
reads the page. What cannot be decided here is left to that person (`judgement`) rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from greffier.contracts import Library
from greffier.records import Claim, Verdict
from greffier.vocabulary import tokens
from greffier.writing.atoms import Atoms, take_apart
from greffier.writing.cast import named
from greffier.writing.desk import Desk, ReadText
from greffier.writing.draft import Draft, Reference, Statement, parse
from greffier.writing.fault import Fault
from greffier.writing.faults import faults
from greffier.writing.ground import Ground, ground
from greffier.writing.protect import Shield, guarded
from greffier.writing.wording import accuses, is_about_the_work, names_people

BLOCKS: frozenset[Verdict] = frozenset(
    {"contradicted", "not_found", "leak", "no_citation", "attribution_missing", "partly"}
)
_HE = re.compile(r"(?:Il|Elle|He|She)\b(?! (?:est|était|is|was) (?:clair|clear|possible|impossible))")
_GRAVEST: tuple[Verdict, ...] = ("contradicted", "not_found", "attribution_missing", "partly", "judgement")


def check(text: str, library: Library, read: ReadText) -> list[Claim]:
    """Return a verdict for each sentence of a draft, its title and standfirst first, in the order of the file.

    `read(text, language, date)` is what the readers find in a text. Raises WrongUsage where the draft has no form.
    """
    draft = parse(text)
    guard = guarded(library)
    desk = Desk(library, read, draft.language, str(draft.meta.get("published") or "")[:10] or None)
    cited = tuple(replace(r, quotation=None) for s in draft.statements for r in s.references)
    claims = [_claim(statement, draft, desk, guard, cited) for statement in _with_names(draft.statements, desk)]
    told = [replace(claim, reasons=tuple(guard.renamed(reason) for reason in claim.reasons)) for claim in claims]
    return told + list(_stray_leaks(draft, guard, claims))


def _with_names(statements: Iterable[Statement], desk: Desk) -> Iterator[Statement]:
    """The sentences with a name in place of a "he" that opens them: what is said of him is said of somebody named."""
    subject: str | None = None
    for statement in statements:
        people = named(statement.text, tuple(tokens(statement.text)), (), desk.people)
        if people:
            subject = statement.text[people[0].start : people[0].end]
        elif (opening := _HE.match(statement.text)) and subject:
            yield replace(statement, text=subject + statement.text[opening.end() :])
            continue
        else:
            subject = None
        yield statement


def _claim(statement: Statement, draft: Draft, desk: Desk, guard: Shield, cited: tuple[Reference, ...]) -> Claim:
    raw = draft.text[statement.start : statement.end]
    references = "\n".join(draft.text[r.start : r.end] for r in statement.references)
    if found := guard.leaks(f"{raw}\n{references}"):
        names = ", ".join(sorted({f"“{name}”" for name, _, _ in found}))
        return _verdict(statement, raw, "leak", [f"A protected name stands here; it is published as {names}."])
    if statement.place in ("title", "standfirst", "heading") and not statement.references:
        return _headline(statement, raw, desk, cited)
    return _sentence(statement, raw, desk)


def _sentence(statement: Statement, raw: str, desk: Desk) -> Claim:
    if not statement.references:
        return _uncited(statement, raw, desk)
    stood = ground(statement, desk.library)
    atoms = take_apart(statement, desk, stood)
    missing = [Fault("not_found", reason) for reason in stood.missing]
    claim = _weighed(statement, raw, stood, missing + faults(atoms, stood, desk))
    return replace(claim, counter=tuple(dict.fromkeys([*claim.counter, *desk.against(stood.core_spans)])))


def _uncited(statement: Statement, raw: str, desk: Desk) -> Claim:
    atoms = take_apart(statement, desk, None)
    if _tells_a_fact(statement, atoms):
        return _verdict(statement, raw, "no_citation", ["A fact about the case needs a page: add [@folio]."])
    if word := accuses(statement.text):
        return _verdict(statement, raw, "judgement", [_guilt(word)])
    return _verdict(statement, raw, "context", [])


def _tells_a_fact(statement: Statement, atoms: Atoms) -> bool:
    """Whether a sentence says something that a page must bear out; questions and notes on the work do not."""
    if statement.text.rstrip(" »”\"'").endswith("?"):
        return False
    if is_about_the_work(statement.text) and not atoms.people:
        return False
    return bool(atoms) or names_people(statement.text)


def _headline(statement: Statement, raw: str, desk: Desk, cited: tuple[Reference, ...]) -> Claim:
    """A heading cites nothing: its values must stand on the pages that the body cites."""
    atoms = take_apart(statement, desk, None)
    if word := accuses(statement.text):
        return _verdict(statement, raw, "judgement", [_guilt(word)])
    if not (atoms.figures.numbers or atoms.figures.moments or atoms.figures.codes or atoms.people):
        return _verdict(statement, raw, "context", [])
    stood = desk.all_cited(cited)
    found = [
        fault for fault in faults(atoms, stood, desk, heading=True) if fault.blocks or fault.verdict != "judgement"
    ]
    return _weighed(statement, raw, replace(stood, citations=()), found)


def _weighed(statement: Statement, raw: str, stood: Ground, found: list[Fault]) -> Claim:
    if word := accuses(statement.text):
        found.append(Fault("judgement", _guilt(word), blocks=False))
    verdict: Verdict = next((grave for grave in _GRAVEST if any(f.verdict == grave for f in found)), "supported")
    reasons = [fault.reason for fault in sorted(found, key=lambda fault: _rank(fault.verdict))]
    counter = tuple(dict.fromkeys(citation for fault in found for citation in fault.counter))
    claim = _verdict(statement, raw, verdict, reasons)
    blocks = any(fault.blocks for fault in found if fault.verdict == verdict)
    return replace(claim, citations=stood.citations, counter=counter, blocks=blocks)


def _rank(verdict: Verdict) -> int:
    return _GRAVEST.index(verdict) if verdict in _GRAVEST else len(_GRAVEST)


def _guilt(word: str) -> str:
    return f"“{word}” speaks of guilt: a person must decide whether a court has said so."


def _verdict(statement: Statement, raw: str, verdict: Verdict, reasons: Iterable[str]) -> Claim:
    blocks = verdict in BLOCKS
    return Claim(statement.start, statement.end, raw, verdict, blocks, tuple(dict.fromkeys(reasons)))


def _stray_leaks(draft: Draft, guard: Shield, claims: list[Claim]) -> Iterator[Claim]:
    """Protected names outside the sentences: in the front matter, in alternative texts, in comments."""
    shown = [(claim.start, claim.end) for claim in claims if claim.verdict == "leak"]
    cited = [(r.start, r.end) for s in draft.statements for r in s.references]
    for name, start, end in guard.leaks(draft.text):
        if not any(left <= start and end <= right for left, right in [*shown, *cited]):
            reason = f"A protected name stands here; it is published as “{name}”."
            yield Claim(start, end, draft.text[start:end], "leak", True, (reason,))
