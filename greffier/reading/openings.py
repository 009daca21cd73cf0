"""Verbs that stand without their subject: what opens the entry of a log, the field of a form, a turn, a note.

« Interpellé à 8 h », `Searched by PC 12`, « Sortie de X », `leaves premises`, « Remis au greffe ».
"""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.reading.blanks import closed
from greffier.reading.trigger import Trigger
from greffier.reading.verb_forms import Form

_GOES_ON = re.compile(r"(?:,|,?\s(?:et|puis|and|then))\s+(?:(?:puis|then)\s+)?(?:se\s+|s'|y\s+|en\s+|lui\s+)?$")
_GOING = frozenset(("travel", "receive", "call", "message"))  # whose participle alone tells what somebody does
OF_THE_HELD = frozenset(
    ("arrest", "search", "hear", "seize", "seal", "find", "custody_start", "custody_extension", "custody_end")
)
_BY_WHOM = re.compile(r"\s+(?:ce\s+jour\s+)?(?:par|by)\s")
_TO_WHOM = re.compile(r"\s+(?:a|au|aux|en|pendant|longuement)\b")
_NOTED = re.compile(  # what follows a participle that tells what was done
    r"\s+(?:a|au|aux|par|by|le|la|les|to|from|at|on|without|under(?!\s+s)|ce|hier|avant-hier|chez|dans|lors|yesterday|mr|mrs|ms|m\.|mm\.|mme|dc|ds|di|pc|ps|sgt|insp|supt"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:deux|trois|quatre|plusieurs)\s+(?:jours|fois|semaines)|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|en\s+garde|sous|\d{1,4})(?!\w)"
)


class Openings(NamedTuple):
    """After which offsets a verb may stand without its subject: in the entry of a log, in the label of a field."""

    entries: frozenset[int] = frozenset()
    fields: frozenset[int] = frozenset()
    turns: frozenset[int] = frozenset()  # of talk: who speaks did it
    sentence: int = -1  # of what somebody noted: « Remis au greffe », `Collected by PC Hale`


def opening(flat: str, start: int, end: int, type_: str, form: Form, openings: Openings) -> Trigger | None:
    """Return the trigger of a verb without its subject; None where nothing opens with it."""
    left = closed(flat, start)
    if flat.startswith("telephone", start) and form == "present" and not _TO_WHOM.match(flat, end):
        return None  # « scellés : emballage, téléphone Samsung »
    if openings.entries and form in ("present", "finite", "past") and _GOES_ON.search(flat, max(0, start - 20), start):
        return Trigger(start, end, type_, "active", (start, end))
    if type_ in ("call", "message") and left in openings.fields:
        return None  # « Téléphone : … »
    if form == "noun" and (left in openings.entries or left in openings.fields):
        return Trigger(start, end, type_, "noun", (start, end))
    if form in ("participle", "past") and left in openings.turns:  # `Paid him already`
        return Trigger(start, end, type_, "active", (start, end), mine=True) if form == "past" else None
    if form in ("participle", "past") and (left in openings.entries or left in openings.fields):
        active = type_ in _GOING or (form == "past" and type_ not in OF_THE_HELD)
        return Trigger(start, end, type_, "active" if active else "passive", (start, end))
    if form in ("present", "finite") and left in openings.entries:
        return Trigger(start, end, type_, "active", (start, end))
    if form in ("participle", "past") and left == openings.sentence and _NOTED.match(flat, end):
        by = _BY_WHOM.match(flat, end) is not None
        active = not by and (type_ == "inform" or type_ in _GOING)
        return Trigger(
            start, end, type_, "active" if active else "passive", (start, end), ours=active and type_ != "travel"
        )
    return None
