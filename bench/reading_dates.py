"""The date reader on the date-time cases of microsoft/Recognizers-Text, beside dateparser, in one run.

    python bench/reading_dates.py [--only NAME] [--errors FILE] [--peer PYTHON]

A case is matched where everything that it expects is found with the same words (articles and prepositions at the edge
aside) and the same value, and nothing else is. Left out are kinds that are no dates (durations, sets, time zones), and
the `OUT_OF_SCOPE` below: what is said to an assistant and never in a case file. Their conventions for a vague time (a
morning begins at 8, the end of a year in July) are not ours; where only those differ, the case counts as `ours`, not as
`theirs`. GREFFIER_CORPORA names the folder of the corpora; `--peer` a Python in which dateparser is installed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from corpora import folder

from greffier.reading.dates import Dates
from greffier.reading.day_parts import BOUNDS
from greffier.records import Page, Piece, Time

KINDS = {"date", "datetime", "daterange", "datetimerange", "time", "timerange"}
REFERENCE = "2016-11-07T16:12"  # where a case has none: an hour is of some day
SKIPPED = re.compile(r"Set|TimeZone|SkipFromTo|ExtendedTypes|SplitDate|TasksMode|Duration")
SINGLE = re.compile(r"/(?:Time|Date|DateTime)Extractor")  # there both ends of a range are expected apart: not compared

# Why each is left out: it is no time that a page of a case file tells, or no time at all without its reader.
OUT_OF_SCOPE = {
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
_OUT = {reason: re.compile(pattern, re.I) for reason, pattern in OUT_OF_SCOPE.items()}
_EDGE = re.compile(
    r"^(?:(?:le|la|les|the|l['’]|on|at|in|à|a|du|de|dans|en|au|for|pour|d['’]|ce|cette|by|from)\b[\s'’]*)+|[\s.,;]+$",
    re.I,
)
_PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening"}


@dataclass(frozen=True)
class Told:
    """A time that a reader found: offsets, and bounds as ISO 8601."""

    start: int
    end: int
    earliest: str
    latest: str


@dataclass
class Score:
    """Counts of one file; cases matched in span, by their values too, and by ours where only a convention differs."""

    cases: int = 0
    expected: int = 0
    found: int = 0
    overlap: int = 0
    spans: int = 0
    theirs: int = 0
    ours: int = 0
    out: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        def share(hits: int) -> str:
            return f"{hits / self.cases:6.3f}" if self.cases else "     -"

        f1 = 2 * self.overlap / (self.expected + self.found) if self.expected + self.found else 1.0
        return f"{name:44} {self.cases:5} {f1:6.3f} {share(self.spans)} {share(self.theirs)} {share(self.ours)}"

    def add(self, other: Score) -> None:
        for name in ("cases", "expected", "found", "overlap", "spans", "theirs", "ours"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.out += other.out


def read(text: str, language: str, reference: str) -> list[Told]:
    """The dates of a text by our reader."""
    page = Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)
    piece = Piece("piece", "source", "other", None, None, ("page",))
    written = reference or REFERENCE
    mentions = Dates(Time(written, written, written)).read(piece, [page], [])
    return [
        Told(one.span.start, one.span.end, one.time.earliest if one.time else "", one.time.latest if one.time else "")
        for one in mentions
    ]


def cases(specifications: Path, only: str) -> Iterator[tuple[str, str, str, str, list[dict[str, Any]]]]:
    """File, language, text, reference day and what is expected, of every case that is compared."""
    for file in sorted((specifications / "DateTime").rglob("*.json")):
        name = "/".join(file.parts[-2:])
        if SKIPPED.search(file.name) or SINGLE.search("/" + file.name) or only not in name:
            continue
        for case in json.loads(file.read_text(encoding="utf-8-sig")):
            results = case["Results"]
            if {kind_of(one) for one in results} <= KINDS and "english" not in str(case.get("NotSupported")):
                reference = case.get("Context", {}).get("ReferenceDateTime", "")[:16]
                yield name, "fr" if "French" in name else "en", case["Input"], reference, results


def kind_of(result: dict[str, Any]) -> str:
    return str(result.get("Type") or result.get("TypeName")).removeprefix("datetimeV2.")


def score(score: Score, text: str, reference: str, results: list[dict[str, Any]], found: list[Told]) -> None:
    """Add one case."""
    wanted = []
    for result in results:
        reason = next((reason for reason, out in _OUT.items() if out.fullmatch(result["Text"].strip())), None)
        start, end = edges(text, *place(result, text))
        found = [one for one in found if reason is None or one.end <= start or end <= one.start]
        if reason is None:
            wanted.append((start, end, result))
        else:
            score.out[reason] += 1
    if results and not wanted:
        return
    score.cases += 1
    score.expected += len(wanted)
    score.found += len(found)
    matched = [match(score, text, reference, found, *one) for one in wanted]
    alone = len(found) <= len(wanted)
    if not alone:
        score.errors.append(f"EXTRA  {[text[one.start : one.end] for one in found]} in {text!r}")
    for name, level in (("spans", 1), ("ours", 2), ("theirs", 3)):
        setattr(score, name, getattr(score, name) + (alone and all(one >= level for one in matched)))


def match(
    score: Score, text: str, reference: str, found: list[Told], start: int, end: int, result: dict[str, Any]
) -> int:
    """How far something expected is matched: 0 not, 1 in its words, 2 in its value by our conventions, 3 by theirs."""
    hits = [one for one in found if one.start < end and start < one.end]
    if not hits:
        score.errors.append(f"MISSED {text[start:end]!r} in {text!r}")
        return 0
    score.overlap += 1
    best = max(hits, key=lambda one: min(end, one.end) - max(start, one.start))
    if edges(text, best.start, best.end) != (start, end):
        score.errors.append(f"SPAN   {text[start:end]!r} got {text[best.start : best.end]!r} in {text!r}")
        return 0
    values = [value for value in values_of(result) if value and value.get("value") != "not resolved"]
    if not reference and kind_of(result) not in ("time", "timerange"):
        return 3  # a date without a reference day has no value to compare
    if not values or any(same(best, bounds(value), kind_of(result)) for value in values):
        return 3
    if any(same(best, turned, kind_of(result)) for value in values for turned in by_ours(value, best)):
        return 2
    got = f"{best.earliest} {best.latest}"
    score.errors.append(f"VALUE  {text[start:end]!r} {values[:2]} got {got} from {reference} in {text!r}")
    return 1


def place(result: dict[str, Any], text: str) -> tuple[int, int]:
    start = result.get("Start")
    if start is None:
        start = max(0, text.lower().find(result["Text"].lower()))
    return start, start + len(result["Text"].rstrip())


def edges(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the articles and prepositions that it begins with, and without a full stop at its end."""
    words = text[start:end]
    lead = _EDGE.match(words)
    start += lead.end() if lead and lead.end() < len(words) else len(words) - len(words.lstrip())
    return start, start + len(text[start:end].rstrip(" .,;"))


