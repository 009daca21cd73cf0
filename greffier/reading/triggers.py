"""Triggers: the words that tell an event, with the grammar that tells a verb from a noun that looks like it.

« livre » is a book and « place » a seat: a form that a noun may share counts only right after its subject; a participle
only after an auxiliary or before « par »; a noun only where it is carried out (« procédons à la saisie »).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.another_sense import another_sense
from greffier.reading.blanks import closed, last_sign
from greffier.reading.meant_by import meant
from greffier.reading.nouns_told import noun_trigger
from greffier.reading.openings import Openings, opening
from greffier.reading.participles import said_of_name
from greffier.reading.subject_before import common_subject, done_to_it, mine, relative, subject_ends, we
from greffier.reading.trigger import Trigger, Voice
from greffier.reading.verb_forms import Form, lexicon
from greffier.reading.verb_groups import BEFORE, OUGHT, PLAN
from greffier.reading.vocabulary import level

_DETERMINER = re.compile(
    r"(?<![\w])(?:le|la|les|un|une|des|du|de|d'|au|aux|ce|cet|cette|ces|son|sa|ses|leur|leurs|mon"
    r"|ma|mes|notre|votre|en|sur|sous|par|pour|sans|avec|a|the|an|of|to|in|on|for|by|his|her|their"
    r"|its|this|that|no|any|every|each|aucun|aucune|toute|chaque|premiere|second|seconde|derniere"
    r"|nouvelle)\s*$|(?:\b[dl]')$"
)
_NOUN_BEFORE = re.compile(
    r"(?:(?<!\w)(?:le|la|les|ce|cette|son|sa|un|une|the|his|her)\s+|(?<!\w)l')[a-z-]{4,16}\s+(?:lui\s+|leur\s+|nous\s+)?$"
)
_OBJECT_AFTER = re.compile(
    r"\s+(?:ce\s+jour\s+)?(?:(?:le|la|les|l'|un|une|des|au|aux|the|an?)\s*(?:somme|montant|sum|amount|\w+)|\d|[a-z-]+\s+(?:euros?|francs?|kg|kilos?|mille|cents?))\b"
)
_SEEN = re.compile(
    r"\b(?:vois|voit|voyons|voient|vu|vue|vus|vit|vimes|apercevons|apercoit|apercu|observons|observe|entendons|saw|seen|watched"
    r"|observed)\s(?:(?!\b(?:que|qui|that|who)\b)[^.;:!?]){0,60}$",
    re.DOTALL,
)
_UNSEEN = re.compile(
    r"(?:\bn[e']\s*(?:[\w']+\s+){0,3}|\b(?:not|never|nobody|no\s+one|none\s+of\s+\w+\s+\w+|n't|neither\s[^.;:]{1,30})\s+(?:\w+\s+)?)$"
)
_PASSIVES = re.compile(r"\b(?:was|were|been|being|is|are|be)\b[^.;,]{0,90}$")
_INVERTED = re.compile(r"\s+(?:le|la|l'|les|un|une|des)\s*\w")
_FOLLOWS = re.compile(r"\s(?:et|puis|and|then|,\s*puis)\s+(?:se\s+|s'|y\s+|en\s+|lui\s+|le\s+|la\s+|les\s+)?$")
_ACTED = re.compile(
    r"\b[a-z]{2,12}ed\b(?!\s+by\b)[^.;:]{1,100}$|\b(?:took|gave|met|went|came|got|found|saw|left|drove|bought|sold|sent|kept|hid|told|ran)\b[^.;:]{1,100}$"
)
_WE_DO = re.compile(
    r"(?<!\bil )(?<!\belle )(?<!\bils )(?<!\belles )(?<!\bon )(?<!\bqui )(?<![\w'-])nous\s+$"
)  # « elle nous appelle »
_ASKED = re.compile(r"[^.?!\n]{0,160}\?")
_HANDED = frozenset(("deliver", "pay", "sell"))
_PURPOSE = re.compile(
    r"(?<!\w)(?:pour|afin\s+de|en\s+vue\s+de)\s+(?P<whom>lui|leur|me|te|nous|vous)\s+$"
)  # « pour lui remettre »
_JOINED = re.compile(
    r"(?<![\w'])(?:a|ont|avait|avaient|aurait|ai|avons)\s+(?:\w+\s+)?\w{2,14}(?:e|i|u|is|it|ert)\s(?:(?!\b(?:qui|que|dont|par)\b)[^.;:]){1,80}?\s(?:et|puis|ou|ni)\s+(?:ensuite\s+|enfin\s+)?$"
)
_JOINED_PASSIVE = re.compile(
    r"(?<![\w'])(?:est|sont|ete|etai(?:t|ent)|fut|furent|ser(?:a|ont|ai(?:t|ent))|was|were|been)\s+(?:\w+\s+)?\w{1,14}(?:e|i|u|is|it|ert|ed|en|old|ought|eld|und|ept|aid)e?s?\s(?:(?!\b(?:qui|que|dont|who|which|that)\b)[^.;:]){0,70}?(?:(?:et|puis|and|then)\s+|,\s+)$"
)
_COULD = re.compile(r"\b(?:could|can|peu(?:t|vent)|pouvai(?:t|ent)|purent|put)\b")  # `could not be found`: was not
_MADE = re.compile(
    r"(?<!\w)(?:s'(?:est|etait|etre)|se\s+(?:sont|serai(?:t|ent))|m'a|m'avait)\s+(?:[a-z]{4,20}ment\s+)?(?:fait|vue?s?)\s+$"
    r"|(?<!\w)se\s+(?:f(?:ait|aisait|aisaient|it)|voi(?:t|ent))\s+$"
)
_OF_CUSTODY = re.compile(r"\b(?:garde\s+a\s+vue|mesure|custody|detention)\b[^.;:]{0,120}$")
_ITSELF = re.compile(  # phrases that hold what is done to somebody: `detention authorised`, `warrant was executed`
    r"(?:was|were)\s|(?:search\s+)?warrant\s|(?:(?:further|continued)\s+)?(?:detention|custody|extension|garde\s+a\s+vue|mesure|prolongation)\s"
)
_TO_ME = re.compile(r"(?<![\w'])(?:m'|me\s)")


def find_triggers(text: str, start: int, end: int, subjects: frozenset[int], openings: Openings) -> Iterator[Trigger]:
    """Yield the triggers of a sentence; `subjects` are the ends of names and pronouns that may be a verb's subject."""
    flat = level(text)
    free = start  # where the trigger before ends
    for match in lexicon().words.finditer(flat, start, end):
        word = " ".join(match.group().split())
        written = " ".join(text[match.start() : match.end()].lower().replace("’", "'").split())
        for type_, form, spelled in lexicon().forms.get(word, ()):
            if written not in (spelled, word):  # « arrivé » is not « arrive »; a page without accents is both
                continue
            named = text[match.end() : match.end() + 2].strip()[:1].isupper()
            trigger = _read(flat, start, match.start(), match.end(), type_, form, subjects, named) or opening(
                flat, match.start(), match.end(), type_, form, openings, named
            )
            trigger = meant(flat, start, trigger) if trigger else None
            if trigger and not another_sense(flat, trigger):
                to_me = _TO_ME.search(flat, trigger.start, trigger.word[0]) is not None
                alone = trigger.word[0] if trigger.start < free else trigger.start
                free = trigger.end
                yield trigger._replace(start=alone, to_me=to_me, now=form == "present")
                break


