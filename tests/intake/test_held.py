"""Files arrive in parts and are handed out whole; of one that stopped early nothing is kept."""

from __future__ import annotations

from greffier.intake.held import Held
from greffier.records import Member


def test_parts_become_one_file():
    with Held() as held:
        for part in (Member("a", b"12", more=True), Member("a", b"34"), Member("b", b""), Member("c", b"5")):
            held.take(part)
        assert [(name, stream.read()) for name, stream in held.files()] == [("a", b"1234"), ("b", b""), ("c", b"5")]
        assert list(held.files()) == []


def test_a_file_that_stops_early_is_forgotten():
    with Held() as held:
        for part in (Member("a", b"12", more=True), Member("b", b"34"), Member("c", b"5", more=True)):
            held.take(part)
        assert [(name, stream.read()) for name, stream in held.files()] == [("b", b"34")]
        held.take(Member("d", b"6"))
        assert [(name, stream.read()) for name, stream in held.files()] == [("d", b"6")]
