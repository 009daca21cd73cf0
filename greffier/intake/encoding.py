"""Bytes to text: what a byte order mark says, else UTF-8, else what the frequency of the letters makes likely."""

from __future__ import annotations

import codecs
from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 65_536  # bytes looked at for guessing
_WESTERN = ("cp1252", "mac-roman", "cp850")  # the first is taken where two are as good
_FRENCH = frozenset("éèêëàâùûüçîïôœÉÈÊÀÂÇÎÔŒ’‘“”«»°€…–—£§\u00a0")
_OTHERS = [
    "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5",
    "iso8859_7", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "cp1252", "mac_roman",
]  # fmt: skip
_ENOUGH = 20  # bytes: from fewer nothing can be told


def decode(untrusted_bytes: bytes, told: str | None = None) -> str:
    """Return the text of these bytes; `told` is the encoding that something says they have. Never raises."""
    return untrusted_bytes.decode(encoding(untrusted_bytes, told), "replace")


def encoding(untrusted_bytes: bytes, told: str | None = None) -> str:
    """Return the name of the encoding of these bytes, which Python knows."""
    for mark, name in _MARKS:
        if untrusted_bytes.startswith(mark):
            return name
    if told and _decodes(untrusted_bytes, told):
        return told
    wide = _without_mark(untrusted_bytes[:_SAMPLE])
    if wide:
        return wide
    if _decodes(untrusted_bytes, "utf-8") or _nearly_utf8(untrusted_bytes):
        return "utf-8"
    return _guessed(untrusted_bytes[:_SAMPLE])


def encoding_of(untrusted_path: Path) -> str:
    """Return the name of the encoding of a file, which is read once and never held whole."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    telling: list[bytes] = []
    with untrusted_path.open("rb") as stream:
        head = stream.read(_SAMPLE)
        for mark, name in _MARKS:
            if head.startswith(mark):
                return name
        if wide := _without_mark(head):
            return wide
        block, whole = head, True
        while block:
            whole = whole and _goes_on(decoder, block)
            if not block.isascii() and sum(map(len, telling)) < _SAMPLE:
                telling.append(block)
            block = stream.read(_SAMPLE)
    return "utf-8" if whole else encoding(b"".join(telling))


def _goes_on(decoder: codecs.IncrementalDecoder, block: bytes) -> bool:
    try:
        decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _decodes(untrusted_bytes: bytes, name: str) -> bool:
    try:
        return isinstance(untrusted_bytes.decode(name), str)
    except (UnicodeError, LookupError, ValueError):
        return False


def _nearly_utf8(untrusted_bytes: bytes) -> bool:
    """UTF-8 with a few damaged places: reading all of it as something else would spoil every accent."""
    text = untrusted_bytes.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return damaged * 10 < sum(not char.isascii() for char in text) - damaged


def _without_mark(sample: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is nought."""
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else None


def _guessed(sample: bytes) -> str:
    """In a text of Latin letters, what makes most of its other bytes French; else what charset-normalizer thinks."""
    high = bytes(byte for byte in sample if byte >= 0x80)
    latin = sum(byte < 0x80 and chr(byte).isalpha() for byte in sample)
    if len(high) < 0.4 * (latin + len(high)):
        best = max(_WESTERN, key=lambda name: _french(high, name))
        if _french(high, best) >= 0.5:
            return best
    from charset_normalizer import from_bytes  # seldom needed, and slow to import

    guess = from_bytes(sample, cp_isolation=_OTHERS).best() if len(high) >= _ENOUGH else None
    return guess.encoding if guess is not None and _decodes(sample, guess.encoding) else "cp1252"


def _french(high: bytes, name: str) -> float:
    """The share of these bytes that are French letters or signs in this encoding."""
    text = high.decode(name, "replace")
    return sum(char in _FRENCH for char in text) / max(1, len(text))
