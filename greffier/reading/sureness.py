"""How sure a page is of an event: a fact, somebody's word, a plan, a case that may never come."""

from __future__ import annotations

import re
from typing import NamedTuple

from greffier.reading.trigger import Trigger
from greffier.records import Modality

_IF = re.compile(
    r"(?:\b(?:si|if|unless|whether|au\s+cas\s+ou|in\s+case|a\s+supposer\s+que|provid(?:ed|ing)|pourvu\s+que|on\s+condition\s+that|a\s+condition)\b|\bs'ils?\b)[^.;,]{0,90}$"
)
_IMAGINED = re.compile(  # a case that is only put, and what is told in a story, a play, a joke or a dream
    r"\b(?:dans\s+l'hypothese|imagin(?:e|ez|ons|er)|suppos(?:e\s+that|ons|ez|ing)|admett(?:ons|ez)|assum(?:e|ing)\s|en\s+cas\s+d[e']|in\s+the\s+event|(?:blague|joke|exemples?|examples?|(?:cas|exercice)\s+(?:pratique|fictif)(?:\s+n°\s*\d+)?|exercice\s+\d+|exercise\s+\w+|scenario)\s*[:.]"
    r"|(?:dans|in|au)\s+(?:(?:le|la|l'|un|une|son|the|a|an|his|her|this)\s*)?(?:(?:dernier|last|new|first)\s+)?(?:romans?|films?|serie|scenario|piece|conte|bande\s+dessinee|reves?|sketch|comedie|chanson|novel|films?|movie|series|story|dreams?|play|comedy"
    r"|song|video\s+game|game|jeu|fiction|act\s+[ivx]+|acte\s+[ivx]+)\b|in\s+character)[^.;]{0,140}$"
)
_WERE = re.compile(  # « aurait vendu … s'il avait pu », `would have sold … if he could`
    r"\b(?:s'ils?|si|if)\s+(?:\w+\s+){0,2}(?:n'|l'|m')?(?:avai(?:t|ent|s)|etai(?:t|ent|s)|pouvai(?:t|ent|s)|had|could|were)\b"
)
_BELIEVED = re.compile(
    r"\b(?:believe[sd]?|thinks?|thought|suspects?\s+(?:that|him|her|them)|suspected|(?:police|detectives|officers|investigators|prosecutors)\s+suspect|assume[sd]?|presume[sd]?|pense(?:nt)?|croi(?:t|ent)|suppose(?:nt)?|soupconn\w+"
    r"|sembl(?:e|ent|ait|erait)|parait|appears?|seems?|(?:is|are)\s+said|rumou?r\w*|laisse\w*\s+penser|possible|probabl\w+|perhaps|maybe|possibly"
    r"|peut-etre|apparemment|apparently)\b[^.;]{0,60}$"
)
_CHARGED = re.compile(  # what somebody is charged with is not shown yet
    r"\b(?:mise?s?\s+en\s+examen|poursuivie?s?|jugee?s?(?!\s+d[e'])|accus(?:e[eszr]?|ees|ent|ait)|inculpee?s?|prevenue?s?|soupconn\w+|suspecte\w*|reproch\w+|impute\w*|grief"
    r"|comparai\w+|compar(?:ut|aissai(?:t|ent))|defere\w*|renvoye\w*|interpelle\w*|charged|indicted|prosecuted|tried|accus(?:ed|es|ing)|arraigned|suspected|arrested)"
    r"\s+(?:[\w'-]+\s+){0,5}?(?:pour|for|with|of|that|d[e'])\s*[^.;]{0,80}$"
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
    r"\b(?:alleg(?:e[sd]?|ing)|claim(?:s|ed)?|contend(?:s|ed)?|insist(?:s|ed)?"
    r"|(?<!the )(?:says|said)\s+"
    r"(?=(?:he|she|they|it|the|an?|each|his|her|their|both|all|no|one|two|three|[a-z]{3,}\s+(?:had|has|have))\s)"
    r"|(?:says?|said|stated|advised|told\s+[\w\s]{1,24}?|maintain(?:s|ed)?)\s+that"
    r"|(?:in|on|under|dans|sur)\s+(?:this|that|such\s+an?|one|his|her|their|the\s+\w+'s|cette|une|la\s+base\s+de\s+cette|la)\s+(?:scenario|theory|hypothesis|version|account|hypothese|theorie|these)"
    rf"|(?:according\s+to|selon|d'apres){_RECORDS}|a\s+en\s+croire"
    rf"|(?:{_SOURCES})\b[^.;:]{{0,50}}?\s(?:states?|stated|reports?|reported|advises?|advised|adds?|added|rapport\w+|indiqu\w+|signal\w+)\s+(?:that|que|qu')"
    r"|(?!\w*ons\s)(?:affirm|pretend|soutien|soutenai|soutenu|assur|racont|laiss\w+\s+entendre)\w*\s+qu(?:e\b|'))[^.;]{0,80}$"
)
_UNTRUE = re.compile(  # a heading, or a word alone before the sentence
    r"\W{0,6}(?:faux|fausses?\s+(?:informations?|infos?|nouvelles?|rumeurs?|allegations?)|false(?:\s+claims?)?|fake(?:\s+news)?|untrue|claims?|rumeurs?|rumou?rs?|allegations?|hoax|intox|erratum|rectificatif|correction|myth)\s*[:.!–—-]"
)
_ALONE = re.compile(r"(?:^|\n|[.!?]\s)\W{0,6}(?:faux|false|untrue|fake|intox)\s*[.!:]\s*$")
_TAIL = re.compile(  # « …, dit-on », `…, it is alleged`, « …, ce qu'il conteste »
    r"(?:[,;:(]|\s[–—-])\s*(?:(?:ce\s+)?(?:que|qu'|which|a\s+(?:claim|charge|version|story)\s+(?:that\s+)?|(?:une\s+)?(?:version|accusation|affirmation)\s+qu[e'])\s*[^.;:,]{0,30}?\b(?:conteste|nie|nient|dement|refute|denie[sd]|den(?:y|ied)|disputes?|rejects?|rejected)\b"
    r"|(?:dit|murmure|raconte|pretend|croit|pense)-on\b|parait-il|semble-t-il|(?:or\s+)?so\s+(?:it\s+is\s+said|they\s+say|the\s+story\s+goes|he\s+says|she\s+says)|it\s+(?:is|was)\s+(?:alleged|said|claimed|believed|thought|rumoured|reported)|it\s+(?:seems|appears)"
    r"|(?:apparently|allegedly|reportedly|supposedly|presumably|perhaps|maybe|apparemment|peut-etre|sans\s+doute)\s*(?:[.,;)]|$)|(?:i|we)\s+(?:think|believe|suppose|guess|presume|understand)\b|je\s+(?:crois|pense|suppose|presume)\b|(?:c'est|c'etait|this\s+is|that\s+is)\s+(?:faux|inexact|false|untrue|wrong|un\s+mensonge|a\s+lie))"
    r"|^\s+(?:sans\s+doute|peut-etre|probablement|vraisemblablement|apparemment)\b"
)
_COUNT = re.compile(
    r"\W{0,6}(?:(?:count|charge|allegation|offence)\s+(?:no\.?\s*)?(?:\d{1,2}|one|two|three|four|five|six|[ivx]{1,4})\b|chefs?\s+d[e'](?:\s*(?:prevention|accusation|poursuite|mise\s+en\s+examen))?\b"
    r"|(?:charges?|particulars|griefs?|faits?\s+reproches?|faits\s+de\s+la\s+prevention)\b)[^.;:\n]{0,50}?(?:[:.–—-]|\n|\s\s)"
)
_INVERTED = re.compile(
    r"\b(?:eut|aurait|auraient|serait|fut|dut)-(?:t-)?(?:il|elle|on|ils|elles)\b"
)  # « eût-il vendu »
_HAD = re.compile(
    r"\W{0,6}(?:had|should)\s+(?!an?\s|to\s|been\s|no\s|some\s)[^,;:]{2,60}\s"
)  # `Had X sold …, he would`
_TERMS = re.compile(  # of what is agreed on: « après paiement », `on completion`
    r"\b(?:(?:apres|contre|des|a)\s+(?:le\s+|la\s+)?(?:complet\s+)?(?:paiement|reception|remise\s+de|signature|encaissement)|(?:au|le)\s+jour\s+de\s+la\s+(?:signature|remise)|au\s+plus\s+tard|sous\s+\w+\s+jours|dans\s+un\s+delai"
    r"|(?:on|upon|against)\s+(?:completion|payment|receipt|signature|delivery|exchange)|within\s+\w+\s+(?:days|weeks)|no\s+later\s+than)\b"
)
_TO_DO = re.compile(  # « Avis à la famille : à faire »
    r"[^.;:\n]{0,80}\s?:\s*(?:a\s+(?:faire|prevoir|effectuer|realiser|planifier|programmer|venir|contacter|completer|confirmer|donner|transmettre|obtenir)"
    r"|en\s+attente|prevue?s?|pas\s+encore|not\s+yet|to\s+(?:be|do|follow|arrange|confirm)|pending|outstanding|awaited|tbc|tba|to-?do)\b"
)
_AHEAD = re.compile(  # beside a present: « Je vous rappelle demain »
    r"\b(?:demain|apres-demain|ce\s+soir|tout\s+a\s+l'heure|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|semaine|mois)\s+prochaine?|tomorrow|tonight|next\s+(?:week|month|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b"
)
_IS = re.compile(r"\b(?:est|sont|is|are)\s+(?:[a-z]+\s+)?$")
_SUBJUNCTIVE = re.compile(r"(?<![a-z])(?:ait|aient)\s")
_CONCEDED = re.compile(  # what a subjunctive takes as given: « bien que X ait remis », « il regrette que »
    r"\b(?:bien\s+qu|quoiqu|encore\s+qu|malgre\s+(?:le\s+fait\s+)?qu|le\s+fait\s+qu|regrett\w+\s+qu|deplor\w+\s+qu|etonn\w+\s+qu|surpris\w*\s+qu|heureu\w+\s+qu|apres\s+qu|jusqu'a\s+ce\s+qu|normal\s+qu|dommage\s+qu)"
)
_HAVING = re.compile(
    r"(?:(?:[nlmty]'|ne\s+pas\s+|lui\s+|leur\s+|nous\s+|en\s+|y\s+|se\s+|s'){0,4})(?:avoir|having|etre)\s"
)
_HAS_BEEN = re.compile(  # what an infinitive takes as done: « après avoir remis », « condamné pour avoir remis »
    r"(?:\b(?:apres|after|since|despite|while)\s*|(?:^|[,;])\s*(?:et\s+|and\s+|then\s+)?)$"
    r"|\b(?:condamn|(?<!non\s)(?<!pas\s)coupable|convaincu|sanctionn|remerci|felicit|regrett|convict|(?<!not\s)guilty|sentenced|regret|thank)\w*\s[^.;:]{0,70}$"
)
_WHETHER = re.compile(r"\b(?:whether|asked\s+(?:\w+\s+){0,2}if|demand\w*\s+(?:\w+\s+){0,3}s(?:i\b|'il))[^.;:]{0,90}$")