def _read(
    flat: str, left: int, start: int, end: int, type_: str, form: Form, subjects: frozenset[int], named: bool
) -> Trigger | None:
    if form == "noun":
        return noun_trigger(flat, left, start, end, type_)
    window = max(left, start - 60)
    if form in ("participle", "past"):
        return _participle(flat, left, start, end, type_, form, subjects, named)
    if form == "infinitive":
        return _infinitive(flat, left, start, end, type_, subjects)
    if form == "gerund":
        kinds = ("e_progressive", "e_seen", "e_owned") if flat[start:end].endswith("ing") else ("seen",)
        return _group(flat, window, start, end, type_, kinds, "active")
    if _ITSELF.match(flat, start, end):
        return Trigger(start, end, type_, "passive", (start, end))
    before = BEFORE["finite"].search(flat, window, start)
    head = before.start() if before else start
    if form == "present" and (_DETERMINER.search(flat, window, start) and not subject_ends(flat, head, subjects)):
        return None
    noun = _NOUN_BEFORE.search(flat, window, head) and _OBJECT_AFTER.match(flat, end)
    if form == "present" and not (noun or subject_ends(flat, head, subjects) or relative(flat, window, head)):
        follows = _FOLLOWS.search(flat, left, head) and any(left <= one < head for one in subjects)
        if not follows and not (type_ == "travel" and _INVERTED.match(flat, end) and last_sign(flat, head) == ","):
            return None
    ours = (
        any(word.endswith("ons") and len(word) > 4 for word in flat[start:end].split()[:2])
        or _WE_DO.search(flat, window, start) is not None
    )
    negative = (
        bool(before and before["ne"])
        and re.match(r"\s+(?:\w+\s+)?(?:pas|jamais|plus|rien|aucun\w*|nul\w*|point)\b", flat[end : end + 30])
        is not None
    )
    verb = flat[start:end].removeprefix("se ").split()[0]
    future = re.search(r"er(?:a|ont|ai|ait|aient)$|(?:ett|end|ev|ai)ra(?:it|ient)?$", verb) is not None
    conditional = verb.endswith(("erait", "eraient", "ttrait", "ndrait"))
    modality = "hypothetical" if conditional else "planned" if future and len(verb) > 5 else "fact"
    return Trigger(head, end, type_, "active", (start, end), negative, modality, ours, mine(flat, window, head))


