"""Scores of the date and quantity readers on public specifications: `python bench/reading_values.py [--errors FILE]`.

The corpora are not part of this project: GREFFIER_CORPORA (or ../shared/corpora) names the folder that holds
`recognizers-specs` (microsoft/Recognizers-Text, MIT) and `quantities-en` (quantulum3, MIT). Their notion of a date is
wider than ours (`tomorrow at noon` and `every Monday` in messages to an assistant), so figures are for comparing
versions, not for judging the readers on case files.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from corpora import folder

from greffier.reading.dates import Dates
from greffier.reading.quantities import Quantities
from greffier.records import Mention, Page, Piece, Time

DATES = {"date", "datetime", "daterange", "datetimerange", "time", "timerange"}
UNITS = {"currency", "dimension", "temperature", "age", "percentage", "duration"}
IGNORED = {"set", "timezone", "datetimealt", "number", "ordinal"}


@dataclass
class Score:
    """Counts of one file."""

    cases: int = 0
    expected: int = 0
    found: int = 0
    exact: int = 0
    overlap: int = 0
    valued: int = 0
    right: int = 0
    errors: list[str] = field(default_factory=list)

    def line(self, name: str) -> str:
        def f1(hits: int) -> float:
            return 2 * hits / (self.expected + self.found) if self.expected + self.found else 1.0

        value = f"{self.right / self.valued:6.3f} ({self.right}/{self.valued})" if self.valued else "     -"
        precision = self.overlap / self.found if self.found else 1.0
        recall = self.overlap / self.expected if self.expected else 1.0
        scores = f"{precision:6.3f} {recall:6.3f} {f1(self.overlap):6.3f} {f1(self.exact):6.3f}"
        return f"{name:58} {self.cases:5} {scores}  {value}"


def read(text: str, language: str, reference: str | None) -> list[Mention]:
    """The date and quantity mentions of a text."""
    page = Page("page", "source", 1, None, "born_digital", "A", language, text, "", 1.0, 1.0)
    piece = Piece("piece", "source", "other", None, None, ("page",))
    written = Time(reference, reference, reference) if reference else None
    dates = list(Dates(written).read(piece, [page], []))
    return dates + list(Quantities().read(piece, [page], dates))


def score_file(file: Path) -> Score:
    """Score one file of the specifications."""
    score = Score()
    language = "fr" if "French" in file.parts else "en"
    for case in json.loads(file.read_text(encoding="utf-8-sig")):
        kinds = {kind(result) for result in case["Results"]}
        if kinds & IGNORED or not (kinds <= DATES or kinds <= UNITS):
            continue
        _score_case(
            score, case, language, "date" if "DateTime" in file.parts and "Duration" not in file.name else "quantity"
        )
    return score


def kind(result: dict[str, Any]) -> str:
    return str(result.get("Type") or result.get("TypeName")).removeprefix("datetimeV2.")


def _score_case(score: Score, case: dict[str, Any], language: str, family: str) -> None:
    reference = case.get("Context", {}).get("ReferenceDateTime", "")[:16]
    text = case["Input"]
    if any(kind(result) == "duration" for result in case["Results"]):
        family = "quantity"
    found = [mention for mention in read(text, language, reference or None) if mention.kind == family]
    score.cases += 1
    score.found += len(found)
    for result in case["Results"]:
        score.expected += 1
        start, end = span(result, text)
        hits = [mention for mention in found if mention.span.start < end and start < mention.span.end]
        if not hits:
            score.errors.append(f"MISSED {result['Text']!r} in {text!r}")
            continue
        score.overlap += 1
        best = max(hits, key=lambda mention: min(end, mention.span.end) - max(start, mention.span.start))
        if (best.span.start, best.span.end) == (start, end):
            score.exact += 1
        else:
            score.errors.append(f"SPAN   {result['Text']!r} got {best.span.exact!r} in {text!r}")
        verdict = right(best, result, reference)
        if verdict is not None:
            score.valued += 1
            score.right += verdict
            if not verdict:
                got = (best.time.earliest, best.time.latest) if best.time else best.quantity
                score.errors.append(f"VALUE  {result['Text']!r} {values(result)} got {got} ref {reference} in {text!r}")
    if not case["Results"] and found:
        score.errors.append(f"FALSE  {[mention.span.exact for mention in found]} in {text!r}")


def span(result: dict[str, Any], text: str) -> tuple[int, int]:
    start = result.get("Start")
    if start is None:
        start = max(0, text.lower().find(result["Text"].lower()))
    return start, start + len(result["Text"].rstrip())


def values(result: dict[str, Any]) -> list[dict[str, Any]]:
    resolution = result.get("Resolution") or result.get("Value") or {}
    if isinstance(resolution, dict) and "values" in resolution:
        return list(resolution["values"])
    if "PastResolution" in resolution:
        return [resolution["PastResolution"], resolution["FutureResolution"]]
    return [resolution] if resolution else []


def right(mention: Mention, result: dict[str, Any], reference: str) -> bool | None:
    told = [value for value in values(result) if value]
    if not told or (mention.kind == "date" and not reference):
        return None
    if mention.kind == "date" and mention.time is None:  # a date of which nothing can be said
        return False
    if mention.time is not None:
        wanted = [pair for value in told if (pair := _bounds(value, kind(result))) is not None]
        return any(_same(mention.time, pair, kind(result)) for pair in wanted) if wanted else None
    return any(same_amount(mention, value, kind(result)) for value in told)


def _bounds(value: dict[str, Any], kind: str) -> tuple[str, str] | None:
    single = value.get("value") or value.get("date") or value.get("dateTime") or value.get("time")
    if single:
        return str(single), str(single)
    start = value.get("start") or value.get("startDate") or value.get("startDateTime") or value.get("startTime")
    end = value.get("end") or value.get("endDate") or value.get("endDateTime") or value.get("endTime")
    if not start and not end:
        return None
    return str(start or ""), str(end or "")


def _same(told: Time, wanted: tuple[str, str], kind: str) -> bool:
    ends = [wanted[1]]
    if kind == "daterange" and wanted[1][:1].isdigit():  # theirs end after the last day, ours on it
        ends.append((date.fromisoformat(wanted[1][:10]) - timedelta(days=1)).isoformat())
    starts = _same_end(told.earliest, wanted[0], kind)
    return starts and any(_same_end(told.latest, end, kind) for end in ends)


def _same_end(told: str, wanted: str, kind: str) -> bool:
    if not wanted or not told:
        return not wanted and not told
    if kind in ("time", "timerange"):
        return told[11:16] == wanted[:5]
    return told[:16] == wanted.replace(" ", "T")[: min(16, max(10, len(told)))]


def same_amount(mention: Mention, value: dict[str, Any], kind: str) -> bool:
    quantity = mention.quantity
    assert quantity is not None
    try:
        wanted = Decimal(str(value.get("value", value.get("duration", ""))).rstrip("%"))
    except InvalidOperation:
        return False
    if kind == "currency" and value.get("isoCurrency") not in (None, quantity.currency):
        return False
    if quantity.unit == "°C" and value.get("unit", "").lower() in ("f", "fahrenheit"):
        wanted = ((wanted - 32) * 5 / 9).quantize(Decimal("0.01"))
    scale = _told_factor(value.get("unit", ""), quantity.unit)
    return any(
        abs(told / scale - wanted) <= abs(wanted) * Decimal("0.001")
        for told in (quantity.low, quantity.high)
        if told.is_finite()
    )


def _told_factor(unit: str, kept: str) -> Decimal:
    """What our number must be divided by to be in the unit of the specification."""
    from greffier.reading.tokens import tokens
    from greffier.reading.units import unit as parse

    found = parse(tokens(unit.lower()), 0, unit.lower(), "en")
    if unit.lower() in ("f", "fahrenheit") or found is None or found[0].kept != kept:
        return Decimal(1)
    return found[0].factor


def score_quantulum(file: Path) -> Score:
    """Score sentences with quantities whose unit is one of ours; pure numbers and exotic units are left out."""
    score = Score()
    for case in json.loads(file.read_text(encoding="utf-8")):
        wanted = [told for told in case["res"] if told["unit"] != "dimensionless"]
        found = [mention for mention in read(case["req"], "en", None) if mention.kind == "quantity"]
        score.cases += 1
        score.found += len(found)
        for told in wanted:
            score.expected += 1
            start = case["req"].find(told["surface"])
            end = start + len(told["surface"])
            hits = [mention for mention in found if mention.span.start < end and start < mention.span.end]
            if not hits:
                score.errors.append(f"MISSED {told['surface']!r} ({told['unit']}) in {case['req']!r}")
                continue
            score.overlap += 1
            score.exact += any((mention.span.start, mention.span.end) == (start, end) for mention in hits)
            score.valued += 1
            value = {"value": told["value"], "unit": told["unit"]}
            right = any(same_amount(mention, value, "dimension") for mention in hits)
            score.right += right
            if not right:
                score.errors.append(f"VALUE  {told['surface']!r} {told['value']} {told['unit']} got {hits[0].quantity}")
        if not wanted and found:
            score.errors.append(f"FALSE  {[mention.span.exact for mention in found]} in {case['req']!r}")
    return score


def speed(pages: int = 300) -> float:
    """Pages of 3,000 characters read per second on one core."""
    sentence = (
        "L'an deux mille vingt-trois, le seize mars à sept heures dix, nous avons saisi 360 kg de cocaïne. "
        "Le lendemain, les enquêteurs ont entendu le témoin dans les locaux de l'unité, et lui "
        "ont demandé de préciser les circonstances dans lesquelles il avait rencontré le chauffeur du véhicule. "
    )
    text = (sentence * 20)[:3000]
    began = time.process_time()
    for number in range(pages):
        read(text + str(number), "fr", None)
    return pages / (time.process_time() - began)


def files(specifications: Path) -> Iterator[Path]:
    """The specification files that tell of dates and units."""
    for family in ("DateTime", "NumberWithUnit"):
        for file in sorted((specifications / family).rglob("*.json")):
            if not re.search("Set|TimeZone|SkipFromTo|ExtendedTypes|SplitDate|TasksMode", file.name):
                yield file
    yield specifications / "Number" / "English" / "PercentModel.json"


def main() -> None:
    """Print the scores; write the errors to a file where one is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    specifications, sentences = folder("recognizers-specs"), folder("quantities-en")
    lines: list[str] = []
    print(f"{'file':58} cases   prec    rec     F1  exact  value")
    for file in files(specifications):
        name = "/".join(file.parts[-3:])
        if options.only in name:
            score = score_file(file)
            print(score.line(name))
            lines += [f"{name}: {error}" for error in score.errors]
    for file in sorted(sentences.glob("*.json")):
        if options.only in file.name and "ambiguity" not in file.name:
            score = score_quantulum(file)
            print(score.line("/".join(file.parts[-2:])))
            lines += [f"{file.name}: {error}" for error in score.errors]
    if options.errors:
        options.errors.write_text("\n".join(lines), encoding="utf-8")
    print(f"speed: {speed():.0f} pages of 3,000 characters a second on one core ({datetime.now():%Y-%m-%d})")


if __name__ == "__main__":
    main()
