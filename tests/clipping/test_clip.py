"""A captured topic page, and twelve ways in which others like it differ: every field holds, every line has a label."""

from __future__ import annotations

import pytest

from tests.clipping.pages import DIGEST, FRENCH, FRENCH_PARAGRAPHS, MARKER, PARAGRAPHS, REFERENCE

HEADLINE = (
    "The Port-Brelan customs' missing pallets: 'Nobody touched the seals.' How a routine check turned into a rout"
)


def test_the_reference_page(read):
    told = read(REFERENCE)
    assert told.clipping.kind == "article"
    assert told.lines("unknown") == []
    assert told.value("container.masthead") == "THE VALLEY ONE POST"
    assert told.value("container.page_date") == "2024-11-03"
    assert told.value("container.locality") == "Elbow, North Dakota, US"
    assert told.value("container.sponsors") == ["TRIVIO"] * 4
    assert told.value("container.navigation") == ["back", "topic"]
    assert (told.value("article.publisher"), told.status("article.publisher")) == ("The Harbour Ledger", "inferred")
    assert told.value("article.headline") == HEADLINE
    assert told.status("article.standfirst") == "absent"
    assert told.status("article.byline") == "stripped"
    assert told.value("article.byline") == {"authors": [], "at_least": 2, "roles": []}
    assert told.value("article.reading_time") == 11
    assert told.value("article.language") == "en"
    assert told.value("article.alternates") == [{"lang": "fr", "label": "Lire en français", "url": None}]
    assert told.value("article.body") == list(PARAGRAPHS)
    assert told.value("image.credit_line") == "Images The Harbour Ledger.com"
    assert told.value("image.creator") == "ORVALD"


def test_today_is_never_counted_from_the_date_of_the_page(read):
    published = read(REFERENCE).clipping.field("article.published")
    assert published.status == "unresolved"
    assert published.raw == "Published today at 6:30 am (Paris)"
    assert published.value == {
        "time": "06:30",
        "zone": "Europe/Paris",
        "date": None,
        "date_status": "unresolved",
        "latest_possible": "2024-11-03",
    }


def test_a_day_of_capture_known_from_outside_resolves_it_and_stays_inferred(read):
    published = read(REFERENCE, captured="2024-10-20").clipping.field("article.published")
    assert published.status == "inferred"
    assert (published.value["date"], published.value["date_status"]) == ("2024-10-20", "inferred")


def test_the_share_agrees_with_the_reading_time(read):
    told = read(REFERENCE)
    shown = len("\n\n".join(PARAGRAPHS))
    assert told.value("access.status") == "teaser"
    assert told.value("access.marker") == {"raw": MARKER, "remaining_percent": 90.35}
    assert told.value("access.visible_chars") == shown
    assert told.value("access.visible_percent") == 9.65
    assert told.value("access.estimated_total_chars") == round(shown / 0.0965)
    check = told.value("access.reading_speed_check")
    assert check["ok"]
    assert 175 <= check["words_per_minute"] <= 300


def test_a_share_that_contradicts_the_reading_time_is_flagged(read):
    told = read(REFERENCE.replace("11 min", "2 min"))
    assert told.value("access.reading_speed_check")["ok"] is False


# --- the twelve ways --------------------------------------------------------------------------------------------------


def test_glued_lines(read):
    text = REFERENCE.replace("Elbow,ND\nSponsor", "Elbow,NDSponsor").replace(".com\nORVALD", ".comORVALD")
    told = read(text)
    assert told.value("container.locality") == "Elbow, North Dakota, US"
    assert told.value("container.sponsors") == ["TRIVIO"] * 4
    assert (told.value("image.credit_line"), told.value("image.creator")) == ("Images The Harbour Ledger.com", "ORVALD")
    assert told.value("article.headline") == HEADLINE


