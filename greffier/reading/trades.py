"""Trades that stand in no list, where the page shows that one is told: after a label, after a name and its comma."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.candidate import Candidate
from greffier.reading.role_words import role_words
from greffier.reading.vocabulary import level

_VALUE = re.compile(r"[^\n,;:|(\t\d]{3,60}?(?=\s*(?:[\n,;|(\t.]|[ ]{2}|$))")
_MOST = 5  # words
# what stands between a name and a trade: an age, a birth, an article
_BETWEEN = re.compile(
    r"\s{0,3}(?:\([^()\n]{1,20}\)\s?(?=,))?(?:,\s*(?:agee?\s+de\s+|aged\s+)?(?:\d{1,2}|(?:vingt|trente|quarante|cinquante|soixante|quatre|septante|octante|huitante|nonante"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{2,8}){1,3})(?:\s+(?:ans|years?(?:\s+old)?))?"
    r"(?=\s*,))?(?:,\s*(?:nee?|born)\s[^,;\n]{4,60}(?=\s*,))?\s*"
    r"(?:,\s*|\()(?:(?:le|la|l'|un|une|the|an?|ancien|ancienne|alors|aujourd'hui|former|formerly|then|now|retired|notre|our|his|her|son|sa"
    r"|en\s+qualite\s+de|de\s+profession|exercant\s+la\s+profession\s+de)(?:\s+|(?<=')))?(?:(?:ancien|ancienne|former)\s+)?"
)
_TRADE = re.compile(
    r"(?P<first>(?!(?:est|etait|sont|sera|fut|was|were|had|has|avait)\b)[a-z][a-z'-]{2,24})(?:\s(?!(?:qui|who|et|and|est|is|was|a|had|has|de\sla|du|des|for|demeurant|domicili\w+|residant|of|in|at|from|to|au|aux|chez|par|dans)\b)"
    r"[a-z'-]{1,20}){0,3}(?=\s*(?:[,;.)\n]|$)|\s(?:qui|who|demeurant|domicili\w+|residant|of|for|in|at|from|de\sla|du|des|au|aux|chez|a|est|and|et)\b)"
)
_AT_LABEL = re.compile(r"(?:^|[\n|]|[ ]{2}|\t)[ \t]*$")
_JOINS = frozenset(("de", "en", "des"))  # « négociant en vins »
_SIGNED = re.compile(r"[ \t]*\n[ \t]*(?P<line>[A-Z][^\n,;:\d]{2,40}?)[ \t]*(?=,|\n|$)")


_GOES_ON = re.compile(  # `deputy purchasing manager`
    r"\s(?!(?:of|for|in|at|from|and|who|with|on|de|du|des|d|a|au|aux|chez|qui|est|is|was|en|et|demeurant|domicili\w+)\b)[a-z]"
)
_BEFORE_NAME = re.compile(r"(?<![\w'’-])(?P<trade>[a-zà-ÿ][a-zà-ÿ-]{3,24})[ ](?:M\.[ ]|Mme[ ])?\Z")
_ARTICLE = re.compile(r"(?:(?<!\w)(?:le|la|un|une|du|au|son|sa|notre)\s|(?<!\w)l')$")
_ARTICLE_EN = re.compile(r"(?<!\w)(?:the|an?|his|her|their|our|its)\s$")


def labelled(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the trades of forms: « Profession : carreleur », `Occupation: Post office clerk`."""
    words = role_words()
    for label in words.label.finditer(flat) if ":" in text else ():
        value = _VALUE.match(text, label.end())
        if (
            value is None
            or not value.group().strip()
            or not _AT_LABEL.search(flat, max(0, label.start() - 9), label.start())
        ):
            continue
        told = level(value.group()).split()
        if len(told) <= _MOST and told[0] not in words.no_values and " ".join(told[:2]) not in words.no_values:
            yield value.start(), value.end()


def after_names(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the trades that follow a name and its comma, or stand beneath a signature."""
    for person in people:
        yield from _after_name(text, flat, person.end, language)
        signed = _SIGNED.match(text, person.end)
        if signed and level(signed["line"]).split()[-1] in role_words().heads and len(signed["line"].split()) <= _MOST:
            yield signed.span("line")


def before_people(text: str, flat: str, people: Sequence[Candidate], language: str | None) -> Iterator[tuple[int, int]]:
    """Yield the trades right before a name: « la mareyeuse Lise Hamon », `investigator Fatuma Abdi`."""
    for person in people:
        told = _BEFORE_NAME.search(text, max(0, person.start - 60), person.start)
        if told is None or not _is_trade(told["trade"].split(), language):
            continue
        french = language != "en" and _ARTICLE.search(flat, max(0, told.start() - 8), told.start()) is not None
        english = language != "fr" and (
            told["trade"] in role_words().heads or _ARTICLE_EN.search(flat, max(0, told.start() - 8), told.start())
        )
        if french or english:
            yield told.span("trade")


def _after_name(text: str, flat: str, end: int, language: str | None) -> Iterator[tuple[int, int]]:
    """« Nour EL-KHOURY, 22 ans, étudiante », « Jean MOREL, lieutenant, » : a trade by its ending or a list."""
    between = _BETWEEN.match(flat, end)
    if between is None:
        return
    rank = role_words().rank.pattern.match(flat, between.end())
    if rank and not _GOES_ON.match(flat, rank.end()):
        yield rank.span()
        return
    trade = _TRADE.match(flat, between.end())
    if trade is None or not text[trade.start() : trade.end()].islower():
        return
    told = trade.group().split()
    if _is_trade(told, language):
        whole = language == "en" or len(told) == 1 or told[1] in _JOINS or told[1].startswith("d'")
        yield trade.span() if whole else trade.span("first")


def _is_trade(told: list[str], language: str | None) -> bool:
    words = role_words()
    if told[-1] in words.heads or told[0] in words.trades or told[-1] in words.trades:
        return True
    if told[0] in words.no_trades or told[-1] in words.no_trades:
        return False
    french = language != "en" and told[0].endswith(words.ends_fr)
    return french or (language != "fr" and told[-1].endswith(words.ends_en))
