"""Nouns that tell an event: one carried out (« procédons à la saisie »), one of an amount, a heading, a result."""

from __future__ import annotations

import re

from greffier.reading.trigger import Trigger

_CARRIED_OUT = re.compile(
    r"(?P<ours>procedons|avons\s+procede|procedions)?(?:(?:proced\w{1,12}|proceede?d?|lors|au\s+cours"
    r"|a\s+l'occasion|apres|avant|during|after|before|following|carried\s+out|conducted"
    r"|il\s+a\s+ete\s+procede|est\s+procede|a\s+ete\s+procede|fait\s+l'objet|effectue|effectuons"
    r"|notifi\w{1,5}(?:\s+a\s+[^.;:,]{2,40})?|realise|operons|took\s+part\s+in|witnessed|assiste)\s+)?"
    r"(?:(?:a|de|d'|to|with|in)\s*)?(?:la|l'|une|un|le|au|aux|the|an?|cette|ce|this|d'une|d'un|sa|son"
    r"|leur|his|her|their|ladite|dite)\s*(?:premiere\s+|seconde\s+|nouvelle\s+|first\s+"
    r"|second\s+)?$"
)
_FACT_NOUN = re.compile(
    r"\b(?:proced\w+|lors|au\s+cours|a\s+l'occasion|apres|during|after|following|carried\s+out"
    r"|conducted|fait\s+l'objet|effectu\w+|realis\w+|notifi\w+|operons|witnessed)\b"
)
_PLACED = re.compile(
    r"\s+(?:a\s+ete|est|fut|was|is|had\s+been|has\s+been)\s+(?:effectuee?|realisee?|operee?"
    r"|executee?|faite?|menee?|commencee?|carried\s+out|conducted|made|performed|done|effected)"
    r"|\s+(?:menee|effectuee|realisee|conduite|operee)\b"
    r"|\s+(?:a\s+eu\s+lieu|took\s+place|a\s+commence|a\s+debute|began|started)"
)
_TOOK_PLACE = re.compile(
    r"\s+(?:de|du|des|d'|entre|avec|a|au|par|of|between|with|to|by)\s?[^.;:,\n]{1,80}?\s(?:a\s+eu\s+lieu|ont\s+eu\s+lieu|took\s+place|eut\s+lieu"
    r"|(?:a|ont)\s+ete\s+(?:effectue|realise|opere|execute|mene)e?s?|(?:was|were)\s+(?:carried\s+out|conducted|made|effected))\b"
)
_RESULT = re.compile(
    r"(?:\s+(?:de|du|des|d'|of)\s?[^.;:\n]{1,60}?)?\s+(?:donne|donnent|donnait|etablit|fait\s+apparaitre|fait\s+ressortir|revele|aboutit|accuse"
    r"|indique|gave|gives|showed|shows|came\s+to|yielded)\s"
)
_GRANTED = re.compile(  # « Ordonnons la mise en liberté », « a autorisé la prolongation »
    r"(?<!\w)(?:autoris|ordonn|accord|prescri|prononc)\w{1,6}\s+(?:ce\s+jour\s+)?(?:(?:la|une|le|un|sa|son)\s+|l')(?:nouvelle\s+|seconde\s+)?$"
)
_OF_AMOUNT = re.compile(
    r"\s+(?:de|d'|of|totall?ing|worth|(?:d'un|pour\s+un)\s+(?:montant|total)(?:\s+total)?\s+de)\s*(?=[\w€$£])"
)
_MADE = re.compile(  # `made a payment of`, « a effectué un virement de »
    r"(?<!\w)(?:made|makes|fait|effectuee?|effectue)\s+(?:(?:an?|the|une?|le|la|two|three|four|deux|trois|quatre|several|plusieurs|\d{1,2})\s+)$"
)
_HEADS = re.compile(
    r"\s+(?:au\s+domicile|du\s+domicile|en\s+presence|de\s+\d|chez\s|du\s+(?:local|box|vehicule|logement))"
)
_WISHED = re.compile(
    r"\b(?:autoris|ordonn|prescri|demand|sollicit|requ[ei]|prom[ei]|refus|propos|prevo|authori[sz]|order|request|promis|ask)\w*\s+"
    r"(?:(?:la|une|le|un|the|an?|for|that)\s+|l')*$"
)
_EXPECTED = re.compile(
    r"[^.;:]{0,90}?\b(?P<doubt>serai(?:t|ent)|aurai(?:t|ent)|devrai(?:t|ent)|would)\b|[^.;:]{0,90}?\b(?:doit|devait|sera|seront|will|is\s+(?:due|expected|planned)|(?:est|etait)\s+prevue?)\b"
)
_OPENS = re.compile(r"(?:^|\n|,)[\W\d]*(?:une\s+|la\s+)?$")
_ARTICLE = re.compile(r"(?<!\w)(?:la|une|le|un|l'|the|an?)\s*$")


def noun_trigger(flat: str, left: int, start: int, end: int, type_: str) -> Trigger | None:
    """Return the trigger of a noun at `start`, or None where it only names a thing."""
    before = _CARRIED_OUT.search(flat, max(left, start - 60), start)
    placed = _PLACED.match(flat, end)
    took_place = _TOOK_PLACE.match(flat, end) if _ARTICLE.search(flat, max(left, start - 12), start) else None
    if took_place:
        return Trigger(start, end, type_, "noun", (start, end))
    granted = _GRANTED.search(flat, max(left, start - 50), start) if type_.startswith("custody") else None
    if granted:
        ours = granted.group().split(None, 1)[0].endswith("ons")
        return Trigger(granted.start(), end, type_, "noun", (start, end), ours=ours)
    result = _RESULT.match(flat, end) if type_ in ("count", "weigh") else None
    if result and _ARTICLE.search(flat, max(left, start - 12), start):
        return Trigger(start, end, type_, "noun", (start, end))
    if type_ == "search" and _HEADS.match(flat, end) and _OPENS.search(flat[left:start]):
        return Trigger(start, end, type_, "noun", (start, end))
    if before is None or not (placed or _FACT_NOUN.search(before.group())):
        return _amount_noun(flat, left, start, end, type_)
    ours = re.match(r"(?:avons|procedons|effectuons|operons)", before.group()) is not None
    return Trigger(before.start(), placed.end() if placed else end, type_, "noun", (start, end), ours=ours)


def _amount_noun(flat: str, left: int, start: int, end: int, type_: str) -> Trigger | None:
    """« Remise de cent vingt pains … de X à Y », `a transfer of EUR 48,000 … to Y`: the slots decide later."""
    if type_ not in (
        "deliver",
        "pay",
        "sell",
        "transport",
        "seize",
        "launder",
        "destroy",
        "find",
    ) or not _OF_AMOUNT.match(flat, end):
        return None
    made = _MADE.search(flat, max(left, start - 40), start)
    if made:
        return Trigger(made.start(), end, type_, "noun", (start, end))
    opens = (
        not flat[left:start].strip(' -•*«"')
        or flat[left:start].rstrip().endswith(":")
        or _ARTICLE.search(flat, max(left, start - 12), start)
    )
    told = _EXPECTED.match(flat, end)
    modality = "hypothetical" if told and told["doubt"] else "planned" if told else "fact"
    modality = "planned" if _WISHED.search(flat, max(left, start - 40), start) else modality
    return Trigger(start, end, type_, "noun", (start, end), modality=modality) if opens else None
