"""A text layer that does not say what its pages show: the pages are recognised, the layer is kept as a rival."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

import greffier
from greffier.records import Distrust, Page, RivalReading
from greffier.writing.export import export

LINES = [
    "The witness confirms that the crate was closed when the lorry left",
    "the shed. The weighing gives 360 kilograms net, that is 62 packets,",
    "on 16 March 2023 at 07:10, in the presence of two officers. Nobody",
    "has opened the container before it was handed over to the customs",
]
Says = Callable[[str], str]
TABLE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
{count} beginbfchar
{rows}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end"""


def pdf(pages: int, says: Says = str, of: str = "Helvetica") -> bytes:
    """Pages that show LINES in Helvetica and a total in Courier; the text of one font is what `says` makes of it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for number in range(pages):
        canvas.setFont("Helvetica", 12)
        for at, line in enumerate([f"Sheet number {number + 1} of the file", *LINES]):
            canvas.drawString(60, 760 - 18 * at, line)
        canvas.setFont("Courier", 12)
        canvas.drawString(60, 640, "Total: 360 kg")
        canvas.showPage()
    canvas.save()
    rows = [f"<{code:02x}> <{ord(says(chr(code))):04x}>" for code in range(32, 127)]
    with pikepdf.open(io.BytesIO(out.getvalue())) as document:
        for page in document.pages:
            for font in page.Resources.Font.values():
                if font.BaseFont == f"/{of}":
                    table = TABLE.format(count=len(rows), rows="\n".join(rows))
                    font.ToUnicode = document.make_stream(table.encode())
        document.save(changed := io.BytesIO(), deterministic_id=True)
    return changed.getvalue()


def shifted(sign: str) -> str:
    return chr((ord(sign) - 97 + 3) % 26 + 97) if "a" <= sign <= "z" else sign


def swapped(sign: str) -> str:
    """Another alphabet that has the letters of a language as often as a language has."""
    return sign.translate(str.maketrans("eoaitnrshl", "oeiantsrlh"))


def other_digits(sign: str) -> str:
    return str((int(sign) + 3) % 10) if sign.isdigit() else sign


@pytest.mark.parametrize("says", [shifted, swapped, other_digits])
def test_the_pages_are_what_they_show(tmp_path: Path, says) -> None:
    (tmp_path / "false.pdf").write_bytes(pdf(3, says))
    with greffier.open_case(tmp_path / "case", create=True, distrust_sample=1) as case:
        account = case.add(tmp_path / "false.pdf")
        pages = sorted(case.all(Page), key=lambda page: page.number)
        rivals = {rival.page: rival for rival in case.all(RivalReading)}
        assert [(page.number, page.origin) for page in pages] == [(1, "ocr"), (2, "ocr"), (3, "ocr")]
        assert all("360 kilograms" in page.text for page in pages)
        assert {rival.origin for rival in rivals.values()} == {"embedded"}
        assert {page.id for page in pages} == rivals.keys()
        assert account.adds_up
        assert account.rivals == {"embedded": 3}
        assert case.add() == account
        assert case.verify() == []


def test_a_sound_file_keeps_its_text(tmp_path: Path) -> None:
    (tmp_path / "sound.pdf").write_bytes(pdf(3))
    with greffier.open_case(tmp_path / "case", create=True, distrust_sample=1) as case:
        case.add(tmp_path / "sound.pdf")
        assert {page.origin for page in case.all(Page)} == {"born_digital"}
        assert list(case.all(RivalReading)) == list(case.all(Distrust)) == []


def test_one_number_that_the_picture_shows_otherwise_is_a_question(tmp_path: Path) -> None:
    (tmp_path / "trap.pdf").write_bytes(pdf(1, lambda sign: "8" if sign == "6" else sign, "Courier"))
    with greffier.open_case(tmp_path / "case", create=True, distrust_sample=1) as case:
        case.add(tmp_path / "trap.pdf")
        [rival] = case.all(RivalReading)
        assert [(d.span.exact, d.other) for d in rival.differences if d.number] == [("380", "360")]
        [question] = [f for f in case.findings() if f.rule.startswith("number-differs-in-picture")]
        assert "380 in the text of the file, or 360 in its picture" in question.title_en
        export(case, tmp_path / "out", ["rivals"])
        assert b'"other":"360"' in (tmp_path / "out" / "rivals.jsonl").read_bytes()
