"""Columns of prose written line by line are read column by column; tables and columns in order are left alone."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfgen.canvas import Canvas

from greffier.contracts import Limits
from greffier.intake.pdf import Pdf
from greffier.records import Leaf

LEFT = [
    "The witness confirms that the crate was", "closed when the lorry left the shed that",
    "evening, and that nobody had asked to see", "any papers. The night guard, whom he knows",
    "by sight, raised the barrier without a word", "and went back to his cabin at once, where",
    "a lamp was burning. Asked who had driven,", "he answers that it was far too dark to make",
    "out a face, and that he did not want to stay", "there any longer than his work required him.",
]  # fmt: skip
RIGHT = [
    "Heard again the next day, he adds that the", "lorry had a broken tail light on the right,",
    "that he noticed it because it blinked, and", "that the driver must have known it. He cannot",
    "say whether the container was sealed; the", "customs had been told to expect it, but they",
    "never came. He signs after reading it over,", "keeps to what he said, and asks that nobody",
    "be told where he lives. We note his request", "and close the present record at ten o'clock.",
]  # fmt: skip


def page(untrusted, draw, size=A4) -> Leaf:
    canvas = Canvas(out := io.BytesIO(), pagesize=size, invariant=1)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    [leaf] = Pdf().open(untrusted(out.getvalue()), "x.pdf", Limits())
    assert isinstance(leaf, Leaf)
    assert all(leaf.text[word.start : word.end].strip() for word in leaf.words)
    assert [leaf.text[word.start : word.end] for word in leaf.words] == leaf.text.split()
    return leaf


def across(canvas, left=60, right=320, top=700) -> None:
    for row, (one, other) in enumerate(zip(LEFT, RIGHT, strict=True)):
        canvas.drawString(left, top - 14 * row, one)
        canvas.drawString(right, top - 14 * row, other)


def test_columns_written_across_are_read_one_after_the_other(untrusted):
    def draw(canvas):
        canvas.drawString(
            60, 760, "A heading that runs over both of the columns of this page, from one edge to the other"
        )
        across(canvas)

    assert page(untrusted, draw).text.split("\n\n")[1:] == ["\n".join(LEFT), "\n".join(RIGHT)]


def test_so_are_two_facing_pages_on_one_sheet(untrusted):
    leaf = page(untrusted, lambda canvas: across(canvas, 100, 700, 600), landscape(A3))
    assert leaf.text == "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT)


def test_columns_in_order_stay_so(untrusted):
    def draw(canvas):
        for x, lines in ((60, LEFT), (320, RIGHT)):
            for row, line in enumerate(lines):
                canvas.drawString(x, 700 - 14 * row, line)

    assert page(untrusted, draw).text.split() == " ".join(LEFT + RIGHT).split()


ROWS = [
    (f"{day:02d}/03/2023 07:{day + 10} call", f"06 39 98 12 {day + 20} to 06 39 98 07 {day + 40}")
    for day in range(1, 13)
]
NAMES = [
    ("Nom et prénom du témoin :", f"{name} KERLEVEN, né le 4 mai")
    for name in "Odile Bastien Maud Ugo Nora Lucien".split() * 2
]


@pytest.mark.parametrize("rows", [ROWS, NAMES], ids=["numbers", "fields"])
def test_tables_are_read_row_by_row(untrusted, rows):
    def draw(canvas):
        for number, (one, other) in enumerate(rows):
            canvas.drawString(60, 700 - 14 * number, one)
            canvas.drawString(320, 700 - 14 * number, other)

    assert page(untrusted, draw).text.split("\n") == [f"{one} {other}" for one, other in rows]
