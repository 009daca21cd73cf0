"""Words in capitals as they were printed, where a scan read figures or small letters: « DlRECTION », `K1DD`."""

from __future__ import annotations

import re
from functools import lru_cache

from greffier.reading.capitals import UPPER

_MISREAD = re.compile(
    rf"[l10](?<=[{UPPER}].)(?=[10]?[{UPPER}])|[10](?<=[{UPPER}][10].)(?=[{UPPER}])|0(?<=[{UPPER}][{UPPER}].)(?!\w)"
    rf"|[l1](?<=[{UPPER}][{UPPER}][{UPPER}][{UPPER}].)(?!\w)|l(?<!\w.)(?=[bcdfgkmnpqrstvxz][a-z]{{2}})"
)
_MEANT = {"l": "I", "1": "I", "0": "O"}


@lru_cache(maxsize=16)
def legible(text: str) -> str:
    """Return the text, as long as it is, with such letters set right inside words in capitals."""
    return _MISREAD.sub(lambda match: _MEANT[match.group()], text)
