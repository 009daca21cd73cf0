"""PDF pages come with exact words, boxes as displayed, and a word on whether they must be recognised."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.pdf import Pdf
from greffier.records import Leaf, Member
from greffier.text import clean, fold

WIDTH, HEIGHT = 400, 600
TEXT = "Odile compte douze caisses de bananes sur le quai numéro quatre avant midi."


def drawn(draw, pages=1, **options) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1, **options)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(content: bytes, change) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        change(document)
        document.save(out)
    return out.getvalue()


def corner(canvas) -> None:
    """A word near the top left corner of the sheet, and enough others."""
    canvas.drawString(20, 570, "Haut")
    for line in range(4):
        canvas.drawString(20, 300 - 12 * line, TEXT)


def opened(file, limits=None) -> list[Leaf | Member]:
    return list(Pdf().open(file, "x.pdf", limits or Limits()))


def page(content, untrusted) -> Leaf:
    [leaf] = opened(untrusted(content))
    return leaf


def box_of(leaf, text):
    [word] = [word for word in leaf.words if leaf.text[word.start : word.end] == text]
    return word


def test_words_stand_where_they_are_drawn(untrusted):
    leaf = page(drawn(corner), untrusted)
    word = box_of(leaf, "Haut")
    assert (leaf.width, leaf.height) == (WIDTH, HEIGHT)
    assert word.x0 == pytest.approx(20 / WIDTH, abs=0.01)
    assert word.y0 < 1 - 570 / HEIGHT < word.y1
    assert all(leaf.text[word.start : word.end].strip() for word in leaf.words)
    assert [leaf.text[word.start : word.end] for word in leaf.words] == leaf.text.split()
    assert leaf.text.startswith("Haut\n\nOdile compte douze")


@pytest.mark.parametrize(
    ("turned", "near"), [(90, ("right", "top")), (180, ("right", "bottom")), (270, ("left", "bottom"))]
)
def test_boxes_turn_with_the_page(untrusted, turned, near):
    content = changed(drawn(corner), lambda document: document.pages[0].rotate(turned, relative=False))
    leaf = page(content, untrusted)
    word = box_of(leaf, "Haut")
    assert (leaf.width, leaf.height) == ((HEIGHT, WIDTH) if turned in (90, 270) else (WIDTH, HEIGHT))
    assert ("right" if word.x0 > 0.5 else "left", "bottom" if word.y0 > 0.5 else "top") == near


def test_boxes_are_fractions_of_what_is_shown_of_the_page(untrusted):
    def crop(document):
        document.pages[0].cropbox = [0, 200, 400, 600]

    leaf = page(changed(drawn(corner), crop), untrusted)
    assert leaf.height == 400
    assert box_of(leaf, "Haut").y0 == pytest.approx((600 - 580) / 400, abs=0.02)


def test_a_word_parted_at_the_end_of_a_line_is_found_whole(untrusted):
    def draw(canvas):
        canvas.drawString(20, 500, "Odile a relu toute la procé-")
        canvas.drawString(20, 488, "dure avant de signer la der-")
        canvas.drawString(20, 476, "nière page du carnet de bord.")

    leaf = page(drawn(draw), untrusted)
    assert "procé-\ndure" in leaf.text
    assert "toute la procedure avant" in fold(leaf.text).text
    assert clean(leaf.text) == leaf.text


def test_a_wider_gap_parts_paragraphs(untrusted):
    def draw(canvas):
        for at in (500, 488, 476, 430, 418):
            canvas.drawString(20, at, TEXT)

    assert [len(part.splitlines()) for part in page(drawn(draw), untrusted).text.split("\n\n")] == [3, 2]


def scan(canvas):
    canvas.drawImage(ImageReader(Image.new("L", (100, 150), 220)), 0, 0, WIDTH, HEIGHT)


def test_a_picture_of_a_page_must_be_recognised(untrusted):
    leaf = page(drawn(scan), untrusted)
    assert (leaf.scanned, leaf.text, leaf.words) == (True, "", ())


def test_so_must_one_with_a_stamp_on_it(untrusted):
    def draw(canvas):
        scan(canvas)
        canvas.drawString(340, 580, "D0147")

    assert page(drawn(draw), untrusted).scanned


def test_a_text_with_a_picture_in_it_is_read(untrusted):
    def draw(canvas):
        canvas.drawImage(ImageReader(Image.new("L", (10, 10), 220)), 300, 20, 60, 60)
        corner(canvas)

    leaf = page(drawn(draw), untrusted)
    assert not leaf.scanned
    assert TEXT in leaf.text


def test_a_reading_laid_under_a_scan_is_known_as_such(untrusted):
    def draw(canvas):
        scan(canvas)
        under = canvas.beginText(20, 500)
        under.setTextRenderMode(3)
        under.textLines([TEXT] * 4)
        canvas.drawText(under)

    leaf = page(drawn(draw), untrusted)
    assert (leaf.origin, leaf.scanned) == ("ocr", False)
    assert {word.confidence for word in leaf.words} == {80}


def test_an_empty_sheet_is_an_empty_page(untrusted):
    leaf = page(drawn(lambda canvas: None), untrusted)
    assert (leaf.text, leaf.scanned) == ("", False)


def test_letters_in_disguise_are_no_text(untrusted):
    def draw(canvas):
        for line in range(12):
            canvas.drawString(20, 500 - 12 * line, "bcdfg hjklm npqrs tvwxz bcdfg hjklm")

    assert page(drawn(draw), untrusted).scanned


def test_a_password_is_needed(untrusted):
    from reportlab.lib.pdfencrypt import StandardEncryption

    content = drawn(corner, encrypt=StandardEncryption("secret", strength=128))
    with pytest.raises(SourceRefused, match="needs a password"):
        opened(untrusted(content))


def test_one_that_only_forbids_printing_is_read(untrusted):
    from reportlab.lib.pdfencrypt import StandardEncryption

    content = drawn(corner, encrypt=StandardEncryption("", ownerPassword="secret", canPrint=0, strength=128))
    assert TEXT in page(content, untrusted).text


def broken_off(untrusted, share):
    file = untrusted((content := drawn(corner, pages=20))[: int(len(content) * share)])
    kept: list[Leaf | Member] = []
    with pytest.raises(SourceBroken) as told:
        kept.extend(Pdf().open(file, "x.pdf", Limits()))
    return kept, str(told.value)


def test_one_cut_short_keeps_its_whole_pages_and_says_so(untrusted):
    kept, told = broken_off(untrusted, 0.9)
    assert kept
    assert all(TEXT in leaf.text for leaf in kept if isinstance(leaf, Leaf))
    assert "cut short" in told or "cannot be read" in told


def test_one_of_which_nothing_is_left_is_broken(untrusted):
    kept, told = broken_off(untrusted, 0.05)
    assert kept == []
    assert told.endswith(".")


def test_no_pages_is_broken(untrusted):
    with pytest.raises(SourceBroken):
        opened(untrusted(b"%PDF-1.4\n%%EOF"))


def test_too_many_pages_are_refused_before_any_is_read(untrusted):
    with pytest.raises(SourceRefused, match="30 pages; the limit is 20"):
        opened(untrusted(drawn(corner, pages=30)), Limits(pages=20))


def test_embedded_files_are_members(untrusted):
    def attach(document):
        document.attachments["../annexe.txt"] = pikepdf.AttachedFileSpec(document, b"annexe", filename="../annexe.txt")

    *_, member = opened(untrusted(changed(drawn(corner), attach)))
    assert member == Member("annexe.txt", b"annexe")
