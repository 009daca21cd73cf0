"""Word documents give all their text in order, page by page, and the files put into them."""

from __future__ import annotations

import io

import pytest
from docx import Document
from docx.enum.text import WD_BREAK

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.office import Word
from greffier.records import Leaf, Member

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def opened(file):
    return list(Word().open(file, "x.docx", Limits()))


def texts(file):
    return [record.text for record in opened(file) if isinstance(record, Leaf)]


def written(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def body(zipped, markup: str, **parts: str) -> bytes:
    main = {"word/document.xml": f"<w:document {W}><w:body>{markup}</w:body></w:document>"}
    return zipped(main | {f"word/{name}.xml": part for name, part in parts.items()})


def test_paragraphs_tables_headers_in_order(untrusted):
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Brigade du port"
    document.sections[0].footer.paragraphs[0].text = "Confidentiel"
    document.add_paragraph("Avant")
    table = document.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"c{number}"
    document.add_paragraph("Après")
    [text] = texts(untrusted(written(document)))
    assert text.split() == "Brigade du port Avant c0 | c1 c2 | c3 Après Confidentiel".split()
    assert "c0 | c1\nc2 | c3\n" in text


def test_page_breaks_part_pages(untrusted):
    document = Document()
    document.add_paragraph("Un").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Deux")
    document.add_paragraph("Trois").paragraph_format.page_break_before = True
    assert [text.strip() for text in texts(untrusted(written(document)))] == ["Un", "Deux", "Trois"]


def test_deleted_words_are_left_out_and_inserted_ones_kept(untrusted, zipped):
    markup = (
        "<w:p><w:r><w:t>douze</w:t></w:r><w:del><w:r><w:delText> sacs</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t xml:space='preserve'> caisses</w:t></w:r></w:ins></w:p>"
    )
    assert texts(untrusted(body(zipped, markup))) == ["douze caisses"]


def test_notes_and_comments_stand_behind(untrusted, zipped):
    markup = "<w:p><w:r><w:t>Le quai</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = f"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>Quai 4.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    comments = f"<w:comments {W}><w:comment w:id='0'><w:p><w:r><w:t>Vu.</w:t></w:r></w:p></w:comment></w:comments>"
    content = body(zipped, markup, footnotes=notes, comments=comments)
    assert texts(untrusted(content)) == ["Le quai[2]\n\nFootnote 2: Quai 4.\n\nComment 0: Vu."]


def test_embedded_files_and_large_pictures_are_members(untrusted, zipped):
    parts = {
        "word/document.xml": f"<w:document {W}><w:body><w:p/></w:body></w:document>",
        "word/embeddings/sheet.xlsx": b"PK",
        "word/media/logo.png": b"small",
        "word/media/scan.png": bytes(range(256)) * 200,
    }
    assert [record.name for record in opened(untrusted(zipped(parts))) if isinstance(record, Member)] == [
        "sheet.xlsx", "scan.png",
    ]  # fmt: skip


def test_entities_are_not_expanded(untrusted, zipped):
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = (
        f'<!DOCTYPE x [<!ENTITY e0 "boom">{lines}<!ENTITY out SYSTEM "file:///etc/hostname">]>'
        f"<w:document {W}><w:body><w:p><w:r><w:t>douze &e11; &out;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert [text.strip() for text in texts(untrusted(zipped({"word/document.xml": bomb})))] == ["douze"]


def test_without_text_it_is_refused(untrusted, zipped):
    with pytest.raises(SourceRefused, match="no text"):
        opened(untrusted(body(zipped, "<w:p/>")))


def test_damage_is_broken(untrusted, zipped):
    with pytest.raises(SourceBroken):
        opened(untrusted(zipped({"word/document.xml": b""})))