def test_no_way_back(read):
    told = read(REFERENCE.replace("back\xa0\n", ""))
    assert told.value("container.navigation") == ["topic"]
    assert told.value("article.headline") == HEADLINE
    assert told.value("article.body") == list(PARAGRAPHS)


@pytest.mark.parametrize("count", [2, 5])
def test_another_number_of_sponsors(read, count):
    lines = [line for line in REFERENCE.split("\n") if not line.startswith("Sponsor")]
    lines[4:4] = [f"Sponsor:\xa0\xa0TRIVIO{'!' * number}" for number in range(count)]
    told = read("\n".join(lines))
    assert told.value("container.sponsors") == ["TRIVIO"] * count
    assert told.value("article.body") == list(PARAGRAPHS)


def test_plain_blanks(read):
    told = read(REFERENCE.replace("\xa0", " "))
    assert told.value("container.locality") == "Elbow, North Dakota, US"
    assert told.status("article.byline") == "stripped"
    assert told.value("article.reading_time") == 11


def test_line_ends_of_another_system(read):
    told = read(REFERENCE.replace("\n", "\r\n"))
    assert told.value("article.headline") == HEADLINE
    assert told.value("article.body") == list(PARAGRAPHS)


def test_a_french_page(read):
    told = read(FRENCH)
    assert told.lines("unknown") == []
    assert told.value("container.page_date") == "2024-11-03"
    assert told.value("container.sponsors") == ["TRIVIO"]
    assert told.value("container.navigation") == ["retour", "sujet"]
    assert told.value("article.headline").startswith("Les palettes perdues de Port-Brelan")
    assert told.status("article.byline") == "stripped"
    published = told.value("article.published")
    assert (published["time"], published["zone"], published["date"]) == ("06:30", "Europe/Paris", None)
    assert published["latest_possible"] == "2024-11-03"
    assert told.value("article.reading_time") == 11
    assert told.value("article.language") == "fr"
    assert told.value("article.alternates") == [{"lang": "en", "label": "Read in English", "url": None}]
    assert told.value("article.body") == list(FRENCH_PARAGRAPHS)
    assert told.value("access.marker")["remaining_percent"] == 90.35
    assert told.value("image.creator") == "ORVALD"


def test_a_page_that_is_free_to_its_end(read):
    text = REFERENCE.replace(MARKER, "").replace("11 min", "1 min")
    told = read(text)
    assert told.value("article.body") == list(PARAGRAPHS)
    assert (told.value("access.status"), told.status("access.status")) == ("free", "inferred")
    assert told.value("access.visible_percent") == 100
    assert told.status("access.marker") == "absent"


def test_without_a_marker_nothing_is_known_of_the_rest(read):
    told = read(REFERENCE.replace(MARKER, ""))
    assert told.value("access.status") == "unknown"
    assert told.value("access.visible_percent") is None


@pytest.mark.parametrize(
    "quoted",
    [
        f"The screen of the van said: “{MARKER}” Nobody in the harbour office had a subscription, so nobody read on.",
        f"“{MARKER}”",
        f"Then she read the notice aloud, “word for word:\n\n{MARKER}\n\nNobody laughed at it,” she says today.",
    ],
)
def test_the_marker_inside_a_quotation_is_body(read, quoted):
    told = read(REFERENCE.replace(MARKER, quoted))
    assert told.status("access.marker") == "absent"
    assert told.value("access.visible_percent") is None
    assert "".join(told.value("article.body")).endswith(quoted[-20:])


def test_the_words_of_a_marker_in_the_middle_of_prose_are_body(read):
    sentence = "The full minutes are available to premium subscribers only, as the port likes to say of its newsletter."
    told = read(REFERENCE.replace(MARKER, f"{sentence}\n\n{MARKER}"))
    assert told.value("article.body") == [*PARAGRAPHS, sentence]
    assert told.value("access.marker")["remaining_percent"] == 90.35


