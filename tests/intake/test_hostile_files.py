"""Files made to harm: each ends in bounded time as one sentence, in the sandbox, and costs nothing else."""

from __future__ import annotations

import time
import zipfile
import zlib
from dataclasses import replace

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.records import Leaf
from greffier.running.isolated import Isolated

LIMITS = Limits(seconds=20, memory_mb=600)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def pdf(*objects: bytes) -> bytes:
    out, starts = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return out + head + rows + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))


def catalog(kids: bytes, count: int) -> tuple[bytes, bytes]:
    return b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def squeezed(pattern: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(pattern * 1_000) for _ in range(times // 1_000)) + packer.flush()


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>>>"
    return pdf(*catalog(kids, count), FONT, stream(b"BT /F 12 Tf 50 700 Td (Le quai) Tj ET"), *[page] * count)


DEEP_MAIL = b"From: a@quai.example\nSubject: x\n" + b"".join(
    b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (number, number) for number in range(3_000)
)
HARM = {
    "pdf of a stream that expands to 2 GB": pdf(
        *catalog(b"3 0 R", 1), PAGE, stream(squeezed(b"q ", 1_000_000_000), b"/Filter/FlateDecode"), FONT
    ),
    "pdf whose pages hold themselves": pdf(*catalog(b"2 0 R 2 0 R", 1_000_000)),
    "pdf of nested arrays": pdf(*catalog(b"3 0 R", 1), b"[" * 500_000),
    "pdf that claims too many pages": pdf(*catalog(b"3 0 R", 2_147_483_647), PAGE, stream(b""), FONT),
    "mail of nested parts": DEEP_MAIL,
    "mail of nested messages": b"From: a@quai.example\nSubject: x\n" + b"Content-Type: message/rfc822\n\n" * 3_000,
    "html of nested cells": b"<table><tr><td>" * 50_000,
    "html of empty cells": b"<html><p>" + b"| " * 300_000 + b"x",
    "blanks": b"\n \n" * 300_000 + b"x",
    "form feeds": b"\x0c" * 300_000 + b"x",
    "rtf of fonts": b"{\\rtf1 " + b"\\f1" * 60_000,
    "rtf of cells": b"{\\rtf1 " + b"\\cell " * 200_000 + b"x}",
    "quote that never ends": b"a;b\n1;2\n3;4\n5;6\n" + b'"' * 300_001,
}
HARM_ZIPPED = {
    "docx of entities": {
        "word/document.xml": f'<!DOCTYPE x [<!ENTITY e0 "boom">{LAUGHS}]><w:document {WORD}><w:body><w:p><w:r><w:t>a'
        "&e11;</w:t></w:r></w:p></w:body></w:document>"
    },
    "docx of nested paragraphs": {"word/document.xml": f"<w:document {WORD}><w:body>" + "<w:p>" * 200_000},
    "xlsx of entities": {"xl/workbook.xml": f'<!DOCTYPE x [<!ENTITY e0 "boom">{LAUGHS}]><workbook>&e11;</workbook>'},
    "zip of zeros": {"zeros": bytes(150 << 20)},
}


def ended(file, limits=LIMITS) -> tuple[int, str]:
    """How many pages came, and how it ended."""
    pages = 0
    try:
        for record in Isolated().run("greffier.intake.opening:open_untrusted", file, {"name": "x.csv"}, limits):
            pages += isinstance(record, Leaf)
    except (SourceBroken, SourceRefused) as error:
        return pages, str(error)
    return pages, "read"


@pytest.mark.parametrize("harm", [*HARM, *HARM_ZIPPED])
def test_harm_is_bounded(untrusted, zipped, harm):
    file = untrusted(HARM[harm] if harm in HARM else zipped(HARM_ZIPPED[harm]))
    started = time.monotonic()
    _, told = ended(file)
    assert time.monotonic() - started < LIMITS.seconds + 10
    assert told == "read" or told.endswith(".")


def test_ten_thousand_pages_are_read(untrusted):
    assert ended(untrusted(many_pages(10_000)), replace(LIMITS, seconds=90)) == (10_000, "read")


def test_archives_in_archives_are_opened_one_level_at_a_time(untrusted, tmp_path):
    inner = tmp_path / "inner.zip"
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(150 << 20))
    outer = tmp_path / "outer.zip"
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inner, "inner.zip")
    assert ended(outer) == (0, "read")
    assert ended(inner)[1].startswith("The archive would expand to 150 MB")
