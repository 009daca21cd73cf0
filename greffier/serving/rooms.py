"""The rooms of the workbench: each address, what it shows, and the forms that change something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from greffier.case import Case
from greffier.serving.decisions import confirm, decisions, dismiss, merge, protect, publish, split, undo
from greffier.serving.desk import desk
from greffier.serving.documents import documents, files
from greffier.serving.findings import finding, findings
from greffier.serving.ledger import enter, join, ledger, part
from greffier.serving.people import entity, network, people
from greffier.serving.reader import page
from greffier.serving.review import different, doubt, review, same, unsure
from greffier.serving.rules import rules
from greffier.serving.search import ask, search
from greffier.serving.story import stories, story
from greffier.serving.timeline import timeline


@dataclass(frozen=True, slots=True)
class Room:
    """A page: its data are shown by the template at `path`, and as they are at `path`.json.

    `fields` are the query fields that `data` understands, `at` the entry of the navigation it belongs to.
    """

    path: str
    template: str
    at: str
    summary: str
    fields: tuple[str, ...]
    data: Callable[[Case, dict[str, str]], dict[str, Any]]

    @property
    def twin(self) -> str:
        """The address of the JSON twin; the one of a single thing goes to that thing."""
        return f"{self.path.rstrip('/') or '/desk'}.json"


@dataclass(frozen=True, slots=True)
class Act:
    """A form: `do` changes the case and returns the address to show next."""

    path: str
    summary: str
    fields: tuple[str, ...]
    do: Callable[[Case, dict[str, str]], str]


ROOMS = (
    Room("/", "desk.html", "/", "The account and what deserves a look first", (), desk),
    Room("/documents", "documents.html", "/documents", "The pieces of the case", ("kind",), documents),
    Room("/files", "files.html", "/documents", "The files and what became of each", ("status",), files),
    Room("/search", "search.html", "/search", "The pages that hold these words", ("q", "kind"), search),
    Room("/page/{id}", "page.html", "/documents", "One page: text, mentions, boxes", ("hl", "q"), page),
    Room("/people", "people.html", "/people", "Who and what is named in the file", ("kind",), people),
    Room("/entity/{id}", "entity.html", "/people", "One of them, with the evidence", (), entity),
    Room("/review", "review.html", "/people", "The pairs of names to decide on, side by side", (), review),
    Room("/review/{id}", "review.html", "/people", "One pair of names with its pages side by side", (), doubt),
    Room(
        "/timeline",
        "timeline.html",
        "/timeline",
        "What happened when",
        ("who", "start", "end", "kind", "place", "gaps"),
        timeline,
    ),
    Room("/ledger", "ledger.html", "/ledger", "What moved, and what no page explains", ("good",), ledger),
    Room("/network", "network.html", "/network", "Who is tied to whom", ("who", "from", "to"), network),
    Room("/findings", "findings.html", "/findings", "Questions to put", ("kind", "status"), findings),
    Room("/finding/{id}", "findings.html", "/findings", "One question with its pages side by side", (), finding),
    Room("/rules", "rules.html", "/findings", "What is asked, under which law", ("pack",), rules),
    Room("/ask", "ask.html", "/ask", "What the file answers, with its pages", ("q",), ask),
    Room("/story", "stories.html", "/story", "The drafts in the case folder", (), stories),
    Room("/story/{name}", "story.html", "/story", "A draft, sentence by sentence, beside its pages", ("s",), story),
    Room("/decisions", "decisions.html", "/decisions", "Every decision, each of which can be undone", (), decisions),
)

ACTS = (
    Act("/entity/{id}/merge", "Say that another name is the same", ("other", "why", "anyway"), merge),
    Act("/entity/{id}/split", "Say that a name is not the others", ("name", "why"), split),
    Act("/entity/{id}/protect", "Never let these names out", ("publish_as", "why"), protect),
    Act("/review/{id}/same", "Say that two names are one", ("why",), same),
    Act("/review/{id}/different", "Say that two names are two", ("why",), different),
    Act("/review/{id}/unsure", "Leave two names open", ("why",), unsure),
    Act("/ledger/join", "Say that two lines are one movement", ("line", "other", "why"), join),
    Act("/ledger/part", "Say that a telling is another movement", ("telling", "why"), part),
    Act(
        "/ledger/enter",
        "Add a line with the words that tell it",
        ("amount", "from", "to", "date", "page", "quote", "good", "why"),
        enter,
    ),
    Act("/finding/{id}/confirm", "Keep a finding as good to use", ("why",), confirm),
    Act("/finding/{id}/dismiss", "Set a finding aside, with the reason", ("why",), dismiss),
    Act("/decisions/{id}/undo", "Undo a decision", (), undo),
    Act("/story/{name}/publish", "Publish a draft that nothing blocks", (), publish),
)
