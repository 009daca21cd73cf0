"""Frames come back as they went, and nothing else is taken for one."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.records import Identified, Leaf, Member, Picture, Word
from greffier.running import wire

FRAMES = [
    wire.Ready(["rlimits"]),
    Identified("application/pdf"),
    Leaf(3, "Le quai.", 595.0, 842.0, (Word(0, 2, 0.1, 0.1, 0.2, 0.2, 100),), origin="ocr"),
    Member("a.txt", b"\x00\xff"),
    Picture(1, 2, 1, b"\x00\xff"),
    Picture(1, 1, 1, b"rgb"),
    wire.Ended("The file is damaged.", refused=True),
]


@pytest.mark.parametrize("frame", FRAMES)
def test_there_and_back(frame):
    data = wire.encode(frame)
    letter, length = wire.HEAD.unpack_from(data)
    body = data[wire.HEAD.size :]
    assert length == len(body)
    assert wire.decode(letter, body) == frame


@pytest.mark.parametrize(
    "frame",
    [
        Identified("no type"),
        Identified("a/b\n"),
        Leaf(0, "", 0, 0),
        Leaf(1, "", -1, 0),
        Leaf(1, "", float("nan"), 0),
        Picture(1, 2, 2, b"\x00"),
        Picture(1, 0, 0, b""),
        Leaf(1, "", 0, 0, origin="rumour"),  # type: ignore[arg-type]
    ],
)
def test_what_makes_no_sense_is_not_taken(frame):
    data = wire.encode(frame)
    with pytest.raises(ValueError):
        wire.decode(data[:1], data[wire.HEAD.size :])


@given(st.sampled_from([b"R", b"I", b"L", b"M", b"P", b"E", b"?"]), st.binary(max_size=64))
def test_other_bytes_are_a_value_error_at_most(letter, body):
    with suppress(ValueError):
        wire.decode(letter, body)
