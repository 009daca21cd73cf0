"""What the words around a time say of it: that it is to come, that it is past, that it tells what the clerk does.

A page tells of two times: that of the record (« suspendons l'audition à 15 h 25 ») and that of the story told in it.
The clerk writes of himself in the present, and by formulas.
"""

from __future__ import annotations

import re

from greffier.reading.date_grammar import Telling
from greffier.reading.told import Open, Shift

# « arrive » and « passe » are to come; folded, « est arrivé » and « s'est-il passé » look alike.
_NO_PARTICIPLE = "".join(
    f"(?<!{word} )" for word in "est ete suis sont es tait ai a ont deja pas -il -elle fois".split()
)
_NO_FUTURE = (  # nouns and family names: « la caméra », « M. Ferreira », no verb of what will be
    "camera|cholera|cetera|riviera|primavera|chimera|viscera|rivera|herrera|cabrera|aguilera|barrera|[a-z]*eira"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|won't|going to|gonna|let's|let us|must|should|can you|could you|see you|meet me|due|"
    r"continues?|resumes?|tomorrow|tonight|next|be ready|on se (?:voit|retrouve|rappelle|parle|fait)|on en parle|"
    r"rendez-vous|rdv|faut|(?<!me )(?<!te )(?<!lui )(?<!nous )(?<!vous )(?<!leur )doit|doivent|devr(?:a|ait|aient|ont)|"
    r"fixee?s? (?:au|a|pour)|fixed (?:for|on)|"
    r"(?:com)?paraitra|[a-z]*(?:ren|pren|atten|vien|tien)dra|[a-z]*mettra|recevra|"
    r"renvoyee?s?|delibere au|convoquee?s?|va|booked|scheduled|expected|reserve|"
    r"prevue?s?|(?:envisage|programme|annonce|planifie|ajourne)e?s?|reportee?s? (?:au|a)|expire|planned|"
    r"adjourned (?:to|until)|listed for|set for|bailed|remanded|expires|deadline|"
    r"(?:is|are|hopes?|plans?|wants?|intends?|agreed) to|"
    r"can|peux|peut|pouvons|(?:ser|aur|fer|ir|pourr|voudr|viendr|verr|saur|faudr|tiendr|enverr)(?:ai|as|a|ons|ez|ont)|"
    rf"vais|vas|vont|allons|allez|(?<=[a-z'] ){_NO_PARTICIPLE}(?:arrive|passe)|j'arrive|arrivent|revient|"
    r"prochaine?|demain|"
    r"(?:ask|asked|told|tells|begged|ordered|instructed) (?:me|him|her|us|them|[a-z]+) to (?!be\b)|i said $|"
    r"promet(?:tent)? l[ea] |"
    r"(?:says|reckons|promises|promised|swears|swore) (?:it'll be |by |for |on )?$|"
    r"(?:i'm|he's|she's|we're|they're|you're) (?:away|off|out|back|free|busy|working|coming|leaving|going|flying|on)|"
    r"to be (?!be)[a-z]{2,}(?:ed|ught|wn|ne|en|ld|pt|nt|id)|"
    r"(?:viens|vient|viennent)(?! d[e'])|"
    r"may (?:i|we)|puis-je|(?:devait|devaient|aurait du|auraient du|promis de|promised to|promet(?:tent)? de|"
    r"(?:s'est )?engagee? a|undert(?:akes|ook) to|convenu de|(?:was|were) to) (?!(?:ete|have|been)\b)|"
    r"runs? out|falls? due|(?:board|committee|council|court|panel|tribunal|cabinet) (?:meets|sits)|"
    r"before (?:he|she|it) (?!was\b|has\b)[a-z]{2,}s|tell (?:him|her|them)|dis[- ](?:lui|leur)|"
    rf"d'ici|(?!(?:{_NO_FUTURE})s?\b)[a-z]{{3,}}"
    r"(?:erai|eras|era|erons|erez|eront|irai|iras|ira|irons|iront|erait|eraient))\b|'ll\b"
)
_NO_PAST = (
    "hundred|indeed|exceed|proceed|succeed|speed|bleed|breed|greed|kindred|naked|wicked|sacred|mo?u?hamm?ed|ahmed|"
    "alfred|wilfred|winifred|mildred|manfred|jared|mo?ha?med|saeed|rasheed|waleed|majeed"
)
_BEHIND = re.compile(
    r"\b(?<!be )(?:was|were|had|did|said|told|came|went|saw|met|took|gave|got|left|rang|sent|"
    r"(?<!get )(?<!gets )paid|kept|held|slept|"
    r"drove|ran|knew|thought|heard|sold|bought|brought|wrote|spoke|stood|sat|began|became|made|found|lost|fell|stole|"
    r"threw|hid|broke|thanks for|thank you for|merci pour|suite a|further to|"
    r"(?:'d|'ve) (?:already |just |never )?(?:gone|[a-z]{2,}ed|[a-z]{2,}en|got|left|had)|"
    rf"(?<!-)(?!(?:{_NO_PAST})\b)[a-z]{{3,}}ed|(?:av|et)(?:ai[ts]|aient|ions|iez)|"
    r"(?:a|ai|as|ont|avons|avez|est|sont|suis|(?:avez|as|a-t|est|ont|sont)-(?:vous|tu|il|elle|on|ils|elles)) "
    r"(?:ete |bien |pas |deja )?[a-z]{2,}(?:e|es|ee|ees|i|is|u|us|it|ert|int|ort))\b"
)
_RECORDED = re.compile(
    r"\b(?:suspendons|reprenons|interrompons|cloturons|mettons fin|avisons|informons|notifions|constatons|mentionnons|"
    r"procedons|invitons|entendons|presentons|laissons|recevons|contactons|remettons|placons|saisissons|terminons|"
    r"achevons|disons que|reprendrons|lecture faite|fin (?:a|:) ?\d\d?|we (?:will|shall) resume|"
    r"fin de l.(?:audition|entretien|appel)|(?:suspension|reprise) de l.audition|"
    r"fin de (?:la )?(?:communication|conversation|transmission|retranscription|mission|surveillance|filature)|"
    r"end of (?:call|recording)|"
    r"persiste et signe|(?:call|recording) (?:ends|begins|ended)|"
    r"recess|adjourn(?:s|ed|ment)?|(?:suspended|resumed|line drops|log closed|log ends) |\bpause (?:d|a |at )|"
    r"(?:left|leaves) (?:the )?(?:station|custody)|"
    r"(?:interview|statement|hearing|deposition|examination|proceedings|meeting|sitting|session|audition|audience|"
    r"seance|entretien|interrogatoire)[^.\n]{0,30}\b"
    r"(?:prend fin|debute|s'acheve|se termine|"
    r"concluded|ended|closed|began|commenced|"
    r"started|suspended|resumed|terminated|terminee?|suspendue?|reprise?|close|levee|ouverte|commencee?))\b"
)
_HAD = (
    r"\b(?:had (?!a |an |the |to |no |been to )[a-z]+|(?:avait|avaient|avais|s'etait|s'etaient) (?:deja |ete |pas )?"
    r"[a-z]+(?:e|es|ee|ees|i|is|u|us|it|ert))\b"
)
_BEFORE = re.compile(_HAD + r"[^.;:!?]{0,80}$")
_NEVER = re.compile(r"\b(?:have|has|had)(?:n't| not| never)\b[^.;:!?\n]{0,50}$")
_GOES_ON = re.compile(
    r"(?:\band|,) (?:then )?(?:[a-z]{3,}ed|was|were|went|came|began)\b"
)  # "had been due, and opened on"
_BEFORE_AFTER = re.compile(r"[^.;:!?]{0,40}?" + _HAD)
_AS_AT = ("as at ", "as at the ", "arrete au ", "arretee au ", "arretes au ", "arretees au ")  # accounts
_PROMISED = re.compile(
    r"\b(?:(?:devait|devaient|aurait du|auraient du) [a-z]+|(?:(?:s'est|s'etait|se sont|s'etaient) )engagee?s? a"
    r"|avait promis|avaient promis|(?:had )?promised|undertook|had agreed)\b[^.;:!?]{0,90}$"
)
_PROMISE = 130  # characters
_CLAUSES = (". ", "! ", "? ", ": ", "\n\n")
_LINES = (". ", "\n")
_TURN = re.compile(r"\n[ \t>]*(?=\[?\d{1,4}[-/:.h]|[-–—•*]|[^\s:]{1,20}(?: [^\s:]{1,20})? ?: )")  # a line of its own
_WINDOW = 200  # characters that are looked at on either side


