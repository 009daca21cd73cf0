"""The guises of a text: the same text as an eye, a renderer or a mail program would put it together.

Each guise has as many characters as the text, so that a place in one is a place in the other. What must vanish becomes
`GONE`, which folding takes out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from greffier.writing.comments import without_comments

GONE = "\u200b"

_INVISIBLE = (
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u20d0-\u20f0\u2061-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\uffa0\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff\u0488\u0489"
)
# Letters of other alphabets, small capitals and the like: what each of them looks like. Case matters: Ν is no ν.
_ALIKE = (
    "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ԌG ԚQ ԜW ԀD аa вb еe ѕs іi јj кk мm нh оo рp сc тt уy хx үy "
    "һh ԛq ԝw ԁd ӏl ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa βb εe ηn ιi κk νv οo ρp τt υu χx γy ϲc ϳj "
    "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ɩi ıi łl ŁL øo ØO đd ĐD ħh ĦH "
    "ŧt ŦT ɨi ɫl ƒf օo ոn սu հh ցg"
).split()
_RINGED = {
    base + n: chr(97 + n) for base in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)
}  # what Unicode ties to none
_TABLE = {ord(pair[0]): pair[1] for pair in _ALIKE} | _RINGED
_GONE = re.compile(f"[{_INVISIBLE}]")
_LINE_BREAK = re.compile(r"[-\u2010\u2011\u00ac]?+(?<![ \t|>])[ \t|>]*+(?:\n[ \t|>]*+)++")
_MARKS = re.compile(r"<[^<>\n]{0,200}>|[*`~_]+|\\(?=[^\w\s])")


def guises(text: str) -> Iterator[str]:
    """Yield the text as it looks, then with its lines run together, then without its marks of Markdown and HTML."""
    seen = looks(text)
    yield seen
    if "\n" in seen:
        yield _LINE_BREAK.sub(_gone, seen)
    plain = _MARKS.sub(_gone, without_comments(seen, _as_long))
    if plain != seen:
        yield plain


def looks(text: str) -> str:
    """Return the text in the Latin letters that it looks like, without what cannot be seen."""
    return text if text.isascii() else _GONE.sub(_gone, text).translate(_TABLE)


def _gone(match: re.Match[str]) -> str:
    return _as_long(match.group())


def _as_long(text: str) -> str:
    return GONE * len(text)
