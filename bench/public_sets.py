"""Figures on the corpora that lie outside of this repository, each beside a peer; see `bench/corpora.py`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import reading_names
import reading_values
from corpora import folder
from figures import header, row
from peer_answers import ask

from greffier.reading.names import Names
from greffier.reading.spoken import find_spoken
from greffier.records import Mention, Quantity, Span, Time
from tests.quality.scoring import Count, count
from tests.quality.told import Told

EVERY = 32  # one case of so many goes to the peers of dates: HeidelTime takes a second for each
OUT_OF_SCOPE = {
    "set": "says how often, which is no interval of time",
    "timezone": "names a zone and no time",
    "datetimealt": "proposes one of several times in talk to an assistant",
    "number": "a bare number is no quantity of anything",
    "ordinal": "a rank is no quantity",
}
SKIPPED = "cases of other families (lists to select from, ranges of bare numbers, booleans) have no kind of ours"


@dataclass(frozen=True)
class Case:
    """A case of the specifications: a text, what stands in it, the day it is read on."""

    group: str
    language: str
    family: str
    text: str
    reference: str
    results: tuple[dict[str, Any], ...]

    @property
    def valued(self) -> bool:
        """Whether it says a value that can be compared: a date needs the day it is read on."""
        told = any(reading_values.values(result) for result in self.results)
        return told and (self.family == "quantity" or bool(self.reference))


def specifications() -> None:
    """Share of the cases in which everything is found, nothing else, at the same words and with the same value."""
    print("\nrecognizers-specs (microsoft/Recognizers-Text): share of cases right as a whole")
    root = _there("recognizers-specs")
    if root is None:
        return
    left_out: Counter[str] = Counter()
    cases = list(_cases(root, left_out))
    for kind, number in sorted(left_out.items()):
        print(f"  out of scope: {number} cases with {kind!r}: it {OUT_OF_SCOPE[kind]}")
    print(f"  out of scope: {SKIPPED}")
    print(f"{'':32} cases  words  overlap  with value: cases  value  words and value")
    mine = {case: _ours(case) for case in dict.fromkeys(cases)}
    for group in dict.fromkeys(case.group for case in cases):
        here = [case for case in cases if case.group == group]
        _shares(group, here, [mine[case] for case in here])
    _peers_on([case for case in cases if case.family == "date" and case.valued][::EVERY], ("dateparser", "heideltime"))
    _peers_on([case for case in cases if case.group.startswith("units")], ("quantulum3",))


def _peers_on(cases: Sequence[Case], peers: Sequence[str]) -> None:
    """Peers, and ourselves on the same cases."""
    for group in dict.fromkeys(case.group for case in cases):
        here = [case for case in cases if case.group == group]
        _shares(f"{group}, sample" if len(peers) > 1 else group, here, [_ours(case) for case in here])
    for peer in peers:
        told = ask(peer, [(case.text, case.language, case.reference or None) for case in cases])
        if isinstance(told, str):
            print(f"  not beside us: {told}")
            continue
        for group in dict.fromkeys(case.group for case in cases):
            at = [number for number, case in enumerate(cases) if case.group == group]
            _shares(f"     {told.name}", [cases[n] for n in at], [_mentions(told.found[n]) for n in at])


def _cases(root: Path, left_out: Counter[str]) -> Iterator[Case]:
    for file in reading_values.files(root):
        language = "fr" if "French" in file.parts else "en"
        for case in json.loads(file.read_text(encoding="utf-8-sig")):
            kinds = {reading_values.kind(result) for result in case["Results"]}
            outside = kinds & reading_values.IGNORED
            left_out.update(outside)
            if outside or not (kinds <= reading_values.DATES or kinds <= reading_values.UNITS):
                continue
            dates = "DateTime" in file.parts and "Duration" not in file.name and "duration" not in kinds
            yield Case(
                group=f"{'dates' if dates else 'durations' if 'DateTime' in file.parts else 'units'} {language}",
                language=language,
                family="date" if dates else "quantity",
                text=case["Input"],
                reference=case.get("Context", {}).get("ReferenceDateTime", "")[:16],
                results=_Results(case["Results"]),
            )


class _Results(tuple[dict[str, Any], ...]):
    """Results of a case, comparable by their text so that equal cases are read once."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(json.dumps(list(self), sort_keys=True))


def _ours(case: Case) -> list[Mention]:
    found = reading_values.read(case.text, case.language, case.reference or None)
    return [one for one in found if one.kind == case.family]


def _mentions(told: Sequence[Told]) -> list[Mention]:
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


def _shares(name: str, cases: Sequence[Case], found: Sequence[Sequence[Mention]]) -> None:
    verdicts = [_verdict(case, one) for case, one in zip(cases, found, strict=True)]
    valued = [verdict for verdict in verdicts if verdict.value is not None]
    words, near = (_share([getattr(one, key) for one in verdicts]) for key in ("words", "near"))
    value = _share([bool(one.value and one.near) for one in valued])
    both = _share([bool(one.value and one.words) for one in valued])
    print(f"{name:32} {len(cases):5}  {words}    {near}              {len(valued):5}  {value}            {both}")


