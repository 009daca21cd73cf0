"""A web page saved as one file (MHTML): the address that it was saved from, as a statement beside those of its markup.

Runs inside the sandbox.
"""

from __future__ import annotations

import email
from collections.abc import Iterator
from email.message import Message
from hashlib import sha256
from pathlib import Path
from typing import Any

from greffier.contracts import Limits
from greffier.records import Markup, Statement

_LONGEST = 4_000  # characters of an address


def read_address(untrusted_path: Path, arguments: dict[str, Any], limits: Limits) -> Iterator[Markup]:
    """Yield the address of the page that a saved file shows (sandbox task), where it is one of the web.

    `arguments["page"]` is the SHA-256 of the page that is asked about: a frame inside it has another address.
    """
    message = email.message_from_bytes(untrusted_path.read_bytes())
    content = _root(message).get_payload(decode=True)
    if not isinstance(content, bytes) or sha256(content).hexdigest() != arguments["page"]:
        return
    told = (
        ("Snapshot-Content-Location of the saved page", message.get("Snapshot-Content-Location")),
        ("Content-Location of the saved page", message.get("Content-Location")),
        ("Content-Location of the root part", _root(message).get("Content-Location")),
    )
    for method, header in told:
        address = "".join(str(header or "").split())  # a long header is folded
        if address.lower().startswith(("http://", "https://")) and len(address) <= _LONGEST:
            yield Markup((Statement("article.url", address, method),))
            return


def _root(message: Message) -> Message:
    """The page itself: the first part, and the first of its parts."""
    part = message
    while part.is_multipart():
        first = next(iter(part.get_payload()), None)
        if not isinstance(first, Message):
            break
        part = first
    return part
