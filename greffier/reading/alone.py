"""What lets a number stand alone: the verb before it, a contrast, a question, a label, what follows."""

from __future__ import annotations

from greffier.reading.countables import is_noun
from greffier.reading.deeds import after_verb, did
from greffier.reading.multiples import Number, Sheet
from greffier.reading.phrasebook import Phrases, phrase, phrases
from greffier.reading.tokens import BREAK, DIGITS, SIGN, WORD
from greffier.reading.vocabulary import table

_LEXICON = table("bare")
_TOTALS = frozenset(_LEXICON["totals"])
_SUMS = frozenset(_LEXICON["sums"])
_IS = frozenset("est etait sera is was were of de a to :".split())
_STOPS = frozenset(".!?…")
_OPENS = frozenset({".", "!", "?", ",", ";", ":", "-", "and", "et"})
_GOING_ON = frozenset({",", ";", "and", "et", "which", "dont"})
_GROUPS = frozenset(_LEXICON["groups"].split())
_SENTENCED = frozenset(_LEXICON["sentenced"])
_ONLY = frozenset({"only", "just", "but", "that", "seuls", "seules", "seulement"})
_ELSEWHERE = frozenset("in at on au aux en a dans chez contre against if si".split())
_NO = frozenset({"non", "no", "nan", "oui", "yes", "nope"})
_IN = frozenset({"in", "at", "au", "aux", "en", "a", "dans", "chez"})
_AUXILIARIES = frozenset("have had were are ont sont avaient etaient".split())
_FARTHEST = 8  # tokens back to the word that lets a number stand alone


def _named(*names: str) -> Phrases:
    return phrases({words: name for name in names for words in _LEXICON[name]})


_BEFORE = _named("against", "rest_before", "in_notes")
_MILLION = 10**6
_LONGEST = 3  # words of those
_AFTER = _named("rest_after", "prices", "of_them", "shares", "besides")


def why_alone(sheet: Sheet, at: int, end: int, told: Number) -> str | None:
    """The word that lets a number from `at` to `end` stand alone, or what kind of sentence does."""
    return (
        _before(sheet, at)
        or _of_group(sheet, at)
        or _after_sentence(sheet, at, end)
        or ("rest_before" if _is_great_and_known(sheet, at, told) else None)
        or _named_after(sheet, at, end)
        or ("verb" if told.factor >= _MILLION or _is_thousands_alone(sheet, end, told) else None)
        or ("did" if _is_those_named(sheet, at, end, told) else None)
        or _shaped(sheet, at, end, told)
        or ("apart" if _is_great(told) and _is_set_apart(sheet, at, end) else None)
        or after_verb(sheet, at)
        or _after_total(sheet, at)
        or _word_after(sheet, end)
        or _part_of(sheet, at)
        or _elsewhere(sheet, at, end)
        or ("shares" if told.raw is None and sheet.word(at - 1) in ("and", "et", "n") else None)
    )  # the last: `fifty up front and fifty on the day`


def _named_after(sheet: Sheet, at: int, end: int) -> str | None:
    """What follows and tells the most: `of his`, « la pièce », « autres »."""
    if sheet.word(end) in ("of", "sur") and sheet.tokens[end + 1].kind == DIGITS:
        return "of_them"
    after = _word_after(sheet, end)
    if after == "besides":
        return "did"
    told = after in ("of_them", "rest_after") and sheet.word(at - 1) not in ("the", "les", "des")
    return after if told or after == "prices" else None


def _word_after(sheet: Sheet, end: int) -> str | None:
    found = phrase(sheet.tokens, end, _AFTER)
    return str(found[0]) if found is not None else None


def _shaped(sheet: Sheet, at: int, end: int, told: Number) -> str | None:
    """What the sentence or line around a number is: a label, an answer, what some did, one of like things."""
    if _is_labelled(sheet, at, end):
        return "totals"
    if _is_answer(sheet, at, end, told):
        return "answer"
    if (did(sheet, end) or _is_share(sheet, end)) and _opens(sheet, at, told):
        return "did"
    return "alike" if is_alike(sheet, at) else None


def _before(sheet: Sheet, at: int) -> str | None:
    for back in range(1, min(_LONGEST, at) + 1):
        found = phrase(sheet.tokens, at - back, _BEFORE)
        if found is not None and found[1] == at:
            return str(found[0])
    return None


