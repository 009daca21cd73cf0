"""People's decisions, failures, and the custody log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DecisionVerb = Literal["merge", "split", "unsure", "confirm", "dismiss", "protect"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided. Consequences are computed from it; undoing marks it, nothing is deleted.

    `subject` and `other` are name keys (merge, split, unsure, protect) or a finding id (confirm, dismiss), or
    that of a site template with its lines as `other` (confirm).
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
