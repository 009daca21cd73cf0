"""Presentations give a page for each slide, in order, with its notes."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.slides import Slides


def slide(*lines: str) -> str:
    return (
        "<p:sld xmlns:p='p' xmlns:a='a'>"
        + "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
        + "</p:sld>"
    )


def test_slides_in_order_with_notes(untrusted, zipped):
    parts = {f"ppt/slides/slide{number}.xml": slide(f"Titre {number}", "ligne") for number in (1, 2, 10)}
    parts["ppt/slides/_rels/slide2.xml.rels"] = "<r><x Target='../notesSlides/notesSlide1.xml'/></r>"
    parts["ppt/notesSlides/notesSlide1.xml"] = slide("À vérifier")
    leaves = list(Slides().open(untrusted(zipped(parts)), "x.pptx", Limits()))
    assert [(leaf.number, leaf.text) for leaf in leaves] == [
        (1, "Titre 1\nligne"),
        (2, "Titre 2\nligne\n\nÀ vérifier"),
        (3, "Titre 10\nligne"),
    ]


def test_without_slides_it_is_broken(untrusted, zipped):
    with pytest.raises(SourceBroken):
        list(Slides().open(untrusted(zipped({"ppt/presentation.xml": "x"})), "x.pptx", Limits()))
