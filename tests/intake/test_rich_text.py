"""Rich text gives the words between its control words."""

from __future__ import annotations

from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceRefused
from greffier.intake.rich_text import RichText


def texts(file):
    return [leaf.text for leaf in RichText().open(file, "x.rtf", Limits())]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 La pes\'e9e\par du 17\tab mars}", "La pesée\ndu 17\tmars"),
        (rb"{\rtf1\ansi\uc1 pes\u233?e \u8364\'80 \{12\}}", "pesée € {12}"),
        (rb"{\rtf1\uc0 \u233 t\u233 }", "été"),
        (rb"{\rtf1\ansi\ansicpg1251 \'ca\'ee\'f0\'e0\'e1\'eb\'fc}", "Корабль"),
        (rb"{\rtf1{\fonttbl{\f0 Times;}}{\info{\author Odile}}{\*\generator x;}seen}", "seen"),
        (rb"{\rtf1 before{\pict\bin5 {{{{{}after}", "beforeafter"),
        (rb"{\rtf1\trowd a\cell b\cell\row c\cell d\cell\row}", "a | b\nc | d"),
        (rb"{\rtf1 }}}} lost braces", " lost braces"),
        (b"{\\rtf1 line\\\nend}", "line\nend"),
        (rb"{\rtf1 \u55357?\u56832?}", "\U0001f600"),
    ],
)
def test_words(untrusted, markup, text):
    [told] = texts(untrusted(markup))
    assert told.strip() == text.strip()


def test_pages(untrusted):
    assert texts(untrusted(rb"{\rtf1 one\page two}")) == ["one", "two"]


def test_nothing_to_read_is_refused(untrusted):
    with pytest.raises(SourceRefused):
        texts(untrusted(rb"{\rtf1{\pict 0102}}"))


def test_html_wrapped_as_rich_text_is_read_as_html():
    [text] = texts(Path(__file__).parent / "samples" / "read-html-in-rich-text.rtf")
    assert text == "La pesée donne € 12 au quai\u00a07.\n\ndouze caisses"


@pytest.mark.parametrize(
    "markup",
    [
        rb"{\rtf1\fromhtml1 seen}",
        rb"{\rtf1\fromhtml1{\*\htmltag0 <style>}seen",
        rb"{\rtf1\fromhtml1\htmlrtf {\htmlrtf seen}}",
        rb"{\rtf1\fromhtml1 \htmlrtf0{\fonttbl\htmlrtf0 no}seen\u-1?",
        rb"{\rtf1\fromhtml10{\*\htmltag0 no}seen}",
    ],
)
def test_damaged_html_in_rich_text_still_gives_words(untrusted, markup):
    assert texts(untrusted(markup))[0].strip("\uffff") == "seen"
