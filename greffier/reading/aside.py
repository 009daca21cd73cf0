"""Days that a page only names: of a birth, of a law, of another document, of what somebody is held for.

Nobody counts from them, and none is its act. The words before a day are looked at, on the level view. « ne » is a birth
only where a day or a place follows it at once: else it denies (« il ne part que le 3 mars »).
"""

from __future__ import annotations

import re

_NAMED = re.compile(
    r"\b(?:nee|nes|nees|naissance|ddn|born|birth|dob|loi|lois|decret|arrete|ordonnance n|directive|reglement|act of|"
    r"modifie|modifiee|version)\b[^.;\n]{0,40}$"
    r"|\bne(?:\(e\))?(?: (?:a|au|aux|en|dans|sous)\b[^.;\n]{0,40}|[ :]*(?:le|vers|en)?[ :]*)$"
    r"|\bd\.o\.b\.?[ :]*$|(?:^|[\s(,;])b\.? ?$"
    r"|(?:^|\n)\W{0,40}(?:vus?|having regard)\b(?:[^;\n]|\n(?!\s*\n)){0,160}$"
    r"|\b(?:pour|chefs?|prevenue?s?|soupconnee?s?|suspicion|suspected|offences?|charged?)\b[^.;]{0,130}"
    r"(?<!ete )(?<!been )(?<!was )\b(?:commise?s?|committed)\b[^.;\n]{0,50}$"
)


def is_aside(before: str) -> bool:
    """Whether these words make the day that follows them one of a birth, a law or another document."""
    return _NAMED.search(before) is not None
