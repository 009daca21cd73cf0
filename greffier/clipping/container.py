"""The container: who showed the page, when it was rendered, and what stands around the article."""

from __future__ import annotations

import re

from greffier.clipping import moments
from greffier.clipping.fields import Sheet
from greffier.clipping.lines import plain
from greffier.clipping.regions import locality
from greffier.clipping.wording import SPONSOR, union
from greffier.records import Field

_CUE = union(SPONSOR)
_NAME = re.compile(r"[^:.!?|]{1,60}")


def container(sheet: Sheet) -> list[Field]:
    """The fields of the container."""
    around = [sheet.listed("container.navigation", "navigation"), sheet.listed("container.widgets", "widget")]
    return [_masthead(sheet), _page_date(sheet), _locality(sheet), _sponsors(sheet), *around]


def _masthead(sheet: Sheet) -> Field:
    if parts := sheet.of("masthead"):
        return sheet.field("container.masthead", parts[0].text, parts[:1], "the first words of the page, set apart")
    return sheet.absent("container.masthead", "no line stands as a masthead")


def _page_date(sheet: Sheet) -> Field:
    """When the page was rendered or captured; never the date of the article."""
    parts = sheet.of("page_date")
    if not parts:
        return sheet.absent("container.page_date", "no date stands before the headline")
    day = moments.read(plain(parts[0].text), month_first=True).day
    method = "a date before the headline: when the page was shown"
    return sheet.field("container.page_date", day, parts[:1], method, "stated" if day else "unresolved")


def _locality(sheet: Sheet) -> Field:
    if parts := sheet.of("locality"):
        value = locality(plain(parts[0].text))
        return sheet.field("container.locality", value, parts[:1], "a town and its region beside the masthead")
    return sheet.absent("container.locality", "no line is a town with its region")


def _sponsors(sheet: Sheet) -> Field:
    return sheet.listed("container.sponsors", "sponsor", lambda part: sponsor(plain(part.text)))


def sponsor(told: str) -> str:
    """The name of a sponsor: what stands after the word, up to the first colon or full stop."""
    cue = _CUE.match(told)
    rest = told[cue.end() :].strip() if cue else told
    name = _NAME.match(rest)
    return (name.group().strip() if name else rest) or told
