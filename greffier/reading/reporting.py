"""Patterns of reported speech on the level view: the verb, what may stand between it and the words, how words begin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.vocabulary import any_of, level, table

_ENDINGS = "e ent ait aient a erent era eront erait eraient".split()
_AUXILIARY = (
    r"(?:n'|l'|m'|t'|nous\s+|lui\s+|leur\s+|me\s+|te\s+|vous\s+)?(?:a|ont|avait|avaient|aurait|auraient|eut|ait)"
)
_ADVERB = r"(?:(?:\w{3,}ment|aussi|alors|encore|toujours|jamais|pas|bien|deja|en\s+outre|ensuite|notamment|tous)\s+)"
_INFINITIVE = (
    r"(?:(?:ne\s+(?:pas|plus|rien|jamais|point)|ne|se|y|en|le|la|les|lui|leur|nous)\s+|(?:n|s|l|m|t|y)')*+"
    r"(?!(?:hier|premier|dernier|janvier|fevrier|fier|cher|hiver|entier|particulier|leger|divers?|desir|plaisir|avenir|loisir)\b)"
    r"(?:[a-z]{2,30}(?:er|ir|oir)|(?:etre|dire|redire|faire|croire|boire|lire|ecrire|vivre|suivre|prendre|apprendre|comprendre|reprendre"
    r"|rendre|vendre|attendre|entendre|descendre|perdre|repondre|mettre|remettre|admettre|connaitre|reconnaitre|paraitre|conduire))(?!\w)"
)
ADJUNCTS = re.compile(
    r"(?:\s+(?:par\s+(?:telephone|courriel|ecrit|radio|message|ailleurs)|au\s+contraire|en\s+(?:outre|effet|revanche|audition|anglais|francais)"
    r"|egalement|aussi|ensuite|enfin|encore|spontanement|[a-z]{4,20}ment|hier|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|toutefois|a\s+son\s+tour|de\s+son\s+cote|cependant|pourtant|a\s+nouveau|sous\s+serment|sur\s+proces-verbal|d'abord|d'emblee|a\s+l'audience"
    r"|devant\s+(?:nous|la\s+cour|le\s+tribunal|le\s+juge)|ce\s+jour|yesterday|today|later|again|also|then|under\s+oath|in\s+(?:court|evidence"
    r"|interview|an?\s+(?:written\s+|sworn\s+)?(?:statement|reply|letter|interview))|(?:me|us|him|her|them|nous|this\s+newspaper|reporters|journalists"
    r"|the\s+(?:court|panel|inquiry|jury|police|commission|committee))|(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:le\s+)?\d{1,2}(?:er)?\s+[a-z]{3,9}(?:\s+\d{4})?)"
    r"(?!\w)(?:\s*,)?|\s*,\s*(?:lors\s+d|au\s+cours\s+d|devant\s|dans\s|during\s|in\s)[^.,;:\n]{3,70},(?=\s)){0,3}"
)
LEADS = re.compile(r"\s*,?\s+(?:qu'|que\s+|that\s+)")
LEADS_INFINITIVE = re.compile(rf"\s+(?={_INFINITIVE})")
LEADS_BARE = re.compile(r"\s+(?=(?:he|she|they|it|we|there|nobody|no\s+one|nothing|everyone)\s)")
LEADS_GERUND = re.compile(r"\s+(?=(?:ever\s+|any\s+)?[a-z]{2,20}ing\s)")  # denied taking
UNNAMED = re.compile(
    r"(?:^|[,;:(]\s*|\n\s*)(?:(?:un|une|des|deux|trois|quatre|plusieurs|certains|certaines|d'autres|a|an|one|two|three|four|nine|several|some|many|the|le|la|les)\s+)"
    r"(?:[a-z-]{2,20}\s+){0,2}[a-z-]{3,20}(?:\s+(?:de|du|d'|of|from)\s*[a-z'-]{2,20}){0,1}\s+$"
)
PRONOUN = re.compile(
    r"(?<![\w'-])(?:il|elle|ils|elles|l'interessee?|ce\s+dernier|cette\s+derniere|celui-ci|celle-ci|he|she|they)\s*$"
)


class Reporting(NamedTuple):
    """`verb` comes before words, `after` between words and speaker, `before` between speaker and full stop."""

    verb: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    as_said: re.Pattern[str]
    document: re.Pattern[str]
    accounts: re.Pattern[str]


@lru_cache(maxsize=1)
def reporting() -> Reporting:
    held = table("speech")
    stems = [level(stem) for stem in held["reporting"]]
    finite = any_of([*(stem + ending for stem in stems for ending in _ENDINGS), *held["finite"]])
    past = any_of([*(stem + ending for stem in stems for ending in ("e", "ee", "es")), *held["participles"]])
    said = rf"(?:{_AUXILIARY}\s+{_ADVERB}?{past}|{finite})"
    english = any_of(held["english"])
    return Reporting(
        verb=re.compile(rf"(?<![\w'-])(?:(?P<french>{said})|{english})(?![\w-])"),
        after=re.compile(rf"[,»”]\s*(?P<verb>{said})\s+(?=\w)"),
        before=re.compile(
            rf"\s+(?P<verb>(?:has\s+|had\s+)?(?:[a-z]{{2,20}}ly\s+)?{english})"
            r"(?=\s*[.;]|\s+(?:on|in|at|yesterday|later|last)\b)"
        ),
        as_said=re.compile(
            rf"(?:ainsi\s+que|comme|as)\s+(?:(?:me|nous|lui|le)\s+|(?:l|m|t)')*+(?P<verb>{said}|{english})\s+"
        ),
        document=re.compile(
            rf"(?<![\w'])(?:(?:les?|la|ce|cet|cette|un|une|son|the|this|an?)\s+|l')(?:{any_of(held['documents'])})"
            r"(?:\s+(?:de\s+|du\s+|of\s+|d')[\w'-]+){0,2}\s*$"
        ),
        accounts=re.compile(  # « selon le rapport du commandant X »
            rf"(?:(?:les?|la|un|une|the|an?)\s+|l')(?:{any_of(held['documents'])})\s+(?:[a-z]{{3,12}}\s+)?(?:de\s+|du\s+|of\s+|by\s+|d')"
        ),
    )
