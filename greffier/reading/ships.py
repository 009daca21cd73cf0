"""Ships by the letters before their names, which are part of them: `MV Calder Rose`, `HMS Dalwhin`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.reading.capitals import UPPER, WORD, shouted

_SHIP = re.compile(
    r"[BFHIKLMNPRSU](?<![\w/.-].)(?:(?<=M)(?:/?[VT]|/[YN]|\.[VTY]\.)|(?<=F)/?[VB]|(?<=H)(?:MS|MC|MAS|MCS|MNZS)|(?<=R)(?:V|FA|SS)|(?<=S)/?V|(?<=S)/Y|(?<=U)SS"
    r"|(?<=U)SCGC|(?<=I)NS|(?<=N)(?:NS|/?M)|(?<=K)NS|(?<=P)NS|(?<=B)RP|(?<=L)É)[ ]"
    rf"[«\"“]?(?=\w{{3}})(?:{WORD}|[{UPPER}]{{2,}})"
    rf"(?:[ -](?:(?:of|the|de|du|des|la|le)[ ])?(?:{WORD}|[IVX]{{1,4}})){{0,3}}(?![\w-])"
)


def find_ships(text: str, flat: str) -> Iterator[tuple[int, int]]:
    """Yield where ships stand that such letters tell."""
    yield from (match.span() for match in _SHIP.finditer(text) if not shouted(text, *match.span()))
