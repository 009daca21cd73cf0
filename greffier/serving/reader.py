"""The reader: a page as it was given, its text beside it, and what was found on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from greffier.asking.query import parse, spans
from greffier.case import Case, pictured
from greffier.records import Finding, Layout, Mention
from greffier.serving.shelf import Shelf, shelf

DOUBTFUL = 60  # percent of confidence under which a recognised word is marked
LIT = 200  # ranges lit on one page, at most
_RANGE = re.compile(r"(\d{1,7})-(\d{1,7})")


def page(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """A page with its text, mentions and boxes; lit are the ranges of `hl` (`12-40,88-95`) or the words of `q`."""
    look = shelf(case)
    sheet = case.page(asked["id"])
    layout = case.layout(sheet.id)
    source = look.sources[sheet.source]
    found = case.mentions(sheet.id)
    lit = _lit(asked, sheet.text)
    return {
        "page": look.page(sheet) | look.leaf(sheet.id) | {"width": sheet.width, "height": sheet.height},
        "sha256": source.sha256,
        "media_type": source.media_type,
        "picture": f"/page/{sheet.id}.png" if pictured(source) else None,
        "query": asked.get("q", ""),
        "lit": [{"start": start, "end": end, "boxes": _boxes(layout, start, end)} for start, end in lit],
        "mentions": [_mention(look, layout, mention) for mention in found],
        "doubtful": [
            {"start": w.start, "end": w.end, "confidence": w.confidence}
            for w in layout.words
            if sheet.origin == "ocr" and w.confidence < DOUBTFUL
        ],
        "words": len(layout.words),
        "piece": look.about(sheet.id),
        **_around(look, sheet.source, sheet.id),
        "findings": _cited_by(case, look, sheet.id),
        "quote": _quote(sheet.text, lit) if asked.get("hl") else None,
    }


def _lit(asked: dict[str, str], text: str) -> list[tuple[int, int]]:
    ranges = [(int(start), int(end)) for start, end in _RANGE.findall(asked.get("hl", ""))]
    if not ranges and asked.get("q"):
        ranges = spans(parse(asked["q"]), text)
    return sorted((start, min(end, len(text))) for start, end in ranges[:LIT] if start < min(end, len(text)))


def _quote(text: str, lit: list[tuple[int, int]]) -> str | None:
    """The one range that the address lights, as a draft can quote it: on one line, without straight quotation marks."""
    return " ".join(text[lit[0][0] : lit[0][1]].replace('"', "”").split()) if len(lit) == 1 else None


def _mention(look: Shelf, layout: Layout, mention: Mention) -> dict[str, Any]:
    row = look.mention(mention)
    start, end = mention.span.start, mention.span.end
    return {
        "id": row["id"],
        "kind": row["kind"],
        "surface": row["surface"],
        "value": row["value"],
        "entity": row["entity"],
        "start": start,
        "end": end,
        "boxes": _boxes(layout, start, end),
    }


def _boxes(layout: Layout, start: int, end: int) -> list[dict[str, float]]:
    """The boxes of the words in a range, as fractions of the page; words of one line are one box."""
    lines: list[list[float]] = []
    for word in layout.words:
        if word.start >= end or word.end <= start:
            continue
        last = lines[-1] if lines else None
        if last and abs(word.y0 - last[1]) < (word.y1 - word.y0) / 2 and word.x0 >= last[2] - 0.01:
            last[1:] = [min(last[1], word.y0), max(last[2], word.x1), max(last[3], word.y1)]
        else:
            lines.append([word.x0, word.y0, word.x1, word.y1])
    return [{"x": _r(x0), "y": _r(y0), "width": _r(x1 - x0), "height": _r(y1 - y0)} for x0, y0, x1, y1 in lines]


def _r(value: float) -> float:
    return round(value, 5)


def _around(look: Shelf, source: str, page: str) -> dict[str, Any]:
    """The pages before and after, over the ends of files, and the pieces of this file."""
    order, places = look.sequence
    at = places[page]
    pieces: Sequence[Any] = [piece for piece in look.pieces if piece.source == source]
    return {
        "previous": look.leaf(order[at - 1]) if at else None,
        "next": look.leaf(order[at + 1]) if at + 1 < len(order) else None,
        "pieces": [look.short(piece) | {"page_ids": list(piece.pages)} for piece in pieces],
        "pages_in_piece": [look.leaf(id) for id in look.piece_of[page].pages] if page in look.piece_of else [],
        "pages_in_file": len(look.order[source]),
    }


def _cited_by(case: Case, look: Shelf, page: str) -> list[dict[str, Any]]:
    cites: list[Finding] = [f for f in case.findings() if any(c.span.page == page for c in f.citations)]
    return [look.finding(each) | {"url": f"/finding/{each.id}"} for each in cites]
