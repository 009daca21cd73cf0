"""Words that tell an event elsewhere and mean something else here: « on l'appelle », « je me nomme », « se trouve »."""

from __future__ import annotations

import re

from greffier.reading.intangible import intangible
from greffier.reading.trigger import Trigger

_NICKNAMED = re.compile(
    r"\b(?:whom?\s+(?:we|i)\s+(?:will\s+|shall\s+)?|(?:we|i)\s+shall\s+|(?:que\s+(?:nous\s|je\s|j'|tu\s|vous\s)|qu'on\s))$"
    r"|\b(?:on|tous|tout le monde|que l'on|qu'(?:on|ils?|elles?))\s+(?:[lm]'|s'|t'|les\s|nous\s)?$"
    r"|\b(?:que\s+(?:tous\s+|toutes\s+)?(?:les|ses|leurs|mes|nos)|whom\s+(?:all\s+)?(?:the|his|her|their|most))\s+[a-z-]{3,20}\s+$"
)
_AT_COURT = re.compile(
    r"\b(?:affaire|cause|dossier|procedure|role|case|matter|appeal)s?\s+(?:(?:est|sont|a\s+ete|fut|is|was|has\s+been)\s+)?$"
)
_CALLED = re.compile(
    r"\s*(?::|[«\"“']|le\s|the\s|(?:me|him|her|us|them|you|himself|herself)\s+(?:an?|the|[«\"“'])(?!\w))"
)
_NAMED_SO = re.compile(  # `a company called Brightwater`, `somebody called Doyle`
    r"\b(?:(?:an?|another|some|une?)\s+(?:[\w'-]+\s+){1,3}|(?:someone|somebody|company|firm)\s+)$"
)
_NAMES_HIM = re.compile(r"(?:l'|les\s|m'|t')$")  # « O1 l'appelle Président », and not « l'appelle au 06 … »
_NAMED_THEN = re.compile(
    r"\s+(?!(?:a|au|aux|de|du|des|d'|en|sur|par|depuis|pour|chez|le|la|les|l'|un|une|et|puis|ou|mais|car|hier|avant-hier|demain|souvent|encore|ensuite|alors|aussi|aussitot|tous|toutes|chaque|quand"
    r"|lorsqu\w*|vers|ce|cette|dans|avec|apres|avant|pendant|deux|trois|quatre|cinq|six|dix|plusieurs|jamais|toujours|parfois|immediatement|directement|discretement|[a-z]{3,}ment|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|plus|pas|rarement)\b)[a-z]"
)
_AS_WITNESS = re.compile(
    r"\s*[.;]|\s+(?:as\s+an?\s|to\s+(?:give|testify)|by\s+the\s+(?:state|prosecution|crown|defen[cs]e))"
)
_CALLER = re.compile(
    r"\b(?:he|she|i|we|they|you|who|then|and|has|had|have|was|were)\s+$"
)  # `in a panic he called Doyle`
_CALLED_SO = re.compile(  # `called Doyle a liar`
    r"\s+(?:[a-z'.-]+\s+){1,3}(?:an?\s+(?!few\b|day|week|month|minute|moment|second|third|couple|number|dozen|little|short|lot\b)[a-z])"
)
_CALLED_TO = re.compile(  # « a appelé Doyle à démissionner »
    r"\s+(?:[a-z'.-]+\s+){1,3}a\s+(?:se\s+|s'|y\s+|la\s+|le\s+)?[a-z]{2,}(?:er|ir|dre)\b"
)
_ON_PHONE = re.compile(r"[^.;:\n]{0,60}\b(?:by|on|over)\s+(?:the\s+|his\s+|her\s+)?(?:tele)?phone\b")
_PASSED = re.compile(
    r"\s+(?:on\s+)?(?:it|them|the|an?|his|her|their|some|\d+|[a-z]+\s(?:kg|kilos?|bags?|boxes))\b[^.;:]{0,40}\sto\s|\s+(?:him|her|them|me|us)\s+(?:an?|the|some|£|\$|\d)"
)
_PASSED_TO = re.compile(r"\s+(?:on\s+)?(?:from\s[^.;:]{3,40}\s)?(?:on\s+)?to\s")
_ATTENDED = re.compile(
    r"\s+(?:at\s+|(?:the\s+)?(?:scene|address|location|premises|property|flat|house|shop|site)\b|(?:[a-z]+\s){0,2}\d)"
)
_GOODS_BEFORE = re.compile(
    r"\b(?:property|vehicles?|cars?|vans?|goods|exhibits?|items?|money|cash|funds|phones?|bags?|boxes|drums|documents?|firearms?|containers?|cargo|body|remains"
    r"|evidence|effects|belongings|samples?|passports?|licen[cs]es?|deposit|sums?|weapons?|rifles?|pistols?|guns?|laptops?|computers?|keys?|jewell?ery|watch(?:es)?|bikes?|motorcycles?|trucks?|lorr(?:y|ies)|boats?|vessels?|yachts?|dogs?|animals?|cattle|livestock|cards?|clothes|clothing|handsets?|devices?|consignments?|shipments?|stock"
    r"|results?|it|they|these|those|[a-z]{1,4}/\d{1,3})\s+$"
)
_WHOM = re.compile(r"\bwhom\s[^,.;:]{2,40}$")  # `whom he calls his manager`
_NO_CALL = re.compile(r"\s+(?:away\b|off\b|out\b|in\s+sick\b|que\b|qu'|a\s+l'ordre|en\s+cause|d'offres|a\s+temoigner)")
_THAT = re.compile(r"\s+(?:que\b|qu'|that\b|de\s+(?:ne|[a-z]+er\b)|d'(?:avoir|etre))")
_ONLY = re.compile(r"(?<!\w)n(?:'|e\s)")  # « n'a versé que 3 000 euros »
_MAY_TAKE_THAT = frozenset(("request", "authorise", "transmit", "message", "seal", "inform"))
_WAY = re.compile(r"\b(?:to|from|into|across|kg|kilos?|bags?|sacks?|crates?|pallets?|boxes)\b|\d\s?kg")
_CONDUIT = re.compile(r"(?<!\w)(?:a|au|aux|jusqu'\w*|vers|de|depuis|en|chez)\s+(?!la\s+vitesse|vive)")
_GIVEN_BACK = re.compile(  # and not `returned home`, `returned from Leeds`
    r"\s+(?:it|them|him|her|the|his|their|my|our|a|an|all|both|some|\d+|[a-z]{1,4}/\d+|(?:two|three|four|five|six|ten|twenty)\s)(?!\s*(?:to|from)\b)"
)
_RINGS_BACK = re.compile(
    r"[^.;:,]{0,40}?\s(?:(?:phone\s|telephone\s)?calls?|messages?|e-?mails?|letters?)\b"
)  # `did not return calls`
_RINGS = re.compile(
    r"\s+(?:at\s+)?(?:(?:the|a|his|her|their|on\s+the)\s+)?(?:door\s?)?(?:bells?|buzzers?|intercom|entryphone|door)\b"
)
_LEFT = re.compile(
    r"\s*(?:[,.;]|$)|\s+(?:(?:\w+\s+)?for\b|at\b|on\b|in\b|with\b|by\b|via\b|alone\b|and\b|together\b|through\b|carrying\b|home\b|towards?\b|heading\b|direction\b|(?:the\s+)?other\s+way\b|from\b|again\b|alone\b"
    r"|(?:the|his|her|their)?\s*(?:\w+\s+)?(?:address|location|residence|shop|pub|restaurant|lock-up|unit|bank|store|court|prison|yard|port|house|building|premises|scene|warehouse|depot"
    r"|quay|flat|office|car\s+park|station|address|area|site|country|hotel|room|ship|vessel|meeting|garage|bar|cafe))"
)
_CUSTODY_NEXT = re.compile(
    r"\s+(?:(?:la|une|sa|le|son)\s+|l')(?:nouvelle\s+|seconde\s+)?(?:prolongation|(?:re)?mise\s+en\s+liberte|levee\s+de\s+la\s+(?:garde|mesure)|placement\s+(?:en\s+garde|en\s+detention|sous\s+mandat))\b"
)
_EXTENDED = re.compile(r"garde\s+a\s+vue|\bgav\b|custody|detention|retention")
_AMOUNT_NEXT = re.compile(
    r"\s+(?:(?:environ|pres\s+de|plus\s+de)\s+)?(?:\d|(?:une|la)\s+somme|sa\s+part|l'argent|\w+\s+(?:mille|cents?|millions?|euros?)\b)"
)
_CALLS_NEXT = re.compile(
    r"[^.;:,]{0,40}?\s(?:an?|one|several|une?|plusieurs|de\s+la|des|some|further|the)\s+(?:[a-z]+\s)?(?:reports?|complaints?|informations?|intelligence|tip-?offs?|allegations?|requests?|signalements?|plaintes?|renseignements?|demandes?)\b"
    r"|\s+(?:\w+\s+){0,2}(?:calls?|appels?|visits?|visites?|instructions?|training|news|nouvelles)\b"
)
_COURTS = re.compile(  # « saisit la justice », « ont saisi le tribunal »: they turn to it
    r"\s+(?:(?:la|le|les|l'|un|une|du|au)\s*)(?:[a-z]+\s)?(?:justice|tribunal|tribunaux|cour|juges?|juridictions?|parquet|procureure?|procureur|doyen|prefet|ministere|ministre|inspection|conseil|comite|commission|autorites?|mediateur|defenseur"
    r"|police|gendarmerie|syndicat|hierarchie|direction|chambre|prud'hommes|ordre|assemblee|occasion|opportunite)\b"
)
_SEISED = re.compile(  # a court is « saisie par requête », « saisie de faits »
    r"\s+(?:par\s+(?:requete|ordonnance|requisitoire|m\.|mme|lettre|courrier)|de\s+(?:faits|la\s+procedure|l'affaire)|d'une\s+(?:demande|plainte|requete)"
    r"|du\s+dossier)"
)
_TAKES_OUT = re.compile(r"(?:\s+(?:(?:de|d')\s*)?(?:sa|son|la|le|l'|une|un)\s*\w+)?\s+(?:un|une|des|deux|plusieurs)\s")
_BROUGHT = re.compile(
    r"\s+(?:\w+\s+)?(?:aide|soutien|concours|preuves?|precisions?|reponses?|elements?|attention|modifications?|credit|support|solution|caution|contribution|proceedings|charges|claim|action|case|"
    r"evidence|justice|trial|about|forward|back|up|together|down|in\b|before|into|an?\s+end)\b"
)
_RENDERED = re.compile(
    r"\s+(?:bien\s+)?(?:comptes?|visite|hommage|service|possible|necessaire|justice|difficile|publique?s?|a\s+l'evidence|une?\s+(?:ordonnance|decision|avis|jugement|arret)"
    r"|son|sa|l'arret|le\s+jugement|au\b|aux\b|chez|dans|sur|par|le\s+\d)\b"
)
_HIDES = re.compile(
    r"[^.,;:]{0,24}\s(?:dans|sous|into|under|inside)\s+(?:sa|son|ses|his|her|their|leurs?)\b"
)  # in his jacket
_CONFIDES = re.compile(r"(?:\s[^.,;:]{1,40})?\s(?:que\s|qu'|avoir\s|etre\s|ne\s|s'etre\s)")  # « a confié hier que »
_LODGES = re.compile(  # « dépose plainte »
    r"\s+(?:(?:une?|la|le|l'|sa|son|ses|ma|des)\s*)?(?:plaintes?|mains?\s+courantes?|requetes?|recours|demandes?|conclusions|memoires?|bilan|candidature|amendements?|temoignages?|pourvoi|sous\s+serment)\b"
)
_LODGED = re.compile(
    r"\b(?:plaintes?|mains?\s+courantes?|requetes?|recours|demandes?|candidatures?|conclusions|memoires?|amendements?|secrets?|confidences?)\s+(?:[a-z]+\s+)?(?:(?:a|ont|est|sont)\s+(?:ete\s+)?)?$"
)
_TELLS_ALL = re.compile(  # « livre ses secrets », « livrer bataille », `delivered a speech`
    r"\s+(?:(?:une?|la|le|l'|les|ses|son|sa|leurs?|des|an?|the|his|her|its|their)\s*)?(?:[a-z]+\s+)?(?:secrets?|batailles?|combats?|guerre|verdict|versions?|confidences?|analyses?|aveux|temoignages?|recits?|impressions?|details?|noms?|conclusions?|resultats?|explications?"
    r"|interview|entretien|speech|judgments?|verdicts?|rulings?|sermon|lecture|address|blow|results?|message|report|opinion|baby|keynote)\b|\s+(?:sur|about|on)\s"
)
_REACHED = re.compile(  # a place, or its name: and not `reached a verdict`, `reach him by phone`
    r"\s+(?:the\s+(?:scene|address|location|premises|property|flat|house|shop|site|port|quay|harbour|airport|station|border|village|town|hospital|prison|market|bridge|camp|farm|office|warehouse|depot|vessel|ship)"
    r"|(?!(?:an?|no|the|any|some|his|her|its|their|him|them|me|us|it|out|for|by|this|that|agreement|and)\b)[a-z][a-z'-]+)\b"
)
_COMES_TO = re.compile(  # « arrive à la moitié », `arrived at a figure of`
    r"\s+(?:a|au|at|en)\s+(?:(?:la|le|l'|un|une|ses|leurs|an?|the|this|that)\s*)?(?:moitie|tiers|conclusion|accord|terme|echeance|bout|fin|fins|retraite|total|chiffre|resultat"
    r"|decisions?|agreements?|figures?|totals?|prices?|estimates?|compromise|settlement)\b"
)
_SOUNDS = re.compile(
    r"\s+(?:[a-z'.-]+\s+){1,4}?(?:dire|crier|hurler|parler|repondre|murmurer|lancer|menacer|chuchoter|pleurer|arriver|sortir|partir|tirer|claquer|rire)\b"
)
_SUM_GOES = re.compile(  # « du compte sont partis 31.400 € »
    r"\s+(?:\d[\d.,' ]{0,12}|[a-z]{2,10}\s(?:mille|cents?|millions?)\s)"
    r"\s?(?:€|\$|£|eur\b|euros?|francs?|f\b|usd|dollars?|chf|cfa|fcfa|dinars?|dirhams?|ariary|gourdes?|millions?)"
)
_LEADS_TO = re.compile(r"[^.;:]{0,40}?\sa\s(?:se\s|s'|ne\s)?[a-z]{2,12}(?:er|ir|re)(?!\w)")
_TURNS_LEFT = re.compile(
    r"(?:\b(?:turn\w*|bear\w*|bore|veer\w*|keep\w*|go\w*|first|second|the|straight|right),?\s+|,\s+)$"
)
_PUTS = re.compile(
    r"\s+(?:en|fin|a|au|aux|sous|sur|dans|hors|le|la|les|un|une|des|du|de|son|sa|ses|leur|leurs|ce|cette|tout)\s|\s+l'"
)
_STOPS_ITSELF = re.compile(
    r"(?<!\w)(?:s'(?:est|etait|etaient)?|se\s+(?:sont\s+)?|(?:me|m'|nous)\s*(?:suis|sommes)\s+|nous\s+)$"
)
_REFLEXIVE = re.compile(r"(?<!\w)(?:se\s+|s')$")


