"""The payment that a line of a statement tells: between the holder of the account and whom its label names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from greffier.reading.mention import mention
from greffier.reading.on_page import PARTIES, OnPage
from greffier.reading.payees import drawn, hands_on, other_way
from greffier.records import Event, Mention, Piece, Quantity, Role, Span, Transfer, digest


def listed_payment(piece: Piece, here: OnPage, transfer: Transfer, reader: str) -> Iterator[Mention | Event]:
    """Yield the payment of a line, and its sum where no reader had it; nothing for charges and own accounts,
    nor for cash that nobody named drew.

    A side that is not named stays open; a line that names neither the holder nor anybody else tells no movement.
    """
    if transfer.day is None or not hands_on(transfer.label or ""):
        return
    side = "debit" if transfer.debit is not None else "credit"
    where = {field.name: field.span for field in transfer.fields}
    holder, other = _party(where.get("holder"), here) or _account(transfer, here), _other(where, here)
    if side not in where or (holder is None and other is None):
        return
    if other_way(_words(transfer), side) or (other is None and drawn(_words(transfer))):
        return  # a sum pushed into the column beside its own; cash, whoever has it
    payer, paid = (holder, other) if side == "debit" else (other, holder)
    sum_ = _sum(piece, here, where[side], transfer, reader)
    if sum_.reader == reader:
        yield sum_
    cited = transfer.citations[0].span
    yield Event(
        id=digest("event", cited.page, cited.start, "pay"),
        type="pay",
        piece=piece.id,
        reader=reader,
        citations=transfer.citations,
        time=transfer.day,
        roles=tuple(_role(name, one) for name, one in (("agent", payer), ("recipient", paid)) if one is not None),
        quantities=(sum_.id,),
    )


def silent(transfer: Transfer) -> bool:
    """Whether a line may tell no movement by itself, so that nobody else should read one from it."""
    words, side = _words(transfer), "debit" if transfer.debit is not None else "credit"
    return not hands_on(transfer.label or "") or drawn(words) or other_way(words, side)


def _words(transfer: Transfer) -> str:
    """The label of a line, else all of it."""
    return transfer.label or transfer.citations[0].span.exact


def _role(name: str, one: Mention) -> Role:
    return Role(name, one.id, one.normalised or one.span.exact, one.span)


def _party(at: Span | None, here: OnPage) -> Mention | None:
    return here.at(at.start, at.end, *PARTIES) if at is not None else None


def _other(where: Mapping[str, Span], here: OnPage) -> Mention | None:
    """Whom the label names: the payee that was told apart, else the only party that stands in it."""
    told = _party(where.get("payee"), here)
    if told is not None or "label" not in where:
        return told
    inside = list(here.within(where["label"].start, where["label"].end, *PARTIES))
    return inside[0] if len(inside) == 1 and "payee" in where else None


def _account(transfer: Transfer, here: OnPage) -> Mention | None:
    """The account, where the page does not say whose it is."""
    if transfer.account is None:
        return None
    named = here.within(0, len(here.page.text), "account", "iban")
    return next((one for one in named if _digits(one) == _plain(transfer.account)), None)


def _digits(one: Mention) -> str:
    return _plain(one.normalised or one.span.exact)


def _plain(number: str) -> str:
    return "".join(filter(str.isalnum, number)).upper()


def _sum(piece: Piece, here: OnPage, at: Span, transfer: Transfer, reader: str) -> Mention:
    """The sum of the line as it was read; made anew where it was not, or was taken for another number."""
    value = transfer.debit if transfer.debit is not None else transfer.credit or Decimal(0)
    for one in here.within(at.start, at.end, "quantity"):
        if one.quantity is not None and one.quantity.low == value and one.quantity.dimension == "money":
            return one
    currency = transfer.currency or _currency(here)
    money = Quantity(value, value, currency, "money", currency)
    return mention(here.page, piece, at.start, at.end, "quantity", reader, quantity=money)


def _currency(here: OnPage) -> str:
    """What the other sums of the page are in."""
    amounts = (one.quantity for one in here.within(0, len(here.page.text), "quantity"))
    return next((one.unit for one in amounts if one is not None and one.dimension == "money"), "XXX")
