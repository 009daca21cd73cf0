"""When a document was received: the date of a stamp ("REÇU LE", "Courrier arrivé", "RECEIVED"), not one told in prose.

A stamp is a line of its own, before, around or above its date. "Il a reçu le 12 mars une lettre" is no stamp, and
neither is the receipt for a sum of money.
"""

from __future__ import annotations

import re

_WHERE = r"(?:\s+(?:au|aux|a la|a l ?'|par le|par la|by|by the|at|at the|in|in the|dans)\s[^\d:.;\n]{2,40}?)?"
_STAMP = (
    r"(?<!\W)\W*+(?:(?:courrier|document|fax|acte|date de|date|date stamp|tampon(?: de)?|vu et|recu et)\s+)?"
    r"(?:recue?|arrivee?|enregistree?|reception|entree|received|registered|lodged|filed)"
    rf"{_WHERE}"
)
_WHOLE = re.compile(rf"{_STAMP}(?:\s*(?:le|on|the|[:,.-]))*\s*")
_LEAD = re.compile(r"(?<!\W)\W*+(?:le|on|the|du)?\s*")
_LONGEST = 200  # characters before or after the date of a stamp
_GOES_ON = re.compile(r"\s*(?:la|le|les|l'|un|une|des|du|de|d'|the|a|an|some|from)\b|.{41,}")


def stamped_receipt(flat: str, start: int, end: int) -> bool:
    """Whether the date at `start` to `end` of a page (small letters, no accents) stands in a stamp of receipt."""
    before = flat[max(0, start - _LONGEST) : start].rpartition("\n")[2]
    after = flat[end : end + _LONGEST].partition("\n")[0]
    if max(len(before), len(after)) == _LONGEST:
        return False
    if _WHOLE.fullmatch(before):
        return not _GOES_ON.match(after)
    if not _LEAD.fullmatch(before):
        return False
    if _WHOLE.fullmatch(after):
        return True
    return not after.strip(" .,-") and _stamp_beside(flat, start - len(before), end + len(after))


def _stamp_beside(flat: str, begin: int, stop: int) -> bool:
    """Whether the line above a date that stands alone is the stamp, or the line below it."""
    above = flat[max(0, begin - 2 * _LONGEST) : begin].rstrip().rpartition("\n")[2]
    below = flat[stop : stop + 2 * _LONGEST].lstrip().partition("\n")[0]
    return bool(above and _WHOLE.fullmatch(above)) or bool(below and _WHOLE.fullmatch(below))
