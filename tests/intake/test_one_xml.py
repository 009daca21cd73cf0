"""Documents that are one file of XML are read as those in a zip; the files lie in `samples/`."""

from __future__ import annotations

from base64 import encodebytes
from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceRefused
from greffier.intake.identify import identify
from greffier.intake.one_xml import FlatTable, FlatText, Word2003
from greffier.records import Leaf, Member

SAMPLES = Path(__file__).parent / "samples"


def texts(opener, file):
    return [leaf.text for leaf in opener.open(file, file.name, Limits())]


def test_a_flat_text_gives_its_body_and_nothing_of_its_styles():
    assert texts(FlatText(), SAMPLES / "read-flat-text.fodt") == [
        "Pesée du 4 mai\nOdile compte  douze caisses. [Sur le quai.]\nQuai | 7",
        "Le quai ferme à midi.",
    ]


def test_a_flat_table_gives_its_rows_and_says_what_is_hidden():
    first, second = FlatTable().open(SAMPLES / "read-flat-table.fods", "x.fods", Limits())
    assert first.text == "Pesées [hidden rows: 2]\nJour | Kilos\n2023-05-04 | 12.5"
    assert [row.number for row in first.rows] == [1, 2]
    assert second.text == "Notes [hidden sheet]\nLe quai ferme à midi."


def test_word_2003_gives_what_a_docx_gives():
    assert texts(Word2003(), SAMPLES / "read-word-2003.xml") == [
        "Greffe\n\nPesée du 4 mai\nOdile compte douze caisses[1].\nQuai | 7",
        "Le quai ferme à midi.\n\nFootnote 1: Sur le quai.\n\nComment: À vérifier.\n\nPage",
    ]


def test_a_page_pasted_as_a_picture_is_a_member(untrusted):
    scan, icon = b"\x89PNG" + bytes(50_000), b"\x89PNG" + bytes(500)
    whole = (SAMPLES / "read-flat-text.fodt").read_bytes()
    for picture in (scan, icon, b"no picture" + bytes(50_000)):
        whole = whole.replace(
            b"</office:text>", b"<office:binary-data>%s</office:binary-data></office:text>" % encodebytes(picture)
        )
    records = list(FlatText().open(untrusted(whole), "x.fodt", Limits()))
    assert [record for record in records if isinstance(record, Member)] == [Member("picture.png", scan)]
    assert all("iVBO" not in record.text for record in records if isinstance(record, Leaf))


@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>", "<!-- a --><?b c?>\n<!DOCTYPE d>\n", "\ufeff"])
def test_they_are_known_by_their_first_element_whatever_stands_before_it(before, untrusted):
    flat = b"<office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>"
    assert identify(untrusted(before.encode() + flat), "x") == "application/vnd.oasis.opendocument.spreadsheet-flat-xml"
    assert identify(untrusted(before.encode() + b"<w:wordDocument>"), "x") == "application/vnd.ms-wordml"


def test_many_processing_instructions_without_an_element_take_no_time(untrusted):
    file = untrusted(b"<?xml version='1.0'?>" + b"<?a?><!-- -->" * 5_000)
    assert identify(file, "x") == "text/plain"


def test_entities_are_not_expanded(untrusted):
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><w:wordDocument xmlns:w="w"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:wordDocument>'  # noqa: E501
    with pytest.raises(SourceRefused):
        list(Word2003().open(untrusted(bomb), "x.xml", Limits()))
