"""The custody log: who did what to which file, each line sealed by the next.

`audit.log` holds one JSON object on each line, in the order of `seq` from 1. A line cannot be changed, taken out or
put in without changing every `hash` after it. Anybody can check that with Python alone, without Greffier:

    import hashlib, json
    previous = "0" * 64
    for number, line in enumerate(open("audit.log", encoding="ascii"), 1):
        act = json.loads(line)
        told = act.pop("hash")
        text = json.dumps(act, sort_keys=True, separators=(",", ":"))
        assert hashlib.sha256(text.encode("ascii")).hexdigest() == told, f"line {number} was changed"
        assert act["previous"] == previous and act["seq"] == number, f"a line is missing before line {number}"
        previous = told
    print(number, "lines hold; the last hash is", previous)

Write the last hash down somewhere else (in the published story, say): a log proves the order of its lines, and only
a copy of its last hash proves that none were cut off its end.

The `inputs` of a line are what was worked on: the id of a record, or `case`. Its `outputs` are seals of what was made:
`blob:SHA-256` names a received file, checked with `sha256sum`; `kind:count:hash` stands for `count` records of a kind,
where hash is the SHA-256 over the id, a line feed, the JSON body and a line feed of each, in the order of ids, as the
tables `records` and `earlier` of `case.db` hold them under `written_by` = `seq`.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from greffier.contracts import Records
from greffier.errors import CaseDamaged, OutsideFailed
from greffier.records import Act

GENESIS = "0" * 64  # what the first line gives as its previous hash


def chain(
    previous: Act | None,
    *,
    step: str,
    version: int,
    inputs: Sequence[str],
    outputs: Sequence[str],
    by: str,
    at: str,
    note: str | None = None,
) -> Act:
    """Return the line that follows `previous`, sealed."""
    told: dict[str, Any] = {
        "seq": previous.seq + 1 if previous else 1,
        "step": step,
        "version": version,
        "inputs": tuple(inputs),
        "outputs": tuple(outputs),
        "by": by,
        "at": at,
        "previous": previous.hash if previous else GENESIS,
        "note": note,
    }
    return Act(**told, hash=_hash(told))


def follows(act: Act, previous: Act | None) -> bool:
    """Whether a line is whole and is the one after `previous`."""
    told = asdict(act)
    del told["hash"]
    seq, before = (previous.seq + 1, previous.hash) if previous else (1, GENESIS)
    return act.seq == seq and act.previous == before and act.hash == _hash(told)


def _hash(told: dict[str, Any]) -> str:
    return hashlib.sha256(_json(told)).hexdigest()


def _json(told: dict[str, Any]) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")


def read_log(file: Path) -> Iterator[Act]:
    """Yield the whole lines of a log file; CaseDamaged names the first line that is not one.

    A last line without its line feed was torn by a power cut and is left out; `catch_up` writes it again.
    """
    if not file.exists():
        return
    with file.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.endswith(b"\n"):
                yield _act(line, number, file.name)


def _act(untrusted_line: bytes, number: int, name: str) -> Act:
    try:
        act = msgspec.json.decode(untrusted_line, type=Act)
    except msgspec.MsgspecError as error:
        raise CaseDamaged(f"Line {number} of {name} is not a line of a custody log.") from error
    if _json(asdict(act)) != untrusted_line.rstrip(b"\n"):
        raise CaseDamaged(f"Line {number} of {name} is not written as a custody log is.")
    return act


def catch_up(records: Records, file: Path) -> int:
    """Append the lines that the records have and the file has not; return how many. On disk when it returns.

    CaseDamaged when the file is not the beginning of what the records say; OutsideFailed when the disk is full.
    """
    try:
        with open(file, "a+b", opener=_without_links) as stream:
            last = _last_whole_line(stream, file.name)
            return _append(records, stream, last, file.name)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise CaseDamaged(
                f"{file.name} is a link: what it points to would be written over.", f"Remove {file.name}."
            ) from error
        told = "The disk is full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else (error.strerror or str(error))
        raise OutsideFailed(f"{file.name} cannot be written: {told}.") from error


def _without_links(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_CLOEXEC, 0o666)


def _last_whole_line(stream: BinaryIO, name: str) -> Act | None:
    """Cut off a torn last line; return the line before it."""
    end, tail = _tail(stream)
    if end < stream.seek(0, os.SEEK_END):
        stream.truncate(end)
    return _act(tail, 0, name) if tail else None


def _tail(stream: BinaryIO) -> tuple[int, bytes]:
    """Where the whole lines end, and the last of them."""
    size = stream.seek(0, os.SEEK_END)
    tail = b""
    while size and tail.rstrip(b"\n").count(b"\n") < 2:
        step = min(size, 65536)
        size -= step
        stream.seek(size)
        tail = stream.read(step) + tail
    whole = tail[: tail.rfind(b"\n") + 1]
    return size + len(whole), whole[whole.rfind(b"\n", 0, -1) + 1 :]


def _append(records: Records, stream: BinaryIO, last: Act | None, name: str) -> int:
    acts = records.acts(last.seq if last else 1)
    if last is not None and next(acts, None) != last:
        raise CaseDamaged(
            f"{name} is not the beginning of the custody log of this case.",
            f"Run `greffier verify`; keep {name} under another name to have it written anew.",
        )
    count = 0
    for act in acts:
        stream.write(_json(asdict(act)) + b"\n")
        count += 1
    stream.flush()
    os.fsync(stream.fileno())
    return count
