"""What the headers of a message tell: its ids, who and when, whatever a hostile hand wrote into them."""

from __future__ import annotations

import email
import time

import pytest

from greffier.intake.headers import letter_of
from greffier.intake.mapi import TEXT, Item, Properties, as_mail
from greffier.records import Letter, Time


def letter(*lines: str) -> Letter:
    return letter_of(email.message_from_bytes("\n".join((*lines, "", "body")).encode()))


def test_a_plain_answer():
    told = letter(
        "Message-ID: <3@quai.example>",
        "In-Reply-To: <2@quai.example>",
        "References: <1@quai.example> <2@quai.example>",
        "From: Marthe Oudin <Marthe@Quai.example>",
        'To: "Oudin, Yann" <yann@quai.example>, Odile <odile@quai.example>',
        "Cc: Yann <YANN@quai.example>",
        "Subject: Re: la =?utf-8?q?pes=C3=A9e?=",
        "Date: Fri, 17 Mar 2023 09:00:07 +0100",
    )
    assert told == Letter(
        "<3@quai.example>",
        "<2@quai.example>",
        ("<1@quai.example>", "<2@quai.example>"),
        "Re: la pesée",
        Time("2023-03-17T09:00:07", "2023-03-17T09:00", "2023-03-17T09:00", "Etc/GMT-1"),
        "marthe@quai.example",
        ("odile@quai.example", "yann@quai.example"),
    )


def test_without_headers_nothing_is_told():
    assert letter("X-Other: 1") == Letter()


@pytest.mark.parametrize(
    ("raw", "ids"),
    [
        ("<1@quai.example>\n <2@quai.example>", ("<1@quai.example>", "<2@quai.example>")),
        ("<1@quai.\n example>", ("<1@quai.example>",)),
        ('<"1"@quai.example>', ("<1@quai.example>",)),
        ("=?utf-8?q?=3C1=40quai=2E?=\n =?utf-8?b?ZXhhbXBsZT4=?=", ("<1@quai.example>",)),
        ("1@quai.example, 2@quai.example", ("<1@quai.example>", "<2@quai.example>")),
        ("your message of Friday to odile@quai.example", ()),
        ("<> <@> <x>", ()),
        ("<abc <1@quai.example>", ("<1@quai.example>",)),
        ("<20230317090000.AA01234>", ("<20230317090000.AA01234>",)),
        ("<" + "x" * 600 + "@quai.example>", ()),
        ("<1\x07@quai.example> <\u202e2@quai.example>", ("<1@quai.example>",)),
        ("<1@quai.example> <1@quai.example>", ("<1@quai.example>",)),
    ],
)  # fmt: skip
def test_ids_however_they_are_written(raw, ids):
    assert letter(f"References: {raw}").references == ids


def test_of_ten_thousand_references_the_first_and_the_last_are_kept_at_once():
    began = time.process_time()
    told = letter("References: " + "\n ".join(f"<{number:05}@quai.example>" for number in range(10_000))).references
    assert time.process_time() - began < 5
    assert len(told) == 100
    assert told[0] == "<00000@quai.example>"
    assert told[1:] == tuple(f"<{number:05}@quai.example>" for number in range(9_901, 10_000))


def test_an_id_cut_by_the_bound_is_not_taken_for_another():
    told = letter("References: " + " ".join(f"<{number:05}-{'x' * 60}@quai.example>" for number in range(5_000)))
    assert all(len(id) == 81 and id.count("@") == 1 for id in told.references)


def test_the_first_of_several_ids_counts():
    told = letter(
        "Message-ID: <1@quai.example>", "Message-ID: <2@quai.example>", "In-Reply-To: <3@x.example> <4@x.example>"
    )
    assert (told.message_id, told.in_reply_to) == ("<1@quai.example>", "<3@x.example>")


@pytest.mark.parametrize(
    ("date", "minute", "zone"),
    [
        ("Fri, 17 Mar 2023 09:00:00 -0500", "2023-03-17T09:00", "Etc/GMT+5"),
        ("Fri, 17 Mar 2023 09:00:00 +0530", "2023-03-17T03:30", "Etc/UTC"),
        ("Fri, 17 Mar 2023 09:00:00 GMT", "2023-03-17T09:00", "Etc/UTC"),
        ("17 Mar 2023 09:00", "2023-03-17T09:00", None),
        ("Fri, 17 Mar 2023 09:00:00 -0000", "2023-03-17T09:00", None),
    ],
)
def test_a_date_keeps_the_clock_of_who_sent_it(date, minute, zone):
    sent = letter(f"Date: {date}").sent
    assert sent is not None
    assert (sent.earliest, sent.latest, sent.zone) == (minute, minute, zone)


@pytest.mark.parametrize(
    "date",
    [
        "yesterday", "Thu, 1 Jan 1970 00:00:00 +0000", "31 Feb 2023 10:00:00 +0000", "1 Jan 99999 10:00:00 +0000",
        "1 Jan 2023 10:00:00 +9999", "99 99 99", "1 Jan 9999 23:59:59 -1200",
    ],
)  # fmt: skip
def test_a_date_that_cannot_be_is_none(date):
    assert letter(f"Date: {date}").sent is None


def test_names_stand_where_there_are_no_addresses():
    told = letter("From: OUDIN, Marthe", "To: VERNAY, Odile; OUDIN, Yann")
    assert (told.sender, told.parties) == ("OUDIN, Marthe", ("OUDIN, Yann", "VERNAY, Odile"))


def test_a_thousand_addressees_are_bounded():
    told = letter(*(f"To: {', '.join(f'a{each}.{line}@quai.example' for each in range(50))}" for line in range(50)))
    assert len(told.parties) == 200


def test_what_outlook_keeps_of_the_ids_is_read_too():
    told = {
        0x0037: "RE: la pesée",
        0x0C1A: "OUDIN Marthe",
        0x0E04: "VERNAY Odile; OUDIN Yann",
        0x1035: "<3@quai.example>",
    }
    told |= {0x1042: "<2@quai.example>", 0x1039: "<1@quai.example> <2@quai.example>"}
    item = Item(Properties({}, {(number, TEXT): words.encode("utf-16-le") for number, words in told.items()}))
    assert letter_of(email.message_from_bytes(as_mail(item))) == Letter(
        "<3@quai.example>",
        "<2@quai.example>",
        ("<1@quai.example>", "<2@quai.example>"),
        "RE: la pesée",
        None,
        "OUDIN Marthe",
        ("OUDIN Yann", "VERNAY Odile"),
    )
