"""What a main clause says of the clause that it governs: « il ressort que X a vendu », `it is possible that X sold`.

A clause after « que » or `that` is a fact only where what governs it shows, finds or notes it. Those words are few and
listed; after any other the page leaves open whether it was so.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from greffier.reading.speech import patterns
from greffier.reading.vocabulary import any_of, table

# granted: nobody doubts it; possible: « pas exclu »; open: nothing shows it
Verdict = Literal["shown", "granted", "possible", "open", "denied"]

_FAR = 160  # characters from the verb back to what leads to its clause
_REST = 300  # characters after the verb in which its clause may be said to be unproved
_MAIN = 110  # characters of a main clause that are looked at
_LEADS = re.compile(r"(?<!\w)(?:que\s|qu'|that\s|selon\s+l(?:aquelle|equel|es(?:quel|quelle)s)\s)")
_BREAKS = re.compile(r"[.;:!?]")
_RELATIVE = {  # « le sac noir que », `the money that`: what the verb does it to
    "que": re.compile(
        r"(?:(?<![\w'])(?:les?|la|un|une|des|du|aux?|ces?|cet|cette|son|sa|ses|leurs?|mon|ma|mes|nos|notre|vos|votre|deux|trois|\d+)\s+|(?<!\w)[ld]')"
        r"(?:[\w'-]{1,24}\s+)?(?P<noun>[\w'-]+)\s*,?\s*$|,\s*$"
    ),
    "that": re.compile(
        r"(?<![\w'])(?:the|an?|this|these|those|his|her|their|its|my|our|your|some|any|every|all|both|two|three|\d+)\s+"
        r"(?:[\w'-]{1,24}\s+)?(?P<noun>(?!(?:is|was|were|be|been|are|said|says|says|told|felt)\b)[\w'-]+)\s*,?\s*$|,\s*$"
    ),
}
_CLEFT = re.compile(r"\b(?:c'(?:est|etait)|ce\s+n'(?:est|etait)|ce\s+(?:fut|sera)|voila|il\s+y\s+a)\s[^,]*$")
_PREPOSITION = re.compile(  # `on that day`, and conjunctions: `now that`, `at the time that`
    r"\b(?:on|in|at|of|for|from|with|by|to|during|before|after|until|since|about|over|so|now|such|given|except|than|and|or)\s+$"
)
_POINTS = re.compile(
    r"that\s+(?:day|night|evening|morning|afternoon|time|date|week|month|year|man|woman|person|bag|money|car|van|sum|same)\b"
)
_ABLE = (
    r"(?:perm\w+\s+(?:ainsi\s+|donc\s+)?d[e']|p(?:u|eut|euvent|ouvons)\s|parv\w+\s+a\s|reussi\w*\s+a\s"
    r"|(?:vient|venons)\s+d[e'])\s*(?:d'\s*)?"
)
_BY_US = re.compile(
    r"(?<![\w'])(?!suppos|admett|imagin|pens|croy|soupconn|ignor|dout|demand|souhait|voul|esper)[a-z]{3,}ons\s+(?:[a-z]{4,}ment\s+)?$"
)
_WOULD = re.compile(
    r"\b(?:to|must|would|will|could|may|might|should|seeks?|hop(?:es?|ed|ing)|tr(?:y|ies|ied|ying)|attempt\w*|need\w*|whether|unless|if"
    r"|pour|afin|tent\w+|cherch\w+|[a-z]+rai(?:t|ent)|faudra|devra|devront|pourra|reste|demand\w+|si)\b[^,]{0,30}$"
)
_COULD = re.compile(r"\b(?:able|managed|allow\w*\s+(?:\w+\s+)?|enabled?\s+(?:\w+\s+)?|went\s+on|came|likes?)\s*to\s")
_NOT_OPEN = re.compile(  # « nul ne conteste que », `there is no doubt that`: it is so
    r"(?:\b(?:pas|plus|nul|aucune?|not|no|never|cannot|sans)\b|n't\b)\s+(?:[\w']{1,20}\s+){0,3}?(?:n[e']\s*)?"
    r"(?:contest\w*|nie[rst]?|dement\w*|doute|disput\w*|den(?:y|ied|ies)|doubt\w*|contradict\w*|question\w*)\b[^,]{0,20}$"
)
_OPEN_STILL = re.compile(  # « il n'est pas exclu que », `it cannot be ruled out that`
    r"(?:\b(?:pas|plus|not|cannot|never)\b|n't\b|\bn')\s*(?:[\w']{1,20}\s+){0,3}?"
    r"(?:exclu\w*|impossible|improbable|invraisemblable|rul(?:e|ed|ing)\s+out|unlikely|inconceivable|interdi\w+|preclude\w*|know\w*|sai[st])\b[^,]{0,20}$"
)
_WRONGLY = re.compile(
    r"\b(?:a\s+tort|par\s+erreur|faussement|mensongerement|wrongly|incorrectly|mistakenly|erroneously|falsely|in\s+error|by\s+mistake)\b"
)
_PAPERS = re.compile(  # what is written there, by no one with a side
    r"\b(?:reports?|records?|logs?|registers?|files?|documents?|invoices?|ledgers?|minutes|footage|cctv|cameras?|billing|rapports?|proces-verba\w+|registres?|releves?|dossiers?|factures?"
    r"|tableaux?|exploitation|expertise|analyses?|enquete|investigations?|surveillances?|filature|images|bornages?|geolocalisation|telephonie|ecoutes?)\s(?:[\w'-]{1,24}\s+){0,6}$"
)
_UNPROVED = re.compile(  # « … n'est pas établi », `… remains to be proved`
    r"\b(?:n'est|n'a|n'ont|ne\s+sont|n'etait)\s+(?:pas|nullement|en\s+rien)\s+(?:ete\s+|encore\s+|ete\s+)?(?:etabli|prouv|demontr|rapport|confirm|verifi|averee?)"
    r"|\b(?:reste|demeure)\w*\s+(?:a\s+(?:demontr|etabli|prouv|verifi|confirm)|inexpliqu|incertain|hypothet)"
    r"|\b(?:has|have|is|was|were)\s+(?:not|never|yet\s+to)\s+(?:yet\s+)?(?:be(?:en)?\s+)?(?:proved|proven|established|shown|confirmed|verified|substantiated)"
    r"|\bremains?\s+(?:un\w+|to\s+be|open|a\s+matter)|\bis\s+(?:unproven|disputed|denied|in\s+dispute)"
)


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    held = table("governing")
    once_able = rf"{_ABLE}(?:{any_of(held['able'])})"
    stems = rf"(?:{any_of(held['stems'])})(?!\w*r(?:ait|aient|a|ont)\b)\w*"
    shown = re.compile(rf"(?<![\w-])(?:{any_of(held['shown'])}|{stems}|{once_able})(?![\w-])")
    return shown, re.compile(rf"(?<![\w-])(?:{any_of(held['contents'])})(?![\w-])"), frozenset(held["conjunctions"])


def governed(clear: str, left: int, verb: int, end: int) -> Verdict | None:
    """Return what is said of the clause of the verb at `verb`, in a sentence from `left` to `end`; None where nothing
    governs it. `clear` is a page, levelled, whose full stops end sentences."""
    window = max(left, verb - _FAR)
    for lead in reversed(list(_LEADS.finditer(clear, window, verb))):
        main = clear[max(left, lead.start() - _MAIN) : lead.start()]
        breaks = [found.end() for found in _BREAKS.finditer(main)]
        main = main[breaks[-1] :] if breaks else main
        if _BREAKS.search(clear, lead.end(), verb):
            return None
        if not _is_that(clear, lead, main):
            continue
        return _verdict(main, clear[verb : min(end, verb + _REST)])
    return None


def _is_that(clear: str, lead: re.Match[str], main: str) -> bool:
    """Whether « que », `that` leads to what is said, and is neither a relative nor part of a conjunction."""
    if lead.group().startswith("selon"):
        return True
    words = main.split()
    if not words or words[-1].rpartition("'")[2] in _words()[2] or _CLEFT.search(main):
        return bool(words) and _WRONGLY.search(main) is not None
    if lead.group().startswith("that") and (_PREPOSITION.search(main) or _POINTS.match(clear, lead.start())):
        return False
    relative = _RELATIVE["that" if lead.group().startswith("that") else "que"].search(main)
    if relative is None or relative["noun"] is None:
        return relative is None
    of_content = _words()[1].search(relative.group()) is not None
    return of_content or _words()[0].search(relative["noun"]) is not None or _says(relative["noun"])


def _says(word: str) -> bool:
    return patterns().verb.fullmatch(word) is not None


def _verdict(main: str, rest: str) -> Verdict:
    if _WRONGLY.search(main):
        return "denied"
    if _OPEN_STILL.search(main) or _UNPROVED.search(rest):
        return "possible"
    if _NOT_OPEN.search(main):
        return "granted"
    if _BY_US.search(main):
        return "shown"
    would = _WOULD.search(main) is not None and _COULD.search(main) is None
    return "shown" if (_words()[0].search(main) or _PAPERS.search(main)) and not would else "open"
