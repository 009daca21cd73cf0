"""When a document was received: the date of a stamp ("REÇU LE", "Courrier arrivé", "RECEIVED"), not one told in prose.

A stamp is a line of its own, before, around or above its date. "Il a reçu le 12 mars une lettre" is no stamp, and
neither is the receipt for a sum of money.
"""

from __future__ import annotations

import re

_WHERE = r"(?:\s+(?:au|aux|a la|a l ?'|par le|par la|by|by the|at|at the|in|in the|dans)\s[^\d:.;\n]{2,40}?)?"
_STAMP = (
    r"\W*(?:(?:courrier|document|fax|acte|date de|date|date stamp|tampon(?: de)?|vu et|recu et)\s+)?"
    r"(?:recue?|arrivee?|enregistree?|reception|entree|received|registered|lodged|filed)"
    rf"{_WHERE}"
)
_WHOLE = re.compile(rf"{_STAMP}(?:\s*(?:le|on|the|[:,.-]))*\s*")
_LEAD = re.compile(r"\W*(?:le|on|the|du)?\s*")
_GOES_ON = re.compile(r"\s*(?:la|le|les|l'|un|une|des|du|de|d'|the|a|an|some|from)\b|.{41,}")


def stamped_receipt(flat: str, start: int, end: int) -> bool:
    """Whether the date at `start` to `end` of a page (small letters, no accents) stands in a stamp of receipt."""
    begin, stop = flat.rfind("\n", 0, start) + 1, flat.find("\n", end)
    stop = len(flat) if stop < 0 else stop
    before, after = flat[begin:start], flat[end:stop]
    if _WHOLE.fullmatch(before):
        return not _GOES_ON.match(after)
    if not _LEAD.fullmatch(before):
        return False
    if _WHOLE.fullmatch(after):
        return True
    return not after.strip(" .,-") and _stamp_beside(flat, begin, stop)


def _stamp_beside(flat: str, begin: int, stop: int) -> bool:
    """Whether the line above a date that stands alone is the stamp, or the line below it."""
    above = flat[:begin].rstrip().rpartition("\n")[2]
    below = flat[stop:].lstrip().partition("\n")[0]
    return bool(above and _WHOLE.fullmatch(above)) or bool(below and _WHOLE.fullmatch(below))
