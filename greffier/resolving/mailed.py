"""Letters and mails: whom the head names beside an address, and where a name greets or signs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from greffier.records import Mention
from greffier.resolving.gather import Named
from greffier.text import key

_ADDRESS = re.compile(r"[\"'»”]?\s{0,2}[<(\[]\s?(?:mailto:)?[\w.+-]{1,40}@")
_HEAD = re.compile(
    r"(?:from|to|cc|copy|sent by|sender|recipient|de|a|copie|expediteur|destinataire|envoye par)"
    r"\s*:\s*[\"'«“]?\s*"
)
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good morning|good afternoon|good evening|morning|cher|chere|bonjour|bonsoir|salut|coucou"
    r"|thanks|thank you|cheers|regards|kind regards|best regards|best|yours|merci|cordialement|bien a toi|bien a vous"
    r"|amities|amicalement|a bientot|bises)?[\s,.!-]*"
)
_LINE_ENDS = re.compile(r"[ \t]?(?:[,!.:-]?[ \t]*(?:\n|\Z)|,\s)")


def correspondents(names: Mapping[str, Named]) -> dict[str, set[str]]:
    """The keys of the persons whom the head of each piece names beside an address, by piece."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, named in names.items():
        if named.kind == "person":
            for mention in named.mentions:
                if _ADDRESS.match(mention.span.suffix) or _HEAD.fullmatch(_before(mention)):
                    found[mention.piece].add(one)
    return found


def greets(mention: Mention) -> bool:
    """Whether a name is all there is of its line, beside « Bonjour » or `Cheers`: who is written to, or who writes."""
    return bool(_GREETING.fullmatch(_before(mention)) and _LINE_ENDS.match(mention.span.suffix))


def _before(mention: Mention) -> str:
    """What stands before a name on its line, folded."""
    return key(mention.span.prefix.rpartition("\n")[2])