def lies_ahead(telling: Telling, flat: str, talk: bool, past: bool = False) -> bool:
    """Whether the words around a time speak of what is to come; in `talk` it is so where nothing says else.

    What is done until or before a day is to come too, but for a page that tells of the `past` throughout.
    """
    if flat.startswith(("depuis", "since"), telling.start) or flat.endswith(_AS_AT, 0, telling.start):
        return False
    bound = not past and isinstance(telling.node, Open) and telling.node.side in ("until", "before")
    return _way(telling, flat) > (-1 if talk or bound else 0)


def was_promised(telling: Telling, flat: str) -> bool:
    """Whether the clause before a time tells of what somebody had promised or owed: it is counted from then."""
    return _PROMISED.search(flat, max(0, telling.start - _PROMISE), telling.start) is not None


def lies_behind(telling: Telling, flat: str) -> bool:
    """Whether the words around a time speak of what is past."""
    return _way(telling, flat) < 0


def lies_before(telling: Telling, flat: str) -> bool:
    """Whether the clause that ends with a time tells of what had been before the story: « il avait loué »."""
    had = _BEFORE.search(flat, max(0, telling.start - 110), telling.start)
    return had is not None and _GOES_ON.search(flat, had.start() + 4, telling.start) is None


def opens_before(telling: Telling, flat: str) -> bool:
    """Whether the clause that a time opens tells of it: « la veille, il avait loué une voiture »."""
    return _BEFORE_AFTER.match(flat, telling.end, telling.end + 110) is not None


