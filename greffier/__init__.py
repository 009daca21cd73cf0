"""Greffier: a workbench for case files. `open_case` is where to begin; see docs/tutorial.md."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from greffier.errors import (
    CaseDamaged,
    CaseLocked,
    CaseOfAnotherVersion,
    CheckBlocks,
    GreffierError,
    NoCase,
    NotInCase,
    OutsideFailed,
    WrongUsage,
)
from greffier.records import (
    Account,
    Answer,
    Balance,
    Citation,
    Claim,
    Decision,
    Entity,
    Event,
    Finding,
    Flow,
    Hit,
    Mention,
    Moment,
    Page,
    Piece,
    Progress,
    Quantity,
    Quote,
    Relation,
    Sentence,
    Source,
    Span,
    Time,
)

if TYPE_CHECKING:
    from greffier.case import Case, Report, open_case
    from greffier.views import Ledger

__version__ = "0.1.0"

__all__ = [
    "Account", "Answer", "Balance", "Case", "CaseDamaged", "CaseLocked", "CaseOfAnotherVersion", "CheckBlocks",
    "Citation", "Claim", "Decision", "Entity", "Event", "Finding", "Flow", "GreffierError", "Hit", "Ledger", "Mention",
    "Moment", "NoCase", "NotInCase", "OutsideFailed", "Page", "Piece", "Progress", "Quantity", "Quote", "Relation",
    "Report", "Sentence", "Source", "Span", "Time", "WrongUsage", "open_case",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load the case and every room when they are asked for: the sandbox starts this package anew for each file."""
    if name in ("Case", "Report", "open_case"):
        return getattr(import_module("greffier.case"), name)
    if name == "Ledger":
        return getattr(import_module("greffier.views"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
