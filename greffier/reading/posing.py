"""Names that somebody else uses: « se faisant passer pour X », `a man posing as X`."""

from __future__ import annotations

import re

from greffier.records import Mention

POSED = re.compile(
    r"\b(?:pos(?:ing|ed|es)\s+as|(?:pretend|claim)\w*\s+to\s+be|purporting\s+to\s+be|impersonat\w+|pass(?:ing|ed)\s+(?:him|her)self\s+off\s+as|call(?:ing|ed)\s+(?:him|her)self"
    r"|pass(?:er|ait|e)\s+pour|usurp\w+\s+l'identite\s+d[eu']|(?:se\s+)?pretend\w*\s+etre|(?:se\s+)?disant\s+etre|se\s+presentant\s+comme(?:\s+etant)?|s'etait\s+presentee?\s+comme|introduc\w+\s+(?:him|her)self\s+as|looks?\s+like|looked\s+like|ressembl\w+\s+a"
    r"|(?:using|under|sous|utilisant)\s+(?:the\s+|l')?(?:name|identity|identite|nom)\s+(?:of|de)|false\s+name(?:\s+of)?|faux\s+nom\s+de)\s*(?:m\.\s|mme\s|mr\.?\s|mrs\.?\s|ms\.?\s)?$"
)
_LEADS = re.compile(  # what such words end with
    r"(?:as|be|self|pour|d[eu']|etre|comme|etant|like|a|of|name|nom de)\s*(?:m\.\s|mme\s|mr\.?\s|mrs\.?\s|ms\.?\s)?$"
)
_REACH = 60  # characters before a name in which they stand


def is_posed(flat: str, one: Mention) -> bool:
    """Return whether a mention names whom somebody is posed as, who did nothing; `flat` is its page, levelled."""
    left, right = max(0, one.span.start - _REACH), one.span.start
    led = one.kind == "person" and _LEADS.search(flat, left, right) is not None
    return led and POSED.search(flat, left, right) is not None