def tells_how_long(telling: Telling, flat: str) -> bool:
    """`hasn't been seen in three months`, `was cast in twelve days`: how long, and no day to come."""
    node = telling.node
    if not (
        isinstance(node, Shift) and node.steps > 0 and node.origin == "act" and flat.startswith("in ", telling.start)
    ):
        return False
    never = _NEVER.search(flat, max(0, telling.start - 60), telling.start)
    return never is not None or lies_behind(telling, flat)


def _way(telling: Telling, flat: str) -> int:
    """1 for what is to come, -1 for what is past: by the nearest word before a time, else by the first after it."""
    before = flat[_start(flat, telling.start, _CLAUSES) : telling.start]
    ahead, behind = (
        max((found.start() for found in words.finditer(before)), default=-1) for words in (_AHEAD, _BEHIND)
    )
    if ahead == behind >= 0:
        return 1  # "scheduled" is of both
    if ahead == behind:
        after = flat[telling.end : _stop(flat, telling.end, _CLAUSES)]
        found = (words.search(after) for words in (_BEHIND, _AHEAD))
        ahead, behind = (one.start() if one else len(after) for one in found)
    return (ahead > behind) - (ahead < behind)


def is_recorded(telling: Telling, flat: str) -> bool:
    """Whether the sentence of a time tells what the clerk does and not what he is told."""
    start, stop = _start(flat, telling.start, _LINES), _stop(flat, telling.end, _LINES)
    return _RECORDED.search(flat, start, stop) is not None


def _start(flat: str, end: int, marks: tuple[str, ...]) -> int:
    """Where the clause or sentence begins that stands before `end`."""
    window = max(0, end - _WINDOW)
    window = max([window, *(turn.end() for turn in _TURN.finditer(flat, window, end))])
    return max(max(flat.rfind(mark, window, end) for mark in marks) + 1, window)


def _stop(flat: str, start: int, marks: tuple[str, ...]) -> int:
    turn = _TURN.search(flat, start, start + _WINDOW)
    window = turn.start() if turn else start + _WINDOW
    return min([stop for mark in marks if (stop := flat.find(mark, start, window)) >= 0], default=window)