def _of_group(sheet: Sheet, at: int) -> str | None:
    """`a crew of seven`, « une équipe de cinq »: so many people."""
    return "did" if sheet.word(at - 1) in ("de", "of") and sheet.word(at - 2) in _GROUPS else None


def _part_of(sheet: Sheet, at: int) -> str | None:
    """`USD 212 of 350`, `three calls of four`: of so many of the same."""
    return "part" if sheet.word(at - 1) in ("of", "sur") and sheet.tokens[at - 2].kind in (DIGITS, WORD) else None


def _after_sentence(sheet: Sheet, at: int, end: int) -> str | None:
    """« condamné à dix », `sentenced to twelve`: years, where nothing else is told."""
    if sheet.word(at - 1) not in ("a", "to") or sheet.word(at - 2) not in _SENTENCED:
        return None
    return "sentence" if sheet.tokens[end].kind in (SIGN, BREAK) else None


def stands_all_the_same(sheet: Sheet, at: int, end: int, told: Number) -> bool:
    """Whether a number counts after a word that mostly makes it an hour or a name."""
    if _is_rest(sheet, at, end) or _after_sentence(sheet, at, end) is not None:
        return True
    return _is_great_and_known(sheet, at, told) or _is_those_named(sheet, at, end, told)


def _is_those_named(sheet: Sheet, at: int, end: int, told: Number) -> bool:
    """`The five are expected`, `All four have`, « Les trois ont avoué »: people named before, as many as that."""
    the = at - 1
    if told.raw is not None or sheet.word(the) not in ("the", "les", "all", "tous") or not did(sheet, end):
        return False
    if sheet.word(the) in ("all", "tous") and sheet.word(end) not in _AUXILIARIES:
        return False  # `all four contained heroin`
    return the == 0 or sheet.tokens[the - 1].kind == BREAK or sheet.word(the - 1) in _STOPS or opens_line(sheet, the)


def _is_thousands_alone(sheet: Sheet, end: int, told: Number) -> bool:
    """`61 thousand was moved on`, `Twenty-one thousand or he walks`: what is so many and has no name is money."""
    if told.factor != 1000 and not _is_great(told):
        return False
    return sheet.word(end) in ("was", "is", "or") or sheet.word(end) in _STOPS


def _is_rest(sheet: Sheet, at: int, end: int) -> bool:
    """« les deux autres », `the three others`: of those told before."""
    found = phrase(sheet.tokens, end, _AFTER)
    return found is not None and found[0] == "besides" and sheet.word(at - 1) in ("les", "the", "ces", "these")


def is_alike(sheet: Sheet, at: int) -> bool:
    """« Sac A : 497 comprimés. Sac B : 503. »: a figure after the letter or number of one of several like things."""
    lettered = sheet.tokens[at - 2]
    if at < 3 or sheet.word(at - 1) != ":" or sheet.tokens[at - 3].kind != WORD or len(sheet.word(at - 3)) < 3:
        return False
    return lettered.kind == DIGITS or len(lettered.text) == 1


def _is_share(sheet: Sheet, at: int) -> bool:
    """`seventeen, or 29 per cent, were not`, « douze, soit le tiers »: told once more as a part."""
    told_again = sheet.word(at) == "," and sheet.word(at + 1) in ("or", "soit")
    return told_again and sheet.tokens[at + 2].kind in (DIGITS, WORD)


def _is_great(told: Number) -> bool:
    """`twenty thousand`, « quinze cents »: what is so many, in words, is mostly money."""
    return told.raw is None and told.value is not None and told.value >= 1000 and told.value % 100 == 0


def _is_set_apart(sheet: Sheet, at: int, end: int) -> bool:
    """`He pays on arrival, twenty thousand, not before.`: between commas, or a dash before it."""
    ends = sheet.word(end) in (",", ".", ";", "!", "?", "-", ")") or sheet.tokens[end].kind == BREAK
    return sheet.word(at - 1) in (",", "-", ":", "(") and ends


def _elsewhere(sheet: Sheet, at: int, end: int) -> str | None:
    """`Four died last week, 23 in April`: the same of another place or time, after a comma."""
    if sheet.word(at - 1) == "," and sheet.word(end) in _ELSEWHERE:
        return "shares"
    return "shares" if sheet.word(at - 1) in ("et", "and") and sheet.word(end) in _IN else None


