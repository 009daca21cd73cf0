"""The readers of values on the cases of microsoft/Recognizers-Text, beside other libraries, in one run.

    python -m bench.specifications [--only NAME] [--errors FILE] [--files]

A case is right in its words where everything that it expects is found with the same words (articles and prepositions
at the edge aside) and nothing else is; in its value where the words are right and every value is as well. Their
conventions for a vague time (a morning begins at 8, the end of a year in July) are not ours; where only those differ,
a case counts as `ours` and not as `theirs`. What is left out is counted, and said why.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from bench.corpora import folder
from bench.peer_answers import ask
from bench.specified_values import OTHERS, OURS, THEIRS, Result, compared, kind_of, place, values_of
from greffier.reading.dates import Dates
from greffier.reading.quantities import Quantities
from greffier.records import Mention, Quantity, Span, Time
from tests.one_page import one_page
from tests.quality.told import Told

DATES = {"date", "datetime", "daterange", "datetimerange", "time", "timerange"}
UNITS = {"currency", "dimension", "temperature", "age", "percentage"}
OUT_OF_SCOPE = {
    "set": "says how often, which is no interval of time",
    "timezone": "names a zone and no time",
    "datetimealt": "proposes one of several times in talk to an assistant",
    "number": "a bare number is no quantity of anything",
    "ordinal": "a rank is no quantity",
}
_OTHER_FAMILIES = "cases of other families (choices of a list, ranges of bare numbers, booleans) have no kind of ours"
_SKIPPED = re.compile(r"Set|TimeZone|SkipFromTo|ExtendedTypes|SplitDate|TasksMode")
_ENDS_APART = re.compile(r"/(?:Time|Date|DateTime)Extractor")  # there both ends of a range are expected apart
_REFERENCE = "2016-11-07T16:12"  # where a case has none: an hour is of some day
_EVERY = 32  # one date of so many goes to the peers: HeidelTime takes a second for each

# Why each is left out: it is no time that a page of a case file tells, or no time at all without its reader.
SAID_TO_ASSISTANTS = {
    "the moment of speaking, with no date to it": r"(?:right )?now|asap|as soon as possible|at (?:the|this) "
    r"(?:moment|minute|(?:present )?time)|at present|at the present time|maintenant|d[eè]s que possible|d\.?q\.?p\.?|"
    r"tout de suite|ce moment|le plus t[oô]t possible|(?:de ?)?derni[eè]re minute|last minute|otd|to date|till date",
    "part of a sum over a table, not of a time": r"(?:the )?(?:day|week|month|year|hour)s?|ma (?:semaine|journ[ée]e)|"
    r"(?:le|la|l’|l'|mon)?\s?(?:jour|semaine|ann[ée]e|journ[ée]e|week-?end)|[<>=] ?=? ?\d+|all (?:day|week|month)|"
    r"(?:year )?greater than \d+|.*\b(?:business|working) (?:days?|week)|.*workweek|"
    r".*jours ouvr[ée]s|.*journ[ée]es de travail",
    "fiscal, school and model years": r".*\b(?:fiscal|school|calendar) year.*|[cfs]y ?\d*",
    "meals": r".*\b(?:breakfast|lunch(?:time)?|dinner(?:time)?|d[ée]jeuner)\b.*",
    "how long": r"(?:for )?(?:a|an|one|two|few|several|some|another|\d+)? ?(?:few )?(?:hours?|minutes?|weeks?|days?|"
    r"nights?|seconds?|weekends?)|\d+[ywd]|pendant \d.*|pendant les \d jours?, .*",
    "words that are no word of either language": r".*ampm|.*\bt[oô]t (?:le )?(?:nuit|soir[ée]e|apr[eè]s).*|"
    r".*tard (?:le )?(?:nuit|matin[ée]e|soir[ée]e|apr[eè]s|d').*|.*semestrer?|.*ish|"
    r".*\bquarts?\b.*(?:20\d\d|deux mille|ann[ée]e).*",
}  # fmt: skip
_OUT = {reason: re.compile(pattern, re.I) for reason, pattern in SAID_TO_ASSISTANTS.items()}
_EDGE = re.compile(
    r"^(?:(?:le|la|les|the|l['’]|on|at|in|à|a|du|de|dans|en|au|for|pour|d['’]|ce|cette|by|from)\b[\s'’]*)+|[\s.,;]+$",
    re.I,
)
_EDGE = re.compile(
    r"^(?:(?:le|la|les|the|l['’]|on|at|in|à|a|du|de|dans|en|au|for|pour|d['’]|ce|cette|by|from)\b[\s'’]*)+|[\s.,;]+$",
    re.I,
)


@dataclass(frozen=True, eq=False)
class Case:
    """A text, what stands in it, and the day it is read on; `group` is the line of the table it counts in."""

    file: str
    group: str
    language: str
    family: str
    text: str
    reference: str
    results: tuple[Result, ...]


@dataclass
class Score:
    """Counts over cases; `words`, `ours` and `theirs` are cases right so far."""

    cases: int = 0
    expected: int = 0
    found: int = 0
    overlap: int = 0
    words: int = 0
    ours: int = 0
    theirs: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        shares = "  ".join(
            f"{hits / self.cases:6.3f}" if self.cases else "     -" for hits in (self.words, self.theirs, self.ours)
        )
        f1 = 2 * self.overlap / (self.expected + self.found) if self.expected + self.found else 1.0
        return f"{name:44} {self.cases:5}  {f1:6.3f}  {shares}"

    def error(self, verdict: str, case: Case, told: str) -> None:
        self.errors.append(f"{case.file} {verdict:6} {told} in {case.text!r}")


def cases(root: Path, left_out: Counter[str]) -> Iterator[Case]:
    """Every case that is compared, by file; kinds out of scope are counted."""
    for file in _files(root):
        language = "fr" if "French" in file.parts else "en"
        for case in json.loads(file.read_text(encoding="utf-8-sig")):
            kinds = {kind_of(result) for result in case["Results"]}
            outside = kinds & OUT_OF_SCOPE.keys()
            left_out.update(outside)
            duration = kinds == {"duration"} or (not kinds and "Duration" in file.name)
            if outside or "english" in str(case.get("NotSupported")):
                continue
            if not (duration or kinds <= DATES or kinds <= UNITS):
                continue
            date = "DateTime" in file.parts and not duration
            yield Case(
                file="/".join(file.parts[-2:]),
                group=f"{'dates' if date else 'durations' if duration else 'units'} {language}",
                language=language,
                family="date" if date else "quantity",
                text=case["Input"],
                reference=case.get("Context", {}).get("ReferenceDateTime", "")[:16],
                results=tuple(case["Results"]),
            )


def _files(root: Path) -> Iterator[Path]:
    for family in ("DateTime", "NumberWithUnit"):
        for file in sorted((root / family).rglob("*.json")):
            if not _SKIPPED.search(file.name) and not _ENDS_APART.search("/" + file.name):
                yield file
    yield root / "Number" / "English" / "PercentModel.json"


def read(text: str, language: str, reference: str = "") -> list[Mention]:
    """The date and quantity mentions of a text, read on the day of `reference`."""
    piece, page = one_page(text, language, "other")
    written = reference or _REFERENCE
    dates = list(Dates(Time(written, written, written)).read(piece, [page], []))
    return dates + list(Quantities().read(piece, [page], dates))


def mentions(told: Sequence[Told]) -> list[Mention]:
    """What a peer found, in the form of mentions, so that one measure judges all."""
    made = []
    for one in told:
        span = Span("page", one.start, one.end, "")
        if one.kind == "date":
            made.append(Mention("", span, "date", "peer", "", time=Time("", *one.value)))
        else:
            low, high, unit, _ = one.value
            currency = unit if unit.isupper() and len(unit) == 3 else None
            quantity = Quantity(Decimal(low), Decimal(high), unit, "", currency)
            made.append(Mention("", span, "quantity", "peer", "", quantity=quantity))
    return made


def add(score: Score, case: Case, found: Sequence[Mention]) -> None:
    """Add one case."""
    found = [one for one in found if one.kind == case.family]
    wanted = []
    for result in case.results:
        reason = _reason(result) if case.family == "date" else None
        start, end = _edges(case.text, *place(result, case.text))
        if reason is None:
            wanted.append((start, end, result))
        else:
            score.left_out[reason] += 1
            found = [one for one in found if one.span.end <= start or end <= one.span.start]
    if case.results and not wanted:
        return
    score.cases += 1
    score.expected += len(wanted)
    score.found += len(found)
    levels = [_match(score, case, found, *one) for one in wanted]
    if len(found) > len(wanted):
        score.error("EXTRA", case, str([case.text[one.span.start : one.span.end] for one in found]))
        return
    score.words += all(level is not None for level in levels)
    score.ours += all(level is not None and level >= OURS for level in levels)
    score.theirs += all(level == THEIRS for level in levels)


def _reason(result: Result) -> str | None:
    words = result["Text"].strip()
    return next((reason for reason, out in _OUT.items() if out.fullmatch(words)), None)


def _match(score: Score, case: Case, found: Sequence[Mention], start: int, end: int, result: Result) -> int | None:
    """How the value of something expected is found, None where not even its words are."""
    words = case.text[start:end]
    hits = [one for one in found if one.span.start < end and start < one.span.end]
    if not hits:
        score.error("MISSED", case, repr(words))
        return None
    score.overlap += 1
    best = max(hits, key=lambda one: min(end, one.span.end) - max(start, one.span.start))
    if _edges(case.text, best.span.start, best.span.end) != (start, end):
        score.error("SPAN", case, f"{words!r} got {case.text[best.span.start : best.span.end]!r}")
        return None
    needs_day = case.family == "date" and kind_of(result) not in ("time", "timerange")
    if not values_of(result) or (needs_day and not case.reference):
        return THEIRS  # no value to compare
    level = compared(best, result)
    if level == OTHERS:
        got = (best.time.earliest, best.time.latest) if best.time else best.quantity
        score.error("VALUE", case, f"{words!r} {values_of(result)[:2]} got {got} from {case.reference}")
    return level


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the articles and prepositions that it begins with, and without a full stop at its end."""
    words = text[start:end]
    lead = _EDGE.match(words)
    start += lead.end() if lead and lead.end() < len(words) else len(words) - len(words.lstrip())
    return start, start + len(text[start:end].rstrip(" .,;"))


