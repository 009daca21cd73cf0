"""Where an event was and how much of what: the place and the amounts of a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.clause import Clause, is_place
from greffier.reading.prepositions import AT, BIRTH, CAPACITY, THAT, TOWARDS
from greffier.reading.slot import PARTIES
from greffier.records import Mention

_WITHOUT_AMOUNTS = frozenset(
    (
        "call",
        "message",
        "meet",
        "travel",
        "hear",
        "appoint",
        "search",
        "threaten",
        "recruit",
        "inform",
        "reported",
        "sign",
        "unseal",
        "custody_start",
        "custody_end",
    )
)
_OF_A_SCALE = frozenset(("mass", "volume"))
_VALUED = re.compile(  # what goods are worth moves with nobody
    r"\b(?:d'une\s+valeur|valeur|estimee?s?|evaluee?s?|chiffree?s?|valued|worth|(?:street|market|retail)\s+value|estimated)\b[^.;:,]{0,40}$"
)
_IN_RETURN = re.compile(  # « lui a prêté la voiture contre deux caisses de vin »: the price, and not what went
    r"\b(?:contre|en\s+echange\s+d(?:e\s+|')|moyennant|in\s+(?:exchange|return)\s+for|against\s+payment\s+of)\s*(?:la\s+somme\s+de\s+)?$"
)
_LOOKED_UNDER = frozenset(("find", "seize", "store"))  # `under six crates` is where, and no number
_PAYS = frozenset(("pay", "launder", "sell", "buy", "receive"))
_ASIDE = re.compile(  # « sous 40 tonnes de sel », `despite two letters`: what is there, and not what it was done to
    r"\b(?:sous|derriere|malgre|parmi|pres\s+d[e']|au\s+lieu\s+d[e']|plutot\s+que|instead\s+of|rather\s+than|hors|hormis|sauf|apres|under|beneath|below|behind|beside|among|amongst|amid|near|despite|notwithstanding|except|besides)"
    r"\s*(?:les\s+|la\s+|the\s+)?$|\bbook\s+weight\s*(?:of\s+)?$"
)
_THING_AT = re.compile(
    r"\b(?:saisi(?:e?s?)|decouverte?s?|trouvee?s?|retrouvee?s?|volee?s?|seized|found|recovered|stolen)\b[^.;:]{0,50}\s(?:a|au|en|in|at|chez)\s+(?:the\s+|la\s+|l')?$"
    r"|\b(?:ouverte?s?|tenue?s?|basee?s?|installee?s?|enregistree?s?|immatriculee?s?|achetee?s?|opened|held|based|registered|bought|born|living)"
    r"\s+(?:a|au|en|in|at|chez)\s+(?:the\s+|la\s+|l')?$"
    r"|,\s+(?:an?|une?)\s+[a-z]{3,16}\s+(?:in|at|a|en|au|of)\s+(?:the\s+|la\s+|l')?$"  # `020 …, a number in Piraeus`
)
_BY_SOMEBODY = re.compile(  # `paid by a man at Blythe Foods in Hythe`
    r"\b(?:par|by)\s+(?:un|une|an?|some)\s+[a-z-]{3,15}\s+(?:a|au|aux|en|de|du|d'|at|in|from|of)\b[^.;:,]{0,60}$"
)
_AT_WORK = re.compile(
    r",\s+(?:(?:un|une|le|la|an?|the)\s+)?[a-z-]{4,20}(?:\s[a-z-]{3,20})?\s+(?:a|au|aux|en|du|des|de|d'|at|in|of)\s*(?:[a-z-]{3,15}\s+(?:de|du|of)\s+)?(?:the\s+|la\s+|l')?"
)
_OF_PREMISES = frozenset(("rent", "sell", "buy"))
_SITUATED = re.compile(r"\b(?:sise?s?|situee?s?|located|situated|lying)\b[^.;:]{0,60}$")
_OF_LAW = re.compile(  # `in United States currency`, `a Belgian passport`
    r"\s+(?:currency|dollars?|francs?|bank\s?notes?|nationals?|citizens?|passports?|(?:number\s+)?plates?|registration|law)\b"
)
OF_PEOPLE = frozenset(("arrest",))  # of which an amount tells to how many it was done
_FOR = re.compile(r"\s(?:for|pour)\s(?!\d)")
_MOVED = ("move", "moving", "transfer")
_NOT_PAID = (
    "livr",
    "fourni",
    "suppl",
    "provid",
    "depos",
    "restitu",
    "deliver",
    "drop",
    "return",
    "transm",
    "forward",
    "submit",
)
_SUM = re.compile(  # « une enveloppe de 300 euros » too: what it is in changes hands for what it holds
    r"\s*(?:over|back|him|her|them|me|us|you|lui|leur)?\s*(?:,[^,;:.]{3,40},\s+)?(?:a\s+|au\s+|to\s+)?(?:(?:m|mme|mr|mrs|ms)\.?\s+)?(?:la\s+|une\s+|the\s+|an?\s+)?"
    r"(?:somme|sum|(?:[a-z]{3,10}\s+)?(?:enveloppe|liasse|envelope|wad|bundle)(?:\s+[a-z]{3,10})?)?\s*(?:totale\s+|total\s+)?(?:contenant|containing|with|stuffed\s+with|de|d'|of)?\s*"
)
_LATER = re.compile(r"\b(?:to\s+(?:appear|return|attend|surrender)|pour\s+comparaitre|en\s+vue)\b")
_BY_ANOTHER = re.compile(
    r"\b(?:l'achat|la\s+vente|l'acquisition|la\s+revente|purchase|sale|acquisition)\s+(?:de|d'|of)\b"
)
_OF_NEXT = re.compile(
    r",\s+(?:and\s+|et\s+)?(?:kept|keeps|lost|spent|owes?|owed|garde\w?|perdu|depense|doit)\s+$"
)  # `paid him 900, kept 500`
_IN_ANOTHER = re.compile(  # « 2 kg dans un box loué par X »: the box is rented
    r"\b(?:from|in|at|to|into|inside|on|with|for|dans|chez|sur|sous|pour|avec|a\s+bord|au|aux)\s+[a-z]"
)
_LIST = re.compile(r"(?:\s+[a-z]{3,15}){0,2}\s*:")  # « Ont été saisis également : … »
_NEXT = re.compile(r"[^.;:(),]{0,40}(?:,|\bet\b|\band\b)\s*(?:de\s+|d'|of\s+)?")
_MONEY = frozenset(("money",))
_MEASURED = frozenset(("mass", "money", "count", "volume"))


def place_of(clause: Clause) -> Mention | None:
    """Where it happened: the first place after the verb that « à », `at` lead to, else one opening the sentence."""
    route = re.compile(r"\b(?:de|du|from|depuis)\s+(?:la\s+|the\s+)?$|\bd'$")
    places = [one for one in clause.after if is_place(one)]
    if clause.trigger.type == "transport" and any(clause.led(one, route) for one in places):
        return None  # from where to where, and no place of its own
    for one in clause.after:
        if (
            is_place(one)
            and not _of_birth(clause, one)
            and not _of_thing(clause, one)
            and not _OF_LAW.match(clause.flat, one.span.end)
            and _LATER.search(clause.flat, clause.trigger.end, one.span.start) is None
            and (clause.led(one, AT) or (clause.trigger.type == "travel" and clause.led(one, TOWARDS)))
        ):
            return one
    opening = [one for one in clause.before if is_place(one)]
    if (
        opening
        and _opens_at(clause, opening[0])
        and not any(one.kind in PARTIES and one.span.start < opening[0].span.start for one in clause.before)
    ):
        return opening[0]
    return None


def _of_birth(clause: Clause, one: Mention) -> bool:
    """« né le 2 juin 1991 à X, demeurant à X »"""
    return BIRTH.search(clause.flat, clause.trigger.end, one.span.start) is not None


def _of_thing(clause: Clause, one: Mention) -> bool:
    """« sur un compte ouvert à Genève », `paid for a holiday in Madeira`: where a thing is, and not what was done."""
    found = _THING_AT.search(clause.flat, clause.trigger.end, one.span.start) or (
        clause.trigger.type in _OF_PREMISES and _SITUATED.search(clause.flat, clause.trigger.end, one.span.start)
    )
    bought = clause.trigger.type == "pay" and _FOR.search(clause.flat, clause.trigger.end, one.span.start)
    return bool(found) or bool(bought) or _of_somebody(clause, one)


def _of_somebody(clause: Clause, one: Mention) -> bool:
    """« Diop, mareyeur au port de Mbour », `by a man at Blythe Foods in Hythe`: where he works."""
    named = [it for it in clause.after if it.kind in ("person", "organisation") and it.span.end <= one.span.start][-1:]
    return any(_AT_WORK.fullmatch(clause.flat, it.span.end, one.span.start) for it in named) or (
        _BY_SOMEBODY.search(clause.flat, clause.trigger.end, one.span.start) is not None
    )


def _opens_at(clause: Clause, one: Mention) -> bool:
    return one.span.start - clause.start < 30 and AT.search(clause.flat, clause.start, one.span.start) is not None


def quantities_of(clause: Clause) -> list[Mention]:
    """The amounts that belong to the verb: after it in its clause, or before it where it is passive."""
    if clause.trigger.type in _WITHOUT_AMOUNTS:
        return []
    before = clause.before if clause.trigger.voice == "passive" else _antecedent(clause)
    if clause.trigger.type in OF_PEOPLE:  # « trois suspects ont été arrêtés », and no kilos found on them
        return [one for one in before[-1:] if _are_people(clause, one)]
    pool = [*before, *clause.after]
    measured = _MONEY if clause.trigger.type in ("pay", "launder") else _MEASURED
    found = [one for one in pool if one.quantity is not None and one.quantity.dimension in measured]
    found = [one for one in found if _belongs(clause, one) and not _capacity(clause, one) and not _aside(clause, one)]
    weights = [one for one in found if one.quantity is not None and one.quantity.dimension in _OF_A_SCALE]
    if clause.trigger.type == "count":  # `Counted: 214 shells, 48.6 kg`: what they weigh is no number of them
        return [one for one in found if one not in weights][:4]
    return (weights if weights and clause.trigger.type == "weigh" else found)[:4]


def _aside(clause: Clause, one: Mention) -> bool:
    """What lies beside, or what goods are worth: « 12 kg d'une valeur de 300 000 euros »."""
    before = max(clause.start, one.span.start - 60), one.span.start
    worth = clause.trigger.type not in _PAYS and one.quantity is not None and one.quantity.dimension == "money"
    below = clause.trigger.type in _LOOKED_UNDER and clause.flat.startswith(
        ("under ", "sous ", "below "), one.span.start
    )
    later = one.span.start >= clause.trigger.end
    price = later and clause.trigger.type not in _PAYS and _IN_RETURN.search(clause.flat, *before)
    return bool(
        below or price or _ASIDE.search(clause.flat, *before) or (worth and _VALUED.search(clause.flat, *before))
    )


