"""What one of a counted thing weighs or costs, where a page says so: "360 packets of one kilogram", "12 × 30 kg".

Only a declared conversion joins units; nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from greffier.assembling.goods import NOT_SAID, good_name, in_kilograms, is_rate, is_share
from greffier.assembling.home_currency import at_home, home_currency
from greffier.assembling.lookup import Lookup
from greffier.records import Event, Mention, Quantity

_EACH = re.compile(
    r"[ \t\n]*+(?:\([^)\n]{1,12}\)[ \t\n]*+)?(?:[\w'’-]{1,40}[ \t\n]++)?(?:de|d['’]|of|à|x|×|pesant|weighing|"
    r"contenant|chacun de|de chacun|each of|at)[ \t\n]*+(?:chacun|each)?[ \t\n]*+",
    re.IGNORECASE,
)
_MEASURED = frozenset({"mass", "volume", "money"})


@dataclass(frozen=True, slots=True)
class Declared:
    """Products told on the page, by the id of the count; and what one of a counted thing weighs in the whole case."""

    products: dict[str, tuple[Quantity, str]]
    parts: frozenset[str]
    each: dict[str, Quantity]
    home: str | None = None

    def amounts(self, known: Lookup, event: Event) -> Iterator[tuple[Quantity, str | None]]:
        """Yield the amounts of an event, counts turned into what they weigh where a page declares it.

        A price per kilo, a sum per month and what each weighs are none: how many there were is not told. Goods whose
        price is known stay goods: nobody says that it was paid.
        """
        for id in event.quantities:
            mention = known.mentions.get(id)
            told = at_home(known, mention, self.home) if mention is not None else None
            if mention is None or told is None or id in self.parts or is_share(told):
                continue
            amount, formula = self._weighed(mention) if told.dimension != "money" else (told, None)
            priced = amount.dimension == "money" != told.dimension and event.type != "pay"
            yield (told, None) if priced else (amount, formula)

    def _weighed(self, mention: Mention) -> tuple[Quantity, str | None]:
        assert mention.quantity is not None
        if mention.id in self.products:
            return self.products[mention.id]
        one = self.each.get(_counted(mention.quantity))
        return product(mention.quantity, one) if one is not None else (mention.quantity, None)


def declared(known: Lookup) -> Declared:
    """Read the case for counts followed by what each weighs; a thing told to weigh this and that is not declared."""
    products: dict[str, tuple[Quantity, str]] = {}
    parts: set[str] = set()
    each: dict[str, list[Quantity]] = defaultdict(list)
    for count, one in _pairs(known):
        assert count.quantity is not None
        assert one.quantity is not None
        products[count.id] = product(count.quantity, one.quantity)
        parts.add(one.id)
        each[_counted(count.quantity)].append(one.quantity)
    agreed = {thing: told[0] for thing, told in each.items() if thing != NOT_SAID and len(set(map(_size, told))) == 1}
    return Declared(products, frozenset(parts), agreed, home_currency(known))


def _pairs(known: Lookup) -> Iterator[tuple[Mention, Mention]]:
    for page, found in known.on_page.items():
        amounts = [mention for mention in found if mention.quantity is not None]
        for count, one in pairwise(amounts):
            if _is_count(count) and one.quantity is not None and _measures_one(one.quantity):
                gap = known.pages[page].text[count.span.end : one.span.start] if page in known.pages else ""
                if _EACH.fullmatch(gap):
                    yield count, one


def _measures_one(quantity: Quantity) -> bool:
    return quantity.dimension in _MEASURED and not is_rate(quantity)


def _is_count(mention: Mention) -> bool:
    return mention.quantity is not None and mention.quantity.dimension == "count"


def _counted(quantity: Quantity) -> str:
    """What was counted: packets, bales."""
    return good_name(quantity.container or quantity.good or "") if quantity.dimension == "count" else NOT_SAID


def _size(quantity: Quantity) -> tuple[Decimal, Decimal, str]:
    return in_kilograms(quantity)


def product(count: Quantity, one: Quantity) -> tuple[Quantity, str]:
    """Return how much a count of things makes, and how it was reckoned."""
    low, high, unit = in_kilograms(one)
    made = replace(
        one,
        low=low * count.low,
        high=high * count.high if count.high else Decimal(0),  # none of what has no upper end is none
        unit=unit,
        good=one.good or count.good,
        container=count.container,
        approximate=one.approximate or count.approximate,
        basis=None if one.basis == "each" else one.basis,
    )
    return made, f"{worth(count)} × {worth(one)}"


def remainder(came: Iterable[Quantity], went: Iterable[Quantity], left: Quantity) -> str:
    """How a remainder is reckoned, each amount that went with its minus: `40 kg + 20 kg − 30 kg − 5 kg = 25 kg`."""
    return f"{' − '.join([' + '.join(map(worth, came)), *map(worth, went)])} = {worth(left)}"


def worth(quantity: Quantity) -> str:
    """Write an amount as short as it can be: `36–44 kg`, `120 packets`."""
    low, high, unit = in_kilograms(quantity)
    ends = [f"{end.normalize():f}" if end.is_finite() else "…" for end in (low, high)]
    amount = ends[0] if low == high else "–".join(ends)
    name = (quantity.container or quantity.good or "") if unit == "count" else unit
    return f"{amount} {name}".strip()
