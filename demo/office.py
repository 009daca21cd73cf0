"""Spreadsheets, bank exports, Word notes and archives, with every date and order fixed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time
from xml.sax.saxutils import escape

import openpyxl

from .markup import Block, parse
from .source import Source

MOMENT = datetime(2024, 9, 12, 9, 0, 0)
ZIP_MOMENT = (2024, 9, 12, 9, 0, 0)


def archive(members: list[tuple[str, bytes]]) -> bytes:
    """A ZIP with stored members: no compressor, so no dependence on its version."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as box:
        for name, data in members:
            info = zipfile.ZipInfo(name, ZIP_MOMENT)
            info.create_system = 0
            box.writestr(info, data)
    return out.getvalue()


def _repack(data: bytes) -> bytes:
    """Office files are ZIPs stamped with the hour of saving; pack them again without it."""
    with zipfile.ZipFile(io.BytesIO(data)) as box:
        return archive([(name, _undated(name, box.read(name))) for name in sorted(box.namelist())])


def _undated(name: str, data: bytes) -> bytes:
    if name != "docProps/core.xml":
        return data
    fixed = MOMENT.isoformat().encode() + b"Z"
    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + fixed, data)


def statement(source: Source) -> bytes:
    """A bank's CSV: Windows-1252, CRLF, semicolons, decimal commas."""
    return "\r\n".join([*source.pages[0].split("\n"), ""]).encode("cp1252")


def workbook(source: Source) -> bytes:
    """One sheet a page; dates, hours and numbers become cells of their type."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in source.pages:
        title, *rows = page.split("\n")
        sheet = book.create_sheet(title.removeprefix("# "))
        for row in rows:
            sheet.append([_cell(value) for value in row.split(";")])
        sheet.freeze_panes = "A2"
    out = io.BytesIO()
    book.save(out)
    return _repack(out.getvalue())


def _cell(value: str) -> str | int | date | time:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    if re.fullmatch(r"\d\d:\d\d:\d\d", value):
        return time.fromisoformat(value)
    return int(value) if re.fullmatch(r"\d{1,5}", value) else value


def note(source: Source) -> bytes:
    """A Word note, written as its four smallest parts: headings, paragraphs and tables."""
    body = "".join(_word(block) for page in source.pages for block in parse(page))
    return archive([(name, text.format(body=body).encode("utf-8")) for name, text in WORD_PARTS])


def _word(block: Block) -> str:
    if block.kind == "table":
        rows = [row for row in block.rows if set(row[0]) != {"-"}]
        cells = (
            "".join(f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{_run(cell)}</w:tc>' for cell in row)
            for row in rows
        )
        return f"<w:tbl><w:tblPr>{BORDERS}</w:tblPr>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
    return _run(block.text, {"title": "Heading1", "head": "Heading2"}.get(block.kind))


def _run(text: str, style: str | None = None) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPC = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)
WORD_PARTS = [
    (
        "[Content_Types].xml",
        f'{XML}<Types xmlns="{OPC}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPE}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>',
    ),
    (
        "_rels/.rels",
        f'{XML}<Relationships xmlns="{OPC}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    (
        "word/_rels/document.xml.rels",
        f'{XML}<Relationships xmlns="{OPC}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    ),
    (
        "word/styles.xml",
        f'{XML}<w:styles xmlns:w="{WORD}">'
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
            '<w:pPr><w:spacing w:before="240" w:after="120"/></w:pPr>'
            f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
            for key, name, size in (("Heading1", "heading 1", 32), ("Heading2", "heading 2", 26))
        )
        + "</w:styles>",
    ),
    ("word/document.xml", f'{XML}<w:document xmlns:w="{WORD}"><w:body>{{body}}<w:sectPr/></w:body></w:document>'),
]
