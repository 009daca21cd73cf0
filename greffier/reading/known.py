"""The people of one page by their names, their by-names and their offices: « le procureur » whom it names beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from greffier.reading.candidate import UNPROVEN, Candidate
from greffier.reading.cast import NOBODY, Cast, Speaker
from greffier.reading.mention import mention_id
from greffier.reading.parties import Parties
from greffier.reading.speech import in_own_words
from greffier.reading.taken import beginning
from greffier.reading.vocabulary import level
from greffier.records import Page

RANK = (
    r"(?:(?:(?:m|mme|mlle|me|mr|mrs|ms|dr|sgt|insp|det|supt|cpl|lt|cne|cdt|adj|gpx)\.?|(?:[a-z]\.){2,3}|d[cis]|pc"
    r"|garda|gda|cst|cpl|asp|dsp|officer|trooper|deputy|sergeant|constable|inspector|detective|nurse|judge|capitaine|lieutenant|brigadier"
    r"|brigadier-chef|major|adjudant|gendarme|commandant|commissaire|docteur|maitre|juge|le|la|nommee?)\s+){0,3}$"
)
GOVERNED = re.compile(
    rf"(?<![\w'])(?:de|du|des|d'|a|au|aux|par|pour|chez|of|to|by|for|from|with|avec|contre|sur)\s+{RANK}"
)
MET = re.compile(  # « j'ai été abordé par X », `I spoke to X`, « message de X »: who comes up and is told of next
    r"(?:(?<!\w)(?:i was|we were|ai ete|avons ete|fus|fumes)\s[^.;\n]{0,40}\b(?:by|par)"
    r"|(?:(?<!\w)(?:i|we|je|nous|on)\s[^.;\n]{0,24}?|j'[^.;\n]{0,16}?|(?:^|[.!?:]\s|\n)\s*)"
    r"\b(?:spoken?|speak|talk(?:ed)?|met|parle|telephone|discute|entretenue?s?|entretien|contact|rendez-vous)\b[^.;:\n]{0,24}?\b(?:a|au|avec|to|with)"
    r"|\b(?:message|audition|deposition|temoignage|interview|sms|texto|mail|courriel|lettre|appel|reponse|text|letter|email|voicemail"
    r"|reply|call|conduite?|pilote|occupee?|tenue?|exploitee?|utilisee?"
    r"|signee?|redigee?|louee?|geree?|dirigee?|driven|owned|run|used|occupied|rented|led|signed|written)\s+(?:de|du|d'|par|from|by))\s*"
    rf"{RANK}"
    r"|(?:(?:^|[.!?:]\s|\n)\s*(?:i|we|je|nous|on)?\s*|(?<!\w)j')(?:(?:have|had|ai|avons)\s+)?"
    r"(?:saw|seen|met|visited|interviewed|detained|arrested|rencontr(?:e|ons)|vu|entend(?:u|ons)|visit(?:e|ons)|interpell(?:e|ons)|contact(?:e|ons|ed)|auditionn(?:e|ons)|avise|joint)\s+"
    rf"{RANK}"
    rf"|\b(?:plainte|complaint)\s+(?:contre|against|visant)\s+{RANK}"
)
_MOST_ROLES = 200  # words for roles that are looked for on one page
_NAME = 60  # characters of a name at most
_ANY_ONE = re.compile(
    r"(?<![\w'])(?:une?|des|deux|trois|plusieurs|an?|one|two|three|some|several)\s+(?:[a-z-]{2,14}\s+)?$"
)
_APPOSED = re.compile(r"\s*(?:[,).;(]|$)")
_LAWYER = re.compile(r"(?<!\w)(?:me|maitre)\.?\s+$")
_NAMED_AFTER = 44  # characters between a role and a name that it is told by
_GIVES_NAME = re.compile(  # `The driver, who gave his name as X`, « le chauffeur, un certain X », `one X`
    r"\s?,?\s(?:(?:who|qui)\s)?(?:(?:gave|gives|stated|states)\s(?:his|her|their)\sname\s(?:as|to\sbe)|(?:is|was)\s(?:called|named)|called\s(?:himself|herself)|named|known\s(?:only\s)?as"
    r"|(?:(?:was|is|later|since)\s){0,2}identified\s(?:himself\s|herself\s)?as|one|a\scertain|whose\sname\s(?:is|was)|whom\swe\s(?:shall\s|will\s)?call"
    r"|(?:dit|dite|disant|declare|declarant)\s(?:se\snommer|s'appeler)|se\snommant|nommee?|denommee?|le\snomme|la\snommee|un\scertain|une\scertaine|identifiee?\scomme(?:\setant)?)"
    r"\s(?:(?:m|mme|mr|mrs|ms|dr)\.?\s)?"
)
_BESIDE = re.compile(r"[ ]?,?[ ](?:(?:m|mme|me|mr|mrs|ms|dr)\.?[ ])?")


class Known:
    """Who is named on one page."""

    def __init__(self, page: Page, cast: Cast) -> None:
        self._page, self._cast = page, cast
        self._seen = cast.seen[page.id]
        self._flat = level(page.text)
        self._whole = _whole_names([self._name(one) for one in self._seen if one.kind == "person"], cast.also)
        self._by_name: dict[str, list[Candidate]] = {}
        self._parties = Parties(page, self._flat, self._seen)
        self._meant: dict[str, Speaker | None] = {}
        self._in_roles: dict[str, Speaker | None] = {}  # whom the words for roles asked for so far mean
        for one in self._seen:
            self._by_name.setdefault(self._key(self._name(one)), []).append(one)

    def _has_it(self, role: Candidate, key: str) -> bool:
        """« La sous-préfète, X »: whether the name right after a role is this one."""
        after = (one for one in beginning(self._seen, role.end, role.end + 4) if one.kind == "person")
        return any(self._key(self._name(one)) == key for one in after)

    def _name(self, one: Candidate) -> str:
        return one.normalised or self._page.text[one.start : one.end]

    def _key(self, name: str) -> str:
        """The whole level name that a name on the page is part of, or a by-name stands for."""
        return self._whole.get(level(name), level(name))

    def _in_office(self, role: Candidate) -> Speaker:
        """« Le procureur ajoute », where the page names one beside that word; an office alone names nobody."""
        if _ANY_ONE.search(self._flat, max(0, role.start - 24), role.start):
            return NOBODY
        return self.meant_by(self._flat[role.start : role.end]) or NOBODY

    def of_role(self, role: str) -> Speaker | None:
        """The one person whom the page names beside this word: « Mme X, juge d'instruction »; looked for once."""
        if role not in self._in_roles:
            self._in_roles[role] = self._beside(role) if len(self._in_roles) < _MOST_ROLES else None
        return self._in_roles[role]

    def meant_by(self, word: str) -> Speaker | None:
        """Whom the paper means by this word in its sentences: what it defines, a field, else a name beside the word."""
        if word not in self._meant and len(self._meant) < _MOST_ROLES:
            party = self._parties.meant(word)
            self._meant[word] = self.speaker(party) if party else self.of_role(word)
        return self._meant.get(word)

    @property
    def defined(self) -> frozenset[str]:
        """The words that the paper defines for its parties."""
        return self._parties.terms

    def _beside(self, role: str) -> Speaker | None:
        named: dict[str, Candidate] = {}
        for one in self._seen if len(role) > 3 else ():
            beside: list[Candidate] = []
            if one.kind == "role" and self._flat.startswith(role, one.start):
                near = beginning(self._seen, one.start - _NAME, one.end + _NAMED_AFTER)
                beside = [who for who in near if who.kind == "person" and self._is_beside(one, who)]
                beside = [who for who in beside if who.end <= one.start] or beside  # « X, chauffeur, Y, agent »
            elif one.kind == "person" and self._titled(one, role):
                beside = [one]  # « le docteur X », « Me X »: a title is no role
            named |= {self._key(self._name(who)): who for who in beside}
        return self.speaker(next(iter(named.values()))) if len(named) == 1 else None

    def _titled(self, who: Candidate, role: str) -> bool:
        lawyer = (
            role.startswith("avocat")
            and "general" not in role
            and _LAWYER.search(self._flat, max(0, who.start - 8), who.start) is not None
        )
        return lawyer or self._flat.endswith(f"{role} ", 0, who.start)

    def _is_beside(self, role: Candidate, who: Candidate) -> bool:
        """« le juge Morin », « M. Morin, juge »: nothing but a title or a comma between."""
        gap = self._flat[role.end : who.start] if role.end <= who.start else self._flat[who.end : role.start]
        if role.end <= who.start and _GIVES_NAME.fullmatch(gap):
            return True
        if "," in gap and role.end <= who.start and not _APPOSED.match(self._flat, who.end):
            return False  # « dans le bureau de son avocat, X se tait »
        return len(gap) < 8 and _BESIDE.fullmatch(gap) is not None

    def _governs(self, left: int, one: Candidate) -> bool:
        """« l'avocat de M. Morin »: a preposition leads to the name."""
        before = max(left, one.start - 30)
        if self._flat.startswith("'s ", one.end):
            return not in_own_words(self._flat, one)  # `Mr Ellis's nephew`
        led = GOVERNED.search(self._flat, before, one.start) is not None
        return led and not MET.search(self._flat, max(left, one.start - 100), one.start)

    def speaker(self, who: Candidate | None) -> Speaker:
        if who is None:
            return NOBODY
        name = who.normalised or self._page.text[who.start : who.end]
        if who.kind == "role":
            return self._in_office(who)
        if who.confidence == UNPROVEN:
            return Speaker(None, name)
        name = self._cast.bearer(name).name or name  # « Titi » speaks where he stands, and is Thierry Morin
        return Speaker(mention_id(self._page, who.start, who.end, who.kind), name)


def _whole_names(names: Sequence[str], also: Mapping[str, str]) -> dict[str, str]:
    """The fullest level name of each level name, where it is part of one only; a by-name has its owner's."""
    known = dict.fromkeys(map(level, names))
    holding: dict[str, set[str]] = {}
    for name in known:
        for word in name.split():
            holding.setdefault(word, set()).add(name)
    whole: dict[str, str] = {}
    for name in known:
        fuller = set.intersection(*(holding[word] for word in name.split())) - {name} if name.split() else set()
        most = max(fuller, key=lambda one: (len(one.split()), one), default=name)
        whole[name] = most if all(set(one.split()) <= set(most.split()) for one in fuller) else name
    return {**whole, **{name: whole.get(owner, owner) for name, owner in also.items()}}
