"""A small case behind a workbench: the box of every format, one hostile page, two drafts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import greffier
from greffier.serving.app import create_app

HOSTILE = (
    "Rapport du 5 mai 2023. <script>alert('x')</script> <b onclick=x>Gaspard HELVOUT</b> remet la clé {{ 7 * 7 }}.\n"
    'Le fichier \u202egpj.exe\u202c est joint. [@D0001] "onmouseover="alert(1) </textarea></title>\n'
)
DRAFT = """---
title: The crate of the hangar
language: en
---
Bastien Kerleven handed over 12 kg of cocaine. [@D0001]

Nobody saw the truck leave at 23:40. [@D0002]
"""


@pytest.fixture(scope="session")
def workcase(box: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[greffier.Case]:
    """The case; tests that decide something undo it."""
    given = tmp_path_factory.mktemp("workbench") / "box"
    shutil.copytree(box, given)
    (given / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    with greffier.open_case(tmp_path_factory.mktemp("workcase"), create=True) as case:
        case.add(given)
        (case.root / "story.md").write_text(DRAFT, encoding="utf-8")
        yield case


@pytest.fixture
def client(workcase: greffier.Case) -> TestClient:
    """A browser that trusts nothing and follows nothing."""
    return TestClient(create_app(workcase), raise_server_exceptions=False, follow_redirects=False)
