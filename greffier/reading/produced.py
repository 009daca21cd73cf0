"""Marks that a page gives to what it brings in: `I produce it as LT/1`, `marked Q-1 to Q-6`, `entered as 1B12`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.exhibits import LETTERS, others
from greffier.reading.vocabulary import any_of, table

_MARK = re.compile(
    r"[A-Z1](?<![\w/.@-].)(?:(?<=[A-Z])(?:[A-Z]{1,3}\d?/[\dl]{1,4}(?:/[A-Z])?|[A-Z]{0,3}\d?-[\dl]{1,4}[A-Z]?"
    r"|[A-Z]{0,3}\d{1,3}[A-Z]?"
    r"|[A-Z]\d{1,2}/[A-Z]\d{0,2})|(?<=1)[A-D]\d{1,4})(?![\w/]|-(?![A-Z]{1,3}-?\d))"
)
_PARTED = re.compile(r"(?P<mark>(?P<letters>[A-Z](?<![\w/.@-].)[A-Z]{1,3}) \d{1,2})(?![\w/-]|[.,]\d)")  # `KR 1`
_GIVEN = (
    r"(?:booked|logged|tagged|bagged|flagged|marked|labell?ed|numbered|entered|secured|tendered|admitted|received"
    r"|collected"
    r"|recovered|retained|seized|lodged|sealed|catalogued|exhibited|produced?|producing|exhibits|designated"
    r"|identified)"
)
_BOOKED = re.compile(
    rf"\b(?:(?:re-?)?{_GIVEN}\s+(?:(?:the|it|them|this|these"
    rf"|both)\s)?(?:[a-z]{{3,12}}\s+)?(?:in(?:to)?\s+evidence\s+)?as\s+"
    r"(?:my\s+)?(?:exhibits?\s+|items?\s*#?\s*)?|(?:re)?(?:m|rn)arked\s+(?:with\s+|mark[ -])?"
    r"|(?:marked|labell?ed|tagged)\s+(?:the|a|an|this|each)\s(?:[a-z-]{2,15}\s){1,4}"
    r"|(?:labell?ed|designated|flagged)\s+"
    r"|\b(?:produced?|exhibit|tender|attach|annex)(?:ed)?\s(?:the|my|a|an|this|copies"
    r"|copy)\s[a-z' -]{3,45}\sas\s(?:exhibits?\s)?"
    r"|my\s+ref(?:erence)?\.?\s*:?\s+)[\"“«']?$"
)
_NUMEROTE = re.compile(  # « inventoriée OLT/1 », « marqués des lettres ND-A »
    r"\b(?:re)?(?:inventori|marqu|numerot|repertori|etiquet|referenc|enregistr|scell|identifi)[a-z]{1,5}"
    r"(?:\s(?:sous|comme|avec|par|chacune?|respectivement))?(?:\s(?:les?|la|l'|de la|des|du))?"
    r"\s?(?:n°s?|numeros?|marques?|references?|cotes?|etiquettes?|lettres?|mentions?)?\s?:?\s?[«\"]?\s?$"
)
_SAISI = re.compile(
    r"\b(?:scell\w{1,3}|saisi\w{0,3}|plombs?|pieces? a conviction|preleve\w{1,6}|perquisition\w{0,4}"
    r"|inventori\w{2,4}|pesee)\b"
)
_SEALED_AS = re.compile(  # what has letters alone, where nothing else is meant: `sealed as MLB/A to MLB/D`
    r"\b(?:(?:re-?)?sealed|exhibited|produced|tendered|labell?ed|tagged|bagged|marked)\s+(?:it\s+|them\s+"
    r"|each\s+)?as\s+"
    r"(?:exhibits?\s+)?[\"“«']?$"
)
_SOMEBODY = re.compile(r"[UVX]?[MFVX]\d{1,2}")  # `a male designated as UM1`
_CALLED = re.compile(r"\b(?:designated|identified)\b[^.;\n]{0,20}$")
_INTRODUCING = re.compile(
    r"\b(?:as|produced?|produces|producing|marked|items?|handset|phone|device:?|exhibiting|reference"
    r"|referred\s+to\s+as|sous|objet)"
    r"\s+(?:my\s+)?(?:exhibit\s+)?[(«\"“]?\s*$"
)
_PERSONS = frozenset(table("exhibits")["persons"])
_STAMPED = re.compile(  # `tablets marked "ALP 2"`, « 14 sacs marqués « COOP-CA … » »: what a maker prints on goods
    rf"\b(?:{any_of(table('exhibits')['stamped'])})\b[^.;:\n]{{0,25}}[\"“«\'] ?$"
)
_REACH = 60  # characters before a mark in which what gives it stands
_LETTER = re.compile(  # `marked with the letter "B"`, `marked Mark X` (India)
    r"m(?<!\w.)arked(?: (?:as|with the letters?|for identification as|exhibit)){0,2} "
    r"(?:mark[ -]|(?:mark[ -])?(?P<quote>[\"']))"
    r"(?P<mark>[a-z]{1,2}(?:[ -]?\d{1,3})?)(?(quote)[\"']|(?![\w']))"
)


_RANGE = re.compile(r"[A-Z](?<![\w/.-].)(?P<rest>[A-Z]{0,2}[-/])\d{1,3}(?: to | through | à |–)")
_SEALED = re.compile(  # `resealed under IFS 20914`, `in bags JCF 0081771 and JCF 0081772`
    r"[sb](?<!\w.)(?:(?<=s)ealed|(?<=b)ags?|(?<=s)eals?)(?: (?:under|with|as|in|by))? "
    r"(?P<mark>[a-z]{1,4}[ -]?\d{4,12})(?![\w/-]|[.,]\d)"
    r"|resealed under (?P<again>[a-z]{2,4} ?\d{4,7})(?!\w)"
)
_PIECE = re.compile(  # « pièce P-12 », « PC FL-24-031/1 » (pièce à conviction)
    r"p(?<!\w.)(?:ieces? (?P<mark>[a-z]{1,4}-[a-z]?\d{1,3})"
    r"|\.?c\.? (?P<again>[a-z]{1,4}-\d{1,4}(?:[-/]\d{1,4}){0,2}))(?![\w/-])"
)
_UNDER = re.compile(r"sous scelles?(?: suivants?| numerotes)? ?: ?(?P<list>[^.;\n]{3,200})")
_IN_LIST = re.compile(r"n° ?(?P<mark>\d{1,3})(?![\w/-]|[.,]\d)")
_LISTING = re.compile(
    r"\bexhibits (?:were|are|include|included|tendered|listed|received|admitted"
    r"|produced)(?: were| are| as follows)? ?:? "
)
_LISTED_MARK = re.compile(r"(?P<letters>[A-Z](?<![\w/.-].)[A-Z]{0,2}[ /-]?)\d{1,3}(?![\w/-]|[.,]\d)")
_END = re.compile(r"[.](?=\s(?:[A-Z][a-z]|\d{1,2}\.))|\n\n")
_SENTENCE = 300  # characters
_OF_EXHIBITS = re.compile(r"\b(?:photos?|marked|exhibits?|specimens?|scelles?|sealed|seized)\b")
_EVIDENCE = re.compile(r"\b(?:exhibits?|evidence|seized|sealed|scelles?|analyst|specimens?|forensic|annex)\b")


def find_produced(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Yield the marks that a page brings in, and those that follow in their list."""
    saisi = not english and _SAISI.search(flat) is not None
    for match in _MARK.finditer(text):
        before = _before(flat, match)
        if _STAMPED.search(before):
            continue
        if _is_given(match.group(), before) or (saisi and _NUMEROTE.search(before)):
            right = match.group().replace("l", "1")
            yield Candidate(match.start(), match.end(), "seal", right, 0.9 if right == match.group() else GUESSED)
            yield from others(text, flat, match.end(), right)
    for match in LETTERS.finditer(text) if saisi or _EVIDENCE.search(flat) else ():
        before = _before(flat, match)
        if (_NUMEROTE if saisi else _SEALED_AS).search(before) and not _STAMPED.search(before):
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.8)
            yield from others(text, flat, match.end(), match.group())
    for match in _PARTED.finditer(text) if _EVIDENCE.search(flat) else ():
        before = _before(flat, match)
        given = _BOOKED.search(before) is not None and not _STAMPED.search(before)
        if given and match["letters"].casefold() not in _PERSONS:
            yield Candidate(match.start(), match.end(), "seal", match.group(), 0.8)
    yield from _listed(text, flat)
    yield from _of_ranges(text, flat)
    yield from _on_seals(text, flat, english)
    for match in _LETTER.finditer(flat):
        mark = text[match.start("mark") : match.end("mark")]
        stamped = _STAMPED.search(flat, max(0, match.start() - _REACH), match.start("mark"))
        if mark.isupper() and not stamped:
            yield Candidate(match.start("mark"), match.end("mark"), "seal", mark.replace(" ", ""), 0.9)


