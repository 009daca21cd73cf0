"""A web page saved as one file holds the page and its pictures, and is no mail."""

from __future__ import annotations

import pytest

from greffier.contracts import Limits
from greffier.errors import SourceBroken
from greffier.intake.identify import identify
from greffier.intake.saved import SavedPage
from greffier.records import Leaf, Member
from tests.clipping.html_pages import html_page, mhtml


def opened(file) -> list[Leaf | Member]:
    return list(SavedPage().open(file, file.name, Limits()))


def test_the_page_and_its_large_pictures_are_members(untrusted):
    file = untrusted(mhtml(html_page()), "page.mhtml")
    assert identify(file, "page.mhtml") == "multipart/related"
    leaf, page, picture = opened(file)
    assert "Snapshot-Content-Location: https://ledger.example/pallets" in leaf.text
    assert page == Member("pallets.html", html_page())
    assert picture.name == "quay.png"


def test_a_mail_with_pictures_in_its_text_stays_a_mail(untrusted):
    mail = mhtml(html_page()).replace(b"From: <Saved by Blink>", b"From: a@x.example\nTo: b@x.example")
    assert identify(untrusted(mail), "mail.eml") == "message/rfc822"


def test_a_saved_page_without_a_page_is_broken(untrusted):
    with pytest.raises(SourceBroken):
        opened(untrusted(b"Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/css\n\np{}\n--x--\n"))


def test_a_deep_one_ends(untrusted):
    deep = b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300))
    with pytest.raises(SourceBroken):
        opened(untrusted(deep))
