"""How much a sentence says, looked for on its pages from the quotation outwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from greffier.vocabulary import senses
from greffier.writing.atoms import Atoms
from greffier.writing.desk import Desk
from greffier.writing.fault import Fault, where, wrong
from greffier.writing.figures import Number, bounds_among, same_number, same_sort, unmatched
from greffier.writing.ground import Ground
from greffier.writing.wording import is_hedged

SMALL = 12  # up to here a page holds many numbers that have nothing to do with a sentence
_SOFT = ("s", "year", "%")  # units that a writer may have computed from two values of the page
_COUNTABLE: dict[str, str] = {"container": "container", "seal": "seal", "plate": "vehicle", "phone": "phone"}


def wrong_numbers(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Yield the numbers of a sentence that its pages do not bear out."""
    told = atoms.figures.numbers
    for number in told:
        if not number.bounds or _borne_out(number, stood.core.figures.numbers):
            yield from _flat(number, atoms, stood)
        elif not stood.missing and (rivals := _rivals(number, told, stood.said.figures.numbers)):
            yield wrong(number.surface, rivals[0].surface, rivals[0].at, stood)
        elif not _elsewhere(number, stood, desk):
            yield _absent_number(number, told, stood)


def _borne_out(number: Number, shown: Sequence[Number]) -> bool:
    return any(same_number(number, other) for other in shown) or bounds_among(number, shown)


def _rivals(number: Number, told: Sequence[Number], shown: Sequence[Number]) -> list[Number]:
    """Numbers of the same sort that the sentence does not take up."""
    units = {number.unit, None} if number.unit is not None else {"count", None}
    return [other for other in unmatched(told, shown) if same_sort(number, other) and other.unit in units]


def _elsewhere(number: Number, stood: Ground, desk: Desk) -> bool:
    """Whether a number stands further off on the pages, is the count of codes on them, or follows from the ledger."""
    shown = stood.whole.figures.numbers
    if max(number.bounds) <= SMALL:  # "two", "three": a page holds many that have nothing to do with it
        shown = tuple(other for other in shown if other.good & number.good or (other.unit and other.unit != "count"))
    if _borne_out(number, stood.near.figures.numbers) or _borne_out(number, shown):
        return True
    return _counted(number, stood) or follows(number, desk)


def _counted(number: Number, stood: Ground) -> bool:
    """Whether so many different codes of what is counted stand on the pages ("two containers", each by its number)."""
    kinds = [kind for kind, word in _COUNTABLE.items() if senses(word) & number.good]
    codes = stood.whole.figures.codes
    return any(number.bounds == (Decimal(len({code for each, code in codes if each == kind})),) for kind in kinds)


def follows(number: Number, desk: Desk) -> bool:
    """Whether a number follows from the ledger."""
    return any(same_number(number, other) for other in desk.computed)


def _absent_number(number: Number, told: Sequence[Number], stood: Ground) -> Fault:
    rivals = [r for r in _rivals(number, told, stood.core.figures.numbers) if r.unit == number.unit and r.at]
    alone = len(stood.core_spans) == 1 and not stood.missing
    if rivals and number.unit not in (None, "count") and alone:
        return wrong(number.surface, rivals[0].surface, rivals[0].at, stood)
    if number.unit in _SOFT:
        return Fault("partly", f"“{number.surface}” does not stand on {where(stood)}: compute it again.", blocks=False)
    return Fault("not_found", f"“{number.surface}” does not stand on {where(stood)}.")


def _flat(number: Number, atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """A page that says "about" does not bear out a number told flatly."""
    shown = [other for other in stood.core.figures.numbers if same_number(number, other)]
    if shown and all(other.about for other in shown) and not number.about and not is_hedged(atoms.text):
        yield Fault("partly", f"The page is less sure: “{shown[0].surface}”.", blocks=False)
