"""Payments above a limit that the file itself states, where the approval that they need was left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from greffier.assembling.checking import Hit, Material, Words, cite, line_at
from greffier.assembling.lookup import Lookup
from greffier.assembling.rulebook import Rule
from greffier.records import Citation, Mention, Page
from greffier.text import folded

_APPROVES = (
    r"(?:approvals?|approved(?: by)?|authori[sz](?:ed|ation)(?: by)?|countersign\w*|second signature|visa|accord|"
    r"autorisation|"
    r"contreseing|approbation|approuv[ée] par|deuxi[èe]me signature|2e signature)"
)
_BLANK = re.compile(
    rf"^[ \t]*(?P<label>[^\n:(]{{0,24}}\b{_APPROVES}\b[^\n:(]{{0,24}}?)[ \t]*(?:\((?P<when>[^)\n]{{3,60}})\))?[ \t]*:?"
    r"[ \t._…-]*$",
    re.IGNORECASE | re.MULTILINE,
)
_AMOUNT = re.compile(r"\b(?:amount|sum|total|net|paid|montant|somme|verse|net a payer)\b[^\w\n]*$")
_ABOVE = re.compile(
    r"\b(?:exceed(?:s|ing)?|over|above|more than|in excess of|beyond|greater than|superieure?s? a|excedant|depassant|"
    r"depasse|excede|au-dela de|au-dessus de|plus de)\s*$"
)
_NEEDS = re.compile(
    r"\b(?:approv\w*|authori[sz]\w*|sign\w*|countersign\w*|visa|accord|autoris\w*|contresign\w*|approb\w*)\b"
)
_RULE = re.compile(r"\n[ \t]*(?:[-=_]{4,}[ \t]*)?\n")
_STATED = 2  # sentences with the limit that are cited


@dataclass(frozen=True, slots=True)
class _Ceiling:
    """An amount above which somebody must approve, and where it is said: in a field of a form, or in a sentence."""

    amount: Decimal
    currency: str | None
    cited: Citation
    in_field: bool


def above_ceiling(material: Material, rule: Rule) -> Iterator[Hit]:
    """A voucher above a stated limit whose field for the approval holds nothing."""
    known = material.known
    stated = [one for page in known.ordered_pages() for one in _ceilings(known, page)]
    for page in known.typed_pages() if stated else ():
        for field in _BLANK.finditer(page.text):
            paid = _paid(known, page, field.start())
            crossed = [
                one for one in stated if paid is not None and _crosses(paid, one) and _of_field(page, field, one)
            ]
            if paid is not None and crossed:
                yield _hit(page, paid, field, sorted(crossed, key=lambda one: one.in_field))


def _hit(page: Page, paid: Mention, field: re.Match[str], crossed: list[_Ceiling]) -> Hit:
    words: Words = {
        "amount": " ".join(paid.span.exact.split()),
        "limit": " ".join(crossed[0].cited.span.exact.split())[:100],
        "field": " ".join(field["label"].split()),
    }
    start = field.start() + len(field.group()) - len(field.group().lstrip())
    blank = cite(page, start, field.end(), "contradicts")
    return Hit((Citation(paid.span), blank, *[one.cited for one in crossed[:_STATED]]), False, words, "this voucher")


def _ceilings(known: Lookup, page: Page) -> Iterator[_Ceiling]:
    """The amounts of a page that are told as limits in a sentence, or in the brackets of a field, of an approval."""
    for mention in known.on_page.get(page.id, ()):
        quantity = mention.quantity
        if quantity is None or quantity.dimension != "money" or not _limits(mention):
            continue
        start, end = _field(page, mention) or known.sentence(mention.span)
        if _NEEDS.search(folded(page.text[start:end])):
            in_field = _field(page, mention) is not None
            yield _Ceiling(quantity.low, quantity.currency, cite(page, start, end), in_field)


def _limits(mention: Mention) -> bool:
    """Whether "above" or the like stands before the figures of an amount, inside the mention or in front of it."""
    before = re.split(r"\d", mention.span.exact, maxsplit=1)[0].rstrip(" $€£¥₦₹")
    return _ABOVE.search(folded(mention.span.prefix + before)) is not None


def _field(page: Page, mention: Mention) -> tuple[int, int] | None:
    """The line of a form's field whose brackets hold an amount."""
    line = line_at(page.text, mention.span.start)
    bracket = page.text.rfind("(", line[0], mention.span.start)
    return None if bracket < 0 or ")" in page.text[bracket : mention.span.start] else line


def _crosses(paid: Mention, ceiling: _Ceiling) -> bool:
    amount = paid.quantity
    return amount is not None and amount.low > ceiling.amount and amount.currency == ceiling.currency


def _of_field(page: Page, field: re.Match[str], ceiling: _Ceiling) -> bool:
    """Whether a limit is that of a field: said in its brackets, or of the one who is to approve by the same word."""
    span = ceiling.cited.span
    if ceiling.in_field:
        return span.page == page.id and span.start < field.end() and field.start() < span.end
    said, label = folded(span.exact), folded(field["label"])
    return all(word in said for word in re.findall(r"[a-z]{4,}", label)[:3])


def _paid(known: Lookup, page: Page, at: int) -> Mention | None:
    """The amount of the voucher that a field belongs to: that of its block, behind a label that says so."""
    start = max((rule.end() for rule in _RULE.finditer(page.text, 0, at)), default=0)
    for mention in known.on_page.get(page.id, ()):
        if mention.quantity is None or mention.quantity.dimension != "money" or not start <= mention.span.start < at:
            continue
        line = page.text.rfind("\n", 0, mention.span.start) + 1
        if mention.quantity.low == mention.quantity.high and _AMOUNT.search(
            folded(page.text[line : mention.span.start])
        ):
            return mention
    return None
