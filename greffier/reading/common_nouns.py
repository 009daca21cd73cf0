"""What a verb is done to where the page has no name or number for it: « remet le sac », `the keys were handed`.

The noun stands with its article right after an active verb, before a passive one with its auxiliaries, or before
« que », `which`. One noun with what belongs to it is taken, and none that names a time, a person or something said.
"""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.reading.clause import Clause
from greffier.reading.verb_forms import roles_of
from greffier.reading.vocabulary import table

_THE = (
    r"(?:(?:de\s+)?(?:l'|les?\s|la\s|cette\s|cet\s|ces?\s|son\s|sa\s|ses\s|leurs?\s|mon\s|ma\s|mes\s|ton\s|ta\s|tes\s|nos\s|notre\s|vos\s|votre\s)"
    r"|une?\s|des\s|du\s|d'autres\s|plusieurs\s|quelques\s|aucune?\s|the\s|an\s|{a}this\s|these\s|those\s|his\s|her\s|their\s|my\s|our\s|your\s|its\s|some\s|several\s|any\s)"
)
_A = r"a\s(?!un|la\b|le\b|l')"  # the English article, where the page is English
_ASIDE = (  # what may stand between a verb and what it is done to
    r"\s+(?:(?:over|back|out|up|off|down|away|him|her|them|me|us|you|it\s+was|bien|donc|alors|aussi|ensuite|egalement|encore|enfin|spontanement|volontairement|immediatement|personnellement|also|then"
    r"|(?:a|au|aux)\s+[a-z'-]+(?:\s[a-z'-]+){0,2}?)\s+){0,2}"
)
WORD = r"[a-z](?:[a-z'-]{0,28}[a-z])"
_OF = re.compile(rf"\s(?:de\s|d')(?P<of>{WORD})")
_NEXT = re.compile(rf"\s(?P<word>{WORD})")
_CLAUSE_BEGINS = re.compile(
    r"(?:^|[,.;:)»\"”\n|–-]\s*|(?<!\w)(?:que|qu'|that|et|and|puis|then|ou|where|dont|when|quand|lorsque|lorsqu'|while|but|mais|as)\s*)$"
)
_THAT = re.compile(r"\s*,?\s(?:que\s|qu'|which\s|that\s)")
_BREAK = re.compile(r"[.;:!?]|,(?=[^,]*$)")
_BARE = re.compile(rf"[\W\d]{{0,20}}(?<![\w'-])(?P<noun>{WORD}(?:\s{WORD}){{0,2}})\s+")
_OF_NOUN = (
    r"\s*(?:du\s|des\s|de\s(?:la\s|l'|ce\s|cette\s|son\s|sa\s|ses\s)|d'une?\s|of\s(?:the\s|an?\s|his\s|her\s|their\s))"
)
_FAR = 70  # characters between a noun and the passive verb that it is the subject of
_NO_THING = frozenset(("pay", "authorise", "find", "sign", "unseal", "request"))  # whose object is money, or an act


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    held = table("common_nouns")
    return frozenset(held["none"]), frozenset(held["ends"]), frozenset(held["before"])


@lru_cache(maxsize=2)
def _patterns(english: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    the = _THE.format(a=_A if english else "")
    return re.compile(_ASIDE + the), re.compile(rf"(?<![\w'-]){the}"), re.compile(_OF_NOUN)


def thing_of(clause: Clause, opens: int) -> tuple[int, int] | None:
    """Where the noun stands that the verb of a clause is done to; `opens` is where its sentence or entry begins."""
    trigger, flat = clause.trigger, clause.flat
    if trigger.type in _NO_THING or roles_of(trigger.type).get("object") != "object":
        return None
    after, the, of_noun = _patterns(clause.english)
    made = trigger.voice == "passive" and re.search(r"\b(?:fait|faire|vue?)\b", flat[trigger.start : trigger.word[0]])
    if trigger.voice == "active" or made:
        led = after.match(flat, trigger.end)
        found = _noun(clause, led.end()) if led else None
        return found or (None if made else _relative(clause, the))
    if trigger.voice == "noun":
        led = of_noun.match(flat, trigger.word[1])
        return _noun(clause, led.end()) if led else None
    return _before(clause, the) or _bare(clause, opens)


def _before(clause: Clause, the: re.Pattern[str]) -> tuple[int, int] | None:
    """« La marchandise a été pesée », `the lorry was escorted`."""
    flat, verb = clause.flat, clause.trigger.start
    left = max(clause.left, verb - 150)
    for led in reversed(list(the.finditer(flat, left, verb))):
        noun = _noun(clause, led.end())
        if noun is None or not left <= noun[0] < noun[1] <= verb:
            continue
        gap = flat[noun[1] : verb]
        begins = not flat[left : led.start()].strip() or _CLAUSE_BEGINS.search(flat, left, led.start())
        if begins and len(gap) < _FAR and not _BREAK.search(gap):
            return noun
    return None


def _relative(clause: Clause, the: re.Pattern[str]) -> tuple[int, int] | None:
    """« le sac que X a remis », `the bag which he sold`."""
    flat, verb = clause.flat, clause.trigger.start
    for led in reversed(list(the.finditer(flat, max(clause.left, verb - 90), verb))):
        noun = _noun(clause, led.end())
        if noun and noun[1] < verb and _THAT.match(flat, noun[1], verb):
            return noun
    return None


def _bare(clause: Clause, opens: int) -> tuple[int, int] | None:
    """« Copie transmise à Me Roy », `Box moved to the scanner`: a noun that opens a note."""
    trigger, flat = clause.trigger, clause.flat
    if trigger.start != trigger.word[0]:
        return None
    found = _BARE.fullmatch(flat, opens, trigger.start)
    if found is None or set(found["noun"].split()) & (_words()[0] | _words()[1]) or taken(clause, found.span("noun")):
        return None
    return found.span("noun")


def _noun(clause: Clause, at: int) -> tuple[int, int] | None:
    """The noun after an article, with its adjectives in English and what « de » adds in French."""
    flat = clause.flat
    none, ends, before = _words()
    while flat[at : at + 1].isspace():
        at += 1
    word = re.compile(WORD).match(flat, at)
    while word and word.group() in before:
        word = re.compile(rf"\s{WORD}").match(flat, word.end())
        word = re.compile(WORD).match(flat, word.start() + 1) if word else None
    if word is None or word.group() in ends:
        return None
    start, end, head = word.start(), word.end(), word.group()
    if _is_english(clause, at):
        while (
            (more := _NEXT.match(flat, end))
            and more["word"] not in ends
            and not more["word"].endswith("ly")
            and more.end() - start < 40
        ):
            end, head = more.end(), more["word"]
    elif of := _OF.match(flat, end):
        end = end if of["of"] in none or taken(clause, of.span("of")) else of.end()
    return None if head in none or word.group() in none or taken(clause, (start, end)) else (start, end)


def _is_english(clause: Clause, at: int) -> bool:
    return (
        clause.english
        or re.search(r"(?<!\w)(?:the|an|his|her|their|my|our|its|this|that|some)\s+$", clause.flat[max(0, at - 8) : at])
        is not None
    )


def taken(clause: Clause, place: tuple[int, int]) -> bool:
    """Whether a name, a number or a date stands there: that is told by itself."""
    return any(one.span.start < place[1] and place[0] < one.span.end for one in clause.here)
