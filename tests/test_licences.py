"""Required packages carry licences that let a newsroom use and change Greffier; the lock names no index."""

import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REQUIRED = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
# LGPL and MPL libraries are used unmodified, by import; the full red list is in docs/architecture.md.
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)
REFUSED = re.compile(r"\b(A?GPL|GNU (Affero )?General Public|SSPL|BUSL|CC-BY-NC)", re.IGNORECASE)
NEVER = {"pymupdf", "x-ray", "extract-msg", "pymerkle", "juditha", "pm4py", "igraph", "surya-ocr", "litellm"}


@pytest.mark.parametrize("name", REQUIRED)
def test_licence(name: str) -> None:
    assert name not in NEVER
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        pytest.skip("not needed on this system")
    licences = [told.get("License-Expression") or (told.get("License") or "").split("\n")[0]]
    licences += [line for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    text = " | ".join(licences)
    assert not REFUSED.search(LESSER.sub("", text)) or LESSER.search(text), f"{name}: {text}"


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_is_hashed_and_names_no_index(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    for block in re.split(r"\n(?=[a-z0-9])", text):
        if "==" in block.split("\n")[0]:
            assert "--hash=sha256:" in block
