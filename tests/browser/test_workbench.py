"""A person walks through the workbench in a real browser, with JavaScript off: nothing breaks, nothing leaves."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

import greffier
from greffier.serving.app import create_app

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = Path("/usr/bin/chromium")
QUIET = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's Chromium")]
DRAFT = "# The crate\n\nBastien Kerleven handed over 12 kg of cocaine. [@D0001]\n\nHe sold 90 kg in Oslo. [@D0002]\n"


@pytest.fixture(scope="module")
def address(box: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small case, served on a free port of this machine."""
    with greffier.open_case(tmp_path_factory.mktemp("seen"), create=True) as case:
        case.add(box)
        (case.root / "story.md").write_text(DRAFT, encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(create_app(case), host="127.0.0.1", port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)
    shutil.rmtree(case.root, ignore_errors=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=str(CHROMIUM), args=QUIET)
        yield opened
        opened.close()


def watched(browser: object, address: str, width: int, *, script: bool) -> tuple[object, list[str]]:
    """A page that writes down every complaint of the browser and every request for another machine."""
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script, locale="en")
    page, complaints = context.new_page(), []
    page.on("console", lambda told: complaints.append(told.text))
    page.on("pageerror", lambda told: complaints.append(str(told)))
    page.on("request", lambda sent: None if sent.url.startswith(address) else complaints.append(sent.url))
    # What the browser itself drops when it goes on to the next page is no failure.
    page.on("requestfailed", lambda sent: None if "ABORTED" in sent.failure else complaints.append(sent.url))
    return page, complaints


def test_the_walk(browser: object, address: str) -> None:
    page, complaints = watched(browser, address, 1440, script=False)
    page.goto(address)
    assert "adds up" in page.inner_text("main")
    page.fill("#find", "cocaïne MARCHEVAL")
    page.press("#find", "Enter")
    assert page.locator(".hit mark").count() >= 2
    page.click(".hit-t a >> nth=0")
    assert page.locator(".page-text mark").count() >= 2
    page.wait_for_load_state("load")
    lit = page.locator(".over .ml").first.bounding_box()
    image = page.locator(".sheet img").bounding_box()
    assert image["x"] < lit["x"] < image["x"] + image["width"]
    assert image["y"] < lit["y"] < image["y"] + image["height"]
    assert page.evaluate("document.querySelector('.sheet img').naturalWidth") > 500
    for room, words in (("Ledger", "Ledger"), ("Findings", "Findings"), ("Story", "Drafts")):
        page.click(f"nav.rooms >> text={room}")
        assert words in page.inner_text("main")
    page.click("text=story.md") if page.locator("a:has-text('story.md')").count() else page.click("tbody a >> nth=0")
    assert page.locator(".sents li").count() >= 2
    page.click(".sents a:has-text('handed over')")
    assert page.locator(".side .excerpt mark").count() >= 1
    page.click("header >> text=FR")
    assert page.get_attribute("html", "lang") == "fr"
    assert complaints == []


@pytest.mark.parametrize("width", [390, 1440])
def test_no_page_scrolls_sideways(browser: object, address: str, width: int) -> None:
    page, complaints = watched(browser, address, width, script=True)
    for room in (
        "/",
        "/documents",
        "/files",
        "/search?q=cocaïne",
        "/people",
        "/review",
        "/timeline",
        "/ledger",
        "/network",
        "/findings",
        "/rules",
        "/ask?q=Qui%20remet%20la%20coca%C3%AFne%20%3F",
        "/story",
        "/story/story.md",
        "/decisions",
    ):
        page.goto(address + room)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, room
    page.goto(f"{address}/go?to=D0001")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []


def test_the_first_key_leads_past_the_navigation(browser: object, address: str) -> None:
    page, _ = watched(browser, address, 1440, script=False)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
