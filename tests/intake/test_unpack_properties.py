"""Whatever the bytes: nothing but broken or refused comes out, no member outside its holder, no more than the limit."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from greffier.contracts import Limits
from greffier.errors import SourceBroken, SourceRefused
from greffier.intake.mailbox import Mailbox
from greffier.intake.unpack import Compressed, Tar, Zip
from greffier.intake.winmail import Winmail
from greffier.records import PART, Member

LIMITS = Limits(expanded_mb=1, members=20)
SAMPLES = Path(__file__).parent / "samples"
NAMES = st.one_of(
    st.sampled_from(["../a", "/etc/x", "C:\\a", "a/../../b", "..", "\u202ea", "a" * 300]), st.text(max_size=40)
)


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, suppress(UserWarning):
        for name, content in members:
            archive.writestr(name.replace("\0", "") or "x", content)
    return out.getvalue()


def tarred(members: list[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members:
            entry = tarfile.TarInfo(name.replace("\0", "") or "x")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


KINDS = {
    "zip": (Zip, lambda members: zipped(members)),
    "tar": (Tar, lambda members: tarred(members)),
    "gzip": (Compressed, lambda members: gzip.compress(b"".join(content for _, content in members))),
    "mailbox": (Mailbox, lambda members: b"".join(b"From a 2023\nA: b\n" + content for _, content in members)),
    "winmail": (Winmail, lambda _: (SAMPLES / "read-winmail.dat").read_bytes()),
}


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    members=st.lists(st.tuples(NAMES, st.binary(max_size=2_000)), max_size=25),
    changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12),
    cut=st.integers(0, 400),
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_bytes_are_bounded_and_stay_inside(kind, tmp_path, members, changes, cut):
    opener, made = KINDS[kind]
    content = bytearray(made([(name.encode("utf-8", "replace").decode(), body) for name, body in members]))
    for at, byte in changes:
        if content:
            content[at % len(content)] = byte
    file = tmp_path / "untrusted"
    file.write_bytes(bytes(content[: max(1, len(content) - cut)]))
    found: list[Member] = []
    with suppress(SourceBroken, SourceRefused):
        found.extend(one for one in opener().open(file, "box", LIMITS) if isinstance(one, Member))
    assert sum(len(one.content) for one in found) <= (LIMITS.expanded_mb << 20) + PART
    for one in found:
        assert one.name
        assert not one.name.startswith(("/", "\\"))
        assert ".." not in one.name.replace("\\", "/").split("/")
