"""Decisions of people: the history, and what the forms of the workbench do."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from greffier.case import Case
from greffier.errors import WrongUsage
from greffier.records import Decision, Entered, Event, Finding
from greffier.resolving.named import name_of
from greffier.serving.shelf import Shelf, shelf
from greffier.serving.story import PUBLISHED, draft
from greffier.writing.value_rows import quantity

Fields = dict[str, str]
WORDS = 80  # characters of a telling that stand for it


def decisions(case: Case, asked: Fields) -> dict[str, Any]:
    """Every decision, latest first, the undone ones too."""
    look = shelf(case)
    return {"decisions": [row(case, look, decision) for decision in case.decisions()]}


def row(case: Case, look: Shelf, decision: Decision) -> dict[str, Any]:
    """A decision with what it is about as links."""
    return {
        "id": decision.id,
        "verb": decision.verb,
        "subject": _names(case, look, decision.verb, decision.subject),
        "other": _names(case, look, decision.verb, decision.other),
        "why": decision.why,
        "publish_as": decision.publish_as,
        "entered": _entered(decision.entered),
        "by": decision.by,
        "at": decision.at,
        "undone": decision.undone,
    }


def _names(case: Case, look: Shelf, verb: str, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """Names with their entity as it stands now, or the finding, the tellings or the page that was decided on."""
    if verb in ("join", "part"):
        return [_telling(look, event) for event in case.records.get_many(Event, ids).values() if event.citations]
    if verb == "enter":
        return [{"name": look.leaf(id)["label"], "url": look.leaf(id)["url"]} for id in ids if id in look.leaves]
    if verb in ("confirm", "dismiss"):
        there = case.records.get_many(Finding, ids)
        return [
            {"name": {"en": there[id].title_en, "fr": there[id].title_fr}, "url": f"/finding/{id}"}
            if id in there
            else {"name": id, "url": None}
            for id in ids
        ]
    return [
        {
            "name": name_of(name) or name,
            "url": f"/entity/{look.owners[name].id}" if name in look.owners else None,
        }
        for name in ids
    ]


def _entered(line: Entered | None) -> dict[str, Any] | None:
    """The line of the ledger that was entered, in short."""
    return {"quantity": quantity(line.quantity), "from": line.origin, "to": line.target} if line else None


def _telling(look: Shelf, event: Event) -> dict[str, Any]:
    """The words that tell a movement, with their page."""
    cited = look.citation(event.citations[0])
    return {"name": f"{cited['label']}: {shorten(cited['exact'], WORDS, placeholder=' …')}", "url": cited["url"]}


def merge(case: Case, fields: Fields) -> str:
    """Join another name with this entity."""
    other, anyway = told(fields, "other", "Say which name is the same."), fields.get("anyway") == "yes"
    decision = case.merge(fields["id"], other, fields.get("why"), anyway=anyway)
    return _where(case, decision)


def split(case: Case, fields: Fields) -> str:
    """Take a name out of this entity."""
    decision = case.split(told(fields, "name", "Choose the name to take out."), fields.get("why"))
    return _where(case, decision)


def protect(case: Case, fields: Fields) -> str:
    """Never let the names of this entity out."""
    publish_as = told(fields, "publish_as", "Say under which name to publish.")
    return _where(case, case.protect(fields["id"], publish_as, fields.get("why")))


def confirm(case: Case, fields: Fields) -> str:
    """Keep a finding as good to use."""
    case.confirm(fields["id"], fields.get("why"))
    return f"/finding/{fields['id']}"


def dismiss(case: Case, fields: Fields) -> str:
    """Set a finding aside, with the reason."""
    case.dismiss(fields["id"], told(fields, "why", "A finding is set aside with a reason: write it down."))
    return f"/finding/{fields['id']}"


def undo(case: Case, fields: Fields) -> str:
    """Undo a decision; it stays in the history."""
    case.undo(fields["id"])
    return "/decisions"


def publish(case: Case, fields: Fields) -> str:
    """Publish a draft into the folder `published` of the case."""
    path = draft(case, fields["name"])
    case.publish(path, case.root / PUBLISHED)
    return f"/story/{path.name}?published=yes"


def told(fields: Fields, name: str, otherwise: str) -> str:
    """A field that must be filled in. WrongUsage says what is missing."""
    if not (value := fields.get(name, "").strip()):
        raise WrongUsage(otherwise, "Go back, fill in the field, and send the form again.")
    return value


def _where(case: Case, decision: Decision) -> str:
    """The page of whoever the decision was about, as the names lie now."""
    entity = shelf(case).owners.get(decision.subject[0])
    return f"/entity/{entity.id}" if entity else "/decisions"
