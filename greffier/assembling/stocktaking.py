"""Stock taken: what a paper says came in, less what it says went out, against what it says was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from greffier.assembling.books import Account, Sum, accounts
from greffier.assembling.checking import Hit, Material, Words
from greffier.assembling.figures import figures
from greffier.assembling.goods import NOT_SAID, good_of
from greffier.assembling.lookup import Lookup, look
from greffier.assembling.rulebook import Rule
from greffier.assembling.shelves import stores
from greffier.assembling.stock import WHOLE
from greffier.records import Balance, Dossier, Flow, Quantity, digest

GONE = "told to have gone"  # the holder of what an account says went out, to whomever
_MASS_OR_VOLUME = {"kg": "mass", "g": "mass", "t": "mass", "L": "volume"}
_SPOILT = re.compile(
    r"\b(?:spoil|thrown|wast|loss|evapor|broken|breakage|damaged|expired|moist|avari|jet[ée]|perte|cass|d[ée]chet|[ée]vapor|g[âa]t"
    r"|rebut|p[ée]rim)",
    re.IGNORECASE,
)
_LOSS = Decimal("0.005")  # share of what came in that weighing, drying and dipping lose


def stocktaking(dossier: Dossier) -> tuple[list[Flow], list[Balance]]:
    """Return the sums of each account that a paper lays out, and of stores that miss something; their balances."""
    known = look(dossier)
    lines: list[Flow] = []
    balances: list[Balance] = []
    for account in (*accounts(known), *(store.account for store in stores(known) if store.missing)):
        good = _good(known, account)
        came, went = _line(account, good, account.came, None, WHOLE), _line(account, good, account.went, WHOLE, GONE)
        lines += [came, went]
        balances.append(_balance(account, good, came, went))
    return lines, balances


def stock_short(material: Material, rule: Rule) -> Iterator[Hit]:
    """An account that leaves something open: more came in than went out and was found."""
    for account in accounts(material.known):
        if account.short > _LOSS * account.came.worth and not _explained(material.known, account):
            sums = {"amount": account.short, "came": account.came.worth, "went": account.went.worth}
            told = {name: _amount(worth, account.left.called) for name, worth in sums.items()}
            words: Words = {**told, "left": _amount(account.left.worth, account.left.called)}
            cited = (*account.came.citations, *account.went.citations, *account.left.citations)
            yield Hit(cited, False, words, "the paper that lays out the account")


def _explained(known: Lookup, account: Account) -> bool:
    """Whether the paper says of this very amount that it was spoilt, broken or lost in the work."""
    for page in (known.pages[id] for id in account.piece.pages if id in known.pages):
        for one in figures(page.text):
            start, end = page.text.rfind("\n", 0, one.start) + 1, page.text.find("\n", one.end)
            if one.worth == account.short and _SPOILT.search(page.text, start, end if end > 0 else len(page.text)):
                return True
    return False


def _amount(worth: Decimal, unit: str) -> tuple[str, str]:
    told = f"{worth:,.12f}".rstrip("0").rstrip(".")
    return f"{told} {unit}", f"{told.replace(',', ' ').replace('.', ',')} {unit}"


def _good(known: Lookup, account: Account) -> str:
    """The only good that is measured in this unit on the pages of the account."""
    told = [
        mention.quantity
        for mention in known.in_piece(account.piece)
        if mention.quantity is not None and mention.quantity.unit == account.unit
    ]
    goods = {good_of(one) for one in told} - {NOT_SAID}
    return next(iter(goods)) if len(goods) == 1 else NOT_SAID


def _line(account: Account, good: str, side: Sum, origin: str | None, target: str) -> Flow:
    dimension = _MASS_OR_VOLUME.get(account.unit, "count")
    counted = account.unit if dimension == "count" else None
    unit = "count" if counted else account.unit
    named = None if good == NOT_SAID else good
    parts = " + ".join(f"{part.normalize():f}" for part in side.figures)
    return Flow(
        id=digest("flow", "account", account.piece.id, account.unit, target),
        good=good,
        quantity=Quantity(side.worth, side.worth, unit, dimension, good=named, container=counted),
        origin=origin,
        target=target,
        status="computed",
        citations=side.citations,
        formula=f"{parts} = {side.worth.normalize():f} {account.left.called}",
    )


def _balance(account: Account, good: str, came: Flow, went: Flow) -> Balance:
    left = account.came.worth - account.went.worth
    short = max(account.short, Decimal(0))
    return Balance(
        id=digest("balance", "account", account.piece.id, account.unit),
        good=good,
        holder=WHOLE,
        unit=came.quantity.unit,
        in_low=account.came.worth,
        in_high=account.came.worth,
        out_low=account.went.worth,
        out_high=account.went.worth,
        low=left,
        high=left,
        unaccounted_low=short,
        unaccounted_high=short,
        flows=tuple(sorted((came.id, went.id))),
    )