def _are_people(clause: Clause, one: Mention) -> bool:
    """Whether what stands right before a passive verb is so many people."""
    counts = one.quantity is not None and one.quantity.dimension == "count"
    gap = clause.flat[one.span.end : clause.trigger.start]
    return counts and clause.trigger.voice == "passive" and not gap.strip()


def is_payment(clause: Clause, amounts: Sequence[Mention]) -> bool:
    """« lui remet 500 euros », `gave Karim £200`, `moved £900 to`: who hands over or moves money pays."""
    trigger = clause.trigger
    money = [one for one in amounts if one.quantity is not None and one.quantity.dimension == "money"]
    if trigger.voice == "noun" or not money or len(money) < len(amounts):
        return False
    if trigger.type == "transport":
        return clause.flat.startswith(_MOVED, trigger.word[0])
    if trigger.type not in ("deliver", "transmit"):
        return False
    if clause.flat.startswith(_NOT_PAID, trigger.word[0]):
        return False
    one = money[0]
    if one.span.end <= trigger.start:
        return not clause.flat[one.span.end : trigger.start].strip()
    gap, at = "", trigger.end
    for party in [it for it in clause.after if it.kind in PARTIES and it.span.end <= one.span.start]:
        gap, at = gap + clause.flat[at : party.span.start], party.span.end
    return _SUM.fullmatch(gap + clause.flat[at : one.span.start]) is not None