def _listed(text: str, flat: str) -> Iterator[Candidate]:
    """`The exhibits were P1, a voucher, and P2, a book.`: the marks of a sentence that lists them."""
    for listing in _LISTING.finditer(flat):
        first = _LISTED_MARK.match(text, listing.end())
        ends = _END.search(text, listing.end(), listing.end() + _SENTENCE)
        for one in _LISTED_MARK.finditer(text, listing.end(), ends.start() if ends else listing.end() + _SENTENCE):
            if first and one["letters"] == first["letters"]:
                yield Candidate(*one.span(), "seal", one.group(), 0.8)


def _of_ranges(text: str, flat: str) -> Iterator[Candidate]:
    for match in _RANGE.finditer(text) if _OF_EXHIBITS.search(flat) else ():
        first = text[match.start() : match.end("rest")]
        if text.startswith(first, match.end()):  # `S-1 to S-20`
            mark = re.split(r" |–", match.group())[0]
            yield Candidate(match.start(), match.start() + len(mark), "seal", mark, 0.8)
            yield from others(text, flat, match.start() + len(mark), mark)


def _on_seals(text: str, flat: str, english: bool) -> Iterator[Candidate]:
    """Letters and figures of seals and bags, and of exhibits that French calls « pièce »."""
    for match in chain(_SEALED.finditer(flat), () if english else _PIECE.finditer(flat)):
        start, end = match.span("mark") if match["mark"] else match.span("again")
        if text[start].isupper():
            yield Candidate(start, end, "seal", text[start:end].replace(" ", ""), 0.9)
            yield from others(text, flat, end, text[start:end])
    for under in _UNDER.finditer(flat):  # « plaçons sous scellés : emballage n° 1, téléphone n° 2 »
        for one in _IN_LIST.finditer(flat, *under.span("list")):
            yield Candidate(one.start("mark"), one.end("mark"), "seal", one["mark"], 0.8)


def _before(flat: str, mark: re.Match[str]) -> str:
    return flat[max(0, mark.start() - _REACH) : mark.start()]


def _is_given(mark: str, before: str) -> bool:
    if "/" in mark and _INTRODUCING.search(before):
        return True
    return _BOOKED.search(before) is not None and not (_SOMEBODY.fullmatch(mark) and _CALLED.search(before))
