"""When an event was: the date of its clause, of its sentence, or what opens its paragraph; never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from greffier.reading.asked_day import asked_day
from greffier.reading.taken import beginning
from greffier.reading.trigger import Trigger
from greffier.records import Mention, Time

_BORN = re.compile(r"(?<!\w)(?:nee?s?|born)\s+(?:le|on|en|in)?\s*$")
_SINCE = re.compile(r"\b(?:depuis|since|ever\s+since)\s+(?:le\s+|the\s+)?$")
_BOUND = re.compile(r"\b(?:a\s+compter|jusqu|valable|duree|starting|until|valid|expir\w+|du|from)\b[^.;]{0,30}$")
_APART = re.compile(r"[;:]\D|\b(?:mais|but|while|whereas|tandis|alors|malgre|si|if|que|qu'|that)\b")
_OF_ANOTHER = re.compile(  # what stands between a verb and a date that is another act's: « la lettre du 3 mai »
    r",\s+(?:qui\s+|elle-meme\s+)?[a-z]{3,14}(?:ees?|es?|ed)\s+(?:le|du|on|en|depuis|entre|from)\s+$"
    r"|(?<!\w)(?:saisi|decouvert|trouve|retrouve|preleve|recueilli|confisque|vole|seized|found|recovered|stolen|taken)(?:e?s?)\s+(?:le|on|en|in)\s+$|\bdated\s+$|\ben\s+date\s+du\s+$"
    r"|\b(?:etalonne|calibre|verifie|etabli|date|delivre|redige|conclu|emis|expire|enregistre|immatricule|souscrit|calibrat|issu|dat|execut|drawn\s+up|regist|certifi|expir)(?:e|ee|ees|es|s|ed|ered)?\s+(?:le|du|on|en|in)\s+$"
    r"|\b(?:logs?|accounts?|ledgers?|books?|returns?|statements?|comptes|registres?|releves?|livres?|bilans?|exercices?|journaux)\s+(?:for|of|de|du|pour|from)\s+(?:the\s+|l'|la\s+|le\s+)?$"
    r"|\b(?:echeances?|mensualites?|tranches|versements|instal?lments?|payments)\s*[,:(](?:[^.;]|\.(?=\d)){0,120}$"
    r"|\b(?:demande|requete|lettre|courrier|ordonnance|rapport|decision|jugement|contrat|plainte|facture|requisition|proces-verbal|autorisation|authori[sz]ation|letter|order|report|warrant"
    r"|statement|contract|invoice|request)s?\b[^,.;]{0,25}\s(?:du|faite?\s+le|of|from)\s+$"
    r"|\b(?:to\s+(?:appear|return|attend|surrender|answer)|pour\s+(?:comparaitre|etre)|en\s+vue|afin\s+de)\b[^.;]{0,80}$"
)
_MADE = re.compile(r"(?<!\w)(?:[a-z]{3,12}ed|made|taken|sent|bought|sold|paid|written|drawn)\s+(?:on\s+|in\s+)?$")
_TO_VERB = re.compile(r"\s*(?:(?:have|has|had)\s+)?(?:(?:already|since|then|now|all|both)\s+)?")
_WHO = re.compile(r"(?<!\w)(?:who|which|that|qui)\s+(?:(?:ne|lui|leur|en|y|l'|s'|se|then|later|also)\s*)*$")
_FINITE = re.compile(
    r"(?<!\w)(?:(?:was|were|is|are|has|have|had|will|ont|est|sont|etait|etaient|avait|avaient|fut|furent|sera|seront)\s+(?:ete\s+|been\s+)?[a-z]{3,}"
    r"|a\s+(?:ete\s+)?[a-z]{1,}(?:ee?s?|ie?s?|ue?s?|ise?|erte?|ainte?)\b)"  # « à Port-Vendres » is folded too
)
_CLEFT = re.compile(
    r"(?<!\w)(?:c'est|c'etait|ce\s+(?:sont|fut|sera)|it\s+(?:is|was)|that\s+(?:is|was))\s[^.;:?]{0,80}$"
)
_SET_OFF = re.compile(
    r",\s+(?:qui\s+)?(?:re)?(?:entendue?s?|interrogee?s?|auditionnee?s?|interpellee?s?|arretee?s?|placee?s?|condamnee?s?|nee?s?|interviewed|arrested|questioned|heard|convicted|born)\b[^,.;:]{0,40}$"
)
_CLOSED = re.compile(r"\s*(?:[^,.;:]{0,40}),")
_DURING = re.compile(  # « a saisi 300 euros lors de la perquisition du »: of the day of what went on
    r"[^,.;:]{0,120}\s(?:lors|au\s+cours|during)\s+(?:d(?:e\s+|'))?(?:la\s+|l'|une?\s+|the\s+|an?\s+|son\s+|sa\s+|cette\s+|cet\s+)?"
    r"[a-z' -]{3,40}\s(?:du|of|on)\s+"
)
_LASTING = frozenset(("rent", "store"))
_HANDED = frozenset(("deliver", "pay", "sell", "buy", "receive", "transmit", "transport", "store"))
_APPEARS = re.compile(
    r"\b(?:for|to|until|till|pour|au)\s+$"
)  # `bailed to court for 10:00 on 24 May`, `extended to 18:40`
_BOUNDED = frozenset(("custody_end", "custody_extension"))
_OPENS = re.compile(
    r"(?:^|[.!?;:]\s|\n\s*\n|\n[ \t]*[-_–—•*]+)[\s\-_–—•*\d.)]*"
    r"(?:(?:le|la|a|vers|des|de|du|ce|on|at|about|from|in|by|around|l'an|meme|jour|nuit|l')[\s,]*)*$"
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n|\n[ \t]*-{2,}")
_EARLIER = re.compile(r"\b(?:avai(?:t|ent)|avions|etai(?:t|ent)|had|has|have)\b")  # or at no time that is told
_GAP = re.compile(r"\b(?:la veille|auparavant|plus tot|precedemment|earlier|previously|before)\b")


def time_of(
    flat: str,
    trigger: Trigger,
    clause: tuple[int, int],
    sentence: tuple[int, int],
    dates: Sequence[Mention],
    told: bool,
) -> Mention | None:
    """Return the date mention that says when the event of a trigger was; `dates` are all those of its page in order.

    `told` says that the words are somebody's speech: nothing outside of their sentence dates them.
    """
    here = [one for one in beginning(dates, *sentence, "span.start") if one.span.end <= sentence[1]]
    fitting = [one for one in here if _fits(flat, one, trigger) and not _of_main(flat, one, trigger, sentence[0])]
    inside = [
        one
        for one in fitting
        if clause[0] <= one.span.start
        and (one.span.end <= clause[1] or _DURING.fullmatch(flat, trigger.end, one.span.start))
    ]
    opening = [
        one for one in fitting if one.span.end <= trigger.start and not _APART.search(flat, one.span.end, trigger.start)
    ]
    for pool in (inside, opening):
        if pool:
            return _one(pool, trigger)
    if told and not here and (asked := asked_day(flat, dates, sentence[0], trigger.start)):
        return asked
    apart = is_state(trigger) or _EARLIER.search(flat[trigger.start : trigger.word[0]])
    if told or here or apart or trigger.modality != "fact":
        return None
    return _opening(flat, dates, sentence[0])


def is_state(trigger: Trigger) -> bool:
    """« un hangar loué par X »: what a thing is, and not what was done on the day of its sentence."""
    return trigger.type in _LASTING and trigger.voice == "passive" and trigger.start == trigger.word[0]


def told_since(dates: Sequence[Mention], day: Mention, start: int, end: int) -> bool:
    """Whether a stretch tells of another day than that of its entry: « Le jour même : … Le 15 novembre, … »."""
    wanted = day.time.earliest[:10] if day.time else ""
    return any(one.time and one.time.earliest[:10] != wanted for one in beginning(dates, start, end, "span.start"))


def begun(time: Time) -> Time:
    """When what lasts began: « placé en garde à vue à compter de ce jour 6 h 10 »."""
    return replace(time, edtf=time.edtf.partition("/")[0], latest=time.earliest) if not time.latest else time


def _of_main(flat: str, one: Mention, trigger: Trigger, start: int) -> bool:
    """`a driver who took £900 was jailed on Monday`: the verb of the sentence is dated, not that of its relative
    clause; « X, entendu le 9 mai, a déclaré avoir reçu »: a participle set off by commas has its own date."""
    if one.span.start >= trigger.end:
        inside = _WHO.search(flat, max(start, trigger.start - 40), trigger.start)
        if inside is not None and _CLEFT.search(flat, start, inside.start()):
            return False
        return inside is not None and _FINITE.search(flat, trigger.end, one.span.start) is not None
    before = flat[max(start, one.span.start - 60) : one.span.start]
    return _SET_OFF.search(before) is not None and _CLOSED.match(flat, one.span.end) is not None


def _fits(flat: str, one: Mention, trigger: Trigger) -> bool:
    """A birth is no date of the event, nor is since when or until when something holds."""
    before = flat[max(0, one.span.start - 48) : one.span.start]
    if (
        one.time is None
        or _BORN.search(before)
        or (one.span.start > trigger.end and _OF_ANOTHER.search(flat, trigger.end, one.span.start))
    ):
        return False
    if one.span.end <= trigger.start and (
        _OF_ANOTHER.search(before) or is_state(trigger) or _of_what_stands_before(flat, one, trigger)
    ):
        return False
    if trigger.type in _BOUNDED and _APPEARS.search(before):
        return False
    lasting = trigger.type in _LASTING or (trigger.type == "custody_start" and one.time.earliest != "")
    if not lasting and (_SINCE.search(before) or not (one.time.earliest and one.time.latest)):
        return False
    return trigger.type != "authorise" or _BOUND.search(before) is None


def _of_what_stands_before(flat: str, one: Mention, trigger: Trigger) -> bool:
    """`copies made last Thursday have been sent`, « dans la presse (Le Courrier, 22 juillet), il nie avoir vu X »: the
    day of a participle right before it, or one put in brackets, is not that of the verb that follows."""
    if _MADE.search(flat, max(0, one.span.start - 24), one.span.start) and _TO_VERB.fullmatch(
        flat, one.span.end, trigger.start
    ):
        return True
    handed = trigger.voice == "passive" and trigger.start == trigger.word[0] and trigger.type in _HANDED
    if handed and _FINITE.search(flat, max(0, one.span.start - 90), one.span.start):
        return True  # « a déchargé les sacs hier, contre 300 euros remis par X »
    opens = flat.rfind("(", max(0, one.span.start - 60), one.span.start)
    closes = flat.find(")", one.span.end, min(trigger.start, one.span.end + 40))
    return opens >= 0 and closes >= 0 and flat.find(")", opens, one.span.start) < 0


def _one(pool: Sequence[Mention], trigger: Trigger) -> Mention | None:
    """The only one, or the nearest where all are of one day."""
    near = min(pool, key=lambda one: min(abs(one.span.start - trigger.end), abs(trigger.start - one.span.end)))
    days = {one.time.earliest[:10] for one in pool if one.time}
    if len(days) > 1:  # « Le 5 mai, X a déclaré avoir remis le 2 mai »: the one that follows the verb
        after = [one for one in pool if one.span.start >= trigger.end]
        return after[0] if len(after) == 1 else None
    timed = [one for one in pool if one.time and "T" in one.time.earliest]
    return near if near in timed or not timed else timed[0] if len(timed) == 1 else None


def _opening(flat: str, dates: Sequence[Mention], start: int) -> Mention | None:
    """The last date that opens a sentence of the same paragraph, before the sentence at `start`."""
    breaks = [found.end() for found in _PARAGRAPH.finditer(flat, max(0, start - 900), start)]
    begin = breaks[-1] if breaks else max(0, start - 900)
    if _GAP.search(flat, begin, start):
        return None
    last: str | None = None
    for one in reversed([one for one in beginning(dates, begin, start, "span.start") if one.span.end <= start]):
        if one.time and last and one.time.earliest[:10] != last:
            return None  # another day has been told since
        last = one.time.earliest[:10] if one.time else last
        if one.time and _OPENS.search(flat[max(0, one.span.start - 48) : one.span.start]):
            return one if one.time.earliest[:10] and one.time.earliest[:10] == one.time.latest[:10] else None
    return None
