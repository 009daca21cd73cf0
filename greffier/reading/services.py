"""Services by the shape of their names: « Direction départementale de la protection des populations ».

A list of services never ends. What they share is a head noun with a capital, an adjective that says how far they reach
or what they do, and complements in small letters; or a line in capitals that begins with such a head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.capitals import UPPER
from greffier.reading.vocabulary import at_lines

_HEAD = (
    r"(?:sous-)?(?:direction|service|section|brigade|unite|office|bureau|cellule|groupe|groupement|division|inspection|delegation|agence"
    r"|commission|conseil|comite|institut|laboratoire|centre|tribunal|cour|chambre|parquet|ministere|secretariat|prefecture|commissariat"
    r"|gendarmerie|police|compagnie|antenne|caisse|caserne|ecole|hopital|haute\s+autorite|autorite|observatoire|etablissement|regie|syndicat"
    r"|federation|collectif|peloton|escadron|detachement|capitainerie|rectorat|academie)"
)
_REACH = (
    r"(?:national|regional|departemental|central|zonal|interregional|interdepartemental|interministeriel|municipal|communal|territorial"
    r"|general|generaux|judiciaire|administratif|administrative|specialise|technique|scientifique|criminel|criminelle|financier|financiere"
    r"|economique|correctionnel|correctionnelle|europeen|europeenne|international|internationale|independant|independante|medico-legal"
    r"|penitentiaire|douanier|douaniere|maritime|mobile|local|superieur|superieure|mixte|permanent|permanente"
    r"|parlementaire)(?:e?s?)"
)
_SMALL = r"(?:de\s+la|de\s+l'|du|des|de|d'|et\s+des?|et\s+du|et\s+d'|aux?|a\s+la|a\s+l'|contre\s+l[ea]|pour\s+l[ea]s?)"
_COMPLEMENTS = rf"(?:\s+{_SMALL}\s?[\w-]{{3,30}}(?:\s+{_REACH})?){{0,5}}"
_NAMED = re.compile(rf"(?<![\w'’-]){_HEAD}\s+{_REACH}(?:\s+{_REACH})?{_COMPLEMENTS}(?![\w-])")
_CAPITALS = re.compile(
    rf"[ \t]*(?P<name>[{UPPER}][{UPPER}'’-]{{2,30}}(?:[ \u00a0][{UPPER}0-9'’.-]{{1,30}}){{1,9}})"
    r"[ \t]*(?=\n|$|[–—,;:(-]|[ ]{2})"
)
_STARTS = re.compile(rf"{_HEAD}\b(?!\s+(?:rogatoire|d'assurance|de\s+discipline|disciplinaire|d'enquete\s+n))")


def find_services(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where services stand; `flat` is the level view of the text, as long as it."""
    for match in _NAMED.finditer(flat):
        if text[match.start()].isupper():
            yield match.span()
    for line in at_lines(_CAPITALS, text):
        start, end = line.span("name")
        if _STARTS.match(flat, start) and " " in text[start:end]:
            yield start, end