def test_a_digest(read):
    told = read(DIGEST)
    assert told.clipping.kind == "digest"
    assert [(entry.headline, entry.source, entry.date) for entry in told.clipping.entries] == [
        ("Three pallets are still missing in Port-Brelan", "Harbour Ledger", "2024-10-28"),
        ("Crane operators ask who lent the van that night", "Saint-Aubier Courier", "2022-06-16"),
        ("The authority promises a new register by spring", "Northern Echo Wire", "2024-11-02"),
    ]
    assert told.value("container.page_date") == "2024-11-03"
    assert told.status("article.headline") == "absent"
    assert told.status("article.published") == "absent"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Odile Marcheval and Bastien Kerleven", ["Odile Marcheval", "Bastien Kerleven"]),
        (
            "By Odile Marcheval (in Port-Brelan), Paul Roux and Aline d'Orveau",
            ["Odile Marcheval", "Paul Roux", "Aline d'Orveau"],
        ),
        ("By Odile Marcheval, Port-Brelan correspondent", ["Odile Marcheval"]),
        ("Par Odile Marcheval et Jean-Marc de la Tour", ["Odile Marcheval", "Jean-Marc de la Tour"]),
    ],
)
def test_a_real_byline(read, line, authors):
    told = read(REFERENCE.replace("By , and\xa0", line))
    assert told.status("article.byline") == "stated"
    assert told.value("article.byline")["authors"] == authors
    assert told.lines("byline") == [line]


def test_yesterday(read):
    told = read(REFERENCE.replace("today", "yesterday"))
    assert told.status("article.published") == "unresolved"
    assert told.value("article.published")["latest_possible"] == "2024-11-02"
    assert (
        read(REFERENCE.replace("today", "yesterday"), captured="2024-10-20").value("article.published")["date"]
        == "2024-10-19"
    )


# --- and others ---


def test_hours_ago_stay_open_even_with_a_day_of_capture(read):
    text = REFERENCE.replace("Published today at 6:30 am (Paris)", "Published 15 hours ago")
    assert read(text, captured="2024-10-20").status("article.published") == "unresolved"
    assert read(text).value("article.published")["latest_possible"] == "2024-11-03"


def test_a_time_of_update_on_the_same_line(read):
    line = "Published on October 20, 2024, at 4:00 am (Paris), updated at 5:12 pm"
    told = read(REFERENCE.replace("Published today at 6:30 am (Paris)", line))
    published = told.value("article.published")
    assert (published["date"], published["time"], published["zone"]) == ("2024-10-20", "04:00", "Europe/Paris")
    assert told.status("article.published") == "stated"
    assert told.value("article.updated")["time"] == "17:12"


def test_a_standfirst_is_told_from_the_first_paragraph(read):
    standfirst = "A clerk, a drawer and a weighing slip reopened an inquiry that everybody thought was over."
    told = read(REFERENCE.replace("\n\nBy , and", f"\n\n{standfirst}\n\nBy , and"))
    assert told.value("article.standfirst") == standfirst
    assert told.value("article.headline") == HEADLINE
    assert told.value("article.body") == list(PARAGRAPHS)


def test_a_source_glued_to_its_date(read):
    text = f"Daily Round\n\n{HEADLINE}\n\nHarbourLedger21-10-2024\n\n{HEADLINE}\n\n" + "\n\n".join(PARAGRAPHS)
    told = read(text)
    assert told.value("article.headline") == HEADLINE
    assert told.value("article.published")["date"] == "2024-10-21"
    assert told.value("article.publisher") == "HarbourLedger"


def test_paragraphs_wrapped_by_hand_are_whole(read):
    import textwrap

    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    text = REFERENCE.replace("\n\n".join(PARAGRAPHS), wrapped)
    told = read(text)
    assert told.value("article.body") == list(PARAGRAPHS)


def test_a_page_without_an_article(read):
    told = read("THE VALLEY ONE POST\nNov 3, 2024\nback\ntopic\nSign in\nSubscribe")
    assert told.clipping.kind == "none"
    assert told.status("article.body") == "absent"
