"""What happened in a seeded case, and the papers that tell it: a delivery, two handovers, seizures, who is who.

Everything that came in is seized again, unless `missing` says how much is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from email.utils import format_datetime
from typing import Any

from tests.seeded.box import Box
from tests.seeded.truth import Account, Moved
from tests.seeded.wording import Person, Told, moment

Pairs = tuple[tuple[str, str], ...]
TELLERS = ("report", "report", "report", "hearing", "hearing", "hearing", "summary", "press")


@dataclass(frozen=True)
class Operation:
    """The truth of the base of a case."""

    good: str
    moved: tuple[Moved, ...]
    accounts: tuple[Account, ...]
    aliases: Pairs
    shared: Pairs
    apart: Pairs
    protected: tuple[str, ...]


@dataclass(frozen=True)
class Cast:
    """The people of the operation: `source` delivers to `keeper`, who hands over to `buyers`."""

    source: Person
    keeper: Person
    buyers: tuple[Person, Person]


def run(box: Box, missing: bool) -> Operation:
    """Write the papers of the base."""
    used = (box.begin - timedelta(days=60), box.begin + timedelta(days=200))
    cast = Cast(
        box.person(used=used, nick=box.nick()),
        box.person(used=used, nick=box.nick()),
        (box.person(used=used, nick=box.nick()), box.person(used=used)),
    )
    good = box.choose("good")
    orders(box, cast)
    aliases, shared, apart, protected = identities(box, cast)
    watches(box, cast)
    moved, accounts = movements(box, cast, good, missing)
    tables(box, cast)
    mails(box)
    return Operation(good, moved, accounts, aliases, shared, apart, protected)


def orders(box: Box, cast: Cast) -> None:
    """What was authorised, and three calls heard within it."""
    at = box.day()
    window: dict[str, Any] = {"d1": at + timedelta(days=1), "d2": at + timedelta(days=90)}
    box.paper("tap_order", at, [box.tells("tap", phone=cast.keeper.phone, **window)])
    box.paper("search_order", box.day(), [box.tells("search", a=who, **window) for who in (cast.keeper, *cast.buyers)])
    for _ in range(3):
        box.paper("intercept", box.day(2, 19), [], phone=cast.keeper.phone, other=cast.buyers[0].phone)


def identities(box: Box, cast: Cast) -> tuple[Pairs, Pairs, Pairs, tuple[str, ...]]:
    """Who is who: names, lines and plates. Returns aliases, a nickname of two people, who must not be merged, and who
    is protected.
    """
    names = box.stock["names"]
    known = [cast.source, cast.keeper, cast.buyers[0]]
    box.paper("report", box.day(), [
        box.tells(what, a=who) for who in known for what in ("intro", "alias", "phone", "plate")
    ])  # fmt: skip
    married = box.person(box.surname(kept=True), woman=True, husband=box.surname(kept=True))
    first, variant = box.drawn.choice(names["variants"])
    double = box.person(first=first, variant=variant)
    father = box.person(older=28)
    son = box.person(father.last)
    one, two = box.person(), box.person()
    namesake = box.person(one.last)
    box.paper("report", box.day(), [
        box.tells("intro", a=cast.buyers[1]), box.tells("married", a=married), box.tells("initials", a=married),
        box.tells("intro", a=double), box.tells("variant", a=double),
    ])  # fmt: skip
    hidden = box.person(pseudonym=box.drawn.choice(names["pseudonym"]))
    box.paper("report", box.day(), [
        box.tells("father", a=father, b=son), box.tells("homonym", a=one, b=namesake),
        box.tells("shared_nick", a=one, b=two, shared=names["shared_nick"]), box.tells("witness", x=hidden),
    ])  # fmt: skip
    aliases = [(who.id, who.nick) for who in known] + [(married.id, married.husband)]
    apart = [(father.id, son.id), (one.id, namesake.id), (one.id, two.id), (hidden.id, cast.keeper.id)]
    shared = [(who.id, names["shared_nick"]) for who in (one, two)]
    return tuple(aliases), tuple(shared), tuple(apart), (hidden.id,)


def watches(box: Box, cast: Cast) -> None:
    """Surveillance in which people are called by their nicknames."""
    for who in (cast.keeper, cast.source):
        box.paper("watch", box.day(), [box.tells("nick_says", a=who)])


def movements(box: Box, cast: Cast, good: str, missing: bool) -> tuple[tuple[Moved, ...], tuple[Account, ...]]:
    """The delivery, the handovers and the payments, each told on one to nine pages, and what was seized."""
    total = Decimal(box.drawn.randint(600, 3600)) / 10
    parts = [
        (total * share / 100).quantize(Decimal("0.1"))
        for share in (box.drawn.randint(15, 30), box.drawn.randint(20, 35))
    ]
    lost = (total / 8).quantize(Decimal("0.1")) if missing else Decimal(0)
    kept = total - sum(parts) - lost
    paid = [Decimal(box.drawn.randint(10, 60) * 1000 + 500) for _ in cast.buyers]
    came = [
        (cast.source, cast.keeper, total),
        *((cast.keeper, who, part) for who, part in zip(cast.buyers, parts, strict=True)),
    ]
    pages: list[list[Told]] = [[] for _ in TELLERS]
    for number, (giver, taker, amount) in enumerate(came):
        slots = {"a": giver, "b": taker, "q": amount, "good": good, "d": box.day(), "town": box.choose("town")}
        for turn, page in enumerate(box.drawn.sample(pages, box.drawn.randint(1, len(pages)))):
            page.append(
                box.tells("deliver_about" if turn % 3 == 1 else "deliver", "delivery" if not number else "", **slots)
            )
    for who, amount in zip(cast.buyers, paid, strict=True):
        slots = {"a": who, "b": cast.keeper, "n": amount, "d": box.day()}
        for page in box.drawn.sample(pages, box.drawn.randint(1, 4)):
            page.append(box.tells("pay", **slots))
    seized = [(cast.keeper, kept), *zip(cast.buyers, parts, strict=True)]
    for who, amount in seized:
        seize(box, who, amount, good, pages)
    for kind, lines in zip(TELLERS, pages, strict=True):
        if lines:
            box.paper(kind, box.day(), lines, w=box.drawn.choice((*cast.buyers, cast.keeper)))
    copied = box.papers[box.drawn.randrange(5, 8)]  # one of the reports on people
    box.file("copy", copied.sheets)
    moved = [Moved(one.id, two.id, amount, "kg") for one, two, amount in came]
    moved += [Moved(who.id, cast.keeper.id, amount, "EUR") for who, amount in zip(cast.buyers, paid, strict=True)]
    moved += [Moved(who.id, None, amount, "kg") for who, amount in seized]
    if missing:
        box.plan("missing", "red line", False, ["delivery"])
    accounts = [Account(cast.keeper.id, "kg", total, total - lost)]
    accounts += [Account(who.id, "kg", part, part) for who, part in zip(cast.buyers, parts, strict=True)]
    return tuple(moved), tuple(accounts)


def seize(box: Box, who: Person, amount: Decimal, good: str, pages: list[list[Told]]) -> None:
    """A seizure, its analysis, the custody that follows and its extension in time; told again in the synthesis."""
    seal = box.seal()
    at = box.day(hour=7)
    box.paper("seizure", at, [box.tells("seize", a=who, q=amount, good=good, seal=seal)])
    pages[6].append(box.tells("seized", a=who, q=amount, good=good, seal=seal, d=at))
    held = at + timedelta(minutes=40)
    box.paper("custody", held, [box.tells("custody", w=who, d=held)], w=who)
    box.paper("extension", held + timedelta(hours=22), [box.tells("extension", w=who)], w=who)
    box.paper("lab", box.day(3), [box.tells("lab", seal=seal, good=good, q=amount)])


def tables(box: Box, cast: Cast) -> None:
    """Call records and a statement of account."""
    french = box.language == "fr"
    calls = ["Appelant;Appelé;Début;Durée (s)" if french else "Caller;Called;Start;Duration (s)"]
    for day in range(12):
        at = moment(box.day(0) + timedelta(days=day), "slash", "fr")
        calls.append(f"{cast.keeper.phone};{cast.buyers[day % 2].phone};{at} {8 + day}:15;{30 + day}")
    lines = ["Date;Libellé;Débit;Crédit;Solde" if french else "Date;Details;Debit;Credit;Balance"]
    held = 1200
    for day in range(10):
        spent = box.drawn.randint(5, 90)
        held -= spent
        lines.append(f"{moment(box.day(0) + timedelta(days=day), 'slash', 'fr')};CARTE 4{day};{spent},00;;{held},00")
    for kind, rows in (("calls", calls), ("bank", lines)):
        box.file(kind, (tuple(Told(row) for row in rows),), end="csv")


def mails(box: Box) -> None:
    """Two mails of the service."""
    for _ in range(2):
        at = box.day()
        line = box.tells("mail", d=at + timedelta(days=4), o=box.drawn.choice(box.officers))
        letter = ("greffe@service.example", "equipe@service.example", format_datetime(at), "Coordination")
        box.file("mail", ((line,),), end="eml", letter=letter)