_FORBIDDEN = re.compile(
    r"\b(?:(?:interdi(?:re|t|sons|sant|te)|defend(?:re|ons|u)?|empech\w{1,5}|evit(?:er|ons|ant)|refus\w{1,5})\s+qu(?:e\s|')"
    r"|(?:forb[ia]d\w*|prohibit\w*|prevent(?:s|ed|ing)?|bar(?:s|red)|stop(?:s|ped))\s[^.;:]{1,40}?\sfrom\s)[^.;:]{0,60}$"
)


def asked_or_forbidden(before: str) -> bool:
    """Return whether what stands `before` a verb asks if it was so, or sees to it that it is not.

    `was asked whether she had been threatened`, « interdire qu'un agent pèse le scellé ».
    """
    return _WHETHER.search(before) is not None or _FORBIDDEN.search(before) is not None


def is_charged(clear: str, start: int, verb: int) -> bool:
    """Return whether the sentence of a verb is a charge: `Count 1: …`, « Chef de prévention n° 2 : … »."""
    return _COUNT.match(clear, start, verb) is not None


def is_untrue(clear: str, start: int, verb: int) -> bool:
    """Return whether a heading says that what follows is wrong or only claimed: « Fausse information : … »."""
    return _UNTRUE.match(clear, start, verb) is not None or _ALONE.search(clear, max(0, start - 24), start) is not None


