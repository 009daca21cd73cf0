"""Whose the label of a turn is: who answers, who asks, a name, an office, a code that the page explains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.bench import Bench
from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.capitals import UPPER
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.concerned import Concerned
from greffier.reading.legend import Legend
from greffier.reading.reporting import reporting
from greffier.reading.taken import beginning
from greffier.reading.talk import LABELLED
from greffier.reading.turns import Turn
from greffier.reading.vocabulary import level
from greffier.records import Page, Piece

_INITIALS = re.compile(r"[A-Z]{2,4}")
_HOLDS_IT = re.compile(r"(?:the |l'|le |la )?(?:(?:interviewing )?officer|interviewer|d[cis]|pc)")
_CHAIR = re.compile(
    r"[ \u00a0]?\((?:(?:Hon|Mr|Mrs|Ms|Dr|M|Mme|Sir|Dame)\.?[ ])+"
    rf"(?P<name>[{UPPER}][\w'’-]+(?:[ ][{UPPER}][\w'’-]+){{0,3}})(?=[ ]?[(),])"
)
_JUDGE = re.compile(r"(?:le |la |the )?(?:juge(?: d'instruction)?|magistrate?|judge)")  # who holds the hearing
_PRESIDING = ("presidente", "president", "presidence", "chair", "chairman", "chairwoman", "chairperson", "presiding")
_WITNESS = re.compile(
    r"(?:the |le |la )?(?:witness|temoin|prevenue?|accusee?|accused|defendant"
    r"|interviewee|detainee|detained person"
    r"|suspecte?|mise? en (?:cause|examen)|gardee? a vue|comparante?|declarante?|deponent|prisoner|subject)"
)


class Labels(Concerned):
    """The labels of the turns of one page."""

    def __init__(self, piece: Piece, page: Page, cast: Cast, turns: Sequence[Turn] = ()) -> None:
        super().__init__(page, cast, turns)
        self._bench = Bench(page.text, self._flat, self._seen, turns)
        self._piece = piece
        self._legend = Legend(page.text, [one for one in self._seen if one.kind == "person"], turns, cast.also)
        self._labels: dict[str, Speaker] = {}  # « Le président (M. Morin) : » is the one of « Le président : »

    def of_turn(self, turn: Turn) -> Speaker:
        """Who answers, who asks, or whom a label names."""
        if turn.voice in ("answer", "question"):
            person = self._bench.who(turn)
            if person is not None:
                return self.speaker(person)
            return self._cast.officer if turn.voice == "question" else self._cast.heard
        label = self._page.text[turn.label[0] : turn.label[1]]
        aside = re.compile(r"[ \u00a0]?\([^)\n]{1,90}\)").match(self._page.text, turn.label[1])
        end = aside.end() if aside else turn.label[1]
        begin = turn.label[1] if turn.voice == "code" else turn.label[0]
        here = [one for one in beginning(self._seen, begin, end - 1) if one.kind == "person"]
        if here and label[0] in "@~" and turn.voice == "name":
            return Speaker(self.speaker(here[0]).id, label)  # a handle as it stands
        if here:
            self._labels.setdefault(level(label), self.speaker(here[0]))
            return self.speaker(here[0])
        if turn.voice == "asked":  # « Réponse de l'intéressé : »
            word = reporting().epithet.search(self._flat, *turn.label)
            return self.concerned(turn.label[0], word.span()) if word else NOBODY
        if aside and self._is_an_office(turn.label) and (chair := self._in_the_chair(turn.label[1], end)):
            self._labels.setdefault(level(label), chair)
            return chair
        named = None if turn.voice == "code" else self._cast.named.get(" ".join(level(label).split()))
        known = named or self._labels.get(level(label))
        if known is None and _HOLDS_IT.fullmatch(level(label)) and self._cast.officer is not NOBODY:
            return self._cast.officer
        if known is None and _WITNESS.fullmatch(level(label)):
            return self._in_the_act(label) or self._witness()
        known = known or self._in_the_act(label)
        if known:
            self._labels.setdefault(level(label), known)
        meant = known or self.speaker(self._legend.meaning(label))
        called = turn.voice != "code" and not self._is_an_office(turn.label)
        return Speaker(None, label) if meant is NOBODY and called else meant

    def speaker(self, who: Candidate | None) -> Speaker:
        """As above; initials that a note uses for a name (`FA said`) are his whom the page names with them."""
        short = _INITIALS.fullmatch(who.normalised or "") if who and who.confidence == UNPROVEN else None
        meant = self._legend.meaning(short.group()) if short else None
        return super().speaker(meant or who)

    def _witness(self) -> Speaker:
        """« Le témoin : »: the person heard, unless a label of his own names him."""
        heard = self._cast.heard
        others = {(one.name or "").split()[-1:][0].casefold() for one in self._labels.values() if one.name}
        unknown = heard is NOBODY or not heard.name or heard.name.split()[-1].casefold() in others
        return NOBODY if unknown else heard

    def _in_the_act(self, label: str) -> Speaker | None:
        """« Le juge : »: whom the page names beside that word, else who holds the hearing."""
        word = re.sub(r"^(?:le|la|the) ", "", level(label))
        words = _PRESIDING if word in _PRESIDING else (word,)
        part = LABELLED.fullmatch(label) is not None or _WITNESS.fullmatch(word) is not None
        known = next(
            (one for each in words if (one := self.of_role(each) or (self.meant_by(each) if part else None))), None
        )
        judge = self._piece.kind == "hearing" and _JUDGE.fullmatch(level(label)) and self._cast.officer is not NOBODY
        return known or (self._cast.officer if judge else None)

    def _in_the_chair(self, start: int, end: int) -> Speaker | None:
        """`The Chair (Hon. Bev Tkachuk (Moose Jaw)): `: words that may be a name, after an office."""
        found = _CHAIR.match(self._page.text, start, end)
        return Speaker(None, found["name"]) if found else None

    def _is_an_office(self, label: tuple[int, int]) -> bool:
        """« Le président : », `The CHAIRMAN.`: an office or a trade, which names nobody."""
        words = self._flat[slice(*label)]
        start = label[0] + len(words) - len(re.sub(r"^(?:le|la|l'|the|un|une|an?)\s*\b", "", words))
        roles = (one for one in beginning(self._seen, start, label[1]) if one.kind == "role")
        return LABELLED.fullmatch(words) is not None or any(one.end >= label[1] for one in roles)
