"""Rich text as Outlook packs it (MS-OXRTFCP): bytes and references into the last 4,096 of them, eight to a flag."""

from __future__ import annotations

_START = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4_096
_HEAD = 16
_PACKED, _PLAIN = b"LZFu", b"MELA"
_MOST = 64 << 20  # bytes: a longer text is no message


def unpacked(untrusted_bytes: bytes) -> bytes:
    """Return the rich text; of damaged bytes what comes before the damage."""
    kind, body = untrusted_bytes[8:12], untrusted_bytes[_HEAD:]
    if kind == _PLAIN:
        return body
    return _expanded(body) if kind == _PACKED else b""


def _expanded(packed: bytes) -> bytes:
    """The window is what came before: the text so far, behind a start that everybody knows."""
    known = bytearray(_START)
    position = 0
    while position < len(packed) and len(known) < _MOST:
        flags, position = packed[position], position + 1
        for bit in range(8):
            if not flags >> bit & 1:
                known += packed[position : position + 1]
                position += 1
                continue
            told, position = int.from_bytes(packed[position : position + 2], "big"), position + 2
            start = told >> 4
            if position > len(packed) or start == len(known) % _WINDOW:  # a reference to what comes next ends it
                return bytes(known[len(_START) :])
            _repeat(known, start, (told & 15) + 2)
    return bytes(known[len(_START) :])


def _repeat(known: bytearray, start: int, length: int) -> None:
    """Append what stands at this place of the window, the newest of it included; what was never written is nought."""
    begun = len(known) - (len(known) - start) % _WINDOW
    for place in range(begun, begun + length):
        known.append(known[place] if 0 <= place < len(known) else 0)
