"""Texts in any encoding become pages at form feeds, or at empty lines where they are long."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.plain import PAGE, Plain

TEXT = "L'été dernier, le dépôt était fermé à clé ; « personne », dit-il, n'y entrait. Coût : 1 250 €."


def opened(file):
    return list(Plain().open(file, "x.txt", Limits()))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(untrusted, encoding):
    assert [leaf.text for leaf in opened(untrusted(TEXT.encode(encoding)))] == [TEXT]


def test_a_damaged_byte_does_not_spoil_the_accents(untrusted):
    content = (TEXT * 3).encode() + b"\xff" + TEXT.encode()
    [leaf] = opened(untrusted(content))
    assert leaf.text == TEXT * 3 + "\ufffd" + TEXT


def test_form_feeds_part_pages(untrusted):
    leaves = opened(untrusted(b"one\r\nline\x0ctwo\x0c"))
    assert [(leaf.number, leaf.text) for leaf in leaves] == [(1, "one\nline"), (2, "two")]


def test_long_texts_are_parted_at_an_empty_line(untrusted):
    paragraph = "Odile compte les caisses. " * 40
    leaves = opened(untrusted("\n\n".join([paragraph] * 130).encode()))
    assert len(leaves) == 3
    assert all(len(leaf.text) <= PAGE and leaf.text.startswith("Odile") for leaf in leaves)
    assert "".join("".join(leaf.text.split()) for leaf in leaves) == "".join((paragraph * 130).split())


def test_a_text_without_any_blank_is_parted_all_the_same(untrusted):
    leaves = opened(untrusted(b"x" * (2 * PAGE + 5)))
    assert [len(leaf.text) for leaf in leaves] == [PAGE, PAGE, 5]


def test_blanks_alone_are_no_text(untrusted):
    with pytest.raises(SourceBroken, match="no text"):
        opened(untrusted(b" \n\n\t"))
