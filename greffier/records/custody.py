"""People's decisions, failures, and the custody log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.records.values import Citation, Quantity, Time

DecisionVerb = Literal["merge", "split", "unsure", "join", "part", "enter", "confirm", "dismiss", "protect"]


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of the ledger that a person enters, with the words that tell it.

    `origin` and `target` are names as they were told; the keys are name keys where the case knows the name.
    """

    good: str
    quantity: Quantity
    citation: Citation
    origin: str | None = None
    target: str | None = None
    origin_key: str | None = None
    target_key: str | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. Consequences are computed from it; undoing marks it, nothing is deleted.

    `subject` and `other` are name keys (merge, split, unsure, protect), ids of events (join, part: tellings of one
    movement, or of two) or a finding id (confirm, dismiss), or that of a site template with its lines as `other`
    (confirm). `entered` is the line of the ledger that was entered.
    """

    id: str
    verb: DecisionVerb
    subject: tuple[str, ...]
    other: tuple[str, ...] = ()
    why: str | None = None
    publish_as: str | None = None
    by: str = "local"
    at: str = ""
    undone: bool = False
    entered: Entered | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A result like any other: what could not be done, where, and whether trying again can help."""

    id: str
    step: str
    source: str
    kind: Literal["broken", "retry"]
    reason: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the custody log; `hash` covers every other field, `previous` is the hash of the line before."""

    seq: int
    step: str
    version: int
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    by: str
    at: str
    previous: str
    hash: str
    note: str | None = None
