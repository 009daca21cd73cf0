"""What the question before a number asks for: « Combien de kilos ? », `How much did he pay?`, `What time?`."""

from __future__ import annotations

from decimal import Decimal

from greffier.reading.currencies import spent
from greffier.reading.multiples import Sheet, past_of
from greffier.reading.told_amounts import COUNT
from greffier.reading.units import Unit, unit
from greffier.reading.vocabulary import table

_LEXICON = table("bare")
_IN_MONEY = frozenset(_LEXICON["money"].split()) | set(_LEXICON["sums"]) | {"argent", "euros", "pounds"}
_PRICED = frozenset({"pour", "est", "c", "fait", "vaut", "vend", "vends"})  # « c'est combien », « y'en a pour combien »
_PAID = frozenset({"remis", "donne", "verse", "touche", "gagne"})  # « combien vous a-t-il remis ? »
_THE = frozenset({"le", "la", "les", "l", "ca"})  # « combien le dix ? »
ASKED = 45  # tokens from the question to its answer
_NO_COUNT = frozenset({"when", "where", "which", "quand", "ou"})
_WHAT = frozenset({"what", "quel", "quelle", "quels", "quelles"})
_NAMED = frozenset(  # `what floor`, « à quelle heure »
    "time floor room flat number street bus day year month date line gate way heure etage chambre numero jour annee "
    "mois ligne rue porte quai batiment".split()
)
_WHAT_COUNTS = frozenset(
    "price total number amount quantity weight age prix montant quantite nombre poids somme".split()
)
_LABEL = 4  # tokens of the label between a question and its answer
YEARS = Unit("s", "duration", Decimal(31_536_000))


def asked(sheet: Sheet, at: int) -> Unit | None:
    """The unit that the question before asks for: « Combien de kilos ? », `How much did he pay?`, `How old is he?`"""
    back, question = at - 1, None
    while back >= max(0, at - ASKED):
        word = sheet.word(back)
        if word == "?" and question is None:
            question = back
        elif word in (".", "!") and (question is not None or back < at - 3) and len(sheet.word(back - 1)) > 2:
            return None  # « R. », `A.` say who answers
        elif question is not None and _is_how_many(sheet, back):
            return _asked_for(sheet, back, question)
        back -= 1
    return None


def _is_how_many(sheet: Sheet, at: int) -> bool:
    word = sheet.word(at)
    return word == "combien" or (word in ("many", "much", "old") and sheet.word(at - 1) == "how")


def _asked_for(sheet: Sheet, at: int, end: int) -> Unit | None:
    word, after = sheet.word(at), past_of(sheet, at + 1)
    words = {sheet.word(inner) for inner in range(at, end)}
    if word == "old":
        return YEARS
    if words & {"fois", "times", "temps", "time", "long", "frequence"}:
        return None
    found = unit(sheet.tokens, after, sheet.text, sheet.language)
    if found is not None:
        return found[0]
    price = word == "combien" and (sheet.word(at - 1) in _PRICED or sheet.word(at + 1) in _THE)
    price = price or (word == "combien" and bool(words & _PAID) and not words & {"en", "de", "d"})
    if price or words & _IN_MONEY or (word == "much" and sheet.word(at + 1) != "of"):
        return Unit(spent(sheet.text, sheet.language), "money", Decimal(1))
    return COUNT


def asks_no_count(sheet: Sheet, at: int) -> bool:
    """Whether the question right before a number asks when, where or which: `What time? — Ten.`"""
    question = next((back for back in range(at - 1, max(-1, at - _LABEL - 1), -1) if sheet.word(back) == "?"), None)
    if question is None:
        return False
    for back in range(question - 1, max(-1, question - ASKED), -1):
        word = sheet.word(back)
        if word in (".", "!", "?", ":"):
            return False
        if word in _NO_COUNT or (word in _WHAT and sheet.word(back + 1) in _NAMED):
            return not _WHAT_COUNTS & {sheet.word(inner) for inner in range(back, question)}
    return False