def values_of(result: dict[str, Any]) -> list[dict[str, Any]]:
    resolution = result.get("Resolution") or result.get("Value") or {}
    if "values" in resolution:
        return list(resolution["values"])
    if "PastResolution" in resolution:
        timex = {"timex": resolution.get("Timex", ""), "Mod": resolution.get("Mod")}
        return [timex | resolution["PastResolution"], timex | resolution["FutureResolution"]]
    return []


def bounds(value: dict[str, Any]) -> tuple[str, str]:
    single = value.get("value") or value.get("date") or value.get("dateTime") or value.get("time")
    if single:
        return str(single), str(single)
    starts = (value.get(name) for name in ("start", "startDate", "startDateTime", "startTime"))
    ends = (value.get(name) for name in ("end", "endDate", "endDateTime", "endTime"))
    return str(next(filter(None, starts), "")), str(next(filter(None, ends), ""))


def same(told: Told, wanted: tuple[str, str], kind: str) -> bool:
    """Whether bounds agree; their stretches of days end after the last day, and ours on it."""
    ends = [wanted[1]]
    if kind == "daterange" and wanted[1][:1].isdigit():
        ends.append((date.fromisoformat(wanted[1][:10]) - timedelta(days=1)).isoformat())
    return _same_end(told.earliest, wanted[0], kind) and any(_same_end(told.latest, end, kind) for end in ends)


def _same_end(told: str, wanted: str, kind: str) -> bool:
    if not wanted or not told:
        return not wanted and not told
    if kind in ("time", "timerange"):
        return told[11:16] == wanted[:5]
    return told[:16] == wanted.replace(" ", "T")[: min(16, max(10, len(told)))]


