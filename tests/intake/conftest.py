"""Makers of small invented files."""

from __future__ import annotations

import io
import zipfile

import pytest


@pytest.fixture
def untrusted(tmp_path):
    """Write bytes to a file and return its path."""

    def write(content: bytes, name: str = "untrusted"):
        file = tmp_path / name
        file.write_bytes(content)
        return file

    return write


@pytest.fixture
def zipped():
    """Zip these members."""

    def make(members: dict[str, bytes | str]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return out.getvalue()

    return make
