"""Exhibits as courts name them without that word: `People's 5`, `GX 102`, `MFI 4`, `M.O. 3`, `Production 14`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.exhibits import others, seal
from greffier.reading.foreign_plates import near_vehicle

_PARTY = re.compile(  # courts of the United States: whose exhibit it is, and its number or letter
    r"[pgdscr](?<!\w.)(?:(?<=p)eople|(?<=p)laintiff|(?<=p)etitioner|(?<=p)rosecution|(?<=g)overnment|(?<=s)tate"
    r"|(?<=d)efendant|(?<=d)efense|(?<=c)ommonwealth|(?<=r)espondent)'?s'? (?:exhibit )?(?:no\. ?)?"
    r"(?P<mark>\d{1,4}(?:-?[a-z](?!\w))?|[a-z]{1,2}(?:-\d{1,3})?)(?![\w'-])"
    r"(?=\s?[,;:.?)\n]|$| (?:is|was|are|were|and|for|in|into|as|at|to|through|shows?|received|admitted|marked"
    r"|offered)\b)"
)
_SHORT = re.compile(  # `GX 102` (government), `MFI 4` (marked for identification), `P.Ex.3`, `M.O. 1` (material object)
    r"[GDPJM](?<![\w.-].)(?:(?P<court>(?<=[GDPJ])X) ?"
    r"|(?P<marked>(?<=M)FI|(?<=[DP])\.? ?MFI|(?<=[DP])(?:\. ?|ros\.? )?E[Xx](?:[Hh][Bb]?|[Bb])?)[. -]{0,2}(?:No\.? ?)?"
    r"|(?P<object>(?<=M)\. ?O\.(?:s\.?)?|(?<=M)O(?:s)?(?=(?:s | Nos?\. ?)\d))(?:[ -](?:Nos?\. ?)?| ?Nos?\. ?)?)"
    r"(?P<mark>\d{1,4}[A-Z]?(?:\([a-z]\))?|(?<=[ -])[A-Z]{1,2}\d{1,3})(?![\w/]|[.,]\d|-\w)"
)
_HYPHENED = re.compile(r"(?P<mark>M(?<![\w.-].)O-?\d{1,3})(?![\w/-])")  # `MO-3`, `MO3`
_SCOTS = re.compile(
    r"[LPlp](?<!\w.)(?:(?<=[Ll])abel|(?<=[Pp])roduction)s?(?: [Nn]os?\.?| [Nn]umbers?)? "
    r"(?P<mark>\d{1,3})(?![\w/-]|[.,]\d|:\d)"
)
_COURT = ("exhibit", "admitted", "evidence", "trial", "testif", "counsel", "court")
_SCOTTISH = ("procurator", "fiscal", "crown", "sheriff", "advocate", "scot", "accused", "locus")
_BUREAU = (
    "fbi",
    "federal bureau",
    "1a envelope",
    "1d envelope",
    "evidence",
    "exhibit",
    "specimen",
    "muddemal",
    "seized",
)
_ENVELOPE = re.compile(
    r"(?P<mark>1(?<![\w/.,:$£€-].)[A-D]\d{1,4})(?![\w/-])"
)  # the FBI: documents 1A, goods 1B, recordings 1D
_ITEM = re.compile(r"i(?<!\w.)tems? ?(?:#s? ?|nos?\. ?|numbers? )(?P<mark>\d{1,3})(?![\w/-]|[.,]\d)")
_SAMPLE = re.compile(
    r"[SsMm](?<!\w.)(?:(?<=[Ss])pecimens?|(?<=[Ss])amples?|(?<=[Mm])uddemal)(?: [Nn]os?\.?| marked)? "
    r"(?P<mark>[A-Z]{1,3}[-/]?\d{1,3}[A-Z]?)(?![\w/-])"
)
_NO_EVIDENCE = re.compile(r"\b(?:invoice|agenda|order form|quotation|price)\b")
_ADDRESS = re.compile(r"\b(?:flat|apt|apartment|unit|room|seat|gate|row|suite|cell|block|bay)\.? $")


def find_court_exhibits(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the numbers and letters of exhibits after what stands for that word, and those that follow in a list."""
    if english:
        for match in (
            *_of_parties(text, flat),
            *_shortened(text, flat),
            *_of_scots(text, flat),
            *_of_evidence(text, flat),
        ):
            start, end = match.span("mark")
            yield seal(text, start, end, text[start:end])
            yield from others(text, flat, end, text[start:end])


def _of_parties(text: str, flat: str) -> Iterator[re.Match[str]]:
    for match in _PARTY.finditer(flat) if _tells(flat, _COURT) else ():
        if text[match.start()].isupper() and not text[match.start("mark") : match.end("mark")].islower():
            yield match


def _shortened(text: str, flat: str) -> Iterator[re.Match[str]]:
    for match in _SHORT.finditer(text):
        if not match["court"] or (_tells(flat, _COURT) and not near_vehicle(text, match.start())):
            yield match
    yield from _HYPHENED.finditer(text)


def _of_scots(text: str, flat: str) -> Iterator[re.Match[str]]:
    """`Label 4`, `Crown production 14`: with a capital, or after whose they are."""
    for match in _SCOTS.finditer(text) if _tells(flat, _SCOTTISH) else ():
        if text[match.start()].isupper() or text.endswith("rown ", 0, match.start()):
            yield match


def _of_evidence(text: str, flat: str) -> Iterator[re.Match[str]]:
    """Numbers of pages that speak of evidence: `1B12`, `Item # 4`, `sample S-1`."""
    if _tells(flat, _BUREAU):
        for match in _ENVELOPE.finditer(text):
            if not _ADDRESS.search(flat, max(0, match.start() - 12), match.start()):
                yield match
        yield from _ITEM.finditer(flat) if not _NO_EVIDENCE.search(flat) else ()
        yield from _SAMPLE.finditer(text)


def _tells(flat: str, words: tuple[str, ...]) -> bool:
    """Whether a page has any of these words; plain looks cost nothing beside a pattern."""
    return any(word in flat for word in words)
