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
_ADVERB = (
    r"(?:(?:\w{3,}ment|aussi|alors|encore|toujours|jamais|pas|bien|deja|cependant|toutefois|egalement|pourtant"
    r"|d'ailleurs|en\s+outre|ensuite|notamment|tous)\s+)"
)
_INFINITIVE = (
    r"(?:(?:ne\s+(?:pas|plus|rien|jamais|point)|ne|se|y|en|le|la|les|lui|leur|nous|vous|me|te)\s+|(?:n|s|l|m|t|y)')*+"
    r"(?!(?:savoir|nommer|hier|premier|dernier|janvier|fevrier|fier|cher|hiver|entier|particulier|leger|divers?|desir|plaisir|avenir|loisir)\b)"
    r"(?:[a-z]{2,30}(?:er|ir|oir)|(?:etre|dire|redire|faire|croire|boire|lire|ecrire|vivre|suivre|prendre|apprendre|comprendre|reprendre"
    r"|rendre|vendre|attendre|entendre|descendre|perdre|repondre|mettre|remettre|admettre|connaitre|reconnaitre|paraitre|conduire))(?!\w)"
)
ADJUNCTS = re.compile(
    r"(?:\s+(?:par\s+(?:telephone|courriel|ecrit|radio|message|ailleurs)|au\s+contraire|en\s+(?:outre|effet|revanche|audition|anglais|francais)"
    r"|egalement|aussi|ensuite|enfin|encore|toujours|souvent|parfois|deja|meme|pourtant|bien|simplement|spontanement|[a-z]{4,20}ment|hier(?:\s+soir)?|aujourd'hui|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s+(?:dernier|soir|matin|\d{1,2}\s+[a-z]{3,9}))?"
    r"|toutefois|a\s+son\s+tour|de\s+son\s+cote|cependant|pourtant|a\s+nouveau|sous\s+serment|sur\s+proces-verbal|d'abord|d'emblee|a\s+l'audience"
    r"|devant\s+(?:nous|la\s+cour|le\s+tribunal|le\s+juge)|ce\s+jour|yesterday|today|later|again|also|then|under\s+oath|in\s+(?:court|evidence"
    r"|interview|an?\s+(?:written\s+|sworn\s+)?(?:statement|reply|letter|interview))|(?:me|us|him|her|them|nous|this\s+newspaper|reporters|journalists"
    r"|(?:our|his|her|my|their|your|an?)\s+[a-z]{3,20}(?=\s+that\b)|(?:a|au|aux)\s+(?:(?:son|sa|ses|le|la|mon|ma|notre|leur)\s+|l')?[a-z-]{3,20}(?=\s+qu['e])"
    r"|the\s+(?:court|panel|inquiry|jury|police|commission|committee))|(?:on\s+|last\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:\s+(?:morning|evening|night|last))?|(?:le\s+)?\d{1,2}(?:er)?\s+[a-z]{3,9}(?:\s+\d{4})?)"
    r"(?!\w)(?:\s*,)?|\s*,\s*(?:lors\s+d|au\s+cours\s+d|devant\s|dans\s|during\s|in\s)[^.,;:\n]{3,70},(?=\s)"
    r"|\s+(?:in|at|on|during|by|from|under|through|to|before)\s[^.,;:«“\"\n]{2,40}?(?=\s+that\s)"
    r"|\s+(?:lors\s+d|au\s+cours\s+d|devant\s|dans\s|par\s)[^.,;:«“\"\n]{2,40}?(?=\s+qu[e'])){0,3}"
)
LEADS = re.compile(r"\s*,?\s+(?:qu'|que\s+|that\s+)")
LEADS_INFINITIVE = re.compile(rf"\s+(?={_INFINITIVE})")
_CLITIC = r"(?:'(?:d|s|ll|ve|re|m))?"
LEADS_BARE = re.compile(rf"\s+(?=(?:he|she|they|it|we|you|i|there|nobody|no\s+one|nothing|everyone){_CLITIC}\s)")
LEADS_CLAUSE = re.compile(  # `says the straps were cut`, `says Kev took it`: a subject of some words, and its verb
    r"\s+(?=(?!to\s|so\b|of\s|about\s|in\s|[a-z]{2,20}ing\s)(?:(?!that\b|but\b|and\b|or\b|who\b|which\b|if\b|whether\b)[a-z\d£$€][\w.,'%-]*(?<![.,])\s+){1,7}?"
    r"(?:was|were|is|are|had|has|have|did|does|would|could|will|can|should|must|might|may|never|wanted|wants|needs|took|gave"
    r"|went|came|saw|knew|got|told|made|left|sold|bought|paid|kept|owes?|lives?|works?|found|said|ran|heard|felt|put|met|held|brought|drove|broke|lost|spoke|stole|threw|wrote|meant|sent|stood"
    r"|[a-z]{2,}ed)\b)"
)
SAYS = frozenset(
    "say says said think thinks thought claim claims claimed insist insists insisted reckon reckons reckoned told tells"
    " believe believes believed allege alleges alleged swear swears swore admit admits admitted suspect suspects"
    " suspected fear fears feared".split()
)
TELLS = frozenset("told tells informed informs assured advised asked asks".split())  # whom first, then what
LEADS_GERUND = re.compile(r"\s+(?=(?:ever\s+|any\s+)?[a-z]{2,20}ing\s)")  # denied taking
_INTRO = (  # « Interrogé sur l'argent, répond que », « Sur question, précise que »
    r"(?:(?:interrogee?|questionnee?|entendue?|avisee?"
    r"|sur\s+(?:question|interpellation|demande)|(?:when\s+)?(?:asked|questioned)|in\s+reply)"
    r"[^.;:\n]{0,90},\s*)?"
)
_BARE = re.compile(rf"[\s\d:.h/•*-]*+(?:s\.?\s?i\.?[\s:]*+)?{_INTRO}")  # nothing but the hour of a log
BEGINS = r"(?:^|(?<=[.!?…»”\"]\s)|[,;:(]\s*|\n\s*|(?<=\n))"  # where the clause or its sentence does
UNNAMED = re.compile(
    rf"{BEGINS}(?:(?:un|une|des|deux|trois|quatre|plusieurs|certains|certaines|d'autres|a|an|one|two|three|four|nine|several|some|many|the|le|la|les|my|his|her|our|their|mon|ma|son|sa|notre|leur)\s+)"
    rf"(?:[a-z-]{{2,20}}\s+){{0,2}}[a-z-]{{3,20}}(?:\s+(?:de|du|d'|of|from)\s*[a-z'-]{{2,20}}){{0,1}}(?:,\s[^,.;:\n]{{3,60}},)?\s+$"
    rf"|{BEGINS}(?:(?:caller|source|informant|correspondante?)(?:,\s[^,.;:\n]{{2,30}},)?|on|someone|somebody|everyone|quelqu'un|plusieurs|certains|beaucoup|d'autres"
    rf"|both|two|three|four|five|six|seven|eight|nine|ten|several|many|some|others)\s+$"
)
PRONOUN = re.compile(
    r"(?<![\w-])(?<!(?<!qu)')(?:il|ll|elle|ils|elles|l'interessee?|ce\s+dernier|cette\s+derniere|celui-ci|celle-ci|he|she|they)\s*$"
)


