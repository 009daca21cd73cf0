"""Whom « je » and « vous » mean: who has the turn, who makes the statement, who writes the mail, and whom they ask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.labels import Labels
from greffier.reading.taken import beginning
from greffier.reading.turns import Turn
from greffier.records import Page, Piece

_FROM = re.compile(r"(?:^|\n)[ \t]*(?:from|de|expediteur)[ ]?:[ ]*")
_TO = re.compile(r"(?:^|\n)[ \t]*(?:to|a|destinataire)[ ]?:[ ]*")
_MAIL = re.compile(
    r"(?:^|\n)[ \t]*(?:from|de)[ ]?:[^\n]{2,80}\n(?:[^\n]{0,100}\n){0,3}?[ \t]*(?:to|a|subject|objet|sent|date)[ ]?:"
)
_HEAD = 800  # characters in which the head of a mail stands
_AT_ONCE = 12
_YOU = frozenset(("you", "vous", "tu"))
OWN = frozenset(("i", "je", "j'")) | _YOU


class Selves(Labels):
    """The first and the second person of one page."""

    def __init__(self, piece: Piece, page: Page, cast: Cast, turns: Sequence[Turn] = ()) -> None:
        super().__init__(piece, page, cast, turns)
        self._in_turn = sorted(turns)
        self._mail = piece.kind == "mail" or _MAIL.search(self._flat, 0, _HEAD) is not None

    def myself(self, at: int, pronoun: str) -> Speaker:
        """Whom « je » or « vous » means at an offset."""
        return self._second_person(at) if pronoun in _YOU else self._first_person(at)

    def _first_person(self, at: int) -> Speaker:
        """Who says « je » at an offset."""
        place = self._turn_at(at)
        if place is not None:
            return self.of_turn(self._in_turn[place])
        if self._in_turn:
            return NOBODY  # the words of the officer between questions and answers
        if self._cast.stated:
            return self._cast.heard
        return self._named_after(_FROM) if self._mail else NOBODY

    def _second_person(self, at: int) -> Speaker:
        """Who is « vous »: whose turn is next, the person heard, to whom a mail goes."""
        place = self._turn_at(at)
        if place is not None:
            asks = self.of_turn(self._in_turn[place])
            after = self._in_turn[place + 1 : place + 2] if self._in_turn[place].voice != "answer" else []
            answers = next((self.of_turn(turn) for turn in after), NOBODY)
            return answers if answers != asks else NOBODY
        return self._named_after(_TO) if self._mail and not self._in_turn else NOBODY

    def _turn_at(self, at: int) -> int | None:
        place = bisect_right(self._in_turn, at, key=lambda turn: turn.start) - 1
        return place if place >= 0 and at < self._in_turn[place].end else None

    def _named_after(self, label: re.Pattern[str]) -> Speaker:
        head = label.search(self._flat, 0, _HEAD)
        near = beginning(self._seen, head.end() - 1, head.end() + _AT_ONCE) if head else ()
        return self.speaker(next((one for one in near if one.kind == "person"), None))
