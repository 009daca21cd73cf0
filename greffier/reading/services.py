"""French services by the shape of their names: « Direction départementale de la protection des populations ».

A list of services never ends. What they share is a head noun, an adjective that says how far they reach or what they
do, and complements: in small letters after a head with a capital, ending with a capital where the head has none
(« le greffe du tribunal de Guéret »); or a line in capitals that begins with such a head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.capitals import UPPER, WORD, common
from greffier.reading.places import town_at
from greffier.reading.surroundings import ends_title
from greffier.reading.vocabulary import at_lines

_COURT = (  # that say themselves what court they are
    r"tribunal\s+(?:(?:civil\s+)?de\s+(?:grande|premiere)\s+instance|d'instance|de\s+(?:simple\s+)?police|de\s+commerce|de\s+paix|de\s+premier\s+degre|du\s+travail"
    r"|pour\s+enfants|pour\s+mineurs|de\s+l'entreprise|de\s+proximite|d'arrondissement|regional\s+hors\s+classe|de\s+l'application\s+des\s+peines|militaire|maritime)"
    r"|justice\s+de\s+paix|cour\s+supreme|cour\s+constitutionnelle|conseil\s+de\s+prud'hommes"
)
_ALWAYS = (  # heads that name a body wherever a complement follows
    r"parquet\s+(?:general\s+)?pres\s+l(?:e\s|a\s|')(?:tgi|tpi|tribunal|cour)(?:\s+d'appel)?|parquet"
    r"|greffe|laboratoire|brigade|echelon|criee|mairie|prefecture|sous-prefecture|rectorat|commissariat|capitainerie|federation"
    r"|observatoire|syndicat|collectivite|peloton|escadron|detachement|zone\s+de\s+police|tribunal|barreau|inspection|delegation"
    r"|gendarmerie|secretariat|ministere|academie|antenne|chambre\s+d'agriculture|chambre\s+des\s+metiers|communaute\s+de\s+communes"
    r"|communaute\s+d'agglomeration|communaute\s+urbaine|bureau\s+des\s+douanes|recette\s+des\s+douanes|service\s+des\s+douanes|caserne"
    r"|poste|police|surete|ambassade|consulat\s+general|consulat|vice-consulat|nonciature|haut-commissariat|controleur\s+general|controleure\s+generale|procureur\s+general|cour\s+d'appel|cour\s+d'assises|conseil\s+municipal"
)
_OFTEN = (  # heads of other things too
    r"pole|direction|service|section|unite|office|bureau|cellule|groupe|groupement|division|agence|commission|conseil|comite|institut|centre"
    r"|cour|chambre|compagnie|caisse|ecole|haute\s+autorite|autorite|etablissement|regie|collectif|plateforme|regiment|base\s+navale"
)
_TERRITORIAL = (
    r"(?:national|regional|departemental|zonal|interregional|interdepartemental|interministeriel|territorial|communautaire"
    r"|metropolitain|cantonal|federal|provincial)(?:e?s?)"
)
_KIND = (
    r"(?:central|civil|militaire|municipal|communal|general|generaux|judiciaire|administratif|administrative|specialise|technique|scientifique"
    r"|criminel|criminelle|financier|financiere|economique|correctionnel|correctionnelle|europeen|europeenne|international"
    r"|internationale|independant|independante|medico-legal|penitentiaire|douanier|douaniere|maritime|mobile|local|superieur"
    r"|superieure|special|speciale|mixte|permanent|permanente|parlementaire|francais|francaise|public|publique|sanitaire|social|sociale)(?:e?s?)"
)
_REACH = rf"(?:{_TERRITORIAL}|{_KIND})"
_SMALL = (
    r"(?:(?:de\s+la|du|des|de|et\s+des?|et\s+du|aux?|a\s+la|contre\s+l(?:es?|a)|sur\s+l(?:es?|a)|pour\s+l(?:es?|a))\s+"
    r"|(?:de\s+l|d|et\s+d|a\s+l|contre\s+l|sur\s+l|pour\s+l)'\s?)"
)
_HEAD = re.compile(
    rf"(?<![\w-])(?:sous-)?(?:(?P<always>(?P<court>{_COURT})|{_ALWAYS})|{_OFTEN})(?![\w'-])"
    rf"(?P<reach>(?:\s+(?:(?P<far>{_TERRITORIAL})|{_KIND})(?![\w-])){{1,3}}(?:\s+et\s+{_REACH}(?![\w-]))?)?"
)
_LIKE = r"[a-z]{3,14}(?:ale|elle|aire|ique|iere|ieure|ive|eenne)s?"  # an adjective by its ending
_LIKE_AFTER = re.compile(  # « Caisse mosane de crédit »
    r"\s[a-z]{2,12}(?:al|ale|el|elle|aire|ique|ier|iere|ieure|if|ive|ien|ienne|eenne|ain|aine|ane|ois|oise|ais|aise|eux|euse)s?(?=\s)"
)
_MORE = re.compile(  # « Douanes et Accises », « Police Judiciaire », « de la Nature »
    r"[ ](?:(?P<joint>et|&)[ ]|(?:pour|contre)[ ](?:la[ ]|le[ ]|les[ ]|l['’])"
    r"|de[ ]la[ ]|du[ ]|des[ ]|de[ ]l['’]|de[ ]|d['’])?"
    rf"(?P<word>{WORD})(?![\w'’-])"
)
_COMPLEMENT = re.compile(
    rf"\s+(?:{_SMALL}(?P<word>[\w-]{{3,30}}(?:'[\w-]{{2,20}})?)(?:\s+(?:{_REACH}|{_LIKE}))?"
    r"|(?P<anti>anti-?[a-z]{4,20}))(?![\w'-])"
)
_ADJECTIVE = re.compile(rf"{_REACH}|{_LIKE}")
_MOST = 5  # complements
_HEAD_OF_PAGE = 500  # characters
_LETTERHEAD = re.compile(  # « Groupe stupéfiants », alone on its line beneath the name of the service
    rf"[ \t]*(?P<name>[{UPPER}][a-zà-ÿ-]{{3,14}}(?:[ ][^\W\d_][\w'’-]{{0,20}}){{1,5}})[ \t]*(?=\n|[–—|])"
)
_CAPITALS = re.compile(
    rf"[ \t]*(?P<name>[{UPPER}][{UPPER}'’-]{{2,30}}(?:[ \u00a0][{UPPER}0-9'’.-]{{1,30}}){{1,9}})"
    r"[ \t]*(?=\n|$|[–—,;:(-]|[ ]{2})"
)
_STARTS = re.compile(
    rf"(?:{_ALWAYS}|{_OFTEN}|{_COURT}|banque|credit|mutuelle|hopital|parlement|assemblee\s+(?:nationale|provinciale|legislative|territoriale)|senat)\b"
    r"(?!\s+(?:rogatoire|d'assurance|de\s+discipline|disciplinaire|d'enquete\s+n))"
)
_NO_COMPLEMENT = frozenset(
    (
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout "
        "septembre octobre novembre decembre cette ces son ses leur leurs notre nos quoi qui quel quelle plus moins "
        "celui celle ceux jour jours nuit matin soir"
    ).split()
)
_OF_BODIES = frozenset(("douanes", "republique", "police"))  # in titles too
_DIRECTIONS = frozenset("nord sud est ouest".split())  # « un tribunal du Sud »
_TOP = 200  # characters at the head of a page, where a line alone is a letterhead
_LED = re.compile(r"(?:\b(?:[Ll]a|[Ll]e|du|au)[ ]|\b[Ll]['’])$")
_ALONE = re.compile(r"[ \t]*(?:\n|[–—|])")
_OPENS = re.compile(r"(?:^|[.!?:;•·|–—]|\n[ \t]*[-–—*]?)[ \t«“\"(]*$")


def find_services(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where services stand; `flat` is the level view of the text, as long as it."""
    for head in _HEAD.finditer(flat):
        whole, placed = _complements(text, flat, head)
        if placed and text[head.start()].isupper():
            whole = placed = _further(text, flat, placed)
        end = _end(text, head, whole, placed)
        if end is not None:
            yield head.start(), end
    for line in at_lines(_LETTERHEAD, text[:_HEAD_OF_PAGE]):
        if _STARTS.match(flat, line.start("name")) and not ends_title(flat[slice(*line.span("name"))].split()[-1]):
            yield line.span("name")
    for line in at_lines(_CAPITALS, text):
        start, end = line.span("name")
        if _STARTS.match(flat, start) and " " in text[start:end]:
            yield start, end


