"""What one paper says was not done, or never was, and another one tells as done."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from greffier.assembling.checking import Hit, Material, Words, both
from greffier.assembling.clauses import PLAIN, Clause, acts_in, of_one_form, shown, things_in
from greffier.assembling.rulebook import Rule
from greffier.assembling.times import days_told

_SELDOM = 4  # clauses that tell one act of one thing
_NEVER_DONE = re.compile(  # what it was done to stands before, in English and in French
    r"(?P<thing>[^.;!?]{3,60}?)\b(?:(?:was|were|has been|have been|had been|is) (?:never|not)|"
    r"n'(?:a|ont|avait|avaient) (?:jamais|pas) ete)\b(?P<act>[^.;!?,]{0,40})"
)
_THERE_WAS_NO = re.compile(
    r"\b(?:there (?:was|were|has been) (?:no|never an?y?)|il n'y (?:a|avait) (?:pas|jamais) eu (?:de |d'|aucune? )|"
    r"aucune?)\b(?P<thing>[^.;!?,]{0,50})"
)
_CLAUSE = re.compile(r"\b(?:that|which|who|que|qui|and|et|but|mais)\b|\bqu'|[,:]")
_ABOUT = re.compile(r"\b(?:as|to|of|from|on|at|in|for|with|by|de|du|des|au|aux|par|pour|avec|sur|dans)\b|\bd'")
_ANY_NO = re.compile(r"\b(?:no|not|never|n'|ne|pas|jamais|aucune?|nobody|personne|sans|without|didn't|wasn't|if|si)\b")


def done_and_denied(material: Material, rule: Rule) -> Iterator[Hit]:
    """Two papers, one act with one thing of which few tell, or one thing of one day: done here, denied there."""
    told = material.clauses
    together = Counter((act, thing) for one in told for act in one.acts for thing in one.things)
    positive: dict[tuple[str, str], list[Clause]] = defaultdict(list)
    for one in told:
        if not one.asked and "?" not in one.flat and not _ANY_NO.search(one.flat):
            for thing in one.things:
                for act in one.acts - PLAIN:
                    positive[act, thing].append(one)
                for day in days_told(one.of("date")):
                    positive[day, thing].append(one)
    for one in told:
        other = next(_against(one, positive, together), None)
        if other is not None:
            words: Words = {"first": _short(one), "second": _short(other)}
            yield Hit(both(shown(one), shown(other)), False, words)


def _against(
    one: Clause, positive: dict[tuple[str, str], list[Clause]], together: Counter[tuple[str, str]]
) -> Iterator[Clause]:
    """Who tells as done what a clause denies."""
    names = list(_denied(one))
    for name in names:
        seldom = len(positive[name]) <= _SELDOM and (name[0][0].isdigit() or together[name] <= _SELDOM)
        for other in positive[name] if seldom else ():
            left, right = days_told(one.of("date")), days_told(other.of("date"))
            apart = bool(left and right and not left & right)
            if other.piece != one.piece and not of_one_form(one, other) and not apart:
                yield other


def _subject(before: str) -> str:
    """What a verb is said of: « que le poids d'un pain est une moyenne et qu'il » says it of « il »."""
    return _ABOUT.split(_CLAUSE.split(before)[-1])[0]


def _denied(one: Clause) -> Iterator[tuple[str, str]]:
    """The acts and things, or days and things, that a clause denies."""
    never = _NEVER_DONE.search(one.flat)
    if never is not None:
        for act in sorted(acts_in(never["act"]) - PLAIN):
            yield from ((act, thing) for thing in sorted(things_in(_subject(never["thing"]))))
    none = _THERE_WAS_NO.search(one.flat)
    if none is not None:
        for day in sorted(days_told(one.of("date"))):
            yield from ((day, thing) for thing in sorted(one.things & things_in(none["thing"])))


def _short(clause: Clause) -> str:
    return " ".join(clause.page.text[slice(*clause.span)].split())[:100]
