"""A page as tokens: digits, words and signs, folded to small letters without accents, with their offsets kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

DIGITS, WORD, SIGN, BREAK = "n", "w", "s", "b"

_ALIKE = {
    **dict.fromkeys(map(ord, "’‘ʼ′`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u2002\u2003\u200a"), " "),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), " "),
}


class Token(NamedTuple):
    """Its kind (`n` digits, `w` word, `s` sign, `b` blank line), folded text and offsets; `glued` to the one before."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool


_END = Token(BREAK, "", 0, 0, False)

# OCR slips: letters O among digits or after them ("2O22", "3O"), a small L in a year ("20l3") or before digits where a
# month or a unit follows ("l6 mars"). A hyphen at the end of a line may stand inside one word. The commonest tokens are
# tried first, and what must not stand before is looked for after a first sign, which rules most places out at once.
_MEASURED = (
    "janv|fevr|mars|rnars|avr|mai|rnai|juin|juil|aout|sept|octo|nove|dece|feb|march|apr|may|june|july|aug|"
    "kg|kilo|g|gr|gramme|grammes|grams|tonne|euro|dollar|pound|heures|h|pains|paquets|ballots"
)
_TOKEN = re.compile(
    r"(?!oo)[a-z]{2,}(?:-\n[a-z]+)?|2(?<![a-z0-9].)(?:moro|morrow|mrw|nite|night|day|main)(?![a-z0-9])|"
    rf"[lio](?<![a-z0-9].)[0-9]{{1,2}}(?=(?:,[0-9]{{1,3}})?[ \n]?(?:{_MEASURED})(?:[a-z]{{2,}})?\b)|"
    r"l(?<![a-z0-9].)[0-9]{1,3}(?=[ \n][a-z]{4,20}s\b)|l(?<![a-z0-9].)[0-9](?=(?:st|nd|rd|th) [a-z])|"
    r"[12](?<![a-z0-9].)[0-9o]l[0-9o](?![a-z0-9])|l(?<![a-z0-9].)9[0-9o]{2}(?![a-z0-9])|"
    r"[0-2]l(?<![a-z0-9]..)(?=(?:[:.]| ?h ?)[0-9ol])|[0-5]l(?<=[0-9ol][:.h]..)(?![a-z0-9])|"
    r"l(?<=[0-9] h .)[0-9o](?![a-z0-9])|"
    r"o(?<![a-z0-9].)[0-9]{2}[0-9o](?![a-z0-9])|o(?<![a-z0-9].)[0-9](?=[.:h/][0-9o])"
    r"|o(?<=[0-9][:.].)[0-9o](?![a-z0-9])|"
    r"o(?<=[0-9]h .)o(?![a-z0-9])|o(?<=[0-9] h .)o(?![a-z0-9])|"
    r"[0-9]+(?:(?:o+|l)[0-9]+)*(?:o+(?![a-z])|o(?=th\b))?|o(?<=[0-9o] .)oo(?![a-z0-9])|"
    r"[a-z]+(?:-\n[a-z]+)?|\n[ \t]*\n\s*|[^\sa-z0-9]"
)
_SPOKEN = frozenset({"2moro", "2morrow", "2mrw", "2nite", "2night", "2day", "2main"})  # as people write in chats
_MISREAD = str.maketrans("oli", "011")
# Days in figures and hours, whose every letter stands for a digit once one of them is a digit.
_TWO = r"(?:[0-9][0-9oli]|[oli][0-9]|oo)"
_SECOND = r"(?:(?<=[0-9])[0-9oli]|(?<=[oli])[0-9]|(?<=o)o)"
_ONE_OR_TWO = rf"(?:{_SECOND}|(?<=[0-9]))"
_MONTHS = "jan|feb|fev|mar|rnar|apr|avr|may|mai|rnai|jun|juin|jul|juil|aug|aou|sep|oct|0ct|nov|dec"
_FIGURES = re.compile(
    rf"[0-9oli](?<![a-z0-9].)(?:(?<![.,/:-].)(?:{_ONE_OR_TWO}([/.-])(?:{_TWO}"
    rf"|[0-9])\1(?=[0-9oli]?[0-9oli]?[0-9])[0-9oli]{{4}}"
    rf"|(?<=[li])[oli]h{_TWO}|{_ONE_OR_TWO}/(?:o[1-9]|l[0-2o])"
    rf"|(?<=\n[0-2lio])(?=[oli]{{0,2}}[0-9])[0-9oli]{{3}}(?= [a-z]{{3}})"
    rf"|(?<=[0-2lio])(?=[oli]{{0,2}}[0-9])[0-9oli]{{3}}(?= ?h(?:ou)?rs)"
    rf"|{_ONE_OR_TWO}(?::| ?h ?){_TWO}|{_SECOND}(?= ?heures?\b)|{_SECOND}(?= (?:{_MONTHS})))(?![a-z0-9/])"
    r"|[0-9oli](?<=[0-9].|.[0-9])(?=(?:st|nd|rd|th)(?![a-z0-9]))"  # `2lst`, `l7th`
    r"|(?<=l)(?=er (?:janv|fevr|mars|rnars|avr|mai|rnai|juin|juil|aout|sept|octo|nov|dec)))"
)


