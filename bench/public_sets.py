"""Figures on the corpora that lie outside of this repository, each beside a peer; see `bench/corpora.py`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import reading_names
from bench.corpora import folder
from bench.figures import header, row
from bench.peer_answers import ask
from bench.specifications import mentions, read, report
from bench.specified_values import same_amount
from greffier.reading.names import Names
from greffier.reading.spoken import find_spoken
from greffier.records import Mention
from tests.quality.scoring import Count, count
from tests.quality.told import Told


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
