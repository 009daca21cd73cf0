"""Rich text (.rtf): the text between the control words, with line, cell and page ends; or the HTML it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from greffier.contracts import Limits
from greffier.errors import SourceRefused
from greffier.intake.package import ONLY_DRAWINGS
from greffier.intake.plain import leaves, without_empty_cells
from greffier.intake.web import visible_text
from greffier.records import Leaf, Member

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # a control word with its number
    rb"|\\'([0-9a-fA-F]{2})"  # a byte
    rb"|\\(.)"  # a control sign
    rb"|([{}])|[\r\n]+|([^\\{}\r\n]+)",
    re.DOTALL,
)
_SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"tab": "\t", b"cell": " | ", b"nestcell": " | ", b"row": "\n",
    b"nestrow": "\n", b"page": "\f", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
_ESCAPED = {b"\\": "\\", b"{": "{", b"}": "}", b"~": "\u00a0", b"_": "-", b"\n": "\n", b"\r": "\n"}
_NOT_SHOWN = frozenset(
    b"fonttbl colortbl stylesheet info pict objdata object themedata colorschememapping datastore latentstyles "
    b"listtable listoverridetable rsidtbl generator fldinst xmlnstbl revtbl filetbl mmathpr wgrffmtfilter "
    b"bkmkstart bkmkend datafield blipuid private pgptbl operator nonshppict".split()
)
_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip

_HEAD = 1_024  # bytes in which it says what it holds
_FROM_HTML = re.compile(rb"\\fromhtml1(?![0-9])")


class RichText:
    """Opens rich text files."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Member]:
        """Yield the text as leaves. SourceRefused when there is none."""
        text = shown_text(untrusted_path.read_bytes())
        if not text.strip():
            raise SourceRefused(ONLY_DRAWINGS)
        yield from leaves(text)


def shown_text(untrusted_bytes: bytes) -> str:
    """The text that rich text shows; of HTML wrapped as rich text (MS-OXRTFEX) what the HTML shows."""
    if _FROM_HTML.search(untrusted_bytes[:_HEAD]):
        page = _whole(_Reading(untrusted_bytes, html=True).pieces())
        if text := visible_text(page.encode("utf-8", "replace"), "utf-8"):
            return text
    return without_empty_cells(_whole(_Reading(untrusted_bytes).pieces()))


def _whole(pieces: Iterable[str]) -> str:
    """The pieces as one, with the halves of characters beyond the first 65,536 joined."""
    return "".join(pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group: whether it is shown, and how many signs stand in for a Unicode character.

    `twice` is rich text that says again what the HTML around it says.
    """

    hidden: bool = False
    twice: bool = False
    stand_ins: int = 1
    font: int = -1

    @property
    def shown(self) -> bool:
        """Whether the words of this group are read."""
        return not (self.hidden or self.twice)


class _Reading:
    """One pass over a file. `_bytes` gathers the bytes of one encoding, which may need each other."""

    def __init__(self, untrusted_bytes: bytes, html: bool = False) -> None:
        self._source = untrusted_bytes
        self._html = html  # whether the HTML inside is read, not the rich text
        self._page = _codepage(untrusted_bytes)
        self._fonts = _fonts(untrusted_bytes)
        self._state = _State()
        self._outer: list[_State] = []
        self._bytes = bytearray()
        self._skip = 0

    def pieces(self) -> Iterator[str]:
        """The text in order."""
        position = 0
        while match := _TOKEN.match(self._source, position):
            position = match.end()
            word, number, byte, sign, brace, plain = match.groups()
            if byte or plain:
                self._take(bytes.fromhex(byte.decode()) if byte else plain)
                continue
            yield self._gathered()
            if word == b"bin":
                position += max(0, int(number or 0))
            elif word:
                yield self._word(word.lower(), int(number or 0) if number else None)
            elif sign:
                yield self._sign(sign)
            elif brace:
                self._brace(brace)
        yield self._gathered()

    def _take(self, raw: bytes) -> None:
        skipped = min(self._skip, len(raw))
        self._skip -= skipped
        if self._state.shown:
            self._bytes += raw[skipped:]

    def _gathered(self) -> str:
        text = self._bytes.decode(self._fonts.get(self._state.font, self._page), "replace")
        self._bytes.clear()
        return text

    def _brace(self, brace: bytes) -> None:
        self._skip = 0
        if brace == b"{":
            self._outer.append(self._state)
        elif self._outer:
            self._state = self._outer.pop()

    def _sign(self, sign: bytes) -> str:
        if sign == b"*":  # a destination that not every reader knows
            self._state = replace(self._state, hidden=True)
        return _ESCAPED.get(sign, "") if self._state.shown else ""

    def _word(self, word: bytes, number: int | None) -> str:
        if word in _NOT_SHOWN or (self._html and word == b"pntext"):
            self._state = replace(self._state, hidden=True)
        elif self._html and word == b"htmltag":
            self._state = replace(self._state, hidden=False, twice=False)
        elif self._html and word == b"htmlrtf":
            self._state = replace(self._state, twice=number != 0)
        elif word == b"uc":
            self._state = replace(self._state, stand_ins=max(0, number or 0))
        elif word == b"f" and number is not None:
            self._state = replace(self._state, font=number)
        elif word == b"u" and number is not None:
            self._skip = self._state.stand_ins
            return chr(number % 65_536) if self._state.shown else ""
        return _SIGNS.get(word, "") if self._state.shown else ""


def _codepage(untrusted_bytes: bytes) -> str:
    told = re.search(rb"\\ansicpg(\d{3,5})", untrusted_bytes[:4_096])
    if told is None:
        return "mac-roman" if b"\\mac" in untrusted_bytes[:64] else "cp1252"
    return _known(f"cp{told.group(1).decode()}")


def _fonts(untrusted_bytes: bytes) -> dict[int, str]:
    """The encodings of the fonts that are not Western."""
    told = re.findall(rb"\{\\f(\d{1,5})[^{}]{0,200}?\\fcharset(\d{1,3})", untrusted_bytes[:200_000])
    return {int(font): _CHARSETS[int(charset)] for font, charset in told if int(charset) in _CHARSETS}


def _known(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
