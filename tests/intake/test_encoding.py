"""Any bytes become text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.intake.encoding import decode, encoding


@given(st.binary(), st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_and_any_claim_give_text(untrusted_bytes, told):
    assert isinstance(decode(untrusted_bytes, told), str)


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_utf8_is_itself(text):
    if "\x00" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("content", "told", "name"),
    [
        ("été".encode(), "iso-8859-1", "iso-8859-1"),
        ("été".encode("cp1252"), "utf-8", "cp1252"),
        ("été".encode("cp1252"), "no-such-thing", "cp1252"),
        (b"\xef\xbb\xbfx", "cp1252", "utf-8-sig"),
    ],
)
def test_a_claim_is_believed_where_it_can_be_true(content, told, name):
    assert encoding(content, told) == name


def test_other_alphabets():
    text = "Корабль вышел из порта двенадцатого мая с грузом бананов. " * 4
    assert decode(text.encode("cp1251")) == text
