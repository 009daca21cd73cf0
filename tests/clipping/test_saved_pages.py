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


def dated_page(stamp: str, line: str) -> bytes:
    return html_page(data=json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": stamp}), dated=line)


@pytest.mark.parametrize(
    ("stamp", "line", "day", "clock"),
    [
        ("2023-05-11T18:00:00+02:00", "Published on 12 May 2023 at 07:30", "2023-05-12", "07:30"),
        ("2023-05-11T18:00:00+02:00", "Publié le 11 mai 2023 à 19h00", "2023-05-11", "19:00"),
        ("2023-05-11T18:00:00+02:00", "Publié le 12 mai 2023", "2023-05-12", None),
        ("2023-05-11T18:00:00Z", "Published on 11 May 2023 at 18:00 (Paris)", "2023-05-11", "18:00"),
        ("2023-05-11T18:00:00Z", "Published on 11 May 2023 at 18:20", "2023-05-11", "18:20"),
        ("2023-05-11T18:00:00", "Published on 11 May 2023 at 21:00", "2023-05-11", "21:00"),
        ("2023-05-11", "Published on 12 May 2023 at 12:00", "2023-05-12", "12:00"),
        ("2023-05-11T18:00:00+02:00", "Published today at 9:15 pm (Paris)", "2023-05-11", "21:15"),
    ],
)
def test_a_line_that_tells_another_time_than_the_markup_is_a_conflict(opened, stamp, line, day, clock):
    field = opened(dated_page(stamp, line)).clipping.field("article.published")
    assert (field.status, field.value["date"], field.value["time"]) == ("conflict", day, clock)
    assert [(rival.value, rival.method) for rival in field.rivals] == [(stamp, "JSON-LD")]


@pytest.mark.parametrize(
    ("stamp", "line", "status"),
    [
        ("2023-05-11T18:00:00+02:00", "Published on 11 May 2023 at 6:00 pm", "stated"),
        ("2023-05-11T18:00:00+02:00", "Published on 11 May 2023", "stated"),
        ("2023-05-11T18:00:00+02:00", "Published on 11 May 2023 at 12:00 (New York)", "stated"),
        ("2023-05-11T18:00:00+02:00", "Published on 12 May 2023 at 01:00 (Tokyo)", "stated"),
        ("2023-05-11T22:30:00Z", "Publié le 12 mai 2023 à 00h30", "stated"),
        ("2023-05-11T22:30:00Z", "Publié le 12 mai 2023", "stated"),
        ("2023-05-11T16:00:00", "Published on 11 May 2023 at 6:00 pm (Paris)", "stated"),
        ("2023-05-11", "Published on 11 May 2023 at 6:00 pm", "stated"),
        ("2023-05-11T25:61:00+99:00", "Published on 12 May 2023 at 07:30", "stated"),
        ("2023-05-11T22:30:00Z", "Published today at 12:30 am (Paris)", "inferred"),
    ],
)
def test_the_same_instant_in_another_zone_is_no_conflict(opened, stamp, line, status):
    field = opened(dated_page(stamp, line)).clipping.field("article.published")
    assert (field.status, field.rivals) == (status, ())


def test_a_day_that_the_line_evades_is_the_day_where_the_line_is_read(opened):
    published = opened(dated_page("2023-05-11T22:30:00Z", "Published today at 12:30 am (Paris)"))
    value = published.value("article.published")
    assert (value["date"], value["time"], value["zone"]) == ("2023-05-12", "00:30", "Europe/Paris")


@pytest.mark.parametrize(
    "line",
    [
        "Updated on 12 May 2023 at 07:30",
        "Mis à jour le 12 mai 2023 à 07h30",
        '<span>Updated on</span> <time datetime="2023-05-12T07:30:00+02:00">12 May 2023 at 07:30</time>',
        '<time datetime="2023-05-12T07:30:00+02:00">Mis à jour le 12 mai 2023 à 07h30</time>',
    ],
)
def test_when_it_was_updated_is_no_other_publication(opened, line):
    told = opened(dated_page("2023-05-11T18:00:00+02:00", line))
    assert (told.status("article.published"), told.value("article.published")["date"]) == ("stated", "2023-05-11")
    assert (told.status("article.updated"), told.value("article.updated")["time"]) == ("stated", "07:30")


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


ADDRESS = "https://ledger.example/pallets"


@pytest.mark.parametrize(
    ("cut", "method"),
    [
        (b"", "Snapshot-Content-Location of the saved page"),
        (b"Snapshot-Content-Location: https://ledger.example/pallets\n", "Content-Location of the root part"),
    ],
)
def test_a_saved_page_tells_where_it_was_saved_from(opened, cut, method):
    field = opened(mhtml(html_page()).replace(cut, b"", 1), "page.mhtml").clipping.field("article.url")
    assert (field.value, field.status, field.method) == (ADDRESS, "stated", method)


def test_a_page_saved_from_a_disk_has_no_address(opened):
    saved = mhtml(html_page()).replace(b"Location: https://", b"Location: file:///")
    assert opened(saved, "page.mhtml").status("article.url") == "absent"


@pytest.mark.parametrize(
    ("canonical", "status"),
    [(ADDRESS, "stated"), (f"{ADDRESS}/?from=mail#top", "stated"), ("https://ledger.example/cranes", "conflict")],
)
def test_the_address_of_the_markup_goes_before_that_of_the_saved_file(opened, canonical, status):
    page = html_page(meta=f'<link rel="canonical" href="{canonical}">')
    field = opened(mhtml(page), "page.mhtml").clipping.field("article.url")
    assert (field.value, field.status, field.method) == (canonical, status, "link canonical")


def test_a_text_that_is_no_page_is_read_as_it_stands(opened):
    told = opened(b"\n\nTHE VALLEY ONE POST\r\n", "page.txt")
    assert told.text == "\n\nTHE VALLEY ONE POST\n"


def test_a_hostile_page_has_labels_all_the_same(opened):
    nested = "<div>" * 200 + "A pallet was found on the quay, says the register of the harbour." + "</div>" * 200
    deep = "[" * 50_000
    told = opened(f"<html><script type='application/ld+json'>{deep}</script><body>{nested}</body></html>".encode())
    assert told.clipping.labels
