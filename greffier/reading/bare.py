"""Numbers that stand alone, their noun or unit left out: « il en a laissé quarante », `we packed fifty`, `58.`"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from greffier.reading.amount_ranges import BEFORE
from greffier.reading.countables import is_free
from greffier.reading.multiples import Number, Sheet
from greffier.reading.numerals import WORDS
from greffier.reading.phrasebook import lexicon, phrase
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.told_numbers import COLLECTIVES, number

_LEXICON = lexicon("bare")
_ENDINGS = "e es ent er ez a ai as ait ais aient ant ees erait era".split()
_VERBS = frozenset(
    [stem + ending for stem in _LEXICON["stems_fr"].split() for ending in _ENDINGS]
    + _LEXICON["forms_fr"].split()
    + _LEXICON["forms_en"].split()
)
_SAYS = frozenset(_LEXICON["says"])
_HAVE = frozenset("ai as a avons avez ont avais avait avions aviez avaient aura aurait faut".split())
_FILLERS = frozenset(_LEXICON["fillers"].split())
_AFTER = frozenset(_LEXICON["after"].split())
_NEVER_BEFORE = frozenset(_LEXICON["never_before"].split())
_AGAINST = tuple(tuple(words.split()) for words in sorted(_LEXICON["against"], key=len, reverse=True))
_DID = {"fr": frozenset(_LEXICON["did_fr"]), "en": frozenset(_LEXICON["did_en"])}
_SHARES = frozenset(_LEXICON["shares"])
_TOTALS = frozenset(_LEXICON["totals"]) | frozenset(_LEXICON["sums"])
_IS = frozenset("est etait sera is was were of de a to :".split())
_BEFORE = frozenset({".", "!", "?", ",", ";", ":", "-", "and", "et"})
_OR = frozenset({"ou", "or", "a", "to", "-"})
_STOPS = frozenset(".!?…")
_CLOSING = frozenset('.,;:!?…)»"-')
_FARTHEST = 8  # tokens back to the word that lets a number stand alone


class Bare(NamedTuple):
    """A number that stands alone: its tokens, both numbers of a range, what bounds it, and the word that lets it."""

    at: int
    end: int
    low: Number
    high: Number
    bound: str | None
    why: str


def bare_numbers(sheet: Sheet, covered: frozenset[int]) -> Iterator[Bare]:
    """Yield the numbers outside of these tokens that stand alone and count something all the same."""
    starts = WORDS[sheet.language] | COLLECTIVES.keys()
    at, stop = 0, len(sheet.tokens) - 4
    while at < stop:
        token = sheet.tokens[at]
        if at in covered or not (token.kind == DIGITS or (token.kind == WORD and token.text in starts)):
            at += 1
            continue
        found = _at(sheet, at)
        if found is not None and not any(inner in covered for inner in range(found.at, found.end)):
            yield found
        at = max(at + 1, _past(sheet, at))


def _past(sheet: Sheet, at: int) -> int:
    told = number(sheet, at)
    return told.end if told is not None else at + 1


def _at(sheet: Sheet, at: int) -> Bare | None:
    start = at - 1 if sheet.word(at - 1) in ("un", "une", "a") and sheet.word(at) in COLLECTIVES and at else at
    if start == at and sheet.word(at).removesuffix("s") in COLLECTIVES:
        return None  # « mis en quarantaine »
    low = number(sheet, start)
    if low is None or low.article or not _counts(sheet, start, low):
        return None
    high = _other_end(sheet, low)
    end = high.end
    if not _ends(sheet, end):
        return None
    bound, first = _bound(sheet, start)
    if sheet.word(first - 1) in _NEVER_BEFORE and not _rest(sheet, first):
        return None
    why = _why(sheet, first, end, low, bounded=bound in ("at_least", "at_most"))
    return Bare(first, end, low, high, bound, why) if why else None


def _other_end(sheet: Sheet, low: Number) -> Number:
    """The second number of « deux ou trois », `five or six`; else the only one."""
    second = number(sheet, low.end + 1) if sheet.word(low.end) in _OR and low.raw is None else None
    return second if second is not None and second.raw is None and not second.article else low


def _counts(sheet: Sheet, at: int, told: Number) -> bool:
    value = told.worth(sheet.habit, money=True)
    if value is None or value < 2 or not is_free(sheet, at, told):
        return False
    return told.raw is None or _is_told(sheet, at, told.raw)


def _is_told(sheet: Sheet, at: int, raw: str) -> bool:
    """Whether figures stand in running text: not at the head of a line, as notes do, nor glued, nor before others."""
    token, end = sheet.tokens[at], sheet.tokens[at + 1]
    if raw.startswith("0") or (token.glued and sheet.tokens[at - 1].kind != SIGN):
        return False
    if at and "\n" in sheet.text[sheet.tokens[at - 1].end : token.start]:
        return False
    return not (end.text in ("et", "and", ",", "-", "ou", "or") and sheet.tokens[at + 2].kind == DIGITS)


def _ends(sheet: Sheet, end: int) -> bool:
    """Whether nothing that is counted or measured may follow: a sign, the end, a small word."""
    token, following = sheet.tokens[end], sheet.tokens[end + 1]
    if token.kind == BREAK or _on_new_line(sheet, end):
        return True
    if token.kind == SIGN:
        return token.text in _CLOSING and not (token.glued and following.glued and following.kind in (DIGITS, WORD))
    joined = following.text == "-" and following.glued
    return token.kind == WORD and not token.glued and not joined and token.text in _AFTER


def _on_new_line(sheet: Sheet, at: int) -> bool:
    """Whether this token opens a line with a figure, a capital, a dash: the line before ended with the number."""
    between = sheet.text[sheet.tokens[at - 1].end : sheet.tokens[at].start]
    return "\n" in between and not sheet.text[sheet.tokens[at].start].islower()


def _bound(sheet: Sheet, at: int) -> tuple[str | None, int]:
    """What bounds a number before it, and where that begins: the `more than` of `never more than eight`."""
    for back in range(min(4, at), 0, -1):
        found = phrase(sheet.tokens, at - back, BEFORE)
        if found is not None and found[1] == at:
            return str(found[0]), at - back
    return None, at


def _rest(sheet: Sheet, at: int) -> bool:
    """`the other thirty-five`, « les quinze mille »"""
    told = number(sheet, at)
    thousands = told is not None and told.raw is None and told.value is not None and told.value >= 1000
    return thousands and sheet.word(at - 1) in ("les", "the", "ces", "ses", "these", "l", "des")


def _why(sheet: Sheet, at: int, end: int, told: Number, *, bounded: bool) -> str | None:
    """The word that lets a number stand alone, or what kind of sentence does."""
    if sheet.word(at - 1) == "other" and sheet.word(at - 2) == "the":
        return "rest"
    if _rest(sheet, at):
        return "rest"
    if _is_against(sheet, at):
        return "against"
    if _is_answer(sheet, at, end, told):
        return "answer"
    opens = at == 0 or sheet.tokens[at - 1].kind == BREAK or sheet.word(at - 1) in _BEFORE
    if told.raw is None and opens and sheet.word(end) in _DID[sheet.language]:
        return "did"
    verb = _after_verb(sheet, at) or _after_total(sheet, at)
    if verb is not None:
        return verb
    return "shares" if sheet.word(end) in _SHARES else "bound" if bounded else None


def _is_against(sheet: Sheet, at: int) -> bool:
    return any(
        at >= len(words) and all(sheet.word(at - len(words) + place) == word for place, word in enumerate(words))
        for words in _AGAINST
    )


def _after_verb(sheet: Sheet, at: int) -> str | None:
    """The verb before, small words between: « il en a laissé quarante », `sent us six`, « tu me dois déjà 180 »."""
    for back in range(at - 1, max(-1, at - _FARTHEST), -1):
        token = sheet.tokens[back]
        word = token.text
        if token.kind == WORD and word in _VERBS:
            return "verb"
        if word in _SAYS:
            return "says"
        if word in _HAVE and "en" in (sheet.word(back - 1), sheet.word(back - 2)):
            return "verb"
        if word not in _FILLERS and not (token.kind == WORD and sheet.text[token.start].isupper()):
            return None  # « donné à Karim vingt », `gave Ray ten`
    return None


def _after_total(sheet: Sheet, at: int) -> str | None:
    """`The figure for last year was four`, « le total est de 46 »."""
    if sheet.word(at - 1) not in _IS:
        return None
    for back in range(at - 1, max(-1, at - _FARTHEST - 2), -1):
        word = sheet.word(back)
        if word in _TOTALS:
            return word
        if word in _STOPS:
            return None
    return None


def _is_answer(sheet: Sheet, at: int, end: int, told: Number) -> bool:
    """Whether a number is a sentence of its own: `58.`, « Quarante ? », « — Deux ou trois, »."""
    before, after = sheet.tokens[at - 1] if at else None, sheet.word(end)
    if before is not None and before.kind != BREAK and before.text not in '.!?:-«»"…)':
        return False
    if told.raw is None:
        return sheet.tokens[end].kind == BREAK or after in (".", "?", "!", ",", "…", "»", '"')
    ends = sheet.tokens[end].kind == BREAK or after in (".", "?", "!") or _on_new_line(sheet, end)
    if before is None or before.text in ("?", "!", "-") or after == "?":
        return ends
    spelled = sheet.tokens[at - 2]  # `done. 58.`, no `U.S. 714`
    return ends and before.text == "." and len(spelled.text) > 2 and sheet.text[spelled.start].islower()
