"""Figures on the corpora that lie outside of this repository, each beside a peer; see `bench/corpora.py`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.corpora import folder
from bench.figures import header, row
from bench.peer_answers import ask
from bench.specifications import mentions, read, report
from bench.specified_values import same_amount
from greffier.reading.names import Names
from greffier.reading.spoken import find_spoken
from greffier.records import Mention
from tests.one_page import one_page
from tests.quality.scoring import Count, count
from tests.quality.told import Told, found
from training import press as training

_SPANS = ("strict", "relaxed")
_KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_MARKS = ' \u00a0\u202f\n\t«»“”"–—,;.-!?…'


def specifications() -> None:
    """Cases of dates, durations and units; `python -m bench.specifications` shows their errors."""
    print("\nrecognizers-specs (microsoft/Recognizers-Text): share of cases right as a whole")
    if _there("recognizers-specs") is not None:
        report()


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
    ours = [[one for one in read(text, "en") if one.kind == "quantity"] for text in texts]
    row("greffier", [_amounts(text, told, seen) for text, told, seen in zip(texts, gold, ours, strict=True)])
    answers = ask("quantulum3", [(text, "en", None) for text in texts])
    if isinstance(answers, str):
        print(f"  not beside us: {answers}")
        return
    theirs = [mentions(one) for one in answers.found]
    row(answers.name, [_amounts(text, told, seen) for text, told, seen in zip(texts, gold, theirs, strict=True)])


def _amounts(text: str, told: Sequence[dict[str, Any]], found: Sequence[Mention]) -> Count:
    places = [Told(at := text.find(one["surface"]), at + len(one["surface"]), "quantity") for one in told]
    by_place = {(one.span.start, one.span.end): one for one in found}

    def same(one: Told, got: Told) -> bool:
        wanted = told[places.index(one)]
        value = {"value": wanted["value"], "unit": wanted["unit"]}
        quantity = by_place[(got.start, got.end)].quantity
        return quantity is not None and same_amount(quantity, value, "dimension")

    return count(places, [Told(start, end, "quantity") for start, end in by_place], same)


def press() -> None:
    """Names in French press of the 1900s as an engine read it, with a noisy gold."""
    print("\nner-fr-press-ocr (Europeana newspapers): titles are put aside, since they are not part of our names;")
    print("the model of names has seen these passages, `training/measure.py` tells what it does on others")
    if _there("ner-fr-press-ocr") is None:
        return
    passages = training.press()
    reader = Names()
    ours = []
    for passage in passages:
        piece, page = one_page(passage.text, "fr", "press")
        ours.append([found(one) for one in reader.read(piece, [page], ()) if isinstance(one, Mention)])
    header(_SPANS)
    gold = {label: [_named(passage, label) for passage in passages] for label in _KINDS}
    for label, kind in _KINDS.items():
        row(f"greffier {kind}", [_of(kind, *pair) for pair in zip(gold[label], ours, strict=True)], _SPANS)
    answers = ask("spacy", [(passage.text, "fr", None) for passage in passages])
    if isinstance(answers, str):
        print(f"  not beside us: {answers}")
        return
    name = f"{answers.name}, blank, title rules"
    row(name, [_of("person", *pair) for pair in zip(gold["PER"], answers.found, strict=True)], _SPANS)


def _named(passage: training.Labelled, label: str) -> list[Told]:
    return [Told(start, end, _KINDS[label]) for start, end, told in passage.names if told == label]


def _of(kind: str, told: list[Told], seen: list[Told]) -> Count:
    return count(told, [Told(one.start, one.end, kind) for one in seen if one.kind == kind])


def speech() -> None:
    """Direct speech in French novels; no library from the registry finds it without a model."""
    print("\ndirect-speech-fr (deezer/aads_french): spans of direct speech, marks put aside; its makers' two regular")
    print("expressions score 0.77 on their test set, and no library that can be installed finds it without a model")
    root = _there("direct-speech-fr")
    if root is None:
        return
    made = []
    for told in json.loads((root / "train.json").read_text(encoding="utf-8")).values():
        bare = _bare_of(told["text"])
        found = {bare(one.start, one.end) for one in find_spoken(told["text"])}
        gold = {bare(start, end) for start, end, *_ in told["labels"]}
        made.append(count(*(_told({one for one in side if one[0] < one[1]}) for side in (gold, found))))
    header(_SPANS)
    row("greffier", made, _SPANS)


def _bare_of(text: str) -> Callable[[int, int], tuple[int, int]]:
    """Return what cuts marks and blanks from the ends of a span of this text."""

    def bare(start: int, end: int) -> tuple[int, int]:
        while start < end and text[start] in _MARKS:
            start += 1
        while end > start and text[end - 1] in _MARKS:
            end -= 1
        return start, end

    return bare


def _told(spans: set[tuple[int, int]]) -> list[Told]:
    return [Told(start, end, "span") for start, end in sorted(spans)]


def _there(name: str) -> Path | None:
    """The folder of a corpus; where it is absent that is said and nothing measured."""
    try:
        return folder(name)
    except SystemExit as absent:
        print(f"  {absent}")
        return None
