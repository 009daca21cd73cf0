"""Where a time stands on its page: at the head of a line of a log, as a heading, at the head of a sheet, in a sentence.

What stands at a head says when that which follows was done or said; what stands within a sentence is a part of what is
told, and moves no clock.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from greffier.reading.aside import is_aside
from greffier.reading.date_grammar import Telling
from greffier.reading.lacking import bare_hour
from greffier.reading.talk import talk_heads
from greffier.reading.told import At, Between, Day, Node, Weekday
from greffier.records import Page, PieceKind

_LEAST = 3  # lines that a log has
_BULLETS = " \t[(-–—*•~|>"
_AT = frozenset({"à", "a", "at", "vers", "de", "from"})
_ON = frozenset({"le", "on", "du"})
_SENTENCE, _PARAGRAPH = 600, 3000  # characters at most
_TITLE, _AFTER = 90, 25  # characters of a title at most, and of it after the day it bears
_SHORT = 24  # characters of a word and the blanks after it
_WIDE = 60  # characters of a line that may be broken before its sentence ends
_CLOSED = (".", ":", "!", "?", ";", ")", "]", "»", '"', "|")
_DOCUMENT = (
    r"ordonnance|commission rogatoire(?: technique| generale)?|proces[- ]verbal|p\.? ?v\.?|requisitoire|requisitions?|"
    r"autorisation|decision|jugement|arret|mandat|rapport|avis|demande|soit[- ]transmis|courriers?|courriels?|lettre|"
    r"note|message|saisine|facture|contrat|cheque|devis|order|warrant|authori[sz]ation|judgment|letter|report|e-?mail|"
    r"memo|request|statement|minutes|fax|invoice|contract|cheque"
)
_DATED = re.compile(
    r"\b(?:dated|datee?s?)\s+(?:d[ue]\s+|le\s+|the\s+)?$"
    rf"|\b(?:{_DOCUMENT})\b[^.;,]{{0,60}}"
    r"\b(?:d[ue]|dated?|of|(?:rendue?s?|delivree?s?|signee?s?|datee?s?|prise?s?) (?:le|du))"
    r"\s+(?:the\s+)?$"
)
_MAY_DATE = re.compile(r"\b(?:dated?|datee?s?|d[ue]|of|le|the)\s+$")  # what such words end with
_MEANT = re.compile(r"\b(?:for|pour)\s+(?:le\s+|the\s+)?$")
_SHEET = re.compile(
    r"(?:^|\n)\W{0,6}(?:\d{1,4}\W{1,3})?(?:[a-z-]{4,}(?: (?:de l'|d'|de la |de |du |des |of (?:the |a )?)| ?: ?))?"
    r"(?:communication|conversation|appel|call|interception|sms|message|session|enregistrement|transcript)s?\b"
    r"[^\n]{0,60}\s(?:date|le|du|on)\s*:?\s*$"
)
_NUMBERED = re.compile(
    r"(?:^|\n)\W{0,6}(?:comm(?:unication)?|conv(?:ersation)?|appel|call|interception|intercept|sms|message|session|ecoute|"
    r"enregistrement|recording|sequence|transcript|rencontre|entretien|reunion|rendez-vous|visite|debriefing|"
    r"meeting|visit)s?\b\.?[^\n.!?]{0,50}$"
)
_OVERHEARD = re.compile(
    r"\b(?:translated|traduit|traduction|communications?|conversations?|appels?|calls?|intercept\w*|ecoutes?|lignes?|lines?|sessions?|sms|whatsapp|signal|telegram|chat)\b"
)
_MAIL = re.compile(r"(?:^|\n)[> \t]*(?:date|sent|envoye(?: le)?)\s*:\s*$")
_QUOTED = re.compile(r"(?:^|\n)[> \t]*(?:on|le)\s+(?:[a-z]+\.?,?\s+)?$")
_WROTE = re.compile(r"[^\n]{0,80}(?:\n[^\n]{0,60})?\b(?:wrote|a ecrit)\s*:")
# Dates of the page itself, which nothing told on it is counted from.
_IMPRINT = re.compile(
    r"\b(?:publie|mise? a jour|modifie|actualise|imprime|edite|redige|published|updated|posted|printed|last modified|"
    r"written)e?(?: (?:today|aujourd'hui))?\s*(?:le|on|at|:)?\s*$"
)
_LEADS = re.compile(r"(?:^|[.!?:;|•*\]]|-|\n[ \t]*\n)\s*(?:(?:le|du|de|d|l|a|vers|au|aux|on|at|from|by|des)\b['\s]*)*$")
_LINE_LEADS = re.compile(r"(?:^|\n)[^\S\n]*(?:(?:le|a|vers|de|at|on)\s+)?$")
_ITEM = re.compile(r"[ \t]*[-–—•*][ \t]*[^\n:]{3,40}:[^\n]*$")
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n\s*\n|\n[^\S\n]*-")
_NEW_LINE = re.compile(r"\n[^\S\n]*(?=[^\W_])")


_ROW = re.compile(r"\d{1,5}[.)]?$")  # the number of a row
_PARTED = re.compile(r" ?[|–—\]\t]| - | ?: |  ")  # what parts an hour from what is told of it
_STAMP = re.compile(r"\d{1,4}([-/.])\d\d?\1\d{2,4},?\s")


class Standing(NamedTuple):
    """Where a time stands on its page."""

    text: str
    flat: str
    start: int
    lined: bool  # the lines of its piece begin with times
    head: bool  # it is the head of such a line
    heading: bool  # its line holds nothing else
    sheet: bool  # a call, a letter or a message begins with it
    aside: bool  # it only names a birth, a law or another document, and nobody counts from it
    meant: bool  # it is what something is for (`a ticket for 8 June`), which is no day of the story either
    imprint: bool
    leads: bool  # it opens a sentence or an item, perhaps after `le`
    opens: bool  # it opens a line as well
    item: bool  # it tells of an item of a list, which begins anew from the act
    talk: bool  # its page writes down a talk as it was had

    def entitles(self, end: int) -> bool:
        """Whether what ended at `end` is of a title, a label or a heading and not of a sentence."""
        line = self.flat.rfind("\n", 0, self.start) + 1
        stop = self.flat.find("\n", end)
        stop = stop if stop >= 0 else len(self.flat)
        return stop - line < _TITLE and stop - end < _AFTER and self.flat[stop - 1 : stop] != "."

    def in_paragraph(self, since: int) -> bool:
        """Whether it is of the same paragraph as what ended at `since`."""
        return 0 <= self.start - since < _PARAGRAPH and "\n\n" not in self.flat[since : self.start]

    def goes_on(self, since: int) -> bool:
        """Whether it is of the same sentence, or line of a list, as what ended at `since`."""
        if self.start - since > _SENTENCE or _SENTENCE_ENDS.search(self.flat, since, self.start):
            return False
        broken = _NEW_LINE.search(self.text, since, self.start)
        return broken is None or not (self.text[broken.end()].isupper() or self.text[broken.end()].isdigit())


def standing(page: Page, flat: str, telling: Telling, lined: bool, talk: bool) -> Standing:
    """Where a time stands on this page, whose lines each begin with a time if it is `lined`."""
    before = flat[max(0, telling.start - 180) : telling.start]
    leads = _LEADS.search(before[-24:]) is not None
    return Standing(
        page.text,
        flat,
        telling.start,
        lined,
        lined and heads_line(page.text, telling),
        _is_heading(page.text, telling),
        _opens_sheet(flat, telling, before, talk),
        is_aside(before) or _is_dated(before),
        _MEANT.search(before[-12:]) is not None,
        _IMPRINT.search(before[-40:]) is not None,
        leads,
        leads or _LINE_LEADS.search(before[-24:]) is not None,
        _ITEM.match(before, before.rfind("\n", 0, max(0, len(before) - 1)) + 1) is not None,
        talk,
    )


def _is_dated(before: str) -> bool:
    """Whether these words make the day after them that of another document."""
    return _MAY_DATE.search(before, max(0, len(before) - _SHORT)) is not None and _DATED.search(before) is not None


def is_talk(page: Page, flat: str, kind: PieceKind, lined: bool) -> bool:
    """Whether a page writes down a talk as it was had, in a call or a chat: who speaks there counts from that hour."""
    if kind in ("intercept", "hearing"):
        return kind == "intercept"
    if not lined and _OVERHEARD.search(flat) is None:
        return False
    return sum(1 for _ in talk_heads(page.text, kind, ())) >= _LEAST


def is_lined(pages: Sequence[Page], told: Sequence[Sequence[Telling]]) -> bool:
    """Whether the lines of a piece begin with a day or an hour of their own, as in logs and chats."""
    heads = 0
    for page, on_page in zip(pages, told, strict=True):
        for telling in on_page:
            heads += _stamps(telling.node) and heads_line(page.text, telling)
            if heads >= _LEAST:
                return True
    return False


def heads_line(text: str, telling: Telling) -> bool:
    """Whether a line begins with this time, which is no line that a sentence runs over."""
    line = text.rfind("\n", 0, telling.start) + 1
    if telling.start - line > _WIDE:
        return False
    before = text[line : telling.start].strip(_BULLETS)
    stamped = _STAMP.match(text, telling.start) is not None
    led = before.casefold() in _AT and bare_hour(telling.node)
    if before and not led and not (stamped and (_ROW.match(before) or before.casefold() in _ON)):
        return False
    if stamped or text[line : telling.start].strip() == "[" or _PARTED.match(text, telling.end):
        return True
    above = text[text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)].rstrip()
    return len(above) < _WIDE or above.endswith(_CLOSED)


def _stamps(node: Node) -> bool:
    match node:
        case Between(left=left):
            return isinstance(left, At) and _stamps(left)
        case At(day=day):
            return day is None or _stamps(day)
        case Day(month=month):
            return month is not None
        case _:
            return False


def _day_of(node: Node) -> Node | None:
    """The day of an hour, or of the first of two hours."""
    first = node.left if isinstance(node, Between) and isinstance(node.left, At) else node
    return first.day if isinstance(first, At) else first


def _is_heading(text: str, telling: Telling) -> bool:
    """A day alone in its line, perhaps with its hours."""
    node = _day_of(telling.node)
    if not isinstance(node, Day | Weekday):
        return False
    line = text.rfind("\n", 0, telling.start) + 1
    stop = text.find("\n", telling.end)
    stop = stop if stop >= 0 else len(text)
    if max(telling.start - line, stop - telling.end) > _WIDE:
        return False
    around = text[line : telling.start] + text[telling.end : stop]
    return around.strip(" \t-–—*•[]().:,=#").casefold() in ("", "le", "journée du", "on")


def _opens_sheet(flat: str, telling: Telling, before: str, talk: bool) -> bool:
    node = _day_of(telling.node)
    if _SHEET.search(before):
        return True
    if not isinstance(node, Day) or node.year is None:
        return False
    if (talk and isinstance(telling.node, At)) or _NUMBERED.search(before) or _MAIL.search(before):
        return True
    return _QUOTED.search(before) is not None and _WROTE.match(flat, telling.end) is not None
