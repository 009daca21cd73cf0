"""Numbers as they are written: digits with the separators of either language, or spelled out in words.

`25.000` is twenty-five thousand in French and twenty-five in English, unless it is money; `25,000` the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from text_to_num import text2num

from greffier.reading.tokens import DIGITS, SIGN, WORD, Token

_LONGEST = 15  # digits; longer runs are identifiers, never amounts
_MOST_WORDS = 16  # of one number
_FRENCH = frozenset(
    "un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente "
    "quarante cinquante soixante septante huitante octante nonante cent cents mil mille million millions milliard "
    "milliards et zero".split()
)
_ENGLISH = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion "
    "trillion and zero".split()
)
WORDS = {"fr": _FRENCH, "en": _ENGLISH}
_SHARED = frozenset({"cent", "cents", "sept", "mil", "six", "million", "et", "and", "un"})
_OTHER = {"fr": "en", "en": "fr"}
_ONE_OF = {"cents": "cent", "vingts": "vingt"}
_GREATER = frozenset({"mille", "mil"})
_GROUP_MARKS = frozenset(" .,'")


def digits(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """Return the number in digits at this token, blanks between its groups as one blank, and the token after it."""
    first = tokens[at]
    if first.kind != DIGITS or len(first.text) > _LONGEST:
        return None
    raw, after = first.text, at + 1
    while len(raw) < 2 * _LONGEST and (group := _next_group(tokens, after, raw)):
        raw, after = raw + group[0], group[1]
    return raw, after


def _next_group(tokens: Sequence[Token], at: int, raw: str) -> tuple[str, int] | None:
    mark = tokens[at]
    if mark.kind == DIGITS:
        is_group = len(mark.text) == 3 and mark.start - tokens[at - 1].end == 1 and _groups(raw + " " + mark.text)
        return (" " + mark.text, at + 1) if is_group else None
    inner = tokens[at + 1]
    if mark.kind != SIGN or mark.text not in _GROUP_MARKS or not mark.glued or inner.kind != DIGITS or not inner.glued:
        return None
    if mark.text == "'" and not _groups(raw + "'" + inner.text):
        return None
    return mark.text + inner.text, at + 2


_GROUPED = re.compile(r"[0-9]{1,3}(?:([ .,'])[0-9]{3})(?:\1[0-9]{3})*")


def _groups(raw: str) -> bool:
    return _GROUPED.fullmatch(raw) is not None


_INDIAN = re.compile(r"\d{1,2}(?:,\d\d){1,6},\d{3}(?:\.\d\d)?")  # 4,85,00,000
_SHAPE = re.compile(r"([0-9]+(?:([ .,'])[0-9]{3}(?:\2[0-9]{3})*)?)(?:([.,])([0-9]+))?")


def worth(raw: str, language: str, *, money: bool = False) -> Decimal | None:
    """Return what a number in digits is worth, None where its separators make no number (a date, a section)."""
    if _INDIAN.fullmatch(raw):
        return Decimal(raw.replace(",", ""))
    shape = _SHAPE.fullmatch(raw)
    if shape is None:
        return None
    whole, mark, _, fraction = shape.groups()
    if mark and not _groups(whole):
        return _plain(raw)
    if (
        mark
        and mark in ".,"
        and fraction is None
        and whole.count(mark) == 1
        and _is_decimal(whole, mark, language, money)
    ):
        return Decimal(whole.replace(mark, "."))
    if mark and shape.group(3) == mark:
        return None
    number = whole.replace(mark, "") if mark else whole
    return Decimal(f"{number}.{fraction}" if fraction else number)


def _plain(raw: str) -> Decimal | None:
    """`1234,567`: a whole part too long to be a group, so that the mark is a decimal one."""
    match = re.fullmatch(r"(?<![0-9])([0-9]++)[.,]([0-9]++)", raw)
    return Decimal(f"{match[1]}.{match[2]}") if match else None


def _is_decimal(whole: str, mark: str, language: str, money: bool) -> bool:
    if whole.startswith("0"):
        return True
    return not money and mark == ("." if language == "en" else ",")


def spelled(tokens: Sequence[Token], at: int, language: str) -> tuple[int, int] | None:
    """Return the number spelled out at this token and the token after it, the longest that makes sense."""
    spoken = tongue(tokens[at], language)
    if spoken is None:
        return None
    run = _run(tokens, at, WORDS[spoken])
    value, count = _longest(tuple([tokens[index].text for index in run]), spoken)
    return (value, run[count - 1] + 1) if count else None


def tongue(token: Token, language: str) -> str | None:
    """Return the language in which this word is a number word: the one of the page before the other one."""
    if token.kind != WORD:
        return None
    if token.text in WORDS[language]:
        return language
    other = _OTHER[language]
    return other if token.text in WORDS[other] and token.text not in _SHARED else None


def _run(tokens: Sequence[Token], at: int, words: frozenset[str]) -> list[int]:
    """Return the tokens of the run of number words that starts here; hyphens between them are passed."""
    run: list[int] = []
    while len(run) < _MOST_WORDS and tokens[at].kind == WORD and tokens[at].text in words:
        run.append(at)
        at += 1
        if tokens[at].text == "-" and tokens[at + 1].kind == WORD:
            at += 1
    return run


def _pairs(words: tuple[str, ...]) -> zip[tuple[str, str]]:
    return zip(words, (*words[1:], ""), strict=True)


@lru_cache(maxsize=8192)
def _longest(words: tuple[str, ...], language: str) -> tuple[int, int]:
    """Return the number that the most of these words make, and how many they are; 0 words where none make one."""
    if language == "fr":  # « huit cents mille », « quatre-vingts mille », as people write them
        words = tuple([_ONE_OF.get(word, word) if following in _GREATER else word for word, following in _pairs(words)])
    for count in range(len(words), 0, -1):
        if words[count - 1] in ("et", "and"):
            continue
        try:
            return int(text2num(" ".join(words[:count]), language)), count
        except ValueError:
            continue
    return 0, 0


_MEASURED = (
    "[ \u00a0\u202f]?(?:k?gs?\\b|kilo|gram|mg\\b|t\\b|tonne|€|%|eur\\b|euro|km\\b|[cm]?m\\b|m[²³23]|[cm]?l\\b|litre|°)"
)
_DECIMAL = re.compile(
    r"[0-9](?<![0-9.,:/].)(?:(?<=0)(?P<small>[.,])[0-9]{1,12}|[0-9]{0,5}(?P<mark>[.,])(?:[0-9]{1,2}|[0-9]{4,6}))"
    + _MEASURED,
    re.I,
)
_THOUSANDS = re.compile(
    r"[0-9](?<![0-9.,:/].)[0-9]{0,2}(?:([.,])[0-9]{3}(?:\1[0-9]{3}){1,4}|([.,])[0-9]{3}[.,][0-9]{1,2})" + _MEASURED,
    re.I,
)


def habit(text: str, language: str) -> str:
    """Return the language whose separators the numbers of a page have: its own, unless they say otherwise.

    `0.234 kg` and `12.5 kg` on a French page, none with a decimal comma, make its `1.250 kg` one kilo and a quarter.
    """
    own, other = (",", ".") if language == "fr" else (".", ",")
    decimals = [match["small"] or match["mark"] for match in _DECIMAL.finditer(text)]
    thousands = [match[1] or match[2] for match in _THOUSANDS.finditer(text)]
    if other in decimals and own not in decimals and other not in thousands:
        return _OTHER[language]
    return language
