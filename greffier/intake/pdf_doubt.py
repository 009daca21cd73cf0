"""Signs that the text layer of a PDF page does not say what the page shows: then both are read and compared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from string import ascii_lowercase

_FREQUENT = "etaoinsrhldcu"  # more than three letters of four in the languages of Europe
_LEAST_FREQUENT = 0.68  # measured: 0.69 and more on pages of any kind, 0.64 and less when the alphabet is shifted
_LETTERS = 80  # fewer say nothing about an alphabet
_LATIN = 0.6  # of the letters: below it a page is written in another alphabet
_SCRIPT = 0.08  # of the letters: two alphabets and more beside each other are none
_OTHER = re.compile("[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\uffdc]")  # letters, nearly all
_UNEXPLAINED = re.compile("[\ufffd\ue000-\uf8ff]")
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ]|â€[\u0080-\u00bf™œž˜“”•–¢¦]|Â[\u00a1-\u00bf]|ï¬[\u0080-\u00bf]")
_INSIDE = re.compile(r"[a-zà-ÿ][^\w\s'’‘ʼ´`.\-‐‑–—/@&)(,:;…»«\"“”+*°%€$£<>=|\[\]{}#~!?·•_→\xad][a-zà-ÿ]")


def doubt(text: str) -> str:
    """Say why a text layer is doubtful, as the end of a sentence; nothing where it looks sound."""
    signs = max(1, len(text) - text.count(" ") - text.count("\n"))
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKD", text.lower())
    latin = sum(folded.count(letter) for letter in ascii_lowercase)
    others = 0 if text.isascii() else len(_OTHER.findall(folded))
    if latin < _LATIN * (latin + others):
        return "it mixes alphabets" if _mixed(folded) else ""
    if len(_UNEXPLAINED.findall(text)) > 0.01 * signs:
        return "it has signs that its fonts do not explain"
    if not text.isascii() and len(_MOJIBAKE.findall(text)) >= 3:
        return "its accents were decoded twice"
    if latin >= _LETTERS and sum(folded.count(letter) for letter in _FREQUENT) < _LEAST_FREQUENT * latin:
        return "its letters are not those of a language"
    if len(_INSIDE.findall(text)) > max(2, 0.01 * signs):
        return "it has signs in the middle of words"
    return ""


def _mixed(text: str) -> bool:
    """Whether letters of three alphabets and more stand together, as a wrong table of characters makes them."""
    letters = [letter for letter in text if letter.isalpha()][:2_000]
    scripts = Counter(unicodedata.name(letter, "?").split()[0].split("-")[0] for letter in letters)
    japanese = sum(scripts.pop(name, 0) for name in ("CJK", "HIRAGANA", "KATAKANA", "FULLWIDTH", "HALFWIDTH", "HANGUL"))
    often = [count for count in (*scripts.values(), japanese) if count > _SCRIPT * len(letters)]
    return len(often) >= 3
