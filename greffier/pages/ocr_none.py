"""The engine that recognises nothing: for a case whose scans wait, and for tests."""

from __future__ import annotations

from greffier.records import Word


class NoEngine:
    """Every page is blank to it."""

    def recognise(
        self, untrusted_pixels: bytes, width: int, height: int, languages: str
    ) -> tuple[str, tuple[Word, ...]]:
        """Return no text and no words."""
        return "", ()
