"""Who published the article: never the page that shows it, unless something on it says so."""

from __future__ import annotations

import re

from greffier.clipping.chunks import Part
from greffier.clipping.fields import Sheet, against
from greffier.clipping.lines import plain
from greffier.clipping.wording import AGENCIES
from greffier.records import Field
from greffier.text import key

_SITE = re.compile(r"(?P<name>[^|/.:©]{2,60})\.(?:fr|com|org|net|eu|be|ch|de|co|uk|info|news|press|ca)\b")
_CUE = re.compile(r"^(?:images?|photos?|crédits?|credits?|illustrations?|©)(?: (?:de|by|from|of))? ?:? ", re.IGNORECASE)
_AGENCY = re.compile(rf"(?:{AGENCIES})")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright) ?(?:\d{4}(?:-\d{4})?)? ?(?P<name>[A-ZÀ-Þ][\w'& -]{2,40}?)(?: ?\d{4})?[ .]*$", re.IGNORECASE
)


def publisher(sheet: Sheet) -> Field:
    """The publisher: what the markup states, else what the credit line or the source beside the date shows."""
    name, said = "article.publisher", sheet.said("article.publisher")
    if said:
        return against(sheet.told(said[0], name, said[0].value), said[1:], lambda value: _alike(value, said[0].value))
    for part in sheet.of("image_credit"):
        if site := _SITE.match(_CUE.sub("", plain(part.text))):
            return sheet.field(name, site["name"], [part], "the site that the picture is credited to", "inferred")
    if beside := _beside_date(sheet):
        return sheet.field(name, beside.text, [beside], "the name that stands with the date", "inferred")
    for part in sheet.of("navigation"):
        match = _COPYRIGHT.fullmatch(plain(part.text))
        if match and not _AGENCY.fullmatch(match["name"]):
            return sheet.field(name, match["name"].strip(), [part], "the copyright line", "inferred")
    return sheet.absent(name, "nothing on the page says who published the article")


def _beside_date(sheet: Sheet) -> Part | None:
    """Words of a line that also holds the date of publication, glued or set off: `LeMonde21-05-2025`."""
    for index, part in enumerate(sheet.parts):
        if part.label == "published" and index and sheet.parts[index - 1].label == "unknown":
            before = sheet.parts[index - 1]
            if not before.chunk.whole and before.chunk.page == part.chunk.page and before.chunk.end == part.chunk.start:
                return before
    return None


def _alike(one: str, other: str) -> bool:
    first, second = (re.sub(r"\W|(?:fr|com|org|net)$", "", key(told)) for told in (one, other))
    return first in second or second in first