def table(
    made: Sequence[tuple[Case, Sequence[Mention]]], *, by_file: bool = False, reader: str = "greffier"
) -> list[str]:
    """Print a line for each group, or each file, of what one reader found; return its errors."""
    scores: dict[str, Score] = {}
    for case, found in made:
        add(scores.setdefault(case.file if by_file else case.group, Score()), case, found)
    for name, score in scores.items():
        print(score.line(name if reader == "greffier" else f"     {name}, {reader}"))
    for reason, number in sum((score.left_out for score in scores.values()), Counter[str]()).most_common():
        if reader == "greffier":
            print(f"    left out: {number:4} {reason}")
    return [error for score in scores.values() for error in score.errors]


def report(only: str = "", *, by_file: bool = False) -> list[str]:
    """Print the table of all cases, and peers beside us on theirs; return our errors."""
    left_out: Counter[str] = Counter()
    root = folder("recognizers-specs")
    here = [case for case in cases(root, left_out) if only in case.file]
    for kind, number in sorted(left_out.items()):
        print(f"  out of scope: {number} cases with {kind!r}: it {OUT_OF_SCOPE[kind]}")
    print(f"  out of scope: {_OTHER_FAMILIES}")
    print(f"{'':44} cases  found   words  theirs    ours")
    mine = [(case, read(case.text, case.language, case.reference)) for case in here]
    errors = table(mine, by_file=by_file)
    dates = [one for one in mine if one[0].family == "date" and one[0].reference][::_EVERY]
    units = [one for one in mine if one[0].group.startswith("units")]
    for peers, some in ((("dateparser", "heideltime"), dates), (("quantulum3",), units)):
        print(f"  beside others, on {len(some)} of these cases")
        table(some)
        for peer in peers:
            _beside(peer, [case for case, _ in some])
    return errors


def _beside(peer: str, here: Sequence[Case]) -> None:
    answers = ask(peer, [(case.text, case.language, case.reference or None) for case in here])
    if isinstance(answers, str):
        print(f"  not beside us: {answers}")
        return
    table(list(zip(here, map(mentions, answers.found), strict=True)), reader=answers.name)


def main() -> None:
    """Print the shares; write the errors to a file where one is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--only", default="", help="files whose name holds this")
    parser.add_argument("--files", action="store_true", help="a line for each file")
    options = parser.parse_args()
    errors = report(options.only, by_file=options.files)
    if options.errors:
        options.errors.write_text("\n".join(errors), encoding="utf-8")


if __name__ == "__main__":
    main()
