"""Tries every reader on texts that nobody writes, and prints those whose work grows faster than the text.

A program of its own, so that its limit stops a reader that never ends: `python -m tests.reading.try_readers [UNIT…]`.
"""

from __future__ import annotations

import random
import resource
import sys
from collections.abc import Sequence
from time import process_time

from greffier.contracts import Reader
from greffier.pages.pieces import divide
from greffier.reading.read import load_readers, read_piece
from greffier.records import Page, Piece, PieceKind, Source
from greffier.text import freeze

SHORT, LONG = 2_000, 8_000  # signs of one kind
PROSE, LONG_PROSE = 15_000, 60_000  # characters of sentences, a million of which must end too
GROWS = 10  # times the work for four times the text: 4 in proportion, 16 by the square
MATTERS = 0.3  # seconds of the processor for a reader of the longer text
LIMIT = 300  # seconds of the processor for all
UNITS = (
    "=", "a", "A", "1", " ", ".", ",", "-", "'", "«", "»", '"', "(", "é", "/", ":", "*", "|", "\n", "1,", "1 ", "1.",
    "a ", "A. ", "(4", "- a\n", "a : b\n", "Q : a\nR : b\n", "1 | 2 | 3\n", "« a » ", '"a", ', "1 000 ", "mille ",
    "12/", "3 kg 500 ", "le 12 au ", "h",
    "12/05/2022 ", "le 12 mai ", "le lendemain ", "3 kg ", "12h", "06 12 34 56 78 ", "AB-123-CD ", "a@b.example ",
    "M. Vasseur, ", "Paul et ", "dit ", "il a dit que ", "a remis à ", "Paul a remis 3 kg à Jean. ", "SOCIETE ABC (",
    "article 222-37 ", "D1234 ", "né le ", '{"a":1},', "\u200b", "e\u0301\u0301", "alias Xavier ", "Paul dit le Turc ",
)  # fmt: skip
_WHO = ("Jean Vasseur", "Marthe Oudin", "le capitaine Morin", "la société ABEILLE TRANSPORT", "Mme Odile Le Goff")
_TOLD = (
    "Le {} mai 2022 à 22 h 10, {} a remis {} kg de cocaïne à {}",
    "Le {} mai, {} affirme que {} fois {} est venu",
    "« Je n'ai rien vu le {} », a déclaré {} ; {} fois {}",
    "Selon le scellé {}, {} est partie à {} h avec {}",
)
LINES: dict[PieceKind, str] = {
    "intercept": "M{0} : T'as remis 3 kg à Paul Morin ?\nOUDIN : J'ai appelé Jean Vasseur.\n",
    "mail": "[12/03/2022, 10:10] momo{0}: j'ai vendu 2 kg à Paul\n",
    "press": "« J'ai payé », a déclaré Jean Vasseur (le prénom a été modifié), dit « Rat{0} » ; il l'a appelé. ",
}
PAGE = (
    "Le 12 mai, Jean Vasseur, alias « le Turc », a remis 3 kg à Marthe Oudin. Le Turc l'a appelée au 06 12 34 56 78.\n"
    * 3
)
FEW = 100  # pages


def prose(length: int, end: str) -> str:
    """So many characters of sentences on one line."""
    chance = random.Random(3)
    told: list[str] = []
    while sum(map(len, told)) < length:
        one, other = chance.sample(_WHO, 2)
        told += [chance.choice(_TOLD).format(chance.randint(1, 28), one, chance.randint(2, 90), other) + end] * 20
    return "".join(told)[:length]


def lines(kind: PieceKind, length: int) -> str:
    """So many characters of lines that each name somebody else."""
    told: list[str] = []
    while sum(map(len, told)) < length:
        told += [LINES[kind].format(len(told) + more) for more in range(20)]
    return "".join(told)


def seconds(readers: list[Reader], texts: Sequence[str], kind: PieceKind = "report") -> dict[str, float]:
    """How long the processor is at work for each reader, the pieces and the dating; each text is a page."""
    pages = [
        Page(f"p{at}", "source", at + 1, None, "born_digital", "A", "fr", freeze(text), "", 1.0, 1.0)
        for at, text in enumerate(texts)
    ]
    piece = Piece("piece", "source", kind, None, None, tuple(page.id for page in pages))
    begun, taken = process_time(), {}
    divide(Source("source", "a.txt", "", "text/plain", 1, "read", pages=len(pages)), pages)
    taken["divide"] = process_time() - begun
    found: list[object] = []
    for reader in readers:
        begun = process_time()
        found.extend(reader.read(piece, pages, tuple(found)))  # type: ignore[arg-type]
        taken[reader.name] = process_time() - begun
    begun = process_time()
    read_piece(piece, pages, [])
    taken["dating"] = process_time() - begun
    return taken


def slow(readers: list[Reader], short: Sequence[str], long: Sequence[str], kind: PieceKind) -> list[str]:
    """The readers whose work grows by the square, measured again while in doubt."""
    doubted: set[str] | None = None
    for _ in range(3):
        little, much = seconds(readers, short, kind), seconds(readers, long, kind)
        grown = {name for name in much if much[name] > MATTERS and much[name] > GROWS * little[name]}
        doubted = grown if doubted is None else doubted & grown
        if not doubted:
            break
    return sorted(doubted or ())


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 5))
    readers = load_readers()
    seconds(readers, ["M. Paul a dit qu'il viendrait le 12 mai."])
    tried: list[tuple[str, PieceKind, list[str], list[str]]] = [
        (unit, "report", [(unit * SHORT)[:SHORT]], [(unit * LONG)[:LONG]]) for unit in UNITS
    ]
    tried += [(repr(end), "report", [prose(PROSE, end)], [prose(LONG_PROSE, end)]) for end in (". ", ", ")]
    tried += [(f"lines of {kind}", kind, [lines(kind, PROSE)], [lines(kind, LONG_PROSE)]) for kind in LINES]
    tried.append(("pages", "report", [PAGE] * FEW, [PAGE] * (4 * FEW)))
    for name, kind, short, long in tried:
        if sys.argv[1:] and name not in sys.argv[1:]:
            continue
        for reader in slow(readers, short, long, kind):
            print(f"{reader} on {name!r}", flush=True)
    print(f"{process_time():.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
