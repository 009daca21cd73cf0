"""Patterns of reported speech on the level view: the verb, what may stand between it and the words, how words begin."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.listed import Listed
from greffier.reading.vocabulary import any_of, level, scanned, table

_ENDINGS = "e ent ait aient a erent era eront erait eraient".split()
_AUXILIARY = (
    r"(?:n'|l'|m'|t'|nous\s+|lui\s+|leur\s+|me\s+|te\s+|vous\s+)?"
    r"(?:a|ai|avez|ont|avait|avaient|aurait|auraient|eut|ait)"
)
_ADVERB = (
    r"(?:(?:\w{3,}ment|aussi|alors|encore|toujours|jamais|pas|bien|deja|cependant|toutefois|egalement|pourtant"
    r"|d'ailleurs|en\s+outre|ensuite|notamment|tous|(?:tout\s+)?d'abord|d'emblee|enfin|ainsi|meme|certes|aussitot|depuis|hier|seulement|simplement"
    r"|en\s+(?:effet|revanche)|par\s+ailleurs|de\s+son\s+cote|a\s+son\s+tour|par\s+la\s+suite|a\s+plusieurs\s+reprises|plusieurs\s+fois)\s+)"
)
_INFINITIVE = (
    r"(?!(?:savoir|nommer)\b)(?:(?:ne\s+(?:pas|plus|rien|jamais|point)|rien|tout|bien|ne|se|y|en|le|la|les|lui|leur|nous|vous|me|te)\s+|(?:n|s|l|m|t|y)')*+"
    r"(?!(?:hier|premier|dernier|janvier|fevrier|fier|cher|hiver|entier|particulier|leger|divers?|desir|plaisir|avenir|loisir)\b)"
    r"(?:[a-z]{2,30}(?:er|ir|oir)|(?:etre|dire|redire|faire|croire|boire|lire|ecrire|vivre|suivre|prendre|apprendre|comprendre|reprendre"
    r"|rendre|vendre|attendre|entendre|descendre|perdre|repondre|mettre|remettre|admettre|connaitre|reconnaitre|paraitre|conduire))(?!\w)"
)
_WITHIN = r"(?:[^;:?!«“\"\n]|\n(?![ \t]*\n))"  # a clause, on this line or the next
_THAT = r"(?=,?\s+that\s(?!(?:day|night|evening|morning|afternoon|week|month|year|time|way)\b))"
ADJUNCTS = re.compile(
    r"(?:\s+(?:par\s+(?:telephone|courriel|ecrit|radio|message|ailleurs)|au\s+contraire|en\s+(?:outre|effet|revanche|audition|anglais|francais)"
    r"|\([^()\n]{2,60}\)|further(?:more)?|moreover|instead|only|straight(?:\s+out)?|outright|flat\s+out|point\s+blank|initially|egalement|aussi|ensuite|enfin|encore|toujours|souvent|parfois|deja|meme|pourtant|bien|simplement|spontanement|[a-z]{4,20}ment|hier(?:\s+soir)?|aujourd'hui|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?:\s+(?:dernier|soir|matin|\d{1,2}\s+[a-z]{3,9}))?"
    r"|toutefois|a\s+son\s+tour|(?:de|pour)\s+sa\s+part|par\s+contre|plus\s+tard|peu\s+apres|par\s+la\s+suite|quant\s+a\s+(?:lui|elle)|tout\s+d'abord|sans\s+detour"
    r"|a\s+(?:plusieurs|maintes|de\s+multiples)\s+reprises|formel|de\s+facon\s+constante|de\s+son\s+cote|cependant|pourtant|a\s+nouveau|sous\s+serment|sur\s+proces-verbal|d'abord|d'emblee|a\s+l'audience"
    r"|devant\s+(?:nous|la\s+cour|le\s+tribunal|le\s+juge)|ce\s+jour|yesterday|today|later(?:\s+on)?|again|also|then|at\s+first|[a-z]{4,16}ly|under\s+oath|in\s+(?:court|evidence"
    r"|interview|an?\s+(?:written\s+|sworn\s+)?(?:statement|reply|letter|interview))|(?:police|staff|[a-z]{3,16}s)(?=\s+that\b)|(?:me|us|him|her|them|nous|this\s+newspaper|reporters|journalists"
    r"|(?:our|his|her|my|their|your|an?)\s+[a-z]{3,20}(?=\s+that\b)|(?:a|au|aux)\s+(?:(?:son|sa|ses|le|la|mon|ma|notre|leur)\s+|l')?[a-z-]{3,20}(?=\s+qu['e])"
    r"|the\s+(?:court|panel|inquiry|jury|police|commission|committee))|(?:on\s+|last\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?:\s+(?:morning|evening|night|last))?|(?:le\s+)?\d{1,2}(?:er)?\s+[a-z]{3,9}(?:\s+\d{4})?)"
    r"(?!\w)(?:\s*,)?|\s*,\s*(?:lors\s+d|au\s+cours\s+d|devant\s|dans\s|during\s|in\s)[^.,;:\n]{3,70},(?=\s)"
    rf"|\s+(?:in|at|on|during|by|from|under|through|to|before|after|over|via|when|without|with|as)\s{_WITHIN}{{2,80}}?{_THAT}"
    rf"|\s+(?:lors\s+d|au\s+cours\s+d|devant\s|dans\s|par\s|en\s|a\s|aux?\s|sur\s|apres\s|avant\s|sans\s|aupres\s+d|envers\s|a\s+l'|d'un){_WITHIN}{{2,80}}?(?=,?\s+qu[e'])"
    r"|\s+(?:a|aux?)\s+(?:l'|(?:le|la|les|son|sa|ses|notre|nos|un|une)\s+)?[\w'-]+(?:\s[\w'-]+){0,2}?(?=\s+(?:(?:ne|n')\b|(?:avoir|etre|s'etre|vouloir|ignorer|souhaiter)\s))"
    r"|\s+des\s[^.,;:«“\"\n]{3,40}?(?=\s+qu[e'])"
    r"|\s*,\s[^;:«“\"\n]{4,90},(?=\s+(?:qu[e']|that\s|n'(?:avoir|etre)\s|(?:avoir|etre)\s))){0,3}"
)
_ASPECT = (  # « a fini par admettre », « tient à préciser »
    r"(?:(?:fini\w{0,3}|commenc\w{1,5})\s+par|(?:commenc|continu|persist|obstin)\w{1,5}\s+(?:a|de|d')|(?:tien\w{1,3}|ten(?:ait|aient|u))\s+a"
    r"|(?:s'|se\s+)?(?:born|limit)\w{1,4}\s+a|(?:s'|se\s+)?(?:content|empress|hat)\w{1,4}\s+d[e']|va\s+(?:meme\s+)?jusqu'a|vient\s+d[e']|croit\s+(?:pouvoir|savoir)?"
    r"|croit\s+devoir|souhait\w{1,4}|entend|voulu|pu|peut)"
)
_HEARD_TO = (  # `is said to have told`, `has been heard to say`
    r"(?:(?:is|was|are|were|has\s+been|had\s+been)\s+(?:[a-z]{2,14}ly\s+)?(?:said|alleged|reported|believed|heard|recorded|quoted|overheard|understood)"
    r"\s+(?:to\s+have\s+(?:told|said|stated|claimed|admitted|boasted|complained|bragged|confided|remarked)"
    r"|(?:to\s+)(?:say|tell|claim|boast|brag|complain|remark|state)|(?:as\s+)?(?:saying|telling|claiming|boasting|stating|complaining|bragging)))"
)
_GOES_ON = (
    r"(?:(?:went|goes|going|gone)\s+on\s+to|did|does|would|could\s+only|can\s+only|will\s+only"
    r"|(?:continue[sd]?|began|begins|proceeded|proceeds|went\s+so\s+far\s+as|came)\s+to)"
)
_FIRSTS = (  # the first words of these two
    "is was are were has had went goes going gone did does would could can will continue continues continued began"
    " begins proceeded proceeds came".split()
)
LEADS = re.compile(
    r"\s*,?\s+(?:de\s+ce\s+|du\s+fait\s+|(?:to\s+|of\s+)?the\s+(?:fact|effect)\s+)?(?:qu'|que\s+|that\s+(?!(?:last\s+\w+|yesterday|before|again|already|too|to\s+\w+|in\s+\w+)\W*$))"
)
LEADS_INFINITIVE = re.compile(rf"\s+(?={_INFINITIVE})")
_CLITIC = r"(?:'(?:d|s|ll|ve|re|m))?"
_NO_CLAUSE = (  # `wrote it down`, `said it in front of him`, `said nothing to us`: what is said, and no clause
    r"nothing(?:\s+(?:to|about|of|more|else|further|at|in|on|when|and|but|for|since|until|either|new|untoward|wrong)\b|[.,;])|it\s+(?:in|to|at|on|with|for|like|as|again|down|out|up|off|all|twice|once|so|aloud|loudly|himself|herself|before|after|when|because|and|but|over|by|from|of)\b"
)
LEADS_BARE = re.compile(
    rf"\s+(?=(?!{_NO_CLAUSE})(?:he|she|they|it|we|you|i|there|nobody|no\s+one|nothing|everyone){_CLITIC}\s)"
)
LEADS_CLAUSE = re.compile(  # `says the straps were cut`, `says Kev took it`: a subject of some words, and its verb
    r"\s+(?=(?!to\s|so\b|of\s|about\s|in\s|what\b|where\b|how\b|why\b|when\b|[a-z]{2,20}ing\s)(?:(?!that\b|but\b|and\b|or\b|who\b|which\b|if\b|whether\b)[a-z\d£$€][\w.,'%-]*(?<![.,])\s+){1,7}?"
    r"[\"“«]?\s?(?:was|were|is|are|had|has|have|did|does|would|could|will|can|should|must|might|may|never|wanted|wants|needs|took|gave"
    r"|goes|drives|uses|keeps|knows|stays|carries|pays|runs|owns|sells|deals|comes|takes|makes|gets|shot|hit|beat|cut|let|set|went|came|saw|knew|got|told|made|left|sold|bought|paid|kept|owes?|lives?|works?|found|said|ran|heard|felt|put|met|held|brought|drove|broke|lost|spoke|stole|threw|wrote|meant|sent|stood|rose|fell|grew|began|became|fled|led|lent|spent|struck|swore|won|hid|rang|chose|stuck|sat|slept"
    r"|[a-z]{2,}ed)\b)"
)
_NO_WHOM = r"(?:that|to|of|by|about|off|apart|on|not|where|what|who|whom|if|whether|why|how|when|which)\b"
WHOM = re.compile(  # `told the Commission ("ICAC") that`, `told the Ledger he`: who is told, by whatever name
    rf"\s+(?!{_NO_WHOM})(?:(?!\s{_NO_WHOM}){_WITHIN}|\([\"“][^()\"”\n]{{1,20}}[\"”]\)|\s(?=(?:on|of|to|about)\b)){{2,90}}?{_THAT}"
    rf"|\s+(?:(?!{_NO_WHOM})[\w'.-]+\s+){{0,4}}?(?!{_NO_WHOM})[\w'-]+(?=\s+(?:he|she|they|it|we|i|there)(?:'\w+)?\s)"
)
SAYS = frozenset(
    "say saying claiming adding alleging insisting swearing boasting admitting complaining telling warning guessed"
    " says said think thinks thought claim claims claimed insist insists insisted reckon reckons reckoned told tells"
    " believe believes believed allege alleges alleged swear swears swore admit admits admitted suspect suspects"
    " suspected fear fears feared".split()
)
LEADS_STATE = re.compile(  # `confirmed the lorry was weighed`: after these verbs less may be a clause
    r"\s+(?=(?!(?:to|so|of|about|in|on|for|by|from|with|at)\s|(?:what|where|how|why|when)\b|[a-z]{2,20}ing\s)"
    r"(?:(?!(?:that|but|and|or|who|which|whose|where|when|if|whether|as)\b)[a-z\d£$€][\w.,'%-]*(?<![.,])\s+){1,6}?"
    r"(?:was|were|is|are|had|has|have|did|does|would|could|will|can|should|must|might|never|wants?|needs|keeps|owes?"
    r"|lives|works|belongs?|belonged|drives|pays|took|gave|went|came|told|left|sold|paid)\b)"
)
STATES = frozenset(table("speech")["before_clause"])
TELLS = frozenset(
    "told tells telling informed informs informing assured assures advised advises asked asks notified notifies warned"
    " warns reminded reminds reassured convinced persuaded promised alerted texted messaged emailed briefed".split()
)  # whom first, then what
LEADS_GERUND = re.compile(r"\s+(?=(?:ever\s+|any\s+)?[a-z]{2,20}ing\s)")  # denied taking
_INTRO = (  # « Interrogé sur l'argent, répond que », « Sur question, précise que »
    r"(?:(?:interrogee?|questionnee?|entendue?|avisee?"
    r"|sur\s+(?:question|interpellation|demande)|(?:when\s+)?(?:asked|questioned)|in\s+reply"
    r"|(?:ses\s+)?droits(?:\s[a-z]+){0,2}?\s(?:lus|notifies|expliques|rappeles|signifies)|(?:his\s+|her\s+)?rights(?:\s[a-z]+){0,2}?\s(?:read|given|explained))"
    r"[^.;:\n]{0,90},\s*)?"
)
_BARE = re.compile(  # nothing but the hour of a log
    rf"[\s\d:.h/•*-]*+(?:s\.?\s?i\.?[\s:]*+)?{_INTRO}(?:(?:now|then|also|later|still|again|finally|only|puis|maintenant|ensuite|aussi)\s+)?"
)
BEGINS = r"(?:^|(?<=[.!?…»”\"]\s)|[,;:()]\s*|\s[–—-]\s+|\n\s*|(?<=\n))"  # where the clause or its sentence does
UNNAMED = re.compile(
    rf"{BEGINS}(?:(?:un|une|des|deux|trois|quatre|plusieurs|certains|certaines|d'autres|a|an|one|two|three|four|nine|several|some|many|the|le|la|les|my|his|her|our|their|mon|ma|son|sa|notre|leur)\s+|l')"
    rf"(?:[a-z-]{{2,20}}\s+){{0,2}}[a-z-]{{3,20}}(?:\s+(?:(?:de\s+la|de\s+l'|des|of\s+the|from\s+the|at\s+the|at|aux?|de|du|of|from)\s*|d')[a-z'-]{{2,20}}){{0,1}}(?:\s(?:who|qui)\s[^.,;:\n]{{2,40}})?(?:,\s[^,.;:\n]{{3,60}},)?\s+$"
    rf"|{BEGINS}(?:[a-z.-]{{1,20}}\s+){{0,2}}[a-z-]{{2,20}}'s\s+(?:[a-z-]{{3,20}}\s+)?[a-z-]{{3,20}}\s+$"
    r"|(?<!\w)(?:your|votre|his|her|their|mon|ma|son|sa|leur|my|our)\s+(?:[a-z-]{3,20}\s+)?[a-z-]{3,20}\s+$"
    rf"|{BEGINS}(?:(?:caller|source|informant|correspondante?|client|customer|driver|owner|tenant|landlord|neighbou?r|manager|employee|appelante?|requerante?|voisine?|gerante?|chauffeur)(?:,\s[^,.;:\n]{{2,30}},)?|on|someone|somebody|everyone|quelqu'un|plusieurs|certains|beaucoup|d'autres"
    rf"|both|two|three|four|five|six|seven|eight|nine|ten|several|many|some|others)\s+$"
)
OWN = re.compile(  # not `were you told`, `did I say`
    r"(?<!\bwere )(?<!\bwas )(?<!\bdid )(?<!\bdo )(?<!\bhave )(?<!\bhad )(?<!\bwould )(?<!\bif )(?<!\bthat )"
    r"(?<![\w'-])(?P<self>(?:i|je|you|vous|tu)(?=\s)|j')\s*$"
)
ALOUD = re.compile(  # what « je » and « vous » say aloud; what they think is no quote
    r"(?:(?:nous|lui|leur|me|vous)\s+|l')?(?:told|said|replied|answered|explained|informed|warned|testified|stated|wrote|say|(?:ai|avez|as|aviez|avais)\s+(?:(?:pourtant|bien|deja|toi-meme|vous-meme)\s+)?(?:dit|repondu|explique|precise|indique|raconte|declare|affirme|ecrit))\b"
)
PRONOUN = re.compile(
    r"(?<![\w-])(?<!(?<!qu)')(?:il|ll|elle|ils|elles|l'interessee?|ce\s+dernier|cette\s+derniere|celui-ci|celle-ci|he|she|they)(?:\s*,[^.;:,\n]{2,80},)?\s*$"
)


_FAR = 200  # characters of a clause before its verb
_CLITICS = re.compile(  # and what stands between a subject and its verb
    r"(?<!\w)(?:(?:nous|lui|leur|me|se|ne|y|en|has|had|have|also|then|later|further|once|since|already|earlier|previously|subsequently"
    r"|repeatedly|himself|herself)\s+|[nmltys]')*+$"
)


def subject_end(flat: str, left: int, verb: int) -> int:
    """Where the subject of the verb at `verb` may end: before « nous », « lui », « ne »."""
    return min((found.start() for found in _CLITICS.finditer(flat, max(left, verb - 30), verb)), default=verb)


def stands_bare(words: str) -> bool:
    """Whether nothing in these words, since the clause before, is a subject of the verb after them."""
    return len(words) < _FAR and _BARE.fullmatch(words[max(words.rfind(sign) for sign in ";–—") + 1 :]) is not None


_MANY = (  # of a trade or a calling, by the ending of the word
    r"[a-z-]{3,14}(?:teurs|trices|seurs|geurs|deurs|ieurs|istes|iciens|iciennes|gistes|logues|graphes|cheurs|neurs|itants"
    r"|workers|owners|makers|dealers|keepers|holders|ographers|ologists|icians|tenders|fighters)"
)
_NO_ADJECTIVE = r"(?!(?:et|and|jamais|qui|who|have|has|had|are|were|ont|avaient|also|then|now|later)\s)"


_NO_AND = "".join(rf"(?<!\b{word})(?<!\b{word}\s)" for word in ("et", "and", "puis", "mais", "but", "then"))
_CONTACTS = (  # « a téléphoné hier pour indiquer que », `rang to say`
    r"(?:(?:(?:a|ont|avait|avaient|est|sont)\s+(?:(?:toutefois|aussi|egalement|ensuite|encore|[a-z]+ment)\s+)?)?"
    r"(?:telephon\w{1,5}|r?appel\w{1,5}|ecri\w{1,5}|contact\w{1,5}|(?:re)?venu\w{0,2}|intervenu\w{0,2})"
    r"|rang|rings|phone[ds]|call(?:s|ed)|telephone[ds]|wrote|writes|emails?|emailed|texts|texted|messaged|radioed|came|comes)\b"
)


class Reporting(NamedTuple):
    """`any` is in every sentence that reports; `verb` comes before words, `after` between words and speaker, `before`
    between speaker and full stop, `aside` in one with its pronoun (`, he said`), `body_said` with a body or a crowd;
    `paper` is what `it` means, `concerned` ends with a word for a name, `epithet` is one, `source` is what may follow
    « selon » that is none."""

    any: Listed
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
    paper: re.Pattern[str]
    source: re.Pattern[str]


@lru_cache(maxsize=1)
def reporting() -> Reporting:
    held = table("speech")
    stems = [level(stem) for stem in held["reporting"]]
    finite_forms = scanned([*(stem + ending for stem in stems for ending in _ENDINGS), *held["finite"]])
    past_forms = scanned([*(stem + ending for stem in stems for ending in ("e", "ee", "es")), *held["participles"]])
    finite, past = any_of(finite_forms), any_of(past_forms)
    said = rf"(?:{_AUXILIARY}\s+{_ADVERB}?{past}|{finite})"
    infinitive_forms = [*(stem + "er" for stem in stems), *held["infinitives"]]
    infinitives = any_of(infinitive_forms)
    said = rf"(?:(?:(?:a|ont|avait|est|sont|etait)\s+)?{_ASPECT}\s+(?:(?:nous|lui|me|leur)\s+|l')?{infinitives}|{said})"
    leading = rf"{_HEARD_TO}|{_GOES_ON}\s+{any_of(held['bases'])}"
    said_in_english = scanned(held["english"])
    english = rf"(?:{leading}|{any_of(said_in_english)})"
    plural = any_of(held["plural"])
    telling = rf"(?:(?:en\s+(?:(?:me|lui|nous|leur)\s+)?|(?<=,\s)){any_of(held['telling'])})"
    to_tell = rf"(?:{_CONTACTS}[^.;:?!«“\"\n]{{0,60}}?\s{any_of(held['to_tell'])})"
    english_telling = rf"(?:(?<=,\s){any_of(held['telling_english'])})"
    reports = [*finite_forms, *past_forms, *infinitive_forms, *said_in_english]
    for name in ("plural", "telling", "telling_english", "according"):
        reports += held[name]
    bodies = any_of([*held["documents"], *held["institutions"]])
    crowds = rf"(?:{any_of(held['crowds'])}|{_MANY})(?:\s+{_NO_ADJECTIVE}[a-z-]{{4,15}})??"
    return Reporting(
        any=Listed(rf"(?<![\w-])(?:{any_of(reports)}|{leading})(?![\w-])|(?<!\w)d'apres\b", [*reports, *_FIRSTS]),
        verb=re.compile(
            rf"(?<![\w'-])(?:(?P<french>{said}|(?P<telling>{telling}))|{english}|{plural}|{english_telling}|{to_tell})(?![\w-])"
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
            rf"(?:(?:[a-z-]{{3,14}}\s+)?(?:{any_of(held['documents'])})s?(?:\s+(?:n[o°]\.?\s?)?\d{{1,4}})?"
            r"(?:\s+(?:de\s+|du\s+|des\s+|of\s+|from\s+|to\s+|dated\s+|d')(?:[^.,;:\n]|(?<=\d)[:.](?=\d)){1,40}?"
            r"|\s+(?:[a-z]{3,14}(?:ed|nd|nt|wn|ee?|is|ise|ue)\s+)(?:from|in|on|by|at|with|to|under|inside|behind|among|beneath|beside|par|dans|sur|chez|de|a|au|lors|le|pres|sous|derriere)\s(?:[^.,;:\n]|(?<=\bm)\.|(?<=\b[md]r)\.){2,60}?"
            r"|\s+(?:in|on|from|at|dans|sur)\s(?:the|la|le|his|her|son|sa)\s[a-z]{2,14})?(?:\s*,\s[^;:.\n«“\"]{3,90},)?"
            rf"|(?:[a-z-]{{3,14}}\s+)?(?:{any_of(held['institutions'])}))(?:\s*,\s*(?:lui|elle)\s*,)?{_NO_AND}\s*$|{BEGINS}(?:[a-z]{{3,12}}\s+)?(?:documents|records|papers|emails)\s*$"
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
        paper=re.compile(  # that « it » may mean
            rf"(?<![\w'])(?:(?:les?|la|ce|cet|cette|une?|son|the|this|that|an?|his|her|their|my|our|[a-z-]{{2,20}}'s)\s+|l')"
            rf"(?P<paper>(?:[a-z-]{{3,14}}\s+)?(?:{any_of(held['documents'])}|{any_of(held['institutions'])}))(?![\w'-])"
        ),
        source=re.compile(
            rf"(?P<pronoun>lui|elle|eux|elles|him|her|them|ses\s+dires)\b"
            rf"|(?P<concerned>{any_of([*held['concerned'], *held['epithets']])})(?![\w-])"
            rf"|(?P<document>(?:(?:les?|la|un|une|des|son|ce|cet|cette|nos|ses|leurs|plusieurs|certains|certaines|deux|trois|d'autres|our|several|some|two|three|the|an?|his|her|your|their|local|senior)\s+|l')?(?:(?:{bodies})s?|{crowds}))(?![\w-])"
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
