"""Verbs that let a number stand alone: `sent us six`, « il en a laissé quarante », `it killed 12`, `nine said`."""

from __future__ import annotations

from greffier.reading.multiples import Sheet
from greffier.reading.tokens import WORD
from greffier.reading.vocabulary import table

_LEXICON = table("bare")
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
_VERBAL = ("e", "es", "ent", "ait", "aient", "ez", "ons", "t", "ds", "ts")
_NO_VERBS = frozenset(
    "moyenne fait effet plus moins gros tout dehors face route place liste tete cause ete vente".split()
)
_SHOULD = frozenset({"should", "must", "would", "could", "can"})
_ADVERBS = frozenset("seulement only also aussi encore deja still already".split())
_NO_DEEDS = frozenset(
    "aged dated numbered marked entered turned based called named moved phoned dialled telephoned texted need speed "
    "indeed".split()
)
_AUXILIARIES = frozenset("a ai as ont avons avez avait avaient aurait auraient".split())
_PARTICIPLES = ("e", "es", "ee", "ees", "i", "is", "u", "us", "it")
_MONEY = frozenset(_LEXICON["money"].split()) | {"got", "want", "wants"}
_FARTHEST = 8  # tokens back to the word that lets a number stand alone


def after_verb(sheet: Sheet, at: int) -> str | None:
    """The verb before, small words between: « il en a laissé quarante », `sent us six`, « tu me dois déjà 180 »."""
    before = sheet.word(at - 1)
    if before in _ARE or (before == "est" and sheet.word(at - 2) == "on"):
        return "did" if sheet.word(at - 2) in _THEY else None  # `They were four`, « on était cinq »
    if sheet.language == "fr" and sheet.word(at - 2) == "en" and before.endswith(_VERBAL):
        return "verb" if before not in _NO_VERBS else None  # « ils en mettent deux à part »
    if before == "be" and sheet.word(at - 2) in _SHOULD:
        return "says"
    if _done(sheet, at) or (sheet.word(at - 2) == "there" and before in ("was", "is")):
        return "verb"
    return _verb_behind(sheet, at)


def _verb_behind(sheet: Sheet, at: int) -> str | None:
    for back in range(at - 1, max(-1, at - _FARTHEST), -1):
        token = sheet.tokens[back]
        word = token.text
        if token.kind == WORD and word in _VERBS:
            return "prices" if word in _SELLS and sheet.word(at - 1) in ("for", "pour", "a") else "verb"
        if word in _SAYS:
            return "says"
        if word in _HAVE and ({"en", "y"} & {sheet.word(back - 1), sheet.word(back - 2)} or back < at - 1):
            return "verb"  # « il y en a », « il y avait 24 600 », « j'ai que 1800 »
        if word not in _FILLERS and not (token.kind == WORD and sheet.text[token.start].isupper()):
            return None  # « donné à Karim vingt », `gave Ray ten`
    return None


def _done(sheet: Sheet, at: int) -> bool:
    """`It killed 12 and wounded 30`, « ont interpellé six »: what some did, and to how many."""
    word = sheet.word(at - 1)
    if sheet.language == "en":
        return len(word) > 4 and word.endswith("ed") and word not in _NO_DEEDS
    return len(word) > 2 and word.endswith(_PARTICIPLES) and sheet.word(at - 2) in _AUXILIARIES


def did(sheet: Sheet, at: int) -> bool:
    """Whether what is counted did something then: `Nine said`, `Six reached`, « Trois ont »."""
    at += sheet.word(at) in _ADVERBS
    word = sheet.word(at)
    return word in _DID or (sheet.language == "en" and len(word) > 4 and word.endswith("ed"))


def after_verb_of_money(sheet: Sheet, at: int) -> bool:
    """Whether somebody pays or owes the number at this token."""
    return any(sheet.word(back) in _MONEY for back in range(max(0, at - 3), at))
