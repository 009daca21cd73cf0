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
    r"(?:^|[|;\t]|\s)(?<!\bla )(?<!\bune )(?<!\bthe )(?:date(?: et heure|/time|/heure| de l'acte"
    r"| d'etablissement| de l'appel| de la communication| de l'audition|"
    r" du proces-verbal| du pv| du document| du rapport| de redaction| of report| of statement| and time|"
    r" of call| of interview| of search| of seizure| of arrest| of destruction"
    r"| de la perquisition| de la saisie)?"
    r"|envoye(?: le)?|sent|dated(?:,\s[a-z -]{2,30},)?|dated this|en date du|interview date|seance du|date d'envoi|"
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
_OF_ANOTHER = re.compile(r"[\w).](?<!\band)\s+dated\s*$")  # « the letter of the Commissioner dated »
_GRANTED = re.compile(r"[ \t]*(?:given|granted|donnee?)\b[^.;]{0,80}$")  # at the head of a line
_ISSUED = re.compile(  # `Issued this 7th day of March`, « Délivré à 10 h 05 le 19 mai »: how a warrant ends
    r"[ \t]*(?:issued(?:\s+(?:at|in)\s[^.;,\n\d]{2,30},?)?(?:\s+(?:this|on|at))?"
    r"|(?:and\s+)?(?:ordered|entered|signed|sealed)(?:\s+(?:at|in)\s[^.;,\n\d]{2,30},?)?\s+(?:this|on)"
    r"|(?:delivree?|rendue?|ordonnee?)\s+(?:a\s[^.;,\n\d]{2,30},?\s+)?(?:le|a|ce))\s+(?:the\s+)?"
)
_WRITTEN = re.compile(
    r"\b(?:fait(?: et clos)?|redige|etabli|clos|dresse|signe|dated|done|signed|written|drafted)\b[^.;]{0,90}$"
    r"|\b(?:date|sent|envoye)\s*:?\s*(?:le\s+)?$"
)
_OF_SOMETHING = re.compile(
    r"\b(?:delivree?s?|issued|expir|valable|valid|faits|facts|depuis|since|jusqu|until|approved|adopted|imprimee?|printed|"
    r"captured|edite|telecharge|consulte|retrieved|accessed|depose|saisi|interpelle)\b[^.;0-9]{0,60}$"
    r"|\b(?:letter|order|report|warrant|authority|lettre|courrier|note)s?\s+dated\s*$"
    r"|\b(?:execution|requisition|vertu|suite|application|reference|conformement|pursuant|response|reply|regard)\b[^.;]{0,150}$"
)
_REACH = 170  # characters before a day in which the farthest of these words may begin
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
    """The time of the act: what it says itself, else the first date of the head."""
    told = own_time(pages, dates)
    if told is not None or kind in _RUNS or not pages:
        return told
    plain = _plain(pages, _unstamped(pages, dates))
    return next((found.time for found, line in plain if found.span.start < HEAD // 3 and len(line.strip()) < 60), None)


def own_time(pages: Sequence[Page], dates: Sequence[Mention]) -> Time | None:
    """The time of the act where the piece says it: in its formula, by a label, in its title, in its closing formula."""
    if not pages:
        return None
    dates = _unstamped(pages, dates)
    told = formula(pages[0], dates)
    if told is not None:
        return told
    plain = _plain(pages, dates)
    for label in (_LABEL, _TITLE):
        for found, line in plain:
            if label.search(line):
                return found.time
    return closing_time(pages, dates)


def formula(page: Page, dates: Sequence[Mention]) -> Time | None:
    """The time in the formula of a page, « L'an deux mille vingt-deux, le douze mai … »."""
    flat = level(page.text)
    return next((found.time for found in _of_head(page, dates) if _FORMULA.match(flat, found.span.start)), None)


def closing_time(pages: Sequence[Page], dates: Sequence[Mention]) -> Time | None:
    """The last time that a closing formula tells."""
    whole = [found for found in _unstamped(pages, dates) if _whole(found)][::-1]
    return _labelled(pages, whole, _CLOSING)


def _of_head(page: Page, dates: Sequence[Mention]) -> list[Mention]:
    return [found for found in dates if found.span.page == page.id and found.span.start < HEAD and _whole(found)]


def _plain(pages: Sequence[Page], dates: Sequence[Mention]) -> list[tuple[Mention, str]]:
    """The days of the head that are of nothing else, with the line before each."""
    flat = level(pages[0].text)
    told = [(found, *_before(flat, found.span.start)) for found in _of_head(pages[0], dates)]
    return [(found, line) for found, line, paragraph in told if not _is_of_something(paragraph)]


def _unstamped(pages: Sequence[Page], dates: Sequence[Mention]) -> list[Mention]:
    """The dates but those that stamps of receipt bear."""
    received = {found.id for found in _received(pages, dates)}
    return [found for found in dates if found.id not in received]


def _whole(found: Mention) -> bool:
    """A day that the page states itself, to the year."""
    return _one_day(found) and found.time is not None and found.time.modality == "stated"


def _is_of_something(before: str) -> bool:
    """Whether a day is that of a birth, a law, a document, the facts or a print, by the words before it."""
    return is_aside(before) or _OF_SOMETHING.search(before, max(0, len(before) - _REACH)) is not None


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
        if label is _CLOSING and _ISSUED.fullmatch(line):
            return found.time
        told = label.search(paragraph.replace("\n", " ")) or (label is _CLOSING and _GRANTED.match(line))
        if told and not _is_of_something(line) and not _OF_ANOTHER.search(line):
            return found.time
    return None