_OF_TALK = re.compile(  # « Titus a quitté le groupe »: he no longer reads what is written there, and went nowhere
    r"\s+(?:le|la|ce|cette|the|this)\s+(?:groupe|conversation|discussion|salon|canal|fil|chat|group|channel|thread)(?=\s*(?:[.,;\n]|$))"
)


def another_sense(flat: str, trigger: Trigger) -> bool:
    """Return whether the words of a trigger mean something else where they stand."""
    word, after = flat[trigger.word[0] : trigger.word[1]], flat[trigger.end : trigger.end + 24]
    before = flat[max(0, trigger.word[0] - 90) : trigger.word[0]]
    if trigger.type in ("travel", "meet") and _OF_TALK.match(flat, trigger.end):
        return True
    check = _CHECKS.get(trigger.type)
    if check is not None and check(word, before, flat[trigger.end : trigger.end + 60], trigger):
        return True
    only = _ONLY.search(flat, trigger.start, trigger.word[0]) and after.startswith(" que ")
    if trigger.type not in ("call", "appoint") and _THAT.match(after) and not only:
        return trigger.type not in _MAY_TAKE_THAT
    return word.startswith("charge") and re.match(r"\s+(?:de|d'|des|du)\b", after) is not None


def _call(word: str, before: str, after: str, trigger: Trigger) -> bool:
    return bool(
        _CALLED.match(after)
        or (word.startswith(("ring", "rang", "rung", "telephon")) and _RINGS.match(after))
        or re.match(r"\s+(?:numbers?|party|parties)\b", after)
        or _NICKNAMED.search(before)
        or (trigger.voice == "passive" and _AT_COURT.search(before))
        or _NO_CALL.match(after)
        or (_CALLED_SO if word.startswith("call") else _CALLED_TO).match(after)
        or (word.startswith("spoke") and not _ON_PHONE.match(after))
        or _WHOM.search(before)
        or (_NAMES_HIM.search(before) and _NAMED_THEN.match(after))
        or (trigger.voice == "passive" and word == "called" and _AS_WITNESS.match(after))
        or (word == "called" and _NAMED_SO.search(before) and not _CALLER.search(before))
        or _REFLEXIVE.search(before)
    )


