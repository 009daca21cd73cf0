"""PDFs in every state: scans in all their makes, pages of all sizes and turns, files damaged or made to harm."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.pdf import Pdf
from greffier.pages.render import draw as drawn
from greffier.records import Leaf, Lost
from greffier.text import clean

WIDTH, HEIGHT = 400, 600
TEXT = "Odile compte douze caisses de bananes sur le quai numéro quatre avant midi."


def made(draw, size=(WIDTH, HEIGHT), pages=1, **options) -> bytes:
    canvas = Canvas(out := io.BytesIO(), pagesize=size, invariant=1, **options)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def changed(content: bytes, change, **options) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as document:
        change(document)
        document.save(out := io.BytesIO(), **options)
    return out.getvalue()


def leaves(file) -> list[Leaf]:
    return [part for part in Pdf().open(file, "x.pdf", Limits()) if isinstance(part, Leaf)]


def lines(canvas, count=6) -> None:
    for line in range(count):
        canvas.drawString(20, 550 - 14 * line, TEXT)


def paper(mode="L") -> Image.Image:
    """A picture of a page with some lines on it."""
    picture = Image.new("L", (800, 1200), 255)
    brush = ImageDraw.Draw(picture)
    for line in range(20):
        for letter in range(0, 700, 12):
            brush.line((50 + letter, 60 + 50 * line, 50 + letter, 84 + 50 * line), fill=0, width=4)
    return picture.convert(mode)


def is_seen_as_a_scan(file) -> None:
    [leaf] = leaves(file)
    assert (leaf.scanned, leaf.text) == (True, "")
    [page] = drawn(file, "application/pdf", [1], 100)
    assert sum(page.image.convert("L").histogram()[:128]) > 0.02 * page.image.width * page.image.height


# --- scans ------------------------------------------------------------------------------------------------------------


def strips(canvas) -> None:
    picture = paper()
    for row in range(120):
        strip = picture.crop((0, 10 * row, 800, 10 * row + 10))
        canvas.drawImage(ImageReader(strip), 0, HEIGHT - 5 * (row + 1), WIDTH, 5)


def layers(canvas) -> None:
    """Paper, then ink through a mask: how a scan is squeezed (MRC)."""
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 60), (250, 245, 230))), 0, 0, WIDTH, HEIGHT)
    ink = Image.new("RGBA", (800, 1200), (10, 10, 10, 0))
    ink.putalpha(paper().point(lambda value: 255 - value))
    canvas.drawImage(ImageReader(ink), 0, 0, WIDTH, HEIGHT, mask="auto")


@pytest.mark.parametrize("draw", [strips, layers], ids=lambda draw: draw.__name__)
def test_scans_of_several_pictures(untrusted, draw):
    is_seen_as_a_scan(untrusted(made(draw)))


def encoded(kind: str) -> tuple[bytes, Dictionary]:
    """The picture of a page as an image of a PDF with this filter."""
    picture, out = paper("1" if kind == "CCITTFaxDecode" else "L"), io.BytesIO()
    told = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 800, "Height": 1200, "ColorSpace": Name.DeviceGray}
    if kind == "CCITTFaxDecode":
        picture.save(out, "TIFF", compression="group4", strip_size=1 << 24)
        with Image.open(out) as fax:
            offsets, counts = fax.tag_v2[273], fax.tag_v2[279]  # type: ignore[attr-defined]
        body = out.getvalue()[offsets[0] : offsets[0] + counts[0]]
        parameters = Dictionary(K=-1, Columns=800, Rows=1200, BlackIs1=True)
        return body, Dictionary(**told, BitsPerComponent=1, Filter=Name.CCITTFaxDecode, DecodeParms=parameters)
    picture.save(out, "JPEG2000" if kind == "JPXDecode" else "JPEG")
    return out.getvalue(), Dictionary(**told, BitsPerComponent=8, Filter=Name(f"/{kind}"))


@pytest.mark.parametrize("kind", ["CCITTFaxDecode", "JPXDecode", "DCTDecode"])
def test_scans_in_every_encoding(untrusted, kind):
    body, told = encoded(kind)

    def change(document):
        picture = document.make_stream(body)
        for key, value in told.items():
            picture[key] = value
        page = document.pages[0]
        page.Resources.XObject = Dictionary(P=picture)
        page.Contents = document.make_stream(b"q 400 0 0 600 0 0 cm /P Do Q")

    is_seen_as_a_scan(untrusted(changed(made(lambda canvas: None), change)))


def test_a_page_of_text_with_a_scanned_part_is_read_both_ways(untrusted):
    def draw(canvas):
        lines(canvas)
        canvas.drawImage(ImageReader(paper()), 20, 20, 300, 400)

    [leaf] = leaves(untrusted(made(draw)))
    assert leaf.text.startswith(TEXT)
    assert leaf.doubt == "a part of it is a picture"


def test_a_pale_picture_behind_the_text_is_no_scanned_part(untrusted):
    def draw(canvas):
        canvas.drawImage(ImageReader(Image.new("L", (40, 60), 235)), 0, 0, WIDTH, HEIGHT)
        lines(canvas)

    [leaf] = leaves(untrusted(made(draw)))
    assert (leaf.doubt, leaf.origin) == ("", "born_digital")


def test_a_text_laid_over_itself_is_read_once(untrusted):
    def draw(canvas):
        lines(canvas)
        under = canvas.beginText(20, 550)
        under.setFont("Helvetica", 10)
        under.setTextRenderMode(3)
        under.setLeading(14)
        under.textLines([TEXT] * 6)
        canvas.drawText(under)

    [leaf] = leaves(untrusted(made(draw)))
    assert leaf.text.split("\n") == [TEXT] * 6
    assert leaf.hidden == ()


def test_a_picture_painted_over_the_text_it_was_read_from(untrusted):
    def draw(canvas):
        lines(canvas)
        canvas.drawImage(ImageReader(paper()), 0, 0, WIDTH, HEIGHT)

    [leaf] = leaves(untrusted(made(draw)))
    assert (leaf.origin, leaf.hidden) == ("ocr", ())


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1, 1), (3, 900), (14_400, 14_400), (200_000, 50)])
def test_pages_of_any_size_are_read(untrusted, size):
    [leaf] = leaves(untrusted(made(lambda canvas: canvas.drawString(0, 0, TEXT), size)))
    assert leaf.number == 1


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_text_that_runs_upwards_keeps_its_words(untrusted, turned):
    def draw(canvas):
        lines(canvas)
        canvas.rotate(90)
        canvas.drawString(60, -380, "Cote D0147 versée au dossier")

    content = changed(made(draw), lambda document: document.pages[0].rotate(turned, relative=False))
    [leaf] = leaves(untrusted(content))
    assert "Cote D0147 versée au dossier" in leaf.text
    word = next(word for word in leaf.words if leaf.text[word.start : word.end] == "dossier")
    height, width = (word.y1 - word.y0) * leaf.height, (word.x1 - word.x0) * leaf.width
    assert (height > width) == (turned in (0, 180))


# --- files ------------------------------------------------------------------------------------------------------------


def test_a_tree_of_pages_that_runs_in_a_circle_ends(untrusted):
    def change(document):
        document.Root.Pages.Kids = Array([document.Root.Pages.Kids[0], document.Root.Pages])

    content = changed(made(lines), change)
    [leaf] = leaves(untrusted(content))
    assert TEXT in leaf.text
    first, *others = Pdf().open(untrusted(content.replace(b"/Count 1", b"/Count 9")), "x.pdf", Limits())
    assert isinstance(first, Leaf)
    assert TEXT in first.text
    assert {type(other) for other in others} == {Lost}


def test_a_table_of_objects_that_points_nowhere_is_mended(untrusted):
    content = made(lines)
    at = content.rindex(b"startxref")
    [leaf] = leaves(untrusted(content[:at] + b"startxref\n99999999\n%%EOF\n"))
    assert TEXT in leaf.text


def test_one_cut_short_that_was_made_for_the_web_is_broken_and_keeps_what_is_whole(untrusted):
    content = changed(made(lines, pages=30), lambda document: None, linearize=True)
    found = []
    with pytest.raises(SourceBroken):
        found.extend(Pdf().open(untrusted(content[: int(len(content) * 0.7)]), "x.pdf", Limits()))
    assert all(TEXT in leaf.text for leaf in found)


@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_one_that_opens_without_a_password_is_read(untrusted, revision):
    options = pikepdf.Encryption(owner="secret", user="", R=revision, aes=revision >= 4, metadata=revision >= 4)
    [leaf] = leaves(untrusted(changed(made(lines), lambda document: None, encryption=options)))
    assert TEXT in leaf.text


def test_one_that_needs_a_password_is_refused(untrusted):
    options = pikepdf.Encryption(owner="secret", user="secret", R=6)
    with pytest.raises(SourceRefused, match="needs a password"):
        leaves(untrusted(changed(made(lines), lambda document: None, encryption=options)))


def test_no_pages_is_broken(untrusted):
    content = changed(made(lines), lambda document: document.pages.__delitem__(0))
    with pytest.raises(SourceBroken, match="no pages"):
        leaves(untrusted(content))


# --- words ------------------------------------------------------------------------------------------------------------

SIGNS = st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_characters="\xad\x7f")
WORDS = st.text(SIGNS, min_size=1, max_size=9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=12), st.sampled_from([0, 90, 180, 270]))
def test_every_word_stands_where_it_says(tmp_path_factory, rows, turned):
    def draw(canvas):
        for number, row in enumerate(rows):
            canvas.drawString(20 + 30 * (number % 3), 560 - 25 * number, " ".join(row))

    content = changed(made(draw), lambda document: document.pages[0].rotate(turned, relative=False))
    file = tmp_path_factory.mktemp("words") / "untrusted"
    file.write_bytes(content)
    for leaf in leaves(file):
        assert clean(leaf.text) == leaf.text
        tokens = [leaf.text[word.start : word.end] for word in leaf.words]
        assert all(token and not any(map(str.isspace, token)) for token in tokens)
        assert [word for word in leaf.text.split() if word in set(tokens)] == tokens
        assert all(0 <= word.x0 < word.x1 <= 1 and 0 <= word.y0 < word.y1 <= 1 for word in leaf.words)
