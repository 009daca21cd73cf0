"""Words as they were printed, where a scan read figures or small letters: « DlRECTION », `K1DD`, `0fficer`, `C0urt`."""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.reading.capitals import UPPER

_MISREAD = re.compile(
    rf"[l10](?<=[{UPPER}].)(?=[10]?[{UPPER}])|[10](?<=[{UPPER}][10].)(?=[{UPPER}])|0(?<=[{UPPER}][{UPPER}].)(?!\w)"
    rf"|[l1](?<=[{UPPER}][{UPPER}][{UPPER}][{UPPER}].)(?!\w)|l(?<!\w.)(?=[bcdfgkmnpqrstvxz][a-z]{{2}})"
    rf"|0(?<![\w.,-].)(?=[a-z]{{3}})|0(?<=[{UPPER}a-z].)(?=[a-z]{{2}})"
)
_MEANT = {"l": "I", "1": "I", "0": "O"}


@lru_cache(maxsize=16)
def legible(text: str) -> str:
    """Return the text, as long as it is, with such letters set right."""
    return _MISREAD.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    start, end = match.span()
    small = match.string[start - 1 : start].isalpha() and match.string[end : end + 1].islower()
    return "o" if match.group() == "0" and small else _MEANT[match.group()]
