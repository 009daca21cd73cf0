"""The number a clerk stamped on a sheet (a cote, a folio, a Bates number), read from the words in its margins.

A wrong folio sends a reader to the wrong page, so a label counts only where it stands alone in the top or bottom margin
and has a shape that clerks use. `page 3/12` counts the pages of one document and is no folio.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from greffier.records import Word

TOP, BOTTOM = 0.12, 0.90  # the margins, as fractions of the height
APART = 1.5  # words further apart than this many line heights do not belong together

# What is read for a digit where a digit must stand. Only on recognised pages: born-digital text says what it says.
_MISREAD = str.maketrans("OoQlI|i", "0001111")
_CONTAINER = re.compile(r"[A-Z]{3}[UJZ]\d{7}")  # ISO 6346, as a header may name one


def _shapes(digit: str) -> tuple[re.Pattern[str], ...]:
    """The shapes of labels, the most telling first; groups are joined to give the label."""
    number = rf"({digit}{{1,5}}"
    sheet = rf"(?:\s?(/)\s?({digit}{{1,4}}))?(?:\s?(bis|ter|quater))?"
    return tuple(
        re.compile(shape)
        for shape in (
            rf"(?i:cote)\s?:?\s?([A-Z]?)[\s.\-]{{0,2}}{number}){sheet}",
            rf"(D)[\s.\-]{{0,2}}{number}){sheet}",
            rf"([A-F])[\s.\-]?({digit}{{3,5}}){sheet}",
            rf"(?i:folio|fol\.|f°)\s?(?:[nN]\s?[°ºo]\.?)?\s?{number})",
            rf"(?i:feuillet)\s?[nN]\s?[°ºo]\.?\s?{number})",
            rf"([A-Z]{{2,10}}[-_]?)\s?(0{digit}{{4,8}}|{digit}{{6,9}})",
        )
    )


_STATED, _RECOGNISED = _shapes(r"\d"), _shapes(r"[\dOoQlI|i]")


def folio(text: str, words: Iterable[Word], *, recognised: bool) -> str | None:
    """Return the label stamped on a page (`D0147`, `D147/3`, `ABC000123`), None where there is none.

    `recognised` says that the text comes from OCR: then O and l count as digits inside a label.
    """
    shapes = _RECOGNISED if recognised else _STATED
    found: list[tuple[int, float, float, str]] = []
    for run in _runs([word for word in words if word.y1 <= TOP or word.y0 >= BOTTOM], text):
        line = _line(run, text)
        for rank, shape in enumerate(shapes):
            if (label := _label(shape.fullmatch(line))) is not None:
                found.append((rank, run[0].y0, -run[0].x0, label))
                break
    return min(found)[-1] if found else None


def _runs(words: list[Word], text: str) -> list[list[Word]]:
    """The words of the margins as they stand beside each other."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.x0):
        for run in runs:
            if _beside(run[-1], word):
                run.append(word)
                break
        else:
            runs.append([word])
    return runs


def _line(run: list[Word], text: str) -> str:
    """The words of a run, without specks that were read as punctuation."""
    told = (text[word.start : word.end] for word in run)
    return " ".join(word for word in told if any(char.isalnum() for char in word))


def _beside(left: Word, right: Word) -> bool:
    low = min(left.y1 - left.y0, right.y1 - right.y0)
    shared = min(left.y1, right.y1) - max(left.y0, right.y0)
    return shared >= 0.5 * low and right.x0 - left.x1 <= APART * max(left.y1 - left.y0, right.y1 - right.y0)


def _label(match: re.Match[str] | None) -> str | None:
    """The label as it was stamped, its digits repaired; None where hardly a digit was read as one."""
    if match is None:
        return None
    letters, *rest = (group or "" for group in match.groups())
    if match.re.groups == 1:
        letters, rest = "", [letters]
    digits = [part if part in ("bis", "ter", "quater") else part.translate(_MISREAD) for part in rest]
    label = letters + "".join(digits)
    sure = sum(char.isdigit() for char in match.group())
    if 2 * sure < sum(char.isdigit() for char in label) or _CONTAINER.fullmatch(label):
        return None
    return label
