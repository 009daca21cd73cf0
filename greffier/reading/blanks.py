"""The blanks before a place of a page, looked at from that place on: to cut the page there copies all of it."""

from __future__ import annotations


def closed(text: str, at: int) -> int:
    """Return the end of what stands before a place, without the blanks between."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def last_sign(text: str, at: int) -> str:
    """Return the last sign before a place that is no blank, nothing where there is none."""
    end = closed(text, at)
    return text[end - 1 : end]


def opens_line(text: str, at: int) -> bool:
    """Return whether only blanks stand before a place on its line."""
    while at and text[at - 1] in " \t":
        at -= 1
    return not at or text[at - 1] == "\n"
