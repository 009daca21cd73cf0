"""Names to review: two of them side by side with their pages, and what a person says of them."""

from __future__ import annotations

from typing import Any

from greffier.case import Case
from greffier.errors import NotInCase
from greffier.records import Citation, Entity, Undecided
from greffier.serving.decisions import Fields, row
from greffier.serving.shelf import Shelf, shelf

EXCERPTS = 6
LATELY = 5
_OF_NAMES = ("merge", "split", "unsure")


def review(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """The pairs to decide on, those first whose decision would change most, and the first of them."""
    waiting = case.review()
    return _told(case, waiting, waiting[0] if waiting else None)


def doubt(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """One pair side by side, among the others. Raises NotInCase."""
    return _told(case, case.review(), _one(case, asked["id"]))


def same(case: Case, fields: Fields) -> str:
    """The two names are one."""
    one = _one(case, fields["id"])
    case.merge(one.left.id, one.right.id, fields.get("why"))
    return "/review"


def different(case: Case, fields: Fields) -> str:
    """The two names are two."""
    one = _one(case, fields["id"])
    case.split(one.left.id, fields.get("why"), apart=one.right.id)
    return "/review"


def unsure(case: Case, fields: Fields) -> str:
    """Nobody can tell yet."""
    one = _one(case, fields["id"])
    case.unsure(one.left.id, one.right.id, fields.get("why"))
    return "/review"


def _one(case: Case, id: str) -> Undecided:
    found = next((one for one in case.review() if one.judgement.id == id), None)
    if found is None:
        raise NotInCase("This pair is not in doubt any more.", "Go back to the names to review.")
    return found


def _told(case: Case, waiting: list[Undecided], one: Undecided | None) -> dict[str, Any]:
    look = shelf(case)
    lately = [d for d in case.decisions() if d.verb in _OF_NAMES and not d.undone][:LATELY]
    return {
        "pairs": [look.doubt(each) | {"url": f"/review/{each.judgement.id}"} for each in waiting],
        "pair": _pair(look, one) if one else None,
        "decided": [row(case, look, each) for each in lately],
    }


def _pair(look: Shelf, one: Undecided) -> dict[str, Any]:
    return look.doubt(one) | {"left": _side(look, one.left), "right": _side(look, one.right)}


def _side(look: Shelf, entity: Entity) -> dict[str, Any]:
    """An entity with the words of its first pages, one for each page."""
    first: dict[str, Citation] = {}
    for form in entity.names:
        for citation in form.citations:
            first.setdefault(citation.span.page, citation)
    shown = [first[page] for page in sorted(first, key=lambda page: look.sequence[1][page])]
    return look.who(entity) | {
        "roles": list(entity.roles),
        "others": list(dict.fromkeys(form.value for form in entity.names if form.value != entity.name)),
        "pages": entity.pages,
        "mentions": len(entity.mentions),
        "excerpts": [look.excerpt(citation) for citation in shown[:EXCERPTS]],
        "more": max(0, len(shown) - EXCERPTS),
    }
