"""Firms of plain words, firms by initials, bodies by what they are for; and what only looks like one."""

from __future__ import annotations

import pytest

from greffier.reading.read import load_readers
from greffier.records import Mention
from tests.one_page import found_on

READERS = [reader for reader in load_readers() if reader.name in ("dates", "identifiers", "names")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He was sole proprietor of Silver Meadow Exchange, a money changer.", ["Silver Meadow Exchange"]),
        ("She is a clerk at Ardmore Livestock Mart near the town.", ["Ardmore Livestock Mart"]),
        ("He has an account with Lakeside Sacco.", ["Lakeside Sacco"]),
        ("The invoice of T & M Gallagher was unpaid.", ["T & M Gallagher"]),
        ("She was instructed by K T Wong & Co, who wrote.", ["K T Wong & Co"]),
        ("The U.S. Postal Inspection Service took part.", ["U.S. Postal Inspection Service"]),
        ("The Centers for Disease Control and Prevention helped.", ["Centers for Disease Control and Prevention"]),
        ("UNITED STATES DISTRICT COURT\nWESTERN DISTRICT OF TEXAS\n\nThe case.",
         ["UNITED STATES DISTRICT COURT\nWESTERN DISTRICT OF TEXAS"]),
        ("It was seized by Customs. The file went to the DPP.", ["Customs", "DPP"]),
        ("It is the custom. He paid the Customs duty.", []),
        ("On Monday Stores opened. The Foreign Exchange was shut.", []),
        ("PC Dunn & D C Hale arrived. OCCUPATION: clerk   C & C No.: 441", []),
    ],
)  # fmt: skip
def test_firms_and_bodies_of_plain_words(text: str, names: list[str]) -> None:
    found = [one for one in found_on(text, READERS) if isinstance(one, Mention) and one.kind == "organisation"]
    assert [one.span.exact for one in sorted(found, key=lambda one: one.span.start)] == names
