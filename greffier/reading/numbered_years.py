"""The year that the number of a record bears: « N° 2023/31 », `Record FB-23-00611`, « PV 1421/2022 ».

What a paper that tells no day with its year leans on, and no more than that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from greffier.reading.leaning import Anchor
from greffier.reading.vocabulary import level
from greffier.records import Page

_HEAD = 1200  # characters in which the number of a paper stands
_LABEL = (
    r"\b(?:n[°o]|numero|number|record|ref(?:erence)?|registre|register|dossier|file|case|affaire|proc(?:edure)?|p\.?v|cr"
    r"|cas|ir|rapport|report)(?!\w)[.°:]{0,2}[ ]{0,3}(?:n[°o][ ]?)?"
)
_NUMBERED = re.compile(
    rf"{_LABEL}(?:[a-z]{{1,6}}[-/. ]{{1,2}}){{0,3}}"
    r"(?:(?P<first>(?:19|20)\d\d)[-/.]\d{1,6}|\d{1,7}[-/.](?P<last>(?:19|20)\d\d))(?![\d/.-]\d)"
    rf"|{_LABEL}[a-z]{{1,5}}[-/](?P<short>[12]\d)[-/]\d{{3,7}}(?![\d/-])"
)


def year_of_reference(pages: Sequence[Page]) -> Anchor | None:
    """Return the one year that the numbers at the head of the pages bear; None where they bear none or two."""
    years = {
        int(found["first"] or found["last"] or f"20{found['short']}")
        for page in pages
        for found in _NUMBERED.finditer(level(page.text[:_HEAD]))
    }
    if len(years) != 1:
        return None
    year = years.pop()
    return Anchor(datetime(year, 1, 1), "act", datetime(year, 12, 31))
