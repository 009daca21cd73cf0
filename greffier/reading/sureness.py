"""How sure a page is of an event: a fact, somebody's word, a plan, a case that may never come."""

from __future__ import annotations

import re

from greffier.reading.trigger import Trigger
from greffier.records import Modality

_IF = re.compile(
    r"(?:\b(?:si|if|unless|whether|au\s+cas\s+ou|in\s+case|a\s+supposer\s+que|provided\s+that|a\s+condition)\b|\bs'ils?\b)[^.;,]{0,90}$"
)
_IMAGINED = re.compile(  # a case that is only put, and what is told in a story, a play, a joke or a dream
    r"\b(?:dans\s+l'hypothese|imagin(?:e|ez|ons|er)|suppos(?:e\s+that|ons|ez|ing)|assuming|en\s+cas\s+d[e']|in\s+the\s+event|(?:blague|joke|exemple|example)\s*:"
    r"|(?:dans|in|au)\s+(?:(?:le|la|l'|un|une|son|the|a|an|his|her|this)\s*)?(?:(?:dernier|last|new|first)\s+)?(?:romans?|reves?|sketch|comedie|chanson|novel|dreams?|play|comedy"
    r"|song|video\s+game|game|jeu|fiction|act\s+[ivx]+|acte\s+[ivx]+)\b|in\s+character)[^.;]{0,140}$"
)
_WERE = re.compile(  # « aurait vendu … s'il avait pu », `would have sold … if he could`
    r"\b(?:s'ils?|si|if)\s+(?:\w+\s+){0,2}(?:n'|l'|m')?(?:avai(?:t|ent|s)|etai(?:t|ent|s)|pouvai(?:t|ent|s)|had|could|were)\b"
)
_BELIEVED = re.compile(
    r"\b(?:believe[sd]?|thinks?|thought|suspect(?:s|ed)?|assume[sd]?|presume[sd]?|pense(?:nt)?|croi(?:t|ent)|suppose(?:nt)?|soupconn\w+"
    r"|sembl(?:e|ent|ait|erait)|parait|appears?|seems?|(?:is|are)\s+said|rumou?r\w*|laisse\w*\s+penser|possible|probabl\w+|perhaps|maybe|possibly"
    r"|peut-etre|apparemment|apparently)\b[^.;]{0,60}$"
)
_CHARGED = re.compile(  # what somebody is charged with is not shown yet
    r"\b(?:mise?s?\s+en\s+examen|poursuivie?s?|juge(?:e?s?)|accusee?s?|inculpee?s?|charged|indicted|prosecuted|tried|accused)"
    r"\s+(?:[a-z]+ment\s+)?(?:pour|for|with|of|d[e'])\s*[^.;]{0,60}$"
)
_RECORDS = (  # what they tell is no rumour
    r"(?!\s+(?:(?:the|this|these|his|her|its|our|le|la|les|ce|cette|ces|son|sa)\s+|l')?"
    r"(?:\w+\s+)?(?:reports?|records?|logs?|registers?|files?|documents?|invoices?|bank|rapports?|proces|registres?|releves?"
    r"|dossiers?|factures?|pieces?|tableaux?|journal|journaux|notes?)\b)"
)
_SOURCES = (
    r"sources?|informants?|informers?|callers?|witness(?:es)?|"
    r"neighbours?|informat(?:eur|rice)s?|temoins?|indicateurs?|riverains?"
)
_TOLD = re.compile(  # by somebody nobody names: « des témoins affirment que », `prosecutors allege that`
    r"\b(?:alleg(?:e[sd]?|ing)|claim(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?|(?:says?|said|stated|advised|told\s+[\w\s]{1,24}?|maintain(?:s|ed)?)\s+that"
    rf"|(?:according\s+to|selon|d'apres){_RECORDS}|a\s+en\s+croire"
    rf"|(?:{_SOURCES})\b[^.;:]{{0,50}}?\s(?:states?|stated|reports?|reported|advises?|advised|adds?|added|rapport\w+|indiqu\w+|signal\w+)\s+(?:that|que|qu')"
    r"|(?!\w*ons\s)(?:affirm|pretend|soutien|soutenai|soutenu|assur|racont|laiss\w+\s+entendre)\w*\s+qu(?:e\b|'))[^.;]{0,80}$"
)


_CHARGES = re.compile(
    r"\b(?:indictment|grand\s+jury\s+charges|criminal\s+complaint|(?:particulars|statement)\s+of\s+(?:the\s+)?(?:offence|claim))\b"
)
_WHETHER = re.compile(r"\b(?:whether|asked\s+(?:\w+\s+){0,2}if|demand\w*\s+(?:\w+\s+){0,3}s(?:i\b|'il))[^.;:]{0,90}$")
_HEAD = 1500  # characters in which a page says what it is


def charges(flat: str) -> bool:
    """Return whether a page, levelled, tells what somebody is charged with: what it tells is alleged."""
    return _CHARGES.search(flat, 0, _HEAD) is not None


def asked_only(before: str) -> bool:
    """Return whether what stands `before` a verb asks if it was so: `was asked whether she had been threatened`."""
    return _WHETHER.search(before) is not None


def modality_of(trigger: Trigger, quoted: bool, before: str, after: str) -> Modality:
    """Return how sure the event is; `before` and `after` are what stands around the verb in its clause."""
    if _IF.search(before) or _IMAGINED.search(before) or (trigger.modality == "hypothetical" and _WERE.search(after)):
        return "hypothetical"
    if trigger.modality == "planned":
        return "planned"
    if (
        trigger.modality == "hypothetical"
        or quoted
        or any(doubt.search(before) for doubt in (_BELIEVED, _CHARGED, _TOLD))
    ):
        return "alleged"
    return "fact"
