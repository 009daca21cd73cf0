"""Files are known by their bytes, whatever they are called."""

from __future__ import annotations

import pytest

from greffier.intake.identify import identify, refusal
from greffier.intake.signatures import NAMES, OLD_OFFICE_STREAMS, SIGNATURES, ZIP_MEMBERS
from greffier.plugins import FORMATS

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"junk before\r\n%PDF-1.4", "x.doc", "application/pdf"),
        (b"MZ\x90\x00", "invoice.pdf", "application/x-executable"),
        (b"\x7fELF\x02", "photo.jpg", "application/x-executable"),
        (OLE + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(9), "x.docx", "application/msword"),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(9), "x.docx", "application/x-encrypted"),
        (OLE + bytes(500), "x.doc", "application/x-ole-storage"),
        (b"{\\rtf1 x}", "x.doc", "application/rtf"),
        (b"From: a@quai.example\nTo: b@quai.example\n\nbody", "x.txt", "message/rfc822"),
        (b"From: Odile\nSent: Monday, 8 May 2023 9:40 AM\nTo: Yann\nSubject: the shed\n\nbody", "x.txt", "text/plain"),
        (b"\r\nReceived: by quai\r\n\twith x\r\nSUBJECT : y\r\n\r\nbody", "x", "message/rfc822"),
        (b"From: the quay\nwe saw the ship leave.", "x.eml", "text/plain"),
        (b"Date: 4 mai 2023\nLieu : quai 4\nObjet : caisses\n", "x.txt", "text/plain"),
        (b"From odile Thu May  4 10:00:00 2023\nFrom: o@quai.example\n", "x", "application/mbox"),
        (b"<!DOCTYPE html><title>x</title>", "x.txt", "text/html"),
        (b"\xef\xbb\xbf  <html>", "x", "text/html"),
        (b"<?xml version='1.0'?><html xmlns='x'>", "x.xml", "text/html"),
        (b"<?xml version='1.0'?><svg/>", "x.xml", "image/svg+xml"),
        (b"<?xml version='1.0'?><calls/>", "x.xml", "application/xml"),
        (b"a < b and <p> is no markup here", "x.txt", "text/plain"),
        (b"a;b;c\n1;2;3\n4;5;6\n7;8;9\n", "x.txt", "text/csv"),
        (b"a;b\n1;2\n", "x.csv", "text/csv"),
        (b"a;b\n1;2\n", "x.txt", "text/plain"),
        (b"Odile, who counts, says so.\nYann, who does not, denies.\n" * 9, "x.txt", "text/plain"),
        ("Le dépôt".encode("utf-16"), "x", "text/plain"),
        (bytes(range(256)) * 9, "x.txt", "application/octet-stream"),
        (b"\x00", "x.txt", "application/octet-stream"),
    ],
)
def test_kinds(untrusted, content, name, media_type):
    assert identify(untrusted(content), name) == media_type


@pytest.mark.parametrize(
    ("members", "media_type"),
    [
        ({"a.txt": "x"}, "application/zip"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "application/vnd.oasis.opendocument.text"),
        ({"mimetype": "not a type\n"}, "application/zip"),
        ({"META-INF/MANIFEST.MF": "x", "A.class": "x"}, "application/x-executable"),
        ({"xl/workbook.bin": "x"}, "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ],
)
def test_kinds_of_zip(untrusted, zipped, members, media_type):
    assert identify(untrusted(zipped(members)), "x.docx") == media_type


def test_a_refusal_says_what_it_is():
    assert refusal("application/msword") == "An old Word file (.doc); not read yet."
    assert refusal("application/x-executable") == "A program; programs are not opened."
    assert refusal("application/x-encrypted") == "An encrypted file; it needs a password."
    assert refusal("audio/mpeg") == "A sound recording; not read yet."
    assert refusal("application/octet-stream") == "A file of an unknown kind; not read yet."


def test_every_kind_that_is_known_is_read_or_has_a_name():
    known = {kind for *_, kind in (*SIGNATURES, *OLD_OFFICE_STREAMS, *ZIP_MEMBERS)}
    families = ("audio/", "video/", "image/", "font/")
    assert [kind for kind in known if kind not in FORMATS | NAMES and not kind.startswith(families)] == []
