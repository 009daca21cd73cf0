"""Whether a page tells an event as a fact: what denies it, leaves it open, plans it, only puts it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal, NamedTuple

from greffier.reading.denial import denied, not_shown
from greffier.reading.genres import genre
from greffier.reading.governed import governed
from greffier.reading.sureness import Words, is_charged, is_untrue, modality_of, only_held
from greffier.reading.telling import Told
from greffier.reading.trigger import Trigger
from greffier.records import Modality

_OF_OFFICERS = frozenset(
    ("seize", "seal", "search", "arrest", "hear", "inform", "custody_start", "custody_extension", "custody_end")
)
_TAIL = 240  # characters after a verb in which its sentence may take it back
_DONE_BY_IT = frozenset(("rent", "sell", "buy"))  # by a contract: « Le bailleur loue au preneur »
_SHORTENED = (
    "[a-z] m mm mme mmes mlle mr mrs ms dr me st ste lt sgt insp capt col cne cdt hon no nos art al jr sr".split()
)
_AFTER_ONE = "|".join(rf"(?<=\b{word}\.)" for word in _SHORTENED)
_NO_END = re.compile(  # a full stop that ends no sentence: « M. Morin », `J. Lowe`, `3.5 kg`
    rf"\.(?=\s)(?:{_AFTER_ONE})|[.:](?=\d)(?<=\d.)"
)
_GOES_ON = re.compile(  # a verb after which doubt goes on from the one before: « … et reçu », `and that he paid`
    r"\s(?:et|ou|ni|puis|and|or|nor|then)\s+(?:(?:ensuite|then|also|later)\s+)?(?:(?:que\s|qu'|that\s)[^.;:]{0,60}|d')?$"
)


class Claim(NamedTuple):
    """How a page tells an event."""

    polarity: Literal["positive", "negative"]
    modality: Modality
    open: bool = False  # for what governs it, which may govern the next verb too


class Claims:
    """The claims of one page, `flat` its level view."""

    def __init__(self, flat: str) -> None:
        self._flat = flat

    @cached_property
    def _clear(self) -> str:
        return _NO_END.sub(" ", self._flat)

    @cached_property
    def _genre(self) -> Modality | None:
        return genre(self._flat)

    def of(
        self,
        trigger: Trigger,
        told: Told,
        clause: tuple[int, int],
        sentence: tuple[int, int],
        last: tuple[int, Claim] | None,
    ) -> Claim:
        """How the event of a trigger is told; `last` are the end and the claim of the verb before it."""
        verdict = governed(self._clear, clause[0], trigger.start, sentence[1])
        if last and last[1].open and _GOES_ON.search(self._clear, last[0], trigger.start):
            return Claim(last[1].polarity, last[1].modality, True)
        negative = trigger.negative or verdict == "denied" or denied(self._clear, sentence[0], trigger)
        if not negative and verdict not in ("granted", "possible"):
            negative = not_shown(self._clear, sentence[0], trigger.start)
        words = Words(
            self._clear[clause[0] : trigger.start],
            self._clear[trigger.start : trigger.word[0]],
            self._clear[trigger.end : clause[1]],
            self._clear[trigger.end : min(sentence[1], trigger.end + _TAIL)],
        )
        head = self._clear, sentence[0], trigger.start
        charged = is_charged(*head) or is_untrue(*head)
        left_open = not negative and (verdict in ("open", "possible") or only_held(words))
        modality = self._of_page(trigger, modality_of(trigger, told.quoted or charged or left_open, words), words)
        goes_on = verdict in ("open", "possible", "denied") or charged or modality == "hypothetical"
        return Claim("negative" if negative else "positive", modality, goes_on)

    def _of_page(self, trigger: Trigger, modality: Modality, words: Words) -> Modality:
        """What the kind of page makes of it."""
        if self._genre == "hypothetical":
            return "hypothetical" if modality in ("fact", "alleged") else modality
        if modality != "fact" or self._genre is None:
            return modality
        if self._genre == "planned":
            return "planned" if trigger.type not in _DONE_BY_IT and words.present(trigger) else "fact"
        return "fact" if trigger.type in _OF_OFFICERS else "alleged"
