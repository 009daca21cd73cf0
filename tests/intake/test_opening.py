"""Opening says first what a file is, then yields what it holds, or refuses with its name."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceRefused
from greffier.intake.opening import open_untrusted
from greffier.records import Identified, Leaf


def test_what_it_is_comes_first(untrusted):
    records = list(open_untrusted(untrusted(b"Le quai."), {"name": "x.pdf"}, Limits()))
    assert records == [Identified("text/plain"), Leaf(1, "Le quai.", 0, 0)]


def test_a_refusal_still_says_what_it_is(untrusted):
    records = open_untrusted(untrusted(b"MZ\x90"), {"name": "x.pdf"}, Limits())
    assert next(records) == Identified("application/x-executable")
    with pytest.raises(SourceRefused, match="A program"):
        next(records)
