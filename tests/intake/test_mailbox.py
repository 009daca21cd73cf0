"""Mailboxes are cut at the lines that begin a message, and only there; a long message comes in parts."""

from __future__ import annotations

from greffier.contracts import Limits
from greffier.intake.mailbox import Mailbox
from greffier.records import PART

BEGINS = b"From odile Thu May  4 10:00:00 2023\n"


def opened(file):
    return list(Mailbox().open(file, "x.mbox", Limits()))


def test_lines_that_only_look_like_a_beginning_stay_in_the_message(untrusted):
    body = b"Subject: a\n\nFrom the quay, in 2023\nnothing follows\nFrom 2023\n"
    parts = opened(untrusted(BEGINS + body + BEGINS.replace(b"\n", b"\r\n") + b"Subject: b\r\n\r\nfin\r\n"))
    assert [(part.name, part.content) for part in parts] == [
        ("message 00001.eml", body), ("message 00002.eml", b"Subject: b\n\nfin\n"),
    ]  # fmt: skip


def test_a_long_message_comes_in_parts_and_whole(untrusted):
    body = b"Subject: a\n\n" + b"douze caisses sur le quai\n" * (2 * PART // 26)
    parts = opened(untrusted(BEGINS + body + BEGINS + b"Subject: b\n"))
    assert b"".join(part.content for part in parts if part.name == "message 00001.eml") == body
    assert [part.more for part in parts] == [True] * (len(parts) - 2) + [False, False]
    assert max(len(part.content) for part in parts) <= PART + (1 << 20)
