"""Mail quoted under a mail: the lines marked `>`, and who wrote them by the line or the head above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class QuotedMail(NamedTuple):
    """Words of an earlier mail, and the line or head that says whose they are."""

    start: int
    end: int
    told: tuple[int, int]


_WROTE = re.compile(  # on the level view; a long line is broken once
    r"(?:^|(?<=\n))(?P<marks>[> \t]*)"
    r"(?P<told>(?:on|le)\b[^\n]{3,160}(?:\n[> \t]*[^\n]{0,90})?|[^\n]{3,80}?)\s*"
    r"\b(?:wrote|writes|a\s+ecrit|ecrivait|ecrit)\s*:[ \t]*\n+(?=[ \t]*>)"
)
_HEAD = re.compile(
    r"(?:^|(?<=\n))(?P<marks>[ \t]*>[> \t]*)(?P<told>(?:de|from|expediteur)\s*:[^\n]*)"
    r"(?:\n[> \t]*(?:date|sent|envoye(?:\s+le)?|to|a|cc|subject|objet|sujet)\s*:[^\n]*){0,6}\n+(?=[ \t]*>)"
)
_LINE = re.compile(r"(?P<marks>[ \t]*>[> \t]*)(?P<words>[^\n]*)(?:\n+|$)")


def find_quoted_mail(text: str, flat: str) -> Iterator[QuotedMail]:
    """Yield the quoted mails of a page that say who wrote them."""
    if "\n>" not in text and not text.startswith(">"):
        return
    heads = sorted((*_WROTE.finditer(flat), *_HEAD.finditer(flat)), key=lambda match: match.start())
    for place, head in enumerate(heads):
        limit = heads[place + 1].start() if place + 1 < len(heads) else len(text)
        if words := _words(text, head.end(), limit, head["marks"].count(">")):
            yield QuotedMail(*words, head.span("told"))


def _words(text: str, at: int, limit: int, above: int) -> tuple[int, int] | None:
    """The lines from `at` on that are marked alike, as deeply as the head or once more."""
    deep: int | None = None
    start = end = at
    while at < limit and (line := _LINE.match(text, at)):
        marks = line["marks"].count(">")
        if line["words"].strip():
            if marks < above or (deep is not None and marks != deep):
                break
            start = line.start("words") if deep is None else start
            deep, end = marks, line.start("words") + len(line["words"].rstrip())
        at = line.end()
    return (start, end) if deep is not None else None
