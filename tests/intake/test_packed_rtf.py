"""Outlook's packed rich text: the examples of its specification, and damage."""

from __future__ import annotations

from greffier.intake.packed_rtf import unpacked

SIMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


def test_the_examples_of_the_specification():
    assert unpacked(SIMPLE) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    assert unpacked(CROSSING) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


def test_what_is_not_packed_is_given_as_it_is():
    assert unpacked(bytes(8) + b"MELA" + bytes(4) + b"{\\rtf1}") == b"{\\rtf1}"
    assert unpacked(b"") == unpacked(bytes(16) + b"noise") == b""


def test_damage_ends_the_text():
    assert unpacked(SIMPLE[:30]) == b"{\\rtf1\\ansi\\ansicpg1252"
    for at in range(16, len(SIMPLE)):
        unpacked(SIMPLE[:at] + b"\xff" + SIMPLE[at + 1 :])
