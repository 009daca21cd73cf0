"""Plates of other countries: by a shape that is theirs alone, after the word that announces one, beside a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import GUESSED, Candidate
from greffier.reading.vocabulary import any_of, level, table

_ABROAD = re.compile(
    r"[A-Z\d](?<![\w/.-].)(?:(?P<sure>(?<=[1-9])-[A-Z]{3}-\d{3}"
    r"|(?<=T)G-\d{4}-[A-Z]{1,2}"  # Belgium, Togo, and Ireland
    r"|(?<=\d)\d{0,3} TU \d{1,4}"  # Tunisia
    r"|(?<=D)haka Metro ?- ?[A-Z][a-z]{0,2} ?\d\d-\d{4}"  # Bangladesh
    r"|(?<=\d)\d{1,2}-(?:C[ENW]?|D|DL|G|K[EKY]|LD|LH|LM|LS|LK|L|M[HNO]|OY|RN|SO|T[NSY]?|W[DHWX]?)-\d{1,6})|"
    r"(?:(?<=A)[GIR]|(?<=B)[ELS]|(?<=F)R|(?<=G)[ELR]|(?<=[JL])U|(?<=N)[EW]|(?<=O)W|(?<=S)[GHOZ]|(?<=T)[GI]"
    r"|(?<=U)R|(?<=V)[DS]"
    r"|(?<=Z)[GH])[ -]\d{1,3}[ ']?\d{3}(?! [A-Z]{2}(?!\w))"  # Switzerland
    r"|(?<=[A-Z])[A-Z]-\d{3,4}-[A-Z]{1,2}"  # Senegal
    r"|(?<=\d)\d{3,4}-[A-Z]-\d{1,2}"  # Morocco
    r"|(?<=[A-Z])[A-Z]{2}-\d{3} ?[A-Z]{2}"  # Nigeria
    r"|(?<=[A-Z])[A-Z]{0,2}-[A-Z]{1,2} ?\d{1,4}"  # Germany
    r"|(?<=\d)\d{3}[ -]?[BCDFGHJ-NPR-TV-Z]{3}"  # Spain
    r"|(?<=\d)\d?-[A-Z]{2,3}-\d{1,2}|(?<=[A-Z])(?:[A-Z]-\d{2,3}-[A-Z]{1,2}|-\d{3}-[A-Z]{2})"  # Netherlands
    r")(?![\w/-])"
)
_IN_WORDS = re.compile(r"[a-zN].*")  # what leads to a plate in words: `reg.`, `No.`
_COUNTRY = r"(?:\s+(?:en|in|au|aux)\s+[A-ZÉÈ][\w-]{1,30}|\s+[a-zéèêçï]{5,14})?"  # « en Italie », « espagnole »
_FOREIGN = re.compile(
    r"\b(?:immatricul\w{1,12}|plaqu\w{1,12}|registration(?: plates?| numbers?| mark)?|number ?plates?"
    r"|licen[cs]e plates?|plates?|registered as)"
    rf"{_COUNTRY}(?:\s+(?:relev[ée]e?s?|not[ée]e?s?|lue?|noted|seen)(?:\s+[^\W\d][^\s\d:]{{0,12}}){{0,3}}\s*:)?"
    r"(?:\s+(?:sous le num[ée]ro|num[ée]ro|n°|no\.?|portant le|de|is|was|of))?"
    r"\s*[:«\"“]?\s*((?=[A-Z0-9 -]{0,60}\d)(?=[A-Z0-9 -]{0,60}[A-Z])"
    r"[A-Z0-9]{1,9}(?:[- ][A-Z0-9]{1,6}){0,2}(?:[- ]\d{4}| GP| BF)?)(?![\w/]|-\w)"
)
_WORDS = table("vehicles")
_LABELS = frozenset(one.upper() for one in table("numbered")["labels"]["letters"])
_VEHICLE = re.compile(rf"{'|'.join(_WORDS['stems'])}|\b(?:{any_of(_WORDS['words'])})s?\b")
UNITS = frozenset(str(_WORDS["units"]).split())
# What may be a plate of any country, beside a vehicle: groups of two letters or more and two figures or more.
_GROUPS = (
    r"(?:[A-Z]{2,3}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{4}|[A-Z]{2}-\d{1,2}-\d{4}|[A-Z]{4} ?\d{3}[A-Z]"  # India
    r"|\d{2,3}[ -][A-Z]{1,2}[ -]\d{1,6}"  # Ireland
    r"|[A-Z]{2,3}[ -]?\d{2}[ -]?[A-Z]{2} GP"  # Gauteng
    r"|\d{4} ?[A-Z]{2} ?/ ?\d\d|\d{4}[A-Z]{2}\d\d|\d{4} ?[A-Z] ?\d"
    r"|\d{5,6}[ -]\d{3}[ -]\d\d"  # Congo and Mauritania, Gabon, Algeria
    r"|\d{3} ?\d{3} ?(?:NC|P)|[A-Z]{2,3} \d{3} \d{3}"  # Pacific, KwaZulu-Natal
    r"|[A-Z]{2,4}[ -]?\d{2,4}[ -]?[A-Z]{1,2}"  # Kenya, Uganda, Nigeria, Singapore, New South Wales
    r"|[A-Z]{2,3}[ -]?\d{2}[ -]?[A-Z]{2}|[A-Z]{2,3}[ -]\d{3}-\d{3}|[A-Z]{2,3} \d{3} ?[A-Z]{2}"  # South Africa
    r"|[A-Z]{2,4}[ -]?\d{3,5}|\d{3,4}[ -]?[A-Z]{2,3}|[1-9][A-Z]{2,3}[ -]?\d{1,3}[A-Z]{0,2}"  # America, Victoria
    r"|[A-Z]{2} ?\d{1,4}-(?:\d\d|[A-Z])|M-\d\d-[A-Z]{2} ?\d{1,5}|[A-Z] \d\d [A-Z]{2}"  # Ghana, Tasmania
    r"|\d{1,2}[A-Z][ -]?\d{4} ?[A-Z]{2}|[A-Z] \d{3,6} [A-Z]{1,3}"  # Chad and Niger, Botswana and Namibia
    r"|\d[A-Z]\d ?\d[A-Z]\d|\d{1,2} [A-Z] \d{4} BF"  # Tennessee, Burkina Faso
    r"|[A-Z]\d{3}-[A-Z]{3}"  # Central America, Suriname
    r"|[A-Z]\d{1,3}[ -][A-Z]{3}|[A-Z]{2}\d[ -]?\d{2}[A-Z]|[A-Z] ?\d{5,6}"
    r"|T ?\d{3} ?[A-Z]{3})"  # Canada, Lebanon, Tanzania
)
_BESIDE = re.compile(
    r"(?P<lead>[,:(–-] ?|\b(?:and|et|or|ou|[Nn]o\.?|n°|reg\.?|plates?|tags?|rego) |)"
    rf"(?<![\w/.-])(?P<plate>{_GROUPS})(?![\w/]|[.,-]\w)"
)
_AND = re.compile(rf"(?: ?,| and| et|,? or| &) (?:[a-z]+ ){{0,3}}(?P<plate>{_GROUPS})(?![\w/]|[.,-]\w)")
_NOTED = re.compile(rf"\b(?:[Rr]elev(?:é|ons)|[Nn]ot(?:é|ons|ed)|[Rr]ead) ?:? (?P<plate>{_GROUPS})(?![\w/]|[.,-]\w)")
_ASKED = re.compile(  # `What's the rego?`, and the answer on this line or the next
    r"(?i:rego|reg|plates?|registration|number ?plate|tags?)\b[^\n?.]{0,40}\?\s{1,3}"
    r"(?:(?:[A-Z][\w. ]{0,25}:|A\.)\s{1,3})?"
    r"(?:(?:[Yy]eah|[Yy]es|[Yy]ep|[Ii]t's|[Ii]t is|[Uu]m|[Uu]h),? ){0,2}"
    rf"(?P<plate>{_GROUPS}|[A-Z]{{3}}\d{{3}})(?![\w/]|[.,-]\w)"
)
_AHEAD = re.compile(  # `GT 4418-20, a Toyota Vitz`, « 4418 TBK, camion Mercedes »
    rf"(?<![\w/.-])(?P<plate>{_GROUPS}),? ?[(–-]? ?(?:(?i:an?|the|une?|la|le|l'|sur)\b[ ]?)?(?:[a-zéè]{{3,12}} )?$"
)
_BEHIND = 44  # characters before a vehicle in which a plate that it follows stands
_BEFORE_NOTED = 120  # characters before « relevé AB 123 CD » in which its vehicle stands
_REACH = 48  # characters after the word for a vehicle in which its plate stands
_SENTENCE = re.compile(r"(?<!eg)(?<!No)(?<!no)[.!?] [A-Z]")
_GHANA = re.compile(r"[A-Z]{2} ?\d{1,4}-\d\d")  # `GR 2214-21`, where GR are no grams
_HYPHENED = re.compile(r"[A-Z]{2}-\d{3,4}-[A-Z]{1,2}")  # `AM-4418-MD`: no hour
_SPOILT = re.compile(r"l(?:(?<=\d.)(?=[\dA-Z]|\b)|(?<![^\W\d].)(?=\d))")  # a one that a scan spoilt
_FRENCH = re.compile(r"[A-Z]{2}[ -]\d{3}[ -][A-Z]{2}")
_FIGURES = re.compile(r"[\dOIl]+")  # `model 2OO4`
_LONGEST = 16  # characters of a plate, and what stands after it
_BOAT = re.compile(r"\b(?:bateau|navire|voilier|vedette|chalutier|boat|vessel|yacht|trawler|dinghy)\b")
_INDIAN = re.compile(  # `MH 15 AB 0417`: a State, a district, letters, four figures, a shape that nothing else has
    r"[A-Z](?<![\w/.-].)(?:(?<=A)[PRS]|(?<=B)R|(?<=C)[GH]|(?<=D)[DLN]|(?<=G)[AJ]|(?<=H)[PR]|(?<=J)[HK]"
    r"|(?<=K)[AL]|(?<=L)[AD]"
    r"|(?<=M)[HLNPZ]|(?<=N)L|(?<=O)[DR]|(?<=P)[BY]|(?<=R)J|(?<=S)K|(?<=T)[NRS]|(?<=U)[KP]|(?<=W)B)"
    r"(?P<gap>[ -]?)\d{1,2}(?P=gap)[A-Z]{1,3}[ -]?\d{4}(?![\w/-])"
)
_MODEL = re.compile(
    r"[A-Z]{1,3}[ -]?[1-9]\d{0,2}|[A-Z]{2,4}[ -]?(?:19|20)\d\d"
)  # `GLC 220`, `Golf GTI 2018`: a plate only after a sign
_PLAIN = re.compile(rf"(?:{any_of(_WORDS['plain'])})$")  # no make, so that what follows is no model
_NO_PLATE = re.compile(
    rf"\b(?:{any_of(_WORDS['numbered'])})\.?\s*(?:reg\.?\s*)?(?:no\.?|number"
    rf"|n°)?\s*$"  # what else bears such a number
)


def find_foreign_plates(text: str, flat: str) -> Iterator[Candidate]:
    """Yield the plates of a page that are neither French nor British, without blanks and hyphens."""
    for match in _ABROAD.finditer(text):
        plate = match.group()
        if match["sure"]:
            yield _plate(match.start(), plate, 1.0)
        elif (_HYPHENED.fullmatch(plate) or (plate[:2] not in UNITS and plate[-3:] not in UNITS)) and near_vehicle(
            text, match.start()
        ):
            yield _plate(match.start(), plate, 0.8)
    for match in _INDIAN.finditer(text):
        yield _plate(match.start(), match.group(), 0.9)
    clear = _SPOILT.sub("1", text)
    yield from _announced(text, flat, clear)
    yield from _of_vehicles(text, flat, clear)


def _announced(text: str, flat: str, clear: str) -> Iterator[Candidate]:
    """Those after the word for a plate; `clear` is the text with ones for the letters read for them."""
    for match in _FOREIGN.finditer(clear):
        if any(map(str.isdigit, match[1])) and not _BOAT.search(flat, max(0, match.start() - 50), match.start()):
            yield _plate(match.start(1), match[1], 0.8 if text.startswith(match[1], match.start(1)) else GUESSED)
    for match in _ASKED.finditer(text):
        yield _plate(match.start("plate"), match["plate"], 0.8)
    for noted in _NOTED.finditer(text):
        more: re.Match[str] | None = noted if near_vehicle(text, noted.start(), _BEFORE_NOTED) else None
        while more and not more["plate"][0].isdigit():  # what begins with figures may be a count and its unit
            yield _plate(more.start("plate"), more["plate"], 0.8)
            more = _AND.match(text, more.end())


def _of_vehicles(text: str, flat: str, clear: str) -> Iterator[Candidate]:
    """Those that stand right before a vehicle or after it."""
    for vehicle in _VEHICLE.finditer(flat):
        ahead = _AHEAD.search(text, max(0, vehicle.start() - _BEHIND), vehicle.start())
        if ahead and _stands_ahead(flat, ahead):
            yield _plate(ahead.start("plate"), ahead["plate"], 0.8)
        for found in _beside(clear, flat, vehicle.end()):
            if text[found.start : found.end] == clear[found.start : found.end]:
                yield found
            elif not _FRENCH.fullmatch(clear, found.start, found.end):  # those have a reader of their own
                yield found._replace(confidence=GUESSED)


def _stands_ahead(flat: str, ahead: re.Match[str]) -> bool:
    """Whether what stands before a vehicle is its plate: no unit, no model, nor announced as another number."""
    plate, start = ahead["plate"], ahead.start("plate")
    told = _counts(plate) or _MODEL.fullmatch(plate) or not _LABELS.isdisjoint(re.findall("[A-Z]+", plate))
    return not told and not _NO_PLATE.search(flat, max(0, start - 24), start)


def near_vehicle(text: str, start: int, reach: int = 60) -> bool:
    """Whether a vehicle is told of shortly before, in so many characters."""
    return bool(_VEHICLE.search(level(text), max(0, start - reach), start))


def _beside(text: str, flat: str, at: int) -> Iterator[Candidate]:
    """The plate that follows a vehicle in its line, and those joined to it: `a Hilux, KDA 412C, and KDB 517T`."""
    found = _BESIDE.search(text, at, at + _REACH + _LONGEST)  # what ends it is looked at, too
    if found and (found.start("plate") > at + _REACH or _SENTENCE.search(text, at, found.start("plate"))):
        return
    if found and _BOAT.search(flat, max(0, at - 50), at):
        return
    while found and ("\n" not in text[at : found.start("plate")] or text[at : found.start("plate")] == "\n"):
        start, plate = found.start("plate"), found["plate"]
        led = (
            found.re is _AND
            or bool(found["lead"])
            or (plate[:3].isupper() and _PLAIN.search(flat, max(0, at - 16), at))
        )
        if (
            _counts(plate)
            or (
                not _IN_WORDS.fullmatch(found["lead"] if found.re is _BESIDE else "")
                and not _LABELS.isdisjoint(re.findall("[A-Z]+", plate))
            )
            or _VEHICLE.match(flat, start)  # `RAV4 RC 4417`: a make and its model
            or _NO_PLATE.search(flat, max(0, start - 24), start)
            or (not led and _MODEL.fullmatch(plate))
            or _FIGURES.fullmatch(plate)
        ):
            return
        yield _plate(start, plate, 0.8)
        at = found.end()
        found = _AND.match(text, at)


def _counts(plate: str) -> bool:
    """Whether the letters of what looks like a plate are those of a unit."""
    letters = set(re.findall("[A-Z]+", plate))
    shaped = _GHANA.fullmatch(plate) or _HYPHENED.fullmatch(plate)
    return bool(letters & UNITS) and not shaped


def _plate(start: int, plate: str, sure: float) -> Candidate:
    return Candidate(start, start + len(plate), "plate", re.sub(r"[ '/-]", "", plate), sure)
