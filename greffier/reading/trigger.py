"""A trigger: the words that tell an event, with what their grammar says of it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Voice = Literal["active", "passive", "noun"]


class Trigger(NamedTuple):
    """A verb group or noun that tells an event: where it stands with its auxiliaries, its voice, how sure it is.

    `planned` is told by « doit », `will`; `hypothetical` by « aurait »; `ours` by the first person (« saisissons »);
    `now` by a form of the present.
    """

    start: int
    end: int
    type: str
    voice: Voice
    word: tuple[int, int]
    negative: bool = False
    modality: str = "fact"
    ours: bool = False
    mine: bool = False
    to_me: bool = False
    now: bool = False
