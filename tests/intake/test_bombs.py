"""Archives in archives never fill the disk: what a file holds, at any depth, is weighed before it is stored."""

from __future__ import annotations

import random
import zipfile

import pytest

import greffier
from greffier.records import Source

MIB = 1 << 20


@pytest.fixture
def box(tmp_path):
    """Three archives of 4 MB each, and five notes of 1 kB each in an archive of their own, in one archive."""
    inner = {}
    for name in "abc":
        file = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(4):
                archive.writestr(f"{name}{number}.bin", bytes((0, 1, ord(name), number)) * (MIB // 4))
        inner[file.name] = file.read_bytes()
    small = tmp_path / "d.zip"
    with zipfile.ZipFile(small, "w") as archive:
        for number in range(5):
            archive.writestr(f"note{number}.txt", random.Random(number).randbytes(500).hex())
    inner[small.name] = small.read_bytes()
    outer = tmp_path / "box.zip"
    with zipfile.ZipFile(outer, "w") as archive:
        for name, content in inner.items():
            archive.writestr(name, content)
    return outer


def added(box, folder, limit):
    with greffier.open_case(folder, create=True, expanded_mb=limit, engine="none") as case:
        assert case.add(box).adds_up
        stored = sum(file.stat().st_size for file in (folder / ".greffier" / "blobs").rglob("*") if file.is_file())
        return {source.path: (source.status, source.reason or "") for source in case.all(Source)}, stored


def test_what_does_not_fit_is_told_and_not_stored(box, tmp_path):
    ended, stored = added(box, tmp_path / "case", 8)
    assert stored <= 8 * MIB + 2 * box.stat().st_size
    assert ended["box.zip/a.zip"][0] == "read"
    assert ended["box.zip/d.zip/note4.txt"][0] == "read"
    refused = [path for path, (status, reason) in ended.items() if "expands with" in reason or "expands to" in reason]
    assert "box.zip/c.zip" in refused
    assert not any(path.startswith("box.zip/c.zip/") for path in ended)


def test_what_fits_is_taken_however_it_is_spread(box, tmp_path):
    ended, _ = added(box, tmp_path / "case", 40)
    assert len(ended) == 1 + 4 + 12 + 5
    assert not any("expands" in reason for _, reason in ended.values())
