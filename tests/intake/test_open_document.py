"""OpenDocument files give paragraphs, rows and slides."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.open_document import OpenDocument

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{full}:1.0"'
    for name, full in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
)


@pytest.fixture
def texts(untrusted, zipped):
    def read(body, **parts):
        content = f"<office:document-content {NAMESPACES}><office:body>{body}</office:body></office:document-content>"
        file = untrusted(
            zipped({"content.xml": content, **{name.replace("_", "/"): part for name, part in parts.items()}})
        )
        return [leaf.text for leaf in OpenDocument().open(file, "x.odt", Limits())]

    return read


def test_text(texts):
    body = (
        "<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:h>Quai</text:h>"
        "<text:p>Odile<text:s text:c='2'/>compte<text:tab/><text:span>douze</text:span> caisses<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>ou treize</text:p></text:note-body>"
        "</text:note>.</text:p><text:soft-page-break/><text:p>Page deux</text:p></office:text>"
    )
    assert texts(body) == ["Quai\nOdile  compte\tdouze caisses [ou treize] .", "Page deux"]


def test_slides(texts):
    page = "<draw:page><draw:frame><text:p>{}</text:p></draw:frame></draw:page>"
    body = f"<office:presentation>{page.format('Un')}{page.format('Deux')}</office:presentation>"
    assert texts(body) == ["Un", "Deux"]


def test_encrypted_is_refused(texts):
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(SourceRefused, match="password"):
        texts("", **{"META-INF_manifest.xml": manifest})


def test_damage_is_broken(untrusted, zipped):
    with pytest.raises(SourceBroken):
        list(OpenDocument().open(untrusted(zipped({"x": "y"})), "x.odt", Limits()))
