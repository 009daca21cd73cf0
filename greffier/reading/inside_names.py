"""By-names inside a name, `Gerald "Jerry" Stokes`, and a name once more in other letters, `Brother Snake (蛇哥)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.candidate import Candidate
from greffier.reading.naming import QUOTED, Naming

_FOREIGN_LETTER = r"\u0400-\u04ff\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_SCRIPT = re.compile(  # the same name in Cyrillic, Arabic or Chinese letters
    rf"[ ]?\((?P<name>[{_FOREIGN_LETTER}][{_FOREIGN_LETTER} ]{{1,29}})\)"
)


def inside(text: str, person: Candidate) -> Iterator[Naming]:
    """Yield the other name of a person: in other letters, or from inside the name where the page says it again."""
    written = _SCRIPT.match(text, person.end)
    if written:
        yield Naming("alias", (person.start, person.end), written.span("name"))
    quoted = QUOTED.search(text, person.start, person.end)
    if quoted is None or quoted.end() >= person.end:
        return
    again = re.compile(rf"(?<![\w@]){re.escape(quoted['name'])}(?![\w@])", re.IGNORECASE)
    for alone in again.finditer(text):
        if not person.start <= alone.start() < person.end and alone.group()[0].isupper():
            yield Naming("nickname", (person.start, person.end), alone.span())
            return
