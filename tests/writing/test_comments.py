"""Comments of HTML are found as long as they are closed, in one pass over the text."""

from __future__ import annotations

import pytest

from greffier.writing.comments import comments, without_comments
from greffier.writing.draft import parse
from greffier.writing.guises import guises


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Mar<!-- x -->guin", "Marguin"),
        ("a<!-- <!-- -->b-->c", "ab-->c"),
        ("a<!---->b<!-- \n -->c", "abc"),
        ("a<!-->b-->c", "ac"),
        ("a<!-- never closed", "a<!-- never closed"),
        ("a<!-- x --><!-- never closed", "a<!-- never closed"),
    ],
)
def test_what_is_left_without_comments(text: str, left: str) -> None:
    assert without_comments(text) == left
    assert sum(end - start for start, end in comments(text)) == len(text) - len(left)


def test_the_last_guise_of_a_text_is_as_long_and_shows_no_comment() -> None:
    text = "Mar<!-- x\n-->guin **bold** <b>x</b>"
    *_, plain = guises(text)
    assert len(plain) == len(text)
    assert plain.replace("\u200b", "") == "Marguin bold x"


def test_line_breaks_vanish_with_what_stands_around_them() -> None:
    _, joined, *_ = guises("Mar-\n> guin\n\n| a - b -\t\n \n-\nc")
    assert joined.replace("\u200b", "") == "Marguina - b c"


@pytest.mark.parametrize(
    ("text", "cited", "shown"),
    [
        ('He left [@D0001 "a ] b"; @D0002].', [("D0001", "a ] b"), ("D0002", None)], "He left."),
        ("He left [@D0001 [@D0002].", [("D0002", None)], "He left [@D0001."),
        ("See [a [b](https://x.example/y) there.", [], "See [a b there."),
    ],
)
def test_a_citation_or_link_that_is_never_closed_takes_no_other_with_it(text, cited, shown) -> None:  # type: ignore[no-untyped-def]
    [statement] = parse(text).statements
    assert [(one.target, one.quotation) for one in statement.references] == cited
    assert statement.text == shown
