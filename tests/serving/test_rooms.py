"""Every room answers in both languages, with a JSON twin made of the same data."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from starlette.testclient import TestClient

import greffier
from greffier.records import Finding, Page
from greffier.serving.rooms import ROOMS

QUERIES = {
    "/search": "q=cocaïne",
    "/ask": "q=Qui remet 12 kg ?",
    "/people": "kind=organisation",
    "/files": "status=read",
}


def addresses(case: greffier.Case) -> list[str]:
    """Each room once, those with an id for the first thing that has one, and again with a query."""
    ids = {
        "/page/{id}": next(case.all(Page)).id,
        "/entity/{id}": case.people()[0].id,
        "/finding/{id}": next((f.id for f in case.all(Finding)), ""),
        "/story/{name}": "story.md",
        "/review/{id}": next((one.judgement.id for one in case.review()), ""),
    }
    found = []
    for room in ROOMS:
        if room.path in ids and not ids[room.path]:
            continue
        path = room.path.replace("{id}", ids.get(room.path, "")).replace("{name}", ids.get(room.path, ""))
        found += [path] + ([f"{path}?{QUERIES[path]}"] if path in QUERIES else [])
    return found


class Reader(HTMLParser):
    """Counts what a page must have once, and keeps what it must not have."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.ids: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] = self.tags.get(tag, 0) + 1
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "style" or name.startswith("on") or tag == "script":
                self.wrong.append(f"{tag} {name}")
            if name in ("href", "src", "action") and (value or "").startswith(("http:", "https:", "//", "javascript:")):
                self.wrong.append(f"{tag} {name} {value}")


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_room_answers(client: TestClient, workcase: greffier.Case, language: str) -> None:
    for address in addresses(workcase):
        answer = client.get(address, headers={"accept-language": language})
        assert answer.status_code == 200, address
        assert f'<html lang="{language}"' in answer.text
        page = read(answer.text)
        assert (page.tags["h1"], page.tags["main"], page.wrong) == (1, 1, []), address
        assert len(page.ids) == len(set(page.ids)), address


def test_every_room_has_its_twin(client: TestClient, workcase: greffier.Case) -> None:
    for address in addresses(workcase):
        path, mark, query = address.partition("?")
        answer = client.get(f"{path.rstrip('/') or '/desk'}.json{mark}{query}")
        assert answer.status_code == 200, address
        assert answer.headers["content-type"] == "application/json"
        assert isinstance(answer.json(), dict), address


def test_the_twins_are_listed(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    assert {room.twin for room in ROOMS} <= told["paths"].keys()
    assert "get" in told["paths"]["/page/{id}.json"]
    assert told["paths"]["/finding/{id}/dismiss"]["post"]["requestBody"]["required"]


def test_a_folio_leads_to_its_page_and_words_to_the_search(client: TestClient, workcase: greffier.Case) -> None:
    [page] = workcase.locate("D0001")
    assert client.get("/go?to=D0001").headers["location"] == f"/page/{page.id}"
    assert client.get("/go?to=camion blanc").headers["location"] == "/search?q=camion+blanc"


def test_a_page_shows_its_image_with_the_words_lit(client: TestClient, workcase: greffier.Case) -> None:
    [page] = workcase.locate("D0001")
    start = page.text.index("cocaïne")
    told = client.get(f"/page/{page.id}.json?hl={start}-{start + 7}").json()
    [lit] = told["lit"]
    [box] = lit["boxes"]
    assert 0 < box["x"] < 1
    assert 0 < box["y"] < 1
    assert box["width"] > 0.02
    shown = client.get(f"/page/{page.id}?hl={start}-{start + 7}").text
    assert "<mark>cocaïne</mark>" in shown
    assert f'<rect class="ml" x="{box["x"]}"' in shown
    assert '[@D0001 "cocaïne"]' in shown
    assert client.get(f"/page/{page.id}.png").content[:4] == b"\x89PNG"


def test_flowed_text_has_no_image(client: TestClient, workcase: greffier.Case) -> None:
    [page] = workcase.locate("note.txt")
    assert "<img" not in client.get(f"/page/{page.id}").text
    assert client.get(f"/page/{page.id}.png").status_code == 404


def test_language_and_theme_are_kept(client: TestClient) -> None:
    first = client.get("/?lang=fr&theme=dark")
    assert {"lang", "theme", "greffier_token"} <= set(first.cookies)
    again = client.get("/ledger").text
    assert '<html lang="fr" data-theme="dark">' in again
    assert "Comptes" in again


def test_a_draft_is_held_against_its_pages(client: TestClient) -> None:
    told = client.get("/story/story.md.json").json()
    assert told["title"] == "The crate of the hangar"
    cited = next(claim for claim in told["claims"] if "12 kg" in claim["text"])
    assert cited["citations"][0]["folio"] == "D0001"
    assert told["chosen"]
    assert client.get("/story/..%2Fsecret.md").status_code == 404
