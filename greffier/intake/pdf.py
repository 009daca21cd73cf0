"""PDF: the text layer of each page with its words, pages that must be recognised, embedded files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.naming import Names
from greffier.intake.pdf_attached import embedded, members
from greffier.intake.pdf_doubt import doubt
from greffier.intake.pdf_hidden import hidden
from greffier.intake.pdf_look import Seen, look
from greffier.intake.pdf_notes import notes, pinned, string, with_notes
from greffier.intake.pdf_order import in_reading_order
from greffier.intake.pdf_picture import coarse, ink, unmarked
from greffier.intake.pdf_plain import is_plain
from greffier.intake.pdf_text import Placed, assembled, read_page, without_copies, worthless
from greffier.records import Concealed, Leaf, Lost, Member, digest
from greffier.text import clean

_UNKNOWN = 80  # confidence in a reading that came with the file: its engine's own is not kept in a PDF
_PASSWORD, _SECURITY = 4, 5  # FPDF_GetLastError; PDFium asks for a password where qpdf needs none
_TAIL = 4_096  # bytes in which a whole PDF says where it ends
_FEW = 150  # characters: a stamp or a header over a picture of a page, not its text
_WHOLE, _HALF = 0.8, 0.5  # of the page covered by one picture
_PART, _INK = 0.15, 0.004  # of the page: a picture large enough to hold text, and dark enough
_SOME = 20  # words, or objects: fewer say nothing of a page
_PICTURE = "a part of it is a picture"
_LONGEST_LABEL = 40
_TOO_MANY_OBJECTS = 50_000  # to be drawn just to see what is hidden: a map, not a page


class Pdf:
    """Opens PDF files with PDFium. Offsets and boxes of words are exact on the text that it yields."""

    def open(self, untrusted_path: Path, name: str, limits: Limits) -> Iterator[Leaf | Lost | Member]:
        """Yield each page that can be read, then the embedded files. Raises as `contracts.Format`."""
        document, whole = _opened(untrusted_path)
        count = len(document)
        if count == 0:
            raise SourceBroken("The PDF has no pages.")
        if count > limits.pages:
            raise SourceRefused(f"The PDF says that it has {count} pages; the limit is {limits.pages}.")
        document.init_forms()  # before any page is loaded, or what was typed into a form is not there
        names = Names()
        program = document.get_metadata_value("Producer")
        for number in range(limits.first, count + 1):
            try:
                leaf, pinned_files = _leaf(document, number, program, names)
            except pypdfium2.PdfiumError:
                yield Lost(number, "The PDF is damaged here.")
                continue
            if whole or leaf.text or leaf.scanned:
                yield leaf
                yield from pinned_files
            else:
                yield Lost(number, "The PDF is cut short, and what this page holds is missing.")
        yield from embedded(document, names)
        if not whole:
            raise SourceBroken(f"The PDF is cut short: after page {count} others may be lost.")


def _opened(untrusted_path: Path) -> tuple[pypdfium2.PdfDocument, bool]:
    """The document, and whether it is whole."""
    try:
        return pypdfium2.PdfDocument(untrusted_path), _has_end(untrusted_path)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == _SECURITY:
            raise SourceRefused("The PDF is encrypted in a way that is not read.") from error
    return _mended(untrusted_path), code == _PASSWORD and _has_end(untrusted_path)


def _has_end(untrusted_path: Path) -> bool:
    with untrusted_path.open("rb") as stream:
        stream.seek(max(0, untrusted_path.stat().st_size - _TAIL))
        tail = stream.read()
    return b"%%EOF" in tail or b"startxref" in tail


def _mended(untrusted_path: Path) -> pypdfium2.PdfDocument:
    """What qpdf can put together of a PDF that PDFium does not open."""
    from pikepdf import PasswordError, PdfError  # seldom needed, and slow to import
    from pikepdf import Pdf as Mended

    try:
        with Mended.open(untrusted_path) as mended:
            if not mended.pages:
                raise SourceBroken("The PDF has no pages.")
            whole = BytesIO()
            mended.save(whole)
        return pypdfium2.PdfDocument(whole.getvalue())
    except PasswordError as error:
        raise SourceRefused("The PDF is encrypted: it needs a password.") from error
    except (PdfError, pypdfium2.PdfiumError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise SourceBroken("The PDF is damaged: it cannot be opened.") from error


def _leaf(document: pypdfium2.PdfDocument, number: int, program: str, names: Names) -> tuple[Leaf, list[Member]]:
    """A page with what lies on it beside its content, and the files pinned to it."""
    page = document[number - 1]
    try:
        leaf = replace(_read(page, number, program), label=_label(document, number))
        if pdfium.FPDFPage_GetAnnotCount(page.raw) <= 0:
            return leaf, []
        files = (pypdfium2.PdfAttachment(raw, document) for raw in pinned(page))
        return with_notes(leaf, notes(page)), list(members(files, names))
    finally:
        page.close()


def _read(page: pypdfium2.PdfPage, number: int, program: str) -> Leaf:
    width, height = page.get_size()
    seen = look(page)
    placed = in_reading_order(read_page(page), width, height)
    placed = without_copies(placed) if seen.twofold else placed
    text, words = assembled(placed)
    if _must_be_recognised(text, seen):
        return Leaf(number, "", width, height, scanned=True)
    concealed, doubted = _set_beside_picture(page, placed, text, seen)
    leaf = Leaf(number, text, width, height, words, hidden=concealed, doubt=doubt(text) or doubted)
    if seen.unseen and seen.covered > _HALF:  # a scan that somebody has recognised before
        unsure = tuple(word._replace(confidence=_UNKNOWN) for word in words)
        return replace(leaf, words=unsure, origin="ocr", made=digest(program, "a reading"))
    return replace(leaf, made=digest(program, seen.font))


def _label(document: pypdfium2.PdfDocument, number: int) -> str | None:
    told = string(lambda buffer, size: pdfium.FPDF_GetPageLabel(document.raw, number - 1, buffer, size))
    label = " ".join(clean(told).split())[:_LONGEST_LABEL]
    return label if label and label != str(number) else None


def _must_be_recognised(text: str, seen: Seen) -> bool:
    if worthless(text):
        return seen.objects > 0  # an empty sheet needs no recognition
    signs = len("".join(text.split()))
    return (signs < _FEW and seen.covered > _WHOLE) or (signs < _FEW // 3 and seen.covered > _HALF)


def _set_beside_picture(
    page: pypdfium2.PdfPage, placed: Placed, text: str, seen: Seen
) -> tuple[tuple[Concealed, ...], str]:
    """What of the text is not to be seen, and why the picture makes the text doubtful; nothing where it is plain."""
    if not placed or seen.objects > _TOO_MANY_OBJECTS:
        return (), ""
    drawn = None if is_plain(page) else coarse(page)
    bare = unmarked(drawn, placed) if drawn is not None else None
    concealed = hidden(page, placed, bare, seen)
    if drawn is None or bare is None or seen.unseen:
        return concealed, ""
    if len(bare) > max(_SOME, len(placed) // 2) and not concealed:
        return concealed, "nothing is printed where its words are said to stand"
    little = len(text) < 2 * _FEW and seen.objects >= _SOME
    if seen.covered <= _PART and not little:
        return concealed, ""
    within, outside = ink(drawn, (box for _, box in placed))
    if seen.covered > _PART and outside > _INK:
        return concealed, _PICTURE
    if little and outside > max(2 * _INK, 3 * within):
        return concealed, "most of what it shows is not in its text"
    return concealed, ""
