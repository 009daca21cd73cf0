"""Tesseract as an engine, through tesserocr: one API object for each set of languages, kept from page to page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Set before tesserocr is imported, which starts OpenMP: on shared cores its threads cost five times what they save.
os.environ["OMP_THREAD_LIMIT"] = "1"

import tesserocr

from greffier.errors import OutsideFailed
from greffier.pages.lines import Line, Token, write
from greffier.records import Word
from greffier.text import clean

DPI = 200  # the resolution that pages are recognised at; Tesseract asks before it decides what is a letter or a speck
RIL = tesserocr.RIL
FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)


class Tesseract:
    """Recognises printed and typewritten text. The tesserocr wheel brings no language data: Debian's is used."""

    def __init__(self) -> None:
        self._apis: dict[tuple[str, int], Any] = {}

    def recognise(
        self, untrusted_pixels: bytes, width: int, height: int, languages: str
    ) -> tuple[str, tuple[Word, ...]]:
        """Return text and words; a line ends with a line feed, a block with a blank line.

        `languages` are Tesseract's, joined with `+` (`fra+eng`). OutsideFailed names the package that is missing.
        """
        api = self._api(languages)
        self._show(api, untrusted_pixels, width, height)
        api.Recognize()
        try:
            return write(list(_lines(api)), width, height)
        finally:
            api.Clear()
            api.ClearAdaptiveClassifier()  # or a page would be read differently after another page

    def reread(self, untrusted_pixels: bytes, width: int, height: int, language: str) -> str:
        """Return the text of a picture of one line."""
        api = self._api(language, tesserocr.PSM.SINGLE_LINE)
        self._show(api, untrusted_pixels, width, height)
        try:
            return clean(api.GetUTF8Text()).strip()
        finally:
            api.Clear()
            api.ClearAdaptiveClassifier()

    def _show(self, api: Any, untrusted_pixels: bytes, width: int, height: int) -> None:
        if width <= 0 or height <= 0 or len(untrusted_pixels) != width * height:
            raise ValueError(f"{len(untrusted_pixels)} bytes are not {width} x {height} grey pixels")
        api.SetImageBytes(untrusted_pixels, width, height, 1, width)
        api.SetSourceResolution(DPI)

    def _api(self, languages: str, layout: int = tesserocr.PSM.AUTO) -> Any:
        """The API object for these languages, kept: to start one costs as much as a tenth of a page."""
        if (languages, layout) not in self._apis:
            folder = _data_folder(languages.split("+"))
            try:
                self._apis[languages, layout] = tesserocr.PyTessBaseAPI(path=folder, lang=languages, psm=layout)
            except RuntimeError as error:
                told = f"Tesseract cannot read its language data for {languages} in {folder}."
                raise OutsideFailed(told, "Install it again, or set TESSDATA_PREFIX to another folder.") from error
        return self._apis[languages, layout]


def _data_folder(languages: list[str]) -> str:
    """The folder with the data of these languages."""
    told = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(told), Path(told) / "tessdata"] if told else []
    folders += [Path(folder) for folder in FOLDERS]
    missing = languages
    for folder in folders:
        lacking = [language for language in languages if not (folder / f"{language}.traineddata").is_file()]
        if not lacking:
            return str(folder)
        missing = min(missing, lacking, key=len)
    packages = " ".join(f"tesseract-ocr-{language}" for language in missing)
    raise OutsideFailed(
        f"Tesseract has no language data for {' and '.join(missing)}.",
        f"Install it (`apt install {packages}`), or set TESSDATA_PREFIX to the folder that holds it.",
    )


def _lines(api: Any) -> Iterator[Line]:
    """Yield the lines in the reading order of the engine."""
    found = api.GetIterator()
    block, tokens, opens, baseline = 0, list[Token](), False, None
    for item in tesserocr.iterate_level(found, RIL.WORD) if found else ():
        if item.IsAtBeginningOf(RIL.TEXTLINE):
            if tokens:
                yield _line(tokens, block, opens, baseline)
            block += item.IsAtBeginningOf(RIL.BLOCK)
            tokens, opens, baseline = [], item.IsAtBeginningOf(RIL.PARA), item.Baseline(RIL.TEXTLINE)
        if (token := _token(item)) is not None:
            tokens.append(token)
    if tokens:
        yield _line(tokens, block, opens, baseline)


def _token(item: Any) -> Token | None:
    """The word at the iterator, None where it is empty."""
    if item.Empty(RIL.WORD):
        return None
    text, box = clean(item.GetUTF8Text(RIL.WORD)).strip(), item.BoundingBox(RIL.WORD)
    return Token(text, box, max(0, min(100, round(item.Confidence(RIL.WORD))))) if text and box else None


def _line(tokens: list[Token], block: int, opens: bool, baseline: Any) -> Line:
    left, right = tokens[0].box, tokens[-1].box
    if not baseline:
        return Line(tuple(tokens), block, (left[3], right[3]), opens)
    (x0, y0), (x1, y1) = baseline
    slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
    return Line(tuple(tokens), block, (y0 + slope * (left[0] - x0), y0 + slope * (right[2] - x0)), opens)
