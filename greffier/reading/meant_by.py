"""What a verb tells by the words around it: `returned` to somebody is given back, who is `hired` is recruited."""

from __future__ import annotations

import re

from greffier.reading.participles import by_officers
from greffier.reading.trigger import Trigger

_IN_WRITING = re.compile(
    r"\s+(?:sur|par|via|on|by)\s+(?:telegram|whatsapp|signal|messenger|snapchat|instagram|sms|texto|e-?mail|mail|courriel|text)\b"
)
_HELD_ON = re.compile(  # `authorises detention beyond 24 hours`, « autorise la prolongation de la garde à vue »
    r"\s+(?:(?:the|his|her|an?|continued|further|extended)\s+){0,2}(?:detention|custody)\s+(?:beyond|for\s+(?:a\s+)?further|to\s+continue|up\s+to|of\s+up\s+to)"
    r"|\s+(?:la\s+|une\s+)?(?:prolongation|poursuite)\s+de\s+(?:la\s+|sa\s+)?(?:garde\s+a\s+vue|retention|retenue|mesure\s+de\s+(?:garde|retention))"
)
_WRITINGS = re.compile(
    r"\s+(?:[a-z\d'-]+\s+){0,4}?(?:messages?|sms|textos?|texts?|e-?mails?|courriels?|whatsapps?|text\s+messages?)(?!\w)"
)
_DRIVEN = frozenset(("drive", "drives", "drove", "driving", "driven"))
_OFF = re.compile(
    r"\s+(?:(?:straight|directly|on|back|right|slowly|quickly|alone|together)\s+)?(?:down|up|over|back|to|from|off|away|around|home|towards?|into|out|north|south|east|west)\b"
)  # without a load
_TAKEN = frozenset(("took", "takes", "taken"))
_PASSIVE = re.compile(
    r"(?<!\w)(?:(?:has|have|had)\s+(?:not\s+|never\s+|since\s+)?been|was|were|is|are|be|being|been)\s+(?:[a-z]{3,12}ly\s+|then\s+|later\s+|not\s+|never\s+|since\s+)?$"
)
_GOODS = re.compile(  # which go nowhere by themselves
    r"(?<!\w)(?:it|bottles?|samples?|swabs?|exhibits?|items?|phones?|documents?|files?|keys?|cards?|tools?|weapons?|firearms?|clothes|clothing|property|they|these|those|parcels?|bags?|boxes|crates|pallets|money|cash|sums?|funds|proceeds|rest|remainder|balance|half|copies|copy|originals?|letters?|documents?|results"
    r"|vans?|cars?|vehicles?|boats?|trucks?|lorr(?:y|ies)|yachts?|bikes?|passports?|weapons?|evidence|effects|belongings|laptops?|devices?|handsets?"
    r"|kg|kilos?|litres?|tonnes?|bottles|shares?)\s+(?:then\s+|later\s+|also\s+|all\s+)?$"
)
_GOODS_STOPPED = re.compile(  # « trois colis ont été interceptés », `a shipment was intercepted`: goods are no people
    r"\b(?:colis|lots?|cargaisons?|marchandises?|vehicules?|camions?|camionnettes?|fourgons?|navires?|bateaux?|pirogues?|conteneurs?|pesee|envois?|courriers?|valises?|sacs?|cartons?|produits?|fonds|grumiers?"
    r"|parcels?|packages?|shipments?|consignments?|cargo|goods|vehicles?|trucks?|lorr(?:y|ies)|vans?|boats?|vessels?|containers?|mail|letters?|cases?|bags?|boxes)(?:\s+[^\s.;:,]{1,20}){0,4}\s+$"
)
_SOMEBODY_HIRED = re.compile(  # `he was hired by a teacher to bring`, `hired two drivers`
    r"\s+(?:(?:(?:an?|the|his|her|their|my|our|two|three|four|five|some|several|local|another)\s+){1,2}(?:[a-z-]{3,15}\s+)?"
    r"(?:m[ae]n|wom[ae]n|drivers?|guards?|lads?|boys?|workers?|labourers?|hands|porters?|cooks?|fixers?|couriers?|crew|skippers?|pilots?|clerks?|accountants?|lawyers?|watchm[ae]n|mechanics?|gunm[ae]n|youths?|people|staff)\b"
    r"|as\s+(?:an?\s+|the\s+)?[a-z])"
)
_HIRED_TO = re.compile(r"[^.;:]{0,60}?\s(?:to|as)\s+(?:an?\s+)?[a-z]{3,}")
_WHO_IS = re.compile(r"(?<!\w)(?:he|she|they|i|we|who|you)\s+(?:was|were|had\s+been|has\s+been|have\s+been)\s+$")
_LENT = ("pret", "lend", "lent")
_SUM_LENT = re.compile(  # what is lent and is money
    r"[^.;:]{0,50}?(?:\d[\d .,']{0,12}\s?(?:€|f\b|k\b|000|usd|eur|cfa|gbp|chf)|[€£$]\s?\d"
    r"|\b(?:argent|somme|euros?|francs?|dollars?|pounds?|livres|grand|quid|mille|cents?|millions?|money|cash|sum|thousand|hundred)\b)"
)
_THING_LENT = re.compile(
    r"\s+(?:(?:[a-z'.-]{2,20}\s+){1,3}?)?(?:(?:le|la|les|un|une|des|ce|cet|cette|ces|son|sa|ses|mon|ma|leurs?|the|an?|his|her|my|their|this|that)\s+|l')[a-z]"
)