def _infinitive(flat: str, left: int, start: int, end: int, type_: str, subjects: frozenset[int]) -> Trigger | None:
    window = max(left, start - 60)
    made = _MADE.search(flat, window, start)
    if made:  # « s'est fait remettre », « se serait fait livrer »
        doubt = "hypothetical" if OUGHT.search(made.group()) else "fact"
        return Trigger(made.start(), end, type_, "passive", (start, end), modality=doubt)
    if type_ in _HANDED and (purpose := _PURPOSE.search(flat, window, start)):
        return Trigger(purpose.start("whom"), end, type_, "active", (start, end), modality="planned")
    asked = ("e_asked",) if _ASKED.match(flat, end) else ()
    planned = _group(flat, window, start, end, type_, ("modal", "e_modal", "e_seen", "seen", *asked), "active")
    return planned or _perceived(flat, left, start, end, type_, subjects)


def _participle(
    flat: str, left: int, start: int, end: int, type_: str, form: Form, subjects: frozenset[int], named: bool
) -> Trigger | None:
    window = max(left, start - 60)
    by = re.match(r"\s+(?:par|by)\s+", flat[end : end + 8]) is not None
    going = type_ == "travel"  # « est parti »: an auxiliary of being, and no passive; `were entered as exhibits` is one
    passive = _group(flat, window, start, end, type_, ("passive",) if going else ("passive", "e_passive"), "passive")
    if passive and going:
        return passive._replace(voice="active") if not flat.startswith("left", start) else None
    if going and _group(flat, window, start, end, type_, ("e_passive",), "passive"):
        return None
    if passive:
        return passive
    asked = ("e_asked",) if _ASKED.match(flat, end) else ()
    if form == "past" and said_of_name(flat, window, start, end, type_, subjects):
        return Trigger(start, end, type_, "passive", (start, end))
    active = _group(flat, window, start, end, type_, ("perfect", "e_perfect", *asked), "active")
    if active:
        return active
    shared = _shared(flat, left, start, end, type_)
    if shared is not None:
        return shared
    if by or said_of_name(flat, window, start, end, type_, subjects):
        return Trigger(start, end, type_, "passive", (start, end))
    if form == "past" and not flat[end : end + 2].lstrip(" ").startswith(":"):  # `Solicitor requested: Ms Byrne`
        before = BEFORE["adverb"].search(flat, window, start)
        head = before.start() if before else start
        follows = _FOLLOWS.search(flat, left, head) and any(left <= one < head for one in subjects)
        follows = follows and not _PASSIVES.search(flat, left, head)
        to_it = named or done_to_it(flat, end)
        if (
            follows
            or (to_it and _FOLLOWS.search(flat, left, head) and _ACTED.search(flat, max(left, head - 120), head))
            or (to_it and closed(flat, head) in subjects and last_sign(flat, head) == ",")
            or (to_it and last_sign(flat, head) == "," and closed(flat, head) - 1 in subjects)
            or subject_ends(flat, head, subjects)
            or relative(flat, window, head)
            or common_subject(flat, left, head, end, named)
        ):
            negative = bool(before and before["never"])
            modality = "hypothetical" if OUGHT.search(flat, head, start) else "fact"
            return Trigger(
                head,
                end,
                type_,
                "active",
                (start, end),
                negative,
                modality,
                we(flat, window, head),
                mine(flat, window, head),
            )
    return None


