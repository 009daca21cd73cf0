"""Days that a page only names: of a birth, of a law, of another document, of what somebody is held for.

Nobody counts from them, and none is its act. The words before a day are looked at, on the level view. « ne » is a birth
only where a day or a place follows it at once: else it denies (« il ne part que le 3 mars »).
"""

from __future__ import annotations

import re

# Each is sought in as little as it needs: in its clause, at the end of its line, or not at all without its word.
_OF_A_CLAUSE = re.compile(
    r"\b(?:nee|nes|nees|naissance|ddn|born|birth|dob|loi|lois|decret|arrete|ordonnance n|directive|reglement|act of|"
    r"modifie|modifiee|version)\b[^.;\n]{0,40}$"
    r"|\bne(?:\(e\))?(?: (?:a|au|aux|en|dans|sous)\b[^.;\n]{0,40}|[ :]*(?:le|vers|en)?[ :]*)$"
)
_ABBREVIATED = re.compile(r"\bd\.o\.b\.?[ :]*$|(?:^|[\s(,;])b\.? ?$")
_REGARD = re.compile(r"(?:^|\n)\W{0,40}(?:vus?|having regard)\b(?:[^;\n]|\n(?!\s*\n)){0,160}$")
_COMMITTED = re.compile(
    r"\b(?:pour|chefs?|prevenue?s?|soupconnee?s?|suspicion|suspected|offences?|charged?)\b[^.;]{0,130}"
    r"(?<!ete )(?<!been )(?<!was )\b(?:commise?s?|committed)\b[^.;\n]{0,50}$"
)
_ABBREVIATION = 24  # characters


def is_aside(before: str) -> bool:
    """Whether these words make the day that follows them one of a birth, a law or another document."""
    last = len(before) - 1  # a line end that ends the words belongs to what is before it
    clause = max(before.rfind("."), before.rfind(";"), before.rfind("\n", 0, max(0, last))) + 1
    return (
        _OF_A_CLAUSE.search(before, clause) is not None
        or (
            "b" in before[-_ABBREVIATION:]
            and _ABBREVIATED.search(before, max(0, len(before) - _ABBREVIATION)) is not None
        )
        or (("vu" in before or "having" in before) and _REGARD.search(before) is not None)
        or (" commi" in before and _COMMITTED.search(before) is not None)
    )
