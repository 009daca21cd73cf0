"""A slot: a place of an event with what fills it."""

from __future__ import annotations

from typing import NamedTuple

from greffier.records import Mention

PARTIES = frozenset(("person", "organisation", "role"))  # the kinds of mention that may do something


class Slot(NamedTuple):
    """A role and the mention that fills it."""

    role: str
    mention: Mention
