"""The headers of a message: decoded and bounded, and what they tell of a letter: its ids, who, to whom, when."""

from __future__ import annotations

import email.errors
import email.header
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from greffier.intake.encoding import decode
from greffier.records import Letter, Time
from greffier.text import clean

_MOST_VALUES = 100  # of one header
_LONGEST_HEADER = 20_000  # characters: some ten screens of addresses
_LONGEST_ID, _SHORTEST_ODD_ID = 500, 16  # characters; an id without @ must be long enough to be nobody else's
_MOST_IDS = 100  # of the letters before: the first one and the last ones
_LONGEST_SUBJECT, _LONGEST_PARTY, _MOST_PARTIES = 300, 254, 200
_YEARS = range(1971, 2101)  # before, there was no mail; clocks that stand wrong say 1970 or worse
_ANGLES = re.compile(r"<([^<>]*)>")
_ADDRESS = re.compile(r"[^\s<>()\[\]\\,;:\"'@]{1,64}@[^\s<>()\[\]\\,;:\"'@]{1,190}")
_RECEIVERS = ("To", "Cc", "Bcc", "Sender", "Reply-To")


def header(message: Message, name: str) -> list[str]:
    """The values of a header, decoded, each on one line and cut where it is too long."""
    return [value for value in (unfolded(raw[:_LONGEST_HEADER]) for raw in _raw(message, name)) if value]


def letter_of(message: Message) -> Letter:
    """What the headers of a message tell of its place among others. What is missing or makes no sense is empty."""
    answered = list(_ids(message, "In-Reply-To"))
    subject = next(iter(header(message, "Subject")), "")
    return Letter(
        message_id=next(_ids(message, "Message-ID"), None),
        in_reply_to=answered[0] if answered else None,
        references=_ends(list(dict.fromkeys(_ids(message, "References")))),
        subject=clean(subject)[:_LONGEST_SUBJECT],
        sent=_sent(message),
        sender=next(_parties(message, "From"), None),
        parties=tuple(sorted({party for name in _RECEIVERS for party in _parties(message, name)})[:_MOST_PARTIES]),
    )


def unfolded(untrusted_value: str) -> str:
    """A value of a header on one line, its encoded words decoded."""
    raw = untrusted_value[:_LONGEST_HEADER]
    if any("\udc80" <= char <= "\udcff" for char in raw):
        raw = decode(raw.encode("utf-8", "surrogateescape"))
    try:
        parts = email.header.decode_header(raw)
    except (email.errors.HeaderParseError, ValueError):
        parts = [(raw, None)]
    told = "".join(part if isinstance(part, str) else decode(part, charset) for part, charset in parts)
    return " ".join((told if told.strip() else raw).split())


def _raw(message: Message, name: str) -> list[str]:
    return [str(value) for told, value in message.raw_items() if told.lower() == name.lower()][:_MOST_VALUES]


def _ids(message: Message, name: str) -> Iterator[str]:
    """The ids in a header, as `<id>`. One too long to be decoded whole is read from both its ends."""
    for raw in _raw(message, name):
        long = len(raw) > _LONGEST_HEADER
        for part in (raw[:_LONGEST_HEADER], raw[-_LONGEST_HEADER:]) if long else (raw,):
            yield from _ids_in(clean(unfolded(part)))


def _ids_in(value: str) -> Iterator[str]:
    """The ids in a value: what stands in angles; without any, words that all look like ids."""
    told = _ANGLES.findall(value)
    if not told:
        told = value.replace(",", " ").split()
        if any(word.count("@") != 1 for word in told):
            return
    for word in told:
        bare = re.sub(r"[\s\"]+", "", word)  # folded, or quoted, which says the same
        likely = "@" in bare.strip("@") or len(bare) >= _SHORTEST_ODD_ID
        if likely and len(bare) <= _LONGEST_ID and bare.isprintable():
            yield f"<{bare}>"


def _ends(ids: list[str]) -> tuple[str, ...]:
    """The first id, which began it all, and the last ones."""
    return tuple(ids if len(ids) <= _MOST_IDS else ids[:1] + ids[1 - _MOST_IDS :])


def _parties(message: Message, name: str) -> Iterator[str]:
    """The addresses in a header, in small letters; names where it has none."""
    for value in map(clean, header(message, name)):
        yield from _short(_ADDRESS.findall(value.lower()) or value.split(";"))


def _short(told: Iterable[str]) -> Iterator[str]:
    for party in told:
        bare = " ".join(party.split()).strip("<>\"' .")
        if bare and len(bare) <= _LONGEST_PARTY:
            yield bare


def _sent(message: Message) -> Time | None:
    """When it was sent, by the clock of who sent it; in universal time where its zone is no whole number of hours."""
    for value in header(message, "Date"):
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        if moment.year in _YEARS:
            return _time(moment)
    return None


def _time(moment: datetime) -> Time:
    away = moment.utcoffset()
    zone = None
    if away is not None:
        hours, rest = divmod(int(away.total_seconds()), 3600)
        if rest or not -12 <= hours <= 14:
            moment, hours = moment.astimezone(UTC), 0
        zone = f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"
    minute = moment.strftime("%Y-%m-%dT%H:%M")
    return Time(moment.strftime("%Y-%m-%dT%H:%M:%S"), minute, minute, zone)
