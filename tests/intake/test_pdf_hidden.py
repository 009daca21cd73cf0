"""What a PDF page holds and does not show is found and named; ordinary pages and readings of scans raise no alarm."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from greffier.contracts import Limits
from greffier.intake.pdf import Pdf
from greffier.records import Leaf

WIDTH, HEIGHT = 400, 600
TEXT = "Odile compte douze caisses de bananes sur le quai numéro quatre avant midi."
SECRET = "Maud KERLOC'H, rue des Forges"


def leaf_of(untrusted, draw, change=None) -> Leaf:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    content = out.getvalue()
    if change is not None:
        with pikepdf.open(io.BytesIO(content)) as document:
            change(document)
            document.save(out := io.BytesIO())
        content = out.getvalue()
    [leaf] = Pdf().open(untrusted(content), "x.pdf", Limits())
    assert isinstance(leaf, Leaf)
    return leaf


def told(leaf: Leaf) -> list[tuple[str, str]]:
    return [(leaf.text[passage.start : passage.end], passage.how) for passage in leaf.hidden]


def text(canvas, *, below=500) -> None:
    for line in range(4):
        canvas.drawString(20, below - 14 * line, TEXT)


def secret(canvas, **options) -> None:
    written = canvas.beginText(20, 540)
    written.setFont("Helvetica", options.get("size", 10))
    if "mode" in options:
        written.setTextRenderMode(options["mode"])
    written.textOut(SECRET)
    canvas.drawText(written)


def black_box(canvas) -> None:
    text(canvas)
    secret(canvas)
    canvas.rect(18, 536, 200, 14, fill=1, stroke=0)


def black_picture(canvas) -> None:
    text(canvas)
    secret(canvas)
    canvas.drawImage(ImageReader(Image.new("L", (20, 20), 0)), 18, 536, 200, 14)


def white_box(canvas) -> None:
    text(canvas)
    secret(canvas)
    canvas.setFillGray(1)
    canvas.rect(18, 536, 200, 14, fill=1, stroke=0)


def white_on_white(canvas) -> None:
    text(canvas)
    canvas.setFillGray(1)
    secret(canvas)


def black_on_black(canvas) -> None:
    text(canvas)
    canvas.rect(18, 536, 200, 14, fill=1, stroke=0)
    secret(canvas)


def invisible(canvas) -> None:
    text(canvas)
    secret(canvas, mode=3)


def transparent(canvas) -> None:
    text(canvas)
    canvas.setFillAlpha(0)
    secret(canvas)


def tiny(canvas) -> None:
    text(canvas)
    secret(canvas, size=0.7)


def outside(canvas) -> None:
    text(canvas)
    canvas.drawString(20, 640, SECRET)


@pytest.mark.parametrize(
    ("draw", "how"),
    [
        (black_box, "blackened"),
        (black_picture, "blackened"),
        (white_box, "covered"),
        (white_on_white, "same_colour"),
        (black_on_black, "same_colour"),
        (invisible, "invisible"),
        (transparent, "transparent"),
        (tiny, "tiny"),
        (outside, "outside"),
    ],
    ids=lambda value: getattr(value, "__name__", value),
)
def test_hidden_words_are_kept_and_named(untrusted, draw, how):
    leaf = leaf_of(untrusted, draw)
    assert told(leaf) == [(SECRET, how)]
    assert TEXT in leaf.text


def test_a_black_box_told_as_an_annotation_hides_as_well(untrusted):
    def draw(canvas):
        text(canvas)
        secret(canvas)

    def change(document):
        box = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Square, Rect=[18, 536, 218, 550], IC=[0, 0, 0], C=[0, 0, 0]
        )
        box.AP = pikepdf.Dictionary(N=document.make_stream(b"0 g 0 0 200 14 re f", BBox=[0, 0, 200, 14], **FORM))
        document.pages[0].Annots = pikepdf.Array([document.make_indirect(box)])

    assert told(leaf_of(untrusted, draw, change)) == [(SECRET, "blackened")]


FORM = {"Type": pikepdf.Name.XObject, "Subtype": pikepdf.Name.Form}


def test_a_layer_that_is_off_is_hidden(untrusted):
    def change(document):
        group = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("draft")))
        document.Root.OCProperties = pikepdf.Dictionary(
            OCGs=[group], D=pikepdf.Dictionary(ON=[], OFF=[group], Order=[group])
        )
        page = document.pages[0]
        page.Resources.Properties = pikepdf.Dictionary(MC0=group)
        page.contents_add(b"/OC /MC0 BDC BT /F1 10 Tf 20 540 Td (numero douze) Tj ET EMC")

    assert told(leaf_of(untrusted, text, change)) == [("numero douze", "layer")]


def on_colour(canvas) -> None:
    canvas.setFillGray(0.1)
    canvas.rect(0, 530, WIDTH, 30, fill=1, stroke=0)
    canvas.setFillGray(1)
    canvas.drawString(20, 540, SECRET)
    canvas.setFillGray(0)
    text(canvas)


def pale(canvas) -> None:
    text(canvas)
    canvas.setFillGray(0.75)
    canvas.drawString(20, 540, SECRET)


def underlined(canvas) -> None:
    text(canvas)
    for line in range(4):
        canvas.rect(20, 498 - 14 * line, 300, 0.6, fill=1, stroke=0)


def highlighted(canvas) -> None:
    text(canvas)
    canvas.setFillColorRGB(1, 1, 0, alpha=0.4)
    canvas.rect(18, 470, 300, 60, fill=1, stroke=0)


def upwards(canvas) -> None:
    text(canvas)
    canvas.rotate(90)
    canvas.drawString(100, -390, SECRET)


def beside_a_picture(canvas) -> None:
    text(canvas)
    canvas.drawImage(ImageReader(Image.new("L", (20, 20), 0)), 20, 100, 300, 200)


@pytest.mark.parametrize("draw", [text, on_colour, pale, underlined, highlighted, upwards, beside_a_picture])
def test_ordinary_pages_hide_nothing(untrusted, draw):
    assert told(leaf_of(untrusted, draw)) == []


NAMED = "L'homme du quai, Odile KERBRAT, (dite Moineau), part le mardi."


def boxed(first: str, last: str | None = None, *, low=536.0, high=14.0, white=False, before=False):
    """Draw a line and a box from the start of one of its parts to the end of another, or the box before the line."""

    def draw(canvas) -> None:
        text(canvas)
        start = NAMED.index(first)
        end = NAMED.index(last or first) + len(last or first)
        left, right = (20 + canvas.stringWidth(NAMED[:at], "Helvetica", 10) for at in (start, end))
        if not before:
            canvas.drawString(20, 540, NAMED)
        canvas.setFillGray(1 if white else 0)
        canvas.rect(left, low, right - left, high, fill=1, stroke=0)
        if before:
            canvas.setFillGray(0.6)
            canvas.drawString(20, 540, NAMED)

    return draw


@pytest.mark.parametrize(
    ("draw", "hidden"),
    [
        (boxed("Odile KERBRAT"), ["Odile KERBRAT"]),
        (boxed("KERBRAT"), ["KERBRAT"]),
        (boxed("Odile KERBRAT,"), ["Odile KERBRAT,"]),
        (boxed("Odile", "Moineau"), ["Odile KERBRAT, (dite Moineau"]),
        (boxed("dite Moineau"), ["dite Moineau"]),
        (boxed("Odile KERBRA"), ["Odile KERBRA"]),
        (boxed("oineau"), ["oineau"]),
    ],
)
def test_what_lies_under_black_is_told_without_the_signs_beside_it(untrusted, draw, hidden):
    leaf = leaf_of(untrusted, draw)
    assert told(leaf) == [(passage, "blackened") for passage in hidden]


@pytest.mark.parametrize(
    "draw",
    [
        boxed("KERB"),
        boxed("BRAT"),
        boxed("RBRA"),
        boxed(","),
        boxed("Odile KERBRAT", low=542, high=1.2),
        boxed("Odile KERBRAT", low=543.5, high=12),
        boxed("Odile KERBRAT", low=528, high=13.5),
        boxed("Odile KERBRAT", before=True),
        boxed("KERB", white=True),
    ],
)
def test_words_that_a_box_or_a_rule_only_touches_are_not_told(untrusted, draw):
    assert told(leaf_of(untrusted, draw)) == []


def test_words_under_two_boxes_with_a_sign_between_them_are_two_passages(untrusted):
    def draw(canvas):
        boxed("KERBRAT")(canvas)
        boxed("dite Moineau")(canvas)

    assert told(leaf_of(untrusted, draw)) == [("KERBRAT", "blackened"), ("dite Moineau", "blackened")]


def test_the_box_of_what_is_told_holds_only_what_is_covered(untrusted):
    [passage] = leaf_of(untrusted, boxed("KERBRAT")).hidden
    left, right = (20 + stringWidth(NAMED[: NAMED.index(sign)], "Helvetica", 10) for sign in ("KERB", ", (dite"))
    assert passage.box is not None
    assert left <= passage.box[0] * WIDTH < passage.box[2] * WIDTH <= right


def scan(canvas, *, blackened: bool) -> None:
    """A picture of four lines with its reading under it; one line of the picture may be blackened."""
    picture = Image.new("L", (WIDTH * 2, HEIGHT * 2), 255)
    brush = ImageDraw.Draw(picture)
    under = canvas.beginText(20, 500)
    under.setTextRenderMode(3)
    under.setFont("Helvetica", 10)
    for line in range(4):
        under.setTextOrigin(20, 500 - 14 * line)
        under.textOut(TEXT)
        for letter in range(0, 340, 6):
            x, y = 2 * (20 + letter), 2 * (HEIGHT - 508 + 14 * line)
            brush.line((x, y, x, y + 16), fill=0, width=3)
    if blackened:
        brush.rectangle((2 * 18, 2 * (HEIGHT - 510), 2 * 380, 2 * (HEIGHT - 496)), fill=10)
    canvas.drawText(under)
    canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)


def test_the_reading_of_a_scan_is_not_hidden_text(untrusted):
    leaf = leaf_of(untrusted, lambda canvas: scan(canvas, blackened=False))
    assert (leaf.origin, told(leaf)) == ("ocr", [])


def test_unless_the_picture_was_blackened_there(untrusted):
    leaf = leaf_of(untrusted, lambda canvas: scan(canvas, blackened=True))
    assert told(leaf) == [(TEXT, "blackened")]
