"""What lets a number stand alone: the verb before it, a contrast, a question, a label, what follows."""

from __future__ import annotations

from greffier.reading.countables import is_noun
from greffier.reading.multiples import Number, Sheet
from greffier.reading.phrasebook import Phrases, lexicon, phrase, phrases
from greffier.reading.tokens import BREAK, DIGITS, WORD

_LEXICON = lexicon("bare")
_ENDINGS = "e es ent er ez a ai as ait ais aient ant ees erait era".split()
_VERBS = frozenset(
    [stem + ending for stem in _LEXICON["stems_fr"].split() for ending in _ENDINGS]
    + _LEXICON["forms_fr"].split()
    + _LEXICON["forms_en"].split()
)
_SAYS = frozenset(_LEXICON["says"])
_HAVE = frozenset("ai as a avons avez ont avais avait avions aviez avaient aura aurait faut".split())
_ARE = frozenset(_LEXICON["are"].split())
_THEY = frozenset("ils elles on nous vous we they there you".split())
_SELLS = frozenset(_LEXICON["sells"].split())
_FILLERS = frozenset(_LEXICON["fillers"].split())
_DID = frozenset(_LEXICON["did"])
_TOTALS = frozenset(_LEXICON["totals"])
_SUMS = frozenset(_LEXICON["sums"])
_IS = frozenset("est etait sera is was were of de a to :".split())
_STOPS = frozenset(".!?…")
_OPENS = frozenset({".", "!", "?", ",", ";", ":", "-", "and", "et"})
_GOING_ON = frozenset({",", ";", "and", "et", "which", "dont"})
_FARTHEST = 8  # tokens back to the word that lets a number stand alone


def _named(*names: str) -> Phrases:
    return phrases({words: name for name in names for words in _LEXICON[name]})


_BEFORE = _named("against", "rest_before", "in_notes")
_MILLION = 10**6
_LONGEST = 3  # words of those
_AFTER = _named("rest_after", "prices", "of_them", "shares", "besides")


def why_alone(sheet: Sheet, at: int, end: int, told: Number) -> str | None:
    """The word that lets a number from `at` to `end` stand alone, or what kind of sentence does."""
    before = _before(sheet, at)
    if before is not None:
        return before
    if is_great_and_known(sheet, at, told):
        return "rest_before"
    found = phrase(sheet.tokens, end, _AFTER)
    after = str(found[0]) if found is not None else None
    if after == "besides":
        return "did"
    if after == "prices" or (after in ("of_them", "rest_after") and sheet.word(at - 1) not in ("the", "les", "des")):
        return after
    if told.factor >= _MILLION:
        return "verb"
    if _is_labelled(sheet, at, end):
        return "totals"
    if _is_answer(sheet, at, end, told):
        return "answer"
    if sheet.word(end) in _DID and _opens(sheet, at, told):
        return "did"
    verb = _after_verb(sheet, at) or _after_total(sheet, at) or after
    if verb is None and told.raw is None and sheet.word(at - 1) in ("and", "et", "n"):
        return "shares"  # `fifty up front and fifty on the day`
    return verb


def _before(sheet: Sheet, at: int) -> str | None:
    for back in range(1, min(_LONGEST, at) + 1):
        found = phrase(sheet.tokens, at - back, _BEFORE)
        if found is not None and found[1] == at:
            return str(found[0])
    return None


def is_great_and_known(sheet: Sheet, at: int, told: Number) -> bool:
    """« les quinze mille », `the twenty thousand`: what an article names so is money."""
    thousands = told.raw is None and told.value is not None and told.value >= 1000
    return thousands and sheet.word(at - 1) in ("les", "the", "ces", "ses", "these", "l", "des")


def _opens(sheet: Sheet, at: int, told: Number) -> bool:
    """Whether a sentence or a part of one begins with this number; figures only where it goes on."""
    if told.raw is not None:
        return sheet.word(at - 1) in _GOING_ON and sheet.tokens[at - 2].kind != DIGITS
    return at == 0 or sheet.tokens[at - 1].kind == BREAK or sheet.word(at - 1) in _OPENS


def _after_verb(sheet: Sheet, at: int) -> str | None:
    """The verb before, small words between: « il en a laissé quarante », `sent us six`, « tu me dois déjà 180 »."""
    if sheet.word(at - 1) in _ARE:  # `They were four`, « on était cinq »
        return "did" if sheet.word(at - 2) in _THEY else None
    for back in range(at - 1, max(-1, at - _FARTHEST), -1):
        token = sheet.tokens[back]
        word = token.text
        if token.kind == WORD and word in _VERBS:
            return "prices" if word in _SELLS and sheet.word(at - 1) in ("for", "pour", "a") else "verb"
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
    if not ends and not (colon and sheet.word(end) in (",", ")")):
        return False
    return is_noun(sheet, noun, single=False, opening=True) and (colon or _opens_sentence(sheet, noun))


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
    if before is not None and before.kind != BREAK and before.text not in '.!?:-«»"…)':
        return False
    if told.raw is None:
        return sheet.tokens[end].kind == BREAK or after in (".", "?", "!", ",", "…", "»", '"')
    ends = sheet.tokens[end].kind == BREAK or after in (".", "?", "!") or opens_line(sheet, end)
    if before is None or before.text in ("?", "!", "-") or after == "?":
        return ends
    spelled = sheet.tokens[at - 2]  # `done. 58.`, no `U.S. 714`
    return ends and before.text == "." and len(spelled.text) > 2 and sheet.text[spelled.start].islower()
