"""What is painted on a PDF page, in the order of painting, and where each thing stands."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

TEXT, PATH, PICTURE = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE
SHADING, FORM = pdfium.FPDF_PAGEOBJ_SHADING, pdfium.FPDF_PAGEOBJ_FORM
_MOST = 20_000  # things of one page
_DEEPEST = 5  # forms in forms
_LONGEST_NAME = 200

Sides = tuple[float, float, float, float]  # left, bottom, right, top in the units of the page
Matrix = tuple[float, float, float, float, float, float]


class Thing(NamedTuple):
    """An object of a page: PDFium's handle, its kind, and its sides on the page (None where it has none)."""

    raw: Any
    kind: int
    sides: Sides | None


def things(page: pypdfium2.PdfPage) -> list[Thing]:
    """Every object in the order of painting, those inside forms in the place of the form; twenty thousand at most."""
    found: list[Thing] = []
    count = max(0, pdfium.FPDFPage_CountObjects(page.raw))
    for index in range(min(count, _MOST)):
        found.extend(_with_inside(pdfium.FPDFPage_GetObject(page.raw, index), (), _MOST - len(found)))
    return found


def _with_inside(raw: Any, around: tuple[Matrix, ...], room: int) -> Iterator[Thing]:
    kind = pdfium.FPDFPageObj_GetType(raw)
    if kind != FORM:
        if room > 0:
            yield Thing(raw, kind, _placed(bounds(raw), around))
        return
    matrix = pdfium.FS_MATRIX()
    if len(around) == _DEEPEST or not pdfium.FPDFPageObj_GetMatrix(raw, matrix):
        return
    inner = ((matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f), *around)
    for index in range(min(max(0, pdfium.FPDFFormObj_CountObjects(raw)), room)):
        for thing in _with_inside(pdfium.FPDFFormObj_GetObject(raw, index), inner, room):
            yield thing
            room -= 1


def _placed(sides: Sides | None, around: tuple[Matrix, ...]) -> Sides | None:
    """Sides inside forms as they are on the page, the innermost form first."""
    if sides is None:
        return None
    for a, b, c, d, e, f in around:
        left, bottom, right, top = sides
        corners = ((left, bottom), (left, top), (right, bottom), (right, top))
        xs = [a * x + c * y + e for x, y in corners]
        ys = [b * x + d * y + f for x, y in corners]
        sides = (min(xs), min(ys), max(xs), max(ys))
    return sides


def bounds(raw: Any) -> Sides | None:
    """The sides of an object in the units of what holds it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(raw, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def fill(raw: Any) -> tuple[int, int, int, int] | None:
    """Red, green, blue and opacity that an object is filled with, 0 to 255 each; None where PDFium cannot tell."""
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(raw, red, green, blue, opacity):
        return None
    return red.value, green.value, blue.value, opacity.value


def is_filled(raw: Any) -> bool:
    """Whether a path is filled, not only drawn as a line."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(raw, mode, stroke)) and mode.value != pdfium.FPDF_FILLMODE_NONE


def marks(raw: Any) -> tuple[str, ...]:
    """The names of the marks around an object in the content of the page: `OC` for an optional layer."""
    names = []
    for index in range(max(0, min(8, pdfium.FPDFPageObj_CountMarks(raw)))):
        buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
        mark = pdfium.FPDFPageObj_GetMark(raw, index)
        if pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
            names.append(bytes(buffer)[: length.value].decode("utf-16-le", "replace").rstrip("\x00"))
    return tuple(names)


def font_name(font: Any) -> str:
    """The name of a font without the tag of its subset: `Arial` of `ABCDEF+Arial`."""
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    written = pdfium.FPDFFont_GetBaseFontName(font, buffer, _LONGEST_NAME)
    name = buffer.raw[: max(0, min(written, _LONGEST_NAME) - 1)].decode("utf-8", "replace")
    return name[7:] if name[6:7] == "+" and name[:6].isupper() else name


def address(raw: Any) -> int:
    """What tells one handle of PDFium's from another."""
    return ctypes.cast(raw, ctypes.c_void_p).value or 0
