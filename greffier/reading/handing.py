"""Which way something went by the few words of a row, and between whom: « versé à X », `from X to Y`, `recd. X`.

What a sentence tells is for verbs and clauses; here there is none: a participle with its sides, or the sides alone.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from greffier.reading.holders import Holder, holders
from greffier.reading.intangible import intangible
from greffier.reading.on_page import OnPage
from greffier.reading.vocabulary import level, table
from greffier.records import Piece

Way = Literal["in", "out"]

_LEXICON = {name: told.replace("\n", "").replace(" |", "|") for name, told in table("handing").items()}
_GAVE, _TOOK = _LEXICON["gave"], _LEXICON["took"]
_TO, _BY = r"(?:to|a la|a l'|au|aux|a|vers|chez)", r"(?:by|par)"
_SIGN = re.compile(
    rf"(?P<took_by>\b(?:{_TOOK})\.? {_BY}\b)|(?P<took_from>\b(?:{_TOOK})\.? (?:from|de la|du|de|d'|chez)\b)"
    rf"|(?P<gave_to>\b(?:{_GAVE})(?: (?:over|back|out|en especes|in cash))? {_TO}\b)"
    rf"|(?P<gave_by>\b(?:{_GAVE})(?: (?:over|back|out))? {_BY}\b)"
    rf"|(?P<giver>\bfrom\b|\bde la part de\b)|(?P<taker>\bto\b|\b{_BY}\b)"
    rf"|(?P<took>\b(?:{_TOOK})\b\.?)|(?P<gave>\b(?:{_GAVE})\b\.?)"
)
_ENDS = re.compile(
    r"[,;:()|]|\s{2,}|\t|\n|(?<=\w\w\w)\.(?=\s|$)|\s(?:for|pour|via|with|avec|on|le|at|in|dans|en|rec'd|signed|and|et|who|qui|reg|ref|no|n°)(?=[\s.])"
)
_WAYS: dict[str, re.Pattern[str]] = {
    way: re.compile(
        rf"(?:[a-z0-9]{{1,3}}[.)] ?)?(?:{_LEXICON[way]})"
        rf"(?:\s*(?:[/,&:-]|\bet\b|\band\b|\bou\b)\s*(?:{_LEXICON[way]}))*+(?P<rest>.*)"
    )
    for way in ("in", "out")
}
_HEADED = re.compile(
    r"\s*(?:[:(].*|[-–—.]*)?|\s(?:as per|per|selon|d'apres|vers|to|from|pour|du|de|des|of|by|au|par)\s.+"
)
_KEEPS, _PLANNED, _STILL = (re.compile(_LEXICON[name]) for name in ("keeps", "planned", "still"))
_LETTERS = re.compile(r"(?<![\w])[a-z](?: [a-z]){3,20}(?![\w])")
_LEADING = re.compile(
    r"\s*(?P<way>IN|OUT|[EÉ]NTR[EÉ]ES?|SORTIES?|[EÉ]ntr[eé]es?|Sorties?|RE[CÇ]US?|RECEIVED|ISSUED|MOVED)\b[\s:,.-]+\S"
)
_TITLE = 90  # characters of a heading


class Sides(NamedTuple):
    """Who gave and who took, as far as the words say; `way` where they say only that it came or went."""

    givers: tuple[Holder, ...] = ()
    takers: tuple[Holder, ...] = ()
    way: Way | None = None


def heading_way(line: str) -> Way | None:
    """The way of all lines below a heading: `IN`, `OUT / MOVED`, « B. Sorties », « Bons de sortie vers … »."""
    flat = " ".join(level(line).split())
    if len(flat) > _TITLE or (re.match(r"(?:in|out) [a-z]", flat)):
        return None  # `in the presence of`
    told: list[Way] = [
        way  # type: ignore[misc]
        for way, named in _WAYS.items()
        if (found := named.match(flat)) and _HEADED.fullmatch(found["rest"])
    ]
    return told[0] if len(told) == 1 else None


def leading_way(words: str) -> Way | None:
    """The way of a row whose words begin with it: `OUT 30 tabs to lab`, « Sortie : 12 sacs »; small words lead on."""
    found = _LEADING.match(words)
    return heading_way(found["way"]) if found else None


def keeps(text: str) -> bool:
    """Whether a title or a page is of something that keeps what came and went, and not of what is to come."""
    return _KEEPS.search(level(text)) is not None and _PLANNED.search(level(text)) is None


def planned(text: str) -> bool:
    """Whether a title says that its lines are still to come."""
    return _PLANNED.search(level(text)) is not None


def still(text: str) -> bool:
    """Whether a row is a total, a balance, or was cancelled."""
    return _STILL.search(together(level(text))) is not None


def together(flat: str) -> str:
    """A text in which words told letter by letter are whole: « A N N U L E »."""
    return _LETTERS.sub(lambda word: word.group().replace(" ", ""), flat)


def sides(here: OnPage, piece: Piece, start: int, end: int, reader: str, way: Way | None = None) -> Sides:
    """Return who gave and took by the words of a stretch; `way` is that of its heading, which stands for a verb."""
    flat = level(here.page.text[start:end])
    givers: list[Holder] = []
    takers: list[Holder] = []
    given = taken = False
    headed, way = way, None
    signs = list(_SIGN.finditer(flat))
    for place, sign in enumerate(signs):
        kind, stop = sign.lastgroup or "", signs[place + 1].start() if place + 1 < len(signs) else len(flat)
        if kind in ("giver", "taker") and not _leads(flat, sign, given or taken, headed is not None or bool(givers)):
            continue
        if kind.startswith("gave") and intangible("", flat[: sign.start()], ""):
            continue  # `Circumstances given by`
        given, taken = given or kind.startswith("gave"), taken or kind.startswith("took")
        way = way or ("in" if kind.startswith("took") else "out" if kind.startswith("gave") else None)
        named = _named(here, piece, start, flat, sign.end(), stop, reader)
        if kind in ("took_by", "gave_to", "gave") or (kind == "taker" and not _by(sign)) or (kind == "taker" and taken):
            takers += named if not takers else []
        else:
            givers += named if not givers else []
    return Sides(tuple(givers), tuple(takers), way)


def _by(sign: re.Match[str]) -> bool:
    return sign.group() in ("by", "par")


def _leads(flat: str, sign: re.Match[str], verb: bool, way: bool) -> bool:
    """Whether a bare preposition names a side: after a verb, after the other side, below a heading, or as the first."""
    if _by(sign):
        return verb
    return verb or way or not flat[: sign.start()].strip(" -:|")


def _named(here: OnPage, piece: Piece, start: int, flat: str, left: int, right: int, reader: str) -> list[Holder]:
    while left < right and flat[left] in " .:":
        left += 1
    cut = _ENDS.search(flat, left, right)
    return holders(here, piece, start + left, start + (cut.start() if cut else right), reader) if left < right else []
