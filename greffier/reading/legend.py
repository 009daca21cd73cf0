"""Whom a code that labels turns stands for: what a page says of it outside of the talk, or whose initials it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.known import RANK
from greffier.reading.somebody import SOMEBODY
from greffier.reading.taken import Taken, beginning
from greffier.reading.turns import Turn
from greffier.reading.unproven import with_unproven
from greffier.reading.vocabulary import level

_CODE = re.compile(
    r"[A-Z]{1,3}\d{0,2}|(?:Voix|Voice|VOIX|VOICE|Voce|Homme|Femme|Man|Woman)[ ]?[A-Z\d]"
    r"|Appelante?|Appelée?|Caller|Called|Correspondante?|Me|ME|Moi|MOI"
)
_STANDS_FOR = r"(?:\s{0,2}(?:=|:|\(|[-–—])|\s{1,2}(?:designe|est|is|for)\b)\s{0,2}"
_CALLED = (
    r"\s{0,2}(?:\((?:\s?=\s?)?|=|:|[-–—]|,?\s?(?:ci-apres|dite?|designee?\s+(?:par|sous)?(?:\s+la\s+lettre)?|referred\s+to\s+as|noted\s+as))"
    r"\s{0,2}"
)
_ENDS_APPOSED = re.compile(r"\s?[,(]|\s(?:told|said|stated|testified|deposed|declare|est|is|was)\b")
_LINE_ENDS = re.compile(r"[ \u00a0]*(?:[;\n(]|$)")
_UNKNOWN = re.compile(r"\b(?:inconnue?|non\s+identifiee?|unidentified|unknown)\b")
_ADDRESSED = re.compile(
    r"[^;\n:=]{0,80}?\b(?:addressed\s+as|answers?\s+to|answering\s+to|repond(?:ant)?\s+a(?:u\s+nom\s+de)?|known\s+as|called|alias|dite?|surnommée?|appelée?)\s+"
    r"[\"«“][ \u00a0]?(?P<name>[^\"«»“”\n]{2,30}?)[ \u00a0]?[\"»”]"
)
_VOICED = {"v": "voice|voix", "h": "homme", "f": "femme|female", "m": "male|man", "s": "speaker", "l": "locuteur"}
_NAME = 40  # characters of a name at most
_MOST = 100  # labels of one page that are looked for: no talk has as many voices
_NO_INITIALS = frozenset("XYUIQRHFVABC")  # unknown, question, answer, a man, a woman, a voice, and who comes first


class Legend:
    """The codes of one page; `people` are its people in order, `turns` what is said on it, `also` the level
    name of who has each level by-name."""

    def __init__(self, text: str, people: Sequence[Candidate], turns: Sequence[Turn], also: Mapping[str, str]) -> None:
        self._text, self._flat, self._people, self._also = text, level(text), people, also
        self._talk = Taken((turn.start, turn.end) for turn in turns)
        self._begins = min((turn.start for turn in turns), default=0)
        self._known: dict[str, Candidate | None] = {}

    def meaning(self, label: str) -> Candidate | None:
        """The person whom a label stands for; None where it is no code, or nothing tells."""
        if label not in self._known:
            code = _CODE.fullmatch(label) is not None and len(self._known) < _MOST
            ways = (self._spelled, self._explained, self._abbreviated) if code else ()
            self._known[label] = next((known for way in ways if (known := way(label))), None)
        return self._known[label]

    def _explained(self, label: str) -> Candidate | None:
        """« V1 = Paul Morin », « A : 06 39 98 41 41, utilisé par M. Morin », `Paul Morin (PM)`; not in a turn."""
        code = _voiced(level(label))
        before = re.compile(rf"(?<!\w)(?<!\bfor )(?<!\bpour ){code}\)?{_STANDS_FOR}(?P<told>[^;\n]{{0,90}})$")
        after = re.compile(rf"[^;\n:()]{{0,40}}?{_CALLED}(?:[«\"“]\s?)?{code}(?!\w)")
        apposed = re.compile(rf"(?<!\w){code}\s?,\s(?:{RANK})")  # `PW3, Geoffrey Kabwe, a guard, told`
        found: list[Candidate] = []
        for one in self._people:
            if self._is_said(one.start) and not self._fills_its_line(one):
                continue
            line = max(self._flat.rfind("\n", 0, one.start), self._flat.rfind(";", 0, one.start)) + 1
            led = before.search(self._flat, max(line, one.start - 130), one.start)
            between = led["told"] if led and not self._names(led.start("told"), one.start) else None
            known = between is not None and not _UNKNOWN.search(between)
            follows = after.match(self._flat, one.end)
            beside = apposed.search(self._flat, max(line, one.start - 30), one.start)
            if follows and SOMEBODY.search(self._flat, one.end, follows.end()):
                follows = None  # « Farid appelle un homme (H1) »
            known = known or (beside is not None and _ENDS_APPOSED.match(self._flat, one.end) is not None)
            if known or (follows and not self._names(one.end, follows.end())):
                found.append(one)
        names = {level(one.normalised or "") for one in found}
        return self._owner(found[0]) if found and all(_shares_a_word(name, names) for name in names) else None

    def _owner(self, one: Candidate) -> Candidate:
        """« X, dit « Y » (= A) »: X, where the page ties the by-name to him."""
        owner = self._also.get(level(one.normalised or ""))
        return next((other for other in self._people if owner and level(other.normalised or "") == owner), one)

    def _spelled(self, label: str) -> Candidate | None:
        """`Speakers: A – Tan Wee Kiat; B – unknown`: the words after a code and a dash that may be a name."""
        first = self._begins
        told = re.compile(rf"(?:^|[\n;:,.(])[ \t]*(?i:{_voiced(level(label))})[ ]?[=–—-][ ]?").search(
            self._text, 0, first
        )
        also = _ADDRESSED.match(self._text, told.end()) if told else None
        if also:  # `B – unknown male, addressed as "Abang Long"`
            return Candidate(*also.span("name"), "organisation", also["name"], UNPROVEN)
        near = with_unproven(self._text, told.end(), min(told.end() + _NAME, first), self._people) if told else []
        return near[0] if told and near and near[0].start == told.end() and " " in (near[0].normalised or "") else None

    def _abbreviated(self, label: str) -> Candidate | None:
        """The only person of the page, outside of what is said, with these initials; a lone letter is one of them."""
        if not re.fullmatch(r"[A-Z]{1,4}", label) or label in _NO_INITIALS:
            return None
        fitting = []
        for one in self._people:
            initials = [word[0] for word in re.findall(r"[^\W\d_]+", (one.normalised or "").upper())]
            ends = initials[:1] + initials[-1:] if len(label) == 2 else initials  # who has more given names
            fits = sorted(label) in (sorted(initials), sorted(ends)) or (len(label) == 1 and label in initials)
            if fits and not self._is_said(one.start):
                fitting.append(one)
        named = [one for one in fitting if one.start < self._begins] or fitting  # above the talk stand those who talk
        fullest = max(named, key=lambda one: len((one.normalised or "").split()), default=None)
        return fullest if fullest and all(self._same(fullest, one) for one in named) else None

    def _same(self, one: Candidate, other: Candidate) -> bool:
        """Whether two names may be those of one person: they share a word, or the page ties them."""
        ours, theirs = (level(each.normalised or "") for each in (one, other))
        return bool(set(ours.split()) & set(theirs.split())) or self._also.get(theirs) == ours

    def _fills_its_line(self, one: Candidate) -> bool:
        """« A : Paul Morin », all that its line says: no words of somebody called A."""
        before = self._flat[self._flat.rfind("\n", 0, one.start) + 1 : one.start]
        return len(before) < 30 and _LINE_ENDS.match(self._text, one.end) is not None

    def _names(self, start: int, end: int) -> bool:
        return bool(beginning(self._people, start, end - 1))

    def _is_said(self, at: int) -> bool:
        return not self._talk.free(at, at + 1)


def _voiced(label: str) -> str:
    """« V1 » is `VOICE 1` too, « H2 » « homme 2 »."""
    word = _VOICED.get(label[:1]) if re.fullmatch(r"[a-z]\d", label) else None
    return rf"(?:{re.escape(label)}|(?:{word})\s?{label[1:]})" if word else re.escape(label)


def _shares_a_word(name: str, names: set[str]) -> bool:
    """Whether all these names share a word with this one: « Morin », « Paul Morin »."""
    return all(set(name.split()) & set(other.split()) for other in names)