_FAR = 200  # characters of a clause before its verb
_CLITICS = re.compile(r"(?<!\w)(?:(?:nous|lui|leur|me|ne|y|en)\s+|[nmlty]')*+$")


def subject_end(flat: str, left: int, verb: int) -> int:
    """Where the subject of the verb at `verb` may end: before « nous », « lui », « ne »."""
    return min((found.start() for found in _CLITICS.finditer(flat, max(left, verb - 16), verb)), default=verb)


def stands_bare(words: str) -> bool:
    """Whether nothing in these words, since the clause before, is a subject of the verb after them."""
    return len(words) < _FAR and _BARE.fullmatch(words[max(words.rfind(sign) for sign in ";–—") + 1 :]) is not None


_NO_ADJECTIVE = r"(?!(?:et|and|jamais|qui|who|have|has|had|are|were|ont|avaient|also|then|now|later)\s)"


class Reporting(NamedTuple):
    """`any` is in every sentence that reports; `verb` comes before words, `after` between words and speaker, `before`
    between speaker and full stop, `aside` in one with its pronoun (`, he said`), `body_said` with a body or a crowd;
    `concerned` ends with a word for a name, `epithet` is one, `source` is what may follow « selon » that is none."""

    any: re.Pattern[str]
    verb: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    as_said: re.Pattern[str]
    document: re.Pattern[str]
    accounts: re.Pattern[str]
    concerned: re.Pattern[str]
    epithet: re.Pattern[str]
    aside: re.Pattern[str]
    body: re.Pattern[str]
    body_said: re.Pattern[str]
    source: re.Pattern[str]


