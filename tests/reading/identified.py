"""The identifiers of one kind in a text, as tests compare them: the words and the value."""

from __future__ import annotations

from greffier.reading.identifiers import find_identifiers


def seen(text: str, kind: str, english: bool = False) -> list[tuple[str, str | None]]:
    return [(text[one.start : one.end], one.normalised) for one in find_identifiers(text, english) if one.kind == kind]
