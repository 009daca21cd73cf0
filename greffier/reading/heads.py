"""When a piece says that it was done, written and received: from its head, its labels and its closing formula.

Three different facts. A record is of the day its formula tells (`L'an deux mille vingt-deux, le douze mai…`) or its
label names (`Date :`, `Sent:`); `Fait à …, le …` tells when it was written, a stamp when it was received.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from greffier.reading.tokens import flatten
from greffier.records import Dating, Mention, Page, Piece, Time

HEAD = 3000  # characters of the first page in which a head may stand
_FORMULA = re.compile(r"l ?'? ?an\b")
_ACT = re.compile(
    r"(?:^|[\s|])(?:date(?: et heure| de l'acte| d'etablissement| de l'appel| de la communication| de l'audition|"
    r" du proces-verbal| du pv| du document| of report| of statement| and time| of call| of interview)?|debut|start|"
    r"envoye(?: le)?|sent|le|du|this|on|dated|en date du|audition du|interview date|seance du|date d'envoi)"
    r"\s*[:.]?\s*(?:le\s+|the\s+)?$"
)
_WRITTEN = re.compile(
    r"\b(?:fait(?: et clos)?|redige|etabli|clos|dresse|signe|date|dated|done|signed|written|drafted|sent|envoye)\b"
    r"[^.;\n]{0,60}$"
)
_RECEIVED = re.compile(
    r"\b(?:recu|recue|received|reception|arrive|arrivee|enregistre|enregistree|date stamp|tampon)\b[^.;\n]{0,40}$"
)
_ASIDE = re.compile(
    r"\b(?:ne|nee|nes|naissance|born|birth|dob|loi|lois|decret|arrete|ordonnance|directive|reglement|act of|vu|vus|"
    r"delivre|delivree|expir|valable|modifie|faits|facts|depuis|since|jusqu)\b[^.;\n]{0,50}$"
)


def dating(piece: Piece, pages: Sequence[Page], dates: Sequence[Mention], written: Time | None = None) -> Dating:
    """Return the dating of a piece from the date mentions on its pages; what it does not tell is None."""
    act = act_time(pages, dates)
    return Dating(
        id=piece.id,
        act=act,
        written=written or _labelled(pages, dates, _WRITTEN),
        received=_labelled(pages, dates, _RECEIVED),
    )


def act_time(pages: Sequence[Page], dates: Sequence[Mention]) -> Time | None:
    """The time of the act: its formula first, then a label, then the first whole date of the head that is no aside."""
    if not pages:
        return None
    first = pages[0]
    flat = flatten(first.text)
    head = [found for found in dates if found.span.page == first.id and found.span.start < HEAD and _whole(found)]
    for found in head:
        if _FORMULA.match(flat, found.span.start):
            return found.time
    plain = [found for found in head if not _ASIDE.search(_line_before(flat, found.span.start))]
    for found in plain:
        before = _line_before(flat, found.span.start)
        if _ACT.search(before) and not _RECEIVED.search(before):
            return found.time
    return plain[0].time if plain and plain[0].span.start < HEAD // 3 else None


def _whole(found: Mention) -> bool:
    """A day that the page states itself, to the year."""
    time = found.time
    return (
        time is not None
        and time.modality == "stated"
        and bool(time.earliest)
        and time.earliest[:10] == time.latest[:10]
    )


def _line_before(flat: str, start: int) -> str:
    begin = flat.rfind("\n", 0, start) + 1
    line = flat[begin:start]
    if line.strip() or not begin:
        return line[-90:]
    return flat[flat.rfind("\n", 0, begin - 1) + 1 : begin].strip()[-90:]  # a label on the line above


def _labelled(pages: Sequence[Page], dates: Sequence[Mention], label: re.Pattern[str]) -> Time | None:
    texts = {page.id: flatten(page.text) for page in pages}
    for found in dates:
        if not _whole(found) or found.span.page not in texts:
            continue
        before = _line_before(texts[found.span.page], found.span.start)
        if label.search(before) and not _ASIDE.search(before):
            return found.time
    return None