@lru_cache(maxsize=1)
def reporting() -> Reporting:
    held = table("speech")
    stems = [level(stem) for stem in held["reporting"]]
    finite = any_of([*(stem + ending for stem in stems for ending in _ENDINGS), *held["finite"]])
    past = any_of([*(stem + ending for stem in stems for ending in ("e", "ee", "es")), *held["participles"]])
    said = rf"(?:{_AUXILIARY}\s+{_ADVERB}?{past}|{finite})"
    english = any_of(held["english"])
    plural = any_of(held["plural"])
    telling = rf"(?:(?:en\s+(?:(?:me|lui|nous|leur)\s+)?|(?<=,\s)){any_of(held['telling'])})"
    english_telling = rf"(?:(?<=,\s){any_of(held['telling_english'])})"
    tells = any_of([*held["telling"], *held["telling_english"]])
    bodies = any_of([*held["documents"], *held["institutions"]])
    crowds = rf"(?:{any_of(held['crowds'])})(?:\s+{_NO_ADJECTIVE}[a-z-]{{4,15}})??"
    return Reporting(
        any=re.compile(
            rf"(?<![\w-])(?:{finite}|{past}|{english}|{plural}|{tells}|{any_of(held['according'])})(?![\w-])|(?<!\w)d'apres\b"
        ),
        verb=re.compile(
            rf"(?<![\w'-])(?:(?P<french>{said}|(?P<telling>{telling}))|{english}|{plural}|{english_telling})(?![\w-])"
        ),
        after=re.compile(rf"[,»”]\s*(?P<verb>{said})\s+(?=\w)"),
        before=re.compile(
            rf"\s+(?P<verb>(?:has\s+|had\s+)?(?:[a-z]{{2,20}}ly\s+)?{english})"
            r"(?=\s*[.;]|\s+(?:on|in|at|yesterday|later|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)"
        ),
        as_said=re.compile(
            rf"(?:ainsi\s+que|comme|as)\s+(?:(?:me|nous|lui|le)\s+|(?:l|m|t)')*+(?P<verb>{said}|{english})\s+"
        ),
        document=re.compile(
            rf"(?<![\w'])(?:(?:les?|la|ce|cet|cette|un|une|son|votre|the|this|an?|your|his|her|their|[a-z-]{{2,20}}'s)\s+|l')"
            rf"(?:(?:{any_of(held['documents'])})"
            r"(?:\s+(?:de\s+|du\s+|of\s+|dated\s+|d')[^.,;:\n]{1,30}?)?"
            rf"|(?:{any_of(held['institutions'])}))(?:\s*,\s*(?:lui|elle)\s*,)?\s*$|{BEGINS}(?:[a-z]{{3,12}}\s+)?(?:documents|records|papers|emails)\s*$"
            rf"|{BEGINS}(?:(?:les|des|plusieurs|certains|deux|trois|quatre|ses|nos|leurs|our|the|some|several|two|three|four|other|many|his|her|local|senior)"
            rf"\s+){{0,2}}(?:{crowds})(?:\s+(?:have|had))?\s*$"
        ),
        concerned=re.compile(rf"(?<![\w'-])(?P<word>{any_of(held['concerned'])})(?:\s*,[^.,;:\n]{{2,70}},)?\s*$"),
        epithet=re.compile(rf"(?:{any_of([*held['concerned'], *held['epithets']])})(?![\w'-])"),
        body=re.compile(rf"(?:les?\s+|la\s+|l'|un\s+|une\s+|des\s+)?(?:{bodies}|{crowds})(?![\w-])"),
        body_said=re.compile(
            rf",\s*(?P<who>(?:the|an?|his|her|their)\s+(?:{bodies})|(?:(?:the|some|several|two|three)\s+)?(?:{crowds}))"
            rf"\s+(?P<verb>(?:has\s+|had\s+|have\s+)?(?:{english}|{plural}))"
            r"(?=\s*[.;]|\s+(?:on|in|at|yesterday|later|last|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)"
        ),
        source=re.compile(
            rf"(?P<pronoun>lui|elle|eux|elles|him|her|them|ses\s+dires)\b|(?P<concerned>{any_of(held['concerned'])})(?![\w-])"
            rf"|(?P<document>(?:(?:les?|la|un|une|son|ce|cet|cette|nos|ses|plusieurs|our|several|the|an?|his|her|your)\s+|l')?(?:(?:{bodies})s?|{crowds}))(?![\w-])"
            rf"|(?:(?:les?|la|une?|son|sa|ses|mon|ma|leur|des|plusieurs|certains|deux|trois|the|an?|his|her|their|several|two|three|some)\s+|l')?"
            rf"(?:{any_of(held['voices'])})s?(?![\w-])"
        ),
        aside=re.compile(
            rf",\s*(?P<verb>(?:he|she|they)\s+(?:[a-z]{{2,20}}ly\s+)?(?:{english})|(?:{finite})(?:-t)?-(?:il|elle|ils|elles)"
            rf"|(?:a|ont|avait)(?:-t)?-(?:il|elle|ils|elles)\s+{_ADVERB}?(?:{past}))(?=\s*(?:[.;]|,(?!\s*[\"«“]))|\s+(?:on|in|at|yesterday|later|last)\b)"
        ),
        accounts=re.compile(  # « selon le rapport du commandant X »
            rf"(?:(?:les?|la|un|une|the|an?)\s+|l')(?:{any_of(held['documents'])})\s+(?:[a-z]{{3,12}}\s+)?(?:de\s+|du\s+|of\s+|by\s+|d')"
        ),
    )
