"""When a piece says that it was done, written and received: from its head, its labels and its closing formula.

Three different facts. A record is of the day its formula tells (`L'an deux mille vingt-deux, le douze mai…`), its label
names (`Date :`, `Sent:`), its title or its closing formula (`Fait à …, le …`); the closing formula tells when it was
written, a stamp when it was received. A date that names a birth, a law, another document or the facts is none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from greffier.reading.aside import is_aside
from greffier.reading.receipts import stamped_receipt
from greffier.reading.vocabulary import level
from greffier.records import Dating, Mention, Page, Piece, PieceKind, Time

HEAD = 3000  # characters of the first page in which a head may stand
_FORMULA = re.compile(r"l ?'? ?an\b")
_LABEL = re.compile(
    r"(?:^|[|;\t]|\s)(?:date(?: et heure| de l'acte| d'etablissement| de l'appel| de la communication| de l'audition|"
    r" du proces-verbal| du pv| du document| du rapport| de redaction| of report| of statement| and time|"
    r" of call| of interview)?|envoye(?: le)?|sent|dated|dated this|en date du|interview date|seance du|date d'envoi|"
    r"debut|start)\s*[:.]?\s*(?:le\s+|the\s+)?$"
)
_TITLE = re.compile(
    r"^\W*(?:(?:(?:ordonnance|proces[- ]verbal|p\.?v\.?|rapport|note|audition|compte rendu|requisitoire|jugement|arret|"
    r"avis|order|report|minutes|statement|record|interview|memo(?:randum)?|letter|notice)\b[^.;]{0,70}?\s"
    r"(?:du|en date du|of|dated|on))|le|du|this|on|[a-z' -]{2,40}, ?(?:le|the|on))\s*:?\s*$"
)
_CLOSING = re.compile(
    r"\b(?:fait(?: et clos| et ordonne| et signe| en notre cabinet)?|done|signed|dated|ordonne|prononce)\b[^.;]{0,90}$"
)
_WRITTEN = re.compile(
    r"\b(?:fait(?: et clos)?|redige|etabli|clos|dresse|signe|dated|done|signed|written|drafted)\b[^.;]{0,90}$"
    r"|\b(?:date|sent|envoye)\s*:?\s*(?:le\s+)?$"
)
_OF_SOMETHING = re.compile(
    r"\b(?:delivree?s?|issued|expir|valable|valid|faits|facts|depuis|since|jusqu|until|approved|adopted|imprimee?|printed|"
    r"captured|edite|telecharge|consulte|retrieved|accessed|depose|saisi|interpelle)\b[^.;0-9]{0,60}$"
    r"|\b(?:execution|vertu|suite|application|reference|conformement|pursuant|response|reply|regard)\b[^.;]{0,150}$"
)
_RUNS = frozenset({"bank", "call_records"})  # kinds whose first date is the first of their lines


def dating(piece: Piece, pages: Sequence[Page], dates: Sequence[Mention], written: Time | None = None) -> Dating:
    """Return the dating of a piece from the date mentions on its pages; what it does not tell is None."""
    act = act_time(pages, dates, piece.kind)
    return Dating(
        id=piece.id,
        act=act,
        written=written or _labelled(pages, dates, _CLOSING if piece.kind in _RUNS | {"intercept"} else _WRITTEN),
        received=next((found.time for found in _received(pages, dates)), None),
    )


def act_time(pages: Sequence[Page], dates: Sequence[Mention], kind: PieceKind = "other") -> Time | None:
    """The time of the act: its formula, a label, its title, its closing formula, else the first date of the head."""
    if not pages:
        return None
    first = pages[0]
    flat = level(first.text)
    received = {found.id for found in _received(pages, dates)}
    dates = [found for found in dates if found.id not in received]
    head = [found for found in dates if found.span.page == first.id and found.span.start < HEAD and _whole(found)]
    for found in head:
        if _FORMULA.match(flat, found.span.start):
            return found.time
    plain = [(found, *_before(flat, found.span.start)) for found in head]
    plain = [one for one in plain if not _is_of_something(one[2])]
    for label in (_LABEL, _TITLE):
        for found, line, _ in plain:
            if label.search(line):
                return found.time
    closed = _labelled(pages, [found for found in dates if _whole(found)][::-1], _CLOSING)
    if closed is not None or kind in _RUNS:
        return closed
    return next(
        (found.time for found, line, _ in plain if found.span.start < HEAD // 3 and len(line.strip()) < 60), None
    )


def _whole(found: Mention) -> bool:
    """A day that the page states itself, to the year."""
    return _one_day(found) and found.time is not None and found.time.modality == "stated"


def _is_of_something(before: str) -> bool:
    """Whether a day is that of a birth, a law, a document, the facts or a print, by the words before it."""
    return is_aside(before) or _OF_SOMETHING.search(before) is not None


def _one_day(found: Mention) -> bool:
    time = found.time
    return time is not None and bool(time.earliest) and time.earliest[:10] == time.latest[:10]


def _before(flat: str, start: int) -> tuple[str, str]:
    """The line before a date, or the label on the line above; and the paragraph before it."""
    begin = flat.rfind("\n", 0, start) + 1
    paragraph = flat[max(flat.rfind("\n\n", 0, start), start - 220, 0) : start]
    line = flat[begin:start]
    if not line.strip() and begin:
        above = flat[flat.rfind("\n", 0, begin - 1) + 1 : begin].strip()
        line = above if above.endswith(":") or _LABEL.search(above) else line
    return line[-90:], paragraph


def _received(pages: Sequence[Page], dates: Sequence[Mention]) -> Iterator[Mention]:
    """The days that stamps of receipt bear, in the order of the dates."""
    texts = {page.id: level(page.text) for page in pages}
    for found in dates:
        flat = texts.get(found.span.page)
        if flat is not None and _one_day(found) and stamped_receipt(flat, found.span.start, found.span.end):
            yield found


def _labelled(pages: Sequence[Page], dates: Sequence[Mention], label: re.Pattern[str]) -> Time | None:
    texts = {page.id: level(page.text) for page in pages}
    for found in dates:
        if not _one_day(found) or found.span.page not in texts:
            continue
        line, paragraph = _before(texts[found.span.page], found.span.start)
        if label.search(paragraph.replace("\n", " ")) and not _is_of_something(line):
            return found.time
    return None
