"""A number in words against the digits that say it again: side by side, or over a paper that tells its sum twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from greffier.assembling.checking import Hit, Material, cite
from greffier.assembling.figures import Figure, figures
from greffier.assembling.rulebook import Rule
from greffier.assembling.spelling import value
from greffier.records import Page
from greffier.text import key

_AFTER = re.compile(r"\(\s*(?P<number>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+|\d{1,9})\s*(?P<unit>[^\W\d]{1,12}|[€%])?\s*\)")
_SUM_AFTER = re.compile(r"\((?P<inside>[^()\n]{1,40})\)")
_ASIDE = re.compile(r"\((?:[^\d():\n]{2,30}:[ ]*)?(?P<words>[^\d():]{3,160})\)")  # « (en lettres : mille francs) »
_LABEL = re.compile(
    r"(?P<whole>\b(?:(?:amount|sum|total|value)s?[ ]in[ ]words?|in[ ]words"
    r"|(?:somme|montant|total)?[ ]?(?:en[ ](?:toutes[ ])?lettres)))"
    r"|(?P<closed>\barrêtée?\b[^.\n]{0,60}[ ]à[ ]la[ ]somme[ ](?:totale[ ])?de)"
    r"|\b(?:la[ ]somme[ ]de|the[ ]sum[ ]of)\b",
    re.IGNORECASE,
)
_AFTER_LABEL = re.compile(r"[ \t]*[:.)]?\s{0,60}(?P<words>[^\W\d][^\d:;(),.]{3,160})")
_WORDS_BEFORE = re.compile(r"(?:[^\W\d_]+[\s\u00a0’'-]+){0,11}[^\W\d_]+[\s\u00a0]*$")
_MARKS = re.compile(r"[^\W\d_]|[\s\u00a0/.,:=*'’$£€¥₦₹₵-]")  # what may stand between the digits of a sum and its words
_LONGEST = 14  # words of a spelled number looked at
_LEAST = 1000  # a sum told over a paper; smaller numbers stand there for other things
_NEAR = 160  # characters between words and digits that are shown in one
_FIGURE_BEFORE = 80  # characters before the words in which their digits end
_CLOSE = Decimal("0.1")  # how far the digits of one sum may be from its words, as a share
_UNITS = {
    word: unit
    for unit, words in {
        "kg": "kg kilo kilos kilogramme kilogrammes kilogram kilograms",
        "g": "g gr gramme grammes gram grams",
        "%": "% pourcent percent",
    }.items()
    for word in words.split()
}
_COINS = frozenset(
    "f fr frs rupee rupees rs dollar dollars pound pounds sterling euro euros eur franc francs cfa fcfa xof xaf "
    "shilling shillings naira cedi cedis rand rands dirham dirhams dinar dinars peso pesos ariary kwacha leone "
    "leones ringgit taka birr yen yuan us united states canadian australian singapore belges suisses congolais "
    "guineens marocains algeriens tunisiens only seulement uniquement net nets and et of de d ghc ghs gh ngn kes "
    "ksh ugx ush tzs tsh zar inr pkr lkr gbp usd cad aud nzd chf mad dzd tnd gnf fg bif rwf cdf mga sterlings "
    "bucks quid ar fmg frw etb sle sll ssp mwk zmw zk bwp pula pulas szl lsl maloti nad mur scr djf kmf mru "
    "ouguiya ouguiyas stn dobras cve escudos aoa kwanzas mzn meticais sh shs tk bdt npr mvr btn mmk kyats khr "
    "riels lak kips thb bahts vnd dong idr rp rupiah rupiahs myr rm sgd hkd twd php krw won wons jpy cny rmb lbp "
    "syp iqd egp sar riyals aed qar kwd bhd omr jod ils shekels shekel yer afn irr rials lyd try lira liras htg "
    "gourdes gourde jmd ttd bbd xcd gyd srd bzd dop crc gtq hnl lempiras nio pab cop mxn pen soles bob ars clp "
    "brl reais real uyu pyg guaranis ves bolivars xpf pgk kina sbd vuv vatu fjd wst top pln zlotys czk huf "
    "forints ron lei bgn leva rsd mkd bam isk dkk nok sek kroner kronor kronur uah hryvnias rub roubles rubles "
    "gel lari amd azn kzt tenge".split()
)


class Spelled(NamedTuple):
    """A number in words: where it stands, and what it is worth."""

    start: int
    end: int
    worth: int


def spelled_against_digits(material: Material, rule: Rule) -> Iterator[Hit]:
    """« QUATRE (5) », `$4,500 (four thousand dollars)`, a voucher that tells its sum in words and another in digits."""
    for page in material.known.ordered_pages():
        if page.near_duplicate_of is None:
            yield from _digits_after(page)
            yield from _sum_after(page)
            yield from _words_after(page)
            yield from _on_the_paper(page)


def _digits_after(page: Page) -> Iterator[Hit]:
    for digits in _AFTER.finditer(page.text):
        before = _WORDS_BEFORE.search(page.text, max(0, digits.start() - 160), digits.start())
        told = _last(page, before.start(), digits.start(), digits["unit"]) if before else None
        if told is not None and told.worth != int(re.sub(r"\D", "", digits["number"])):
            yield _hit(page, told, digits.span())


def _last(page: Page, start: int, end: int, unit: str | None) -> Spelled | None:
    """The spelled number right before the digits.

    A unit may stand between ("mille quatre grammes (1 004 g)") if the digits bear the same one.
    """
    words = _words(page.text, start, end)[-10:]
    if words and (named := _UNITS.get(key(page.text[slice(*words[-1])]))) is not None:
        if unit is not None and _UNITS.get(key(unit)) != named:
            return None
        words = words[:-1]
    elif unit is not None:
        return None
    return next((told for first in range(len(words)) if (told := _number(page, words[first:]))), None)


def _sum_after(page: Page) -> Iterator[Hit]:
    """« deux millions de francs (2 200 000 FCFA) », `three thousand pounds (£3,600)`: words, coins, digits."""
    for aside in _SUM_AFTER.finditer(page.text):
        digits = list(figures(page.text, *aside.span("inside")))
        before = _WORDS_BEFORE.search(page.text, max(0, aside.start() - _NEAR), aside.start())
        if len(digits) != 1 or before is None or not _only_coins(_without(page.text, aside, digits[0])):
            continue
        words = _words(page.text, before.start(), aside.start())[-_LONGEST:]
        coins = 0
        while words and key(page.text[slice(*words[-1])]) in _COINS:
            words, coins = words[:-1], coins + 1
        first = next((first for first in range(len(words)) if _number(page, words[first:])), None)
        told = _number(page, words[first:]) if first is not None and coins else None
        parted = first and key(page.text[slice(*words[first - 1])]) in _COINS - {"la", "de", "of"}
        if told is not None and not parted and not _says(digits[0], told):
            yield _hit(page, told, (digits[0].start, digits[0].end))


def _without(text: str, aside: re.Match[str], digits: Figure) -> str:
    """What stands in the brackets beside the digits."""
    return f"{text[aside.start('inside') : digits.start]} {text[digits.end : aside.end('inside')]}"


def _words_after(page: Page) -> Iterator[Hit]:
    """`Rs. 52,74,100/- (Rupees fifty two lakh … only)`: digits, then all of them again in words."""
    for aside in _ASIDE.finditer(page.text):
        before = list(figures(page.text, max(0, aside.start() - _FIGURE_BEFORE), aside.start()))
        if not before or not _only_coins(page.text[before[-1].end : aside.start()]):
            continue
        told = _within(page, *aside.span("words"))
        if told is not None and _only_coins(page.text[told.end : aside.end("words")]) and not _says(before[-1], told):
            yield _hit(page, told, (before[-1].start, before[-1].end))


def _says(one: Figure, told: Spelled) -> bool:
    """Whether the digits say the words, cents left out; « 62 (soixante-deux mille) » says thousands once."""
    return any(int(worth) == told.worth or worth * 1000 == told.worth for worth in one.readings)


def _only_coins(words: str) -> bool:
    """Whether nothing but coins, blanks and the marks of a sum stand here (`450.000 F`, `9,500/- only`)."""
    return not _MARKS.sub("", words) and all(key(word) in _COINS for word in re.findall(r"[^\W\d_]+", words))


def _on_the_paper(page: Page) -> Iterator[Hit]:
    """The sum in words of a voucher, a receipt, a deed, where no digits of the paper say it and some nearly do."""
    for label in _LABEL.finditer(page.text):
        words = _AFTER_LABEL.match(page.text, label.end())
        spelled = _within(page, *words.span("words")) if words else None
        if spelled is None or spelled.worth < _LEAST:
            continue
        other = _nearly(page.text, spelled)
        if other is not None and (
            label["whole"] or _closed(label, spelled, other) or _beside(page.text, spelled, other)
        ):
            yield _hit(page, spelled, (other.start, other.end))


def _closed(label: re.Match[str], told: Spelled, other: Figure) -> bool:
    """« Arrêté le présent état à la somme de … » closes an account whose total has the same digits."""
    return label["closed"] is not None and _turned(other, told.worth)


def _turned(one: Figure, worth: int) -> bool:
    return sorted(str(int(one.worth))) == sorted(str(worth))


def _beside(text: str, told: Spelled, other: Figure) -> bool:
    """« la somme de » of running text is that of the digits right after it, and of no others."""
    return told.end <= other.start < told.end + _NEAR and _only_coins(text[told.end : other.start])


def _nearly(text: str, told: Spelled) -> Figure | None:
    """The only figures that can be meant: the same digits in another order, or nearly as much.

    What is nearly as much may be another sum of the paper: it is asked about only where nothing adds up to the words.
    """
    worth = told.worth
    digits = [one for one in figures(text) if one.worth >= _LEAST]
    if any(int(reading) == worth for one in digits for reading in one.readings):
        return None
    turned = [one for one in digits if _turned(one, worth)]
    sums = {one.worth for one in digits}
    reckoned = any(worth - one in sums or worth + one in sums for one in sums)
    near = [one for one in digits if abs(one.worth - worth) <= _CLOSE * worth and not reckoned]
    return min(turned or near, key=lambda one: (abs(one.worth - worth), abs(one.start - told.start)), default=None)


def _within(page: Page, start: int, end: int) -> Spelled | None:
    """The number that these words begin with, a currency before it left out."""
    words = _words(page.text, start, end)[:_LONGEST]
    while words and key(page.text[slice(*words[0])]) in _COINS:
        words = words[1:]
    ends = range(len(words), 0, -1)
    return next((told for last in ends if (told := _number(page, words[:last])) is not None), None)


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [(start + word.start(), start + word.end()) for word in re.finditer(r"[^\W\d_]+", text[start:end])]


def _number(page: Page, words: list[tuple[int, int]]) -> Spelled | None:
    if not words:
        return None
    told = " ".join(key(page.text[slice(*word)]) for word in words)
    for tongue in ("en", "fr") if page.language == "en" else ("fr", "en"):
        worth = value(told, tongue)
        if worth is not None:
            return Spelled(words[0][0], words[-1][1], worth)
    return None


def _hit(page: Page, spelled: Spelled, digits: tuple[int, int]) -> Hit:
    start, end = digits
    near = abs(start - spelled.end) < _NEAR and start > spelled.start
    words = (
        page.text[spelled.start : end] if near else f"{page.text[spelled.start : spelled.end]} … {page.text[start:end]}"
    )
    sides = (cite(page, spelled.start, spelled.end), cite(page, start, end, "contradicts"))
    return Hit(sides, page.origin != "ocr", {"told": " ".join(words.split())})
