"""The words before a verb that make a group with it: auxiliaries, negations, clitics, what they say of its truth."""

from __future__ import annotations

import re

_ADVERB = (
    r"(?:(?:aussi|egalement|ensuite|alors|deja|toujours|encore|enfin|donc|ainsi|d'abord|en outre"
    r"|par ailleurs|notamment|finalement"
    r"|personnellement|effectivement|immediatement|aussitot|par la suite|tous|toutes|bien|lui-meme"
    r"|elle-meme|also|then|later|already|finally|reportedly|allegedly|personally|subsequently"
    r"|immediately|just|[a-z]{3,}ment|[a-z]{3,}ly)\s+)"
)
_CLITIC = r"(?<!\w)(?:(?:me|te|se|le|la|les|lui|leur|y|en|nous|vous)\s+|(?:m|t|s|l|n)')"
_NOT = r"(?:(?:ne\s+|n'))"
_NEVER = r"(?:(?:pas|jamais|plus|aucunement|nullement|point|rien|ni|not|never)\s+)"
_HAVE = r"(?:a|ont|avait|avaient|ai|as|avons|avez|eut|eurent|aura|auront|aurait|auraient|ait|aient|avoir|ayant)"
_BE = (
    r"(?:est|sont|suis|es|sommes|etes|etais|etions"
    r"|etait|etaient|fut|furent|sera|seront|serait|seraient|soit|soient|etre|ete)"
)
_BEEN = (
    rf"(?:{_HAVE}\s+{_NEVER}?{_ADVERB}?ete|{_BE}|(?:doit|doivent|devait|devaient|devra|devront|peut"
    rf"|pouvait|pourra|pourrait)\s+{_NEVER}?etre|vient\s+d'etre)"
)
_SUSPECTED = (
    r"(?:(?:est|sont|etait|etaient)\s+(?:soupconne|accuse|suspecte|presume)e?s?\s+(?:d'|de\s+n')"
    r"|(?:sembl|parai)\w{1,5}\s+)"
)
_MODAL = (
    r"(?:doit|doivent|devait|devaient|devra|devront|devrait|va|vont|allait|allaient|veut|voulait"
    r"|pourrait|pourra|compte|comptait|comptaient|envisage|envisageait|prevoit|prevoyait|projette"
    r"|projetait|accepte\s+de|devrait|souhaite|souhaitait|entend|s'apprete\s+a|s'appretait\s+a"
    r"|etait\s+charge\s+de|est\s+charge\s+de|(?:est|sont|etait|etaient)\s+censee?s?"
    r"|(?:avait|avaient|a)\s+(?:prevu|promis|projete)\s+de"
    r"|peux-tu|peut-on|pouvez-vous|pourrais-tu|pourriez-vous|peux|pouvez|veuillez|merci\s+de(?:\s+bien\s+vouloir)?|priere\s+de|faut|faudra|faudrait|vais|vas|allons|allez|dois|devez|devons"
    r"|prie\s+de(?:\s+bien\s+vouloir)?|prions\s+de(?:\s+bien\s+vouloir)?|s'etait\s+engagee?\s+a|s'engage\s+a|promet\s+de)"
)
_E_HAVE = r"(?:has|have|had|having)"
_E_BE = (
    r"(?:(?:has|have|had)\s+(?:not|never|yet)\s+been"
    r"|is|are|was|were|been|being|be|has\s+been|have\s+been|had\s+been|will\s+be|would\s+be|to\s+be|got)"
)
_E_MODAL = (
    r"(?:will|would|shall|should|may|might|could|can|must|was\s+to|were\s+to|is\s+to|are\s+to"
    r"|was\s+supposed\s+to|planned\s+to|plans\s+to|intended\s+to|intends\s+to|going\s+to"
    r"|please|kindly|(?:can|could|would|will)\s+you(?:\s+please)?|(?:i|we|he|she|they|you|it)'ll|needs?\s+to|ha(?:ve|s)\s+to|gonna|gotta|got\s+to|let's|about\s+to|resolved\s+to|decided\s+to|undert(?:ook|akes)\s+to"
    r"|agreed\s+to|wanted\s+to|wants\s+to|(?:was|were|is|are)\s+(?:due|meant|expected|scheduled|set)\s+to|promised\s+to|hoped\s+to)"
)
BEFORE: dict[str, re.Pattern[str]] = {
    "passive": re.compile(
        rf"(?<!\w)(?:{_NOT}?)(?:{_CLITIC})?(?P<aux>{_BEEN})\s+(?P<never>{_NEVER})?(?:{_ADVERB}){{0,2}}$"
    ),
    "perfect": re.compile(
        rf"(?<!\w)(?P<ne>{_NOT})?(?:{_NEVER})?(?:{_CLITIC}){{0,2}}(?P<aux>(?:{_SUSPECTED})?{_HAVE})(?:-(?:vous|tu|t-il|t-elle|il|elle))?\s+(?P<never>{_NEVER})?(?:{_ADVERB}){{0,2}}$"
    ),
    "finite": re.compile(rf"(?<!\w)(?P<ne>{_NOT})?(?:{_CLITIC}){{0,2}}$"),
    "modal": re.compile(
        rf"(?<!\w)(?P<ne>{_NOT})?(?:{_CLITIC})?(?P<aux>{_MODAL})\s+(?P<never>{_NEVER})?(?:{_ADVERB})?(?"
        rf":{_CLITIC}){{0,2}}$"
    ),
    "e_passive": re.compile(
        rf"(?<!\w)(?P<aux>(?:{_E_MODAL}\s+(?:not\s+)?)?{_E_BE})\s+(?P<never>{_NEVER})?(?:{_ADVERB}){{0,2}}$"
    ),
    "e_perfect": re.compile(
        r"(?<!\w)(?P<aux>(?:(?:(?:could|would|may|might|should|must)(?:\s+(?:well|also|then|even|just|[a-z]{3,}ly))?"
        r"|(?:is|are|was|were)\s+(?:believed|alleged|thought|said|reported|suspected|understood)\s+(?:to|of))\s+)?"
        rf"{_E_HAVE})\s+(?P<never>{_NEVER})?(?:{_ADVERB}){{0,2}}$"
    ),
    "e_modal": re.compile(rf"(?<!\w)(?P<aux>{_E_MODAL}|did|does|do)\s+(?P<never>{_NEVER})?(?:{_ADVERB})?$"),
    "e_asked": re.compile(r"(?<!\w)(?P<aux>did|have|had|has)\s+(?:you|he|she|they)\s+(?:ever\s+|also\s+|then\s+)?$"),
    "e_owned": re.compile(  # `denied selling`, `admitted having bought`
        r"(?<!\w)(?P<aux>den(?:y|ies|ied|ying)|admit(?:s|ted|ting)?|acknowledge[sd]?|recall(?:s|ed)?|remember(?:s|ed)?|confess(?:es|ed)?\s+to)\s+(?P<never>never\s+)?(?:(?:ever|also|then)\s+|[a-z]{3,}ly\s+)?$"
    ),
    "e_progressive": re.compile(rf"(?<!\w)(?P<aux>{_E_BE})\s+(?P<never>{_NEVER})?(?:{_ADVERB})?$"),
    "e_seen": re.compile(
        r"(?<!\w)(?P<aux>(?:was|were|is|are|been)\s+(?:then\s+|also\s+|later\s+|clearly\s+)?(?:seen|observed|filmed|captured|recorded|watched|spotted)"
        r"\s+(?:(?:by|on)\s+[^.;,]{2,24}\s)?(?:to\s+)?)(?P<never>)$"
    ),
    "seen": re.compile(
        r"(?<!\w)(?P<aux>(?:(?:a|ont|avait|avaient)\s+ete|est|sont|etait|etaient)\s+(?:vue?s?|apercue?s?|observee?s?|filmee?s?|surprise?s?)"
        r"\s+(?:par\s+[^.;,]{2,24}\s)?(?:en\s+train\s+d(?:e\s+|'))?)(?P<never>)$"
    ),
    "adverb": re.compile(rf"(?<!\w)(?P<never>{_NEVER})?(?:{_ADVERB})?$"),
}
OUGHT = re.compile(
    r"\b(?:aurai(?:t|ent)|serai(?:t|ent)|allegedly|reportedly|supposedly|apparently|seemingly|presumably|purportedly|ostensibly|probably|possibly|conceivably|pretendument|probablement|vraisemblablement|apparemment|possiblement|supposement|eventuellement|soupconnee?s?|accusee?s?|suspectee?s?|presumee?s?|sembl\w+|parai\w+|would\s+(?:well\s+|also\s+)?have"
    r"|(?:may|might|could|should|must)\s+(?:(?:well|also|then|even|just|[a-z]{3,}ly)\s+)?have|(?:believed|alleged|thought|said|reported|suspected|understood)\s+(?:to|of)\s+hav(?:e|ing))\b"
)
PLAN = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|cense\w*|prome\w+|promis|due|meant|expected|scheduled|devr\w+|va|vont|allai(?:t|ent)|veut|voulait|pourr\w+"
    r"|compt\w+|envisag\w+|prevoi\w+|prevoyait|projet\w+|souhait\w+|entend|s'appre\w+|charge\s+de"
    r"|peux|peut-on|pouvez|pourr\w+|veuillez|merci|priere|faut|faudra\w*|vais|vas|allons|allez|dois|devez|devons|prie|prions|s'engage"
    r"|please|kindly|(?:can|could|would|will)\s+you|\w+'ll|(?:needs?|have|has|got|about|resolved|decided|undertook|undertakes)\s+to|gonna|gotta|let's"
    r"|will|would|shall|should|to|could|may|might|must|can|accepte\s+de|sera|seront|soit|soient)\b"
)
