"""What each page says that an exhibit holds: so many packets, so many grams, gross or net."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from greffier.assembling.bare_marks import Mark, marks
from greffier.assembling.goods import MONEY, good_name, in_kilograms
from greffier.assembling.lookup import Lookup
from greffier.records import Entity, Mention, Page, Piece, Quantity, Span

_TAKEN = re.compile(
    r"prél[eè]v|échantillon|aliquote|(?-i:dont )"  # « Dont procès-verbal » ends an act
    r"|(?:un|le) (?:reste|surplus|solde)|mis(?:es)? de côté|sampl|aliquot|of which"
    r"|(?:took|taken?|taking) (?:out|from)|remov|withdr|remain|left over|the rest|set aside|tares?\b"
    r"|\b(?:burn|destr|retain|kept by|d[ée]trui|incin[ée]r|conserv|reserve|r[ée]serve|restitu|returned)"
    r"|(?:poids|weight) (?:de l['’]|of (?:the |its )?)(?:emballage|wrapping|packaging)",
    re.IGNORECASE,
)
_WRAPPING = r"(?:emballages?|conditionnements?|wrappings?|packagings?|packing)"
_WRAPPED = rf"(?:{_WRAPPING}|contenants?|bags?|containers?)"
_GROSS = re.compile(
    rf"\b(?:bruts?|gross|{_WRAPPED} (?:compris|included)|(?:avec|with|including|y compris) "
    rf"(?:(?:son|leurs?|its|their|the) |l['’])?{_WRAPPED}"
    rf"|(?:dans|in) (?:(?:son|leurs?|its|their|the) |l['’])?{_WRAPPING})\b",  # not what lies in a bag
    re.IGNORECASE,
)
_NET = re.compile(
    rf"\b(?:nets?|déballée?s?|unwrapped|(?:hors|sans|without|excluding|out of) "
    rf"(?:(?:son|leurs?|its|their|the) |l['’])?{_WRAPPED})\b",
    re.IGNORECASE,
)
_CASH = re.compile(
    r"\b(?:cash|bank ?notes?|notes|currency|money|count(?:ed|s)?|esp[eè]ces|num[ée]raire|billets|coupures|liquide"
    r"|argent|somme|compt[ée]e?s?)\b",
    re.IGNORECASE,
)
_FACE = re.compile(r"\b(?:notes?|bills?|coins?|billets?|coupures?|pi[eè]ces?) (?:of|de|d['’]) ?$", re.IGNORECASE)
_NO_FIGURE = re.compile(r"[^\d;.\n]{0,40}")  # after an amount, up to the next one
_WORD_BEFORE = re.compile(
    r"^(?:scellés?|seals?|exhibits?)(?: (?:fermé|ouvert))?(?: (?:n[°ºo]\.?|numéro|number))?[ :]*", re.IGNORECASE
)
_LABEL = re.compile(r"^\s*(?:fiche de |fiche du )?(?:scellé|seal|exhibit)\b", re.IGNORECASE)
_LABEL_LINES = 6  # lines under a label ("SCELLÉ SQ/03 …") that speak of it
_NEAR = 48  # characters around an amount in which "net" or "gross" qualifies it


@dataclass(frozen=True, slots=True)
class Statement:
    """One page on one exhibit: `attribute` is net, gross, weight (unsaid which), or what was counted."""

    exhibit: Entity
    attribute: str
    low: Decimal
    high: Decimal
    unit: str
    approximate: bool
    piece: str
    span: Span


def statements(known: Lookup, dimension: str) -> Iterator[Statement]:
    """Yield what the pages say of exhibits (their mass, a count, a sum), page by page; copies are not heard twice."""
    for piece in known.ordered_pieces():
        for page_id in piece.pages:
            page = known.pages.get(page_id)
            if page is not None and page.near_duplicate_of is None:
                yield from _on_page(known, piece, page, dimension)


def _on_page(known: Lookup, piece: Piece, page: Page, dimension: str) -> Iterator[Statement]:
    seals = marks(known, page)
    if not seals:
        return
    for mention in known.on_page.get(page.id, ()):
        if mention.quantity is not None and mention.quantity.dimension == dimension:
            exhibit = _exhibit_of(known, page, mention, seals)
            if (
                exhibit is not None
                and not _part(page, mention)
                and (dimension != "money" or _cash(known, page, mention))
            ):
                yield _statement(exhibit, mention, mention.quantity, piece.id, page)


def _exhibit_of(known: Lookup, page: Page, amount: Mention, seals: list[Mark]) -> Entity | None:
    """Return the exhibit an amount is told of: the only one of its clause, of its row, or of the label above it."""
    for left, right in (_clause(known, page, amount), _row(page, amount)):
        inside = {entity.id: entity for span, entity in seals if left <= span.start < right}
        if len(inside) == 1:
            return next(iter(inside.values()))
    return _labelled(page, amount, seals)


def _clause(known: Lookup, page: Page, amount: Mention) -> tuple[int, int]:
    """The sentence of an amount, cut at semicolons: a list sets its items apart."""
    start, end = known.sentence(amount.span)
    before, after = page.text.rfind(";", start, amount.span.start), page.text.find(";", amount.span.end, end)
    return (before + 1 if before >= 0 else start), (after if after >= 0 else end)


def _row(page: Page, amount: Mention) -> tuple[int, int]:
    after = page.text.find("\n", amount.span.end)
    return page.text.rfind("\n", 0, amount.span.start) + 1, after if after >= 0 else len(page.text)


def _labelled(page: Page, amount: Mention, seals: list[Mark]) -> Entity | None:
    above = [(span, entity) for span, entity in seals if span.start < amount.span.start]
    if not above:
        return None
    span, entity = above[-1]
    line = page.text.rfind("\n", 0, span.start) + 1
    between = page.text[span.end : amount.span.start]
    heads = _LABEL.match(page.text[line : span.end])
    return entity if heads and between.count("\n") <= _LABEL_LINES and "\n\n" not in between else None


def _part(page: Page, amount: Mention) -> bool:
    """Whether the words around an amount say that it is a part, taken out or left."""
    before = page.text[max(0, amount.span.start - _NEAR) : amount.span.start]
    return (
        _TAKEN.search(before) is not None
        or _TAKEN.search(page.text[amount.span.end : amount.span.end + 24]) is not None
    )


def _cash(known: Lookup, page: Page, amount: Mention) -> bool:
    """Whether an amount of money is cash that was counted, and not what one note is worth."""
    start, end = known.sentence(amount.span)
    before = page.text[max(0, amount.span.start - _NEAR) : amount.span.start]
    return _CASH.search(page.text, start, end) is not None and _FACE.search(before) is None


def _statement(exhibit: Entity, mention: Mention, quantity: Quantity, piece: str, page: Page) -> Statement:
    low, high, unit = in_kilograms(quantity)
    return Statement(
        exhibit, _attribute(page, mention, quantity), low, high, unit, quantity.approximate, piece, mention.span
    )


def _attribute(page: Page, mention: Mention, quantity: Quantity) -> str:
    if quantity.dimension == "money":
        return MONEY
    if quantity.dimension == "count":
        return good_name(quantity.container or quantity.good or "")
    after = _NO_FIGURE.match(page.text, mention.span.end)
    around = page.text[max(0, mention.span.start - _NEAR) : after.end() if after else mention.span.end]
    if _GROSS.search(around):
        return "gross"
    return "net" if _NET.search(around) else "weight"


def by_exhibit(known: Lookup, dimension: str) -> dict[tuple[str, str], list[Statement]]:
    """Return the statements on each exhibit and attribute; a piece that says two things of one is not heard."""
    told: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in statements(known, dimension):
        told[one.exhibit.id, "weight" if one.attribute == "net" else one.attribute].append(one)
    return {name: _steady(found) for name, found in sorted(told.items())}


def _steady(found: list[Statement]) -> list[Statement]:
    by_piece: dict[str, list[Statement]] = defaultdict(list)
    for one in found:
        by_piece[one.piece].append(one)
    return [same[0] for same in by_piece.values() if len({(one.low, one.high) for one in same}) == 1]


def bare(exhibit: Entity) -> str:
    """The number of an exhibit without the word before it: "scellé n° MR/02" is MR/02."""
    return _WORD_BEFORE.sub("", " ".join(exhibit.name.split())) or exhibit.name
