"""House rules that no linter holds."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "greffier"
MODULES = sorted(PACKAGE.rglob("*.py"))
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared", "base"}


def imported(module: Path) -> set[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_nothing_outside_serving_can_speak_to_a_network() -> None:
    for module in MODULES:
        if module.parent.name != "serving":
            speaks = imported(module) & {"urllib.request", "http.client", "xmlrpc.client", "socketserver", "socket"}
            assert not speaks or module.name == "endpoint.py", module


def test_there_are_no_drawers_and_two_levels_at_most() -> None:
    for module in MODULES:
        assert module.stem not in DRAWERS
        assert len(module.relative_to(PACKAGE).parts) <= 2


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
