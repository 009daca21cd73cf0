"""What lies on a PDF page beside its content: values typed into a form, notes and comments, files pinned to it.

They are told at the end of the text of the page, a line each: `[form] Name: value`, `[note] Author: words`.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.intake.pdf_text import Box, shown
from greffier.records import Concealed, Leaf, Word
from greffier.text import clean

_MOST, _LONGEST = 1_000, 20_000  # annotations of a page, characters of one
_HIDDEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_CHOSEN = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_SILENT = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_CERTAIN = 100


class Note(NamedTuple):
    """One line: its label, what it says, where it lies (None: nowhere on what is shown), whether viewers hide it."""

    label: str
    text: str
    box: Box | None
    hidden: bool


def notes(page: pypdfium2.PdfPage) -> list[Note]:
    """Return the values and notes of a page in the order of the file."""
    where = shown(page)
    found: list[Note] = []
    for annotation in _annotations(page):
        label, text = _said(page, annotation)
        text = " ".join(clean(text).split())
        if any(map(str.isalnum, text)):
            side = pdfium.FS_RECTF()
            placed = bool(pdfium.FPDFAnnot_GetRect(annotation, side))
            box = where.box(side.left, side.bottom, side.right, side.top) if placed else None
            hidden = bool(pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN)
            found.append(Note(" ".join(clean(label).split()), text, box, hidden))
    return found


def pinned(page: pypdfium2.PdfPage) -> list[Any]:
    """The files pinned to a page, as PDFium's attachments."""
    return [
        attached
        for annotation in _annotations(page)
        if pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_FILEATTACHMENT
        and (attached := pdfium.FPDFAnnot_GetFileAttachment(annotation))
    ]


def with_notes(leaf: Leaf, told: list[Note]) -> Leaf:
    """The leaf with these lines below its text; each word of a line has its share of the box of its note."""
    text, words, concealed = leaf.text, list(leaf.words), list(leaf.hidden)
    for number, note in enumerate(told):
        text += "" if not text else "\n" if number else "\n\n"
        start = len(text)
        text += f"{note.label} {note.text}"
        if note.box is not None and not note.hidden:
            words += _words(text, start + len(note.label) + 1, note.box)
        if note.hidden:
            concealed.append(Concealed(start, len(text), "annotation", note.box))
    return replace(leaf, text=text, words=tuple(words), hidden=tuple(concealed))


def _words(text: str, start: int, box: Box) -> Iterator[Word]:
    x0, y0, x1, y1 = box
    share = (x1 - x0) / (len(text) - start)
    at = start
    for token in text[start:].split(" "):
        end = at + len(token)
        yield Word(at, end, x0 + (at - start) * share, y0, x0 + (end - start) * share, y1, _CERTAIN)
        at = end + 1


def _annotations(page: pypdfium2.PdfPage) -> Iterator[Any]:
    for index in range(max(0, min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if annotation:
            yield annotation
            pdfium.FPDFPage_CloseAnnot(annotation)


def _said(page: pypdfium2.PdfPage, annotation: Any) -> tuple[str, str]:
    """The label and the words of an annotation; no words where it says nothing."""
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind in _SILENT:
        return "", ""
    if kind == pdfium.FPDF_ANNOT_WIDGET:
        return _field(page, annotation)
    author = string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"T", buffer, size))
    said = string(lambda buffer, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
    return f"[note] {author}:" if author.strip() else "[note]", said


def _field(page: pypdfium2.PdfPage, annotation: Any) -> tuple[str, str]:
    form = page.formenv.raw if page.formenv else None
    if form is None:
        return "", ""
    name = string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldAlternateName(form, annotation, buffer, size))
    if not name.strip():
        name = string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldName(form, annotation, buffer, size))
    label = f"[form] {name}:" if name.strip() else "[form]"
    if pdfium.FPDFAnnot_GetFormFieldType(form, annotation) in _CHOSEN:
        chosen = pdfium.FPDFAnnot_IsChecked(form, annotation)
        return label, string(
            lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldExportValue(form, annotation, buffer, size)
        ) if chosen else ""
    return label, string(lambda buffer, size: pdfium.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, size))


def string(ask: Callable[[Any, int], int]) -> str:
    """What PDFium writes into a buffer as UTF-16, cut where it is too long."""
    size = min(ask(None, 0), 2 * _LONGEST)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    written = ask(buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: min(written, size)].decode("utf-16-le", "replace").rstrip("\x00")
