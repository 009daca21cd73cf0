"""Nobody else's page reads or changes the case, and no page of the file can act on the browser."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

import greffier


def token(client: TestClient) -> str:
    """The token of the forms, as a person's browser gets it."""
    found = re.search(r'name="token" value="([^"]+)"', client.get(f"/entity/{first(client)}").text)
    assert found
    return found[1]


def first(client: TestClient) -> str:
    return str(client.get("/people.json").json()["people"][0]["id"])


@pytest.mark.parametrize(
    "address", ["/", "/desk.json", "/static/greffier.css", "/published/story.html", "/openapi.json"]
)
def test_another_host_is_refused(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"host": "case.example.org"})
    assert answer.status_code == 403
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["127.0.0.1:8800", "localhost:8800", "[::1]:8800"])
def test_this_machine_is_let_in(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_change_needs_the_token(client: TestClient) -> None:
    act = f"/entity/{first(client)}/protect"
    assert client.post(act, data={"publish_as": "X"}).status_code == 403
    token(client)
    assert client.post(act, data={"publish_as": "X"}).status_code == 403
    assert client.post(act, data={"publish_as": "X", "token": "wrong"}).status_code == 403


def test_a_decision_is_taken_shown_and_undone(client: TestClient, workcase: greffier.Case) -> None:
    sent = {"token": token(client), "publish_as": "Yann", "why": "Could be harmed."}
    answer = client.post(f"/entity/{first(client)}/protect", data=sent)
    assert answer.status_code == 303
    assert "Yann" in client.get(answer.headers["location"]).text
    [decision, *_] = client.get("/decisions.json").json()["decisions"]
    assert (decision["verb"], decision["why"], decision["undone"]) == ("protect", "Could be harmed.", False)
    done = client.post(f"/decisions/{decision['id']}/undo", data={"token": sent["token"]})
    assert done.headers["location"] == "/decisions"
    assert not any(entity.protected for entity in workcase.people())


def test_a_finding_is_set_aside_with_a_reason_only(client: TestClient) -> None:
    answer = client.post("/finding/none/dismiss", data={"token": token(client), "why": "  "})
    assert answer.status_code == 400
    assert "reason" in answer.text


def test_a_draft_that_blocks_is_not_published(client: TestClient, workcase: greffier.Case) -> None:
    answer = client.post("/story/story.md/publish", data={"token": token(client)})
    assert answer.status_code in (400, 409)
    assert not (workcase.root / "published").exists()


def test_errors_have_one_shape(client: TestClient) -> None:
    for address in ("/page/none", "/entity/Nobody At All", "/nowhere", "/story/none.md", "/published/none"):
        answer = client.get(f"{address}.json")
        assert answer.status_code == 404, address
        assert answer.json()["error"].keys() == {"code", "message", "next"}
        shown = client.get(address)
        assert (shown.status_code, shown.headers["content-type"]) == (404, "text/html; charset=utf-8")


def test_hostile_text_is_only_text(client: TestClient, workcase: greffier.Case) -> None:
    [page] = workcase.locate("hostile.txt")
    for address in (
        f"/page/{page.id}",
        "/search?q=HELVOUT",
        "/search?q=<script>alert(1)</script>",
        "/people",
        "/timeline",
    ):
        shown = client.get(address).text
        assert "<script" not in shown
        assert "<b onclick" not in shown
    shown = client.get(f"/page/{page.id}").text
    assert "&lt;script&gt;" in shown
    assert "{{ 7 * 7 }}" in shown
    assert "\u202e" not in shown
    assert "⟦RLO⟧" in shown
    assert client.get(f"/page/{page.id}.json").json()["page"]["text"].count("\u202e") == 1


def test_only_what_was_published_is_shown(client: TestClient, workcase: greffier.Case) -> None:
    out = workcase.root / "published"
    out.mkdir()
    try:
        (out / "story.html").write_text("<h1>Out</h1>", encoding="utf-8")
        (out / "other.html").symlink_to(workcase.root / "story.md")
        assert "<h1>Out</h1>" in client.get("/published/story.html").text
        assert client.get("/published/other.html").status_code == 404
        assert client.get("/published/..%2Fstory.md").status_code == 404
    finally:
        for file in out.iterdir():
            file.unlink()
        out.rmdir()


@pytest.mark.parametrize(
    "address",
    [
        "/search?q=%00", "/search?q=AND+OR+NOT+(", "/search?q=" + "a" * 5000, "/ask?q=%F0%9F%98%80", "/go?to=%00",
        "/timeline?start=zzz&end=2023-99", "/timeline?who=nobody", "/ledger?good=%3Cb%3E", "/people?kind=x",
        "/findings?kind=x&status=y", "/documents?kind=x", "/page/.png", "/entity/%00", "/decisions?lang=zz&theme=zz",
    ],
)  # fmt: skip
def test_no_address_makes_it_fail(client: TestClient, address: str) -> None:
    assert client.get(address).status_code < 500


def test_ranges_beyond_the_page_are_left_out(client: TestClient, workcase: greffier.Case) -> None:
    [page] = workcase.locate("D0001")
    told = client.get(f"/page/{page.id}.json?hl=99999-5,3-2,0-9999999").json()
    assert [(lit["start"], lit["end"]) for lit in told["lit"]] == [(0, len(page.text))]
