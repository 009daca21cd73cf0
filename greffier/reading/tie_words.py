"""The wording of ties, compiled once from the lexicon: what stands between, before and after names that are tied."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from greffier.reading.vocabulary import any_of, table
from greffier.records import LinkType

_SOME = r"(?:(?!not\s|no\s|never\s|pas\s)[a-z]{1,20}(?:-[a-z]{1,20})?\s+){0,2}?"
_OLDER = r"(?:\s+(?:aine|ainee|cadet|cadette))?"
_COPULA = r"(?:\s+(?:is|was|est|etait)|,|\s*\()\s+?"
_ARTICLE = r"(?:the\s+|le\s+|la\s+|l'|an?\s+|une?\s+|son\s+)?"
_OF = r"(?:\s+(?:of|to|for|de\s+la|du|de|chez|at|a|au|pour)\s+|\s+d')"
_FIRM = (
    r"(?:(?:la|le|l'|the)\s?)?(?:(?:societe|entreprise|firme|sarl|sas|sa|company|firm|association|etablissement|ets)\s+)?"
    r"[«\"“]?\s?"
)
_WITH = (
    r"(?:'s\s+|,?\s+(?:(?:and|et|with|avec|through|par|via)\s+)?(?:his|her|their|son|sa|leur)\s+"
    r"|,?\s+(?:whose\s|dont\s(?:l[ae]\s|l')))"
)
_NAMED = r"(?:'s\s+name\s+is|\s+is|\s+est|\s+s'appelle|\s+se\s+nomme|,?\s+(?:called|named|un\s+nomme))?,?\s+"
_ITS = r"(?:its|dont\s+le|dont\s+la|dont\s+l'|son|sa|the|le|la|whose|represented\s+by\s+its|represente\s+par\s+son)"
_LAWYER = (
    r"\b(?:avocate?|conseil(?! (?:munic|d'|de |gener|regio|depart|natio))|defenseur|lawyer|solicitor|counsel|attorney"
    r"|advocate|barrister|legal (?:rep|representative|adviser))"
    r"(?:[ ]\w{1,12}){0,2}?(?:[ ]{0,40}[:|]|[ ]?\.{3,40}|[ ]{3,40})[ |]{0,20}"
    r"(?:\[?x?\]?\s?(?:oui|yes)\s{0,3}:?\s{0,3})?|\n[ ]{0,8}(?:avocate?|lawyer|solicitor|counsel|attorney|barrister)\s"
)
_TOLD_OF = (  # the field of a record that says who was told that somebody is held
    r"\n[^\n]{0,30}?\b(?:famille|proche|parent|entourage|next of kin|relative|family"
    r"|(?:nominated|appropriate) (?:person|adult)"
    r"|emergency contact|person (?:to be )?(?:informed|notified|told)|personne (?:a )?(?:prevenir|prevenue|avisee))"
    r"[^\n]{0,60}?(?:[:|]|[ ]{3}|\.{3})[^\n]{0,60}?[\s,:|(.](?:sa\s|son\s|his\s|her\s)?"
)
_LINE = (
    r"(?<![\w'])(?P<whose>my|his|her|mon|ma|son|sa)\s+"
    r"(?:(?:own|current|personal|mobile|cell|phone|telephone|propre)\s+){0,2}?"
    r"(?:numero(?:\s+de\s+\w{3,10})?|telephone|portable|gsm|mobile|ligne|cellulaire|number|phone|line|cell)(?:\s+number)?"
    r"(?:\s+(?:is|was|est|etait))?(?:\s+le)?\s*:?\s*$"
)


class TieWords(NamedTuple):
    """Patterns on the level view, by the kind of tie; those of a gap match from one name to the next."""

    of: dict[LinkType, re.Pattern[str]]  # « X, [frère] de Y »
    whose: dict[LinkType, re.Pattern[str]]  # `X's brother Y`, « X et son frère Y »
    before: dict[LinkType, re.Pattern[str]]  # « la compagne de » before X, where Y follows
    mine: dict[LinkType, re.Pattern[str]]  # « mon frère » before X
    his: dict[LinkType, re.Pattern[str]]  # « son frère » before X
    after: dict[LinkType, re.Pattern[str]]  # X, « mon transitaire »; X (« oncle »)
    of_firm: re.Pattern[str]  # « X, gérant de la société Y »
    firm_then: re.Pattern[str]  # « Y, dont le gérant est X »
    field: re.Pattern[str]  # « Avocat : »
    told_of: re.Pattern[str]  # « Famille avisée : épouse », of who is held
    assisted: re.Pattern[str]  # « X, OPJ, assisté de Y »
    for_me: re.Pattern[str]  # `X reports to me`
    line: re.Pattern[str]  # « mon portable est le »
    works: re.Pattern[str]
    i_work: re.Pattern[str]


@lru_cache(maxsize=1)
def tie_words() -> TieWords:
    """Return the patterns, compiled."""
    held = table("ties")
    title, post = _title(), any_of(held["post"])
    words: dict[LinkType, str] = {"kin": any_of(held["kin"]), "service": any_of(held["service"])}

    def each(before: str, after: str) -> dict[LinkType, re.Pattern[str]]:
        return {kind: re.compile(f"{before}{_SOME}(?:{word}){after}") for kind, word in words.items()}

    return TieWords(
        of=each(_COPULA + _ARTICLE, _OLDER + _OF + title),
        whose=each(_WITH, rf"{_OLDER},?\s+{title}"),
        before=each(r"(?<![\w'])(?:the|la|le|l'|une?|an?)\s?", f"{_OLDER}{_OF}{title}$"),
        mine=each(r"(?<![\w'])(?:my|mon|ma)\s+", f"{_OLDER}{_NAMED}{title}$"),
        his=each(r"(?<![\w'])(?:his|her|son|sa)\s+", rf"{_OLDER}(?:\s+is|\s+est|\s+s'appelle|,)?\s+{title}$"),
        after=each(r"(?:(?:,|'s|\s+(?:is|was|est|etait))\s+(?:my|mon|ma)\s+|\s{1,3}\((?=\S+[,)]))", r"(?:[,)]|\b)"),
        of_firm=re.compile(f"{_COPULA}{_ARTICLE}{_SOME}(?:{post}){_OF}{_FIRM}"),
        firm_then=re.compile(
            rf"(?:'s|\s*[,.(:]\s*(?:{_ITS}\s?)?)\s*{_SOME}(?:{post})(?:\s+(?:is|was|est|etait)|\s*:|,)?\s+{title}"
            rf"|\s{{1,2}}(?:{post}|worker|boss|man),?\s+{title}"  # `a Norvale driver, Paul Ekman`
        ),
        field=re.compile(f"(?:{_LAWYER}){title}$"),
        told_of=re.compile(f"{_TOLD_OF}(?:{words['kin']}),?\\s{{1,3}}{title}$"),
        assisted=re.compile(
            rf",?\s[^.;]{{0,70}}?\b(?:assistee?s?|assisted)\s+(?:by|de la|du|des|de|de l'|d')\s?{title}"
        ),
        for_me=re.compile(rf",?\s+(?:{any_of(held['for_me'])})\b"),
        line=re.compile(_LINE),
        works=re.compile(rf",?\s+(?:who\s+|qui\s+)?(?:{any_of(held['works_for'])})\s+{_FIRM}{title}"),
        i_work=re.compile(rf"(?<![\w'])(?:{any_of(held['i_work_for'])})\s+{_FIRM}{title}$"),
    )


def _title() -> str:
    """What may stand between such words and a name."""
    held = table("titles")
    titles = any_of((*held["civil"], *held["style"], *held["rank"]))
    return rf"(?:(?:the\s|le\s|la\s)?(?:{titles})\s+|(?:one|un certain|une certaine|le nomme|la nommee)\s+)?"
