"""People and all else that has a name: the list, one of them, who is tied to whom."""

from __future__ import annotations

from collections import Counter
from typing import Any

from greffier.case import Case
from greffier.records import Entity, Hop, Relation
from greffier.serving.ledger import flow
from greffier.serving.shelf import Shelf, shelf
from greffier.serving.timeline import moment
from greffier.text import key

MOST = 300
QUOTES = 12


def people(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """Who or what is in the file, most present first; `kind` chooses, persons unless told otherwise."""
    look = shelf(case)
    kinds = Counter(entity.kind for entity in look.entities.values())
    kind = asked.get("kind") or "person"
    found = case.people(kind)
    return {
        "kind": kind,
        "kinds": dict(kinds.most_common()),
        "total": len(found),
        "review": len(case.review()),
        "most": MOST,
        "people": [_listed(look, entity) for entity in found[:MOST]],
    }


def _listed(look: Shelf, entity: Entity) -> dict[str, Any]:
    others = [form.value for form in entity.names if key(form.value) != key(entity.name)]
    return look.who(entity) | {
        "roles": list(entity.roles),
        "others": list(dict.fromkeys(others)),
        "pages": entity.pages,
        "mentions": len(entity.mentions),
    }


def entity(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """One of them: names with their evidence, words, moments, ties, goods, and what is still to decide."""
    look = shelf(case)
    one = case.entity(asked["id"])
    quotes = look.said.get(one.id, [])
    flows = [f for f in case.ledger().flows if key(one.name) in (key(f.origin or ""), key(f.target or ""))]
    return {
        "entity": look.entity(one) | look.who(one) | {"pages": one.pages, "mentions_count": len(one.mentions)},
        "undecided": _undecided(look, one),
        "moments": [moment(look, each) for each in case.timeline(who=one.id)],
        "relations": ties(case, look, one.id),
        "quotes": [look.quote(quote) for quote in quotes[:QUOTES]],
        "quotes_count": len(quotes),
        "flows": [flow(look, each) for each in flows],
    }


def _undecided(look: Shelf, one: Entity) -> list[dict[str, Any]]:
    """Names that may be this entity's too, on which nobody has decided."""
    found = []
    for doubt in look.case.review():
        if one.id in (doubt.left.id, doubt.right.id):
            other = doubt.right if doubt.left.id == one.id else doubt.left
            row = look.doubt(doubt)
            found.append(row | {"other": look.who(other) | {"pages": other.pages}, "url": f"/review/{row['id']}"})
    return found


def network(case: Case, asked: dict[str, str]) -> dict[str, Any]:
    """Who is tied to whom, with the pages that say so; `who` keeps the ties of one."""
    look = shelf(case)
    who = asked.get("who", "").strip()
    one = look.who(case.entity(who)) if who else None
    found = ties(case, look, one["id"] if one else None)
    ends = [asked.get(name, "").strip() for name in ("from", "to")]
    way = [_hop(look, hop) for hop in case.path(*ends)] if all(ends) else None
    return {"who": one, "from": ends[0], "to": ends[1], "way": way, "relations": found, "total": len(found)}


def _hop(look: Shelf, hop: Hop) -> dict[str, Any]:
    """One step of a way, with both ends and those of its ties as links."""
    ends = {"source": look.who(look.entities[hop.source]), "target": look.who(look.entities[hop.target])}
    return look.hop(hop) | ends | {"relations": [_tie(look, each) for each in hop.relations]}


def _tie(look: Shelf, each: Relation) -> dict[str, Any]:
    ends = (each.source_entity, each.target_entity)
    source, target = (look.who(look.entities[id]) for id in ends)
    return look.relation(each) | {"source": source, "target": target, "told_by": list(each.origins)}


def ties(case: Case, look: Shelf, who: str | None) -> list[dict[str, Any]]:
    """The relations of one entity, or all, with both ends as links; those of most origins first."""
    return [
        _tie(look, each)
        for each in case.network(who)
        if each.source_entity in look.entities and each.target_entity in look.entities
    ]