def by_ours(value: dict[str, Any], told: Told) -> Iterator[tuple[str, str]]:
    """Their value with our bounds for what is vague: parts of the day, beginnings and ends, open bounds."""
    first, last = bounds(value)
    part = _PARTS.get(str(value.get("timex", ""))[-3:])
    if part and len(first) > 8 and not value.get("Mod"):
        yield f"{first[:10]}T{BOUNDS[part][0]}", f"{first[:10]}T{BOUNDS[part][1]}"
    elif part and not value.get("Mod"):
        yield BOUNDS[part]
    modifier = str(value.get("Mod") or "")
    if re.search(r"P\d+[MY]\)$", str(value.get("timex", ""))) and last[8:10] == "01":  # from May to September: its end
        yield first, (date.fromisoformat(last).replace(day=28) + timedelta(days=4)).replace(day=1).isoformat()
        yield first, f"{last[:4]}-12-31"
    if modifier in ("start", "mid", "end") and first and last and first[:10] <= told.latest and told.earliest <= last:
        yield told.earliest, told.latest  # a beginning, a middle or an end within the same stretch
    if modifier in ("before", "after") and first[10:] == last[10:] == "":  # they keep the day itself, we exclude it
        yield _moved(first, 1), _moved(last, -1)


def _moved(day: str, steps: int) -> str:
    return (date.fromisoformat(day[:10]) + timedelta(days=steps)).isoformat() if len(day) >= 10 else day


PEER = """
import json, sys, time
import dateparser, dateparser.search
from datetime import datetime
began, out = time.process_time(), []
for language, text, reference in json.load(sys.stdin):
    base = datetime.fromisoformat(reference or "2016-11-07T16:12")
    try:
        hits = dateparser.search.search_dates(text, languages=[language], settings={"RELATIVE_BASE": base}) or []
    except Exception:
        hits = []
    at, kept = 0, []
    for words, moment in hits:
        start = text.find(words, at)
        at = start + len(words)
        kept.append((start, at, moment.isoformat(timespec="minutes")))
    out.append(kept)
print(json.dumps([dateparser.__version__, time.process_time() - began, out]))
"""


def peer(python: str, material: list[tuple[str, str, str, str, list[dict[str, Any]]]]) -> tuple[str, list[list[Told]]]:
    """What dateparser finds in the same texts; its moment counts as a day wherever a day is wanted."""
    asked = json.dumps([(language, text, reference) for _, language, text, reference, _ in material])
    done = subprocess.run([python, "-c", PEER], input=asked, capture_output=True, text=True, check=True)
    version, seconds, out = json.loads(done.stdout)
    found = [[Told(start, end, moment, moment) for start, end, moment in kept] for kept in out]
    return f"dateparser {version} ({seconds:.0f} s of CPU)", found


def show(
    title: str, material: list[tuple[str, str, str, str, list[dict[str, Any]]]], found: list[list[Told]]
) -> list[str]:
    """Print the table of one reader and return its errors."""
    scores: dict[str, Score] = {}
    for (name, _, text, reference, results), told in zip(material, found, strict=True):
        score(scores.setdefault(name, Score()), text, reference, results, told)
    print(f"\n{title:44} cases     F1   span theirs   ours")
    for language in ("French", "English"):
        total = Score()
        for name, one in scores.items():
            if name.startswith(language):
                print(one.line(name))
                total.add(one)
        print(total.line(f"{language}, all"))
        for reason, count in total.out.most_common():
            print(f"    left out: {count:4} {reason}")
    return [f"{name}: {error}" for name, one in scores.items() for error in one.errors]


def main() -> None:
    """Print the scores; write the errors to a file where one is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--peer", help="a Python with dateparser")
    options = parser.parse_args()
    material = list(cases(folder("recognizers-specs"), options.only))
    print(f"{datetime.now():%Y-%m-%d}, {len(material)} cases with dates only")
    errors = show("Greffier", material, [read(text, language, day) for _, language, text, day, _ in material])
    if options.errors:
        options.errors.write_text("\n".join(errors), encoding="utf-8")
    if options.peer:
        show(*(lambda title, found: (title, material, found))(*peer(options.peer, material)))


if __name__ == "__main__":
    main()
