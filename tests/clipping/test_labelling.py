"""Whatever the text, labels cover every character that is not a blank, each once."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from greffier.clipping.labelling import labelled
from tests.clipping.conftest import page
from tests.clipping.pages import DIGEST, FRENCH, REFERENCE

LINES = sorted({line for text in (REFERENCE, FRENCH, DIGEST) for line in text.split("\n")})
GLUED = st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=25).flatmap(
    lambda lines: st.lists(
        st.sampled_from(["\n", "\n\n", "", " ", " | ", "\xa0"]), min_size=len(lines), max_size=len(lines)
    ).map(lambda ends: "".join(line + end for line, end in zip(lines, ends, strict=True)))
)


def covers(*texts: str) -> None:
    pages = [page(text, number) for number, text in enumerate(texts, 1)]
    _, parts = labelled(pages)
    position = (0, 0)
    seen = [[False] * len(text) for text in texts]
    for part in parts:
        chunk = part.chunk
        assert texts[chunk.page][chunk.start : chunk.end] == chunk.text
        assert position <= (chunk.page, chunk.start)
        assert chunk.start < chunk.end
        position = (chunk.page, chunk.end)
        seen[chunk.page][chunk.start : chunk.end] = [True] * (chunk.end - chunk.start)
    for text, marks in zip(texts, seen, strict=True):
        assert not "".join(char for char, mark in zip(text, marks, strict=True) if not mark).strip()


@settings(deadline=None, max_examples=300)
@given(st.text() | GLUED)
@example("Sponsor:\n")
@example("|")
@example("Published\x1ftoday\u2028at 4:00 am")
def test_any_text(text: str) -> None:
    covers(text)


@settings(deadline=None, max_examples=60)
@given(GLUED, GLUED)
def test_any_two_pages(first: str, second: str) -> None:
    covers(first, second)


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="By ,and.0123456789%|:-'\"()/AÉé", max_size=900))
def test_long_lines_of_the_signs_that_rules_look_for_end_soon(text: str) -> None:
    covers(text)
