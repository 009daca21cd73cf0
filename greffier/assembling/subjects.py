"""Subjects of mail: what is left of one without "Re:", and which letter a reply without ids answers, by its subject."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime, timedelta

from greffier.assembling.times import instant
from greffier.records import Letter
from greffier.text import key

_DAYS = 60  # within which a letter of the same subject is answered; later it is another matter of that name
_LOOKED_AT = 200  # letters of one subject, the latest before the reply
_LIST = r"(?:\[[^\[\]]{1,40}\]\s*)?"  # what lists of mail put in front: [office]
_COUNT = r"\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?"
_REPLY = re.compile(rf"\s*{_LIST}(?:re|r[eé]p|res|aw|antw|sv|vs){_COUNT}\s*[:\uff1a]\s*", re.IGNORECASE)
_FORWARD = re.compile(rf"\s*{_LIST}(?:fwd?|tr|wg|enc|rv|doorst){_COUNT}\s*[:\uff1a]\s*", re.IGNORECASE)


def is_reply(subject: str) -> bool:
    """Whether a subject says that the letter answers another one; a letter that is passed on answers none."""
    return _REPLY.match(subject) is not None


def without_reply(subject: str) -> str:
    """A subject without all that was put before it: `Re:`, `TR:`, `Aw[2]:`, `[list]`."""
    at = 0
    while found := _REPLY.match(subject, at) or _FORWARD.match(subject, at):
        at = found.end()
    return re.sub(rf"^\s*{_LIST}", "", subject[at:]).strip() or subject[at:].strip()


def bare(subject: str) -> str:
    """What two letters on one matter have in common: the subject without what was put before it, folded."""
    return key(without_reply(subject))


class Subjects:
    """The letters of a case by their subjects, in the order in which they were sent."""

    def __init__(self, letters: Mapping[str, Letter]) -> None:
        self._letters = letters
        self._by_subject: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for node, letter in letters.items():
            if (subject := bare(letter.subject)) and (sent := instant(letter.sent)):
                self._by_subject[subject].append((sent, node))
        for sent_in_order in self._by_subject.values():
            sent_in_order.sort()

    def answered(self, node: str) -> str | None:
        """The latest letter of the same subject that a reply may answer, by its date and by who wrote to whom."""
        letter = self._letters[node]
        sent = instant(letter.sent)
        if not sent or not is_reply(letter.subject):
            return None
        others = self._by_subject.get(bare(letter.subject), [])
        at = bisect_left(others, (sent, ""))
        oldest = (datetime.fromisoformat(sent) - timedelta(days=_DAYS)).isoformat(timespec="minutes")
        for when, other in reversed(others[max(0, at - _LOOKED_AT) : at]):
            if when < oldest:
                break
            if _exchanged(letter, self._letters[other]):
                return other
        return None


def _exchanged(reply: Letter, before: Letter) -> bool:
    """Whether each of the two writers wrote to the other."""
    if not reply.sender or not before.sender:
        return False
    writer, answered = key(reply.sender), key(before.sender)
    return writer != answered and writer in map(key, before.parties) and answered in map(key, reply.parties)
