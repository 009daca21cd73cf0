"""Books are read in the order that they tell, and encrypted ones say so."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.book import Book

PARTS = {
    "META-INF/container.xml": '<container><rootfiles><rootfile full-path="text/book.opf"/></rootfiles></container>',
    "text/book.opf": '<package><manifest><item id="b" href="a.xhtml"/><item id="a" href="z%20z.xhtml"/></manifest>'
    '<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>',
    "text/a.xhtml": "<html><body><p>Le second chapitre.</p></body></html>",
    "text/z z.xhtml": "<html><body><p>Le premier chapitre.</p></body></html>",
}


def test_chapters_in_the_order_of_reading(untrusted, zipped):
    leaves = list(Book().open(untrusted(zipped(PARTS)), "x.epub", Limits()))
    assert [(leaf.number, leaf.text) for leaf in leaves] == [(1, "Le premier chapitre."), (2, "Le second chapitre.")]


def test_encrypted_chapters_are_told_and_encrypted_fonts_are_no_matter(untrusted, zipped):
    told = (
        '<encryption><EncryptedData><CipherData><CipherReference URI="{}"/></CipherData></EncryptedData></encryption>'
    )
    font = PARTS | {"META-INF/encryption.xml": told.format("text/font.otf")}
    assert len(list(Book().open(untrusted(zipped(font)), "x.epub", Limits()))) == 2
    locked = PARTS | {"META-INF/encryption.xml": told.format("text/a.xhtml")}
    with pytest.raises(SourceRefused, match="encrypted"):
        list(Book().open(untrusted(zipped(locked)), "x.epub", Limits()))


def test_a_book_without_a_table_is_broken(untrusted, zipped):
    with pytest.raises(SourceBroken):
        list(Book().open(untrusted(zipped({"a.xhtml": "<p>x</p>"})), "x.epub", Limits()))
