"""Names from outside cannot leave their folder, hide what they are, or be taken twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.intake.naming import Names, safe


@pytest.mark.parametrize(
    ("untrusted", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("inner/report.pdf", "inner/report.pdf"),
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Windows\\system.ini", "Windows/system.ini"),
        ("a\\..\\b.txt", "a/b.txt"),
        ("a//./b", "a/b"),
        ("", "unnamed"),
        ("..", "unnamed"),
        ("nul\x00byte.txt", "nul\ufffdbyte.txt"),
        ("right\u202efdp.exe", "right\ufffdfdp.exe"),
        ("line\nend.txt", "line\ufffdend.txt"),
        ("\ud800.txt", "\ufffd.txt"),
        ("Écoutes n° 4.pdf", "Écoutes n° 4.pdf"),
    ],
)
def test_names_stay_below_their_holder(untrusted, kept):
    assert safe(untrusted) == kept


def test_long_names_keep_their_ending():
    assert len(safe("x" * 5_000 + ".pdf")) == 120
    assert safe("x" * 5_000 + ".pdf").endswith(".pdf")
    assert safe("a/" * 5_000 + "b").count("/") < 12


@given(st.text())
def test_any_text_gives_a_safe_name(untrusted):
    parts = safe(untrusted).split("/")
    assert all(part and part not in (".", "..") and "\\" not in part for part in parts)
    assert safe(safe(untrusted)) == safe(untrusted)


def test_a_name_is_given_once():
    names = Names()
    assert [names.safe(name) for name in ("a.txt", "../a.txt", "a.txt", "a (2).txt")] == [
        "a.txt", "a (2).txt", "a (3).txt", "a (2) (2).txt",
    ]  # fmt: skip
