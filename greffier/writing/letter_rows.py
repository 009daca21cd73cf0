"""Mail as rows: what the headers of a letter tell, and threads of letters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from greffier.records import Answering, Letter, Thread
from greffier.writing.value_rows import time

Row = dict[str, Any]


def letter_row(letter: Letter) -> Row:
    """What the headers of a mail tell."""
    return {
        "message_id": letter.message_id,
        "in_reply_to": letter.in_reply_to,
        "references": list(letter.references),
        "subject": letter.subject,
        "sent": time(letter.sent),
        "from": letter.sender,
        "to": list(letter.parties),
    }


def thread_row(thread: Thread, paths: Mapping[str, str], letters: Mapping[str, Letter]) -> Row:
    """Letters that answer each other, in the order in which a mail program shows them; `parent` is a path."""

    def told(one: Answering) -> Row:
        letter = letters.get(one.source, Letter())
        return {
            "source": paths.get(one.source, one.source),
            "message_id": letter.message_id,
            "from": letter.sender,
            "sent": time(letter.sent),
            "parent": paths.get(one.parent, one.parent) if one.parent else None,
            "how": one.how,
            "missing": one.missing,
        }

    return {
        "id": thread.id,
        "subject": thread.subject,
        "first": time(thread.first),
        "last": time(thread.last),
        "participants": list(thread.participants),
        "letters": [told(one) for one in thread.letters],
        "missing": list(thread.missing),
    }
