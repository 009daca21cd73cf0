"""The number that a paper bears at its head: a ticket, a slip, a voucher, an invoice, a leaf of a register."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from greffier.assembling.lookup import Lookup
from greffier.records import Page
from greffier.text import folded

_LINES = 3  # of a page, in which it bears its number
_LONGEST = 200  # characters of such a line
_PLAIN = r"(?i:n\s?[°ºo]\.?|nr\.?|no\.?|number|num[ée]ro)"
_NAMED = (
    r"(?i:folio|leaf|feuillet|ticket|bon|voucher|receipt|re[çc]u|invoice|facture|slip|docket|chit|waybill|bordereau"
    r"|carnet)"
)
_NUMBER = re.compile(
    rf"(?<!\S)(?P<label>{_PLAIN}|{_NAMED}(?:\s+{_PLAIN})?|[A-Z]{{2,6}})[ \t:.]{{1,4}}"
    r"(?P<head>(?:[A-Z]{1,4}[-/ ]?)?(?:\d{2}/)?)(?P<digits>\d{2,8})(?=[ \t]{2}|[ \t]*$)",
    re.MULTILINE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_OTHER = frozenset("page pages pg room section part art article unit op tel fax box cp bp po".split())
_SHORT = 3  # digits that a number after any capitals has at least: « VOL 12 » numbers no paper
_WORDS = 2  # that say what kind of paper it is


@dataclass(frozen=True, slots=True)
class Headed:
    """A page that bears a number of its own: `head` and `digits` as they stand there, from `start` to `end`."""

    page: Page
    head: str
    digits: str
    start: int
    end: int


def headed(known: Lookup) -> dict[str, list[Headed]]:
    """Papers of one kind with a number each, by what the papers of that kind are called, in the order of the case."""
    found: dict[str, list[Headed]] = defaultdict(list)
    for page in known.typed_pages():
        number = _number(page)
        if number is not None:
            label = folded(number["label"])
            told = Headed(page, number["head"], number["digits"], number.start("head"), number.end())
            kind = _called(page, number) if re.fullmatch(_PLAIN, number["label"]) else f"{page.source} {label}"
            if kind:
                found[f"{kind} {number['head']}{len(number['digits'])}"].append(told)
    return found


def _number(page: Page) -> re.Match[str] | None:
    """The last number of the first of its first lines that has one at its end, or parted from what follows."""
    end = 0
    for _ in range(_LINES):
        start = end + len(page.text[end : end + _LONGEST]) - len(page.text[end : end + _LONGEST].lstrip())
        after = page.text.find("\n", start)
        end = after if after >= 0 else len(page.text)
        found = [one for one in _NUMBER.finditer(page.text, start, min(end, start + _LONGEST)) if _is_number(one)]
        if found:
            return found[-1]
    return None


def _is_number(found: re.Match[str]) -> bool:
    label = folded(found["label"])
    any_capitals = not re.fullmatch(rf"{_PLAIN}|{_NAMED}(?:\s+{_PLAIN})?", found["label"])
    year = not found["head"] and _YEAR.fullmatch(found["digits"])
    return not year and label not in _OTHER and (not any_capitals or len(found["digits"]) >= _SHORT)


def _called(page: Page, number: re.Match[str]) -> str:
    """What kind of paper it is: the words before its number, on its line, else on the line above."""
    line = page.text.rfind("\n", 0, number.start()) + 1
    for start, end in ((line, number.start()), (page.text.rfind("\n", 0, max(0, line - 1)) + 1, line)):
        words = re.findall(r"[a-z]{2,}", folded(page.text[start:end]))
        if len(words) >= _WORDS:
            return " ".join(words)
    return ""
