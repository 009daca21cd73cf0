"""Marks after what bears them on pages of evidence: `placard 7`, `SAP 13/44/2021`, `swabs LM-A and LM-B`, `(JMH1)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.exhibits import others
from greffier.reading.foreign_plates import near_vehicle
from greffier.reading.vocabulary import any_of, table

_WORDS = table("exhibits")
_NUMBER = r"(?:[a-z]{1,5}[ /-]?){0,2}\d[\da-z]{0,11}(?:[/.-][\da-z]{1,8}){0,4}(?:\([a-z\d]{1,2}\))?(?!\w|[./,-]\w)"
_TAG = re.compile(
    r"\b(?<!payment )(?<!cash )(?<!gift )"
    rf"(?:{any_of(_WORDS['tags'])})(?: ?(?:no\.?|numbers?|#))? ?:? ?(?P<mark>{_NUMBER})"
)
_REGISTER = re.compile(rf"\b(?P<mark>(?:{any_of(_WORDS['registers'])})\s?/\s?\d{{1,6}}/(?:19|20)?\d\d)(?![\w/])")
_THING = re.compile(
    rf"\b(?:{any_of(_WORDS['things'])})(?: nos?\.?| marked)? "
    r"(?P<mark>[a-z]{1,4}(?:[-/]?\d{1,6}[a-z]?|-[a-z]{1,2}| \d{4,7})|\d{1,4}-[a-z]\d{1,3})(?![\w/-])"
)
_BRACKETED = re.compile(r"\((?P<mark>(?P<letters>[A-Z]{2,4})[ /-]?\d{1,3})(?=\)|, [A-Z]{2}| ?(?:–|-|to|and) ?[A-Z]{2})")
_BROUGHT = re.compile(
    r"\b(?:produc(?:ed?|es|ing)|exhibit(?:s|ed)?|seiz(?:ed|ing)|recover(?:ed|ing)|retain(?:ed|ing)|took possession"
    r"|bagged|sealed|photographed|downloaded)\b[^.;\n()]{0,120}(?:\([A-Z]{2,4}[ /-]?\d{1,3}\)[^.;\n()]{0,120}){0,4}$"
)
_SENTENCE = 300  # characters of a sentence in which something is brought in before its mark
_EVIDENCE = (
    "evidence",
    "exhibit",
    "seized",
    "seizure",
    "muddemal",
    "specimen",
    "scelle",
    "sealed",
    "police",
    "accused",
    "firearm",
    "forensic",
    "saisi",
    "preleve",
    "ecouvillon",
)


def find_tagged(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the marks of what a page brings in, and those that follow in their list."""
    for match in _REGISTER.finditer(flat):
        yield _seal(text, *match.span("mark"))
    if not any(word in flat for word in _EVIDENCE):
        return
    for match in _TAG.finditer(flat):
        yield _seal(text, *match.span("mark"))
        yield from others(text, flat, match.end(), text[match.start("mark") : match.end()])
    for match in _THING.finditer(flat):
        mark = text[match.start("mark") : match.end()]
        if mark.isupper() and not near_vehicle(text, match.start()) and match["mark"] not in _WORDS["persons"]:
            yield _seal(text, *match.span("mark"))
            yield from others(text, flat, match.end(), mark)
    for match in _BRACKETED.finditer(text) if english else ():
        before = text[max(0, match.start() - _SENTENCE) : match.start()]
        if match["letters"].casefold() not in _WORDS["persons"] and _BROUGHT.search(before):
            yield _seal(text, *match.span("mark"))
            yield from others(text, flat, match.end(), match["mark"])


def _seal(text: str, start: int, end: int) -> Candidate:
    return Candidate(start, end, "seal", text[start:end], 0.8)
