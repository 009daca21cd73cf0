"""What an amount is an amount of: one name for one good over French and English, plurals and slang."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from greffier.records import Quantity
from greffier.text import key

NOT_SAID = "not said"
MONEY = "money"

_NAMES = {
    word: name
    for name, words in {
        "cocaine": "cocaine coke chlorhydrate",
        "cannabis": "cannabis hashish haschich haschisch hasch marijuana herbe resine shit weed",
        "heroin": "heroin heroine",
        "mdma": "mdma ecstasy",
        "amphetamine": "amphetamine amphetamines speed methamphetamine",
        "packets": "pain pains paquet paquets brique briques block blocks packet packets brick bricks package packages",
        "bales": "ballot ballots bale bales",
        "bags": "sac sacs bag bags sachet sachets pochette pochettes",
        "boxes": "carton cartons box boxes boite boites caisse caisses",
        "pallets": "palette palettes pallet pallets",
    }.items()
    for word in words.split()
}
_VAGUE = frozenset(
    "produit produits product stupefiant stupefiants drogue drogues drug drugs marchandise goods".split()
)
_UNITS = {"g": Decimal("0.001"), "mg": Decimal("0.000001"), "t": Decimal(1000)}


def good_of(quantity: Quantity) -> str:
    """Return the one name of what a quantity is of: money, a good, what it is counted in, or "not said"."""
    if quantity.dimension == "money":
        return MONEY
    for told in (quantity.good, quantity.container if quantity.dimension == "count" else None):
        if told and (name := good_name(told)) != NOT_SAID:
            return name
    return NOT_SAID


@lru_cache(maxsize=16384)
def good_name(told: str) -> str:
    """Return the one name of a good as told; words that name any good at all are "not said"."""
    words = [word for word in key(told).replace("'", " ").split() if word not in {"de", "d", "la", "le", "les", "of"}]
    for word in words:
        if word in _NAMES:
            return _NAMES[word]
    if not words or all(word in _VAGUE for word in words):
        return NOT_SAID
    return " ".join(words)


def in_kilograms(quantity: Quantity) -> tuple[Decimal, Decimal, str]:
    """Return low, high and unit, masses in kilograms; other units as they are."""
    if quantity.dimension == "mass" and quantity.unit in _UNITS:
        factor = _UNITS[quantity.unit]
        return quantity.low * factor, quantity.high * factor, "kg"
    return quantity.low, quantity.high, quantity.unit


def may_equal(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts may be one: the same unit and intervals that meet; 5 % of play where one is approximate."""
    low, high, unit = in_kilograms(left)
    other_low, other_high, other_unit = in_kilograms(right)
    if unit != other_unit or left.dimension != right.dimension:
        return False
    share = Decimal("0.05") if left.approximate or right.approximate else Decimal(0)
    play = share * furthest(low, high, other_low, other_high)
    return low <= other_high + play and other_low <= high + play


def furthest(*bounds: Decimal) -> Decimal:
    """Return the greatest bound told; an open end ("more than 40 kg") is none, and gives no play without end."""
    return max((bound for bound in bounds if bound.is_finite()), default=Decimal(0))


def is_rate(quantity: Quantity) -> bool:
    """Whether an amount goes by the kilo or the month: a price or a wage, and not what was moved."""
    return quantity.basis is not None and quantity.basis.startswith("per ")


def is_share(quantity: Quantity) -> bool:
    """Whether an amount is that of one of several: a rate, or what each weighs or costs."""
    return quantity.basis == "each" or is_rate(quantity)


def same_good(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts may be of one good: the same name, or one of them not said."""
    first, second = good_of(left), good_of(right)
    return first == second or NOT_SAID in (first, second)