class Words(NamedTuple):
    """What stands `before` a verb group in its clause, the words of the `group` before the verb, what comes `after`
    in the clause, and the `rest` of the sentence."""

    before: str
    group: str
    after: str
    rest: str

    def present(self, trigger: Trigger) -> bool:
        """Whether the verb stands in the present: « verse », « sont versés », `pays`."""
        return trigger.now or (trigger.voice == "passive" and _IS.search(self.group) is not None)


def modality_of(trigger: Trigger, doubted: bool, words: Words) -> Modality:
    """Return how sure the event is that a verb tells."""
    before, group, after, rest = words
    if _IF.search(before) or _IMAGINED.search(before) or (trigger.modality == "hypothetical" and _WERE.search(after)):
        return "hypothetical"
    if _INVERTED.search(group) or (not group and _HAD.fullmatch(before)):
        return "hypothetical"
    if (
        trigger.modality == "planned"
        or _TO_DO.match(rest)
        or (words.present(trigger) and (_TERMS.search(after) or _AHEAD.search(after)))
    ):
        return "planned"
    doubted = doubted or trigger.modality == "hypothetical" or bool(_TAIL.search(rest))
    return "alleged" if doubted or any(doubt.search(before) for doubt in (_BELIEVED, _CHARGED, _TOLD)) else "fact"


def only_held(words: Words) -> bool:
    """« il se peut que X ait remis », « reproche à X d'avoir remis »: a subjunctive, an infinitive of what is past."""
    if _SUBJUNCTIVE.search(words.group):
        return _CONCEDED.search(words.before) is None
    return _HAVING.match(words.group) is not None and _HAS_BEEN.search(words.before) is None
