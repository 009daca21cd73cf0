"""Searching, and asking."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from greffier.case import Case
from greffier.records import Hit
from greffier.serving.shelf import Shelf, shelf

HITS = 50
LIT = 12  # spans that the address of a page carries


def search(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The pages that hold the words of `q`, best first; `kind` keeps one kind of piece."""
    look = shelf(case)
    query = asked.get("q", "").strip()
    found = [_hit(look, hit) for hit in case.search(query, HITS)] if query else []
    kinds = Counter(hit["piece"]["kind"] for hit in found if hit["piece"])
    kind = asked.get("kind", "")
    told = case.account()
    return {
        "query": query,
        "kind": kind,
        "kinds": dict(kinds.most_common()),
        "hits": [hit for hit in found if not kind or (hit["piece"] and hit["piece"]["kind"] == kind)],
        "searched": {"pages": told.pages, "unreadable": told.unreadable, "waiting": told.waiting},
        "most": HITS,
    }


def _hit(look: Shelf, hit: Hit) -> dict[str, Any]:
    spans = ",".join(f"{span.start}-{span.end}" for span in hit.spans[:LIT])
    words = sorted({span.exact for span in hit.spans}, key=len, reverse=True)
    return {
        **look.leaf(hit.page),
        "source": hit.source,
        "page": hit.number,
        "folio": hit.folio,
        "score": round(hit.score, 3),
        "snippet": hit.snippet,
        "lit": lit(hit.snippet, words),
        "url": f"/page/{hit.page}" + (f"?hl={spans}" if spans else ""),
        "piece": look.about(hit.page),
        "count": len(hit.spans),
    }


def lit(text: str, words: list[str]) -> list[dict[str, Any]]:
    """A text cut where these words stand in it: pieces with whether they are lit."""
    if not words:
        return [{"text": text, "lit": False}]
    wanted = "|".join(re.escape(" ".join(word.split())) for word in words)
    parts = re.split(rf"(?<!\w)({wanted})(?!\w)", text)
    return [{"text": part, "lit": number % 2 == 1} for number, part in enumerate(parts) if part]


def ask(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """Sentences of the file that answer `q`, each with its page, or that the file does not say."""
    look = shelf(case)
    question = asked.get("q", "").strip()
    answer = case.ask(question) if question else None
    told = case.account()
    return {
        "question": question,
        "answer": look.answer(answer) if answer else None,
        "about": [look.about(s.citations[0].span.page) for s in answer.sentences] if answer else [],
        "folios_missing": len(told.folios_missing),
        "waiting": told.waiting,
    }