def _share(right: Sequence[bool]) -> str:
    return f"{sum(right) / len(right):5.3f}" if right else "    -"


@dataclass(frozen=True)
class _Verdict:
    words: bool
    near: bool
    value: bool | None


def _verdict(case: Case, found: Sequence[Mention]) -> _Verdict:
    """Whether a case is right: as many found as told, at the same words, overlapping, and with the values told."""
    words = near = len(found) == len(case.results)
    values: list[bool] = []
    for result in case.results:
        start, end = reading_values.span(result, case.text)
        hits = [one for one in found if one.span.start < end and start < one.span.end]
        near = near and bool(hits)
        words = words and any((one.span.start, one.span.end) == (start, end) for one in hits)
        told = [reading_values.right(one, result, case.reference) for one in hits]
        if case.valued and (not hits or None not in told):
            values.append(any(told))
    return _Verdict(words, near, all(values) if values else None)


def quantities() -> None:
    """Sentences with quantities, whose makers are the peer beside us."""
    print(
        "\nquantities-en (the test sentences of quantulum3; numbers without a unit and units we have not are left out)"
    )
    root = _there("quantities-en")
    if root is None:
        return
    cases = json.loads((root / "quantities.json").read_text(encoding="utf-8"))
    texts = [case["req"] for case in cases]
    gold = [[one for one in case["res"] if one["unit"] != "dimensionless"] for case in cases]
    header()
    ours = [[one for one in reading_values.read(text, "en", None) if one.kind == "quantity"] for text in texts]
    row("greffier", [_amounts(text, told, seen) for text, told, seen in zip(texts, gold, ours, strict=True)])
    answers = ask("quantulum3", [(text, "en", None) for text in texts])
    if isinstance(answers, str):
        print(f"  not beside us: {answers}")
        return
    theirs = [_mentions(one) for one in answers.found]
    row(answers.name, [_amounts(text, told, seen) for text, told, seen in zip(texts, gold, theirs, strict=True)])


def _amounts(text: str, told: Sequence[dict[str, Any]], found: Sequence[Mention]) -> Count:
    places = [Told(at := text.find(one["surface"]), at + len(one["surface"]), "quantity") for one in told]
    by_place = {(one.span.start, one.span.end): one for one in found}

    def same(one: Told, got: Told) -> bool:
        wanted = told[places.index(one)]
        value = {"value": wanted["value"], "unit": wanted["unit"]}
        return reading_values.same_amount(by_place[(got.start, got.end)], value, "dimension")

    return count(places, [Told(start, end, "quantity") for start, end in by_place], same)


def press() -> None:
    """People in French press of the 1900s as an engine read it, with a noisy gold."""
    print(
        "\nner-fr-press-ocr (Europeana newspapers): people; titles are put aside, since they are not part of our names"
    )
    if _there("ner-fr-press-ocr") is None:
        return
    passages = list(reading_names.passages())
    gold = [_told(spans) for _, spans in passages]
    reader = Names()
    ours = []
    for text, _ in passages:
        page, piece = reading_names.page_of(text)
        people = [one for one in reader.read(piece, [page], ()) if isinstance(one, Mention) and one.kind == "person"]
        ours.append(_told({reading_names.span(one) for one in people}))
    header(("strict", "relaxed"))
    row("greffier", [count(*pair) for pair in zip(gold, ours, strict=True)], ("strict", "relaxed"))
    answers = ask("spacy", [(text, "fr", None) for text, _ in passages])
    if isinstance(answers, str):
        print(f"  not beside us: {answers}")
        return
    theirs = [_told({(one.start, one.end) for one in page}) for page in answers.found]
    name = f"{answers.name}, blank, title rules"
    row(name, [count(*pair) for pair in zip(gold, theirs, strict=True)], ("strict", "relaxed"))


def speech() -> None:
    """Direct speech in French novels; no library from the registry finds it without a model."""
    print("\ndirect-speech-fr (deezer/aads_french): spans of direct speech, marks put aside; its makers' two regular")
    print("expressions score 0.77 on their test set, and no library that can be installed finds it without a model")
    root = _there("direct-speech-fr")
    if root is None:
        return
    made = []
    for told in json.loads((root / "train.json").read_text(encoding="utf-8")).values():
        bare = reading_names.bare_of(told["text"])
        found = {bare(one.start, one.end) for one in find_spoken(told["text"])}
        gold = {bare(start, end) for start, end, *_ in told["labels"]}
        made.append(count(*(_told({one for one in side if one[0] < one[1]}) for side in (gold, found))))
    header(("strict", "relaxed"))
    row("greffier", made, ("strict", "relaxed"))


def _told(spans: set[tuple[int, int]]) -> list[Told]:
    return [Told(start, end, "span") for start, end in sorted(spans)]


def _there(name: str) -> Path | None:
    """The folder of a corpus; where it is absent that is said and nothing measured."""
    try:
        return folder(name)
    except SystemExit as absent:
        print(f"  {absent}")
        return None
