"""Every format keeps the contract: it is known by its bytes, its pages are in order, damage never leaves its errors."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import struct
import tarfile
import zipfile
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.identify import identify
from greffier.intake.opening import open_untrusted
from greffier.plugins import FORMATS, load
from greffier.records import Identified, Leaf, Member
from greffier.running.isolated import Isolated
from greffier.text import clean

FILES = Path(__file__).parents[1] / "intake" / "files"
LINE = "Le 4 mai, Odile compte douze caisses sur le quai."


def saved(thing, *arguments, **named) -> bytes:
    out = io.BytesIO()
    thing.save(out, *arguments, **named)
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for _ in range(2):
        canvas.drawString(72, 700, LINE)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def zipped(**members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            path = name.replace("SLASH", "/").replace("__", "/").replace("DOT", ".").replace("META_INF", "META-INF")
            archive.writestr(path, content)
    return out.getvalue()


def tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        entry = tarfile.TarInfo("note.txt")
        entry.size = len(LINE)
        archive.addfile(entry, io.BytesIO(LINE.encode()))
    return out.getvalue()


def docx() -> bytes:
    document = Document()
    document.add_paragraph(LINE)
    return saved(document)


def xlsx() -> bytes:
    book = Workbook()
    book.active.append(["Qui", "Combien"])
    book.active.append(["Odile", 12])
    return saved(book)


def binary_record(kind: int, body: bytes = b"") -> bytes:
    """A record of a binary workbook: its kind and its length as numbers of seven bits a byte."""
    head = bytes([kind & 127 | 128, kind >> 7]) if kind > 127 else bytes([kind])
    return head + bytes([len(body)]) + body


def binary_text(told: str) -> bytes:
    return struct.pack("<I", len(told)) + told.encode("utf-16-le")


def xlsb() -> bytes:
    book = binary_record(131) + binary_record(143)
    book += binary_record(156, struct.pack("<II", 0, 1) + binary_text("rId1") + binary_text("Pesées"))
    book += binary_record(144) + binary_record(132)
    rows = b""
    for row, (who, count) in enumerate((("Odile", 12.0), ("Yann", 13.5))):
        rows += binary_record(0, struct.pack("<I", row) + bytes(21))
        rows += binary_record(6, struct.pack("<II", 0, 0) + binary_text(who))
        rows += binary_record(5, struct.pack("<IId", 1, 0, count))
    sheet = binary_record(129) + binary_record(148, struct.pack("<IIII", 0, 1, 0, 1)) + binary_record(145)
    sheet += rows + binary_record(146) + binary_record(130)
    tie = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ties = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{tie}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    members = {
        "xl__workbookDOTbin": book,
        "xlSLASH_relsSLASHworkbookDOTbinDOTrels": ties,
        "xl__worksheets__sheet1DOTbin": sheet,
    }
    return zipped(**members)


def mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "odile@quai.example", "yann@quai.example", "Caisses"
    message.set_content(LINE)
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="annexe.pdf")
    return message.as_bytes()


def open_document(kind: str, body: str) -> bytes:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
        ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">'
        f"<office:body>{body}</office:body></office:document-content>"
    )
    return zipped(mimetype=f"application/vnd.oasis.opendocument.{kind}", contentDOTxml=content)


def slides() -> bytes:
    slide = f'<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>{LINE}</a:t></a:r></a:p></p:sld>'
    return zipped(ppt__presentationDOTxml="<p/>", ppt__slides__slide1DOTxml=slide, ppt__slides__slide2DOTxml=slide)


def picture(kind: str) -> bytes:
    return saved(Image.new("L", (200, 100), 200), kind)


SAMPLES = {
    "application/pdf": pdf(),
    "text/plain": LINE.encode(),
    "text/html": f"<html><body><p>{LINE}</p></body></html>".encode(),
    "text/csv": b"Qui;Combien;Quand\n" + b"Odile;12;04/05/2023\n" * 5,
    "message/rfc822": mail(),
    "multipart/related": (
        b'Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary=x\n\n'
        + f"--x\nContent-Type: text/html\n\n<html><p>{LINE}</p></html>\n--x--\n".encode()
    ),
    "application/mbox": b"From odile Thu May  4 10:00:00 2023\nFrom: odile@quai.example\nSubject: x\n\nLe quai.\n",
    "application/zip": zipped(noteDOTtxt=LINE),
    "application/epub+zip": zipped(
        mimetype="application/epub+zip",
        META_INF__containerDOTxml='<container><rootfile full-path="o/b.opf"/></container>',
        o__bDOTopf='<package><item id="a" href="1.xhtml"/><itemref idref="a"/></package>',
        o__1DOTxhtml=f"<html><body><p>{LINE}</p></body></html>",
    ),
    "application/x-tar": tar(),
    "application/gzip": gzip.compress(LINE.encode(), mtime=0),
    "application/x-bzip2": bz2.compress(LINE.encode()),
    "application/x-xz": lzma.compress(LINE.encode()),
    "application/rtf": b"{\\rtf1\\ansi\\ansicpg1252 Le 4 mai, la pes\\'e9e.\\par}",
    "application/xml": b"<?xml version='1.0'?><caisses>douze</caisses>",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx(),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": xlsx(),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": slides(),
    "application/vnd.ms-excel": (FILES / "call-list-hidden-sheet-read.xls").read_bytes(),
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": xlsb(),
    "application/vnd.oasis.opendocument.text": open_document(
        "text", f"<office:text><text:p>{LINE}</text:p></office:text>"
    ),
    "application/vnd.oasis.opendocument.spreadsheet": open_document(
        "spreadsheet",
        '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell><text:p>12</text:p>'
        "</table:table-cell></table:table-row></table:table></office:spreadsheet>",
    ),
    "application/vnd.oasis.opendocument.presentation": open_document(
        "presentation", f"<office:presentation><draw:page><text:p>{LINE}</text:p></draw:page></office:presentation>"
    ),
    "image/png": picture("PNG"),
    "image/jpeg": picture("JPEG"),
    "image/tiff": picture("TIFF"),
    "image/bmp": picture("BMP"),
    "image/gif": picture("GIF"),
    "image/webp": picture("WEBP"),
    "image/avif": picture("AVIF"),
    "image/jp2": picture("JPEG2000"),
}


XLSB = "application/vnd.ms-excel.sheet.binary.macroenabled.12"
MAY_CRASH = ("application/pdf", "application/vnd.ms-excel", XLSB)  # pdfium and calamine, on damage that they miss
OPEN = "application/vnd.oasis.opendocument."
_FILES = Path(__file__).parents[1] / "intake" / "samples"
SAMPLES |= {
    "application/x-7z-compressed": (_FILES / "read-plain.7z").read_bytes(),
    "application/vnd.rar": (_FILES / "read-stored.rar").read_bytes(),
    "application/vnd.ms-cab-compressed": (_FILES / "read-cabinet.cab").read_bytes(),
    "application/x-iso9660-image": gzip.decompress((_FILES / "read-disc.iso.gz").read_bytes()),
    "application/x-cpio": (_FILES / "read-newc.cpio").read_bytes(),
    "application/x-archive": (_FILES / "read-objects.ar").read_bytes(),
    "application/x-lha": (_FILES / "read-stored.lzh").read_bytes(),
    "application/x-xar": (_FILES / "read-plain.xar").read_bytes(),
    "application/warc": (_FILES / "read-plain.warc").read_bytes(),
    "application/zstd": (_FILES / "read-tar.zst").read_bytes(),
    "application/x-lz4": (_FILES / "read-tar.lz4").read_bytes(),
    "application/x-compress": (_FILES / "read-tar.Z").read_bytes(),
    "application/x-lzip": (_FILES / "read-tar.lz").read_bytes(),
    "application/vnd.ms-tnef": (_FILES / "read-winmail.dat").read_bytes(),
    "application/x-ole-storage": (_FILES / "read-package.bin").read_bytes(),
    "application/vnd.ms-outlook": (_FILES / "read-plain-and-attachments.msg").read_bytes(),
    "application/vnd.ms-wordml": (_FILES / "read-word-2003.xml").read_bytes(),
    f"{OPEN}text-flat-xml": (_FILES / "read-flat-text.fodt").read_bytes(),
    f"{OPEN}spreadsheet-flat-xml": (_FILES / "read-flat-table.fods").read_bytes(),
    f"{OPEN}presentation-flat-xml": (
        f"<office:document xmlns:office='o' xmlns:text='t' xmlns:draw='d' office:mimetype='{OPEN}presentation'>"
        f"<office:body><office:presentation><draw:page><text:p>{LINE}</text:p></draw:page></office:presentation>"
        "</office:body></office:document>"
    ).encode(),
}


@pytest.fixture(params=sorted(FORMATS))
def media_type(request):
    return request.param


@pytest.fixture
def sample(media_type, tmp_path):
    file = tmp_path / "untrusted"
    file.write_bytes(SAMPLES[media_type])
    return file


def opened(file: Path, media_type: str) -> list[Leaf | Member]:
    return list(load(FORMATS, media_type)().open(file, "given.bin", Limits()))


def test_it_is_known_by_its_bytes_whatever_its_name(sample, media_type):
    name = "x.csv" if media_type == "text/csv" else "misleading.exe"
    assert identify(sample, name) == media_type


def test_it_yields_pages_in_order_or_members(sample, media_type):
    records = opened(sample, media_type)
    leaves = [record for record in records if isinstance(record, Leaf)]
    members = [record for record in records if isinstance(record, Member)]
    assert [leaf.number for leaf in leaves] == list(range(1, len(leaves) + 1))
    assert leaves or members
    assert all(leaf.text.strip() or leaf.scanned for leaf in leaves)
    assert all(member.name and isinstance(member.content, bytes) for member in members)


def test_its_text_is_clean_and_its_words_are_exact(sample, media_type):
    for leaf in opened(sample, media_type):
        if isinstance(leaf, Leaf):
            assert clean(leaf.text) == leaf.text
            for word in leaf.words:
                assert leaf.text[word.start : word.end].split() == [leaf.text[word.start : word.end]]
                assert 0 <= word.x0 < word.x1 <= 1
                assert 0 <= word.y0 < word.y1 <= 1


def test_the_same_file_gives_the_same_records(sample, media_type):
    assert opened(sample, media_type) == opened(sample, media_type)


def test_in_the_sandbox_it_gives_the_same_as_outside(sample, media_type):
    name = "x.csv" if media_type == "text/csv" else "x"
    answers = list(Isolated().run("greffier.intake.opening:open_untrusted", sample, {"name": name}, Limits()))
    outside = list(load(FORMATS, media_type)().open(sample, name, Limits()))
    assert answers == [Identified(media_type), *outside]


def damaged(content: bytes, seed: int) -> bytes:
    """Cut short, with bytes changed, or both."""
    chance = random.Random(seed)
    cut = bytearray(content[: chance.randint(1, len(content))] if seed % 2 else content)
    for _ in range(chance.randint(1, 20)):
        cut[chance.randrange(len(cut))] = chance.randrange(256)
    return bytes(cut)


def test_damage_ends_as_broken_or_refused(media_type, tmp_path):
    """Outside the sandbox, where an unforeseen error would show; those whose parser may crash are damaged elsewhere."""
    file = tmp_path / "untrusted"
    for seed in range(0 if media_type in MAY_CRASH else 30):
        file.write_bytes(damaged(SAMPLES[media_type], seed))
        with suppress(SourceBroken, SourceRefused):
            first, *_ = open_untrusted(file, {"name": "given.bin"}, Limits())
            assert isinstance(first, Identified)


@pytest.mark.parametrize("media_type", MAY_CRASH)
def test_damaged_ones_that_crash_their_parser_end_as_broken_or_refused_in_the_sandbox(media_type, tmp_path):
    file = tmp_path / "untrusted"
    for seed in range(8):
        file.write_bytes(damaged(SAMPLES[media_type], seed))
        with suppress(SourceBroken, SourceRefused):
            list(Isolated().run("greffier.intake.opening:open_untrusted", file, {"name": "x"}, Limits(seconds=20)))