def _is_great_and_known(sheet: Sheet, at: int, told: Number) -> bool:
    """« les quinze mille », `the twenty thousand`: what an article names so is money; « les 1500 » too."""
    value = told.worth(sheet.habit, money=True)
    thousands = value is not None and value >= 1000 and (told.raw is None or value % 100 == 0)
    return thousands and sheet.word(at - 1) in ("les", "the", "ces", "ses", "these", "l", "des")


def _opens(sheet: Sheet, at: int, told: Number) -> bool:
    """Whether a sentence or a part of one begins with this number; figures only where it goes on."""
    if told.raw is not None:
        return sheet.word(at - 1) in _GOING_ON and sheet.tokens[at - 2].kind != DIGITS
    if sheet.word(at - 1) in _ONLY:
        return True
    return at == 0 or sheet.tokens[at - 1].kind == BREAK or sheet.word(at - 1) in _OPENS


def _after_total(sheet: Sheet, at: int) -> str | None:
    """`The figure for last year was four`, « le total est de 46 »."""
    if sheet.word(at - 1) not in _IS or (sheet.word(at - 1) == "of" and sheet.tokens[at - 2].kind == DIGITS):
        return None  # `Part 1 of 2`
    for back in range(at - 1, max(-1, at - _FARTHEST - 2), -1):
        word = sheet.word(back)
        if word in _TOTALS or (word in ("number", "numbers") and sheet.word(back + 1) == "of"):
            return "totals"
        if word in _SUMS:
            return "sums"
        if word in _STOPS:
            return None
    return None


def _is_labelled(sheet: Sheet, at: int, end: int) -> bool:
    """`Statements: 4`, « Photographies : 24. », `Photographs 17.`: things in the plural, how many, and no more."""
    colon = sheet.word(at - 1) == ":"
    noun = at - 1 - colon
    if sheet.tokens[at].kind != DIGITS or noun < 0 or sheet.tokens[noun].kind != WORD:
        return False
    ends = sheet.tokens[end].kind == BREAK or sheet.word(end) in (".", ";") or opens_line(sheet, end)
    goes_on = colon and (sheet.word(end) in (",", ")", "(") or sheet.word(end) in _IN)
    if not ends and not goes_on and sheet.word(end) != ":":
        return False
    if not is_noun(sheet, noun, single=False, opening=True):
        return False
    return colon or _opens_sentence(sheet, noun) or sheet.word(noun - 1) == "total"


def _opens_sentence(sheet: Sheet, at: int) -> bool:
    if at == 0 or sheet.tokens[at - 1].kind == BREAK or opens_line(sheet, at):
        return True
    return sheet.word(at - 1) == "." and sheet.tokens[at - 2].kind == WORD  # no title after its number: `2. Facts 3.`


def opens_line(sheet: Sheet, at: int) -> bool:
    """Whether this token opens a line with a figure, a capital, a dash, so that what stands before has ended."""
    if at == 0:
        return True
    between = sheet.text[sheet.tokens[at - 1].end : sheet.tokens[at].start]
    return "\n" in between and not sheet.text[sheet.tokens[at].start].islower()


def _is_answer(sheet: Sheet, at: int, end: int, told: Number) -> bool:
    """Whether a number is a sentence of its own: `58.`, « Quarante ? », « — Deux ou trois, »."""
    before, after = sheet.tokens[at - 1] if at else None, sheet.word(end)
    if before is not None and before.text == "," and sheet.word(at - 2) in _NO and after in (".", "!"):
        return True  # « Non, onze. »
    if before is not None and before.kind != BREAK and before.text not in '.!?:-«»"…)':
        return False
    if told.raw is None:
        return sheet.tokens[end].kind == BREAK or after in (".", "?", "!", ",", "…", "»", '"')
    ends = sheet.tokens[end].kind == BREAK or after in (".", "?", "!") or opens_line(sheet, end)
    if before is None or before.text in ("?", "!", "-") or after == "?":
        return ends
    spelled = sheet.tokens[at - 2]  # `done. 58.`, no `U.S. 714`
    return ends and before.text == "." and len(spelled.text) > 2 and sheet.text[spelled.start].islower()