def _end(text: str, head: re.Match[str], whole: int, placed: int | None) -> int | None:
    """Where a service ends that begins with this head; None where the words name no service."""
    start, end = head.span()
    if text[start : start + 2].isupper():
        return None  # lines in capitals have their own shape
    if head["court"]:
        return placed or end
    if text[start].isupper():
        if head["reach"]:
            return max(whole, end)
        if whole > end and (head["always"] or _LED.search(text, max(0, start - 6), start)):
            return whole
        heads_page = start < _TOP and _OPENS.search(text, max(0, start - 8), start) and _ALONE.match(text, whole)
        return whole if heads_page and whole > end else placed
    if head["far"] and whole > end:
        return placed or whole
    return placed if head["always"] or head["reach"] else None


def _further(text: str, flat: str, end: int) -> int:
    """Where a service ends that is written in capitals throughout: what goes on after the first of its complements."""
    for _ in range(_MOST):
        more = _MORE.match(text, end)
        if more is None:
            break
        word = flat[slice(*more.span("word"))]
        bare = more.start("word") == more.start() + 1  # nothing joins it to what stands before
        letters = text[max(0, end - 3) : end].isupper()  # « près le TGI de la Gombe »
        if ends_title(word) or (bare and not _ADJECTIVE.fullmatch(word)):
            break
        if not (common(word) or word.endswith("s")) and not (letters and not bare and not more["joint"]):
            break
        end = more.end()
    return end


def _complements(text: str, flat: str, head: re.Match[str]) -> tuple[int, int | None]:
    """Where all complements after a head end, and where the first one ends that is a name."""
    end = head.end()
    like = _LIKE_AFTER.match(flat, end) if not head["reach"] and text[head.start()].isupper() else None
    if (
        like
        and text[slice(*like.span())].islower()
        and _LED.search(text, max(0, head.start() - 6), head.start())
        and _COMPLEMENT.match(flat, like.end())
    ):
        end = like.end()
    for _ in range(_MOST):
        more = _COMPLEMENT.match(flat, end)
        if more is None or (more["word"] and ends_title(more["word"]) and more["word"] not in _OF_BODIES):
            break
        if more["anti"]:
            end = more.end()
            continue
        if text[more.start("word")].isupper():
            town = next(iter(town_at(text, more.start("word"))), None)
            stop = town[1] if town else more.end("word")
            nowhere = more["word"] in _NO_COMPLEMENT or (not head["reach"] and more["word"] in _DIRECTIONS)
            return (end, None) if nowhere else (stop, stop)
        if more["word"] in _NO_COMPLEMENT:
            break
        end = more.end()
    return end, None
