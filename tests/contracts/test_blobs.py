"""The contract of Blobs, over every backend."""

from __future__ import annotations

import hashlib
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.contracts import Blobs
from greffier.plugins import BLOBS, load

UNKNOWN = hashlib.sha256(b"never stored").hexdigest()


@pytest.fixture(params=sorted(BLOBS))
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    return load(BLOBS, request.param)(tmp_path / "blobs")  # type: ignore[no-any-return]


def put(blobs: Blobs, content: bytes) -> str:
    sha256, size = blobs.put(io.BytesIO(content))
    assert (sha256, size) == (hashlib.sha256(content).hexdigest(), len(content))
    return sha256


@given(st.binary(max_size=2000))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_come_back_as_they_went_in(blobs: Blobs, content: bytes) -> None:
    sha256 = put(blobs, content)
    assert blobs.path(sha256).read_bytes() == content
    assert sha256 in blobs
    assert blobs.check(sha256)


def test_a_large_stream_is_stored_whole(blobs: Blobs) -> None:
    content = os.urandom(3_500_000)
    assert blobs.path(put(blobs, content)).read_bytes() == content


def test_the_same_bytes_are_one_blob(blobs: Blobs) -> None:
    first = put(blobs, b"report")
    assert put(blobs, b"report") == first
    put(blobs, b"another report")
    assert len(list(blobs)) == 2


def test_they_are_listed_in_order(blobs: Blobs) -> None:
    expected = sorted(put(blobs, b"%d" % number) for number in range(40))
    assert list(blobs) == expected


@pytest.mark.parametrize("name", [UNKNOWN, "", "../../etc/passwd", UNKNOWN.upper(), "unfinished"])
def test_what_is_not_there_is_a_key_error(blobs: Blobs, name: str) -> None:
    assert name not in blobs
    assert not blobs.check(name)
    with pytest.raises(KeyError):
        blobs.path(name)


def test_only_text_can_be_in_it(blobs: Blobs) -> None:
    assert None not in blobs
    assert 7 not in blobs


def test_files_are_read_only(blobs: Blobs) -> None:
    assert blobs.path(put(blobs, b"evidence")).stat().st_mode & 0o777 == 0o400


def test_altered_bytes_do_not_check(blobs: Blobs) -> None:
    sha256 = put(blobs, b"62 packets")
    file = blobs.path(sha256)
    file.chmod(0o600)
    file.write_bytes(b"26 packets")
    assert blobs.path(sha256).read_bytes() == b"26 packets"
    if type(blobs).__name__ != "MemoryBlobs":  # there, the file is a copy
        assert not blobs.check(sha256)


class Failing(io.RawIOBase):
    """A file on a stick that is pulled out after its first bytes."""

    def __init__(self) -> None:
        self.reads = 0

    def read(self, size: int = -1) -> bytes:
        self.reads += 1
        if self.reads > 1:
            raise OSError(5, "Input/output error")
        return b"first half"


def test_a_stream_that_breaks_leaves_nothing(blobs: Blobs) -> None:
    with pytest.raises(OSError, match="Input/output"):
        blobs.put(Failing())  # type: ignore[arg-type]
    assert list(blobs) == []
    assert hashlib.sha256(b"first half").hexdigest() not in blobs
