"""Whom a record is about, and whom its codes and words for people mean: who is in custody, `S1`, « O2 »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from greffier.reading.cast import NOBODY, Speaker
from greffier.reading.vocabulary import level
from greffier.records import Mention

_CODE = re.compile(
    r"(?<![\w'-])(?:[sotmfcv]|[pdc]w|u/m|u/f|um|uf|obj|obj\.|objectif|target|subject|cible|suspect)\s?(?:n°\s?)?\d{1,2}(?![\w,.]?\d)(?!\s?(?:kg|g|m|km|euros?|h)\b)(?!\w)"
)
_EXPLAINED = re.compile(
    r"[A-Z](?<![\w/-].)[A-Z]{0,2}\d{1,2}(?=[ ]?(?:=|[–—-][ ]|:[ ]|\)|\([A-Z])|[ ]{2})"
)  # `U1 – …`, « X (N2) »
_SHORT = re.compile(r"[a-z](?<![\w'/-].)[a-z]{0,2}\d{1,2}(?![\w,.]?\d)(?!\w)")
_WORD = re.compile(
    r"(?<![\w'-])(?:(?:(?:the|un|une|le|la|a|an)\s+|l')?(?:subject|target|(?:unknown\s+|unidentified\s+|second\s+|other\s+|white\s+|black\s+|asian\s+)?(?:male|female|man|woman)"
    r"|driver|passenger|objectif|cible|individu|homme|femme|conducteur|conductrice|passager|passagere|interessee?|suspecte?|vehicle|vehicule|prisoner|d/?p))(?!\w)"
)
_ABOUT = re.compile(
    r"(?:^|\n)[ \t]*(?:subject|target|objectif|cible|surveillance\s+(?:de|of|on)|suspect|nominal)"
    r"(?:\s+(?:name|principal))?\s*[:=-]\s*(?:m\.\s+|mr\.?\s+|mme\s+|ms\s+)?$"
)
_LEADS = re.compile(r"(?:^|\s)(?:a|au|to|avec|with)\s+(?:l'|le\s+|la\s+|the\s+)?$")
_IDENTIFIED = (  # `S2 since identified by DC Ash as …`, « O2, identifié comme étant … »
    r"\s*,?\s*(?:(?:since|later|subsequently|has\s+been|was|est|a\s+ete|depuis|ensuite)\s+){0,3}identifie[de]?e?\s+(?:(?:(?:by|par)\s+)?[^.;:,\n]{3,36}\s+)?"
    r"(?:as|comme(?:\s+etant)?|en\s+la\s+personne\s+de)\s"
)
_KINDS = (("s", "subject", "suspect"), ("o", "obj", "obj.", "objectif"), ("t", "target"), ("c", "cible"))


class Watched:
    """The people of one page that its record speaks of by other words than their names."""

    def __init__(self, text: str, people: Sequence[Mention], held: Speaker) -> None:
        self._text, self._flat, self._people, self.held = text, level(text), people, held
        self._about = self._only(_ABOUT)
        self._meanings: dict[str, Speaker] = {}  # of the codes asked for so far

    def ends(self, start: int, end: int) -> Iterator[int]:
        """Where codes and words for people end in a stretch: a verb may follow."""
        for pattern in (_CODE, _WORD, _SHORT):
            yield from (found.end() for found in self._told(pattern, start, end))

    def meant(self, start: int, end: int) -> tuple[Speaker, tuple[int, int]] | None:
        """Whom the code or word that ends a stretch means, and where it stands; None where it is no such word."""
        for pattern in (_CODE, _WORD, _SHORT):
            found = list(self._told(pattern, start, end))[-1:]
            if found and not self._flat[found[0].end() : end].strip(" ,"):
                words = found[0].group()
                return (self._called(words) if pattern is _WORD else self._coded(words)), found[0].span()
        return None

    def _told(self, pattern: re.Pattern[str], start: int, end: int) -> Iterator[re.Match[str]]:
        """The codes and words of a stretch; letters of any kind with a number only where the page explains them."""
        for found in pattern.finditer(self._flat, start, end):
            if pattern is not _SHORT or found.group() in self._explained:
                yield found

    @cached_property
    def _explained(self) -> frozenset[str]:
        return frozenset(found.group().lower() for found in _EXPLAINED.finditer(self._text))

    def named_after(self, start: int, end: int) -> tuple[Speaker, tuple[int, int]] | None:
        """Whom a code or word means that « à », `to`, `with` or nothing leads to right after a verb or its object."""
        for pattern in (_CODE, _SHORT):
            for found in self._told(pattern, start, end):
                lead = self._flat[start : found.start()]
                if not lead.strip() or _LEADS.search(lead):
                    return self._coded(found.group()), found.span()
        return None

    def _called(self, words: str) -> Speaker:
        """« l'objectif », `the target` where the record has one; « l'intéressé » is who is held."""
        if re.search(r"objectif|cible|subject|target", words):
            return self._about
        return self.held if re.search(r"interesse|prisoner|d/?p\b|suspect", words) else NOBODY

    def _coded(self, code: str) -> Speaker:
        """The person whom a code means, looked for once."""
        if code not in self._meanings:
            self._meanings[code] = self._explained_as(code)
        return self._meanings[code]

    def _explained_as(self, code: str) -> Speaker:
        """The person beside a code where it is explained: `S1 = X`, « l'objectif 1 (X) », `X (S1)`."""
        number = re.sub(r"\D", "", code)
        head = re.sub(r"[\s\d°n]*$", "", code) if code[0] != "n" else code
        kinds = next((kinds for kinds in _KINDS if head in kinds), (head,))
        spelled = rf"(?<!\w)(?:{'|'.join(re.escape(kind) for kind in kinds)})\s?(?:n°\s?)?{number}"
        beside = rf"{spelled}\s*(?:=|:|\(|[-]|{_IDENTIFIED}|[^\n.]{{0,40}}\.\s(?:c'est|il\s+s'agit\s+d[e']|this\s+is))"
        legend = rf"(?:^|\n)[ \t]*{spelled}[ \t]{{2,}}"
        before = re.compile(rf"(?:{beside}|{legend})\s*(?:m\.\s+|mr\.?\s+|mme\s+|ms\s+|dit\s+)?$")
        after = re.compile(
            rf"\s*(?:,?\s*(?:dite?|designee?|ci-apres|hereafter|referred\s+to\s+as)\s*)?[(=:,]?\s*[«\"]?{spelled}(?!\w)\s*[)\"»]"
        )
        found = {
            one.normalised or one.span.exact: one
            for one in self._people
            if before.search(self._flat, max(0, one.span.start - 90), one.span.start)
            or after.match(self._flat, one.span.end, one.span.end + 50)
        }
        return _speaker(next(iter(found.values()))) if len(found) == 1 else NOBODY

    def _only(self, cue: re.Pattern[str]) -> Speaker:
        named = [one for one in self._people if cue.search(self._flat, max(0, one.span.start - 60), one.span.start)]
        return _speaker(named[0]) if named and all(_same(named[0], one) for one in named[1:]) else NOBODY


def _speaker(one: Mention) -> Speaker:
    return Speaker(one.id, one.normalised or one.span.exact)


def _same(one: Mention, other: Mention) -> bool:
    ours, theirs = ({*(it.normalised or it.span.exact).casefold().split()} for it in (one, other))
    return ours <= theirs or theirs <= ours
