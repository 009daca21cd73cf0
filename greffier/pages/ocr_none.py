"""The engine that recognises nothing: for a case whose scans wait, and for tests."""

from __future__ import annotations

from greffier.records import Word


class NoEngine:
    """Every page is blank to it."""

    def recognise(
        self, untrusted_pixels: bytes, width: int, height: int, languages: str
    ) -> tuple[str, tuple[Word, ...]]:
        """Return no text and no words. ValueError where the pixels do not fill the page."""
        if width <= 0 or height <= 0 or len(untrusted_pixels) != width * height:
            raise ValueError(f"{len(untrusted_pixels)} bytes are not {width} x {height} grey pixels")
        return "", ()
