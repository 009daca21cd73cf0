"""The invented article as a web page of its publisher, with the pieces that a test varies."""

from __future__ import annotations

import json
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

from tests.clipping.pages import MARKER, PARAGRAPHS

TITLE = "Pallets go missing in Port-Brelan while three services look away"
STAMP = "2024-10-20T04:30:00+02:00"
ARTICLE: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "The Harbour Ledger"},
        {
            "@type": ["ReportageNewsArticle"],
            "headline": TITLE,
            "datePublished": STAMP,
            "author": [{"@type": "Person", "name": "Odile Marcheval"}, {"@id": "#second"}],
            "publisher": {"@id": "#house"},
            "isAccessibleForFree": "False",
            "timeRequired": "PT11M",
            "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".wall"},
            "image": {"@type": "ImageObject", "creditText": "The Harbour Ledger", "creator": {"name": "Orvald"}},
        },
        {"@id": "#house", "@type": "NewsMediaOrganization", "name": "The Harbour Ledger"},
        {"@id": "#second", "@type": "Person", "name": "Paul Roux"},
    ],
}


def html_page(
    *,
    data: str | None = None,
    meta: str = "",
    byline: str = "By Odile Marcheval and Paul Roux",
    wall: str = MARKER,
    dated: str = "Published today at 4:30 am (Paris)",
) -> bytes:
    """A page; `data` is the text of its JSON-LD script, `meta` more of its head, `dated` the words of its date line."""
    script = json.dumps(ARTICLE) if data is None else data
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | The Harbour Ledger</title>
    {meta}<script type="application/ld+json">{script}</script></head><body>
    <header><nav><a href="/">Home</a> <a href="/sea">At sea</a> <a href="/land">On land</a></nav></header>
    <main><article><h1>{TITLE}</h1><figure><img src="https://ledger.example/p.png" alt="A pallet, drawn in ink">
    <figcaption>The quay at night. ORVALD/The Harbour Ledger</figcaption></figure>
    <p>{byline}</p><p>{dated}</p>{paragraphs}<p class="wall">{wall}</p></article></main>
    <aside><h2>Most read</h2><ul><li><a>Crane operators ask who lent the van</a></li></ul></aside>
    <footer><p>Contact us</p><p>The Harbour Ledger is printed in Port-Brelan since 1931</p></footer></body></html>
    """.encode()


def mhtml(page: bytes) -> bytes:
    """The page as browsers save it in one file, with an icon and a picture."""
    saved = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--x----")
    saved["From"], saved["Subject"] = "<Saved by Blink>", TITLE
    saved["Snapshot-Content-Location"] = "https://ledger.example/pallets"
    saved["Date"] = "Sun, 20 Oct 2024 10:15:00 -0000"
    text = MIMEText(page.decode(), "html", "utf-8")
    text["Content-Location"] = "https://ledger.example/pallets"
    saved.attach(text)
    for name, size in (("icon", 60), ("quay", 30_000)):
        picture = MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(size), "png")
        picture["Content-Location"] = f"https://ledger.example/{name}.png"
        saved.attach(picture)
    return saved.as_bytes()