def meant(flat: str, left: int, trigger: Trigger) -> Trigger:
    """Return a trigger with the type that the words around it give it; `left` is where its sentence starts."""
    word = " ".join(flat[slice(*trigger.word)].split())
    if trigger.type == "call" and _IN_WRITING.match(flat, trigger.end):
        return trigger._replace(type="message")
    if trigger.type == "transmit" and _WRITINGS.match(flat, trigger.end):
        return trigger._replace(type="message")
    if trigger.type == "authorise" and _HELD_ON.match(flat, trigger.end):
        return trigger._replace(type="custody_extension")
    flies = word == "flown" and trigger.voice == "active"  # `has flown from Riga`
    if flies or (word in _DRIVEN and _OFF.match(flat, trigger.end)):
        return trigger._replace(type="travel")
    if word in _TAKEN and by_officers(flat, max(left, trigger.start - 50), trigger.start):
        return trigger._replace(type="seize")
    if trigger.type == "arrest" and word.startswith("intercept"):
        goods = _GOODS_STOPPED.search(flat, max(left, trigger.start - 80), trigger.start)
        return trigger._replace(type="seize") if goods else trigger
    if trigger.type == "travel":
        return _carried(flat, left, trigger, word)
    if trigger.type == "rent" and word == "hired" and _is_recruited(flat, left, trigger):
        return trigger._replace(type="recruit")
    if trigger.type == "pay" and word.startswith(_LENT) and _THING_LENT.match(flat, trigger.end):
        return trigger if _SUM_LENT.match(flat, trigger.end) else trigger._replace(type="deliver")
    return trigger


def _carried(flat: str, left: int, trigger: Trigger, word: str) -> Trigger:
    """`The bags were returned to Hale`, `two bottles went to the laboratory`: somebody brought them there."""
    end = trigger.end - len(" to")
    verb = trigger.word[0], end
    aux = _PASSIVE.search(flat, max(left, trigger.start - 40), trigger.word[0])
    start = aux.start() if aux and word == "returned to" else trigger.start
    if not _GOODS.search(flat, max(left, start - 30), start):
        return trigger
    if word == "returned to" and aux:
        return trigger._replace(type="deliver", voice="passive", start=start, end=end, word=verb)
    if word in ("went to", "goes to"):
        return trigger._replace(type="transmit", voice="passive", end=end, word=verb)
    return trigger


def _is_recruited(flat: str, left: int, trigger: Trigger) -> bool:
    if trigger.voice == "passive":
        who = _WHO_IS.search(flat, max(left, trigger.word[0] - 30), trigger.word[0])
        return who is not None and _HIRED_TO.match(flat, trigger.end) is not None
    return _SOMEBODY_HIRED.match(flat, trigger.end) is not None
