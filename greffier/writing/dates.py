"""When and which: the dates and codes of a sentence, looked for on its pages."""

from __future__ import annotations

from collections.abc import Iterator

from greffier.text import key
from greffier.writing.atoms import Atoms
from greffier.writing.desk import Desk
from greffier.writing.fault import Fault, where, wrong
from greffier.writing.figures import Moment, ends, is_night, is_range, same_day, same_moment
from greffier.writing.ground import Ground


def wrong_dates(atoms: Atoms, stood: Ground, desk: Desk) -> Iterator[Fault]:
    """Yield the dates of a sentence that its pages do not bear out."""
    told = atoms.figures.moments
    for moment in told:
        in_core = any(same_moment(moment, other) for other in stood.core.figures.moments)
        if in_core and _of_the_year(moment, stood, desk):
            continue
        said = stood.said.figures.moments
        free = [o for o in said if not any(same_day(each, o) for each in told)]
        clocks = [o for o in said if _timed(moment) and _timed(o) and not any(same_moment(t, o) for t in told)]
        if rivals := clocks or free:
            yield wrong(moment.surface, rivals[0].surface, rivals[0].at, stood)
        elif not _dated(moment, stood, desk) or not _of_the_year(moment, stood, desk):
            yield Fault("not_found", f"“{moment.surface}” does not stand on {where(stood)}.")


def _timed(moment: Moment) -> bool:
    return "T" in moment.time.earliest


def _dated(moment: Moment, stood: Ground, desk: Desk) -> bool:
    """Whether a date stands anywhere on the pages, or is the date of their pieces; a time of day must stand there."""
    shown = stood.whole.figures.moments
    if any(same_moment(moment, other) for other in shown):
        return True
    if _timed(moment):
        return False
    if is_range(moment):
        met = [any(same_day(day, other) for other in shown) or _acted(day, stood, desk) for day in ends(moment)]
        return all(met) or (is_night(moment) and any(met))
    return _acted(moment, stood, desk)


def _of_the_year(moment: Moment, stood: Ground, desk: Desk) -> bool:
    """Whether a year that the draft names is one that the pages or the dates of their pieces name."""
    if not moment.year:
        return True
    years = {other.time.earliest[:4] for other in stood.whole.figures.moments if other.year}
    years |= {at[:4] for page in stood.pages if (at := desk.act_date(page))}
    return not years or moment.time.earliest[:4] in years or moment.time.latest[:4] in years


def _acted(moment: Moment, stood: Ground, desk: Desk) -> bool:
    cut = 0 if moment.year else 5
    dates = [at for page in stood.pages if (at := desk.act_date(page))]
    return any(moment.time.earliest[cut:10] <= at[cut:] <= moment.time.latest[cut:10] for at in dates)


def wrong_codes(atoms: Atoms, stood: Ground) -> Iterator[Fault]:
    """Yield the numbers of lines, plates, seals that its pages do not show."""
    shown = set(stood.whole.figures.codes)
    letters = _letters(stood.whole.text)
    for kind, code in atoms.figures.codes:
        if (kind, code) in shown or _letters(code) in letters:
            continue
        yield Fault("not_found", f"“{code}” ({kind}) does not stand on {where(stood)}.")


def _letters(text: str) -> str:
    return "".join(char for char in key(text) if char.isalnum())
