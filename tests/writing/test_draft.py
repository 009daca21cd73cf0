import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import WrongUsage
from greffier.writing.draft import parse, plain

DRAFT = """---
title: "A quay at night"
standfirst: Nobody counted twice.
published: "2024-01-02T06:00:00+01:00"
---
# The count

First *sentence*. [@D0001] Second one [@D0002 "the; words"; @box/a b.eml#p1]. A third, M. Orme said. [@D0003-D0005]

> “He left. He came back.” [@D0004] The end.
"""


def test_sentences_and_their_citations() -> None:
    told = [(s.place, s.text, [(r.target, r.quotation) for r in s.references]) for s in parse(DRAFT).statements]
    assert told == [
        ("title", "A quay at night", []),
        ("standfirst", "Nobody counted twice.", []),
        ("heading", "The count", []),
        ("body", "First sentence.", [("D0001", None)]),
        ("body", "Second one.", [("D0002", "the; words"), ("box/a b.eml#p1", None)]),
        ("body", "A third, M. Orme said.", [("D0003-D0005", None)]),
        ("quotation", "“He left. He came back.”", [("D0004", None)]),
        ("quotation", "The end.", []),
    ]


def test_offsets_are_into_the_file() -> None:
    draft = parse(DRAFT)
    assert [DRAFT[s.start : s.end] for s in draft.head] == ["A quay at night", "Nobody counted twice."]
    for statement in draft.statements:
        assert plain(DRAFT[statement.start : statement.end]) == statement.text
        for reference in statement.references:
            assert reference.target in DRAFT[reference.start : reference.end]


def test_a_quotation_ends_no_sentence_inside() -> None:
    (statement,) = parse("She said: “No. Never!” to him.").statements
    assert statement.text == "She said: “No. Never!” to him."


def test_comments_and_images_are_not_prose() -> None:
    assert [s.text for s in parse("One. <!-- Not this. --> ![nor this](x.png) Two.").statements] == ["One.", "Two."]


@pytest.mark.parametrize("front", ["title: a: b", "- a list", "title: [", "x"])
def test_damaged_front_matter_is_said(front: str) -> None:
    with pytest.raises(WrongUsage):
        parse(f"---\n{front}\n---\nText.\n")


@given(st.text(alphabet='ab. [@D1";]“”«»*_\n#>-', max_size=80))
def test_any_text_is_a_draft(text: str) -> None:
    draft = parse("x\n" + text)
    for statement in draft.statements:
        assert 0 <= statement.start < statement.end <= len(draft.text)


def test_words_after_a_quotation_make_a_reference_to_nowhere() -> None:
    (statement,) = parse('He left. [@D1 "words"; @D2 "words" and more]').statements
    assert [(one.target, one.quotation) for one in statement.references] == [
        ("D1", "words"),
        ('D2 "words" and more', None),
    ]


def test_a_page_of_headings_is_a_draft() -> None:
    assert len(parse("\n".join(["# Again"] * 5000)).blocks) == 5000