def _appoint(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if word.startswith("nomm") and re.search(r"\b(?:que|qu')[^,.;:]{1,40}$", before) and trigger.voice == "active":
        return True  # « un homme que Bilal nomme Tonton »
    return bool(re.search(r"\b(?:me|se|te|nous)\s+$", before) or re.match(r"\s+(?:sous|comme|par\s+l|as)\b", after))


def _transport(word: str, before: str, after: str, trigger: Trigger) -> bool:
    """« un véhicule conduit par X »: who is at the wheel of what is looked at; `he was carrying £900`: on himself."""
    if word.startswith("amen") and _LEADS_TO.match(after):
        return True  # « l'a amené à se rétracter »
    if word.startswith(("carr", "drove", "drive", "driving", "condui")) and not _way(word, after):
        return True
    return word.startswith(("condui", "driven")) and trigger.voice == "passive" and trigger.start == trigger.word[0]


def _way(word: str, after: str) -> bool:
    return (_CONDUIT if word.startswith("condui") else _WAY).search(after) is not None


def _arrest(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if word.startswith("arret") and _STOPS_ITSELF.search(before):
        return True  # « on s'est arrêtés à la station »
    if word.startswith("plac"):  # `I placed Boone under arrest`
        return re.match(r"\s+(?:[^.;:,]{1,40}\s)?under\s+arrest\b", after) is None
    return word.startswith("detained") and re.match(r"\s+persons?\b", after) is not None


def _travel(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if word.startswith("attend"):
        return word == "attend" or _ATTENDED.match(after) is None
    if word.startswith("sommes") and re.match(r"\s+compte\b", after):
        return True
    if word.startswith("sort") and _TAKES_OUT.match(after):
        return True
    if _SUM_GOES.match(after):
        return True
    if word.startswith("reach"):
        return _REACHED.match(after) is None
    if word == "left" and _TURNS_LEFT.search(before):
        return True
    if word.startswith("arriv") and _COMES_TO.match(after):
        return True
    if word.startswith(("retourn", "mont")) and _REFLEXIVE.search(before):
        return True
    if word.startswith(("enter", "exit", "board")):
        return re.match(r"\s+(?:into|a\s+plea|the\s+(?:data|name|amount|contract))\b", after) is not None
    return word.startswith(("left", "leave")) and word != "left for" and _LEFT.match(after) is None


def _authorise(word: str, before: str, after: str, trigger: Trigger) -> bool:
    """« a autorisé la prolongation »: what is told is that the custody goes on."""
    return not trigger.ours and _CUSTODY_NEXT.match(after) is not None


def _extension(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if trigger.voice == "noun":
        return False
    single = word.startswith(("prolong", "renouvel", "exten", "renew")) and " " not in word
    return single and _EXTENDED.search(before + after) is None


def _meet(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if word == "met" and _PUTS.match(after):
        return True  # « met en cause », « met le sac dans … »: French
    if trigger.voice == "noun" and word.startswith("contact"):
        return re.match(r"\s+(?:visuel\s+)?(?:avec|with|entre|between)\b", after) is None
    each_other = re.search(r"\bse\s+(?:sont|etaient|seraient)\s", before) is not None
    return word.startswith("retrouv") and trigger.voice == "passive" and not each_other


def _find(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if word.startswith("decouvert") and re.match(r"\s*(?:autorise|bancaire|:)", after):
        return True
    return (
        _REFLEXIVE.search(before) is not None
        or re.match(
            r"\s+(?:guilty|out|coupable|liable|dead|empty|unable|to\s+(?:be|have)|no\s+(?:evidence|trace|sign))\b",
            after,
        )
        is not None
    )


def _deliver(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if word.startswith(("apport", "bring", "brought")):
        return _BROUGHT.match(after) is not None
    if word.endswith("released"):
        return _GOODS_BEFORE.search(before) is None or not re.match(r"\s+(?:[a-z]+\s){0,2}to\b", after)
    if word.startswith("pass"):
        return (_PASSED_TO if trigger.voice == "passive" else _PASSED).match(after) is None
    if word.startswith("return"):
        active = trigger.voice == "active" and _GIVEN_BACK.match(after) is None
        return active or _RINGS_BACK.match(after) is not None
    if word.startswith(("confi", "depos")):
        said = _CONFIDES if word.startswith("confi") else _LODGES
        return said.match(after) is not None or _LODGED.search(before) is not None
    if word.startswith(("livr", "deliver")):
        return _TELLS_ALL.match(after) is not None
    if word.startswith("tend") and re.match(r"\s+(?:a|vers|que)\b", after):
        return True
    if word.startswith("rend"):
        return _REFLEXIVE.search(before) is not None or _RENDERED.match(after) is not None
    if word.startswith(("gliss", "slip")):
        return _REFLEXIVE.search(before) is not None or _HIDES.match(after) is not None
    given = word.startswith(("donn", "give", "gave", "giving", "provid", "fourni"))
    return given and intangible(word, before, after)


def _receive(word: str, before: str, after: str, trigger: Trigger) -> bool:
    return (word.startswith("touch") and _AMOUNT_NEXT.match(after) is None) or _CALLS_NEXT.match(after) is not None


def _hear(word: str, before: str, after: str, trigger: Trigger) -> bool:
    """« a entendu X crier » is no hearing."""
    return word.startswith("entend") and _SOUNDS.match(after) is not None


def _seize(word: str, before: str, after: str, trigger: Trigger) -> bool:
    if not word.startswith("saisi"):
        return False
    return (_SEISED if trigger.voice == "passive" else _COURTS).match(after) is not None


def _custody_start(word: str, before: str, after: str, trigger: Trigger) -> bool:
    single = word.startswith(("plac", "debut")) and " " not in word
    return single and _EXTENDED.search(before if word.startswith("debut") else after) is None


def _count(word: str, before: str, after: str, trigger: Trigger) -> bool:
    return trigger.mine or before.endswith("we ")


def _custody_end(word: str, before: str, after: str, trigger: Trigger) -> bool:
    return word.startswith("leve") and _EXTENDED.search(before) is None


def _destroy(word: str, before: str, after: str, trigger: Trigger) -> bool:
    return word.startswith("burn") and re.match(r"\s+(?:out|to|himself|herself)\b", after) is not None


def _seal(word: str, before: str, after: str, trigger: Trigger) -> bool:
    """« plaçons les plaquettes sous scellé »"""
    return re.fullmatch(r"plac\w+|mett\w+", word) is not None and re.search(r"\bsous\s+scelle", after) is None


def _inform(word: str, before: str, after: str, trigger: Trigger) -> bool:
    """« Prévenu : X », « prévenu de vol »: whom a court tries."""
    alone = word.startswith("prevenu") and trigger.start == trigger.word[0]
    return (
        alone and re.match(r"\s*(?::|,|$)|\s+(?:d'|de\s|du\s|des\s|comparant|absent|libre|detenu)", after) is not None
    )


def _sign(word: str, before: str, after: str, trigger: Trigger) -> bool:
    return re.match(r"\s+(?:out|in|up|off|on|for)\b", after) is not None


_CHECKS = {
    "hear": _hear,
    "seal": _seal,
    "sign": _sign,
    "inform": _inform,
    "transport": _transport,
    "deliver": _deliver,
    "call": _call,
    "appoint": _appoint,
    "receive": _receive,
    "seize": _seize,
    "custody_start": _custody_start,
    "count": _count,
    "custody_end": _custody_end,
    "destroy": _destroy,
    "arrest": _arrest,
    "authorise": _authorise,
    "travel": _travel,
    "custody_extension": _extension,
    "meet": _meet,
    "find": _find,
}