def _fold_table() -> dict[int, str]:
    """One character for one character, so that offsets hold without a map."""
    table: dict[int, str] = {}
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFF01, 0xFF5F)):
        base = unicodedata.normalize("NFKD", chr(code)).casefold()
        letters = "".join(char for char in base if not unicodedata.combining(char))
        if len(letters) == 1:
            table[code] = letters
    return table | _ALIKE | {ord("ª"): "a", ord("º"): "°", ord("ᵉ"): "e", ord("ʳ"): "r"}


_FOLD = _fold_table()


@lru_cache(maxsize=1024)
def flatten(text: str) -> str:
    """Return the text in small letters without accents, each character in its old place; kept for the next reader."""
    return text.translate(_FOLD)


def tokens(text: str, whole: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """Return the tokens of a text; a word broken at the end of a line is one token where it is among `whole`."""
    found: list[Token] = []
    last = -1
    for match in _TOKEN.finditer(_FIGURES.sub(_in_digits, flatten(text))):
        start, end = match.span()
        exact = match.group()
        first = exact[0]
        if exact in _SPOKEN:
            found.append(Token(WORD, exact, start, end, start == last))  # "2moro"
        elif "0" <= first <= "9" or "0" <= exact[-1] <= "9" or exact in ("oo", "ooo") or exact[1:2].isdigit():
            found.append(
                Token(DIGITS, exact if exact.isdigit() else exact.translate(_MISREAD), start, end, start == last)
            )
        elif "a" <= first <= "z":
            if "\n" in exact:
                found.extend(_broken(exact, start, end, start == last, whole))
            else:
                found.append(Token(WORD, exact, start, end, start == last))
        else:
            found.append(Token(BREAK if first == "\n" else SIGN, exact, start, end, start == last))
        last = -1 if found[-1].kind == BREAK else end  # a blank line takes all blanks up to the next word
    found.extend((_END,) * 4)  # so that looking ahead needs no check
    return tuple(found)


def _in_digits(found: re.Match[str]) -> str:
    return found.group().translate(_MISREAD)


def _broken(exact: str, start: int, end: int, glued: bool, whole: frozenset[str]) -> list[Token]:
    """Two words parted by a hyphen at the end of a line, or the whole one that they make."""
    left, _, right = exact.partition("-\n")
    if left + right in whole:
        return [Token(WORD, left + right, start, end, glued)]
    middle = start + len(left)
    return [
        Token(WORD, left, start, middle, glued),
        Token(SIGN, "-", middle, middle + 1, True),
        Token(WORD, right, middle + 2, end, False),
    ]
