"""Files inside a PDF: embedded in the document, members of a portfolio, pinned to a page, the data of an XFA form."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from greffier.intake.naming import Names
from greffier.records import Member

_MOST_PACKETS, _LARGEST_PACKET = 50, 64 << 20


def embedded(document: pypdfium2.PdfDocument, names: Names) -> Iterator[Member]:
    """The files of the document as a whole, then the data that was typed into an XFA form."""
    yield from members((document.get_attachment(index) for index in range(document.count_attachments())), names)
    for index in range(max(0, min(pdfium.FPDF_GetXFAPacketCount(document.raw), _MOST_PACKETS))):
        if _packet_name(document, index) == "datasets" and (content := _packet(document, index)):
            yield Member(names.safe("xfa-datasets.xml"), content)


def members(attachments: Iterable[pypdfium2.PdfAttachment], names: Names) -> Iterator[Member]:
    """These files under safe names; one that is announced and not there is left out."""
    for attachment in attachments:
        try:
            content = bytes(attachment.get_data())
        except pypdfium2.PdfiumError:
            continue
        yield Member(names.safe(attachment.get_name()), content)


def _packet_name(document: pypdfium2.PdfDocument, index: int) -> str:
    buffer = ctypes.create_string_buffer(64)
    written = pdfium.FPDF_GetXFAPacketName(document.raw, index, buffer, 64)
    return buffer.raw[: max(0, min(written, 64) - 1)].decode("ascii", "replace")


def _packet(document: pypdfium2.PdfDocument, index: int) -> bytes:
    size = ctypes.c_ulong()
    if not pdfium.FPDF_GetXFAPacketContent(document.raw, index, None, 0, size) or size.value > _LARGEST_PACKET:
        return b""
    buffer = ctypes.create_string_buffer(size.value)
    pdfium.FPDF_GetXFAPacketContent(document.raw, index, buffer, size.value, size)
    return buffer.raw
