"""How a page says when or where somebody was born, in levelled words: a pattern for those who look for it."""

from __future__ import annotations

_DAY = (
    r"(?:\d|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)"
)
BORN = rf"nee?\s+(?:a|en|vers|le(?=\s+{_DAY}))\s"  # « ne le dit pas » is « né le » without its accent
