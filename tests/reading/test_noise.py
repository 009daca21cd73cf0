"""On a page of noise the readers return next to nothing, and nobody's number."""

from __future__ import annotations

from collections import Counter

import pytest

from greffier.records import Dating, Mention
from greffier.steps import read_text
from tests.reading.noise import SIZE, noise

NOISE = noise()
SOME = {"bytes": 24, "plates": 24, "log": 48}  # a digit before €, H or ms is an amount or an hour wherever it stands


@pytest.mark.parametrize("name", NOISE)
def test_noise_tells_next_to_nothing(name: str) -> None:
    found = [one for one in read_text(NOISE[name]) if not isinstance(one, Dating)]
    kinds = Counter(one.kind if isinstance(one, Mention) else type(one).__name__ for one in found)
    print(f"{name:20} {1000 * len(found) / SIZE:5.2f} per 1,000 signs {dict(kinds)}")
    assert len(found) <= SOME.get(name, 12), kinds
    assert not {"iban", "nir", "imei", "imsi", "iccid", "container", "siren", "crypto", "card", "email"} & set(kinds)
    assert kinds["phone"] + kinds["plate"] <= 2, kinds
    assert kinds["Event"] + kinds["Call"] + kinds["Transfer"] == 0, kinds
