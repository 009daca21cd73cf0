"""The settings of a case, frozen: what the file says, then the environment, then the flags of the command."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from greffier.errors import WrongUsage

_OURS = {"readers", "model_anywhere"}  # a case that came from a stranger must not choose them
_PLACES = ("records", "blobs", "index")


@dataclass(frozen=True, slots=True)
class Settings:
    """`settings.toml` of a case; each can be set by `GREFFIER_<NAME>` in the environment.

    The URLs choose the backends by their scheme; an empty URL is the embedded one inside the case folder.
    """

    records: str = ""  # sqlite:///PATH
    blobs: str = ""  # file:///PATH
    index: str = ""  # tantivy:///PATH
    runner: str = "processes"  # serial, processes
    jobs: int = 0  # processes at work; 0 is one for each core
    engine: str = "tesseract"  # tesseract, none
    languages: str = "fra+eng"  # for the engine
    distrust_sample: int = 1  # pages compared with their picture, of each way that text layers were made; 0 for none
    sandbox: str = "auto"  # auto: the layers that hold here, if any; strict: all, or nothing is opened
    file_seconds: int = 120  # time to open one file
    file_memory_mb: int = 1536  # memory to open one file
    file_pages: int = 20_000  # pages in one file
    expanded_mb: int = 2_000  # what an archive may expand to
    depth: int = 5  # archives in archives
    readers: str = ""  # optional ones: spacy:NAME gliner:NAME model:URL#MODEL; from the environment or a flag only
    model_anywhere: str = "no"  # yes: a model need not be on this machine; from the environment or a flag only
    user: str = "local"  # who signs decisions
    jurisdictions: str = ""  # whose laws are asked (KE; FR, BE; US-TX); all of them otherwise
    title: str = ""  # what the case is called; the name of its folder otherwise

    def reading(self) -> str:
        """What decides how a page is read; a change makes finished reading unfinished."""
        return f"{self.engine} {self.languages}"


def load_settings(file: Path | None = None, **flags: Any) -> Settings:
    """Return the settings of this file, overridden by the environment, then by flags that are not None."""
    values: dict[str, Any] = {}
    if file is not None and file.exists():
        values.update(_from_file(file))
    for field in fields(Settings):
        if (told := os.environ.get(f"GREFFIER_{field.name.upper()}")) is not None:
            values[field.name] = _typed(field.name, told)
    values.update({name: _typed(name, value) for name, value in flags.items() if value is not None})
    return Settings(**values)


def _from_file(file: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{file.name} cannot be read: {error}."
        raise WrongUsage(message, "Mend it, or delete it to use the defaults.") from error
    for name in _OURS & told.keys():
        message = f"{file.parent.name}/settings.toml sets {name}, which may run a program or send pages away."
        raise WrongUsage(message, f"If that is meant, set GREFFIER_{name.upper()} in the environment instead.")
    for name in _PLACES:
        _stays_inside(name, str(told.get(name, "")), file.parent)
    return {name: _typed(name, value) for name, value in told.items()}


def _stays_inside(name: str, url: str, folder: Path) -> None:
    """A case that came from a stranger must not make us write elsewhere; the environment and flags are our own."""
    path = url.partition("://")[2]
    if path.startswith("/") and not Path(path).resolve().is_relative_to(folder.resolve()):
        message = f"{folder.name}/settings.toml keeps its {name} outside the case."
        raise WrongUsage(message, f"If that is meant, set GREFFIER_{name.upper()} in the environment instead.")


def _typed(name: str, value: Any) -> Any:
    known = {field.name: field.type for field in fields(Settings)}
    if name not in known:
        raise WrongUsage(f"There is no setting {name!r}.", f"Settings are: {', '.join(known)}.")
    if known[name] != "int":
        return str(value)
    try:
        return int(value)
    except ValueError:
        raise WrongUsage(f"Setting {name} must be a whole number, not {value!r}.", "Mend settings.toml.") from None
