"""A saved web page is opened in the sandbox; its markup and its visible lines tell one article, or their conflict."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from greffier.contracts import Limits
from greffier.press import clip_file
from greffier.running.isolated import Isolated
from tests.clipping.conftest import Read
from tests.clipping.html_pages import ARTICLE, STAMP, TITLE, html_page, mhtml
from tests.clipping.pages import PARAGRAPHS


@pytest.fixture
def opened(tmp_path: Path):
    def clipped(content: bytes, name: str = "page.html", captured: str | None = None) -> Read:
        file = tmp_path / name
        file.write_bytes(content)
        told = Read(*clip_file(file, name, Isolated(), Limits(), captured))
        told.covered()
        return told

    return clipped


def test_a_page_of_its_publisher(opened):
    told = opened(html_page())
    assert told.clipping.kind == "article"
    assert told.value("article.headline") == TITLE
    assert told.value("article.publisher") == "The Harbour Ledger"
    assert told.value("article.byline")["authors"] == ["Odile Marcheval", "Paul Roux"]
    assert told.status("article.byline") == "stated"
    assert told.value("article.body") == list(PARAGRAPHS)
    assert told.value("article.language") == "en"
    assert told.value("image.alt") == "A pallet, drawn in ink"
    assert told.value("image.credit_line") == "The Harbour Ledger"
    assert told.value("access.marker")["remaining_percent"] == 90.35
    assert told.value("access.status") == "teaser"
    assert told.value("access.reading_speed_check")["ok"]
    assert "Crane operators ask who lent the van" in told.value("container.navigation")


def test_the_day_that_the_line_evades_is_taken_from_the_markup_with_its_zone(opened):
    told = opened(html_page())
    assert told.status("article.published") == "inferred"
    published = told.value("article.published")
    assert (published["time"], published["date"], published["zone"]) == ("04:30", "2024-10-20", "Europe/Paris")


def test_names_stripped_from_the_lines_are_in_the_markup(opened):
    told = opened(html_page(byline="By , and"))
    assert told.status("article.byline") == "inferred"
    assert told.value("article.byline")["authors"] == ["Odile Marcheval", "Paul Roux"]


def test_other_authors_in_meta_are_a_conflict_and_both_are_kept(opened):
    told = opened(html_page(meta='<meta property="og:article:author" content="The Harbour Ledger">'))
    field = told.clipping.field("article.byline")
    assert field.status == "conflict"
    assert field.value["authors"] == ["Odile Marcheval", "Paul Roux"]
    assert [(rival.value, rival.method) for rival in field.rivals] == [("The Harbour Ledger", "meta og:article:author")]


def test_two_days_of_publication_are_a_conflict(opened):
    told = opened(html_page(meta='<meta property="article:published_time" content="2024-10-23T04:30:00+02:00">'))
    assert told.status("article.published") == "conflict"
    assert told.clipping.field("article.published").rivals[0].value == "2024-10-23T04:30:00+02:00"


@pytest.mark.parametrize(
    "spelling", [False, "False", "false", "http://schema.org/False", "https://schema.org/False", "No", 0]
)
def test_a_page_that_is_not_free_in_every_spelling(opened, spelling):
    data = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": spelling}
    told = opened(html_page(data=json.dumps(data)))
    assert (told.value("access.status"), told.status("access.status")) == ("teaser", "stated")


@pytest.mark.parametrize(
    "spelling", [True, "True", "true", "http://schema.org/True", "https://schema.org/True", "Yes", 1]
)
def test_a_page_that_is_free_in_every_spelling(opened, spelling):
    data = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": spelling}
    told = opened(html_page(data=json.dumps(data), wall=""))
    assert (told.value("access.status"), told.value("access.visible_percent")) == ("free", 100)
    walled = opened(html_page(data=json.dumps(data)))
    assert (walled.value("access.status"), walled.status("access.status")) == ("teaser", "conflict")


def test_another_language_by_its_link(opened):
    told = opened(html_page(meta='<link rel="alternate" hreflang="fr-FR" href="https://ledger.example/fr/p">'))
    assert told.value("article.alternates") == [{"lang": "fr", "label": None, "url": "https://ledger.example/fr/p"}]


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("}]}", "},]}"),
        lambda text: f"<!-- {text} -->",
        lambda text: f"//<![CDATA[\n{text}\n//]]>",
        lambda text: text.replace("look away", "look\naway"),
        lambda text: f"[{text}]",
        lambda text: text[: text.index('"publisher"')],
    ],
    ids=["comma", "comment", "cdata", "line end", "list", "cut"],
)
def test_damaged_json_still_tells_when(opened, damage):
    told = opened(html_page(data=damage(json.dumps(ARTICLE))))
    assert told.value("article.published")["date"] == STAMP[:10]


def test_a_declared_length_agrees_with_the_share_or_does_not(opened):
    words = len(" ".join(PARAGRAPHS).split())
    for declared, agrees in ((round(words / 0.0965), True), (words * 2, False)):
        data = {"@type": "NewsArticle", "headline": TITLE, "wordCount": declared}
        told = opened(html_page(data=json.dumps(data)))
        assert told.value("access.declared_length_check")["ok"] is agrees


def test_a_page_saved_with_its_pictures(opened):
    told = opened(mhtml(html_page()), "page.mhtml")
    assert told.value("article.headline") == TITLE
    assert told.value("article.body") == list(PARAGRAPHS)
    assert told.value("article.byline")["authors"] == ["Odile Marcheval", "Paul Roux"]


def test_a_text_that_is_no_page_is_read_as_it_stands(opened):
    told = opened(b"\n\nTHE VALLEY ONE POST\r\n", "page.txt")
    assert told.text == "\n\nTHE VALLEY ONE POST\n"


def test_a_hostile_page_has_labels_all_the_same(opened):
    nested = "<div>" * 200 + "A pallet was found on the quay, says the register of the harbour." + "</div>" * 200
    deep = "[" * 50_000
    told = opened(f"<html><script type='application/ld+json'>{deep}</script><body>{nested}</body></html>".encode())
    assert told.clipping.labels
