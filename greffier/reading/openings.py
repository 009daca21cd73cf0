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
_TO_OR_FROM = {  # `Call from Ann Lowe`, « Appel à Me Roy »: who stands after it made it, or got it
    "call_received": re.compile(r"\s+(?:(?:recue?|received|entrant|incoming|manque|missed)\s+)?(?:from|de|du|d')\s?"),
    "call": re.compile(
        r"\s+(?:(?:passe|made|sortant|outgoing|emis)\s+)?(?:to|a|au|aux|vers|with|avec|entre|between)\s"
    ),
}
_NOTED_ACTS = frozenset(
    (
        "seize",
        "seal",
        "search",
        "arrest",
        "hear",
        "call",
        "inform",
        "weigh",
        "sample",
        "count",
        "pay",
        "sell",
        "buy",
        "deliver",
        "transmit",
        "receive",
        "meet",
        "message",
        "transport",
        "find",
        "destroy",
        "store",
    )
)
_SO_MUCH = re.compile(
    r"\s+(?:(?:a|au|to|environ|about)\s+)?(?:\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|vingt|trente|cent|mille|un|une|le|la|les|l'|des)(?!\w))"
)  # « Donné 300 à Lolo »
_HANDED = frozenset(("deliver", "transmit", "pay", "transport", "seal", "seize", "destroy", "store", "sell"))
_NOUN = re.compile(
    r"[\s*•\d.)(-]{0,6}(?!(?:he|she|it|they|we|i|you|il|elle|on|ils|elles|je|nous|vous|who|qui)\s)[a-z][a-z'-]{2,20}(?:\s(?!(?:was|were|is|are|has|had|have|a|ont|est|sont)\s)[a-z\d'°./-]{1,20}){0,5}\s+"
)
_TO_HIM = re.compile(r"\s+(?:over\s+|back\s+|across\s+|contre\s+decharge\s+)?(?:to|by|a|au|aux|par)\s")
_ENGLISH_BASE = re.compile(
    r"(?<!\w)(?![a-z]{2,16}(?:er|ir|oir|re)\b)[a-z]{2,16}\s+(?!(?:from|to|of|by|with|for|at|in|on)\s)(?:[a-z]{2,16}\s+)?(?:the|an?|his|her|to|back|up|[a-z]{2,16}\s+[a-z]|\d)"
)  # and no « Remettre le dossier », no noun
_OBJECT = re.compile(
    r"\s+(?:(?:the|a|an|his|her|their|two|three|four|five|six|seven|eight|nine|ten|several|both|all|one|\d[\d,.]*)\s(?!(?:hours?|hrs|minutes?|days?)\b)|(?:mr|mrs|ms|dr|sgt|pc|dc|insp|supt)\.?\s)"
)


class Openings(NamedTuple):
    """After which offsets a verb may stand without its subject: in the entry of a log, in the label of a field."""

    entries: frozenset[int] = frozenset()
    fields: frozenset[int] = frozenset()
    turns: frozenset[int] = frozenset()  # of talk: who speaks did it
    sentence: int = -1  # of what somebody noted: « Remis au greffe », `Collected by PC Hale`


def opening(flat: str, start: int, end: int, type_: str, form: Form, openings: Openings, named: bool) -> Trigger | None:
    """Return the trigger of a verb without its subject; None where nothing opens with it.

    `named` says that a name follows it.
    """
    left = closed(flat, start)
    if flat.startswith("telephone", start) and form == "present" and not _TO_WHOM.match(flat, end):
        return None  # « scellés : emballage, téléphone Samsung »
    if openings.entries and form in ("present", "finite", "past") and _GOES_ON.search(flat, max(0, start - 20), start):
        return Trigger(start, end, type_, "active", (start, end))
    if type_ in ("call", "message") and left in openings.fields:
        return None  # « Téléphone : … »
    if form == "noun":
        opens = left in openings.entries or left in openings.fields
        led = type_ not in _TO_OR_FROM or _TO_OR_FROM[type_].match(flat, end)
        return Trigger(start, end, type_, "noun", (start, end)) if opens and led else None
    if form in ("participle", "past"):
        done_to = form == "past" and (named or _OBJECT.match(flat, end) is not None)
        return _participle(flat, left, (start, end), type_, form, openings, done_to)
    if form == "infinitive" and left in openings.entries and _ENGLISH_BASE.match(flat, start):
        return Trigger(start, end, type_, "active", (start, end))  # `0902 Radio Kev`, `carry three bags up`
    if form in ("present", "finite") and left in openings.entries:
        return Trigger(start, end, type_, "active", (start, end))
    return None


def _participle(
    flat: str, left: int, word: tuple[int, int], type_: str, form: Form, openings: Openings, done_to: bool
) -> Trigger | None:
    """A participle, or an English past; `done_to` says that what the past is done to follows it."""
    start, end = word
    if left in openings.turns:  # `Paid him already`
        return Trigger(start, end, type_, "active", word, mine=True) if form == "past" else None
    if left in openings.entries or left in openings.fields:
        active = type_ in _GOING or (form == "past" and (type_ not in OF_THE_HELD or done_to))
        return Trigger(start, end, type_, "active" if active else "passive", word)
    if left == openings.sentence and done_to and type_ in _NOTED_ACTS:  # `Interviewed Pruitt at the hotel`
        return Trigger(start, end, type_, "active", word, ours=True)
    if (
        left == openings.sentence
        and form == "participle"
        and type_ in _NOTED_ACTS
        and _SO_MUCH.match(flat, end)
        and not flat.endswith("e", start, end)
    ):  # « Pesée des scellés » is a noun
        by_day = re.match(r"\s+le\s+\d", flat[end : end + 8]) is not None
        return Trigger(start, end, type_, "passive" if by_day else "active", word, ours=not by_day)
    if left == openings.sentence and _NOTED.match(flat, end):
        active = not _BY_WHOM.match(flat, end) and (type_ == "inform" or type_ in _GOING)
        return Trigger(start, end, type_, "active" if active else "passive", word, ours=active and type_ != "travel")
    if type_ in _HANDED and _TO_HIM.match(flat, end) and _NOUN.fullmatch(flat, max(openings.sentence, 0), start):
        return Trigger(start, end, type_, "passive", word)  # « Copie transmise à Me Roy », `Keys handed to Hale`
    return None