def _shared(flat: str, left: int, start: int, end: int, type_: str) -> Trigger | None:
    """A participle whose auxiliary stands with another one before it; it begins with that auxiliary."""
    near = max(left, start - 110)
    if joined := _JOINED_PASSIVE.search(flat, near, start):  # « est saisi et placé sous scellé »
        doubt = "hypothetical" if OUGHT.search(flat, max(left, joined.start() - 12), start) else "fact"
        return Trigger(joined.start(), end, type_, "passive", (start, end), modality=doubt)
    if type_ != "travel" and (joined := _JOINED.search(flat, near, start)):  # « a loué un box et blanchi 96.000 euros »
        doubt = "hypothetical" if OUGHT.search(joined.group()) else "fact"
        return Trigger(joined.start(), end, type_, "active", (start, end), flat.endswith("ni ", 0, start), doubt)
    of_custody = type_.startswith("custody") and _OF_CUSTODY.search(flat, max(left, start - 140), start)
    return Trigger(start, end, type_, "passive", (start, end)) if of_custody else None


def _perceived(flat: str, left: int, start: int, end: int, type_: str, subjects: frozenset[int]) -> Trigger | None:
    """« voyons X remettre », `saw X hand`: what is seen is done."""
    if not subject_ends(flat, start, subjects):
        return None
    seen = _SEEN.search(flat, left, start)
    unseen = seen and _UNSEEN.search(flat, max(left, seen.start() - 40), seen.start())
    return Trigger(start, end, type_, "active", (start, end), negative=bool(unseen)) if seen else None


def _group(
    flat: str, window: int, start: int, end: int, type_: str, kinds: tuple[str, ...], voice: Voice
) -> Trigger | None:
    """A verb with its auxiliaries, which say whether it is denied, planned, or only said to be so."""
    for kind in kinds:
        before = BEFORE[kind].search(flat, window, start)
        if before is None or not _at_word(flat, before.start("aux")):
            continue
        words = flat[before.start() : start]
        negative = (
            bool(before.groupdict().get("never"))
            or (kind == "e_owned" and before["aux"].startswith("den"))
            or re.search(r"\b(?:n'|ne\b).{0,60}\b(?:pas|jamais|plus|point)\b|\b(?:not|never)\b", words) is not None
        )
        modality = (
            "hypothetical"
            if OUGHT.search(words)
            else "fact"
            if negative and _COULD.search(words)
            else "planned"
            if before["aux"] == "be" or (PLAN.search(words) and kind in ("modal", "e_modal", "passive", "e_passive"))
            else "fact"
        )
        if kind == "e_modal" and re.match(r"(?:did|does|do)\b", before["aux"]):
            if not negative:
                return None
            modality = "fact"
        head = before.start()
        aux = before["aux"].split()[0]
        ours = aux in ("avons", "devons", "allons") or we(flat, window, head)
        return Trigger(
            head,
            end,
            type_,
            voice,
            (start, end),
            negative,
            modality,
            ours and voice == "active",
            mine(flat, window, head),
        )
    return None


def _at_word(flat: str, at: int) -> bool:
    return at == 0 or not flat[at - 1].isalnum()