def _antecedent(clause: Clause) -> list[Mention]:
    """« 64 pains, que nous plaçons sous scellé »: what the relative pronoun stands for."""
    that = THAT.search(clause.flat, clause.left, clause.trigger.start)
    if that and clause.flat.endswith(" so", 0, that.start() + 1):
        return []  # `so that he can pay`
    return [one for one in clause.before if that and one.span.end <= that.start()]


def _belongs(clause: Clause, one: Mention) -> bool:
    """No break stands between an amount and its verb; a weight may follow a colon, an antecedent a comma."""
    gap = clause.flat[min(one.span.end, clause.trigger.end) : max(one.span.start, clause.trigger.start)]
    if _BY_ANOTHER.search(gap) or _OF_NEXT.search(gap):
        return False
    if one.span.end <= clause.trigger.start:
        if clause.trigger.start == clause.trigger.word[0] and _IN_ANOTHER.search(gap):
            return False
        if re.search(r"\b(?:and|et|so)\s+(?:that|que|qu')", gap):
            return False
        return re.search(r"[;:]" if clause.trigger.voice == "active" else r"(?<!\d)[,;:]", gap) is None or _listed(
            clause, one
        )
    listed = clause.trigger.type in ("weigh", "count", "find") or _LIST.match(gap)
    return re.search(r";" if listed else r"(?<!\d)[;:]", gap) is None


def _listed(clause: Clause, one: Mention) -> bool:
    """« Deux téléphones, 430 euros et un cachet ont été saisis »: nothing but a list up to the verb."""
    if clause.trigger.voice != "passive":
        return False
    at = one.span.end
    for next_ in [it for it in clause.before if it.quantity is not None and it.span.start > at]:
        if not _NEXT.fullmatch(clause.flat, at, next_.span.start):
            return False
        at = next_.span.end
    return at > one.span.end and re.search(r"[,;:.]", clause.flat[at : clause.trigger.start]) is None


def _capacity(clause: Clause, one: Mention) -> bool:
    """« une balance, portée maximale soixante kilogrammes »: what a thing may hold is no amount of the event."""
    return CAPACITY.search(clause.flat, max(clause.start, one.span.start - 40), one.span.start) is not None
