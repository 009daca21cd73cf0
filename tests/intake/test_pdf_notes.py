"""Form values, notes, pinned files and labels come with their page; what viewers hide of them is said to be hidden."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from greffier.contracts import Limits
from greffier.intake.pdf import Pdf
from greffier.records import Leaf, Member

TEXT = "Odile compte douze caisses de bananes sur le quai numéro quatre avant midi."


def opened(untrusted, change, draw=lambda canvas: canvas.drawString(20, 500, TEXT), pages=1) -> list[Leaf | Member]:
    canvas = Canvas(out := io.BytesIO(), pagesize=(400, 600), invariant=1)
    for _ in range(pages):
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    with pikepdf.open(io.BytesIO(out.getvalue())) as document:
        change(document)
        document.save(changed := io.BytesIO())
    return list(Pdf().open(untrusted(changed.getvalue()), "x.pdf", Limits()))


def annotated(document, **fields) -> None:
    annotation = document.make_indirect(Dictionary(Type=Name.Annot, Rect=[20, 300, 220, 320], **fields))
    document.pages[0].Annots = Array([*document.pages[0].get("/Annots", []), annotation])


def note(document, flags=0) -> None:
    annotated(document, Subtype=Name.Text, T=String("Maud"), Contents=String("À vérifier :\r360 kg"), F=flags)


def test_a_note_is_told_below_the_text_with_its_author(untrusted):
    [leaf] = opened(untrusted, note)
    assert leaf.text == TEXT + "\n\n[note] Maud: À vérifier : 360 kg"
    assert leaf.hidden == ()
    word = next(word for word in leaf.words if leaf.text[word.start : word.end] == "360")
    assert 0.05 < word.x0 < word.x1 < 0.55
    assert word.y0 == pytest.approx(280 / 600)


def test_a_note_that_viewers_hide_is_hidden(untrusted):
    [leaf] = opened(untrusted, lambda document: note(document, flags=2))
    [passage] = leaf.hidden
    assert (leaf.text[passage.start : passage.end], passage.how) == ("[note] Maud: À vérifier : 360 kg", "annotation")


def test_a_note_on_a_scan_is_kept_for_it(untrusted):
    picture = ImageReader(Image.new("L", (100, 150), 220))
    [leaf] = opened(untrusted, note, lambda canvas: canvas.drawImage(picture, 0, 0, 400, 600))
    assert (leaf.scanned, leaf.text) == (True, "[note] Maud: À vérifier : 360 kg")


def form(document) -> None:
    field = {"Subtype": Name.Widget, "DA": String("/F1 10 Tf 0 g")}
    annotated(document, FT=Name.Tx, T=String("Nom"), V=String("KERLEVEN Bastien"), **field)
    options = [String("témoin"), String("autre")]
    annotated(document, FT=Name.Ch, T=String("Rôle"), V=String("témoin"), Opt=options, **field)
    on = Dictionary(N=Dictionary(Yes=document.make_stream(b""), Off=document.make_stream(b"")))
    annotated(document, FT=Name.Btn, T=String("Assermenté"), V=Name.Yes, AS=Name.Yes, AP=on, **field)
    annotated(document, FT=Name.Btn, T=String("Interprète"), V=Name.Off, AS=Name.Off, AP=on, **field)
    annotated(document, FT=Name.Tx, T=String("Vide"), **field)
    document.Root.AcroForm = Dictionary(Fields=Array(document.pages[0].Annots))


def test_what_was_typed_into_a_form_is_told_and_what_was_left_empty_is_not(untrusted):
    [leaf] = opened(untrusted, form)
    lines = leaf.text.split("\n\n")[1].split("\n")
    assert lines == ["[form] Nom: KERLEVEN Bastien", "[form] Rôle: témoin", "[form] Assermenté: Yes"]


def test_files_pinned_to_a_page_and_embedded_in_the_document_are_members(untrusted):
    def change(document):
        pinned = pikepdf.AttachedFileSpec(document, b"annexe 1", filename="annexe.txt")
        annotated(document, Subtype=Name.FileAttachment, FS=pinned.obj)
        document.attachments["annexe.txt"] = pikepdf.AttachedFileSpec(document, b"annexe 2", filename="annexe.txt")

    parts = opened(untrusted, change, pages=2)
    assert [type(part) for part in parts] == [Leaf, Member, Leaf, Member]
    assert [part.content for part in parts if isinstance(part, Member)] == [b"annexe 1", b"annexe 2"]
    assert len({part.name for part in parts if isinstance(part, Member)}) == 2


def test_labels_are_kept_where_they_are_not_the_number(untrusted):
    def change(document):
        roman, plain = Dictionary(S=Name.r), Dictionary(S=Name.D, St=3)
        document.Root.PageLabels = Dictionary(Nums=Array([0, roman, 2, plain]))

    assert [leaf.label for leaf in opened(untrusted, change, pages=4)] == ["i", "ii", None, None]


def test_the_data_of_an_xfa_form_is_a_member(untrusted):
    data = b"<xfa:datasets><nom>KERLEVEN</nom></xfa:datasets>"

    def change(document):
        template, datasets = document.make_stream(b"<t/>"), document.make_stream(data)
        packets = Array([String("template"), template, String("datasets"), datasets])
        document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=packets)

    _, member = opened(untrusted, change)
    assert member == Member("xfa-datasets.xml", data)
