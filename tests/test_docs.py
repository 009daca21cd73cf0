"""The documents name every command, every option and every setting; what they name exists."""

import re
from dataclasses import fields
from pathlib import Path

import click
import pytest

from greffier.cli import greffier
from greffier.settings import Settings

ROOT = Path(__file__).parent.parent
REFERENCE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(greffier.commands))
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    assert f"`greffier {name}" in REFERENCE
    section = REFERENCE.split(f"`greffier {name}", 1)[1].split("\n`greffier ", 1)[0]
    for parameter in greffier.commands[name].params:
        if isinstance(parameter, click.Option):
            assert any(option in section for option in parameter.opts), f"{name}: {parameter.opts}"


@pytest.mark.parametrize("name", sorted(greffier.commands))
def test_every_command_shows_an_example(name: str) -> None:
    command = greffier.commands[name]
    assert command.help
    assert (command.epilog or "").startswith("Example: greffier ")


@pytest.mark.parametrize("field", fields(Settings), ids=lambda field: field.name)
def test_every_setting_is_in_the_reference(field: object) -> None:
    assert f"`{field.name}`" in REFERENCE  # type: ignore[attr-defined]


def test_commands_named_in_the_documents_exist() -> None:
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for name in re.findall(r"`greffier ([a-z]+)", document.read_text(encoding="utf-8")):
            assert name in greffier.commands, f"{document.name} names `greffier {name}`"


def test_files_named_in_the_architecture_exist() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    for name in re.findall(r"`([a-z_]+(?:/[a-z_]+)*\.py)`", told):
        assert (ROOT / "greffier" / name).exists() or (ROOT / name).exists(), name
