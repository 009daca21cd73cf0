"""The picture that the article was published with, which is not here: its credit line, its maker, its caption."""

from __future__ import annotations

from greffier.clipping import pictures
from greffier.clipping.fields import Sheet
from greffier.clipping.lines import plain
from greffier.records import Field


def image(sheet: Sheet) -> list[Field]:
    """The fields of the picture."""
    return [_credit(sheet), _creator(sheet), _caption(sheet), _alt(sheet)]


def _credit(sheet: Sheet) -> Field:
    name = "image.credit_line"
    if parts := sheet.of("image_credit"):
        return sheet.field(name, parts[0].text, parts[:1], "words that credit a picture")
    if said := sheet.said(name):
        return sheet.told(said[0], name, said[0].value)
    return sheet.absent(name, "no line credits a picture")


def _creator(sheet: Sheet) -> Field:
    """Who made it; what they are is not said, so the name is inferred and to be confirmed."""
    name = "image.creator"
    if parts := sheet.of("image_creator"):
        value = pictures.creator(plain(parts[0].text))
        return sheet.field(
            name, value, parts[:1], "a name beside the credit line; its role is to be confirmed", "inferred"
        )
    if said := sheet.said(name):
        return sheet.told(said[0], name, said[0].value)
    return sheet.absent(name, "no name stands beside a credit line")


def _caption(sheet: Sheet) -> Field:
    name = "image.caption"
    if parts := sheet.of("caption"):
        return sheet.field(name, parts[0].text, parts[:1], "a sentence with a credit, or beside one")
    return sheet.absent(name, "no line is a caption")


def _alt(sheet: Sheet) -> Field:
    if said := sheet.said("image.alt"):
        return sheet.told(said[0], "image.alt", said[0].value)
    return sheet.absent("image.alt", "the capture does not say")
