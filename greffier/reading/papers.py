"""Newspapers, whose names hold their article: « Le Courrier de l'Aunelle », `The Marling Advertiser`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.capitals import WORD, ordinary
from greffier.reading.vocabulary import level

_PAPERS_FR = re.compile(
    r"L(?<![\w'’-].)(?:[eEaA][ ]|['’])(?:Courrier|COURRIER|Écho|ÉCHO|Echo|ECHO|Gazette|GAZETTE|Dépêche|Progrès"
    r"|Quotidien|Télégramme|Voix|Fil|Nouvelliste|Républicain|Éclaireur|Réveil|Indépendant|Messager|Phare|Parisien|Figaro)"
    rf"(?:[ ](?:(?i:de[ ]l['’]|de[ ]la[ ]|d['’]|de[ ]|du[ ]|des[ ]))?{WORD}){{0,2}}(?![\w-])"
)
_PAPERS_EN = re.compile(
    rf"(?:The[ ])?(?:{WORD}[ ]){{1,2}}(?:Advertiser|Courier|Herald|Echo|Gazette|Chronicle|Telegraph|Argus|Observer"
    r"|Mercury|Examiner|Tribune|Mirror|Guardian|Inquirer|Ledger|Sentinel|Dispatch)(?![\w-])"
)
_PAPERS = (
    "Advertiser Courier Herald Echo Gazette Chronicle Telegraph Argus Observer Mercury Examiner Tribune Mirror "
    "Guardian Inquirer Ledger Sentinel Dispatch"
).split()


def find_papers(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where newspapers stand."""
    yield from (match.span() for match in _PAPERS_FR.finditer(text))
    for match in _PAPERS_EN.finditer(text) if any(paper in text for paper in _PAPERS) else ():
        first = level(match.group()).split()
        if not ordinary(first[first[0] == "the"]):
            yield match.span()
